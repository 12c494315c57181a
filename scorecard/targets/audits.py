"""What a council's audit asked of the office, and what the office says it does about it.

An item's state belongs to the day of its source; whoever learns of another writes it with its day.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from scorecard.frozen import frozen
from scorecard.targets.budgets import Citations
from scorecard.targets.periods import Period
from scorecard.targets.spots import Path
from scorecard.wording.audits import CLOSED, AuditKind, AuditState

AUDIT_ID = "audit"  #: The audit among the departments' ids; no department can have it.


@frozen
class AuditStep:
    """What is to be done next about an item, and by when if the source says so."""

    name: str
    due: Period | None = None
    done: date | None = None
    source: Citations = ()  #: Empty: the item's own source counts.


@frozen
class StateChange:
    """A state an item came into after its source was written."""

    on: date
    state: AuditState
    source: Citations = ()
    note: str = ""


@frozen
class AuditItem:
    """One thing the council asked for."""

    id: str
    kind: AuditKind
    departments: tuple[str, ...]  #: Ids of departments, or of bodies elsewhere; several: jointly.
    subject: str
    state: AuditState  #: On the day of the source.
    source: Citations
    steps: tuple[AuditStep, ...] = ()
    changed: tuple[StateChange, ...] = ()
    programmes: tuple[str, ...] = ()  #: Ids; one without `/` lies in the first department.
    indicators: tuple[str, ...] = ()
    owner: str = ""
    updated: date | None = None
    note: str = ""


@frozen
class AuditCount:
    """A row of the table in which the source counts its items."""

    place: str  #: Table by which a reader knows it.
    source: Citations
    total: int
    kind: AuditKind | None = None  #: None: of all kinds together.
    done: int | None = None  #: None: not told; a printed `-` is 0.
    underway: int | None = None
    review: int | None = None
    declined: int | None = None


@frozen
class Headings:
    """The words with which the source begins the lists of each kind; they prove an item's kind."""

    demand: str
    proposal: str
    other: str

    def of(self, kind: AuditKind) -> str:
        """Tell the heading of a kind."""
        return str(getattr(self, kind.value))


@frozen
class Audit:
    """targets/audit.yaml."""

    audit: str  #: Printed name.
    items: tuple[AuditItem, ...]
    stated: tuple[AuditCount, ...] = ()
    elsewhere: Mapping[str, str] = attrs.Factory(dict)  #: Bodies without a scorecard: id → name.
    headings: Headings | None = None
    states_after: str = ""  #: The word after which the source prints a state; it proves the state.


@frozen
class Standing:
    """How an item stands on a day."""

    state: AuditState
    since: date | None  #: Day it was told; None: with the source.
    source: Citations
    coming: tuple[AuditStep, ...]  #: Steps not done, the earliest first; those without a date last.

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing more is to be expected."""
        return self.state in CLOSED

    @property
    def next_step(self) -> AuditStep | None:
        """The step to be done next; None where none is written or nothing is to be expected."""
        return None if self.is_closed or not self.coming else self.coming[0]


def standing(item: AuditItem, day: date) -> Standing:
    """Tell how an item stands on a day: what became known later counts for nothing."""
    known = [change for change in item.changed if change.on <= day]
    coming = [step for step in item.steps if step.done is None or step.done > day]
    coming.sort(key=lambda step: step.due.last if step.due else date.max)
    last = max(known, key=lambda change: change.on, default=None)
    if last is None:
        return Standing(item.state, None, item.source, tuple(coming))
    return Standing(last.state, last.on, last.source or item.source, tuple(coming))


def full_id(item: AuditItem) -> str:
    """Name an item among programmes and indicators."""
    return f"{AUDIT_ID}/{item.id}"


def linked(item: AuditItem) -> Iterator[tuple[str, Path]]:
    """Walk over the whole ids of what an item is about, with the place of each in the item."""
    for key in ("programmes", "indicators"):
        for index, one in enumerate(getattr(item, key)):
            is_whole = one.count("/") >= (1 if key == "programmes" else 2)
            home = item.departments[0] if item.departments else ""
            yield (one if is_whole else f"{home}/{one}"), (key, index)
