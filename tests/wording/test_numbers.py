"""Printed numbers round as people do on paper, and never across a border that decides something."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.problems import Language
from scorecard.wording.numbers import (
    NOTHING,
    amount,
    border,
    day,
    grouped,
    millions,
    percent,
    points,
    rounded,
    signed_percent,
    won,
    written_date,
)

NAN = float("nan")


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (-0.5, 0, "-1"),
        (2.675, 2, "2.68"),
        (8.85, 1, "8.9"),
        (1250, -2, "1.3E+3"),
    ],
)
def test_a_half_is_rounded_up(value: float, digits: int, expected: str) -> None:
    """As on paper, from the digits a person sees, not from the binary fraction behind them."""
    assert str(rounded(value, digits)) == expected


@given(st.integers(-(10**15), 10**15), st.integers(0, 4))
def test_rounding_is_the_nearest_and_half_goes_away_from_zero(whole: int, digits: int) -> None:
    shown = Fraction(rounded(whole / 10**5, digits))
    exact = (
        Fraction(repr(whole / 10**5))
        if "e" not in repr(whole / 10**5)
        else Fraction(Decimal(repr(whole / 10**5)))
    )
    assert abs(shown - exact) <= Fraction(1, 2 * 10**digits)
    assert abs(shown) >= abs(exact) or abs(shown - exact) < Fraction(1, 2 * 10**digits)


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (0.82575, "82.6%"),
        (1.0, "100.0%"),
        (0.9996, "99.96%"),
        (0.99996, "99.996%"),
        (0.9994, "99.9%"),
        (1.0004, "100.0%"),
        (0.99999999999, "100.000000%"),
        (12.5, "1,250.0%"),
        (0.0, "0.0%"),
        (NAN, NOTHING),
    ],
)
def test_per_cent_is_never_rounded_across_a_border(ratio: float, expected: str) -> None:
    """99.96 % is not achieved, so it is not printed as 100.0 %."""
    assert percent(ratio, borders=(1.0,)) == expected


def test_without_a_border_per_cent_is_rounded_as_usual() -> None:
    assert [percent(0.9996), percent(0.9996, digits=0), percent(0.385, digits=0)] == ["100.0%", "100%", "39%"]


@given(ratio=st.floats(0, 3), border=st.sampled_from([0.8, 0.95, 1.0, 0.52]))
def test_a_printed_ratio_lies_on_its_side_of_the_border(ratio: float, border: float) -> None:
    """As far as six digits can tell."""
    shown = Decimal(percent(ratio, borders=(border,)).rstrip("%").replace(",", ""))
    if abs(ratio - border) > 1e-8:
        assert (shown < Decimal(repr(border)) * 100) == (ratio < border)


@pytest.mark.parametrize(
    ("ratio", "korean", "english"),
    [
        (0.2110, "+21.1%", "+21.1%"),
        (-0.0411, "△4.1%", "-4.1%"),
        (0.0, "0.0%", "0.0%"),
        (-0.0004, "0.0%", "0.0%"),
        (12.0, "+1,200.0%", "+1,200.0%"),
        (NAN, "–", "–"),
    ],
)
def test_a_change_has_its_sign_and_a_korean_minus_is_a_triangle(
    ratio: float, korean: str, english: str
) -> None:
    assert (signed_percent(ratio, "ko"), signed_percent(ratio, "en")) == (korean, english)


@pytest.mark.parametrize(
    ("difference", "expected"),
    [(8.0, "+8%p"), (-2.04, "△2%p"), (0.0, "0%p"), (-0.04, "0%p"), (0.05, "+0.1%p")],
)
def test_points_of_per_cent(difference: float, expected: str) -> None:
    assert points(difference, "ko") == expected


def test_a_missing_difference_is_a_dash() -> None:
    assert points(NAN, "ko") == NOTHING


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        (4_258_100_000_000, "4조 2,581억원", "KRW 4.26 trillion"),
        (1_000_000_000_000, "1조원", "KRW 1 trillion"),
        (999_960_000_000, "1조원", "KRW 1 trillion"),
        (821_502_000_000, "8,215억원", "KRW 821.5 billion"),
        (42_580_000_000, "426억원", "KRW 42.6 billion"),
        (9_960_000_000, "99.6억원", "KRW 10 billion"),
        (130_000_000, "1.3억원", "KRW 130 million"),
        (100_000_000, "1억원", "KRW 100 million"),
        (25_300_000, "2,530만원", "KRW 25.3 million"),
        (9_999, "9,999원", "KRW 9,999"),
        (0, "0원", "KRW 0"),
        (-411_000_000, "△4.11억원", "-KRW 411 million"),
        (NAN, "–", "–"),
    ],
)
def test_money_is_printed_in_the_largest_words_that_fit(value: float, korean: str, english: str) -> None:
    assert (won(value, "ko"), won(value, "en")) == (korean, english)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (99_999_600.0, "1억원"),
        (9_999_960_000.0, "100억원"),
        (999_999_600_000.0, "1조원"),
        (999_999.6, "100만원"),
        (10_102.0, "10,102원"),
    ],
)
def test_money_rounded_up_to_a_larger_word_takes_it(value: float, expected: str) -> None:
    """10,000만원 and 100.0억원 are nothing anybody writes."""
    assert won(value) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (3303, "명", "3,303명"),
        (-4.11, "%", "△4.11%"),
        (0.125, "명", "0.13명"),
        (NAN, "명", "–"),
        (5e8, "원", "5억원"),
    ],
)
def test_an_amount_has_its_unit(value: float, unit: str, expected: str) -> None:
    assert amount(value, unit) == expected


def test_an_amount_that_rounds_to_nothing_has_no_sign() -> None:
    assert amount(-0.001, "명") == "0명"
    assert won(-0.2) == "0원"


def test_thousands_are_set_apart_and_idle_noughts_dropped() -> None:
    assert [grouped(1234567), grouped(1.50, 2), grouped(1000.0, 1), grouped(-5.25, 1)] == [
        "1,234,567",
        "1.5",
        "1,000",
        "-5.3",
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(44_443_000_000, "44,443"), (100_000, "0.1"), (0, "0"), (999_999, "1"), (NAN, "–")],
)
def test_a_table_of_budgets_is_in_millions(value: float, expected: str) -> None:
    assert millions(value) == expected


@given(value=st.floats(-9e15, 9e15), language=st.sampled_from(["ko", "en"]))
def test_money_is_always_some_words(value: float, language: Language) -> None:
    text = won(value, language)
    assert "E" not in text.replace("KRW", "")
    assert any(sign.isdigit() for sign in text)


@given(value=st.floats(1, 9e15))
def test_printed_money_is_near_what_it_is(value: float) -> None:
    """Less than one part in a hundred is lost in words."""
    total, text = Decimal(0), won(value).removesuffix("원")
    for word, worth in (("조", 10**12), ("억", 10**8), ("만", 10**4), ("", 1)):
        before, found, after = text.partition(word) if word else (text, True, "")
        if found and before.strip():
            total, text = total + Decimal(before.replace(",", "").strip()) * worth, after
    assert abs(float(total) - value) <= max(value * 0.01, 0.5)


def test_a_day_is_written_as_people_write_it() -> None:
    assert [day(date(2026, 1, 31), language) for language in ("ko", "en")] == ["2026. 1. 31.", "31 Jan 2026"]


def test_however_large_a_number_is_it_is_printed() -> None:
    """A target of 10⁻³⁵ makes of nine thousand trillion a ratio that no screen has room for."""
    assert grouped(1e30) == "1," + ",".join(["000"] * 10)
    assert percent(9e50, borders=(1.0,)).endswith("000.0%")


def test_what_rounds_to_nothing_has_no_minus() -> None:
    assert grouped(-0.4) == "0"
    assert millions(-10_000) == "0"


def test_a_date_of_strange_digits_is_printed_as_written() -> None:
    assert written_date("2026-²", "ko") == "2026-²"


@pytest.mark.parametrize(
    ("written", "ko", "en"),
    [
        ("2026-03", "2026. 3.", "Mar 2026"),
        ("2026-03-09", "2026. 3. 9.", "9 Mar 2026"),
        ("2026", "2026.", "2026"),
        ("2026-13", "2026. 13.", "2026-13"),
    ],
)
def test_a_written_date_is_printed_as_exactly_as_it_was_written(written: str, ko: str, en: str) -> None:
    assert (written_date(written, "ko"), written_date(written, "en")) == (ko, en)


@pytest.mark.parametrize(
    ("ratio", "digits", "expected"),
    [
        (0.925, 0, "92.5%"), (0.8, 0, "80%"), (1.0, 0, "100%"), (0.29, 0, "29%"), (0.52, 1, "52.0%"), (0.0005, 0, "0.05%"),
        (1 / 3, 0, "33.33333333%"), (0.9999, 1, "99.99%"), (12.5, 0, "1,250%"), (0.0, 0, "0%"),
    ],
)  # fmt: skip
def test_a_bound_is_printed_as_it_is_meant(ratio: float, digits: int, expected: str) -> None:
    assert border(ratio, digits=digits) == expected


@given(st.integers(0, 10**9), st.integers(0, 2))
def test_no_bound_is_printed_as_another(whole: int, digits: int) -> None:
    shown = border(whole / 10**9, digits=digits)
    assert Decimal(shown.replace(",", "").removesuffix("%")) == Decimal(whole) / 10**7
