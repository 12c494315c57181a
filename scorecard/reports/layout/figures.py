"""Columns of figures: aligned on their last digits, units small after them, words wrapped."""

import re
from collections.abc import Sequence

import attrs

from scorecard.reports.measuring import text_width
from scorecard.reports.theme import BODY, SMALL, SMALL_SOFT, Style
from scorecard.reports.things import Text, write
from scorecard.reports.wrapping import wrap_words

NUMBER = re.compile(r"([^(]*\d)(.*)", re.DOTALL)  # A remark in brackets is part of the unit.
LONG = 60.0  # A longer figure rather goes on below itself than makes its column wide.
PIECES = re.compile(r"\s+|(?=\()")  # Where a unit may go on below itself.
GAP = 0.7  # Between the last digit and the unit.
Styles = tuple[Style, Style]  # Of numbers and of units.
PLAIN: Styles = (BODY, SMALL_SOFT)


@attrs.frozen
class Figure:
    """A printed figure, split after its last digit."""

    number: str
    unit: str  #: With the blank before it, if it has one.

    def widths(self, styles: Styles) -> tuple[float, float]:
        """Tell how wide number and unit are."""
        unit = text_width(self.unit, styles[1]) + GAP if self.unit else 0.0
        return text_width(self.number, styles[0]), unit

    def least(self, styles: Styles) -> tuple[float, float]:
        """Tell how wide number and unit are if the unit goes on below itself, as that of a sentence does not."""
        if sum(word.isalpha() for word in self.number.split()) > 1:
            return self.widths(styles)
        pieces = (text_width(piece, styles[1]) for piece in PIECES.split(self.unit) if piece)
        return text_width(self.number, styles[0]), max(pieces, default=-GAP) + GAP


def split_figure(words: str) -> Figure | None:
    """Split a text into number and unit; None where it has no digit."""
    found = NUMBER.match(words)
    return Figure(found[1].strip(), found[2].rstrip()) if found else None


@attrs.frozen
class FigureColumn:
    """Where a column of figures stands."""

    right: float  #: Where the longest unit ends.
    number: float  #: Width of the widest number.
    unit: float  #: Width of the widest unit.

    @property
    def width(self) -> float:
        """Tell how wide the column is."""
        return self.number + self.unit

    @property
    def digits(self) -> float:
        """Tell where digits end."""
        return self.right - self.unit

    def holds(self, figure: Figure, styles: Styles) -> bool:
        """Tell whether a figure fits on its digits, its unit below itself if need be."""
        number, unit = figure.least(styles)
        return number <= self.number + 0.01 and unit <= self.unit + 0.01

    def lines(self, words: str, styles: Styles = PLAIN) -> list[tuple[Text, ...]]:
        """Set a cell: a figure on its digits, anything else wrapped and ending at the right."""
        figure = split_figure(words)
        if figure and self.holds(figure, styles):
            number = write(figure.number, styles[0], self.digits, 0.0, "right")
            whole = figure.widths(styles)[1] <= self.unit + 0.01
            units = [figure.unit] if whole else wrap_words(figure.unit, styles[1], self.unit - GAP + 0.01)
            first, *others = (write(unit, styles[1], self.digits + GAP, 0.0) for unit in units)
            return [(*number, *first), *others]
        if len(words) == 1:
            return [write(words, SMALL_SOFT, self.digits, 0.0, "right")]
        style = SMALL if figure else SMALL_SOFT
        return [write(line, style, self.right, 0.0, "right") for line in wrap_words(words, style, self.width)]


def measure_column(cells: Sequence[tuple[str, Styles]], most: float, least: float) -> tuple[float, float]:
    """Find the widths of numbers and units that hold as many cells as a limit allows.

    A cell that alone would break the limit is wrapped as words and does not count.
    """
    figures = [(figure, styles) for words, styles in cells if (figure := split_figure(words))]
    broken = [figure.least(styles) for figure, styles in figures]
    whole = [figure.widths(styles) for figure, styles in figures]
    widths = [full if sum(full) <= LONG else least for full, least in zip(whole, broken, strict=True)]
    number = unit = 0.0
    for wide, after in (*sorted(widths, key=sum), *sorted(broken, key=sum)):
        if max(number, wide) + max(unit, after) <= most:
            number, unit = max(number, wide), max(unit, after)
    others = [text_width(words, SMALL) for words, styles in cells if not fits(words, styles, number, unit)]
    return max(number, min(max([least, *others]), most) - unit), unit


def fits(words: str, styles: Styles, number: float, unit: float) -> bool:
    """Tell whether a cell is a figure within widths."""
    figure = split_figure(words)
    return figure is not None and FigureColumn(0.0, number, unit).holds(figure, styles)


def share_out(widths: Sequence[float], room: float) -> float:
    """Find the limit under which columns together fit a room, so that only the widest give way."""
    left, limit = room, room
    for place, wide in enumerate(sorted(widths)):
        limit = left / (len(widths) - place)
        if wide >= limit:
            return limit
        left -= wide
    return room
