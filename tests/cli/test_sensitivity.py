"""`scorecard sensitivity`: what hangs on which value, in the terminal, for programs and on one page."""

import json
import re
from pathlib import Path

import pytest
from projects import HOUSE

from scorecard.problems import Language
from scorecard.wording.phrases import phrase

from .running import HANGUL, run, told

QUARTERS = HOUSE / "examples/quarters"


def test_the_worst_is_told_first_and_named() -> None:
    lines = run("--project", QUARTERS, "sensitivity").stdout.splitlines()

    assert lines[0].startswith("값 ")
    assert lines[2] == "rules.scoring.scale.full  100"
    assert lines[3].startswith("  → 80  등급 ")
    assert "office S → " in lines[4]


def test_programs_get_every_move() -> None:
    record = json.loads(run("--project", QUARTERS, "sensitivity", "--format", "json").stdout)

    first = record["moved"][0]
    assert record["scored"] is True
    assert (first["value"], first["way"], first["moved_to"]) == ("rules.scoring.scale.full", "down", 80)
    assert {"id": "office", "old": "S", "new": "B"} in first["grade"]
    assert any(one["limit"] == "stopped" for one in record["moved"])


def test_a_young_year_is_told_in_words() -> None:
    result = run("--project", QUARTERS, "--as-of", "2026-01-31", "--lang", "en", "sensitivity")

    assert "Nothing has a score yet" in result.stdout
    assert "No indicator is judged by figures yet" in result.stdout


def test_the_conditions_of_rules_and_the_demands_of_the_gate_are_told() -> None:
    lines = run("--lang", "en", "sensitivity").stdout.splitlines()

    at = lines.index("rules.risks.money-without-target.when: budget >= 5000000000  KRW 5 billion")
    assert lines[at + 3] == "  → KRW 4 billion  findings 1 · demands of the gate 1"
    assert lines[at + 4].endswith("– → finding, office findings of high severity: met → not met")
    assert "rules.coverage.departments.each.count  0.31" in lines
    assert lines[-1].startswith("Numbers in conditions that are 0 or asked for")


def test_programs_get_findings_demands_and_what_is_not_moved() -> None:
    record = json.loads(run("sensitivity", "--format", "json").stdout)
    moved = {(one["value"], one["way"]): one for one in record["moved"]}

    down = moved["rules.risks.money-without-target.when: budget >= 5000000000", "down"]
    assert [(one["rule"], one["old"], one["new"]) for one in down["finding"]] == [
        ("money-without-target", None, "open")
    ]
    assert down["demand"] == [{"id": "office", "old": "met", "new": "unmet", "demand": "high", "rule": None}]
    assert "rules.risks.flat-target.when: stretch == 0" in record["questions"]
    assert not set(record["questions"]) & {value for value, _ in moved}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_explains_every_mark(language: Language) -> None:
    legend = phrase("sensed-legend", language)
    assert sorted(one for one in legend if one in "■▲●○◆★") == sorted("■▲●○◆★")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_it_is_drawn_as_one_page(tmp_path: Path, language: str) -> None:
    page = tmp_path / "그림 한 쪽.pdf"
    result = run("--project", QUARTERS, "--lang", language, "sensitivity", "--output", page)

    assert result.exit_code == 0
    assert re.findall(rb"/Count (\d+)", page.read_bytes()) == [b"1"]
    assert [path.name for path in tmp_path.iterdir()] == [page.name]


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_it_is_drawn_as_a_picture_the_same_every_time(tmp_path: Path, kind: str) -> None:
    for name in ("one", "two"):
        assert (
            run("--project", QUARTERS, "sensitivity", "--output", tmp_path / f"{name}.{kind}").exit_code == 0
        )
    assert (tmp_path / f"one.{kind}").read_bytes() == (tmp_path / f"two.{kind}").read_bytes()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    result = run("--project", QUARTERS, "sensitivity", "--output", tmp_path / "page.docx")
    assert result.exit_code == 2
    assert ".pdf, .png, .svg" in result.stderr


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    page = tmp_path / "none" / "page.pdf"
    result = run("--project", QUARTERS, "sensitivity", "--output", page)
    assert told(result)[0][0] == "file-unwritable"
    assert result.stderr.startswith(str(page))


def test_english_has_no_korean_but_names() -> None:
    text = run("--project", QUARTERS, "--lang", "en", "sensitivity").stdout
    for name in ("우수", "보통", "미흡", "매우"):
        text = text.replace(name, "")
    assert not HANGUL.search(text)
