"""The gate holds if every demand does, and never over nothing."""

import pytest
from projects import assessed, indicator, programme

from scorecard.cards.coverage import measure_coverage
from scorecard.cards.gate import Verdict, hold

LINE = ("budget:", "  - {name: 줄, unit: 억원, current: 10}")
COVERED = programme(indicator("target: {2026: 100명}", "actual: {2025: 80명}"), *LINE)
BARE = "- {id: bare, name: 빈 사업, budget: [{name: 줄, unit: 억원, current: 30}]}\n"
HIGH = """\
rules:
  - {id: r, title: 제목, about: target, severity: high, when: "target > 50", message: 큼, why: 까닭, action: 조치}
"""


def held(
    demands: str, programmes: str = COVERED + BARE, *, as_of: str = "2026-01-31", risks: str = HIGH
) -> Verdict:
    of = assessed(programmes, office={"as_of": as_of}, rules={"coverage": demands, "risks": risks})
    return hold(of, measure_coverage(of))


def told(verdict: Verdict) -> list[tuple[str, str, bool]]:
    return [(one.where, one.measure, one.holds) for one in verdict.demands]


ALWAYS = [("시험실", "failures", True), ("시험실", "expired", True)]


def test_a_floor_holds_from_its_very_value_on() -> None:
    assert held("office: {count: 0.5, budget: 0.25, previous: 1}").holds
    fails = held("office: {count: 0.5001}")
    assert (fails.holds, told(fails)[0]) == (False, ("시험실", "count", False))


def test_without_demands_of_its_own_the_rules_must_run() -> None:
    verdict = held("office: {}")
    assert (verdict.holds, told(verdict)) == (True, ALWAYS)


def test_a_department_has_its_own_floor_or_that_of_each() -> None:
    own = held("office: {}\ndepartments: {each: {count: 0.9}, jobs: {count: 0.1}}")
    each = held("office: {}\ndepartments: {each: {count: 0.9}}")
    assert [told(one)[0] for one in (own, each)] == [
        ("일자리과", "count", True),
        ("일자리과", "count", False),
    ]


def test_a_floor_of_another_measure_than_that_of_each_replaces_it() -> None:
    verdict = held("office: {}\ndepartments: {each: {count: 0.9}, jobs: {budget: 0.1}}")
    assert told(verdict)[0] == ("일자리과", "budget", True)


def test_while_nothing_is_due_no_actual_can_be_asked_for() -> None:
    early, late = (held("office: {actual: 0.9}", as_of=day) for day in ("2026-01-31", "2026-12-31"))
    assert (early.holds, late.holds) == (True, False)


@pytest.mark.parametrize("measure", ["previous", "count", "budget"])
def test_every_other_measure_must_be_there(measure: str) -> None:
    """A share of nothing holds no demand."""
    nothing = "- {id: p, name: 사업, exempt: 사유}\n"
    assert told(held(f"office: {{{measure}: 0.1}}", nothing))[0] == ("시험실", measure, False)


@pytest.mark.parametrize("programmes", ["- {id: p, name: 사업, exempt: 사유}\n", BARE])
def test_an_office_without_programmes_or_targets_never_passes(programmes: str) -> None:
    verdict = held("office: {}", programmes)
    assert (verdict.nothing_to_judge, verdict.holds) == (True, False)


@pytest.mark.parametrize(("most", "holds"), [(0, False), (1, True)])
def test_findings_may_be_limited_by_severity(most: int, holds: bool) -> None:
    verdict = held(f"office: {{}}\nfindings: {{high: {most}, medium: 0, low: 0}}")
    assert [told(verdict)[place] for place in (0, 1, 2)] == [
        ("시험실", "high", holds), ("시험실", "medium", True), ("시험실", "low", True)
    ]  # fmt: skip


def test_rows_that_could_not_be_judged_may_be_limited() -> None:
    undecided = HIGH.replace("target > 50", "actual > 50 and has_target")
    verdicts = [held(f"office: {{}}\nunknown: {most}", risks=undecided).holds for most in (0, 1)]
    assert verdicts == [False, True]


def test_a_verdict_without_any_demand_does_not_hold() -> None:
    assert not Verdict((), nothing_to_judge=False).holds


def test_shares_are_told_from_numbers() -> None:
    verdict = held("office: {count: 0.5}\nfindings: {high: 3}")
    assert {one.measure: one.is_share for one in verdict.demands if one.measure in ("count", "high")} == {
        "count": True,
        "high": False,
    }
