"""Process limits and assurance give the digits of METHODS D4 and D5."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.control import ASSURANCES, Assurance, Limits, assurance, limits
from scorecard.rules.methods import REASONS
from scorecard.wording.terms import Reason

MISSING = math.nan
pytestmark = pytest.mark.filterwarnings("error")

MONTHS = (52.0, 47, 55, 49, 58, 51, 46, 53, 60, 48, 54, 50)  #: Of D4.


def limits_of(*points: float, screened: bool = False) -> Limits:
    return limits(np.array([points], dtype=np.float64), screened=screened)


def low_mean_high(found: Limits, *, digits: int) -> list[float]:
    return [round(float(column[0]), digits) for column in (found.low, found.mean, found.high)]


def assured(found: Limits, target: float, sign: float) -> Assurance | None:
    code = int(assurance(found, np.array([target]), np.array([sign]))[0])
    return None if code < 0 else ASSURANCES[code]


def test_d4_limits_are_the_mean_and_its_moving_ranges() -> None:
    found = limits_of(*MONTHS)
    assert low_mean_high(found, digits=3) == [33.538, 51.917, 70.295]
    assert round(float(found.high[0] - found.mean[0]) / 2.66, 3) == 6.909
    assert found.count.tolist() == [12]


@pytest.mark.parametrize(("screened", "expected"), [(False, [-3.06, 1.94, 6.95]), (True, [-0.72, 1.94, 4.6])])
def test_d4_agrees_with_the_captions_of_the_source(screened: bool, expected: list[float]) -> None:
    """One 10 among eighteen 1s and 2s: screened out of the ranges, it lies outside the limits."""
    points = (1.0, 2, 1, 2, 10, *(1.0, 2) * 6, 1)
    assert len(points) == 18
    assert low_mean_high(limits_of(*points, screened=screened), digits=2) == expected


def test_d4_screens_once() -> None:
    """After the range of 96 goes the one of 9 would, were it asked again."""
    points = (0.0, 1, 0, 1, 0, 9, 8, 9, 8, 9, 8, 9, 105, 106)
    ranges = np.abs(np.diff(points))
    kept = ranges[ranges <= 3.267 * ranges.mean()]
    assert kept.size == ranges.size - 1
    assert (kept > 3.267 * kept.mean()).any()
    found = limits_of(*points, screened=True)
    assert float(found.high[0] - found.mean[0]) == pytest.approx(2.66 * kept.mean())


def test_d4_gaps_are_closed_up() -> None:
    found = limits_of(*MONTHS[:4], MISSING, MISSING, *MONTHS[4:], MISSING)
    assert low_mean_high(found, digits=12) == low_mean_high(limits_of(*MONTHS), digits=12)
    assert found.count.tolist() == [12]


@pytest.mark.parametrize(
    ("count", "trial", "locked"), [(4, False, False), (5, True, False), (11, True, False), (12, True, True)]
)
def test_d4_five_points_give_trial_limits_and_twelve_lock_them(count: int, trial: bool, locked: bool) -> None:
    found = limits_of(*MONTHS[:count], MISSING)
    assert math.isnan(found.mean[0]) != trial
    assert found.locked.tolist() == [locked]
    assert (found.reasons[0] < 0) == trial
    if not trial:
        assert REASONS[found.reasons[0]] is Reason.TOO_FEW_POINTS


def test_d4_no_point_at_all_is_too_few() -> None:
    for empty in (np.empty((2, 0)), np.full((2, 6), np.nan)):
        found = limits(empty)
        assert [REASONS[code] for code in found.reasons] == [Reason.TOO_FEW_POINTS] * 2


D5 = (
    (72, 1, Assurance.FAILS),
    (55, 1, Assurance.VARIES),
    (30, 1, Assurance.PASSES),
    (72, -1, Assurance.PASSES),
    (55, -1, Assurance.VARIES),
    (30, -1, Assurance.FAILS),
    (MISSING, 1, None),
    (55, MISSING, None),
)


@pytest.mark.parametrize(("target", "sign", "expected"), D5)
def test_d5_a_target_beyond_a_limit_is_always_met_or_never(
    target: float, sign: float, expected: Assurance | None
) -> None:
    assert assured(limits_of(*MONTHS), target, sign) is expected


def test_d5_without_limits_nothing_is_assured() -> None:
    assert assured(limits_of(1, 2, 3), 0, 1) is None


@pytest.mark.parametrize("level", [0.7, 0.1, 3.3, 100.0])
@pytest.mark.parametrize("sign", [1, -1])
def test_d5_a_process_that_never_moves_meets_what_it_stands_at(level: float, sign: float) -> None:
    """Rounding of a mean must not put it below its own points."""
    found = limits_of(*[level] * 7)
    assert found.low[0] == found.mean[0] == found.high[0] == level
    assert assured(found, level, sign) is Assurance.PASSES
    assert assured(found, level + sign, sign) is Assurance.FAILS


points = st.one_of(st.floats(-1e9, 1e9), st.just(MISSING))
tables = st.integers(0, 14).flatmap(
    lambda k: st.lists(st.lists(points, min_size=k, max_size=k), min_size=1, max_size=5)
)


@given(rows=tables, screened=st.booleans())
def test_limits_are_missing_exactly_where_a_reason_stands(rows: list[list[float]], screened: bool) -> None:
    found = limits(np.array(rows, dtype=np.float64), screened=screened)
    for column in (found.low, found.mean, found.high):
        assert np.array_equal(np.isnan(column), found.reasons >= 0)
        assert not np.isinf(column).any()
    known = found.reasons < 0
    assert np.array_equal(known, found.count >= 5)
    assert (found.low[known] <= found.mean[known]).all()
    assert (found.mean[known] <= found.high[known]).all()


@given(rows=tables, order=st.randoms(), screened=st.booleans())
def test_the_order_of_rows_changes_nothing(rows: list[list[float]], order: Random, screened: bool) -> None:
    places = list(range(len(rows)))
    order.shuffle(places)
    table = np.array(rows, dtype=np.float64)
    straight, shuffled = limits(table, screened=screened), limits(table[places], screened=screened)
    for one, other in ((straight.low, shuffled.low), (straight.high, shuffled.high)):
        assert np.array_equal(one[places], other, equal_nan=True)


@given(rows=tables)
def test_screening_never_widens_limits(rows: list[list[float]]) -> None:
    table = np.array(rows, dtype=np.float64)
    plain, screened = limits(table), limits(table, screened=True)
    known = plain.reasons < 0
    assert (screened.high[known] - plain.high[known] <= 1e-6).all()


whole = st.lists(st.integers(-(10**6), 10**6).map(float), min_size=5, max_size=14)


@given(
    row=whole, target=st.integers(-(10**6), 10**6), power=st.integers(-20, 20), sign=st.sampled_from([1, -1])
)
def test_the_unit_changes_no_assurance(row: list[float], target: float, power: int, sign: float) -> None:
    scale = 2.0**power
    scaled = [point * scale for point in row]
    assert assured(limits_of(*row), target, sign) is assured(limits_of(*scaled), target * scale, sign)


@given(row=whole, target=st.integers(-(10**6), 10**6))
def test_more_and_less_are_mirror_images(row: list[float], target: float) -> None:
    mirrored = [-point for point in row]
    assert assured(limits_of(*row), target, 1) is assured(limits_of(*mirrored), -target, -1)
