"""Every number of a condition has its place, its comparison and its kind, and another can be put there."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.language.numbering import numbers_in, with_number
from scorecard.rules.language.reading import read_condition
from scorecard.rules.language.tree import Number, parts_of
from scorecard.targets.vocabulary import VOCABULARY, Row

INDICATOR = VOCABULARY[Row.INDICATOR]


def found(expression: str, each: Row = Row.INDICATOR) -> list[tuple[str, float]]:
    assert read_condition(expression, VOCABULARY[each])[1] == [], expression
    return [(one.name, one.value) for one in numbers_in(expression, VOCABULARY[each])]


@pytest.mark.parametrize(
    ("expression", "numbers"),
    [
        ("attainment < 0.8", [("attainment < 0.8", 0.8)]),
        ("달성률  <\n 0.8", [("달성률 < 0.8", 0.8)]),
        ("0 < budget < 5_000_000_000", [("0 < budget", 0), ("budget < 5_000_000_000", 5e9)]),
        ("(attainment - 1) < (pace + 0.5) < 2",
         [("(attainment - 1) < (pace + 0.5)", 1), ("(attainment - 1) < (pace + 0.5) < 2", 0.5),
          ("(pace + 0.5) < 2", 2)]),
        ("not (known(budget_change) and budget_change < -0.2)", [("budget_change < -0.2", -0.2)]),
        ("rate_needed > 1.5 * rate_achieved", [("rate_needed > 1.5 * rate_achieved", 1.5)]),
        ("attainment > 0.5 * pace + 0.5",
         [("attainment > 0.5 * pace + 0.5", 0.5), ("attainment > 0.5 * pace + 0.5 (2)", 0.5)]),
        ("stretch > 0.5 or is_part and stretch > 0.5", [("stretch > 0.5", 0.5), ("stretch > 0.5 (2)", 0.5)]),
        ("min(attainment, 1.2) - abs(stretch) > 0.1 and (missing(pace) or (pace >= 0.9))",
         [("min(attainment, 1.2) - abs(stretch) > 0.1", 1.2), ("min(attainment, 1.2) - abs(stretch) > 0.1 (2)", 0.1),
          ("pace >= 0.9", 0.9)]),
        ("stretch > - 0.1 and stretch < -(-0.3)", [("stretch > - 0.1", -0.1), ("stretch < -(-0.3)", 0.3)]),
        ("missing(target / (previous - 3))", [("missing(target / (previous - 3))", 3)]),
        # What is no number: words, days, a list of numbers, the number within a word.
        ("unit == '2' and contains(unit, '3') and not is_part", []),
        ("steps in (1, 2) and steps not in [3]", []),
        ("steps * 2 in (2, 4)", [("steps * 2 in (2, 4)", 2)]),
    ],
)  # fmt: skip
def test_numbers_are_found_with_their_comparison(expression: str, numbers: list[tuple[str, float]]) -> None:
    assert found(expression) == numbers


def test_a_day_is_no_number() -> None:
    assert found("due > day('2026-01-31') or days(due, told) > 30", Row.AUDIT) == [
        ("days(due, told) > 30", 30)
    ]


@pytest.mark.parametrize(
    ("expression", "whole"),
    [
        ("steps_late > 1", [True]),
        ("1 < steps_late", [True]),
        ("steps_late > steps - 2", [True]),
        ("max(steps_late, 2) == 3", [True, True]),
        ("-steps_late < -2", [True]),
        ("steps_late > 2.5", [False]),
        ("steps_late > 2 * steps", [False]),  # A factor counts nothing.
        ("steps_late > steps / 2 + 1", [False, True]),
        ("target > 100", [False]),
        ("budget > 5000000000", [False]),
        ("attainment > 1", [False]),
    ],
)
def test_what_counts_is_whole(expression: str, whole: list[bool]) -> None:
    assert [one.is_whole for one in numbers_in(expression, INDICATOR)] == whole


@pytest.mark.parametrize(
    ("expression", "nth", "value", "changed"),
    [
        ("attainment < 0.8", 0, 0.64, "attainment < 0.64"),
        ("budget_change < -0.2 and stretch < 0.5", 0, -0.16, "budget_change < -0.16 and stretch < 0.5"),
        ("budget_change < -0.2 and stretch < 0.5", 1, 0.6, "budget_change < -0.2 and stretch < 0.6"),
        ("0 < budget < 5_000_000_000", 1, 4e9, "0 < budget < 4000000000"),
        ("예산 > 5000000000", 0, 6e9, "예산 > 6000000000"),
        ("stretch < -(-0.3)", 0, 0.24, "stretch < 0.24"),
        ("attainment\n  < 0.00001", 0, 0.000008, "attainment\n  < 8e-06"),
    ],
)
def test_another_number_takes_its_place(expression: str, nth: int, value: float, changed: str) -> None:
    written = with_number(expression, numbers_in(expression, INDICATOR)[nth], value)

    assert written == changed
    assert read_condition(written, INDICATOR)[1] == []
    assert numbers_in(written, INDICATOR)[nth].value == value


def test_a_syllable_in_pieces_does_not_shift_the_place() -> None:
    expression = "달성률 < 0.8 and 진도율 < 0.9"  # Decomposed, as a Mac types it.
    assert with_number(expression, numbers_in(expression, INDICATOR)[1], 0.72).endswith("< 0.72")


def test_what_cannot_be_read_has_no_numbers() -> None:
    assert numbers_in("attainment <", INDICATOR) == ()
    assert numbers_in("(" * 99, INDICATOR) == ()


_SIMPLE = st.builds(
    "{} {} {}".format,
    st.sampled_from(["attainment", "stretch", "pace * 0.5", "abs(stretch) + 0.25", "1 - pace"]),
    st.sampled_from(["<", "<=", ">", ">=", "==", "!="]),
    st.floats(-9, 9, allow_nan=False).map(lambda one: f"{one:.3f}"),
)
_CONDITIONS = st.recursive(
    _SIMPLE,
    lambda inner: st.one_of(
        st.builds("not ({})".format, inner),
        st.builds("({}) and ({})".format, inner, inner),
        st.builds("({}) or ({})".format, inner, inner),
    ),
    max_leaves=6,
)


@given(_CONDITIONS)
def test_no_number_is_missing_however_conditions_are_nested(expression: str) -> None:
    """A law: what the grammar sees as a number is in the list, in reading order, each under its own name."""
    numbers = numbers_in(expression, INDICATOR)
    constants = (one.value for one in ast.walk(ast.parse(expression)) if isinstance(one, ast.Constant))
    seen = [value for value in constants if isinstance(value, int | float)]

    assert sorted(abs(one.value) for one in numbers) == sorted(seen)
    assert len({one.name for one in numbers}) == len(numbers)
    assert [one.start for one in numbers] == sorted(one.start for one in numbers)


@given(_CONDITIONS, st.data(), st.floats(0.001, 9).map(lambda one: round(one, 3)))
def test_only_the_one_number_changes(expression: str, data: st.DataObject, value: float) -> None:
    """A law: after a number is changed the tree differs in that number alone."""
    numbers = numbers_in(expression, INDICATOR)
    at = data.draw(st.integers(0, len(numbers) - 1))
    tree, _ = read_condition(with_number(expression, numbers[at], value), INDICATOR)
    before, _ = read_condition(expression, INDICATOR)

    assert tree is not None
    assert before is not None
    expected = [one.value for one in numbers]
    expected[at] = value
    assert _numbers_of(tree) == expected
    assert _numbers_of(before) == [one.value for one in numbers]


def _numbers_of(tree: object) -> list[float]:
    if isinstance(tree, Number):
        return [tree.value]
    return [number for part in parts_of(tree) for number in _numbers_of(part)]  # type: ignore[arg-type]
