"""What one side of a comparison tells of each indicator, out of a book or out of a result table.

A book tells every period as it was known on its day; a result table one year as a whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from scorecard.targets.measures import Book, Indicator, Place, Value
from scorecard.targets.periods import Period
from scorecard.targets.plans import Plan
from scorecard.targets.quantities import Quantity
from scorecard.targets.readings import known_on
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
    provisional: bool = False

    def is_same(self, other: "Figure") -> bool:
        """Tell whether another says the same; how a number is written does not matter."""
        if self.value is None or other.value is None or not (self.text and other.text):
            return self.text == other.text
        return (self.value, self.qualifier) == (other.value, other.qualifier)


@attrs.frozen
class Entry:
    """One entry of a target's ledger, or one correction of an actual."""

    was: Figure
    on: str  #: ISO day.
    reason: str
    approver: str = ""  #: Of a revision only.


@attrs.frozen
class Split:
    """From when on an indicator was measured otherwise."""

    since: str
    reason: str
    comparability: str


@attrs.frozen
class Detail:
    """What is told of an indicator besides its row in the result table."""

    definition: Mapping[str, str]  #: Field → as written; empty: not said.
    targets: Mapping[str, Figure]  #: By period.
    actuals: Mapping[
        str, Figure
    ]  #: By period, or by the step that was done; of a result table by the last day spoken of.
    ledgers: Mapping[str, tuple[Entry, ...]] = attrs.field(factory=dict)  #: Of targets, by period.
    corrections: Mapping[str, tuple[Entry, ...]] = attrs.field(factory=dict)  #: Of actuals, by period.
    breaks: tuple[Split, ...] = ()


@attrs.frozen
class Line:
    """One indicator as one side tells it."""

    id: str
    name: str
    department: str
    part_of: str  #: Empty: no part.
    period: str
    status: Status
    method: str  #: By which it was judged, declared or not; empty: by none.
    detail: Detail
    is_whole: bool  #: Every period is told; else one year, as a whole.


def lines_of_rows(
    rows: Sequence[Row], details: Mapping[str, Detail] | None, *, is_whole: bool
) -> dict[str, Line]:
    """Read lines out of a result table, with what else is told of them.

    Held against a side that tells one year only, a whole one is read by its table too; its ledgers stay.
    """
    return {
        row["id"]: _line(row, details.get(row["id"]) if details else None, is_whole=is_whole) for row in rows
    }


def details_of(book: Book) -> dict[str, Detail]:
    """Gather what a book tells of its indicators, as it was known on its day."""
    return {place.id: _detail(place, book.office.as_of) for place in book.places()}


def _line(row: Row, detail: Detail | None, *, is_whole: bool) -> Line:
    defined = _defined(row)
    if detail and is_whole:
        told = attrs.evolve(detail, definition=defined | dict(detail.definition))
    else:
        target = Figure(row["target_text"] or "", row["target"], row["target_qualifier"] or "")
        told = Detail(defined, {row["period"]: target}, dict(_reported(row)))
        if detail:
            told = attrs.evolve(
                told, ledgers=detail.ledgers, corrections=detail.corrections, breaks=detail.breaks
            )
    return Line(
        row["id"], row["name"], row["department"], row["part_of"] or "", row["period"],
        Status(row["status"]), row["method"] or "", told, is_whole,
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


def _detail(place: Place, day: date) -> Detail:
    indicator = place.indicator
    told = {period: value for period, value in indicator.actual.items() if period.last <= day}
    return Detail(
        definition=dict(_defined_in_book(place)),
        targets=_figures(indicator.target),
        actuals=_figures({period: _as_known(value, day) for period, value in told.items()})
        | {step.name: Figure(f"{step.done}") for step in indicator.steps if step.done and step.done <= day},
        ledgers={
            str(period): tuple(
                Entry(_held(one.was.quantity, one.was.text), one.on.isoformat(), one.reason, one.approver)
                for one in value.revised
            )
            for period, value in indicator.target.items() if value.revised
        },
        corrections={
            str(period): tuple(
                Entry(_held(one.was, one.was.text), one.on.isoformat(), one.reason)
                for one in value.restated if one.on <= day
            )
            for period, value in told.items() if value.restated
        },
        breaks=tuple(Split(str(one.since), one.reason, one.comparability.value) for one in indicator.breaks),
    )  # fmt: skip


def _as_known(value: Value, day: date) -> Value:
    known = known_on(value, day)
    return (
        value
        if known is None or known is value.quantity
        else attrs.evolve(value, quantity=known, text=known.text)
    )


def _figures(values: Mapping[Period, Value]) -> dict[str, Figure]:
    """Lay out the values that are there; a dash or 신규 is none."""
    return {
        str(period): attrs.evolve(_held(value.quantity, value.text), provisional=value.provisional)
        for period, value in values.items()
        if not value.absent
    }


def figures_of(indicator: Indicator) -> dict[str, Figure]:
    """Lay out an indicator's targets by period, as they are written."""
    return _figures(indicator.target)


def _held(quantity: Quantity | None, text: str) -> Figure:
    if quantity is None:
        return Figure("" if text in _NONE else text)
    return Figure(text, quantity.value, quantity.qualifier.value)


_NONE = ("-", "신규")


def _defined_in_book(place: Place) -> Iterator[tuple[str, str]]:
    """Tell what only the text knows: how it is measured, and how the year is expected to come in."""
    indicator = place.indicator
    schedule = indicator.schedule or place.programme.schedule
    yield "method", indicator.method
    yield "formula", indicator.formula
    yield "measured_by", indicator.measured_by
    yield "schedule", schedule.text if schedule else ""
    yield "plan", _plan(indicator.plan)
    yield (
        "steps",
        "; ".join(
            f"{one.name} {one.due}" + f" ×{one.weight:g}" * (one.weight != 1) for one in indicator.steps
        ),
    )
    yield "baseline", indicator.starts_from.text if indicator.starts_from else ""
    yield "tolerance", _word(indicator.tolerance)
    yield "trajectory", indicator.trajectory
    overrides = (f"{one.status.value} {one.on} {one.by} ({one.reason})" for one in indicator.overrides)
    yield "overrides", "; ".join(overrides)


def _plan(plan: Plan | None) -> str:
    if plan is None:
        return ""
    return "even" if plan.is_even else ", ".join(f"{period} {one.text}" for period, one in plan.parts.items())
