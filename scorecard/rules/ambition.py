"""How far a target lies from where its indicator was going anyway (E1 of the METHODS page).

What a target asks beyond last year alone (E2, stretch) is reckoned with the attainment.
"""

import numpy as np

from scorecard.rules.methods import Result, settle
from scorecard.targets.columns import Column
from scorecard.wording.terms import Reason

_FEWEST = 5  #: Years of history below which there is no trend.
_EXACT = 1e-12  #: Residuals within this of the largest figure are rounding: the line is exact.


@np.errstate(all="ignore")
def ambition(target: Column, years: Column, history: Column, at: Column | float, sign: Column) -> Result:
    """E1: standard errors of prediction between target and trend line, above 0 where more is asked than the trend.

    `history` is rows × years with NaN for what is not known, `years` says which (a row of them, or
    rows × years), `at` the year of the target, `sign` 1 where more is better and -1 where less is.
    The line is by least squares; its error of prediction is that of B5.
    """
    known = ~np.isnan(history)
    count = known.sum(axis=1)
    times = np.where(known, years, np.nan)
    mean_time, mean = np.nansum(times, axis=1) / count, np.nansum(history, axis=1) / count
    away, off = times - mean_time[:, None], history - mean[:, None]
    width = np.nansum(away**2, axis=1)
    slope = np.nansum(away * off, axis=1) / width
    error = np.sqrt(np.nansum((off - slope[:, None] * away) ** 2, axis=1) / (count - 2))
    ahead = at - mean_time
    spread = error * np.sqrt(1 + 1 / count + ahead**2 / width)
    values = sign * (target - mean - slope * ahead) / spread
    largest = np.max(np.abs(history), axis=1, initial=0, where=known)
    return settle(
        values,
        (Reason.TARGET_MISSING, np.isnan(target) | np.isnan(ahead) & (count > 0)),
        (Reason.TOO_FEW_POINTS, count < _FEWEST),
        (Reason.DIRECTION_MISSING, np.isnan(sign)),
        (Reason.ZERO_DENOMINATOR, (error <= _EXACT * largest) | ~np.isfinite(values)),
    )
