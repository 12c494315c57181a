"""`scorecard check`: what is told, where, in which way, and with which exit code."""

import json
from pathlib import Path

import pytest
from conftest import Write

from scorecard.cli.speaking import annotation

from .running import HANGUL, run, told

SOURCED = """
- id: p
  name: 사업
  indicators:
    - id: i
      name: 지표
      level: output
      aggregation: sum
      direction: up
      target: {2026: 100명}
      source: report#2 추진목표
"""
REPORT = "주요업무보고\n올해 목표 100명\n"


def spoil(file: Path, old: str, new: str) -> tuple[int, int]:
    """Replace a piece of text, once; tell where it stood."""
    text = file.read_text(encoding="utf-8")
    before = text[: text.index(old)]
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def test_a_project_without_problems_is_summed_up(seoul: Path) -> None:
    result = run("--project", seoul, "check")

    assert result.exit_code == 0
    assert result.stdout.startswith("오류 없음 · 부서 9 · ")
    assert result.stderr == ""


def test_a_second_check_of_the_same_text_says_the_same(seoul: Path) -> None:
    first, second = (run("--project", seoul, "check") for _ in range(2))

    assert first.stdout == second.stdout


def test_a_check_sees_an_edit_at_once(seoul: Path) -> None:
    run("--project", seoul, "check")
    spoil(seoul / "targets/jobs-policy.yaml", "level: output", "level: outputs")

    assert run("--project", seoul, "check").exit_code == 2


def test_rules_read_clean_before_are_held_against_the_edited_text(project: Write) -> None:
    """Rules that did not change are not read again, yet what they name must still be there."""
    folder = project(SOURCED)
    demands = folder / "rules/coverage.yaml"
    demands.write_text("office: {}\ndepartments:\n  jobs: {count: 0.5}\n", encoding="utf-8")
    assert run("--project", folder, "check").exit_code == 0

    (folder / "targets/jobs.yaml").rename(folder / "targets/work.yaml")
    spoil(folder / "targets/office.yaml", "[jobs]", "[work]")
    result = run("--project", folder, "check")

    assert told(result) == [("unknown-department", "rules/coverage.yaml", 3, 3)]


def test_a_changed_unit_is_one_problem_with_its_place_and_a_way_on(seoul: Path) -> None:
    line, column = spoil(seoul / "targets/jobs-policy.yaml", "4,000명", "4,000개")

    result = run("--project", seoul, "check")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert told(result) == [("unit-changed", "targets/jobs-policy.yaml", line, column)]
    assert "4,000개" in result.stderr
    assert "3,303명" in result.stderr
    assert "  고치기: " in result.stderr
    assert "\n오류 1개: 고친 뒤 다시 실행\n" in result.stderr


def test_a_comma_inside_braces_is_one_problem_with_what_to_type(seoul: Path) -> None:
    file = seoul / "targets/jobs-policy.yaml"
    line, _ = spoil(file, "target:\n          2026: 4,000명", "target: {2026: 4,000명}")
    column = file.read_text(encoding="utf-8").splitlines()[line - 1].index("4,000명") + 1

    result = run("--project", seoul, "check")

    assert result.exit_code == 2
    assert told(result) == [("flow-comma", "targets/jobs-policy.yaml", line, column)]
    assert '고치기: 따옴표로 묶거나("4,000명")' in result.stderr
    assert f"  {' ' * (column - 1)}^" in result.stderr


def test_all_problems_are_told_at_once(seoul: Path) -> None:
    for name in ("jobs-policy", "startup-policy", "creative-industries"):
        spoil(seoul / f"targets/{name}.yaml", "level: output", "level: outputs")

    result = run("--project", seoul, "check")

    assert [code for code, *_ in told(result)] == ["unknown-word"] * 3
    assert "오류 3개" in result.stderr


def test_problems_for_programs_are_json_on_stdout(project: Write) -> None:
    folder = project("- id: p\n  name: 사업\n  budgt: []\n")

    result = run("--project", folder, "check", "--format", "json")

    (problem,) = json.loads(result.stdout)["problems"]
    assert result.exit_code == 2
    assert result.stderr == ""
    assert (problem["code"], problem["file"], problem["line"], problem["column"]) == (
        "unknown-key", "targets/jobs.yaml", 5, 5,
    )  # fmt: skip
    assert "budget" in problem["hint"]


def test_no_problems_for_programs_are_an_empty_list(project: Write) -> None:
    result = run("--project", project(), "check", "--format", "json")

    assert (result.exit_code, json.loads(result.stdout)) == (0, {"problems": []})


def test_problems_for_github_are_annotations_of_one_line_each(project: Write) -> None:
    folder = project("- id: p\n  name: 사업\n  budgt: []\n  exempt: no\n")

    result = run("--project", folder, "check", "--format", "github")

    lines = result.stdout.splitlines()
    assert result.exit_code == 2
    assert lines[0].startswith("::error file=targets/jobs.yaml,line=5,title=unknown-key::")
    assert [line for line in lines if not line.startswith("::error file=")] == []


def test_no_problems_for_github_are_silence(project: Write) -> None:
    assert run("--project", project(), "check", "--format", "github").output == ""


def test_annotations_are_escaped_as_github_reads_them() -> None:
    written = annotation("error", "50%: a,b\r\nc", "x:y,z%", "targets/a,b:c%\n.yaml", 3)

    assert written == (
        "::error file=targets/a%2Cb%3Ac%25%0A.yaml,line=3,title=x%3Ay%2Cz%25::50%25: a,b%0D%0Ac"
    )


@pytest.mark.parametrize("speak", ["text", "github", "json"])
def test_problems_are_told_in_the_language_asked_for(project: Write, speak: str) -> None:
    folder = project(
        "- id: p\n  name: Programme\n  budgt: []\n", office="Office", sources="{report: {title: T}}"
    )

    english = run("--project", folder, "--lang", "en", "check", "--format", speak)
    korean = run("--project", folder, "--lang", "ko", "check", "--format", speak)

    assert not HANGUL.search(english.output)
    assert HANGUL.search(korean.output)


def test_an_english_project_is_told_its_problems_in_english(project: Write) -> None:
    """Whatever else is wrong with it, even in the file that says so."""
    folder = project("- id: p\n  name: Programme\n  budgt: []\n", office="[", language="en")

    result = run("--project", folder, "check")

    assert result.exit_code == 2
    assert "  fix: " in result.stderr
    assert not HANGUL.search(run("--project", project(SOURCED, language="en"), "check").stdout)


@pytest.fixture
def proved(project: Write, tmp_path: Path) -> tuple[Path, Path]:
    """Write a project whose source lies in a folder."""
    import hashlib

    evidence = tmp_path / "자료"
    evidence.mkdir()
    (evidence / "보고.txt").write_text(REPORT, encoding="utf-8")
    sha256 = hashlib.sha256(REPORT.encode()).hexdigest()
    return project(SOURCED, sources=f"{{report: {{title: 업무보고, sha256: {sha256}}}}}"), evidence


def test_evidence_that_bears_every_figure_out_holds(proved: tuple[Path, Path]) -> None:
    folder, evidence = proved

    result = run("--project", folder, "check", "--evidence", evidence)

    assert result.exit_code == 0
    assert "증거: 수치 1개가 모두 출처의 그 줄에 그대로 있음 (report)" in result.stdout


def test_a_figure_its_source_does_not_bear_out_is_a_problem(proved: tuple[Path, Path]) -> None:
    folder, evidence = proved
    line, column = spoil(folder / "targets/jobs.yaml", "100명", "101명")

    result = run("--project", folder, "check", "--evidence", evidence)

    assert result.exit_code == 2
    assert told(result) == [("figure-not-on-line", "targets/jobs.yaml", line, column)]


def test_evidence_that_was_changed_in_the_least_is_not_found(proved: tuple[Path, Path]) -> None:
    folder, evidence = proved
    (evidence / "보고.txt").write_text(REPORT + "\n", encoding="utf-8")

    result = run("--project", folder, "check", "--evidence", evidence)

    assert (result.exit_code, told(result)) == (2, [("evidence-not-found", "--evidence", 0, 0)])


def test_a_check_after_one_with_evidence_does_not_claim_the_proof(proved: tuple[Path, Path]) -> None:
    folder, evidence = proved
    run("--project", folder, "check", "--evidence", evidence)

    assert "증거" not in run("--project", folder, "check").stdout


def test_a_failed_proof_is_not_forgotten_after_a_clean_check(proved: tuple[Path, Path]) -> None:
    """What a check remembers says nothing of evidence."""
    folder, evidence = proved
    spoil(folder / "targets/jobs.yaml", "100명", "101명")

    assert run("--project", folder, "check").exit_code == 0
    assert run("--project", folder, "check", "--evidence", evidence).exit_code == 2


def test_lines_of_a_text_do_not_command_the_terminal(project: Write) -> None:
    """An escape sequence in a file or its name is shown, not obeyed."""
    folder = project()
    (folder / "targets/jobs.yaml").write_bytes("department: 과\x1b]0;x\x07\nprogrammes: []\n".encode())
    (folder / "targets/b\x1b]0;x\x07\n.yaml").write_bytes(b"department: b\n")

    result = run("--project", folder, "check")

    assert result.exit_code == 2
    assert {code for code, *_ in told(result)} == {"control-character", "department-unlisted"}
    assert [letter for letter in result.stderr if not letter.isprintable() and letter != "\n"] == []


def test_long_lines_are_shown_around_the_mistake(project: Write) -> None:
    folder = project(f"- {{id: p, name: '{'가' * 400}', budgt: []}}\n")

    shown = run("--project", folder, "check").stderr.splitlines()

    assert "budgt" in shown[1]
    assert max(map(len, shown[1:3])) < 170
