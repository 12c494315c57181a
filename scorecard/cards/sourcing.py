"""The last sheet: where the figures come from, what was held against what, and what does not agree."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from scorecard.cards.sheets import Sheet, SheetColumn, SheetRow, SheetTable, Tile
from scorecard.cards.tying import count_ties, say_tie
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.roundings import Verdict
from scorecard.rules.tied import of_verdict
from scorecard.rules.tieouts import Kind, TieOut
from scorecard.targets.claims import Claim
from scorecard.targets.evidence import Proof, claims_in
from scorecard.targets.measures import OFFICE_ID, Book
from scorecard.wording.numbers import NOTHING, grouped, written_date
from scorecard.wording.phrases import phrase

ID = "sources"
_SHORT = 12  #: Digits of a sha256 that are printed.


@attrs.frozen
class Count:
    """What is known of the figures of one file, or of all."""

    figures: int
    sourced: int  #: Those that name a source.
    tied: int  #: Those held against another figure.
    twice: int  #: Those held against others at least twice.
    ties: int
    contradictions: int
    cut: int  #: Tie-outs that agree only if a figure was cut off.


def sources_sheet(assessment: Assessment, proof: Proof | None = None) -> Sheet | None:
    """Gather the sheet; a proof tells what the texts of the sources bear out. No figures, no sheet."""
    book, ties = assessment.facts.book, assessment.ties
    language = book.office.language
    claims = list(claims_in(book))
    if not claims:
        return None
    whole = _count(claims, ties)
    return Sheet(
        id=ID,
        title=phrase("sources-title", language),
        headline=_headline(whole, proof, language),
        tiles=_tiles(whole, proof, language),
        tables=(
            _broken(book, ties, Verdict.CONTRADICTION),
            _broken(book, ties, Verdict.TRUNCATED),
            _endings(ties, language),
            _sources(book, claims, proof),
            _files(book, claims, ties),
        ),
        foot=phrase("sources-proved" if proof else "sources-unproved", language),
    )


def _count(claims: Sequence[Claim], ties: Sequence[TieOut]) -> Count:
    """Count the figures of claims; ties may be more than theirs."""
    verdicts = count_ties(ties)
    held = Counter(path for tie in ties for path in {path for side in tie.sides for path in side.paths})
    times = [held[claim.department, *claim.path] for claim in claims]
    return Count(
        figures=len(claims),
        sourced=sum(bool(claim.citations) for claim in claims),
        tied=sum(n >= 1 for n in times),
        twice=sum(n >= 2 for n in times),
        ties=len(ties),
        contradictions=verdicts[Verdict.CONTRADICTION.value],
        cut=verdicts[Verdict.TRUNCATED.value],
    )


def _headline(whole: Count, proof: Proof | None, language: Language) -> str:
    """Say how far the figures can be trusted."""
    everything = whole.sourced == whole.figures
    count = {field: grouped(value) for field, value in attrs.asdict(whole).items()}
    sentences = [phrase("sources-all" if everything else "sources-some", language, **count)]
    if proof:
        whole_proved = proof.proved == whole.figures
        key = "sources-headline-proved-all" if whole_proved else "sources-headline-proved"
        sentences.append(phrase(key, language, n=grouped(proof.proved)))
    if not whole.ties:
        sentences.append(phrase("sources-no-ties", language))
    elif whole.contradictions:
        sentences.append(phrase("sources-contradictions", language, **count))
    else:
        sentences.append(phrase("sources-agreeing", language, **count))
    return " ".join(sentences)


def _tiles(whole: Count, proof: Proof | None, language: Language) -> tuple[Tile, ...]:
    twice = phrase("sources-tile-twice", language, n=grouped(whole.twice))
    cut = phrase("sources-tile-cut", language, n=grouped(whole.cut)) if whole.cut else ""
    values = (
        ("figures", grouped(whole.figures), ""),
        ("sourced", grouped(whole.sourced), ""),
        ("proof", grouped(proof.proved) if proof else phrase("sources-not-proved", language), ""),
        ("tied", grouped(whole.tied), twice),
        ("ties", grouped(whole.ties), ""),
        ("contradictions", grouped(whole.contradictions), cut),
    )
    return tuple(
        Tile(phrase(f"sources-tile-{key}", language), value, detail) for key, value, detail in values
    )


def _broken(book: Book, ties: Sequence[TieOut], verdict: Verdict) -> SheetTable:
    """List the tie-outs that ended in one way, file by file: both places and the difference."""
    language = book.office.language
    these = of_verdict(ties, verdict)
    shares = (("what", 4.2, False), ("one", 4.0, False), ("other", 4.0, False), ("apart", 1.6, True))
    rows: list[SheetRow] = []
    for file, name in _named(book):
        ours = [tie for tie in these if tie.path[0] == file]  # The widest first.
        if ours:
            rows.append(SheetRow((name, "", "", ""), strong=True))
            rows += [_broken_row(tie, language) for tie in ours]
    title = phrase(f"tie-{verdict.value}", language, n=len(these)) if these else ""
    unit = phrase("sources-as-printed", language) if these else ""
    return SheetTable(title, unit, _columns(shares, language), tuple(rows))


def _broken_row(tie: TieOut, language: Language) -> SheetRow:
    said = say_tie(tie, language)
    one, other = (f"{side.text} · {side.place}" for side in said.sides)
    return SheetRow((said.title, one, other, said.apart), depth=1)


def _endings(ties: Sequence[TieOut], language: Language) -> SheetTable:
    """Count how tie-outs ended, by what was held against what."""
    shares = (("kind", 5.0, False), *((verdict.value, 1.6, True) for verdict in Verdict), ("all", 1.2, True))
    kinds = [(kind, [tie for tie in ties if tie.kind is kind]) for kind in Kind]
    rows = [_ending(phrase(f"tie-kind-{kind.value}", language), some) for kind, some in kinds if some]
    if rows:
        rows.append(attrs.evolve(_ending(phrase("total", language), ties), strong=True))
    words = phrase("sources-rounding" if ties else "tie-none", language)
    return SheetTable(phrase("sources-endings", language), "", _columns(shares, language), tuple(rows), words)


def _ending(words: str, ties: Sequence[TieOut]) -> SheetRow:
    return SheetRow((words, *(grouped(n) for n in count_ties(ties).values()), grouped(len(ties))))


def _sources(book: Book, claims: Iterable[Claim], proof: Proof | None) -> SheetTable:
    """List the sources by how they can be recognised, and how many figures name each."""
    language = book.office.language
    cited = Counter(source for claim in claims for source in {one.source for one in claim.citations})
    shares = (
        ("source", 4.0, False), ("issuer", 2.6, False), ("date", 1.4, False), ("cited", 1.3, True),
        ("sha256", 2.3, False), ("proof", 1.5, False),
    )  # fmt: skip
    rows = []
    for name, source in book.office.sources.items():
        proved = phrase("sources-found", language) if proof and name in proof.found else NOTHING
        date = written_date(source.date, language)
        sha256 = source.sha256.lower()[:_SHORT]
        cells = (source.title, source.issuer, date, grouped(cited[name]), sha256, proved)
        rows.append(SheetRow(tuple(cell or NOTHING for cell in cells)))
    words = "" if rows else phrase("sources-none", language)
    return SheetTable(phrase("sources-list", language), "", _columns(shares, language), tuple(rows), words)


def _files(book: Book, claims: Sequence[Claim], ties: Sequence[TieOut]) -> SheetTable:
    """Count by department; the totals printed of the whole office have a line of their own."""
    language = book.office.language
    shares = (
        ("department", 2.9, False), ("figures", 1.1, True), ("sourced", 1.3, True), ("tied", 1.3, True),
        ("twice", 1.3, True), ("ties", 1.1, True), ("contradictions", 1.5, True), ("cut", 1.5, True),
    )  # fmt: skip
    rows = []
    for file, name in _named(book):
        ours = [claim for claim in claims if claim.department == file]
        theirs = [tie for tie in ties if tie.path[0] == file]
        # A total is held against figures of other files; its own line counts it once.
        if ours or theirs:
            rows.append(_file_row(name, ours, ties, theirs))
    rows.append(attrs.evolve(_file_row(phrase("total", language), claims, ties, ties), strong=True))
    return SheetTable(phrase("sources-files", language), "", _columns(shares, language), tuple(rows))


def _file_row(
    name: str, claims: Sequence[Claim], ties: Sequence[TieOut], theirs: Sequence[TieOut]
) -> SheetRow:
    figures, checked = _count(claims, ties), _count((), theirs)
    counts = (
        figures.figures, figures.sourced, figures.tied, figures.twice,
        checked.ties, checked.contradictions, checked.cut,
    )  # fmt: skip
    return SheetRow((name, *(grouped(n) for n in counts)))


def _named(book: Book) -> Iterator[tuple[str, str]]:
    """Walk over the files of a book in printed order, each with the name of whose it is."""
    names = {OFFICE_ID: book.office.office, **{one.id: one.name for one in book.departments}}
    yield from names.items()
    for file in book.spots:
        if file not in names:
            yield file, phrase(f"sources-file-{file}", book.office.language)


def _columns(shares: Iterable[tuple[str, float, bool]], language: Language) -> tuple[SheetColumn, ...]:
    """Make columns by key, share of the width, and whether they hold figures."""
    return tuple(
        SheetColumn(phrase(f"sources-head-{key}", language), share, "right" if figures else "left")
        for key, share, figures in shares
    )
