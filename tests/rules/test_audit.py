"""Rules look at the items of the council's audit one by one, as they stand on a day."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from types import MappingProxyType

import numpy as np
import pytest
from projects import NO_RISKS, department, judge, read_project, write_project

from scorecard.cards.assemble import assemble
from scorecard.cards.notes import message, open_findings, row_id, where
from scorecard.rules.assess import Assessment
from scorecard.targets.columns import Column
from scorecard.targets.vocabulary import AUDIT_FACTS, Kind

AUDIT = """\
audit: 2025년 감사
elsewhere: {museum: 과학관}
items:
  - id: giveback
    kind: proposal
    departments: [jobs]
    subject: 사회 환원
    state: review
    source: report#1
    programmes: [p]
    steps:
      - {name: 의견 듣기, due: 2026-03}
      - {name: 도입, due: 2026H1}
  - id: shuttle
    kind: demand
    departments: [museum]
    subject: 셔틀버스
    state: done
    source: report#2
    steps: [{name: 임차, due: 2026-02}]
  - id: careers
    kind: other
    departments: [jobs, startups]
    subject: 진로 체험
    state: underway
    source: report#3
"""
MONEY = "- id: p\n  name: 사업\n  budget: [{name: 줄, unit: 백만원, original: 10, current: 12}]\n"
DEPARTMENTS = {"jobs": department(MONEY), "startups": department("[]", "창업과")}


def assessed(
    folder: Path, on: str, audit: str = AUDIT, rules: Mapping[str, str] = MappingProxyType({})
) -> Assessment:
    write_project(folder, DEPARTMENTS, rules=rules)
    (folder / "targets" / "audit.yaml").write_text(audit, encoding="utf-8")
    return judge(folder, on)


def numbers(assessment: Assessment, name: str) -> Column:
    return assessment.audit.table.numbers(name)


def found(assessment: Assessment) -> list[tuple[str, str]]:
    return [
        (row_id(assessment, one), one.rule.text.id)
        for one in open_findings(assessment)
        if one.rule.text.id.startswith("audit-")
    ]


def test_every_fact_of_the_vocabulary_has_its_column(tmp_path: Path) -> None:
    columns = assessed(tmp_path, "2026-01-31").audit.table.columns

    assert set(columns) == {fact.name for fact in AUDIT_FACTS}
    kinds = {fact.name: fact.kind for fact in AUDIT_FACTS}
    texts = {name for name, column in columns.items() if not isinstance(column, np.ndarray)}
    flags = {
        name for name, column in columns.items() if isinstance(column, np.ndarray) and column.dtype == np.int8
    }
    assert texts == {name for name, kind in kinds.items() if kind is Kind.TEXT}
    assert flags == {name for name, kind in kinds.items() if kind is Kind.FLAG}


def test_the_days_count_from_the_end_of_the_earliest_step_not_done(tmp_path: Path) -> None:
    assessment = assessed(tmp_path, "2026-04-10")

    assert numbers(assessment, "days_late")[0] == 10
    assert np.isnan(numbers(assessment, "days_late")[2])
    assert numbers(assessment, "steps_late").tolist() == [1, 1, 0]
    assert numbers(assessment, "budget")[0] == 12_000_000


def test_a_project_without_an_audit_has_no_rows(tmp_path: Path) -> None:
    assessment = judge(write_project(tmp_path, DEPARTMENTS))
    assert assessment.audit.table.size == 0
    assert found(assessment) == []


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("2026-03-30", None),
        ("2026-03-31", None),
        ("2026-04-01", "audit-step-passed"),
        ("2026-06-29", "audit-step-passed"),
        ("2026-06-30", "audit-step-overdue"),
    ],
)
def test_a_step_has_passed_after_its_last_day(day: str, rule: str | None, tmp_path: Path) -> None:
    ours = [one for row, one in found(assessed(tmp_path, day)) if row == "audit/giveback"]
    assert ours == ([rule] if rule else [])


def test_a_young_step_is_no_grave_finding(tmp_path: Path) -> None:
    assessment = assessed(tmp_path, "2026-04-01")
    grave = [one for one in open_findings(assessment) if one.rule.text.severity.value in ("high", "medium")]
    assert not [one for one in grave if one.rule.text.id.startswith("audit-")]


def test_nothing_is_expected_of_what_is_closed(tmp_path: Path) -> None:
    assert "audit/shuttle" not in [row for row, _ in found(assessed(tmp_path, "2026-12-31"))]


def test_a_step_taken_and_a_state_told_later_settle_it_from_their_day(tmp_path: Path) -> None:
    taken = AUDIT.replace("due: 2026-03}", "due: 2026-03, done: 2026-04-20}")
    assert ("audit/giveback", "audit-step-passed") in found(assessed(tmp_path, "2026-04-19", taken))
    assert ("audit/giveback", "audit-step-passed") not in found(assessed(tmp_path, "2026-04-20", taken))

    told = AUDIT.replace(
        "    programmes: [p]", "    programmes: [p]\n    changed: [{on: 2026-05-02, state: done}]"
    )
    rows = [[row for row, _ in found(assessed(tmp_path, day, told))] for day in ("2026-05-01", "2026-05-02")]
    assert [("audit/giveback" in some) for some in rows] == [True, False]


def test_an_open_item_without_a_date_is_noted(tmp_path: Path) -> None:
    assert ("audit/careers", "audit-no-date") in found(assessed(tmp_path, "2026-01-31"))


def test_owners_write_rules_in_korean_names(tmp_path: Path) -> None:
    own = dedent("""\
        rules:
          - id: audit-ours
            title: 우리 규칙
            about: audit
            severity: low
            each: audit
            when: 구분 == "proposal" and not 종결 and 기한경과일수 > 5
            message: "{사안}: {조치상태} ({구분}), {예산}"
            why: 까닭
            action: 할 일
        """)
    assessment = assessed(tmp_path, "2026-04-10", rules={"risks": own})
    [finding] = open_findings(assessment)

    assert message(assessment, finding, "ko") == "사회 환원: 검토 중 (건의), 1,200만원"
    assert where(assessment, finding, department=True) == "일자리과 · 사회 환원"


def test_a_finding_stands_on_the_page_of_everyone_in_charge(tmp_path: Path) -> None:
    jobs, startups = assemble(assessed(tmp_path, "2026-01-31")).departments
    for card in (jobs, startups):
        assert ("audit-no-date", "audit/careers") in [(note.rule, note.row) for note in card.notes]


def test_a_finding_can_be_waived_by_the_id_of_its_item(tmp_path: Path) -> None:
    waived = (Path(__file__).parents[2] / "rules" / "risks.yaml").read_text(encoding="utf-8") + (
        "    waivers:\n      - {indicator: audit/careers, reason: 협의 중, until: 2026-12-31}\n"
    )
    assessment = assessed(tmp_path, "2026-01-31", rules={"risks": waived})
    assert ("audit/careers", "audit-no-date") not in found(assessment)


def test_a_waiver_of_no_item_is_a_problem(tmp_path: Path) -> None:
    waived = (Path(__file__).parents[2] / "rules" / "risks.yaml").read_text(encoding="utf-8") + (
        "    waivers:\n      - {indicator: audit/carers, reason: 협의 중, until: 2026-12-31}\n"
    )
    write_project(tmp_path, DEPARTMENTS, rules={"risks": waived})
    (tmp_path / "targets" / "audit.yaml").write_text(AUDIT, encoding="utf-8")
    _, _, problems = read_project(tmp_path)
    assert [(one.code, one.details["nearest"]) for one in problems] == [
        ("unknown-indicator", "audit/careers")
    ]


def test_facts_of_indicators_are_unknown_to_rules_of_the_audit(tmp_path: Path) -> None:
    wrong = NO_RISKS.replace("[]", "") + (
        "  - {id: x, title: 제목, about: audit, severity: low, each: audit, when: attainment < 1, message: 말, why: 왜, action: 무엇}\n"
    )
    write_project(tmp_path, DEPARTMENTS, rules={"risks": wrong})
    _, _, problems = read_project(tmp_path)
    assert [one.code for one in problems] == ["expression-unknown-name"]
