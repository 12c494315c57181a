"""A book is scored by its rules: which method, of which figures, with which weights."""

import math

import pytest
from projects import HOUSE, assessed, assessed_departments, department, indicator, programme

from scorecard.rules.assess import Assessment
from scorecard.wording.terms import Reason

END = {"as_of": "2026-12-31"}
SHIPPED = (HOUSE / "rules/scoring.yaml").read_text(encoding="utf-8")
ATTAINMENT = (HOUSE / "rules/attainment.yaml").read_text(encoding="utf-8")
ABSOLUTE = SHIPPED.replace("kind: relative", "kind: absolute")


def judged(*indicators: str, scoring: str = SHIPPED, on: str = "2026-12-31") -> Assessment:
    return assessed(programme("".join(indicators)), office={"as_of": on}, rules={"scoring": scoring})


def of(assessment: Assessment, row: int = 0) -> tuple[float, Reason | None, str]:
    scores = assessment.scores
    return round(float(scores.counts[row]), 2), scores.plain.reason(row), scores.method(row)


def told(*lines: str, year: str = "{2026: 112명}", **fields: str) -> str:
    past = "2021: 100명, 2022: 90명, 2023: 94명, 2024: 102명, 2025: 106명"
    actual = f"{{{past}, {year.strip('{}')}}}"
    return indicator(*lines, **{"target": "{2026: 110명}", "actual": actual, **fields})


# ── which method ──────────────────────────────────────────────────────────────────────────────


def test_the_default_goes_by_direction() -> None:
    assert of(judged(told())) == (100.0, None, "target-ratio")
    kept = told(direction="keep", tolerance="20")
    assert of(judged(kept)) == (90.0, None, "attainment")


def test_a_level_may_have_a_default_of_its_own() -> None:
    scoring = SHIPPED + "levels:\n  outcome: {up: target-band, down: target-band}\n"
    assert of(judged(told(level="outcome"), scoring=scoring)) == (88.43, None, "target-band")
    assert of(judged(told(), scoring=scoring))[2] == "target-ratio"


METHODS = (
    ("{method: target-band}", 88.43),
    ("{method: target-band, core: true}", 71.32),
    ("{method: target-band-sd, core: true}", 81.0),
    ("{method: peer-range, peers: {best: 150명, worst: 50명}}", 69.6),
    ("{method: medium-term, medium_term: {since: 2024, start: 102명, until: 2029, goal: 122명}}", 86.67),
    ("{method: trend}", 74.04),
    ("{method: beta, past: {best: 120명, worst: 90명}}", 83.88),
    ("{method: band-floor, levels: [120명, 110명, 100명]}", 94.21),
    ("{method: attainment}", 100.0),
)


@pytest.mark.parametrize(("score", "expected"), METHODS)
def test_an_indicator_is_scored_by_the_method_it_names(score: str, expected: float) -> None:
    assert of(judged(told(f"score: {score}")))[:2] == (expected, None)


def test_history_that_does_not_compare_is_no_history() -> None:
    past = "2023: 94명, 2024: {value: 102명, comparability: different}, 2025: 106명"
    text = indicator(
        "score: {method: target-band}", target="{2026: 110명}", actual=f"{{{past}, 2026: 112명}}"
    )
    assert of(judged(text))[1] is Reason.HISTORY_GAPS


def test_words_are_scored_by_the_grade_they_are_given() -> None:
    words = {"aggregation": "judged", "target": "{2026: 협의체 운영}"}
    text = indicator(**words, actual="{2026: {value: 협의체를 꾸림, grade: B+}}")
    assert of(judged(text)) == (80.0, None, "judged-grade")
    assert of(judged(indicator(**words, actual="{2026: A0}"))) == (90.0, None, "judged-grade")
    assert of(judged(indicator(**words, actual="{2026: 협의체를 꾸림}")))[1] is Reason.GRADE_MISSING
    assert of(judged(indicator(**words)))[1] is Reason.ACTUAL_MISSING


def test_steps_are_scored_by_the_share_that_is_done() -> None:
    steps = "[{name: 설계, due: 2026-03, done: 2026-03-02}, {name: 착공, due: 2026-09}]"
    text = indicator(f"steps: {steps}", aggregation="milestone", target="{2026: 착공}")
    assert of(judged(text)) == (50.0, None, "attainment")


# ── when there is none ────────────────────────────────────────────────────────────────────────


def test_without_rules_nothing_is_scored() -> None:
    assessment = assessed(programme(told()), office=END, rules={"scoring": SHIPPED})
    bare = assessed_departments({"jobs": department(programme(told()))}, office=END, rules={"scoring": None})
    assert of(assessment)[1] is None
    assert of(bare)[1:] == (Reason.NO_SCORING_RULES, "")
    assert not bare.rolled.is_any
    assert bare.rolled.departments.rolled.score.reason(0) is Reason.NOTHING_SCORED


def test_nothing_is_scored_before_the_year_is_told() -> None:
    quarters = "{2025: 106명, 2026Q1: 30명, 2026Q2: 30명}"
    assert (
        of(judged(indicator(target="{2026: 110명}", actual=quarters), on="2026-06-30"))[1] is Reason.NOT_DUE
    )
    assert of(judged(indicator(target="{2026: 110명}", actual=quarters)))[1] is Reason.NOT_WHOLE
    assert of(judged(indicator(target="{2026: 110명}")))[1] is Reason.ACTUAL_MISSING
    assert of(judged(indicator(actual="{2026: 110명}")))[1] is Reason.TARGET_MISSING


def test_a_target_to_keep_has_no_band() -> None:
    assert of(judged(told("score: {method: trend}", direction="keep")))[1] is Reason.NOT_APPLICABLE


def test_capped_attainment_says_why_there_is_no_attainment() -> None:
    text = told("score: {method: attainment}", direction="down", year="{2026: 0명}")
    assert of(judged(text))[1] is Reason.ZERO_DENOMINATOR


def test_a_target_that_equals_its_baseline_leaves_nothing_to_measure() -> None:
    text = told("score: {method: attainment}", "method: from-baseline", "baseline: 110명")
    assert of(judged(text))[1] is Reason.TARGET_EQUALS_BASELINE


# ── adjustments ───────────────────────────────────────────────────────────────────────────────

ADJUSTED = "score: {method: target-band, adjustments: [{year: %s, points: %s, reason: 집중호우, approver: 평가위원회}]}"


def test_an_adjustment_stands_beside_the_score_without_it() -> None:
    scores = judged(told(ADJUSTED % (2026, 5))).scores
    assert round(float(scores.plain.values[0]), 2) == 88.43
    assert scores.adjustment.tolist() == [5.0]
    assert round(float(scores.counts[0]), 2) == 93.43


def test_an_adjusted_score_stays_within_the_scale() -> None:
    assert of(judged(told(ADJUSTED % (2026, 10))))[0] == 98.43
    assert of(judged(told(ADJUSTED % (2026, 10), year="{2026: 120명}")))[0] == 100.0
    assert of(judged(told(ADJUSTED % (2026, -10), year="{2026: 70명}")))[0] == 20.0


def test_an_adjustment_of_another_year_changes_nothing() -> None:
    assert of(judged(told(ADJUSTED % (2025, 5))))[0] == 88.43


def test_what_has_no_score_is_not_adjusted() -> None:
    text = indicator(ADJUSTED % (2026, 5), target="{2026: 110명}", actual="{2026: 112명}")
    scores = judged(text).scores
    assert math.isnan(scores.counts[0])
    assert math.isnan(scores.adjustment[0])


# ── rolled up ─────────────────────────────────────────────────────────────────────────────────


def weighed(name: str, weight: int, actual: str) -> str:
    lines = (f"weight: {weight}", "score: {method: attainment}")
    return indicator(
        *lines, id=name, target="{2026: 100명}", actual=f"{{2026: {actual}}}" if actual else "{}"
    )


A10 = (weighed("a", 40, "90명"), weighed("b", 30, "80명"), weighed("c", 20, ""), weighed("d", 10, "100명"))


@pytest.mark.parametrize("scoring", [SHIPPED, ABSOLUTE])
def test_a10_what_is_not_scored_is_dropped_and_the_coverage_told(scoring: str) -> None:
    rolled = judged(*A10, scoring=scoring).rolled
    for sums in (rolled.programmes, rolled.departments, rolled.office):
        assert round(float(sums.rolled.score.values[0]), 6) == 87.5
        assert round(float(sums.rolled.coverage[0]), 6) == 0.8
        assert (sums.scored[0], sums.scorable[0]) == (3, 4)


def test_points_are_those_of_the_department() -> None:
    for scoring in (SHIPPED, ABSOLUTE):
        rolled = judged(*A10, scoring=scoring).rolled
        assert rolled.allotted.tolist() == [40, 30, 20, 10]
        assert rolled.points.tolist()[:2] == [36.0, 24.0]
        assert math.isnan(rolled.points[2])
        assert rolled.points[3] == 10


def test_a8_and_a9_stand_beside_each_other() -> None:
    four = [
        weighed(name, 1, actual)
        for name, actual in zip("abcd", ("130명", "100명", "95명", "60명"), strict=True)
    ]
    for cap, mean in (("1.0", 0.8875), ("1.2", 0.9375), ("9", 0.9625)):
        rules = {"attainment": ATTAINMENT.replace("score_cap: 1.0", f"score_cap: {cap}")}
        office = assessed(
            programme("".join(four)), office=END, rules={"scoring": SHIPPED, **rules}
        ).rolled.office
        assert office.mean == pytest.approx([mean])
        assert office.achieved.tolist() == [0.5]


@pytest.mark.parametrize(
    "adjusted", ["", ", adjustments: [{year: 2026, points: -5, reason: 까닭, approver: 팀}]"]
)
def test_whoever_attains_less_than_nothing_scores_nothing(adjusted: str) -> None:
    """Points taken may not lift a score that lies below 0."""
    lines = ("method: from-baseline", f"score: {{method: attainment{adjusted}}}")
    fallen = judged(indicator(*lines, target="{2026: 100명}", actual="{2025: 50명, 2026: 20명}"))
    assert fallen.attained.attainment.values.tolist() == [-0.6]
    assert fallen.scores.counts.tolist() == [0.0]


def test_parts_and_exempt_programmes_carry_no_weight() -> None:
    parts = "parts: [{id: x, name: 부분, target: {2026: 110명}, actual: {2026: 112명}}]"
    whole = told(parts, "score: {method: attainment}")
    exempt = programme(weighed("z", 5, "10명"), "exempt: 행정").replace("id: p", "id: q")
    text = programme(whole) + exempt
    rolled = assessed(text, office=END, rules={"scoring": SHIPPED}).rolled
    assert rolled.counted.tolist() == [True, False, False]
    assert rolled.office.rolled.score.values.tolist() == [100.0]
    assert rolled.office.rolled.coverage.tolist() == [1.0]


def test_programmes_and_departments_weigh_what_they_say() -> None:
    """Programmes of 100 and 50 with 3 to 1 make 87.5; departments of 87.5 and 50 with 1 to 4 make 57.5."""
    first = programme(weighed("a", 7, "100명"), "weight: 3")
    second = programme(weighed("b", 1, "50명")).replace("id: p", "id: q")
    other = department(programme(weighed("c", 2, "50명")), "세제과") + "weight: 4\n"
    rolled = assessed_departments(
        {"jobs": department(first + second), "tax": other}, office=END, rules={"scoring": SHIPPED}
    ).rolled
    assert rolled.programmes.rolled.score.values.tolist() == [100.0, 50.0, 50.0]
    assert rolled.departments.rolled.score.values.tolist() == [87.5, 50.0]
    assert rolled.office.rolled.score.values.tolist() == [57.5]
    assert rolled.allotted.tolist() == [75.0, 25.0, 100.0]


def test_grades_are_given_where_the_rules_say_so() -> None:
    rolled = judged(*A10).rolled
    assert [rolled.grades.words[code] if code >= 0 else None for code in rolled.grades.codes] == [
        "S",
        "A",
        None,
        "S",
    ]
    assert rolled.departments.grades.words == ("A",)
    assert rolled.programmes.grades.words == ("우수",)
    silent = judged(*A10, scoring=SHIPPED.partition("grading:")[0]).rolled
    assert silent.departments.grades.words == ()


def test_the_unadjusted_score_is_rolled_up_beside_the_other() -> None:
    rolled = judged(told(ADJUSTED % (2026, 5))).rolled
    assert round(float(rolled.office.rolled.score.values[0]), 2) == 93.43
    assert round(float(rolled.office.rolled.unadjusted[0]), 2) == 88.43


def test_points_are_shared_out_by_programme_first() -> None:
    """A department of 2 to 1 gives 66.67 and 33.33, whatever the numbers of indicators."""
    first = programme("".join(weighed(name, 1, "90명") for name in "abcd"), "weight: 2")
    second = programme("".join(weighed(name, 1, "90명") for name in "efg")).replace("id: p", "id: q")
    rolled = assessed(first + second, office=END, rules={"scoring": SHIPPED}).rolled
    assert rolled.allotted.tolist() == [16.67, 16.67, 16.67, 16.66, 11.11, 11.11, 11.11]
