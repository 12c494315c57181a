"""Steps of a milestone, each state a shape of its own: round in time, barred once late, square while late."""

from types import MappingProxyType

from scorecard.cards.card import StepState
from scorecard.reports.marks.statuses import RADIUS, SIDE, Mark, disc, ring
from scorecard.reports.theme import ACCENT, PAPER, SOFT
from scorecard.reports.things import Shape, Thing, rectangle

BAR = 1.5  # Height of the bar through what was late.


def barred_disc(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a filled circle with a white bar through it: done, but late."""
    return (*disc(x, y), Shape(rectangle(x - RADIUS, y - BAR / 2, x + RADIUS, y + BAR / 2), PAPER))


def soft_ring(x: float, y: float) -> tuple[Thing, ...]:
    """Draw an open circle: to come."""
    return (ring(x, y, RADIUS - 0.4, SOFT),)


def late_square(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a filled square: due and not done."""
    return (Shape(rectangle(x - SIDE, y - SIDE, x + SIDE, y + SIDE), ACCENT),)


STEP_MARKS: MappingProxyType[StepState, Mark] = MappingProxyType(
    {
        StepState.DONE: disc,
        StepState.LATE_DONE: barred_disc,
        StepState.LATE: late_square,
        StepState.COMING: soft_ring,
    }
)
