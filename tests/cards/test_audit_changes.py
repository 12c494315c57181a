"""Items of the council's audit are compared from edition to edition: what changed its state, came or went."""

import json
from pathlib import Path

import pytest
from projects import department, judge, write_project

from scorecard.cards.changes import Kind
from scorecard.cards.recording import record_of
from scorecard.cards.results import results
from scorecard.cards.revising import Former, revisions_sheet
from scorecard.cards.revisions import Comparison, Record, compare
from scorecard.cards.saying import say_change
from scorecard.reports.records import read_results
from scorecard.reports.tables import results_text
from scorecard.rules.assess import Assessment

ITEM = "  - {id: ID, kind: demand, departments: [jobs], subject: 사안 ID, state: STATE, source: report#1}\n"


def judged(folder: Path, **states: str) -> Assessment:
    """Judge a project whose audit has items of some states."""
    write_project(folder, {"jobs": department("[]")})
    items = "".join(ITEM.replace("ID", one).replace("STATE", state) for one, state in states.items())
    (folder / "targets" / "audit.yaml").write_text(f"audit: 감사\nitems:\n{items}", encoding="utf-8")
    return judge(folder)


def written(folder: Path, assessment: Assessment, *, drop: str = "") -> Path:
    """Write the record of an edition, perhaps as one of an early version."""
    told = {key: value for key, value in record_of(assessment).items() if key != drop}
    path = folder / "results.json"
    path.write_text(results_text("2026Q1", "2026-01-31", results(assessment), told), encoding="utf-8")
    return path


def read(path: Path) -> Record:
    record, problems = read_results(path)
    assert record is not None, problems
    return record


def told(comparison: Comparison) -> list[tuple[Kind, str, str, str]]:
    return [(one.kind, one.id, one.old, one.new) for one in comparison.changes]


CHANGED = [
    (Kind.AUDIT_STATE, "audit/a", "review", "done"),
    (Kind.AUDIT_ADDED, "audit/c", "", "underway"),
    (Kind.AUDIT_REMOVED, "audit/b", "done", ""),
]


def test_items_that_changed_came_or_went_are_told(tmp_path: Path) -> None:
    old, new = judged(tmp_path, a="review", b="done"), judged(tmp_path, a="done", c="underway")

    assert told(compare(old, new)) == CHANGED
    assert told(compare(old, old)) == []


def test_an_edition_tells_its_items_too(tmp_path: Path) -> None:
    old = read(written(tmp_path, judged(tmp_path, a="review", b="done")))
    assert told(compare(old, judged(tmp_path, a="done", c="underway"))) == CHANGED


def test_an_edition_that_tells_no_items_is_not_compared_by_them(tmp_path: Path) -> None:
    old = read(written(tmp_path, judged(tmp_path, a="review"), drop="audit"))
    assert told(compare(old, judged(tmp_path, a="done"))) == []


@pytest.mark.parametrize("state", ["finished", 3, None])
def test_a_damaged_item_is_a_problem(state: object, tmp_path: Path) -> None:
    path = written(tmp_path, judged(tmp_path, a="review"))
    record = json.loads(path.read_text(encoding="utf-8"))
    record["audit"]["audit/a"]["state"] = state
    path.write_text(json.dumps(record), encoding="utf-8")

    [problem] = read_results(path)[1]
    assert (problem.code, problem.details) == ("results-broken", {"reason": "audit"})


def test_states_are_said_in_words_and_the_sheet_lists_them(tmp_path: Path) -> None:
    old = read(written(tmp_path, judged(tmp_path, a="review")))
    new = judged(tmp_path, a="done")
    [change] = compare(old, new).changes
    said = say_change(change, "ko")
    assert (said.old, said.new) == ("검토 중", "완료")

    sheet = revisions_sheet(new, Former("2026Q1", old))
    assert sheet is not None
    rows = [row.cells for table in sheet.tables for row in table.rows]
    assert rows == [("일자리과 · 사안 a", "검토 중", "완료")]
