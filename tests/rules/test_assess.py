"""Rules find rows, waivers answer for them, and whatever could not be judged is told."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import assessed, indicator, programme

from scorecard.cards.coverage import measure_coverage
from scorecard.cards.gate import hold
from scorecard.rules.assess import Assessment
from scorecard.rules.language.compiling import compile_condition

WHOLE = programme(
    indicator(
        "target: {2026: 100명}", "actual: {2025: 120명}",
        "parts:",
        "  - {id: a, name: 가, target: {2026: 60명}, actual: {2025: 70명}}",
        "  - {id: b, name: 나, target: {2026: 40명}, actual: {2025: 50명}}",
    )
)  # fmt: skip


def rule(when: str, *more: str, name: str = "one", each: str = "indicator", message: str = "있음") -> str:
    """Write one entry of risks.yaml."""
    fields = {
        "id": name, "title": "제목", "about": "target", "severity": "high", "each": each,
        "when": f'"{when}"', "message": f'"{message}"', "why": "까닭", "action": "조치",
    }  # fmt: skip
    return "  - " + "\n    ".join([*(f"{key}: {value}" for key, value in fields.items()), *more]) + "\n"


def held(programmes: str, *rules: str, as_of: str = "2026-01-31") -> Assessment:
    """Hold programmes against rules written in the test."""
    return assessed(programmes, office={"as_of": as_of}, rules={"risks": "rules:\n" + "".join(rules)})


def ids_found(of: Assessment, *, waived: bool = False) -> list[str]:
    return [of.facts.places[one.row].id for one in of.findings if bool(one.waiver) is waived]


def test_a_rule_finds_the_rows_it_holds_for() -> None:
    assert ids_found(held(WHOLE, rule("target < 50"))) == ["jobs/p/i/b"]


def test_a_rule_may_speak_of_what_a_method_computes() -> None:
    assert ids_found(held(WHOLE, rule("stretch < 0 and start > 1"))) == [
        "jobs/p/i",
        "jobs/p/i/a",
        "jobs/p/i/b",
    ]


def test_a_rule_over_programmes_finds_programmes() -> None:
    found = held(WHOLE, rule("targets == 1", each="programme")).findings
    assert [(one.row, one.rule.text.id) for one in found] == [(0, "one")]


def test_a_row_that_cannot_be_judged_is_listed_with_what_it_lacks() -> None:
    """Unknown is not passed: nobody can say that an unreported row is no risk."""
    unknown = held(WHOLE, rule("actual < 50 and has_target")).unknowns
    assert [(one.row, one.lacked) for one in unknown] == [
        (0, ("actual",)),
        (1, ("actual",)),
        (2, ("actual",)),
    ]


def test_a_row_that_another_condition_decides_lacks_nothing() -> None:
    """Nothing is due yet, so the missing actual does not matter."""
    assert held(WHOLE, rule("actual < 50 and due")).unknowns == ()


WAIVED = "waivers: [{{indicator: {}, reason: 까닭, until: {}}}]"


@pytest.mark.parametrize(
    ("answered", "waived"),
    [
        ("jobs/p", ["jobs/p/i", "jobs/p/i/a", "jobs/p/i/b"]),
        ("jobs/p/i", ["jobs/p/i", "jobs/p/i/a", "jobs/p/i/b"]),
        ("jobs/p/i/a", ["jobs/p/i/a"]),
    ],
)
def test_a_waiver_covers_what_it_names_and_what_belongs_to_it(answered: str, waived: list[str]) -> None:
    """One of a programme covers its rows, one of a whole covers its parts."""
    of = held(WHOLE, rule("stretch < 0", WAIVED.format(answered, "2026-12-31")))
    assert ids_found(of, waived=True) == waived
    assert len(of.findings) == 3


def test_a_waiver_of_a_programme_covers_a_finding_about_it() -> None:
    of = held(WHOLE, rule("targets == 1", WAIVED.format("jobs/p", "2026-12-31"), each="programme"))
    assert [one.waiver is not None for one in of.findings] == [True]


@pytest.mark.parametrize(
    ("as_of", "is_waived", "is_expired"), [("2026-03-31", True, False), ("2026-04-01", False, True)]
)
def test_a_waiver_ends_on_its_day_and_its_end_is_told(as_of: str, is_waived: bool, is_expired: bool) -> None:
    of = held(WHOLE, rule("target == 100", WAIVED.format("jobs/p/i", "2026-03-31")), as_of=as_of)
    assert [one.waiver is not None for one in of.findings] == [is_waived]
    assert [(one.rule.text.id, one.waiver.indicator) for one in of.expired] == [
        ("one", "jobs/p/i")
    ] * is_expired


def test_a_waived_finding_counts_nowhere_at_the_gate() -> None:
    """An expired one does, and so does its having expired."""
    text = rule("target == 100", WAIVED.format("jobs/p/i", "2026-03-31"))
    verdicts = [gate_of(held(WHOLE, text, as_of=day)) for day in ("2026-03-31", "2026-04-01")]
    assert verdicts == [{"failures": 0, "expired": 0}, {"failures": 0, "expired": 1}]


def gate_of(of: Assessment) -> dict[str, float]:
    verdict = hold(of, measure_coverage(of))
    assert verdict.holds is all(demand.found == 0 for demand in verdict.demands)
    return {demand.measure: demand.found for demand in verdict.demands}


@pytest.mark.parametrize(
    "error", [ZeroDivisionError("durch 0"), KeyError("pace"), TypeError("x"), ValueError("y")]
)
def test_a_rule_that_fails_to_run_is_told_and_breaks_the_gate(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It guards nothing; the others still run."""

    def break_one(condition: object) -> Callable[..., object]:
        if condition == broken.condition:
            raise error
        return compile_condition(condition)  # type: ignore[arg-type]

    texts = (rule("target == 100", name="broken"), rule("target == 60", name="sound"))
    broken = held(WHOLE, *texts).rules.risks[0]
    monkeypatch.setattr("scorecard.rules.assess.compile_condition", break_one)
    of = held(WHOLE, *texts)
    assert [(one.rule.text.id, one.error) for one in of.failures] == [
        ("broken", f"{type(error).__name__}: {error}")
    ]
    assert ids_found(of) == ["jobs/p/i/a"]
    assert gate_of(of) == {"failures": 1, "expired": 0}


def line(budget: str, previous: str) -> tuple[str, ...]:
    return ("budget:", f"  - {{name: 줄, unit: 원, current: '{budget}', previous: '{previous}'}}")


def unit_costs(*indicators: str) -> tuple[list[float], list[float]]:
    table = assessed(programme("".join(indicators), *line("3,000", "1,000"))).indicators
    return table.numbers("unit_cost").tolist(), table.numbers("unit_cost_change").tolist()


def test_unit_cost_divides_the_budget_of_one_summed_indicator() -> None:
    """1,000 won for 10 last year, 3,000 won for 10 this year: three times as dear."""
    assert unit_costs(indicator("target: {2026: 10명}", "actual: {2025: 10명}")) == ([300.0], [2.0])


@pytest.mark.parametrize(
    "indicators",
    [
        (indicator("target: {2026: 10명}", "actual: {2025: 10명}", aggregation="last"),),
        (indicator("target: {2026: 10명}", "actual: {2025: 10명}", level="input"),),
        (indicator("target: {2026: 0명}", "actual: {2025: 10명}"),),
        (indicator("target: {2026: 10명}", id="a"), indicator("target: {2026: 10명}", id="b")),
    ],
    ids=["not summed", "input", "no target to divide by", "two indicators"],
)
def test_unit_cost_is_not_made_up(indicators: tuple[str, ...]) -> None:
    cost, change = unit_costs(*indicators)
    assert np.isnan([*cost, *change]).all()


@pytest.mark.parametrize(
    "previous",
    ["0명", "{value: 10명, comparability: partial}", "{value: 10명, comparability: different}", "-"],
)
def test_unit_cost_changes_only_against_a_comparable_year(previous: str) -> None:
    quoted = previous if previous.startswith("{") else f"'{previous}'"
    cost, change = unit_costs(indicator("target: {2026: 10명}", f"actual: {{2025: {quoted}}}"))
    assert cost == [300.0]
    assert np.isnan(change).all()


@settings(max_examples=25, deadline=None)
@given(targets=st.lists(st.integers(1, 300), min_size=1, max_size=6), order=st.randoms())
def test_the_order_of_rows_changes_no_finding(targets: list[int], order: st.DataObject) -> None:
    """Whoever is caught is caught wherever they stand, alone or in company."""
    rows = [
        indicator(f"target: {{2026: {target}명}}", "actual: {2025: 100명}", id=f"i{n}")
        for n, target in enumerate(targets)
    ]
    shuffled = rows.copy()
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    text = rule("stretch < -0.1 or start < 0.5")
    straight, mixed = (ids_found(held(programme("".join(some)), text)) for some in (rows, shuffled))
    alone = [one for row in rows for one in ids_found(held(programme(row), text))]
    assert sorted(straight) == sorted(mixed) == sorted(alone)
