"""Two sides of a comparison → what changed between them, in reading order.

A side is a judged project, or the result table of an edition. An edition tells one year of each
indicator and none of its rules; wherever one takes part, both sides are read by their result tables.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

import attrs

from scorecard.cards.results import results
from scorecard.cards.ruling import ATTAINMENT, Rulings, rulings_of
from scorecard.cards.telling import Figure, Line, lines_of_book, lines_of_rows
from scorecard.rules.assess import Assessment
from scorecard.targets.renaming import Renaming, renaming_of


class Kind(Enum):
    """What a change is, in reading order."""

    TARGET_DOWN = "target_down"  #: By its number, whichever way is better.
    TARGET_UP = "target_up"
    TARGET_CHANGED = "target_changed"  #: Other words, another qualifier or another unit.
    TARGET_ADDED = "target_added"
    TARGET_REMOVED = "target_removed"
    ACTUAL_RESTATED = "actual_restated"
    ACTUAL_REMOVED = "actual_removed"
    ACTUAL_NEW = "actual_new"
    STATUS = "status"
    DEFINITION = "definition"
    RENAMED = "renamed"
    ADDED = "added"
    REMOVED = "removed"
    RULE_CHANGED = "rule_changed"
    RULE_ADDED = "rule_added"
    RULE_REMOVED = "rule_removed"


class Why(Enum):
    """What changed under a status that changed."""

    ACTUAL = "actual"
    TARGET = "target"
    DEFINITION = "definition"
    RULES = "rules"
    DAY = "day"
    UNKNOWN = "unknown"  #: Nothing of what both sides tell.


@attrs.frozen
class Record:
    """The result table of an edition as it was written."""

    edition: str
    as_of: str  #: ISO day.
    rows: Sequence[Mapping[str, Any]]  #: With the columns of the result table.


Told = Assessment | Record


@attrs.frozen
class Change:
    """One thing that is not as it was."""

    kind: Kind
    id: str  #: Of the indicator as it is called on the newer side that has it; or of the rule.
    name: str  #: Of the indicator; empty for rules.
    what: str = ""  #: The period, or the field of the definition or rule.
    old: str = ""  #: As written; empty: was not there.
    new: str = ""
    why: tuple[Why, ...] = ()  #: Of a changed status only.


@attrs.frozen
class Comparison:
    """Everything that changed from one side to the other."""

    old_as_of: str  #: ISO day.
    new_as_of: str
    changes: tuple[Change, ...]  #: By kind, and within a kind as printed.
    rules_compared: bool  #: False where an edition's results took part.


@attrs.frozen
class _Pair:
    """The sides of one comparison as they are held against each other."""

    same_day: bool
    rules_changed: bool
    is_whole: bool  #: Whether the sides tell every period, so that what is not told is gone.


def compare(old: Told, new: Told) -> Comparison:
    """Compare two sides."""
    is_whole = isinstance(old, Assessment) and isinstance(new, Assessment)
    before, after = _lines(old, is_whole), _lines(new, is_whole)
    rules = tuple(_of_rules(_rulings(old), _rulings(new))) if is_whole else ()
    ruled = any(change.id == ATTAINMENT for change in rules)
    pair = _Pair(_day(old) == _day(new), ruled, is_whole)
    changes = [*_of_lines(_renamed(before, after, _renaming(new)), after, pair), *rules]
    order = list(Kind)
    return Comparison(
        _day(old), _day(new), tuple(sorted(changes, key=lambda one: order.index(one.kind))), is_whole
    )


def tally(comparison: Comparison) -> Mapping[Kind, int]:
    """Count the changes of each kind, in reading order; kinds without any are left out."""
    return Counter(change.kind for change in comparison.changes)


def _day(told: Told) -> str:
    return told.as_of if isinstance(told, Record) else told.facts.book.office.as_of.isoformat()


def _lines(told: Told, is_whole: bool) -> dict[str, Line]:
    rows = told.rows if isinstance(told, Record) else results(told)
    if is_whole and isinstance(told, Assessment):
        return lines_of_book(told.facts.book, rows)
    return lines_of_rows(rows)


def _rulings(told: Told) -> Rulings:
    return rulings_of(told.rules) if isinstance(told, Assessment) else {}


def _renaming(told: Told) -> Renaming:
    """Tell today's ids of former ones; an edition's results know of none."""
    return Renaming() if isinstance(told, Record) else renaming_of(told.facts.book)


def _renamed(before: Mapping[str, Line], after: Mapping[str, Line], renaming: Renaming) -> dict[str, Line]:
    """Put old lines under the ids they have today."""
    found: dict[str, Line] = {}
    for one, line in before.items():
        today = renaming.today(one)
        is_free = today in after and today not in before and one not in after and today not in found
        found[today if is_free else one] = line
    return found


def _of_lines(before: Mapping[str, Line], after: Mapping[str, Line], pair: _Pair) -> Iterator[Change]:
    for one, line in after.items():
        if one in before:
            yield from _of_line(before[one], line, pair)
        else:
            yield Change(Kind.ADDED, one, line.name, new=_promised(line))
    for one, line in before.items():
        if one not in after:
            yield Change(Kind.REMOVED, one, line.name, old=_promised(line))


def _promised(line: Line) -> str:
    """Tell what an indicator that comes or goes was to reach."""
    return ", ".join(f"{period} {target.text}" for period, target in line.targets.items() if target.text)


def _of_line(old: Line, new: Line, pair: _Pair) -> Iterator[Change]:
    if old.id != new.id:
        yield Change(Kind.RENAMED, new.id, new.name, old=old.id, new=new.id)
    targets = list(_of_targets(old, new, pair.is_whole))
    actuals = list(_of_actuals(old, new, pair.is_whole))
    defined = [
        Change(Kind.DEFINITION, new.id, new.name, what, old.definition[what], said)
        for what, said in new.definition.items()
        if said != old.definition[what] and (what != "unit" or (said and old.definition[what]))
    ]
    yield from (*targets, *actuals, *defined)
    if old.status is not new.status:
        why = tuple(_reasons(targets, actuals, defined, pair))
        yield Change(Kind.STATUS, new.id, new.name, "", old.status.value, new.status.value, why)


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
    units = old.definition["unit"], new.definition["unit"]
    for period, was, now in _held(old.targets, new.targets, is_whole):
        if not was.text or not now.text:
            kind = Kind.TARGET_REMOVED if was.text else Kind.TARGET_ADDED
        elif was.value is None or now.value is None or was.value == now.value or units[0] != units[1]:
            kind = Kind.TARGET_CHANGED
        else:
            kind = Kind.TARGET_UP if now.value > was.value else Kind.TARGET_DOWN
        yield Change(kind, new.id, new.name, period, was.text, now.text)


def _of_actuals(old: Line, new: Line, is_whole: bool) -> Iterator[Change]:
    has_fewer = old.period == new.period and len(old.actuals) > len(new.actuals)
    for period, was, now in _held(old.actuals, new.actuals, is_whole or has_fewer):
        kind = Kind.ACTUAL_RESTATED
        if not was.text or not now.text:
            kind = Kind.ACTUAL_REMOVED if was.text else Kind.ACTUAL_NEW
        yield Change(kind, new.id, new.name, period, was.text, now.text)


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
    return f"{fields['severity']}: {fields['when']}"
