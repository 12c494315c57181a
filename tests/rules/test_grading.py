"""Grades by cuts and by quota, and points: B9, B10 and B11 of METHODS section 7."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.scoring.grading import grade_by_cuts, grades_of, points_of, shared_out
from scorecard.rules.scoring.models import GradeTable, GradeWords, Quota

INSTITUTION = GradeTable({"S": 90, "A": 80, "B": 70, "C": 60, "D": 50, "E": 0}, "K1 p.70")
PROGRAMME = GradeTable({"우수": 80, "보통": 60, "미흡": 50, "매우미흡": 0}, "K13")
BY_QUOTA = GradeTable(PROGRAMME.cuts, "K13", quota=Quota("우수", 0.2, "미흡", 0.1, "K15"))


@pytest.mark.parametrize(
    ("score", "table", "expected"),
    [
        (83.3, INSTITUTION, "A"), (90, INSTITUTION, "S"), (89.999, INSTITUTION, "A"), (20, INSTITUTION, "E"),
        (59.9, PROGRAMME, "미흡"), (60, PROGRAMME, "보통"), (80, PROGRAMME, "우수"), (49.9, PROGRAMME, "매우미흡"),
        (float("nan"), PROGRAMME, None),
    ],
)  # fmt: skip
def test_b9_b10_a_grade_begins_at_its_cut(score: float, table: GradeTable, expected: str | None) -> None:
    assert grade_by_cuts(score, table) == expected


def test_grades_that_people_give_are_worth_what_the_manual_says() -> None:
    assert GradeWords().worth == {
        "A+": 100, "A0": 90, "B+": 80, "B0": 70, "C": 60, "D+": 50, "D0": 40, "E+": 30, "E0": 20,
    }  # fmt: skip


def test_b11_points_are_weight_times_score_to_two_decimals() -> None:
    assert points_of(np.array([8.0, 8, 10]), np.array([64.26, np.nan, 100])) == pytest.approx(
        [5.14, np.nan, 10], nan_ok=True
    )


def test_points_round_half_up() -> None:
    assert points_of(np.array([1.0]), np.array([12.5])).tolist() == [0.13]


def graded(*scores: float) -> list[str | None]:
    return grades_of(np.array(scores, dtype=np.float64), BY_QUOTA)


def test_at_most_a_fifth_is_excellent_and_at_least_a_tenth_is_weak() -> None:
    assert graded(99, 95, 91, 90, 89, 88, 85, 84, 83, 82) == ["우수", "우수", *["보통"] * 7, "미흡"]


def test_whoever_ties_across_the_line_of_the_best_stays_below_it() -> None:
    assert graded(99, 95, 95, 70, 70, 70, 70, 70, 70, 65)[:4] == ["우수", "보통", "보통", "보통"]


def test_whoever_ties_across_the_line_of_the_worst_falls_below_it() -> None:
    assert graded(70, 70, 70, 70, 70, 70, 70, 70, 65, 65)[-3:] == ["보통", "미흡", "미흡"]


def test_a_quota_lifts_nobody_and_leaves_out_who_has_no_score() -> None:
    assert graded(*[70] * 9, 55, float("nan"))[-2:] == ["미흡", None]


def test_a_quota_asks_nothing_of_few() -> None:
    assert graded(*[99] * 9) == ["우수"] * 9
    assert graded(*[99] * 10) == ["미흡"] * 10


@given(scores=st.lists(st.floats(20, 100), min_size=10, max_size=40), order=st.randoms())
def test_a_quota_holds_whatever_the_scores(scores: list[float], order: object) -> None:
    grades = graded(*scores)
    assert sum(grade == "우수" for grade in grades) <= 0.2 * len(scores) + 1e-9
    assert sum(grade in ("미흡", "매우미흡") for grade in grades) >= 0.1 * len(scores) - 1e-9
    places = list(range(len(scores)))
    order.shuffle(places)  # type: ignore[attr-defined]
    assert graded(*(scores[place] for place in places)) == [grades[place] for place in places]


@given(shares=st.lists(st.floats(0.01, 100), min_size=1, max_size=30))
def test_points_shared_out_add_up_to_the_total(shares: list[float]) -> None:
    assert round(float(shared_out(np.array(shares), 100).sum()), 6) == 100
