"""What an indicator's text says of how it is scored: method, core business, peers, medium term, adjustments."""

from collections.abc import Iterator
from datetime import date

from scorecard.frozen import frozen
from scorecard.targets.budgets import Citations
from scorecard.targets.quantities import Quantity


@frozen
class Range:
    """The best and the worst of some figures, of peers or of one's own past."""

    best: Quantity
    worst: Quantity
    source: Citations = ()


@frozen
class MediumTerm:
    """A path over several years that a plan prescribes."""

    since: int  #: Year of `start`, the latest actual when the plan was adopted.
    start: Quantity
    until: int  #: Year by which `goal` is to be reached.
    goal: Quantity
    rebased: int | None = None  #: Year from which the line begins anew between actuals and old line.
    kept: str = ""  #: Why the indicator is kept although last year passed the goal; empty: not decided.
    source: Citations = ()


@frozen
class Outlier:
    """A past year that may be left out if it proves to lie apart, with what caused it."""

    year: int
    reason: str


@frozen
class Adjustment:
    """Points given or taken for an event outside one's control; the score without them is printed beside."""

    year: int
    points: float  #: Of the score.
    reason: str
    approver: str  #: A team or a committee.
    on: date | None = None


@frozen
class Scoring:
    """How one indicator is scored, where it is not by default."""

    method: str = ""  #: Empty: the default of rules/scoring.yaml.
    core: bool = False  #: Core business (주요사업), for which target bands reach further up.
    peers: Range | None = None
    past: Range | None = None  #: Empty: best and worst of the past years in the book.
    medium_term: MediumTerm | None = None
    levels: tuple[Quantity, ...] = ()  #: Where the bands of a band floor meet, the best first.
    outlier: Outlier | None = None
    adjustments: tuple[Adjustment, ...] = ()

    def figures(self) -> Iterator[tuple[tuple[str | int, ...], Quantity]]:
        """Walk over all figures with where they stand below the indicator's `score`."""
        for name in ("peers", "past"):
            if found := getattr(self, name):
                yield (name, "best"), found.best
                yield (name, "worst"), found.worst
        if self.medium_term:
            yield ("medium_term", "start"), self.medium_term.start
            yield ("medium_term", "goal"), self.medium_term.goal
        for index, level in enumerate(self.levels):
            yield ("levels", index), level

    def adjustment(self, year: int) -> Adjustment | None:
        """Find the adjustment of a year; there is at most one."""
        return next((one for one in self.adjustments if one.year == year), None)
