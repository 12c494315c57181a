"""Everything behind one line can be told, with the arithmetic a person can redo."""

import re

import pytest
from projects import HOUSE, assessed, indicator, judge, programme

from scorecard.cards.explaining import Explanation, explain
from scorecard.cards.explaining_programme import explain_programme
from scorecard.rules.assess import Assessment

RULES = """\
rules:
  - {id: r, title: 제목, about: target, severity: high, when: "target > 1", message: "목표 {target}", why: 까닭, action: 조치}
  - {id: own, title: 사업, about: budget, severity: low, each: programme, when: "targets > 0", message: 사업, why: 까닭, action: 조치}
  - {id: waived, title: 예외, about: target, severity: low, when: "target > 1", message: 말, why: 까닭, action: 조치,
     waivers: [{indicator: jobs/p/i, reason: 예외 사유, until: 2026-12-31}]}
  - {id: dark, title: 모름, about: target, severity: low, when: "budget_committed > 1 and has_target", message: 말, why: 까닭, action: 조치}
"""
LINES = (
    "target: {2026: '4,000명'}", "actual: {2025: '3,303명'}",
    "source: {target: report#697 추진목표, actual: report#715}", "note: 메모",
)  # fmt: skip
BUDGET = (
    "schedule: 연중", "reason: 사업 사유",
    "budget:", "  - {name: 줄, unit: 억원, current: 458, previous: 454, spent: 22, source: report#99 예산현황}",
)  # fmt: skip


def judged(*lines: str, more: tuple[str, ...] = (), as_of: str = "2026-01-31", **fields: str) -> Assessment:
    text = programme(indicator(*lines, **fields), *more)
    return assessed(text, on=as_of, office={"as_of": "2027-12-31"}, rules={"risks": RULES})


def told(of: Explanation) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for line in of.lines:
        found.setdefault(line.label, []).append((line.text, line.detail))
    return found


def line(label: str, *lines: str, as_of: str = "2026-12-31", **fields: str) -> tuple[str, str]:
    return told(explain(judged(*lines, more=(), as_of=as_of, **fields), 0))[label][0]


@pytest.fixture
def whole() -> dict[str, list[tuple[str, str]]]:
    return told(explain(judged(*LINES, more=BUDGET), 0))


def test_a_start_keeps_its_arithmetic(whole: dict[str, list[tuple[str, str]]]) -> None:
    """The example of the design."""
    assert whole["출발점"] == [("82.6% = 3,303명 ÷ 4,000명", "방법 ratio")]
    assert whole["도전폭"] == [("+21.1% = (4,000명 − 3,303명) ÷ 3,303명", "")]


def test_figures_come_with_period_and_source(whole: dict[str, list[tuple[str, str]]]) -> None:
    assert whole["목표"] == [("4,000명", "2026 · 출처 report#697 추진목표")]
    assert whole["전년 실적"] == [("3,303명", "2025 · 같은 것을 잰 값 · 출처 report#715")]
    assert whole["올해 실적"] == [("없음", "")]


def test_what_is_not_due_says_when_it_will_be(whole: dict[str, list[tuple[str, str]]]) -> None:
    assert whole["달성률"] == [("–", "실적 없음 · 결과가 나올 시기(연중)가 아직 아님")]
    (status,) = whole["상태"]
    assert status == (
        "미도래",
        "추진시기 연중 · 달성: 달성률 100% 이상 · 정상: 달성률 95% 이상 · 주의: 달성률 80% 이상",
    )


def test_the_money_behind_it_is_told(whole: dict[str, list[tuple[str, str]]]) -> None:
    assert whole["사업 예산"] == [("458억원", "전년 최종 454억원 · 집행률 4.8% · report#99 예산현황")]


def test_findings_of_the_row_and_of_its_programme_are_told(whole: dict[str, list[tuple[str, str]]]) -> None:
    assert [text for text, _ in whole["위험신호"]] == ["[높음] 목표 4,000명", "[낮음] 사업"]
    assert whole["위험신호"][0][1] == "r · 규칙 rules/risks.yaml:2 · 까닭 → 조치"


def test_what_is_waived_tells_its_reason(whole: dict[str, list[tuple[str, str]]]) -> None:
    assert [(text, detail.endswith("예외 사유")) for text, detail in whole["예외 처리됨"]] == [
        ("[낮음] 말", True)
    ]


def test_what_could_not_be_judged_tells_what_it_lacked(whole: dict[str, list[tuple[str, str]]]) -> None:
    assert whole["판단 불가 규칙"] == [("dark: budget_committed 없음", "")]


def test_what_could_not_be_judged_of_its_programme_is_told_with_it() -> None:
    rules = RULES + (
        '  - {id: night, title: 모름, about: budget, severity: low, each: programme, when: "budget_committed > 1",'
        " message: 말, why: 까닭, action: 조치}\n"
    )
    of = assessed(programme(indicator(*LINES), *BUDGET), rules={"risks": rules})

    for row in told(explain(of, 0)), told(explain_programme(of, 0)):
        assert ("night: budget_committed 없음") in [text for text, _ in row["판단 불가 규칙"]]
    assert ("night: budget_committed 없음", "사업") in told(explain(of, 0))["판단 불가 규칙"]


def test_a_band_s_border_is_told_as_it_is_written() -> None:
    attainment = (
        (HOUSE / "rules" / "attainment.yaml")
        .read_text(encoding="utf-8")
        .replace("at_least: 0.95", "at_least: 0.925")
    )
    of = assessed(programme(indicator(*LINES)), rules={"attainment": attainment, "risks": RULES})

    assert "정상: 달성률 92.5% 이상" in told(explain(of, 0))["상태"][0][1]


def test_notes_and_the_place_in_the_text_are_told(whole: dict[str, list[tuple[str, str]]]) -> None:
    assert whole["메모"] == [("메모", ""), ("사업 사유", "")]
    assert whole["적힌 곳"] == [("targets/jobs.yaml:10:9", "2026. 1. 31. 기준")]


def test_the_title_names_department_programme_and_indicator() -> None:
    of = explain(judged(*LINES), 0)
    assert (of.id, of.title) == ("jobs/p/i", "일자리과 · 사업 · 지표")
    assert told(of)["지표"] == [("산출 · 한 해의 합 · 높을수록 좋음", "")]


@pytest.mark.parametrize(
    ("lines", "fields", "expected"),
    [
        (("target: {2026: 4명}", "actual: {2026: 5명}"), {}, "125.0% = 5명 ÷ 4명"),
        (("target: {2026: 4명}", "actual: {2026: 5명}"), {"direction": "down"}, "80.0% = 4명 ÷ 5명"),
        (("target: {2026: 4명}", "actual: {2026: 5명}", "method: linear-down"), {"direction": "down"}, "75.0% = 2 − 5명 ÷ 4명"),
        (
            ("target: {2026: 120명}", "actual: {2026: 112명}", "method: from-baseline", "baseline: 100명"),
            {}, "60.0% = (112명 − 100명) ÷ (120명 − 100명)",
        ),
        (
            ("target: {2026: 120명}", "actual: {2025: 100명, 2026: 112명}", "method: from-baseline"),
            {}, "60.0% = (112명 − 100명) ÷ (120명 − 100명)",
        ),
        (("target: {2026: 100명}", "actual: {2026: 98명}"), {"direction": "keep"}, "60.0% = 1 − |98명 − 100명| ÷ (5.0% × 100명)"),
        (("target: {2026: 100명}", "actual: {2026: 98명}", "tolerance: 4"), {"direction": "keep"}, "50.0% = 1 − |98명 − 100명| ÷ 4"),
        (("target: {2026: 100명}", "actual: {2026: 93명}", "method: closest"), {}, "93.5% = 100명 ÷ (100명 + |93명 − 100명|)"),
        (("target: {2026: 1}", "actual: {2026: 0.8}", "method: parity", "unit: 배"), {}, "80.0% = 1 ÷ max(0.8배, 1 ÷ 0.8배)"),
    ],
)  # fmt: skip
def test_every_method_tells_its_arithmetic(
    lines: tuple[str, ...], fields: dict[str, str], expected: str
) -> None:
    assert line("달성률", *lines, **{"aggregation": "last", **fields})[0] == expected


def test_milestones_tell_the_steps_done_by_the_day() -> None:
    steps = (
        "steps: [{name: 설계, due: 2026-03, done: 2026-03-20}, {name: 착공, due: 2026-09, done: 2026-09-01}]"
    )
    text, detail = line(
        "달성률", "target: {2026: 착공}", steps, aggregation="milestone", direction="up", as_of="2026-04-30"
    )
    assert (text, detail) == ("50.0% = 1/2 단계", "방법 ratio")


def test_where_less_is_better_the_stretch_is_counted_downwards() -> None:
    text, _ = line("도전폭", "target: {2026: 80명}", "actual: {2025: 100명}", direction="down")
    assert text == "+20.0% = (100명 − 80명) ÷ 100명"


def test_a_sum_tells_its_figures_and_a_year_its_parts() -> None:
    summed = line("전년 실적", "actual: {2025: {sum: [1명, 2명], note: 더함}}")
    assert summed == ("3명 = 1명 + 2명", "2025 · 같은 것을 잰 값 · 출처 없음 · 더함")
    assert line("전년 실적", "actual: {2025H1: 1명, 2025H2: 2명}")[0] == "3명 = 1명 · 2명"


def test_what_is_written_as_absent_is_told_as_written() -> None:
    assert line("전년 실적", "actual: {2025: 신규}") == ("신규", "")


def test_without_schedule_and_budget_that_is_told() -> None:
    of = told(explain(judged("target: {2026: 4명}"), 0))
    assert of["사업 예산"] == [("–", "예산 줄 없음")]
    assert of["상태"][0][1].startswith("추진시기 연말")


def test_an_indicator_without_direction_has_no_method() -> None:
    words = programme("- {id: i, name: 글, level: output, aggregation: judged, target: {2026: 확대}}")
    of = told(explain(assessed(words), 0))
    assert of["지표"] == [("산출 · 정성", "")]
    assert of["달성률"][0][0] == "–"


def test_parts_are_listed() -> None:
    parts = "parts: [{id: a, name: 가, target: {2026: 4명}}, {id: b, name: 나, target: {2026: 6명}}]"
    of = told(explain(judged("target: {2026: 10명}", parts), 0))
    assert (of["부분 a"], of["부분 b"]) == ([("가 · 4명", "")], [("나 · 6명", "")])


def test_every_row_of_the_real_project_can_be_explained() -> None:
    assessment = judge(HOUSE)
    for row in range(assessment.indicators.size):
        of = explain(assessment, row)
        assert len(of.lines) >= 9
        assert not re.search(r"\bnan\b|NaN|\binf\b", repr(of))


def test_actuals_after_the_day_are_told_and_not_used() -> None:
    of = told(explain(judged("target: {2026: 10명}", "actual: {2026Q1: 4명}", as_of="2026-01-31"), 0))
    assert of["올해 실적"] == [("없음", "")]
    assert of["기준일 뒤의 실적"][0] == (
        "4명",
        "2026Q1 · 기준일(2026. 1. 31.) 뒤의 실적이라 이 호에서는 쓰지 않음",
    )


# ── how it came to be what it is ──────────────────────────────────────────────────────────────

LEDGER = """\
target:
    2026:
      value: 200명
      revised:
        - {was: 240명, on: 2026-02-01, reason: 예산 감액, approver: 성과관리위원회}
        - {was: 220명, on: 2026-05-01, reason: 모집 미달, approver: 성과관리팀}"""


def test_a_ledger_is_told_entry_by_entry_as_it_was_on_the_day() -> None:
    first = ("240명 → 220명", "2026 · 2026. 2. 1. · 예산 감액 · 성과관리위원회")
    second = ("220명 → 200명", "2026 · 2026. 5. 1. · 모집 미달 · 성과관리팀")

    assert told(explain(judged(LEDGER, as_of="2026-06-30"), 0))["목표 변경"] == [first, second]
    assert told(explain(judged(LEDGER, as_of="2026-03-31"), 0))["목표 변경"] == [first]
    assert "목표 변경" not in told(explain(judged(LEDGER, as_of="2026-01-31"), 0))


def test_how_it_is_measured_is_told_and_since_when_otherwise() -> None:
    lines = told(
        explain(
            judged(
                "target: {2026: 200명}", "formula: 취업자 ÷ 수료자", "measured_by: 고용보험 자료",
                "breaks: [{since: 2026-07-01, reason: 설문에서 바꿈, comparability: similar}]",
                as_of="2026-12-31",
            ),
            0,
        )
    )  # fmt: skip

    assert lines["산식"] == [("취업자 ÷ 수료자", "")]
    assert lines["측정 방법"] == [("고용보험 자료", "")]
    assert lines["재는 법 바뀜"] == [("2026-07-01", "설문에서 바꿈 · 비슷한 것을 잰 값")]
