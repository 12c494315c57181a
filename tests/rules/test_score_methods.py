"""Score methods give the digits of METHODS section 7, and a reason where they give none."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from scorecard.rules.scoring.bands import floor_points, rebased_start
from scorecard.rules.scoring.evidence import Scored, evidence
from scorecard.rules.scoring.methods import SCORE_METHODS
from scorecard.rules.scoring.models import METHOD_NAMES, ScoreDefaults, ScoringRules, TrendRules
from scorecard.rules.scoring.past import base_value, deviation_of, years_apart
from scorecard.rules.scoring.trends import percent_of
from scorecard.wording.terms import Reason

pytestmark = pytest.mark.filterwarnings("error")

RULES = ScoringRules(sources={}, methods=ScoreDefaults("target-ratio", "target-ratio"))
MISSING = math.nan
THREE = [106.0, 102, 94]  #: Of B1 and B12, last year first.
FIVE = [*THREE, 90, 100]  #: Of B2: the deviation is 5.713.
RISING = [120.0, 113, 109, 104, 100]  #: Of B5.
APART = [104.0, 160, 101, 103, 100]  #: Of B2o, the outlier second.
LINE = {"start": 80.0, "goal": 100.0, "since": -2.0, "until": 3.0}  #: Of B3, in its second year.


def run(method: str, *, past: Sequence[float] = (), sign: float = 1, **given: object) -> Scored:
    """Score one row; of what is not given nothing is known."""
    row = evidence(1, past=[past] if past else np.empty((1, 0)), sign=sign, **given)
    return SCORE_METHODS[method](row, RULES)


def points(method: str, **given: object) -> float:
    return round(float(run(method, **given).result.values[0]), 2)  # type: ignore[arg-type]


def why(method: str, **given: object) -> Reason | None:
    return run(method, **given).result.reason(0)  # type: ignore[arg-type]


def step(name: str, method: str, **given: object) -> float:
    return float(run(method, **given).steps[name][0])  # type: ignore[arg-type]


VECTORS = (
    ("B1", "target-band", {"actual": 112, "past": THREE}, 88.43),
    ("B1 core", "target-band", {"actual": 112, "past": THREE, "core": True}, 71.32),
    ("B2", "target-band-sd", {"actual": 112, "past": FIVE}, 100.0),
    ("B2 core", "target-band-sd", {"actual": 112, "past": FIVE, "core": True}, 81.0),
    ("B2 down", "target-band-sd", {"actual": 16.5, "past": [17, 18, 21, 19, 20], "sign": -1}, 82.76),
    ("B3", "medium-term", {"actual": 89, "past": [84, 80], **LINE}, 83.33),
    ("B4", "peer-range", {"actual": 41, "best_peer": 50, "worst_peer": 20}, 76.0),
    ("B5", "trend", {"actual": 125.5, "past": RISING}, 81.94),
    ("B6", "beta", {"actual": 118, "past": [112, 120, 90]}, 91.35),
    ("B6 given", "beta", {"actual": 118, "past": [112], "best_past": 120, "worst_past": 90}, 91.35),
    ("B7", "target-ratio", {"actual": 0.85, "target": 1}, 88.0),
    ("B7 over", "target-ratio", {"actual": 1.1, "target": 1}, 100.0),
    ("B7 down", "target-ratio", {"actual": 12.5, "target": 10, "sign": -1}, 84.0),
    # A base of 200 less is better: 180 to 240; 210 is halfway, in the third band.
    ("B8", "band-floor", {"actual": 210, "past": [200, 200], "sign": -1, "levels": [[100, 150, 250]]}, 70.0),
    ("A8 of one", "attainment", {"attainment": 0.826}, 82.6),
    ("A8 of one, over", "attainment", {"attainment": 1.3}, 100.0),
)


@pytest.mark.parametrize(("vector", "method", "given", "expected"), VECTORS, ids=lambda one: str(one)[:20])
def test_a_method_gives_the_digits_of_its_vector(
    vector: str, method: str, given: dict[str, object], expected: float
) -> None:
    assert points(method, **given) == expected, vector


STEPS = (
    ("high", 116.6, "target-band", {"actual": 112, "past": THREE}),
    ("low", 84.8, "target-band", {"actual": 112, "past": THREE}),
    ("high", 127.2, "target-band", {"actual": 112, "past": THREE, "core": True}),
    ("high", 111.713, "target-band-sd", {"actual": 112, "past": FIVE}),
    ("low", 94.574, "target-band-sd", {"actual": 112, "past": FIVE}),
    ("high", 117.426, "target-band-sd", {"actual": 112, "past": FIVE, "core": True}),
    ("high", 15.586, "target-band-sd", {"actual": 16.5, "past": [17, 18, 21, 19, 20], "sign": -1}),
    ("low", 19.828, "target-band-sd", {"actual": 16.5, "past": [17, 18, 21, 19, 20], "sign": -1}),
    ("base", 84, "medium-term", {"actual": 89, "past": [84, 80], **LINE}),
    ("step", 4, "medium-term", {"actual": 89, "past": [84, 80], **LINE}),
    ("now", 0.8125, "medium-term", {"actual": 89, "past": [84, 80], **LINE}),
    ("mean", 84.333, "medium-term", {"actual": 89, "past": [84, 80], **LINE}),
    ("over", 0.77083, "medium-term", {"actual": 89, "past": [84, 80], **LINE}),
    ("base", 86, "medium-term", {"actual": 89, "past": [86, 80], **LINE}),
    ("step", 3.5, "medium-term", {"actual": 89, "past": [86, 80], **LINE}),
    ("expected", 123.9, "trend", {"actual": 125.5, "past": RISING}),
    ("slope", 4.9, "trend", {"actual": 125.5, "past": RISING}),
    ("spread", 1.37477, "trend", {"actual": 125.5, "past": RISING}),
    ("z", 1.16383, "trend", {"actual": 125.5, "past": RISING}),
    ("percent", 77.427, "trend", {"actual": 125.5, "past": RISING}),
    ("expected", 109.667, "beta", {"actual": 118, "past": [112, 120, 90]}),
    ("spread", 5, "beta", {"actual": 118, "past": [112, 120, 90]}),
    ("z", 1.66667, "beta", {"actual": 118, "past": [112, 120, 90]}),
    ("percent", 89.190, "beta", {"actual": 118, "past": [112, 120, 90]}),
    ("floor", 40, "band-floor", {"actual": 210, "past": [200, 200], "sign": -1, "levels": [[100, 150, 250]]}),
)


@pytest.mark.parametrize(("name", "expected", "method", "given"), STEPS, ids=lambda one: str(one)[:20])
def test_a_method_tells_the_figures_on_its_way(
    name: str, expected: float, method: str, given: dict[str, object]
) -> None:
    digits = len(str(expected).partition(".")[2])
    assert round(step(name, method, **given), digits) == expected


def test_b8_adds_to_the_floor() -> None:
    assert floor_points(np.array([40.0]), np.array([0.5])).tolist() == [70.0]


def test_b12_the_base_value_ratchets() -> None:
    past = np.array([[106.0, 102, 94], [112, 106, 102]])
    assert base_value(past, np.ones(2)).values.tolist() == [106.0, 112.0]


def test_b12_a_base_value_of_less_is_better_is_the_smaller_one() -> None:
    assert base_value(np.array([[17.0, 18, 21]]), np.array([-1.0])).values.tolist() == [17.0]
    assert base_value(np.array([[21.0, 18, 17]]), np.array([-1.0])).values == pytest.approx([56 / 3])


def test_b2o_finds_the_year_that_lies_apart() -> None:
    found = years_apart(evidence(1, past=[APART]), RULES.target_band_sd)
    assert round(float(found.rest[0]), 4) == 1.5811
    assert round(float(deviation_of(np.array([APART]))[0]), 4) == 23.2431
    assert round(float(found.share[0]), 3) == 0.068
    assert found.year.tolist() == [1.0]
    assert not found.counts[0]


def test_a_year_apart_counts_until_its_cause_is_named() -> None:
    """Then it is out of the deviation, and the year before it takes its place in the mean of three."""
    plain = {"actual": 104.5, "past": APART}
    assert step("spread", "target-band-sd", **plain) == pytest.approx(23.243, abs=0.001)
    assert math.isnan(step("left_out", "target-band-sd", **plain))
    named = {**plain, "outlier": 1}
    assert step("spread", "target-band-sd", **named) == pytest.approx(1.5811, abs=0.0001)
    assert step("base", "target-band-sd", **named) == 104.0  # Mean of 104, 101 and 103: 102.67.
    assert step("left_out", "target-band-sd", **named) == 1.0


def test_a_year_that_is_named_but_does_not_lie_apart_counts() -> None:
    given = {"actual": 104.5, "past": APART}
    assert points("target-band-sd", **given, outlier=0) == points("target-band-sd", **given)


def test_last_year_apart_counts_within_two_deviations_of_the_year_before() -> None:
    """Others 104, 101, 103, 100 deviate by 1.5811: last year counts as 104 + 2 × 1.5811."""
    assert step("base", "target-band-sd", actual=108, past=[160, 104, 101, 103, 100], outlier=0) == (
        pytest.approx(107.1623, abs=1e-4)
    )
    assert step("base", "target-band-sd", actual=99, past=[40, 104, 101, 103, 100], outlier=0, sign=-1) == (
        pytest.approx(100.8377, abs=1e-4)
    )


def test_an_outlier_before_the_last_three_years_changes_the_deviation_alone() -> None:
    given = {"actual": 104.5, "past": [104, 101, 103, 100, 160]}
    assert step("base", "target-band-sd", **given, outlier=4) == step("base", "target-band-sd", **given)


def test_three_or_four_years_do_where_there_are_no_five() -> None:
    assert step("spread", "target-band-sd", actual=112, past=THREE) == pytest.approx(4.9889, abs=1e-4)


def test_a_passed_goal_waits_for_a_decision() -> None:
    given = {"actual": 103, "past": [104, 95], **LINE}
    assert why("medium-term", **given) is Reason.GOAL_PASSED
    # Kept: the upper end is last year's 104, the lower one unit below it, |104 − 100| ÷ 4 years left.
    assert step("high", "medium-term", **given, kept=True) == 104.0
    assert step("low", "medium-term", **given, kept=True) == 103.0
    assert step("now", "medium-term", **given, kept=True) == 0.0


def test_a_line_may_begin_anew_after_three_years() -> None:
    """Line 80 → 100 over ten years, anew three years on: between 84, the line, and 81, the mean."""
    assert rebased_start(np.array([81.0]), np.array([84.0])).tolist() == [82.5]
    given = {"actual": 84, "past": [82, 81, 80], "start": 78.0, "goal": 98.0, "since": -4.0, "until": 6.0}
    assert step("base", "medium-term", **given) == 84.0
    assert step("base", "medium-term", **given, rebased=0) == 82.5
    assert step("step", "medium-term", **given, rebased=0) == pytest.approx((98 - 82.5) / 7)
    assert step("base", "medium-term", **given, rebased=1) == 84.0, "a line that begins anew next year"


def test_the_table_of_trends_goes_on_beyond_its_knots() -> None:
    z = np.array([-9.0, -2.280, -1.965, 0.0, 1.965, 2.280, 9.0])
    found = percent_of(z, TrendRules())
    assert found == pytest.approx([0, 0, 5.556, 50.004, 94.452, 100, 100], abs=0.01)


def test_a_named_outlier_is_left_out_of_the_trend() -> None:
    past = [120.0, 113, 160, 104, 100, 96]
    assert math.isnan(step("left_out", "trend", actual=125, past=past))
    assert step("left_out", "trend", actual=125, past=past, outlier=2) == 2.0
    assert math.isnan(step("left_out", "trend", actual=125, past=past, outlier=0))
    assert step("expected", "trend", actual=125, past=past, outlier=2) < step(
        "expected", "trend", actual=125, past=past
    )


def test_a_trend_may_have_gaps_and_a_base_value_may_not() -> None:
    gaps = [120.0, MISSING, 109, 104, 100, 95]
    assert why("trend", actual=125, past=gaps) is None
    assert why("target-band", actual=125, past=gaps) is Reason.HISTORY_GAPS
    assert why("target-band", actual=125, past=[MISSING, 104, 100]) is Reason.HISTORY_GAPS


def test_ends_that_cannot_be_are_cut() -> None:
    rate = {"actual": 99, "past": [98, 97, 96], "is_rate": True}
    assert step("high", "target-band", **rate) == 100.0
    assert step("high", "target-band", **{**rate, "past": [104, 97, 96]}) == pytest.approx(114.4)
    assert step("high", "target-band", **{**rate, "is_rate": False}) == pytest.approx(107.8)
    falling = {"actual": 3, "past": [2, 30, 2, 40, 2], "sign": -1}
    assert step("high", "target-band-sd", **falling) == 0.0


REASONS: tuple[tuple[str, dict[str, object], Reason], ...] = (
    ("target-band", {"past": THREE}, Reason.ACTUAL_MISSING),
    ("target-band", {"actual": 1, "past": THREE, "sign": MISSING}, Reason.DIRECTION_MISSING),
    ("target-band", {"actual": 1, "past": [106]}, Reason.TOO_FEW_POINTS),
    ("target-band", {"actual": 1}, Reason.TOO_FEW_POINTS),
    ("target-band", {"actual": 1, "past": [0, 0]}, Reason.EQUAL_BEST_WORST),
    ("target-band", {"actual": 1, "past": [-5, -6]}, Reason.SIGN_CHANGE),
    ("target-band-sd", {"actual": 1, "past": [106, 102]}, Reason.TOO_FEW_POINTS),
    ("target-band-sd", {"actual": 1, "past": [106, 102, MISSING, 100]}, Reason.HISTORY_GAPS),
    ("target-band-sd", {"actual": 1, "past": [5, 5, 5]}, Reason.ZERO_VARIANCE),
    ("medium-term", {"actual": 1, "past": [84, 80]}, Reason.PARAMETER_MISSING),
    ("medium-term", {"actual": 1, "past": [84], **LINE}, Reason.TOO_FEW_POINTS),
    ("medium-term", {"actual": 1, "past": [84, 80], **LINE, "goal": 80}, Reason.TARGET_EQUALS_BASELINE),
    ("medium-term", {"actual": 1, "past": [84, 80], **LINE, "goal": 70}, Reason.TARGET_EQUALS_BASELINE),
    ("medium-term", {"actual": 1, "past": [84, 80], **LINE, "until": -1}, Reason.OUTSIDE_PLAN),
    ("medium-term", {"actual": 1, "past": [84, 80], **LINE, "since": 0}, Reason.OUTSIDE_PLAN),
    ("medium-term", {"actual": 1, "past": [84, 80], **LINE, "rebased": 0}, Reason.TOO_FEW_POINTS),
    ("peer-range", {"actual": 1}, Reason.PARAMETER_MISSING),
    ("peer-range", {"actual": 1, "best_peer": 5, "worst_peer": 5}, Reason.EQUAL_BEST_WORST),
    ("peer-range", {"actual": 1, "best_peer": 4, "worst_peer": 5}, Reason.EQUAL_BEST_WORST),
    ("trend", {"actual": 1, "past": RISING[:4]}, Reason.TOO_FEW_POINTS),
    ("trend", {"actual": 1, "past": [5, 4, 3, 2, 1]}, Reason.ZERO_VARIANCE),
    ("trend", {"actual": 1, "past": [5, 5, 5, 5, 5]}, Reason.ZERO_VARIANCE),
    ("beta", {"actual": 1}, Reason.TOO_FEW_POINTS),
    ("beta", {"actual": 1, "past": [5]}, Reason.EQUAL_BEST_WORST),
    ("beta", {"actual": 1, "past": [MISSING, 5]}, Reason.HISTORY_GAPS),
    ("target-ratio", {"actual": 1}, Reason.TARGET_MISSING),
    ("target-ratio", {"actual": 1, "target": 0}, Reason.ZERO_DENOMINATOR),
    ("target-ratio", {"actual": 0, "target": 1, "sign": -1}, Reason.ZERO_DENOMINATOR),
    ("target-ratio", {"actual": -1, "target": 1}, Reason.SIGN_CHANGE),
    ("band-floor", {"actual": 1, "past": [5, 5]}, Reason.PARAMETER_MISSING),
    ("band-floor", {"actual": 1, "levels": [[3, 2, 1]]}, Reason.TOO_FEW_POINTS),
    ("band-floor", {"actual": 1, "past": [0, 0], "levels": [[3, 2, 1]]}, Reason.EQUAL_BEST_WORST),
    ("attainment", {}, Reason.ACTUAL_MISSING),
)


@pytest.mark.parametrize(("method", "given", "expected"), REASONS, ids=lambda one: str(one)[:30])
def test_a_method_without_an_answer_says_why(method: str, given: dict[str, object], expected: Reason) -> None:
    result = run(method, **given).result  # type: ignore[arg-type]
    assert math.isnan(result.values[0])
    assert result.reason(0) is expected


def test_every_name_that_may_be_written_has_its_method() -> None:
    assert tuple(SCORE_METHODS) == METHOD_NAMES
