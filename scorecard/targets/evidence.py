"""Proof that every figure occurs literally on the line its source names.

The text of a source is not part of a project. Where it lies is told by whoever runs the check,
and it is recognised by its sha256, so that line numbers cannot shift unseen.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

import attrs

from scorecard.problems import Problem
from scorecard.targets.measures import Book, BudgetLine, Citations, Indicator, Step, Value
from scorecard.targets.periods import Grain, Period
from scorecard.targets.spots import Path as Steps

LARGEST_SOURCE = 50_000_000
MOST_FILES = 2_000
COLUMNS = ("original", "current", "previous", "spent", "committed")


@attrs.frozen
class Claim:
    """Something the book says a source says."""

    department: str
    path: Steps  #: Where the claim stands in the department's file.
    forms: tuple[str, ...]  #: Any one of these proves it.
    citations: Citations


@attrs.frozen
class Proof:
    """What a search for evidence found."""

    proved: int
    unsourced: int  #: Claims without any citation.
    found: tuple[str, ...]  #: Ids of the sources whose text was found.
    missing: tuple[str, ...]  #: Ids of the cited sources whose text was not.
    problems: tuple[Problem, ...]


def prove(book: Book, folder: Path) -> Proof:
    """Hold every claim of a book against the texts in a folder."""
    texts = find_texts(book, folder)
    proved = unsourced = 0
    problems = []
    cited: set[str] = set()
    for claim in claims_in(book):
        sources = {citation.source for citation in claim.citations}
        cited |= sources
        if not claim.citations:
            unsourced += 1
            continue
        if not sources & texts.keys():
            continue
        # A line beyond the end of a text proves nothing, and is told like a line without the figure.
        lines = list(_cited_lines(claim.citations, texts))
        if any(occurs(form, line) for form in claim.forms for line in lines):
            proved += 1
        else:
            problems.append(_unproved(book, claim))
    return Proof(proved, unsourced, tuple(texts), tuple(sorted(cited - set(texts))), tuple(problems))


def _unproved(book: Book, claim: Claim) -> Problem:
    cited = ", ".join(
        f"{one.source}#{one.first}" + (f"-{one.last}" if one.last > one.first else "")
        for one in claim.citations
    )
    details = {"found": claim.forms[0], "cited": cited}
    return Problem("figure-not-on-line", book.spots[claim.department].find(*claim.path), details)


def find_texts(book: Book, folder: Path) -> dict[str, Sequence[str]]:
    """Find the text of each source by its sha256: source id → lines, composed."""
    wanted = {name: source.sha256.lower() for name, source in book.office.sources.items() if source.sha256}
    texts: dict[str, Sequence[str]] = {}
    for content in _contents_under(folder):
        if len(texts) == len(wanted):
            break
        digest = hashlib.sha256(content).hexdigest()
        for name in (name for name, sha256 in wanted.items() if sha256 == digest):
            text = unicodedata.normalize("NFC", content.decode("utf-8-sig", errors="replace"))
            texts[name] = text.split("\n")
    return texts


def _contents_under(folder: Path) -> Iterator[bytes]:
    """Read the files that can be read and are not too large or too many to be somebody's sources."""
    for path in sorted(islice(folder.rglob("*"), MOST_FILES)):
        with suppress(OSError):
            if path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST_SOURCE:
                yield path.read_bytes()


def _cited_lines(citations: Citations, texts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for citation in citations:
        yield from texts.get(citation.source, ())[citation.first - 1 : citation.last]


def occurs(figure: str, line: str) -> bool:
    """Tell whether a figure stands on a line as a whole: `10명` does not stand on `110명` or `1,210명`."""
    before = r"(?<![\d.,])(?<!\d[.,])" if figure[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)" if figure[-1:].isdigit() else ""
    return re.search(before + re.escape(figure) + after, line) is not None


def claims_in(book: Book) -> Iterator[Claim]:
    """Walk over everything in a book that a source must bear out."""
    for place in book.places():
        for path, forms, citations in _claims_of(place.indicator, place.path):
            yield Claim(place.department.id, path, forms, citations)
    for department in book.departments:
        for p, programme in enumerate(department.programmes):
            for b, line in enumerate(programme.budget):
                for column, form, citations in _money_in(line):
                    yield Claim(department.id, ("programmes", p, "budget", b, column), (form,), citations)


_Forms = tuple[Steps, tuple[str, ...], Citations]


def _claims_of(indicator: Indicator, path: Steps) -> Iterator[_Forms]:
    own: dict[str, Citations] = {"target": indicator.source.target, "actual": indicator.source.actual}
    for kind in ("target", "actual"):
        for period, value in getattr(indicator, kind).items():
            for form in _forms_of(value):
                yield (*path, kind, str(period)), (form,), value.source or own[kind]
    for s, step in enumerate(indicator.steps):
        yield (*path, "steps", s, "due"), _day_forms(step), step.source or indicator.source.target


def _forms_of(value: Value) -> list[str]:
    if value.parts:
        return [part.text for part in value.parts]
    return [] if value.absent else [value.text]


def _money_in(line: BudgetLine) -> Iterator[tuple[str, str, Citations]]:
    for column in COLUMNS:
        money = getattr(line, column)
        if money is not None:
            yield column, money.text, money.source or line.source


def _day_forms(step: Step) -> tuple[str, ...]:
    """List the ways a report prints the date a step is due."""
    due: Period = step.due
    year, short = due.year, f"{due.year % 100:02}"
    if due.grain is Grain.HALF:
        return ("상반기", "상·하반기") if due.part == 1 else ("하반기",)
    if due.grain is Grain.QUARTER:
        return (f"{due.part}분기", f"{due.part}/4")
    if due.grain is Grain.YEAR:
        return (f"{year}", f"'{short}", f"{short}년")
    month = due.first.month
    return (f"{month}월", f"{short}.{month}.", f"{short}. {month}.", f"{month}.", f"~{month}", f"·{month}")
