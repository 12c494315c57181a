"""What an audit's items say of departments, programmes, sources and each other that is not so."""

from collections.abc import Iterator
from datetime import date

from scorecard.problems import Mistake, Problem
from scorecard.targets.audits import AUDIT_ID, Audit, AuditItem, linked
from scorecard.targets.budgets import Citations
from scorecard.targets.checks import check_siblings
from scorecard.targets.measures import Book
from scorecard.targets.nearest import nearest
from scorecard.targets.periods import read_period
from scorecard.targets.spots import Path


def check_audit(book: Book) -> Iterator[Problem]:
    """Find everything in an audit that does not fit the book it stands in."""
    if book.audit is None:
        return
    yield from check_siblings(book, AUDIT_ID, ("items",), [item.id for item in book.audit.items])
    yield from _check_bodies(book, book.audit)
    yield from _check_counts(book, book.audit)
    programmes = {f"{d.id}/{p.id}" for d in book.departments for p in d.programmes}
    unread = set(book.office.departments) - {department.id for department in book.departments}
    known = {"programmes": programmes, "indicators": {place.id for place in book.places()}}
    for index, item in enumerate(book.audit.items):
        yield from _check_item(book, book.audit, item, index)
        for whole, path in linked(item):
            # What a department that could not be read holds is not known.
            is_read = whole.partition("/")[0] not in unread
            if is_read and whole not in known[str(path[0])]:
                spot = book.spots[AUDIT_ID].find("items", index, *path)
                code = "unknown-programme" if path[0] == "programmes" else "unknown-indicator"
                yield Problem(code, spot, {"found": whole, "nearest": nearest(whole, known[str(path[0])])})
    yield from _check_sources(book)


def _check_bodies(book: Book, audit: Audit) -> Iterator[Problem]:
    """Find bodies elsewhere that bear the id of a department."""
    for one in audit.elsewhere:
        if one in book.office.departments:
            line = str(book.spots[AUDIT_ID].find_key("elsewhere", one).line)
            details = {"found": one, "line": line}
            yield Problem("duplicate-id", book.spots[AUDIT_ID].find_key("elsewhere", one), details)


def _check_counts(book: Book, audit: Audit) -> Iterator[Problem]:
    """Find two rows of one table that count the same."""
    first: dict[object, int] = {}
    for index, row in enumerate(audit.stated):
        place = first.setdefault((row.kind, row.place), index)
        if place != index:
            spots = book.spots[AUDIT_ID]
            details = {
                "found": row.kind.value if row.kind else row.place,
                "line": str(spots.find("stated", place).line),
            }
            yield Problem("duplicate-id", spots.find("stated", index), details)


def _check_item(book: Book, audit: Audit, item: AuditItem, index: int) -> Iterator[Problem]:
    spots = book.spots[AUDIT_ID]
    known = [*book.office.departments, *audit.elsewhere]
    if not item.departments:
        yield Problem("empty-value", spots.find("items", index, "departments"))
    for place, one in enumerate(item.departments):
        if one not in known:
            spot = spots.find("items", index, "departments", place)
            yield Problem("unknown-department", spot, {"found": one, "nearest": nearest(one, known)})
    before = _written(book, item.source)
    for place, change in enumerate(item.changed):
        if before and change.on <= before:
            spot = spots.find("items", index, "changed", place, "on")
            details = {"found": change.on.isoformat(), "before": before.isoformat()}
            yield Problem("audit-change-early", spot, details)
        before = max(before or change.on, change.on)


def _written(book: Book, citations: Citations) -> date | None:
    """Tell the first day on which a source can have been written."""
    for citation in citations:
        source = book.office.sources.get(citation.source)
        try:
            return read_period(source.date).first if source else None
        except Mistake:
            return None
    return None


def _check_sources(book: Book) -> Iterator[Problem]:
    known = book.office.sources
    for path, citations in audit_citations(book):
        for citation in citations:
            if citation.source not in known:
                details = {"found": citation.source, "nearest": nearest(citation.source, known)}
                yield Problem("unknown-source", book.spots[AUDIT_ID].find(*path), details)


def audit_citations(book: Book) -> Iterator[tuple[Path, Citations]]:
    """Walk over all citations of an audit, with where they stand."""
    if book.audit is None:
        return
    for index, row in enumerate(book.audit.stated):
        yield ("stated", index, "source"), row.source
    for index, item in enumerate(book.audit.items):
        yield ("items", index, "source"), item.source
        for key in ("steps", "changed"):
            for place, one in enumerate(getattr(item, key)):
                yield ("items", index, key, place, "source"), one.source
