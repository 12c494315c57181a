"""Methods of attainment give the digits of METHODS section 7, and a reason where they give none."""

import math
from collections.abc import Sequence
from decimal import Decimal

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.methods import (
    METHODS,
    Inputs,
    Result,
    as_decimals,
    capped_mean,
    share_done,
    weighted_score,
)
from scorecard.rules.together import METHOD_NAMES
from scorecard.wording.terms import Reason

MISSING = math.nan
pytestmark = pytest.mark.filterwarnings("error")

FIGURES = ("actual", "target", "baseline", "tolerance")
SCALED = ("ratio", "reciprocal", "linear-down", "from-baseline", "tolerance", "closest")

Row = tuple[float, float, float, float]  #: Actual, target, baseline, tolerance.


def inputs(rows: Sequence[Row]) -> Inputs:
    return Inputs(*np.array(rows, dtype=np.float64).reshape(-1, 4).T)


def run(method: str, **figures: float) -> Result:
    """Run a method on one row; figures not named are missing."""
    return METHODS[method](inputs([tuple(figures.get(name, MISSING) for name in FIGURES)]))  # type: ignore[list-item]


def in_percent(method: str, **figures: float) -> float:
    return round(float(run(method, **figures).values[0]) * 100, 2)


VECTORS = (
    ("A1", "ratio", {"actual": 4.11, "target": 4.0}, 102.75),
    ("A2", "reciprocal", {"actual": 2.0, "target": 2.5}, 125.0),
    ("A2", "reciprocal", {"actual": 3.0, "target": 2.5}, 83.33),
    ("A2", "reciprocal", {"actual": 6.0, "target": 2.5}, 41.67),
    ("A3", "linear-down", {"actual": 3.0, "target": 2.5}, 80.0),
    ("A3", "linear-down", {"actual": 6.0, "target": 2.5}, 0.0),
    ("A4", "from-baseline", {"actual": 112, "target": 120, "baseline": 100}, 60.0),
    ("A4 beside A1", "ratio", {"actual": 112, "target": 120}, 93.33),
    ("A4 down", "from-baseline", {"actual": 6, "target": 5, "baseline": 8}, 66.67),
    ("A4 beside A2", "reciprocal", {"actual": 6, "target": 5}, 83.33),
    ("A5", "tolerance", {"actual": 97, "target": 100, "tolerance": 5}, 40.0),
    ("A6", "closest", {"actual": 93, "target": 100}, 93.46),
    ("A6", "parity", {"actual": 0.8, "target": 1.0}, 80.0),
    ("A6 in the band", "parity", {"actual": 0.98, "target": 1.0}, 100.0),
    ("A11", "ratio", {"actual": 105, "target": 110}, 95.45),
    ("A11", "from-baseline", {"actual": 105, "target": 110, "baseline": 100}, 50.0),
    ("same data, A1", "ratio", {"actual": 62, "target": 80}, 77.5),
    ("same data, A4", "from-baseline", {"actual": 62, "target": 80, "baseline": 50}, 40.0),
)


@pytest.mark.parametrize(("vector", "method", "figures", "expected"), VECTORS)
def test_methods_give_the_digits_of_the_method_table(
    vector: str, method: str, figures: dict[str, float], expected: float
) -> None:
    assert in_percent(method, **figures) == expected, vector


def test_an_actual_as_near_above_as_below_is_as_good() -> None:
    """A6: 93 and 107 against 100 are the same distance, 107 in the table's transform."""
    assert in_percent("closest", actual=107, target=100) == in_percent("closest", actual=93, target=100)


def test_milestones_give_the_weight_of_what_is_done() -> None:
    """A7: weights .2 .3 .2 .2 .1, the first three done."""
    done = np.array([True, True, True, False, False])
    assert share_done(done, np.array([0.2, 0.3, 0.2, 0.2, 0.1])) == pytest.approx(0.7, abs=1e-15)
    assert math.isnan(share_done(done, np.zeros(5)))


def test_a_capped_mean_counts_nothing_beyond_its_cap() -> None:
    """A8: 130, 100, 95 and 60."""
    attained = np.array([1.30, 1.00, 0.95, 0.60, MISSING])
    assert [round(capped_mean(attained, cap), 10) for cap in (1.0, 1.2, math.inf)] == [0.8875, 0.9375, 0.9625]
    assert math.isnan(capped_mean(np.array([MISSING])))


def test_a_weighted_score_leaves_out_what_is_not_scored() -> None:
    """A10: weights 40, 30, 20, 10; 90, 80, nothing, 100."""
    score, covered = weighted_score(np.array([40.0, 30, 20, 10]), np.array([90, 80, MISSING, 100]))
    assert (score, covered) == (87.5, 0.8)
    nothing, none = weighted_score(np.array([40.0]), np.array([MISSING]))
    assert math.isnan(nothing)
    assert none == 0


EDGES: tuple[tuple[str, dict[str, float], float | Reason], ...] = (
    ("ratio", {"actual": 0, "target": 4}, 0.0),
    ("ratio", {"actual": 4, "target": 0}, Reason.ZERO_DENOMINATOR),
    ("ratio", {"actual": 0, "target": 0}, Reason.ZERO_DENOMINATOR),
    ("ratio", {"actual": -1, "target": 4}, Reason.SIGN_CHANGE),
    ("ratio", {"actual": 1, "target": -4}, Reason.SIGN_CHANGE),
    ("ratio", {"actual": -1, "target": -4}, Reason.SIGN_CHANGE),
    ("ratio", {"target": 4}, Reason.ACTUAL_MISSING),
    ("ratio", {"actual": 4}, Reason.TARGET_MISSING),
    ("ratio", {}, Reason.TARGET_MISSING),
    ("reciprocal", {"actual": 0, "target": 2.5}, Reason.ZERO_DENOMINATOR),
    ("reciprocal", {"actual": 2, "target": 0}, 0.0),
    ("reciprocal", {"actual": -2, "target": 2.5}, Reason.SIGN_CHANGE),
    ("reciprocal", {"target": 2.5}, Reason.ACTUAL_MISSING),
    ("linear-down", {"actual": 0, "target": 2.5}, 2.0),
    ("linear-down", {"actual": 2, "target": 0}, Reason.ZERO_DENOMINATOR),
    ("linear-down", {"actual": -2, "target": 2.5}, Reason.SIGN_CHANGE),
    ("linear-down", {"actual": 2}, Reason.TARGET_MISSING),
    ("from-baseline", {"actual": 5, "target": 8, "baseline": 8}, Reason.TARGET_EQUALS_BASELINE),
    ("from-baseline", {"actual": 8, "target": 8, "baseline": 8}, Reason.TARGET_EQUALS_BASELINE),
    ("from-baseline", {"actual": 5, "target": 8}, Reason.BASELINE_MISSING),
    ("from-baseline", {"target": 8, "baseline": 4}, Reason.ACTUAL_MISSING),
    ("from-baseline", {"actual": -5, "target": 5, "baseline": 0}, -1.0),
    ("tolerance", {"actual": 100, "target": 100, "tolerance": 0}, 1.0),
    ("tolerance", {"actual": 101, "target": 100, "tolerance": 0}, 0.0),
    ("tolerance", {"actual": 101, "target": 100}, Reason.TOLERANCE_MISSING),
    ("tolerance", {"actual": 101, "target": 100, "tolerance": -1}, Reason.TOLERANCE_MISSING),
    ("tolerance", {"actual": 120, "target": 100, "tolerance": 5}, 0.0),
    ("tolerance", {"target": 100, "tolerance": 5}, Reason.ACTUAL_MISSING),
    ("closest", {"actual": 0, "target": 0}, Reason.ZERO_DENOMINATOR),
    ("closest", {"actual": 5, "target": 0}, 0.0),
    ("closest", {"actual": -5, "target": 10}, 0.4),
    ("closest", {"actual": 5, "target": -10}, Reason.SIGN_CHANGE),
    ("closest", {"target": 10}, Reason.ACTUAL_MISSING),
    ("parity", {"actual": 0, "target": 1}, Reason.ZERO_DENOMINATOR),
    ("parity", {"actual": -0.5, "target": 1}, Reason.SIGN_CHANGE),
    ("parity", {"target": 1}, Reason.ACTUAL_MISSING),
    ("parity", {"actual": 1}, Reason.TARGET_MISSING),
)


@pytest.mark.parametrize(("method", "figures", "expected"), EDGES)
def test_every_edge_has_a_value_or_a_typed_reason(
    method: str, figures: dict[str, float], expected: float | Reason
) -> None:
    result = run(method, **figures)
    assert (result.reason(0) or float(result.values[0])) == expected


amounts = st.floats(min_value=0.01, max_value=1e9)
wild = st.one_of(
    st.floats(allow_nan=True, allow_infinity=False),
    st.sampled_from([0.0, -0.0, 1.0, -1.0, MISSING, 5e-324, 1e308]),
)
wild_rows = st.lists(st.tuples(wild, wild, wild, wild), max_size=8)
methods = st.sampled_from(METHOD_NAMES)


def test_every_method_a_rule_may_name_exists() -> None:
    assert tuple(METHODS) == METHOD_NAMES


@given(target=amounts, baseline=amounts, tolerance=st.floats(min_value=0, max_value=1e9))
@pytest.mark.parametrize("method", SCALED)
def test_a_target_met_exactly_has_attainment_1(
    method: str, target: float, baseline: float, tolerance: float
) -> None:
    """Whatever the method: what was promised was done. Only no way to go has no answer."""
    result = run(method, actual=target, target=target, baseline=baseline, tolerance=tolerance)
    if method == "from-baseline" and target == baseline:
        assert result.reason(0) is Reason.TARGET_EQUALS_BASELINE
    else:
        assert result.values[0] == 1


def test_even_groups_have_attainment_1() -> None:
    """Parity has one target, 1, and it too is met exactly."""
    assert run("parity", actual=1, target=1).values[0] == 1


@given(row=st.tuples(*[st.integers(1, 10**6).map(float)] * 4), power=st.integers(-20, 20))
@pytest.mark.parametrize("method", SCALED)
def test_the_unit_changes_no_attainment(method: str, row: Row, power: int) -> None:
    """Scaling actual, target, baseline and tolerance together changes nothing."""
    plain, scaled = (METHODS[method](inputs([some])) for some in (row, tuple(x * 2.0**power for x in row)))  # type: ignore[list-item]
    assert np.array_equal(plain.values, scaled.values, equal_nan=True)
    assert plain.reasons.tolist() == scaled.reasons.tolist()


@given(method=methods, rows=wild_rows, order=st.randoms())
def test_the_order_of_rows_changes_nothing(method: str, rows: list[Row], order: st.DataObject) -> None:
    places = list(range(len(rows)))
    order.shuffle(places)  # type: ignore[attr-defined]
    straight, shuffled = (
        METHODS[method](inputs(rows)),
        METHODS[method](inputs([rows[place] for place in places])),
    )
    assert np.array_equal(straight.values[places], shuffled.values, equal_nan=True)
    assert straight.reasons[places].tolist() == shuffled.reasons.tolist()


@given(method=methods, rows=wild_rows)
def test_all_rows_at_once_equal_the_rows_one_by_one(method: str, rows: list[Row]) -> None:
    together = METHODS[method](inputs(rows))
    alone = [METHODS[method](inputs([row])) for row in rows]
    assert np.array_equal(together.values, [one.values[0] for one in alone], equal_nan=True)
    assert together.reasons.tolist() == [one.reasons[0] for one in alone]


@given(method=methods, rows=wild_rows)
def test_a_value_is_missing_exactly_where_a_reason_stands(method: str, rows: list[Row]) -> None:
    """No result is ever infinite, and none is missing without a word why."""
    result = METHODS[method](inputs(rows))
    assert not np.isinf(result.values).any()
    assert np.array_equal(np.isnan(result.values), result.reasons >= 0)


@given(method=methods, rows=wild_rows)
def test_a_method_leaves_its_columns_alone(method: str, rows: list[Row]) -> None:
    given_columns = inputs(rows)
    before = [column.copy() for column in attrs.astuple(given_columns, recurse=False)]
    METHODS[method](given_columns)
    after = attrs.astuple(given_columns, recurse=False)
    assert all(np.array_equal(one, other, equal_nan=True) for one, other in zip(before, after, strict=True))


shares = st.lists(st.one_of(st.floats(0, 3), st.just(MISSING)), min_size=1)


@given(attained=shares, cap=st.floats(0.5, 2))
def test_a_capped_mean_is_never_above_its_cap(attained: list[float], cap: float) -> None:
    mean = capped_mean(np.array(attained), cap)
    assert math.isnan(mean) if all(map(math.isnan, attained)) else mean <= cap * (1 + 1e-12)


@given(
    weighted=st.lists(st.tuples(st.integers(1, 100), st.integers(0, 100)), min_size=1),
    weight=st.integers(1, 100),
)
def test_an_indicator_without_a_score_changes_no_score(weighted: list[tuple[int, int]], weight: int) -> None:
    """It only lowers the share of all weight that is scored."""
    weights, scores = np.array(weighted, dtype=np.float64).T
    score, covered = weighted_score(weights, scores)
    with_silent = weighted_score(np.append(weights, weight), np.append(scores, MISSING))
    assert with_silent[0] == score
    assert with_silent[1] < covered == 1


def inputs_at(method: str, whole: Decimal, border: Decimal) -> tuple[Decimal, Decimal]:
    """Give the actual and the target of a row that attains just a border; half the target is its baseline."""
    actual = {
        "ratio": whole * border,
        "linear-down": whole * (2 - border),
        "from-baseline": whole / 2 * (1 + border),
        "tolerance": whole - whole / 10 * (1 - border),
        "reciprocal": whole,
    }[method]
    return actual, whole * border if method == "reciprocal" else whole


@given(
    method=st.sampled_from(["ratio", "linear-down", "from-baseline", "tolerance", "reciprocal"]),
    border=st.sampled_from([Decimal(1), Decimal("0.95"), Decimal("0.8")]),
    whole=st.integers(1, 10**6),
    digits=st.integers(0, 3),
)
def test_what_lies_on_a_border_attains_just_that(
    method: str, border: Decimal, whole: int, digits: int
) -> None:
    """1.2 of 1.5 is 0.8, though their binary fractions divide to a hair less."""
    actual, target = inputs_at(method, Decimal(whole).scaleb(-digits), border)
    row = (float(actual), float(target), float(target / 2), float(target / 10))
    assert METHODS[method](inputs([row])).values.tolist() == [float(border)]


def test_what_is_nought_has_no_sign() -> None:
    assert not np.signbit(as_decimals(np.array([-0.0, -1e-15]))).any()
