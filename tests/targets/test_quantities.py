"""Figures are read whole or not at all, in the base unit and exactly."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import comes_to_an_end

from scorecard.problems import Mistake
from scorecard.targets.leaves import read_money, read_value
from scorecard.targets.quantities import LARGEST, LONGEST, Qualifier, read_quantity, read_unit
from scorecard.targets.revising import Absence

SCALES = {
    "": 1,
    "십": 10,
    "백": 100,
    "천": 1_000,
    "만": 10_000,
    "백만": 10**6,
    "천만": 10**7,
    "억": 10**8,
    "조": 10**12,
}


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("4,000명", 4_000, "명", "exact"),
        ("4000 명", 4_000, "명", "exact"),
        ("4천명", 4_000, "명", "exact"),
        ("5,700여 명", 5_700, "명", "approx"),
        ("약 4천여명", 4_000, "명", "approx"),
        ("7,000억원", 700_000_000_000, "원", "exact"),
        ("1조 2,641억원", 1_264_100_000_000, "원", "exact"),
        ("1억2천만원", 120_000_000, "원", "exact"),
        ("1만2천 명 내외", 12_000, "명", "approx"),
        ("76%", 76, "%", "exact"),
        ("76 %", 76, "%", "exact"),
        ("70%이상", 70, "%", "at_least"),
        ("4회 이상", 4, "회", "at_least"),
        ("4회이상", 4, "회", "at_least"),
        ("최대 57실", 57, "실", "at_most"),
        ("30일 이내", 30, "일", "at_most"),
        ("△4.11", -4.11, "", "exact"),
        ("-5.5%p", -5.5, "%p", "exact"),
        ("169社", 169, "개사", "exact"),
        ("169개 기업", 169, "개사", "exact"),
        ("총 100억 원 이상", 10**10, "원", "at_least"),
        ("0.5", 0.5, "", "exact"),
        ("0.748명", 0.748, "명", "exact"),
        ("5.000%", 5, "%", "exact"),
    ],
)
def test_figures_as_documents_write_them(text: str, value: float, unit: str, qualifier: str) -> None:
    found = read_quantity(text)

    assert (found.value, found.unit, found.qualifier.value, found.text) == (value, unit, qualifier, text)


def test_twelve_thousand_hundred_million_are_a_trillion_and_some() -> None:
    """1조 2,641억원 = 12641 억원 = 1,264,100,000,000원."""
    values = {
        read_quantity(text).value
        for text in ("1조 2,641억원", "12641억원", "12,641억원", "1,264,100,000,000원")
    }

    assert values == {read_quantity("12641", "억원").value} == {1_264_100_000_000}


def test_a_bare_number_takes_the_declared_unit() -> None:
    assert read_quantity("44,443", "백만원").value == 44_443_000_000
    assert read_quantity("4.35", "억원").value == 435_000_000
    assert read_quantity("1.5조", "억원").value == 1.5e12
    assert read_quantity("3천원", "백만원").value == 3_000


def test_how_a_figure_is_spread_over_the_year_is_no_part_of_it() -> None:
    assert read_quantity("4회(분기별 1회) 이상") == read_quantity("4회 이상")


@pytest.mark.parametrize("text", ["100개사(12개국) 이상", "4회(1회) 이상", "4회(분기별 1회)"])
def test_a_second_figure_in_brackets_is_not_passed_over(text: str) -> None:
    with pytest.raises(Mistake, match="not-a-figure"):
        read_quantity(text)


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        ("사천명", "", "not-a-figure"),
        ("미정", "", "not-a-figure"),
        ("", "", "not-a-figure"),
        ("4,000명~5,000명", "", "not-a-figure"),
        ("4,000명(예정)", "", "not-a-figure"),
        ("4 000명", "", "not-a-figure"),
        ("1억 2조원", "", "not-a-figure"),
        ("1조 2,641", "억원", "not-a-figure"),
        ("٤명", "", "not-a-figure"),
        ("1" * (LONGEST + 1), "", "not-a-figure"),
        ("4,00명", "", "bad-thousands"),
        ("40,00,000명", "", "bad-thousands"),
        ("4000,000명", "", "bad-thousands"),
        ("4.000명", "", "bad-thousands"),
        ("1.000.000원", "", "bad-thousands"),
        ("４,０００명", "", "full-width"),
        ("4，000명", "", "full-width"),
        ("76％", "", "full-width"),
        ("“4,000명”", "", "curly-quotes"),
        ("4,000명”", "", "curly-quotes"),
        ("400만", "", "unit-missing-after-scale"),
        ("9,001조원", "", "number-too-large"),
        ("9" * 50, "", "number-too-large"),
        ("1" + "조" * 50 + "원", "", "number-too-large"),
        ("4,000건", "명", "unit-mismatch"),
        ("4", "1,000명", "bad-unit"),
    ],
)
def test_what_cannot_be_read_whole_is_a_mistake(text: str, declared: str, code: str) -> None:
    with pytest.raises(Mistake) as caught:
        read_quantity(text, declared)

    assert caught.value.code == code


def test_a_mistake_says_what_to_type_instead() -> None:
    for text, fixed in (("４,０００명", "4,000명"), ("“4,000명”", "4,000명"), ("７６％", "76%")):
        with pytest.raises(Mistake) as caught:
            read_quantity(text)
        assert caught.value.details["fixed"] == fixed


@pytest.mark.parametrize(("text", "absent"), [("-", Absence.NONE), ("신규", Absence.NEW)])
@pytest.mark.parametrize("unit", ["", "명", "백만원"])
def test_what_is_missing_is_never_nought(text: str, absent: Absence, unit: str) -> None:
    for measured in (True, False):
        value = read_value(text, unit, measured)
        assert (value.absent, value.quantity) == (absent, None)
    assert read_money(text, "백만원") is None


def test_the_last_printed_digit_has_its_worth() -> None:
    assert read_quantity("1조 2,641억원").step == 10**8
    assert read_quantity("1.5조원").step == 10**11
    assert read_quantity("44,443", "백만원").step == 10**6
    assert read_quantity("7.0%").step == 0.1


def test_a_unit_has_a_scale_and_a_base() -> None:
    assert read_unit("백만원") == (10**6, "원")
    assert read_unit("천 명") == (1_000, "명")
    assert read_unit("") == (1, "")
    assert read_unit("%") == (1, "%")


whole_numbers = st.integers(0, 9 * 10**15)
units = st.sampled_from(["명", "원", "개사", "회", "%", "개소", "ha"])


@given(whole_numbers, units)
def test_a_number_written_with_commas_reads_as_itself(number: int, unit: str) -> None:
    assert read_quantity(f"{number:,}{unit}").value == number
    assert read_quantity(f"{number} {unit}").value == number


@given(
    st.decimals(0, 9_000, places=3), st.sampled_from(sorted(SCALES)), units.filter(lambda unit: unit != "%")
)
def test_a_scale_multiplies_exactly(number: Decimal, scale: str, unit: str) -> None:
    if f"{number}".endswith(".000"):
        number = number.to_integral_value()
    expected = number * SCALES[scale]
    if expected > LARGEST:
        return

    assert read_quantity(f"{number:,}{scale}{unit}").value == float(expected)
    assert read_quantity(f"{number:,}", scale + unit).value == float(expected)


@given(st.integers(1, 8_999), st.integers(0, 9_999), st.integers(0, 9_999))
def test_scaled_groups_add_up(trillions: int, hundred_millions: int, ten_thousands: int) -> None:
    found = read_quantity(f"{trillions:,}조 {hundred_millions:,}억 {ten_thousands:,}만원")

    assert found.value == trillions * 10**12 + hundred_millions * 10**8 + ten_thousands * 10**4


@given(st.text(max_size=70), st.sampled_from(["", "명", "백만원", "%"]))
def test_whatever_is_typed_is_a_figure_or_a_mistake(text: str, declared: str) -> None:
    try:
        found = read_quantity(text, declared)
    except Mistake:
        return
    assert abs(found.value) <= LARGEST
    assert found.qualifier in Qualifier


figure_signs = st.text(
    st.sampled_from(list("0123456789,.십백천만억조명개사원% 약연간여△-+~'\"이상")), max_size=70
)


@given(figure_signs, st.sampled_from(["", "명", "백만원"]))
def test_whatever_looks_like_a_figure_is_one_or_a_mistake(text: str, declared: str) -> None:
    try:
        assert abs(read_quantity(text, declared).value) <= LARGEST
    except Mistake as mistake:
        assert mistake.code != ""


def read_what_patterns_may_choke_on() -> None:
    atoms = (
        "1", "1,", "11", "1만", "1 만", " ", "명", "연", "연간", "월", "약 ", "여", "이상", ",111", ".1", "천만", "1,111만 ", "가 ",
    )  # fmt: skip
    for one, other in product(atoms, atoms):
        for last in ("", "!", '"'):
            with_end = (one + other) * LONGEST
            for text in (with_end[: LONGEST - 1] + last, with_end[:10_000] + last):
                try:
                    read_quantity(text)
                except Mistake as mistake:
                    assert len(mistake.details["found"]) <= LONGEST or mistake.code == "full-width"


def test_whatever_is_typed_for_a_figure_comes_to_an_end() -> None:
    comes_to_an_end(read_what_patterns_may_choke_on)
