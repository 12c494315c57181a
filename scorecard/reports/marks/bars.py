"""Bars: bullets against a target, plain shares, and their scales."""

import attrs

from scorecard.cards.card import Bullet
from scorecard.reports.theme import ACTUAL, INK, PALE, PAPER, PREVIOUS, RULE, SOFT
from scorecard.reports.things import Line, Shape, Thing, rectangle

FULL = 1.5  #: The ratio at which a bullet's scale ends.
STEPS = ((0.0, "0"), (0.5, "50"), (1.0, "100%"))  #: What is marked on it.
TALL, SLIM = 7.4, 3.4  # Heights of the light bar and the dark one, in points.
TICK = 11.0  # Height of the target's tick.
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


def draw_bullet(bullet: Bullet, scale: Scale, y: float) -> tuple[Thing, ...]:
    """Draw last year's bar, this year's in front, and the tick of the target, centred on `y`."""
    things: list[Thing] = [
        upright(scale.at(0.0), y, TICK, RULE, 0.6),
        upright(scale.at(0.5), y, TICK, RULE, 0.6),
    ]
    if bullet.previous is not None:
        ending = open_bar if bullet.similar else solid_bar
        things += ending(bullet.previous, scale, y)
    if bullet.actual is not None:
        things += bar(bullet.actual, scale, y, SLIM, ACTUAL)
    return (*things, upright(scale.at(1.0), y, TICK, INK, 1.3))


def solid_bar(ratio: float, scale: Scale, y: float) -> list[Thing]:
    """Draw last year's bar."""
    return bar(ratio, scale, y, TALL, PREVIOUS)


def open_bar(ratio: float, scale: Scale, y: float) -> list[Thing]:
    """Draw last year's bar with an open, dashed end: comparable only roughly."""
    end = scale.at(ratio)
    shut = max(end - OPEN, scale.left)
    edges: list[Thing] = [
        Line((shut, y + side * TALL / 2), (end, y + side * TALL / 2), SOFT, 0.7, dashed=True)
        for side in (-1, 1)
    ]
    return [
        *box_between(scale.left, shut, y, TALL, PREVIOUS),
        *cuts(shut, y, TALL, off=ratio > scale.full),
        *edges,
    ]


def bar(ratio: float, scale: Scale, y: float, height: float, colour: str) -> list[Thing]:
    """Draw a bar from zero; one that runs off the scale is cut twice near its end."""
    end = scale.at(ratio)
    off = ratio > scale.full
    return [*box_between(scale.left, end, y, height, colour), *cuts(end, y, height, off=off)]


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
