"""Scores by where the actual lies between a lower and an upper end (B1, B2, B3, B4, B8) or beside its target (B7).

For an indicator of which less is better the upper end is the smaller number; one formula serves both.
"""

import numpy as np

from scorecard.rules.methods import as_decimals, settle
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
from scorecard.rules.scoring.models import ScoringRules
from scorecard.rules.scoring.past import (
    base_value,
    base_without,
    deviation_of,
    first_years,
    mean_of,
    too_few,
    years_apart,
)
from scorecard.targets.columns import Column, Mask
from scorecard.wording.terms import Reason

_SAME = 1e-12  #: Ends nearer to each other than this share of their size are one.


@quietly
def target_band(rows: Evidence, rules: ScoringRules) -> Scored:
    """B1 목표부여: between shares of the base value."""
    base = base_value(rows.past, rows.sign, rules.base).values
    low, high = _cut(rows, *_shares_around(base, rows, rules))
    position = (rows.actual - low) / (high - low)
    causes = (*given(rows), *_why_no_band(rows, base, low, high, rules))
    steps = {"base": base, "low": low, "high": high, "position": position, "core": _as_column(rows.core)}
    return scored(on_scale(position, rules.scale), rules.scale, causes, **steps)


@quietly
def target_band_sd(rows: Evidence, rules: ScoringRules) -> Scored:
    """B2 목표부여(편차): between deviations of past years from the base value.

    A year that lies apart counts neither in the deviation nor in the base, if the text names its cause.
    """
    own = rules.target_band_sd
    apart = years_apart(rows, own)
    plain = base_value(rows.past, rows.sign, rules.base).values
    base = np.where(apart.counts, base_without(rows, apart, rules.base, own), plain)
    spread = np.where(apart.counts, apart.rest, deviation_of(first_years(rows.past, own.years.value)))
    above = np.where(rows.core, own.above_core.value, own.above.value)
    ends = base - rows.sign * own.below.value * spread, base + rows.sign * above * spread
    low, high = _cut(rows, *ends)
    causes = (
        *given(rows),
        *too_few(rows.past, own.least_years.value),
        (Reason.ZERO_VARIANCE, spread <= _SAME * np.abs(base)),
        (Reason.EQUAL_BEST_WORST, _is_flat(low, high)),
    )
    position = (rows.actual - low) / (high - low)
    steps = {
        "base": base, "low": low, "high": high, "position": position, "spread": spread,
        "apart": apart.year, "left_out": np.where(apart.counts, apart.year, np.nan), "core": _as_column(rows.core),
    }  # fmt: skip
    return scored(on_scale(position, rules.scale), rules.scale, causes, **steps)


@quietly
def medium_term(rows: Evidence, rules: ScoringRules) -> Scored:
    """B3 중장기 목표부여: a band around the line to a goal, for the year and for the mean of three."""
    own = rules.medium_term
    start, since = _where_the_line_begins(rows, rules)
    last = _last(rows)
    left = rows.until + 1
    step = (rows.goal - start) / (rows.until - since)
    line = start - step * (1 + since)
    ahead = rows.sign * (last - line) > 0
    base, step = np.where(ahead, last, line), np.where(ahead, (rows.goal - last) / left, step)
    passed = rows.sign * (last - rows.goal) > 0
    unit = np.abs((last - rows.goal) / left)
    low = np.where(passed, last - rows.sign * unit, base - own.width.value * step)
    high = np.where(passed, last, base + own.width.value * step)
    # A mean of three years belongs to the year in their middle, one step further back on the line.
    back = np.where(passed, 0.0, step)
    mean = mean_of(np.column_stack([rows.actual, first_years(rows.past, own.years.value - 1)]))
    now, over = _share(rows, rows.actual, low, high), _share(rows, mean, low - back, high - back)
    causes: Causes = (
        *given(rows, rows.start, rows.goal, rows.since, rows.until),
        (Reason.TARGET_EQUALS_BASELINE, rows.sign * (rows.goal - rows.start) <= 0),
        (Reason.OUTSIDE_PLAN, (rows.since >= 0) | (rows.until < 0)),
        *too_few(rows.past, own.years.value - 1),
        (Reason.TOO_FEW_POINTS, np.isnan(start)),
        (Reason.GOAL_PASSED, passed & ~rows.kept),
        (Reason.EQUAL_BEST_WORST, _is_flat(*_cut(rows, low, high))),
    )
    points = on_scale(own.weight.value * now + (1 - own.weight.value) * over, rules.scale)
    steps = {"base": base, "low": low, "high": high, "step": step, "mean": mean, "now": now, "over": over}
    return scored(points, rules.scale, causes, **steps)


@quietly
def peer_range(rows: Evidence, rules: ScoringRules) -> Scored:
    """B4 글로벌 실적비교: between the worst and the best peer."""
    low, high = rows.worst_peer, rows.best_peer
    position = (rows.actual - low) / (high - low)
    causes = (*given(rows, low, high), (Reason.EQUAL_BEST_WORST, rows.sign * (high - low) <= 0))
    points = on_scale(position, rules.scale)
    return scored(points, rules.scale, causes, low=low, high=high, position=position)


@quietly
def target_ratio(rows: Evidence, rules: ScoringRules) -> Scored:
    """B7 목표 대 실적: actual against target; beyond the target nothing is earned."""
    up = rows.sign > 0
    above, below = np.where(up, rows.actual, rows.target), np.where(up, rows.target, rows.actual)
    causes = (
        *given(rows, target=True),
        (Reason.SIGN_CHANGE, (rows.actual < 0) | (rows.target < 0)),
        (Reason.ZERO_DENOMINATOR, below == 0),
    )
    position = above / below
    return scored(on_scale(position, rules.scale), rules.scale, causes, position=position)


@quietly
def band_floor(rows: Evidence, rules: ScoringRules) -> Scored:
    """B8 기본득점: points for the band the actual lies in, and the rest by its place in the target band."""
    floors = np.array(rules.band_floor.floors.values)
    base = base_value(rows.past, rows.sign, rules.base).values
    low, high = _cut(rows, *_shares_around(base, rows, rules))
    behind = rows.sign[:, None] * (rows.actual[:, None] - rows.levels) < 0
    floor = floors[np.minimum(behind.sum(axis=1), floors.size - 1)]
    position = _share(rows, rows.actual, low, high)
    untold = np.isnan(rows.levels).any(axis=1) | (rows.levels.shape[1] == 0)
    causes = (
        *given(rows),
        (Reason.PARAMETER_MISSING, untold),
        *_why_no_band(rows, base, low, high, rules),
    )
    steps = {
        "base": base,
        "low": low,
        "high": high,
        "floor": floor,
        "position": position,
        "core": _as_column(rows.core),
    }
    return scored(floor_points(floor, position), rules.scale, causes, **steps)


def floor_points(floor: Column, position: Column) -> Column:
    """B8: f + (100 − f) × position."""
    return floor + (100 - floor) * position


def capped_attainment(rows: Evidence, rules: ScoringRules) -> Scored:
    """Take a hundred points times attainment, from 0 to the cap, as a mean of capped attainments does (A8)."""
    values = np.clip(as_decimals(100 * rows.attainment), 0, rules.scale.cap.value)
    missing = (Reason.ACTUAL_MISSING, np.isnan(rows.attainment))
    return Scored(settle(values, missing), {"position": rows.attainment})


def rebased_start(mean: Column, line: Column) -> Column:
    """Give where a line begins anew (p. 48): halfway between the mean of the actuals and the old line."""
    return (mean + line) / 2


def _shares_around(base: Column, rows: Evidence, rules: ScoringRules) -> tuple[Column, Column]:
    """B1's ends: lower and upper."""
    own = rules.target_band
    above = np.where(rows.core, own.above_core.value, own.above.value)
    return base * (1 - rows.sign * own.below.value), base * (1 + rows.sign * above)


def _why_no_band(rows: Evidence, base: Column, low: Column, high: Column, rules: ScoringRules) -> Causes:
    """List why there is no band of shares around a base value."""
    return (
        *too_few(rows.past, rules.base.least_years.value),
        (Reason.SIGN_CHANGE, base < 0),
        (Reason.EQUAL_BEST_WORST, _is_flat(low, high)),
    )


def _cut(rows: Evidence, low: Column, high: Column) -> tuple[Column, Column]:
    """Cut ends that cannot be (p. 63): below 0, and of a rate above 100, unless figures show they can.

    The actual does not tell: with ends that move with it, 101 % would score less than 100 %.
    """
    seen = np.column_stack([rows.past, rows.target])
    least = np.where(np.nanmin(seen, axis=1, initial=np.inf) < 0, -np.inf, 0.0)
    below_100 = rows.is_rate & ~(np.nanmax(seen, axis=1, initial=-np.inf) > 100)
    most = np.where(below_100, 100.0, np.inf)
    return np.clip(low, least, most), np.clip(high, least, most)


def _share(rows: Evidence, value: Column, low: Column, high: Column) -> Column:
    """Tell where a value lies between two ends, from 0 to 1."""
    low, high = _cut(rows, low, high)
    share: Column = np.clip((value - low) / (high - low), 0, 1)
    return share


def _as_column(mask: Mask) -> Column:
    return mask.astype(np.float64)


def _is_flat(low: Column, high: Column) -> Mask:
    return np.asarray(np.abs(high - low) <= _SAME * np.maximum(np.abs(low), np.abs(high)), dtype=np.bool_)


def _last(rows: Evidence) -> Column:
    return rows.past[:, 0] if rows.past.shape[1] else np.full(rows.size, np.nan)


def _where_the_line_begins(rows: Evidence, rules: ScoringRules) -> tuple[Column, Column]:
    """Find start and year of the line, which may have begun anew before the year that is scored."""
    own, place = rules.medium_term, np.arange(rows.past.shape[1])
    anew = rows.rebased <= 0
    first = np.where(anew, -rows.rebased, np.nan)[:, None]
    three = (place >= first) & (place < first + own.years.value)
    whole = three.sum(axis=1) == own.years.value
    mean = np.where(whole, _plain_mean(rows.past, three), np.nan)
    before = rows.rebased - 1
    line = rows.start + (rows.goal - rows.start) / (rows.until - rows.since) * (before - rows.since)
    return np.where(anew, rebased_start(mean, line), rows.start), np.where(anew, before, rows.since)


def _plain_mean(past: Matrix, which: Mask) -> Column:
    """Average some years; NaN where one of them is missing."""
    mean: Column = np.where(which, past, 0.0).sum(axis=1) / which.sum(axis=1)
    return mean
