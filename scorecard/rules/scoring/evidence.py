"""What score methods look at: columns of one length, and what they give back."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.rules.methods import Result, as_decimals, settle
from scorecard.rules.scoring.models import Scale
from scorecard.targets.columns import Column, Mask, Rows
from scorecard.wording.terms import Reason

Matrix = NDArray[np.float64]
Causes = tuple[tuple[Reason, Mask], ...]

quietly = np.errstate(all="ignore")  #: Around what may divide by 0: reasons tell of it, not warnings.


@attrs.frozen(eq=False)
class Evidence:
    """Figures of the year that is scored, of the years before, and what the text says beside them."""

    actual: Column
    target: Column
    attainment: Column
    sign: Column  #: 1: more is better, -1: less is better; NaN: neither.
    past: Matrix  #: rows × years, last year first and no year left out; NaN: not known.
    core: Mask
    is_rate: Mask  #: In per cent: what never passed 100 cannot.
    outlier: Column  #: The year named as lying apart, in years back from last year (0); NaN: none.
    best_peer: Column
    worst_peer: Column
    best_past: Column  #: NaN: taken from `past`.
    worst_past: Column
    start: Column  #: Of the medium term.
    goal: Column
    since: Column  #: In years from the year that is scored; -2: two years before.
    until: Column
    rebased: Column
    kept: Mask  #: Whether the indicator is kept though last year passed the goal.
    levels: Matrix  #: rows × bands less one, the best first.

    @property
    def size(self) -> int:
        """Tell how many rows there are."""
        return self.actual.size

    def take(self, rows: Rows) -> "Evidence":
        """Take some rows."""
        return Evidence(*(column[rows] for column in attrs.astuple(self, recurse=False)))


_MATRICES = ("past", "levels")
_MASKS = ("core", "is_rate", "kept")


def evidence(size: int, **given: object) -> Evidence:
    """Make evidence of some figures, for whoever scores without a book; what is not given is missing.

    A number stands for all rows; `past` and `levels` are rows × years and rows × bands.
    """
    columns: dict[str, NDArray[Any]] = {}
    for field in attrs.fields(Evidence):
        name = field.name
        if name in _MATRICES:
            columns[name] = np.asarray(given.get(name, np.empty((size, 0))), dtype=np.float64)
        elif name in _MASKS:
            columns[name] = np.broadcast_to(np.asarray(given.get(name, False), dtype=np.bool_), size)
        else:
            columns[name] = np.broadcast_to(np.asarray(given.get(name, np.nan), dtype=np.float64), size)
    return Evidence(**columns)


@attrs.frozen(eq=False)
class Scored:
    """Scores, with the figures on the way by name: what a reader needs to reckon them again."""

    result: Result
    steps: Mapping[str, Column] = MappingProxyType({})  #: NaN where a row's method has no such step.

    @property
    def size(self) -> int:
        """Tell how many rows there are."""
        return self.result.values.size


def on_scale(position: Column, scale: Scale) -> Column:
    """Turn positions, 0 the lower end and 1 the upper, into points."""
    return scale.least.value + (scale.full.value - scale.least.value) * position


def scored(points: Column, scale: Scale, causes: Causes, **steps: Column) -> Scored:
    """Keep points within the scale; where a cause holds there are none."""
    values = np.clip(as_decimals(points), scale.least.value, scale.cap.value)
    beyond = (Reason.ZERO_DENOMINATOR, ~np.isfinite(points))
    return Scored(settle(values, *causes, beyond), steps)


def given(
    rows: Evidence, *columns: Column, target: bool = False, reason: Reason = Reason.PARAMETER_MISSING
) -> Causes:
    """List why a row cannot be scored whatever its method: no direction, no target, no actual, no parameter."""
    no_target = ((Reason.TARGET_MISSING, np.isnan(rows.target)),) if target else ()
    return (
        (Reason.DIRECTION_MISSING, np.isnan(rows.sign)),
        *no_target,
        (Reason.ACTUAL_MISSING, np.isnan(rows.actual)),
        *((reason, np.isnan(column)) for column in columns),
    )


def better(sign: Column, columns: Sequence[Column]) -> Column:
    """Take the best of some columns, by the row's direction."""
    together: Column = sign * np.max([sign * column for column in columns], axis=0)
    return together
