"""Hatched boxes: what is forecast or provisional, outlined and filled with slanted stripes.

The stripes are one polygon, cut to the box by arithmetic, so that every format and printer shows
the same ones, and whatever is drawn later lies in front of them.
"""

from scorecard.reports.theme import ACTUAL, PAPER
from scorecard.reports.things import Point, Shape, rectangle

PITCH = 3.0  # From stripe to stripe, along the foot of the box.
STRIPE = 0.9  # Width of a stripe along the foot; it rises at 45 degrees.
EDGE = 0.6
Box = tuple[float, float, float, float]  # Left, top, right, bottom.


def draw_hatched(box: Box) -> list[Shape]:
    """Draw a hatched box; its outline lies inside it, and without width or height there is nothing."""
    left, top, right, bottom = box
    if right <= left or bottom <= top:
        return []
    inset = min(EDGE / 2, (right - left) / 2, (bottom - top) / 2)
    outline = rectangle(left + inset, top + inset, right - inset, bottom - inset)
    return [Shape(outline, PAPER, ACTUAL, EDGE), Shape(stripes(box), ACTUAL)]


def stripes(box: Box) -> tuple[Point, ...]:
    """List the corners of all stripes of a box, joined along its foot into one comb."""
    left, top, right, bottom = box
    first = left - (bottom - top)
    count = int((right - first) / PITCH) + 1
    return tuple(
        point
        for x in (first + PITCH * number for number in range(count))
        for point in (*slant(x, box), *reversed(slant(x + STRIPE, box)))
    )


def slant(x: float, box: Box) -> tuple[Point, ...]:
    """Follow a line that rises from `x` at the foot to the head, along the walls where it would leave."""
    left, top, right, bottom = box
    low, high = (min(max(each, left), right) for each in (x, x + bottom - top))
    rise = [min(max(bottom - (each - x), top), bottom) for each in (low, high)]
    return (low, bottom), (low, rise[0]), (high, rise[1]), (high, top)
