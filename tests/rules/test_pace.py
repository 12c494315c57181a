"""Required rate, shortfall burn and the increment check give the digits of METHODS D3, D7 and A11."""

import math
from collections.abc import Callable
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.methods import Result
from scorecard.rules.pace import increment_check, required_rate, shortfall_burn
from scorecard.wording.terms import Reason

MISSING = math.nan
pytestmark = pytest.mark.filterwarnings("error")


def required(actual: float, target: float, share: float) -> Result:
    return required_rate(np.array([actual]), np.array([target]), np.array([share]))


def burn(shortfall: float, budget: float, window: float) -> Result:
    return shortfall_burn(np.array([shortfall]), np.array([budget]), window)


def test_d3_tells_how_much_faster_the_rest_must_go() -> None:
    """520 of 1,000 on day 212 of 365."""
    assert round(float(required(520, 1000, 212 / 365).values[0]), 3) == 1.279


def test_d3_just_on_pace_is_1() -> None:
    assert required(250, 1000, 0.25).values[0] == 1


REQUIRED_EDGES: tuple[tuple[tuple[float, float, float], float | Reason], ...] = (
    ((1000, 1000, 0.5), 0.0),
    ((1200, 1000, 0.5), 0.0),
    ((5, -3, 0.5), 0.0),
    ((520, 1000, 1.0), Reason.NOT_APPLICABLE),
    ((1200, 1000, 1.5), Reason.NOT_APPLICABLE),
    ((0, 1000, 0.5), Reason.ZERO_DENOMINATOR),
    ((0, 0, 0.5), Reason.ZERO_DENOMINATOR),
    ((5, 1000, 0.0), Reason.ZERO_DENOMINATOR),
    ((5, 1000, -0.1), Reason.ZERO_DENOMINATOR),
    ((-5, 1000, 0.5), Reason.SIGN_CHANGE),
    ((5e-324, 1e308, 0.5), Reason.ZERO_DENOMINATOR),
    ((MISSING, 1000, 0.5), Reason.ACTUAL_MISSING),
    ((5, MISSING, 0.5), Reason.TARGET_MISSING),
    ((5, 1000, MISSING), Reason.PLAN_MISSING),
)


@pytest.mark.parametrize(("figures", "expected"), REQUIRED_EDGES)
def test_d3_at_its_edges(figures: tuple[float, float, float], expected: float | Reason) -> None:
    result = required(*figures)
    assert (result.reason(0) or float(result.values[0])) == expected


def test_d7_tells_how_fast_what_may_be_missed_is_used_up() -> None:
    """1,200 flat, 5 % of it may be missed: 60 short in a quarter, 25 in the last month."""
    budget = (1 - 0.95) * 1200
    quarter, month = 300 - (85 + 80 + 75), 100 - 75
    assert float(burn(quarter, budget, 3 / 12).values[0]) == pytest.approx(4.0, abs=1e-12)
    assert float(burn(month, budget, 1 / 12).values[0]) == pytest.approx(5.0, abs=1e-12)


BURN_EDGES: tuple[tuple[tuple[float, float, float], float | Reason], ...] = (
    ((-10, 60, 0.25), 0.0),
    ((0, 60, 0.25), 0.0),
    ((10, 0, 0.25), Reason.ZERO_DENOMINATOR),
    ((-10, 0, 0.25), Reason.ZERO_DENOMINATOR),
    ((10, 60, 0), Reason.ZERO_DENOMINATOR),
    ((10, 60, -1), Reason.ZERO_DENOMINATOR),
    ((10, -60, 0.25), Reason.SIGN_CHANGE),
    ((MISSING, 60, 0.25), Reason.ACTUAL_MISSING),
    ((10, MISSING, 0.25), Reason.TARGET_MISSING),
)


@pytest.mark.parametrize(("figures", "expected"), BURN_EDGES)
def test_d7_at_its_edges(figures: tuple[float, float, float], expected: float | Reason) -> None:
    result = burn(*figures)
    assert (result.reason(0) or float(result.values[0])) == expected


def test_d7_windows_may_differ_by_row() -> None:
    found = shortfall_burn(np.array([60.0, 25.0]), np.array([60.0, 60.0]), np.array([1 / 4, 1 / 12]))
    assert found.values.tolist() == pytest.approx([4, 5], abs=1e-12)


def test_a11_marks_a_level_that_hides_a_missed_increment() -> None:
    """100 → 105 of 110: 95.45 % against 50 %; 100 → 119 of 120: 99.2 % against 95 %."""
    level, increment = np.array([105 / 110, 119 / 120, MISSING, 1]), np.array([0.5, 0.95, 0.5, MISSING])
    assert increment_check(level, increment).tolist() == [True, False, False, False]
    assert increment_check(level, increment, apart=0.04).tolist() == [True, True, False, False]


def test_a11_marks_both_ways_and_not_the_very_distance() -> None:
    assert increment_check(np.array([0.5, 0.75, 0.5]), np.array([1.0, 0.5, 0.25]), apart=0.25).tolist() == [
        True, False, False,
    ]  # fmt: skip


whole = st.integers(1, 10**6).map(float)
parts = st.floats(0.01, 0.99)
wild = st.one_of(st.floats(allow_nan=True, allow_infinity=False), st.sampled_from([0.0, -0.0, 1.0, MISSING]))
wild_rows = st.lists(st.tuples(wild, wild, wild), max_size=8)
Rows = list[tuple[float, float, float]]
Function = Callable[..., Result]
FUNCTIONS = pytest.mark.parametrize("function", [required_rate, shortfall_burn])


@given(actual=whole, target=whole, share=parts, power=st.integers(-20, 20))
def test_the_unit_changes_no_rate(actual: float, target: float, share: float, power: int) -> None:
    scale = 2.0**power
    assert (
        required(actual, target, share).values[0] == required(actual * scale, target * scale, share).values[0]
    )
    assert burn(actual, target, share).values[0] == burn(actual * scale, target * scale, share).values[0]


@given(actual=whole, target=whole, share=parts, more=whole)
def test_more_that_has_come_asks_for_no_faster_rest(
    actual: float, target: float, share: float, more: float
) -> None:
    assert required(actual + more, target, share).values[0] <= required(actual, target, share).values[0]


@given(rows=wild_rows)
@FUNCTIONS
def test_a_value_is_missing_exactly_where_a_reason_stands(function: Function, rows: Rows) -> None:
    result = function(*np.array(rows, dtype=np.float64).reshape(-1, 3).T)
    assert not np.isinf(result.values).any()
    assert np.array_equal(np.isnan(result.values), result.reasons >= 0)
    assert not (result.values < 0).any()


@given(rows=wild_rows, order=st.randoms())
@FUNCTIONS
def test_the_order_of_rows_changes_nothing(function: Function, rows: Rows, order: Random) -> None:
    places = list(range(len(rows)))
    order.shuffle(places)
    table = np.array(rows, dtype=np.float64).reshape(-1, 3)
    straight, shuffled = function(*table.T), function(*table[places].T)
    assert np.array_equal(straight.values[places], shuffled.values, equal_nan=True)
    assert straight.reasons[places].tolist() == shuffled.reasons.tolist()
