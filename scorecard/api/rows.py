"""A table as programs and notebooks take it: rows that are mappings, under columns in order."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from os import PathLike
from pathlib import Path
from typing import Any, overload

import attrs

SHOWN_DIGITS = 4
MOST_UNBROKEN = 40  #: Letters of a text that stays on one line, in however narrow a window.
MOST_SHOWN = 100  #: Rows a notebook is shown; the line below the table tells of the rest.


@attrs.frozen(repr=False)
class Table(Sequence[Mapping[str, Any]]):
    """Rows under named columns; `pandas.DataFrame(table)` and `polars.DataFrame(table)` take it.

    Numbers are plain: base units (원, 명, …), ratios as shares of one (0.826). None is what was not
    stated or cannot be told, never NaN. A cell that holds several words is a list of them.
    """

    name: str
    columns: tuple[str, ...]  #: In order; every row has exactly these.
    _rows: tuple[Mapping[str, Any], ...]

    @overload
    def __getitem__(self, place: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, place: slice) -> "Table": ...
    def __getitem__(self, place: int | slice) -> "dict[str, Any] | Table":
        if isinstance(place, slice):
            return Table(self.name, self.columns, self._rows[place])
        row = self._rows[place]
        return {column: _copied(row[column]) for column in self.columns}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (self[place] for place in range(len(self)))

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows, {len(self.columns)} columns>"

    def column(self, name: str) -> list[Any]:
        """Take one column from top to bottom.

        Raises KeyError for a name that is none of `columns`.
        """
        if name not in self.columns:
            raise KeyError(name)
        return [_copied(row[name]) for row in self._rows]

    def csv(self) -> str:
        """Write the table as the editions do: for Excel, with a byte-order mark, lists joined by blanks.

        A text that a spreadsheet would take for a formula gets an apostrophe in front.
        """
        from scorecard.reports.tables import csv_text

        return csv_text(self._rows, self.columns)

    def to_csv(self, path: str | PathLike[str]) -> Path:
        """Write the table into a file, in place of what was there, and tell where.

        Raises OSError if the file cannot be written.
        """
        written = Path(path)
        written.write_bytes(self.csv().encode())
        return written

    def _repr_html_(self) -> str:
        """Show the table in a notebook, the first hundred rows of it; whatever its cells hold is text."""
        heads = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        rows = "".join(f"<tr>{self._cells(row)}</tr>" for row in self._rows[:MOST_SHOWN])
        shown = f" ({MOST_SHOWN} shown)" if len(self) > MOST_SHOWN else ""
        # Names may hold dollar signs, which notebooks otherwise take for mathematics.
        return (
            f'<table class="tex2jax_ignore mathjax_ignore"><thead><tr>{heads}</tr></thead>'
            f"<tbody>{rows}</tbody></table><p>{escape(self.name)}: {len(self)} rows{shown}</p>"
        )

    def _cells(self, row: Mapping[str, Any]) -> str:
        return "".join(_cell(row[column]) for column in self.columns)


def _copied(value: Any) -> Any:
    """Hand out no list of our own: whoever changes it would change the table."""
    return list(value) if isinstance(value, list) else value


def _cell(value: Any) -> str:
    if value is None:
        return "<td></td>"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'<td style="text-align:right" title="{value}">{_figure(value)}</td>'
    words = " ".join(value) if isinstance(value, list) else str(value)
    whole = ' style="white-space:nowrap"' if len(words) <= MOST_UNBROKEN else ""
    return f"<td{whole}>{escape(words)}</td>"


def _figure(value: float) -> str:
    """Show a number to four decimals, unless that would make a whole one of it; the cell's title has them all."""
    if isinstance(value, int) or value.is_integer():
        return f"{value:,.0f}" if isinstance(value, float) else f"{value:,}"
    short = f"{value:,.{SHOWN_DIGITS}f}".rstrip("0").rstrip(".")
    return short if "." in short else str(value)
