"""Every shipped rule catches its example, leaves its counter-example alone and explains itself."""

from collections.abc import Mapping
from math import nan

import numpy as np
import pytest
from projects import HOUSE

from scorecard.rules.language.compiling import compile_condition
from scorecard.rules.loading import load_rules
from scorecard.rules.models import Rule
from scorecard.targets.columns import Column, Flags, Table, Words
from scorecard.targets.vocabulary import VOCABULARY, FactName, Kind
from scorecard.wording.terms import Severity

BOOK, PROBLEMS = load_rules(HOUSE)
RULES = BOOK.risks if BOOK else ()
#: What METHODS 5.3 and the findings of auditors and councils ask for.
WANTED = (
    "target-without-actual", "actual-without-target", "ended-with-target", "target-below-previous", "flat-target",
    "implausible-stretch", "no-baseline", "text-only-target", "only-outputs", "budget-cut-target-up",
    "budget-up-target-down", "money-without-target", "nothing-spent", "committed-ahead", "large-carry-over",
    "unit-cost-off", "cumulative-out-of-reach", "open-ended-target", "missing-source", "partial-baseline",
    "over-achieved",
)  # fmt: skip
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.text.id)


def table_of(example: Mapping[str, str], facts: tuple[FactName, ...]) -> Table:
    """Make a table of one row; facts the example does not name are missing."""
    strange = set(example) - {fact.name for fact in facts}
    assert not strange, f"no such facts: {strange}"
    return Table(1, {fact.name: column_of(fact.kind, example.get(fact.name)) for fact in facts})


def column_of(kind: Kind, written: str | None) -> Column | Flags | Words:
    if kind is Kind.TEXT:
        return Words(
            np.array([-1 if written is None else 0], np.int32), () if written is None else (written,)
        )
    if kind is Kind.FLAG:
        return np.array([{None: -1, "true": 1, "false": 0}[written]], np.int8)
    return np.array([nan if written is None else float(written)])


def judge(rule: Rule, example: Mapping[str, str]) -> tuple[bool, bool]:
    """Tell whether a rule holds for an example, and whether that is unknown."""
    verdicts = compile_condition(rule.condition)(table_of(example, VOCABULARY[rule.text.each]))
    return bool(verdicts.holds[0]), bool(verdicts.unknown[0])


def test_the_shipped_rules_have_no_problem() -> None:
    assert PROBLEMS == []
    assert len(RULES) >= 18


@pytest.mark.parametrize("wanted", WANTED)
def test_every_risk_anybody_complained_of_has_its_rule(wanted: str) -> None:
    assert wanted in [rule.text.id for rule in RULES]


@each_rule
def test_each_rule_fires_on_its_example_and_only_there(rule: Rule) -> None:
    """A rule catches what its page shows and leaves the counter-example alone."""
    assert rule.text.example is not None
    assert judge(rule, rule.text.example.fires) == (True, False)
    assert judge(rule, rule.text.example.passes) == (False, False)


@each_rule
def test_each_rule_says_why_and_what_to_do_in_both_languages(rule: Rule) -> None:
    english = rule.text.en
    assert english is not None
    for said in (rule.text, english):
        assert all(words.strip() for words in (said.title, said.message, said.why, said.action))
    assert any("가" <= sign <= "힣" for sign in rule.text.message)
    assert not any("가" <= sign <= "힣" for sign in english.title + english.why)


@each_rule
def test_each_message_prints_only_facts_its_rule_makes_sure_of(rule: Rule) -> None:
    """Both languages tell the same figures, and an example has all of them."""
    korean, english = (
        {field.name for field in message.fields} for message in (rule.message, rule.message_en)
    )
    assert rule.text.example is not None
    assert korean == english
    assert korean <= set(rule.text.example.fires)


def test_grave_findings_are_few_kinds() -> None:
    """What is always red is never looked at: less than half of the rules are high."""
    assert sum(rule.text.severity is Severity.HIGH for rule in RULES) * 2 < len(RULES)


@each_rule
def test_a_rule_about_nothing_finds_nothing(rule: Rule) -> None:
    """A row of which nothing is known is not caught."""
    assert judge(rule, {})[0] is False
