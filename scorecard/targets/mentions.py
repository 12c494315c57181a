"""What other places of a source say of an indicator, and tables that belong to no single figure."""

from collections.abc import Mapping

import attrs

from scorecard.frozen import frozen
from scorecard.targets.budgets import Citations, Rate
from scorecard.targets.periods import Period
from scorecard.targets.quantities import Quantity

FIGURES = ("target", "actual")
SHARES = ("attainment", "share", "change")


@frozen
class Mention:
    """A place of the source that states figures of an indicator once more.

    Nothing is computed from it; it is held against what else is said of the same figure.
    """

    place: str  #: By which a reader finds it: `V-1-1 추진계획`.
    source: Citations
    name: str = ""  #: As printed there; empty: as the indicator is named.
    unit: str = ""
    target: Mapping[Period, Quantity] = attrs.Factory(dict)
    actual: Mapping[Period, Quantity] = attrs.Factory(dict)
    attainment: Mapping[Period, Rate] = attrs.Factory(dict)  #: Of the period's actual in its target.
    share: Mapping[Period, Rate] = attrs.Factory(dict)  #: In what this is a part of.
    change: Mapping[Period, Rate] = attrs.Factory(dict)  #: From the actual of the year before.
    leaves_out: str = ""  #: What of the figure it does not speak of; empty: it speaks of all.
    parts: tuple["Mention", ...] = ()  #: What adds up to it.
    note: str = ""


@frozen
class Row:
    """A row of a table as printed."""

    name: str
    source: Citations
    cells: str  #: `235 | 223 | △12`: `-` is a nought that was printed, a blank cell says nothing.


@frozen
class Table:
    """A table of the source, or the figures of a sentence as one, with what adds up to what."""

    place: str
    columns: str  #: Heads: `정원 | 현원 | 과부족`.
    rows: tuple[Row, ...]
    name: str = ""
    unit: str = ""  #: Of all columns, or of each: `개 | 억원`.
    across: tuple[str, ...] = ()  #: What holds in every row: `과부족 = 현원 - 정원`.
    down: tuple[str, ...] = ()  #: What holds in every column: `계 = 공공형 + 민간형`, `계 = rest`.
    note: str = ""
