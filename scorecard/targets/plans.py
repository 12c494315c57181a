"""How a target comes in on the way: by parts of the year and by steps."""

from collections.abc import Mapping
from datetime import date

import attrs

from scorecard.frozen import frozen
from scorecard.targets.budgets import Citations
from scorecard.targets.periods import Period


@frozen
class Step:
    """A step of a milestone, or on the way to a figure."""

    name: str
    due: Period
    begins: Period | None = None  #: Before which it cannot be done; None: the fiscal year it is due in.
    done: date | None = None
    weight: float = 1.0
    source: Citations = ()


@frozen
class Planned:
    """What a part of a year is to bring."""

    value: float  #: A share of the year's target, or an amount in the base unit.
    text: str
    is_share: bool = False


@frozen
class Plan:
    """How a year is to come in.

    For a sum each part brings its share or its amount; for all else a part states what is to be
    reached at its end.
    """

    parts: Mapping[Period, Planned] = attrs.Factory(dict)
    is_even: bool = False  #: Declared to come in evenly over the scheduled months.
