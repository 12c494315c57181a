"""Targets that were revised and definitions that broke: what held on a day, and what cannot be in a ledger.

A ledger tells what a target was, from which day it was another, why, and who approved it. A break tells
from when on an indicator is measured otherwise; what came before is then not held against what came after.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

import attrs

from scorecard.problems import Problem
from scorecard.targets.measures import Book, Break, Comparability, Indicator, Place, Programme, Value
from scorecard.targets.periods import Grain, Period, fiscal_year
from scorecard.targets.revising import Held

_WORST = tuple(Comparability)  #: From the most to the least comparable.


def held_on(value: Value, day: date) -> Value | None:
    """Tell the target that held at the end of a day, with the ledger as it was then; None before it was set."""
    if value.set_on and value.set_on > day:
        return None
    ledger = tuple(one for one in value.revised if one.on <= day)
    if len(ledger) == len(value.revised):
        return value
    was = value.revised[len(ledger)].was
    return attrs.evolve(
        value, text=was.text, quantity=was.quantity, absent=was.absent, parts=(), revised=ledger
    )


def across(breaks: Iterable[Break], one: Period, other: Period) -> Comparability:
    """Tell how far figures of two periods compare, with the breaks that lie between them."""
    between = (
        each.comparability
        for each in breaks
        if (one.last < each.since.first) != (other.last < each.since.first)
    )
    return max(between, key=_WORST.index, default=Comparability.SAME)


def as_held(book: Book) -> Book:
    """Take targets as they held on the as-of day, and actuals as far as they compare after a break."""
    office = book.office
    year = fiscal_year(office.fiscal_year, office.year_begins)
    if not any(_is_touched(one) for d in book.departments for p in d.programmes for one in p.indicators):
        return book
    departments = tuple(
        attrs.evolve(d, programmes=tuple(_programme_on(p, office.as_of, year) for p in d.programmes))
        for d in book.departments
    )
    return attrs.evolve(book, departments=departments)


def _is_touched(indicator: Indicator) -> bool:
    return bool(
        indicator.breaks
        or any(value.revised or value.set_on for value in indicator.target.values())
        or any(map(_is_touched, indicator.parts))
    )


def _programme_on(programme: Programme, day: date, year: Period) -> Programme:
    if not any(map(_is_touched, programme.indicators)):
        return programme
    return attrs.evolve(programme, indicators=tuple(_on(one, day, year) for one in programme.indicators))


def _on(indicator: Indicator, day: date, year: Period) -> Indicator:
    """Take one indicator as it was on a day; a break that lies after its year says nothing of it."""
    breaks = tuple(one for one in indicator.breaks if one.since.first <= min(day, year.last))
    return attrs.evolve(
        indicator,
        target={period: held for period, value in indicator.target.items() if (held := held_on(value, day))},
        actual={period: _measured(value, period, breaks, year) for period, value in indicator.actual.items()},
        breaks=breaks,
        parts=tuple(_on(part, day, year) for part in indicator.parts),
    )


def _measured(value: Value, period: Period, breaks: tuple[Break, ...], year: Period) -> Value:
    worst = max(value.comparability, across(breaks, period, year), key=_WORST.index)
    return value if worst is value.comparability else attrs.evolve(value, comparability=worst)


def check_ledgers(book: Book) -> Iterator[Problem]:
    """Find ledgers that cannot be: days out of order, changes of nothing, on what is no target."""
    for place in book.places():
        yield from _misplaced(book, place)
        for period, value in place.indicator.target.items():
            if value.revised or value.set_on:
                yield from _check_days(book, place, period, value)
                yield from _check_values(book, place, period, value)


def _misplaced(book: Book, place: Place) -> Iterator[Problem]:
    """Find what belongs to targets on actuals, and the other way round: nobody would look at it there."""
    spots = book.spots[place.department.id]
    for period, value in place.indicator.target.items():
        if value.restated:
            spot = spots.find_key(*place.path, "target", str(period), "restated")
            yield Problem("correction-of-target", spot, {"name": place.indicator.name})
    for period, value in place.indicator.actual.items():
        for key in ("revised", "set_on"):
            if getattr(value, key):
                spot = spots.find_key(*place.path, "actual", str(period), key)
                yield Problem("ledger-of-actual", spot, {"name": place.indicator.name, "found": key})


def _check_days(book: Book, place: Place, period: Period, value: Value) -> Iterator[Problem]:
    """Hold each entry's day against the one before it, and against the day the target was set."""
    spots = book.spots[place.department.id]
    where = (*place.path, "target", str(period), "revised")
    first = value.set_on or _earliest(period)
    for r, entry in enumerate(value.revised):
        before = value.revised[r - 1].on if r else first
        if entry.on < before:
            details = {"name": place.indicator.name, "found": f"{entry.on}", "before": f"{before}"}
            code = "revision-out-of-order" if r else "revision-before-target"
            yield Problem(code, spots.find(*where, r, "on"), details)


def _earliest(period: Period) -> date:
    """Tell the first day a target may have been set where nobody wrote when: a year before its year."""
    begins = fiscal_year(period.since if period.grain is Grain.SPAN else period.year, period.year_begins)
    return attrs.evolve(begins, year=begins.year - 1).first


def _check_values(book: Book, place: Place, period: Period, value: Value) -> Iterator[Problem]:
    """Find entries after which the target was what it had been, or was counted in another unit."""
    spots = book.spots[place.department.id]
    where = (*place.path, "target", str(period), "revised")
    now = Held(value.text, value.quantity, value.absent)
    for r, (was, then) in enumerate(pairwise([*(entry.was for entry in value.revised), now])):
        spot = spots.find(*where, r, "was")
        units = [held.quantity.unit for held in (was, then) if held.quantity]
        if _is_same(was, then):
            details = {"name": place.indicator.name, "found": was.text}
            yield Problem("revision-changes-nothing", spot, details)
        elif len(set(units)) > 1 and not place.indicator.breaks:
            yield Problem("unit-mismatch", spot, {"found": units[0] or "-", "expected": units[1] or "-"})


def _is_same(one: Held, other: Held) -> bool:
    """Tell whether two say the same; how a number is written does not matter."""
    if one.quantity is None or other.quantity is None:
        return one.quantity is other.quantity and one.text == other.text
    return all(
        getattr(one.quantity, name) == getattr(other.quantity, name)
        for name in ("value", "unit", "qualifier")
    )
