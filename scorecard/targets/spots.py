"""Where each value of one text stands, kept beside the data.

Places are packed into integers and mirror the shape of the data, so that knowing a million
places costs one integer each; a Spot is only made for the few anyone asks for.
"""

from typing import Any

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Spot

Path = tuple[str | int, ...]
Marks = Any  #: int of a scalar, MapMarks of a mapping, list (own mark first) of a sequence.

COLUMN_BITS = 32  #: A place is `line << COLUMN_BITS | column`, both from 0.
_COLUMN = (1 << COLUMN_BITS) - 1


@attrs.define
class MapMarks:
    """Places of a mapping: its own, and of each key and value."""

    own: int
    keys: dict[str, int]
    values: dict[str, Marks]


@frozen
class SpotMap:
    """Finds where a value stands by its path; the empty path is the text itself."""

    file: str
    marks: Marks

    def find(self, *path: str | int) -> Spot:
        """Find the spot of a value, or of the nearest thing around it."""
        marks = self.marks
        for step in path:
            inner = step_into(marks, step)
            if inner is None:
                break
            marks = inner
        return self._spot(own_mark(marks))

    def holds(self, *path: str | int) -> bool:
        """Tell whether a value is written at the very end of a path."""
        marks = self.marks
        for step in path:
            marks = step_into(marks, step)
        return marks is not None

    def find_key(self, *path: str | int) -> Spot:
        """Find the spot of the key a path ends with, or of the nearest thing around it."""
        marks = self.marks
        for step in path[:-1]:
            inner = step_into(marks, step)
            if inner is None:
                return self._spot(own_mark(marks))
            marks = inner
        if isinstance(marks, MapMarks) and path[-1] in marks.keys:
            return self._spot(marks.keys[str(path[-1])])
        return self.find(*path)

    def _spot(self, packed: int) -> Spot:
        return Spot(self.file, (packed >> COLUMN_BITS) + 1, (packed & _COLUMN) + 1)


def own_mark(marks: Marks) -> int:
    """Tell where something itself begins."""
    if isinstance(marks, MapMarks):
        return marks.own
    return int(marks[0] if isinstance(marks, list) else marks)


def step_into(marks: Marks, step: str | int) -> Marks | None:
    """Tell the places of what stands one step further in; None where nothing does."""
    if isinstance(marks, MapMarks):
        return marks.values.get(str(step))
    if isinstance(marks, list) and isinstance(step, int) and step + 1 < len(marks):
        return marks[step + 1]
    return None
