"""`scorecard gate`: when it holds, when it does not, and who is to blame."""

import json
import re
from pathlib import Path

import pytest
from conftest import Write

from .running import HANGUL, run

BARE = """
- id: bare
  name: 목표 없는 사업
  budget:
    - {name: 예산, unit: 백만원, original: 10, current: 10, source: report#1}
"""
MEASURED = """
- id: p
  name: 사업
  budget:
    - {name: 예산, unit: 백만원, original: 90, current: 90, source: report#1}
  indicators:
    - id: i
      name: 지표
      level: output
      aggregation: sum
      direction: up
      target: {2026: 70명}
      actual: {2025: 80명}
      source: report#1
"""


def demands(text: str) -> dict[str, str]:
    return {"coverage": text}


def test_the_shipped_project_passes_its_own_gate(seoul: Path) -> None:
    result = run("--project", seoul, "gate")

    assert result.exit_code == 0
    assert result.stderr == ""
    assert "못 지킴" not in result.stdout
    assert result.stdout.splitlines()[-1].startswith("관문 통과")


def test_a_department_that_loses_a_target_fails_and_is_named(seoul: Path) -> None:
    """With the programme that has none any more."""
    file = seoul / "targets/industrial-sites.yaml"
    text = file.read_text(encoding="utf-8")
    programmes = re.split(r"(?m)^  - id: ", text)
    place, chosen = next(
        (place, one)
        for place, one in enumerate(programmes)
        if one.count("\n      - id: ") == 1 and "target:" in one
    )
    name = re.search(r"name: (.+)", chosen)
    assert name is not None
    programmes[place] = chosen[: chosen.index("    indicators:")]
    file.write_text("  - id: ".join(programmes), encoding="utf-8")

    result = run("--project", seoul, "gate")

    assert result.exit_code == 1
    broken = [line for line in result.stdout.splitlines() if line.startswith("못 지킴")]
    assert any("산업입지과 · 목표 설정률(사업 수)" in line for line in broken)
    assert f"목표 없음: 산업입지과 · {name[1]}" in result.stdout
    assert "관문 실패" in result.stdout.splitlines()[-1]

    annotations = run("--project", seoul, "gate", "--format", "github").stdout
    assert "::error file=targets/industrial-sites.yaml,title=scorecard gate::산업입지과" in annotations
    assert name[1] in annotations

    record = json.loads(run("--project", seoul, "gate", "--format", "json").stdout)
    assert not record["holds"]
    assert any(one.startswith("industrial-sites/") for one in record["without_target"])


@pytest.mark.parametrize(
    ("floor", "code"),
    [("count: 0.5", 0), ("count: 0.51", 1), ("budget: 0.9", 0), ("budget: 0.91", 1), ("previous: 1.0", 0)],
)
def test_a_floor_holds_up_to_what_is_there(project: Write, floor: str, code: int) -> None:
    folder = project(MEASURED + BARE, rules=demands(f"office: {{{floor}}}\n"))

    assert run("--project", folder, "gate").exit_code == code


def test_where_only_the_office_fails_all_programmes_without_target_are_named(project: Write) -> None:
    folder = project(MEASURED + BARE, rules=demands("office: {count: 0.9}\n"))

    assert "목표 없음: 일자리과 · 목표 없는 사업" in run("--project", folder, "gate").stdout


@pytest.mark.parametrize(("most", "code"), [(1, 0), (0, 1)])
def test_findings_may_be_as_many_as_the_ceiling_says(project: Write, most: int, code: int) -> None:
    risks = """
    rules:
      - {id: low-target, title: 낮은 목표, about: target, severity: high, when: target < previous,
         message: "{target} < {previous}", why: 시험, action: 시험}
    """
    folder = project(
        MEASURED, rules={"risks": risks, "coverage": f"office: {{}}\nfindings: {{high: {most}}}\n"}
    )

    result = run("--project", folder, "gate")

    assert result.exit_code == code
    assert f"높음 위험신호: 1건 (요구 {most}건 이하)" in result.stdout


def test_an_actual_that_is_due_is_asked_for(project: Write) -> None:
    folder = project(MEASURED, rules=demands("office: {actual: 0.9}\n"))

    assert "아직 시기가 된 목표 없음" in run("--project", folder, "gate").stdout
    assert run("--project", folder, "--as-of", "2027-03-31", "gate").exit_code == 1


@pytest.mark.parametrize("programmes", ["[]", BARE], ids=["no programme", "no target"])
def test_nothing_to_judge_never_passes(project: Write, programmes: str) -> None:
    folder = project(programmes, rules=demands("office: {}\n"))

    result = run("--project", folder, "gate")

    assert result.exit_code == 1
    assert "판단할 사업이나 목표가 없음" in result.stdout


def test_a_project_with_problems_is_not_judged(project: Write) -> None:
    result = run("--project", project("- id: p\n"), "gate")

    assert (result.exit_code, result.stdout) == (2, "")


def test_the_verdict_for_programs_is_json(project: Write) -> None:
    folder = project(MEASURED + BARE, rules=demands("office: {count: 0.9, actual: 0.9}\n"))

    record = json.loads(run("--project", folder, "gate", "--format", "json").stdout)

    assert record["holds"] is False
    assert record["without_target"] == ["jobs/bare"]
    assert [(one["measure"], one["found"], one["holds"]) for one in record["demands"][:2]] == [
        ("count", 0.5, False),
        ("actual", None, True),
    ]


@pytest.mark.parametrize("speak", ["text", "github"])
def test_the_verdict_is_spoken_in_the_language_asked_for(project: Write, speak: str) -> None:
    programmes = BARE.replace("목표 없는 사업", "Bare").replace("예산", "Money")
    folder = project(programmes, rules=demands("office: {count: 0.9}\n"), office="Office")
    file = folder / "targets/jobs.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("일자리과", "Jobs"), encoding="utf-8")

    english = run("--project", folder, "--lang", "en", "gate", "--format", speak)

    assert english.exit_code == 1
    assert not HANGUL.search(english.stdout)
    assert HANGUL.search(run("--project", folder, "gate", "--format", speak).stdout)
