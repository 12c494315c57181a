"""What was changed without a word: targets without a ledger entry, definitions without a break.

Whatever is promised may be changed, by an act that says when, why and who approved it. Here is what
changed without one.
"""

from collections.abc import Iterator, Sequence
from enum import Enum

import attrs

from scorecard.cards.changes import Change, Kind
from scorecard.cards.telling import Entry, Figure, Line
from scorecard.problems import Mistake
from scorecard.targets.periods import Period, read_period
from scorecard.wording.terms import Severity

#: Fields of a definition that say what is measured; the others say when, or how it is grouped.
MEASURING = ("unit", "direction", "aggregation", "method", "formula", "measured_by", "baseline", "tolerance")
STEPS = "steps"
OF_TARGETS = (Kind.TARGET_DOWN, Kind.TARGET_UP, Kind.TARGET_CHANGED, Kind.TARGET_REMOVED)
OF_ACTUALS = (Kind.ACTUAL_RESTATED, Kind.ACTUAL_REMOVED)


class Lack(Enum):
    """What is missing."""

    LEDGER = "ledger"  #: A target changed, and its ledger has no entry of what it was.
    LEDGER_REWRITTEN = "ledger_rewritten"  #: Entries that stood in a ledger are gone.
    CORRECTION = "correction"  #: An actual changed, and no `restated` says so.
    BREAK = "break"  #: A definition changed, and no `breaks` says so.


@attrs.frozen
class Unaccounted:
    """One change nobody has accounted for."""

    lack: Lack
    severity: Severity
    id: str  #: Of the indicator, as it is called on the newer side that has it.
    name: str
    department: str
    what: str  #: The period, or the field of the definition.
    old: str
    new: str
    is_eased: bool = False  #: A target that is easier now, or gone.


def reasons_for(kind: Kind, what: str, old: Line, new: Line) -> tuple[Entry, ...]:
    """Gather what the newer side says of a change and the older one did not know."""
    before, after = old.detail, new.detail
    if kind in OF_TARGETS:
        return tuple(fresh(before.ledgers.get(what, ()), after.ledgers.get(what, ())))
    if kind in OF_ACTUALS:
        return tuple(fresh(before.corrections.get(what, ()), after.corrections.get(what, ())))
    if kind is not Kind.DEFINITION or what not in (*MEASURING, STEPS):
        return ()
    known = {one.since for one in before.breaks}
    breaks = [Entry(Figure(""), one.since, one.reason) for one in after.breaks if one.since not in known]
    entered = [
        one
        for period, ledger in after.ledgers.items()
        for one in fresh(before.ledgers.get(period, ()), ledger)
    ]
    return (*breaks, *(entered if what == STEPS else ()))


@attrs.frozen
class Days:
    """When the two sides are from."""

    old: str  #: ISO day.
    new: str
    year_begins: int = 1


def unaccounted(old: Line, new: Line | None, changes: Sequence[Change], days: Days) -> Iterator[Unaccounted]:
    """Tell which of an indicator's changes nobody accounts for; None: the newer side does not have it."""
    if new is None:
        changes = [
            Change(Kind.TARGET_REMOVED, old.id, old.name, period, target.text)
            for period, target in old.detail.targets.items()
            if target.text
        ]
    for change in changes:
        found = _of_change(old, new, change, days)
        if found:
            lack, severity, eased = found
            yield _one(lack, severity, new or old, change, eased)
    if new and days.old <= days.new:
        yield from _rewritten(old, new)


Judged = tuple[Lack, Severity, bool]


def _of_change(old: Line, new: Line | None, change: Change, days: Days) -> Judged | None:
    if change.kind in OF_TARGETS:
        return _of_target(old, new, change, days)
    if new and change.kind in OF_ACTUALS:
        return _of_actual(old, new, change, days)
    if new and change.kind is Kind.DEFINITION:
        return _of_definition(old, new, change)
    return None


def _of_target(old: Line, new: Line | None, change: Change, days: Days) -> Judged | None:
    """Ask the ledger what the target was; one whose period is over is no longer promised."""
    was = old.detail.targets.get(change.what)
    period = _period(change.what, days)
    if was is None or period is None:
        return None
    if new and _is_entered(was, change.because):
        return None
    is_gone = change.kind is Kind.TARGET_REMOVED
    if is_gone and period.last.isoformat() < days.new:
        return None
    eased = is_gone or _is_eased(new, change)
    if period.first.isoformat() > days.new:
        return Lack.LEDGER, Severity.LOW, eased
    return Lack.LEDGER, Severity.HIGH if eased else Severity.MEDIUM, eased


def _period(written: str, days: Days) -> Period | None:
    try:
        return read_period(written, days.year_begins)
    except Mistake:
        return None


def _is_eased(new: Line | None, change: Change) -> bool:
    direction = new.detail.definition["direction"] if new else ""
    return (direction, change.kind) in (("up", Kind.TARGET_DOWN), ("down", Kind.TARGET_UP))


def fresh(before: Sequence[Entry], after: Sequence[Entry]) -> list[Entry]:
    """List the entries the older side did not have."""
    known = {_mark(one) for one in before}
    return [one for one in after if _mark(one) not in known]


def _mark(entry: Entry) -> tuple[str, str | float]:
    """Know an entry again however its figure is written and its reason worded."""
    return entry.on, entry.was.text if entry.was.value is None else entry.was.value


def _is_entered(was: Figure, entries: Sequence[Entry]) -> bool:
    return any(one.was.is_same(was) for one in entries)


def _rewritten(old: Line, new: Line) -> Iterator[Unaccounted]:
    """Find entries of ledgers that are gone, where the target still stands."""
    standing = {
        period: ledger for period, ledger in old.detail.ledgers.items() if period in new.detail.targets
    }
    for period, entries in standing.items():
        for one in fresh(new.detail.ledgers.get(period, ()), entries):
            gone = Change(Kind.DEFINITION, new.id, new.name, period, f"{one.on} {one.was.text}")
            yield _one(Lack.LEDGER_REWRITTEN, Severity.HIGH, new, gone, False)


def _one(lack: Lack, severity: Severity, line: Line, change: Change, eased: bool) -> Unaccounted:
    return Unaccounted(
        lack, severity, line.id, line.name, line.department, change.what, change.old, change.new, eased
    )


def _of_actual(old: Line, new: Line, change: Change, days: Days) -> Judged | None:
    """Ask for the correction of an actual; what was provisional was to be corrected."""
    was = old.detail.actuals.get(change.what)
    if was is None or was.provisional or not new.is_whole or _period(change.what, days) is None:
        return None
    return None if _is_entered(was, change.because) else (Lack.CORRECTION, Severity.MEDIUM, False)


def _of_definition(old: Line, new: Line, change: Change) -> Judged | None:
    """Ask for a break; of steps that moved an entry of the target's ledger says as much."""
    if change.what not in (*MEASURING, STEPS) or not change.old:
        return None
    if change.what == "method" and old.method == new.method:
        return None
    if change.because:
        return None
    return Lack.BREAK, Severity.HIGH if old.period == new.period else Severity.MEDIUM, False
