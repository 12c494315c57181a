"""One value of the rules is changed in memory, read as its file is read, and nothing else moves."""

import attrs
import pytest
from projects import HOUSE

from scorecard.problems import Mistake
from scorecard.rules.changing import change_rule, value_at, values_of, with_value
from scorecard.rules.loading import check_rules, load_rules
from scorecard.rules.models import RuleBook


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    loaded, problems = load_rules(HOUSE)
    assert loaded is not None, problems
    return loaded


@pytest.mark.parametrize(
    ("path", "words", "value"),
    [
        ("attainment.bands.watch", "0.75", 0.75),
        ("attainment.pace.late_days", "45", 45),
        ("attainment.methods.up", "ratio", "ratio"),
        ("coverage.office.budget", "-", None),
        ("quality.ambition.wildest_stretch", "0.9", 0.9),
        ("scoring.grades.institution.cuts.S", "95", 95.0),
    ],
)
def test_a_value_is_read_as_its_file_is(rules: RuleBook, path: str, words: str, value: object) -> None:
    changed = change_rule(rules, path.split("."), words)

    assert value_at(changed, path.split(".")) == value
    different = [one for one, was in values_of(rules) if value_at(changed, one) != was]
    assert different in ([tuple(path.split("."))], [])
    assert check_rules(changed) == []


def test_a_parameter_keeps_its_source(rules: RuleBook) -> None:
    changed = change_rule(rules, ["scoring", "target_band", "above"], "0.15").scoring
    assert changed is not None
    assert (changed.target_band.above.value, changed.target_band.above.source) == (0.15, "K1 p.43")


def test_a_dash_does_for_the_line_below(rules: RuleBook) -> None:
    assert change_rule(rules, ["scoring", "target-band", "above"], "0.15") == change_rule(
        rules, ["scoring", "target_band", "above"], "0.15"
    )


def test_a_condition_is_read_anew(rules: RuleBook) -> None:
    rule = change_rule(rules, ["risks", "target-below-previous", "when"], "target < 3").risks
    changed = next(one for one in rule if one.text.id == "target-below-previous")
    assert (changed.text.when, changed.facts) == ("target < 3", ("target",))


def test_a_demand_may_be_new(rules: RuleBook) -> None:
    changed = change_rule(rules, ["coverage", "limits", "text-only-target"], "3").coverage
    assert changed.limits["text-only-target"] == 3
    changed = change_rule(rules, ["coverage", "departments", "jobs-policy", "count"], "0.4").coverage
    assert changed.departments["jobs-policy"].count == 0.4


@pytest.mark.parametrize(
    ("path", "words", "code"),
    [
        ("attainment.bandz.watch", "0.75", "unknown-rule-value"),
        ("attainment", "0.75", "unknown-rule-value"),
        ("", "1", "unknown-rule-value"),
        ("risks.below-previous.severity", "high", "unknown-rule-value"),
        ("attainment.bands.watch.more", "1", "unknown-rule-value"),
        ("attainment.bands.watch", "75%", "not-a-number"),
        ("risks.target-below-previous.severity", "grave", "unknown-word"),
        ("risks.target-below-previous.when", "target <", "expression-syntax"),
        ("scoring.trend.z", "1,two", "not-a-number"),
    ],
)
def test_what_cannot_be_is_a_mistake(rules: RuleBook, path: str, words: str, code: str) -> None:
    with pytest.raises(Mistake) as raised:
        change_rule(rules, path.split("."), words)
    assert raised.value.code == code


def test_the_nearest_are_named(rules: RuleBook) -> None:
    with pytest.raises(Mistake) as raised:
        change_rule(rules, ["attainment", "bandz", "watch"], "0.75")
    assert raised.value.details["nearest"].startswith("attainment.bands.watch")


def test_rules_out_of_order_are_a_problem(rules: RuleBook) -> None:
    problems = check_rules(change_rule(rules, ["attainment", "bands", "watch"], "0.99"))
    assert [one.code for one in problems] == ["bad-bands"]


def test_putting_back_what_is_there_changes_nothing(rules: RuleBook) -> None:
    for path, value in values_of(rules):
        if path[0] != "risks":
            assert attrs.evolve(with_value(rules, path, value), spots={}) == attrs.evolve(rules, spots={}), (
                path
            )
