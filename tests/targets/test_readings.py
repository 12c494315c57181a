"""A year is read as it was known on a day: parts make the year, nothing is pro-rated or guessed."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import facts_of, indicator, programme

from scorecard.targets.facts import lay_out
from scorecard.targets.joining import without_overlap
from scorecard.targets.measures import Comparability
from scorecard.targets.periods import fiscal_year, read_period
from scorecard.targets.quantities import Qualifier
from scorecard.targets.readings import Year, read_year

SAME, PARTIAL, SIMILAR = Comparability.SAME, Comparability.PARTIAL, Comparability.SIMILAR


def year_of(
    *lines: str, as_of: str = "2026-12-31", on: str = "", year_begins: str = "1", **fields: str
) -> Year:
    """Read the year of one indicator, as it stands or as it was known on a day."""
    text = programme(indicator(*lines, **fields))
    return facts_of(text, on=on, as_of=as_of, year_begins=year_begins).years[0]


def value(year: Year, which: str = "actual") -> float | None:
    quantity = getattr(year, which).quantity
    return quantity.value if quantity else None


HALVES = "actual: {2025H1: 40명, 2025H2: 60명}"


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [("sum", 100.0), ("mean", 50.0), ("last", 60.0), ("max", 60.0), ("ratio", 60.0)],
)
def test_halves_make_the_year_by_aggregation(aggregation: str, expected: float) -> None:
    year = year_of(HALVES, aggregation=aggregation)
    assert value(year, "previous") == expected


def test_halves_that_make_a_whole_year_are_the_same_as_the_year() -> None:
    previous = year_of(HALVES).previous
    assert (previous.comparability, previous.text, previous.until) == (
        SAME,
        "40명 · 60명",
        date(2025, 12, 31),
    )


@pytest.mark.parametrize(
    ("written", "aggregation", "expected"),
    [
        ("{2025H1: 40명}", "sum", PARTIAL),
        ("{2025H1: 40명}", "mean", PARTIAL),
        ("{2025Q1: 40명, 2025H2: 60명}", "max", PARTIAL),
        ("{2025H1: 40명}", "last", SAME),
        ("{2025-12-31: 40명}", "last", SAME),
        ("{2025-12: 40명}", "ratio", PARTIAL),
        ("{2025H1: 40명, 2025Q3: 1명, 2025-10: 1명, 2025-11: 1명, 2025-12: 1명}", "sum", SAME),
    ],
)
def test_a_past_year_not_wholly_told_is_partial(
    written: str, aggregation: str, expected: Comparability
) -> None:
    """But the last state of a year speaks for the year, whichever day it is of."""
    previous = year_of(f"actual: {written}", aggregation=aggregation).previous
    assert previous.comparability is expected


def test_a_running_year_is_no_part_of_a_year() -> None:
    """Half a year told on 30 June is all there is to tell."""
    on_the_day, later = (
        year_of("actual: {2026H1: 40명}", as_of=day).actual for day in ("2026-06-30", "2026-12-31")
    )
    assert (on_the_day.comparability, later.comparability) == (SAME, PARTIAL)


def test_the_least_comparable_part_speaks_for_the_year() -> None:
    parts = "actual: {2025H1: {value: 40명, comparability: similar}, 2025H2: 60명}"
    assert year_of(parts).previous.comparability is SIMILAR


def test_what_is_said_of_parts_is_said_of_the_year() -> None:
    parts = "actual: {2025H1: {value: 약 40명, provisional: true, note: 가}, 2025H2: {value: 60명, note: 나, source: 'report#2'}}"
    previous = year_of(parts).previous
    assert previous.quantity is not None
    assert (previous.provisional, previous.note, previous.quantity.qualifier) == (
        True,
        "가 나",
        Qualifier.APPROX,
    )
    assert [one.first for one in previous.source] == [2]


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-03-30", None), ("2026-03-31", 10.0), ("2026-06-30", 30.0)]
)
def test_what_was_reported_later_is_not_known_yet(on: str, expected: float | None) -> None:
    """An edition of March shows what March knew."""
    year = year_of("actual: {2026Q1: 10명, 2026Q2: 20명, 2026-12: 99명}", on=on)
    assert value(year) == expected


def test_next_year_s_actual_is_no_actual_of_this_year() -> None:
    year = year_of("actual: {2024: 1명, 2027: 3명, 2027H1: 2명}", as_of="2027-12-31")
    assert (value(year), value(year, "previous")) == (None, None)


def test_the_whole_year_goes_before_its_parts() -> None:
    """A figure for the year is not added to those of its halves."""
    once = "{value: 90명, checked: 두 반기에 다 든 사람은 한 번만 셈}"
    assert value(year_of(f"actual: {{2025: {once}, 2025H1: 40명, 2025H2: 60명}}"), "previous") == 90


def test_parts_that_overlap_are_counted_once() -> None:
    """A half written beside its two quarters is told twice and happened once."""
    year = year_of("actual: {2025H1: 40명, 2025Q1: 15명, 2025Q2: 25명, 2025Q3: 20명}")
    assert (value(year, "previous"), year.previous.text) == (60.0, "40명 · 20명")


@pytest.mark.parametrize("written", ["-", "신규"])
def test_an_absent_figure_is_written_down_and_missing(written: str) -> None:
    previous = year_of(f"actual: {{2025: '{written}'}}").previous
    assert (previous.text, previous.quantity, previous.written) == (written, None, False)
    assert previous.absent is not None


def test_absent_parts_are_left_out() -> None:
    year = year_of("actual: {2025H1: '-', 2025H2: 60명}")
    assert (value(year, "previous"), year.previous.comparability) == (60.0, PARTIAL)


def test_nothing_written_is_nothing_read() -> None:
    year = year_of()
    assert [one.written for one in (year.target, year.previous, year.actual)] == [False] * 3
    assert year.previous.period is None


def test_a_sum_of_printed_figures_keeps_its_figures() -> None:
    previous = year_of("actual: {2025: {sum: [169개사, 138개사, 307개사]}}").previous
    assert previous.quantity is not None
    assert (previous.quantity.value, previous.text) == (614.0, "169개사 + 138개사 + 307개사")


def test_a_cumulative_target_is_held_against_cumulative_actuals() -> None:
    lines = ("target: {2023~2026: 100명}", "actual: {2023~2025: 60명, 2025: 25명, 2023~2026: 90명}")
    year = year_of(*lines, aggregation="last")
    assert [value(year, which) for which in ("target", "previous", "actual")] == [100.0, 60.0, 90.0]


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ("{2026: 10명, 2023~2026: 100명}", 10.0),
        ("{2023~2026: 100명, 2023~2030: 900명}", 100.0),
        ("{2023~2028: 100명}", 100.0),
        ("{2020~2025: 100명}", None),
        ("{2027~2030: 100명}", None),
        ("{2025: 10명}", None),
    ],
)
def test_the_year_s_own_target_goes_first_then_the_nearest_span(targets: str, expected: float | None) -> None:
    assert value(year_of(f"target: {targets}", aggregation="last"), "target") == expected


def test_a_fiscal_year_from_april_takes_its_own_months() -> None:
    """January 2026 belongs to the year before, January 2027 to this one."""
    lines = "actual: {2026-01: 1명, 2026-04: 2명, 2027-01: 4명, 2027-04: 8명}"
    year = year_of(lines, as_of="2027-04-30", on="2027-03-31", year_begins="4")
    assert (value(year, "previous"), value(year)) == (1.0, 6.0)


def test_halves_of_a_fiscal_year_begin_with_it() -> None:
    year = year_of("actual: {2026H1: 2명}", as_of="2026-09-30", year_begins="4")
    assert (value(year), year.actual.until) == (2.0, date(2026, 9, 30))


def test_a_year_s_figure_is_known_when_the_year_is_over() -> None:
    assert value(year_of("actual: {2026: 5명}", on="2026-12-30")) is None
    year = year_of("actual: {2026: 5명}", as_of="2027-03-31")
    assert (value(year), year.actual.until) == (5.0, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{2026-01-31: 20명, 2026-02-28: 35명}", (35.0, date(2026, 2, 28))),
        ("{2026Q1: 40명, 2026-04-15: 45명}", (45.0, date(2026, 4, 15))),
        ("{2026-01-31: 20명, 2026-02: 15명}", (35.0, date(2026, 2, 28))),
        ("{2026-02-15: 20명, 2026Q1: 40명}", (40.0, date(2026, 3, 31))),
    ],
)
def test_a_day_is_a_running_total_of_a_sum(written: str, expected: tuple[float, date]) -> None:
    """`2026-02-28: 35명` says what had come in since January, not what came in on that day."""
    year = year_of(f"actual: {written}")
    assert (value(year), year.actual.until) == expected


def test_months_of_unlike_length_are_weighed_in_a_mean() -> None:
    year = year_of("actual: {2026H1: 10명, 2026Q3: 40명}", on="2026-09-30", aggregation="mean")
    assert value(year) == pytest.approx(20.0)


def test_a_ratio_adds_up_numerators_and_denominators() -> None:
    """Not the mean of 90 % and 50 %: the second quarter had ten times as many people."""
    lines = ("unit: '%'", "actual: {2026Q1: 9/10, 2026Q2: 50명/100명}")
    year = year_of(*lines, aggregation="ratio", on="2026-06-30")
    assert value(year) == pytest.approx(100 * 59 / 110)


def test_a_ratio_of_which_one_part_hides_its_denominator_is_its_last_part() -> None:
    year = year_of("actual: {2026Q1: 9/10, 2026Q2: 50%}", aggregation="ratio", on="2026-06-30")
    assert value(year) == 50.0


CORRECTED = "actual: {2026Q1: {value: 80명, restated: [{was: 100명, on: 2026-07-10, reason: 중복 제거}]}}"


@pytest.mark.parametrize(
    ("on", "expected", "by"), [("2026-07-09", 100.0, None), ("2026-07-10", 80.0, pytest.approx(-0.2))]
)
def test_a_correction_is_not_known_before_it_was_made(on: str, expected: float, by: object) -> None:
    actual = year_of(CORRECTED, on=on).actual
    assert actual.quantity is not None
    assert (actual.quantity.value, actual.restated) == (expected, by)


def test_a_value_s_own_source_goes_before_the_indicator_s() -> None:
    lines = ("target: {2026: {value: 5명, source: report#7}}", "actual: {2025: 3명}", "source: report#1")
    year = year_of(*lines)
    assert [[one.first for one in reading.source] for reading in (year.target, year.previous)] == [[7], [1]]


def test_a_source_is_no_source_of_what_came_after_it() -> None:
    """Whoever adds a quarter beside last year's figure must say where the new one stands."""
    facts = facts_of(
        programme(indicator("actual: {2025: 3명, 2026Q1: 4명, 2026Q2: 5명}", "source: report#1")),
        as_of="2026-12-31", sources="{report: {title: 보고, date: 2026-03}}",
    )  # fmt: skip
    year = facts.years[0]
    known = attrs.evolve(facts.book, office=attrs.evolve(facts.book.office, as_of=date(2026, 3, 31)))
    in_march = lay_out(known).years[0]
    assert [[one.first for one in reading.source] for reading in (year.previous, year.actual)] == [[1], []]
    assert [one.first for one in in_march.actual.source] == [1]


def test_a_source_without_a_date_may_speak_of_any_day() -> None:
    sources = "{report: {title: 보고, date: 봄}, other: {title: 다른 보고}}"
    for source in ("report#1", "other#1"):
        text = programme(indicator("actual: {2026: 4명}", f"source: {source}"))
        assert facts_of(text, as_of="2026-12-31", sources=sources).years[0].actual.source


def test_steps_are_the_target_of_a_milestone_that_names_none() -> None:
    steps = "steps: [{name: 설계, due: 2026-03}, {name: 착공, due: 2026-09}]"
    target = year_of(steps, aggregation="milestone").target
    assert (target.text, target.written, str(target.period)) == ("설계 · 착공", True, "2026")


def test_a_value_says_what_part_of_the_year_it_covers() -> None:
    assert year_of("actual: {2025: {value: 9명, covers: 10~12월}}").previous.covers == "10~12월"


months = st.sets(st.integers(1, 12), min_size=1)


@given(chosen=months, with_half=st.booleans(), with_quarter=st.booleans())
def test_kept_parts_never_overlap_and_leave_nothing_out(
    chosen: set[int], with_half: bool, with_quarter: bool
) -> None:
    """Every day told by some part is told by exactly one that is kept."""
    keys = [
        *(f"2025-{month:02}" for month in chosen),
        *(["2025H1"] * with_half),
        *(["2025Q2"] * with_quarter),
    ]
    parts = [read_period(key) for key in keys]
    kept = without_overlap(parts)
    days = [day for part in kept for day in range(part.first.toordinal(), part.last.toordinal() + 1)]
    assert sorted(days) == days
    assert set(days) == {
        day for part in parts for day in range(part.first.toordinal(), part.last.toordinal() + 1)
    }
    assert len(set(days)) == len(days)


@given(st.lists(st.integers(0, 500), min_size=12, max_size=12))
def test_months_add_up_to_what_the_year_adds_up_to(monthly: list[int]) -> None:
    written = ", ".join(f"2025-{month:02}: {amount}명" for month, amount in enumerate(monthly, start=1))
    facts = facts_of(programme(indicator(f"actual: {{{written}}}")))
    read = read_year(facts.places[0].indicator, fiscal_year(2026), date(2026, 1, 1))
    assert value(read, "previous") == sum(monthly)
    assert read.previous.comparability is SAME


@pytest.mark.parametrize(
    ("aggregation", "written", "expected"),
    [
        ("sum", "{2026Q1: 0.1톤, 2026Q2: 0.2톤}", 0.3),
        ("sum", "{2026: {sum: [0.1톤, 0.2톤]}}", 0.3),
        ("mean", "{2026Q1: 0.1톤, 2026Q2: 0.2톤, 2026Q3: 0.3톤}", 0.2),
        ("ratio", "{2026: 29/100}", 29.0),
        ("ratio", "{2026: 7/100}", 7.0),
        ("ratio", "{2026: 0.29/1}", 29.0),
        ("ratio", "{2026Q1: 0.1/0.5, 2026Q2: 0.2/0.5}", 30.0),
    ],
)
def test_figures_are_reckoned_as_on_paper(aggregation: str, written: str, expected: float) -> None:
    """No target is missed by the last digit of a binary fraction."""
    assert value(year_of(f"actual: {written}", aggregation=aggregation)) == expected
