"""Money as a source prints it: the lines of the budget, and what else the source says of them."""

from datetime import date

from scorecard.frozen import frozen


@frozen
class Citation:
    """Where in a source a figure stands."""

    source: str  #: Id of a source of the office.
    first: int  #: First line of the source's text, from 1.
    last: int
    words: str  #: By which a reader of the printed source finds it.


Citations = tuple[Citation, ...]


@frozen
class Money:
    """A sum of money as printed."""

    won: float
    text: str
    source: Citations = ()  #: Empty: the line's own source counts.
    unit: str = ""  #: In which the text is meant.


@frozen
class Printed(Money):
    """A sum of money of a statement, which keeps a printed `-` as a nought."""


@frozen
class Rate:
    """A share in per cent as printed."""

    text: str  #: With or without its sign: `4.8%`, `4.8`.


@frozen
class Statement:
    """What one row of a table of the source says of a budget line, or of all lines together.

    None in a column: the row has no such figure. Nothing is computed from a statement; it is held
    against what else is said of the same money.
    """

    place: str  #: Table by which a reader knows the statement: `V 예산 집행 현황`.
    source: Citations
    name: str = ""  #: As printed there; empty: as the line is named.
    unit: str = ""
    original: Printed | None = None
    carried: Printed | None = None
    current: Printed | None = None
    previous: Printed | None = None
    committed: Printed | None = None
    committed_rate: Rate | None = None
    spent: Printed | None = None
    spent_rate: Rate | None = None
    as_of: date | None = None
    leaves_out: str = ""  #: What of the line it does not speak of; empty: it speaks of all.
    parts: tuple["Statement", ...] = ()  #: Rows that add up to it.
    note: str = ""


@frozen
class BudgetLine:
    """A line of the budget; None in a column: printed as `-`."""

    name: str
    unit: str = ""  #: Of the figures as printed.
    source: Citations = ()
    original: Money | None = None
    current: Money | None = None
    previous: Money | None = None
    spent: Money | None = None
    spent_rate: Rate | None = None
    committed: Money | None = None
    as_of: date | None = None
    stated: tuple[Statement, ...] = ()  #: What else the source says of this line.
    note: str = ""
