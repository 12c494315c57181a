"""The figure that is told reaches the status or grade, and one step less does not."""

import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import HOUSE, department, indicator, programme, read_project, write_project

from scorecard.rules.assess import assess
from scorecard.rules.models import RuleBook
from scorecard.rules.reaching import Bound, Goal, Reached, Side, grades_to_reach, reach, smallest
from scorecard.rules.status import STATUSES
from scorecard.targets.facts import lay_out
from scorecard.targets.leaves import read_value
from scorecard.targets.measures import Book
from scorecard.targets.periods import read_period
from scorecard.targets.supposing import with_figure
from scorecard.wording.terms import Reason, Status

SCORING = (HOUSE / "rules/scoring.yaml").read_text(encoding="utf-8")


def read(*indicators: str) -> tuple[Book, RuleBook]:
    with tempfile.TemporaryDirectory() as folder:
        text = department(programme("".join(indicators)))
        book, rules, problems = read_project(
            write_project(Path(folder), {"jobs": text}, rules={"scoring": SCORING})
        )
    assert book is not None
    assert rules is not None
    assert problems == []
    return book, rules


def reached(text: str, goal: Goal) -> Reached:
    book, rules = read(text)
    return reach(book, rules, next(book.places()), goal)


def reaches(text: str, goal: Goal, value: float, unit: str) -> bool:
    """Judge the whole book at the end of its year as the commands do, with the figure written down."""
    book, rules = read(text)
    place, year = next(book.places()), read_period("2026")
    words = f"{value:.9f}".rstrip("0").rstrip(".")
    figure = read_value(f"{words}{unit}", place.indicator.unit, place.indicator.aggregation.value)
    book = with_figure(book, place, "actual", {year: figure})
    judged = assess(lay_out(attrs.evolve(book, office=attrs.evolve(book.office, as_of=year.last))), rules)
    if isinstance(goal, Status):
        return STATUSES.index(judged.status_at(0)) <= STATUSES.index(goal)
    grades = grades_to_reach(rules)
    grade = (
        judged.rolled.grades.words[int(judged.rolled.grades.codes[0])]
        if judged.rolled.grades.codes[0] >= 0
        else ""
    )
    return grade in grades[: grades.index(goal) + 1]


@settings(max_examples=6)
@given(
    target=st.integers(1, 60_000),
    tenths=st.booleans(),
    direction=st.sampled_from(["up", "down"]),
    goal=st.sampled_from([Status.ACHIEVED, Status.ON_TRACK, Status.WATCH, "S", "B", "D"]),
)
def test_it_is_reached_and_one_step_less_does_not(
    target: int, tenths: bool, direction: str, goal: Goal
) -> None:
    text = indicator(direction=direction, target=f"{{2026: {target / 10 if tenths else target}건}}")
    found = reached(text, goal)
    (bound,) = found.bounds
    worse = -1 if direction == "up" else 1

    assert bound.value is not None
    assert reaches(text, goal, bound.value, "건")
    short = bound.value + worse * found.step
    assert short < 0 or not reaches(text, goal, short, "건")


@pytest.mark.parametrize(
    ("fields", "goal", "bounds"),
    [
        ({"target": "{2026: 4000명}"}, Status.ACHIEVED, [4000]),
        ({"target": "{2026: 4000명}"}, Status.ON_TRACK, [3800]),
        ({"target": "{2026: 4000명}", "actual": "{2025: 3303명, 2026-01: 100명}"}, Status.WATCH, [3200]),
        ({"target": "{2026: 8일}", "direction": "down", "aggregation": "mean"}, Status.WATCH, [10]),
        ({"target": "{2026: 0건}", "direction": "down"}, Status.ACHIEVED, [0]),
        ({"target": "{2026: 87.5%}", "aggregation": "ratio"}, Status.ON_TRACK, [83.2]),
        ({"target": "{2026: 100명}", "direction": "keep", "tolerance": "10"}, Status.WATCH, [98, 102]),
        ({"target": "{2026: -5백만원}"}, Status.ACHIEVED, [-5_000_000]),
        ({"target": "{2024~2026: 300명}", "aggregation": "last"}, Status.WATCH, [240]),
        ({"target": "{2026: 4000명}"}, "A", [3000]),
    ],
)
def test_the_figure_is_found(fields: dict[str, str], goal: Goal, bounds: list[float]) -> None:
    assert [one.value for one in reached(indicator(**fields), goal).bounds] == bounds


@pytest.mark.parametrize(
    ("fields", "goal", "reason"),
    [
        ({}, Status.ACHIEVED, Reason.TARGET_MISSING),
        ({"aggregation": "judged", "target": "{2026: 잘하기}"}, Status.ACHIEVED, Reason.NOT_MEASURED),
        ({"target": "{2026: 10명}", "method": "from-baseline"}, Status.ACHIEVED, Reason.BASELINE_MISSING),
        ({"target": "{2026: 10명}", "score": "{method: trend}"}, "A", Reason.TOO_FEW_POINTS),
    ],
)
def test_where_none_can_there_is_a_reason(fields: dict[str, str], goal: Goal, reason: Reason) -> None:
    assert reached(indicator(**fields), goal).bounds == (Bound(Side.LEAST, None, reason),)


def test_no_share_is_beyond_all() -> None:
    scoring = {"score": "{method: peer-range, peers: {best: 150%, worst: 50%}}"}
    text = indicator(target="{2026: 90%}", aggregation="ratio", **scoring)
    assert reached(text, "S").bounds == (Bound(Side.LEAST, None, None),)


@given(at=st.integers(-1000, 1000), start=st.integers(-1000, 1000))
def test_the_search_finds_where_it_begins_to_hold(at: int, start: int) -> None:
    assert smallest(lambda one: one >= at, start, (-1000, 1000)) == at


def test_the_search_ends_where_nothing_holds() -> None:
    assert smallest(lambda _: False, 0, (-(2**60), 2**60)) is None
    assert smallest(lambda _: True, 0, (-7, 7)) == -7
