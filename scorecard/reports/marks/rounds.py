"""Circles and rounded tags as polygons."""

from math import cos, pi, sin

from scorecard.reports.things import Point

CORNERS = 32  # A circle of 3 points is off by less than 0.02 of them.


def circle(x: float, y: float, radius: float) -> tuple[Point, ...]:
    """List the corners of a circle."""
    return arc(x, y, radius, (0.0, 2 * pi), CORNERS)


def arc(x: float, y: float, radius: float, between: tuple[float, float], steps: int) -> tuple[Point, ...]:
    """List points along an arc, clockwise on paper, the last one left out."""
    first, last = between
    angles = (first + (last - first) * step / steps for step in range(steps))
    return tuple((x + radius * cos(angle), y + radius * sin(angle)) for angle in angles)


def pill(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    """List the corners of a tag with round ends; a square one is a circle."""
    radius = (bottom - top) / 2
    middle, steps = (top + bottom) / 2, CORNERS // 2
    return (
        *arc(right - radius, middle, radius, (-pi / 2, pi / 2), steps),
        *arc(left + radius, middle, radius, (pi / 2, 3 * pi / 2), steps),
    )
