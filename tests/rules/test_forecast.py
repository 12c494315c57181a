"""Forecasts give the digits of METHODS D1, D2 and D6, keep their laws, and say why where they give none."""

import math
from collections.abc import Sequence
from random import Random

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.rules.forecast import Forecast, Progress, gamma_poisson, linear, seasonal
from scorecard.rules.methods import REASONS
from scorecard.targets.columns import Column
from scorecard.wording.terms import Reason

MISSING = math.nan
pytestmark = pytest.mark.filterwarnings("error")

Row = tuple[float, float, float, float]  #: Actual, target, share, sign.


def progress(*rows: Row) -> Progress:
    return Progress(*np.array(rows, dtype=np.float64).reshape(-1, 4).T)


def years(*rows: Sequence[float]) -> Column:
    """Shares of past years, one sequence a row."""
    return np.array(rows, dtype=np.float64)


def told(forecast: Forecast) -> list[float | Reason | None]:
    """Point, range and chance of the one row, a figure that is missing as None; last why."""
    figures = [float(column[0]) for column in attrs.astuple(forecast, recurse=False)[:4]]
    reason = int(forecast.reasons[0])
    return [
        *(None if math.isnan(one) else round(one, 3) for one in figures),
        REASONS[reason] if reason >= 0 else None,
    ]


def past(
    *shares: float, actual: float = 470, target: float = 1000, sign: float = 1
) -> list[float | Reason | None]:
    return told(seasonal(progress((actual, target, MISSING, sign)), years(shares)))


def counted(
    actual: float = 190, target: float = 450, share: float = 0.45, prior: float = 480, sign: float = 1
) -> list[float | Reason | None]:
    return told(gamma_poisson(progress((actual, target, share, sign)), np.array([prior])))


MONTHS = (30, 35, 60, 70, 80, 75, 60, 40, 90, 110, 130, 120)  #: Of D2's year 2025.


def test_d1_divides_by_the_share_of_the_year() -> None:
    """520 of 1,000 on day 212 of 365."""
    point = linear(progress((520, 1000, 212 / 365, 1))).point[0]
    assert round(float(point), 1) == 895.3


def test_d2_divides_by_the_share_of_last_year() -> None:
    """470 by July, when last year had 45.556 %; by days it would be 805.7, the opposite verdict."""
    share = sum(MONTHS[:7]) / sum(MONTHS)
    assert round(share, 5) == 0.45556
    assert past(share) == [pytest.approx(1031.7, abs=0.05), None, None, None, Reason.TOO_FEW_POINTS]
    by_days = linear(progress((470, 1000, 7 / 12, 1))).point[0]
    assert round(float(by_days), 1) == 805.7


def test_d2_two_years_give_the_range_between_them() -> None:
    point, low, high, chance, reason = past(0.43, 0.48)
    assert (round(low), round(high)) == (979, 1093)  # type: ignore[arg-type]
    assert point == round(470 / math.sqrt(0.43 * 0.48), 3)
    assert (chance, reason) == (None, Reason.TOO_FEW_POINTS)


def test_d2_three_years_give_a_range_by_student() -> None:
    """Logs of 1 ÷ share of 0, ln 2 and 2 ln 2: mean ln 2, spread ln 2, two degrees of freedom."""
    point, low, high, chance, reason = past(1.0, 0.5, 0.25, actual=100, target=200)
    reach = 1.885618083 * math.log(2) * math.sqrt(4 / 3)
    assert point == 200
    assert high == round(200 * math.exp(reach), 3)
    assert low == 100, "what has come stays"
    assert (chance, reason) == (0.5, None)


def test_d2_the_chance_is_student_s_too() -> None:
    """One prediction error above the median, two degrees of freedom: .5 - 1/(2 √3)."""
    target = 200 * 2 ** math.sqrt(4 / 3)
    beyond = 0.5 - 1 / math.sqrt(12)
    assert past(1.0, 0.5, 0.25, actual=100, target=target)[3] == round(beyond, 3)
    assert past(1.0, 0.5, 0.25, actual=100, target=target, sign=-1)[3] == round(1 - beyond, 3)


@pytest.mark.parametrize(
    ("target", "sign", "chance"), [(1000, 1, 1), (1000.5, 1, 0), (1000, -1, 1), (999.5, -1, 0)]
)
def test_d2_years_all_alike_leave_no_doubt(target: float, sign: float, chance: float) -> None:
    assert past(0.47, 0.47, 0.47, target=target, sign=sign) == [1000, 1000, 1000, chance, None]


def test_d2_what_is_reached_stays_reached() -> None:
    """Late in the year the range would reach below what has come, were nothing known but shares."""
    assert past(0.95, 0.97, 0.99, actual=990, target=990)[1:4:2] == [990, 1]
    assert past(0.95, 0.97, 0.99, actual=990, target=980, sign=-1)[3] == 0


def test_d2_where_years_fell_back_so_may_this() -> None:
    """A share above 1: more had come by the day than stood at the year's end."""
    _, low, _, chance, _ = past(1.3, 1.0, 0.8, actual=1000, target=1000)
    assert low < 1000  # type: ignore[operator]
    assert 0 < chance < 1  # type: ignore[operator]


def test_d6_gives_range_and_chance_of_counts() -> None:
    """480 last year, 190 by 45 % of the plan, 450 wanted."""
    forecast = gamma_poisson(progress((190, 450, 0.45, 1)), np.array([480.0]))
    assert round(float(forecast.point[0]), 1) == 438.9
    assert (forecast.low[0], forecast.high[0]) == (414, 465)
    assert round(float(forecast.chance[0]), 3) == 0.293


def test_d6_the_spread_is_that_of_the_method_table() -> None:
    """19.83: the share within one such spread of the mean is that of the formula's variance."""
    expected, rate = 430 * 0.55 / 0.95, 0.95
    assert round(math.sqrt(expected * (1 + 0.55 / rate)), 2) == 19.83
    wide = gamma_poisson(progress((190, 450, 0.45, 1)), np.array([480.0]), width=0.682689)
    assert (wide.high[0] - wide.low[0]) / 2 == pytest.approx(19.83, abs=0.5)


def test_d6_small_counts_are_told_by_chance_too() -> None:
    """8 last year, 3 by half the year, 8 wanted."""
    assert counted(actual=3, target=8, share=0.5, prior=8)[3] == 0.289


@pytest.mark.parametrize(("target", "sign", "chance"), [(450, 1, 1), (451, 1, 0), (450, -1, 1), (449, -1, 0)])
def test_d6_a_year_that_is_over_ends_at_its_actual(target: float, sign: float, chance: float) -> None:
    for share in (1.0, 1.2):
        assert counted(actual=450, target=target, share=share, sign=sign) == [450, 450, 450, chance, None]


def test_d6_before_the_year_the_prior_is_all_there_is() -> None:
    point, low, high, *_ = counted(actual=0, share=0, prior=480)
    assert point == 480
    assert low < 480 < high  # type: ignore[operator]


def test_d6_a_heavier_prior_holds_the_forecast_back() -> None:
    row, prior = progress((300, 450, 0.5, 1)), np.array([400.0])
    points = [float(gamma_poisson(row, prior, weight=weight).point[0]) for weight in (0.25, 0.5, 1.0)]
    assert points == sorted(points, reverse=True)
    assert 400 < points[-1] < points[0] < 600


Told = list[float | Reason | None]
NOTHING: Told = [None, None, None, None]

LINEAR_EDGES: tuple[tuple[Row, Told], ...] = (
    ((520, 1000, 1.0, 1), [520, None, None, None, Reason.TOO_FEW_POINTS]),
    ((520, 1000, 1.5, 1), [520, None, None, None, Reason.TOO_FEW_POINTS]),
    ((-5, 10, 0.5, 1), [-10, None, None, None, Reason.TOO_FEW_POINTS]),
    ((520, MISSING, 0.5, MISSING), [1040, None, None, None, Reason.TOO_FEW_POINTS]),
    ((0, 10, 0.0, 1), [*NOTHING, Reason.ZERO_DENOMINATOR]),
    ((5, 10, -0.5, 1), [*NOTHING, Reason.ZERO_DENOMINATOR]),
    ((1e300, 10, 1e-300, 1), [*NOTHING, Reason.ZERO_DENOMINATOR]),
    ((MISSING, 10, 0.5, 1), [*NOTHING, Reason.ACTUAL_MISSING]),
    ((5, 10, MISSING, 1), [*NOTHING, Reason.PLAN_MISSING]),
)


@pytest.mark.parametrize(("row", "expected"), LINEAR_EDGES)
def test_d1_at_its_edges(row: Row, expected: Told) -> None:
    assert told(linear(progress(row))) == expected


SEASONAL_EDGES: tuple[tuple[tuple[float, ...], dict[str, float], Told], ...] = (
    ((), {}, [*NOTHING, Reason.TOO_FEW_POINTS]),
    ((MISSING, MISSING), {}, [*NOTHING, Reason.TOO_FEW_POINTS]),
    ((MISSING, 0.47), {}, [1000, None, None, None, Reason.TOO_FEW_POINTS]),
    ((0.5, 0.0), {}, [*NOTHING, Reason.ZERO_DENOMINATOR]),
    ((0.5, -0.1, 0.4), {}, [*NOTHING, Reason.ZERO_DENOMINATOR]),
    ((0.5,), {"actual": MISSING}, [*NOTHING, Reason.ACTUAL_MISSING]),
    ((0.5,), {"actual": -1}, [*NOTHING, Reason.SIGN_CHANGE]),
    ((0.4, 0.5, 0.5), {"actual": 0}, [0, 0, 0, 0, None]),
    ((0.4, 0.5, 0.5), {"actual": 0, "sign": -1}, [0, 0, 0, 1, None]),
    ((0.5, 0.5, 0.5), {"target": MISSING}, [940, 940, 940, None, Reason.TARGET_MISSING]),
    ((0.5, 0.5, 0.5), {"sign": MISSING}, [940, 940, 940, None, Reason.DIRECTION_MISSING]),
    ((0.5, 0.5), {"sign": MISSING}, [940, 940, 940, None, Reason.TOO_FEW_POINTS]),
    ((1.0, 1.0, 1.0), {"actual": 999}, [999, 999, 999, 0, None]),
)


@pytest.mark.parametrize(("shares", "figures", "expected"), SEASONAL_EDGES)
def test_d2_at_its_edges(shares: tuple[float, ...], figures: dict[str, float], expected: Told) -> None:
    assert past(*shares, **figures) == expected


@pytest.mark.parametrize("target", [0.0, -5.0])
def test_d2_a_target_of_nothing_is_passed_by_anything(target: float) -> None:
    assert past(1.3, 0.5, 0.25, target=target)[3] == 1
    assert past(1.3, 0.5, 0.25, target=target, sign=-1)[3] == 0


COUNTED_EDGES: tuple[tuple[dict[str, float], Told], ...] = (
    ({"actual": MISSING}, [*NOTHING, Reason.ACTUAL_MISSING]),
    ({"prior": MISSING}, [*NOTHING, Reason.BASELINE_MISSING]),
    ({"share": MISSING}, [*NOTHING, Reason.PLAN_MISSING]),
    ({"actual": -1}, [*NOTHING, Reason.SIGN_CHANGE]),
    ({"prior": -1}, [*NOTHING, Reason.SIGN_CHANGE]),
    ({"target": MISSING}, [438.947, 414, 465, None, Reason.TARGET_MISSING]),
    ({"sign": MISSING}, [438.947, 414, 465, None, Reason.DIRECTION_MISSING]),
    ({"actual": 0, "prior": 0}, [0, 0, 0, 0, None]),
    ({"actual": 0, "prior": 0, "sign": -1}, [0, 0, 0, 1, None]),
    ({"target": 190}, [438.947, 414, 465, 1, None]),
    ({"target": 189, "sign": -1}, [438.947, 414, 465, 0, None]),
)


@pytest.mark.parametrize(("figures", "expected"), COUNTED_EDGES)
def test_d6_at_its_edges(figures: dict[str, float], expected: Told) -> None:
    assert counted(**figures) == expected


def test_d6_what_is_too_many_to_count_has_no_range() -> None:
    point, low, high, chance, reason = counted(actual=1e9, prior=1e9)
    assert point is not None
    assert (low, high, chance, reason) == (None, None, None, Reason.ZERO_DENOMINATOR)


METHODS = ("linear", "seasonal", "gamma-poisson")
amounts = st.integers(0, 2000).map(float)
parts = st.floats(min_value=0.05, max_value=1)
signs = st.sampled_from([1.0, -1.0])
Given = tuple[Row, float, tuple[float, float, float]]  #: With a prior and shares of three years.
given_rows = st.lists(
    st.tuples(st.tuples(amounts, amounts, parts, signs), amounts, st.tuples(parts, parts, parts)),
    min_size=1,
    max_size=12,
)
few = settings(max_examples=25)  #: Of many rows each.

wild = st.one_of(st.floats(-1e9, 1e9), st.sampled_from([0.0, -0.0, 1.0, -1.0, MISSING]))
wild_rows = st.lists(
    st.tuples(
        st.tuples(wild, wild, st.one_of(wild, st.floats(-0.1, 1.2)), st.sampled_from([1.0, -1.0, MISSING])),
        wild,
        st.tuples(*[st.one_of(wild, st.floats(-0.1, 1.2), st.just(MISSING))] * 3),
    ),
    max_size=6,
)


def run(method: str, rows: Sequence[Given], *, width: float = 0.8) -> Forecast:
    some = progress(*(row for row, _, _ in rows))
    if method == "linear":
        return linear(some)
    if method == "seasonal":
        past_years = np.array([shares for _, _, shares in rows], dtype=np.float64).reshape(-1, 3)
        return seasonal(some, past_years, width=width)
    return gamma_poisson(some, np.array([prior for _, prior, _ in rows], dtype=np.float64), width=width)


def columns(forecast: Forecast) -> tuple[Column, ...]:
    return attrs.astuple(forecast, recurse=False)


@given(method=st.sampled_from(METHODS), rows=wild_rows)
def test_no_figure_is_missing_without_a_word_why(method: str, rows: list[Given]) -> None:
    """Nor is any infinite; where there is no point there is no range, where no range no chance."""
    forecast = run(method, rows)
    missing = [np.isnan(column) for column in columns(forecast)[:4]]
    assert not any(np.isinf(column).any() for column in columns(forecast)[:4])
    assert np.array_equal(np.logical_or.reduce(missing), forecast.reasons >= 0)
    point, low, high, chance = missing
    assert not (point & ~low).any()
    assert not (low ^ high).any()
    assert not (low & ~chance).any()


@given(method=st.sampled_from(METHODS), rows=wild_rows, order=st.randoms())
def test_the_order_of_rows_changes_nothing(method: str, rows: list[Given], order: Random) -> None:
    places = list(range(len(rows)))
    order.shuffle(places)
    straight, shuffled = run(method, rows), run(method, [rows[place] for place in places])
    for one, other in zip(columns(straight), columns(shuffled), strict=True):
        assert np.array_equal(one[places], other, equal_nan=True)


@few
@given(rows=given_rows)
@pytest.mark.parametrize("method", ["seasonal", "gamma-poisson"])
def test_a_range_has_its_ends_in_order_and_a_chance_is_a_share(method: str, rows: list[Given]) -> None:
    """Nor does a year that only grows end below what has come."""
    forecast = run(method, rows)
    assert (forecast.low <= forecast.high).all()
    assert ((forecast.chance >= 0) & (forecast.chance <= 1)).all()
    assert (forecast.low >= [row[0] for row, _, _ in rows]).all()


@few
@given(rows=given_rows)
def test_the_median_of_past_years_lies_within_the_range(rows: list[Given]) -> None:
    forecast = run("seasonal", rows)
    assert (forecast.low <= forecast.point * (1 + 1e-12)).all()
    assert (forecast.point <= forecast.high * (1 + 1e-12)).all()


@few
@given(rows=given_rows, more=st.integers(1, 100))
@pytest.mark.parametrize("method", METHODS)
def test_more_that_has_come_lowers_no_forecast(method: str, rows: list[Given], more: int) -> None:
    """And makes a target no less likely to be reached, nor a ceiling more likely to hold."""
    before = run(method, rows)
    after = run(method, [((row[0] + more, *row[1:]), prior, shares) for row, prior, shares in rows])
    assert (after.point >= before.point).all()
    if method != "linear":
        assert (after.low >= before.low).all()
        assert (after.high >= before.high).all()
        signs = np.array([row[3] for row, _, _ in rows])
        assert (signs * (after.chance - before.chance) >= -1e-10).all()


@few
@given(rows=given_rows, power=st.integers(-20, 20))
@pytest.mark.parametrize("method", ["linear", "seasonal"])
def test_the_unit_only_scales_a_forecast(method: str, rows: list[Given], power: int) -> None:
    """Of amounts, that is: counts have no unit."""
    scale = 2.0**power
    larger = [((y * scale, t * scale, share, sign), prior, past) for (y, t, share, sign), prior, past in rows]
    plain, scaled = run(method, rows), run(method, larger)
    for one, other in zip(columns(plain)[:3], columns(scaled)[:3], strict=True):
        assert np.array_equal(one * scale, other, equal_nan=True)
    assert np.allclose(plain.chance, scaled.chance, rtol=0, atol=1e-9, equal_nan=True)


@few
@given(rows=given_rows)
@pytest.mark.parametrize("method", ["seasonal", "gamma-poisson"])
def test_a_wider_range_holds_the_narrower(method: str, rows: list[Given]) -> None:
    narrow, wide = run(method, rows, width=0.5), run(method, rows, width=0.9)
    assert (wide.low <= narrow.low).all()
    assert (narrow.high <= wide.high).all()


@few
@given(rows=given_rows)
def test_to_reach_a_count_and_to_stay_below_it_are_each_other_s_rest(rows: list[Given]) -> None:
    """P(total ≥ t) + P(total ≤ t − 1) = 1."""
    up = run("gamma-poisson", [((y, t, share, 1), prior, shares) for (y, t, share, _), prior, shares in rows])
    down = run(
        "gamma-poisson", [((y, t - 1, share, -1), prior, shares) for (y, t, share, _), prior, shares in rows]
    )
    assert np.abs(up.chance + down.chance - 1).max() < 1e-10
