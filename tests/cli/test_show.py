"""`scorecard show`: the same scorecard in the terminal."""

import unicodedata
from pathlib import Path

import pytest
from conftest import Write
from projects import department, write_project

from .running import HANGUL, run, told

ENGLISH = """
- id: p
  name: Programme
  indicators:
    - id: i
      name: Indicator
      level: outcome
      aggregation: ratio
      direction: up
      target: {2026: 76%}
      actual: {2025: 80%}
      source: report#1
- id: bare
  name: Bare
- id: overhead
  name: Overhead
  exempt: Not a programme
"""


def test_the_office_lists_every_department(seoul: Path) -> None:
    result = run("--project", seoul, "show")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "서울특별시 경제실" in result.stdout.splitlines()[0]
    assert "일자리정책과" in result.stdout
    assert "2026. 1. 31. 기준" in result.stdout


@pytest.mark.parametrize(
    "wanted", ["jobs-policy", "일자리정책과", unicodedata.normalize("NFD", "일자리정책과")]
)
def test_a_department_is_shown_by_file_and_by_printed_name(seoul: Path, wanted: str) -> None:
    result = run("--project", seoul, "show", wanted)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "일자리정책과"
    assert "4,000명" in result.stdout


@pytest.mark.parametrize(("wanted", "nearest"), [("job-policy", "jobs-policy"), ("일자리과", "일자리정책과")])
def test_an_unknown_department_is_told_the_nearest(seoul: Path, wanted: str, nearest: str) -> None:
    result = run("--project", seoul, "show", wanted)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told(result) == [("unknown-department", "show", 0, 0)]
    assert nearest in result.stderr


@pytest.mark.parametrize("arguments", [("show",), ("show", "jobs")])
def test_in_english_all_words_of_the_program_are_english(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    office = {"office": "Office", "sources": "{report: {title: Report}}"}
    folder = write_project(tmp_path, {"jobs": department(ENGLISH, "Jobs")}, office=office)

    result = run("--project", folder, "--lang", "en", *arguments)

    assert result.exit_code == 0
    assert not HANGUL.search(result.stdout)
    assert not HANGUL.search(run("--project", folder, "--lang", "en", "gate").stdout)


def test_another_day_gives_another_status(project: Write) -> None:
    folder = project()

    assert "미도래" in run("--project", folder, "show", "jobs").stdout
    late = run("--project", folder, "--as-of", "2027-02-01", "show", "jobs").stdout
    assert "미집계" in late
    assert "2027. 2. 1. 기준" in late


def test_names_are_not_read_as_markup(project: Write) -> None:
    folder = project(ENGLISH.replace("name: Indicator", 'name: "[bold]x[/bold] :smile: [/]"'))

    assert "[bold]x[/bold] :smile: [/]" in run("--project", folder, "show", "jobs").stdout


def test_a_pipe_is_wide_enough_for_names(seoul: Path) -> None:
    assert any(
        "청년취업사관학교 조성·운영" in line
        for line in run("--project", seoul, "show", "jobs-policy").stdout.splitlines()
    )


def test_the_width_asked_for_is_kept(seoul: Path) -> None:
    from rich.cells import cell_len

    shown = run("--project", seoul, "show", "jobs-policy", env={"COLUMNS": "70"}).stdout
    assert max(map(cell_len, shown.splitlines())) <= 70
