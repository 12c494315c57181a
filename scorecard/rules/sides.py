"""What is held against each other: sides made of printed figures, and the tie-out of two of them."""

import re
from collections.abc import Sequence
from enum import Enum
from fractions import Fraction
from functools import lru_cache

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Spot
from scorecard.rules.roundings import (
    Figure,
    Verdict,
    at_most,
    change,
    compare,
    counted,
    loosened,
    negated,
    printed,
    scaled,
    share,
    total,
)
from scorecard.targets.budgets import Citations
from scorecard.targets.measures import Book, Value
from scorecard.targets.quantities import Quantity, read_quantity, read_unit
from scorecard.targets.revising import Absence
from scorecard.targets.spots import Path


class Kind(Enum):
    """What is held against what."""

    PLACES = "places"  #: The same figure in two places.
    CARRIED = "carried"  #: A current budget, and the original one with what was carried over.
    RATE = "rate"  #: A printed rate, and the one that the printed amounts give.
    PARTS = "parts"  #: A total, and what it is the total of.
    MOST = "most"  #: A row that leaves something out, and what it is a part of.
    COUNT = "count"  #: A printed count, and the things counted.
    DIFFERENCE = "difference"  #: A printed difference, and the one that the printed amounts give.


@frozen
class Printing:
    """Where a figure is printed and where it is written."""

    place: str  #: Table by which a reader finds it.
    sources: Citations
    path: Path  #: In the book, file id first.


@frozen
class Side:
    """One of two things that should be the same: a printed figure, or what printed figures give."""

    figure: Figure  #: In the base unit, or in per cent.
    place: str  #: Table by which a reader finds it.
    sources: Citations
    unit: str  #: As printed; `%` for rates.
    terms: tuple[str, ...]  #: Figures with their units, as printed; one, unless they were reckoned with.
    paths: tuple[Path, ...]  #: Where each stands in the book, file id first; `-` is none.
    sign: str = "+"  #: Between the terms.


@frozen
class TieOut:
    """Two statements held against each other."""

    kind: Kind
    name: str  #: Of the budget line, the indicator or the row, or of whose total it is.
    column: str  #: Of money and indicators our word; of a table its head as printed.
    sides: tuple[Side, Side]
    verdict: Verdict
    spot: Spot  #: Where the one that is checked stands in the targets.
    path: Path  #: The same in the book: file id, then the way through the file.
    period: str = ""  #: Of an indicator's figure.

    @property
    def coarser(self) -> Side:
        """The side that is printed in the coarser unit."""
        return max(self.sides, key=lambda side: side.figure.step)

    @property
    def difference(self) -> Fraction:
        """How far the second side lies above the first, in the base unit."""
        return self.sides[1].figure.value - self.sides[0].figure.value


#: What is measured and not counted, and so may have been rounded although no decimals are printed.
_MEASURED = frozenset(
    {"톤", "평", "배", "점", "도", "시간", "분", "초", "미터", "킬로미터", "리터", "퍼센트", "포인트"}
)
_SCALES = ((10**12, "조"), (10**8, "억"), (10**6, "백만"), (10**4, "만"), (10**3, "천"))


@lru_cache(maxsize=65536)
def figure_of(text: str, unit: str) -> Figure:
    """Read a printed figure in a unit; `-` is a nought that was printed."""
    if text == Absence.NONE.value:
        scale, base = read_unit(unit)
        return _figure(Fraction(0), Fraction(int(scale)), base)
    return figure_of_quantity(read_quantity(text, unit))


def figure_of_quantity(quantity: Quantity) -> Figure:
    """Tell what a quantity leaves open: by its last digit, by its unit and by the word beside it."""
    # A float's shortest text is the decimal that was written.
    value, step = Fraction(repr(quantity.value)), Fraction(repr(quantity.step))
    return loosened(_figure(value, step, quantity.unit), quantity.qualifier)


def _figure(value: Fraction, step: Fraction, unit: str) -> Figure:
    if step == 1 and unit not in _MEASURED and re.fullmatch("[가-힣]+", unit):
        return counted(value)
    return printed(value, step)


def side_of(text: str, unit: str, printing: Printing) -> Side:
    """Take a figure as one place prints it."""
    paths = () if text == Absence.NONE.value else (printing.path,)
    return Side(
        figure_of(text, unit), printing.place, printing.sources, unit, (with_unit(text, unit),), paths
    )


def side_of_quantity(quantity: Quantity, printing: Printing) -> Side:
    """Take a figure that was read in its unit; the scale it was printed in is told by its last digit."""
    decimals = re.search(r"\.([0-9]+)[^0-9]*$", quantity.text)
    one = quantity.step * 10 ** len(decimals[1]) if decimals else quantity.step
    unit = next((word for worth, word in _SCALES if worth <= one), "") + quantity.unit
    terms = (with_unit(quantity.text, unit),)
    return Side(figure_of_quantity(quantity), printing.place, printing.sources, unit, terms, (printing.path,))


def side_of_value(value: Value, printing: Printing) -> Side | None:
    """Take a target or an actual: a figure, a sum of figures or a ratio; None for words and for nothing."""
    quantity = value.quantity
    if quantity is None:
        return None
    if value.parts:
        return sum_of([side_of_quantity(part, printing) for part in value.parts])
    if quantity.fraction is None:
        return side_of_quantity(quantity, printing)
    above, below = (side_of(side.strip(), "", printing) for side in quantity.text.split("/"))
    return share_of(above, below, quantity.unit)


def with_unit(text: str, unit: str) -> str:
    """Print a bare figure with its unit."""
    return f"{text}{unit}" if text[-1].isdigit() else text


def sum_of(sides: Sequence[Side]) -> Side:
    """Add up what one or more places print."""
    return _joined(sides, total(side.figure for side in sides), "+")


def difference_of(sides: Sequence[Side]) -> Side:
    """Take all other sides from the first."""
    first, *others = (side.figure for side in sides)
    return _joined(sides, total([first, *map(negated, others)]), "-")


def _joined(sides: Sequence[Side], whole: Figure, sign: str) -> Side:
    coarsest = max(sides, key=lambda side: side.figure.step)
    places = dict.fromkeys(side.place for side in sides if side.place)
    sources = dict.fromkeys(citation for side in sides for citation in side.sources)
    terms = tuple(term for side in sides for term in side.terms)
    paths = tuple(path for side in sides for path in side.paths)
    return Side(whole, " · ".join(places), tuple(sources), coarsest.unit, terms, paths, sign)


def share_of(part: Side, whole: Side, unit: str = "%") -> Side | None:
    """Divide one side by another, in per cent or in whole ones; None where the whole may be nought."""
    figure = share(part.figure, whole.figure)
    if figure is None:
        return None
    figure = figure if unit == "%" else scaled(figure, Fraction(1, 100))
    return attrs.evolve(_joined([part, whole], figure, "÷"), unit=unit)


def change_of(now: Side, before: Side) -> Side | None:
    """Tell by how many per cent a side grew from another; None where the other may be nought."""
    figure = change(now.figure, before.figure)
    if figure is None:
        return None
    ratio = f"{now.terms[0]} ÷ {before.terms[0]}"
    return attrs.evolve(_joined([now, before], figure, "-"), unit="%", terms=(ratio, "1"))


def tie(book: Book, path: Path, kind: Kind, names: tuple[str, str, str], sides: tuple[Side, Side]) -> TieOut:
    """Hold two sides against each other; names tell whose figure, in which column and of which period."""
    first, second = sides
    verdict = (at_most if kind is Kind.MOST else compare)(second.figure, first.figure)
    owner, *way = path
    name, column, period = names
    spot = book.spots[str(owner)].find(*way)
    return TieOut(kind, name, column, sides, verdict, spot, path, period)
