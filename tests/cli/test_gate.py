"""`scorecard gate`: when it holds, when it does not, and who is to blame."""

import json
import re
from pathlib import Path

import pytest
from conftest import Write

from .running import HANGUL, run, told

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
    assert f"산업입지과 · {name[1]}: 계량 목표 없음" in result.stdout
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

    assert "일자리과 · 목표 없는 사업: 계량 목표 없음" in run("--project", folder, "gate").stdout


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


# ── further demands ───────────────────────────────────────────────────────────────────────────


def demand_lines(folder: Path, *more: str) -> list[str]:
    return run("--project", folder, "gate", *more).stdout.splitlines()


@pytest.mark.parametrize(("floor", "code"), [("weight: 0.5", 0), ("weight: 0.51", 1), ("fresh: 1.0", 0)])
def test_weight_and_freshness_are_shares_like_the_others(project: Write, floor: str, code: int) -> None:
    folder = project(MEASURED + BARE, rules=demands(f"office: {{{floor}}}\n"))
    assert run("--project", folder, "gate").exit_code == code


def test_an_indicator_told_of_too_long_ago_is_named_with_its_days(project: Write) -> None:
    folder = project(MEASURED, rules=demands("office: {fresh: 0.9}\nfreshness: {days: 30}\n"))

    result = run("--project", folder, "gate")

    assert result.exit_code == 1
    assert "targets/jobs.yaml:8:9: 일자리과 · 사업 · 지표: 31일 전에 마지막으로 알림" in result.stdout
    assert "updated" in result.stdout


def test_an_update_makes_an_indicator_fresh(project: Write) -> None:
    text = MEASURED.replace("      level:", "      updated: 2026-01-20\n      level:")
    folder = project(text, rules=demands("office: {fresh: 0.9}\nfreshness: {days: 30, oldest: 30}\n"))
    assert run("--project", folder, "gate").exit_code == 0


def test_no_indicator_may_be_older_than_the_oldest(project: Write) -> None:
    folder = project(MEASURED, rules=demands("office: {}\nfreshness: {oldest: 30}\n"))
    result = run("--project", folder, "gate")
    assert result.exit_code == 1
    assert "가장 오래 알리지 않은 지표: 31일 (요구 30일 이하)" in result.stdout


def test_of_what_nobody_could_have_told_nothing_is_asked(project: Write) -> None:
    text = MEASURED.replace("      actual: {2025: 80명}\n", "")
    folder = project(text, rules=demands("office: {fresh: 0.9}\n"))
    assert "아직 시기가 된 목표 없음" in run("--project", folder, "gate").stdout


RISKS = """
rules:
  - {id: low-target, title: 낮은 목표, about: target, severity: medium, when: target < previous,
     message: "{target} < {previous}", why: 시험, action: 시험}
"""


@pytest.mark.parametrize(("most", "code"), [(1, 0), (0, 1)])
def test_a_single_rule_may_be_limited(project: Write, most: int, code: int) -> None:
    coverage = f"office: {{}}\nlimits: {{low-target: {most}}}\n"
    result = run("--project", project(MEASURED, rules={"risks": RISKS, "coverage": coverage}), "gate")
    assert result.exit_code == code
    assert f"규칙별 위험신호 (low-target): 1건 (요구 {most}건 이하)" in result.stdout
    assert ("70명 < 80명 [low-target]" in result.stdout) == bool(code)


@pytest.mark.parametrize(
    ("coverage", "code", "line", "column"),
    [
        ("office: {}\nlimits: {low-targt: 1}\n", "unknown-rule", 2, 10),
        ("office: {}\nlimits: {low-target: -1}\n", "demand-below-zero", 2, 22),
        ("office: {}\nfindings: {high: -1}\n", "demand-below-zero", 2, 18),
        ("office: {}\nfreshness: {days: -1}\n", "demand-below-zero", 2, 19),
        ("office: {weight: 80}\n", "expression-looks-like-percent", 1, 18),
        ("office: {wieght: 0.8}\n", "unknown-key", 1, 10),
        ("office: {}\nratchet: {coverage: [cuont]}\n", "unknown-word", 2, 22),
        (
            "office: {}\nwaivers:\n  - {demand: count, reason: 까닭, until: 2026-12-31, where: job}\n",
            "unknown-department",
            3,
            59,
        ),
        (
            "office: {}\nwaivers:\n  - {demand: expired, reason: 까닭, until: 2026-12-31}\n",
            "unknown-word",
            3,
            14,
        ),
        ("office: {}\nwaivers:\n  - {demand: count, until: 2026-12-31}\n", "missing-key", 3, 5),
    ],
)
def test_demands_are_read_strictly(project: Write, coverage: str, code: str, line: int, column: int) -> None:
    result = run("--project", project(MEASURED, rules={"risks": RISKS, "coverage": coverage}), "gate")
    assert result.exit_code == 2
    assert told(result) == [(code, "rules/coverage.yaml", line, column)]


# ── waivers of demands ────────────────────────────────────────────────────────────────────────

WAIVED = """
office: {{count: 0.9, budget: 0.1}}
waivers:
  - {{demand: count, reason: 새 사업은 3월에 목표를 정함, until: {until}, approver: 성과관리팀}}
"""


def test_a_demand_is_waived_until_its_day_with_reason_and_approver(project: Write) -> None:
    folder = project(MEASURED + BARE, rules=demands(WAIVED.format(until="2026-12-31")))

    result = run("--project", folder, "gate")

    assert result.exit_code == 0
    assert (
        "예외  시험실 · 목표 설정률(사업 수): 50.0% (요구 90.0% 이상) · 새 사업은 3월에 목표를 정함 (~2026-12-31)"
        in result.stdout
    )
    assert "성과관리팀" in result.stdout
    assert result.stdout.splitlines()[-1] == "관문 통과: 요구 4개 가운데 1개는 예외로 넘어감"


def test_an_expired_waiver_of_a_demand_fails_and_is_told(project: Write) -> None:
    result = run(
        "--project", project(MEASURED + BARE, rules=demands(WAIVED.format(until="2026-01-30"))), "gate"
    )

    assert result.exit_code == 1
    assert "rules/coverage.yaml:4:5: office · count: 예외가 2026-01-30에 끝남" in result.stdout
    assert "기한이 지난 예외: 1건" in result.stdout


@pytest.mark.parametrize(("until", "told_of"), [("2026-02-20", True), ("2026-06-30", False)])
def test_a_waiver_about_to_end_is_mentioned(project: Write, until: str, told_of: bool) -> None:
    folder = project(MEASURED + BARE, rules=demands(WAIVED.format(until=until)))
    assert (
        "곧 끝나는 예외: office · count, 2026-02-20까지 (20일 남음)" in "\n".join(demand_lines(folder))
    ) == told_of


def test_where_every_demand_is_waived_nothing_passes(project: Write) -> None:
    text = WAIVED.format(until="2026-12-31").replace(", budget: 0.1", "")
    result = run("--project", project(MEASURED + BARE, rules=demands(text)), "gate")
    assert (result.exit_code, "예외만으로는 통과하지 못함" in result.stdout) == (1, True)


def test_where_everything_is_exempt_nothing_passes(project: Write) -> None:
    text = MEASURED.replace("  name: 사업\n", "  name: 사업\n  exempt: 대상 아님\n")
    assert run("--project", project(text, rules=demands("office: {}\n")), "gate").exit_code == 1
