"""The council's audit on the pages, as a sheet, as a record and explained: all tell the same."""

from pathlib import Path
from typing import Any

from projects import department, judge, write_project

from scorecard.cards.assemble import assemble
from scorecard.cards.audit_sheet import audit_sheet
from scorecard.cards.auditing import audit_record
from scorecard.cards.card import AuditCard
from scorecard.cards.explaining_audit import explain_item
from scorecard.problems import Language
from scorecard.rules.assess import Assessment

AUDIT = """\
audit: 2025년 감사
elsewhere: {museum: 과학관}
items:
  - id: careers
    kind: other
    departments: [jobs, startups]
    subject: 진로 체험
    state: underway
    source: report#3 VI
  - id: giveback
    kind: proposal
    departments: [startups]
    subject: 사회 환원
    state: review
    source: report#1-2 VI
    programmes: [p]
    steps: [{name: 의견 듣기, due: 2026-03}]
  - id: shuttle
    kind: demand
    departments: [museum]
    subject: 셔틀버스
    state: done
    source: report#2 VI
"""
PROGRAMME = "- {id: p, name: 창업 지원, exempt: 보기}\n"


def judged(folder: Path, on: str = "2026-01-31", language: Language = "ko", audit: str = AUDIT) -> Assessment:
    texts = {
        "jobs": department("[]"),
        "startups": department(PROGRAMME, "창업과"),
        "sites": department("[]", "입지과"),
    }
    write_project(folder, texts, office={"language": language})
    if audit:
        (folder / "targets" / "audit.yaml").write_text(audit, encoding="utf-8")
    return judge(folder, on)


def cards(assessment: Assessment) -> list[AuditCard | None]:
    return [card.audit for card in assemble(assessment).departments]


def test_a_page_counts_what_its_department_was_asked_for_and_lists_what_is_open(tmp_path: Path) -> None:
    jobs, startups, sites = cards(judged(tmp_path))

    assert sites is None
    assert jobs is not None
    assert startups is not None
    assert jobs.title == "의회 감사 조치 1건 · 추진 중 1"
    assert startups.title == "의회 감사 조치 2건 · 추진 중 1 · 검토 중 1"
    assert startups.told == "상태는 2026. 3. 자료 기준"
    assert [(item.subject, item.state, item.next_step) for item in startups.open] == [
        ("사회 환원", "검토 중", "의견 듣기, 3월까지"),
        ("진로 체험", "추진 중", "적히지 않음, 기한 없음"),
    ]


def test_an_open_item_carries_the_numbers_of_its_findings(tmp_path: Path) -> None:
    card = assemble(judged(tmp_path)).departments[1]

    assert card.audit is not None
    assert [
        note.rule for number in card.audit.open[1].notes for note in card.notes if note.number == number
    ] == ["audit-no-date"]


def test_a_step_that_has_passed_says_so(tmp_path: Path) -> None:
    card = cards(judged(tmp_path, "2026-04-01"))[1]
    assert card is not None
    assert card.open[0].next_step == "의견 듣기, 3월 지남"


def test_where_nothing_is_open_that_is_said(tmp_path: Path) -> None:
    closed = AUDIT.replace("state: underway", "state: declined").replace("state: review", "state: done")
    assessment = judged(tmp_path, audit=closed)
    jobs, startups, _ = cards(assessment)

    assert jobs is not None
    assert startups is not None
    assert (jobs.title, jobs.open) == ("의회 감사 조치 1건 · 미반영 1", ())
    sheet = audit_sheet(assessment)
    assert sheet is not None
    assert sheet.headline == "2025년 감사 3건이 모두 종결됐습니다."
    assert sheet.tables[1].words == "남은 조치가 없습니다."
    assert sheet.tables[0].rows[-1].cells[2] == "2 · 0 · 0 · 1"


def test_the_sheet_counts_each_item_once_in_the_total(tmp_path: Path) -> None:
    sheet = audit_sheet(judged(tmp_path))

    assert sheet is not None
    assert (
        sheet.headline
        == "2025년 감사 3건 가운데 1건이 완료되고 2건이 남았습니다. 기한이 없는 것이 1건입니다."
    )
    rows = {row.cells[0]: row.cells[1:] for row in sheet.tables[0].rows}
    assert rows["일자리과"] == ("1", "0 · 1 · 0", "–", "–", "0 · 1 · 0")
    assert rows["창업과"] == ("2", "0 · 1 · 1", "–", "0 · 0 · 1", "0 · 1 · 0")
    assert rows["과학관"] == ("1", "1 · 0 · 0", "1 · 0 · 0", "–", "–")
    assert rows["전체"] == ("3", "1 · 1 · 1", "1 · 0 · 0", "0 · 0 · 1", "0 · 1 · 0")
    assert "입지과" not in rows
    assert "1건은 여러 부서가 함께 맡아" in sheet.tables[0].words


def test_the_sheet_lists_what_is_open_with_step_date_and_line(tmp_path: Path) -> None:
    sheet = audit_sheet(judged(tmp_path))
    assert sheet is not None
    assert [row.cells for row in sheet.tables[1].rows] == [
        ("창업과", "사회 환원", "건의", "검토 중", "의견 듣기", "3월까지", "report#1-2"),
        ("일자리과 · 창업과", "진로 체험", "기타", "추진 중", "적히지 않음", "기한 없음", "report#3"),
    ]


def test_the_sheet_is_complete_in_english(tmp_path: Path) -> None:
    sheet = audit_sheet(judged(tmp_path, "2026-04-01", "en"))

    assert sheet is not None
    assert (
        sheet.headline
        == "2025년 감사: 3 items, 1 done, 2 open. Of the open ones, past a date: 1. Without a date: 1."
    )
    assert sheet.tables[1].rows[0].cells[2:6] == ("proposal", "under review", "의견 듣기", "Mar, passed")
    words = [sheet.title, sheet.foot, *(tile.label for tile in sheet.tiles)]
    words += [column.head for table in sheet.tables for column in table.columns]
    assert not [word for word in words if any("가" <= sign <= "힣" for sign in word)]


def test_a_project_without_an_audit_prints_nothing_of_one(tmp_path: Path) -> None:
    assessment = judged(tmp_path, audit="")
    assert audit_sheet(assessment) is None
    assert audit_record(assessment) is None
    assert cards(assessment) == [None, None, None]


def test_an_audit_without_items_prints_no_sheet(tmp_path: Path) -> None:
    assessment = judged(tmp_path, audit="audit: 감사\nitems: []\n")
    assert audit_sheet(assessment) is None
    assert cards(assessment) == [None, None, None]


def record(assessment: Assessment) -> dict[str, Any]:
    told = audit_record(assessment)
    assert told is not None
    return told


def test_the_record_tells_counts_and_every_item_as_of_the_day(tmp_path: Path) -> None:
    told = record(judged(tmp_path, "2026-04-01"))

    assert (told["total"], told["done"], told["underway"], told["review"], told["declined"]) == (
        3,
        1,
        1,
        1,
        0,
    )
    assert told["departments"]["startups"]["total"] == 2
    assert told["departments"]["museum"]["done"] == 1
    assert told["kinds"]["demand"]["total"] == 1
    item = told["items"][1]
    assert item["id"] == "audit/giveback"
    assert (item["next_step"], item["next_due"], item["late"]) == ("의견 듣기", "2026-03", True)
    assert (item["told"], item["programmes"], item["findings"]) == (
        "2026-03-31",
        ["startups/p"],
        ["audit-step-passed"],
    )
    assert (item["source"], item["file"], item["line"]) == ("report#1-2 VI", "targets/audit.yaml", 10)


def test_a_state_told_later_counts_from_its_day_on(tmp_path: Path) -> None:
    changed = AUDIT.replace(
        "    programmes: [p]\n", "    programmes: [p]\n    changed: [{on: 2026-05-02, state: done}]\n"
    )
    states = [record(judged(tmp_path, day, audit=changed))["done"] for day in ("2026-05-01", "2026-05-02")]
    assert states == [1, 2]


def test_an_item_is_explained_with_step_source_links_and_findings(tmp_path: Path) -> None:
    said = explain_item(judged(tmp_path, "2026-04-01"), 1)

    assert (said.id, said.title) == ("audit/giveback", "2025년 감사 · 창업과 · 사회 환원")
    lines = {line.label: line for line in said.lines}
    assert lines["상태"].text == "검토 중"
    assert "report#1-2 VI" in lines["상태"].detail
    assert (lines["조치"].text, lines["조치"].detail) == ("의견 듣기", "3월까지")
    assert (lines["관련"].text, lines["관련"].detail) == ("창업 지원", "startups/p")
    assert "audit-step-passed" in lines["위험신호"].detail
    assert lines["적힌 곳"].text == "targets/audit.yaml:10:5"


JOINT_RISK = """\
rules:
  - id: open
    each: audit
    about: audit
    severity: high
    title: 남은 조치
    when: not closed
    message: 남음
    why: 그래서
    action: 고침
"""


def test_a_headline_names_the_gravest_finding_though_the_department_shares_it(tmp_path: Path) -> None:
    texts = {"jobs": department("[]"), "startups": department(PROGRAMME, "창업과")}
    audit = AUDIT.partition("  - id: giveback")[0]
    write_project(tmp_path, texts, rules={"risks": JOINT_RISK})
    (tmp_path / "targets" / "audit.yaml").write_text(audit, encoding="utf-8")
    for card in assemble(judge(tmp_path)).departments:
        assert [note.severity.value for note in card.notes] == ["high"]
        assert "'남은 조치'" in card.headline
