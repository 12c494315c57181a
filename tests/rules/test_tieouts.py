"""What is held against what, and what is left alone because it was not printed."""

from pathlib import Path

from conftest import Write
from projects import department, read_project, write_project

from scorecard.rules.roundings import Verdict
from scorecard.rules.tieouts import Kind, TieOut, tie_out
from scorecard.targets.evidence import claims_in

HOLDS = (Verdict.EXACT, Verdict.ROUNDED)
LINE = """
- id: school
  name: School
  budget:
    - name: School
      unit: 백만원
      source: report#1 II
      original: 44,443
      current: 45,763
      previous: 1,612
      spent: 2,200
      spent_rate: 4.8%
      as_of: 2026-01-31
      stated:
        - place: V
          source: report#9 V
          unit: 천원
"""
AGREEING = """
          original: 44,443,130
          carried: 1,320,000
          current: 45,763,130
          previous: 1,612,499
          spent: 2,200,070
          spent_rate: 4.8
          as_of: 2026-01-31
"""


def ties_of(project: Write, programmes: str) -> list[TieOut]:
    book, _, problems = read_project(project(programmes))
    assert book is not None, problems
    return list(tie_out(book))


def broken(ties: list[TieOut]) -> list[tuple[Kind, str]]:
    return [(tie.kind, tie.column) for tie in ties if tie.verdict not in HOLDS]


def stating(text: str) -> str:
    """Say one more thing of the line."""
    return LINE + "".join(f"          {line}\n" for line in text.strip().split("\n"))


def test_rounded_statements_agree(project: Write) -> None:
    ties = ties_of(project, LINE + AGREEING.lstrip("\n"))

    assert broken(ties) == []
    assert [(tie.kind, tie.column) for tie in ties] == [
        (Kind.RATE, "spent_rate"),
        (Kind.CARRIED, "current"),
        (Kind.RATE, "spent_rate"),
        *[(Kind.PLACES, column) for column in ("original", "current", "previous", "spent", "spent_rate")],
    ]


def test_a_figure_that_differs_between_places_is_found(project: Write) -> None:
    _, tie = ties_of(project, stating("previous: 1,821,697"))

    assert (tie.kind, tie.column, tie.verdict) == (Kind.PLACES, "previous", Verdict.CONTRADICTION)
    assert tie.difference == 209_697_000
    assert tie.coarser.terms == ("1,612백만원",)
    assert [side.sources[0].first for side in tie.sides] == [1, 9]
    assert (tie.spot.file, tie.spot.line) == ("targets/jobs.yaml", 19)


def test_spending_of_two_days_is_not_held_against_each_other(project: Write) -> None:
    later = ties_of(project, stating("spent: 9,999,999\nas_of: 2026-02-28"))
    same = ties_of(project, stating("spent: 9,999,999\nas_of: 2026-01-31"))

    assert broken(later) == []
    assert broken(same) == [(Kind.PLACES, "spent")]


def test_what_was_carried_over_makes_the_current_budget(project: Write) -> None:
    ties = ties_of(project, stating("original: 44,443,130\ncarried: '-'\ncurrent: 45,763,130"))

    assert broken(ties) == [(Kind.CARRIED, "current")]


def test_nothing_printed_of_what_was_carried_over_is_nothing_to_reckon_with(project: Write) -> None:
    ties = ties_of(project, stating("original: 44,443,130\ncurrent: 45,763,130"))

    assert [tie.kind for tie in ties] == [Kind.RATE, Kind.PLACES, Kind.PLACES]


def test_a_rate_is_reckoned_anew(project: Write) -> None:
    wrong = ties_of(project, stating("current: 45,763,130\ncommitted: 3,520,070\ncommitted_rate: 7.9"))
    cut_off = ties_of(project, stating("current: 45,763,130\ncommitted: 3,520,070\ncommitted_rate: 7.6"))

    assert [tie.verdict for tie in wrong if tie.column == "committed_rate"] == [Verdict.CONTRADICTION]
    assert [tie.verdict for tie in cut_off if tie.column == "committed_rate"] == [Verdict.TRUNCATED]


def test_parts_add_up_to_their_row(project: Write) -> None:
    """Two rounded thousands and their rounded total may be one off, but not three."""
    parts = "original: {total}\nparts:\n- {{place: V, source: report#7, original: '44,000,000'}}\n- {{place: V, source: report#8, original: '443,130'}}"

    assert broken(ties_of(project, stating(parts.format(total="44,443,130")))) == []
    assert broken(ties_of(project, stating(parts.format(total="44,443,131")))) == []
    assert broken(ties_of(project, stating(parts.format(total="44,443,133")))) == [(Kind.PARTS, "original")]


def test_a_row_that_leaves_something_out_is_no_more_than_the_line(project: Write) -> None:
    less = ties_of(project, stating("leaves_out: the rest\noriginal: 40,000,000"))
    more = ties_of(project, stating("leaves_out: the rest\noriginal: 50,000,000"))

    assert [(tie.kind, tie.verdict) for tie in less if tie.kind is not Kind.RATE] == [
        (Kind.MOST, Verdict.EXACT)
    ]
    assert broken(more) == [(Kind.MOST, "original")]


def test_parts_without_a_total_are_added_up(project: Write) -> None:
    parts = "leaves_out: the rest\nparts:\n- {place: V, source: report#7, original: '40,000,000'}\n- {place: V, source: report#8, original: '9,000,000'}"

    assert broken(ties_of(project, stating(parts))) == [(Kind.MOST, "original")]


def test_totals_of_departments_and_of_the_office(tmp_path: Path) -> None:
    """A line that prints `-` is nought in a sum; the office is held against the departments' totals."""
    line = "- {{id: p{n}, name: P, budget: [{{name: P, unit: 백만원, source: report#{n}, original: '{original}'}}]}}"
    lines = "\n".join(line.format(n=n, original=original) for n, original in enumerate(("10", "20", "-"), 1))
    stated = "stated: [{{place: II, source: report#4, unit: 백만원, original: '{}'}}]"
    jobs = department(lines) + stated.format("31") + "\n"
    office = "[{place: II, source: report#5, unit: 백만원, original: '33'}]"

    book, _, problems = read_project(write_project(tmp_path, {"jobs": jobs}, office={"stated": office}))

    assert book is not None, problems
    assert [(tie.name, tie.kind, tie.verdict) for tie in tie_out(book)] == [
        ("시험실", Kind.PARTS, Verdict.CONTRADICTION),
        (book.departments[0].name, Kind.PARTS, Verdict.ROUNDED),
    ]


def test_each_side_tells_where_its_figures_stand_in_the_book(tmp_path: Path) -> None:
    """Every figure that takes part is named by the path of the claim a source must bear out; `-` is none."""
    stated = "stated: [{place: II, source: report#4, unit: 백만원, original: '44'}]"
    second = LINE.replace("school", "second").replace("44,443", "'-'").replace("45,763", "0")
    lines = (
        LINE
        + AGREEING.lstrip("\n")
        + second
        + "          original: '-'\n          carried: '-'\n          current: 0"
    )
    office = "[{place: II, source: report#5, unit: 백만원, original: '44,443'}]"
    book, _, problems = read_project(
        write_project(tmp_path, {"jobs": department(lines) + "\n" + stated}, office={"stated": office})
    )
    assert book is not None, problems
    claims = {(claim.department, *claim.path) for claim in claims_in(book)}
    ties = tie_out(book)

    assert {path for tie in ties for side in tie.sides for path in side.paths} <= claims
    whole, total = ties[0], ties[1]
    assert [side.paths for side in whole.sides] == [
        (("jobs", "stated", 0, "original"),),
        (("office", "stated", 0, "original"),),
    ]
    assert total.sides[0].paths == (("jobs", "programmes", 0, "budget", 0, "original"),)
