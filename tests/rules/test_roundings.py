"""Rounded figures: what they leave open, and when two of them cannot both be right."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.rules.roundings import Figure, Interval, Verdict, at_most, compare, printed, share, total

THOUSAND, MILLION = Fraction(1_000), Fraction(1_000_000)
AGREE = (Verdict.EXACT, Verdict.ROUNDED)

amounts = st.fractions(min_value=-(10**13), max_value=10**13, max_denominator=1000)
steps = st.sampled_from([Fraction(1), THOUSAND, MILLION, Fraction(100_000), Fraction(10**8)])


def rounded(value: Fraction, step: Fraction) -> Figure:
    """Print a value rounded half up, away from nought."""
    whole = (abs(value) / step + Fraction(1, 2)).__floor__() * step
    return printed(whole if value >= 0 else -whole, step)


def truncated(value: Fraction, step: Fraction) -> Figure:
    """Print a value cut off towards nought."""
    whole = (abs(value) / step).__floor__() * step
    return printed(whole if value >= 0 else -whole, step)


def million(value: int) -> Figure:
    return printed(value * MILLION, MILLION)


def thousand(value: int) -> Figure:
    return printed(value * THOUSAND, THOUSAND)


@given(amounts, steps, steps)
def test_a_value_rounded_in_two_units_agrees_with_itself(
    value: Fraction, one: Fraction, two: Fraction
) -> None:
    assert compare(rounded(value, one), rounded(value, two)) in AGREE


@given(amounts, steps, steps, st.booleans())
def test_a_value_cut_off_in_two_units_is_no_contradiction(
    value: Fraction, one: Fraction, two: Fraction, both: bool
) -> None:
    other = truncated(value, two) if both else rounded(value, two)
    assert compare(truncated(value, one), other) is not Verdict.CONTRADICTION


@given(amounts, steps, steps, st.booleans())
def test_a_change_beyond_what_rounding_leaves_open_is_a_contradiction(
    value: Fraction, one: Fraction, two: Fraction, up: bool
) -> None:
    change = 2 * (one + two) * (1 if up else -1)
    assert compare(rounded(value, one), rounded(value + change, two)) is Verdict.CONTRADICTION


@given(st.lists(amounts, min_size=1, max_size=20), steps, steps)
def test_rounded_parts_agree_with_their_rounded_total(
    values: list[Fraction], each: Fraction, whole: Fraction
) -> None:
    parts = total(rounded(value, each) for value in values)
    assert compare(parts, rounded(sum(values, Fraction(0)), whole)) in AGREE


@given(st.lists(amounts, min_size=1, max_size=20), steps, steps)
def test_parts_that_are_cut_off_are_no_contradiction(
    values: list[Fraction], each: Fraction, whole: Fraction
) -> None:
    parts = total(truncated(value, each) for value in values)
    assert compare(parts, truncated(sum(values, Fraction(0)), whole)) is not Verdict.CONTRADICTION


@given(st.lists(amounts, min_size=1, max_size=20), steps, steps)
def test_a_total_further_off_than_its_parts_leave_open_is_a_contradiction(
    values: list[Fraction], each: Fraction, whole: Fraction
) -> None:
    parts = total(rounded(value, each) for value in values)
    wrong = sum(values, Fraction(0)) + 2 * (len(values) * each + whole)
    assert compare(parts, rounded(wrong, whole)) is Verdict.CONTRADICTION


@given(amounts, amounts, steps, steps, st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(1, 100)]))
def test_a_printed_rate_agrees_with_the_amounts_it_is_the_rate_of(
    part: Fraction, whole: Fraction, one: Fraction, two: Fraction, step: Fraction
) -> None:
    part, whole = abs(part), abs(whole)
    reckoned = share(rounded(part, one), rounded(whole, two))
    assume(reckoned is not None and whole > 0)
    assert reckoned is not None
    assert compare(reckoned, rounded(part / whole * 100, step)) in AGREE


@given(amounts, amounts, steps, steps)
def test_a_part_is_no_more_than_its_whole(
    part: Fraction, rest: Fraction, one: Fraction, two: Fraction
) -> None:
    whole = part + abs(rest)
    assert at_most(rounded(part, one), rounded(whole, two)) in AGREE
    assert at_most(truncated(part, one), truncated(whole, two)) is not Verdict.CONTRADICTION
    assert at_most(rounded(whole + 2 * (one + two), one), rounded(whole, two)) is Verdict.CONTRADICTION


@pytest.mark.parametrize(
    ("coarse", "fine", "verdict"),
    [
        (44_443, 44_443_130, Verdict.ROUNDED),
        (44_443, 44_443_000, Verdict.EXACT),
        (44_443, 44_442_500, Verdict.ROUNDED),
        (44_443, 44_442_499, Verdict.CONTRADICTION),
        (44_443, 44_443_500, Verdict.ROUNDED),
        (44_443, 44_443_501, Verdict.TRUNCATED),
        (44_443, 44_444_000, Verdict.TRUNCATED),
        (44_443, 44_444_001, Verdict.CONTRADICTION),
        (1_612, 1_821_697, Verdict.CONTRADICTION),
        (0, 500, Verdict.ROUNDED),
        (0, 501, Verdict.TRUNCATED),
        (0, 1_001, Verdict.CONTRADICTION),
        (-3, -2_500, Verdict.ROUNDED),
        (-3, -3_501, Verdict.TRUNCATED),
        (-3, -2_499, Verdict.CONTRADICTION),
    ],
)
def test_borders_of_million_against_thousand(coarse: int, fine: int, verdict: Verdict) -> None:
    """The finer figure is rounded too: 44,443,500천원 may be 44,443,499.6천원."""
    assert compare(million(coarse), thousand(fine)) is verdict
    assert compare(thousand(fine), million(coarse)) is verdict


def test_whole_won_are_judged_to_the_won() -> None:
    assert compare(million(1), printed(Fraction(1_500_000), Fraction(1))) is Verdict.ROUNDED
    assert compare(million(1), printed(Fraction(1_500_001), Fraction(1))) is Verdict.TRUNCATED


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        (Interval(Fraction(0), Fraction(1), True, True), Interval(Fraction(1), Fraction(2), True, True), True),
        (Interval(Fraction(0), Fraction(1), True, False), Interval(Fraction(1), Fraction(2), True, True), False),
        (Interval(Fraction(0), Fraction(1), True, True), Interval(Fraction(1), Fraction(2), False, True), False),
        (Interval(Fraction(0), Fraction(2)), Interval(Fraction(1), Fraction(3)), True),
    ],
)  # fmt: skip
def test_intervals_meet_only_where_both_have_the_value(left: Interval, right: Interval, meet: bool) -> None:
    assert left.meets(right) is meet
    assert right.meets(left) is meet


def test_no_rate_is_reckoned_of_what_may_be_nothing() -> None:
    assert share(thousand(1), thousand(0)) is None
    assert share(thousand(-1), thousand(5)) is None
