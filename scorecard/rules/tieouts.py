"""Whether the statements of one budget agree: between tables, across a row, and with the totals.

Nothing is corrected and nothing is guessed: what a row does not print is not compared. Only in a sum
a line that prints `-` counts as nought.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from itertools import combinations

import attrs

from scorecard.problems import Spot
from scorecard.rules.roundings import Figure, Verdict, at_most, compare, printed, share, total
from scorecard.targets.budgets import BudgetLine, Citations, Money, Rate, Statement
from scorecard.targets.measures import OFFICE_ID, Book, Department, Programme
from scorecard.targets.quantities import read_quantity, read_unit
from scorecard.targets.revising import Absence
from scorecard.targets.spots import Path

AMOUNTS = ("original", "carried", "current", "previous", "committed", "spent")
RATES = ("committed_rate", "spent_rate")
_SPENDING = ("committed", "spent", *RATES)  #: What grows from day to day.


class Kind(Enum):
    """What is held against what."""

    PLACES = "places"  #: The same figure in two tables.
    CARRIED = "carried"  #: A current budget, and the original one with what was carried over.
    RATE = "rate"  #: A printed rate, and the one that the printed amounts give.
    PARTS = "parts"  #: A total, and the rows it is the total of.
    MOST = "most"  #: A row that leaves something out, and the line it is a part of.


@attrs.frozen
class Side:
    """One of two things that should be the same: a printed figure, or what printed figures give."""

    figure: Figure  #: In won, or in per cent.
    place: str  #: Table by which a reader finds it.
    sources: Citations
    unit: str  #: As printed; `%` for rates.
    terms: tuple[str, ...]  #: Figures with their units, as printed; one, unless they were reckoned with.
    paths: tuple[Path, ...]  #: Where each stands in the book, file id first; `-` is none.
    sign: str = "+"  #: Between the terms.


@attrs.frozen
class TieOut:
    """Two statements held against each other."""

    kind: Kind
    name: str  #: Of the budget line, or of whose total it is.
    column: str
    sides: tuple[Side, Side]
    verdict: Verdict
    spot: Spot  #: Where the one that is checked stands in the targets.
    path: Path  #: The same in the book: file id, then the way through the file.

    @property
    def coarser(self) -> Side:
        """The side that is printed in the coarser unit."""
        return max(self.sides, key=lambda side: side.figure.step)

    @property
    def difference(self) -> Fraction:
        """How far the second side lies above the first, in the base unit."""
        return self.sides[1].figure.value - self.sides[0].figure.value


@attrs.frozen
class _Row:
    """A line or a statement: what it prints by column, and where it stands in the targets."""

    name: str
    sides: Mapping[str, Side]
    as_of: date | None
    unit: str
    path: Path  #: File id, then the way through the file.


class _Judge:
    """Holds the statements of a book against each other."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def line(self, line: BudgetLine, path: Path) -> Iterator[TieOut]:
        """Hold a budget line against all that is stated of it."""
        row = _row(line, path)
        yield from self.across(row)
        whole = [row]
        for statement, stated in _stated(line.stated, path, line.name):
            yield from self.statement(statement, stated)
            if statement.leaves_out:
                yield from self.most(stated, row)
            else:
                whole.append(stated)
        for one, other in combinations(whole, 2):
            yield from self.places(one, other)

    def statement(self, statement: Statement, row: _Row) -> Iterator[TieOut]:
        """Hold a statement against itself and against the rows that add up to it."""
        yield from self.across(row)
        parts = list(_stated(statement.parts, row.path, row.name, "parts"))
        for part, stated in parts:
            yield from self.statement(part, stated)
        if parts and not statement.leaves_out:
            yield from self.parts(row, [stated for _, stated in parts])

    def across(self, row: _Row) -> Iterator[TieOut]:
        """Hold the figures of one row against each other."""
        sides = row.sides
        if {"original", "carried", "current"} <= sides.keys():
            reckoned = _sum([sides["original"], sides["carried"]])
            yield self._tie(Kind.CARRIED, row, "current", reckoned)
        for column in RATES:
            amount, whole = sides.get(column.removesuffix("_rate")), sides.get("current")
            reckoned_share = _share(amount, whole) if amount and whole else None
            if column in sides and reckoned_share:
                yield self._tie(Kind.RATE, row, column, reckoned_share)

    def places(self, one: _Row, other: _Row) -> Iterator[TieOut]:
        """Hold two rows that speak of the same line against each other."""
        for column in (*AMOUNTS, *RATES):
            if column in _SPENDING and one.as_of != other.as_of and one.as_of and other.as_of:
                continue
            side, counterpart = one.sides.get(column), other.sides.get(column)
            if side and counterpart and side.sources != counterpart.sources:
                yield self._tie(Kind.PLACES, other, column, side)

    def parts(self, row: _Row, rows: Sequence[_Row]) -> Iterator[TieOut]:
        """Hold a total against its rows, in the columns that any of them states."""
        for column in AMOUNTS:
            addends = [one.sides.get(column) for one in rows]
            if column in row.sides and any(addends):
                noughts = [side or _nought(one) for one, side in zip(rows, addends, strict=True)]
                yield self._tie(Kind.PARTS, row, column, _sum(noughts))

    def most(self, part: _Row, whole: _Row) -> Iterator[TieOut]:
        """Hold a row that leaves something out against the line it speaks of."""
        for column in AMOUNTS:
            side, limit = part.sides.get(column), whole.sides.get(column)
            if side and limit:
                verdict = at_most(side.figure, limit.figure)
                yield self._told(Kind.MOST, part, column, (limit, side), verdict)

    def _tie(self, kind: Kind, row: _Row, column: str, against: Side) -> TieOut:
        side = row.sides[column]
        verdict = compare(against.figure, side.figure)
        return self._told(kind, row, column, (against, side), verdict)

    def _told(self, kind: Kind, row: _Row, column: str, sides: tuple[Side, Side], verdict: Verdict) -> TieOut:
        owner, *path = row.path
        spot = self.book.spots[str(owner)].find(*path, column)
        return TieOut(kind, row.name, column, sides, verdict, spot, (*row.path, column))


def tie_out(book: Book) -> tuple[TieOut, ...]:
    """Hold all statements of a book against each other, in the order of the book."""
    ties = list(_office(book))
    for department in book.departments:
        ties += _department(_Judge(book), department)
    return tuple(ties)


def _office(book: Book) -> Iterator[TieOut]:
    judge = _Judge(book)
    for statement, row in _stated(book.office.stated, (OFFICE_ID,), book.office.office):
        yield from judge.statement(statement, row)
        yield from judge.parts(row, _beneath(book, statement.place))


def _beneath(book: Book, place: str) -> list[_Row]:
    """Take the departments' totals of the same table, for they leave less open; else all lines."""
    totals = [
        [
            row
            for one, row in _stated(department.stated, (department.id,), department.name)
            if one.place == place
        ]
        for department in book.departments
    ]
    if all(totals):
        return [rows[0] for rows in totals]
    return [row for department in book.departments for row in _lines(department)]


def _department(judge: _Judge, department: Department) -> Iterator[TieOut]:
    for statement, row in _stated(department.stated, (department.id,), department.name):
        yield from judge.statement(statement, row)
        yield from judge.parts(row, list(_lines(department)))
    for p, programme in enumerate(department.programmes):
        yield from _programme(judge, programme, (department.id, "programmes", p))


def _programme(judge: _Judge, programme: Programme, path: Path) -> Iterator[TieOut]:
    rows = [_row(line, (*path, "budget", b)) for b, line in enumerate(programme.budget)]
    for statement, row in _stated(programme.stated, path, programme.name):
        yield from judge.statement(statement, row)
        yield from judge.parts(row, rows)
    for line, row in zip(programme.budget, rows, strict=True):
        yield from judge.line(line, row.path)


def _lines(department: Department) -> Iterator[_Row]:
    for p, programme in enumerate(department.programmes):
        for b, line in enumerate(programme.budget):
            yield _row(line, (department.id, "programmes", p, "budget", b))


def _stated(
    statements: Sequence[Statement], path: Path, of: str, key: str = "stated"
) -> Iterator[tuple[Statement, _Row]]:
    """Lay out statements of a line or a whole; one that prints parts and no figures of its own is their sum."""
    for s, statement in enumerate(statements):
        row = _row(statement, (*path, key, s))
        row = attrs.evolve(row, name=row.name if key == "parts" or statement.leaves_out else of)
        parts = [part for _, part in _stated(statement.parts, row.path, of, "parts")]
        if parts and not row.sides:
            common = [column for column in AMOUNTS if all(column in part.sides for part in parts)]
            row = attrs.evolve(
                row, sides={column: _sum([part.sides[column] for part in parts]) for column in common}
            )
        yield statement, row


def _row(printed_row: BudgetLine | Statement, path: Path) -> _Row:
    sides = {}
    for column in (*AMOUNTS, *RATES):
        figure = getattr(printed_row, column, None)
        if figure is not None:
            sides[column] = _side(figure, printed_row, (*path, column))
    return _Row(printed_row.name, sides, printed_row.as_of, printed_row.unit or _unit_of(sides), path)


def _unit_of(sides: Mapping[str, Side]) -> str:
    return next((side.unit for column, side in sides.items() if column in AMOUNTS), "")


def _side(figure: Money | Rate, row: BudgetLine | Statement, path: Path) -> Side:
    sources = (figure.source if isinstance(figure, Money) else ()) or row.source
    place = sources[0].words if sources else ""
    if isinstance(row, Statement):
        place = row.place
    unit = figure.unit if isinstance(figure, Money) else "%"
    terms = (_with_unit(figure.text, unit),)
    paths = () if figure.text == Absence.NONE.value else (path,)
    return Side(_figure(figure.text, unit), place, sources, unit, terms, paths)


def _with_unit(text: str, unit: str) -> str:
    return f"{text}{unit}" if text[-1].isdigit() else text


def _figure(text: str, unit: str) -> Figure:
    if text == "-":
        return printed(Fraction(0), Fraction(int(read_unit(unit)[0])))
    quantity = read_quantity(text, unit)
    # A float's shortest text is the decimal that was written.
    return printed(Fraction(repr(quantity.value)), Fraction(repr(quantity.step)))


def _nought(row: _Row) -> Side:
    return Side(_figure("-", row.unit), "", (), row.unit, ("-",), ())


def _sum(sides: Sequence[Side]) -> Side:
    coarsest = max(sides, key=lambda side: side.figure.step)
    places = dict.fromkeys(side.place for side in sides if side.place)
    sources = dict.fromkeys(citation for side in sides for citation in side.sources)
    terms = tuple(term for side in sides for term in side.terms)
    paths = tuple(path for side in sides for path in side.paths)
    whole = total(side.figure for side in sides)
    return Side(whole, " · ".join(places), tuple(sources), coarsest.unit, terms, paths)


def _share(part: Side, whole: Side) -> Side | None:
    figure = share(part.figure, whole.figure)
    if figure is None:
        return None
    terms, paths = (*part.terms, *whole.terms), (*part.paths, *whole.paths)
    return Side(figure, part.place, part.sources, "%", terms, paths, "÷")
