"""Scores by how far an actual came from what was to be expected, in errors of that expectation (B5, B6)."""

import attrs
import numpy as np

from scorecard.rules.scoring.evidence import (
    Causes,
    Evidence,
    Matrix,
    Scored,
    given,
    on_scale,
    quietly,
    scored,
)
from scorecard.rules.scoring.models import ScoringRules, TrendRules
from scorecard.rules.scoring.past import deviation_of, mean_of, too_few
from scorecard.targets.columns import Column, Mask
from scorecard.wording.terms import Reason

_EXACT = 1e-12  #: Errors within this share of the largest figure are rounding.
_LEAST = 3  #: Points below which a line has no error.


@attrs.frozen(eq=False)
class Line:
    """A straight line through past years, carried on to the year that is scored."""

    expected: Column
    error: Column  #: Of the prediction; NaN of fewer than three points.
    slope: Column


def percent_of(z: Column, rules: TrendRules) -> Column:
    """B5's table: per cent by deviation, straight between its knots, the end bands going on with their own slope."""
    knots, percents = np.array(rules.z.values), np.array(rules.percent.values)
    below = percents[0] + (z - knots[0]) * (percents[1] - percents[0]) / (knots[1] - knots[0])
    above = percents[-1] + (z - knots[-1]) * (percents[-1] - percents[-2]) / (knots[-1] - knots[-2])
    within = np.interp(z, knots, percents)
    percent: Column = np.where(z < knots[0], below, np.where(z > knots[-1], above, within))
    return np.clip(percent, 0, 100)


@quietly
def line_through(past: Matrix, at: float = 0) -> Line:
    """Fit a line by least squares; `at` is the year it is carried on to, 0 the year that is scored."""
    known = ~np.isnan(past)
    count = known.sum(axis=1)
    times = np.where(known, -1.0 - np.arange(past.shape[1]), np.nan)
    middle, mean = mean_of(times), mean_of(past)
    away, off = times - middle[:, None], past - mean[:, None]
    width = np.nansum(away**2, axis=1)
    slope = np.nansum(away * off, axis=1) / width
    left = np.nansum((off - slope[:, None] * away) ** 2, axis=1)
    ahead = at - middle
    error = np.sqrt(left / (count - 2) * (1 + 1 / count + ahead**2 / width))
    return Line(mean + slope * ahead, np.where(count < _LEAST, np.nan, error), slope)


@quietly
def trend(rows: Evidence, rules: ScoringRules) -> Scored:
    """B5 추세치: by how many errors of prediction the actual passed the trend of past years."""
    own = rules.trend
    out = _proven_outliers(rows, own)
    line = line_through(np.where(out, np.nan, rows.past))
    z = rows.sign * (rows.actual - line.expected) / line.error
    count = (~np.isnan(rows.past)).sum(axis=1)
    causes: Causes = (
        *given(rows),
        (Reason.TOO_FEW_POINTS, count < own.least_years.value),
        (Reason.TOO_FEW_POINTS, count - out.sum(axis=1) < _LEAST),
        (Reason.ZERO_VARIANCE, _is_nothing(line.error, rows.past)),
    )
    percent = percent_of(z, own)
    steps = {
        "expected": line.expected, "spread": line.error, "slope": line.slope, "z": z, "percent": percent,
        "left_out": np.where(out.any(axis=1), rows.outlier, np.nan),
    }  # fmt: skip
    return scored(on_scale(percent / 100, rules.scale), rules.scale, causes, **steps)


@quietly
def beta(rows: Evidence, rules: ScoringRules) -> Scored:
    """B6 β분포: by how many deviations the actual passed the value expected of best, last and worst."""
    own = rules.beta
    best = np.where(np.isnan(rows.best_past), _best(rows.past, rows.sign), rows.best_past)
    worst = np.where(np.isnan(rows.worst_past), _best(rows.past, -rows.sign), rows.worst_past)
    last = rows.past[:, 0] if rows.past.shape[1] else np.full(rows.size, np.nan)
    weights = own.best.value + own.last.value + own.worst.value
    expected = (own.best.value * best + own.last.value * last + own.worst.value * worst) / weights
    spread = np.abs(best - worst) / own.spread.value
    z = rows.sign * (rows.actual - expected) / spread
    causes: Causes = (
        *given(rows),
        *too_few(rows.past, 1),
        (Reason.EQUAL_BEST_WORST, rows.sign * (best - worst) <= 0),
    )
    percent = percent_of(z, rules.trend)
    steps = {
        "best": best, "last": last, "worst": worst, "expected": expected, "spread": spread,
        "z": z, "percent": percent,
    }  # fmt: skip
    return scored(on_scale(percent / 100, rules.scale), rules.scale, causes, **steps)


def _best(past: Matrix, sign: Column) -> Column:
    if not past.shape[1]:
        return np.full(len(past), np.nan)
    signed = np.where(np.isnan(past), -np.inf, sign[:, None] * past)
    most = signed.max(axis=1)
    return np.where(np.isfinite(most), sign * most, np.nan)


@quietly
def _proven_outliers(rows: Evidence, rules: TrendRules) -> Mask:
    """Mark years named as lying apart that a line through the others misses by so many of their deviations."""
    place = np.arange(rows.past.shape[1])
    named = (place == rows.outlier[:, None]) & ~np.isnan(rows.past)
    others = np.where(named, np.nan, rows.past)
    # Each row names one year at most, so that one line a row is enough.
    line = line_through(others)
    expected = line.expected[:, None] + line.slope[:, None] * (-1.0 - place)
    far = np.abs(rows.past - expected) >= rules.outlier.value * deviation_of(others)[:, None]
    return np.asarray(named & far, dtype=np.bool_)


def _is_nothing(error: Column, past: Matrix) -> Mask:
    largest = np.max(np.abs(past), axis=1, initial=0, where=~np.isnan(past))
    return np.asarray(error <= _EXACT * largest, dtype=np.bool_)
