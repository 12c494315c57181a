"""The result table has the columns of the contract, a row for every indicator, and nothing unreadable."""

import json
import re
from functools import cache
from typing import Any

import pytest
from projects import HOUSE, assessed, indicator, judge, programme

from scorecard.cards.coverage import measure_coverage
from scorecard.cards.covered import coverage_record
from scorecard.cards.results import COLUMNS, cite, plain, results
from scorecard.rules.assess import Assessment
from scorecard.targets.budgets import Citation
from scorecard.targets.vocabulary import Row

#: Section 7 of the design, word by word.
CONTRACT = [
    "id",
    "department",
    "programme",
    "name",
    "part_of",
    "level",
    "aggregation",
    "direction",
    "unit",
    "period",
    "target",
    "target_text",
    "target_qualifier",
    "target_kind",
    "previous",
    "previous_text",
    "previous_comparability",
    "actual",
    "actual_text",
    "actual_as_of",
    "attainment",
    "method",
    "start",
    "stretch",
    "due",
    "pace",
    "forecast",
    "forecast_low",
    "forecast_high",
    "p_hit",
    "score",
    "weight",
    "status",
    "status_word",
    "reason",
    "findings",
    "waived",
    "unknown",
    "budget",
    "budget_previous",
    "budget_change",
    "budget_spent_rate",
    "source_target",
    "source_actual",
    "file",
    "line",
]
SINCE = ["score_unadjusted", "score_method", "score_reason", "points", "grade"]  #: Added by decision 0035.
LINE = ("budget:", "  - {name: 줄, unit: 억원, current: 12, previous: 10, spent: 3}")
ROW = indicator(
    "target: {2026: '4,000명'}", "actual: {2025: '3,303명', 2026Q1: {value: 900명, source: 'report#715-716'}}",
    "source: {target: report#697 추진목표, actual: report#9}",
    "parts:",
    "  - {id: a, name: 가, target: {2026: '2,500명'}}",
    "  - {id: b, name: 나, target: {2026: '1,500명'}}",
)  # fmt: skip


@cache
def real() -> tuple[Assessment, list[dict[str, Any]]]:
    assessment = judge(HOUSE)
    return assessment, results(assessment)


def rows(
    programmes: str = programme(ROW, *LINE), as_of: str = "2026-03-31", risks: str = "rules: []\n"
) -> list[dict[str, Any]]:
    return results(assessed(programmes, office={"as_of": as_of}, rules={"risks": risks}))


def test_the_columns_are_those_of_the_contract() -> None:
    assert list(COLUMNS) == [*CONTRACT, *SINCE]
    assert {tuple(row) for row in real()[1]} == {COLUMNS}


def test_every_indicator_has_a_row_parts_included() -> None:
    assessment, table = real()
    assert [row["id"] for row in table] == [place.id for place in assessment.facts.places]
    assert sum(row["part_of"] is not None for row in table) > 0


def test_what_is_missing_is_null_never_nan_or_infinite() -> None:
    text = json.dumps(real()[1], allow_nan=False)
    assert "NaN" not in text


def test_a_row_says_what_the_text_says() -> None:
    row = rows()[0]
    expected = {
        "id": "jobs/p/i", "department": "일자리과", "programme": "사업", "name": "지표", "part_of": None,
        "level": "output", "aggregation": "sum", "direction": "up", "unit": "명", "period": "2026",
        "target": 4000, "target_text": "4,000명", "target_qualifier": "exact", "target_kind": "measured",
        "previous": 3303, "previous_text": "3,303명", "previous_comparability": "same",
        "actual": 900, "actual_text": "900명", "actual_as_of": "2026-03-31",
        "attainment": 0.225, "method": "ratio", "start": 0.82575, "status": "undecided", "status_word": "판단유보",
        "reason": None, "budget": 1_200_000_000, "budget_previous": 1_000_000_000, "budget_spent_rate": 0.25,
        "source_target": "report#697 추진목표", "source_actual": "report#715-716", "weight": 1.0,
        "file": "targets/jobs.yaml", "line": 8,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_parts_name_their_whole_and_inherit_what_they_do_not_say() -> None:
    whole, first, second = rows()
    assert [row["part_of"] for row in (whole, first, second)] == [None, "jobs/p/i", "jobs/p/i"]
    assert [(row["id"], row["target"], row["aggregation"]) for row in (first, second)] == [
        ("jobs/p/i/a", 2500, "sum"), ("jobs/p/i/b", 1500, "sum")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "as_of", "reason"),
    [
        (("target: {2026: 1명}",), "2026-03-31", "not_due"),
        (("target: {2026: 1명}",), "2026-12-31", "actual_missing"),
        (("actual: {2025: 1명}",), "2026-12-31", "target_missing"),
        (("target: {2026: 0명}", "actual: {2026: 1명}"), "2026-12-31", "zero_denominator"),
        (("target: {2026: 1명}", "actual: {2026: 1명}"), "2026-12-31", None),
    ],
)
def test_a_missing_attainment_has_its_reason(lines: tuple[str, ...], as_of: str, reason: str | None) -> None:
    row = rows(programme(indicator(*lines)), as_of)[0]
    assert (row["reason"], row["attainment"] is None) == (reason, reason is not None)


def rule(name: str, when: str, *, each: str = "indicator", waived: str = "") -> str:
    waivers = f", waivers: [{{indicator: {waived}, reason: 까닭, until: 2026-12-31}}]" if waived else ""
    return (
        f'  - {{id: {name}, title: 제목, about: target, severity: low, each: {each}, when: "{when}",'
        f" message: 말, why: 까닭, action: 조치{waivers}}}\n"
    )


def test_findings_leave_out_what_is_waived() -> None:
    risks = (
        "rules:\n" + rule("open", "target > 3000") + rule("answered", "target > 2000", waived="jobs/p/i/a")
    )
    found = [(row["findings"], row["waived"]) for row in rows(risks=risks)]
    assert found == [(["open", "answered"], []), ([], ["answered"]), ([], [])]


def test_what_is_found_of_a_programme_is_told_on_each_of_its_rows() -> None:
    risks = (
        "rules:\n"
        + rule("prog", "targets == 1", each="programme")
        + rule("dark", "budget_committed > 1", each="programme")
    )
    assert [(row["findings"], row["unknown"]) for row in rows(risks=risks)] == [(["prog"], ["dark"])] * 3


def test_rows_that_could_not_be_judged_name_the_rule() -> None:
    risks = "rules:\n" + rule("dark", "is_part and actual > 1")
    assert [row["unknown"] for row in rows(risks=risks)] == [[], ["dark"], ["dark"]]


def test_numbers_are_plain() -> None:
    assert [plain(number) for number in (3303.0, 0.5, float("nan"))] == [3303, 0.5, None]
    assert isinstance(plain(3303.0), int)


def test_citations_are_written_as_they_stand() -> None:
    cited = (Citation("report", 697, 697, "추진목표"), Citation("more", 7, 9, ""))
    assert cite(cited) == "report#697 추진목표; more#7-9"
    assert cite(()) == ""


def test_every_number_cites_its_source() -> None:
    """No shipped target or actual stands without one."""
    bare = [row["id"] for row in real()[1] if row["target_text"] and not row["source_target"]]
    assert bare == []
    cited = [row["source_target"] for row in real()[1] if row["source_target"]]
    assert all(re.match(r"report#\d+", one) for one in cited)


COUNTS = {
    "programmes", "programmes_with_target", "coverage_count", "budget", "budget_with_target", "coverage_budget",
    "indicators", "indicators_with_previous", "coverage_previous", "indicators_due", "indicators_with_actual",
    "coverage_actual", "weight", "weight_with_target", "coverage_weight", "indicators_told", "indicators_fresh",
    "coverage_fresh", "findings",
}  # fmt: skip


def test_the_record_of_coverage_is_that_of_the_contract() -> None:
    assessment = real()[0]
    record = coverage_record(measure_coverage(assessment), assessment)
    assert record.keys() == COUNTS | {"departments", "programmes_without_target"}
    assert all(one.keys() == COUNTS | {"department"} for one in record["departments"].values())
    assert json.loads(json.dumps(record, allow_nan=False)) == record


def test_the_record_lists_programmes_without_a_target() -> None:
    assessment = assessed("- {id: bare, name: 빈 사업}\n")
    record = coverage_record(measure_coverage(assessment), assessment)
    assert record["programmes_without_target"] == [
        {"id": "jobs/bare", "department": "일자리과", "programme": "빈 사업", "budget": None}
    ]
    assert record["coverage_budget"] is None


def test_what_is_found_of_the_audit_is_said_of_no_indicator() -> None:
    assessment = judge(HOUSE)
    of_audit = {rule.text.id for rule in assessment.rules.risks if rule.text.each is Row.AUDIT}
    assert of_audit & {one.rule.text.id for one in assessment.findings}
    for row in results(assessment):
        assert not of_audit & {*row["findings"], *row["waived"], *row["unknown"]}
