"""Proof that every figure, and the day every step is due, occurs literally on the line its source names.

The text of a source is not part of a project. Where it lies is told by whoever runs the check,
and it is recognised by its sha256, so that line numbers cannot shift unseen.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Problem
from scorecard.targets.audit_evidence import audit_claims
from scorecard.targets.budgets import BudgetLine, Citations, Printed, Rate, Statement
from scorecard.targets.claims import Claim, occurs, tells
from scorecard.targets.further_evidence import further_claims
from scorecard.targets.measures import Book, Indicator, Value
from scorecard.targets.revising import Absence
from scorecard.targets.spots import Path as Steps

LARGEST_SOURCE = 50_000_000
MOST_FILES = 2_000
COLUMNS = ("original", "current", "previous", "spent", "spent_rate", "committed")


@frozen
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
        lines = list(claim.reach(claim.citations, texts))
        if any(map(claim.stands_on, lines)):
            proved += 1
        else:
            problems.append(unproved(book, claim))
    return Proof(proved, unsourced, tuple(texts), tuple(sorted(cited - set(texts))), tuple(problems))


def unproved(book: Book, claim: Claim) -> Problem:
    """Make a problem of a claim that its source does not bear out."""
    cited = ", ".join(
        f"{one.source}#{one.first}" + (f"-{one.last}" if one.last > one.first else "")
        for one in claim.citations
    )
    details = {"found": claim.found, "cited": cited}
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


def claims_in(book: Book) -> Iterator[Claim]:
    """Walk over everything in a book that a source must bear out."""
    for place in book.places():
        yield from _claims_of(place.indicator, place.department.id, place.path)
    for department in book.departments:
        for p, programme in enumerate(department.programmes):
            for b, line in enumerate(programme.budget):
                for column, figure, citations in _money_in(line):
                    yield _claim(department.id, ("programmes", p, "budget", b, column), figure, citations)
    for owner, path, statement in book.stated():
        for column, figure in _printed_in(statement):
            yield _claim(owner, (*path, column), figure, statement.source)
    yield from audit_claims(book)
    yield from further_claims(book)


def _claim(department: str, path: Steps, figure: str, citations: Citations) -> Claim:
    return Claim(department, path, figure, partial(occurs, figure), citations)


def _claims_of(indicator: Indicator, department: str, path: Steps) -> Iterator[Claim]:
    own: dict[str, Citations] = {"target": indicator.source.target, "actual": indicator.source.actual}
    for kind in ("target", "actual"):
        for period, value in getattr(indicator, kind).items():
            for figure in _figures_of(value):
                yield _claim(department, (*path, kind, str(period)), figure, value.source or own[kind])
    for s, step in enumerate(indicator.steps):
        place, citations = (*path, "steps", s, "due"), step.source or own["target"]
        yield Claim(department, place, str(step.due), partial(tells, step.due), citations)


def _figures_of(value: Value) -> list[str]:
    if value.parts:
        return [part.text for part in value.parts]
    if value.quantity and value.quantity.fraction:
        return [side.strip() for side in value.text.split("/")]
    return [] if value.absent else [value.text]


def _money_in(line: BudgetLine) -> Iterator[tuple[str, str, Citations]]:
    for column in COLUMNS:
        printed = getattr(line, column)
        if isinstance(printed, Rate):
            yield column, printed.text, line.source
        elif printed is not None:
            yield column, printed.text, printed.source or line.source


def _printed_in(statement: Statement) -> Iterator[tuple[str, str]]:
    for field in attrs.fields(Statement):
        printed = getattr(statement, field.name)
        if isinstance(printed, Printed | Rate) and printed.text != Absence.NONE.value:
            yield field.name, printed.text
