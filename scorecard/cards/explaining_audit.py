"""Everything behind one item of the council's audit."""

from collections.abc import Iterator

from scorecard.cards.auditing import told_words
from scorecard.cards.explaining import Explanation, Line, finding_line, unknown_lines
from scorecard.cards.motion import short_period
from scorecard.cards.results import cite
from scorecard.rules.assess import Assessment
from scorecard.targets.audits import AUDIT_ID, AuditStep, full_id, linked
from scorecard.targets.vocabulary import Row
from scorecard.wording.audits import audit_word
from scorecard.wording.numbers import day
from scorecard.wording.phrases import phrase


def explain_item(assessment: Assessment, row: int) -> Explanation:
    """Explain one item of the audit."""
    item = assessment.audit.items[row]
    book = assessment.facts.book
    title = f"{book.audit.audit if book.audit else ''} · {' · '.join(assessment.audit.names[row])} · {item.subject}"
    return Explanation(full_id(item), title, tuple(_lines(assessment, row)))


def _lines(assessment: Assessment, row: int) -> Iterator[Line]:
    """Tell an item in reading order."""
    book = assessment.facts.book
    language = book.office.language
    item, one = assessment.audit.items[row], assessment.audit.standings[row]
    yield Line(phrase("audit-explain-kind", language), audit_word(item.kind, language))
    yield Line(
        phrase("audit-explain-department", language), " · ".join(assessment.audit.names[row]), item.owner
    )
    told = phrase("audit-told", language, day=told_words(assessment, row))
    source = phrase("explain-source", language, source=cite(one.source))
    yield Line(phrase("audit-explain-state", language), audit_word(one.state, language), f"{told} · {source}")
    for change in item.changed:
        if change.on <= book.office.as_of:
            words = f"{day(change.on, language)} {audit_word(change.state, language)}"
            yield Line(phrase("audit-explain-changed", language), words, change.note)
    for step in item.steps:
        yield Line(phrase("audit-explain-step", language), step.name, _when(assessment, step))
    for whole, _ in linked(item):
        yield Line(phrase("audit-explain-linked", language), _name_of(assessment, whole), whole)
    for finding in assessment.findings:
        if finding.rule.text.each is Row.AUDIT and finding.row == row:
            yield finding_line(assessment, finding)
    yield from unknown_lines(assessment, Row.AUDIT, row)
    if item.note:
        yield Line(phrase("explain-note", language), item.note)
    spot = book.spots[AUDIT_ID].find("items", row)
    today = phrase("as-of", language, day=day(book.office.as_of, language))
    yield Line(phrase("explain-place", language), str(spot), today)


def _when(assessment: Assessment, step: AuditStep) -> str:
    """Print by when a step is due and when it was done, if that is known."""
    office = assessment.facts.book.office
    due = phrase("audit-no-due", office.language)
    if step.due:
        when = short_period(step.due, assessment.facts.year, office.language)
        due = phrase("audit-until", office.language, when=when)
    is_done = step.done is not None and step.done <= office.as_of
    done = (
        phrase("audit-explain-done", office.language, day=day(step.done, office.language))
        if is_done and step.done
        else ""
    )
    return " · ".join(filter(None, (due, done)))


def _name_of(assessment: Assessment, whole: str) -> str:
    """Name a programme or an indicator by its whole id."""
    for department, programme in assessment.facts.owners:
        if whole == f"{department.id}/{programme.id}":
            return programme.name
    place = next(place for place in assessment.facts.places if place.id == whole)
    return f"{place.programme.name} · {place.indicator.name}"
