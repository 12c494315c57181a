"""Whether a target was a fair one: reaches by the published vectors, properties one by one, never one number."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import assessed, department, read_project, write_project

from scorecard.rules.ambition import ambition
from scorecard.rules.quality.models import USUAL, AmbitionRules, Property, Reach, Standing
from scorecard.rules.quality.profiling import Profiles, bunching_of, reach_of

NAN = float("nan")
REACHES = tuple(Reach)
B5 = np.array([[100.0, 104, 109, 113, 120]])  # METHODS section 7, E1.
YEARS = np.arange(2021.0, 2026.0)

INDICATOR = """
- id: p
  name: 사업
  {programme}
  indicators:
    - id: i
      name: 지표
      level: output
      aggregation: {aggregation}
      direction: up
      {indicator}
"""


def reached(stretch: float, trend: float = NAN) -> Reach:
    return REACHES[int(reach_of(np.array([stretch]), np.array([trend]), USUAL.ambition)[0])]


@pytest.mark.parametrize(
    ("target", "expected", "z"), [(121.0, Reach.BELOW_TREND, -2.11), (130.0, Reach.WILD, 4.44)]
)
def test_a_target_is_held_against_the_trend_first(target: float, expected: Reach, z: float) -> None:
    """121 lies above last year's 120 and is easy all the same (E1)."""
    found = ambition(np.array([target]), YEARS, B5, 2026.0, np.array([1.0])).values

    assert found[0] == pytest.approx(z, abs=0.005)
    assert reached((target - 120) / 120, float(found[0])) is expected


@pytest.mark.parametrize(
    ("stretch", "expected"),
    [
        (350 / 493 - 1, Reach.BELOW_LAST),
        (0.0, Reach.FLAT),
        (0.5, Reach.FAIR),
        (0.51, Reach.WILD),
        (NAN, Reach.UNJUDGED),
    ],
)
def test_without_a_trend_last_year_decides(stretch: float, expected: Reach) -> None:
    """350 against 493 is -29.0 % (E2)."""
    assert reached(stretch) is expected


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("target: {2026: 80%}\nactual: {2025: 45%}", Reach.FAIR),
        ("target: {2026: 40%}\nactual: {2025: 45%}", Reach.BELOW_LAST),
        ("target: {2023~2026: 50억원}\nactual: {2023~2025: 20억원}", Reach.FAIR),
        ("target: {2026: 80명}\nactual: {2025: 45명}", Reach.WILD),
    ],
)
def test_a_share_and_a_sum_over_years_are_never_wild_by_last_year(indicator: str, expected: Reach) -> None:
    """80 % after 45 % is 35 points more, and not 78 % more."""
    aggregation = "sum" if "명" in indicator else "last"
    assert profiles(indicator, aggregation=aggregation).reach(0) is expected


def test_a_trend_that_was_coming_makes_a_long_stretch_fair() -> None:
    assert reached(0.8, 0.5) is Reach.FAIR


@given(st.floats(-2, 2), st.floats(-5, 5), st.floats(0, 1))
def test_asking_for_more_is_never_easier(stretch: float, trend: float, more: float) -> None:
    """A target that asks more is easy only if the one that asks less is."""
    easy = (Reach.BELOW_LAST, Reach.BELOW_TREND)
    assert reached(stretch, trend) in easy or reached(stretch + more, trend + more) not in easy


def written(indicator: str, programme: str = "schedule: 연중", aggregation: str = "sum") -> str:
    lines = indicator.replace("\n", "\n      ")
    return INDICATOR.format(programme=programme, indicator=lines, aggregation=aggregation)


def profiles(indicator: str, programme: str = "schedule: 연중", aggregation: str = "sum") -> Profiles:
    return assessed(written(indicator, programme, aggregation)).profiles


TARGET = "target: {2026: 100명}"
PREVIOUS = "actual: {2025: 90명}"


@pytest.mark.parametrize(
    ("which", "indicator", "expected"),
    [
        (Property.MEASURED, TARGET, Standing.HELD),
        (Property.DATED, TARGET, Standing.PARTLY),
        (Property.DATED, f"{TARGET}\nplan: {{2026H1: 40%, 2026H2: 60%}}", Standing.HELD),
        (Property.DATED, f"{TARGET}\nsteps: [{{name: 착공, due: 2026-06}}]", Standing.HELD),
        (Property.OUTCOME, TARGET, Standing.PARTLY),
        (Property.BASELINE, f"{TARGET}\n{PREVIOUS}", Standing.HELD),
        (Property.BASELINE, f"{TARGET}\nactual: {{2025: {{value: 90명, comparability: similar}}}}", Standing.PARTLY),
        (Property.BASELINE, f"{TARGET}\nactual: {{2025: {{value: 90명, comparability: different}}}}", Standing.MISSED),
        (Property.BASELINE, TARGET, Standing.MISSED),
        (Property.BASELINE, f"{TARGET}\nactual: {{2025: 신규}}", Standing.UNKNOWN),
        (Property.SOURCED, f"{TARGET}\n{PREVIOUS}", Standing.MISSED),
        (Property.SOURCED, f"{TARGET}\n{PREVIOUS}\nsource: {{target: report#1}}", Standing.PARTLY),
        (Property.SOURCED, f"{TARGET}\n{PREVIOUS}\nsource: report#1", Standing.HELD),
        (Property.DEFINED, TARGET, Standing.PARTLY),
        (Property.DEFINED, f"{TARGET}\nformula: 수료한 사람", Standing.HELD),
        (Property.DEFINED, f"{TARGET}\nformula: 수료한 사람\nbreaks: [{{since: 2025, reason: 새 기준}}]", Standing.MISSED),
        (Property.DEFINED, f"{TARGET}\nformula: 수료한 사람\nbreaks: [{{since: 2021, reason: 새 기준}}]", Standing.HELD),
        (Property.AMBITION, f"{TARGET}\n{PREVIOUS}", Standing.HELD),
        (Property.AMBITION, f"{TARGET}\nactual: {{2025: 120명}}", Standing.MISSED),
        (Property.AMBITION, f"{TARGET}\nactual: {{2025: 100명}}", Standing.PARTLY),
        (Property.AMBITION, TARGET, Standing.UNKNOWN),
        (Property.BREADTH, TARGET, Standing.UNKNOWN),
    ],
)  # fmt: skip
def test_a_property_stands_by_what_is_written(which: Property, indicator: str, expected: Standing) -> None:
    assert profiles(indicator).standing(0, which) is expected


@pytest.mark.parametrize(("lines", "expected"), [(10, Standing.HELD), (11, Standing.MISSED)])
def test_one_indicator_stands_for_so_many_lines_at_most(lines: int, expected: Standing) -> None:
    budget = "budget: [" + ", ".join(f"{{name: 줄{n}, unit: 백만원, current: 1}}" for n in range(lines)) + "]"
    assert profiles(TARGET, budget).standing(0, Property.BREADTH) is expected


@pytest.mark.parametrize(
    ("indicator", "aggregation", "expected"),
    [
        ("target: {2026: 새로 연다}", "judged", Standing.MISSED),
        ("target: {2026: 연다}\nsteps: [{name: 착공, due: 2026-06}]", "milestone", Standing.PARTLY),
    ],
)
def test_words_and_steps_are_no_figure(indicator: str, aggregation: str, expected: Standing) -> None:
    assert profiles(indicator, aggregation=aggregation).standing(0, Property.MEASURED) is expected


def test_what_has_no_target_has_no_profile() -> None:
    assert not profiles(PREVIOUS).has[0]


def test_what_compares_only_in_part_leaves_the_reach_unjudged_with_the_reason() -> None:
    found = profiles(f"{TARGET}\nactual: {{2025: {{value: 90명, comparability: partial}}}}")

    assert found.reach(0) is Reach.UNJUDGED
    assert (reason := found.why_unjudged(0)) is not None
    assert reason.value == "not_comparable"


# ── bunching ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("above", "below", "others", "expected"),
    [(10, 3, 17, True), (9, 3, 18, False), (4, 0, 26, True), (3, 0, 27, False), (10, 0, 19, None)],
)
def test_results_just_above_their_targets_are_counted(
    above: int, below: int, others: int, expected: bool | None
) -> None:
    attainment = np.array([1.0] * above + [0.995] * below + [0.5] * others + [NAN])

    found = bunching_of(attainment, USUAL)

    assert (found.results, found.above, found.below, found.is_bunched) == (
        above + below + others,
        above,
        below,
        expected,
    )


# ── rules/quality.yaml ────────────────────────────────────────────────────────────────────────


def test_a_project_may_move_every_limit() -> None:
    found = assessed(
        written(f"{TARGET}\n{PREVIOUS}"), rules={"quality": "ambition:\n  wildest_stretch: 0.05\n"}
    )

    assert found.profiles.reach(0) is Reach.WILD
    assert found.rules.quality.ambition == AmbitionRules(wildest_stretch=0.05)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("ambition:\n  below_trend: 1\n", 2, 16),
        ("ambition:\n  wildest_stretch: 50\n", 2, 20),
        ("bunching:\n  least: 0\n", 2, 10),
        ("definition:\n  years: 0\n", 2, 10),
    ],
)
def test_a_limit_that_cannot_be_is_told_with_its_place(
    tmp_path: Path, text: str, line: int, column: int
) -> None:
    folder = write_project(tmp_path, {"jobs": department(written(TARGET))}, rules={"quality": text})

    _, _, problems = read_project(folder)

    assert [(one.code, one.spot.file, one.spot.line, one.spot.column) for one in problems] == [
        ("limit-out-of-range", "rules/quality.yaml", line, column)
    ]
