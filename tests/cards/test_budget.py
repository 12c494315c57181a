"""Budget tables add up what is stated; what nobody states is a dash, never 0."""

import pytest
from projects import assessed_departments, department, indicator, programme

from scorecard.cards.assemble import assemble
from scorecard.cards.budget import budget_of, budget_of_office
from scorecard.cards.card import BudgetRow, BudgetTable
from scorecard.rules.assess import Assessment

LINES = (
    "budget:",
    "  - {name: 가, unit: 백만원, original: '1,000', current: '1,200', previous: 800, spent: 300, as_of: 2026-01-20}",
    "  - {name: 나, unit: 백만원, original: 500, current: 500, previous: '-', spent: '-'}",
)


def office(**texts: str) -> Assessment:
    return assessed_departments({name: department(text, f"{name}과") for name, text in texts.items()})


def figures(row: BudgetRow) -> tuple[str, ...]:
    return (row.name, row.original, row.current, row.previous, row.spent, row.rate)


@pytest.fixture
def table() -> BudgetTable:
    of = office(jobs=programme(indicator(), *LINES))
    return budget_of(of, of.facts.book.departments[0])


def test_lines_stand_as_printed_and_a_dash_stays_a_dash(table: BudgetTable) -> None:
    assert [figures(row) for row in table.rows[:2]] == [
        ("가", "1,000", "1,200", "800", "300", "25.0%"),
        ("나", "500", "500", "–", "–", "–"),
    ]
    assert [row.share for row in table.rows[:2]] == [0.25, None]


def test_the_total_adds_up_what_is_stated(table: BudgetTable) -> None:
    total = table.rows[-1]
    assert figures(total) == ("계", "1,500", "1,700", "800", "300", "17.6%")
    assert [row.total for row in table.rows] == [False, False, True]


def test_a_table_says_its_unit_and_the_last_day_of_its_lines(table: BudgetTable) -> None:
    assert table.unit.startswith("(단위: 백만원, 2026. 1. 20. 기준")
    assert table.elapsed == 20 / 365
    assert len(table.heads) == 6


def test_the_office_adds_up_its_departments() -> None:
    of = office(a=programme(indicator(), *LINES), b=programme(indicator(), *LINES), c=programme(indicator()))
    rows = budget_of_office(of).rows
    assert [figures(row)[:3] for row in rows] == [
        ("a과", "1,500", "1,700"), ("b과", "1,500", "1,700"), ("c과", "–", "–"), ("계", "3,000", "3,400")
    ]  # fmt: skip


def test_no_lines_are_no_rows_not_even_a_total() -> None:
    of = office(jobs=programme(indicator()))
    assert budget_of(of, of.facts.book.departments[0]).rows == ()
    assert budget_of_office(of).rows == ()


def test_a_budget_of_0_has_no_rate() -> None:
    of = office(jobs=programme(indicator(), "budget:", "  - {name: 가, unit: 백만원, current: 0, spent: 0}"))
    first = budget_of(of, of.facts.book.departments[0]).rows[0]
    assert figures(first) == ("가", "–", "0", "–", "0", "–")


def test_departments_of_one_name_each_have_a_line() -> None:
    text = department("- {id: p, name: 사업, budget: [{name: 줄, unit: 억원, current: 10}]}")
    of = assessed_departments({"one": text, "two": text})
    assert [row.current for row in budget_of_office(of).rows] == ["1,000", "1,000", "2,000"]


def test_a_coverage_just_short_of_all_is_not_printed_as_all() -> None:
    line = "budget: [{{name: 줄, unit: 억원, current: {0}}}]"
    counted = programme(indicator("target: {2026: 5명}"), line.format(996))
    of = assessed_departments({"one": department(f"{counted}- {{id: q, name: 다른 사업, {line.format(4)}}}")})
    assert assemble(of).office.lines[0].coverage_budget_text == "99.6%"
