"""Marks of a target's properties: filled, half, open, or a dash; told apart by shape alone."""

from collections.abc import Callable
from math import pi
from types import MappingProxyType

from scorecard.reports.marks.rounds import CORNERS, arc, circle
from scorecard.reports.theme import INK, PAPER, SOFT
from scorecard.reports.things import Line, Shape, Thing
from scorecard.rules.quality.models import Standing

RADIUS = 2.6
EDGE = 0.8


def held(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a filled circle."""
    return (Shape(circle(x, y, RADIUS), INK, INK, EDGE),)


def partly(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a circle filled in its left half, as the legend's letter ◐ has it."""
    half = (*arc(x, y, RADIUS, (pi / 2, 3 * pi / 2), CORNERS // 2), (x, y - RADIUS))
    return Shape(circle(x, y, RADIUS), PAPER, INK, EDGE), Shape(half, INK)


def missed(x: float, y: float) -> tuple[Thing, ...]:
    """Draw an open circle."""
    return (Shape(circle(x, y, RADIUS), PAPER, INK, EDGE),)


def unknown(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a short soft dash."""
    return (Line((x - RADIUS, y), (x + RADIUS, y), SOFT, 1.0),)


STANDINGS: MappingProxyType[Standing, Callable[[float, float], tuple[Thing, ...]]] = MappingProxyType(
    {Standing.HELD: held, Standing.PARTLY: partly, Standing.MISSED: missed, Standing.UNKNOWN: unknown}
)
