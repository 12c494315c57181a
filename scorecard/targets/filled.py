"""A filled-in sheet → actuals to be written, and everything of it that will not be."""

import re
from collections.abc import Mapping, Sequence

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Mistake, Problem, Spot
from scorecard.targets.amending import Entry, check_entry
from scorecard.targets.cells import check_plain, check_unit, read_provisional, words_of
from scorecard.targets.forms import AFTER, BEFORE, VERSION, Row, rows_of
from scorecard.targets.grids import Cell, Grid
from scorecard.targets.leaves import read_citation
from scorecard.targets.measures import Book
from scorecard.targets.nearest import nearest
from scorecard.targets.periods import read_period

_HEADINGS: Mapping[str, str] = {
    "".join(words.split()).lower(): key
    for key, both in {**BEFORE, **AFTER}.items()
    for words in (*both, key)
}  # fmt: skip
_KOREAN_PERIOD = re.compile(r"(\d{4})년\s*(?:([1-4])\s*분기|(상|하)반기|(\d{1,2})월)?")


@frozen
class Remark:
    """What is told of a sheet though nothing is wrong with it; `key` is that of its sentence."""

    key: str
    spot: Spot
    details: Mapping[str, str] = attrs.Factory(dict)


@attrs.define
class Filled:
    """What a sheet brings."""

    entries: list[tuple[Entry, Spot]] = attrs.Factory(list)
    same: int = 0  #: Figures that stand in the text already.
    empty: int = 0  #: Cells without a figure.
    problems: list[Problem] = attrs.Factory(list)
    remarks: list[Remark] = attrs.Factory(list)
    headed: bool = False  #: Some sheet had a heading with ids.
    seen: dict[str, Spot] = attrs.Factory(dict)  #: Ids of the rows read.


def read_filled(grids: Sequence[Grid], book: Book, *, replace: bool) -> Filled:
    """Read all sheets of a file that hold a heading with ids; the others are told, not passed over."""
    filled = Filled()
    rows = {
        row.place.id: row
        for one in book.departments
        for row in rows_of(book, one.id, book.office.fiscal_year)
    }
    for grid in grids:
        if any(not cell.is_empty for line in grid.rows for cell in line):
            _Reader(grid, book, rows, filled, replace).read()
    if not filled.headed and not filled.problems:
        spot = (
            grids[0].rows[0][0].spot if grids and grids[0].rows and grids[0].rows[0] else Spot("import", 0, 0)
        )
        filled.problems.append(Problem("form-without-heading", spot, {"heading": BEFORE["id"][0]}))
    told = {one.partition("/")[0] for one in filled.seen}
    missing = [one for one in rows if one.partition("/")[0] in told and one not in filled.seen]
    for one in missing:
        filled.remarks.append(Remark("form-row-missing", Spot(one, 0, 0)))
    return filled


@attrs.define
class _Reader:
    """Reads one sheet into what was read so far."""

    grid: Grid
    book: Book
    rows: Mapping[str, Row]
    filled: Filled
    replace: bool

    def read(self) -> None:
        """Find the heading and read what stands below it."""
        head = next((at for at, line in enumerate(self.grid.rows) if "id" in map(_role, line)), None)
        first = next(cell for line in self.grid.rows for cell in line)
        if self.grid.hidden or head is None:
            key = "form-sheet-hidden" if self.grid.hidden else "form-sheet-skipped"
            self.filled.remarks.append(Remark(key, first.spot, {"sheet": self.grid.name}))
            return
        if not self._belongs(first.spot):
            return
        self.filled.headed = True
        columns = self._columns(self.grid.rows[head])
        for line in self.grid.rows[head + 1 :]:
            self._row(line, columns)

    def _belongs(self, spot: Spot) -> bool:
        """Hold what the sheet says of its origin against the project; a copy that lost it is taken."""
        told, before = self.grid.properties, len(self.filled.problems)
        office = told.get("scorecard-office", self.book.office.office)
        if office != self.book.office.office:
            details = {"found": office, "office": self.book.office.office}
            self.filled.problems.append(Problem("form-of-other-project", spot, details))
        if told.get("scorecard-form", VERSION) != VERSION:
            details = {"found": told["scorecard-form"], "expected": VERSION}
            self.filled.problems.append(Problem("form-other-version", spot, details))
        return len(self.filled.problems) == before

    def _columns(self, heading: Sequence[Cell]) -> dict[int, str]:
        """Tell what each column holds: a role, or a period; what is neither is told."""
        columns: dict[int, str] = {}
        for at, cell in enumerate(heading):
            role = _role(cell) or self._period(cell)
            if role in columns.values() and role:
                self.filled.problems.append(Problem("column-twice", cell.spot, {"found": cell.text[:60]}))
            elif role:
                columns[at] = role
            elif not cell.is_empty:
                self.filled.remarks.append(
                    Remark("form-column-skipped", cell.spot, {"found": cell.text[:60]})
                )
        return columns

    def _period(self, cell: Cell) -> str:
        """Read a heading such as `2026Q1`, with or without more below it, or `2026년 1분기`."""
        words = cell.text.split("\n")[0].strip()
        korean = _KOREAN_PERIOD.fullmatch(words)
        if korean:
            year, quarter, half, month = korean.groups()
            words = f"{year}Q{quarter}" if quarter else f"{year}H{1 if half == '상' else 2}" if half else year
            words = f"{year}-{int(month):02}" if month else words
        try:
            return str(read_period(words, self.book.office.year_begins))
        except Mistake:
            return ""

    def _row(self, line: Sequence[Cell], columns: Mapping[int, str]) -> None:
        """Read the figures of one row."""
        cells = {role: line[at] for at, role in columns.items() if at < len(line)}
        figures = {role: cell for role, cell in cells.items() if role not in _ALL_ROLES}
        told = any(not cell.is_empty for cell in figures.values())
        id_cell = cells.get("id")
        if id_cell is None or all(cell.is_empty for cell in cells.values()):
            return
        row = self.rows.get(id_cell.text)
        if row is None:
            if told:
                code = "row-unknown" if id_cell.text else "row-without-id"
                details = {"found": id_cell.text[:120] or "-", "nearest": nearest(id_cell.text, self.rows)}
                self.filled.problems.append(Problem(code, id_cell.spot, details))
            else:
                details = {"found": id_cell.text[:120] or "-"}
                self.filled.remarks.append(Remark("form-row-skipped", id_cell.spot, details))
            return
        if row.place.id in self.filled.seen:
            details = {"found": row.place.id, "first": str(self.filled.seen[row.place.id])}
            self.filled.problems.append(Problem("row-twice", id_cell.spot, details))
            return
        self.filled.seen[row.place.id] = id_cell.spot
        self._check_unit(row, cells.get("unit"), told=told)
        self._tell_unread(row, cells)
        self._figures(row, cells, figures)

    def _check_unit(self, row: Row, cell: Cell | None, *, told: bool) -> None:
        """See that numbers were filled in the unit the sheet asked for."""
        if cell is None or not told or cell.text == row.unit:
            return
        self.filled.problems.append(
            Problem(
                "cell-unit-changed", cell.spot, {"found": cell.text[:60] or "-", "expected": row.unit or "-"}
            )
        )

    def _tell_unread(self, row: Row, cells: Mapping[str, Cell]) -> None:
        """Tell what was changed in the columns that are there for people only."""
        place = row.place
        shown = {"programme": place.programme.name, "name": place.indicator.name, "target": row.target}  # fmt: skip
        for role, words in shown.items():
            cell = cells.get(role)
            if cell is not None and "".join(cell.text.split()) != "".join(words.split()):
                details = {"id": place.id, "found": cell.text[:60] or "-", "old": words or "-"}
                self.filled.remarks.append(Remark("form-cell-not-read", cell.spot, details))

    def _figures(self, row: Row, cells: Mapping[str, Cell], figures: Mapping[str, Cell]) -> None:
        more, mistakes = self._more(cells)
        brought = 0
        for period, cell in figures.items():
            if cell.is_empty:
                self._tell_empty(row, period, cell)
                continue
            try:
                words = words_of(cell, row)
                entry = Entry(row.place, period, words, year_begins=self.book.office.year_begins)
                check_unit(words, row)
                check_entry(entry, replace=self.replace)
                if entry.is_same:
                    self.filled.same += 1
                    continue
                brought += 1
                self.filled.entries.append((attrs.evolve(entry, more=more), cell.spot))
            except Mistake as mistake:
                brought += 1
                self.filled.problems.append(mistake.at(cell.spot))
        if brought:
            self.filled.problems += mistakes
        elif any(not cells[role].is_empty for role in AFTER if role in cells):
            first = next(cells[role] for role in AFTER if role in cells and not cells[role].is_empty)
            details = {"id": row.place.id, "found": first.text[:60]}
            self.filled.remarks.append(Remark("form-note-alone", first.spot, details))

    def _tell_empty(self, row: Row, period: str, cell: Cell) -> None:
        """Count an empty cell; where the text has a figure that figure stays, and that is told."""
        old = Entry(row.place, period, "").old
        self.filled.empty += 1
        if old is not None and old.absent is None:
            details = {"id": row.place.id, "period": period, "old": old.text}
            self.filled.remarks.append(Remark("form-cell-empty", cell.spot, details))

    def _more(self, cells: Mapping[str, Cell]) -> tuple[dict[str, str], list[Problem]]:
        """Read what is said of all new figures of a row: source, note and whether they are provisional."""
        more: dict[str, str] = {}
        problems = []
        for role in ("source", "note", "provisional"):
            cell = cells.get(role)
            if cell is None or cell.is_empty:
                continue
            try:
                check_plain(cell)
                if role == "provisional":
                    more |= {role: "true"} if read_provisional(cell) else {}
                    continue
                if role == "source":
                    self._check_source(cell)
                more[role] = cell.text
            except Mistake as mistake:
                problems.append(mistake.at(cell.spot))
        return more, problems

    def _check_source(self, cell: Cell) -> None:
        cited = read_citation(cell.text)
        known = self.book.office.sources
        if cited.source not in known:
            raise Mistake("unknown-source", found=cited.source, nearest=nearest(cited.source, known))


_ALL_ROLES = frozenset((*BEFORE, *AFTER))


def _role(cell: Cell) -> str:
    return _HEADINGS.get("".join(cell.text.split()).lower(), "")
