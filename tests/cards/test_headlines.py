"""A page begins with one message made of its data, in either language."""

import pytest
from projects import assessed, assessed_departments, department, indicator, programme

from scorecard.cards.coverage import measure_coverage, rows_of
from scorecard.cards.headlines import department_headline, office_headline
from scorecard.rules.assess import Assessment

RULE = """\
rules:
  - {id: r, title: 큰 목표, about: target, severity: SEVERITY, when: "target > 50", message: 큼, why: 까닭, action: 조치,
     en: {title: Large target, message: large, why: Why, action: Act}}
"""
BUDGET = ("budget:", "  - {name: 줄, unit: 억원, current: 10}")


def judged(
    *indicators: str, severity: str = "high", language: str = "ko", as_of: str = "2026-01-31"
) -> Assessment:
    return assessed(
        programme("".join(indicators), *BUDGET),
        office={"language": language, "as_of": as_of},
        rules={"risks": RULE.replace("SEVERITY", severity)},
    )


def headline(of: Assessment) -> str:
    only = of.facts.book.departments[0]
    return department_headline(of, only, rows_of(of, only))


BELOW = indicator("target: {2026: 40명}", "actual: {2025: 50명}", id="below")
ABOVE = indicator("target: {2026: 50명}", "actual: {2025: 40명}", id="above")
MORE = indicator("target: {2026: 10명}", "actual: {2025: 9명}", id="more")
NEW = indicator("target: {2026: 10명}", "actual: {2025: 신규}", id="new")
REPORTED = indicator("target: {2026: 10명}", "actual: {2025: 9명, 2026Q1: 4명}", id="reported")
WORDS = indicator("target: {2026: 확대}", aggregation="judged", id="words")
NO_RISK = {
    "ko": "높음이나 중간 위험신호는 없습니다.",
    "en": "There is no finding of high or medium severity.",
}


def test_before_there_are_results_it_tells_the_start() -> None:
    assert headline(judged(BELOW, ABOVE, MORE, NEW)) == (
        "2026년 계량 목표 4개 가운데 전년 실적과 비교되는 3개는 목표의 90.0%(중앙값)에서 출발합니다. "
        f"그중 1개는 전년 실적보다 낮은 목표입니다. {NO_RISK['ko']}"
    )
    assert headline(judged(BELOW, ABOVE, MORE, NEW, language="en")) == (
        "Measured targets for 2026: 4. Those that compare with last year (3) start at 90.0% of target (median). "
        f"Set below last year's actual: 1. {NO_RISK['en']}"
    )


def test_where_no_target_is_below_last_year_it_says_nothing_of_it() -> None:
    assert "낮은 목표" not in headline(judged(ABOVE))


def test_once_the_year_is_told_it_tells_the_attainment() -> None:
    told = REPORTED.replace("2026Q1", "2026")
    of = judged(ABOVE, told, as_of="2026-12-31")
    assert headline(of).startswith(
        "2026년 계량 목표 2개 가운데 실적이 나온 1개는 목표의 40.0%(중앙값)를 달성했습니다."
    )
    english = judged(ABOVE, told, as_of="2026-12-31", language="en")
    assert headline(english).startswith(
        "Measured targets for 2026: 2. Those reported so far (1) stand at 40.0%"
    )


def test_while_the_year_runs_it_tells_who_is_on_course() -> None:
    """A third of the year's work in March is no attainment of 33 %: it is on course, or it is not."""
    behind, good = (
        indicator("target: {2026: 400명}", f"actual: {{2026Q1: {actual}}}", "schedule: 연중", id=name)
        for name, actual in (("behind", "50명"), ("good", "110명"))
    )
    of = judged(behind, good, REPORTED, as_of="2026-04-30")
    assert headline(of).startswith(
        "지금까지 판단할 수 있는 2개 가운데 정상·달성 1개, 주의 0개, 부진 1개입니다. 1개는 아직 판단하기 이릅니다."
    )
    english = judged(behind, good, as_of="2026-04-30", language="en")
    assert headline(english).startswith("Of 2 that can be judged by now, 1 are on track or achieved")


def test_without_a_baseline_it_tells_no_start() -> None:
    assert headline(judged(NEW)).startswith("2026년 계량 목표 1개 가운데 전년 실적과 비교되는 것이 없어")
    assert headline(judged(NEW, language="en")).startswith("Measured targets for 2026: 1. None compares")


def test_without_a_measured_target_it_says_so() -> None:
    assert headline(judged(WORDS)) == f"2026년 계량 목표가 없습니다. {NO_RISK['ko']}"
    assert headline(judged(WORDS, language="en")) == f"There is no measured target for 2026. {NO_RISK['en']}"


LARGE = indicator("target: {2026: 60명}", "actual: {2025: 60명}", id="large")


@pytest.mark.parametrize(
    ("severity", "language", "expected"),
    [
        ("high", "ko", "가장 큰 위험신호는 사업 · 지표의 '큰 목표'입니다."),
        ("medium", "en", "The gravest finding is 'Large target' at 사업 · 지표."),
        ("low", "ko", NO_RISK["ko"]),
        ("note", "en", NO_RISK["en"]),
    ],
)
def test_it_names_the_gravest_finding_if_any_is_grave(severity: str, language: str, expected: str) -> None:
    assert headline(judged(LARGE, severity=severity, language=language)).endswith(expected)


def test_a_department_tells_its_own_findings_only() -> None:
    texts = {"a": department(programme(LARGE), "가과"), "b": department(programme(MORE), "나과")}
    of = assessed_departments(texts, rules={"risks": RULE.replace("SEVERITY", "high")})
    ends = [
        department_headline(of, one, rows_of(of, one)).rpartition(". ")[2]
        for one in of.facts.book.departments
    ]
    assert ends == ["가장 큰 위험신호는 사업 · 지표의 '큰 목표'입니다.", NO_RISK["ko"]]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ko", "목표를 세울 예산 10억원의 100.0%에 계량 목표가 있습니다."),
        ("en", "100.0% of the budget that is to have targets (KRW 1 billion) has a measured one."),
    ],
)
def test_the_office_tells_how_much_of_its_money_has_a_target(language: str, expected: str) -> None:
    of = judged(MORE, language=language)
    said = office_headline(of, measure_coverage(of), rows_of(of, *of.facts.book.departments))
    assert said.endswith(expected)
    assert said.count(".") > 1


def test_parts_do_not_count_as_targets() -> None:
    parts = "parts: [{id: a, name: 가, target: {2026: 4명}}, {id: b, name: 나, target: {2026: 6명}}]"
    assert "목표 1개" in headline(judged(indicator("target: {2026: 10명}", parts)))
