"""Schedules as the document writes them: `연중`, `1~12월`, `2월, 9월`, `상·하반기`, `'26. 3. ~`.

A schedule says in which months work is done and so when a result may be expected.
"""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from scorecard.frozen import frozen
from scorecard.problems import Mistake
from scorecard.targets.periods import Period


@frozen
class Stretch:
    """Consecutive months of work; without a year they recur every year."""

    first: int | None  #: Calendar month; None: already under way.
    last: int | None  #: Calendar month; None: open-ended.
    first_year: int | None = None
    last_year: int | None = None


@frozen
class Schedule:
    """When work is done, with the words it was written in."""

    text: str
    stretches: tuple[Stretch, ...]

    def months_in(self, year: Period) -> tuple[int, ...]:
        """List the months of a fiscal year with work, counted from 0 at its start."""
        calendar = [_calendar_month(year, offset) for offset in range(12)]
        return tuple(
            offset
            for offset, (of_year, month) in enumerate(calendar)
            if any(_covers(stretch, of_year, month) for stretch in self.stretches)
        )


def _calendar_month(year: Period, offset: int) -> tuple[int, int]:
    since_january = year.year_begins - 1 + offset
    return year.year + since_january // 12, since_january % 12 + 1


def _covers(stretch: Stretch, year: int, month: int) -> bool:
    first_year = stretch.first_year or year
    last_year = stretch.last_year or (year if stretch.last else 9999)
    first, last = stretch.first or 1, stretch.last or 12
    if stretch.first_year is None and stretch.last_year is None and last < first:
        return month >= first or month <= last
    return (first_year, first) <= (year, month) <= (last_year, last)


LONGEST = 120  #: Characters; longer is no schedule.
_LEAP_YEAR = 2024
WHOLE_YEAR = (Stretch(1, 12),)
_WORDS = {
    "연중": WHOLE_YEAR, "수시": WHOLE_YEAR, "상시": WHOLE_YEAR, "연중수시": WHOLE_YEAR, "연중상시": WHOLE_YEAR,
    "분기별": WHOLE_YEAR, "반기별": WHOLE_YEAR, "매월": WHOLE_YEAR, "매분기": WHOLE_YEAR, "매년": WHOLE_YEAR,
}  # fmt: skip
_QUARTERS = {
    f"{quarter}{word}": (3 * quarter - 2, 3 * quarter)
    for quarter in (1, 2, 3, 4)
    for word in ("분기", "/4분기")
}
_PARTS = {"상반기": (1, 6), "하반기": (7, 12), **_QUARTERS}
_ONE_SPELLING = str.maketrans({"·": ",", "ㆍ": ",", "’": "'", "‘": "'", "∼": "~"})
_BY_THE_WAY = ("(예정)", *(f"({weekday})" for weekday in "월화수목금토일"))
_TIMES_A_YEAR = r"(?:연|월|분기별|반기별)[0-9]+회"
_LISTED_QUARTER = re.compile(r"(?<![\d.])([1-4])(?=(?:[~,-][1-4])*[~,-][1-4]분기)")  # The 1 of `1~2분기`.
_POINT = re.compile(
    r"(?:(?P<mark>')(?P<short>[0-9]{2})(?:년|\.|(?=[상하])|$)|(?P<long>[0-9]{4})(?:년|\.|$)|(?P<bare>1[3-9]|[2-9][0-9])(?:년|\.(?=[0-9]{1,2}[.월]|[상하])))?"
    r"(?:(?P<half>[상하]반기|[1-4](?:/4)?분기)|(?P<month>[0-9]{1,2})(?:월|\.|$)?(?:(?P<day>[0-9]{1,2})(?:일|\.|$)?)?)?"
)


@frozen
class _Point:
    year: int | None
    month: int | None
    half: str | None
    day: int | None
    text: str


@lru_cache(maxsize=4096)
def read_schedule(text: str) -> Schedule:
    """Read a schedule; raises a Mistake `bad-schedule` or `no-such-day`."""
    bare = _normal(text[:LONGEST])
    if len(text) > LONGEST:
        raise Mistake("bad-schedule", found=text)
    if bare in _WORDS or (bare.endswith("회") and re.fullmatch(_TIMES_A_YEAR, bare)):
        return Schedule(text, _WORDS.get(bare, WHOLE_YEAR))
    stretches: list[Stretch] = []
    year: int | None = None
    for item in bare.split(","):
        if item:
            stretch = _WORDS[item][0] if item in _WORDS else _read_stretch(item, year, text)
            year = stretch.last_year or year
            stretches.append(stretch)
    if not stretches:
        raise Mistake("bad-schedule", found=text)
    return Schedule(text, tuple(stretches))


def _normal(text: str) -> str:
    """Drop what carries no meaning here: blanks, weekdays, 중; bring `까지` and `이후` to `~`."""
    bare = "".join(unicodedata.normalize("NFC", text).split()).translate(_ONE_SPELLING)
    bare = bare.replace("상,하반기", "상반기,하반기")
    if bare.startswith("연중") and bare[2:3].isdigit():  # Two lines of one cell: `연중` above `9월`.
        bare = f"연중,{bare[2:]}"
    for said in _BY_THE_WAY if "(" in bare else ():
        bare = bare.replace(said, "")
    if bare.endswith(("월중", ".중", "기중")):
        bare = bare[:-1]
    bare = _LISTED_QUARTER.sub(r"\1분기", bare)
    if bare.endswith(("월이후", ".이후", "월부터", ".부터")):
        bare = f"{bare[:-2]}~"
    return f"~{bare[:-2]}" if bare.endswith("까지") else bare


def _read_stretch(item: str, year: int | None, text: str) -> Stretch:
    """Read `A`, `A~B`, `A~` or `~B`; a later item without a year keeps the year before it."""
    sides = item.replace("-", "~").split("~")
    if len(sides) > 2 or not any(sides):
        raise Mistake("bad-schedule", found=text)
    first = _read_point(sides[0], text) if sides[0] else None
    if first and len(sides) == 1:
        return _stretch(first, first, year, text)
    last = (
        _read_point(sides[1], text, in_days=first is not None and first.day is not None) if sides[1] else None
    )
    return _stretch(first, last, year, text)


def _read_point(side: str, text: str, *, in_days: bool = False) -> _Point:
    """Read a month with or without year and day; `20.` after a day is a day of the same month."""
    found = _POINT.fullmatch(side)
    if in_days and re.fullmatch(r"[0-9]{1,2}(일|\.)?", side):
        return _Point(None, None, None, int(re.sub(r"\D", "", side)), side)
    if not found or not any(found.groups()):
        raise Mistake("bad-schedule", found=text)
    short, long = found["short"] or found["bare"], found["long"]
    year = 2000 + int(short) if short else int(long) if long else None
    month = int(found["month"]) if found["month"] else None
    if month is not None and not 1 <= month <= 12:
        raise Mistake("no-such-day", found=text, part=side)
    return _Point(year, month, found["half"], int(found["day"]) if found["day"] else None, side)


def _stretch(first: _Point | None, last: _Point | None, year: int | None, text: str) -> Stretch:
    """Join two points: what the second leaves unsaid is taken from the first."""
    since = _edge(first, 0) if first else None
    until = _edge(last, 1) if last else None
    if last is not None and last.month is None and last.half is None and last.day is not None:
        until = since
    first_year = (first.year if first else None) or year
    last_year = (last.year if last else None) or (first_year if until else None)
    for point, month, its_year in ((first, since, first_year), (last, until, last_year)):
        if point and month and point.day is not None:
            _check_day(point, date(its_year or _LEAP_YEAR, month, 1), text)
    if first is None and last is not None:
        first_year = None
    if since and until and (first_year or 0, since) > (last_year or 0, until) and first_year is not None:
        raise Mistake("bad-schedule", found=text)
    return Stretch(since, until, first_year, last_year)


def _check_day(point: _Point, month: date, text: str) -> None:
    """Refuse a day its month does not have; without a year February has 29."""
    try:
        month.replace(day=point.day or 0)
    except ValueError:
        raise Mistake("no-such-day", found=text, part=point.text) from None


def _edge(point: _Point, side: int) -> int:
    """Tell the month a point begins (0) or ends (1) with; a year alone is the whole year."""
    if point.half:
        return _PARTS[point.half][side]
    return point.month or (1, 12)[side]
