"""What a rounded figure leaves open, and whether two such figures can both be right.

A figure printed in a unit stands for all true values that round half up, away from nought, or
truncate to it. All arithmetic is of fractions, so that a border is a border: 499,999.5천원 is no
500백만원 too many.
"""

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from functools import reduce

import attrs

from scorecard.frozen import frozen
from scorecard.targets.quantities import Qualifier

_HALF = Fraction(1, 2)
_ENDLESS = Fraction(10) ** 40  #: Further off than any figure that can be written.


class Verdict(Enum):
    """How far statements of one quantity agree, best first."""

    EXACT = "exact"  #: As printed.
    ROUNDED = "rounded"  #: Some true value rounds half up to all of them.
    TRUNCATED = "truncated"  #: Only if one of them was cut off instead.
    CONTRADICTION = "contradiction"  #: No true value gives both.


@frozen
class Interval:
    """All values between two ends, each of which may belong to it or not."""

    low: Fraction
    high: Fraction
    has_low: bool = True
    has_high: bool = True

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.has_low and other.has_low,
            self.has_high and other.has_high,
        )

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low, self.has_high, self.has_low)

    def times(self, factor: Fraction) -> "Interval":
        """Stretch by a factor above nought."""
        return Interval(self.low * factor, self.high * factor, self.has_low, self.has_high)

    def meets(self, other: "Interval") -> bool:
        """Tell whether some value lies in both."""
        return self.reaches(other) and other.reaches(self)

    def reaches(self, other: "Interval") -> bool:
        """Tell whether some value of this one is no less than some value of the other."""
        if self.high == other.low:
            return self.has_high and other.has_low
        return self.high > other.low

    def share_of(self, whole: "Interval") -> "Interval":
        """Divide two amounts that are not negative, in per cent; the whole is above nought."""
        return Interval(
            self.low / whole.high * 100,
            self.high / whole.low * 100,
            self.has_low and whole.has_high,
            self.has_high and whole.has_low,
        )


@frozen
class Figure:
    """A printed figure, or what printed figures add up to."""

    value: Fraction  #: In the base unit, as printed.
    step: Fraction  #: Worth of one in the last printed digit; of a sum the coarsest one.
    rounded: Interval  #: True values, if it was rounded half up.
    open: Interval  #: True values, if it may also have been cut off.


def printed(value: Fraction, step: Fraction) -> Figure:
    """Take a figure as printed to a step."""
    half = step * _HALF
    if value == 0:
        return Figure(value, step, Interval(-half, half, False, False), Interval(-step, step, False, False))
    if value > 0:
        return Figure(
            value, step, Interval(value - half, value + half, True, False),
            Interval(value - half, value + step, True, False),
        )  # fmt: skip
    return Figure(
        value, step, Interval(value - half, value + half, False, True),
        Interval(value - step, value + half, False, True),
    )  # fmt: skip


def counted(value: Fraction) -> Figure:
    """Take a number of things that were counted one by one: it is no other number."""
    only = Interval(value, value)
    return Figure(value, Fraction(1), only, only)


def loosened(figure: Figure, qualifier: Qualifier) -> Figure:
    """Open a figure by the word beside it: `이상` upwards, `이하` downwards, `약` by one in its last digit but noughts."""
    match qualifier:
        case Qualifier.EXACT:
            return figure
        case Qualifier.AT_LEAST:
            around = Interval(figure.open.low, _ENDLESS, figure.open.has_low)
        case Qualifier.AT_MOST:
            around = Interval(-_ENDLESS, figure.open.high, True, figure.open.has_high)
        case Qualifier.APPROX:
            slack = _last_digit(figure)
            around = Interval(figure.value - slack, figure.value + slack)
    return attrs.evolve(figure, rounded=around, open=around)


def _last_digit(figure: Figure) -> Fraction:
    """Tell what one in the last digit that is no nought is worth."""
    worth = figure.step
    while figure.value and figure.value % (worth * 10) == 0:
        worth *= 10
    return worth


def negated(figure: Figure) -> Figure:
    """Turn the sign of a figure and of what it leaves open."""
    return Figure(-figure.value, figure.step, -figure.rounded, -figure.open)


def scaled(figure: Figure, factor: Fraction) -> Figure:
    """Multiply a figure and what it leaves open by a factor above nought."""
    return Figure(
        figure.value * factor,
        figure.step * factor,
        figure.rounded.times(factor),
        figure.open.times(factor),
    )


def change(now: Figure, before: Figure) -> Figure | None:
    """Tell by how many per cent an amount grew; None where no share can be reckoned."""
    ratio = share(now, before)
    return total([ratio, attrs.evolve(counted(Fraction(-100)), step=Fraction(0))]) if ratio else None


def total(figures: Iterable[Figure]) -> Figure:
    """Add up one or more figures, and what each of them leaves open."""
    return reduce(_plus, figures)


def _plus(one: Figure, other: Figure) -> Figure:
    step = max(one.step, other.step)
    return Figure(one.value + other.value, step, one.rounded + other.rounded, one.open + other.open)


def share(part: Figure, whole: Figure) -> Figure | None:
    """Divide two amounts, in per cent; None where the whole may be nought or something is negative."""
    if part.value < 0 or whole.open.low <= 0:
        return None
    return Figure(
        part.value / whole.value * 100,
        Fraction(0),
        _not_negative(part.rounded).share_of(whole.rounded),
        _not_negative(part.open).share_of(whole.open),
    )


def _not_negative(interval: Interval) -> Interval:
    return Interval(Fraction(0), interval.high, True, interval.has_high) if interval.low < 0 else interval


def compare(one: Figure, other: Figure) -> Verdict:
    """Tell whether two figures can be the same quantity."""
    if one.value == other.value:
        return Verdict.EXACT
    if one.rounded.meets(other.rounded):
        return Verdict.ROUNDED
    return Verdict.TRUNCATED if one.open.meets(other.open) else Verdict.CONTRADICTION


def at_most(part: Figure, whole: Figure) -> Verdict:
    """Tell whether a part can be no more than the whole."""
    if part.value <= whole.value:
        return Verdict.EXACT
    if whole.rounded.reaches(part.rounded):
        return Verdict.ROUNDED
    return Verdict.TRUNCATED if whole.open.reaches(part.open) else Verdict.CONTRADICTION
