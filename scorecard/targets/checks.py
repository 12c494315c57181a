"""Checks across values: what each value alone cannot know."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log10

from scorecard.problems import Problem, first_of
from scorecard.targets.alike import check_alike
from scorecard.targets.budgets import Citations
from scorecard.targets.inheritance import is_inherited
from scorecard.targets.ledgers import across, check_ledgers
from scorecard.targets.measures import Aggregation, Book, Comparability, Indicator, Place, Value
from scorecard.targets.nearest import nearest
from scorecard.targets.periods import Grain, Period
from scorecard.targets.quantities import added, are_exact
from scorecard.targets.renaming import check_former_ids
from scorecard.targets.spots import Path, SpotMap
from scorecard.targets.stating import check_statements, check_tables
from scorecard.targets.timing import check_timing
from scorecard.targets.walking import mentions_in, tables_in

Check = Callable[[Book], Iterable[Problem]]
Sift = Callable[[Iterable[Problem]], Iterable[Problem]]

_PLAIN = frozenset("-0123456789abcdefghijklmnopqrstuvwxyz")
_SLIPS = (3, 4, 6, 8)  #: Powers of ten by which units are mistaken: 천, 만, 백만, 억.
_SLIP_WIDTH = 0.15  #: How near a ratio must be to such a power, in powers of ten.

UNMEASURED = (Aggregation.JUDGED, Aggregation.MILESTONE)


def check_ids(book: Book) -> Iterator[Problem]:
    """Find ids that are not plain, or stand twice in one place."""
    for department in book.departments:
        yield from check_siblings(book, department.id, ("programmes",), [p.id for p in department.programmes])
        for p, programme in enumerate(department.programmes):
            path: Path = ("programmes", p, "indicators")
            yield from check_siblings(book, department.id, path, [i.id for i in programme.indicators])
            for i, indicator in enumerate(programme.indicators):
                yield from check_siblings(
                    book, department.id, (*path, i, "parts"), [x.id for x in indicator.parts]
                )


def check_siblings(book: Book, department: str, path: Path, ids: Sequence[str]) -> Iterator[Problem]:
    """Find among the ids of one list those that are not plain, or stand twice."""
    spots = book.spots[department]
    first_at: dict[str, int] = {}
    for index, one in enumerate(ids):
        if not _is_plain(one):
            yield Problem("bad-id", spots.find(*path, index, "id"), {"found": one, "fixed": plain_id(one)})
        elif first_at.setdefault(one, index) != index:
            first = spots.find(*path, first_at[one], "id")
            yield Problem(
                "duplicate-id", spots.find(*path, index, "id"), {"found": one, "line": str(first.line)}
            )


def _is_plain(one: str) -> bool:
    """Tell whether an id is words of Hangul, small letters and figures, joined by single dashes."""
    has_known_signs = _PLAIN.issuperset(one) or all(sign in _PLAIN or "가" <= sign <= "힣" for sign in one)
    return has_known_signs and all(one.split("-"))


def plain_id(written: str, otherwise: str = "indicator-1") -> str:
    """Make an id of a name: `AI 인재 양성` is `ai-인재-양성`."""
    return "-".join(re.findall(r"[0-9a-z가-힣]+", written[:60].lower())) or otherwise


def check_measured(book: Book) -> Iterator[Problem]:
    """Find measured indicators without direction, and milestones without steps."""
    undirected: set[str] = set()
    for place in book.places():
        spots = book.spots[place.department.id]
        indicator = place.indicator
        if indicator.aggregation not in UNMEASURED and indicator.direction is None:
            undirected.add(place.id)
            if place.part_of not in undirected:  # Parts inherit it from their whole.
                yield Problem("direction-missing", spots.find(*place.path), {"name": indicator.name})
        if indicator.aggregation is Aggregation.MILESTONE and not indicator.steps:
            yield Problem("steps-missing", spots.find(*place.path), {"name": indicator.name})
        if indicator.parts and place.part_of:
            yield Problem("parts-of-parts", spots.find(*place.path, "parts"), {"name": indicator.name})


def check_weights(book: Book) -> Iterator[Problem]:
    """Find weights that cannot be, of whatever has one."""
    for name, path, weight in _weights(book):
        if not 0 <= weight < 1e6:
            yield Problem("bad-weight", book.spots[name].find(*path, "weight"), {"found": f"{weight:g}"})


def _weights(book: Book) -> Iterator[tuple[str, Path, float]]:
    for department in book.departments:
        yield department.id, (), department.weight
        for p, programme in enumerate(department.programmes):
            yield department.id, ("programmes", p), programme.weight
    for place in book.places():
        yield place.department.id, place.path, place.indicator.weight
        for s, step in enumerate(place.indicator.steps):
            yield place.department.id, (*place.path, "steps", s), step.weight


def check_ratios(book: Book) -> Iterator[Problem]:
    """Find ratios written as bare numbers, of which nobody can tell whether 0.76 means 76 %."""
    for place in book.places():
        if place.indicator.aggregation is not Aggregation.RATIO:
            continue
        for kind in ("target", "actual"):
            for period, value in _figures(getattr(place.indicator, kind)):
                if not _unit(value):
                    spot = book.spots[place.department.id].find(*place.path, kind, str(period))
                    yield Problem(
                        "ratio-without-unit", spot, {"name": place.indicator.name, "found": value.text}
                    )


def check_units(book: Book) -> Iterator[Problem]:
    """Find targets in another unit than the actuals they are held against."""
    for place in book.places():
        spots = book.spots[place.department.id]
        for period, target in _figures(place.indicator.target):
            other = next(
                (
                    (when, actual)
                    for when, actual in _figures(place.indicator.actual)
                    if _unit(actual) != _unit(target) and _compares(place.indicator, period, when)
                ),
                None,
            )
            if other:
                when, actual = other
                # Of `0.76` beside `76%` nobody knows what it lacks.
                if "%" not in (units := (_unit(target), _unit(actual))) and "" in units:
                    yield _unit_left_out(place, spots, (period, target), other)
                    break
                line = spots.find(*place.path, "actual", str(when)).line
                details = {
                    "name": place.indicator.name, "target": target.text, "actual": actual.text,
                    "found": _unit(target) or "-", "expected": _unit(actual) or "-", "line": str(line),
                }  # fmt: skip
                yield Problem("unit-changed", spots.find(*place.path, "target", str(period)), details)
                break


def _unit_left_out(
    place: Place, spots: SpotMap, target: tuple[Period, Value], actual: tuple[Period, Value]
) -> Problem:
    """Tell which of two figures lacks the unit that the other has."""
    bare, other, kind = (actual, target, "actual") if _unit(target[1]) else (target, actual, "target")
    details = {"name": place.indicator.name, "found": bare[1].text, "other": other[1].text}
    return Problem("unit-left-out", spots.find(*place.path, kind, str(bare[0])), details)


def _compares(indicator: Indicator, target: Period, actual: Period) -> bool:
    """Tell whether an actual may be held against a target at all."""
    apart = indicator.actual[actual].comparability, across(indicator.breaks, target, actual)
    return Comparability.DIFFERENT not in apart


def _figures(values: object) -> Iterator[tuple[Period, Value]]:
    for period, value in dict(values).items():  # type: ignore[call-overload]
        if value.quantity is not None:
            yield period, value


def _unit(value: Value) -> str:
    return value.quantity.unit if value.quantity else ""


def check_sizes(book: Book) -> Iterator[Problem]:
    """Find targets that are off by a usual power of ten from the actual of the year before."""
    for place in book.places():
        for period, target in _figures(place.indicator.target):
            for when, actual in _figures(place.indicator.actual):
                is_last_year = when.year == period.year - 1 and _compares(place.indicator, period, when)
                # Of a sum a month may well be a thousandth of the year.
                is_alike = when.grain is period.grain or place.indicator.aggregation is not Aggregation.SUM
                if is_last_year and is_alike and _slipped(target, actual):
                    spot = book.spots[place.department.id].find(*place.path, "target", str(period))
                    details = {"name": place.indicator.name, "target": target.text, "previous": actual.text}
                    yield Problem("scale-slip", spot, details)


def _slipped(target: Value, actual: Value) -> bool:
    """Tell whether two figures differ by about 10³, 10⁴, 10⁶ or 10⁸ and nobody vouches for it."""
    if target.checked or actual.checked:
        return False
    if target.quantity is None or actual.quantity is None or _unit(target) != _unit(actual):
        return False
    ratio = target.quantity.value / actual.quantity.value if actual.quantity.value else 0.0
    if ratio <= 0:
        return False
    powers = abs(log10(ratio))
    return any(abs(powers - slip) < _SLIP_WIDTH for slip in _SLIPS)


def check_parts(book: Book) -> Iterator[Problem]:
    """Find parts that do not add up to their whole, where every part states a figure."""
    for place in book.places():
        if place.indicator.parts and place.indicator.aggregation is Aggregation.SUM:
            yield from _check_parts(book, place, "target")
            yield from _check_parts(book, place, "actual")


def _check_parts(book: Book, place: Place, kind: str) -> Iterator[Problem]:
    for period, whole in _figures(getattr(place.indicator, kind)):
        values = [getattr(part, kind).get(period) for part in place.indicator.parts]
        figures = [value.quantity for value in values if value is not None and value.quantity]
        if whole.checked or whole.quantity is None or len(figures) != len(place.indicator.parts):
            continue
        if not are_exact(whole.quantity, *figures):
            continue
        total = added(figure.value for figure in figures)
        slack = (whole.quantity.step + sum(figure.step for figure in figures)) / 2
        exact = whole.quantity.step == 1 and all(figure.step == 1 for figure in figures)
        if abs(total - whole.quantity.value) > (0 if exact else slack):
            spot = book.spots[place.department.id].find(*place.path, kind, str(period))
            details = {"name": place.indicator.name, "found": whole.text, "total": f"{total:,.10g}"}
            yield Problem("parts-do-not-add-up", spot, details)


def check_sources(book: Book) -> Iterator[Problem]:
    """Find citations of a source the office does not list."""
    known = book.office.sources
    for department, path, citations in citations_in(book):
        for citation in citations:
            if citation.source not in known and not is_inherited(path[:-1], book.spots[department]):
                details = {"found": citation.source, "nearest": nearest(citation.source, known)}
                yield Problem("unknown-source", book.spots[department].find(*path), details)


def citations_in(book: Book) -> Iterator[tuple[str, Path, Citations]]:
    """Walk over all citations: department, where they stand, what they cite."""
    for place in book.places():
        yield from (
            (place.department.id, path, cited) for path, cited in _cited_by(place.indicator, place.path)
        )
    for department in book.departments:
        for p, programme in enumerate(department.programmes):
            for b, line in enumerate(programme.budget):
                path: Path = ("programmes", p, "budget", b)
                yield department.id, (*path, "source"), line.source
                for column in ("original", "current", "previous", "spent", "committed"):
                    money = getattr(line, column)
                    if money is not None and money.source:
                        yield department.id, (*path, column, "source"), money.source
    for owner, where, statement in book.stated():
        yield owner, (*where, "source"), statement.source
    for place, where, mention in mentions_in(book):
        yield place.department.id, (*where, "source"), mention.source
    for owner, where, table in tables_in(book):
        for r, row in enumerate(table.rows):
            yield owner, (*where, "rows", r, "source"), row.source


def _cited_by(indicator: Indicator, path: Path) -> Iterator[tuple[Path, Citations]]:
    yield (*path, "source", "target"), indicator.source.target
    yield (*path, "source", "actual"), indicator.source.actual
    for kind in ("target", "actual"):
        for period, value in getattr(indicator, kind).items():
            yield (*path, kind, str(period), "source"), value.source
    for s, step in enumerate(indicator.steps):
        yield (*path, "steps", s, "source"), step.source


def check_spans(book: Book) -> Iterator[Problem]:
    """Find cumulative figures on indicators whose aggregation would add them up again."""
    for place in book.places():
        for period, _ in _figures(place.indicator.target):
            if period.grain is Grain.SPAN and place.indicator.aggregation is Aggregation.SUM:
                spot = book.spots[place.department.id].find(*place.path, "aggregation")
                yield Problem("span-summed", spot, {"name": place.indicator.name, "period": str(period)})


CHECKS: tuple[Check, ...] = (
    check_ids,
    check_former_ids,
    check_measured,
    check_weights,
    check_ratios,
    check_units,
    check_alike,
    check_sizes,
    check_parts,
    check_spans,
    check_sources,
    check_ledgers,
    check_statements,
    check_tables,
    check_timing,
)


def check(book: Book, *, more: Sequence[Check] = (), sift: Sift = iter) -> list[Problem]:
    """Run all checks over a book, and tell as much of each as is left when it was sifted."""
    return [problem for find in (*CHECKS, *more) for problem in first_of(sift(find(book)))]
