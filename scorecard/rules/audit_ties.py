"""Whether the counts a source prints of the council's audit agree with each other and with the items.

The items count as the source tells them: what changed later is no contradiction.
"""

from collections.abc import Iterator
from fractions import Fraction

from scorecard.rules.roundings import counted
from scorecard.rules.sides import Kind, Printing, Side, TieOut, side_of, sum_of, tie
from scorecard.targets.audits import AUDIT_ID, Audit, AuditCount, AuditItem
from scorecard.targets.measures import Book
from scorecard.wording.audits import AuditState, audit_word

UNIT = "건"
TOTAL = "total"
STATES = tuple(state.value for state in AuditState)


def tie_audit(book: Book) -> Iterator[TieOut]:
    """Hold the printed counts against the items, and against what they are totals of."""
    if book.audit is None:
        return
    for index, row in enumerate(book.audit.stated):
        for column in (TOTAL, *STATES):
            printed = _side(row, index, column)
            if printed is None:
                continue
            where = (AUDIT_ID, "stated", index, column)
            names = (_name(book.audit, row), column, "")
            yield tie(book, where, Kind.COUNT, names, (_count(book.audit, row, column), printed))
            if row.kind is None and (parts := _kinds(book.audit, row, column)):
                yield tie(book, where, Kind.PARTS, names, (sum_of(parts), printed))
            if column == TOTAL and (states := _states(row, index)):
                yield tie(book, where, Kind.PARTS, names, (sum_of(states), printed))


def _name(audit: Audit, row: AuditCount) -> str:
    return f"{audit.audit} · {audit_word(row.kind, 'ko')}" if row.kind else audit.audit


def _side(row: AuditCount, index: int, column: str) -> Side | None:
    """Take a count as it is printed; None where the row does not print it."""
    count = getattr(row, column)
    path = (AUDIT_ID, "stated", index, column)
    return None if count is None else side_of(f"{count:,}", UNIT, Printing(row.place, row.source, path))


def _states(row: AuditCount, index: int) -> list[Side]:
    """Take the counts by state of a row that prints them all but noughts."""
    return [side for state in STATES if (side := _side(row, index, state))]


def _kinds(audit: Audit, whole: AuditCount, column: str) -> list[Side]:
    """Take a column of the rows of single kinds in the same table."""
    rows = [(index, one) for index, one in enumerate(audit.stated) if one.kind and one.place == whole.place]
    return [side for index, one in rows if (side := _side(one, index, column))]


def _count(audit: Audit, row: AuditCount, column: str) -> Side:
    """Count the items a printed count speaks of."""
    ours = [item for item in audit.items if _is_meant(item, row, column)]
    cited = tuple(citation for item in ours for citation in item.source)
    return Side(counted(Fraction(len(ours))), "", cited, UNIT, (f"{len(ours):,}{UNIT}",), ())


def _is_meant(item: AuditItem, row: AuditCount, column: str) -> bool:
    return row.kind in (None, item.kind) and column in (TOTAL, item.state.value)
