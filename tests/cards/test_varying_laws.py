"""What turns is what judging everything anew would tell, and no number that decides anything is left out."""

import re
from functools import cache
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from projects import HOUSE, assessed, assessed_departments, department, indicator, judge, programme

from scorecard.cards.coverage import measure_coverage
from scorecard.cards.gate import hold
from scorecard.cards.notes import row_id
from scorecard.cards.varying import Sensitivity, Tried, Turned, sense, try_out
from scorecard.rules.assess import Assessment, assess
from scorecard.rules.changing import change_rule, values_of
from scorecard.rules.knobs import Way, plain, reweighted
from scorecard.rules.models import RuleBook
from scorecard.rules.thresholds import thresholds_of

PROJECTS = (HOUSE, HOUSE / "examples/quarters", HOUSE / "examples/evaluation")
#: How points are written, and beyond which an adjustment is refused in the text.
DECIDES_NOTHING = {"rules.scoring.weights.decimals", "rules.scoring.adjustments.most"}


@cache
def judged(project: Path) -> Assessment:
    return judge(project)


@cache
def sensed(project: Path) -> Sensitivity:
    return sense(judged(project))


def findings_of(assessment: Assessment) -> dict[tuple[str, str], str]:
    return {
        (one.rule.text.id, row_id(assessment, one)): "waived" if one.waiver else "open"
        for one in assessment.findings
    }


def demands_of(assessment: Assessment) -> dict[tuple[str, str], str]:
    return {
        (one.place, " ".join(filter(None, (one.measure, one.rule)))):
            "met" if one.holds else "waived" if one.waiver else "unmet"
        for one in hold(assessment, measure_coverage(assessment)).demands
    }  # fmt: skip


def turns_of(
    kind: str, old: dict[tuple[str, str], str], new: dict[tuple[str, str], str]
) -> set[tuple[str, str, str, str, str]]:
    keys = {*old, *new}
    changed = {(key, old.get(key, ""), new.get(key, "")) for key in keys}
    return {
        (kind, *(reversed(key) if kind == "finding" else key), was, now)
        for key, was, now in changed
        if was != now
    }


def expected(assessment: Assessment, tried: Tried) -> set[tuple[str, str, str, str, str]]:
    """Judge everything anew, as `what-if` does, and hold findings and demands against each other."""
    facts = assessment.facts
    if tried.move.rules is None:
        facts = reweighted(facts, tried.knob.owner, tried.move.weight)
    anew = assess(facts, tried.move.rules or assessment.rules)
    return turns_of("finding", findings_of(assessment), findings_of(anew)) | turns_of(
        "demand", demands_of(assessment), demands_of(anew)
    )


def told(tried: Tried) -> set[tuple[str, str, str, str, str]]:
    ours = [one for one in tried.turned if one.kind in ("finding", "demand")]
    return {(one.kind, one.id, one.about, one.old, one.new) for one in ours}


@pytest.mark.parametrize("project", PROJECTS, ids=["seoul", "quarters", "evaluation"])
def test_of_every_value_the_findings_and_demands_told_are_those_of_judging_anew(project: Path) -> None:
    """A law, over the real rules: nothing is told that does not turn, and nothing that turns is left out."""
    files = ("risks", "coverage") if project == HOUSE else ("attainment", "risks", "coverage", "quality")
    weights = "jobs-policy/youth-academy/"
    ours = [
        one for one in sensed(project).tried if one.knob.file in files or one.knob.name.startswith(weights)
    ]
    assert len(ours) > 100
    for one in ours:
        assert told(one) == expected(judged(project), one), (one.knob.name, one.move.way)


@pytest.mark.parametrize("project", PROJECTS, ids=["seoul", "quarters", "evaluation"])
def test_no_number_of_any_rule_is_left_out(project: Path) -> None:
    """A rule: every number of all five files is moved, is listed as stuck, or is no threshold."""
    found = sensed(project)
    listed = {one.knob.name for one in found.tried} | {one.name for one in (*found.stuck, *found.questions)}
    values = {
        ".".join(("rules", *steps)): value for steps, value in values_of(judged(project).rules) if steps[0] != "risks"
    }  # fmt: skip
    numbers = {name for name, value in values.items() if isinstance(plain(value), int | float | tuple)}
    assert len(numbers) > 70
    assert numbers - listed == DECIDES_NOTHING


@pytest.mark.parametrize("project", PROJECTS, ids=["seoul", "quarters", "evaluation"])
def test_every_number_of_every_shipped_condition_is_moved_or_no_threshold(project: Path) -> None:
    """Counted without the engine: by a plain pattern over the text between no quotes."""
    found = sensed(project)
    moved = {one.knob.name for one in found.tried}
    questions = {one.name for one in found.questions}
    for rule in judged(project).rules.risks:
        bare = re.sub(r"'[^']*'", "", rule.text.when)
        numbers = re.findall(r"(?<![\w.])\d+(?:\.\d+)?", bare)
        asked = re.findall(r"[<>] 0(?![\d.])|\b0 <|[!=]= \d+(?:\.\d+)?", bare)
        ours = f"rules.risks.{rule.text.id}.when: "
        assert sum(name.startswith(ours) for name in moved) == len(numbers) - len(asked), rule.text.id
        assert sum(name.startswith(ours) for name in questions) == len(asked), rule.text.id
    assert len(questions) > 20
    assert "rules.risks.one-indicator-for-much.when: targets == 1" in questions
    assert not questions & moved


def test_a_number_is_moved_both_ways_and_named_by_its_comparison() -> None:
    name = "rules.risks.budget-cut-target-up.when: budget_change < -0.2"
    moves = {one.move.way: one.move.value for one in sensed(HOUSE).tried if one.knob.name == name}
    assert moves == {Way.DOWN: -0.16, Way.UP: -0.24}


def test_the_rules_of_a_move_are_those_that_what_if_would_make() -> None:
    for one in sensed(HOUSE).tried:
        if one.knob.rule:
            assert one.move.rules is not None
            rules = judged(HOUSE).rules
            rule = next(each for each in one.move.rules.risks if each.text.id == one.knob.rule)
            assert change_rule(rules, ("risks", one.knob.rule, "when"), rule.text.when) == one.move.rules


RISK = """
    rules:
      - {{id: r, title: 규칙, about: target, severity: {severity}, message: m, why: w, action: a, each: indicator,
         when: "{when}"{more}}}
      - {{id: other, title: 다른 규칙, about: target, severity: low, message: m, why: w, action: a, when: stretch < 0.5}}
"""
ROWS = "".join(
    indicator(id=f"i{n}", target=f"{{2026: {target}명}}", actual=f"{{2025: {previous}명, 2026: {actual}명}}")
    for n, (target, previous, actual) in enumerate(
        [(100, 90, 99), (100, 84, 80), (100, 78, 70), (100, 60, 60), (120, 100, 100), (100, 100, 100)]
    )
)
GATED = "office: {count: 1.0, weight: 0.9}\nfindings: {high: 2}\nlimits: {r: 2}\nunknown: 0\n"


def ruled(when: str, severity: str = "high", more: str = "", coverage: str = GATED) -> Assessment:
    rules = {
        "risks": RISK.format(when=when, severity=severity, more=more),
        "coverage": coverage,
        "scoring": None,
    }
    return assessed(programme(ROWS), rules=rules, office={"as_of": "2026-12-31"})


def turned(found: Sensitivity, name: str, way: Way) -> tuple[Turned, ...]:
    return next(one.turned for one in found.tried if (one.knob.name, one.move.way) == (name, way))


def test_a_finding_gained_turns_the_demands_that_count_it() -> None:
    found = sense(ruled("stretch > 0.25"))
    down = turned(found, "rules.risks.r.when: stretch > 0.25", Way.DOWN)

    # 120/100 - 1 = 0.2 is no more than 0.2; of 100/78 and 100/60 both were there already.
    assert [(one.kind, one.id) for one in down] == []
    found = sense(ruled("stretch > 0.22"))
    down = turned(found, "rules.risks.r.when: stretch > 0.22", Way.DOWN)
    assert [(one.kind, one.id, one.old, one.new, one.about) for one in down] == [
        ("finding", "jobs/p/i1", "", "open", "r"),
        ("finding", "jobs/p/i4", "", "open", "r"),
        ("demand", "office", "met", "unmet", "high"),
        ("demand", "office", "met", "unmet", "limit r"),
    ]


def test_a_finding_somebody_answers_for_turns_and_no_demand_does() -> None:
    waivers = ", waivers: [{indicator: jobs/p, reason: 까닭, until: 2027-01-01}]"
    found = sense(ruled("stretch > 0.22", more=waivers))
    down = turned(found, "rules.risks.r.when: stretch > 0.22", Way.DOWN)
    assert {(one.kind, one.new) for one in down} == {("finding", "waived")}


def test_a_floor_that_is_moved_turns_its_own_demand() -> None:
    coverage = "office: {count: 0.9}\ndepartments: {each: {count: 1.0}}\n"
    text = programme(indicator(target="{2026: 100명}")) + "- id: bare\n  name: 맨사업\n"
    found = sense(assessed_departments({"jobs": department(text)}, rules={"coverage": coverage}))

    # Half of the programmes have a target: neither floor is met, and neither a fifth below.
    assert all(not one.turned for one in found.tried if one.knob.file == "coverage")
    low = sense(
        assessed_departments({"jobs": department(text)}, rules={"coverage": "office: {count: 0.45}\n"})
    )
    up = turned(low, "rules.coverage.office.count", Way.UP)
    assert [(one.kind, one.id, one.old, one.new, one.about) for one in up] == [
        ("demand", "office", "met", "unmet", "count")
    ]


def test_a_floor_goes_as_far_as_all_of_it() -> None:
    low = sense(ruled("stretch > 0.22", coverage="office: {count: 0.97}\n"))
    up = next(
        one for one in low.tried if one.knob.name == "rules.coverage.office.count" and one.move.way is Way.UP
    )
    assert up.move.value == 1.0


def test_how_old_is_fresh_turns_what_counts_as_told_of_lately() -> None:
    text = indicator(target="{2026: 100명}", actual="{2026H1: 50명}", updated="2026-09-17")
    coverage = "office: {fresh: 1.0}\nfreshness: {days: 100}\n"
    found = sense(
        assessed_departments(
            {"jobs": department(programme(text))},
            rules={"coverage": coverage},
            office={"as_of": "2026-12-20"},
        )
    )
    down = turned(found, "rules.coverage.freshness.days", Way.DOWN)
    assert [(one.kind, one.about, one.new) for one in down] == [("demand", "fresh", "unmet")]


def test_weights_move_for_the_floor_that_is_measured_by_them_though_nothing_is_scored() -> None:
    text = programme(indicator(target="{2026: 100명}")) + "- id: bare\n  name: 맨사업\n"
    found = sense(
        assessed_departments({"jobs": department(text)}, rules={"coverage": "office: {weight: 0.5}\n"})
    )

    assert not found.is_scored
    assert {one.knob.name for one in found.tried if one.knob.is_weight} == {"jobs/p/i.weight"}
    down = turned(found, "jobs/p/i.weight", Way.DOWN)
    assert [(one.kind, one.about, one.new) for one in down] == [("demand", "weight", "unmet")]


def test_a_band_of_attainment_turns_the_findings_that_hang_on_it() -> None:
    """`keep_tolerance` moves attainment, and with it every rule that speaks of attainment."""
    text = programme(
        indicator(direction="keep", aggregation="last", target="{2026: 100명}", actual="{2026: 103명}")
    )
    risks = RISK.format(when="attainment < 0.3", severity="high", more="")
    found = sense(assessed(text, rules={"risks": risks}, office={"as_of": "2026-12-31"}))

    down = turned(found, "rules.attainment.keep_tolerance", Way.DOWN)
    assert ("finding", "jobs/p/i", "open", "r") in [(one.kind, one.id, one.new, one.about) for one in down]


def test_results_that_crowd_just_above_the_target_turn_by_their_own_limits() -> None:
    rows = "".join(
        indicator(id=f"i{n}", target="{2026: 1000명}", actual=f"{{2026: {1000 + n % 9}명}}")
        for n in range(30)
    )
    found = sense(assessed(programme(rows), office={"as_of": "2026-12-31"}))

    up = turned(found, "rules.quality.bunching.least", Way.UP)
    assert [(one.kind, one.id, one.old, one.new) for one in up] == [("quality", "jobs", "bunched", "")]


_FACTS = (
    "stretch",
    "attainment",
    "1 - attainment",
    "abs(stretch - 0.1)",
    "min(stretch, 0.3)",
    "stretch / attainment",
)
_LINK = st.builds(
    "{} {} {}".format,
    st.sampled_from(_FACTS),
    st.sampled_from(["<", "<=", ">", ">=", "==", "!="]),
    st.sampled_from([0, 0.1, 0.2, 0.25, 0.5, 0.9, 1, -0.1, 1.2]),
)
_CONDITIONS = st.recursive(
    st.one_of(
        _LINK, st.builds("0.1 < {} <= {}".format, st.sampled_from(_FACTS), st.sampled_from([0.3, 0.8]))
    ),
    lambda inner: st.one_of(
        st.builds("not ({})".format, inner),
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("missing({}) or {}".format, inner, inner),
    ),
    max_leaves=4,
)


@cache
def _plain_project() -> Assessment:
    return ruled("stretch > 0.22")


def _with_condition(when: str) -> RuleBook:
    return change_rule(_plain_project().rules, ("risks", "r", "when"), when)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_CONDITIONS)
def test_whatever_a_rule_asks_its_turns_are_those_of_judging_anew(when: str) -> None:
    """A law: moving a threshold and judging everything anew gives just the findings and demands told."""
    assessment = assess(_plain_project().facts, _with_condition(when))
    for one in try_out(assessment, thresholds_of(assessment.rules)):
        if one.knob.rule == "r":
            assert told(one) == expected(assessment, one), (when, one.knob.name)


def test_without_rules_or_programmes_nothing_turns_and_nothing_breaks() -> None:
    for rules in (
        {"risks": "rules: []\n"},
        {"scoring": None},
        {"risks": "rules: []\n", "scoring": None, "quality": None},
    ):
        found = sense(assessed_departments({"jobs": "department: 과\nprogrammes: []\n"}, rules=rules))
        assert all(not one.turned for one in found.tried)
        assert found.tried
    nobody = attrs.evolve(found, tried=())
    assert nobody.knobs == 0


def test_steps_weigh_and_tolerances_bear_on_their_own_indicators() -> None:
    steps = "[{name: 설계, due: 2026-03, done: 2026-03-01, weight: 4}, {name: 착공, due: 2026-09}]"
    text = indicator(id="built", aggregation="milestone", steps=steps, target="{2026: 착공}") + indicator(
        id="kept",
        aggregation="last",
        direction="keep",
        target="{2026: 100명}",
        actual="{2026: 103명}",
        tolerance="15",
    )
    risks = RISK.format(when="attainment < 0.79", severity="high", more="")
    assessment = assessed(programme(text), rules={"risks": risks}, office={"as_of": "2026-12-31"})
    found = sense(assessment)

    # 4 ÷ 5 is 0.8 and 3.2 ÷ 4.2 is 0.76; 1 − 3 ÷ 15 is 0.8 and 1 − 3 ÷ 12 is 0.75.
    for name, of, way in (
        ("jobs/p/built.steps.설계.weight", "jobs/p/built", Way.DOWN),
        ("jobs/p/built.steps.착공.weight", "jobs/p/built", Way.UP),
        ("jobs/p/kept.tolerance", "jobs/p/kept", Way.DOWN),
    ):
        one = next(each for each in found.tried if (each.knob.name, each.move.way) == (name, way))
        assert ("finding", of, "r", "", "open") in told(one), name
        assert told(one) == expected(assessment, one)


def test_where_no_step_is_done_their_weights_turn_nothing() -> None:
    steps = "[{name: 설계, due: 2026-03}, {name: 착공, due: 2026-09}]"
    text = indicator(aggregation="milestone", steps=steps, target="{2026: 착공}")
    assessment = assessed(programme(text), office={"as_of": "2026-12-31"})
    ours = [one for one in sense(assessment).tried if ".steps." in one.knob.name]

    assert len(ours) == 4
    for one in ours:
        assert one.turned == ()
        assert told(one) == expected(assessment, one)


def test_a_row_that_becomes_undecided_turns_the_demand_that_counts_those() -> None:
    text = programme(indicator(target="{2026: 125명}", actual="{2025: 100명}"))
    rules = {
        "risks": RISK.format(when="stretch > 0.3 and attainment < 0.9", severity="low", more=""),
        "coverage": "office: {}\nunknown: 0\n",
    }
    down = turned(sense(assessed(text, rules=rules)), "rules.risks.r.when: stretch > 0.3", Way.DOWN)
    assert [(one.kind, one.about, one.old, one.new) for one in down] == [
        ("demand", "unknown", "met", "unmet")
    ]
