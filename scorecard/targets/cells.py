"""One filled-in cell → the words of a figure, or why it is none."""

import re
from datetime import date, time
from decimal import Decimal

from scorecard.problems import Mistake
from scorecard.targets.forms import PROVISIONAL, Row
from scorecard.targets.grids import Cell
from scorecard.targets.leaves import UNMEASURED, read_value
from scorecard.targets.quantities import LARGEST, read_quantity, read_unit

_YES = frozenset((*PROVISIONAL.values(), "o", "○", "v", "y", "yes", "예", "1", "true"))
_BARE = re.compile(r"[-+△▲−]?[\d,.]+")


def read_provisional(cell: Cell) -> bool:
    """Take the word for provisional or for final; raises a Mistake `not-true-or-false`."""
    words = cell.text.lower()
    if words in _YES:
        return True
    if words in ("확정", "final", "no", "n", "아니오", "x", "false", "0", "-"):
        return False
    raise Mistake("not-true-or-false", found=cell.text[:60])


def check_plain(cell: Cell) -> None:
    """Refuse what a person did not type into this cell alone, or cannot see there."""
    if cell.formula:
        raise Mistake("cell-formula", found=cell.formula[:60])
    if cell.error:
        raise Mistake("cell-error", found=cell.error[:60])
    if cell.merged:
        raise Mistake("cell-merged", found=cell.merged)
    if cell.hidden:
        raise Mistake("cell-hidden", found=cell.text[:60])


def words_of(cell: Cell, row: Row) -> str:
    """Write a cell as a figure of the text: a bare number takes the unit of its row.

    Raises a Mistake for what is no figure: a formula, an error, a date, a joined or hidden cell, and a
    share that may be meant in per cent.
    """
    check_plain(cell)
    value, indicator = cell.value, row.place.indicator
    if isinstance(value, bool | date | time):
        raise Mistake("cell-wrong-kind", found=cell.text[:60])
    suffix = "" if indicator.unit else row.unit
    unit = read_unit(row.unit)[1] if row.unit else ""
    if isinstance(value, str):
        words = " ".join(value.split())
        measured = indicator.aggregation.value not in UNMEASURED
        if not (measured and _BARE.fullmatch(words) and any(map(str.isdigit, words))):
            return words
        _check_share(Decimal(f"{read_quantity(words).value:.15g}"), unit)
        return f"{words}{suffix}"
    if abs(value or 0) > LARGEST:
        raise Mistake("number-too-large", found=cell.text[:60])
    number = Decimal(f"{value:.15g}")
    if cell.is_percent:
        if unit not in ("%", ""):
            raise Mistake("cell-wrong-kind", found=f"{number * 100:f}%")
        return f"{_plain(number * 100)}%"
    _check_share(number, unit)
    return f"{_plain(number)}{suffix}"


def check_unit(words: str, row: Row) -> None:
    """See that a figure written with a unit has that of its row, in whatever scale."""
    indicator = row.place.indicator
    one = read_value(words, indicator.unit, indicator.aggregation.value).quantity
    expected = read_unit(row.unit)[1]
    if one and one.unit and expected and one.unit != expected:
        raise Mistake("unit-mismatch", found=one.unit, expected=expected)


def _check_share(number: Decimal, unit: str) -> None:
    """Refuse 0.76 where per cent are asked for: it may mean 76 %."""
    if unit == "%" and 0 < abs(number) < 1:
        raise Mistake("cell-share-or-percent", found=f"{number:f}", percent=_plain(number * 100))


def _plain(number: Decimal) -> str:
    """Write a number with its thousands parted and no idle noughts."""
    whole = number.to_integral_value()
    return f"{whole:,f}" if whole == number else f"{number.normalize():,f}"
