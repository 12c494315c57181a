"""Process behaviour charts (XmR): what a process does by itself, and whether it can meet a target at all.

The formulas and their sources stand in the project's METHODS page under D4 and D5.
"""

from enum import Enum

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.rules.methods import Reasons, settle
from scorecard.targets.columns import Column, Mask
from scorecard.wording.terms import Reason

_FEWEST = 5  #: Points below which there are no limits.
_LOCKS = 12  #: Points from which on limits are no longer trial limits.
_WIDE = 2.66  #: Three standard deviations, of which a mean moving range is 1.128.
_STRANGE = 3.267  #: Upper limit of moving ranges, as a multiple of their mean.


@attrs.frozen(eq=False)
class Limits:
    """Within what each row's process keeps by itself, in the row's unit; NaN with a reason: no limits."""

    mean: Column
    low: Column
    high: Column
    count: NDArray[np.intp]  #: Points known.
    reasons: Reasons

    @property
    def locked(self) -> Mask:
        """Mark limits from enough points to stand; others are trial limits, or none."""
        return self.count >= _LOCKS


class Assurance(Enum):
    """Whether a process, going on as it does, meets its target."""

    PASSES = "passes"  #: Always: the target lies beyond the worse limit.
    VARIES = "varies"  #: Hit and miss: the target lies within the limits.
    FAILS = "fails"  #: Never: the target lies beyond the better limit.


ASSURANCES = tuple(Assurance)
Codes = NDArray[np.int8]  #: Places in ASSURANCES; -1: unknown.


@np.errstate(all="ignore")
def limits(points: Column, *, screened: bool = False) -> Limits:
    """D4: mean ± 2.66 mean moving ranges of points, rows × times in order; gaps (NaN) are closed up.

    `screened` leaves out moving ranges of more than 3.267 times their mean, once, so that one
    strange point does not widen the limits it is to be held against.
    """
    missing = np.isnan(points)
    points = np.take_along_axis(points, np.argsort(missing, axis=1, kind="stable"), axis=1)
    first = points[:, :1]
    # From the first point on, so that a process that never moves has that very mean.
    mean = _mean(points - first) + first.sum(axis=1)
    ranges = np.abs(np.diff(points, axis=1))
    if screened:
        ranges = np.where(ranges > _STRANGE * _mean(ranges)[:, None], np.nan, ranges)
    half = _WIDE * _mean(ranges)
    low, high = mean - half, mean + half
    count = (~missing).sum(axis=1)
    causes = (
        (Reason.TOO_FEW_POINTS, count < _FEWEST),
        (Reason.ZERO_DENOMINATOR, ~np.isfinite(high - low)),
    )
    middle, lower, upper = (settle(values, *causes) for values in (mean, low, high))
    return Limits(middle.values, lower.values, upper.values, count, middle.reasons)


def assurance(limits: Limits, target: Column, sign: Column) -> Codes:
    """D5: tell whether each process meets its target; sign 1: more is better, -1: less is better.

    A target at the very limit is met there, as a target met exactly is everywhere.
    """
    up = sign > 0
    codes = np.full(target.size, ASSURANCES.index(Assurance.VARIES), dtype=np.int8)
    codes[np.where(up, target <= limits.low, target >= limits.high)] = ASSURANCES.index(Assurance.PASSES)
    codes[np.where(up, target > limits.high, target < limits.low)] = ASSURANCES.index(Assurance.FAILS)
    codes[np.isnan(limits.mean) | np.isnan(target) | np.isnan(sign)] = -1
    return codes


def _mean(columns: Column) -> Column:
    """Average each row over what is there; NaN of nothing."""
    mean: Column = np.nansum(columns, axis=1) / (~np.isnan(columns)).sum(axis=1)
    return mean
