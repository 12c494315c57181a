"""`scorecard show`: the scorecard in the terminal."""

import sys
import unicodedata
from os import environ
from typing import TYPE_CHECKING

import click

from scorecard.cli.columns import filled, parted
from scorecard.cli.project import Asked, judge, refuse
from scorecard.likeness import likest
from scorecard.problems import Problem, Spot
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from scorecard.cards.card import (
        AuditCard,
        BudgetTable,
        DepartmentCard,
        Edition,
        Group,
        Note,
        OfficeCard,
        Row,
    )
    from scorecard.cards.sheets import SheetTable, Tile
    from scorecard.problems import Language


@click.command("show")
@click.argument("department", required=False)
@click.pass_obj
def command(asked: Asked, department: str | None) -> None:
    """스코어카드를 터미널에 보인다. 부서를 적지 않으면 실·국 전체.

    The scorecard in the terminal: the office, or one department by its file name or printed name.

    \b
    scorecard show
    scorecard show jobs-policy
    """
    from rich.console import Console

    from scorecard.cards.assemble import assemble

    edition = assemble(judge(asked))
    # A pipe has no width of its own; eighty columns would break every name.
    width = None if sys.stdout.isatty() or "COLUMNS" in environ else _WIDE
    console = Console(width=width, highlight=False, emoji=False, markup=False, legacy_windows=False)
    card = None if department is None else _find(asked, department, edition)
    room = console.width
    for part in _office(edition, room) if card is None else _department(edition, card, room):
        console.print(part)


_WIDE = 120
_NARROW = 100  #: Below it a bar of letters would break every name; its per cent stands alone.


def _find(asked: Asked, department: str, edition: "Edition") -> "DepartmentCard":  # noqa: RET503
    """Find a department by id or printed name."""
    wanted = unicodedata.normalize("NFC", department)
    for card in edition.departments:
        if wanted in (card.id, card.name):
            return card
    known = [name for card in edition.departments for name in (card.id, card.name)]
    details = {"found": wanted, "nearest": likest(wanted, known)}
    refuse(asked, [Problem("unknown-department", Spot("show", 0, 0), details)])


def _office(edition: "Edition", room: int) -> "list[RenderableType]":
    card: OfficeCard = edition.office
    rows = [
        (line.name, line.targets, line.comparable, line.start,
         " ".join(f"{tally.word} {tally.count}" for tally in line.tallies),
         f"{line.high}/{line.medium}/{line.low}", line.coverage_count_text, line.coverage_budget_text)
        for line in card.lines
    ]  # fmt: skip
    table = filled(card.heads, rows, room, numbers=(1, 2, 3, 6, 7), yielding=4)
    gravest = [card.gravest_title, *map(_note, card.gravest), ""] if card.gravest else []
    return [*_head(edition, card.name, card.headline, card.tiles), table, "", *_scores(card.scores),
            *gravest, *_budget(card.budget, edition.language, room), "", *(f"{sheet.title}: {sheet.headline}" for sheet in edition.sheets),
            edition.source]  # fmt: skip


def _department(edition: "Edition", card: "DepartmentCard", room: int) -> "list[RenderableType]":
    from scorecard.reports.words import FINDINGS

    narrow, language = room < _NARROW, edition.language
    reported = any(row.actual for group in card.groups for row in group.rows)
    groups = [
        (_title(group), [_cells(row, reported=reported, narrow=narrow) for row in group.rows])
        for group in card.groups
    ]
    table = parted(card.heads, groups, room, numbers=(1, 2, 3, *((4,) if reported else ())))
    moving = [line for group in card.groups for row in group.rows for line in _motion(row)]
    uncovered = ", ".join(f"{one.name}({one.budget})" for one in card.uncovered)
    gaps = [f"{card.uncovered_title}: {uncovered}"] if card.uncovered else []
    found = [_bold(FINDINGS[language]), *map(_note, card.notes), ""] if card.notes else []
    return [*_head(edition, card.name, card.headline, card.tiles), *table, *moving, *([""] if moving else []),
            *_scores(card.scores), *found, *gaps, *([card.exempt] if card.exempt else []), *_audit(card.audit), "",
            *_budget(card.budget, language, room), "", *_legend(card, language, narrow=narrow), edition.source]  # fmt: skip


def _title(group: "Group") -> str:
    """Name a programme, what it costs, and the findings about it."""
    notes = f"[{_numbers(group.notes)}]" if group.notes else ""
    return "  ".join(filter(None, (group.name, group.detail, notes)))


def _legend(card: "DepartmentCard", language: "Language", *, narrow: bool) -> "Iterator[str]":
    """Say what the letters of bars and steps mean."""
    _, before, target, *_ = card.heads
    rows = [row for group in card.groups for row in group.rows]
    if rows and not narrow:
        yield phrase("show-bars", language, before=before, target=target)
    if any(row.steps for row in rows):
        yield phrase("show-steps", language)


def _audit(card: "AuditCard | None") -> "list[RenderableType]":
    """Tell what the council's audit asked for, and what of it is open."""
    if card is None:
        return []
    items = [
        f"  {item.subject} ({item.state}: {item.next_step}) {_numbers(item.notes)}".rstrip()
        for item in card.open
    ]
    told = f" ({card.told})" if card.told else ""
    return ["", _bold(f"{card.title}{told}"), *(items or [f"  {card.none_open}"])]


def _head(edition: "Edition", name: str, headline: str, tiles: "tuple[Tile, ...]") -> "list[RenderableType]":
    summary = "   ".join(f"{tile.label} {tile.value} {tile.detail}".rstrip() for tile in tiles)
    sample = [_bold(edition.sample)] if edition.sample else []
    return [*sample, _bold(name), f"{edition.title} · {edition.day}", headline, "", summary, ""]


def _bold(words: str) -> "RenderableType":
    from rich.text import Text

    return Text(words, style="bold")


def _table(heads: "tuple[str, ...]", numbers: tuple[int, ...]) -> "Table":  # type: ignore[name-defined]  # noqa: F821
    from rich.box import HORIZONTALS
    from rich.table import Table

    table = Table(box=HORIZONTALS, pad_edge=False, show_edge=False, header_style="bold")
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place in numbers else "left", overflow="fold")
    return table


def _motion(row: "Row") -> "Iterator[str]":
    """Tell below the table how a row moves, its steps, and who set its status by hand."""
    steps = ", ".join(
        " ".join(filter(None, (_STEPS[step.state.value], step.name, step.when, step.detail)))
        for step in row.steps
    )
    for words in (row.motion, steps, row.override):
        if words:
            yield f"  {row.name}: {words}"


_STEPS = {"done": "[v]", "late_done": "[v]", "late": "[!]", "coming": "[ ]"}
_FULL, _WIDTH = 1.5, 15  #: The bar shows up to 150 %, one letter for 10 %.


def _cells(row: "Row", *, reported: bool, narrow: bool) -> list[str]:
    actual = [row.actual or "–"] if reported else []
    name = f"{'    ' if row.depth else '  '}{row.name}"
    return [name, row.previous, row.target, *actual, row.change, _bar(row, narrow=narrow), row.status_word,
            _numbers(row.notes)]  # fmt: skip


def _bar(row: "Row", *, narrow: bool) -> str:
    """Draw a bullet in letters: `=` previous, `#` actual, `|` the target."""
    bullet = row.bullet
    if bullet.previous is None and bullet.actual is None:
        return bullet.words
    if narrow:
        return row.start
    letters = []
    for place in range(_WIDTH):
        upto = (place + 0.5) / _WIDTH * _FULL
        filled = "#" if (bullet.actual or 0) > upto else "=" if (bullet.previous or 0) > upto else " "
        letters.append(filled)
    letters.insert(round(_WIDTH / _FULL), "|")
    return f"{''.join(letters)} {row.start}"


def _numbers(notes: tuple[int, ...]) -> str:
    return " ".join(str(number) for number in notes)


def _note(note: "Note") -> str:
    said = f": {note.message}" if note.message else ""
    return f"{note.number:>3} [{note.severity_word}] {note.title} - {note.where}{said} → {note.action}"


def _scores(scores: "SheetTable | None") -> "list[RenderableType]":
    if scores is None:
        return []
    numbers = tuple(place for place, column in enumerate(scores.columns) if column.align == "right")
    table = _table(tuple(column.head for column in scores.columns), numbers)
    for row in scores.rows:
        name, *cells = row.cells
        table.add_row(_bold(name) if row.strong else f"{'  ' * row.depth}{name}", *cells)
    return [f"{scores.title} {scores.unit}", scores.words, table, ""]


def _budget(budget: "BudgetTable", language: "Language", room: int) -> "list[RenderableType]":
    from scorecard.reports.words import SPENDING

    if not budget.rows:
        return []
    rows = [(one.name, one.original, one.current, one.previous, one.spent, one.rate) for one in budget.rows]
    table = filled(budget.heads, rows, room, numbers=(1, 2, 3, 4, 5), yielding=0)
    return [_bold(f"{SPENDING[language]} {budget.unit}"), table]
