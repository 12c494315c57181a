"""What a book says a source says, and how a line of the source bears it out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from scorecard.frozen import frozen
from scorecard.targets.budgets import Citations
from scorecard.targets.periods import Grain, Period
from scorecard.targets.spots import Path as Steps

Texts = Mapping[str, Sequence[str]]  #: Lines by the id of their source.
Reach = Callable[[Citations, Texts], Iterator[str]]
Span = tuple[int, int]  #: Where on a line something begins and ends; never empty of meaning, so always true.


def cited_lines(citations: Citations, texts: Texts) -> Iterator[str]:
    """Walk over the lines that citations name; a line beyond the end of a text is none."""
    for citation in citations:
        yield from texts.get(citation.source, ())[citation.first - 1 : citation.last]


@frozen
class Claim:
    """Something the book says a source says."""

    department: str
    path: Steps  #: Where the claim stands in the department's file.
    found: str  #: As the book writes it.
    stands_on: Callable[[str], Span | bool | None]  #: Where on a line it stands, or merely whether.
    citations: Citations
    reach: Reach = attrs.field(default=cited_lines)  #: The lines that can bear it out.


def occurs(figure: str, line: str) -> Span | None:
    """Find a figure on a line as a whole: `10명` does not stand on `110명` or `1,210명`."""
    before = r"(?<![\d.,])(?<!\d[.,])" if figure[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if figure[-1:].isdigit() else ""
    found = re.search(before + re.escape(figure) + after, line)
    return found.span() if found else None


_CLOSE_UP = re.compile(r"(?<=\d)(?:\.|년)\s*(?=[\d상하])")


def tells(due: Period, line: str) -> Span | None:
    """Find a date on a line: right after its own year, or after none (`'26. 6.`, `~6월`).

    `'27. 6.` does not tell of June 2026. Years before a range or a list are not carried along.
    """
    is_calendar = due.grain in (Grain.MONTH, Grain.DAY)
    year = due.first.year if is_calendar else due.year
    short = f"{year % 100:02}"
    if due.grain in (Grain.YEAR, Grain.SPAN):
        pattern = rf"(?<!\d)(?:{year}|'{short}|{short}년)(?!\d)"
    else:
        pattern = rf"(?:(?<!\d)(?:{year}|{short})\.|(?<![\d.,])){_in_year(due)}"
    closed, origins = _closed_up(line)
    found = re.search(pattern, closed)
    return (origins[found.start()], origins[found.end()]) if found else None


def _closed_up(line: str) -> tuple[str, list[int]]:
    """Leave no blank within a date, and tell where each letter, and the end, had been."""
    closed, since = "", 0
    origins: list[int] = []
    for gap in _CLOSE_UP.finditer(line):
        closed += line[since : gap.start()] + "."
        origins += range(since, gap.start() + 1)
        since = gap.end()
    return closed + line[since:], [*origins, *range(since, len(line) + 1)]


def _in_year(due: Period) -> str:
    """Give the pattern of a part of a year or a day, without its year."""
    match due.grain:
        case Grain.HALF:
            return "상(?:·하)?반기" if due.part == 1 else "(?:상·|(?<!상·))하반기"
        case Grain.QUARTER:
            return rf"{due.part}(?:분기|/4)"
        case Grain.DAY:
            return rf"0?{due.first.month}(?:\.|월\s?)0?{due.first.day}(?!\d)"
        case _:
            # A day after the month ends in a mark, or else it could be a decimal fraction: `3.1만`.
            range_or_list = r"(?=\s?[~·-]\s?\d{1,2}[.월])"
            return rf"0?{due.first.month}(?:월|\.(?!\d)|\.\d{{1,2}}(?=[.)~])|{range_or_list})"
