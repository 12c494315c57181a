"""Numbers of findings in the shape of their severity.

High is a filled square tag, medium a filled round one, low an open round one, a note a bare number
with a light ring; the shapes differ without their colours.
"""

from types import MappingProxyType

from scorecard.reports.marks.rounds import pill
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import ACCENT, INK, PAPER, PREVIOUS, SMALL_BOLD, SOFT, Style
from scorecard.reports.things import Shape, Thing, rectangle, write
from scorecard.wording.terms import Severity

HEIGHT = 9.6
REST = 0.36  # How high above the baseline the middle of a digit lies, in em.
LOOKS = MappingProxyType(
    {
        Severity.HIGH: (rectangle, ACCENT, "", PAPER),
        Severity.MEDIUM: (pill, SOFT, "", PAPER),
        Severity.LOW: (pill, PAPER, SOFT, INK),
        Severity.NOTE: (pill, PAPER, PREVIOUS, SOFT),
    }
)  # Outline, fill, edge, ink.


def badge_width(number: str) -> float:
    """Tell how wide a badge is; one digit makes a square."""
    return max(HEIGHT, text_width(number, SMALL_BOLD) + 3.6)


def draw_badge(number: str, severity: Severity, x: float, baseline: float) -> tuple[Thing, ...]:
    """Draw a number in the shape of its severity, beginning at `x`."""
    outline, fill, edge, ink = LOOKS[severity]
    y, width = baseline - REST * SMALL_BOLD.points, badge_width(number)
    corners = outline(x, y - HEIGHT / 2, x + width, y + HEIGHT / 2)
    style = Style("small", bold=True, colour=ink)
    return Shape(corners, fill, edge, 0.8 if edge else 0.0), *write(
        number, style, x + width / 2, baseline, "centre"
    )
