"""The sheet that tells what changed since the former edition: first what nobody accounts for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from scorecard.cards.audit_changes import AUDIT_KINDS
from scorecard.cards.changes import Change, Kind
from scorecard.cards.revisions import Comparison, Record, compare, tally
from scorecard.cards.saying import Said, say_change, say_unaccounted
from scorecard.cards.sheets import Sheet, SheetColumn, SheetRow, SheetTable, Tile
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.targets.periods import fiscal_year
from scorecard.wording.numbers import day, grouped
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Status, term

ID = "revisions"
_RANKS = {
    status: rank
    for rank, status in enumerate((Status.BEHIND, Status.WATCH, Status.ON_TRACK, Status.ACHIEVED))
}
_COUNTED = (
    ("down", (Kind.TARGET_DOWN,)),
    ("targets", (Kind.TARGET_UP, Kind.TARGET_CHANGED, Kind.TARGET_REMOVED)),
    ("new", (Kind.ACTUAL_NEW,)),
    ("restated", (Kind.ACTUAL_RESTATED, Kind.ACTUAL_REMOVED)),
    ("status", (Kind.STATUS,)),
)
_PROMISES = (
    Kind.TARGET_DOWN, Kind.TARGET_UP, Kind.TARGET_CHANGED, Kind.TARGET_ADDED, Kind.TARGET_REMOVED,
    Kind.ACTUAL_RESTATED, Kind.ACTUAL_REMOVED, Kind.DEFINITION, Kind.RENAMED, Kind.ADDED, Kind.REMOVED,
)  # fmt: skip
_RULES = (Kind.RULE_CHANGED, Kind.RULE_ADDED, Kind.RULE_REMOVED)
_OF_A_NEW_YEAR = (Kind.TARGET_ADDED, Kind.ADDED)


@attrs.frozen
class Former:
    """The edition before the one that is printed."""

    name: str
    record: Record | None  #: None: it could not be read.


def revisions_sheet(assessment: Assessment, former: Former | None) -> Sheet | None:
    """Gather the sheet; the first edition has none."""
    if former is None:
        return None
    language = assessment.facts.book.office.language
    if former.record is None:
        headline = phrase("revisions-unreadable", language, name=former.name)
        return Sheet(ID, phrase("revisions-title", language), headline, (), ())
    comparison = _of_this_year(compare(former.record, assessment), former.record, assessment)
    programmes = {row["id"]: row.get("programme") or "" for row in former.record.rows}
    programmes |= {place.id: place.programme.name for place in assessment.facts.places}
    departments = [one.name for one in assessment.facts.book.departments]
    teller = _Teller(comparison, former.record, departments, programmes, language)
    return Sheet(
        id=ID,
        title=phrase("revisions-title", language),
        headline=teller.headline(),
        tiles=tuple(teller.tiles()),
        tables=(teller.unaccounted(), teller.statuses(), teller.promises(), teller.audit(), teller.rules()),
        foot="" if comparison.rules_compared else phrase("diff-no-rules", language),
    )


def _of_this_year(comparison: Comparison, former: Record, assessment: Assessment) -> Comparison:
    """Leave out what is new because a new year began: its targets are on every page."""
    office = assessment.facts.book.office
    begins = fiscal_year(office.fiscal_year, office.year_begins).first
    if date.fromisoformat(former.as_of) >= begins:
        return comparison
    kept = tuple(one for one in comparison.changes if one.kind not in _OF_A_NEW_YEAR)
    return attrs.evolve(comparison, changes=kept)


MakeRow = Callable[[Change, Said], SheetRow]


@attrs.frozen
class _Teller:
    """Tells one comparison in one language."""

    comparison: Comparison
    former: Record
    departments: Sequence[str]  #: Names, in printed order.
    programmes: Mapping[str, str]  #: Id of an indicator → name of its programme.
    language: Language

    def _say(self, key: str, **details: object) -> str:
        return phrase(key, self.language, **details)

    def headline(self) -> str:
        """Say what was compared, and how much of it changed."""
        when = day(date.fromisoformat(self.former.as_of), self.language)
        counts = tally(self.comparison)
        found = [self._say("revisions-compared", name=self.former.edition, day=when)]
        found += [
            self._say(f"revisions-some-{key}", n=grouped(n))
            for key, kinds in _COUNTED
            if (n := sum(counts.get(kind, 0) for kind in kinds))
        ]
        better, worse = (len([one for one in self._of(Kind.STATUS) if _turn(one) == way]) for way in (1, -1))
        if better or worse:
            found.append(self._say("revisions-turned", better=grouped(better), worse=grouped(worse)))
        if not self.comparison.changes:
            found.append(self._say("revisions-nothing"))
        if self.comparison.findings:
            found.append(self._say("revisions-unaccounted", n=grouped(len(self.comparison.findings))))
        return " ".join(found)

    def tiles(self) -> Iterator[Tile]:
        """Count what changed."""
        counts = tally(self.comparison)
        for key, kinds in _COUNTED:
            yield Tile(
                self._say(f"revisions-tile-{key}"), grouped(sum(counts.get(kind, 0) for kind in kinds))
            )
        yield Tile(self._say("revisions-tile-unaccounted"), grouped(len(self.comparison.findings)))

    def unaccounted(self) -> SheetTable:
        """List what changed without a word, targets that are easier first."""
        found = sorted(self.comparison.findings, key=lambda one: not one.is_eased)
        rows = [
            SheetRow((
                f"{one.department} · {self._name(one.id, one.name)}", said.what, said.old, said.new,
                f"{term(one.severity, self.language)} · {said.why}",
            ))
            for one in found
            for said in [say_unaccounted(one, self.language)]
        ]  # fmt: skip
        return self._table("unaccounted", ("indicator", "what", "old", "new", "lack"), rows)

    def statuses(self) -> SheetTable:
        """List the statuses that changed, department by department, those that got worse first."""
        changes = sorted(self._of(Kind.STATUS), key=_turn)
        rows = self._by_department(changes, self._status)
        return self._table("status", ("indicator", "old", "new", "turn", "why"), rows)

    def promises(self) -> SheetTable:
        """List targets, corrected actuals and definitions that changed, department by department."""
        rows = self._by_department(self._of(*_PROMISES), self._promise)
        return self._table("promises", ("indicator", "kind", "old", "new", "reason"), rows)

    def audit(self) -> SheetTable:
        """List the items of the council's audit that came, went or changed their state."""
        rows = [
            SheetRow((f"{one.department} · {one.name}", said.old, said.new))
            for one in self._of(*AUDIT_KINDS)
            for said in [say_change(one, self.language)]
        ]
        return self._table("audit", ("item", "old", "new"), rows)

    def rules(self) -> SheetTable:
        """List the rules and thresholds that changed."""
        rows = [
            SheetRow((one.id, said.what, said.old, said.new))
            for one in self._of(*_RULES)
            for said in [say_change(one, self.language)]
        ]
        return self._table("rules", ("rule", "field", "old", "new"), rows)

    def _of(self, *kinds: Kind) -> list[Change]:
        return [one for one in self.comparison.changes if one.kind in kinds]

    def _by_department(self, changes: Sequence[Change], make: MakeRow) -> list[SheetRow]:
        """Put the changes of each department under its name, departments in printed order."""
        names = dict.fromkeys([*self.departments, *(one.department for one in changes)])
        rows = []
        for name in names:
            ours = [one for one in changes if one.department == name]
            if ours:
                rows.append(SheetRow((name, "", "", "", ""), strong=True))
                rows += [make(one, say_change(one, self.language)) for one in ours]
        return rows

    def _status(self, change: Change, said: Said) -> SheetRow:
        turn = self._say(f"revisions-{_TURNS[_turn(change)]}")
        came = [
            one
            for one in self._of(Kind.ACTUAL_NEW, Kind.ACTUAL_RESTATED, Kind.TARGET_DOWN, Kind.TARGET_UP)
            if one.id == change.id
        ]
        under = ", ".join(f"{one.what} {one.new}" for one in came[-2:])
        why = f"{said.why} ({under})" if under else said.why
        return SheetRow((self._name(change.id, change.name), said.old, said.new, turn, why), depth=1)

    def _promise(self, change: Change, said: Said) -> SheetRow:
        kind = " · ".join(
            part for part in (self._say(f"revisions-kind-{change.kind.value}"), said.what) if part
        )
        return SheetRow(
            (
                self._name(change.id, change.name),
                kind,
                said.old,
                said.new,
                said.why or self._say("revisions-no-reason"),
            ),
            depth=1,
        )

    def _name(self, one: str, name: str) -> str:
        """Name an indicator with its programme, which may have more than one of that name."""
        programme = self.programmes.get(one, "")
        return f"{programme} · {name}" if programme else name

    def _table(self, key: str, columns: Iterable[str], rows: Sequence[SheetRow]) -> SheetTable:
        title = self._say(f"revisions-table-{key}") if rows else ""
        heads = tuple(SheetColumn(self._say(f"revisions-head-{one}"), _SHARES[one]) for one in columns)
        return SheetTable(title, "", heads, tuple(rows))


_TURNS = {1: "better", -1: "worse", 0: "other"}
_SHARES = {
    "indicator": 3.6, "what": 1.7, "old": 1.7, "new": 1.7, "lack": 3.4, "turn": 1.1, "why": 3.3, "kind": 2.0,
    "reason": 3.4, "rule": 3.0, "item": 7.0, "field": 2.0,
}  # fmt: skip


def _turn(change: Change) -> int:
    """Tell whether a status got better (1) or worse (-1); 0 where it was or is not judged."""
    old, new = (_RANKS.get(Status(one)) for one in (change.old, change.new))
    return 0 if old is None or new is None else (new > old) - (new < old)
