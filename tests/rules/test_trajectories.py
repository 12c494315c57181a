"""Trajectories give the digits of METHODS C1 to C6, and no path that leads away goes untold."""

import math
from collections.abc import Sequence
from random import Random

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.problems import LANGUAGES
from scorecard.rules.methods import REASONS
from scorecard.rules.trajectories import COURSES, TRAJECTORIES, Path, Trajectory, combine
from scorecard.wording.terms import Course, Reason, term

MISSING = math.nan
pytestmark = pytest.mark.filterwarnings("error")

FIELDS = tuple(field.name for field in attrs.fields(Path))
WITH_TARGET = tuple(name for name in TRAJECTORIES if name != "open-sdg-free")
EVERY = pytest.mark.parametrize("method", tuple(TRAJECTORIES))
TARGETED = pytest.mark.parametrize("method", WITH_TARGET)
BY_PACE = pytest.mark.parametrize("method", ["open-sdg", "un-ratio", "eurostat"])

#: Of C1: 50 in 2015, 62 in 2025, 80 wanted in 2030.
PATH = {
    "baseline": 50.0, "latest": 62.0, "target": 80.0,
    "first_year": 2015.0, "latest_year": 2025.0, "target_year": 2030.0,
    "sign": 1.0, "limit": MISSING,
}  # fmt: skip
#: Of C2: 88 to 92 in ten years, of at most 100.
FREE = {**PATH, "baseline": 88.0, "latest": 92.0, "target": MISSING, "target_year": MISSING, "limit": 100.0}


def path(**figures: float) -> Path:
    """One row; figures not named are those of C1."""
    return Path(**{name: np.array([value]) for name, value in (PATH | figures).items()})


def run(method: str, **figures: float) -> Trajectory:
    return TRAJECTORIES[method](path(**figures))


def courses(**figures: float) -> set[Course | None]:
    """Tell how the methods with a target see one row."""
    return {run(method, **figures).course(0) for method in WITH_TARGET}


def why(found: Trajectory) -> Reason | None:
    code = int(found.reasons[0])
    return REASONS[code] if code >= 0 else None


def score(found: Trajectory) -> float:
    return float(found.scores[0])


def test_c1_divides_growth_by_what_leads_to_the_target() -> None:
    """Growth .021744 a year of .031830 needed: .683, moderate, score .594."""
    found = run("open-sdg")
    assert round(float(path().growth[0]), 6) == 0.021744
    assert round((80 / 50) ** (1 / 15) - 1, 6) == 0.031830
    assert round(float(found.values[0]), 5) == 0.68314
    assert found.course(0) is Course.MODERATE
    assert round(score(found), 3) == 0.594


def test_c2_asks_less_near_a_limit() -> None:
    """Growth .004455; .43310 of the cuts, .006497 and .002166: moderate, score 1.322."""
    found = run("open-sdg-free", **FREE)
    assert round(float(found.values[0]), 6) == 0.004455
    assert found.course(0) is Course.MODERATE
    assert round(score(found), 3) == 1.322
    assert run("open-sdg-free", **FREE | {"limit": MISSING}).course(0) is Course.LIMITED


@pytest.mark.parametrize(
    ("cut", "above", "below"),
    [(0.006497, Course.ON_TRACK, Course.MODERATE), (0.002166, Course.MODERATE, Course.LIMITED)],
)
def test_c2_the_cuts_are_those_of_the_method_table(cut: float, above: Course, below: Course) -> None:
    just = [88 * (1 + cut + nudge) ** 10 for nudge in (2e-6, -2e-6)]
    assert [run("open-sdg-free", **FREE | {"latest": latest}).course(0) for latest in just] == [above, below]


def test_c3_the_mean_of_scores_is_a_course_again() -> None:
    """5 and .594 have the mean 2.797: substantial, and not achieved, for not all have."""
    series = [run("open-sdg", latest=80.0), run("open-sdg")]
    scores = np.array([[round(score(one), 3) for one in series]])
    classes = np.column_stack([one.classes for one in series])
    together = combine(scores, classes)
    assert scores.tolist() == [[5, 0.594]]
    assert round(float(together.scores[0]), 3) == 2.797
    assert together.course(0) is Course.ON_TRACK


def test_c4_and_c6_class_the_same_ratio() -> None:
    """.683: fair by the one, moderate by the other."""
    for method in ("un-ratio", "eurostat"):
        found = run(method)
        assert round(float(found.values[0]), 3) == 0.683
        assert found.course(0) is Course.MODERATE


def test_c5_projects_the_share_of_the_way() -> None:
    """On to 69.040 by 2030: .63468 of the way, fair."""
    found = run("un-share")
    assert round(float(path().end[0]), 3) == 69.040
    assert round(float(found.values[0]), 5) == 0.63468
    assert found.course(0) is Course.MODERATE


#: At these parts of the growth needed the courses of C1, C4 and C6 begin.
CUTS = (
    ("open-sdg", 0.95, Course.ON_TRACK), ("open-sdg", 0.6, Course.MODERATE), ("open-sdg", 0.0, Course.LIMITED),
    ("eurostat", 0.95, Course.ON_TRACK), ("eurostat", 0.6, Course.MODERATE), ("eurostat", 0.0, Course.LIMITED),
    ("un-ratio", 0.95, Course.ON_TRACK), ("un-ratio", 0.5, Course.MODERATE), ("un-ratio", -0.1, Course.LIMITED),
)  # fmt: skip


@pytest.mark.parametrize(("method", "cut", "course"), CUTS)
def test_a_course_begins_at_its_cut(method: str, cut: float, course: Course) -> None:
    needed = (80 / 50) ** (1 / 15) - 1
    above, below = (50 * (1 + (cut + nudge) * needed) ** 10 for nudge in (1e-9, -1e-9))
    assert run(method, latest=above).course(0) is course
    assert run(method, latest=below).course(0) is COURSES[COURSES.index(course) + 1]


@pytest.mark.parametrize(
    ("share", "course"), [(0.95, Course.ON_TRACK), (0.1, Course.MODERATE), (0.0, Course.LIMITED)]
)
def test_c5_a_course_begins_at_its_cut(share: float, course: Course) -> None:
    above, below = (50 * ((50 + (share + nudge) * 30) / 50) ** (10 / 15) for nudge in (1e-9, -1e-9))
    assert run("un-share", latest=above).course(0) is course
    assert run("un-share", latest=below).course(0) is COURSES[COURSES.index(course) + 1]


#: R and score of C1, either side of each knot, and out to both ends.
SCORES = (
    (-2, -5),
    (-0.6, -5),
    (-0.3, -3.75),
    (0, -2.5),
    (0.3, -1.25),
    (0.6, 0),
    (0.775, 1.25),
    (0.95, 2.5),
    (1.2, 4.2857),
)


@pytest.mark.parametrize(("pace", "expected"), SCORES)
def test_c1_scores_run_straight_between_knots(pace: float, expected: float) -> None:
    """7.1429 R − 4.2857 from .6 on, 4.1667 R − 2.5 below, never beyond 5 either way."""
    latest = 50 * (1 + pace * ((80 / 50) ** (1 / 15) - 1)) ** 10
    assert score(run("open-sdg", latest=latest)) == pytest.approx(expected, abs=1e-4)


FREE_SCORES = (
    (-0.05, -5),
    (-0.02, -5),
    (-0.01, -3.75),
    (0, -2.5),
    (0.0025, -1.25),
    (0.005, 0),
    (0.01, 1.25),
    (0.015, 2.5),
    (0.0175, 3.75),
    (0.05, 5),
)


@pytest.mark.parametrize(("growth", "expected"), FREE_SCORES)
def test_c2_scores_run_straight_between_knots(growth: float, expected: float) -> None:
    """125 x − 2.5 below 0; then 500 x − 2.5, 250 x − 1.25, 500 x − 5, at most 5."""
    found = run("open-sdg-free", latest=50 * (1 + growth) ** 10)
    assert score(found) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("baseline", "limit"), [(50, 25.0), (50, 20.0), (50, 0.0), (50, -50.0), (50, MISSING)]
)
def test_c2_a_limit_far_off_asks_for_all(baseline: float, limit: float) -> None:
    """From twice the limit on, and where the limit lies on the other side of 0."""
    found = run("open-sdg-free", baseline=baseline, limit=limit, latest=baseline * 1.01**10)
    assert score(found) == pytest.approx(1.25, abs=1e-9)


def test_c2_a_limit_is_near_from_both_sides() -> None:
    """1 − ((2L − b) ÷ L)^4.44 where less is better and b comes down to L."""
    found = run("open-sdg-free", baseline=112.0, latest=108.0, limit=100.0, sign=-1.0)
    eased = (1 - (108 / 112) ** 0.1) / (1 - 0.88**4.44)
    assert score(found) == pytest.approx(250 * eased - 1.25, abs=1e-9)


@pytest.mark.parametrize(
    ("latest", "expected", "course"),
    [(100, 5, Course.ON_TRACK), (101, 5, Course.ON_TRACK), (99, -2.6255, Course.DETERIORATING)],
)
def test_c2_at_the_limit_itself_to_stay_is_enough(latest: float, expected: float, course: Course) -> None:
    found = run("open-sdg-free", baseline=100.0, limit=100.0, latest=latest)
    assert score(found) == pytest.approx(expected, abs=1e-4)
    assert found.course(0) is course


@TARGETED
@pytest.mark.parametrize(
    ("latest", "sign", "baseline"),
    [(80.0, 1.0, 50.0), (85.0, 1.0, 50.0), (80.0, -1.0, 120.0), (75.0, -1.0, 120.0)],
)
def test_a_target_met_is_achieved(method: str, latest: float, sign: float, baseline: float) -> None:
    found = run(method, latest=latest, sign=sign, baseline=baseline)
    assert found.course(0) is Course.ACHIEVED
    assert why(found) is None
    assert method != "open-sdg" or score(found) == 5


@TARGETED
def test_a_target_met_from_the_start_is_achieved_though_no_way_leads_there(method: str) -> None:
    for figures in ({"target": 50.0, "latest": 50.0}, {"target": 0.0, "latest": 0.0, "sign": -1.0}):
        found = run(method, **figures)
        assert found.course(0) is Course.ACHIEVED
        assert why(found) is None
        assert not np.isinf(found.values[0])


@pytest.mark.parametrize(
    ("baseline", "latest", "target", "sign"),
    [
        (50, 40, 80, 1),
        (80, 90, 50, -1),
        (60, 40, 50, 1),  # Began above what was to be held.
        (40, 60, 50, -1),
        (-50, -60, -20, 1),
        (-50, -40, -80, -1),
    ],
)
def test_moving_away_is_told_by_every_method(
    baseline: float, latest: float, target: float, sign: float
) -> None:
    """Absolute growth would call this progress."""
    found = courses(baseline=baseline, latest=latest, target=target, sign=sign)
    assert found == {Course.DETERIORATING}
    free = run("open-sdg-free", baseline=baseline, latest=latest, sign=sign)
    assert free.course(0) is Course.DETERIORATING
    assert score(run("open-sdg", baseline=baseline, latest=latest, target=target, sign=sign)) < -2.5


def test_below_0_the_better_is_still_the_better() -> None:
    """A deficit of 50 down to 30 of 20 wanted: growth of a negative figure runs the other way."""
    figures = {"baseline": -50.0, "latest": -30.0, "target": -20.0}
    assert courses(**figures) <= {Course.ON_TRACK, Course.MODERATE}
    assert (
        run("open-sdg", **figures).values[0]
        == run("open-sdg", baseline=50.0, latest=30.0, target=20.0, sign=-1.0).values[0]
    )


PASSED = (
    ("open-sdg", Course.LIMITED), ("eurostat", Course.LIMITED),
    ("un-ratio", Course.MODERATE), ("un-share", Course.MODERATE),
)  # fmt: skip


@pytest.mark.parametrize(("method", "course"), PASSED)
def test_a_year_that_has_passed_is_judged_by_where_the_path_stood_in_it(method: str, course: Course) -> None:
    """50 to 85 in ten years stood at 65.2 after five: the 80 of 2020 were missed, the 65 were met."""
    found = run(method, latest=85.0, target_year=2020.0)
    assert found.course(0) is course
    assert round(float(path(latest=85.0, target_year=2020.0).end[0]), 1) == 65.2
    assert run(method, latest=85.0, target=65.0, target_year=2020.0).course(0) is Course.ACHIEVED


REFUSED: tuple[tuple[dict[str, float], Reason], ...] = (
    ({"baseline": MISSING}, Reason.BASELINE_MISSING),
    ({"first_year": MISSING}, Reason.BASELINE_MISSING),
    ({"latest": MISSING}, Reason.ACTUAL_MISSING),
    ({"latest_year": MISSING}, Reason.ACTUAL_MISSING),
    ({"sign": MISSING}, Reason.DIRECTION_MISSING),
    ({"latest_year": 2015.0}, Reason.TOO_FEW_POINTS),
    ({"latest_year": 2014.0}, Reason.TOO_FEW_POINTS),
    ({"baseline": 0.0}, Reason.ZERO_DENOMINATOR),
    ({"latest": -1.0}, Reason.SIGN_CHANGE),
    ({"baseline": -1.0}, Reason.SIGN_CHANGE),
)
REFUSED_WITH_TARGET: tuple[tuple[dict[str, float], Reason], ...] = (
    ({"target": MISSING}, Reason.TARGET_MISSING),
    ({"target_year": MISSING}, Reason.TARGET_MISSING),
    ({"target_year": 2015.0}, Reason.NOT_APPLICABLE),
    ({"target": -80.0, "sign": -1.0}, Reason.SIGN_CHANGE),
    ({"target": 50.0, "latest": 49.0}, Reason.ZERO_DENOMINATOR),
)


@EVERY
@pytest.mark.parametrize(("figures", "reason"), REFUSED)
def test_what_grows_at_no_rate_is_refused(method: str, figures: dict[str, float], reason: Reason) -> None:
    """A base of 0 above all: no small constant is put in its place."""
    found = run(method, **figures)
    assert why(found) is reason
    assert found.course(0) is None
    assert math.isnan(found.values[0])
    assert math.isnan(found.scores[0])


@TARGETED
@pytest.mark.parametrize(("figures", "reason"), REFUSED_WITH_TARGET)
def test_a_target_no_rate_leads_to_is_refused(method: str, figures: dict[str, float], reason: Reason) -> None:
    found = run(method, **figures)
    assert why(found) is reason
    assert found.course(0) is None


@BY_PACE
def test_no_growth_leads_to_0(method: str) -> None:
    assert why(run(method, target=0.0, latest=10.0, sign=-1.0)) is Reason.ZERO_DENOMINATOR


def test_c5_tells_the_share_of_a_way_to_0() -> None:
    found = run("un-share", target=0.0, latest=10.0, sign=-1.0)
    assert float(found.values[0]) == pytest.approx(1 - 0.2**1.5)
    assert found.course(0) is Course.MODERATE


def test_a_figure_that_fell_to_0_has_grown_by_minus_1() -> None:
    assert run("open-sdg-free", latest=0.0).values[0] == -1
    assert courses(latest=0.0) == {Course.DETERIORATING}


def test_c2_looks_at_no_target() -> None:
    assert why(run("open-sdg-free", target=MISSING, target_year=MISSING)) is None
    assert why(run("open-sdg-free", target=-80.0, target_year=2000.0)) is None


COMBINED: tuple[tuple[tuple[float, ...], tuple[Course | None, ...], float, Course], ...] = (
    ((5, 5), (Course.ACHIEVED, Course.ACHIEVED), 5, Course.ACHIEVED),
    ((5, 5), (Course.ACHIEVED, Course.ON_TRACK), 5, Course.ON_TRACK),
    ((5, MISSING), (Course.ACHIEVED, None), 5, Course.ACHIEVED),
    ((2, 3), (Course.MODERATE, Course.ON_TRACK), 2.5, Course.ON_TRACK),
    ((1, -1), (Course.MODERATE, Course.LIMITED), 0, Course.MODERATE),
    ((-5, 0), (Course.DETERIORATING, Course.MODERATE), -2.5, Course.LIMITED),
    ((-5, -0.5), (Course.DETERIORATING, Course.LIMITED), -2.75, Course.DETERIORATING),
)


@pytest.mark.parametrize(("scores", "series", "mean", "course"), COMBINED)
def test_c3_courses_begin_at_whole_scores(
    scores: tuple[float, ...], series: tuple[Course | None, ...], mean: float, course: Course
) -> None:
    codes = np.array([[-1 if one is None else COURSES.index(one) for one in series]], dtype=np.int8)
    together = combine(np.array([scores], dtype=np.float64), codes)
    assert together.scores.tolist() == together.values.tolist() == [mean]
    assert together.course(0) is course


def test_c3_without_a_score_there_is_nothing_to_average() -> None:
    together = combine(np.array([[MISSING, MISSING]]), np.array([[-1, -1]], dtype=np.int8))
    assert (why(together), together.course(0)) == (Reason.TOO_FEW_POINTS, None)


def test_courses_are_named_in_both_languages() -> None:
    for language in LANGUAGES:
        names = [term(course, language) for course in Course]
        assert len(set(names)) == len(names)
        assert all(any("가" <= letter <= "힣" for letter in name) == (language == "ko") for name in names)


amounts = st.integers(1, 10**6).map(float)
spans = st.integers(1, 30)
signs = st.sampled_from([1.0, -1.0])
ways = st.fixed_dictionaries(
    {
        "baseline": amounts,
        "latest": amounts,
        "target": amounts,
        "sign": signs,
        "limit": st.one_of(amounts, st.just(MISSING)),
    }
)
wild = st.one_of(st.floats(-1e9, 1e9), st.sampled_from([0.0, -0.0, 1.0, -1.0, MISSING]))
wild_years = st.one_of(st.integers(1990, 2040).map(float), st.just(MISSING))
wild_rows = st.lists(
    st.tuples(
        wild, wild, wild, wild_years, wild_years, wild_years, st.sampled_from([1.0, -1.0, MISSING]), wild
    ),
    max_size=6,
)


def run_all(method: str, rows: Sequence[tuple[float, ...]]) -> Trajectory:
    return TRAJECTORIES[method](Path(*np.array(rows, dtype=np.float64).reshape(-1, len(FIELDS)).T))


@given(rows=wild_rows)
@EVERY
def test_a_class_is_missing_exactly_where_a_reason_stands(method: str, rows: list[tuple[float, ...]]) -> None:
    """And a value too, but for what was met and is no way from the baseline; none is infinite."""
    found = run_all(method, rows)
    refused = found.reasons >= 0
    assert np.array_equal(found.classes < 0, refused)
    assert np.isnan(found.values[refused]).all()
    assert np.isnan(found.scores[refused]).all()
    assert (found.classes[~refused & np.isnan(found.values)] == COURSES.index(Course.ACHIEVED)).all()
    assert not np.isinf(found.values).any()
    if method.startswith("open-sdg"):
        assert (np.abs(found.scores[~refused]) <= 5).all()


@given(rows=wild_rows, order=st.randoms())
@EVERY
def test_the_order_of_rows_changes_nothing(method: str, rows: list[tuple[float, ...]], order: Random) -> None:
    places = list(range(len(rows)))
    order.shuffle(places)
    straight, shuffled = run_all(method, rows), run_all(method, [rows[place] for place in places])
    for one, other in zip(
        attrs.astuple(straight, recurse=False), attrs.astuple(shuffled, recurse=False), strict=True
    ):
        assert np.array_equal(one[places], other, equal_nan=True)


@given(way=ways, power=st.integers(-20, 20))
@EVERY
def test_the_unit_changes_no_course(method: str, way: dict[str, float], power: int) -> None:
    scaled = {name: value if name == "sign" else value * 2.0**power for name, value in way.items()}
    plain, other = run(method, **way), run(method, **scaled)
    assert plain.course(0) is other.course(0)
    assert np.array_equal(plain.values, other.values, equal_nan=True)


@given(way=ways, more=amounts)
@EVERY
def test_a_better_figure_is_on_no_worse_course(method: str, way: dict[str, float], more: float) -> None:
    better = way["latest"] + more if way["sign"] > 0 else way["latest"] * (1 - more / 10**7)
    before, after = run(method, **way), run(method, **way | {"latest": better})
    if why(before) is None:
        assert after.classes[0] <= before.classes[0]
        assert method != "open-sdg" or score(after) >= score(before)
        assert method != "open-sdg-free" or score(after) >= score(before)


@given(way=ways, years=spans)
@TARGETED
def test_just_the_pace_needed_is_a_ratio_of_1(method: str, way: dict[str, float], years: int) -> None:
    """Whoever is on the exponential path to the target will be there by its year."""
    ahead = 2015 + 2 * years
    half = math.sqrt(way["baseline"] * way["target"])
    found = run(method, **way | {"latest": half, "latest_year": 2015.0 + years, "target_year": float(ahead)})
    towards = way["sign"] * (way["target"] - way["baseline"])
    if towards > 0 and abs(way["target"] / way["baseline"] - 1) > 1e-3:
        assert float(found.values[0]) == pytest.approx(1, abs=1e-6)
        assert found.course(0) is Course.ON_TRACK
