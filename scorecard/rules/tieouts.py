"""Whether all statements of a book agree; here those of money: between tables, across a row, with the totals.

Nothing is corrected and nothing is guessed: what a row does not print is not compared. Only in a sum
a line that prints `-` counts as nought.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

import attrs

from scorecard.frozen import frozen
from scorecard.rules.audit_ties import tie_audit
from scorecard.rules.mentioning import tie_indicators
from scorecard.rules.sides import Kind, Printing, Side, TieOut, share_of, side_of, sum_of, tie
from scorecard.rules.tabling import tie_tables
from scorecard.targets.budgets import BudgetLine, Money, Rate, Statement
from scorecard.targets.measures import OFFICE_ID, Book, Department, Programme
from scorecard.targets.spots import Path

__all__ = ["Kind", "Side", "TieOut", "tie_out"]

AMOUNTS = ("original", "carried", "current", "previous", "committed", "spent")
RATES = ("committed_rate", "spent_rate")
_SPENDING = ("committed", "spent", *RATES)  #: What grows from day to day.


@frozen
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
            reckoned = sum_of([sides["original"], sides["carried"]])
            yield self._tie(Kind.CARRIED, row, "current", reckoned)
        for column in RATES:
            amount, whole = sides.get(column.removesuffix("_rate")), sides.get("current")
            reckoned_share = share_of(amount, whole) if amount and whole else None
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
                yield self._tie(Kind.PARTS, row, column, sum_of(noughts))

    def most(self, part: _Row, whole: _Row) -> Iterator[TieOut]:
        """Hold a row that leaves something out against the line it speaks of."""
        for column in AMOUNTS:
            side, limit = part.sides.get(column), whole.sides.get(column)
            if side and limit:
                yield self._tie(Kind.MOST, part, column, limit)

    def _tie(self, kind: Kind, row: _Row, column: str, against: Side) -> TieOut:
        names = (row.name, column, "")
        return tie(self.book, (*row.path, column), kind, names, (against, row.sides[column]))


def tie_out(book: Book) -> tuple[TieOut, ...]:
    """Hold all statements of a book against each other, in the order of the book."""
    ties = list(_office(book))
    for department in book.departments:
        ties += _department(_Judge(book), department)
        ties += tie_indicators(book, department)
    ties += tie_tables(book)
    ties += tie_audit(book)
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
                row, sides={column: sum_of([part.sides[column] for part in parts]) for column in common}
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
    return side_of(figure.text, unit, Printing(place, sources, path))


def _nought(row: _Row) -> Side:
    return attrs.evolve(side_of("-", row.unit, Printing("", (), ())), terms=("-",))
