"""Each row is attained by its own method, and what cannot be said has its reason."""

import numpy as np
import pytest
from projects import assessed, facts_of, indicator, programme

from scorecard.rules.attaining import Attained, attain, words_equal
from scorecard.rules.models import AttainmentRules, Defaults
from scorecard.targets.facts import words
from scorecard.wording.terms import Reason

RULES = AttainmentRules(Defaults("ratio", "reciprocal", "tolerance"), (), keep_tolerance=0.05)


def attained(*lines: str, as_of: str = "2026-12-31", **fields: str) -> Attained:
    """Attain one indicator."""
    return attain(facts_of(programme(indicator(*lines, **fields)), on=as_of, as_of="2027-12-31"), RULES)


def shares(of: Attained) -> tuple[float | Reason, float | Reason, float | Reason]:
    """Read back attainment, start and stretch, or why they are missing."""
    first, second, third = (
        result.reason(0) or round(float(result.values[0]), 6)
        for result in (of.attainment, of.start, of.stretch)
    )
    return first, second, third


def test_each_direction_has_its_default_method() -> None:
    rows = {
        "up": attained("target: {2026: 4명}", "actual: {2026: 5명}"),
        "down": attained("target: {2026: 4명}", "actual: {2026: 5명}", direction="down"),
        "keep": attained("target: {2026: 100명}", "actual: {2026: 97명}", direction="keep"),
    }
    found = {name: (row.methods.words[0], shares(row)[0]) for name, row in rows.items()}
    assert found == {"up": ("ratio", 1.25), "down": ("reciprocal", 0.8), "keep": ("tolerance", 0.4)}


def test_an_indicator_may_name_its_own_method() -> None:
    row = attained(
        "target: {2026: 120명}",
        "actual: {2026: 112명}",
        "method: from-baseline",
        "baseline: 100명",
        aggregation="last",
    )
    assert (row.methods.words[0], shares(row)[0]) == ("from-baseline", 0.6)


def test_a_method_from_a_start_starts_from_last_year_unless_told() -> None:
    row = attained(
        "target: {2026: 120명}",
        "actual: {2025: 100명, 2026: 112명}",
        "method: from-baseline",
        aggregation="last",
    )
    assert shares(row)[:2] == (0.6, Reason.NOT_APPLICABLE)


@pytest.mark.parametrize("baseline", ["'-'", "신규", "{value: '-', note: 아직 없음}"])
def test_a_baseline_that_is_none_is_as_if_it_were_not_written(baseline: str) -> None:
    row = attained(
        "target: {2026: 120명}",
        "actual: {2025: 100명, 2026: 112명}",
        "method: from-baseline",
        f"baseline: {baseline}",
        aggregation="last",
    )
    assert shares(row)[:2] == (0.6, Reason.NOT_APPLICABLE)


def test_a_row_may_name_its_own_tolerance() -> None:
    row = attained("target: {2026: 100명}", "actual: {2026: 97명}", "tolerance: 6", direction="keep")
    assert shares(row) == (0.5, Reason.PREVIOUS_MISSING, Reason.PREVIOUS_MISSING)


def test_start_is_what_last_year_would_attain_today() -> None:
    """The vector of the design: 3,303 of 4,000 is 82.6 %, a stretch of 21.1 %."""
    row = attained("target: {2026: '4,000명'}", "actual: {2025: '3,303명'}")
    assert shares(row) == (Reason.ACTUAL_MISSING, 0.82575, round(697 / 3303, 6))


def test_stretch_is_positive_towards_the_better() -> None:
    """E2: 350 after 493 falls short by 29.0 %; where less is better it is the other way round."""
    up = attained("target: {2026: 350명}", "actual: {2025: 493명}")
    down = attained("target: {2026: 350명}", "actual: {2025: 493명}", direction="down")
    assert [round(float(row.stretch.values[0]), 3) for row in (up, down)] == [-0.29, 0.29]


@pytest.mark.parametrize(
    ("previous", "reason"),
    [
        ("", Reason.PREVIOUS_MISSING),
        ("actual: {2025: '-'}", Reason.PREVIOUS_MISSING),
        ("actual: {2025: 신규}", Reason.NEW),
        ("actual: {2025: {value: 90명, comparability: different}}", Reason.NOT_COMPARABLE),
    ],
)
def test_a_start_that_cannot_be_said_has_its_reason(previous: str, reason: Reason) -> None:
    _, start, stretch = shares(attained("target: {2026: 100명}", *filter(None, [previous])))
    assert (start, stretch) == (reason, reason)


def test_nothing_can_stretch_from_zero_or_to_where_it_is() -> None:
    from_zero = attained("target: {2026: 100명}", "actual: {2025: 0명}")
    assert shares(from_zero)[1:] == (0.0, Reason.ZERO_DENOMINATOR)
    kept = attained("target: {2026: 100명}", "actual: {2025: 100명}", direction="keep")
    assert shares(kept)[1:] == (1.0, Reason.NOT_APPLICABLE)


def test_words_are_not_measured() -> None:
    row = attained("target: {2026: 투자유치 확대}", aggregation="judged")
    assert shares(row) == (Reason.NOT_MEASURED,) * 3


def test_without_a_target_nothing_is_attained() -> None:
    assert shares(attained("actual: {2025: 80명}")) == (Reason.TARGET_MISSING,) * 3


STEPS = (
    "target: {2026: 착공}",
    "steps: [{name: 설계, due: 2026-03, done: 2026-03-20, weight: 1}, {name: 착공, due: 2026-09, weight: 3}]",
)


@pytest.mark.parametrize(
    ("as_of", "share"), [("2026-02-28", Reason.NOT_DUE), ("2026-03-20", 0.25), ("2026-12-31", 0.25)]
)
def test_milestones_count_the_weight_of_the_steps_done_by_the_day(as_of: str, share: float | Reason) -> None:
    """Before any step is due or done there is nothing to say."""
    assert shares(attained(*STEPS, as_of=as_of, aggregation="milestone"))[0] == share


def test_a_step_due_and_not_done_is_nothing_done() -> None:
    late = ("target: {2026: 착공}", "steps: [{name: 착공, due: 2026-03}]")
    assert shares(attained(*late, as_of="2026-04-01", aggregation="milestone"))[0] == 0.0


@pytest.mark.parametrize("done", ["", ", done: 2026-03-20"])
def test_steps_that_all_weigh_nothing_say_why_there_is_no_share(done: str) -> None:
    steps = f"steps: [{{name: 설계, due: 2026-03{done}, weight: 0}}, {{name: 착공, due: 2026-09, weight: 0}}]"
    row = attained("target: {2026: 착공}", steps, as_of="2026-12-31", aggregation="milestone")
    assert shares(row)[0] is Reason.ZERO_DENOMINATOR


def test_steps_without_a_target_of_the_year_are_not_judged() -> None:
    row = attained("target: {2027: 준공}", STEPS[1], aggregation="milestone")
    assert shares(row)[0] is Reason.TARGET_MISSING


def test_a_milestone_needs_no_direction() -> None:
    text = programme("- {id: i, name: 착공, level: process, aggregation: judged, target: {2026: 착공}}")
    assert shares(attain(facts_of(text), RULES))[0] is Reason.NOT_MEASURED


def test_words_that_do_not_occur_mark_no_row() -> None:
    assert words_equal(words(["up", None]), "down").tolist() == [False, False]
    assert words_equal(words(["up", None]), "up").tolist() == [True, False]


def test_all_rows_are_judged_as_each_alone() -> None:
    """Methods run over their own rows and put each result back in its place."""
    rows = [
        indicator("target: {2026: 4명}", "actual: {2026: 5명}", id=f"i{n}", direction=way, aggregation="last")
        for n, way in enumerate(("down", "up", "keep", "up", "down"))
    ]
    together = assessed(programme("".join(rows)), office={"as_of": "2026-12-31"}).attained.attainment.values
    alone = [
        assessed(programme(row), office={"as_of": "2026-12-31"}).attained.attainment.values[0] for row in rows
    ]
    assert np.array_equal(together, alone)
