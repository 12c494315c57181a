"""The closing sheet of the council's audit: who was asked for what, how far it is, and what is still open."""

from collections.abc import Iterator, Sequence

from scorecard.cards.auditing import (
    all_told,
    due_words,
    is_late,
    is_undated,
    open_rows,
    states_of,
    states_told,
    step_words,
)
from scorecard.cards.results import cite
from scorecard.cards.sheets import Sheet, SheetColumn, SheetRow, SheetTable, Tile
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.targets.audit_facts import JOINT
from scorecard.targets.audits import AUDIT_ID, Audit
from scorecard.wording.audits import AuditKind, AuditState, audit_head, audit_word, short_kind
from scorecard.wording.phrases import phrase


def audit_sheet(assessment: Assessment) -> Sheet | None:
    """Gather the sheet; a project without an audit has none."""
    audit = assessment.facts.book.audit
    if audit is None or not audit.items:
        return None
    language = assessment.facts.book.office.language
    rows = range(len(audit.items))
    told = all_told(assessment, rows)
    return Sheet(
        id=AUDIT_ID,
        title=phrase("audit-title", language),
        headline=_headline(assessment, audit, language),
        tiles=_tiles(assessment, language),
        tables=(
            _by_department(assessment, audit, phrase("audit-told", language, day=told) if told else ""),
            _still_open(assessment, language),
        ),
        foot=phrase("audit-foot", language),
    )


def _headline(assessment: Assessment, audit: Audit, language: Language) -> str:
    rows = range(len(audit.items))
    states = states_of(assessment, rows)
    still = len(open_rows(assessment, rows))
    details = {"audit": audit.audit, "n": len(rows), "done": states[AuditState.DONE], "open": still}
    if not still:
        return phrase("audit-headline-all", language, **details)
    late = sum(is_late(assessment, row) for row in rows)
    undated = sum(is_undated(assessment, row) for row in rows)
    said = [phrase("audit-headline", language, **details)]
    said += [phrase("audit-headline-late", language, late=late)] if late else []
    said += [phrase("audit-headline-undated", language, undated=undated)] if undated else []
    return " ".join(said)


def _tiles(assessment: Assessment, language: Language) -> tuple[Tile, ...]:
    rows = range(len(assessment.audit.items))
    states = states_of(assessment, rows)
    late = sum(is_late(assessment, row) for row in rows)
    undated = sum(is_undated(assessment, row) for row in rows)
    return (
        Tile(phrase("audit-all", language), phrase("audit-count", language, n=len(rows))),
        *(
            Tile(audit_head(state, language), phrase("audit-count", language, n=states[state]))
            for state in AuditState
            if states[state]
        ),
        Tile(phrase("audit-late-tile", language), f"{late} · {undated}"),
    )


def _by_department(assessment: Assessment, audit: Audit, told: str) -> SheetTable:
    language = assessment.facts.book.office.language
    names = {one.id: one.name for one in assessment.facts.book.departments} | dict(audit.elsewhere)
    rows = {one: [row for row, item in enumerate(audit.items) if one in item.departments] for one in names}
    lines = [SheetRow((names[one], *_cells(assessment, some)), depth=0) for one, some in rows.items() if some]
    total = SheetRow(
        (phrase("audit-all", language), *_cells(assessment, range(len(audit.items)))), strong=True
    )
    joint = sum(len(item.departments) > 1 for item in audit.items)
    states = JOINT.join(audit_word(state, language) for state in _printed_states(assessment))
    words = [phrase("audit-cells", language, states=states)]
    words += [phrase("audit-joint", language, n=joint)] if joint else []
    kinds = (audit_head(kind, language) for kind in AuditKind)
    return SheetTable(
        phrase("audit-by-department", language), told,
        (SheetColumn(phrase("audit-head-department", language), 2.2),
         SheetColumn(phrase("audit-head-total", language), 0.8, "right"),
         SheetColumn(phrase("audit-head-state", language), 1.6, "right"),
         *(SheetColumn(kind, 1.6, "right") for kind in kinds)),
        (*lines, total), ". ".join(word.rstrip(".") for word in words) + ".",
    )  # fmt: skip


def _printed_states(assessment: Assessment) -> list[AuditState]:
    """List the states the table counts: one nobody is in is left out if it is the rare one."""
    counts = states_of(assessment, range(len(assessment.audit.items)))
    return [state for state in AuditState if state is not AuditState.DECLINED or counts[state]]


def _cells(assessment: Assessment, rows: Sequence[int]) -> Iterator[str]:
    yield str(len(rows))
    yield _by_state(assessment, rows)
    for kind in AuditKind:
        yield _by_state(assessment, [row for row in rows if assessment.audit.items[row].kind is kind])


def _by_state(assessment: Assessment, rows: Sequence[int]) -> str:
    counts = states_of(assessment, rows)
    return JOINT.join(str(counts[state]) for state in _printed_states(assessment)) if rows else "–"


def _still_open(assessment: Assessment, language: Language) -> SheetTable:
    rows = open_rows(assessment, range(len(assessment.audit.items)))
    heads = (("department", 1.5), ("subject", 3.0), ("kind", 0.97), ("state", 1.4), ("next", 2.68), ("due", 1.12),
             ("source", 1.38))  # fmt: skip
    return SheetTable(
        phrase("audit-open", language, n=len(rows)),
        states_told(states_of(assessment, rows), language),
        tuple(SheetColumn(phrase(f"audit-head-{key}", language), share) for key, share in heads),
        tuple(SheetRow(_open_cells(assessment, row, language)) for row in rows),
        "" if rows else phrase("audit-none-open", language),
    )


def _open_cells(assessment: Assessment, row: int, language: Language) -> tuple[str, ...]:
    item, one = assessment.audit.items[row], assessment.audit.standings[row]
    lines = cite(one.source).split(" ")[0]
    return (
        JOINT.join(assessment.audit.names[row]), item.subject, short_kind(item.kind, language),
        audit_word(one.state, language), step_words(assessment, row), due_words(assessment, row), lines,
    )  # fmt: skip
