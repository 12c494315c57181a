"""Bars: bullets against a target, plain shares, and their scales."""

import attrs

from scorecard.cards.card import Bullet
from scorecard.reports.marks.hatching import draw_hatched
from scorecard.reports.theme import ACTUAL, INK, PALE, PAPER, PREVIOUS, RULE, SOFT
from scorecard.reports.things import Line, Shape, Thing, rectangle

FULL = 1.5  #: The ratio at which a bullet's scale ends.
STEPS = ((0.0, "0"), (0.5, "50"), (1.0, "100%"))  #: What is marked on it.
TALL, SLIM = 7.4, 3.4  # Heights of the light bar and the dark one, in points.
ABOVE = 2.6  # Height of the light bar where it makes room for a forecast.
TICK = 11.0  # Height of the target's tick.
DUE = 5.2  # Height of the mark of what was due.
END = 3.4  # Height of the ends of a range.
HALO = 0.8  # White around what would be lost on a dark bar.
OPEN = 7.0  # Length of the open end of a bar that is comparable only roughly.
SLANT = 1.6  # By which a break mark leans.


@attrs.frozen
class Scale:
    """Where ratios stand: from 0 at `left` to `full` at `right`."""

    left: float
    right: float
    full: float = FULL

    def at(self, ratio: float) -> float:
        """Find the place of a ratio; what is off the scale stands at its end."""
        return self.left + (self.right - self.left) * min(max(ratio, 0.0), self.full) / self.full

    def holds(self, ratio: float) -> bool:
        """Tell whether a ratio is on the scale."""
        return 0.0 <= ratio <= self.full


@attrs.frozen
class Lane:
    """A strip along a scale, centred on `y`, that the bars of a year lie in."""

    y: float
    height: float


def has_bars(bullet: Bullet) -> bool:
    """Tell whether a bullet has anything to draw; words are drawn rather than a lone mark of what was due."""
    if any(each is not None for each in (bullet.previous, bullet.actual, bullet.forecast)):
        return True
    return bullet.due is not None and not bullet.words


def draw_bullet(bullet: Bullet, scale: Scale, y: float) -> tuple[Thing, ...]:
    """Draw last year's bar, the forecast and this year's in front, and the tick of the target, centred on `y`."""
    last, this = lanes_of(bullet, y)
    things: list[Thing] = [
        upright(scale.at(0.0), y, TICK, RULE, 0.6),
        upright(scale.at(0.5), y, TICK, RULE, 0.6),
    ]
    if bullet.previous is not None:
        ending = open_bar if bullet.similar else solid_bar
        things += ending(bullet.previous, scale, last)
    if bullet.forecast is not None:
        things += hatched_bar(bullet.forecast, scale, this)
    if bullet.actual is not None:
        things += bar(bullet.actual, scale, this.y, SLIM, ACTUAL)
    if bullet.low is not None and bullet.high is not None:
        things += range_line(bullet.low, bullet.high, scale, this.y)
    if bullet.due is not None:
        things += due_mark(bullet.due, scale, this.y)
    return (*things, upright(scale.at(1.0), y, TICK, INK, 1.3))


def lanes_of(bullet: Bullet, y: float) -> tuple[Lane, Lane]:
    """Give last year and this year their lanes: one behind the other, but apart where there is a forecast."""
    if bullet.previous is None or bullet.forecast is None:
        return Lane(y, TALL), Lane(y, TALL)
    return Lane(y - (TICK - ABOVE) / 2, ABOVE), Lane(y + (TICK - TALL) / 2, TALL)


def solid_bar(ratio: float, scale: Scale, lane: Lane) -> list[Thing]:
    """Draw last year's bar."""
    return bar(ratio, scale, lane.y, lane.height, PREVIOUS)


def open_bar(ratio: float, scale: Scale, lane: Lane) -> list[Thing]:
    """Draw last year's bar with an open, dashed end: comparable only roughly."""
    y, height = lane.y, lane.height
    end = scale.at(ratio)
    shut = max(end - OPEN, scale.left)
    edges: list[Thing] = [
        Line((shut, y + side * height / 2), (end, y + side * height / 2), SOFT, 0.7, dashed=True)
        for side in (-1, 1)
    ]
    return [
        *box_between(scale.left, shut, y, height, PREVIOUS),
        *cuts(shut, y, height, off=ratio > scale.full),
        *edges,
    ]


def hatched_bar(ratio: float, scale: Scale, lane: Lane) -> list[Thing]:
    """Draw a forecast."""
    end, half = scale.at(ratio), lane.height / 2
    box = draw_hatched((scale.left, lane.y - half, end, lane.y + half))
    return [*box, *cuts(end, lane.y, lane.height, off=ratio > scale.full)]


def bar(ratio: float, scale: Scale, y: float, height: float, colour: str) -> list[Thing]:
    """Draw a bar from zero; one that runs off the scale is cut twice near its end."""
    end = scale.at(ratio)
    off = ratio > scale.full
    return [*box_between(scale.left, end, y, height, colour), *cuts(end, y, height, off=off)]


def range_line(low: float, high: float, scale: Scale, y: float) -> list[Thing]:
    """Draw a range as a thin line, white on either side, with an end wherever that is on the scale."""
    left, right = scale.at(low), scale.at(high)
    things = [*box_between(left, right, y, 0.6 + 2 * HALO, PAPER), Line((left, y), (right, y), INK, 0.6)]
    for end in (low, high):
        things += [upright(scale.at(end), y, END, INK, 0.6)] if scale.holds(end) else breaks(end, scale, y)
    return things


def due_mark(ratio: float, scale: Scale, y: float) -> list[Thing]:
    """Draw what was due as a short stout upright, white on either side so that it shows on a dark bar."""
    x = scale.at(ratio)
    halo = box_between(x - 0.8 - HALO, x + 0.8 + HALO, y, DUE, PAPER)
    more = [] if scale.holds(ratio) else breaks(ratio, scale, y)
    return [*halo, upright(x, y, DUE, INK, 1.6), *more]


def breaks(ratio: float, scale: Scale, y: float) -> list[Thing]:
    """Draw the two strokes that say a thin mark stands beyond an end of the scale."""
    half = SLIM / 2 + 0.4
    inward = 1.0 if ratio < 0 else -1.0
    places = (scale.at(ratio) + inward * away for away in (3.5, 6.5))
    return [Line((x - SLANT, y + half), (x + SLANT, y - half), INK, 0.8) for x in places]


def cuts(end: float, y: float, height: float, *, off: bool) -> list[Thing]:
    """Draw the two cuts that say a bar goes on beyond the scale; none for one that does not."""
    return [cut(end - back, y, height) for back in (6.5, 3.5)] if off else []


def box_between(left: float, right: float, y: float, height: float, colour: str) -> list[Thing]:
    """Draw a box centred on `y`; nothing where it would have no width."""
    if right <= left:
        return []
    return [Shape(rectangle(left, y - height / 2, right, y + height / 2), colour)]


def cut(x: float, y: float, height: float) -> Shape:
    """Draw a short slanted cut of paper through a bar."""
    half, wide = height / 2 + 0.4, 1.3
    corners = (
        (x + SLANT, y - half),
        (x + SLANT + wide, y - half),
        (x - SLANT + wide, y + half),
        (x - SLANT, y + half),
    )
    return Shape(corners, PAPER)


def upright(x: float, y: float, height: float, colour: str, weight: float) -> Line:
    """Draw an upright line centred on `y`."""
    return Line((x, y - height / 2), (x, y + height / 2), colour, weight)


def draw_share(share: float | None, scale: Scale, y: float, colour: str) -> tuple[Thing, ...]:
    """Draw a thin bar on a pale one as long as the whole; nothing stated leaves the pale one bare."""
    whole = box_between(scale.left, scale.right, y, SLIM, PALE)
    return (*whole, *(bar(share, scale, y, SLIM, colour) if share is not None else ()))


def draw_spending(share: float | None, elapsed: float, scale: Scale, y: float) -> tuple[Thing, ...]:
    """Draw what is spent of a budget, with a tick for how much of the year has gone by."""
    return (*draw_share(share, scale, y, ACTUAL), upright(scale.at(elapsed), y, 9.0, INK, 1.0))
