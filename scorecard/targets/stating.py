"""Checks of what a source says further: statements, mentions and tables."""

from collections.abc import Generator, Iterator, Sequence

from scorecard.frozen import values_of
from scorecard.problems import Mistake, Problem, Spot
from scorecard.targets.budgets import Printed, Rate, Statement
from scorecard.targets.formulas import Formula, filled_in, read_formula, split, units_of
from scorecard.targets.measures import OFFICE_ID, Book, Indicator
from scorecard.targets.mentions import FIGURES, SHARES, Mention, Table
from scorecard.targets.nearest import nearest
from scorecard.targets.quantities import read_quantity, read_unit
from scorecard.targets.spots import Path, SpotMap
from scorecard.targets.walking import mentions_in, tables_in

UNPRINTED = ("", "-")  #: Cells without a figure.


def check_statements(book: Book) -> Iterator[Problem]:
    """Find statements that say nothing, stand twice in one place, or speak in a unit of something else."""
    for owner, path, statement in book.stated():
        if not (_prints(statement) or statement.parts):
            yield Problem("statement-empty", book.spots[owner].find(*path), {"place": statement.place})
    for place, path, mention in mentions_in(book):
        spots = book.spots[place.department.id]
        if not (any(getattr(mention, kind) for kind in FIGURES + SHARES) or mention.parts):
            yield Problem("statement-empty", spots.find(*path), {"place": mention.place})
        yield from _check_units(place.indicator, mention, path, spots)
    for owner, path, siblings in _groups(book):
        yield from _check_twice(siblings, path, book.spots[owner])


def _prints(statement: Statement) -> bool:
    return any(isinstance(one, Printed | Rate) for one in values_of(statement).values())


def _groups(book: Book) -> Iterator[tuple[str, Path, Sequence[Statement | Mention]]]:
    """Walk over all lists of statements that say something of one thing."""
    yield OFFICE_ID, ("stated",), book.office.stated
    for department in book.departments:
        yield department.id, ("stated",), department.stated
        for p, programme in enumerate(department.programmes):
            yield department.id, ("programmes", p, "stated"), programme.stated
            for b, line in enumerate(programme.budget):
                yield department.id, ("programmes", p, "budget", b, "stated"), line.stated
    for place in book.places():
        yield place.department.id, (*place.path, "stated"), place.indicator.stated


def _check_twice(siblings: Sequence[Statement | Mention], path: Path, spots: SpotMap) -> Iterator[Problem]:
    first_at: dict[object, int] = {}
    for s, one in enumerate(siblings):
        first = first_at.setdefault((one.place, one.source, one.name), s)
        if first != s:
            line = str(spots.find(*path, first).line)
            yield Problem("statement-twice", spots.find(*path, s), {"place": one.place, "line": line})


def _check_units(indicator: Indicator, mention: Mention, path: Path, spots: SpotMap) -> Iterator[Problem]:
    values = (*indicator.target.values(), *indicator.actual.values())
    units = {value.quantity.unit for value in values if value.quantity}
    for kind in FIGURES:
        for period, figure in getattr(mention, kind).items():
            if units and figure.unit not in units:
                details = {
                    "name": indicator.name, "found": figure.unit or "-",
                    "expected": ", ".join(sorted(unit or "-" for unit in units)),
                }  # fmt: skip
                yield Problem("statement-unit", spots.find(*path, kind, str(period)), details)


def check_tables(book: Book) -> Iterator[Problem]:
    """Find rows that do not fit their heads, cells that are no figures, and formulas of nothing."""
    for owner, path, table in tables_in(book):
        yield from _check_table(table, path, book.spots[owner])


def _check_table(table: Table, path: Path, spots: SpotMap) -> Iterator[Problem]:
    heads, units = split(table.columns), units_of(table)
    rows = tuple(row.name for row in table.rows)
    yield from _check_names(heads, [(*path, "columns")] * len(heads), spots)
    yield from _check_names(rows, [(*path, "rows", r, "name") for r in range(len(rows))], spots)
    if len(units) != len(heads):
        yield _miscounted(units, heads, spots.find(*path, "unit"))
        return
    try:
        bases = {head: read_unit(unit)[1] for head, unit in zip(heads, units, strict=True)}
    except Mistake as mistake:
        yield mistake.at(spots.find(*path, "unit"))
        return
    for r, row in enumerate(table.rows):
        yield from _check_cells(split(row.cells), heads, units, spots.find(*path, "rows", r, "cells"))
    across = yield from _check_formulas(table.across, heads, (*path, "across"), spots)
    down = yield from _check_formulas(table.down, rows, (*path, "down"), spots)
    for f, formula in down.items():
        if formula.is_share:
            details = {"found": table.down[f], "units": table.unit or "-"}
            yield Problem("formula-units", spots.find(*path, "down", f), details)
    for f, formula in across.items():
        kinds = {bases[name] for name in (formula.result, *formula.terms)}
        if formula.is_share:
            kinds.discard(bases[formula.result])
        if len(kinds) > 1:
            details = {"found": table.across[f], "units": ", ".join(sorted(kind or "-" for kind in kinds))}
            yield Problem("formula-units", spots.find(*path, "across", f), details)


def _miscounted(cells: Sequence[str], heads: Sequence[str], spot: Spot) -> Problem:
    return Problem("cells-count", spot, {"found": str(len(cells)), "heads": str(len(heads))})


def _check_cells(
    cells: Sequence[str], heads: Sequence[str], units: Sequence[str], spot: Spot
) -> Iterator[Problem]:
    if len(cells) != len(heads):
        yield _miscounted(cells, heads, spot)
        return
    for cell, unit in zip(cells, units, strict=True):
        try:
            if cell not in UNPRINTED:
                read_quantity(cell, unit)
        except Mistake as mistake:
            yield mistake.at(spot)


def _check_names(names: Sequence[str], paths: Sequence[Path], spots: SpotMap) -> Iterator[Problem]:
    seen: set[str] = set()
    for name, path in zip(names, paths, strict=True):
        if name in seen:
            yield Problem("table-name-twice", spots.find(*path), {"found": name})
        seen.add(name)


def _check_formulas(
    written: Sequence[str], names: Sequence[str], path: Path, spots: SpotMap
) -> Generator[Problem, None, dict[int, Formula]]:
    """Find what is no formula and what names nothing; hand back the formulas that can be reckoned."""
    read: dict[int, Formula] = {}
    for f, words in enumerate(written):
        try:
            read[f] = read_formula(words)
        except Mistake as mistake:
            yield mistake.at(spots.find(*path, f))
    read = dict(zip(read, filled_in(tuple(read.values()), names), strict=True))
    known = set(names)
    for f, formula in list(read.items()):
        strange = [name for name in (formula.result, *formula.terms) if name not in known]
        for name in strange:
            details = {"found": name, "nearest": nearest(name, names), "names": ", ".join(names)}
            yield Problem("formula-of-nothing", spots.find(*path, f), details)
        if strange:
            del read[f]
    return read
