"""Expressions become typed trees; what is wrong with them is told at once, each with its place."""

import ast
import subprocess
import sys
import unicodedata
import warnings
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.language.kinds import CHOICES
from scorecard.rules.language.reading import read_condition
from scorecard.rules.language.terms import Term, Word
from scorecard.rules.language.tree import (
    Absolute,
    And,
    Arithmetic,
    Compare,
    Contains,
    Extreme,
    Fact,
    Missing,
    Negative,
    Not,
    Number,
    OneOf,
    Or,
    SameWords,
    Tree,
    facts_used,
)
from scorecard.targets.measures import Aggregation, Comparability, Direction, Level
from scorecard.targets.quantities import Qualifier
from scorecard.targets.vocabulary import INDICATOR_FACTS, FactName, Kind

ATTAINMENT = Fact("attainment", Kind.RATIO)
STRETCH = Fact("stretch", Kind.RATIO)
TARGET = Fact("target", Kind.AMOUNT)
BUDGET = Fact("budget", Kind.MONEY)
LEVEL = Fact("level", Kind.TEXT)
NAME = Fact("name", Kind.TEXT)
DUE = Fact("due", Kind.FLAG)
IS_NEW = Fact("is_new", Kind.FLAG)
UPDATED = Fact("updated", Kind.DAY)
AS_OF = Fact("as_of", Kind.DAY)


def tree_of(expression: str) -> Tree:
    """Read an expression that is right."""
    tree, mistakes = read_condition(expression, INDICATOR_FACTS)
    assert tree is not None, [(mistake.code, offset, mistake.details) for mistake, offset in mistakes]
    return tree


def places_of(expression: str) -> list[tuple[str, int]]:
    """Read an expression that is wrong: code and offset of each mistake."""
    tree, mistakes = read_condition(expression, INDICATOR_FACTS)
    assert tree is None
    return [(mistake.code.removeprefix("expression-"), offset) for mistake, offset in mistakes]


def details_of(expression: str) -> dict[str, str]:
    """Read an expression with one mistake: what fills its sentence."""
    _, [(mistake, _)] = read_condition(expression, INDICATOR_FACTS)
    return dict(mistake.details)


@pytest.mark.parametrize(
    ("expression", "tree"),
    [
        ("attainment < 0.8", Compare("<", ATTAINMENT, Number(0.8))),
        ("stretch > -0.2", Compare(">", STRETCH, Number(-0.2))),
        ("-stretch >= 0", Compare(">=", Negative(STRETCH), Number(0))),
        ("abs(stretch) <= 1", Compare("<=", Absolute(STRETCH), Number(1))),
        ("0 < stretch < 1", And((Compare("<", Number(0), STRETCH), Compare("<", STRETCH, Number(1))))),
        ("budget / target == 3", Compare("==", Arithmetic("/", BUDGET, TARGET), Number(3))),
        ("min(target, 3) != 3", Compare("!=", Extreme("min", (TARGET, Number(3))), Number(3))),
        ("max(target, 3, 4) > 3", Compare(">", Extreme("max", (TARGET, Number(3), Number(4))), Number(3))),
        ("due and is_new or not due", Or((And((DUE, IS_NEW)), Not(DUE)))),
        ("level == 'outcome'", OneOf(LEVEL, ("outcome",))),
        ("'outcome' != level", Not(OneOf(LEVEL, ("outcome",)))),
        ("level in ('input', 'output')", OneOf(LEVEL, ("input", "output"))),
        ("level not in ['input']", Not(OneOf(LEVEL, ("input",)))),
        ("target in (1, -2)", Or((Compare("==", TARGET, Number(1)), Compare("==", TARGET, Number(-2))))),
        ("target in (1,)", Compare("==", TARGET, Number(1))),
        ("name == level", SameWords(NAME, LEVEL)),
        ('contains(name, "청년")', Contains(NAME, "청년")),
        ("missing(target)", Missing(TARGET)),
        ("known(name)", Not(Missing(NAME))),
        ("missing(target < 3)", Missing(Compare("<", TARGET, Number(3)))),
        ("days(updated, as_of) > 90", Compare(">", Arithmetic("-", AS_OF, UPDATED), Number(90))),
        ("updated < day('1970-01-31')", Compare("<", UPDATED, Number(30))),
        ("updated in (day('1970-01-02'),)", Compare("==", UPDATED, Number(1))),
        ("  due\n  and is_new ", And((DUE, IS_NEW))),
    ],
)
def test_an_expression_becomes_a_tree(expression: str, tree: Tree) -> None:
    assert tree_of(expression) == tree


@pytest.mark.parametrize("fact", INDICATOR_FACTS, ids=lambda fact: fact.name)
def test_every_fact_has_two_names_that_mean_the_same(fact: FactName) -> None:
    assert tree_of(f"missing({fact.korean})") == tree_of(f"missing({fact.name})")


def test_languages_and_ways_of_typing_hangul_may_be_mixed() -> None:
    """A Mac writes syllables as their letters."""
    expression = "달성률 < 0.8 and stretch < 0"
    assert tree_of(unicodedata.normalize("NFD", expression)) == tree_of("attainment < 0.8 and 도전폭 < 0")


@pytest.mark.parametrize(
    "expression",
    [
        "target + 1 > actual - previous",
        "target / actual < stretch",
        "budget / budget_previous < attainment",
        "budget / indicators > unit_cost",
        "rate_needed / indicators > target",
        "stretch * target < target * stretch",
        "2 * target < target * 2",
        "target / 2 < target / stretch",
        "1 / stretch < attainment",
        "1 / 2 < stretch + 1",
        "indicators / 2 < 3",
        "stretch * stretch < stretch / stretch",
        "indicators / indicators < attainment",
        "10 > stretch > -10",
        "max(updated, as_of) == as_of",
    ],
)
def test_like_kinds_may_be_reckoned_with(expression: str) -> None:
    tree_of(expression)


@pytest.mark.parametrize(
    ("expression", "places"),
    [
        ("target + attainment > 1", [("unlike-kinds", 0)]),
        ("due and target < budget", [("unlike-kinds", 8)]),
        ("target * target > 1", [("unlike-kinds", 0)]),
        ("target / budget > 1", [("unlike-kinds", 0)]),
        ("1 / target > 1", [("unlike-kinds", 0)]),
        ("target / updated > 1", [("unlike-kinds", 0)]),
        ("updated - as_of > 1", [("unlike-kinds", 0)]),
        ("updated > 3", [("unlike-kinds", 0)]),
        ("name == 3", [("unlike-kinds", 0)]),
        ("name + name == name", [("unlike-kinds", 0)]),
        ("min(target, stretch) > 1", [("unlike-kinds", 4)]),
        ("min(name, level) == name", [("wrong-kind", 4)]),
        ("abs(updated) > updated", [("wrong-kind", 4)]),
        ("-name == name", [("wrong-kind", 1)]),
        ("days(target, 3) > 1", [("wrong-kind", 5), ("wrong-kind", 13)]),
        ("contains(target, 'x')", [("wrong-kind", 9)]),
        ("attainment < 95", [("looks-like-percent", 13)]),
        ("95 > 달성률", [("looks-like-percent", 0)]),
        ("stretch in (-20, 1)", [("looks-like-percent", 12)]),
        ("max(stretch, 50) > 1", [("looks-like-percent", 13)]),
        ("attainment < 80 %", [("looks-like-percent", 13)]),
        ("달성률 < ９５％", [("looks-like-percent", 6)]),
        ("목표", [("not-a-condition", 0)]),
        ("3", [("not-a-condition", 0)]),
        ("'x'", [("not-a-condition", 0)]),
        ("due and target", [("not-a-condition", 8)]),
        ("not target", [("not-a-condition", 4)]),
        ("attainmnt < 1", [("unknown-name", 0)]),
        ("level == 'outcom'", [("unknown-word", 9)]),
        ("'결과' == level", [("unknown-word", 0)]),
        ("level in ('input', 'x', 'y')", [("unknown-word", 19), ("unknown-word", 24)]),
        ("as_of > day('2026-02-30')", [("not-a-day", 12)]),
        ("as_of > day('20260230')", [("not-a-day", 12)]),
        ("as_of > day(3)", [("not-a-day", 12)]),
    ],
)
def test_what_does_not_fit_is_refused_where_it_stands(expression: str, places: list[tuple[str, int]]) -> None:
    assert places_of(expression) == places


@pytest.mark.parametrize(
    ("expression", "offset"),
    [
        ("target.size > 1", 0),
        ("due and target[0] > 1", 8),
        ("(lambda: 1)() > 1", 0),
        ("due if is_new else due", 0),
        ("[due for x in name]", 0),
        ("f'{due}' == name", 0),
        ("__import__('os') == name", 0),
        ("target ** 2 > 1", 0),
        ("target // 2 > 1", 0),
        ("+target > 1", 0),
        ("due == is_new", 0),
        ("due is is_new", 0),
        ("name < level", 0),
        ("'a' == 'a'", 0),
        ("target < 1e999", 9),
        ("target < 5j", 9),
        ("due and True", 8),
        ("missing(3)", 8),
        ("known('x')", 6),
        ("contains(name, '')", 15),
        ("contains(name, level)", 15),
        ("contains('x', 'x')", 9),
        ("min(target) > 1", 0),
        ("min(*target, 1) > 1", 4),
        ("abs(**target) > 1", 0),
        ("'청년' in name", 0),
        ("level in ('input')", 0),
        ("level in ()", 0),
        ("level in (name,)", 10),
        ("1 < target in (1, 2)", 0),
        ("due # only when due", 4),
        ("due; is_new", 3),
    ],
)
def test_what_is_python_but_no_rule_is_refused(expression: str, offset: int) -> None:
    assert ("not-allowed", offset) in places_of(expression)


@pytest.mark.parametrize(
    ("expression", "offset", "found"),
    [
        ("", 0, "…"),
        ("due and", 7, "and …"),
        ("(due", 0, "("),
        ("due)", 3, ")"),
        ("due is_new and", 4, "is_new"),
        ("달성률 < < 1", 6, "<"),
        ("name == 'x", 8, "'x"),
        ("target < 007", 9, "007"),
    ],
)
def test_the_grammar_says_where_it_stumbled(expression: str, offset: int, found: str) -> None:
    _, [(mistake, place)] = read_condition(expression, INDICATOR_FACTS)

    assert (mistake.code, place) == ("expression-syntax", offset)
    assert mistake.details["found"].startswith(found)


def test_half_a_character_is_a_mistake_and_no_crash() -> None:
    assert places_of("due and '\ud800'") == [("syntax", 0)]


@pytest.mark.parametrize(
    ("expression", "offset", "expected"),
    [
        ("target = 3", 7, "=="),
        ("target ≥ 3", 7, ">="),
        ("target => 3", 7, ">="),
        ("due && is_new", 4, "and"),
        ("!due", 0, "not"),
        ("target < ３", 9, "3"),
        ("（due)", 0, "("),
        ("target > 1,000", 9, "1000"),
        ("min(target, 1,000) > 3", 12, "1000"),
        ("예산 > 10억", 5, "1000000000"),
        ("목표 > 100명", 5, "100"),
        ("target > 1or due", 9, "1 or"),
        ("전년 실적 > 3", 0, "전년실적"),
        ("due and budget change < 0", 8, "budget_change"),
        ("name == ‘x’", 8, "'"),
        ("updated > '2026-01-31'", 10, "day('2026-01-31')"),
        ("'2026-01-31' < updated", 0, "day('2026-01-31')"),
    ],
)
def test_slips_of_the_pen_are_told_with_the_right_spelling(
    expression: str, offset: int, expected: str
) -> None:
    _, [(mistake, place), *_] = read_condition(expression, INDICATOR_FACTS)

    assert (mistake.code, place) == ("expression-wrong-sign", offset)
    assert mistake.details["expected"] == expected


def test_what_stands_in_quotes_is_no_slip() -> None:
    assert tree_of("contains(name, '95% = 1,000명 # ≥')") == Contains(NAME, "95% = 1,000명 # ≥")


def test_figures_that_are_no_quantity_are_left_to_the_grammar() -> None:
    assert places_of("target > 1_000만") == [("syntax", 14)]
    assert tree_of("target > 0x10 and target > 1_000 and target > 1e3")


def test_all_mistakes_are_told_at_once() -> None:
    assert places_of("attainmnt = 95% and f(목포) < 1 and 달성률 > 80") == [
        ("unknown-name", 0),
        ("wrong-sign", 10),
        ("looks-like-percent", 12),
        ("not-allowed", 20),
        ("unknown-name", 22),
        ("looks-like-percent", 40),
    ]


def test_a_part_with_a_mistake_is_not_complained_of_again() -> None:
    assert places_of("not -(nix + 1) * target < abs(nox) < max(nux, 1)") == [
        ("unknown-name", 6),
        ("unknown-name", 30),
        ("unknown-name", 41),
    ]
    assert places_of("contains(nix, 'x') or days(nox, as_of) > 3 or nux in (1,) or not nax") == [
        ("unknown-name", 9),
        ("unknown-name", 27),
        ("unknown-name", 46),
        ("unknown-name", 65),
    ]


def test_the_offset_counts_characters_as_they_were_typed() -> None:
    """Not bytes, and not syllables where the letters of each were typed."""
    assert places_of("목표 > 1 and 달성률 < 95") == [("looks-like-percent", 17)]
    assert places_of(unicodedata.normalize("NFD", "달성률 < 95")) == [("looks-like-percent", 12)]
    assert places_of("\n  due and\tx") == [("unknown-name", 11)]


def test_hints_name_what_was_probably_meant() -> None:
    assert details_of("attainmnt < 1") == {"found": "attainmnt", "nearest": "attainment"}
    assert details_of("달성율 < 1") == {"found": "달성율", "nearest": "달성률"}
    assert details_of("달성률 < 95") == {"found": "95", "hint": "0.95"}
    assert details_of("budget_change < -20") == {"found": "-20", "hint": "-0.2"}
    assert details_of("attainment < 0.8%") == {"found": "0.8%", "hint": "0.008"}
    assert details_of("level == '결과'")["nearest"] == "outcome"
    assert details_of("level == 'outcom'") == {
        "found": "outcom", "nearest": "outcome", "choices": "input, process, output, outcome",
    }  # fmt: skip


def test_unlike_kinds_are_named_in_both_languages() -> None:
    assert details_of("3 < name") == {
        "left": "3", "left_kind": "number", "left_kind_ko": "숫자",
        "right": "name", "right_kind": "text", "right_kind_ko": "글",
    }  # fmt: skip
    assert details_of("due < 3")["left_kind"] == "condition"


def test_a_long_part_is_cut_in_the_message() -> None:
    found = details_of(" + ".join(["target"] * 20))["found"]
    assert len(found) == 40
    assert found.endswith("…")


@pytest.mark.parametrize(
    "expression",
    [
        "due or " * 400 + "due",
        "(" * 41 + "due" + ")" * 41,
        "(" * 990 + ")" * 990,
        "not " * 60 + "due",
        "-" * 1_900 + "target > 1",
        "target" + " + target" * 60 + " > 1",
        "missing(" * 200 + "due" + ")" * 200,
    ],
)
def test_what_only_a_machine_would_write_is_refused_unread(expression: str) -> None:
    assert places_of(expression) == [("too-deep", 0)]


def test_a_long_list_of_conditions_is_not_deep() -> None:
    tree_of("due and " * 240 + "due")


@pytest.mark.parametrize("failure", [RecursionError, MemoryError])
def test_a_grammar_that_gives_up_is_a_mistake_too(
    failure: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some versions of Python give up earlier than ours."""

    def give_up(*_arguments: object, **_options: object) -> ast.AST:
        raise failure

    monkeypatch.setattr(ast, "parse", give_up)
    assert places_of("due") == [("too-deep", 0)]


pieces = st.sampled_from(
    [
        "due", "target", "달성률", "전년 실적", "x", "1", "0.8%", "1,000", "8억", "'x'", "'2026-01-31'",
        "(", ")", "[", "]", "{", "}", ",", "and", "or", "not", "in", "is", "if", "else", "lambda", ":", ".",
        "<", "=", "==", "≥", "+", "-", "*", "**", "/", "%", "abs(", "min(", "day(", "days(", "contains(",
        "missing(", "level", "#", "\\", "\n", "\x00", "１", "`", "f'", ":=",
    ]
)  # fmt: skip


@given(
    expression=st.one_of(
        st.lists(pieces, max_size=25).map(" ".join), st.lists(pieces).map("".join), st.text()
    )
)
def test_nothing_a_person_types_raises_or_warns(expression: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tree, mistakes = read_condition(expression, INDICATOR_FACTS)

    assert (tree is None) == bool(mistakes)
    assert all(0 <= offset <= len(expression) for _, offset in mistakes)
    assert mistakes == sorted(mistakes, key=lambda misplaced: misplaced[1])


def test_facts_are_named_in_order_of_appearance() -> None:
    tree = tree_of(
        "달성률 < 0.8 and (level in ('input',) or contains(name, 'x')) and -min(stretch, attainment) > start"
    )
    assert facts_used(tree) == ("attainment", "level", "name", "stretch", "start")
    assert facts_used(tree_of("known(target) and not name == unit")) == ("target", "name", "unit")


def test_a_mere_word_has_no_tree() -> None:
    term = Term(Word("x"), Kind.TEXT, ast.Constant("x"))
    with pytest.raises(TypeError, match="expected a tree, found the word 'x'"):
        _ = term.tree


def test_the_known_words_belong_to_text_facts() -> None:
    kinds = {fact.name: fact.kind for fact in INDICATOR_FACTS}
    assert {kinds[name] for name in CHOICES} == {Kind.TEXT}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("level", Level),
        ("aggregation", Aggregation),
        ("direction", Direction),
        ("target_qualifier", Qualifier),
        ("previous_comparability", Comparability),
    ],
)
def test_the_known_words_are_those_of_the_models(name: str, words: type[Enum]) -> None:
    assert list(CHOICES[name]) == [word.value for word in words]


def test_reading_rules_loads_no_numpy() -> None:
    """`scorecard check` reads rules and must start fast."""
    script = "import sys, scorecard.rules.language.reading, scorecard.rules.language.templates; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
