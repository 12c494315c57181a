"""Whether the statements of one indicator agree: between places, with its parts, and with printed shares."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from scorecard.frozen import frozen
from scorecard.rules.sides import (
    Kind,
    Printing,
    Side,
    TieOut,
    change_of,
    share_of,
    side_of,
    side_of_quantity,
    side_of_value,
    sum_of,
    tie,
)
from scorecard.targets.measures import Aggregation, Book, Department, Indicator
from scorecard.targets.mentions import FIGURES, SHARES, Mention
from scorecard.targets.periods import Grain, Period
from scorecard.targets.readings import COMPARABLE
from scorecard.targets.spots import Path

ADDING = (Aggregation.SUM, Aggregation.LAST)  #: Of which parts add up to their whole.
_PARTS_OF_A_YEAR = ((Grain.HALF, 2), (Grain.QUARTER, 4), (Grain.MONTH, 12))
_GRAINS = frozenset(grain for grain, _ in _PARTS_OF_A_YEAR)

Key = tuple[str, Period]  #: `target` or `actual`, and of when.


@frozen
class _Told:
    """What one place tells of an indicator, and where that stands in the targets."""

    name: str
    sides: Mapping[Key, Side]
    path: Path  #: File id, then the way through the file.

    def at(self, key: Key) -> Path:
        return (*self.path, key[0], str(key[1]))


def tie_indicators(book: Book, department: Department) -> Iterator[TieOut]:
    """Hold all statements of a department's indicators against each other."""
    judge = _Judge(book)
    for p, programme in enumerate(department.programmes):
        for i, indicator in enumerate(programme.indicators):
            if _tells_twice(indicator):
                yield from judge.indicator(indicator, (department.id, "programmes", p, "indicators", i), None)


def _tells_twice(indicator: Indicator) -> bool:
    """Tell whether there can be anything to hold: of most indicators a year is told once, and that takes no time."""
    return bool(
        indicator.stated
        or indicator.parts
        or any(period.grain in _GRAINS for period in (*indicator.target, *indicator.actual))
    )


class _Judge:
    """Holds the statements of a book's indicators against each other."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def indicator(self, indicator: Indicator, path: Path, whole: _Told | None) -> Iterator[TieOut]:
        """Hold an indicator against its mentions, its parts and the parts of its years."""
        told = _told(indicator, path)
        full = _in_full(indicator, told)
        yield from self.year(indicator, full)
        parts = [_told(part, (*path, "parts", p)) for p, part in enumerate(indicator.parts)]
        if indicator.aggregation in ADDING:
            yield from self.parts(full, list(map(_in_full, indicator.parts, parts)))
        everywhere = [told]
        for m, mention in enumerate(indicator.stated):
            said = _said(mention, (*path, "stated", m), indicator.name)
            yield from self.mention(mention, said, (told, whole))
            if mention.leaves_out:
                yield from self.most(said, told)
            else:
                everywhere.append(said)
        for one, other in combinations(everywhere, 2):
            yield from self.places(one, other)
        for part, own in zip(indicator.parts, parts, strict=True):
            yield from self.indicator(part, own.path, told)

    def year(self, indicator: Indicator, told: _Told) -> Iterator[TieOut]:
        """Hold a year against its halves, quarters or months, where all of them are written."""
        if indicator.aggregation is not Aggregation.SUM:
            return
        told_of = {period.grain for _, period in told.sides}
        grains = [(grain, number) for grain, number in _PARTS_OF_A_YEAR if grain in told_of]
        for (kind, period), side in told.sides.items():
            for grain, number in grains if period.grain is Grain.YEAR else ():
                keys = [(kind, attrs.evolve(period, grain=grain, part=n + 1)) for n in range(number)]
                addends = [told.sides[key] for key in keys if key in told.sides]
                if len(addends) == number:
                    yield self.tie(Kind.PARTS, told, (kind, period), (sum_of(addends), side))

    def mention(self, mention: Mention, said: _Told, around: tuple[_Told, _Told | None]) -> Iterator[TieOut]:
        """Hold a mention against what adds up to it, and its printed shares against the figures."""
        parts = [_said(part, (*said.path, "parts", p), said.name) for p, part in enumerate(mention.parts)]
        for part, own in zip(mention.parts, parts, strict=True):
            yield from self.mention(part, own, (own, said if said.sides else around[0]))
        if any(getattr(mention, kind) for kind in FIGURES):
            yield from self.parts(said, parts)
        yield from self.shares(mention, said, around)

    def parts(self, whole: _Told, parts: Sequence[_Told]) -> Iterator[TieOut]:
        """Hold a whole against its parts, for the periods that all of them tell of."""
        for key, side in whole.sides.items():
            addends = [part.sides[key] for part in parts if key in part.sides]
            if parts and len(addends) == len(parts):
                yield self.tie(Kind.PARTS, whole, key, (sum_of(addends), side))

    def most(self, said: _Told, told: _Told) -> Iterator[TieOut]:
        """Hold what leaves something out against the figure it speaks of."""
        for key, side in said.sides.items():
            if key in told.sides:
                yield self.tie(Kind.MOST, said, key, (told.sides[key], side))

    def places(self, one: _Told, other: _Told) -> Iterator[TieOut]:
        """Hold two places that tell of the same figure against each other."""
        for key, side in other.sides.items():
            counterpart = one.sides.get(key)
            if counterpart and not _is_same_print(counterpart, side):
                yield self.tie(Kind.PLACES, other, key, (counterpart, side))

    def shares(self, mention: Mention, said: _Told, around: tuple[_Told, _Told | None]) -> Iterator[TieOut]:
        """Reckon printed attainments, shares and changes anew."""
        told, whole = around
        sides = {**told.sides, **said.sides}
        reckon = {
            "attainment": lambda period: _attained(said, sides, period),
            "share": lambda period: _share_of_whole(whole, sides, period),
            "change": lambda period: _grown(sides, period),
        }
        for kind in SHARES:
            for period, rate in getattr(mention, kind).items():
                reckoned = reckon[kind](period)
                if reckoned:
                    where = Printing(mention.place, mention.source, said.at((kind, period)))
                    rated = side_of(rate.text, "%", where)
                    yield self.tie(Kind.RATE, said, (kind, period), (reckoned, rated))

    def tie(self, kind: Kind, told: _Told, key: Key, sides: tuple[Side, Side]) -> TieOut:
        return tie(self.book, told.at(key), kind, (told.name, key[0], str(key[1])), sides)


def _told(indicator: Indicator, path: Path) -> _Told:
    """Lay out an indicator's own figures."""
    sides = {}
    for kind in FIGURES:
        sources = getattr(indicator.source, kind)
        for period, value in getattr(indicator, kind).items():
            cited = value.source or sources
            where = Printing(cited[0].words if cited else "", cited, (*path, kind, str(period)))
            side = side_of_value(value, where)
            if side:
                sides[kind, period] = side
    return _Told(indicator.name, sides, path)


def _in_full(indicator: Indicator, told: _Told) -> _Told:
    """Leave out what speaks of a part of the year or of something else: it adds up to nothing."""
    values = {(kind, period): getattr(indicator, kind)[period] for kind, period in told.sides}
    sides = {
        key: side
        for key, side in told.sides.items()
        if values[key].comparability in COMPARABLE and not values[key].covers
    }
    return attrs.evolve(told, sides=sides)


def _said(mention: Mention, path: Path, name: str) -> _Told:
    """Lay out a mention; one that prints parts and no figures of its own is their sum."""
    named = mention.name or name
    sides = {
        (kind, period): side_of_quantity(
            figure, Printing(mention.place, mention.source, (*path, kind, str(period)))
        )
        for kind in FIGURES
        for period, figure in getattr(mention, kind).items()
    }
    parts = [_said(part, (*path, "parts", p), named) for p, part in enumerate(mention.parts)]
    if parts and not sides:
        common = [key for key in parts[0].sides if all(key in part.sides for part in parts)]
        sides = {key: sum_of([part.sides[key] for part in parts]) for key in common}
    return _Told(named, sides, path)


def _is_same_print(one: Side, other: Side) -> bool:
    """Tell whether two sides are one and the same figure on the page, cited twice."""
    lines, others = (
        {(cited.source, cited.first, cited.last) for cited in side.sources} for side in (one, other)
    )
    return lines == others and one.terms == other.terms


def _attained(said: _Told, sides: Mapping[Key, Side], period: Period) -> Side | None:
    """Divide the period's actual by its target, or by the only target that is printed beside it."""
    actual, target = sides.get(("actual", period)), sides.get(("target", period))
    beside = [side for (kind, _), side in said.sides.items() if kind == "target"]
    if target is None and len(beside) == 1:
        target = beside[0]
    return share_of(actual, target) if actual and target else None


def _share_of_whole(whole: _Told | None, sides: Mapping[Key, Side], period: Period) -> Side | None:
    """Divide the period's actual, or else its target, by that of the whole."""
    for key in (("actual", period), ("target", period)):
        if key in sides and whole and key in whole.sides:
            return share_of(sides[key], whole.sides[key])
    return None


def _grown(sides: Mapping[Key, Side], period: Period) -> Side | None:
    """Hold the period's actual, or else its target, against the actual of the year before."""
    now = sides.get(("actual", period)) or sides.get(("target", period))
    before = sides.get(("actual", attrs.evolve(period, year=period.year - 1)))
    return change_of(now, before) if now and before else None
