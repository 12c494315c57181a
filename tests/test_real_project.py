"""The shipped project loads, adds up to the printed totals, and says what its report says."""

import csv
import os
import re
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import attrs
import pytest
from projects import HOUSE, judge

from scorecard.cards.auditing import audit_record
from scorecard.cards.coverage import measure_coverage
from scorecard.cards.results import cite
from scorecard.rules.assess import Assessment
from scorecard.rules.roundings import Verdict
from scorecard.rules.tieouts import AMOUNTS, RATES, Kind, Side, tie_out
from scorecard.targets.budgets import BudgetLine
from scorecard.targets.evidence import prove
from scorecard.targets.further_evidence import further_claims
from scorecard.targets.loading import load_or_raise
from scorecard.wording.numbers import rounded

GOLDEN = Path(__file__).parent / "golden"
NEXT_DOOR = HOUSE.parent / "shared" / "source"
SOURCE = Path(os.environ["SCORECARD_EVIDENCE"]) if os.environ.get("SCORECARD_EVIDENCE") else NEXT_DOOR
DEPARTMENTS = 9


def table(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def assessment() -> Assessment:
    return judge(HOUSE)


def lines_by_department() -> Iterator[tuple[str, list[BudgetLine]]]:
    departments = load_or_raise(HOUSE).departments
    for department in departments:
        yield department.name, [line for programme in department.programmes for line in programme.budget]
    yield "계", [line for one in departments for programme in one.programmes for line in programme.budget]


def test_the_shipped_project_is_judged_without_a_problem() -> None:
    facts = assessment().facts
    assert len(facts.book.departments) == DEPARTMENTS
    assert facts.programmes.size > 80
    assert facts.indicators.size > 150


def test_no_shipped_rule_fails_and_no_waiver_has_expired() -> None:
    assert (assessment().failures, assessment().expired) == ((), ())


def test_every_department_has_its_budget_lines() -> None:
    counts = {name: len(lines) for name, lines in lines_by_department()}
    assert counts["계"] == 119
    assert all(counts.values())


def test_the_report_contradicts_itself_where_and_only_where_it_does() -> None:
    """Each of these was looked up by eye on the lines that are named."""
    ties = tie_out(load_or_raise(HOUSE))
    found = [
        {
            "verdict": tie.verdict.value, "name": tie.name, "column": f"{tie.period} {tie.column}".strip(),
            "kind": tie.kind.value,
            "first": side_by_lines(tie.sides[0]), "second": side_by_lines(tie.sides[1]),
        }
        for verdict in (Verdict.CONTRADICTION, Verdict.TRUNCATED)
        for tie in ties
        if tie.verdict is verdict
    ]  # fmt: skip

    golden = table("contradictions.tsv")
    assert all(row.pop("reason") for row in golden)
    assert found == golden


def side_by_lines(side: Side) -> str:
    lines = ", ".join(cite((attrs.evolve(citation, words=""),)) for citation in side.sources)
    return f"{f' {side.sign} '.join(side.terms)} @ {lines}"


def test_every_row_of_the_budget_tables_is_held_against_something() -> None:
    book = load_or_raise(HOUSE)
    rows = [statement for _, _, statement in book.stated() if statement.place.endswith("예산 집행 현황")]
    kinds = Counter(tie.kind for tie in tie_out(book) if tie.column in AMOUNTS + RATES)

    # 68 printed rows, and the one that stands for the three of 뷰티 산업 육성 지원.
    assert len(rows) == 69
    assert len({row.source for row in rows}) == 69
    assert kinds == {
        Kind.PLACES: 274, Kind.CARRIED: 63, Kind.RATE: 192, Kind.PARTS: 47, Kind.MOST: 13,
    }  # fmt: skip


def test_every_figure_that_is_said_again_and_every_cell_is_held_against_something() -> None:
    book = load_or_raise(HOUSE)
    held = {path for tie in tie_out(book) for side in tie.sides for path in side.paths}
    said = {(claim.department, *claim.path) for claim in further_claims(book)}

    assert len(said) > 330
    # The funds' table also prints what adds up to nothing: how much was raised.
    assert {path for path in said - held if "cells" not in path} == set()
    assert len(said - held) == 1


@pytest.mark.parametrize("column", ["original", "current", "previous", "spent"])
def test_budget_lines_add_up_to_the_printed_totals(column: str) -> None:
    """Within rounding: each line is half a unit of its last printed digit off at most."""
    printed = {row["department"]: row for row in table("budget_totals.tsv")}
    lines_of = dict(lines_by_department())
    assert lines_of.keys() == printed.keys()
    off = {name: difference(lines, column, printed[name][column]) for name, lines in lines_of.items()}
    assert {
        name: found for name, found in off.items() if abs(found) > Fraction(len(lines_of[name]) + 1, 2)
    } == {}


def difference(lines: list[BudgetLine], column: str, printed: str) -> Fraction:
    """Tell in millions of won how far a printed total is from the sum of its lines."""
    stated = [getattr(line, column) for line in lines]
    return sum((Fraction(one.won) for one in stated if one), Fraction(0)) / 10**6 - int(
        printed.replace(",", "")
    )


def test_the_first_vector_of_the_design_holds() -> None:
    """3,303 of 4,000 trained last year: a start of 82.575 %."""
    ids = [place.id for place in assessment().facts.places]
    start = assessment().attained.start.values[ids.index("jobs-policy/youth-academy/trained")]
    assert start == 0.82575


def test_in_january_nothing_is_red() -> None:
    """The year is a month old; of what is not due no row may be behind or missing."""
    due = assessment().indicators.flags("due") == 1
    early = {assessment().status_at(row).value for row in range(due.size) if not due[row]}
    assert early <= {"not_due", "achieved", "undecided"}


def test_most_of_the_money_has_a_target() -> None:
    coverage = measure_coverage(assessment()).office
    assert coverage.coverage_budget > 0.5
    assert coverage.programmes_with_target <= coverage.programmes


SCALES = {"조": 10**12, "억": 10**8, "백만": 10**6, "천": 10**3, "만": 10**4}


def figure(printed: str) -> Fraction:
    """Read a figure of the golden table; a dash counts as 0."""
    found = re.fullmatch(r"(?P<number>[\d,.]+)(?P<scale>백만|[조억천만])?\D*", printed)
    if not found:
        assert printed in ("-", ""), printed
        return Fraction(0)
    return Fraction(found["number"].replace(",", "")) * SCALES.get(found["scale"] or "", 1)


def recomputed(row: dict[str, str]) -> Fraction:
    share = figure(row["numerator"]) / figure(row["denominator"]) - (row["kind"] == "growth")
    return share * 100


def digits_of(printed: str) -> int:
    return len(printed.partition(".")[2])


def in_decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


PERCENTAGES = table("percentages.tsv")


@pytest.mark.parametrize("row", PERCENTAGES, ids=[f"line {row['line']}" for row in PERCENTAGES])
def test_printed_percentages_are_what_our_rounding_makes_of_their_figures(row: dict[str, str]) -> None:
    """Where the report's own arithmetic does not close, it fails to just as it was found to."""
    exact, digits = recomputed(row), digits_of(row["printed"])
    printed = Decimal(row["printed"].replace("+", ""))
    ours = rounded(float(exact), digits)
    if row["agrees"] == "yes":
        assert ours == printed
    else:
        assert ours != printed
        unit = Decimal(1).scaleb(-digits)
        cut = in_decimal(exact).quantize(unit, ROUND_DOWN)
        assert (cut == printed) == (row["agrees"] == "truncated")
        assert is_explained_by_rounding(row) or row["agrees"] != "rounding"


def is_explained_by_rounding(row: dict[str, str]) -> bool:
    """Tell whether figures that print as these do could give the printed percentage."""
    above, below = figure(row["numerator"]), figure(row["denominator"])
    half, digits = Fraction(1, 2), digits_of(row["printed"])
    least, most = (above - half) / (below + half) * 100, (above + half) / (below - half) * 100
    unit = Decimal(1).scaleb(-digits)
    edges = [in_decimal(edge).quantize(unit, ROUND_HALF_UP) for edge in (least, most)]
    return edges[0] <= Decimal(row["printed"]) <= edges[1]


def test_the_golden_table_holds_all_kinds() -> None:
    kinds = {row["agrees"] for row in PERCENTAGES}
    assert kinds == {"yes", "truncated", "rounding", "no"}
    assert len(PERCENTAGES) > 200


PRIVATE = {
    "telephone sign": re.compile(r"[☎☏]|전화번호"),
    "telephone number": re.compile(r"(?<![\d.,])0(?:2|1[016789]|[3-6]\d)[-. )]\d{3,4}[-. ]\d{4}(?!\d)"),
    "internal extension": re.compile(r"(?<![\d#-])\d{4}-\d{4}(?!\d)"),
    "resident number": re.compile(r"(?<!\d)\d{6}-[1-4]\d{6}(?!\d)"),
    "mail": re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
}


def test_the_pattern_for_private_things_sees_them() -> None:
    seen = "☎ 02-2133-1234 010-1234-5678 2133-5221 900101-1234567 a.b@seoul.go.kr"
    assert [name for name, pattern in PRIVATE.items() if not pattern.search(seen)] == []


@pytest.mark.parametrize("file", sorted((HOUSE / "targets").glob("*.yaml")), ids=lambda file: file.stem)
def test_no_personal_data_stands_in_the_targets(file: Path) -> None:
    """Teams are named, never persons; nobody's number is anybody's business here."""
    text = file.read_text(encoding="utf-8")
    found = {name: pattern.findall(text) for name, pattern in PRIVATE.items() if pattern.search(text)}
    assert found == {}


def test_owners_are_teams() -> None:
    owners = {programme.owner for _, programme in assessment().facts.owners if programme.owner}
    parts = {part for owner in owners for part in re.split(r"[·,]\s*", owner)}
    assert {part for part in parts if not re.search(r"(팀|과|반|단|센터|담당관?|추진단)$", part)} == set()


@pytest.mark.skipif(
    not SOURCE.is_dir(), reason="the source is not part of the project; set SCORECARD_EVIDENCE"
)
def test_every_figure_stands_on_the_line_it_cites() -> None:
    book = load_or_raise(HOUSE)
    proof = prove(book, SOURCE)
    assert proof.missing == (), "the folder of evidence does not hold the text with this sha256"
    assert proof.problems == ()
    assert proof.unsourced == 0
    assert proof.proved > 700


def test_the_councils_audit_counts_as_its_report_prints_it() -> None:
    record = audit_record(assessment())
    assert record is not None
    counts = [record[key] for key in ("total", "done", "underway", "review", "declined")]
    assert counts == [56, 29, 21, 6, 0]
    assert [record["kinds"][kind]["total"] for kind in ("demand", "proposal", "other")] == [14, 22, 20]
    ties = [tie for tie in tie_out(load_or_raise(HOUSE)) if tie.path[0] == "audit"]
    assert len(ties) == 30
    assert {tie.verdict for tie in ties} == {Verdict.EXACT}


def test_no_step_of_the_audit_is_late_in_an_edition_of_its_own_quarter() -> None:
    """A young promise is no risk: nothing grave is found until three months after its date."""
    record = audit_record(assessment())
    assert record is not None
    assert not [item["id"] for item in record["items"] if item["late"]]
    march = audit_record(judge(HOUSE, "2026-03-31"))
    assert march is not None
    found = {rule for item in march["items"] for rule in item["findings"]}
    assert found == {"audit-step-passed", "audit-no-date"}
