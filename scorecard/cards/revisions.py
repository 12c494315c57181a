"""Two sides of a comparison → what changed between them, in reading order.

A side is a judged project, or the record of an edition. Editions of early versions tell one year of each
indicator and none of their rules; wherever one takes part, both sides are read by their result tables.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from scorecard.cards.audit_changes import ToldItem, changes_of_audit, told_items
from scorecard.cards.changes import Change, Kind, Why
from scorecard.cards.results import results
from scorecard.cards.ruling import ATTAINMENT, Rulings, rulings_of
from scorecard.cards.telling import Detail, Figure, Line, details_of, lines_of_rows
from scorecard.cards.unaccounted import OF_TARGETS, Days, Unaccounted, reasons_for, unaccounted
from scorecard.rules.assess import Assessment
from scorecard.targets.renaming import Renaming, renaming_of
from scorecard.wording.terms import Severity


@attrs.frozen
class Record:
    """An edition as it was written."""

    edition: str
    as_of: str  #: ISO day.
    rows: Sequence[Mapping[str, Any]]  #: With the columns of the result table.
    details: Mapping[str, Detail] | None = None  #: By row id; None: an early version told none.
    rules: Rulings = attrs.field(factory=dict)
    formerly: Renaming = attrs.field(factory=Renaming)
    year_begins: int = 1
    audit: Mapping[str, ToldItem] | None = None  #: None: an early version told none.

    @property
    def is_whole(self) -> bool:
        """Tell whether it tells every period and its rules, as a project does."""
        return self.details is not None


Told = Assessment | Record


@attrs.frozen
class Comparison:
    """Everything that changed from one side to the other."""

    old_as_of: str  #: ISO day.
    new_as_of: str
    changes: tuple[Change, ...]  #: By kind, and within a kind as printed.
    rules_compared: bool  #: False where an edition took part that tells no rules.
    findings: tuple[Unaccounted, ...] = ()  #: Changes nobody accounts for, gravest first.
    accounted: bool = True  #: False where the newer side is an edition that tells no ledgers.
    moved: Mapping[tuple[str, str], tuple[Figure, Figure]] = attrs.field(factory=dict)
    #: What targets that changed or went were and are, by today's id and period.


@attrs.frozen
class _Pair:
    """The sides of one comparison as they are held against each other."""

    same_day: bool
    rules_changed: bool
    is_whole: bool  #: Whether the sides tell every period, so that what is not told is gone.


def compare(old: Told, new: Told) -> Comparison:
    """Compare two sides."""
    is_whole = _is_whole(old) and _is_whole(new)
    before, after = _lines(old, is_whole), _lines(new, is_whole)
    before = _renamed(before, after, renaming_in(new))
    rules = tuple(_of_rules(_rulings(old), _rulings(new))) if is_whole else ()
    ruled = any(change.id == ATTAINMENT for change in rules)
    pair = _Pair(_day(old) == _day(new), ruled, is_whole)
    changes = {
        one: tuple(_of_indicator(before.get(one), after.get(one), pair)) for one in {**after, **before}
    }
    found = _findings(before, after, changes, _days(old, new)) if _is_whole(new) else ()
    order = list(Kind)
    audited = changes_of_audit(_audit(old), _audit(new))
    told = (*(change for some in changes.values() for change in some), *audited, *rules)
    return Comparison(
        _day(old), _day(new), tuple(sorted(told, key=lambda one: order.index(one.kind))), is_whole,
        found, _is_whole(new), dict(_moved(before, after, changes)),
    )  # fmt: skip


def _moved(
    before: Mapping[str, Line], after: Mapping[str, Line], changes: Mapping[str, tuple[Change, ...]]
) -> Iterator[tuple[tuple[str, str], tuple[Figure, Figure]]]:
    for one, some in changes.items():
        was, now = before.get(one), after.get(one)
        if was is None:
            continue
        gone = was.detail.targets if now is None else ()
        for period in (*gone, *(change.what for change in some if change.kind in OF_TARGETS)):
            figure = now.detail.targets.get(period, _NOTHING) if now else _NOTHING
            yield (one, period), (was.detail.targets[period], figure)


def _findings(
    before: Mapping[str, Line],
    after: Mapping[str, Line],
    changes: Mapping[str, tuple[Change, ...]],
    days: Days,
) -> tuple[Unaccounted, ...]:
    severities = list(Severity)
    found = (
        finding
        for one, some in changes.items()
        if one in before
        for finding in unaccounted(before[one], after.get(one), some, days)
    )
    return tuple(sorted(found, key=lambda one: severities.index(one.severity)))


def tally(comparison: Comparison) -> Mapping[Kind, int]:
    """Count the changes of each kind, in reading order; kinds without any are left out."""
    return Counter(change.kind for change in comparison.changes)


def _day(told: Told) -> str:
    return told.as_of if isinstance(told, Record) else told.facts.book.office.as_of.isoformat()


def _days(old: Told, new: Told) -> Days:
    begins = new.year_begins if isinstance(new, Record) else new.facts.book.office.year_begins
    return Days(_day(old), _day(new), begins)


def _is_whole(told: Told) -> bool:
    return told.is_whole if isinstance(told, Record) else True


def _lines(told: Told, is_whole: bool) -> dict[str, Line]:
    if isinstance(told, Record):
        return lines_of_rows(told.rows, told.details, is_whole=is_whole)
    return lines_of_rows(results(told), details_of(told.facts.book), is_whole=is_whole)


def _audit(told: Told) -> Mapping[str, ToldItem] | None:
    return told.audit if isinstance(told, Record) else told_items(told)


def _rulings(told: Told) -> Rulings:
    return told.rules if isinstance(told, Record) else rulings_of(told.rules)


def renaming_in(told: Told) -> Renaming:
    """Tell today's ids of those a side knows to be former ones."""
    return told.formerly if isinstance(told, Record) else renaming_of(told.facts.book)


def _renamed(before: Mapping[str, Line], after: Mapping[str, Line], renaming: Renaming) -> dict[str, Line]:
    """Put old lines under the ids they have today."""
    found: dict[str, Line] = {}
    for one, line in before.items():
        today = renaming.today(one)
        is_free = today in after and today not in before and one not in after and today not in found
        found[today if is_free else one] = line
    return found


def _of_indicator(old: Line | None, new: Line | None, pair: _Pair) -> Iterator[Change]:
    if old and new:
        yield from _of_line(old, new, pair)
    elif new:
        yield Change(Kind.ADDED, new.id, new.name, new=_promised(new), department=new.department)
    elif old:
        yield Change(Kind.REMOVED, old.id, old.name, old=_promised(old), department=old.department)


def _promised(line: Line) -> str:
    """Tell what an indicator that comes or goes was to reach."""
    return ", ".join(
        f"{period} {target.text}" for period, target in line.detail.targets.items() if target.text
    )


def _of_line(old: Line, new: Line, pair: _Pair) -> Iterator[Change]:
    if old.id != new.id:
        yield _change(Kind.RENAMED, new, "", old.id, new.id)
    targets = _with_reasons(_of_targets(old, new, pair.is_whole), old, new)
    actuals = _with_reasons(_of_actuals(old, new, pair.is_whole), old, new)
    defined = _with_reasons(_of_definition(old, new), old, new)
    yield from (*targets, *actuals, *defined)
    if old.status is not new.status:
        why = tuple(_reasons(targets, actuals, defined, pair))
        changed = _change(Kind.STATUS, new, "", old.status.value, new.status.value)
        yield attrs.evolve(changed, why=why)


def _change(kind: Kind, line: Line, what: str, old: str, new: str) -> Change:
    return Change(kind, line.id, line.name, what, old, new, department=line.department)


def _with_reasons(changes: Iterable[Change], old: Line, new: Line) -> list[Change]:
    return [attrs.evolve(one, because=reasons_for(one.kind, one.what, old, new)) for one in changes]


def _of_definition(old: Line, new: Line) -> Iterator[Change]:
    """Tell fields that say something else; the unit of what has no figure yet is none."""
    for what, said in new.detail.definition.items():
        was = old.detail.definition.get(what, "")
        if said != was and (what != "unit" or (said and was)):
            yield _change(Kind.DEFINITION, new, what, was, said)


def _reasons(
    targets: Sequence[Change], actuals: Sequence[Change], defined: Sequence[Change], pair: _Pair
) -> Iterator[Why]:
    """Tell what may have changed a status; the day only where no word or figure of the row did."""
    found = [
        why
        for why, changes in ((Why.ACTUAL, actuals), (Why.TARGET, targets), (Why.DEFINITION, defined))
        if any(change.what != "name" for change in changes)
    ]
    yield from found
    if pair.rules_changed:
        yield Why.RULES
    if not found and not pair.same_day:
        yield Why.DAY
    if not found and pair.same_day and not pair.rules_changed:
        yield Why.UNKNOWN


def _of_targets(old: Line, new: Line, is_whole: bool) -> Iterator[Change]:
    units = old.detail.definition["unit"], new.detail.definition["unit"]
    for period, was, now in _held(old.detail.targets, new.detail.targets, is_whole):
        if not was.text or not now.text:
            kind = Kind.TARGET_REMOVED if was.text else Kind.TARGET_ADDED
        elif was.value is None or now.value is None or was.value == now.value or units[0] != units[1]:
            kind = Kind.TARGET_CHANGED
        else:
            kind = Kind.TARGET_UP if now.value > was.value else Kind.TARGET_DOWN
        yield _change(kind, new, period, was.text, now.text)


def _of_actuals(old: Line, new: Line, is_whole: bool) -> Iterator[Change]:
    before, after = old.detail.actuals, new.detail.actuals
    has_fewer = old.period == new.period and len(before) > len(after)
    for period, was, now in _held(before, after, is_whole or has_fewer):
        kind = Kind.ACTUAL_RESTATED
        if not was.text or not now.text:
            kind = Kind.ACTUAL_REMOVED if was.text else Kind.ACTUAL_NEW
        yield _change(kind, new, period, was.text, now.text)


_NOTHING = Figure("")


def _held(
    old: Mapping[str, Figure], new: Mapping[str, Figure], is_whole: bool
) -> Iterator[tuple[str, Figure, Figure]]:
    """Hold figures of the same period against each other and yield those that differ."""
    periods = [one for one in old if is_whole or one in new]
    for period in dict.fromkeys([*periods, *new]):
        was, now = old.get(period, _NOTHING), new.get(period, _NOTHING)
        if not was.is_same(now):
            yield period, was, now


def _of_rules(old: Rulings, new: Rulings) -> Iterator[Change]:
    for one, fields in new.items():
        if one not in old:
            yield Change(Kind.RULE_ADDED, one, "", new=_in_short(fields))
            continue
        for what in dict.fromkeys([*old[one], *fields]):
            was, now = old[one].get(what, ""), fields.get(what, "")
            if was != now:
                yield Change(Kind.RULE_CHANGED, one, "", what, was, now)
    yield from (
        Change(Kind.RULE_REMOVED, one, "", old=_in_short(fields))
        for one, fields in old.items()
        if one not in new
    )


def _in_short(fields: Mapping[str, str]) -> str:
    """Say what a rule is; a file of thresholds is told by its name alone."""
    return f"{fields['severity']}: {fields['when']}" if "when" in fields else ""
