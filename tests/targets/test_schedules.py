"""Schedules as the report writes them say in which months work is done."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.problems import Mistake
from scorecard.targets.periods import fiscal_year
from scorecard.targets.schedules import LONGEST, read_schedule

GOLDEN = Path(__file__).parent.parent / "golden" / "schedules.txt"
TABLES, RUNNING_TEXT = (
    part.split("\n") for part in GOLDEN.read_text(encoding="utf-8").strip().split("\n---\n")
)


def months(text: str, year: int = 2026, year_begins: int = 1) -> tuple[int, ...]:
    """List the months of work, counted from 1 at the start of the fiscal year."""
    return tuple(offset + 1 for offset in read_schedule(text).months_in(fiscal_year(year, year_begins)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("연중", range(1, 13)),
        ("연중 9월", range(1, 13)),
        ("분기별", range(1, 13)),
        ("연 4회", range(1, 13)),
        ("1~12월", range(1, 13)),
        ("3. ~ 12.", range(3, 13)),
        ("2월, 9월", (2, 9)),
        ("상·하반기", range(1, 13)),
        ("상ㆍ하반기", range(1, 13)),
        ("하반기", range(7, 13)),
        ("3~", range(3, 13)),
        ("11~2월", (1, 2, 11, 12)),
        ("3-4월", (3, 4)),
        ("3분기", (7, 8, 9)),
        ("1/4분기", (1, 2, 3)),
        ("1~2분기", range(1, 7)),
        ("2, 4분기", (4, 5, 6, 10, 11, 12)),
        ("1월, 2분기", (1, 4, 5, 6)),
        ("'26. 3. ~ 12.", range(3, 13)),
        ("'25. 9.~11.", ()),
        ("'25.12.~'26.6.", range(1, 7)),
        ("~'26.4.", (1, 2, 3, 4)),
        ("'26. 7. ~", range(7, 13)),
        ("'26. 5., 9.", (5, 9)),
        ("'26. 9.16.~20.", (9,)),
        ("'26. 하반기", range(7, 13)),
        ("'26. 3월까지", (1, 2, 3)),
        ("'26. 10.(예정)", (10,)),
        ("'23년 ~ '26년", range(1, 13)),
    ],
)
def test_schedules_name_months(text: str, expected: tuple[int, ...]) -> None:
    assert months(text) == tuple(expected)


def test_months_are_counted_from_the_start_of_the_fiscal_year() -> None:
    assert months("3~4월", year_begins=4) == (1, 12)
    assert months("'27. 3.", year_begins=4) == (12,)


@pytest.mark.parametrize("text", [*TABLES, *RUNNING_TEXT])
def test_every_schedule_of_the_report_can_be_read(text: str) -> None:
    assert read_schedule(text).text == text


@pytest.mark.parametrize("text", TABLES)
def test_every_schedule_of_a_target_has_a_month_of_the_year(text: str) -> None:
    assert months(text)


def test_the_report_has_schedules_enough() -> None:
    assert len(TABLES) > 15
    assert len(RUNNING_TEXT) > 100


@pytest.mark.parametrize(
    "text",
    ["가을쯤", "5분기", "수시로", "~", "", ",", "1~2~3월", "'26. 12. ~ '26. 3.", "3월 이전 아니면 5월", "월", "3개월",
     "1" * (LONGEST + 1), " " * 10_000, "1," * 5_000],
)  # fmt: skip
def test_what_is_no_schedule_is_refused(text: str) -> None:
    with pytest.raises(Mistake, match="bad-schedule"):
        read_schedule(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("13월", "13월"), ("연중 13월", "13월"), ("0월", "0월"), ("3. ~ 14.", "14."), ("2월, 00월", "00월"),
        ("3월 99일", "3월99일"), ("2월 30일", "2월30일"), ("4월 31일", "4월31일"), ("3월 0일", "3월0일"),
        ("'26. 2. 29.", "'26.2.29."), ("'26. 1. 5., 2. 29.", "2.29."), ("'26. 9.16.~31.", "31."),
        ("'26. 2. 1.~29.", "29."), ("3월 1일 ~ 4월 31일", "4월31일"), ("~'26. 6. 31.", "'26.6.31."),
        ("'26. 6. 31.까지", "'26.6.31."), ("'26. 1. 1. ~ '27. 2. 29.", "'27.2.29."),
    ],
)  # fmt: skip
def test_a_day_no_calendar_has_is_told(text: str, part: str) -> None:
    with pytest.raises(Mistake, match="no-such-day") as caught:
        read_schedule(text)

    assert caught.value.details == {"found": text, "part": part}


@pytest.mark.parametrize(
    "text",
    ["2월 29일", "'28. 2. 29.", "'27. 12. 1. ~ '28. 2. 29.", "3월 31일", "'26. 9. 28.~30.", "1. 31.~2. 28."],
)
def test_a_day_some_calendar_has_is_one(text: str) -> None:
    assert months(text, 2028) or months(text)


@given(st.text(max_size=20) | st.text(st.sampled_from("'0123456789.~-월일년상하반기분연중/,· "), max_size=20))
def test_whatever_is_typed_names_months_or_is_a_mistake(text: str) -> None:
    try:
        schedule = read_schedule(text)
    except Mistake as mistake:
        assert mistake.code in ("bad-schedule", "no-such-day")
        return
    for year in (2025, 2026):
        found = schedule.months_in(fiscal_year(year, 4))
        assert list(found) == sorted(set(found) & set(range(12)))


@given(st.integers(1, 12), st.integers(1, 12))
def test_from_a_month_to_a_month(first: int, last: int) -> None:
    expected = {
        month
        for month in range(1, 13)
        if (first <= month <= last if first <= last else month >= first or month <= last)
    }

    assert set(months(f"{first}~{last}월")) == expected
    assert set(months(f"{first}. ~ {last}.")) == expected
