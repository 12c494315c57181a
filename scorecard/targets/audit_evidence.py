"""What an audit's items say that their source must bear out: whose, of which kind, how far, by when."""

import re
from collections.abc import Iterator
from functools import partial

from scorecard.targets.audits import AUDIT_ID, Audit, AuditItem, Headings
from scorecard.targets.budgets import Citations
from scorecard.targets.claims import Claim, Span, Texts, occurs, tells
from scorecard.targets.measures import Book
from scorecard.targets.spots import Path
from scorecard.wording.audits import AuditState, audit_word

_COUNTS = ("total", *(state.value for state in AuditState))


def audit_claims(book: Book) -> Iterator[Claim]:
    """Walk over the claims of an audit; a count of nought is printed in too many ways to be looked for."""
    audit = book.audit
    if audit is None:
        return
    for index, row in enumerate(audit.stated):
        for column in _COUNTS:
            count = getattr(row, column)
            if count:
                figure = f"{count:,}"
                path: Path = ("stated", index, column)
                yield Claim(AUDIT_ID, path, figure, partial(occurs, figure), row.source)
    names = {department.id: department.name for department in book.departments} | dict(audit.elsewhere)
    for index, item in enumerate(audit.items):
        yield from _claims_of(audit, item, ("items", index), names)


def _claims_of(audit: Audit, item: AuditItem, path: Path, names: dict[str, str]) -> Iterator[Claim]:
    for place, one in enumerate(item.departments):
        name = names.get(one, one)
        yield Claim(AUDIT_ID, (*path, "departments", place), name, partial(occurs, name), item.source)
    word = audit_word(item.state, "ko")
    says_state = partial(_says_state, item.state, audit.states_after)
    yield Claim(AUDIT_ID, (*path, "state"), word, says_state, item.source)
    if audit.headings:
        heading = audit.headings.of(item.kind)
        reach = partial(_heading_above, audit.headings)
        yield Claim(AUDIT_ID, (*path, "kind"), heading, partial(_begins, heading), item.source, reach)
    for place, step in enumerate(item.steps):
        if step.due:
            due: Path = (*path, "steps", place, "due")
            yield Claim(AUDIT_ID, due, str(step.due), partial(tells, step.due), step.source or item.source)


def _says_state(state: AuditState, after: str, line: str) -> Span | None:
    """Find a state on a line, right after the word the audit names, within the same sentence."""
    word = r"\s?".join(audit_word(state, "ko").split())
    opening = rf"{re.escape(after)}\s*:?[^<>()\n:]*?" if after else ""
    found = re.search(rf"{opening}(?P<state>{word})\s*(?:$|[^\w\s])", line)
    return found.span("state") if found else None


def _begins(heading: str, line: str) -> bool:
    return line.strip().startswith(heading)


def _heading_above(headings: Headings, citations: Citations, texts: Texts) -> Iterator[str]:
    """Find the last heading of any kind above the first cited line."""
    for citation in citations[:1]:
        lines = texts.get(citation.source, ())
        words = (headings.demand, headings.proposal, headings.other)
        for line in reversed(lines[: citation.first - 1]):
            if line.strip().startswith(words):
                yield line
                return
