"""Status marks: each a shape of its own, so that no colour is needed to tell them apart.

There are no triangles, since △ means minus in Korean tables.
"""

from collections.abc import Callable
from types import MappingProxyType

from scorecard.cards.card import Tally
from scorecard.reports.marks.rounds import circle
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import (
    ACCENT,
    INK,
    MIDDLE,
    PALE,
    PAPER,
    SMALL,
    SMALL_BOLD,
    SMALL_PAPER,
    SOFT,
    Style,
)
from scorecard.reports.things import Line, Shape, Thing, rectangle, write
from scorecard.wording.terms import Status

RADIUS = 2.9
SIDE = 2.7  # Half the side of a square.
REST = 0.34  # How high above the baseline the middle of a syllable lies, in em.
Mark = Callable[[float, float], tuple[Thing, ...]]


def ring(x: float, y: float, radius: float = RADIUS, colour: str = INK) -> Shape:
    """Draw an open circle."""
    return Shape(circle(x, y, radius), PAPER, colour, 0.9)


def double_ring(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a ring around a dot: achieved."""
    return ring(x, y, RADIUS + 0.4), Shape(circle(x, y, RADIUS - 1.4), INK)


def disc(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a filled circle: on track."""
    return (Shape(circle(x, y, RADIUS), INK),)


def half_square(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a square filled to the half: watch."""
    whole = rectangle(x - SIDE, y - SIDE, x + SIDE, y + SIDE)
    return Shape(whole, PAPER, INK, 0.9), Shape(rectangle(x - SIDE, y, x + SIDE, y + SIDE), INK)


def square(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a filled square on a dark tag: behind."""
    return (Shape(rectangle(x - SIDE + 0.4, y - SIDE + 0.4, x + SIDE - 0.4, y + SIDE - 0.4), PAPER),)


def open_ring(x: float, y: float) -> tuple[Thing, ...]:
    """Draw an open circle: no figure where one was due."""
    return (ring(x, y),)


def dash(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a short dash: not due yet."""
    return (Line((x - RADIUS, y), (x + RADIUS, y), SOFT, 1.1),)


def barred_ring(x: float, y: float) -> tuple[Thing, ...]:
    """Draw a ring with a bar through it: not decided."""
    return ring(x, y), Line((x, y - RADIUS), (x, y + RADIUS), INK, 0.9)


MARKS: MappingProxyType[Status, Mark] = MappingProxyType(
    {
        Status.ACHIEVED: double_ring,
        Status.ON_TRACK: disc,
        Status.WATCH: half_square,
        Status.BEHIND: square,
        Status.MISSING: open_ring,
        Status.NOT_DUE: dash,
        Status.UNDECIDED: barred_ring,
    }
)
WORDS: MappingProxyType[Status, Style] = MappingProxyType(
    {
        Status.ACHIEVED: SMALL_BOLD,
        Status.ON_TRACK: SMALL,
        Status.WATCH: SMALL_BOLD,
        Status.BEHIND: SMALL_PAPER,
        Status.MISSING: SMALL,
        Status.NOT_DUE: Style("small", colour=SOFT),
        Status.UNDECIDED: SMALL,
    }
)
TEXT_AT = 9.5  # Where the word begins, from the left edge of the tag.
TAG_TOP, TAG_BOTTOM = 5.6, 5.6


def draw_status(status: Status, word: str, x: float, baseline: float) -> tuple[Thing, ...]:
    """Draw the mark of a status and its word; behind stands white on a dark tag."""
    style = WORDS[status]
    y = baseline - REST * style.points
    right = x + TEXT_AT + text_width(word, style) + 3.0
    tag = (
        (Shape(rectangle(x - 1.5, y - TAG_TOP, right, y + TAG_BOTTOM), ACCENT),)
        if status is Status.BEHIND
        else ()
    )
    return (*tag, *MARKS[status](x + 3.5, y), *write(word, style, x + TEXT_AT, baseline))


def status_width(word: str, status: Status) -> float:
    """Tell how wide the mark and the word are together."""
    return TEXT_AT + text_width(word, WORDS[status]) + 3.0


PARTS: MappingProxyType[Status, tuple[str, str, str]] = MappingProxyType(
    {
        Status.ACHIEVED: (INK, "", PAPER),
        Status.ON_TRACK: (MIDDLE, "", INK),
        Status.WATCH: (PAPER, INK, INK),
        Status.BEHIND: (ACCENT, "", PAPER),
        Status.MISSING: (PAPER, SOFT, INK),
        Status.NOT_DUE: (PALE, "", INK),
        Status.UNDECIDED: (PAPER, SOFT, INK),
    }
)  # Fill, edge and ink of a strip's parts; what shares them differs in its band.
STRIP = 10.0  # Height of a strip.
BAND = 1.7  # Of watch, along its foot, and of the undecided, along its side.
PROUD = 1.3  # By which behind stands out above and below.
WHITE = 0.8  # Between two parts.


def strip_widths(tallies: tuple[Tally, ...], width: float) -> list[float]:
    """Share a width among counts, each wide enough for its number."""
    least = [text_width(str(tally.count), SMALL_BOLD) + 4.0 + BAND for tally in tallies]
    rest, total = max(width - sum(least), 0.0), sum(tally.count for tally in tallies)
    return [own + rest * tally.count / total for own, tally in zip(least, tallies, strict=True)]


def draw_strip(tallies: tuple[Tally, ...], left: float, width: float, baseline: float) -> tuple[Thing, ...]:
    """Draw counts by status as one strip, each part with its number."""
    y = baseline - REST * SMALL.points
    things: list[Thing] = []
    for tally, wide in zip(tallies, strip_widths(tallies, width), strict=True):
        right = left + wide - WHITE
        things += strip_part(tally.status, left, right, y)
        ink = Style("small", bold=True, colour=PARTS[tally.status][2])
        centre = (left + right + (BAND if tally.status is Status.UNDECIDED else 0.0)) / 2
        things += write(str(tally.count), ink, centre, baseline, "centre")
        left += wide
    return tuple(things)


def strip_part(status: Status, left: float, right: float, y: float) -> tuple[Thing, ...]:
    """Draw one part of a strip, centred on `y`."""
    fill, edge, _ = PARTS[status]
    inset = 0.4 if edge else 0.0
    half = STRIP / 2 + (PROUD if status is Status.BEHIND else 0.0) - inset
    whole = rectangle(left + inset, y - half, right - inset, y + half)
    part = Shape(whole, fill, edge, 0.7 if edge else 0.0)
    return part, *strip_band(status, left, right, y)


def strip_band(status: Status, left: float, right: float, y: float) -> tuple[Shape, ...]:
    """Draw the band that tells watch and the undecided from what has no figure."""
    if status is Status.WATCH:
        return (Shape(rectangle(left, y + STRIP / 2 - BAND, right, y + STRIP / 2), INK),)
    if status is Status.UNDECIDED:
        return (Shape(rectangle(left, y - STRIP / 2, left + BAND, y + STRIP / 2), SOFT),)
    return ()
