"""What one side of a comparison tells of each indicator, out of a book or out of a result table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from scorecard.targets.measures import Book, Indicator, Place, Plan, Value
from scorecard.targets.periods import Period
from scorecard.wording.terms import Status

Row = Mapping[str, Any]

#: Columns of the result table that say what is measured, not how much.
DEFINING = ("name", "unit", "direction", "aggregation", "level", "weight", "method", "part_of")


@attrs.frozen
class Figure:
    """One figure, or words in its place."""

    text: str  #: As written; empty: none.
    value: float | None = None  #: In the base unit; None: words only.
    qualifier: str = ""

    def is_same(self, other: "Figure") -> bool:
        """Tell whether another says the same; how a number is written does not matter."""
        if self.value is None or other.value is None or not (self.text and other.text):
            return self.text == other.text
        return (self.value, self.qualifier) == (other.value, other.qualifier)


@attrs.frozen
class Line:
    """One indicator as one side tells it."""

    id: str
    name: str
    part_of: str  #: Empty: no part.
    period: str
    status: Status
    definition: Mapping[str, str]  #: Field → as written; empty: not said.
    targets: Mapping[str, Figure]  #: By period.
    actuals: Mapping[str, Figure]  #: By period; of a result table by the last day spoken of.


def lines_of_rows(rows: Sequence[Row]) -> dict[str, Line]:
    """Read lines out of a result table, which tells one target, one actual and the one before."""
    return {row["id"]: _line(row) for row in rows}


def lines_of_book(book: Book, rows: Sequence[Row]) -> dict[str, Line]:
    """Read lines out of a book, which tells every period; rows are its result table."""
    return {
        place.id: attrs.evolve(
            _line(row),
            definition=_defined(row) | dict(_defined_in_book(place)),
            targets=_figures(place.indicator.target),
            actuals=_figures(place.indicator.actual),
        )
        for place, row in zip(book.places(), rows, strict=True)
    }


def _line(row: Row) -> Line:
    target = Figure(row["target_text"] or "", row["target"], row["target_qualifier"] or "")
    return Line(
        row["id"], row["name"], row["part_of"] or "", row["period"], Status(row["status"]),
        _defined(row), {row["period"]: target}, dict(_reported(row)),
    )  # fmt: skip


def _defined(row: Row) -> dict[str, str]:
    return {name: _word(row[name]) for name in DEFINING}


def _word(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, int | float) else str(value or "")


def _reported(row: Row) -> Iterator[tuple[str, Figure]]:
    """Tell the actuals of a row: the year before's, and this year's under the day it reaches to."""
    period, until = row["period"], row["actual_as_of"]
    if row["previous_text"] and row["previous"] is not None:
        before = str(int(period) - 1) if period.isdecimal() and len(period) == 4 else f"<{period}"
        yield before, Figure(row["previous_text"], row["previous"])
    if row["actual_text"] and until:
        is_whole = until == f"{period}-12-31"
        yield period if is_whole else until, Figure(row["actual_text"], row["actual"])


def _figures(values: Mapping[Period, Value]) -> dict[str, Figure]:
    """Lay out the values that are there; a dash or 신규 is none."""
    return {str(period): _figure(value) for period, value in values.items() if not value.absent}


def _figure(value: Value) -> Figure:
    if value.quantity is None:
        return Figure(value.text)
    return Figure(value.text, value.quantity.value, value.quantity.qualifier.value)


def _defined_in_book(place: Place) -> Iterator[tuple[str, str]]:
    """Tell what only the text knows: how and when the year is expected to come in."""
    indicator = place.indicator
    schedule = indicator.schedule or place.programme.schedule
    yield "method", indicator.method
    yield "schedule", schedule.text if schedule else ""
    yield "plan", _plan(indicator.plan)
    yield "steps", _steps(indicator)
    yield "baseline", indicator.baseline.text if indicator.baseline else ""
    yield "tolerance", _word(indicator.tolerance)
    yield "trajectory", indicator.trajectory
    overrides = (f"{one.status.value} {one.on} {one.by} ({one.reason})" for one in indicator.overrides)
    yield "overrides", "; ".join(overrides)


def _plan(plan: Plan | None) -> str:
    if plan is None:
        return ""
    return "even" if plan.is_even else ", ".join(f"{period} {one.text}" for period, one in plan.parts.items())


def _steps(indicator: Indicator) -> str:
    return "; ".join(
        f"{one.name} {one.due}"
        + (f" ✓{one.done}" if one.done else "")
        + f" ×{one.weight:g}" * (one.weight != 1)
        for one in indicator.steps
    )
