"""An edition holds everything that is printed: the office's card and one a department."""

import re
from functools import cache

import pytest
from projects import HOUSE, assessed, assessed_departments, department, indicator, judge, programme

from scorecard.cards.assemble import assemble, edition_name
from scorecard.cards.card import DepartmentCard, Edition, Row
from scorecard.cards.offices import GRAVEST
from scorecard.rules.assess import Assessment
from scorecard.wording.terms import Severity, Status

BUDGET = ("budget:", "  - {name: 줄, unit: 억원, current: 458, spent: 22}")
TRAINED = indicator("target: {2026: '4,000명'}", "actual: {2025: '3,303명'}", name="AI 인재 양성")


def edition(programmes: str, **office: str) -> Edition:
    return assemble(assessed(programmes, office=office, rules={"risks": "rules: []\n"}))


def card(programmes: str, **office: str) -> DepartmentCard:
    return edition(programmes, **office).departments[0]


def row(*lines: str, as_of: str = "2026-01-31", **fields: str) -> Row:
    return card(programme(indicator(*lines, **fields)), as_of=as_of).groups[0].rows[0]


@cache
def real() -> tuple[Assessment, Edition]:
    assessment = judge(HOUSE)
    return assessment, assemble(assessment)


@pytest.mark.parametrize(
    ("begins", "as_of", "expected"),
    [
        (1, "2026-01-31", "2026Q1"),
        (1, "2026-03-31", "2026Q1"),
        (1, "2026-04-01", "2026Q2"),
        (1, "2026-12-31", "2026Q4"),
        (1, "2027-02-15", "2026Q4"),
        (4, "2026-04-01", "2026Q1"),
        (4, "2026-12-31", "2026Q3"),
        (4, "2027-01-01", "2026Q4"),
        (4, "2027-03-31", "2026Q4"),
        (4, "2028-01-01", "2026Q4"),
    ],
)
def test_an_edition_is_named_by_the_quarter_of_its_fiscal_year(
    begins: int, as_of: str, expected: str
) -> None:
    of = assessed(programme(indicator()), office={"year_begins": str(begins), "as_of": as_of})
    assert edition_name(of) == expected


def test_an_office_may_name_its_edition() -> None:
    of = edition(programme(indicator()), edition="2026-01-report")
    assert (of.name, of.title) == ("2026-01-report", "2026년 2026-01-report 성과 스코어카드")


@pytest.mark.parametrize(
    ("language", "title", "day", "source"),
    [
        ("ko", "2026년 1분기 성과 스코어카드", "2026. 1. 31. 기준", "자료: 업무보고(2026. 3.)"),
        ("en", "Performance scorecard 2026, quarter 1", "as of 31 Jan 2026", "Source: 업무보고(Mar 2026)"),
    ],
)
def test_every_page_can_say_what_and_when_it_is(language: str, title: str, day: str, source: str) -> None:
    of = edition(programme(indicator()), language=language)
    assert (of.title, of.day, of.source, of.sample) == (title, day, source, "")
    assert "26" in of.legend
    assert "25" in of.legend


def test_sources_without_a_day_are_named_alone_and_none_is_nothing() -> None:
    assert (
        edition(programme(indicator()), sources="{a: {title: 가}, b: {title: 나, date: '2026'}}").source
        == "자료: 가, 나(2026.)"
    )
    assert edition(programme(indicator()), sources="{}").source == ""


def test_a_row_is_printed_from_left_to_right() -> None:
    told = card(programme(TRAINED, *BUDGET, "schedule: 연중"))
    (group,) = told.groups
    (first,) = group.rows
    assert (group.name, group.detail) == ("사업", "연중 · 458억원")
    assert (first.name, first.previous, first.target, first.actual) == (
        "AI 인재 양성",
        "3,303명",
        "4,000명",
        "",
    )
    assert (first.change, first.start, first.bullet.previous) == ("+21.1%", "82.6%", 0.82575)
    assert (first.status, first.status_word, first.depth) == (Status.NOT_DUE, "미도래", 0)


def test_the_actual_has_a_column_once_there_is_one() -> None:
    before = card(programme(TRAINED))
    after = card(programme(indicator("target: {2026: 10명}", "actual: {2026Q1: 4명}")), as_of="2026-04-30")
    assert [len(one.heads) for one in (before, after)] == [7, 8]
    assert after.heads[1:4] == ("'25 실적", "'26 목표", "'26 실적")
    assert after.groups[0].rows[0].bullet.actual == 0.4


@pytest.mark.parametrize(
    ("lines", "fields", "words"),
    [
        (("target: {2026: 10명}",), {}, "전년 실적 없음"),
        (("target: {2026: 10명}", "actual: {2025: 신규}"), {}, "신규, 기준 없음"),
        (("target: {2026: 투자유치 확대}",), {"aggregation": "judged"}, "투자유치 확대"),
        (("actual: {2025: 10명}",), {}, "목표 없음"),
    ],
)
def test_an_empty_bar_says_why(lines: tuple[str, ...], fields: dict[str, str], words: str) -> None:
    bullet = row(*lines, **fields).bullet
    assert (bullet.previous, bullet.actual, bullet.words) == (None, None, words)


@pytest.mark.parametrize(
    ("comparability", "similar"), [("same", False), ("similar", True), ("partial", True)]
)
def test_a_bar_that_compares_roughly_is_drawn_so(comparability: str, similar: bool) -> None:
    bullet = row(
        "target: {2026: 10명}", f"actual: {{2025: {{value: 5명, comparability: {comparability}}}}}"
    ).bullet
    assert (bullet.previous, bullet.similar) == (0.5, similar)


def test_a_target_in_words_is_named_by_its_kind() -> None:
    assert row("target: {2026: 확대}", aggregation="judged").target == "글로 된 목표"
    steps = row("target: {2026: 착공}", "steps: [{name: 착공, due: 2026-03}]", aggregation="milestone")
    assert (steps.target, steps.bullet.words) == ("단계 목표", "착공")


def test_a_row_without_a_target_says_so_in_its_status() -> None:
    told = row("actual: {2025: 10명}")
    assert (told.target, told.status_word, told.start) == ("–", "목표 없음", "–")


def test_parts_stand_under_their_whole() -> None:
    parts = "parts: [{id: a, name: 가, target: {2026: 4명}}, {id: b, name: 나, target: {2026: 6명}}]"
    rows = card(programme(indicator("target: {2026: 10명}", parts))).groups[0].rows
    assert [(one.name, one.depth) for one in rows] == [("지표", 0), ("가", 1), ("나", 1)]


def test_a_programme_without_rows_is_no_group_but_is_listed() -> None:
    told = card("- {id: bare, name: 빈 사업, budget: [{name: 줄, unit: 억원, current: 32}]}\n")
    assert told.groups == ()
    assert told.uncovered_title == "계량 목표가 없는 사업 1개 (예산 32억원)"
    assert [(one.name, one.budget, one.words) for one in told.uncovered] == [("빈 사업", "32억원", "")]


def test_a_target_in_words_is_listed_with_its_words() -> None:
    told = card(programme(indicator("target: {2026: 투자유치 확대}", aggregation="judged")))
    assert [(one.name, one.budget, one.words) for one in told.uncovered] == [
        ("사업", "예산 줄 없음", "투자유치 확대")
    ]
    assert told.groups[0].detail == "예산 줄 없음"


def test_exempt_programmes_are_named_with_their_reason() -> None:
    text = (
        "- {id: o, name: 기본경비, exempt: 행정운영경비, budget: [{name: 줄, unit: 백만원, current: 87}]}\n"
    )
    assert (
        card(programme(TRAINED) + text).exempt
        == "목표 설정 대상에서 뺀 사업 1개 (예산 8,700만원): 기본경비(행정운영경비)"
    )
    assert card(programme(TRAINED)).exempt == ""


def values(told: DepartmentCard) -> dict[str, tuple[str, str]]:
    return {tile.label: (tile.value, tile.detail) for tile in told.tiles}


def test_tiles_sum_a_card_up() -> None:
    assert values(card(programme(TRAINED, *BUDGET))) == {
        "계량 목표": ("1", ""), "비교 가능": ("1", "1개 중"), "출발점(중앙값)": ("82.6%", ""),
        "위험신호": ("높음 0 · 중간 0", ""), "목표 설정률": ("사업 100% · 예산 100%", ""), "집행률": ("4.8%", ""),
    }  # fmt: skip


def test_the_middle_tile_tells_attainment_once_there_is_one() -> None:
    told = card(programme(indicator("target: {2026: 10명}", "actual: {2026: 4명}")), as_of="2026-12-31")
    assert values(told)["달성률(중앙값)"] == ("40.0%", "")


def test_the_middle_tile_counts_who_is_on_course_while_the_year_runs() -> None:
    text = programme(indicator("target: {2026: 400명}", "actual: {2026Q1: 50명}", "schedule: 연중"))
    assert values(card(text, as_of="2026-04-30"))["정상 · 주의 · 부진"] == ("0 · 0 · 1", "")


def test_a_department_without_indicators_still_tells_its_spending() -> None:
    told = card("- {id: bare, name: 빈 사업, budget: [{name: 줄, unit: 억원, current: 32, spent: 8}]}\n")
    assert (values(told)["집행률"], values(told)["출발점(중앙값)"]) == (("25.0%", ""), ("–", ""))


def test_undecided_rows_are_counted_programmes_included() -> None:
    risks = """\
rules:
  - {id: a, title: 가, about: data, severity: low, when: "actual > 1", message: 말, why: 까닭, action: 조치}
  - {id: b, title: 나, about: data, severity: low, each: programme, when: "budget > 1", message: 말, why: 까닭, action: 조치}
"""
    told = assemble(assessed(programme(TRAINED), rules={"risks": risks}))
    assert values(told.departments[0])["위험신호"] == ("높음 0 · 중간 0", "판단 불가 2")


THREE = {name: department(programme(TRAINED, *BUDGET), f"{name}과") for name in ("a", "b")} | {
    "c": department("- {id: bare, name: 빈 사업}\n", "c과")
}


def test_the_office_has_a_line_for_each_department() -> None:
    office = assemble(assessed_departments(THREE)).office
    told = [
        (one.name, one.targets, one.comparable, one.start, one.coverage_count_text, one.coverage_budget)
        for one in office.lines
    ]
    assert told == [
        ("a과", "1", "1", "82.6%", "100%", 1.0), ("b과", "1", "1", "82.6%", "100%", 1.0), ("c과", "0", "0", "–", "0%", None)
    ]  # fmt: skip
    assert [one.bullet.words for one in office.lines] == ["", "", "없음"]


def test_tallies_count_each_row_once_and_leave_out_what_is_none() -> None:
    first, _, last = assemble(assessed_departments(THREE)).office.lines
    assert [(one.status, one.word, one.count) for one in first.tallies] == [(Status.NOT_DUE, "미도래", 1)]
    assert last.tallies == ()


RISK = """\
rules:
  - id: r
    title: 제목
    about: target
    severity: high
    when: "target > 1"
    message: 말
    why: 까닭
    action: 조치
    waivers: [{indicator: jobs/p/i0, reason: 까닭, until: 2026-01-30}]
"""
MANY = programme("".join(indicator("target: {2026: 10명}", id=f"i{n}") for n in range(14)))


def test_the_first_page_names_the_gravest_findings_and_no_more() -> None:
    office = assemble(assessed(MANY, rules={"risks": RISK.replace("01-30", "12-31")})).office
    assert [note.number for note in office.gravest] == list(range(1, GRAVEST + 1))
    assert office.gravest[0].where == "일자리과 · 사업 · 지표"
    assert office.lines[0].high == 13


def test_an_expired_waiver_leads_the_gravest() -> None:
    first, second, *_ = assemble(assessed(MANY, rules={"risks": RISK})).office.gravest
    assert (first.number, first.title, first.where, first.severity) == (
        1,
        "기한이 지난 예외",
        "제목",
        Severity.HIGH,
    )
    assert first.message == "r 규칙의 예외(jobs/p/i0)가 2026. 1. 30.에 끝남"
    assert (second.number, second.title) == (2, "제목")


def test_a_rule_that_did_not_run_leads_the_gravest(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> object:
        raise ZeroDivisionError("0")

    monkeypatch.setattr("scorecard.rules.assess.compile_condition", fail)
    (note,) = assemble(assessed(MANY, rules={"risks": RISK.replace("01-30", "12-31")})).office.gravest
    assert (note.title, note.message, note.rule) == ("실행되지 않은 규칙", "ZeroDivisionError: 0", "r")


def test_no_row_of_the_real_project_is_lost() -> None:
    assessment, printed = real()
    ids = [one.id for told in printed.departments for group in told.groups for one in group.rows]
    assert ids == [place.id for place in assessment.facts.places]


def test_every_note_of_the_real_project_is_referred_to() -> None:
    """A number in a row leads to a note, and every note is led to from its rows or its programme."""
    for told in real()[1].departments:
        rows = {number for group in told.groups for one in group.rows for number in one.notes}
        whole = {number for group in told.groups for number in group.notes}
        numbers = [note.number for note in told.notes]
        assert numbers == list(range(1, len(numbers) + 1))
        assert rows | whole <= set(numbers)


def test_no_printed_text_of_the_real_project_is_a_python_value() -> None:
    assert re.findall(r"\bnan\b|NaN|\binf\b|'None'|\{target", repr(real()[1])) == []


def test_a_programme_without_money_says_so_among_those_without_a_target() -> None:
    lines = indicator("target: {2026: '-'}", aggregation="judged")
    bare = assemble(assessed(programme(lines))).departments[0].uncovered
    assert [(one.budget, one.words) for one in bare] == [("예산 줄 없음", "")]
