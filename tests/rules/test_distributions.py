"""Beta, negative binomial and Student distributions agree with exact sums, closed forms and symmetry."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.distributions import (
    beta_share,
    negbin_at_most,
    negbin_quantile,
    student_at_most,
    student_quantile,
)

pytestmark = pytest.mark.filterwarnings("error")

CLOSE = 1e-10
MISSING = math.nan

parameters = st.floats(min_value=1e-3, max_value=1e4)
# What is nearer to 0 than a float can hold in full has lost digits before it is reckoned with.
shares = st.floats(min_value=0, max_value=1).filter(lambda share: share == 0 or share > 1e-300)
inner_shares = st.floats(min_value=1e-6, max_value=1 - 1e-6)
sizes = st.floats(min_value=0.01, max_value=1e4)
chances = st.floats(min_value=0.01, max_value=1)
freedoms = st.floats(min_value=0.5, max_value=1e6)


def at_least_of(trials: int, chance: float, hits: int) -> float:
    """Sum up P(binomial ≥ hits) without rounding."""
    p = Fraction(chance)
    terms = (math.comb(trials, k) * p**k * (1 - p) ** (trials - k) for k in range(hits, trials + 1))
    return float(sum(terms))


def at_least_of_many(trials: int, chance: float, hits: int) -> float:
    """Sum up P(binomial ≥ hits) of so many trials that only terms near the mean count, each from its neighbour."""
    mode = int(trials * chance)
    reach = int(25 * math.sqrt(trials * chance * (1 - chance))) + 50
    odds = chance / (1 - chance)
    terms = {mode: 1.0}
    for k in range(mode, min(trials, mode + reach)):
        terms[k + 1] = terms[k] * (trials - k) / (k + 1) * odds
    for k in range(mode, max(0, mode - reach), -1):
        terms[k - 1] = terms[k] * k / (trials - k + 1) / odds
    return math.fsum(term for k, term in terms.items() if k >= hits) / math.fsum(terms.values())


@given(a=st.integers(1, 60), b=st.integers(1, 60), x=inner_shares)
def test_a_beta_share_is_a_sum_of_binomial_chances(a: int, b: int, x: float) -> None:
    assert float(beta_share(a, b, x)) == pytest.approx(at_least_of(a + b - 1, x, a), abs=CLOSE)


LARGE = (
    (2_999, 3_500),
    (3_001, 3_001),
    (3_100, 50_000),
    (10**6, 10**6),
    (10**6, 4_000),
    (500, 10**6),
    (5, 10**6),
)


@pytest.mark.parametrize(("a", "b"), LARGE)
def test_a_beta_share_is_good_for_large_parameters_too(a: int, b: int) -> None:
    """From eight standard deviations below the mean to eight above."""
    mean = a / (a + b)
    spread = math.sqrt(mean * (1 - mean) / (a + b))
    cuts = [x for z in (-8, -3, -1, -0.1, 0, 0.5, 2, 5, 8) if (x := mean + z * spread) > 0]
    exact = [at_least_of_many(a + b - 1, x, a) for x in cuts]
    assert np.abs(beta_share(a, b, np.array(cuts)) - exact).max() < CLOSE


@given(a=parameters, x=shares)
def test_a_beta_share_with_a_one_in_it_is_a_power(a: float, x: float) -> None:
    assert float(beta_share(a, 1, x)) == pytest.approx(x**a, abs=CLOSE)
    assert float(beta_share(1, a, x)) == pytest.approx(1 - (1 - x) ** a, abs=CLOSE)


@pytest.mark.parametrize("x", [0.0, 1e-300, 1e-9, 0.2, 0.5, 0.9, 1.0])
def test_a_beta_share_of_two_halves_is_an_arc_sine(x: float) -> None:
    assert float(beta_share(0.5, 0.5, x)) == pytest.approx(2 / math.pi * math.asin(math.sqrt(x)), abs=CLOSE)


@given(a=parameters, b=parameters, x=st.integers(0, 2**30).map(lambda part: part / 2**30))
def test_what_is_not_below_is_above(a: float, b: float, x: float) -> None:
    assert float(beta_share(a, b, x) + beta_share(b, a, 1 - x)) == pytest.approx(1, abs=CLOSE)


@given(a=parameters, b=parameters, cuts=st.lists(shares, min_size=2).map(sorted))
def test_a_beta_share_never_falls(a: float, b: float, cuts: list[float]) -> None:
    found = beta_share(a, b, np.array(cuts))
    assert ((found >= 0) & (found <= 1)).all()
    assert (np.diff(found) >= -CLOSE).all()


@pytest.mark.parametrize(
    ("a", "b", "x", "expected"),
    [
        (0, 1, 0.5, 1),
        (0, 1, 0, 1),
        (1, 0, 0.5, 0),
        (1, 0, 1, 1),
        (2, 3, 0, 0),
        (2, 3, 1, 1),
        (0, 0, 0.5, None),
        (-1, 1, 0.5, None),
        (1, 1, -0.1, None),
        (1, 1, 1.1, None),
        (1, math.inf, 0.5, None),
        (1, 1e9, 0.5, None),
        (MISSING, 1, 0.5, None),
        (1, 1, MISSING, None),
    ],
)
def test_a_beta_share_at_its_edges(a: float, b: float, x: float, expected: float | None) -> None:
    found = float(beta_share(a, b, x))
    assert math.isnan(found) if expected is None else found == expected


def test_columns_and_numbers_are_broadcast() -> None:
    grid = beta_share(np.array([[1.0], [2.0]]), 1, np.array([0.25, 0.5, 1.0]))
    assert grid.tolist() == pytest.approx(np.array([[0.25, 0.5, 1], [0.0625, 0.25, 1]]), abs=CLOSE)
    assert beta_share(np.empty(0), 1, 0.5).shape == (0,)
    assert negbin_quantile(0.5, np.empty(0), 0.5).shape == (0,)


def test_rows_take_their_own_number_of_steps() -> None:
    """Rows of all sizes together give what each gives alone."""
    rng = np.random.default_rng(7)
    a, b = 10 ** rng.uniform(-3, 7, (2, 500))
    x = rng.uniform(0, 1, 500)
    alone = [float(beta_share(*row)) for row in zip(a, b, x, strict=True)]
    assert np.array_equal(beta_share(a, b, x), alone)


@given(size=sizes, p=chances)
def test_the_first_negative_binomial_chances_are_their_closed_forms(size: float, p: float) -> None:
    """P(0) = p^size, P(1) = size (1 − p) p^size; below 0 is nothing."""
    none = p**size
    found = negbin_at_most(np.array([-1.0, 0.0, 0.9, 1.0]), size, p)
    assert found.tolist() == pytest.approx([0, none, none, none * (1 + size * (1 - p))], abs=CLOSE)


@pytest.mark.parametrize("size", [0.3, 2.5, 7.0, 430.0])
def test_a_negative_binomial_share_is_the_sum_of_its_chances(size: float) -> None:
    p, k = 0.6, np.arange(400)
    logs = [math.lgamma(size + n) - math.lgamma(size) - math.lgamma(n + 1) for n in range(400)]
    chances_of = np.exp(np.array(logs) + size * math.log(p) + k * math.log1p(-p))
    assert np.abs(negbin_at_most(k.astype(float), size, p) - np.cumsum(chances_of)).max() < CLOSE


@pytest.mark.parametrize(
    ("k", "size", "p", "expected"),
    [(0, 0, 0.5, 1), (3, 5, 1, 1), (3, 5, 0, 0), (-1, 5, 0.5, 0), (3, MISSING, 0.5, None), (-1, 5, MISSING, None)],
)  # fmt: skip
def test_a_negative_binomial_share_at_its_edges(
    k: float, size: float, p: float, expected: float | None
) -> None:
    found = float(negbin_at_most(k, size, p))
    assert math.isnan(found) if expected is None else found == expected


@given(q=inner_shares, size=st.one_of(st.just(0.0), sizes), p=chances)
def test_a_negative_binomial_quantile_is_the_smallest_that_reaches(q: float, size: float, p: float) -> None:
    k = float(negbin_quantile(q, size, p))
    assert k >= 0
    assert k == math.floor(k)
    assert float(negbin_at_most(k, size, p)) >= q - CLOSE
    assert float(negbin_at_most(k - 1, size, p)) < q


def test_a_quantile_reached_exactly_is_not_passed_by_rounding() -> None:
    """P(R = 0) is .9: so is the ninth decile 0."""
    assert float(negbin_quantile(0.9, 1, 0.9)) == 0
    assert float(negbin_quantile(0.5, 1, 0.5)) == 0
    assert float(negbin_quantile(0.75, 1, 0.5)) == 1


def test_a_quantile_of_large_sizes_is_found() -> None:
    """A million successes, and tails far longer than any normal's."""
    found = negbin_quantile(0.9, np.array([1e6, 1e6, 1e-3]), np.array([0.6, 0.01, 1e-6]))
    shares_of = negbin_at_most(found, np.array([1e6, 1e6, 1e-3]), np.array([0.6, 0.01, 1e-6]))
    assert shares_of[:2] == pytest.approx([0.9, 0.9], abs=2e-3)
    assert found[2] == 0


def test_a_quantile_nobody_can_count_is_missing() -> None:
    found = negbin_quantile(0.9, np.array([1e9, -1, MISSING, 5, 5]), np.array([0.6, 0.5, 0.5, MISSING, 0]))
    assert np.isnan(found).all()


@given(t=st.floats(min_value=-1e9, max_value=1e9))
def test_student_with_one_and_two_degrees_has_a_closed_form(t: float) -> None:
    cauchy = 0.5 + math.atan(t) / math.pi
    assert float(student_at_most(t, 1)) == pytest.approx(cauchy, abs=CLOSE)
    assert float(student_at_most(t, 2)) == pytest.approx(0.5 + t / 2 / math.sqrt(2 + t * t), abs=CLOSE)


@given(t=st.floats(min_value=-8, max_value=8))
def test_student_with_many_degrees_is_normal(t: float) -> None:
    assert float(student_at_most(t, 1e8)) == pytest.approx(0.5 * math.erfc(-t / math.sqrt(2)), abs=1e-8)


@given(t=st.floats(min_value=-1e6, max_value=1e6), freedom=freedoms)
def test_student_is_even_around_0(t: float, freedom: float) -> None:
    assert float(student_at_most(t, freedom) + student_at_most(-t, freedom)) == pytest.approx(1, abs=CLOSE)


def test_student_ends_at_0_and_1() -> None:
    ends = student_at_most(np.array([-math.inf, math.inf, -1e200, 1e200]), 3)
    assert ends.tolist() == [0, 1, 0, 1]
    assert np.isnan(student_at_most(np.array([MISSING, 1.0, 1.0]), np.array([3.0, MISSING, 0.0]))).all()


@given(q=st.floats(min_value=1e-9, max_value=1 - 1e-9), freedom=freedoms)
def test_a_student_quantile_has_its_share_below(q: float, freedom: float) -> None:
    assert float(student_at_most(student_quantile(q, freedom), freedom)) == pytest.approx(q, abs=CLOSE)


def test_student_quantiles_are_those_of_printed_tables() -> None:
    """One-sided 90 % and 97.5 %, as every textbook's table has them."""
    freedom = np.array([1.0, 2, 3, 5, 10, 30])
    assert np.round(student_quantile(0.9, freedom), 3).tolist() == [3.078, 1.886, 1.638, 1.476, 1.372, 1.31]
    assert np.round(student_quantile(0.975, freedom), 3).tolist() == [
        12.706,
        4.303,
        3.182,
        2.571,
        2.228,
        2.042,
    ]
    assert np.isnan(student_quantile(0.9, np.array([0.0, -1.0, MISSING]))).all()
