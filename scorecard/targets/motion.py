"""How each row's year comes in, as columns: by which plan, how much is told, what the past was like.

Months are the grain of everything here; a quarter's or a half's share is spread over its months
evenly. Only sums have shares: nothing else is ever pro-rated.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.targets.columns import Column, Mask
from scorecard.targets.joining import without_overlap
from scorecard.targets.measures import Aggregation, Comparability, Indicator, Place
from scorecard.targets.periods import MONTHS, Grain, Period, month_share
from scorecard.targets.readings import Reading, Year, known_on, parts_of, past_years
from scorecard.targets.schedules import Schedule

Matrix = NDArray[np.float64]

PLAN, LAST_YEAR, SCHEDULE = "plan", "last_year", "schedule"  #: What a plan rests on, the best first.
QUARTER = 3  #: Months.
LEAST_POINTS = 5  #: Of a history that is worth a chart.
NO_MONTHS = (np.nan,) * MONTHS


@attrs.frozen(eq=False)
class Motion:
    """The year in motion; every matrix has a row for each indicator."""

    shares: Matrix  #: rows × 12, what each month is to bring of the year; NaN: no plan, or no sum.
    bases: tuple[str | None, ...]  #: Which plan each row's shares rest on.
    covered: Matrix  #: rows × 12, how much of each month the actual speaks of; 0 where nothing is told.
    monthly: Matrix  #: rows × 12, what a sum brought in each month that is told by itself; NaN: not.
    gone: Matrix  #: 12, how much of each month has gone by on the as-of day.
    levels: (
        Column  #: What the row's own plan says is to be reached by then; NaN: no sum's business, or no plan.
    )
    promised: Mask  #: rows × 4, for which quarters something is to be reported.
    past: Matrix  #: rows × years × 12, what each month brought of past years' totals, the newest first.
    history: Matrix  #: rows × years, what past years brought; NaN: not known or not comparable.
    years: Column  #: The years of `history`, the earliest first.
    goals: Column  #: The target of the furthest year there is one for; NaN: none beyond this year.
    goal_years: Column  #: That year.
    points: Matrix  #: rows × points in the order of time, of years or, of what is no sum, of parts of years.


def lay_out_motion(places: Sequence[Place], years: Sequence[Year], year: Period, day: date) -> Motion:
    """Lay out how the year of each row comes in."""
    rows = list(zip(places, years, strict=True))
    plans = [_plan_of(place, read, year, day) for place, read in rows]
    pasts = [_past_shares(place.indicator, year, day) for place, _ in rows]
    histories = [list(past_years(place.indicator, year, day)) for place, _ in rows]
    goals = [_goal(place.indicator, year) for place, _ in rows]
    known = sorted({one.period.year for history in histories for one in history if one.period})
    return Motion(
        shares=_matrix([shares for _, shares in plans], MONTHS),
        bases=tuple(basis for basis, _ in plans),
        covered=_matrix([_covered(read.actual) for _, read in rows], MONTHS),
        monthly=_matrix([_monthly(place.indicator, year, day) for place, _ in rows], MONTHS),
        gone=np.array(month_share(year, day)),
        levels=np.array([_level(place.indicator, read, year, day) for place, read in rows], dtype=np.float64),
        promised=_promised(places, plans, year),
        past=_cube(pasts),
        history=_matrix([_by_year(history, known) for history in histories], len(known)),
        years=np.array(known, dtype=np.float64),
        goals=np.array([value for value, _ in goals], dtype=np.float64),
        goal_years=np.array([when for _, when in goals], dtype=np.float64),
        points=_padded([
            _points(place.indicator, history, read, day)
            for (place, read), history in zip(rows, histories, strict=True)
        ]),
    )  # fmt: skip


def _matrix(rows: Sequence[Sequence[float]], width: int) -> Matrix:
    return np.array(rows, dtype=np.float64).reshape(len(rows), width)


def _padded(rows: Sequence[Sequence[float]]) -> Matrix:
    width = max(map(len, rows), default=0)
    return _matrix([[*row, *[np.nan] * (width - len(row))] for row in rows], width)


def _cube(pasts: Sequence[Sequence[Sequence[float]]]) -> Matrix:
    depth = max(map(len, pasts), default=0)
    full = [[*past, *[NO_MONTHS] * (depth - len(past))] for past in pasts]
    return np.array(full, dtype=np.float64).reshape(len(pasts), depth, MONTHS)


Basis = tuple[str | None, Sequence[float]]


def _plan_of(place: Place, read: Year, year: Period, day: date) -> Basis:
    """Find what each month is to bring: by the own plan, by last year's months, by the schedule."""
    indicator = place.indicator
    schedule = indicator.schedule or place.programme.schedule
    if indicator.aggregation is not Aggregation.SUM:
        return None, NO_MONTHS
    if indicator.plan and (own := _own_shares(indicator, read.target, schedule, year)):
        return PLAN, own
    last = _shares_of(indicator, attrs.evolve(year, year=year.year - 1), day)
    if last:
        return LAST_YEAR, last
    months = schedule.months_in(year) if schedule else ()
    return (SCHEDULE, _evenly(months)) if months else (None, NO_MONTHS)


def _evenly(months: Iterable[int]) -> list[float]:
    chosen = set(months)
    return [1 / len(chosen) if month in chosen else 0.0 for month in range(MONTHS)]


def _own_shares(
    indicator: Indicator, target: Reading, schedule: Schedule | None, year: Period
) -> list[float] | None:
    """Spread an own plan over the months; None where it says nothing of the year."""
    plan = indicator.plan
    if plan is None:
        return None
    if plan.is_even:
        months = schedule.months_in(year) if schedule else ()
        return _evenly(months or range(MONTHS))
    values = {
        period: one.value for period, one in plan.parts.items() if period.is_part and year.holds(period)
    }
    return _spread(values)


def _spread(values: Mapping[Period, float]) -> list[float] | None:
    """Spread what parts of a year bring over their months, as shares of the whole; None of nothing."""
    total = sum(values.values())
    if total <= 0 or min(values.values()) < 0:
        return None
    shares = [0.0] * MONTHS
    for period, value in values.items():
        first, end = period.months
        for month in range(first, end):
            shares[month] += value / total / (end - first)
    return shares


def _shares_of(indicator: Indicator, year: Period, day: date) -> list[float] | None:
    """Tell what each month brought of a year that is told whole in months or quarters."""
    values = {
        period: quantity.value
        for period, value in parts_of(indicator, year, day).items()
        if period.grain in (Grain.QUARTER, Grain.MONTH)
        and value.comparability in (Comparability.SAME, Comparability.SIMILAR)
        and (quantity := known_on(value, day))
    }
    chosen = without_overlap(list(values))
    if sum(period.months[1] - period.months[0] for period in chosen) < MONTHS:
        return None
    finest = [period for period in values if period.grain is Grain.MONTH]
    if len(finest) == MONTHS:
        chosen = finest
    return _spread({period: values[period] for period in chosen})


def _past_shares(indicator: Indicator, year: Period, day: date) -> list[Sequence[float]]:
    """List the monthly shares of past years told whole in parts, the newest first."""
    if indicator.aggregation is not Aggregation.SUM:
        return []
    known = sorted({period.year for period in indicator.actual if period.is_part}, reverse=True)
    pasts = (_shares_of(indicator, attrs.evolve(year, year=past), day) for past in known if past < year.year)
    return [past for past in pasts if past]


def _covered(actual: Reading) -> Sequence[float]:
    if not actual.quantity:
        return (0.0,) * MONTHS
    return actual.covered or (1.0,) * MONTHS


def _monthly(indicator: Indicator, year: Period, day: date) -> list[float]:
    values = [np.nan] * MONTHS
    for period, value in parts_of(indicator, year, day).items():
        if period.grain is Grain.MONTH and indicator.aggregation is Aggregation.SUM and value.quantity:
            values[period.part - 1] = value.quantity.value
    return values


def _level(indicator: Indicator, read: Year, year: Period, day: date) -> float:
    """Tell what an own plan says is to be reached by the last day the actual speaks of."""
    if indicator.plan is None or indicator.aggregation is Aggregation.SUM:
        return np.nan
    until = read.actual.until or day
    passed = [one for one in indicator.plan.parts if one.last <= until and year.holds(one)]
    return indicator.plan.parts[max(passed, key=lambda one: one.last)].value if passed else np.nan


def _promised(places: Sequence[Place], plans: Sequence[Basis], year: Period) -> Mask:
    """Mark the quarters a plan expects something from."""
    flags = [
        [any(share > 0 for share in shares[first : first + QUARTER]) for first in range(0, MONTHS, QUARTER)]
        if basis
        else _levels_due(place.indicator, year)
        for place, (basis, shares) in zip(places, plans, strict=True)
    ]
    return np.array(flags, dtype=np.bool_).reshape(len(places), MONTHS // QUARTER)


def _levels_due(indicator: Indicator, year: Period) -> list[bool]:
    parts = indicator.plan.parts if indicator.plan else {}
    ends = {period.months[1] for period in parts if period.is_part and year.holds(period)}
    return [any(first < end <= first + QUARTER for end in ends) for first in range(0, MONTHS, QUARTER)]


def _by_year(history: Sequence[Reading], known: Sequence[int]) -> list[float]:
    values = {one.period.year: one.quantity.value for one in history if one.period and one.quantity}
    return [values.get(year, np.nan) for year in known]


def _goal(indicator: Indicator, year: Period) -> tuple[float, float]:
    """Find the target of the furthest year after this one, and that year."""
    later = [
        (period.year, value.quantity.value)
        for period, value in indicator.target.items()
        if period.grain is Grain.YEAR and period.year > year.year and value.quantity
    ]
    when, value = max(later, default=(np.nan, np.nan))
    return value, when


def _points(indicator: Indicator, history: Sequence[Reading], read: Year, day: date) -> list[float]:
    """List the points of a process behaviour chart: years, or parts of years of what is no sum."""
    years = [one.quantity.value for one in history if one.quantity]
    if read.actual.quantity and read.target.period and min(_covered(read.actual)) >= 1:
        years.append(read.actual.quantity.value)
    if len(years) >= LEAST_POINTS or indicator.aggregation is Aggregation.SUM:
        return years
    grains = (
        [
            one
            for one in sorted(indicator.actual)
            if one.grain is grain
            and one.last <= day
            and indicator.actual[one].comparability is not Comparability.DIFFERENT
        ]
        for grain in (Grain.MONTH, Grain.QUARTER)
    )
    for periods in grains:
        values = [known.value for one in periods if (known := known_on(indicator.actual[one], day))]
        if len(values) >= LEAST_POINTS:
            return values
    return years
