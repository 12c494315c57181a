"""A year in quarters or months: small columns on a line at zero, with ticks for what was planned."""

from collections.abc import Sequence

import attrs

from scorecard.cards.card import Part
from scorecard.reports.marks.hatching import draw_hatched
from scorecard.reports.theme import ACTUAL, INK, SOFT
from scorecard.reports.things import Shape, Thing, rectangle, rule

HEIGHT = 11.0  #: Of a sparkline, in points.
COLUMN, WIDEST = 0.56, 9.0  # Width of a column: its share of the room of a part, and the most.
PLANNED = 1.5  # Width of the tick of a plan, in columns.
LEAST = 0.8  # Height of the column of nothing, which is not the same as no column.


@attrs.frozen
class Slot:
    """Where one part stands."""

    x: float  #: Its middle.
    half: float  #: Half the width of its column.
    zero: float  #: Where the line at zero runs.
    unit: float  #: Height of the tallest, in points.

    def box(self, share: float) -> tuple[float, float, float, float]:
        """Find left, top, right and bottom of a column; one of nothing is a thin line above zero."""
        tall = max(abs(share) * self.unit, LEAST)
        top = self.zero if share < 0 else self.zero - tall
        return self.x - self.half, top, self.x + self.half, top + tall


def draw_sparkline(parts: Sequence[Part], left: float, right: float, foot: float) -> tuple[Thing, ...]:
    """Draw the parts of a year side by side over `foot`."""
    values = [each for part in parts for each in (part.actual, part.planned) if each is not None]
    above, below = max([0.0, *values]), -min([0.0, *values])
    unit = HEIGHT / max(above + below, 1.0)
    zero, room = foot - below * unit, (right - left) / max(len(parts), 1)
    half = min(room * COLUMN, WIDEST) / 2
    things: list[Thing] = [rule(left, right, zero, SOFT, 0.5)]
    for place, part in enumerate(parts):
        things += draw_part(part, Slot(left + (place + 0.5) * room, half, zero, unit))
    return tuple(things)


def draw_part(part: Part, slot: Slot) -> list[Thing]:
    """Draw the column of a part, hatched while provisional, and the tick of its plan."""
    things: list[Thing] = []
    if part.actual is not None:
        box = slot.box(part.actual)
        things += draw_hatched(box) if part.provisional else [Shape(rectangle(*box), ACTUAL)]
    if part.planned is not None:
        half = slot.half * PLANNED
        things.append(rule(slot.x - half, slot.x + half, slot.zero - part.planned * slot.unit, INK, 0.9))
    return things
