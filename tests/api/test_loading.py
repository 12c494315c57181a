"""`load`: a project read whole, or an error with every problem as data."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cli.running import run
from projects import HOUSE

import scorecard

from .conftest import SAMPLE


def test_a_project_is_told_by_its_office() -> None:
    project = scorecard.load(str(SAMPLE))

    assert (project.name, project.as_of, project.language) == ("가온시 생활국", date(2026, 12, 31), "ko")
    assert repr(project) == "<Project 가온시 생활국, 2026-12-31>"


@pytest.mark.parametrize(
    "as_of", ["2026-06-30", date(2026, 6, 30), datetime(2026, 6, 30, 23, 59, tzinfo=UTC)], ids=["text", "day", "moment"]
)  # fmt: skip
def test_the_day_and_the_language_are_parameters(as_of: str | date) -> None:
    project = scorecard.load(SAMPLE, as_of, "en")

    assert (project.as_of, project.language) == (date(2026, 6, 30), "en")


def slip(folder: Path) -> None:
    """Break two files in three places."""
    for name, old, new in (
        ("libraries", "level: output", "level: outputs"),
        ("libraries", "2026Q1: 12학급", "2026Q1: 열두학급"),
        ("works", "direction: up", "direction: upp"),
    ):
        path = folder / "targets" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_all_problems_come_at_once_as_check_tells_them(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slip(sample)
    with pytest.raises(scorecard.BookError) as raised:
        scorecard.load(sample)
    printed = capsys.readouterr()
    problems = raised.value.problems

    assert {(row["code"], row["file"]) for row in problems} >= {
        ("unknown-word", "targets/libraries.yaml"),
        ("unknown-word", "targets/works.yaml"),
    }
    assert len(problems) >= 3
    assert all(row["line"] > 0 and row["column"] > 0 and row["message"] and row["hint"] for row in problems)
    assert (printed.out, printed.err) == ("", "")
    told = json.loads(run("--project", sample, "check", "--format", "json").stdout_bytes)["problems"]
    assert list(problems) == told


def test_as_text_an_error_is_a_line_a_problem(sample: Path) -> None:
    slip(sample)
    with pytest.raises(scorecard.BookError) as raised:
        scorecard.load(sample, language="en")
    lines = str(raised.value).splitlines()

    assert len(lines) == len(raised.value.problems)
    assert lines[0].startswith("targets/libraries.yaml:14:")
    assert lines[0].endswith("'outputs' is not one of the words that may stand here [unknown-word]")
    assert raised.value._repr_html_().count("<tr>") == len(lines) + 1


@pytest.mark.parametrize(
    ("as_of", "code"),
    [("30.2월", "bad-day"), ("2026-02-30", "bad-day"), ("", "bad-day"), ("1999-01-01", "as-of-before-year"), (date(2025, 12, 31), "as-of-before-year")],
    ids=str,
)  # fmt: skip
def test_a_day_that_cannot_be_is_a_problem(as_of: str | date, code: str) -> None:
    with pytest.raises(scorecard.BookError) as raised:
        scorecard.load(SAMPLE, as_of)

    assert [(row["code"], row["file"]) for row in raised.value.problems] == [(code, "as_of")]


def test_a_day_that_is_a_number_is_refused() -> None:
    with pytest.raises(TypeError, match="found 20260630"):
        scorecard.load(SAMPLE, 20260630)  # type: ignore[arg-type]


def test_what_is_no_project_is_a_problem(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "없음", SAMPLE / "targets" / "office.yaml"):
        with pytest.raises(scorecard.BookError) as raised:
            scorecard.load(folder)
        assert raised.value.problems.column("code") == ["project-missing"]


def test_problems_speak_the_language_of_the_office_that_cannot_be_read(sample: Path) -> None:
    office = sample / "targets" / "office.yaml"
    text = office.read_text(encoding="utf-8").replace("language: ko", "language: en")
    office.write_text(text.replace("fiscal_year: 2026", "fiscal_year: soon"), encoding="utf-8")
    with pytest.raises(scorecard.BookError) as raised:
        scorecard.load(sample)

    assert all(row["message"].isascii() for row in raised.value.problems)


def test_a_language_there_is_none_of_is_refused() -> None:
    with pytest.raises(ValueError, match=r"one of ko, en, found 'fr'"):
        scorecard.load(SAMPLE, language="fr")  # type: ignore[arg-type]


def test_loading_leaves_nothing_behind(sample: Path, cache: Path) -> None:
    def left() -> set[Path]:
        return {path for folder in (sample, cache) for path in folder.rglob("*")}

    before = left()
    scorecard.tables(scorecard.judge(scorecard.load(sample)))
    assert left() == before


USE = """
from pathlib import Path
import scorecard
from scorecard import Judgement, Pages, Table

def status_by_id(judgement: Judgement) -> dict[str, str]:
    table: Table = scorecard.tables(judgement).results
    return {row["id"]: row["status"] for row in table}

try:
    judged = scorecard.judge(scorecard.load(Path(), language="ko"))
except scorecard.BookError as error:
    codes: list[str] = error.problems.column("code")
else:
    pages: Pages = scorecard.render(judged, "office", kind="png")
    size: int = len(pages[0].content)
    headline: str = scorecard.edition(judged).office.headline
"""
MISUSE = {
    "scorecard.load(3)": "arg-type",
    'scorecard.load(".", language="fr")': "arg-type",
    'scorecard.render(scorecard.load("."))': "arg-type",
    'scorecard.cards_of("x")': "attr-defined",
}


def test_a_strict_type_checker_follows_the_api(tmp_path: Path) -> None:
    """What a user writes is checked, right use and wrong use."""
    (tmp_path / "use.py").write_text(USE, encoding="utf-8")
    wrong = "\n".join(["import scorecard", *MISUSE])
    (tmp_path / "misuse.py").write_text(f"{wrong}\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "mypy"), str(tmp_path / "use.py"), str(tmp_path / "misuse.py")]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", cwd=HOUSE)
    said = [line for line in ran.stdout.splitlines() if ": error: " in line]

    assert [line.rpartition("[")[2].rstrip("]") for line in said] == list(MISUSE.values()), ran.stdout
    assert not any("/use.py" in line for line in said)
