"""Periods have one written form each and know which days they cover."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.problems import Mistake
from scorecard.targets.periods import FIRST_YEAR, LAST_YEAR, Grain, Period, fiscal_year, read_day, read_period

years = st.integers(FIRST_YEAR + 1, LAST_YEAR - 1)
beginnings = st.integers(1, 12)
written = st.one_of(
    st.builds("{}".format, years),
    st.builds("{}H{}".format, years, st.integers(1, 2)),
    st.builds("{}Q{}".format, years, st.integers(1, 4)),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)).map(date.isoformat),
    st.builds(
        lambda year, more: f"{year}~{year + more}",
        st.integers(FIRST_YEAR, LAST_YEAR - 20),
        st.integers(1, 20),
    ),
)


@pytest.mark.parametrize(
    ("text", "year_begins", "first", "last"),
    [
        ("2026", 1, "2026-01-01", "2026-12-31"),
        ("2026", 4, "2026-04-01", "2027-03-31"),
        ("2026H2", 1, "2026-07-01", "2026-12-31"),
        ("2026H2", 4, "2026-10-01", "2027-03-31"),
        ("2026Q1", 4, "2026-04-01", "2026-06-30"),
        ("2026Q4", 10, "2027-07-01", "2027-09-30"),
        ("2024-02", 1, "2024-02-01", "2024-02-29"),
        ("2026-02", 4, "2026-02-01", "2026-02-28"),
        ("2026-01-31", 4, "2026-01-31", "2026-01-31"),
        ("2023~2026", 1, "2023-01-01", "2026-12-31"),
        ("2023~2026", 4, "2023-04-01", "2027-03-31"),
    ],
)
def test_a_period_knows_its_days(text: str, year_begins: int, first: str, last: str) -> None:
    period = read_period(text, year_begins)

    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


def test_months_and_days_belong_to_the_fiscal_year_they_lie_in() -> None:
    assert read_period("2026-03", 4) == Period(2025, Grain.MONTH, 12, 0, 4)
    assert read_period("2026-04", 4) == Period(2026, Grain.MONTH, 1, 0, 4)
    assert read_period("2026-03-31", 4).year == 2025


@pytest.mark.parametrize(
    "text",
    ["2026년", "26", "'26", "2026-13", "2026-00", "2026-02-30", "2026-1", "2026Q5", "2026H3", "2026q1", "2026 Q1", "2026/1",
     "20260131", "2026상반기", "2026~2026", "2026~2023", "2023 ~ 2026", "2023∼2026", "1949", "2151", "2026~2151", " 2026",
     "２０２６", "٢٠٢٦", "2026-", "", "연중"],
)  # fmt: skip
def test_any_other_form_is_refused(text: str) -> None:
    with pytest.raises(Mistake, match="bad-period") as caught:
        read_period(text)

    assert caught.value.details == {"found": text}


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2025-02-29", "2026-1-31", "2026. 1. 31.", "1949-12-31", "2026-13-01", "어제", ""]
)
def test_a_day_the_calendar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(Mistake, match="bad-day"):
        read_day(text)


@given(written, beginnings)
def test_a_period_is_written_as_it_was_read(text: str, year_begins: int) -> None:
    assert str(read_period(text, year_begins)) == text


@given(written, beginnings)
def test_no_period_ends_before_it_begins(text: str, year_begins: int) -> None:
    period = read_period(text, year_begins)

    assert period.first <= period.last


@given(years, beginnings, st.sampled_from([(Grain.HALF, 2), (Grain.QUARTER, 4), (Grain.MONTH, 12)]))
def test_the_parts_of_a_year_tile_it(year: int, year_begins: int, grain_and_count: tuple[Grain, int]) -> None:
    grain, count = grain_and_count
    whole = fiscal_year(year, year_begins)
    parts = [Period(year, grain, part, 0, year_begins) for part in range(1, count + 1)]

    assert parts[0].first == whole.first
    assert parts[-1].last == whole.last
    assert all(before.last + timedelta(days=1) == after.first for before, after in pairwise(parts))


@given(years, beginnings)
def test_one_year_ends_the_day_before_the_next_begins(year: int, year_begins: int) -> None:
    assert fiscal_year(year, year_begins).last + timedelta(days=1) == fiscal_year(year + 1, year_begins).first


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_period_or_a_mistake(text: str) -> None:
    try:
        assert str(read_period(text)) == text
    except Mistake as mistake:
        assert mistake.code == "bad-period"
