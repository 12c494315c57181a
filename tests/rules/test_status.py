"""A status says what the day allows to say: nothing is red merely because the year is young."""

from datetime import date, timedelta
from functools import cache

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import assessed, indicator, programme

from scorecard.rules.assess import Assessment, assess
from scorecard.targets.facts import lay_out
from scorecard.wording.terms import Status

YEAR_END = "2026-12-31"


def status(*lines: str, as_of: str = YEAR_END, schedule: str = "연중", **fields: str) -> Status:
    """Tell the status of one indicator."""
    text = programme(indicator(*lines, **fields), f"schedule: {schedule}")
    return assessed(text, on=as_of, office={"as_of": "2027-12-31"}).status_at(0)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ("1,000,000원", Status.ACHIEVED),
        ("999,999원", Status.ON_TRACK),
        ("950,000원", Status.ON_TRACK),
        ("949,999원", Status.WATCH),
        ("800,000원", Status.WATCH),
        ("799,999원", Status.BEHIND),
        ("0원", Status.BEHIND),
    ],
)
def test_bands_are_compared_unrounded(actual: str, expected: Status) -> None:
    """99.9999 % is not achieved, however it would be printed."""
    assert status("target: {2026: '1,000,000원'}", f"actual: {{2026: '{actual}'}}") is expected


def test_what_is_due_and_silent_is_missing() -> None:
    assert status("target: {2026: 100명}") is Status.MISSING
    assert status("target: {2026: 100명}", "actual: {2026: '-'}") is Status.MISSING


def test_what_is_silent_and_not_due_is_not_due() -> None:
    assert status("target: {2026: 100명}", as_of="2026-03-30") is Status.NOT_DUE
    assert status("target: {2026: 100명}", as_of="2026-12-30", aggregation="last") is Status.NOT_DUE


def test_a_quarter_that_ended_in_silence_is_missing() -> None:
    """But only where its months were to bring something."""
    assert status("target: {2026: 100명}", as_of="2026-03-31") is Status.MISSING
    assert status("target: {2026: 100명}", schedule="9월", as_of="2026-08-31") is Status.NOT_DUE


@pytest.mark.parametrize(
    ("schedule", "day", "expected"),
    [
        ("상반기", "2026-06-29", Status.NOT_DUE),
        ("상반기", "2026-06-30", Status.MISSING),
        ("2월, 9월", "2026-08-31", Status.NOT_DUE),
        ("2월, 9월", "2026-09-30", Status.MISSING),
    ],
)
def test_a_result_is_due_when_its_last_month_has_gone_by(schedule: str, day: str, expected: Status) -> None:
    """Of what is no sum nothing is expected before."""
    assert status("target: {2026: 100명}", schedule=schedule, as_of=day, aggregation="max") is expected


def test_a_sum_once_reached_is_achieved_before_it_is_due() -> None:
    assert status("target: {2026: 100명}", "actual: {2026Q1: 120명}", as_of="2026-04-30") is Status.ACHIEVED


@pytest.mark.parametrize(
    ("fields", "target", "actual"),
    [
        ({"aggregation": "max"}, "100명", "99명"),
        ({"aggregation": "last", "direction": "down"}, "100명", "20명"),
        ({"aggregation": "mean"}, "80점", "90점"),
        ({"aggregation": "ratio"}, "80%", "90%"),
        ({"aggregation": "mean", "direction": "keep"}, "100명", "100명"),
    ],
)
def test_an_early_figure_that_can_still_change_decides_nothing(
    fields: dict[str, str], target: str, actual: str
) -> None:
    """Not enough yet, fewer is better, or an average: the year may end otherwise."""
    early = status(
        f"target: {{2026: {target}}}", f"actual: {{2026Q1: {actual}}}", as_of="2026-04-30", **fields
    )
    assert early is Status.UNDECIDED


def test_without_a_target_nothing_is_decided() -> None:
    assert status("actual: {2026: 100명}") is Status.UNDECIDED


@pytest.mark.parametrize(
    ("direction", "actual", "expected"),
    [
        ("up", "5명", "achieved"),
        ("down", "0명", "achieved"),
        ("down", "1명", "behind"),
        ("keep", "0명", "achieved"),
    ],
)
def test_a_target_of_zero_is_met_or_not(direction: str, actual: str, expected: str) -> None:
    """There is no ratio to zero, and no doubt either."""
    lines = ("target: {2026: 0명}", f"actual: {{2026: {actual}}}")
    assert status(*lines, direction=direction) is Status(expected)


def test_no_accident_so_far_is_on_course_and_one_is_too_many() -> None:
    lines = ("target: {2026: 0건}", "actual: {2026Q1: 0건, 2026Q2: 1건}")
    told = [status(*lines, direction="down", as_of=day) for day in ("2026-03-31", "2026-06-30")]
    assert told == [Status.ON_TRACK, Status.BEHIND]


DONE, OPEN = "{name: 설계, due: 2026-03, done: 2026-03-20}", "{name: 착공, due: 2026-09}"


@pytest.mark.parametrize(
    ("steps", "day", "expected"),
    [
        (f"{DONE}, {OPEN}", "2026-02-28", Status.NOT_DUE),
        (f"{DONE}, {OPEN}", "2026-04-30", Status.ON_TRACK),
        (f"{DONE}, {OPEN}", "2026-09-30", Status.ON_TRACK),
        (f"{DONE}, {OPEN}", "2026-10-01", Status.WATCH),
        (f"{DONE}, {OPEN}", "2026-10-31", Status.BEHIND),
        (DONE, "2026-03-20", Status.ACHIEVED),
        (DONE, "2026-03-19", Status.NOT_DUE),
    ],
)
def test_a_milestone_is_late_only_when_a_step_is(steps: str, day: str, expected: Status) -> None:
    assert status("target: {2026: 착공}", f"steps: [{steps}]", aggregation="milestone", as_of=day) is expected


def test_steps_of_another_year_are_not_judged() -> None:
    other_year = status("target: {2027: 준공}", f"steps: [{DONE}]", aggregation="milestone")
    assert other_year is Status.UNDECIDED


RED = {Status.BEHIND, Status.WATCH, Status.MISSING}
SCHEDULES = ("연중", "상반기", "하반기", "2월, 9월", "3~10월", "분기별", "12월", "'26. 5.~")
KINDS = (("sum", "up"), ("last", "down"), ("mean", "up"), ("max", "keep"), ("ratio", "up"))


@cache
def many_rows(year_begins: int) -> Assessment:
    """Judge every schedule with every kind of indicator, reporting little or nothing."""
    rows = []
    for s, schedule in enumerate(SCHEDULES):
        for k, (aggregation, direction) in enumerate(KINDS):
            for a, actual in enumerate(("", "actual: {2026-04: 3명, 2026-07: 4명}")):
                lines = ("target: {2026: 100명}", f'schedule: "{schedule}"', *filter(None, [actual]))
                rows.append(
                    indicator(*lines, id=f"i-{s}-{k}-{a}", aggregation=aggregation, direction=direction)
                )
    return assessed(programme("".join(rows)), office={"year_begins": str(year_begins), "as_of": "2026-12-01"})


def judged_on(assessment: Assessment, day: date) -> Assessment:
    book = assessment.facts.book
    return assess(lay_out(attrs.evolve(book, office=attrs.evolve(book.office, as_of=day))), assessment.rules)


@settings(max_examples=60, deadline=None)
@given(day=st.integers(0, 400), year_begins=st.sampled_from([1, 3, 4, 7]))
def test_nothing_is_red_because_the_year_is_young(day: int, year_begins: int) -> None:
    """While nothing is due, no row is behind or on watch; missing is only what was due in a quarter gone by."""
    then = judged_on(many_rows(year_begins), date(2026, year_begins, 1) + timedelta(days=day))
    due, table = then.indicators.flags("due") == 1, then.indicators
    early = ~due & ~(table.numbers("planned_share") >= then.rules.attainment.pace.early)
    told = {
        then.status_at(int(row)) for row in np.flatnonzero(early & (table.numbers("silent_quarters") == 0))
    }
    assert not told & RED
    assert due.all() == (day >= 364)


@settings(max_examples=30, deadline=None)
@given(day=st.integers(0, 363))
def test_what_is_due_stays_due(day: int) -> None:
    """A later day never takes a result's time back."""
    today, tomorrow = (
        judged_on(many_rows(1), date(2026, 1, 1) + timedelta(days=day + n)).indicators.flags("due")
        for n in (0, 1)
    )
    assert (tomorrow >= today).all()
