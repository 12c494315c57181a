"""An audit laid out as columns: one row an item, as it stands on the as-of day."""

from collections.abc import Sequence
from datetime import date

import attrs
import numpy as np

from scorecard.problems import Mistake
from scorecard.targets.audits import Audit, AuditItem, AuditStep, Standing, linked, standing
from scorecard.targets.budgets import Citations
from scorecard.targets.columns import Table
from scorecard.targets.facts import EPOCH, flags, numbers, words
from scorecard.targets.measures import Book, Programme
from scorecard.targets.periods import read_period

JOINT = " · "  #: Between the names of those who are in charge together.


@attrs.frozen(eq=False)
class AuditFacts:
    """The items of an audit with what is known of them on the as-of day."""

    items: tuple[AuditItem, ...]
    standings: tuple[Standing, ...]
    names: tuple[tuple[str, ...], ...]  #: Printed names of who is in charge, by item.
    table: Table


def lay_out_audit(book: Book) -> AuditFacts:
    """Lay out a book's audit; a book without one has no rows."""
    audit = book.audit or Audit("", ())
    day = book.office.as_of
    standings = tuple(standing(item, day) for item in audit.items)
    known = {department.id: department.name for department in book.departments} | dict(audit.elsewhere)
    names = tuple(tuple(known[one] for one in item.departments) for item in audit.items)
    due = [_due(one.coming) for one in standings]
    late = [[step for step in one.coming if step.due and step.due.last < day] for one in standings]
    size = len(audit.items)
    table = Table(size, {
        "department": words([JOINT.join(some) for some in names]),
        "subject": words([item.subject for item in audit.items]),
        "kind": words([item.kind.value for item in audit.items]),
        "state": words([one.state.value for one in standings]),
        "closed": flags(one.is_closed for one in standings),
        "told": numbers(_day(_told(one, book)) for one in standings),
        "next_step": words([one.next_step.name if one.next_step else None for one in standings]),
        "has_next_step": flags(one.next_step is not None for one in standings),
        "has_due": flags(one is not None for one in due),
        "due": numbers(_day(one) for one in due),
        "days_late": numbers(None if one is None else float((day - one).days) for one in due),
        "steps": numbers(len(item.steps) for item in audit.items),
        "steps_late": numbers(len(some) for some in late),
        "joint": flags(len(item.departments) > 1 for item in audit.items),
        "linked": flags(bool(item.programmes or item.indicators) for item in audit.items),
        "budget": numbers(_budgets(audit.items, book)),
        "has_owner": flags(bool(item.owner) for item in audit.items),
        "updated": numbers(_day(item.updated) for item in audit.items),
        "as_of": np.full(size, float(day.toordinal() - EPOCH)),
    })  # fmt: skip
    return AuditFacts(audit.items, standings, names, table)


def _due(coming: Sequence[AuditStep]) -> date | None:
    """Tell the earliest day by which something is to be done."""
    return min((step.due.last for step in coming if step.due), default=None)


def _day(day: date | None) -> float | None:
    return None if day is None else float(day.toordinal() - EPOCH)


def _told(one: Standing, book: Book) -> date | None:
    return one.since or source_day(one.source, book)


def source_day(citations: Citations, book: Book) -> date | None:
    """Tell the last day the first of some sources can speak of."""
    for citation in citations:
        source = book.office.sources.get(citation.source)
        try:
            return read_period(source.date).last if source else None
        except Mistake:
            return None
    return None


def _budgets(items: Sequence[AuditItem], book: Book) -> list[float | None]:
    """Add up the current budgets of the programmes each item is about."""
    programmes = {f"{d.id}/{p.id}": p for d in book.departments for p in d.programmes}
    return [
        _budget([programmes[one] for one, (key, _) in linked(item) if key == "programmes"]) for item in items
    ]


def _budget(programmes: Sequence[Programme]) -> float | None:
    stated = [line.current.won for programme in programmes for line in programme.budget if line.current]
    return float(sum(stated)) if stated else None
