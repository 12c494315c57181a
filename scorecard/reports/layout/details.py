"""What stands below the line of an indicator: how it moves, its steps, who set its status by hand."""

from collections.abc import Iterable, Iterator

from scorecard.cards.card import Row, StepMark
from scorecard.reports.layout.cells import Cell, CellLine, paragraph, pieces, stack
from scorecard.reports.layout.grid import GAP, Grid
from scorecard.reports.layout.paging import Row as Slices
from scorecard.reports.layout.paging import Slice, joined
from scorecard.reports.marks.milestones import STEP_MARKS
from scorecard.reports.marks.sparklines import draw_sparkline
from scorecard.reports.marks.statuses import RADIUS, REST
from scorecard.reports.theme import SMALL, SMALL_SOFT, WIDTH
from scorecard.reports.wrapping import Run, width_of, wrap

FOOT = 3.7  # By which a sparkline, higher than a line of text, reaches below its baseline.
MARK = 2 * RADIUS + 2.5  # From the left of a step's mark to its words.
STEP_GAP = 12.0  # Between two steps on a line.
BELOW, END = 2.0, 4.0  # White below each kind of detail, and more below the last.


def lay_out_details(row: Row, indent: float, grid: Grid) -> Slices:
    """Set what a row has below its line; most rows have nothing."""
    override = paragraph([Run(row.override, SMALL)], indent, WIDTH - indent)
    kinds = (motion_cells(row, indent, grid), [step_lines(row.steps, indent)], [override])
    lines = joined(stack(cells, SMALL, below=BELOW) for cells in kinds)
    return (*lines, Slice(END)) if lines else ()


def motion_cells(row: Row, indent: float, grid: Grid) -> Iterator[Cell]:
    """Set how a row moves before the column of the bars, and its year within it."""
    left, right = grid.scale.left, grid.scale.right
    yield paragraph([Run(row.motion, SMALL_SOFT)], indent, left - GAP - indent)
    if row.parts:
        yield [draw_sparkline(row.parts, left, right, FOOT)]


def step_lines(steps: Iterable[StepMark], left: float) -> list[CellLine]:
    """Set steps side by side, each as a whole on this line or from the next one on."""
    lines: list[CellLine] = []
    x = WIDTH
    for step in steps:
        words = wrap(runs_of(step), WIDTH - left - MARK)
        if len(words) > 1 or x + MARK + width_of(words[0]) > WIDTH:
            lines.append(())
            x = left
        first, *others = (pieces(line, x + MARK) for line in words)
        mark = STEP_MARKS[step.state](x + RADIUS, -REST * SMALL.points)
        lines[-1:] = [(*lines[-1], *mark, *first), *others]
        x += MARK + width_of(words[-1]) + STEP_GAP
    return lines


def runs_of(step: StepMark) -> list[Run]:
    """List the words of a step."""
    return [Run(step.name, SMALL), Run(step.when, SMALL_SOFT), Run(step.detail, SMALL)]
