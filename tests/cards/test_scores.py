"""Scores are printed with what they rest on, and where there are none nothing is."""

import attrs
import pytest
from projects import HOUSE, assessed, assessed_departments, department, indicator, programme

from scorecard.cards.assemble import assemble
from scorecard.cards.explaining import explain
from scorecard.cards.results import COLUMNS, results
from scorecard.cards.scores import score_words
from scorecard.cards.sheets import SheetTable
from scorecard.reports.layout.department import lay_out_department
from scorecard.reports.layout.office import lay_out_office
from scorecard.reports.summary import summary_text
from scorecard.reports.things import Text
from scorecard.rules.assess import Assessment
from scorecard.rules.scoring.models import GradeTable

SHIPPED = (HOUSE / "rules/scoring.yaml").read_text(encoding="utf-8")
PAST = "2020: 12명, 2021: 100명, 2022: 90명, 2023: 94명, 2024: 102명, 2025: 106명"


def told(score: str, *lines: str, actual: str = "112명", **fields: str) -> str:
    usual = {"target": "{2026: 110명}", "actual": f"{{{PAST}, 2026: {actual}}}"}
    return indicator(*([f"score: {score}"] if score else []), *lines, **{**usual, **fields})


def judged(
    *indicators: str, language: str = "ko", on: str = "2026-12-31", scoring: str | None = SHIPPED
) -> Assessment:
    office = {"as_of": "2026-12-31", "language": language}
    return assessed(programme("".join(indicators)), office=office, rules={"scoring": scoring}, on=on)


def lines(assessment: Assessment, row: int = 0) -> dict[str, tuple[str, str]]:
    """Tell what is explained of a row's score, by label."""
    said = explain(assessment, row).lines
    return {
        line.label: (line.text, line.detail)
        for line in said
        if "점수" in line.label or line.label in ("Score", "이상치 후보", "Points")
    }


# ── explain ───────────────────────────────────────────────────────────────────────────────────

ARITHMETIC = (
    ("{method: target-band}", "88.43 = 20 + 80 × (112명 − 84.8명) ÷ (116.6명 − 84.8명)", "목표부여"),
    ("{method: target-band-sd, core: true}", "81.00 = 20 + 80 × (112명 − 94.57명) ÷ (117.43명 − 94.57명)", "목표부여(편차)"),
    ("{method: target-band-sd}", "100.00 = 20 + 80 × (112명 − 94.57명) ÷ (111.71명 − 94.57명) → 20~100", "목표부여(편차)"),
    ("{method: peer-range, peers: {best: 150명, worst: 50명}}", "69.60 = 20 + 80 × (112명 − 50명) ÷ (150명 − 50명)", "글로벌 실적비교"),
    ("{method: target-ratio}", "100.00 = 20 + 80 × 112명 ÷ 110명 → 20~100", "목표 대 실적"),
    (
        "{method: medium-term, medium_term: {since: 2024, start: 102명, until: 2029, goal: 122명}}",
        "86.67 = 20 + 80 × (0.5 × 0.875 + 0.5 × 0.79167)", "중장기 목표부여",
    ),
    ("{method: band-floor, levels: [120명, 110명, 100명]}", "94.21 = 60 + (100 − 60) × 0.85535", "기본득점"),
    ("{method: attainment}", "100.00 = min(101.82, 100)", "달성률(상한까지)"),
)  # fmt: skip


@pytest.mark.parametrize(("score", "text", "method"), ARITHMETIC)
def test_a_score_is_explained_by_its_arithmetic(score: str, text: str, method: str) -> None:
    assert lines(judged(told(score)))["점수"] == (text, method)


def test_what_is_assumed_is_printed_as_such() -> None:
    """Of β분포 all weights are; of a trend only the outlier that was left out."""
    beta = lines(judged(told("{method: beta, past: {best: 120명, worst: 90명}}")))
    assert beta["점수"][1] == "β분포(가정)"
    assert "beta.last 4 (K1 p.51, 가정)" in beta["점수 규칙"][0]
    assert "trend.z [-1.965, -1.65, " in beta["점수 규칙"][0]
    assert "trend.outlier" not in beta["점수 규칙"][0]
    assert beta["점수 규칙"][1] == "K1: 2026년 공공기관 경영평가편람"
    assert lines(judged(told("{method: trend}")))["점수"][1] == "추세치"
    left_out = "{method: trend, outlier: {year: 2020, reason: 감염병}}"
    found = lines(judged(told(left_out)))
    assert found["점수"][1] == "추세치(가정)"
    assert found["점수에 쓴 지난 실적"][1] == "2020년은 이상치로 뺌: 감염병"


def test_every_figure_on_the_way_is_told() -> None:
    steps = lines(judged(told("{method: target-band}")))["점수 계산"][0]
    assert steps == "기준치 106명 · 최저목표 84.8명 · 최고목표 116.6명 · 위치 0.85535"


def test_a_year_that_lies_apart_is_told_of_until_its_cause_is() -> None:
    actual = "{2021: 100명, 2022: 103명, 2023: 101명, 2024: 160명, 2025: 104명, 2026: 105명}"
    plain = lines(judged(indicator("score: {method: target-band-sd}", target="{2026: 110명}", actual=actual)))
    assert plain["이상치 후보"][0].startswith("2024년: 원인을 score.outlier에 적으면")
    named = "score: {method: target-band-sd, outlier: {year: 2024, reason: 행사 유치}}"
    found = lines(judged(indicator(named, target="{2026: 110명}", actual=actual)))
    assert "이상치 후보" not in found
    assert found["점수에 쓴 지난 실적"][1] == "2024년은 이상치로 뺌: 행사 유치"
    kept = named.replace("2024", "2023")
    found = lines(judged(indicator(kept, target="{2026: 110명}", actual=actual)))
    assert found["점수에 쓴 지난 실적"][1] == "2023년은 이상치라고 적혔으나 그렇게 벗어나 있지 않아 그대로 셈"


def test_an_adjustment_is_told_with_reason_and_approver() -> None:
    adjusted = "{method: target-band, adjustments: [{year: 2026, points: -5, reason: 중복 집계, approver: 평가위원회, on: 2027-01-20}]}"
    found = lines(judged(told(adjusted)))
    assert found["점수 조정"] == (
        "83.43 = 88.43 − 5",
        "조정 전 88.43점 · 중복 집계 · 승인 평가위원회 (2027. 1. 20.)",
    )
    assert found["환산점수"] == ("83.43 = 배점 100.00 × 83.43 ÷ 100", "등급 A")


def test_without_a_score_the_reason_is_told() -> None:
    assert lines(judged(told("{method: trend}"), on="2026-06-30"))["점수"] == (
        "–",
        "아직 시기가 아님 · 추세치",
    )
    assert lines(judged(told(""), scoring=None))["점수"] == ("–", "점수 규칙(rules/scoring.yaml) 없음")


def test_explain_speaks_english_too() -> None:
    found = lines(judged(told("{method: target-band}"), language="en"))
    assert found["Score"] == ("88.43 = 20 + 80 × (112명 − 84.8명) ÷ (116.6명 − 84.8명)", "target band")


def test_judged_words_are_explained_by_their_grade() -> None:
    words = indicator(
        aggregation="judged", target="{2026: 운영}", actual="{2026: {value: 운영함, grade: B+}}"
    )
    found = lines(judged(words))
    assert found["점수"] == ("80.00 = B+", "정성평가 등급")
    assert found["점수 규칙"][0] == "words.worth (K1 p.41)"


# ── pages ─────────────────────────────────────────────────────────────────────────────────────


def table_of(table: SheetTable | None) -> list[tuple[str, ...]]:
    assert table is not None
    return [row.cells for row in table.rows]


TWO = (
    told("{method: target-band}", id="a", name="가"),
    told("{method: trend}", "weight: 3", id="b", name="나", actual="-"),
)


def test_a_department_page_lists_how_each_indicator_was_scored() -> None:
    (card,) = assemble(judged(*TWO)).departments
    assert table_of(card.scores) == [
        ("사업", "", "100.00", "88.43", "22.11", "우수"),
        ("가", "목표부여", "25.00", "88.43", "22.11", "A"),
        ("나", "추세치", "75.00", "–", "–", "실적 없음"),
        ("계", "", "100.00", "88.43", "22.11", "A"),
    ]
    assert card.tiles[0].value == "88.43 · A"
    assert card.tiles[0].detail == "가중치의 25% 반영"


def test_the_office_page_names_both_sums_of_attainment() -> None:
    office = assemble(judged(*TWO)).office
    assert table_of(office.scores) == [
        ("일자리과", "88.43", "25.0%", "1/2개", "100.0%", "100.0%", "A"),
        ("계", "88.43", "25.0%", "1/2개", "100.0%", "100.0%", "A"),
    ]
    assert office.scores
    assert "평균 달성률 100.0%" in office.scores.words
    assert "달성한 지표 100.0%" in office.scores.words


def test_a_department_that_scores_nothing_stands_with_a_dash() -> None:
    texts = {
        "jobs": department(programme(TWO[0])),
        "tax": department(programme(told("", actual="-")), "세제과"),
    }
    edition = assemble(
        assessed_departments(texts, office={"as_of": "2026-12-31"}, rules={"scoring": SHIPPED})
    )
    assert table_of(edition.office.scores)[1] == ("세제과", "–", "0.0%", "0/1개", "–", "–", "–")
    assert edition.departments[1].scores is None


@pytest.mark.parametrize(("on", "scoring"), [("2026-06-30", SHIPPED), ("2026-12-31", None)])
def test_where_nothing_is_scored_pages_say_nothing_of_scores(on: str, scoring: str | None) -> None:
    edition = assemble(judged(told(""), on=on, scoring=scoring))
    assert edition.office.scores is None
    assert [card.scores for card in edition.departments] == [None]
    assert not [tile for tile in edition.office.tiles if tile.label == "점수"]
    assert "## 점수" not in summary_text(edition)


def test_the_score_without_adjustment_stands_beside_the_other() -> None:
    adjusted = "{method: target-band, adjustments: [{year: 2026, points: 5, reason: 비, approver: 위원회}]}"
    assessment = judged(told(adjusted))
    edition = assemble(assessment)
    assert (edition.office.tiles[0].value, edition.office.tiles[0].detail) == (
        "93.43 · S",
        "조정 전 88.43 · 가중치의 100% 반영",
    )
    assert table_of(edition.office.scores)[0][1:3] == ("93.43", "88.43")
    assert table_of(edition.departments[0].scores)[1][3:5] == ("93.43", "88.43")
    (row,) = results(assessment)
    found = {name: row[name] for name in ("score_method", "score_reason", "points", "grade")}
    assert found == {"score_method": "target-band", "score_reason": None, "points": 93.43, "grade": "S"}
    assert (round(row["score"], 2), round(row["score_unadjusted"], 2)) == (93.43, 88.43)


def test_the_columns_of_scores_stand_after_those_of_the_contract() -> None:
    assert COLUMNS[-6:] == ("line", "score_unadjusted", "score_method", "score_reason", "points", "grade")
    (row,) = results(judged(told(""), on="2026-06-30"))
    assert [row[name] for name in COLUMNS[-5:]] == [None, "target-ratio", "not_due", None, None]


def test_the_tables_are_drawn() -> None:
    edition = assemble(judged(*TWO))
    for pages in (lay_out_office(edition), lay_out_department(edition.departments[0], edition)):
        words = [thing.words for page in pages for thing in page.things if isinstance(thing, Text)]
        assert "88.43" in words
    assert "| 계 | 88.43 | 25.0% |" in summary_text(edition)


def test_grades_have_their_english_names() -> None:
    (card,) = assemble(judged(*TWO, language="en")).departments
    assert table_of(card.scores)[0][-1] == "excellent"
    assert table_of(card.scores)[2][-1] == "no actual"


def test_a_score_is_never_rounded_across_the_cut_of_a_grade() -> None:
    table = GradeTable({"S": 90, "A": 0}, "K1 p.70")
    assert score_words(89.9961, table) == "89.996"
    assert score_words(89.9961) == "90.00"
    assert score_words(90.001, table) == "90.00"
    assert score_words(89.99999999, attrs.evolve(table, cuts={"S": 90, "A": 0})) == "90.000000"


def test_a_trend_of_less_is_better_counts_what_stayed_below_it() -> None:
    falling = "{2021: 60명, 2022: 55명, 2023: 52명, 2024: 44명, 2025: 41명, 2026: 33명}"
    text = indicator("score: {method: trend}", direction="down", target="{2026: 30명}", actual=falling)
    assert (
        lines(judged(text))["점수"][0] == "86.95 = 20 + 80 × 83.68189% (z 1.42899 = (35.7명 − 33명) ÷ 1.89명)"
    )


def test_a_band_names_the_width_it_took() -> None:
    plain, core = (
        lines(judged(told(f"{{method: target-band{more}}}")))["점수 규칙"][0] for more in ("", ", core: true")
    )
    assert "target_band.above 0.1 (K1 p.43)" in plain
    assert "above_core" not in plain
    assert "target_band.above_core 0.2 (K1 p.43)" in core
    assert "target_band.above 0.1" not in core
