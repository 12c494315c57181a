"""Shares that must add up do so."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.wording.shares import shares_of


def test_thirds_make_a_hundred_the_first_getting_the_rest() -> None:
    assert [str(one) for one in shares_of([1, 1, 1])] == ["34", "33", "33"]
    assert [str(one) for one in shares_of([1, 1, 1], digits=1)] == ["33.4", "33.3", "33.3"]


def test_the_largest_remainder_is_rounded_up() -> None:
    assert [str(one) for one in shares_of([1, 6])] == ["14", "86"]


def test_nothing_is_shared_out_among_noughts() -> None:
    assert shares_of([0, 0]) == [Decimal(0), Decimal(0)]
    assert shares_of([]) == []


def test_a_part_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="parts of 0 or more expected, found -1"):
        shares_of([2, -1])


@given(st.lists(st.integers(0, 10_000), min_size=1).filter(any), st.integers(0, 3))
def test_shares_add_up_and_none_is_off_by_a_whole_step(parts: list[int], digits: int) -> None:
    shares = shares_of(parts, digits=digits)
    assert sum(shares) == 100
    for part, share in zip(parts, shares, strict=True):
        assert abs(float(share) - 100 * part / sum(parts)) < 10.0**-digits
