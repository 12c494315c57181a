"""Attainment methods by name: columns in, ratios and typed reasons out.

The formulas and their sources stand in the project's METHODS page under the ids given here
(A1–A8, A10). Ratios are plain: 0.826 is 82.6 %. Where a method has no answer the value is NaN
and the reason says why; nothing becomes 0 or infinite.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.targets.columns import Column, Mask
from scorecard.wording.terms import Reason

REASONS = tuple(Reason)
Reasons = NDArray[np.int8]  #: Places in REASONS; -1: the value is there.


@attrs.frozen(eq=False)
class Result:
    """Values with the reason for each that is missing."""

    values: Column
    reasons: Reasons

    def reason(self, row: int) -> Reason | None:
        """Tell why a row has no value; None where it has one."""
        code = int(self.reasons[row])
        return None if code < 0 else REASONS[code]


@attrs.frozen(eq=False)
class Inputs:
    """What a method may look at; columns of one length."""

    actual: Column
    target: Column
    baseline: Column  #: Where a from-baseline method starts.
    tolerance: Column  #: For keep, in the row's unit.


Method = Callable[[Inputs], Result]


def settle(values: Column, *causes: tuple[Reason, Mask]) -> Result:
    """Blank the rows a cause holds for and note the first cause of each."""
    reasons = np.full(values.size, -1, dtype=np.int8)
    for reason, holds in causes:
        reasons[holds & (reasons < 0)] = REASONS.index(reason)
    return Result(np.where(reasons >= 0, np.nan, values), reasons)


_DIGITS = 9  #: Decimals of a border, and of what may lie on one.
_HAIR = 1e-12  #: So near to such a number it is that number: a won in a trillion.


@np.errstate(all="ignore")
def as_decimals(values: Column) -> Column:
    """Take off what binary fractions leave behind: 1.2 of 1.5 is 0.8 and no hair less, and -0 is 0.

    Bands, grades and rules hold them against borders, and what lies on one must not fall short of it.
    NaN stays NaN.
    """
    short = np.round(values, _DIGITS) + 0.0
    return np.where(np.abs(values - short) < _HAIR, short, values)


#: Around what may divide by 0: reasons tell of it, not warnings.
_quietly = np.errstate(all="ignore")


def _answer(values: Column, inputs: Inputs, *causes: tuple[Reason, Mask]) -> Result:
    """Settle what a method reckoned: figures must be there, then the method's own causes count."""
    given = (
        (Reason.TARGET_MISSING, np.isnan(inputs.target)),
        (Reason.ACTUAL_MISSING, np.isnan(inputs.actual)),
    )
    # What is too far apart to be divided is not told from a division by 0.
    beyond = (Reason.ZERO_DENOMINATOR, ~np.isfinite(values))
    return settle(as_decimals(values), *given, *causes, beyond)


def _negative(inputs: Inputs) -> tuple[Reason, Mask]:
    return Reason.SIGN_CHANGE, (inputs.actual < 0) | (inputs.target < 0)


@_quietly
def ratio(inputs: Inputs) -> Result:
    """A1: actual ÷ target, for more-is-better; a negative figure has no ratio."""
    zero = (Reason.ZERO_DENOMINATOR, inputs.target == 0)
    return _answer(inputs.actual / inputs.target, inputs, _negative(inputs), zero)


@_quietly
def reciprocal(inputs: Inputs) -> Result:
    """A2: target ÷ actual, for less-is-better; an actual of zero has no ratio."""
    zero = (Reason.ZERO_DENOMINATOR, inputs.actual == 0)
    return _answer(inputs.target / inputs.actual, inputs, _negative(inputs), zero)


@_quietly
def linear_down(inputs: Inputs) -> Result:
    """A3: 2 − actual ÷ target, for less-is-better, not below 0."""
    zero = (Reason.ZERO_DENOMINATOR, inputs.target == 0)
    values = np.maximum(2 - inputs.actual / inputs.target, 0)
    return _answer(values, inputs, _negative(inputs), zero)


@_quietly
def from_baseline(inputs: Inputs) -> Result:
    """A4: (actual − baseline) ÷ (target − baseline), for both directions."""
    way = inputs.target - inputs.baseline
    causes = ((Reason.BASELINE_MISSING, np.isnan(inputs.baseline)), (Reason.TARGET_EQUALS_BASELINE, way == 0))
    return _answer((inputs.actual - inputs.baseline) / way, inputs, *causes)


@_quietly
def within_tolerance(inputs: Inputs) -> Result:
    """A5: 1 − |actual − target| ÷ tolerance, not below 0; with tolerance 0 exactly met or not."""
    off = np.abs(inputs.actual - inputs.target)
    exact = inputs.tolerance == 0
    shares = np.where(exact, (off == 0).astype(np.float64), 1 - off / np.where(exact, 1, inputs.tolerance))
    missing = (Reason.TOLERANCE_MISSING, np.isnan(inputs.tolerance) | (inputs.tolerance < 0))
    return _answer(np.maximum(shares, 0), inputs, missing)


@_quietly
def closest(inputs: Inputs) -> Result:
    """A6: the nearer to the target the better: target + |actual − target|, then as less-is-better."""
    distance = inputs.target + np.abs(inputs.actual - inputs.target)
    return reciprocal(attrs.evolve(inputs, actual=distance))


PARITY = (0.97, 1.03)  #: A ratio of two groups within this band counts as even.


@_quietly
def parity(inputs: Inputs) -> Result:
    """A6 for ratios of two groups, where 1 is even: max(y, 1 ÷ y), then as less-is-better to 1."""
    uneven = np.maximum(inputs.actual, 1 / inputs.actual)
    even = (inputs.actual >= PARITY[0]) & (inputs.actual <= PARITY[1])
    causes = ((Reason.SIGN_CHANGE, inputs.actual < 0), (Reason.ZERO_DENOMINATOR, inputs.actual == 0))
    return _answer(np.where(even, 1.0, 1 / uneven), inputs, *causes)


METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "ratio": ratio,
        "reciprocal": reciprocal,
        "linear-down": linear_down,
        "from-baseline": from_baseline,
        "tolerance": within_tolerance,
        "closest": closest,
        "parity": parity,
    }
)


def share_done(done: Mask, weight: Column) -> float:
    """A7: weight of the steps done ÷ weight of all; NaN where no step has weight."""
    total = float(weight.sum())
    return float(weight[done].sum()) / total if total > 0 else float("nan")


def capped_mean(values: Column, cap: float = 1.0) -> float:
    """A8: mean of the values, each at most the cap; missing ones left out; NaN of nothing."""
    known = values[~np.isnan(values)]
    return float(np.minimum(known, cap).mean()) if known.size else float("nan")


def weighted_score(weight: Column, score: Column) -> tuple[float, float]:
    """A10: weighted mean of what is scored, and the share of all weight that is; unscored is no 0."""
    scored = ~np.isnan(score)
    whole, counted = float(weight.sum()), float(weight[scored].sum())
    if counted <= 0:
        return float("nan"), 0.0
    return float((weight[scored] * score[scored]).sum()) / counted, counted / whole
