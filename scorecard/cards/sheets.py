"""Sheets that close an edition: a message, tiles and plain tables, all as text in reading order.

What a sheet says is gathered in the room of its matter; `closing` puts them in printed order.
"""

from typing import Literal

import attrs


@attrs.frozen
class Tile:
    """One figure of the summary strip."""

    label: str
    value: str
    detail: str = ""  #: A smaller word beside the value; may be empty.


@attrs.frozen
class SheetColumn:
    """A column of a plain table."""

    head: str
    share: float  #: Of the width; the shares of a table are taken in proportion.
    align: Literal["left", "right"] = "left"


@attrs.frozen
class SheetRow:
    """A line of a plain table."""

    cells: tuple[str, ...]  #: One a column.
    strong: bool = False  #: Set bold: a total, or the head of the rows below it.
    depth: int = 0  #: How far its first cell is set in.


@attrs.frozen
class SheetTable:
    """A plain table; with neither rows nor words it is not printed."""

    title: str
    unit: str  #: At the right of the title; may be empty.
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...] = attrs.field()
    words: str = ""  #: Printed above the rows, or in place of them.

    @property
    def figures(self) -> list[int]:
        """Tell the places of the columns of figures."""
        return [place for place, column in enumerate(self.columns) if column.align == "right"]

    @rows.validator
    def _check_rows(self, _: object, rows: tuple[SheetRow, ...]) -> None:
        """Let no row be printed in columns that are not its own."""
        odd = [row.cells for row in rows if len(row.cells) != len(self.columns)]
        if odd:
            raise ValueError(f"{self.title}: {len(self.columns)} cells a row expected, found {odd[0]}")


@attrs.frozen
class Sheet:
    """A closing sheet; its id names its files and is reserved in `targets/loading.py`."""

    id: str
    title: str
    headline: str
    tiles: tuple[Tile, ...]
    tables: tuple[SheetTable, ...]
    foot: str = ""  #: A closing remark in small type.
