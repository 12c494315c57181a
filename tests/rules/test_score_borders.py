"""Borders of roll-ups, grades, target quality and scoring rules that no other test stands at."""

import math
from pathlib import Path

import numpy as np
import pytest
from projects import HOUSE, assessed, department, indicator, programme, read_project, write_project

from scorecard.cards.assemble import assemble
from scorecard.rules.assess import Assessment
from scorecard.rules.quality.models import USUAL, Property, Reach, Standing
from scorecard.rules.quality.profiling import bunching_of, reach_of
from scorecard.rules.scoring.grading import grades_of
from scorecard.rules.scoring.models import GradeTable, Quota
from scorecard.wording.terms import Reason

SHIPPED = (HOUSE / "rules/scoring.yaml").read_text(encoding="utf-8")
NAN = math.nan


def weighed(name: str, actual: str, *lines: str) -> str:
    said = ("score: {method: attainment}", *lines)
    return indicator(*said, id=name, name=name, target="{2026: 100명}", actual=f"{{2026: {actual}}}")


def judged(text: str, on: str = "2026-12-31") -> Assessment:
    return assessed(text, office={"as_of": on}, rules={"scoring": SHIPPED})


# ── roll-ups ──────────────────────────────────────────────────────────────────────────────────

FOUR = programme(
    "".join(weighed(*one) for one in zip("abcd", ("130명", "100명", "95명", "60명"), strict=True))
)


def test_a8_and_a9_are_printed_each_under_its_own_name() -> None:
    """Mean of 100, 100, 95 and 60 is 88.75; two of four met."""
    office = assemble(judged(FOUR)).office.scores
    assert office is not None
    names = [column.head for column in office.columns]
    cells = dict(zip(names, office.rows[-1].cells, strict=True))
    assert (cells["평균 달성률"], cells["달성한 지표"]) == ("88.8%", "50.0%")
    assert "평균 달성률 88.8%" in office.words
    assert "달성한 지표 50.0%" in office.words


def test_an_attainment_is_shown_whole_and_counted_up_to_the_cap() -> None:
    """Caps are for scores; the page shows 130 %."""
    edition = assemble(judged(FOUR))
    (card,) = edition.departments
    shown = [row.start for group in card.groups for row in group.rows]
    assert shown == ["130.0%", "100.0%", "95.0%", "60.0%"]
    assert card.scores is not None
    assert card.scores.rows[1].cells[3] == "100.00"


def test_half_a_year_is_no_attainment_to_average() -> None:
    quarters = indicator(target="{2026: 100명}", actual="{2026Q1: 60명, 2026Q2: 60명}")
    half = judged(programme(quarters), "2026-06-30").rolled.office
    assert half.attained.tolist() == [0]
    assert math.isnan(half.mean[0])
    assert math.isnan(half.achieved[0])


def test_an_ended_programme_carries_no_weight() -> None:
    ended = programme(weighed("z", "10명"), "ends: 2025-12").replace("id: p", "id: q")
    rolled = judged(programme(weighed("a", "100명")) + ended).rolled
    assert rolled.counted.tolist() == [True, False]
    assert rolled.office.rolled.score.values.tolist() == [100.0]


def test_a_programme_of_no_weight_is_allotted_no_points() -> None:
    weightless = programme(weighed("z", "10명"), "weight: 0").replace("id: p", "id: q")
    rolled = judged(programme(weighed("a", "100명")) + weightless).rolled
    assert rolled.allotted.tolist() == pytest.approx([100.0, NAN], nan_ok=True)
    assert rolled.office.rolled.score.values.tolist() == [100.0]


ADJUSTED = "{method: attainment, adjustments: [{year: 2026, points: -10, reason: 비, approver: 위원회}]}"


def test_an_adjusted_attainment_may_fall_to_nought_and_not_below() -> None:
    """Scores by the manual begin at 20, shares of a target at 0."""
    low = indicator(f"score: {ADJUSTED}", target="{2026: 100명}", actual="{2026: 5명}")
    assert judged(programme(low)).scores.counts.tolist() == [0.0]


# ── quotas ────────────────────────────────────────────────────────────────────────────────────

TABLE = GradeTable({"우수": 80, "보통": 60, "미흡": 0}, "K13", quota=Quota("우수", 0.2, "미흡", 0.1, "K15"))


def test_a_tenth_of_fifteen_is_two() -> None:
    grades = grades_of(np.linspace(60, 79, 15), TABLE)
    assert grades == ["미흡", "미흡", *["보통"] * 13]


def test_who_has_no_score_is_no_member() -> None:
    """Nine scored ones are fewer than ten, though ten are there."""
    assert grades_of(np.array([*[90.0] * 9, NAN]), TABLE) == [*["우수"] * 9, None]


# ── target quality ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("stretch", "trend", "expected"),
    [
        (0.1, -1.0, Reach.FAIR), (0.1, -1.001, Reach.BELOW_TREND), (0.1, 3.0, Reach.FAIR), (0.1, 3.001, Reach.WILD),
        (-0.1, -2.0, Reach.BELOW_LAST), (-0.1, 0.5, Reach.BELOW_LAST), (0.0, -0.5, Reach.FLAT), (NAN, 0.5, Reach.FAIR),
    ],
)  # fmt: skip
def test_q06_to_q09_begin_beyond_their_limits(stretch: float, trend: float, expected: Reach) -> None:
    found = reach_of(np.array([stretch]), np.array([trend]), USUAL.ambition)
    assert list(Reach)[int(found[0])] is expected


def test_q11_a_hundredth_above_counts_no_more_and_one_below_still() -> None:
    found = bunching_of(np.array([1.0, 1.01, 0.99, 0.9899]), USUAL)
    assert (found.above, found.below) == (1, 1)


def target(*lines: str, **fields: str) -> str:
    return indicator(*lines, **{"target": "{2026: 100명}", "actual": "{2025: 90명}", **fields})


@pytest.mark.parametrize(("since", "expected"), [(2023, Standing.HELD), (2024, Standing.MISSED)])
def test_a_definition_is_to_be_kept_for_three_whole_years(since: int, expected: Standing) -> None:
    """One of 2023 measured 2023, 2024 and 2025."""
    text = target("formula: 수료한 사람", f"breaks: [{{since: {since}, reason: 새 기준}}]")
    assert judged(programme(text)).profiles.standing(0, Property.DEFINED) is expected


LINES = "budget: [" + ", ".join(f"{{name: 줄{n}, unit: 백만원, current: 1}}" for n in range(11)) + "]"
PARTS = "parts: [{id: x, name: 하나, target: {2026: 60명}}, {id: z, name: 둘, target: {2026: 40명}}]"


def test_q22_two_indicators_or_parts_tell_more_of_many_lines_than_one() -> None:
    """Of eleven budget lines."""
    one, two = target(id="a"), target(id="b")
    found = [
        judged(programme(text, LINES)).profiles.standing(0, Property.BREADTH)
        for text in (one, one + two, target(PARTS))
    ]
    assert found == [Standing.MISSED, Standing.HELD, Standing.PARTLY]


@pytest.mark.parametrize(
    ("direction", "previous", "this", "expected"),
    [("up", -10, -5, 0.5), ("down", -10, -5, -0.5), ("down", 10, 8, 0.2), ("up", 493, 350, -0.29)],
)
def test_e2_is_measured_in_sizes_of_last_years_actual(
    direction: str, previous: int, this: int, expected: float
) -> None:
    text = indicator(
        direction=direction,
        aggregation="last",
        target=f"{{2026: {this}점}}",
        actual=f"{{2025: {previous}점}}",
    )
    assert judged(programme(text)).attained.stretch.values[0] == pytest.approx(expected, abs=5e-4)


# ── rules and what indicators say ─────────────────────────────────────────────────────────────


def codes(folder: Path, *indicators: str, scoring: str = SHIPPED) -> list[str]:
    text = department(programme("".join(indicators) or indicator()))
    write_project(folder, {"jobs": text}, office={"as_of": "2026-12-31"}, rules={"scoring": scoring})
    return [one.code for one in read_project(folder)[2]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("most: 0.2, worst: 미흡, least: 0.1", "most: 1.2, worst: 미흡, least: -0.3"),
        ("most: 0.2, worst: 미흡, least: 0.1", "most: 0.6, worst: 미흡, least: 0.5"),
        ("best: 우수, most: 0.2, worst: 미흡", "best: 미흡, most: 0.2, worst: 미흡"),
        ("best: 우수, most: 0.2, worst: 미흡", "best: 매우미흡, most: 0.2, worst: 미흡"),
        ("cuts: {우수: 80, 보통: 60,", "cuts: {우수: 80, 보통: 80,"),
    ],
)
def test_grades_and_quotas_that_cannot_be_are_refused(old: str, new: str, tmp_path: Path) -> None:
    assert SHIPPED.count(old) == 1
    assert codes(tmp_path, scoring=SHIPPED.replace(old, new)) == ["bad-grades"]


def test_one_grade_grades_nobody(tmp_path: Path) -> None:
    text = SHIPPED.replace("cuts: {S: 90, A: 80, B: 70, C: 60, D: 50, E: 0}", "cuts: {S: 90}")
    assert codes(tmp_path, scoring=text) == ["bad-grades"]


EQUAL = (
    ("{method: peer-range, peers: {best: 50명, worst: 50명}}", Reason.EQUAL_BEST_WORST),
    ("{method: beta, past: {best: 50명, worst: 50명}}", Reason.EQUAL_BEST_WORST),
    ("{method: medium-term, medium_term: {since: 2024, start: 80명, until: 2029, goal: 80명}}", Reason.TARGET_EQUALS_BASELINE),
)  # fmt: skip


@pytest.mark.parametrize(("score", "reason"), EQUAL)
def test_equal_ends_may_be_written_and_score_nothing(score: str, reason: Reason, tmp_path: Path) -> None:
    """They are true of some peers and plans: no mistake, and no number either."""
    actual = "{2024: 80명, 2025: 84명, 2026: 89명}"
    text = indicator(f"score: {score}", target="{2026: 90명}", actual=actual)
    assert codes(tmp_path, text) == []
    assert judged(programme(text)).scores.plain.reason(0) is reason


@pytest.mark.parametrize(("points", "found"), [(10, []), (-10, []), (10.1, ["adjustment-too-large"])])
def test_an_adjustment_may_be_as_large_as_the_rules_say(
    points: float, found: list[str], tmp_path: Path
) -> None:
    text = f"score: {{adjustments: [{{year: 2026, points: {points}, reason: 비, approver: 위원회}}]}}"
    assert codes(tmp_path, indicator(text, target="{2026: 110명}", actual="{2026: 112명}")) == found


@pytest.mark.parametrize(
    ("written", "meant"),
    [("목표부여", "target-band"), ("목표부여(편차)", "target-band-sd"), ("추세", "trend"), ("글로벌실적비교", "peer-range")],
)  # fmt: skip
def test_a_method_written_by_its_printed_name_leads_to_the_one_to_write(
    written: str, meant: str, tmp_path: Path
) -> None:
    text = department(programme(indicator(f"score: {{method: {written}}}")))
    write_project(tmp_path, {"jobs": text}, rules={"scoring": SHIPPED})
    (problem,) = read_project(tmp_path)[2]
    assert (problem.code, problem.details["nearest"]) == ("unknown-method", meant)


def test_grades_that_cannot_be_are_told_as_they_stand(tmp_path: Path) -> None:
    text = SHIPPED.replace("most: 0.2, worst", "most: 20, worst")
    write_project(tmp_path, {"jobs": department(programme(indicator()))}, rules={"scoring": text})
    (problem,) = read_project(tmp_path)[2]
    assert problem.details == {"name": "programme", "found": "우수 20, 미흡 0.1"}


@pytest.mark.parametrize(("cap", "mean"), [("1.0", 0.8875), ("1.2", 0.9375), ("9", 0.9625)])
def test_a8_the_mean_counts_each_up_to_the_cap_of_the_rules(cap: str, mean: float) -> None:
    """A cap beyond all of them is none."""
    rules = (HOUSE / "rules/attainment.yaml").read_text(encoding="utf-8")
    moved = rules.replace("score_cap: 1.0", f"score_cap: {cap}")
    office = assessed(FOUR, office={"as_of": "2026-12-31"}, rules={"scoring": SHIPPED, "attainment": moved})
    assert office.rolled.office.mean == pytest.approx([mean])
    assert office.rolled.office.achieved.tolist() == [0.5]
