"""The sheet in which actuals are filled in: its columns, its rows, and the units bare numbers are meant in.

What writes the sheet and what reads it back both look here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from scorecard.frozen import frozen
from scorecard.problems import Language, Mistake
from scorecard.targets.measures import Aggregation, Book, Indicator, Place, Value
from scorecard.targets.periods import Grain, Period
from scorecard.targets.quantities import read_unit

VERSION = "1"  #: Of the sheet's columns and properties.
Grains = Literal["quarter", "month", "half", "year"]
HOW_MANY: Mapping[Grains, tuple[Grain, int]] = {
    "quarter": (Grain.QUARTER, 4), "month": (Grain.MONTH, 12), "half": (Grain.HALF, 2), "year": (Grain.YEAR, 1),
}  # fmt: skip

#: Columns before the periods and after them, with their headings in Korean and English.
BEFORE: Mapping[str, tuple[str, str]] = {
    "id": ("지표 ID", "Indicator id"), "programme": ("사업", "Programme"), "name": ("지표", "Indicator"),
    "unit": ("단위", "Unit"), "target": ("올해 목표", "Target"), "last": ("최근 실적", "Last actual"),
}  # fmt: skip
AFTER: Mapping[str, tuple[str, str]] = {
    "provisional": ("잠정 여부", "Provisional"), "note": ("비고", "Note"), "source": ("출처", "Source"),
}  # fmt: skip
PROVISIONAL: Mapping[Language, str] = {"ko": "잠정", "en": "provisional"}

_AFTER_FIGURE = r"이상|이하|이내|내외|초과|미만|가량|정도|↑"
_LAST_UNIT = re.compile(rf"([^\d\s,.()/]+?)\s?(?:(?:\([^()]*\)\s?)?(?:{_AFTER_FIGURE}))?$")


@frozen
class Row:
    """One indicator of the sheet."""

    place: Place
    unit: str  #: In which a bare number is meant; empty: words, or numbers without a unit.
    target: str
    last: str


def periods_of(year: int, grain: Grains, year_begins: int) -> list[Period]:
    """List the periods of a year that are to be filled in."""
    kind, number = HOW_MANY[grain]
    return [Period(year, kind, part, 0, year_begins) for part in range(1, number + 1)]


def rows_of(book: Book, department: str, year: int) -> Iterator[Row]:
    """List the indicators of a department that have figures to fill in; steps are ticked off in the text itself."""
    for place in book.places():
        if place.department.id == department and place.indicator.aggregation is not Aggregation.MILESTONE:
            target = _of_year(place.indicator.target, year)
            last = max(place.indicator.actual, default=None, key=lambda period: period.last)
            yield Row(
                place, unit_of(place.indicator), target.text if target else "",
                f"{last}: {place.indicator.actual[last].text}" if last else "",
            )  # fmt: skip


def _of_year(values: Mapping[Period, Value], year: int) -> Value | None:
    return next((value for period, value in values.items() if str(period) == str(year)), None)


def unit_of(indicator: Indicator) -> str:
    """Tell the unit that bare numbers of an indicator are meant in: its own, or as its figures are written."""
    if indicator.unit:
        return indicator.unit
    for value in (*_latest_first(indicator.target), *_latest_first(indicator.actual)):
        if value.quantity and value.quantity.unit:
            return _unit_written(value) or value.quantity.unit
    return ""


def _latest_first(values: Mapping[Period, Value]) -> Sequence[Value]:
    return [values[period] for period in sorted(values, key=lambda one: one.last, reverse=True)]


def _unit_written(value: Value) -> str:
    """Find the unit at the end of a figure, with its scale: of `1조 2,641억원` it is 억원."""
    found = _LAST_UNIT.search(value.text)
    try:
        base = read_unit(found[1])[1] if found else ""
    except Mistake:
        return ""
    return found[1] if found and value.quantity and base == value.quantity.unit else ""


def in_unit(value: Value, unit: str) -> float | None:
    """Tell a figure as a bare number of a unit; None for words, ratios of two figures and whatever is not exact."""
    one = value.quantity
    if one is None or one.fraction or one.qualifier.value != "exact":
        return None
    factor, base = read_unit(unit)
    return one.value / factor if base == one.unit or not unit else None
