"""Whether the rows and the columns of a table add up as it says."""

from collections.abc import Iterator, Mapping, Sequence

from scorecard.rules.sides import (
    Kind,
    Printing,
    Side,
    TieOut,
    change_of,
    difference_of,
    share_of,
    side_of,
    sum_of,
    tie,
)
from scorecard.targets.formulas import Formula, Operation, filled_in, read_formula, split, units_of
from scorecard.targets.measures import Book
from scorecard.targets.mentions import Table
from scorecard.targets.spots import Path
from scorecard.targets.walking import tables_in

_KINDS = {Operation.SUM: Kind.PARTS, Operation.DIFFERENCE: Kind.DIFFERENCE}

Place = tuple[str, str]  #: A row and a column.
Cells = Mapping[Place, Side]  #: What is blank is not there.


def tie_tables(book: Book) -> Iterator[TieOut]:
    """Hold every table against what it says adds up to what; a blank cell is nothing to reckon with."""
    for owner, path, table in tables_in(book):
        yield from _tie_table(table, (owner, *path), book)


def _tie_table(table: Table, path: Path, book: Book) -> Iterator[TieOut]:
    heads, rows = split(table.columns), [row.name for row in table.rows]
    units = dict(zip(heads, units_of(table), strict=True))
    cells = _cells(table, units, path)
    across, down = _read(table.across, heads), _read(table.down, rows)
    shares = {formula.result for formula in across if formula.is_share}
    reckonings = [
        (formula, (row, formula.result), [(row, head) for head in formula.terms])
        for row in rows
        for formula in across
    ] + [
        (formula, (formula.result, head), [(row, head) for row in formula.terms])
        for formula in down
        for head in heads
        if head not in shares
    ]
    for formula, place, terms in reckonings:
        reckoned = _reckon(formula.operation, [cells.get(term) for term in terms], units[place[1]])
        if reckoned and place in cells:
            row, head = place
            kind = _KINDS.get(formula.operation, Kind.RATE)
            names = (f"{table.name or table.place} · {row}", head, "")
            where = (*path, "rows", rows.index(row), "cells", heads.index(head))
            yield tie(book, where, kind, names, (reckoned, cells[place]))


def _cells(table: Table, units: Mapping[str, str], path: Path) -> Cells:
    return {
        (row.name, head): side_of(
            cell, unit, Printing(table.place, row.source, (*path, "rows", r, "cells", c))
        )
        for r, row in enumerate(table.rows)
        for c, (cell, (head, unit)) in enumerate(zip(split(row.cells), units.items(), strict=True))
        if cell
    }


def _read(formulas: Sequence[str], names: Sequence[str]) -> list[Formula]:
    return filled_in([read_formula(words) for words in formulas], names)


def _reckon(operation: Operation, terms: Sequence[Side | None], unit: str) -> Side | None:
    """Do what a formula says with printed cells; None where one of them says nothing."""
    sides = [side for side in terms if side is not None]
    if len(sides) < len(terms):
        return None
    match operation:
        case Operation.SUM:
            return sum_of(sides)
        case Operation.DIFFERENCE:
            return difference_of(sides)
        case Operation.SHARE:
            return share_of(sides[0], sides[1], unit)
        case Operation.CHANGE:
            return change_of(sides[0], sides[1])
