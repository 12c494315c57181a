"""The execution of a budget: figures in one unit and a bar for what is spent."""

import attrs

from scorecard.cards.card import BudgetRow, BudgetTable
from scorecard.problems import Language
from scorecard.reports.layout.cells import Cell, paragraph, rule_slice, stack
from scorecard.reports.layout.fitting import keep_ends
from scorecard.reports.layout.indicators import sunk
from scorecard.reports.layout.paging import Block, Row, Section, Slice
from scorecard.reports.layout.paragraphs import heading, resumed
from scorecard.reports.legends import elapsed_words
from scorecard.reports.marks.bars import Scale, draw_spending
from scorecard.reports.marks.statuses import REST
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import BODY, BODY_BOLD, INK, RULE, SMALL, SMALL_SOFT, WIDTH, Style
from scorecard.reports.things import write
from scorecard.reports.words import SPENDING
from scorecard.reports.wrapping import Run, wrap_words

GAP = 14.0
BAR = 96.0
NAME_LEAST = 120.0


@attrs.frozen
class Columns:
    """Where the columns of a budget table stand."""

    rights: tuple[float, ...]  #: Where figures end.
    widths: tuple[float, ...]
    scale: Scale
    elapsed: float

    @property
    def name(self) -> float:
        """Tell the width of the names."""
        return self.rights[0] - self.widths[0] - GAP


def lay_out_budget(table: BudgetTable, language: Language) -> Section:
    """Lay out a budget table; one without rows gives a section without blocks."""
    if not table.rows:
        return Section(())
    columns = make_columns(table)
    heads = lay_out_heads(table.heads, columns)
    remark = f"{elapsed_words(table, language)} {table.unit}"
    title = heading(SPENDING[language], remark)
    rows = [lay_out_row(row, columns, first=not place) for place, row in enumerate(table.rows)]
    blocks = keep_ends([Block((row,)) for row in rows])
    again = (*resumed(SPENDING[language], language, remark), *heads)
    return Section(blocks, (*title[:-2], *heads), again, space=16.0)


def figures_of(row: BudgetRow) -> tuple[str, ...]:
    """List the figures of a row."""
    return row.original, row.current, row.previous, row.spent, row.rate


def make_columns(table: BudgetTable) -> Columns:
    """Share the width among figures as they need it, and leave the rest to names."""
    most = (WIDTH - BAR - NAME_LEAST - 5 * GAP) / 5
    columns = zip(*(figures_of(row) for row in table.rows), strict=True)
    widths = [
        min(max([text_width(head, SMALL), *(text_width(cell, BODY_BOLD) for cell in cells)]), most)
        for head, cells in zip(table.heads[1:], columns, strict=True)
    ]
    rights, x = [], WIDTH - BAR
    for wide in reversed(widths):
        rights.append(x - GAP)
        x -= wide + GAP
    return Columns(
        tuple(reversed(rights)), tuple(widths), Scale(WIDTH - BAR, WIDTH - 2.0, 1.0), table.elapsed
    )


def lay_out_heads(heads: tuple[str, ...], columns: Columns) -> Row:
    """Set the heads; over the bars stands their scale."""
    name, *figures = heads
    cells: list[Cell] = [paragraph([Run(name, SMALL_SOFT)], 0.0, columns.name)]
    for words, right, wide in zip(figures, columns.rights, columns.widths, strict=True):
        lines = wrap_words(words, SMALL_SOFT, wide + 0.01)
        cells.append([write(line, SMALL_SOFT, right, 0.0, "right") for line in lines])
    scale = columns.scale
    cells.append(
        [(*write("0%", SMALL_SOFT, scale.left, 0.0), *write("100%", SMALL_SOFT, WIDTH, 0.0, "right"))]
    )
    return (*stack(sunk(cells), SMALL, below=1.5), rule_slice(INK, 0.7), Slice(3.0))


def lay_out_row(row: BudgetRow, columns: Columns, *, first: bool) -> Row:
    """Set a line of the table; totals are bold and stand under a rule."""
    style = BODY_BOLD if row.total else BODY
    cells: list[Cell] = [paragraph([Run(row.name, style)], 0.0, columns.name)]
    for words, right, wide in zip(figures_of(row), columns.rights, columns.widths, strict=True):
        cells.append(figure_cell(words, style, right, wide))
    cells.append([draw_spending(row.share, columns.elapsed, columns.scale, -REST * BODY.points)])
    line = (rule_slice(RULE, 0.6), Slice(2.0)) if row.total and not first else ()
    return (*line, *stack(cells, BODY, below=1.5))


def figure_cell(words: str, style: Style, right: float, width: float) -> Cell:
    """Set a figure ending at the right; one too wide is set smaller and wrapped."""
    if text_width(words, style) <= width + 0.01:
        return [write(words, style, right, 0.0, "right")]
    return [write(line, SMALL, right, 0.0, "right") for line in wrap_words(words, SMALL, width)]
