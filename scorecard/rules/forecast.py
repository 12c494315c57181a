"""Year-end forecasts from what has come so far: a point, the range around it, the chance of the target.

The formulas and their sources stand in the project's METHODS page under the ids given here. All
are for sums: of a mean, a last value or a maximum no share of the year has come.
"""

import attrs
import numpy as np

from scorecard.rules.distributions import (
    negbin_at_most,
    negbin_quantile,
    student_at_most,
    student_quantile,
)
from scorecard.rules.methods import Reasons, settle
from scorecard.targets.columns import Column, Mask
from scorecard.wording.terms import Reason

Causes = tuple[tuple[Reason, Mask], ...]


@attrs.frozen(eq=False)
class Progress:
    """How far each row has come in its year; columns of one length."""

    actual: Column  #: What has come so far, in the row's unit.
    target: Column  #: For the whole year.
    share: Column  #: Share of the year's plan due by the same day, 1: the year is over; NaN: no plan.
    sign: Column  #: 1: more is better, -1: less is better; NaN: not declared, or to be kept.

    @property
    def why_no_chance(self) -> Causes:
        """Tell what every chance lacks, be the forecast as it may."""
        return (Reason.TARGET_MISSING, np.isnan(self.target)), (Reason.DIRECTION_MISSING, np.isnan(self.sign))


@attrs.frozen(eq=False)
class Forecast:
    """Where each row's year is heading, in the row's unit."""

    point: Column
    low: Column  #: The central range of the width asked for; NaN: its method or data give none.
    high: Column
    chance: Column  #: That the year ends at the target or better, from 0 to 1.
    reasons: Reasons  #: Why the first of these figures that is missing is; -1: all are there.


@np.errstate(all="ignore")
def linear(progress: Progress) -> Forecast:
    """D1: what has come ÷ share of the year; one stretch of one year gives no range and no chance."""
    actual, share = progress.actual, progress.share
    none = np.full_like(actual, np.nan)
    no_point = (
        (Reason.ACTUAL_MISSING, np.isnan(actual)),
        (Reason.PLAN_MISSING, np.isnan(share)),
        (Reason.ZERO_DENOMINATOR, share <= 0),
    )
    point = np.where(share >= 1, actual, actual / share)
    return _settled((point, none, none, none), no_point, ((Reason.TOO_FEW_POINTS, np.isnan(none)),), ())


@np.errstate(all="ignore")
def seasonal(progress: Progress, shares: Column, *, width: float = 0.8) -> Forecast:
    """D2: what has come ÷ the share that had come by the same day of past years, their geometric mean.

    `shares` is rows × years, NaN for a year not known; `progress.share` is not looked at. One year
    gives a point, two the range between them, three and more a range and a chance: the log of
    1 ÷ share is taken as normal and its next value predicted by Student's t. Where no share is above
    1 nothing that has come goes away again, so that no year is told to end below its actual.
    """
    actual, past = progress.actual, _past_of(shares)
    no_point = (
        (Reason.ACTUAL_MISSING, np.isnan(actual)),
        (Reason.TOO_FEW_POINTS, past.count == 0),
        (Reason.SIGN_CHANGE, actual < 0),
        (Reason.ZERO_DENOMINATOR, past.least <= 0),
    )
    point = np.where(past.alike, actual / past.least, actual * np.exp(past.mean))
    freedoms, which = np.unique(past.freedom, return_inverse=True)
    reach = student_quantile((1 + width) / 2, freedoms)[which] * past.spread
    bare = past.alike | (past.count == 2)
    low = np.where(bare, actual / past.most, actual * np.exp(past.mean - reach))
    high = np.where(bare, actual / past.least, actual * np.exp(past.mean + reach))
    low = np.where(past.stays, np.maximum(low, actual), low)
    no_range = ((Reason.TOO_FEW_POINTS, past.count < 2),)
    no_chance = ((Reason.TOO_FEW_POINTS, past.count < 3), *progress.why_no_chance)
    return _settled((point, low, high, _chance(progress, past, point)), no_point, no_range, no_chance)


@np.errstate(all="ignore")
def gamma_poisson(progress: Progress, prior: Column, *, weight: float = 0.5, width: float = 0.8) -> Forecast:
    """D6: counted events, of which the yearly rate is Gamma: what has come and what may still come.

    `prior` is the total expected before the year began, last year's or the plan's; `weight` is what
    it counts, in years. What is still to come is negative binomial; range and chance are of whole
    events. Once the year is over its end is the actual.
    """
    actual, share = progress.actual, np.clip(progress.share, 0, 1)
    no_point = (
        (Reason.ACTUAL_MISSING, np.isnan(actual)),
        (Reason.BASELINE_MISSING, np.isnan(prior)),
        (Reason.PLAN_MISSING, np.isnan(share)),
        (Reason.SIGN_CHANGE, (actual < 0) | (prior < 0)),
    )
    size, p = prior * weight + actual, (weight + share) / (weight + 1)
    point = actual + size * (1 - share) / (weight + share)
    low, high = (actual + negbin_quantile(q, size, p) for q in ((1 - width) / 2, (1 + width) / 2))
    wanted, up = progress.target - actual, progress.sign > 0
    at_most = negbin_at_most(np.where(up, np.ceil(wanted) - 1, np.floor(wanted)), size, p)
    chance = np.where(up, 1 - at_most, at_most)
    return _settled((point, low, high, chance), no_point, (), progress.why_no_chance)


@attrs.frozen(eq=False)
class _Past:
    """What past years say of the log of 1 ÷ share, row by row."""

    count: Column  #: Years known.
    least: Column  #: Of the shares; NaN: no year is known.
    most: Column
    mean: Column
    spread: Column  #: Standard error of predicting one more year.
    alike: Mask  #: All years are the same: rounding must not make a spread of them.
    stays: Mask  #: Nothing that has come went away again.

    @property
    def freedom(self) -> Column:
        return self.count - 1


def _past_of(shares: Column) -> _Past:
    count = (~np.isnan(shares)).sum(axis=1).astype(np.float64)
    least, most = (edge.reduce(shares, axis=1, initial=np.nan) for edge in (np.fmin, np.fmax))
    logs = -np.log(shares)
    mean = np.nansum(logs, axis=1) / count
    variance: Column = np.nansum((logs - mean[:, None]) ** 2, axis=1) / (count - 1)
    spread = np.sqrt(variance * (1 + 1 / count))
    return _Past(count, least, most, mean, spread, alike=least == most, stays=most <= 1)


def _chance(progress: Progress, past: _Past, point: Column) -> Column:
    """Give the chance that the year ends at the target or better, by years that differ or are all alike."""
    actual, target, up = progress.actual, progress.target, progress.sign > 0
    apart = (np.log(np.maximum(target, 0) / actual) - past.mean) / past.spread
    chance = student_at_most(np.where(up, -apart, apart), past.freedom)
    sure = np.where(up, point >= target, point <= target)
    chance = np.where(past.alike | (actual == 0), sure, chance)
    decided = past.stays & np.where(up, actual >= target, actual > target)
    return np.where(decided, up, chance)


def _settled(
    figures: tuple[Column, Column, Column, Column], no_point: Causes, no_range: Causes, no_chance: Causes
) -> Forecast:
    """Blank what a cause holds for: where there is no point is no range, where no range no chance."""
    point, low, high, chance = figures
    # What is too large for a number is not told from a division by 0.
    no_point = (*no_point, (Reason.ZERO_DENOMINATOR, ~np.isfinite(point)))
    no_range = (*no_point, *no_range, (Reason.ZERO_DENOMINATOR, ~np.isfinite(high - low)))
    last = settle(chance, *no_range, *no_chance, (Reason.ZERO_DENOMINATOR, np.isnan(chance)))
    return Forecast(
        settle(point, *no_point).values,
        settle(low, *no_range).values,
        settle(high, *no_range).values,
        last.values,
        last.reasons,
    )
