"""Borders and second terms of the score methods: each was once changed by hand and no other test told of it."""

import math
from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
import pytest

from scorecard.rules.scoring.evidence import evidence
from scorecard.rules.scoring.methods import SCORE_METHODS
from scorecard.rules.scoring.models import Parameter, ScoreDefaults, ScoringRules, TrendRules
from scorecard.rules.scoring.past import base_value
from scorecard.rules.scoring.trends import percent_of
from scorecard.wording.terms import Reason

RULES = ScoringRules(sources={}, methods=ScoreDefaults("target-ratio", "target-ratio"))
LINE: dict[str, Any] = {
    "start": 80.0,
    "goal": 100.0,
    "since": -2.0,
    "until": 3.0,
}  #: Of B3, in its second year.
HALVED = [101.0, 110, 103, 97, 99]  #: Others of SD √5, all of √20: exactly half.


def step(name: str, method: str, past: Sequence[float], sign: float = 1, **given: object) -> float:
    scored = SCORE_METHODS[method](evidence(1, past=[past], sign=sign, **given), RULES)
    return float(scored.steps[name][0])


def points(
    method: str, past: Sequence[float], rules: ScoringRules = RULES, sign: float = 1, **given: object
) -> float:
    scored = SCORE_METHODS[method](evidence(1, past=[past], sign=sign, **given), rules)
    return round(float(scored.result.values[0]), 2)


def why(method: str, past: Sequence[float], **given: object) -> Reason | None:
    return SCORE_METHODS[method](evidence(1, past=[past], sign=1, **given), RULES).result.reason(0)


# ── B1, B2, B12 ───────────────────────────────────────────────────────────────────────────────


def test_b12_takes_the_mean_of_three_years_and_no_more() -> None:
    """102, 104 and 106 have the mean 104; the fourth, 200, does not count."""
    assert base_value(np.array([[102.0, 104, 106, 200]]), np.ones(1)).values.tolist() == [104.0]


def test_b12_takes_the_mean_of_two_where_there_are_no_three() -> None:
    assert base_value(np.array([[100.0, 110]]), np.ones(1)).values.tolist() == [105.0]


def test_a_rate_that_reached_a_hundred_and_not_more_is_cut_there() -> None:
    assert step("high", "target-band", [100, 97, 96], actual=99, is_rate=True) == 100.0


@pytest.mark.parametrize("method", ["target-band", "target-band-sd"])
def test_a_rate_beyond_a_hundred_scores_no_less_than_a_hundred(method: str) -> None:
    """The ends are cut by what was known before the year, whatever the year brought."""
    scores = [points(method, [98, 97, 96], actual=actual, is_rate=True) for actual in (97.5, 100, 101, 120)]
    assert scores == [scores[0], 100.0, 100.0, 100.0]
    assert scores[0] < 100


def test_b2o_a_year_without_which_the_deviation_is_just_half_lies_apart() -> None:
    given: dict[str, Any] = {"actual": 104, "past": HALVED}
    assert step("apart", "target-band-sd", **given) == 1.0
    assert step("spread", "target-band-sd", **given, outlier=1) == pytest.approx(math.sqrt(5))


def test_b2o_the_year_before_the_last_three_takes_the_place_of_the_one_left_out() -> None:
    """Without 60 the mean of 100, 101 and 104 is 101.67, better than last year's 100; of 100 and 101 it is 100.5."""
    assert step("base", "target-band-sd", [100, 60, 101, 104, 102], actual=103, outlier=1) == pytest.approx(
        305 / 3
    )


def test_b2o_the_fourth_year_back_is_none_of_the_last_three() -> None:
    """103, 104 and 106 have the mean 104.33, with which a year left out before them has nothing to do."""
    past = [103.0, 104, 106, 160, 105]
    assert step("left_out", "target-band-sd", past, actual=103, outlier=3) == 3.0
    assert step("base", "target-band-sd", past, actual=103, outlier=3) == pytest.approx(313 / 3)


# ── B3 ────────────────────────────────────────────────────────────────────────────────────────


def test_b3_the_weight_is_that_of_the_year() -> None:
    """.7 × .8125 + .3 × .77083 of 80, and 20."""
    heavier = attrs.evolve(
        RULES, medium_term=attrs.evolve(RULES.medium_term, weight=Parameter(0.7, "K1 p.47"))
    )
    assert points("medium-term", [84, 80], heavier, actual=89, **LINE) == 84.0


def test_b3_each_position_ends_at_one() -> None:
    """99 passes the upper end of 92: 1, not 1.4375; the mean of 87.667 is .97917."""
    assert step("now", "medium-term", [84, 80], actual=99, **LINE) == 1.0
    assert points("medium-term", [84, 80], actual=99, **LINE) == 99.17
    assert step("now", "medium-term", [84, 80], actual=60, **LINE) == 0.0


def test_b3_a_kept_goal_is_scored_between_last_year_and_a_unit_below() -> None:
    """New goal 104, unit |104 − 100| ÷ 4 = 1: 103.5 is half, and the mean of 103.5, 104 and 102.5 a third."""
    given: dict[str, Any] = {"actual": 103.5, "kept": True, **LINE}
    assert step("now", "medium-term", [104, 102.5], **given) == 0.5
    assert step("over", "medium-term", [104, 102.5], **given) == pytest.approx(1 / 3)
    assert points("medium-term", [104, 102.5], **given) == 53.33


def test_b3_a_goal_reached_exactly_leaves_no_band() -> None:
    """Nobody has passed it, so nothing has to be decided, but no step is left either."""
    assert why("medium-term", [100, 95], actual=100, **LINE) is Reason.EQUAL_BEST_WORST


# ── B5, B6 ────────────────────────────────────────────────────────────────────────────────────


def test_b5_the_end_bands_go_on_with_their_own_slope() -> None:
    """5.556 per .315: 94.452 + .135 × 17.638 and its mirror."""
    assert percent_of(np.array([2.1, -2.1]), TrendRules()) == pytest.approx([96.833, 3.175], abs=0.001)


@pytest.mark.parametrize(("odd", "left_out"), [(107.9, False), (108.0, True), (96.0, True), (96.1, False)])
def test_b5_a_year_is_left_out_from_three_deviations_on(odd: float, left_out: bool) -> None:
    """100, 104, 104 and 100 lie around a flat 102 with a deviation of 2."""
    past = [100.0, 104, odd, 104, 100]
    assert (not math.isnan(step("left_out", "trend", past, actual=102, outlier=2))) is left_out


# ── B8 ────────────────────────────────────────────────────────────────────────────────────────

DEBT: dict[str, Any] = {
    "past": [200, 200],
    "sign": -1,
    "levels": [[100, 150, 250]],
}  #: 240 to 180, less is better.


@pytest.mark.parametrize(("actual", "floor"), [(150, 60), (150.1, 40), (250, 40), (250.1, 20)])
def test_b8_a_level_belongs_to_the_better_band(actual: float, floor: float) -> None:
    assert step("floor", "band-floor", **DEBT, actual=actual) == floor


def test_b8_nobody_falls_below_the_floor_of_their_band() -> None:
    """245 is beyond the lower end of 240; the third band still gives 40."""
    assert points("band-floor", **DEBT, actual=245) == 40.0
