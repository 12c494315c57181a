"""A book laid out as columns: one row an indicator (parts included), one row a programme.

What was not reported is NaN and stays NaN. Facts that take a method to compute (attainment,
start, status) are added on the floor above.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.targets.budgets import BudgetLine
from scorecard.targets.checks import UNMEASURED
from scorecard.targets.columns import Column, Flags, Table, Words
from scorecard.targets.measures import Book, Department, Indicator, Level, Place, Programme
from scorecard.targets.motion import Motion, lay_out_motion
from scorecard.targets.periods import MONTHS, Grain, Period, fiscal_year
from scorecard.targets.readings import Reading, Year, as_known, read_year
from scorecard.targets.schedules import Schedule

EPOCH = date(1970, 1, 1).toordinal()


@attrs.frozen(eq=False)
class Facts:
    """A book as columns, with the rows they were laid out from."""

    book: Book
    year: Period
    places: tuple[Place, ...]  #: Rows of `indicators`.
    years: tuple[Year, ...]  #: What each row's figures were read from.
    owners: tuple[tuple[Department, Programme], ...]  #: Rows of `programmes`.
    owner_of: NDArray[np.intp]  #: Row of `programmes` each indicator belongs to.
    indicators: Table
    programmes: Table
    motion: Motion  #: How each row's year comes in.


def lay_out(book: Book) -> Facts:
    """Lay a book out as it stands on its as-of day."""
    book = as_known(book)
    year = fiscal_year(book.office.fiscal_year, book.office.year_begins)
    day = book.office.as_of
    owners = tuple(
        (department, programme) for department in book.departments for programme in department.programmes
    )
    row_of = {id(programme): row for row, (_, programme) in enumerate(owners)}
    places = tuple(book.places())
    owner_of = np.array([row_of[id(place.programme)] for place in places], dtype=np.intp)
    years = tuple(read_year(place.indicator, year, day, book.office.sources) for place in places)
    programmes = _programme_table(owners, places, years, book)
    indicators = _indicator_table(places, years, programmes.take(owner_of), book)
    motion = lay_out_motion(places, years, year, day)
    return Facts(book, year, places, years, owners, owner_of, indicators, programmes, motion)


def is_measured(indicator: Indicator) -> bool:
    """Tell whether an indicator's target is a figure."""
    return indicator.aggregation not in UNMEASURED


def numbers(values: Iterable[float | None]) -> Column:
    """Make a column; None is NaN."""
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def flags(values: Iterable[bool | None]) -> Flags:
    """Make a column of flags; None is missing."""
    return np.array([-1 if value is None else int(value) for value in values], dtype=np.int8)


def words(values: Sequence[str | None]) -> Words:
    """Make a column of texts; None and empty are missing."""
    distinct = list(dict.fromkeys(value for value in values if value))
    code_of = {word: code for code, word in enumerate(distinct)}
    codes = np.array([code_of[value] if value else -1 for value in values], dtype=np.int32)
    return Words(codes, tuple(distinct))


def _divided(above: Column, below: Column) -> Column:
    """Divide; NaN where either is missing or the divisor is 0."""
    return above / np.where(below == 0, np.nan, below)


def elapsed_share(year: Period, day: date) -> float:
    """Tell how much of a year has gone by at the end of a day, by calendar days, from 0 to 1."""
    days = (day - year.first).days + 1
    return min(max(days / ((year.last - year.first).days + 1), 0.0), 1.0)


def months_gone(year: Period, day: date) -> int:
    """Count the months of a year that have wholly gone by at the end of a day."""
    if day >= year.last:
        return MONTHS
    ends = (attrs.evolve(year, grain=Grain.MONTH, part=part).last for part in range(1, MONTHS + 1))
    return sum(end <= day for end in ends)


def is_due(schedule: Schedule | None, year: Period, day: date) -> bool:
    """Tell whether a year's result may be expected: its last scheduled month has gone by."""
    months = schedule.months_in(year) if schedule else ()
    last = months[-1] if months else MONTHS - 1
    return months_gone(year, day) > last


def _scheduled(schedule: Schedule | None, year: Period, day: date) -> float | None:
    months = schedule.months_in(year) if schedule else ()
    gone = months_gone(year, day)
    return sum(month < gone for month in months) / len(months) if months else None


def _begun(schedule: Schedule | None, year: Period, day: date) -> bool | None:
    months = schedule.months_in(year) if schedule else ()
    if not months:
        return None
    return attrs.evolve(year, grain=Grain.MONTH, part=months[0] + 1).first <= day


def _total(lines: Sequence[BudgetLine], column: str) -> float | None:
    """Add up a column of budget lines; None where no line states it."""
    stated = [getattr(line, column).won for line in lines if getattr(line, column) is not None]
    return float(sum(stated)) if stated else None


def _budget_columns(owners: Sequence[tuple[Department, Programme]]) -> dict[str, Column]:
    lines = [programme.budget for _, programme in owners]
    budget = numbers(_total(some, "current") for some in lines)
    original = numbers(_total(some, "original") for some in lines)
    previous = numbers(_total(some, "previous") for some in lines)
    spent = numbers(_total(some, "spent") for some in lines)
    stating = [[line for line in some if line.committed is not None] for some in lines]
    committed = numbers(_total(some, "committed") for some in stating)
    return {
        "budget": budget,
        "budget_original": original,
        "budget_previous": previous,
        "budget_change": _divided(budget, previous) - 1,
        "budget_spent": spent,
        "budget_spent_rate": _divided(spent, budget),
        "budget_committed": committed,
        "budget_committed_rate": _divided(committed, numbers(_total(some, "current") for some in stating)),
        "carried_over": budget - original,
        "carry_over_rate": _divided(budget - original, budget),
    }


def _programme_table(
    owners: Sequence[tuple[Department, Programme]], places: Sequence[Place], years: Sequence[Year], book: Book
) -> Table:
    year = fiscal_year(book.office.fiscal_year, book.office.year_begins)
    day = book.office.as_of
    programmes = [programme for _, programme in owners]
    counts = _target_counts(programmes, places, years)
    return Table(len(owners), {
        "department": words([department.name for department, _ in owners]),
        "programme": words([programme.name for programme in programmes]),
        **_budget_columns(owners),
        "elapsed": np.full(len(owners), elapsed_share(year, day)),
        "scheduled": numbers(_scheduled(programme.schedule, year, day) for programme in programmes),
        "schedule_begun": flags(_begun(programme.schedule, year, day) for programme in programmes),
        "ended": flags(p.ended_before(year) for p in programmes),
        "started": flags(bool(p.starts and p.starts.first >= year.first) for p in programmes),
        "exempt": flags(bool(programme.exempt) for programme in programmes),
        "spending_known": flags(all(line.as_of is None or line.as_of <= day for line in p.budget) for p in programmes),
        "has_reason": flags(bool(programme.reason) for programme in programmes),
        "has_owner": flags(bool(programme.owner) for programme in programmes),
        "updated": numbers(_day(programme.updated) for programme in programmes),
        "as_of": np.full(len(owners), float(day.toordinal() - EPOCH)),
        "lines": numbers(len(programme.budget) for programme in programmes),
        **counts,
    })  # fmt: skip


def _day(day: date | None) -> float | None:
    return None if day is None else float(day.toordinal() - EPOCH)


def _target_counts(
    programmes: Sequence[Programme], places: Sequence[Place], years: Sequence[Year]
) -> dict[str, Column]:
    """Count each programme's targets by kind; parts are never counted."""
    row_of = {id(programme): row for row, programme in enumerate(programmes)}
    names = ("targets", "texts", "outcomes", "outputs")
    counts = {name: np.zeros(len(programmes)) for name in names}
    for place, year in zip(places, years, strict=True):
        if place.part_of or not year.target.written:
            continue
        row = row_of[id(place.programme)]
        counts["targets" if is_measured(place.indicator) else "texts"][row] += 1
        counts["outcomes"][row] += place.indicator.level is Level.OUTCOME
        counts["outputs"][row] += place.indicator.level is Level.OUTPUT
    return counts


def _indicator_table(places: Sequence[Place], years: Sequence[Year], joined: Table, book: Book) -> Table:
    indicators = [place.indicator for place in places]
    target, previous, actual = (
        _figures(years, "target"),
        _figures(years, "previous"),
        _figures(years, "actual"),
    )
    return Table(len(places), {
        **{name: column for name, column in joined.columns.items() if name not in _PROGRAMMES_OWN},
        **_schedule_columns(places, book),
        "name": words([indicator.name for indicator in indicators]),
        "level": words([indicator.level.value for indicator in indicators]),
        "aggregation": words([indicator.aggregation.value for indicator in indicators]),
        "direction": words([indicator.direction.value if indicator.direction else None for indicator in indicators]),
        "unit": words([_unit_of(year) for year in years]),
        "target_kind": words([_kind_of(indicator, year) for indicator, year in zip(indicators, years, strict=True)]),
        "target_qualifier": words([_qualifier(year.target) for year in years]),
        "previous_comparability": words([_comparability(year.previous) for year in years]),
        "target": target,
        "previous": previous,
        "actual": actual,
        "indicators": joined.numbers("targets"),
        "is_part": flags(bool(place.part_of) for place in places),
        "is_new": flags(year.previous.absent is not None and year.previous.text != "-" for year in years),
        "has_target": flags(year.target.written for year in years),
        "has_previous": flags(year.previous.written for year in years),
        "has_actual": flags(year.actual.written for year in years),
        "has_reason": flags(_has_reason(place, year) for place, year in zip(places, years, strict=True)),
        "has_owner": flags(bool(place.indicator.owner or place.programme.owner) for place in places),
        "updated": numbers(_day(place.indicator.updated or place.programme.updated) for place in places),
        "sourced": flags(all(r.source for r in (y.target, y.previous, y.actual) if r.written) for y in years),
        "cumulative": flags(_is_span(year.target) for year in years),
        **_yearly_rates(years, target, previous, book.office.fiscal_year),
    })  # fmt: skip


_PROGRAMMES_OWN = ("targets", "texts", "outcomes", "outputs")


def _figures(years: Sequence[Year], which: str) -> Column:
    return numbers(
        reading.quantity.value if (reading := getattr(year, which)).quantity else None for year in years
    )


def _schedule_columns(places: Sequence[Place], book: Book) -> dict[str, Column | Flags]:
    year = fiscal_year(book.office.fiscal_year, book.office.year_begins)
    day = book.office.as_of
    schedules = [place.indicator.schedule or place.programme.schedule for place in places]
    return {
        "scheduled": numbers(_scheduled(schedule, year, day) for schedule in schedules),
        "schedule_begun": flags(_begun(schedule, year, day) for schedule in schedules),
        "due": flags(is_due(schedule, year, day) for schedule in schedules),
    }


def _unit_of(year: Year) -> str | None:
    for reading in (year.target, year.previous, year.actual):
        if reading.quantity:
            return reading.quantity.unit
    return None


def _kind_of(indicator: Indicator, year: Year) -> str | None:
    if not year.target.written:
        return None
    return "measured" if is_measured(indicator) else indicator.aggregation.value


def _qualifier(reading: Reading) -> str | None:
    return reading.quantity.qualifier.value if reading.quantity else None


def _comparability(reading: Reading) -> str | None:
    return reading.comparability.value if reading.written else None


def _has_reason(place: Place, year: Year) -> bool:
    return bool(place.indicator.reason or year.target.reason or place.programme.reason)


def _is_span(reading: Reading) -> bool:
    return reading.period is not None and reading.period.grain is Grain.SPAN


def _yearly_rates(years: Sequence[Year], target: Column, previous: Column, fiscal: int) -> dict[str, Column]:
    """Tell per year what cumulative rows have achieved so far and what they still need."""
    spans = [year.target.period if _is_span(year.target) else None for year in years]
    gone = numbers(fiscal - span.since if span else None for span in spans)
    left = numbers(span.year - fiscal + 1 if span else None for span in spans)
    return {"rate_achieved": _divided(previous, gone), "rate_needed": (target - previous) / left}
