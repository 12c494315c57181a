"""The year in motion: what was due, the pace, the forecast, and laws none of them breaks."""

from collections.abc import Callable, Sequence
from datetime import date
from math import isnan

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import assessed, indicator, programme

from scorecard.rules.assess import Assessment, assess
from scorecard.targets.columns import Words
from scorecard.targets.facts import lay_out
from scorecard.wording.terms import Reason, Status

YEAR_END = {"as_of": "2026-12-31"}
QUARTER_ENDS = ("2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31")


def moved(*lines: str, on: str = "2026-06-30", schedule: str = "연중", **fields: str) -> Assessment:
    """Judge one indicator as it was known on a day."""
    return assessed(programme(indicator(*lines, **fields), f"schedule: {schedule}"), office=YEAR_END, on=on)


def number(of: Assessment, fact: str) -> float:
    return float(of.indicators.numbers(fact)[0])


def word(of: Assessment, fact: str) -> str | None:
    column = of.indicators.words(fact)
    code = int(column.codes[0])
    return None if code < 0 else column.words[code]


TARGET = "target: {2026: 1200명}"
LAST_YEAR = "2025Q1: 100명, 2025Q2: 200명, 2025Q3: 300명, 2025Q4: 400명"


@pytest.mark.parametrize(
    ("lines", "basis", "planned"),
    [
        (("plan: {2026Q1: 10%, 2026Q2: 20%, 2026H2: 70%}", f"actual: {{{LAST_YEAR}, 2026H1: 300명}}"), "plan", 360.0),
        (("plan: even", f"actual: {{{LAST_YEAR}, 2026H1: 300명}}"), "plan", 600.0),
        (("plan: {2026Q1: 120명, 2026Q2: 240명, 2026H2: 840명}", "actual: {2026H1: 300명}"), "plan", 360.0),
        ((f"actual: {{{LAST_YEAR}, 2026H1: 300명}}",), "last_year", 360.0),
        (("actual: {2025: 1000명, 2026H1: 300명}",), "schedule", 600.0),
    ],
)  # fmt: skip
def test_a_plan_goes_before_last_year_and_last_year_before_the_schedule(
    lines: tuple[str, ...], basis: str, planned: float
) -> None:
    of = moved(TARGET, *lines)
    assert word(of, "plan_basis") == basis
    assert number(of, "planned") == pytest.approx(planned)
    assert number(of, "pace") == pytest.approx(300 / planned)


def test_what_was_due_is_reckoned_for_the_months_the_actual_speaks_of() -> None:
    """A figure until March, looked at in May, is held against the plan until March."""
    of = moved(TARGET, "actual: {2026Q1: 300명}", on="2026-05-31")
    assert [number(of, "planned"), number(of, "pace")] == pytest.approx([300.0, 1.0])


def test_a_gap_is_no_shortfall_of_its_neighbours() -> None:
    of = moved(TARGET, "actual: {2026Q1: 300명, 2026Q3: 300명}", on="2026-09-30")
    assert [number(of, "pace"), number(of, "silent_quarters")] == pytest.approx([1.0, 1.0])


@pytest.mark.parametrize(
    ("direction", "monthly", "burned"),
    [("up", 80, 4.0), ("up", 120, 0.0), ("down", 120, 4.0), ("down", 80, 0.0)],
)
def test_where_less_is_better_an_excess_burns_and_not_a_lack(
    direction: str, monthly: int, burned: float
) -> None:
    """A twelfth of 1,200 is due a month and 5 % of it may be missed: 60 in a quarter burns four times as fast."""
    months = ", ".join(f"2026-0{month}: {monthly}명" for month in range(1, 7))
    of = moved(TARGET, "plan: even", f"actual: {{{months}}}", direction=direction)
    assert number(of, "burn_quarter") == pytest.approx(burned)
    assert number(of, "burn_month") == pytest.approx(burned)
    assert ("shortfall-burning" in [one.rule.text.id for one in of.findings]) is (burned > 3)


def test_what_is_to_be_kept_burns_nothing() -> None:
    of = moved(TARGET, "plan: even", "actual: {2026Q1: 240명, 2026Q2: 240명}", direction="keep")
    assert isnan(number(of, "burn_quarter"))


def test_a_september_event_is_not_due_in_march_and_never_red_before() -> None:
    for on in QUARTER_ENDS[:2]:
        of = moved(TARGET, on=on, schedule="9월")
        assert of.status_at(0) is Status.NOT_DUE
        assert of.moved.planned.reason(0) is Reason.NOT_DUE


@pytest.mark.parametrize("aggregation", ["last", "mean", "ratio", "max"])
def test_nothing_but_a_sum_is_pro_rated(aggregation: str) -> None:
    of = moved("target: {2026: 80%}", "actual: {2026H1: 20%}", aggregation=aggregation)
    assert isnan(number(of, "planned"))
    assert of.status_at(0) is Status.UNDECIDED
    assert isnan(number(of, "forecast"))


def test_an_own_plan_says_where_a_level_should_stand() -> None:
    of = moved(
        "target: {2026: 80%}",
        "plan: {2026Q1: 50%, 2026Q2: 60%}",
        "actual: {2026-06-30: 57%}",
        aggregation="last",
    )
    assert [number(of, "planned"), number(of, "pace")] == pytest.approx([60.0, 0.95])
    assert of.status_at(0) is Status.ON_TRACK


def test_construction_is_judged_by_this_year_s_increment() -> None:
    """From 45 % to 60 % of 45 to 80: what was gone of this year's way, not of the whole house."""
    lines = (
        "target: {2026: 80%}",
        "plan: {2026Q2: 65%}",
        "actual: {2025: 45%, 2026-06-30: 60%}",
        "method: from-baseline",
    )
    assert number(moved(*lines, aggregation="last"), "pace") == pytest.approx(15 / 20)


def test_too_early_and_too_few_are_not_judged() -> None:
    early = moved(TARGET, "actual: {2026-01: 1명}", on="2026-01-31")
    few = moved("target: {2026: 4회}", "actual: {2026H1: 0회}")
    assert [of.status_at(0) for of in (early, few)] == [Status.UNDECIDED] * 2
    assert (bool(early.moved.early[0]), bool(few.moved.few[0])) == (True, True)


def test_a_count_is_forecast_with_its_range_and_chance() -> None:
    """The vector D6 by way of a project: N 480, k .5, s .45, y 190, t 450."""
    plan = "plan: {2026-01: 45%, 2026H2: 55%}"
    of = moved("target: {2026: 450건}", plan, "actual: {2025: 480건, 2026-01: 190건}")
    told = [number(of, name) for name in ("forecast", "forecast_low", "forecast_high", "p_hit")]
    assert told == [pytest.approx(438.9, abs=0.1), 414.0, 465.0, pytest.approx(0.293, abs=0.001)]


def test_a_target_within_the_range_is_not_behind() -> None:
    """Half of what was due, of few events: the year may yet turn out well."""
    of = moved("target: {2026: 20건}", "actual: {2025: 20건, 2026H1: 5건}")
    assert number(of, "outlook") < 0.8
    assert of.status_at(0) is (Status.WATCH if number(of, "outlook_best") >= 1 else Status.BEHIND)


MONTHS_2025 = (30, 35, 60, 70, 80, 75, 60, 40, 90, 110, 130, 120)


def test_a_season_turns_a_verdict_round() -> None:
    """The vector D2 by way of a project: by days 806 of 1,000, by last year's months 1,032."""
    months = ", ".join(f"2025-{n:02}: {value}백만원" for n, value in enumerate(MONTHS_2025, start=1))
    of = moved("target: {2026: 1000백만원}", f"actual: {{{months}, 2026-07-31: 470백만원}}", on="2026-07-31")
    assert number(of, "forecast") == pytest.approx(1031.7e6, abs=0.1e6)
    assert of.status_at(0) is Status.ON_TRACK


def test_a_schedule_alone_forecasts_no_money() -> None:
    of = moved("target: {2026: 1000백만원}", "actual: {2026H1: 300백만원}")
    assert isnan(number(of, "forecast"))
    assert of.status_at(0) is Status.BEHIND


def test_a_plan_declared_even_forecasts_in_proportion() -> None:
    of = moved("target: {2026: 1000백만원}", "plan: even", "actual: {2026H1: 300백만원}")
    assert number(of, "forecast") == pytest.approx(600e6)


def test_of_what_ought_to_stay_low_an_early_figure_attains_nothing() -> None:
    of = moved("target: {2026: 40건}", "actual: {2026H1: 10건}", direction="down")
    assert of.attained.attainment.reason(0) is Reason.NOT_DUE
    assert of.status_at(0) is Status.ON_TRACK


def test_a_fiscal_year_from_april_is_no_different() -> None:
    """The same figures a quarter later, in a year that begins a quarter later, say the same."""
    lines = (TARGET, f"actual: {{{LAST_YEAR}, 2026Q1: 90명, 2026Q2: 230명}}")
    told = [
        assessed(
            programme(indicator(*lines), "schedule: 연중"),
            office={"as_of": "2027-03-31", "year_begins": begins},
            on=on,
        )
        for begins, on in (("1", "2026-06-30"), ("4", "2026-09-30"))
    ]
    for name in ("planned", "planned_share", "pace", "forecast", "p_hit", "silent_quarters"):
        assert number(told[0], name) == pytest.approx(number(told[1], name), nan_ok=True), name
    assert told[0].status_at(0) is told[1].status_at(0)


@pytest.mark.parametrize(
    ("aggregation", "lines"),
    [
        ("mean", ("actual: {2026Q1: 50점}",)),
        ("last", ("plan: {2026Q1: 50점, 2026Q3: 70점}", "actual: {2026-03-31: 50점}")),
    ],
)
def test_a_year_told_only_in_part_is_not_judged_as_a_whole(aggregation: str, lines: tuple[str, ...]) -> None:
    of = moved("target: {2026: 80점}", *lines, aggregation=aggregation, on="2026-12-31")
    assert of.status_at(0) is Status.MISSING


def test_a_status_set_by_hand_holds_from_its_day_to_its_last() -> None:
    held = "overrides: [{status: watch, reason: 사고, by: 성과관리팀, on: 2026-04-10, until: 2026-07-31}]"
    told = [
        moved(TARGET, held, "actual: {2026-06-30: 700명}", on=on)
        for on in ("2026-04-09", "2026-06-30", "2026-08-01")
    ]
    assert [of.status_at(0) is Status.WATCH for of in told] == [False, True, False]
    assert int(told[1].computed[0]) != int(told[1].status[0])


PLANS = st.lists(st.integers(1, 9), min_size=12, max_size=12)


@settings(max_examples=25, deadline=None)
@given(monthly=PLANS, gone=st.integers(1, 11))
def test_pace_is_one_on_plan_exactly(monthly: list[int], gone: int) -> None:
    plan = ", ".join(f"2026-{month:02}: {value * 100}원" for month, value in enumerate(monthly, start=1))
    actual = ", ".join(
        f"2026-{month:02}: {value * 100}원" for month, value in enumerate(monthly[:gone], start=1)
    )
    of = moved(
        f"target: {{2026: {sum(monthly) * 100}원}}",
        f"plan: {{{plan}}}",
        f"actual: {{{actual}}}",
        on="2026-12-01",
    )
    assert number(of, "pace") == pytest.approx(1.0)


JOINS: dict[str, Callable[[Sequence[int]], float]] = {
    "sum": sum,
    "mean": lambda some: sum(some) / len(some),
    "max": max,
    "last": lambda some: some[-1],
}


@settings(max_examples=20, deadline=None)
@given(monthly=PLANS, aggregation=st.sampled_from(["sum", "mean", "max", "last"]))
def test_a_year_entered_by_months_or_by_quarters_is_the_same_year(
    monthly: list[int], aggregation: str
) -> None:
    join = JOINS[aggregation]
    months = ", ".join(f"2026-{month:02}: {value}일" for month, value in enumerate(monthly, start=1))
    quarters = ", ".join(f"2026Q{q + 1}: {join(monthly[3 * q : 3 * q + 3]):.9f}일" for q in range(4))
    one, other = (
        moved("target: {2026: 50일}", f"actual: {{{told}}}", aggregation=aggregation, on="2026-12-31")
        for told in (months, quarters)
    )
    assert number(one, "actual") == pytest.approx(number(other, "actual"))
    assert one.status_at(0) is other.status_at(0)


ROWS = {
    "loans": indicator("target: {2026: 1200권}", f"actual: {{{LAST_YEAR.replace('명', '권')}, 2026Q1: 100권, ADDED}}", id="loans"),
    "level": indicator("target: {2026: 80%}", "plan: {2026Q2: 60%}", "actual: {2025: 45%, 2026-03-31: 50%, STATE}", id="level", aggregation="last"),
    "down": indicator("target: {2026: 40건}", "actual: {2025: 50건, 2026Q1: 8건, ADDED}", id="down", direction="down"),
}  # fmt: skip


def everything(of: Assessment) -> list[object]:
    """List all that an edition says of its rows, missing values as words."""
    columns = of.indicators.columns
    told = [
        [str(x) for x in (column.codes if isinstance(column, Words) else column)]
        for column in columns.values()
    ]
    return [told, of.status.tolist()]


@settings(max_examples=15, deadline=None)
@given(quarter=st.integers(2, 4), amount=st.integers(0, 900), state=st.integers(0, 100))
def test_a_later_actual_changes_no_earlier_edition(quarter: int, amount: int, state: int) -> None:
    end = QUARTER_ENDS[quarter - 1]
    before, after = (
        "".join(ROWS.values()).replace(", ADDED", added).replace(", STATE", stated)
        for added, stated in (("", ""), (f", 2026Q{quarter}: {amount}UNIT", f", {end}: {state}%"))
    )
    after = after.replace(f"{amount}UNIT", f"{amount}권", 1).replace(f"{amount}UNIT", f"{amount}건")
    one, other = (
        assessed(programme(text, "schedule: 연중"), office=YEAR_END, on="2026-03-31")
        for text in (before, after)
    )
    assert everything(one) == everything(other)


@settings(max_examples=20, deadline=None)
@given(target=st.integers(100, 900), actual=st.integers(0, 900), last=st.integers(100, 900))
def test_the_unit_figures_are_written_in_changes_no_status(target: int, actual: int, last: int) -> None:
    statuses = [
        moved(
            f"target: {{2026: {target}}}", f"actual: {{2025: {last}, 2026H1: {actual}}}", f"unit: {unit}"
        ).status_at(0)
        for unit in ("천원", "백만원", "억원")
    ]
    assert len(set(statuses)) == 1


def test_the_order_of_rows_changes_nothing() -> None:
    rows = [text.replace(", ADDED", "").replace(", STATE", "") for text in ROWS.values()]
    forwards, backwards = (
        assessed(programme("".join(order), "schedule: 연중"), office=YEAR_END, on="2026-03-31")
        for order in (rows, rows[::-1])
    )
    assert forwards.status.tolist() == backwards.status.tolist()[::-1]
    for name in ("planned", "pace", "forecast", "p_hit"):
        one, other = forwards.indicators.numbers(name), backwards.indicators.numbers(name)[::-1]
        assert np.array_equal(one, other, equal_nan=True), name


def test_a_book_without_indicators_stands_still() -> None:
    of = assessed("- {id: p, name: 사업}", office=YEAR_END)
    assert of.moved.share.size == 0
    known = attrs.evolve(of.facts.book, office=attrs.evolve(of.facts.book.office, as_of=date(2026, 2, 1)))
    assert assess(lay_out(known), of.rules).status.size == 0
