"""A book with a figure or a weight changed in memory, for whoever asks what would be if; no file is touched."""

import re
from typing import Any

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Mistake
from scorecard.targets.amending import find_department, find_indicator, find_programme
from scorecard.targets.leaves import read_number, read_value, unknown_word
from scorecard.targets.measures import Book, Place, Value
from scorecard.targets.periods import Period, read_period
from scorecard.targets.spots import Path

_CHANGE = re.compile(r"(?P<id>[^.]+)\.(?P<field>[^.]+)(?:\.(?P<period>.+))?")
_FIGURES = ("target", "actual")
_FIELDS = (*_FIGURES, "weight")


@frozen
class Supposed:
    """A book with one change, and what the change is."""

    book: Book
    what: str  #: The id in full, the key and the period.
    old: str  #: As written; empty: was not there.
    new: str


def suppose(book: Book, what: str, words: str) -> Supposed:
    """Change what `ID.target.2026`, `ID.actual.2026Q2` or `ID.weight` names; raises a Mistake."""
    found = _CHANGE.fullmatch(what)
    if not found or bool(found["period"]) != (found["field"] in _FIGURES):
        if found and found["field"] not in _FIELDS:
            raise unknown_word(found["field"], _FIELDS)
        raise Mistake("change-unreadable", found=what)
    if found["field"] == "weight":
        return _weigh(book, found["id"], words)
    place = find_indicator(book, found["id"])
    period = read_period(found["period"], book.office.year_begins)
    value = read_value(words, place.indicator.unit, place.indicator.aggregation.value)
    old = getattr(place.indicator, found["field"]).get(period)
    said = f"{place.id}.{found['field']}.{period}"
    return Supposed(
        with_figure(book, place, found["field"], {period: value}), said, old.text if old else "", words
    )


def with_figure(book: Book, place: Place, kind: str, figures: dict[Period, Value]) -> Book:
    """Put figures in the place of others of their periods; what else is said of those stays."""
    held = getattr(place.indicator, kind)
    told = {
        period: attrs.evolve(held[period], text=one.text, quantity=one.quantity, absent=one.absent, parts=())
        if period in held else one
        for period, one in figures.items()
    }  # fmt: skip
    changed: Book = put(book, _path_of(book, place.department.id, (*place.path, kind)), {**held, **told})
    return changed


def _weigh(book: Book, wanted: str, words: str) -> Supposed:
    """Change the weight of an indicator, of a programme or of a department."""
    weight = read_number(words, float)
    department, path, full = _thing(book, wanted)
    whole = _path_of(book, department, (*path, "weight"))
    old: Any = book
    for step in whole:
        old = old[step] if isinstance(step, int) else getattr(old, step)
    return Supposed(put(book, whole, weight), f"{full}.weight", f"{old:g}", f"{weight:g}")


def _thing(book: Book, wanted: str) -> tuple[str, Path, str]:
    try:
        place = find_indicator(book, wanted)
    except Mistake as mistake:
        try:
            department, programme, path = find_programme(book, wanted)
        except Mistake:
            try:
                return (one := find_department(book, wanted).id), (), one
            except Mistake:
                raise mistake from None
        return department.id, path, f"{department.id}/{programme.id}"
    return place.department.id, place.path, place.id


def _path_of(book: Book, department: str, path: Path) -> Path:
    at = next(at for at, one in enumerate(book.departments) if one.id == department)
    return ("departments", at, *path)


def put(whole: Any, path: Path, new: object) -> Any:
    """Put something at a path through models and tuples."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*whole[:step], put(whole[step], rest, new), *whole[step + 1 :])
    return attrs.evolve(whole, **{step: put(getattr(whole, step), rest, new)})
