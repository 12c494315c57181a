"""What a source counts of an audit is held against its items and against itself; nothing is smoothed."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from projects import department, write_project

from scorecard.rules.audit_ties import tie_audit
from scorecard.rules.roundings import Verdict
from scorecard.rules.sides import Kind, TieOut
from scorecard.targets.audits import Audit, AuditCount, AuditItem
from scorecard.targets.loading import load_or_raise
from scorecard.targets.measures import Book, Office
from scorecard.targets.spots import SpotMap
from scorecard.wording.audits import AuditKind, AuditState

AUDIT = """\
audit: 2025년 감사
stated:
  - {place: 표, source: report#1, total: 3, done: 2, underway: 1, review: 0}
  - {place: 표, source: report#2, kind: demand, total: 2, done: 1, underway: 1}
  - {place: 표, source: report#3, kind: proposal, total: 1, done: 1}
items:
  - {id: a, kind: demand, departments: [jobs], subject: 가, state: done, source: report#11}
  - {id: b, kind: demand, departments: [jobs], subject: 나, state: underway, source: report#12,
     changed: [{on: 2026-06-30, state: done}]}
  - {id: c, kind: proposal, departments: [jobs], subject: 다, state: done, source: report#13}
"""


def ties_of(folder: Path, audit: str) -> list[TieOut]:
    write_project(folder, {"jobs": department("[]")})
    (folder / "targets" / "audit.yaml").write_text(audit, encoding="utf-8")
    return list(tie_audit(load_or_raise(folder)))


def test_counts_that_agree_hold_as_printed_whatever_changed_later(tmp_path: Path) -> None:
    ties = ties_of(tmp_path, AUDIT)

    assert {tie.verdict for tie in ties} == {Verdict.EXACT}
    assert {tie.kind for tie in ties} == {Kind.COUNT, Kind.PARTS}
    assert len(ties) == 15


def test_one_item_too_few_is_a_contradiction_never_a_rounding(tmp_path: Path) -> None:
    broken = [
        tie for tie in ties_of(tmp_path, AUDIT.replace("total: 3, done: 2", "total: 3, done: 3"))
        if tie.verdict is not Verdict.EXACT
    ]  # fmt: skip

    assert {tie.verdict for tie in broken} == {Verdict.CONTRADICTION}
    [count] = [tie for tie in broken if tie.kind is Kind.COUNT]
    assert (count.column, int(count.difference), count.spot.line, count.spot.column) == ("done", 1, 3, 50)
    assert [one.first for one in count.sides[0].sources] == [11, 13]
    assert [one.first for one in count.sides[1].sources] == [1]


def test_a_count_that_is_not_printed_is_not_compared(tmp_path: Path) -> None:
    columns = [
        tie.column for tie in ties_of(tmp_path, AUDIT) if tie.spot.line == 5 and tie.kind is Kind.COUNT
    ]
    assert columns == ["total", "done"]


@given(
    drawn=st.lists(st.tuples(st.sampled_from(AuditKind), st.sampled_from(AuditState)), max_size=40),
    slip=st.sampled_from((-1, 1)),
    column=st.sampled_from(["total", *(state.value for state in AuditState)]),
)
def test_a_table_made_of_the_items_ties_out_and_a_planted_slip_never_does(
    drawn: list[tuple[AuditKind, AuditState]], slip: int, column: str
) -> None:
    """Counting the very items gives no contradiction; one more or one less always gives one."""
    items = tuple(AuditItem(f"i{n}", kind, (), "", state, ()) for n, (kind, state) in enumerate(drawn))
    rows = [_counted(items, None), *(_counted(items, kind) for kind in AuditKind)]
    broken = dict(rows[0])
    broken[column] = max(broken[column] + slip, 0)

    assert {tie.verdict for tie in tie_audit(_book(items, rows))} <= {Verdict.EXACT}
    if broken != rows[0]:
        verdicts = [tie.verdict for tie in tie_audit(_book(items, [broken, *rows[1:]]))]
        assert Verdict.CONTRADICTION in verdicts


def _counted(items: tuple[AuditItem, ...], kind: AuditKind | None) -> dict[str, int]:
    ours = [item for item in items if kind in (None, item.kind)]
    counts = {state.value: sum(item.state is state for item in ours) for state in AuditState}
    return {"total": len(ours), **counts}


def _book(items: tuple[AuditItem, ...], rows: list[dict[str, int]]) -> Book:
    kinds = (None, *AuditKind)
    stated = tuple(AuditCount("표", (), kind=kind, **row) for kind, row in zip(kinds, rows, strict=True))
    office = Office("실", 2026, date(2026, 1, 31), ())
    return Book(office, (), {"audit": SpotMap("targets/audit.yaml", 0)}, audit=Audit("감사", items, stated))
