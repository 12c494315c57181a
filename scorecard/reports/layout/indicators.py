"""The indicator table of a department: programmes, their rows, and the heads above them."""

from collections.abc import Mapping

import attrs

from scorecard.cards.card import DepartmentCard, Group, Row
from scorecard.problems import Language
from scorecard.reports.layout.cells import Cell, CellLine, paragraph, pieces, rule_slice, stack
from scorecard.reports.layout.details import lay_out_details
from scorecard.reports.layout.grid import (
    BADGE_GAP,
    GAP,
    INDENT,
    Grid,
    figures_of,
    has_actuals,
    make_grid,
    styles_of,
)
from scorecard.reports.layout.paging import Block, Section, Slice
from scorecard.reports.layout.paging import Row as Slices
from scorecard.reports.marks.bars import STEPS, draw_bullet, has_bars
from scorecard.reports.marks.severities import badge_width, draw_badge
from scorecard.reports.marks.statuses import REST, draw_status
from scorecard.reports.theme import BODY, BODY_BOLD, INK, RULE, SMALL, SMALL_SOFT, WIDTH, Style
from scorecard.reports.things import rule, write
from scorecard.reports.words import CONTINUED
from scorecard.reports.wrapping import Run, wrap, wrap_words
from scorecard.wording.terms import Severity

PARTING = (Slice(9.0, (rule(0.0, WIDTH, 5.0, RULE, 0.5),)),)  # White, a light rule, white.
Severities = Mapping[int, Severity]  # By the number of the note.


@attrs.frozen
class Table:
    """What all rows of one card share."""

    grid: Grid
    actuals: bool
    severities: Severities
    language: Language


def lay_out_indicators(card: DepartmentCard, language: Language) -> Section:
    """Lay out the table; a card without programmes gives a section without blocks."""
    if not card.groups:
        return Section(())
    severities = {note.number: note.severity for note in card.notes}
    table = Table(make_grid(card), has_actuals(card), severities, language)
    head = lay_out_heads(card.heads, table.grid)
    blocks = tuple(lay_out_group(group, table) for group in card.groups)
    return Section(blocks, head, head, space=12.0)


def lay_out_heads(heads: tuple[str, ...], grid: Grid) -> Slices:
    """Set the heads of the columns, standing on one line, with the scale of the bars below its name."""
    name, *figures, bar, status, notes = heads
    cells: list[Cell] = [head_cell(name, 0.0, grid.name)]
    for words, column in zip(figures, grid.figures, strict=True):
        lines = wrap_words(words, SMALL_SOFT, column.width + GAP - 3.0)
        cells.append([write(line, SMALL_SOFT, column.right, 0.0, "right") for line in lines])
    cells.append([*head_cell(bar, grid.scale.left, grid.start - grid.scale.left), scale_line(grid)])
    cells.append(head_cell(status, grid.status, grid.notes - grid.status - 2.0))
    cells.append(head_cell(notes, grid.notes, WIDTH - grid.notes))
    return (*stack(sunk(cells), SMALL, below=1.5), rule_slice(INK, 0.7), Slice(3.0))


def sunk(cells: list[Cell]) -> list[Cell]:
    """Let all cells end on the last line."""
    most = max(len(cell) for cell in cells)
    return [[*([()] * (most - len(cell))), *cell] for cell in cells]


def head_cell(words: str, x: float, width: float) -> Cell:
    """Set the head of a column that begins at `x`."""
    return paragraph([Run(words, SMALL_SOFT)], x, width)


def scale_line(grid: Grid) -> CellLine:
    """Write the marks of the bars' scale."""
    return tuple(
        text for step, words in STEPS
        for text in write(words, SMALL_SOFT, grid.scale.at(step), 0.0, "centre" if step else "left")
    )  # fmt: skip


def lay_out_group(group: Group, table: Table) -> Block:
    """Lay out a programme: its name over its rows."""
    title = lay_out_title(group, table)
    rows = [lay_out_row(row, table) for row in group.rows]
    lead = (*title, *(rows[0] if rows else ()))
    more = Run(CONTINUED[table.language], SMALL_SOFT)
    again = stack([paragraph([Run(group.name, BODY_BOLD), more], 0.0, WIDTH)], BODY)
    return Block((lead, *rows[1:]), again, PARTING)


def lay_out_title(group: Group, table: Table) -> Slices:
    """Set the name of a programme, what it costs, and the findings about it."""
    runs = [Run(group.name, BODY_BOLD), Run(group.detail, SMALL_SOFT, gap=6.0)]
    needed = sum(badge_width(str(number)) + BADGE_GAP for number in group.notes) - BADGE_GAP
    left = max(min(table.grid.notes, WIDTH - needed), table.grid.status)
    notes = lay_out_badges(group.notes, table, left)
    return stack([paragraph(runs, 0.0, table.grid.status - GAP), notes], BODY, below=1.5)


def lay_out_row(row: Row, table: Table) -> Slices:
    """Set one indicator across the columns, and below them what more there is to it."""
    grid, style = table.grid, SMALL if row.depth else BODY
    indent = INDENT * (1 + row.depth)
    cells: list[Cell] = [paragraph([Run(row.name, style)], indent, grid.name - indent)]
    for words, column in zip(figures_of(row, actuals=table.actuals), grid.figures, strict=True):
        cells.append(column.lines(words, styles_of(row)))
    cells.append(lay_out_bar(row, grid, style))
    cells.append([draw_status(row.status, row.status_word, grid.status, 0.0)])
    cells.append(lay_out_badges(row.notes, table, grid.notes))
    return (*stack(cells, style, below=2.5), *lay_out_details(row, indent, grid))


def lay_out_bar(row: Row, grid: Grid, style: Style) -> Cell:
    """Draw the bars of a row and their per cent; without any, say why, or leave the place white."""
    start = write(row.start, SMALL, grid.start, 0.0, "right")
    if not has_bars(row.bullet):
        lines = wrap([Run(row.bullet.words, SMALL_SOFT)], grid.scale.right - grid.scale.left)
        return [pieces(line, grid.scale.left) for line in lines]
    return [(*draw_bullet(row.bullet, grid.scale, -REST * style.points), *start)]


def lay_out_badges(numbers: tuple[int, ...], table: Table, left: float) -> Cell:
    """Set the numbers of findings side by side, in as many lines as they need."""
    lines: list[CellLine] = []
    x = WIDTH
    for number in numbers:
        wide = badge_width(str(number))
        if x + wide > WIDTH + 0.01:
            lines.append(())
            x = left
        badge = draw_badge(str(number), table.severities.get(number, Severity.NOTE), x, 0.0)
        lines[-1] = (*lines[-1], *badge)
        x += wide + BADGE_GAP
    return lines
