"""From a figure to the line of its source: where it is written, what it cites, and that very line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from scorecard.cards.tying import say_cases
from scorecard.problems import Language, Spot
from scorecard.rules.assess import Assessment
from scorecard.rules.roundings import Verdict
from scorecard.rules.tied import of_verdict
from scorecard.rules.tieouts import TieOut
from scorecard.targets.audits import AUDIT_ID
from scorecard.targets.claims import Claim, Span, Texts
from scorecard.targets.evidence import claims_in
from scorecard.targets.formulas import split
from scorecard.targets.measures import Book
from scorecard.targets.spots import Path
from scorecard.wording.phrases import phrase
from scorecard.wording.ties import TIE_PHRASES
from scorecard.wording.tracing import TRACE_PHRASES

_CELL = " │ "  #: Between the cells of a table's row.
_NO_LETTER = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_AROUND = 160  #: Letters shown on either side of a figure; the rest of a long line is left out.


@attrs.frozen
class Quote:
    """A line of a source that a figure cites."""

    source: str
    line: int
    words: str  #: By which a reader of the printed source finds it.
    text: str  #: The whole line.
    mark: Span | None  #: Where the figure stands on it; None: elsewhere, or it cannot be pointed at.


@attrs.frozen
class Trace:
    """The way of one figure."""

    names: tuple[str, ...]  #: Of the line, table, row or step it belongs to; empty: the indicator's own.
    kind: str  #: `목표 2026`, `본예산`.
    figure: str  #: As written.
    spot: Spot  #: In the targets.
    quotes: tuple[Quote, ...]  #: The lines it stands on; if it stands on none, those it cites.
    stands: bool
    ties: int  #: How often it was held against others.
    broken: tuple[str, ...]  #: Each contradiction it is part of, in words.
    claim: Claim


def trace_indicator(assessment: Assessment, row: int, texts: Texts) -> tuple[Trace, ...]:
    """Follow the figures of an indicator, parts left out, then those of its programme's money."""
    place = assessment.facts.places[row]
    path, programme = (place.department.id, *place.path), (place.department.id, *place.path[:2])
    own = [one for one in _below(assessment, path) if one.path[len(place.path)] != "parts"]
    return _traces(assessment, [(own, path), (_money(assessment, programme), programme)], texts)


def trace_programme(assessment: Assessment, owner: int, texts: Texts) -> tuple[Trace, ...]:
    """Follow the figures of a programme's money: its lines, and what else is stated of them."""
    department, programme = assessment.facts.owners[owner]
    path = (department.id, "programmes", department.programmes.index(programme))
    return _traces(assessment, [(_money(assessment, path), path)], texts)


def trace_item(assessment: Assessment, row: int, texts: Texts) -> tuple[Trace, ...]:
    """Follow what an item of the audit says; its kind is proved by a heading that it does not cite."""
    path = (AUDIT_ID, "items", row)
    own = [one for one in _below(assessment, path) if one.path[-1] != "kind"]
    return _traces(assessment, [(own, path)], texts)


def _money(assessment: Assessment, programme: Path) -> list[Claim]:
    """Take what a programme claims besides its indicators."""
    return [one for one in _below(assessment, programme) if one.path[2] != "indicators"]


def _below(assessment: Assessment, path: Path) -> list[Claim]:
    claims = claims_in(assessment.facts.book)
    return [one for one in claims if (one.department, *one.path)[: len(path)] == path]


def _traces(
    assessment: Assessment, groups: Sequence[tuple[list[Claim], Path]], texts: Texts
) -> tuple[Trace, ...]:
    return tuple(
        _trace(assessment, claim, names_of(assessment.facts.book, claim, base), texts)
        for claims, base in groups
        for claim in claims
    )


def _trace(assessment: Assessment, claim: Claim, named: tuple[tuple[str, ...], str], texts: Texts) -> Trace:
    book = assessment.facts.book
    path = (claim.department, *claim.path)
    ties = [tie for tie in assessment.ties if any(path in side.paths for side in tie.sides)]
    quotes = [(claim.stands_on(quote.text), quote) for quote in _quotes(claim, texts)]
    standing = tuple(
        attrs.evolve(quote, mark=span if isinstance(span, tuple) else None) for span, quote in quotes if span
    )
    return Trace(
        names=named[0],
        kind=named[1],
        figure=claim.found,
        spot=book.spots[claim.department].find(*claim.path),
        quotes=standing or tuple(quote for _, quote in quotes),
        stands=bool(standing),
        ties=len(ties),
        broken=tuple(_said(ties, book.office.language)),
        claim=claim,
    )


def _said(ties: Sequence[TieOut], language: Language) -> Iterator[str]:
    for tie in of_verdict(ties, Verdict.CONTRADICTION):
        yield say_cases([tie], language)


def _quotes(claim: Claim, texts: Texts) -> Iterator[Quote]:
    for cited in claim.citations:
        lines = texts.get(cited.source, ())[cited.first - 1 : cited.last]
        for number, line in enumerate(lines, start=cited.first):
            yield Quote(cited.source, number, cited.words, line.rstrip("\r"), None)


def names_of(book: Book, claim: Claim, base: Path) -> tuple[tuple[str, ...], str]:
    """Name what lies on a claim's way below `base`: lines, tables, rows and steps; then its kind and period."""
    thing: object = next((one for one in book.departments if one.id == claim.department), book.office)
    if claim.department == AUDIT_ID:
        thing = book.audit
    names: list[str] = []
    kind: list[str] = []
    columns = ""
    for depth, step in enumerate(claim.path, start=1):
        if isinstance(step, str):
            kind.append(step)
            thing = getattr(thing, step, None)
            continue
        kind.clear()
        if isinstance(thing, str):
            kind += split(columns)[step : step + 1]
        elif isinstance(thing, tuple):
            thing = thing[step]
            columns = getattr(thing, "columns", columns)
            place, name = getattr(thing, "place", ""), getattr(thing, "name", "")
            if depth >= len(base):
                # A part stands in the table of its whole, which was just named.
                names += [one for one in (place if place not in names else "", name) if one]
    if not kind:
        kind += [step for step in claim.path if isinstance(step, str)][-1:]  # One of a plain list.
    return tuple(names), " ".join(_word(step, book.office.language) for step in kind)


def _word(step: str, language: Language) -> str:
    """Say what kind of figure it is; a period stands as written."""
    for key, phrases in ((f"trace-{step}", TRACE_PHRASES), (f"tie-column-{step}", TIE_PHRASES)):
        if key in phrases:
            return phrase(key, language)
    return step


def together(traces: Iterable[Trace]) -> list[list[Trace]]:
    """Gather figures that follow each other on the same lines, so that a line is shown once."""
    return [list(some) for _, some in groupby(traces, key=_lines_of)]


def _lines_of(trace: Trace) -> list[tuple[str, int]]:
    return [(quote.source, quote.line) for quote in trace.quotes]


def marks_of(group: Iterable[Trace], place: int) -> list[Span]:
    """Find the figures of a group on one of its lines; the same figure printed twice is marked twice."""
    marks: list[Span] = []
    for trace in group:
        text, mark = trace.quotes[place].text, trace.quotes[place].mark
        while mark in marks:
            later = trace.claim.stands_on(" " * mark[1] + text[mark[1] :])
            if not isinstance(later, tuple):
                break
            mark = later
        marks += [mark] if mark else []
    return marks


def readable(text: str, marks: Iterable[Span]) -> list[tuple[str, bool]]:
    """Cut a line into pieces, each a figure or not; cells are set apart, and what is far from all figures left out."""
    pieces: list[tuple[str, bool]] = []
    since = 0
    for begins, ends in sorted(set(marks)):
        if begins >= since:
            pieces += [(_in_cells(text[since:begins]), False), (_in_cells(text[begins:ends]), True)]
            since = ends
    pieces.append((_in_cells(text[since:]), False))
    first, last = pieces[0][0].lstrip(_CELL), pieces[-1][0].rstrip(_CELL)
    if len(pieces) == 1:
        return [(_shortened(last.lstrip(_CELL), 2 * _AROUND), False)]
    start = f"… {first[-_AROUND:].partition(' ')[2]}" if len(first) > _AROUND else first
    return [(start, False), *pieces[1:-1], (_shortened(last, _AROUND), False)]


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0]} …"


def _in_cells(text: str) -> str:
    return _NO_LETTER.sub(" ", text.replace("\t", _CELL))
