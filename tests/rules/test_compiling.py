"""Conditions judge columns in three values, whatever the order, the company and the block of a row."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.language import compiling
from scorecard.rules.language.compiling import Verdicts, compile_condition
from scorecard.rules.language.reading import read_condition
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
)
from scorecard.targets.columns import Column, Flags, Table, Words, missing_in
from scorecard.targets.vocabulary import INDICATOR_FACTS, Kind

KOREAN = {fact.name: fact.korean for fact in INDICATOR_FACTS}
KINDS = {fact.name: fact.kind for fact in INDICATOR_FACTS}
LEVELS = ("input", "process", "output", "outcome")
NAMES = ("청년 취업", "관광객", "output", "청년 창업", "수출", "특허")

Row = dict[str, float | str | bool | None]
Truth = bool | None


def table_of(rows: list[Row]) -> Table:
    """Lay rows out as columns; None is missing. Every column has its own list of words."""
    names = dict.fromkeys(name for row in rows for name in row)
    return Table(len(rows), {name: column_of(name, [row[name] for row in rows]) for name in names})


def column_of(name: str, cells: list[float | str | bool | None]) -> Column | Flags | Words:
    """Lay the cells of one fact out."""
    if KINDS[name] is Kind.TEXT:
        words = tuple(sorted({str(cell) for cell in cells if cell is not None}))
        return Words(
            np.array([-1 if cell is None else words.index(str(cell)) for cell in cells], np.int32), words
        )
    if KINDS[name] is Kind.FLAG:
        return np.array([-1 if cell is None else cell for cell in cells], np.int8)
    return np.array([math.nan if cell is None else cell for cell in cells], np.float64)


def tree_of(expression: str) -> Tree:
    """Read an expression that is right."""
    tree, mistakes = read_condition(expression, INDICATOR_FACTS)
    assert tree is not None, (expression, [(mistake.code, mistake.details) for mistake, _ in mistakes])
    return tree


def judge(expression: str, table: Table, *, block: int = compiling.BLOCK) -> Verdicts:
    """Read, compile and run an expression."""
    return compile_condition(tree_of(expression), block=block)(table)


def truths(verdicts: Verdicts) -> list[Truth]:
    """Write verdicts as one may read them: True, False or None."""
    assert not (verdicts.holds & verdicts.fails).any()
    return [
        True if holds else False if fails else None
        for holds, fails in zip(verdicts.holds, verdicts.fails, strict=True)
    ]


def verdict(expression: str, **row: float | str | bool | None) -> Truth:
    """Judge one row."""
    (truth,) = truths(judge(expression, table_of([row])))
    return truth


# --- Examples ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "below", "equal", "above"),
    [
        ("target < 2", True, False, False),
        ("target <= 2", True, True, False),
        ("target > 2", False, False, True),
        ("target >= 2", False, True, True),
        ("target == 2", False, True, False),
        ("target != 2", True, False, True),
        ("1 < target < 3", False, True, False),
        ("target in (1, 3)", True, False, True),
        ("-target < -2", False, False, True),
        ("abs(target - 2) == 1", True, False, True),
        ("min(target, 2, 9) == 2", False, True, True),
        ("max(target, 2, 0) == 2", True, True, False),
        ("target / 2 + 1 == target * 3 - 3", False, False, False),
    ],
)
def test_a_comparison_holds_or_fails_and_is_unknown_of_nothing(
    expression: str, below: Truth, equal: Truth, above: Truth
) -> None:
    table = table_of([{"target": target} for target in (1, 2, 3, None)])
    assert truths(judge(expression, table)) == [below, equal, above, None]


@pytest.mark.parametrize(
    "zero", ["actual / target > 1", "not actual / target > 1", "actual / (target * 0) != 1"]
)
def test_what_zero_divides_is_missing(zero: str) -> None:
    assert verdict(zero, actual=5, target=0) is None
    assert verdict("missing(actual / target)", actual=0, target=0) is True


def test_an_extreme_of_something_missing_is_missing() -> None:
    assert verdict("max(target, 9) > 1", target=None) is None


def test_missing_and_known_are_never_unknown() -> None:
    nothing: Row = {"target": None, "name": None, "due": None}
    for part in ("target", "target + 1", "name", "due", "target < 3", "name == 'x'", "not due"):
        assert verdict(f"missing({part})", **nothing) is True
        assert verdict(f"known({part})", **nothing) is False
        assert verdict(f"known({part})", target=1, name="", due=False) is True


def test_days_are_counted_from_the_first_to_the_second() -> None:
    assert verdict("days(updated, as_of) == 3", updated=10, as_of=13) is True
    assert verdict("updated == day('1970-01-11')", updated=10) is True


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("name == '관광객'", [False, True, False, None]),
        ("name != '관광객'", [True, False, True, None]),
        ("name == '없음'", [False, False, False, None]),
        ("contains(name, '청년')", [True, False, False, None]),
        ("name not in ('관광객', 'output')", [True, False, False, None]),
        ("name == level", [False, False, True, None]),
        ("name != level", [True, True, False, None]),
    ],
)
def test_texts_are_compared_word_by_word(expression: str, expected: list[Truth]) -> None:
    names = ("청년 취업", "관광객", "output", None)
    assert (
        truths(judge(expression, table_of([{"name": name, "level": "output"} for name in names]))) == expected
    )


def test_texts_are_not_the_same_if_one_is_missing() -> None:
    assert verdict("name == level", name="output", level=None) is None
    assert verdict("name == level", name=None, level=None) is None


def test_many_words_are_found_as_few_are() -> None:
    table = table_of([{"name": name} for name in (*NAMES, None)])
    listed = ", ".join(f"'{name}'" for name in NAMES[:-1])
    assert truths(judge(f"name in ({listed})", table)) == [True] * 5 + [False, None]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("due and is_new", [True, False, None, False, False, False, None, False, None]),
        ("due or is_new", [True, True, True, True, False, None, True, None, None]),
        ("not due", [False, False, False, True, True, True, None, None, None]),
    ],
)
def test_flags_follow_kleene(expression: str, expected: list[Truth]) -> None:
    values = (True, False, None)
    table = table_of([{"due": due, "is_new": is_new} for due in values for is_new in values])
    assert truths(judge(expression, table)) == expected


def test_a_condition_without_facts_speaks_of_every_row() -> None:
    table = table_of([{"target": 1}, {"target": None}])
    assert truths(judge("1 < 2 and not missing(1 / 1)", table)) == [True, True]


def test_unknown_is_what_neither_holds_nor_fails() -> None:
    verdicts = judge("target > 1", table_of([{"target": 2}, {"target": 0}, {"target": None}]))
    assert verdicts.unknown.tolist() == [False, False, True]


def test_a_value_is_no_condition_and_the_other_way_round() -> None:
    table = table_of([{"target": 1}])
    with pytest.raises(TypeError, match=r"expected a condition, found Number"):
        compile_condition(Number(1))(table)
    with pytest.raises(TypeError, match=r"expected a value, found Missing"):
        compile_condition(Compare("<", Missing(Fact("target", Kind.AMOUNT)), Number(1)))(table)


# --- Columns ----------------------------------------------------------------------------------


def test_columns_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match=r"columns of 2 rows expected, found \{'target': 3\}"):
        Table(2, {"target": np.ones(3)})


def test_codes_without_a_word_are_refused() -> None:
    with pytest.raises(ValueError, match="codes from -1 to 0 expected"):
        Words(np.array([1], np.int32), ("a",))


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("name == 'x'", "a column of texts, found another under 'name'"),
        ("target < 1", "a column of numbers, found another under 'target'"),
        ("due", "a column of flags, found another under 'due'"),
    ],
)
def test_a_column_of_another_sort_is_refused(expression: str, message: str) -> None:
    words = Words(np.zeros(1, np.int32), ("x",))
    with pytest.raises(TypeError, match=message):
        judge(expression, Table(1, {"name": np.ones(1), "target": words, "due": words}))


def test_rows_are_taken_in_the_order_asked_for() -> None:
    table = table_of([{"target": 1, "name": "a", "due": True}, {"target": None, "name": None, "due": None}])

    turned = table.take(np.array([1, 0, 0]))

    assert turned.size == 3
    for name in ("target", "name", "due"):
        assert missing_in(turned.columns[name]).tolist() == [True, False, False]
    assert table.take(np.array([True, False])).size == table.take(slice(1)).size == 1


# --- Laws -------------------------------------------------------------------------------------

few_numbers = st.sampled_from([0.0, 1.0, -1.0, 0.5, 2.0, 3.0])
ratios = st.sampled_from(["attainment", "stretch"])
amounts = st.sampled_from(["target", "previous"])
flags = st.sampled_from(["due", "is_new"])
texts = st.sampled_from(["name", "level"])

rows = st.fixed_dictionaries(
    {
        **dict.fromkeys(
            ("attainment", "stretch", "target", "previous", "updated", "as_of"), st.none() | few_numbers
        ),
        **dict.fromkeys(("due", "is_new"), st.none() | st.booleans()),
        "name": st.none() | st.sampled_from(NAMES),
        "level": st.none() | st.sampled_from(LEVELS),
    }
)
tables = st.lists(rows, min_size=1, max_size=8)


def named(names: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put names in braces, to be filled in English or Korean."""
    return names.map(lambda name: f"{{{name}}}")


def written(pattern: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put parts into a pattern with a `$` for each."""
    return st.tuples(*parts).map(lambda texts: filled(pattern, texts))


def filled(pattern: str, texts: tuple[str, ...]) -> str:
    first, *others = pattern.split("$")
    return first + "".join(text + other for text, other in zip(texts, others, strict=True))


def deeper(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Reckon with values of one kind."""
    sums = written("($ $ $)", values, st.sampled_from("+-"), values)
    scaled = written("($ $ $)", values, st.sampled_from("*/"), few_numbers.map(str))
    extremes = written("$($, $)", st.sampled_from(["min", "max"]), values, values)
    return sums | scaled | extremes | written("-$", values) | written("abs($)", values)


amount_values = st.recursive(named(amounts), deeper, max_leaves=4)
ratio_values = st.recursive(
    named(ratios) | written("($ / $)", named(amounts), amount_values) | few_numbers.map(str),
    deeper,
    max_leaves=4,
)
orders = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
levels = st.sampled_from(LEVELS).map(repr)
words = st.sampled_from(NAMES).map(repr)

simple_conditions = st.one_of(
    written("($ $ $)", amount_values, orders, amount_values),
    written("($ $ $)", ratio_values, orders, ratio_values),
    written("($ < $ <= $)", ratio_values, ratio_values, ratio_values),
    written("($ in ($, $))", ratio_values, few_numbers.map(str), few_numbers.map(str)),
    written("(days($, $) $ 1)", named(st.just("updated")), named(st.just("as_of")), orders),
    written("({level} in ($, $))", levels, levels),
    written("({name} not in ($, $, $, $, $))", *[words] * 5),
    written("({name} $ $)", st.sampled_from(["==", "!="]), words | st.just("{level}")),
    written("contains({name}, $)", st.sampled_from(["'청년'", "'out'", "'없음'"])),
    written("$($)", st.sampled_from(["missing", "known"]), amount_values | named(flags) | named(texts)),
    named(flags),
)
conditions = st.recursive(
    simple_conditions,
    lambda inner: st.one_of(
        written("($ and $)", inner, inner),
        written("($ or $ or $)", inner, inner, inner),
        written("(not $)", inner),
        written("missing($)", inner),
    ),
    max_leaves=5,
)


def in_english(condition: str) -> str:
    """Fill in the English names."""
    return condition.format_map({name: name for name in KOREAN})


def in_korean(condition: str) -> str:
    """Fill in the Korean names."""
    return condition.format_map(KOREAN)


def value_of(tree: Tree, row: Row) -> float:
    """Reckon slowly and plainly; NaN where something is missing."""
    match tree:
        case Fact():
            cell = row[tree.name]
            return math.nan if cell is None else float(cell)
        case Number():
            return tree.value
        case Negative():
            return -value_of(tree.operand, row)
        case Absolute():
            return abs(value_of(tree.operand, row))
        case Arithmetic():
            return reckon(tree.operation, value_of(tree.left, row), value_of(tree.right, row))
        case Extreme():
            values = [value_of(operand, row) for operand in tree.operands]
            return math.nan if any(map(math.isnan, values)) else {"min": min, "max": max}[tree.which](values)
    raise TypeError(tree)


def reckon(operation: str, left: float, right: float) -> float:
    """Reckon two numbers together."""
    match operation:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    return left / right if right else math.nan


def truth_of(tree: Tree, row: Row) -> Truth:  # noqa: PLR0911 -- one return for each sort of node.
    """Judge slowly and plainly: True, False, or None for unknown."""
    match tree:
        case Fact():
            return row[tree.name]  # type: ignore[return-value]
        case Compare():
            return compared(tree.order, value_of(tree.left, row), value_of(tree.right, row))
        case OneOf():
            text = row[tree.fact.name]
            return None if text is None else text in tree.words
        case Contains():
            text = row[tree.fact.name]
            return None if text is None else tree.word in str(text)
        case SameWords():
            pair = row[tree.left.name], row[tree.right.name]
            return None if None in pair else pair[0] == pair[1]
        case Missing():
            return is_missing(tree.operand, row)
        case Not():
            truth = truth_of(tree.operand, row)
            return None if truth is None else not truth
        case And():
            truths = [truth_of(operand, row) for operand in tree.operands]
            return False if False in truths else None if None in truths else True
        case Or():
            truths = [truth_of(operand, row) for operand in tree.operands]
            return True if True in truths else None if None in truths else False
    raise TypeError(tree)


def compared(order: str, left: float, right: float) -> Truth:
    """Compare two numbers, either of which may be missing."""
    if math.isnan(left) or math.isnan(right):
        return None
    found = {
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
        "==": left == right,
    }
    return found.get(order, left != right)


def is_missing(tree: Tree, row: Row) -> bool:
    """Tell slowly whether nothing can be said of a part."""
    if isinstance(tree, Fact):
        return row[tree.name] is None
    if isinstance(tree, Negative | Absolute | Arithmetic | Extreme):
        return math.isnan(value_of(tree, row))
    return truth_of(tree, row) is None


@given(condition=conditions, rows=tables)
def test_columns_are_judged_as_rows_would_be_by_hand(condition: str, rows: list[Row]) -> None:
    """The engine agrees with a plain interpreter on every row."""
    tree = tree_of(in_english(condition))
    assert truths(compile_condition(tree)(table_of(rows))) == [truth_of(tree, row) for row in rows]


@given(condition=conditions, rows=tables)
def test_both_languages_give_the_same_verdicts(condition: str, rows: list[Row]) -> None:
    table = table_of(rows)
    assert truths(judge(in_korean(condition), table)) == truths(judge(in_english(condition), table))


@given(condition=conditions.map(in_english), rows=tables, block=st.integers(1, 5))
def test_blocks_change_nothing(condition: str, rows: list[Row], block: int) -> None:
    table = table_of(rows)
    assert truths(judge(condition, table, block=block)) == truths(judge(condition, table))


def test_a_table_longer_than_a_block_is_judged_to_its_end() -> None:
    table = Table(40_000, {"target": np.arange(40_000.0)})
    one_by_one = judge("target * 2 >= 20_001", table, block=1)
    at_once = judge("target * 2 >= 20_001", table)
    assert np.array_equal(at_once.holds, one_by_one.holds)
    assert at_once.holds.sum() == at_once.holds[10_001:].size


def test_an_empty_table_has_no_verdicts() -> None:
    assert truths(judge("target > 1 or 1 < 2", Table(0, {"target": np.empty(0)}))) == []


@given(condition=conditions.map(in_english), rows=tables)
def test_rows_are_judged_together_as_they_are_one_by_one(condition: str, rows: list[Row]) -> None:
    alone = [truth for row in rows for truth in truths(judge(condition, table_of([row])))]
    assert truths(judge(condition, table_of(rows))) == alone


@given(condition=conditions.map(in_english), rows=tables, order=st.randoms())
def test_the_order_of_rows_changes_no_verdict(condition: str, rows: list[Row], order: Random) -> None:
    places = list(range(len(rows)))
    order.shuffle(places)
    table = table_of(rows)

    straight = truths(judge(condition, table))

    assert truths(judge(condition, table.take(np.array(places)))) == [straight[place] for place in places]


@given(one=conditions.map(in_english), other=conditions.map(in_english), rows=tables)
def test_de_morgan(one: str, other: str, rows: list[Row]) -> None:
    """Not both is one of them not; not either is both not."""
    table = table_of(rows)
    for join, counter in (("and", "or"), ("or", "and")):
        turned = truths(judge(f"not ({one} {join} {other})", table))
        assert turned == truths(judge(f"not {one} {counter} not {other}", table))


@given(condition=conditions.map(in_english), rows=tables)
def test_turning_twice_changes_nothing(condition: str, rows: list[Row]) -> None:
    table = table_of(rows)
    assert truths(judge(f"not (not {condition})", table)) == truths(judge(condition, table))


@given(condition=conditions.map(in_english), rows=tables)
def test_there_is_a_third_possibility_only_where_something_is_unknown(
    condition: str, rows: list[Row]
) -> None:
    table = table_of(rows)
    known = [None if truth is None else True for truth in truths(judge(condition, table))]
    assert truths(judge(f"{condition} or not {condition}", table)) == known


@given(condition=conditions.map(in_english), rows=tables)
def test_missing_tells_exactly_what_is_unknown(condition: str, rows: list[Row]) -> None:
    table = table_of(rows)
    assert truths(judge(f"missing({condition})", table)) == judge(condition, table).unknown.tolist()
