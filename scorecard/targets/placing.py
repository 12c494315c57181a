"""Where a problem stands, with the path it was looked up by; loaded only where something is wrong.

Two paths may lead to one spot, for a mapping begins where its first key does. What hangs on what is
told by paths.
"""

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Spot
from scorecard.targets.spots import Path, SpotMap

GONE = -1  #: In a path: the number or the name of what could not be kept.


@attrs.frozen(eq=False)
class Placed(Spot):
    """A spot that keeps its path; to all others it is the spot it stands for."""

    path: Path = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spot) and _place(self) == _place(other)

    def __lt__(self, other: Spot) -> bool:
        return _place(self) < _place(other)

    def __gt__(self, other: Spot) -> bool:
        return _place(self) > _place(other)

    def __hash__(self) -> int:
        return hash(Spot(*_place(self)))


def _place(spot: Spot) -> tuple[str, int, int]:
    return spot.file, spot.line, spot.column


@frozen
class Holed(SpotMap):
    """The places of a text of which a part could not be read; every spot keeps its path."""

    holes: tuple[Path, ...] = ()  #: What is not known, by its path in what was left.

    def find(self, *path: str | int) -> Spot:
        """Find the spot of a value, or of the nearest thing around it."""
        return _placed(super().find(*path), path)

    def find_key(self, *path: str | int) -> Spot:
        """Find the spot of the key a path ends with, or of the nearest thing around it."""
        return _placed(super().find_key(*path), path)


def _placed(spot: Spot, path: Path) -> Placed:
    return Placed(spot.file, spot.line, spot.column, path)


def unread(file: str) -> Holed:
    """Give the places of a file of which nothing is known."""
    return Holed(file, 0, ((),))
