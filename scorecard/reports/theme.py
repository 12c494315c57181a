"""How a page looks: paper, type sizes, and a few colours each with one meaning.

Lengths are points (1/72 inch), counted from the upper left corner of the paper.
Fills follow IBCS: last year light and solid, the target a tick, this year dark and solid,
a forecast hatched.
"""

from typing import Literal

import attrs

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89  #: A4, upright.
LEFT, RIGHT = 38.0, PAGE_WIDTH - 38.0  #: 13.4 mm of white on either side.
TOP, BOTTOM = 40.0, PAGE_HEIGHT - 36.0  #: 14.1 mm above, 12.7 mm below.
WIDTH = RIGHT - LEFT

Size = Literal["title", "lead", "body", "small"]
POINTS: dict[Size, float] = {"title": 17.0, "lead": 10.5, "body": 8.5, "small": 7.0}
PITCH: dict[Size, float] = {"title": 22.0, "lead": 16.0, "body": 12.5, "small": 10.0}  #: Line to line.

# The greys these turn into on a copier stand apart; a test holds that.
INK = "#1a1a1a"  #: Text, and the tick of the target.
ACTUAL = "#1f4468"  #: What was done this year; striped, what is forecast or provisional.
ACCENT = "#b32d1c"  #: Behind, late or grave; nothing else.
SOFT = "#767676"  #: Units, sources, whatever may be passed over.
MIDDLE = "#989898"  #: A finding of middling severity, a figure to watch.
PREVIOUS = "#b4bdc6"  #: What was done last year.
RULE = "#d6d6d6"  #: Lines that only guide the eye.
PALE = "#ebebeb"  #: What is not due yet.
PAPER = "#ffffff"
COLOURS = (INK, ACTUAL, ACCENT, SOFT, MIDDLE, PREVIOUS, RULE, PALE, PAPER)


@attrs.frozen
class Style:
    """A size, a weight and a colour of type."""

    size: Size
    bold: bool = False
    colour: str = INK

    @property
    def points(self) -> float:
        """Tell the size in points."""
        return POINTS[self.size]

    @property
    def pitch(self) -> float:
        """Tell how far one line stands below the other."""
        return PITCH[self.size]


TITLE = Style("title", bold=True)
LEAD = Style("lead")
LEAD_BOLD = Style("lead", bold=True)
BODY = Style("body")
BODY_BOLD = Style("body", bold=True)
SMALL = Style("small")
SMALL_BOLD = Style("small", bold=True)
SMALL_SOFT = Style("small", colour=SOFT)
SMALL_PAPER = Style("small", bold=True, colour=PAPER)
