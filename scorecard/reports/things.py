"""What stands on a page: texts, filled shapes and lines, each with its place in points.

`y` grows downwards from the upper edge; a text's `y` is its baseline.
"""

from collections.abc import Iterable
from typing import Literal

import attrs

from scorecard.reports.measuring import text_width
from scorecard.reports.theme import Style

Align = Literal["left", "centre", "right"]
Point = tuple[float, float]
SHARE: dict[Align, float] = {"left": 0.0, "centre": 0.5, "right": 1.0}
ASCENT, DESCENT = 0.80, 0.14  # Of the size: how far Korean syllables reach from the baseline.


@attrs.frozen
class Text:
    """Words on one line, beginning at `x`."""

    x: float
    y: float
    words: str
    style: Style

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Tell left, top, right and bottom of what will be inked."""
        points, width = self.style.points, text_width(self.words, self.style)
        return self.x, self.y - ASCENT * points, self.x + width, self.y + DESCENT * points

    def moved(self, x: float, y: float) -> "Text":
        """Copy the text to a place further right and down."""
        return Text(self.x + x, self.y + y, self.words, self.style)


@attrs.frozen
class Shape:
    """A filled polygon, outlined where it has an edge."""

    points: tuple[Point, ...]
    fill: str  #: Empty: not filled.
    edge: str = ""  #: Empty: no outline.
    weight: float = 0.0  #: Of the outline.

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Tell left, top, right and bottom."""
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def moved(self, x: float, y: float) -> "Shape":
        """Copy the shape to a place further right and down."""
        points = tuple((px + x, py + y) for px, py in self.points)
        return Shape(points, self.fill, self.edge, self.weight)


@attrs.frozen
class Line:
    """A straight line."""

    start: Point
    end: Point
    colour: str
    weight: float
    dashed: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Tell left, top, right and bottom."""
        (x1, y1), (x2, y2) = self.start, self.end
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def moved(self, x: float, y: float) -> "Line":
        """Copy the line to a place further right and down."""
        (x1, y1), (x2, y2) = self.start, self.end
        return Line((x1 + x, y1 + y), (x2 + x, y2 + y), self.colour, self.weight, self.dashed)


Thing = Text | Shape | Line


@attrs.frozen
class Page:
    """A page, complete but for its number."""

    things: tuple[Thing, ...]


def write(words: str, style: Style, x: float, y: float, align: Align = "left") -> tuple[Text, ...]:
    """Place words so that they begin, are centred or end at `x`; no words, no text."""
    if not words:
        return ()
    return (Text(x - SHARE[align] * text_width(words, style), y, words, style),)


def rectangle(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    """List the corners of an upright rectangle."""
    return (left, top), (right, top), (right, bottom), (left, bottom)


def rule(left: float, right: float, y: float, colour: str, weight: float) -> Line:
    """Draw a level line."""
    return Line((left, y), (right, y), colour, weight)


def moved(things: Iterable[Thing], x: float, y: float) -> tuple[Thing, ...]:
    """Copy things to a place further right and down."""
    return tuple(thing.moved(x, y) for thing in things)
