"""Tables of facts: columns of one length, each with its own way of saying that nothing is there."""

from collections.abc import Mapping

import attrs
import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]  #: Amounts, money, ratios, counts, days; NaN: missing.
Mask = NDArray[np.bool_]
Flags = NDArray[np.int8]  #: 1: yes, 0: no, -1: missing.
Rows = slice | Mask | NDArray[np.intp]  #: Which rows: a stretch, a mask or places in an order.


@attrs.frozen(eq=False)
class Words:
    """A column of texts, each text kept once."""

    codes: NDArray[np.int32]  #: Places in `words`; -1: missing.
    words: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        if self.codes.size and not -1 <= self.codes.min() <= self.codes.max() < len(self.words):
            raise ValueError(f"codes from -1 to {len(self.words) - 1} expected, found others")

    @property
    def size(self) -> int:
        """Tell how many rows there are."""
        return self.codes.size


@attrs.frozen(eq=False)
class Table:
    """What is known of some rows, by the English names of the facts."""

    size: int
    columns: Mapping[str, Column | Flags | Words]

    def __attrs_post_init__(self) -> None:
        strange = {name: column.size for name, column in self.columns.items() if column.size != self.size}
        if strange:
            raise ValueError(f"columns of {self.size} rows expected, found {strange}")

    def numbers(self, name: str) -> Column:
        """Take a column of numbers."""
        column = self.columns[name]
        if isinstance(column, Words) or column.dtype != np.float64:
            raise TypeError(f"expected a column of numbers, found another under {name!r}")
        return column.astype(np.float64, copy=False)

    def flags(self, name: str) -> Flags:
        """Take a column of flags."""
        column = self.columns[name]
        if isinstance(column, Words) or column.dtype != np.int8:
            raise TypeError(f"expected a column of flags, found another under {name!r}")
        return column.astype(np.int8, copy=False)

    def words(self, name: str) -> Words:
        """Take a column of texts."""
        column = self.columns[name]
        if not isinstance(column, Words):
            raise TypeError(f"expected a column of texts, found another under {name!r}")
        return column

    def joined(self, columns: Mapping[str, Column | Flags | Words]) -> "Table":
        """Add columns, or put them in the place of those of the same names."""
        return Table(self.size, {**self.columns, **columns})

    def take(self, rows: Rows) -> "Table":
        """Take some rows, in the order asked for."""
        size = np.arange(self.size)[rows].size
        return Table(size, {name: _take(column, rows) for name, column in self.columns.items()})


def missing_in(column: Column | Flags | Words) -> Mask:
    """Mark the rows in which a column says nothing."""
    if isinstance(column, Words):
        return column.codes < 0
    return np.isnan(column) if column.dtype == np.float64 else column < 0


def _take(column: Column | Flags | Words, rows: Rows) -> Column | Flags | Words:
    return Words(column.codes[rows], column.words) if isinstance(column, Words) else column[rows]
