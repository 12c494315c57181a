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


@pytest.mark.parametrize("wanted", ["placed", "jobs/first"])
def test_an_explanation_in_english_has_english_words(project: Write, wanted: str) -> None:
    folder = project(PROGRAMMES, office="Office", sources="{report: {title: Report}}")
    file = folder / "targets/jobs.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("일자리과", "Jobs"), encoding="utf-8")

    assert not HANGUL.search(run("--project", folder, "--lang", "en", "explain", wanted).stdout)


MONEY = PROGRAMMES.replace(
    "  name: First\n",
    "  name: First\n  budget: [{name: Money, unit: 백만원, source: report#2, current: 1500}]\n",
)
TEXT = "target 4000, actual 3303\nmoney\t1500\n"


def evidence(folder: Path, text: str = TEXT) -> tuple[Path, str]:
    """Write the text of the source of a project, and name it as the office does."""
    from hashlib import sha256

    place = folder / "source texts"
    place.mkdir()
    (place / "보고서.txt").write_bytes(text.encode())
    return place, f"{{report: {{title: Report, sha256: {sha256(text.encode()).hexdigest()}}}}}"


@pytest.mark.parametrize("wanted", ["jobs/first", "first", "/jobs/first/"])
def test_a_programme_can_be_explained(project: Write, wanted: str) -> None:
    result = run("--project", project(MONEY), "explain", wanted)

    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[1] == "jobs/first"
    assert "예산 줄  Money" in lines
    assert "      예산현액 1500백만원 · report#2" in lines
    assert "      jobs/first/placed" in lines


def test_an_indicator_goes_before_a_programme_of_the_same_end(project: Write) -> None:
    folder = project(PROGRAMMES.replace("- id: second", "- id: placed"))

    assert run("--project", folder, "explain", "placed").stdout.splitlines()[1] == "jobs/first/placed"
    assert run("--project", folder, "explain", "jobs/placed").stdout.splitlines()[1] == "jobs/placed"


def test_every_programme_of_the_shipped_project_can_be_explained(seoul: Path) -> None:
    from projects import judge

    from scorecard.cards.explaining_programme import explain_programme

    assessment = judge(seoul)
    said = [explain_programme(assessment, owner) for owner in range(len(assessment.facts.owners))]

    assert len({one.id for one in said}) == len(said)
    [rise] = [one for one in said if one.id == "university-cooperation/rise"]
    assert len([line for line in rise.lines if line.label == "모순"]) == 3


def test_figures_are_followed_to_the_very_line_of_the_source(project: Write, tmp_path: Path) -> None:
    folder, sources = evidence(tmp_path)
    result = run(
        "--project", project(MONEY, sources=sources), "explain", "first/placed", "--evidence", folder
    )

    assert (result.exit_code, result.stderr) == (0, "")
    _, _, shown = result.stdout.partition("원문의 그 줄 (3)\n")
    assert shown.splitlines() == [
        "목표 2026  4000  (targets/jobs.yaml:20:24)",
        "실적 2025  3303  (targets/jobs.yaml:21:24)",
        "      report#1",
        "        target 【4000】, actual 【3303】",
        "",
        "Money",
        "예산현액  1500  (targets/jobs.yaml:5:66)",
        "      report#2",
        "        money │ 【1500】",
        "",
    ]


def test_the_lines_of_a_source_are_given_to_programs_whole(project: Write, tmp_path: Path) -> None:
    folder, sources = evidence(tmp_path)
    asked = ("explain", "first", "--evidence", folder, "--format", "json")
    [money] = json.loads(run("--project", project(MONEY, sources=sources), *asked).stdout)["evidence"]

    assert (money["of"], money["kind"], money["figure"], money["stands"]) == (
        ["Money"],
        "예산현액",
        "1500",
        True,
    )
    [quote] = money["quotes"]
    assert quote["text"][quote["begins"] : quote["ends"]] == "1500"
    assert quote["text"] == "money\t1500"


@pytest.mark.parametrize("spoilt", ["gone", "changed"])
def test_a_source_whose_text_is_not_there_is_one_problem(project: Write, tmp_path: Path, spoilt: str) -> None:
    folder, sources = evidence(tmp_path)
    if spoilt == "gone":
        (folder / "보고서.txt").unlink()
    else:
        (folder / "보고서.txt").write_text(TEXT + " ", encoding="utf-8")

    result = run(
        "--project", project(MONEY, sources=sources), "explain", "first/placed", "--evidence", folder
    )

    assert (result.exit_code, result.stdout) == (2, "")
    assert told(result) == [("evidence-not-found", "--evidence", 0, 0)]


def test_a_figure_that_its_line_does_not_print_is_shown_with_the_line_and_is_a_problem(
    project: Write, tmp_path: Path
) -> None:
    folder, sources = evidence(tmp_path, TEXT.replace("4000", "14000"))
    result = run(
        "--project", project(MONEY, sources=sources), "explain", "first/placed", "--evidence", folder
    )

    assert result.exit_code == 2
    assert "이 줄에 그대로 있지 않음" in result.stdout
    assert "target 14000, actual 【3303】" in result.stdout
    assert told(result) == [("figure-not-on-line", "targets/jobs.yaml", 20, 24)]


def test_figures_without_a_source_have_nothing_to_show(project: Write, tmp_path: Path) -> None:
    folder, _ = evidence(tmp_path)
    bare = PROGRAMMES.replace("      source: report#1\n", "")
    result = run("--project", project(bare), "explain", "first/placed", "--evidence", folder)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.count("출처가 적혀 있지 않음") == 2


def test_a_programme_without_money_has_nothing_to_show(project: Write, tmp_path: Path) -> None:
    folder, sources = evidence(tmp_path)
    result = run(
        "--project", project(PROGRAMMES, sources=sources), "explain", "jobs/first", "--evidence", folder
    )

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("\n\n원문에서 보일 수치가 없음\n")


def test_nothing_of_a_source_is_written_anywhere(project: Write, tmp_path: Path) -> None:
    folder, sources = evidence(tmp_path, TEXT + "a secret of the source\n")
    place = project(MONEY, sources=sources)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    run("--project", place, "explain", "first", "--evidence", folder)

    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == before


def test_an_item_of_the_audit_is_explained_to_the_line_of_its_source(seoul: Path) -> None:
    result = run("--project", seoul, "explain", "dmc-unsold")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[1] == "audit/dmc-unsold"
    assert "report#2583" in result.stdout
    assert "industrial-sites/dmc" in result.stdout


def test_an_item_nobody_knows_is_told_the_nearest(seoul: Path) -> None:
    result = run("--project", seoul, "explain", "audit/dmc-unsoled")

    assert result.exit_code == 2
    assert "audit/dmc-unsold" in result.stderr
