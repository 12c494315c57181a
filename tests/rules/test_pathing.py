"""Paths of several years, by the methods an indicator names in its text."""

import pytest
from projects import assessed, indicator, programme

from scorecard.rules.pathing import SERIES
from scorecard.rules.together import TRAJECTORY_NAMES
from scorecard.rules.trajectories import TRAJECTORIES
from scorecard.wording.terms import Course, Reason

PART = "{{id: {id}, name: {id}, trajectory: {method}, target: {{2026: 63%, 2030: 80%}}, actual: {{2015: 50%, 2025: {actual}%}}}}"


def path(*parts: str, trajectory: str = SERIES) -> tuple[float, Course | None, Reason | None]:
    """Tell value, class and reason of an indicator with some parts."""
    lines = ("target: {2026: 63%}", f"parts: [{', '.join(parts)}]") if parts else ("target: {2026: 63%}",)
    text = indicator(*lines, aggregation="last", trajectory=trajectory)
    of = assessed(programme(text), office={"as_of": "2026-12-31"}).pathed.trajectory
    code = int(of.reasons[0])
    return float(of.values[0]), of.course(0), tuple(Reason)[code] if code >= 0 else None


def test_every_name_that_may_be_written_has_its_method() -> None:
    assert {*TRAJECTORIES, SERIES} == set(TRAJECTORY_NAMES)


def test_c3_a_whole_is_assessed_by_the_mean_of_its_parts() -> None:
    """The vector C3: 5 and .594 make 2.797, on track and not achieved."""
    parts = [
        PART.format(id=name, method="open-sdg", actual=actual) for name, actual in (("a", 85), ("b", 62))
    ]
    value, course, _ = path(*parts)
    assert value == pytest.approx(2.797, abs=0.001)
    assert course is Course.ON_TRACK


def test_a_whole_of_which_no_part_is_scored_is_not_assessed() -> None:
    unscored = PART.format(id="a", method="eurostat", actual=62)
    assert path(unscored)[1:] == (None, Reason.TOO_FEW_POINTS)
    assert path()[1:] == (None, Reason.TOO_FEW_POINTS)


def test_a_whole_of_few_parts_is_assessed_beside_one_of_many() -> None:
    def whole(name: str, *actuals: int) -> str:
        parts = ", ".join(
            PART.format(id=f"{name}{n}", method="open-sdg", actual=one) for n, one in enumerate(actuals)
        )
        lines = ("target: {2026: 63%}", f"parts: [{parts}]")
        return indicator(*lines, id=name, aggregation="last", trajectory=SERIES)

    both = assessed(programme(whole("a", 62) + whole("b", 85, 62, 62)), office={"as_of": "2026-12-31"})
    values = both.pathed.trajectory.values
    wholes = {place.id: values[row] for row, place in enumerate(both.facts.places) if not place.part_of}
    assert wholes == pytest.approx({"jobs/p/a": 0.594, "jobs/p/b": (5 + 2 * 0.594) / 3}, abs=0.001)
