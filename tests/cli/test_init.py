"""`scorecard init`: what it makes reads clean, builds and gates on whatever day; nothing is overwritten."""

import subprocess
from pathlib import Path

import pytest

from scorecard.problems import LANGUAGES
from scorecard.reports.editors import editor_files
from scorecard.targets.loading import load_or_raise

from .running import HANGUL, run, told

FILES = [
    ".gitignore",
    "rules/attainment.yaml",
    "rules/coverage.yaml",
    "rules/risks.yaml",
    "targets/office.yaml",
]


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", ["2026-01-01", "2026-03-31", "2026-08-15", "2026-12-31", "2024-02-29"])
def test_a_new_project_checks_clean_and_gates_on_any_day(tmp_path: Path, language: str, day: str) -> None:
    folder = tmp_path / "새 프로젝트"

    made = run("init", folder, "--as-of", day, "--lang", language)

    assert (made.exit_code, made.stderr) == (0, "")
    assert run("check", "--project", folder).exit_code == 0
    gate = run("gate", "--project", folder)
    assert gate.exit_code == 0, gate.stdout
    assert str(load_or_raise(folder).office.as_of) == day


def test_a_new_project_builds_and_says_that_its_figures_are_made_up(tmp_path: Path) -> None:
    run("init", tmp_path, "--as-of", "2026-03-31", "--office", "가온시 생활국", "--department", "도서관과")

    assert run("build", "--project", tmp_path).exit_code == 0
    summary = (tmp_path / "reports/2026Q1/summary.md").read_text(encoding="utf-8")
    assert "가온시 생활국" in summary
    assert "지어낸 자료입니다" in summary


def test_what_was_asked_for_stands_in_the_files(tmp_path: Path) -> None:
    names = ("--office", "'가'·나: 국", "--department", "AI 도서관과", "--year", "2025")
    result = run("init", tmp_path, *names, "--as-of", "2026-01-15")

    assert result.exit_code == 0, result.stderr
    office = load_or_raise(tmp_path).office
    assert (office.office, office.fiscal_year, office.departments) == ("'가'·나: 국", 2025, ("ai-도서관과",))
    assert files_in(tmp_path) == sorted([*FILES, *editor_files(), "targets/ai-도서관과.yaml"])


@pytest.mark.parametrize(
    ("department", "file"),
    [
        ("office", "office-1"),
        ("Scorecards", "scorecards-1"),
        ("CON", "con-1"),
        ("///", "department-1"),
        ("  ", "우리-부서"),
    ],
)
def test_a_name_that_cannot_be_a_file_gets_another(tmp_path: Path, department: str, file: str) -> None:
    assert run("init", tmp_path, "--department", department).exit_code == 0
    assert load_or_raise(tmp_path).office.departments == (file,)


def test_a_year_out_of_range_names_the_range(tmp_path: Path) -> None:
    result = run("init", tmp_path, "--year", "1800")
    assert result.exit_code == 2
    assert "(1951~2149)" in result.stderr


def test_in_english_no_korean_is_left_but_the_words_of_the_format(tmp_path: Path) -> None:
    run("init", tmp_path, "--lang", "en", "--as-of", "2026-01-31")

    text = (tmp_path / "targets/our-department.yaml").read_text(encoding="utf-8")
    for word in ("연중", "하반기", "3~12월", "백만원"):
        text = text.replace(word, "")
    rest = [path.read_text(encoding="utf-8") for path in (tmp_path / "rules").iterdir()]
    assert (
        HANGUL.findall("".join([text, (tmp_path / "targets/office.yaml").read_text(encoding="utf-8"), *rest]))
        == []
    )


def test_nothing_that_exists_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/risks.yaml").write_text("rules: []\n", encoding="utf-8")
    (tmp_path / "targets").mkdir()
    (tmp_path / "targets/other.yml").write_text("department: 다른 과\n", encoding="utf-8")

    result = run("init", tmp_path)

    assert told(result) == [("init-exists", str(tmp_path), 0, 0)]
    assert "rules/risks.yaml, targets/other.yml" in result.stderr
    assert files_in(tmp_path) == ["rules/risks.yaml", "targets/other.yml"]


def test_what_is_printed_is_not_recorded_and_the_record_of_an_edition_is(tmp_path: Path) -> None:
    assert run("init", tmp_path).exit_code == 0
    assert run("--project", tmp_path, "build", "--html").exit_code == 0
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    files = subprocess.run(
        ["git", "-C", tmp_path, "ls-files", "--others", "--exclude-standard", "reports"],
        check=True, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    assert {Path(file).name for file in files} == {"results.json", "coverage.json", "summary.md"}


def test_a_list_of_what_not_to_record_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.bak\n", encoding="utf-8")
    assert run("init", tmp_path).exit_code == 0
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*.bak\n"


def test_editors_are_told_what_may_be_typed_and_keep_the_settings_they_have(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text("{}", encoding="utf-8")

    assert run("init", tmp_path).exit_code == 0

    assert (tmp_path / ".vscode/settings.json").read_text(encoding="utf-8") == "{}"
    for path in (*tmp_path.glob("targets/*"), *tmp_path.glob("rules/*")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).is_file(), path


def test_what_does_not_fit_together_makes_nothing(tmp_path: Path) -> None:
    result = run("init", tmp_path, "--year", "2027", "--as-of", "2026-05-01")
    assert [code for code, *_ in told(result)] == ["as-of-before-year"]
    assert files_in(tmp_path) == []


def test_a_file_in_the_way_is_told_and_what_was_written_is_taken_back(tmp_path: Path) -> None:
    (tmp_path / "rules").write_text("", encoding="utf-8")
    assert [code for code, *_ in told(run("init", tmp_path))] == ["init-exists"]
    assert files_in(tmp_path) == ["rules"]


def test_every_comment_of_the_starter_names_commands_that_exist(tmp_path: Path) -> None:
    run("init", tmp_path, "--as-of", "2026-03-31", "--department", "도서관과")
    add = run(
        "add",
        "actual",
        "reading/visitors",
        "2026-03-31=9,200명",
        "--source",
        "report#2",
        "--project",
        tmp_path,
    )
    assert add.exit_code == 0, add.stderr
