"""Rows of cells: each cell a list of lines, a row as high as its longest cell."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from scorecard.reports.layout.paging import Row, Slice
from scorecard.reports.theme import LEFT, RIGHT, Style
from scorecard.reports.things import Thing, moved, rule, write
from scorecard.reports.wrapping import Line, Run, wrap

CellLine = tuple[Thing, ...]  # One line of a cell; y counts from its baseline.
Cell = Sequence[CellLine]
RISE = 0.76  # Of the size: how far below the top of a line its baseline is set.


def baseline_of(style: Style) -> float:
    """Tell how far below the top of a line of a style its baseline lies."""
    return (style.pitch - style.points) / 2 + RISE * style.points + 0.5


def stack(cells: Iterable[Cell], style: Style, *, above: float = 0.0, below: float = 0.0) -> Row:
    """Lay cells side by side into slices, one a line, with white above and below."""
    lines = list(zip_longest(*cells, fillvalue=()))
    slices = []
    for number, line in enumerate(lines):
        top = above if not number else 0.0
        bottom = below if number == len(lines) - 1 else 0.0
        things = [thing for cell in line for thing in moved(cell, 0.0, top + baseline_of(style))]
        slices.append(Slice(top + style.pitch + bottom, tuple(things)))
    return tuple(slices)


def pieces(line: Line, x: float) -> CellLine:
    """Turn a wrapped line into texts beginning at `x`."""
    return tuple(text for piece in line for text in write(piece.words, piece.style, x + piece.x, 0.0))


def paragraph(runs: Iterable[Run], x: float, width: float) -> Cell:
    """Set runs as a cell of wrapped lines."""
    return [pieces(line, x) for line in wrap(runs, width)]


def rule_slice(colour: str, weight: float, height: float = 0.0) -> Slice:
    """Make a slice with a rule across the page at its foot."""
    return Slice(height, (rule(0.0, RIGHT - LEFT, height, colour, weight),))
