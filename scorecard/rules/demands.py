"""What rules/coverage.yaml asks beyond floors and ceilings: freshness, the ratchet, waivers of demands."""

from datetime import date
from enum import Enum

from scorecard.frozen import frozen
from scorecard.wording.terms import Severity

LAST = "last"  #: As a base: the edition that was printed last.


class Share(Enum):
    """What coverage is measured by."""

    COUNT = "count"
    WEIGHT = "weight"
    BUDGET = "budget"
    PREVIOUS = "previous"
    ACTUAL = "actual"
    FRESH = "fresh"


class DemandName(Enum):
    """A demand that can be waived; rules that did not run and expired waivers cannot."""

    COUNT = "count"
    WEIGHT = "weight"
    BUDGET = "budget"
    PREVIOUS = "previous"
    ACTUAL = "actual"
    FRESH = "fresh"
    OLDEST = "oldest"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"
    RATCHET_COUNT = "ratchet-count"
    RATCHET_WEIGHT = "ratchet-weight"
    RATCHET_BUDGET = "ratchet-budget"
    RATCHET_PREVIOUS = "ratchet-previous"
    RATCHET_ACTUAL = "ratchet-actual"
    RATCHET_FRESH = "ratchet-fresh"
    RATCHET_HIGH = "ratchet-high"
    RATCHET_MEDIUM = "ratchet-medium"
    RATCHET_LOW = "ratchet-low"
    RATCHET_NOTE = "ratchet-note"
    RATCHET_TARGETS = "ratchet-targets"
    RATCHET_DEFINITIONS = "ratchet-definitions"


@frozen
class Freshness:
    """When an indicator counts as told of lately."""

    days: int = 100  #: From the last day told of, or the day of an update, to the as-of day.
    oldest: int | None = None  #: The most days any indicator may be old; None: not asked.


@frozen
class Ratchet:
    """What must not be worse than it was."""

    base: str = LAST  #: `last`, an edition's folder, or a git revision.
    coverage: tuple[Share, ...] = tuple(Share)
    findings: tuple[Severity, ...] = (Severity.HIGH, Severity.MEDIUM)
    departments: bool = True  #: Each department by itself, not only the office.
    targets: bool = True  #: No target made easier or removed without an entry in its ledger.
    definitions: bool = True  #: No definition changed without a break.


@frozen
class DemandWaiver:
    """A demand somebody answers for, until a day."""

    demand: DemandName
    reason: str
    until: date
    where: str = "office"  #: Department id; `office`: the office's own demand.
    approver: str = ""
