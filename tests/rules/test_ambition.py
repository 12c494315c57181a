"""The ambition of a target gives the digits of METHODS E1."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.ambition import ambition
from scorecard.rules.methods import Result
from scorecard.wording.terms import Reason

MISSING = math.nan
pytestmark = pytest.mark.filterwarnings("error")

HISTORY = (100.0, 104, 109, 113, 120)  #: Of B5.
YEARS = tuple(range(2021, 2026))


def asked(
    target: float,
    history: tuple[float, ...] = HISTORY,
    *,
    years: tuple[float, ...] = YEARS,
    at: float = 2026,
    sign: float = 1,
) -> Result:
    some_years, some_history = np.array(years, dtype=np.float64), np.array([history], dtype=np.float64)
    return ambition(np.array([float(target)]), some_years, some_history, at, np.array([float(sign)]))


@pytest.mark.parametrize(("target", "expected"), [(121, -2.11), (130, 4.44)])
def test_e1_tells_how_far_a_target_is_from_the_trend(target: float, expected: float) -> None:
    """The trend leads to 123.9: 121 is below it although above the last actual, 130 is hardly to be believed."""
    assert round(float(asked(target).values[0]), 2) == expected


def test_e1_the_trend_and_its_error_are_those_of_b5() -> None:
    """Ys 123.9, S 1.37477; an actual of 125.5 would have z 1.16383."""
    assert float(asked(123.9).values[0]) == pytest.approx(0, abs=1e-9)
    assert round(1 / float(asked(124.9).values[0]), 5) == 1.37477
    assert round(float(asked(125.5).values[0]), 5) == 1.16383


def test_e1_less_is_better_the_other_way_round() -> None:
    assert asked(121, sign=-1).values[0] == -asked(121).values[0]


def test_e1_years_not_known_are_left_out_wherever_they_stand() -> None:
    history = (MISSING, *HISTORY[:2], MISSING, *HISTORY[2:])
    gapped = asked(130, history, years=(2010, 2021, 2022, 2022.5, 2023, 2024, 2025))
    assert gapped.values[0] == asked(130).values[0]


def test_e1_rows_may_have_their_own_years() -> None:
    years = np.array([YEARS, [year - 10 for year in YEARS]], dtype=np.float64)
    found = ambition(
        np.array([130.0, 130]), years, np.array([HISTORY, HISTORY]), np.array([2026.0, 2016]), np.ones(2)
    )
    assert found.values.tolist() == [asked(130).values[0]] * 2


EDGES: tuple[tuple[tuple[float, ...], dict[str, float], Reason], ...] = (
    ((1, 2, 3, 4.5), {"target": 5}, Reason.TOO_FEW_POINTS),
    ((MISSING, *HISTORY[1:]), {"target": 5}, Reason.TOO_FEW_POINTS),
    ((MISSING,) * 5, {"target": 5}, Reason.TOO_FEW_POINTS),
    ((1, 2, 3, 4, 5), {"target": 7}, Reason.ZERO_DENOMINATOR),
    ((0.1, 0.2, 0.3, 0.4, 0.5), {"target": 7}, Reason.ZERO_DENOMINATOR),
    ((7e9, 7e9, 7e9, 7e9, 7e9), {"target": 7e9}, Reason.ZERO_DENOMINATOR),
    ((0, 0, 0, 0, 0), {"target": 0}, Reason.ZERO_DENOMINATOR),
    (HISTORY, {"target": MISSING}, Reason.TARGET_MISSING),
    (HISTORY, {"target": 130, "at": MISSING}, Reason.TARGET_MISSING),
    (HISTORY, {"target": 130, "sign": MISSING}, Reason.DIRECTION_MISSING),
)


@pytest.mark.parametrize(("history", "figures", "reason"), EDGES)
def test_e1_at_its_edges(history: tuple[float, ...], figures: dict[str, float], reason: Reason) -> None:
    """An exact line leaves no error to measure by, be it exact but for rounding."""
    years = YEARS[: len(history)]
    target = figures["target"]
    found = asked(target, history, years=years, at=figures.get("at", 2026), sign=figures.get("sign", 1))
    assert found.reason(0) is reason
    assert math.isnan(found.values[0])


def test_e1_no_year_at_all_is_too_few() -> None:
    found = ambition(np.ones(2), np.empty(0), np.empty((2, 0)), 2026, np.ones(2))
    assert [found.reason(row) for row in (0, 1)] == [Reason.TOO_FEW_POINTS] * 2


def test_e1_figures_of_one_and_the_same_year_have_no_trend() -> None:
    assert asked(130, years=(2025,) * 5).reason(0) is Reason.ZERO_DENOMINATOR


histories = st.lists(st.integers(0, 1000).map(float), min_size=5, max_size=5).map(tuple)
wild = st.one_of(st.floats(-1e9, 1e9), st.just(MISSING))
wild_rows = st.lists(st.tuples(wild, st.sampled_from([1.0, -1.0, MISSING]), *[wild] * 6), max_size=6)


def run(table: list[tuple[float, ...]]) -> Result:
    rows = np.array(table, dtype=np.float64).reshape(-1, 8)
    return ambition(rows[:, 0], np.arange(2020.0, 2026), rows[:, 2:], 2026, rows[:, 1])


@given(rows=wild_rows)
def test_a_value_is_missing_exactly_where_a_reason_stands(rows: list[tuple[float, ...]]) -> None:
    found = run(rows)
    assert not np.isinf(found.values).any()
    assert np.array_equal(np.isnan(found.values), found.reasons >= 0)


@given(rows=wild_rows, order=st.randoms())
def test_the_order_of_rows_changes_nothing(rows: list[tuple[float, ...]], order: Random) -> None:
    places = list(range(len(rows)))
    order.shuffle(places)
    straight, shuffled = run(rows), run([rows[place] for place in places])
    assert np.array_equal(straight.values[places], shuffled.values, equal_nan=True)
    assert straight.reasons[places].tolist() == shuffled.reasons.tolist()


@given(history=histories, target=st.integers(0, 2000), power=st.integers(-20, 20))
def test_the_unit_changes_no_ambition(history: tuple[float, ...], target: int, power: int) -> None:
    scale = 2.0**power
    scaled = asked(target * scale, tuple(figure * scale for figure in history))
    plain = asked(target, history)
    assert np.array_equal(plain.values, scaled.values, equal_nan=True)
    assert plain.reasons.tolist() == scaled.reasons.tolist()


@given(history=histories, target=st.integers(0, 2000), more=st.integers(1, 100))
def test_a_higher_target_asks_for_more(history: tuple[float, ...], target: int, more: int) -> None:
    lower, higher = asked(target, history), asked(target + more, history)
    assert lower.reasons.tolist() == higher.reasons.tolist()
    assert lower.reasons[0] >= 0 or higher.values[0] > lower.values[0]
