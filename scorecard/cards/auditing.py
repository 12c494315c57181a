"""What was done about the council's audit, counted and told: for the pages, the terminal and programs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from scorecard.cards.card import AuditCard, OpenItem
from scorecard.cards.motion import short_period
from scorecard.cards.results import cite
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.targets.audit_facts import JOINT, source_day
from scorecard.targets.audits import AuditItem, AuditStep, Standing, full_id, linked
from scorecard.targets.columns import Mask
from scorecard.targets.measures import Department
from scorecard.targets.vocabulary import Row
from scorecard.wording.audits import AuditKind, AuditState, audit_word
from scorecard.wording.numbers import day, written_date
from scorecard.wording.phrases import phrase


def items_of(assessment: Assessment, departments: Sequence[Department]) -> Mask:
    """Mark the items some departments are in charge of; those of bodies elsewhere belong to all together."""
    ours = {department.id for department in departments}
    if ours == set(assessment.facts.book.office.departments):
        return np.ones(len(assessment.audit.items), dtype=np.bool_)
    return np.array([bool(ours & set(item.departments)) for item in assessment.audit.items], dtype=np.bool_)


def states_of(assessment: Assessment, rows: Iterable[int]) -> Counter[AuditState]:
    """Count items by state."""
    return Counter(assessment.audit.standings[row].state for row in rows)


def states_told(counts: Counter[AuditState], language: Language) -> str:
    """Print counts by state, those of nought left out."""
    return JOINT.join(
        phrase("audit-state-count", language, state=audit_word(state, language), n=counts[state])
        for state in AuditState
        if counts[state]
    )


def open_rows(assessment: Assessment, rows: Iterable[int]) -> list[int]:
    """List the open items, those due first before the others."""
    due = assessment.audit.table.numbers("due")
    open_ones = [row for row in rows if not assessment.audit.standings[row].is_closed]
    return sorted(open_ones, key=lambda row: (np.isnan(due[row]), due[row], row))


def is_late(assessment: Assessment, row: int) -> bool:
    """Tell whether the time of an open item's step has passed."""
    late = float(assessment.audit.table.numbers("days_late")[row])
    return not assessment.audit.standings[row].is_closed and late > 0


def is_undated(assessment: Assessment, row: int) -> bool:
    """Tell whether an open item has no step with a date to come."""
    return not assessment.audit.standings[row].is_closed and not assessment.audit.table.flags("has_due")[row]


def due_words(assessment: Assessment, row: int) -> str:
    """Print by when the next step of an open item is due, and whether that has passed."""
    language = assessment.facts.book.office.language
    step = assessment.audit.standings[row].next_step
    if step is None or step.due is None:
        return phrase("audit-no-due", language)
    when = short_period(step.due, assessment.facts.year, language)
    return phrase("audit-passed" if is_late(assessment, row) else "audit-until", language, when=when)


def step_words(assessment: Assessment, row: int) -> str:
    """Name the next step of an open item."""
    step = assessment.audit.standings[row].next_step
    return step.name if step else phrase("audit-no-step", assessment.facts.book.office.language)


def told_words(assessment: Assessment, row: int) -> str:
    """Print when an item's state was told: by its source, or on a later day."""
    office = assessment.facts.book.office
    one = assessment.audit.standings[row]
    if one.since:
        return day(one.since, office.language)
    source = office.sources.get(one.source[0].source) if one.source else None
    return written_date(source.date, office.language) if source else ""


def all_told(assessment: Assessment, rows: Iterable[int]) -> str:
    """Print the first and the last time states were told; empty: nobody says when."""
    told = assessment.audit.table.numbers("told")
    known = sorted((float(told[row]), told_words(assessment, row)) for row in rows if not np.isnan(told[row]))
    return " ~ ".join(dict.fromkeys((known[0][1], known[-1][1]))) if known else ""


def audit_card(
    assessment: Assessment, department: Department, notes: dict[int, tuple[int, ...]]
) -> AuditCard | None:
    """Gather what a department was asked for; None where it was asked for nothing."""
    language = assessment.facts.book.office.language
    rows = [int(row) for row in np.flatnonzero(items_of(assessment, [department]))]
    if assessment.facts.book.audit is None or not rows:
        return None
    title = phrase("audit-line", language, title=phrase("audit-title", language), n=len(rows))
    states = states_told(states_of(assessment, rows), language)
    told = all_told(assessment, rows)
    still = open_rows(assessment, rows)
    return AuditCard(
        title=f"{title} · {states}",
        told=phrase("audit-told", language, day=told) if told else "",
        open=tuple(_open_item(assessment, row, notes.get(row, ()), language) for row in still),
        none_open="" if still else phrase("audit-none-open", language),
    )


def _open_item(assessment: Assessment, row: int, notes: tuple[int, ...], language: Language) -> OpenItem:
    state = audit_word(assessment.audit.standings[row].state, language)
    next_step = f"{step_words(assessment, row)}, {due_words(assessment, row)}"
    return OpenItem(assessment.audit.items[row].subject, state, next_step, notes)


def audit_record(assessment: Assessment) -> dict[str, Any] | None:
    """Lay the audit out for programs: counts, and every item as it stands; None where there is none."""
    audit = assessment.facts.book.audit
    if audit is None:
        return None
    rules: dict[int, list[str]] = {row: [] for row in range(len(audit.items))}
    for finding in assessment.findings:
        if finding.rule.text.each is Row.AUDIT and finding.waiver is None:
            rules[finding.row].append(finding.rule.text.id)
    everything = range(len(audit.items))
    return {
        "audit": audit.audit,
        "as_of": assessment.facts.book.office.as_of.isoformat(),
        **_counts(assessment, everything),
        "kinds": {
            kind.value: _counts(assessment, [row for row in everything if audit.items[row].kind is kind])
            for kind in AuditKind
        },
        "departments": {
            one: _counts(assessment, [row for row in everything if one in audit.items[row].departments])
            for one in (*assessment.facts.book.office.departments, *audit.elsewhere)
        },
        "items": [_item(assessment, row, rules[row]) for row in everything],
    }


def _counts(assessment: Assessment, rows: Sequence[int]) -> dict[str, int]:
    counts = states_of(assessment, rows)
    return {"total": len(rows), **{state.value: counts[state] for state in AuditState}}


def _item(assessment: Assessment, row: int, rules: list[str]) -> dict[str, Any]:
    book = assessment.facts.book
    item: AuditItem = assessment.audit.items[row]
    one: Standing = assessment.audit.standings[row]
    told = one.since or source_day(one.source, book)
    spot = book.spots["audit"].find("items", row)
    return {
        "id": full_id(item),
        "kind": item.kind.value,
        "departments": list(item.departments),
        "department_names": list(assessment.audit.names[row]),
        "subject": item.subject,
        "state": one.state.value,
        "told": told.isoformat() if told else None,
        "next_step": one.next_step.name if one.next_step else None,
        "next_due": _due(one.next_step),
        "late": is_late(assessment, row),
        "steps": [_step(step) for step in item.steps],
        "programmes": [whole for whole, path in linked(item) if path[0] == "programmes"],
        "indicators": [whole for whole, path in linked(item) if path[0] == "indicators"],
        "findings": rules,
        "source": cite(one.source),
        "file": spot.file,
        "line": spot.line,
    }


def _step(step: AuditStep) -> dict[str, Any]:
    return {"name": step.name, "due": _due(step), "done": step.done.isoformat() if step.done else None}


def _due(step: AuditStep | None) -> str | None:
    return str(step.due) if step and step.due else None
