"""The pages of a closing sheet: its message, tiles, and plain tables whose heads come again on each page."""

from collections.abc import Iterator
from itertools import pairwise

import attrs

from scorecard.cards.card import Edition
from scorecard.cards.sheets import Sheet, SheetColumn, SheetRow, SheetTable
from scorecard.problems import Language
from scorecard.reports.layout.cells import Cell, paragraph, rule_slice, stack
from scorecard.reports.layout.fitting import ENDS
from scorecard.reports.layout.frame import lay_out_pages
from scorecard.reports.layout.indicators import sunk
from scorecard.reports.layout.paging import Block, Row, Section, Slice
from scorecard.reports.layout.paragraphs import heading, lay_out_headline, lay_out_tiles, resumed, running
from scorecard.reports.theme import BODY, BODY_BOLD, INK, RULE, SMALL, SMALL_SOFT, WIDTH, Style
from scorecard.reports.things import Page, write
from scorecard.reports.words import CONTINUED
from scorecard.reports.wrapping import Run, wrap_words

GAP = 12.0  # Between two columns.
INDENT = 10.0  # For each step of depth.
DEEPEST = 0.5  # Of its column, that a first cell may be set in.
MOST_WORDS = 6  # Lines that stay with the heads below them.
PARTING = (rule_slice(RULE, 0.4),)


@attrs.frozen
class Column:
    """Where a column stands."""

    left: float
    width: float
    right_aligned: bool

    def cell(self, words: str, style: Style, indent: float = 0.0) -> Cell:
        """Set words into the column, on as many lines as they need."""
        width = self.width - indent
        if not self.right_aligned:
            return paragraph([Run(words, style)], self.left + indent, width)
        right = self.left + self.width
        return [write(line, style, right, 0.0, "right") for line in wrap_words(words, style, width)]


def lay_out_sheet(sheet: Sheet, edition: Edition) -> tuple[Page, ...]:
    """Lay out a sheet in reading order; the legend of the bars is left out, for it has none."""
    tables = (section for table in sheet.tables for section in lay_out_table(table, edition.language))
    foot = running([Run(sheet.foot, SMALL_SOFT)], (), space=12.0)
    sections = (lay_out_headline(sheet.headline), lay_out_tiles(sheet.tiles), *tables, foot)
    return lay_out_pages(sheet.title, attrs.evolve(edition, legend=""), sections)


def lay_out_table(table: SheetTable, language: Language) -> Iterator[Section]:
    """Lay out a table under its title, its words first."""
    title = heading(table.title, table.unit)
    words = stack([paragraph([Run(table.words, BODY)], 0.0, WIDTH)], BODY, below=6.0)
    apart = len(words) > MOST_WORDS or not table.rows
    if table.words and apart:
        yield running([Run(table.words, BODY)], title, again=resumed(table.title, language, table.unit))
    if table.rows:
        columns = place_columns(table.columns)
        heads = lay_out_heads(table.columns, columns)
        blocks = tuple(lay_out_blocks(table.rows, columns, language))
        lead = (
            (*title, *words) if table.words else title[:-2]
        )  # The rule of the heads takes that of the title.
        above = heads if apart else (*lead, *heads)
        again = (*resumed(table.title, language, table.unit), *heads)
        yield Section(blocks, above, again, 6.0 if apart else 16.0, is_rest=bool(table.words) and apart)


def lay_out_blocks(rows: tuple[SheetRow, ...], columns: list[Column], language: Language) -> Iterator[Block]:
    """Set rows in the pieces that stay together; one that begins a page stands under what it belongs to."""
    places = [*(place for place in range(len(rows)) if may_begin_a_page(rows, place)), len(rows)]
    for first, after in pairwise(places):
        first_row, *others = (lay_out_row(row, columns) for row in rows[first:after])
        above = (rows[place] for place in range(first - 1, -1, -1))
        owner = next((row for row in above if row.depth < rows[first].depth), None)
        under = (*lay_out_row(resumed_row(owner, language), columns), *PARTING) if owner else ()
        yield Block((first_row, *((*PARTING, *row) for row in others)), parting=PARTING, under=under)


def resumed_row(row: SheetRow, language: Language) -> SheetRow:
    """Say of a row that those below it go on here; its figures stand where it stood first."""
    name, *cells = row.cells
    return attrs.evolve(row, cells=(f"{name} {CONTINUED[language]}", *("" for _ in cells)))


def may_begin_a_page(rows: tuple[SheetRow, ...], place: int) -> bool:
    """Tell whether a row may begin a page: none that would leave a row or two, or a head, alone.

    The first and the last few rows of a table stay together, and so do a row that heads deeper ones
    with the first two of them, and the last two of these.
    """
    if place == 0:
        return True
    if not ENDS <= place <= len(rows) - ENDS:
        return False
    earlier, before, here, after = (row.depth for row in rows[place - 2 : place + 2])
    second, last = earlier < before == here, before == here > after
    return not (before < here or second or last)


def place_columns(columns: tuple[SheetColumn, ...]) -> list[Column]:
    """Share the width among columns in proportion to their shares."""
    room = WIDTH - GAP * (len(columns) - 1)
    whole = sum(column.share for column in columns)
    places, left = [], 0.0
    for column in columns:
        width = room * column.share / whole
        places.append(Column(left, width, column.align == "right"))
        left += width + GAP
    return places


def lay_out_heads(heads: tuple[SheetColumn, ...], columns: list[Column]) -> Row:
    """Set the heads of the columns, standing on one line."""
    cells = [place.cell(column.head, SMALL_SOFT) for column, place in zip(heads, columns, strict=True)]
    return (*stack(sunk(cells), SMALL, below=1.5), rule_slice(INK, 0.7), Slice(2.0))


def lay_out_row(row: SheetRow, columns: list[Column]) -> Row:
    """Set a line of the table; words with nothing beside them may use the whole width."""
    style = BODY_BOLD if row.strong else BODY
    if not any(row.cells[1:]) and not columns[0].right_aligned:
        columns = [attrs.evolve(columns[0], width=WIDTH - columns[0].left), *columns[1:]]
    indents = [min(row.depth * INDENT, columns[0].width * DEEPEST), *[0.0] * (len(columns) - 1)]
    cells = [
        column.cell(words, style, indent)
        for words, column, indent in zip(row.cells, columns, indents, strict=True)
    ]
    return stack(cells, BODY, above=2.0, below=2.0)
