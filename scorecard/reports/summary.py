"""The edition in Markdown: what a pull request or a mail shows."""

import re
from collections.abc import Iterator

from scorecard.cards.card import DepartmentCard, DepartmentLine, Edition, Note
from scorecard.cards.sheets import SheetTable
from scorecard.wording.phrases import phrase


def summary_text(edition: Edition) -> str:
    """Write an edition's message, departments, gravest findings, gaps and closing sheets."""
    return "\n".join(_lines(edition)).rstrip("\n") + "\n"


def _lines(edition: Edition) -> Iterator[str]:
    office = edition.office
    yield f"# {plain(office.name)} · {plain(edition.title)}"
    yield ""
    if edition.sample:
        yield f"**{plain(edition.sample)}**"
        yield ""
    yield _paragraph(f"{edition.day} · {edition.source}")
    yield ""
    yield _paragraph(office.headline)
    yield ""
    yield " · ".join(
        f"**{plain(tile.label)}** {plain(f'{tile.value} {tile.detail}'.strip())}" for tile in office.tiles
    )
    yield ""
    yield from _table(edition)
    yield ""
    if office.scores:
        yield from _scores(office.scores)
        yield ""
    if office.gravest:
        yield f"## {plain(office.gravest_title)}"
        yield ""
        yield from (_finding(note) for note in office.gravest)
        yield ""
    gaps = [line for card in edition.departments for line in _gaps(card)]
    if gaps:
        yield f"## {phrase('summary-gaps', edition.language)}"
        yield ""
        yield from gaps
        yield ""
    if edition.sheets:
        yield f"## {phrase('summary-sheets', edition.language)}"
        yield ""
        yield from (f"- **{plain(sheet.title)}** {plain(sheet.headline)}" for sheet in edition.sheets)


def _table(edition: Edition) -> Iterator[str]:
    office = edition.office
    yield "| " + " | ".join(plain(head) for head in office.heads) + " |"
    yield "| --- | ---: | ---: | ---: | --- | --- | ---: | ---: |"
    for line in office.lines:
        yield "| " + " | ".join(plain(cell) for cell in _cells(line)) + " |"


def _cells(line: DepartmentLine) -> tuple[str, ...]:
    statuses = " · ".join(f"{tally.word} {tally.count}" for tally in line.tallies)
    findings = f"{line.high} / {line.medium} / {line.low}"
    return (line.name, line.targets, line.comparable, line.start, statuses, findings,
            line.coverage_count_text, line.coverage_budget_text)  # fmt: skip


def _scores(table: SheetTable) -> Iterator[str]:
    yield f"## {plain(table.title)}"
    yield ""
    yield plain(table.words)
    yield ""
    yield "| " + " | ".join(plain(column.head) for column in table.columns) + " |"
    yield "| " + " | ".join("---:" if column.align == "right" else "---" for column in table.columns) + " |"
    for row in table.rows:
        yield "| " + " | ".join(plain(cell) for cell in row.cells) + " |"


def _finding(note: Note) -> str:
    said = " ".join(part for part in (note.message, f"→ {note.action}") if part)
    return f"{note.number}. **{plain(note.title)}** ({plain(note.severity_word)}) {plain(note.where)}: {plain(said)}"


def _gaps(card: DepartmentCard) -> Iterator[str]:
    if card.uncovered:
        listed = ", ".join(f"{one.name}({one.budget})" for one in card.uncovered)
        yield f"- **{plain(card.name)}** {plain(card.uncovered_title)}: {plain(listed)}"


def _paragraph(text: str) -> str:
    """Keep a line from being read as a list: `2026. 1. 31.` would begin three."""
    return re.sub(r"^(\d+)(?=[.)])|^(?=[-+=])", r"\1\\", plain(text))


def plain(text: str) -> str:
    """Make one line of a text and keep whatever stands in the data from being read as Markdown or HTML."""
    escaped = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_~$\[\]|#])", r"\\\1", escaped)
