"""Whether the figures of one indicator count one thing, where no target is held against its actuals."""

from collections.abc import Iterator, Mapping

from scorecard.problems import Problem
from scorecard.targets.ledgers import across
from scorecard.targets.measures import Aggregation, Book, Comparability, Place, Value
from scorecard.targets.periods import Period
from scorecard.targets.quantities import Quantity

Figures = Mapping[Period, Quantity]


def check_alike(book: Book) -> Iterator[Problem]:
    """Find targets alone, or actuals alone, in two units: they would be added up or compared as if in one."""
    for place in book.places():
        target, actual = _figures(place.indicator.target), _figures(place.indicator.actual)
        if not (target and actual):
            yield from _in_one_unit(book, place, "target" if target else "actual", target or actual)


def _figures(values: Mapping[Period, Value]) -> Figures:
    """Take the figures but for those that are never held against others."""
    return {
        period: value.quantity
        for period, value in values.items()
        if value.quantity and value.comparability is not Comparability.DIFFERENT
    }


def _in_one_unit(book: Book, place: Place, kind: str, figures: Figures) -> Iterator[Problem]:
    """Find the first figure in another unit than an earlier one that it may be held against."""
    units = {one.unit for one in figures.values()}
    if len(units) < 2 or ("" in units and place.indicator.aggregation is Aggregation.RATIO):
        return  # A ratio without a unit is a problem of its own.
    for period in sorted(figures):
        for earlier, other in figures.items():
            breaks, unit = place.indicator.breaks, figures[period].unit
            if (
                earlier < period
                and other.unit != unit
                and across(breaks, earlier, period) is not Comparability.DIFFERENT
            ):
                yield _told(book, place, kind, (earlier, other), (period, figures[period]))
                return


def _told(
    book: Book, place: Place, kind: str, earlier: tuple[Period, Quantity], later: tuple[Period, Quantity]
) -> Problem:
    """Tell of the figure that lacks a unit, or of the later one where both have one."""
    (period, figure), (_, other) = (earlier, later) if not earlier[1].unit else (later, earlier)
    spot = book.spots[place.department.id].find(*place.path, kind, str(period))
    # Of `0.76` beside `76%` nobody knows what it lacks.
    if figure.unit or other.unit == "%":
        return Problem("unit-mismatch", spot, {"found": figure.unit or "-", "expected": other.unit})
    details = {"name": place.indicator.name, "found": figure.text, "other": other.text}
    return Problem("unit-left-out", spot, details)
