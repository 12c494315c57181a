"""What past years come to: the base value (기준치, B12), their deviation, and years that lie apart (B2o)."""

import attrs
import numpy as np

from scorecard.rules.methods import Result, settle
from scorecard.rules.scoring.evidence import Causes, Evidence, Matrix, better, quietly
from scorecard.rules.scoring.models import BaseValue, TargetBandSd
from scorecard.targets.columns import Column, Mask
from scorecard.wording.terms import Reason


def years_in_a_row(past: Matrix) -> Column:
    """Count the years known without a gap, from last year backwards."""
    known: Column = np.cumprod(~np.isnan(past), axis=1).sum(axis=1).astype(np.float64)
    return known


def first_years(past: Matrix, years: float, apart: Column | None = None) -> Matrix:
    """Keep the first years of a row, less the one that lies apart; of what follows a gap nothing."""
    place = np.arange(past.shape[1])
    within = place < np.minimum(years_in_a_row(past), years)[:, None]
    if apart is not None:
        within &= place != apart[:, None]
    return np.where(within, past, np.nan)


def too_few(past: Matrix, least: float) -> Causes:
    """Tell of rows with fewer years in a row than asked for: some have the years, but with gaps."""
    short = years_in_a_row(past) < least
    enough = (~np.isnan(past)).sum(axis=1) >= least
    return (Reason.HISTORY_GAPS, short & enough), (Reason.TOO_FEW_POINTS, short)


@quietly
def mean_of(years: Matrix) -> Column:
    """Average what is known; NaN of nothing."""
    mean: Column = np.nansum(years, axis=1) / (~np.isnan(years)).sum(axis=1)
    return mean


@quietly
def deviation_of(years: Matrix) -> Column:
    """Give the population's standard deviation of what is known; NaN of nothing."""
    return np.sqrt(mean_of((years - mean_of(years)[:, None]) ** 2))


def base_value(past: Matrix, sign: Column, rules: BaseValue = BaseValue()) -> Result:  # noqa: B008 - frozen
    """B12: the better of last year and the mean of the last years."""
    values = better(sign, (_year(past, 0), mean_of(first_years(past, rules.years.value))))
    unsigned = (Reason.DIRECTION_MISSING, np.isnan(sign))
    return settle(values, *too_few(past, rules.least_years.value), unsigned)


@attrs.frozen(eq=False)
class Apart:
    """Which of a row's years lies apart from the others, and whether that counts."""

    share: (
        Column  #: Deviation of the others ÷ deviation of all, for the year with the least; NaN: not tested.
    )
    year: Column  #: That year, in years back from last year, if it lies apart; NaN: none does.
    counts: Mask  #: The text names this very year with a cause.
    rest: Column  #: Deviation of the others.


@quietly
def years_apart(rows: Evidence, rules: TargetBandSd) -> Apart:
    """B2o: find the year without which the others hardly vary; a cause must be named for it to count."""
    years = int(rules.years.value)
    recent = np.full((rows.size, years), np.nan)
    recent[:, : rows.past.shape[1]] = rows.past[:, :years]
    whole = deviation_of(recent)
    others = np.stack([deviation_of(np.delete(recent, place, axis=1)) for place in range(years)], axis=1)
    tested = years_in_a_row(recent) >= years
    shares = np.where(tested[:, None], others / whole[:, None], np.nan)
    place = np.argmin(np.where(np.isnan(shares), np.inf, shares), axis=1)
    share = np.take_along_axis(shares, place[:, None], axis=1)[:, 0]
    lies_apart = share <= rules.outlier_share.value
    return Apart(
        share=share,
        year=np.where(lies_apart, place, np.nan),
        counts=lies_apart & (rows.outlier == place),
        rest=np.take_along_axis(others, place[:, None], axis=1)[:, 0],
    )


@quietly
def base_without(rows: Evidence, apart: Apart, base: BaseValue, rules: TargetBandSd) -> Column:
    """Give the base value of rows one of whose years does not count.

    One of the last three is replaced in the mean by the year before them; last year itself counts
    within some deviations of the year before it.
    """
    recent = apart.year < base.years.value
    mean = mean_of(first_years(rows.past, base.years.value + 1, apart.year))
    last, before = _year(rows.past, 0), _year(rows.past, 1)
    limit = before + rows.sign * rules.outlier_reach.value * apart.rest
    held = rows.sign * np.minimum(rows.sign * last, rows.sign * limit)
    plain = base_value(rows.past, rows.sign, base).values
    return np.where(recent, better(rows.sign, (np.where(apart.year == 0, held, last), mean)), plain)


def _year(past: Matrix, back: int) -> Column:
    return past[:, back] if past.shape[1] > back else np.full(len(past), np.nan)
