"""Facts say what the text says, laid out in columns; what was not reported is missing, never 0."""

from datetime import date, timedelta

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import assessed, assessed_departments, department, facts_of, indicator, programme

from scorecard.targets.columns import Column, Flags, Table, Words, missing_in
from scorecard.targets.facts import Facts, elapsed_share, flags, is_due, lay_out, months_gone, numbers, words
from scorecard.targets.measures import Book
from scorecard.targets.periods import fiscal_year, read_day
from scorecard.targets.schedules import read_schedule
from scorecard.targets.vocabulary import VOCABULARY, Kind, Row

NAN = float("nan")
ROW = indicator("target: {2026: 100명}", "actual: {2025: 80명}")


def said(table: Table, *names: str) -> list[object]:
    """Read the first row's facts back; None is missing."""
    return [value_of(table.columns[name]) for name in names]


def value_of(column: Column | Flags | Words) -> object:
    if missing_in(column)[0]:
        return None
    if isinstance(column, Words):
        return column.words[int(column.codes[0])]
    return round(float(column[0]), 9) if column.dtype == np.float64 else bool(column[0])


def programme_facts(*lines: str, indicators: str = ROW, **office: str) -> Table:
    return facts_of(programme(indicators, *lines), **office).programmes


def indicator_facts(*lines: str, as_of: str = "2026-01-31", year_begins: str = "1", **fields: str) -> Table:
    return facts_of(programme(indicator(*lines, **fields)), as_of=as_of, year_begins=year_begins).indicators


@pytest.mark.parametrize(
    ("schedule", "year_begins", "last_day_not_due", "first_day_due"),
    [
        ("연중", 1, "2026-12-30", "2026-12-31"),
        ("상반기", 1, "2026-06-29", "2026-06-30"),
        ("2월, 9월", 1, "2026-09-29", "2026-09-30"),
        ("1~2월", 1, "2026-02-27", "2026-02-28"),
        ("'26. 3. ~", 1, "2026-12-30", "2026-12-31"),
        ("연중", 4, "2027-03-30", "2027-03-31"),
        ("5~8월", 4, "2026-08-30", "2026-08-31"),
        ("2월", 4, "2027-02-27", "2027-02-28"),
        ("'28. 3. ~", 1, "2026-12-30", "2026-12-31"),
    ],
)
def test_a_result_is_due_at_the_end_of_its_last_scheduled_month(
    schedule: str, year_begins: int, last_day_not_due: str, first_day_due: str
) -> None:
    """A schedule with no month in the year waits for the year's end, and so does none at all."""
    year = fiscal_year(2026, year_begins)
    days = (read_day(last_day_not_due), read_day(first_day_due))
    assert [is_due(read_schedule(schedule), year, day) for day in days] == [False, True]


def test_without_a_schedule_a_result_is_due_at_the_year_s_end() -> None:
    year = fiscal_year(2026)
    assert [is_due(None, year, date(2026, 12, day)) for day in (30, 31)] == [False, True]


@settings(deadline=None)
@given(day=st.integers(-40, 500), begins=st.integers(1, 12))
def test_elapsed_grows_from_nothing_to_the_whole(day: int, begins: int) -> None:
    year = fiscal_year(2026, begins)
    today = year.first + timedelta(days=day)
    shares = [elapsed_share(year, today), elapsed_share(year, today + timedelta(days=1))]
    assert 0 <= shares[0] <= shares[1] <= 1
    assert (shares[0] == 1) == (today >= year.last)
    assert (shares[0] == 0) == (today < year.first)


def test_elapsed_counts_calendar_days() -> None:
    assert elapsed_share(fiscal_year(2026), date(2026, 1, 31)) == 31 / 365
    assert elapsed_share(fiscal_year(2028), date(2028, 1, 31)) == 31 / 366


@settings(deadline=None)
@given(day=st.integers(0, 364), begins=st.integers(1, 12))
def test_months_are_gone_when_their_last_day_is(day: int, begins: int) -> None:
    """Counted another way: the first days of months up to tomorrow, but for the year's own."""
    year = fiscal_year(2026, begins)
    tomorrow = year.first + timedelta(days=day + 1)
    firsts = sum(
        (year.first + timedelta(days=n)).day == 1 for n in range(1, (tomorrow - year.first).days + 1)
    )
    assert months_gone(year, tomorrow - timedelta(days=1)) == firsts


@pytest.mark.parametrize(
    ("schedule", "as_of", "scheduled", "begun"),
    [
        ("2월, 9월", "2026-01-31", 0.0, False),
        ("2월, 9월", "2026-02-01", 0.0, True),
        ("2월, 9월", "2026-02-28", 0.5, True),
        ("2월, 9월", "2026-09-30", 1.0, True),
        ("연중", "2026-06-30", 0.5, True),
        ("'28. 3. ~", "2026-06-30", None, None),
    ],
)
def test_a_schedule_says_how_much_should_be_done(
    schedule: str, as_of: str, scheduled: float | None, begun: bool | None
) -> None:
    table = programme_facts(f'schedule: "{schedule}"', as_of=as_of)
    assert said(table, "scheduled", "schedule_begun") == [scheduled, begun]


def test_without_a_schedule_nothing_is_said_of_it() -> None:
    assert said(programme_facts(), "scheduled", "schedule_begun") == [None, None]


def test_an_indicator_may_have_a_schedule_of_its_own() -> None:
    own = indicator("target: {2026: 100명}", "schedule: 1월")
    facts = facts_of(programme(own, "schedule: 연중"))
    assert said(facts.indicators, "due", "scheduled") == [True, 1.0]
    assert said(facts.programmes, "scheduled") == [round(1 / 12, 9)]


LINES = (
    "budget:",
    "  - {name: 가, unit: 백만원, original: 100, current: 120, previous: 80, spent: 30, committed: 60}",
    "  - {name: 나, unit: 백만원, original: 50, current: 50, previous: '-', spent: '-'}",
)


def test_budget_lines_add_up_column_by_column() -> None:
    table = programme_facts(*LINES)
    names = ("budget", "budget_original", "budget_previous", "budget_spent", "budget_committed", "lines")
    assert said(table, *names) == [170e6, 150e6, 80e6, 30e6, 60e6, 2.0]


def test_rates_of_a_budget() -> None:
    table = programme_facts(*LINES)
    assert said(table, "budget_change", "budget_spent_rate") == [1.125, round(30 / 170, 9)]
    assert said(table, "carried_over", "carry_over_rate") == [20e6, round(20 / 170, 9)]


def test_the_committed_rate_is_taken_of_the_lines_that_state_it() -> None:
    """60 of 120, not of 170: of the other line nobody said anything."""
    assert said(programme_facts(*LINES), "budget_committed_rate") == [0.5]


def test_a_dash_is_never_0() -> None:
    table = programme_facts("budget:", "  - {name: 가, unit: 백만원, current: 10, previous: '-', spent: '-'}")
    names = (
        "budget",
        "budget_previous",
        "budget_change",
        "budget_spent",
        "budget_spent_rate",
        "carried_over",
    )
    assert said(table, *names) == [10e6, None, None, None, None, None]


def test_a_stated_0_is_0_and_divides_nothing() -> None:
    table = programme_facts(
        "budget:", "  - {name: 가, unit: 백만원, original: 0, current: 0, previous: 0, spent: 0}"
    )
    assert said(table, "budget", "budget_spent", "budget_spent_rate", "budget_change") == [
        0.0,
        0.0,
        None,
        None,
    ]


def test_a_programme_without_budget_lines_has_no_budget() -> None:
    assert said(programme_facts(), "budget", "lines") == [None, 0.0]


def test_a_programme_ended_before_the_year_and_one_starts_in_it() -> None:
    assert said(programme_facts("ends: 2025-12"), "ended", "started") == [True, False]
    new = programme_facts("ends: 2026-01", "starts: 2026-01", indicators=indicator("target: {2026: 3명}"))
    assert said(new, "ended", "started") == [False, True]
    assert said(programme_facts("starts: 2025-12"), "ended", "started") == [False, False]


def test_what_is_written_beside_a_programme_is_a_fact() -> None:
    table = programme_facts("exempt: 사유", "reason: 까닭", "owner: 팀", "updated: 1970-01-11")
    assert said(table, "exempt", "has_reason", "has_owner", "updated") == [True, True, True, 10.0]
    bare = programme_facts()
    assert said(bare, "exempt", "has_reason", "has_owner", "updated") == [False, False, False, None]


WHOLE = """
- {id: a, name: 가, level: outcome, aggregation: sum, direction: up, target: {2026: 10명},
   parts: [{id: v, name: 나, target: {2026: 4명}}, {id: w, name: 다, target: {2026: 6명}}]}
- {id: b, name: 라, level: output, aggregation: last, direction: up, target: {2026: 5곳}}
- {id: c, name: 마, level: output, aggregation: judged, target: {2026: 확대}}
- {id: d, name: 바, level: outcome, aggregation: last, direction: up, actual: {2025: 5곳}}
"""


def test_targets_are_counted_by_kind_and_parts_never_twice() -> None:
    """Two measured, one of words; the one without a target of this year counts nowhere."""
    table = programme_facts(indicators=WHOLE)
    assert said(table, "targets", "texts", "outcomes", "outputs") == [2.0, 1.0, 1.0, 2.0]


def test_parts_stand_after_their_whole_and_are_marked() -> None:
    facts = facts_of(programme(WHOLE))
    assert [place.id.removeprefix("jobs/p/") for place in facts.places] == ["a", "a/v", "a/w", "b", "c", "d"]
    assert facts.indicators.flags("is_part").tolist() == [0, 1, 1, 0, 0, 0]
    assert facts.indicators.numbers("indicators").tolist() == [2.0] * 6


def test_each_row_knows_its_programme() -> None:
    two = programme(ROW) + programme(ROW, "owner: 팀").replace("id: p", "id: q")
    facts = assessed_departments({"jobs": department(two), "more": department(programme(ROW), "과")}).facts
    assert facts.owner_of.tolist() == [0, 1, 2]
    assert facts.indicators.flags("has_owner").tolist() == [0, 1, 0]
    assert [facts.indicators.words("department").words[code] for code in (0, 1)] == ["일자리과", "과"]


def test_what_is_there_is_told_from_what_is_not() -> None:
    names = ("has_target", "has_previous", "has_actual", "is_new", "target_kind", "previous_comparability")
    assert said(indicator_facts(), *names) == [False, False, False, False, None, None]
    new = indicator_facts("target: {2026: 100명}", "actual: {2025: 신규}")
    assert said(new, *names) == [True, False, False, True, "measured", None]
    dash = indicator_facts("target: {2026: 100명}", "actual: {2025: '-', 2026-01: 3명}")
    assert said(dash, *names) == [True, False, True, False, "measured", None]
    known = indicator_facts("target: {2026: 100명}", "actual: {2025: {value: 9명, comparability: similar}}")
    assert said(known, *names) == [True, True, False, False, "measured", "similar"]


def test_a_row_says_its_unit_and_how_exactly_its_target_is_meant() -> None:
    table = indicator_facts("target: {2026: 5백여 명}")
    assert said(table, "unit", "target", "target_qualifier") == ["명", 500.0, "approx"]
    assert said(indicator_facts("actual: {2025: 3억원}"), "unit", "target_qualifier") == ["원", None]
    assert said(indicator_facts(), "unit", "level", "aggregation", "direction") == [
        None,
        "output",
        "sum",
        "up",
    ]


def test_a_reason_may_stand_on_value_indicator_or_programme() -> None:
    on_value = indicator_facts("target: {2026: {value: 1명, reason: 까닭}}")
    on_indicator = indicator_facts("target: {2026: 1명}", "reason: 까닭")
    nowhere = indicator_facts("target: {2026: 1명}")
    assert [said(table, "has_reason") for table in (on_value, on_indicator, nowhere)] == [
        [True],
        [True],
        [False],
    ]


def test_a_row_is_sourced_when_every_figure_is() -> None:
    target_only = indicator_facts("target: {2026: 1명}", "actual: {2025: 1명}", "source: {target: report#1}")
    both = indicator_facts("target: {2026: 1명}", "actual: {2025: 1명}", "source: report#1")
    assert [said(table, "sourced") for table in (target_only, both, indicator_facts())] == [
        [False],
        [True],
        [True],
    ]


def test_a_cumulative_target_says_its_yearly_rates() -> None:
    """600 in three years so far; 400 more in the one that is left."""
    table = indicator_facts(
        "target: {2023~2026: '1,000억원'}", "actual: {2023~2025: 600억원}", aggregation="last"
    )
    assert said(table, "cumulative", "rate_achieved", "rate_needed") == [True, 200e8, 400e8]


def test_a_target_further_off_leaves_more_years() -> None:
    """(900 − 300) over 2026, 2027 and 2028."""
    table = indicator_facts(
        "target: {2024~2028: 900억원}", "actual: {2024~2025: 300억원}", aggregation="last"
    )
    assert said(table, "rate_achieved", "rate_needed") == [150e8, 200e8]


def test_a_yearly_target_has_no_rates() -> None:
    table = indicator_facts("target: {2026: 1명}", "actual: {2025: 1명}")
    assert said(table, "cumulative", "rate_achieved", "rate_needed") == [False, None, None]


def test_columns_hold_the_facts_of_the_vocabulary() -> None:
    """Every fact a rule may name has a column of its kind."""
    judged = assessed(programme(WHOLE))
    for row, table in ((Row.INDICATOR, judged.indicators), (Row.PROGRAMME, judged.programmes)):
        kinds = {fact.name: fact.kind for fact in VOCABULARY[row]}
        assert kinds.keys() == table.columns.keys()
        for name, kind in kinds.items():
            assert kind_of(table.columns[name]) is (kind if kind in (Kind.TEXT, Kind.FLAG) else None)


def kind_of(column: Column | Flags | Words) -> Kind | None:
    """Tell a column's kind as far as it can be seen; None: numbers of some kind."""
    if isinstance(column, Words):
        return Kind.TEXT
    return Kind.FLAG if column.dtype == np.int8 else None


def test_an_office_without_rows_lays_out() -> None:
    facts: Facts = facts_of("- {id: p, name: 사업}")
    assert (facts.indicators.size, facts.programmes.size) == (0, 1)


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(6)))
def test_the_order_of_programmes_changes_no_fact(order: list[int]) -> None:
    """Rows move with their programmes and say the same."""
    texts = [
        programme(indicator(f"target: {{2026: {n + 1}명}}")).replace("id: p", f"id: p{n}") for n in range(6)
    ]
    straight = facts_of("".join(texts)).indicators
    shuffled = lay_out(reordered(facts_of("".join(texts)), order)).indicators
    assert np.array_equal(straight.numbers("target")[list(order)], shuffled.numbers("target"))


def reordered(facts: Facts, order: list[int]) -> Book:
    (only,) = facts.book.departments
    return attrs.evolve(
        facts.book, departments=(attrs.evolve(only, programmes=tuple(only.programmes[n] for n in order)),)
    )


def test_columns_keep_missing_apart() -> None:
    assert np.isnan(numbers([None, 0.0])).tolist() == [True, False]
    assert flags([None, False, True]).tolist() == [-1, 0, 1]
    assert [words(["b", None, "", "a", "b"]).codes.tolist(), words(["b", "a"]).words] == [
        [0, -1, -1, 1, 0],
        ("b", "a"),
    ]


def test_a_table_refuses_columns_of_another_length() -> None:
    with pytest.raises(ValueError, match=r"columns of 2 rows expected, found \{'x': 1\}"):
        Table(2, {"x": numbers([1])})
    with pytest.raises(ValueError, match="codes from -1 to 0 expected"):
        Words(np.array([1], np.int32), ("a",))


def test_a_table_refuses_a_column_of_another_kind() -> None:
    table = Table(1, {"number": numbers([1]), "flag": flags([True]), "text": words(["a"])})
    with pytest.raises(TypeError, match="expected a column of numbers, found another under 'flag'"):
        table.numbers("flag")
    with pytest.raises(TypeError, match="expected a column of flags, found another under 'text'"):
        table.flags("text")
    with pytest.raises(TypeError, match="expected a column of texts, found another under 'number'"):
        table.words("number")
    assert table.take(np.array([0, 0])).size == 2
