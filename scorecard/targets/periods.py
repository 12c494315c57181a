"""Periods as the document writes them: years, halves, quarters, months, days and spans of years."""

import re
from datetime import date
from enum import Enum
from functools import lru_cache, total_ordering

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Mistake


class Grain(Enum):
    """How long a period is."""

    SPAN = "span"  #: Several years, counted together.
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"  #: The state on that day.


_GRAINS = tuple(Grain)
_MONTHS = {Grain.YEAR: 12, Grain.HALF: 6, Grain.QUARTER: 3, Grain.MONTH: 1}


@frozen
@total_ordering
class Period:
    """A stretch of time in fiscal terms; `year` and `part` count from the fiscal year's start."""

    year: int  #: Fiscal year; of a span the last one.
    grain: Grain = Grain.YEAR
    part: int = 1  #: Which half, quarter or month of the year, from 1; of a day its ordinal.
    since: int = 0  #: First year of a span, else 0.
    year_begins: int = 1  #: Month the fiscal year begins in.

    def __lt__(self, other: "Period") -> bool:
        return self._rank < other._rank

    @property
    def _rank(self) -> tuple[int, ...]:
        return self.year, _GRAINS.index(self.grain), self.part, self.since, self.year_begins

    @property
    def first(self) -> date:
        """First day."""
        if self.grain is Grain.DAY:
            return date.fromordinal(self.part)
        if self.grain is Grain.SPAN:
            return self._month_start(self.since, 0)
        return self._month_start(self.year, (self.part - 1) * _MONTHS[self.grain])

    @property
    def last(self) -> date:
        """Last day."""
        if self.grain is Grain.DAY:
            return date.fromordinal(self.part)
        months = 12 if self.grain is Grain.SPAN else self.part * _MONTHS[self.grain]
        return date.fromordinal(self._month_start(self.year, months).toordinal() - 1)

    @property
    def months(self) -> tuple[int, int]:
        """First month and the one after the last, counted from 0 at the fiscal year's start; not of a day."""
        length = _MONTHS.get(self.grain, 12)
        return (self.part - 1) * length, self.part * length

    @property
    def is_part(self) -> bool:
        """Tell whether it is a half, a quarter or a month: what a year is the sum of."""
        return self.grain in (Grain.HALF, Grain.QUARTER, Grain.MONTH)

    def holds(self, other: "Period") -> bool:
        """Tell whether another period lies wholly within this one."""
        return self.first <= other.first and other.last <= self.last

    def _month_start(self, year: int, months: int) -> date:
        since_january = self.year_begins - 1 + months
        return date(year + since_january // 12, since_january % 12 + 1, 1)

    def __str__(self) -> str:
        match self.grain:
            case Grain.YEAR:
                return f"{self.year}"
            case Grain.SPAN:
                return f"{self.since}~{self.year}"
            case Grain.HALF:
                return f"{self.year}H{self.part}"
            case Grain.QUARTER:
                return f"{self.year}Q{self.part}"
            case Grain.MONTH:
                return f"{self.first:%Y-%m}"
        return self.first.isoformat()


FORMS = re.compile(
    r"(?P<year>[0-9]{4})(?:"
    r"|H(?P<half>[12])|Q(?P<quarter>[1-4])"
    r"|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"
    r"|~(?P<until>[0-9]{4}))"
)
FIRST_YEAR, LAST_YEAR = 1950, 2150


@lru_cache(maxsize=4096)
def read_period(text: str, year_begins: int = 1) -> Period:
    """Read a period as it stands as a key: `2026`, `2026H1`, `2026Q1`, `2026-01`, `2026-01-31`, `2023~2026`.

    Halves and quarters count from the month the fiscal year begins in; months and days are the
    calendar's. Each period has one form only, so that no two keys of a mapping are the same period.
    Raises a Mistake `bad-period`.
    """
    found = FORMS.fullmatch(text)
    if not found:
        raise Mistake("bad-period", found=text)
    year = int(found["year"])
    _check_year(year, text)
    if found["until"]:
        return _read_span(year, int(found["until"]), text, year_begins)
    if found["month"]:
        return _read_calendar(text, found["day"] is not None, year_begins)
    if found["half"]:
        return Period(year, Grain.HALF, int(found["half"]), 0, year_begins)
    if found["quarter"]:
        return Period(year, Grain.QUARTER, int(found["quarter"]), 0, year_begins)
    return Period(year, Grain.YEAR, 1, 0, year_begins)


def _check_year(year: int, text: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Mistake("bad-period", found=text)


def _read_span(since: int, until: int, text: str, year_begins: int) -> Period:
    _check_year(until, text)
    if until <= since:
        raise Mistake("bad-period", found=text)
    return Period(until, Grain.SPAN, 1, since, year_begins)


def _read_calendar(text: str, is_day: bool, year_begins: int) -> Period:
    try:
        day = read_day(text if is_day else f"{text}-01")
    except Mistake:
        raise Mistake("bad-period", found=text) from None
    months = day.month - year_begins
    year = day.year if months >= 0 else day.year - 1
    if is_day:
        return Period(year, Grain.DAY, day.toordinal(), 0, year_begins)
    return Period(year, Grain.MONTH, months % 12 + 1, 0, year_begins)


MONTHS = 12


@lru_cache(maxsize=4096)
def month_share(year: Period, day: date) -> tuple[float, ...]:
    """Tell how much of each month of a fiscal year has gone by at the end of a day, from 0 to 1."""
    shares = []
    for part in range(1, MONTHS + 1):
        month = attrs.evolve(year, grain=Grain.MONTH, part=part)
        days = (month.last - month.first).days + 1
        shares.append(min(max(((day - month.first).days + 1) / days, 0.0), 1.0))
    return tuple(shares)


def fiscal_year(year: int, year_begins: int = 1) -> Period:
    """Make the period of a whole fiscal year."""
    return Period(year, Grain.YEAR, 1, 0, year_begins)


_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def read_day(text: str) -> date:
    """Read a day, `2026-01-31`; raises a Mistake `bad-day` for one the calendar does not have."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise Mistake("bad-day", found=text)
    year, month, day = (int(part) for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Mistake("bad-day", found=text)
    try:
        return date(year, month, day)
    except ValueError:
        raise Mistake("bad-day", found=text) from None
