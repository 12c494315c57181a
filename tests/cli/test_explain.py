"""`scorecard explain`: which line is meant, and what is told of it."""

import json
from pathlib import Path

import pytest
from conftest import Write

from .running import HANGUL, run, told

INDICATOR = """
    - id: {id}
      name: Trained
      level: output
      aggregation: sum
      direction: up
      target: {{2026: 4000}}
      actual: {{2025: 3303}}
      source: report#1
"""
PROGRAMMES = "".join(
    f"- id: {programme}\n  name: {programme.title()}\n  indicators:\n{''.join(INDICATOR.format(id=one).lstrip(chr(10)) for one in ids)}"
    for programme, ids in (("first", ("trained", "placed")), ("second", ("trained",)))
)


@pytest.mark.parametrize(
    "wanted", ["jobs/first/placed", "first/placed", "placed", "/jobs/first/placed", "placed/"]
)
def test_the_end_of_an_id_is_enough(project: Write, wanted: str) -> None:
    result = run("--project", project(PROGRAMMES), "explain", wanted)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[1] == "jobs/first/placed"


def test_the_arithmetic_and_the_place_are_told(seoul: Path) -> None:
    result = run("--project", seoul, "explain", "jobs-policy/youth-academy/trained")

    assert "82.6% = 3,303명 ÷ 4,000명" in result.stdout
    assert "targets/jobs-policy.yaml:" in result.stdout
    assert "report#697" in result.stdout


def test_an_end_that_fits_several_names_them(project: Write) -> None:
    result = run("--project", project(PROGRAMMES), "explain", "trained")

    assert (result.exit_code, result.stdout) == (2, "")
    assert told(result) == [("unknown-indicator", "explain", 0, 0)]
    assert "jobs/first/trained, jobs/second/trained" in result.stderr


def test_an_unknown_id_is_told_the_nearest(project: Write) -> None:
    result = run("--project", project(PROGRAMMES), "explain", "first/plaecd")

    assert result.exit_code == 2
    assert "jobs/first/placed" in result.stderr


@pytest.mark.parametrize("wanted", ["", "/", "가" * 5000, "\x1b[2J", "%s{found}{}"])
def test_whatever_is_typed_ends_in_words(project: Write, wanted: str) -> None:
    result = run("--project", project(PROGRAMMES), "explain", wanted)

    assert (result.exit_code, told(result)) == (2, [("unknown-indicator", "explain", 0, 0)])
    assert "\x1b" not in result.stderr


def test_decomposed_hangul_means_the_same(project: Write) -> None:
    import unicodedata

    folder = project(PROGRAMMES.replace("placed", "취업"))

    assert run("--project", folder, "explain", unicodedata.normalize("NFD", "취업")).exit_code == 0


def test_every_line_of_the_shipped_project_can_be_explained(seoul: Path) -> None:
    from projects import judge

    from scorecard.cards.explaining import explain

    assessment = judge(seoul)
    for row, place in enumerate(assessment.facts.places):
        assert explain(assessment, row).id == place.id


def test_an_explanation_for_programs_is_json(project: Write) -> None:
    result = run("--project", project(PROGRAMMES), "explain", "placed", "--format", "json")

    record = json.loads(result.stdout)
    assert record["id"] == "jobs/first/placed"
    assert all(line.keys() == {"label", "text", "detail"} for line in record["lines"])


def test_an_explanation_in_english_has_english_words(project: Write) -> None:
    folder = project(PROGRAMMES, office="Office", sources="{report: {title: Report}}")
    file = folder / "targets/jobs.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("일자리과", "Jobs"), encoding="utf-8")

    assert not HANGUL.search(run("--project", folder, "--lang", "en", "explain", "placed").stdout)
