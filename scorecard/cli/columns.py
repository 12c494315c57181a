"""Tables of the terminal: as wide as it is, no name and no head broken where another column can give way."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.table import Table

Cells = Sequence[Sequence[str]]
_PIECES = re.compile(r"\s+|(?<=.)(?=\()")  # Where a head may be broken.
_BRACKET = re.compile(r"(?<=\S)(?=\()")
_LEAST = 12  #: Letters that the column which gives way keeps.
_WORDY = {
    False: 24,
    True: 12,
}  #: As wide as words make a column, by whether room is scarce; they go on below.
_SCARCE = 100


def widths_of(heads: Sequence[str], rows: Cells, room: int, yielding: int, most: int = 99) -> list[int]:
    """Find the widths of columns with one blank between them; one column yields if there is too little room.

    Heads are broken between their words before that. No cell makes another column wider than `most`.
    """
    from rich.cells import cell_len

    columns = list(zip(*rows, strict=True)) if rows else [() for _ in heads]
    cells = [
        min(max(map(cell_len, column), default=0), room if place == yielding else most)
        for place, column in enumerate(columns)
    ]
    pieces = [max(map(cell_len, _PIECES.split(head)), default=0) for head in heads]
    whole = [max(cell, cell_len(head)) for cell, head in zip(cells, heads, strict=True)]
    broken = [max(cell, piece) for cell, piece in zip(cells, pieces, strict=True)]
    widths = whole if sum(whole) + len(heads) - 1 <= room else broken
    others = sum(widths) - widths[yielding] + len(heads) - 1
    widths[yielding] = min(widths[yielding], max(room - others, min(_LEAST, widths[yielding])))
    return widths


def gap_of(widths: Sequence[int], room: int) -> int:
    """Tell how many blanks may stand between columns: three, or as many as there is room for."""
    return max(1, min(3, (room - sum(widths)) // max(len(widths) - 1, 1)))


def table_of(heads: Sequence[str], widths: Sequence[int], gap: int, numbers: Sequence[int]) -> "Table":
    """Make a table of columns of given widths; those of numbers are set right."""
    from rich.box import HORIZONTALS
    from rich.cells import cell_len
    from rich.table import Table

    before, after = divmod(gap - 1, 2)
    table = Table(
        box=HORIZONTALS, pad_edge=False, show_edge=False, header_style="bold",
        padding=(0, before + after, 0, before),
    )  # fmt: skip
    for place, (head, width) in enumerate(zip(heads, widths, strict=True)):
        words = _BRACKET.sub("\n", head) if cell_len(head) > width else head
        table.add_column(words, width=width, justify="right" if place in numbers else "left", overflow="fold")
    return table


def filled(heads: Sequence[str], rows: Cells, room: int, numbers: Sequence[int], yielding: int) -> "Table":
    """Fill a table as wide as there is room."""
    widths = widths_of(heads, rows, room, yielding)
    table = table_of(heads, widths, gap_of(widths, room), numbers)
    for row in rows:
        table.add_row(*row)
    return table


def parted(
    heads: Sequence[str], groups: Sequence[tuple[str, Cells]], room: int, numbers: Sequence[int]
) -> "Iterator[RenderableType]":
    """Fill tables under one head, each below a title that takes the whole line."""
    from rich.text import Text

    rows = [row for _, some in groups for row in some]
    widths = widths_of(heads, rows, room, 0, _WORDY[room < _SCARCE])
    gap = gap_of(widths, room)
    yield table_of(heads, widths, gap, numbers)
    for place, (title, some) in enumerate(groups):
        if place:
            yield "─" * min(sum(widths) + gap * (len(widths) - 1), room)
        yield Text(title, style="bold")
        table = table_of(heads, widths, gap, numbers)
        table.show_header = False
        for row in some:
            table.add_row(*row)
        yield table
