"""The council's audit is read strictly, proved on its lines, and known as of a day."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from scorecard.problems import Problem
from scorecard.targets.audits import AuditItem, Standing, full_id, standing
from scorecard.targets.evidence import prove
from scorecard.targets.loading import load_book, load_or_raise
from scorecard.wording.audits import AuditState

from .projects import JOBS, OFFICE, Place, places, write_project

AUDIT = """\
audit: 2025년 감사
states_after: 추진상황
headings: {demand: 요구사항, proposal: 건의사항, other: 기타사항}
elsewhere:
  museum: 시립과학관
items:
  - id: overlap
    kind: demand
    departments: [jobs]
    subject: 겹치는 지원
    state: underway
    source: report#3 VI-2
    steps:
      - name: 방안 마련
        due: 2026-02
    programmes: [academy]
    indicators: [academy/trained]
"""
DATED = OFFICE + "    date: 2026-03\n"


def problems_of(folder: Path, audit: str, office: str = DATED) -> list[Problem]:
    return load_book(write_project(folder, office, jobs=JOBS, audit=audit))[1]


def item_of(folder: Path, audit: str) -> AuditItem:
    book = load_or_raise(write_project(folder, DATED, jobs=JOBS, audit=audit))
    assert book.audit is not None
    return book.audit.items[0]


def slips(folder: Path, audit: str) -> list[Place]:
    return places(problems_of(folder, audit))


def test_an_audit_keeps_what_was_written(tmp_path: Path) -> None:
    item = item_of(tmp_path, AUDIT)

    assert (full_id(item), item.departments, item.state) == ("audit/overlap", ("jobs",), AuditState.UNDERWAY)
    assert [(step.name, str(step.due)) for step in item.steps] == [("방안 마련", "2026-02")]


def test_a_project_may_do_without_an_audit(tmp_path: Path) -> None:
    assert load_or_raise(write_project(tmp_path, DATED, jobs=JOBS)).audit is None


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ("state: underway", "state: finished", ("unknown-word", 11, 12)),
        ("kind: demand", "kind: 요구", ("unknown-word", 8, 11)),
        ("departments: [jobs]", "departments: [job]", ("unknown-department", 9, 19)),
        ("departments: [jobs]", "departments: []", ("empty-value", 9, 18)),
        ("programmes: [academy]", "programmes: [akademy]", ("unknown-programme", 16, 18)),
        ("[academy/trained]", "[academy/train]", ("unknown-indicator", 17, 18)),
        ("source: report#3 VI-2", "source: report 3", ("bad-citation", 12, 13)),
        ("source: report#3 VI-2", "source: plan#3 VI-2", ("unknown-source", 12, 13)),
        ("due: 2026-02", "due: 2월", ("bad-period", 15, 14)),
        ("subject: 겹치는 지원", "person: 아무개", ("unknown-key", 10, 5)),
        ("id: overlap", "id: Overlap_1", ("bad-id", 7, 9)),
        ("  museum: 시립과학관", "  jobs: 일자리정책과", ("duplicate-id", 5, 3)),
        ("departments: [jobs]", "departments: jobs", ("expected-list", 9, 18)),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(
    written: str, instead: str, expected: Place, tmp_path: Path
) -> None:
    assert written in AUDIT
    assert expected in slips(tmp_path, AUDIT.replace(written, instead))


def test_an_item_without_a_source_is_a_problem(tmp_path: Path) -> None:
    audit = AUDIT.replace("    source: report#3 VI-2\n", "")
    assert slips(tmp_path, audit) == [("missing-key", 7, 5)]


def test_the_nearest_programme_is_the_hint(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, AUDIT.replace("programmes: [academy]", "programmes: [akademy]"))
    assert problem.details == {"found": "jobs/akademy", "nearest": "jobs/academy"}


def test_the_same_id_and_the_same_count_stand_once(tmp_path: Path) -> None:
    again = AUDIT[AUDIT.index("  - id:") :]
    counts = "stated:\n" + "  - {place: 표, source: report#1, total: 1, kind: demand}\n" * 2
    assert slips(tmp_path, AUDIT + again + counts) == [("duplicate-id", 18, 9), ("duplicate-id", 31, 5)]


@pytest.mark.parametrize("day", ["2026-02-10", "2026-03-01"])
def test_a_state_from_before_the_source_is_a_problem(day: str, tmp_path: Path) -> None:
    early = AUDIT + f"    changed:\n      - on: {day}\n        state: done\n"
    assert slips(tmp_path, early) == [("audit-change-early", 19, 13)]


def test_later_states_stand_in_the_order_of_their_days(tmp_path: Path) -> None:
    twice = "      - {on: 2026-06-30, state: review}\n" * 2
    assert slips(tmp_path, AUDIT + "    changed:\n" + twice) == [("audit-change-early", 20, 14)]


def test_a_broken_department_is_not_told_twice(tmp_path: Path) -> None:
    broken = JOBS.replace("level: output", "level: out")
    _, problems = load_book(write_project(tmp_path, DATED, jobs=broken, audit=AUDIT))
    assert [problem.code for problem in problems] == ["unknown-word"]


def test_an_empty_audit_is_a_problem(tmp_path: Path) -> None:
    assert slips(tmp_path, "") == [("file-empty", 0, 0)]


def stands(item: AuditItem, day: str) -> Standing:
    return standing(item, date.fromisoformat(day))


def test_a_state_is_known_from_its_day_on(tmp_path: Path) -> None:
    item = item_of(tmp_path, AUDIT + "    changed:\n      - {on: 2026-06-30, state: done}\n")

    assert [stands(item, day).state for day in ("2026-06-29", "2026-06-30")] == [
        AuditState.UNDERWAY,
        AuditState.DONE,
    ]
    assert stands(item, "2026-06-30").next_step is None


def test_the_next_step_is_the_earliest_that_is_not_done(tmp_path: Path) -> None:
    steps = """\
    steps:
      - name: 언젠가
      - {name: 넷째 달, due: 2026-04}
      - {name: 둘째 달, due: 2026-02, done: 2026-02-20}
"""
    item = item_of(
        tmp_path, AUDIT.replace(AUDIT[AUDIT.index("    steps:") : AUDIT.index("    programmes")], steps)
    )

    named = [stands(item, day).next_step for day in ("2026-02-19", "2026-02-20")]
    assert [step.name for step in named if step] == ["둘째 달", "넷째 달"]


SOURCE = """\
1. 요구사항
요구사항\t조치결과
<p>○ 겹침 (일자리정책과)</p>\t<p>추진상황 : 추진 중</p> <p>○ 점검 완료 ○ 방안 마련('26. 2.)</p>
건의사항\t조치결과
<p>○ 겹침 (일자리정책과)</p>\t<p>추진상황 : 추진 중</p> <p>○ 방안 마련('26. 2.)</p>
"""


def unproved(folder: Path, audit: str) -> list[Place]:
    """Hold an audit against the source above."""
    evidence = folder / "evidence"
    evidence.mkdir()
    (evidence / "report.txt").write_text(SOURCE, encoding="utf-8")
    sealed = f"{DATED}    sha256: {sha256(SOURCE.encode()).hexdigest()}\n"
    only = "department: 일자리정책과\nprogrammes:\n  - {id: academy, name: 사업, exempt: 보기}\n"
    audit = audit.replace("    indicators: [academy/trained]\n", "")
    book = load_or_raise(write_project(folder, sealed, jobs=only, audit=audit))
    proof = prove(book, evidence)
    assert proof.found == ("report",)
    return places(proof.problems)


def test_whose_of_which_kind_how_far_and_by_when_is_proved(tmp_path: Path) -> None:
    assert unproved(tmp_path, AUDIT) == []


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ("state: underway", "state: done", [("figure-not-on-line", 11, 12)]),
        ("state: underway", "state: review", [("figure-not-on-line", 11, 12)]),
        ("kind: demand", "kind: proposal", [("figure-not-on-line", 8, 11)]),
        ("source: report#3 VI-2", "source: report#5 VI-2", [("figure-not-on-line", 8, 11)]),
        ("[jobs]\n", "[museum]\n", [("figure-not-on-line", 9, 19)]),
        ("due: 2026-02", "due: 2026-03", [("figure-not-on-line", 15, 14)]),
        ("    programmes: [academy]\n", "stated:\n  - {place: 표, source: report#3, total: 7}\n", [("figure-not-on-line", 17, 41)]),
    ],
)  # fmt: skip
def test_what_the_line_does_not_say_is_told(
    written: str, instead: str, expected: list[Place], tmp_path: Path
) -> None:
    changed = AUDIT.replace(written, instead)
    assert changed != AUDIT
    if "museum" in instead:
        changed = changed.replace("[academy]", "[jobs/academy]")
    assert unproved(tmp_path, changed) == expected
