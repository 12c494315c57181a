"""How fast the rest of a year must go, and how fast what may be missed is being used up.

The formulas and their sources stand in the project's METHODS page under the ids given here.
"""

import numpy as np

from scorecard.rules.methods import Result, as_decimals, settle
from scorecard.targets.columns import Column, Mask
from scorecard.wording.terms import Reason


@np.errstate(all="ignore")
def required_rate(actual: Column, target: Column, share: Column) -> Result:
    """D3: rate needed from now on ÷ rate so far, for sums of which more is better.

    `share` is that of the year's plan due by now. 1.25 is a quarter faster than so far; 0: the
    target is reached already.
    """
    values = as_decimals(np.maximum(((target - actual) / (1 - share)) / (actual / share), 0))
    return settle(
        values,
        (Reason.TARGET_MISSING, np.isnan(target)),
        (Reason.ACTUAL_MISSING, np.isnan(actual)),
        (Reason.PLAN_MISSING, np.isnan(share)),
        (Reason.NOT_APPLICABLE, share >= 1),
        (Reason.SIGN_CHANGE, actual < 0),
        (Reason.ZERO_DENOMINATOR, (actual == 0) | (share <= 0) | ~np.isfinite(values)),
    )


@np.errstate(all="ignore")
def shortfall_burn(shortfall: Column, budget: Column, window: Column | float) -> Result:
    """D7: how many times too fast a window of the year uses up what the whole year may miss.

    `shortfall` is plan less actual within the window, `budget` the part of the target that may be
    missed, `window` the window's share of the year. At 1 the budget lasts just the year; what is
    ahead of plan burns nothing.
    """
    values = as_decimals(np.maximum(shortfall, 0) / budget / window)
    return settle(
        values,
        (Reason.ACTUAL_MISSING, np.isnan(shortfall)),
        (Reason.TARGET_MISSING, np.isnan(budget)),
        (Reason.SIGN_CHANGE, budget < 0),
        (Reason.ZERO_DENOMINATOR, ~np.isfinite(values) | (np.asarray(window) <= 0)),
    )


def increment_check(level: Column, increment: Column, *, apart: float = 0.20) -> Mask:
    """A11: mark rows of which A1, the level, and A4, the increment, differ by more than `apart`.

    A high level hides there that little of this year's way was gone. Not marked where one is missing.
    """
    return np.abs(level - increment) > apart
