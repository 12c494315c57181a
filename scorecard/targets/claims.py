"""What a book says a source says, and how a line of the source bears it out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from scorecard.targets.budgets import Citations
from scorecard.targets.periods import Grain, Period
from scorecard.targets.spots import Path as Steps

Texts = Mapping[str, Sequence[str]]  #: Lines by the id of their source.
Reach = Callable[[Citations, Texts], Iterator[str]]


def cited_lines(citations: Citations, texts: Texts) -> Iterator[str]:
    """Walk over the lines that citations name; a line beyond the end of a text is none."""
    for citation in citations:
        yield from texts.get(citation.source, ())[citation.first - 1 : citation.last]


@attrs.frozen
class Claim:
    """Something the book says a source says."""

    department: str
    path: Steps  #: Where the claim stands in the department's file.
    found: str  #: As the book writes it.
    stands_on: Callable[[str], bool]  #: Whether a line bears it out.
    citations: Citations
    reach: Reach = attrs.field(default=cited_lines)  #: The lines that can bear it out.


def occurs(figure: str, line: str) -> bool:
    """Tell whether a figure stands on a line as a whole: `10명` does not stand on `110명` or `1,210명`."""
    before = r"(?<![\d.,])(?<!\d[.,])" if figure[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if figure[-1:].isdigit() else ""
    return re.search(before + re.escape(figure) + after, line) is not None


_CLOSE_UP = re.compile(r"(?<=\d)(?:\.|년)\s*(?=[\d상하])")


def tells(due: Period, line: str) -> bool:
    """Tell whether a line prints a date: right after its own year, or after none (`'26. 6.`, `~6월`).

    `'27. 6.` does not tell of June 2026. Years before a range or a list are not carried along.
    """
    is_calendar = due.grain in (Grain.MONTH, Grain.DAY)
    year = due.first.year if is_calendar else due.year
    short = f"{year % 100:02}"
    if due.grain in (Grain.YEAR, Grain.SPAN):
        pattern = rf"(?<!\d)(?:{year}|'{short}|{short}년)(?!\d)"
    else:
        pattern = rf"(?:(?<!\d)(?:{year}|{short})\.|(?<![\d.,])){_in_year(due)}"
    return re.search(pattern, _CLOSE_UP.sub(".", line)) is not None


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
