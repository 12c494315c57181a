"""One value's text becomes one leaf of a model, or a mistake that names what was typed."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import comes_to_an_end

from scorecard.problems import Mistake
from scorecard.targets import leaves
from scorecard.targets.budgets import Citation, Money
from scorecard.targets.formulas import read_formula
from scorecard.targets.leaves import read_citation
from scorecard.targets.measures import Direction, Level
from scorecard.targets.nearest import nearest
from scorecard.targets.quantities import Qualifier, read_quantity


def mistake_of(read: Callable[[], object]) -> tuple[str, dict[str, str]]:
    """Tell the mistake a reader makes of a value."""
    with pytest.raises(Mistake) as caught:
        read()
    return caught.value.code, caught.value.details


def test_words_lose_the_blanks_around_them() -> None:
    assert leaves.read_words(" 인재 양성 ") == "인재 양성"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "empty-value"),
        ("", "empty-value"),
        ("  ", "empty-value"),
        ([], "expected-text"),
        ({"a": "b"}, "expected-text"),
    ],
)
def test_words_are_words(value: Any, code: str) -> None:
    for read in (
        leaves.read_words,
        leaves.read_number,
        leaves.read_whole,
        leaves.read_date,
        leaves.read_flag,
    ):
        assert mistake_of(partial(read, value, str)) == (code, {})


def test_flags_are_true_or_false() -> None:
    assert leaves.read_flag("true", bool) is True
    assert leaves.read_flag("false", bool) is False
    for word in ("예", "True", "1", "yes"):
        assert mistake_of(partial(leaves.read_flag, word, bool)) == ("not-true-or-false", {"found": word})


def test_numbers_are_plain() -> None:
    assert leaves.read_number("0.5", float) == 0.5
    assert leaves.read_number("-3", float) == -3.0
    assert leaves.read_whole("2026", int) == 2026
    for word in ("50%", "1,000", "1e3", "١", "nan", "0x10", "9" * 13):
        assert mistake_of(partial(leaves.read_number, word, float)) == ("not-a-number", {"found": word})
    assert mistake_of(lambda: leaves.read_whole("1.5", int)) == ("not-a-number", {"found": "1.5"})


def test_days_are_days() -> None:
    assert leaves.read_date("2026-01-31", date) == date(2026, 1, 31)
    assert mistake_of(lambda: leaves.read_date("2026. 1. 31.", date)) == (
        "bad-day",
        {"found": "2026. 1. 31."},
    )


@pytest.mark.parametrize(
    ("found", "meant"),
    [("산출", "output"), ("결과", "outcome"), ("Output", "output"), ("outcom", "outcome"), ("xyz", "input")],
)
def test_a_wrong_word_gets_the_one_that_was_meant(found: str, meant: str) -> None:
    code, details = mistake_of(lambda: leaves.read_choice(found, Level))

    assert code == "unknown-word"
    assert details["allowed"] == "input, process, output, outcome"
    assert details["nearest"] == meant or found == "xyz"


def test_korean_words_are_understood_where_they_fit() -> None:
    names = ["name", "target", "actual", "steps", "direction"]

    assert nearest("목표", names) == "target"
    assert nearest("전년 실적", names) == "actual"
    assert nearest("단계", names) == "steps"
    assert nearest("단계", ["sum", "milestone"]) == "milestone"
    assert nearest("↑", [choice.value for choice in Direction]) == "up"
    assert nearest("Traget", names) == "target"
    assert nearest("x", []) == "-"


def test_a_citation_names_source_line_and_words() -> None:
    assert leaves.read_citation("report#697 V-2-1 추진목표") == Citation("report", 697, 697, "V-2-1 추진목표")
    assert leaves.read_citation("보고서_2#697-698") == Citation("보고서_2", 697, 698, "")


@pytest.mark.parametrize(
    "words",
    [
        "보고서 697행",
        "report",
        "report#",
        "report#x",
        "report#0 a",
        "report#9-3 a",
        "report:697",
        "#697",
        "report #697",
    ],
)
def test_what_is_no_citation_is_refused(words: str) -> None:
    assert mistake_of(lambda: leaves.read_citation(words)) == ("bad-citation", {"found": words})


def test_parts_add_up_with_the_least_exact_of_them() -> None:
    parts = tuple(read_quantity(text) for text in ("169개사", "약 1천개사", "307개사"))
    total = leaves.add_up(parts)

    assert (total.value, total.unit, total.qualifier, total.step) == (1_476, "개사", Qualifier.APPROX, 1_000)
    assert total.text == "169개사 + 약 1천개사 + 307개사"


def test_unlike_parts_do_not_add_up() -> None:
    parts = tuple(read_quantity(text) for text in ("169개사", "138명"))

    assert mistake_of(lambda: leaves.add_up(parts)) == ("unit-mismatch", {"found": "명", "expected": "개사"})


def test_money_is_won() -> None:
    assert leaves.read_money("44,443", "백만원") == Money(44_443_000_000, "44,443", unit="백만원")
    assert leaves.read_money("44,443", "천원") == Money(44_443_000, "44,443", unit="천원")
    assert mistake_of(lambda: leaves.read_money("44,443", "")) == (
        "not-money",
        {"found": "44,443", "unit": "-"},
    )
    assert mistake_of(lambda: leaves.read_money("3명", "")) == ("not-money", {"found": "3명", "unit": "-"})


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=8))
def test_adding_printed_figures_is_adding_numbers(numbers: list[int]) -> None:
    assert leaves.add_up(tuple(read_quantity(f"{number:,}명") for number in numbers)).value == sum(numbers)


@given(st.text(max_size=50))
def test_whatever_is_typed_is_a_leaf_or_a_mistake(text: str) -> None:
    for read in (leaves.read_flag, leaves.read_number, leaves.read_whole, leaves.read_date):
        try:
            read(text, str)
        except Mistake as mistake:
            assert all(type(words) is str for words in mistake.details.values())
    try:
        leaves.read_citation(text)
    except Mistake as mistake:
        assert mistake.code == "bad-citation"


def read_runs_of_blanks() -> None:
    """Go through very many blanks once; from each of them it would be days."""
    blanks = " " * 3_000_000
    for read, text in ((read_formula, f"a = b{blanks}c"), (read_citation, f"a#1{blanks}x\ny")):
        with suppress(Mistake):
            read(text)


def test_a_run_of_blanks_comes_to_an_end() -> None:
    comes_to_an_end(read_runs_of_blanks)
