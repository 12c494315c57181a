"""What an edition tells of the council's audit, and what changed from one to another."""

from collections.abc import Iterator, Mapping

import attrs

from scorecard.cards.changes import Change, Kind
from scorecard.rules.assess import Assessment
from scorecard.targets.audits import full_id
from scorecard.wording.audits import AuditState

AUDIT_KINDS = (Kind.AUDIT_STATE, Kind.AUDIT_ADDED, Kind.AUDIT_REMOVED)


@attrs.frozen
class ToldItem:
    """An item of the audit as one side tells it."""

    subject: str
    department: str  #: Printed names of who is in charge.
    state: AuditState


Told = Mapping[str, ToldItem]  # By id.


def told_items(assessment: Assessment) -> dict[str, ToldItem]:
    """Tell the items of a project as they stand on its as-of day."""
    audit = assessment.audit
    return {
        full_id(item): ToldItem(item.subject, " · ".join(names), standing.state)
        for item, names, standing in zip(audit.items, audit.names, audit.standings, strict=True)
    }


def changes_of_audit(old: Told | None, new: Told | None) -> Iterator[Change]:
    """Tell the items whose state changed, that came and that went; a side that tells none is not compared."""
    if old is None or new is None:
        return
    for one, item in new.items():
        was = old[one].state.value if one in old else ""
        if was != item.state.value:
            kind = Kind.AUDIT_STATE if was else Kind.AUDIT_ADDED
            yield Change(kind, one, item.subject, old=was, new=item.state.value, department=item.department)
    for one in (one for one in old if one not in new):
        gone = old[one]
        yield Change(Kind.AUDIT_REMOVED, one, gone.subject, old=gone.state.value, department=gone.department)
