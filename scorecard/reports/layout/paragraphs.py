"""The running text of a sheet: headline, tiles, findings, programmes without a target."""

from collections.abc import Iterable, Sequence

import attrs

from scorecard.cards.card import DepartmentCard, Note, Uncovered
from scorecard.cards.sheets import Tile
from scorecard.problems import Language
from scorecard.reports.layout.cells import Cell, paragraph, rule_slice, stack
from scorecard.reports.layout.paging import Block, Row, Section, Slice
from scorecard.reports.marks.severities import badge_width, draw_badge
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import (
    BODY,
    BODY_BOLD,
    LEAD,
    LEAD_BOLD,
    RULE,
    SMALL,
    SMALL_SOFT,
    WIDTH,
)
from scorecard.reports.things import write
from scorecard.reports.words import CONTINUED
from scorecard.reports.wrapping import Run, even_width

TILE_GAP = 11.0  # At least; most strips leave far more.
NOTE_LEFT = 18.0  # Where the words of a finding begin, right of its number.


def lay_out_headline(words: str) -> Section:
    """Set the message of the page; no word or two stand on a last line of their own."""
    rows = stack([paragraph([Run(words, LEAD)], 0.0, even_width([Run(words, LEAD)], WIDTH))], LEAD)
    return Section((Block((rows,)),) if rows else ())


def lay_out_tiles(tiles: Sequence[Tile]) -> Section:
    """Set the summary strip between two rules, in as many lines as it needs."""
    blocks = [
        Block(((*((Slice(6.0),) if place else ()), *lay_out_strip(strip)),))
        for place, strip in enumerate(strips_of(tiles))
    ]
    last = Block(((rule_slice(RULE, 0.6, 5.0),),))
    return Section((*blocks, last), (rule_slice(RULE, 0.6), Slice(4.0)), space=9.0) if blocks else Section(())


def strips_of(tiles: Sequence[Tile]) -> list[list[Tile]]:
    """Fill as few strips with tiles as hold them, none much longer than the others."""
    fewest = filled(tiles, WIDTH)
    widths = [tile_width(tile) for tile in tiles]
    lengths = sorted(
        length
        for first in range(len(tiles))
        for last in range(first, len(tiles))
        if (length := sum(widths[first : last + 1]) + TILE_GAP * (last - first)) <= WIDTH
    )
    even = (filled(tiles, length + 0.01) for length in lengths if length >= max(widths, default=0.0))
    return next((strips for strips in even if len(strips) <= len(fewest)), fewest)


def filled(tiles: Sequence[Tile], most: float) -> list[list[Tile]]:
    """Fill strips of at most some width, each with as many tiles as fit."""
    strips: list[list[Tile]] = []
    x = most + TILE_GAP
    for tile in tiles:
        wide = tile_width(tile) + TILE_GAP
        if x + wide > most + TILE_GAP:
            strips.append([])
            x = 0.0
        strips[-1].append(tile)
        x += wide
    return strips


def tile_width(tile: Tile) -> float:
    """Tell the width of a tile, at most that of the page."""
    value = text_width(tile.value, LEAD_BOLD) + (
        4.0 + text_width(tile.detail, SMALL_SOFT) if tile.detail else 0.0
    )
    return min(max(text_width(tile.label, SMALL_SOFT), value), WIDTH)


def lay_out_strip(tiles: Sequence[Tile]) -> Row:
    """Spread tiles over the width, label above figure."""
    left_over = WIDTH - sum(tile_width(tile) for tile in tiles)
    gap = min(left_over / max(len(tiles) - 1, 1), 60.0)
    labels: list[Cell] = []
    values: list[Cell] = []
    x = 0.0
    for tile in tiles:
        wide = tile_width(tile)
        labels.append(paragraph([Run(tile.label, SMALL_SOFT)], x, wide))
        values.append(paragraph([Run(tile.value, LEAD_BOLD), Run(tile.detail, SMALL_SOFT)], x, wide))
        x += wide + gap
    return (*stack(labels, SMALL), *stack(values, LEAD))


def lay_out_notes(notes: Iterable[Note], title: str, language: Language) -> Section:
    """Set numbered findings under a heading."""
    blocks = tuple(Block((lay_out_note(note),)) for note in notes)
    return Section(blocks, heading(title), resumed(title, language), space=16.0)


def heading(words: str, remark: str = "") -> Row:
    """Set the heading of a section on a light rule, with a remark at the right."""
    wide = WIDTH - text_width(remark, SMALL_SOFT) - 8.0
    cells: list[Cell] = [paragraph([Run(words, BODY_BOLD)], 0.0, wide)]
    cells.append([write(remark, SMALL_SOFT, WIDTH, 0.0, "right")])
    return (*stack(cells, BODY, below=2.0), rule_slice(RULE, 0.6), Slice(4.0))


def resumed(words: str, language: Language, remark: str = "") -> Row:
    """Set the heading of a section once more where it goes on, with its remark."""
    wide = WIDTH - text_width(remark, SMALL_SOFT) - 8.0
    runs = [Run(words, BODY_BOLD), Run(CONTINUED[language], SMALL_SOFT)]
    cells: list[Cell] = [paragraph(runs, 0.0, wide), [write(remark, SMALL_SOFT, WIDTH, 0.0, "right")]]
    return stack(cells, BODY, below=3.0)


def lay_out_note(note: Note) -> Row:
    """Set a finding: its number, what it is, where, the sentence and what to do."""
    number = str(note.number)
    runs = [
        Run(note.title, BODY_BOLD),
        Run(" · ".join(filter(None, (note.severity_word, note.where))), SMALL_SOFT, gap=6.0),
        Run(note.message, BODY, gap=6.0),
        Run(f"→ {note.action}" if note.action else "", BODY),
    ]
    left = max(NOTE_LEFT, badge_width(number) + 6.0)
    cells = [[draw_badge(number, note.severity, 0.0, 0.0)], paragraph(runs, left, WIDTH - left)]
    return stack(cells, BODY, below=2.5)


def lay_out_uncovered(card: DepartmentCard, language: Language) -> Section:
    """Set the programmes without a measurable target as one flowing list, and those that need none below it."""
    title = card.uncovered_title
    listed = running(uncovered_runs(card.uncovered), heading(title), again=resumed(title, language))
    exempt = running([Run(card.exempt, SMALL_SOFT)], (), space=4.0)
    if not listed.blocks or not exempt.blocks:
        return listed if listed.blocks else exempt
    first, *others = exempt.blocks
    return attrs.evolve(
        listed,
        blocks=(*listed.blocks, attrs.evolve(first, parting=(Slice(exempt.space),)), *others),
    )


def uncovered_runs(uncovered: Sequence[Uncovered]) -> list[Run]:
    """List names with their money and their targets in words, parted by dots."""
    runs: list[Run] = []
    for place, each in enumerate(uncovered):
        money = f"({each.budget})" if each.budget else ""
        words = f"‘{each.words}’" if each.words else ""
        dot = "·" if place < len(uncovered) - 1 else ""
        runs += [Run(each.name, BODY), Run(" ".join(filter(None, (money, words, dot))), SMALL_SOFT)]
    return runs


def running(runs: Sequence[Run], head: Row, *, again: Row = (), space: float = 16.0) -> Section:
    """Let a paragraph run on; at least two of its lines stay together on either side of a page's end."""
    lines = stack([paragraph(runs, 0.0, WIDTH)], BODY)
    if not lines:
        return Section(())
    if len(lines) <= 3:
        return Section((Block((lines,)),), head, again, space)
    parts = (lines[:2], *((line,) for line in lines[2:-2]), lines[-2:])
    return Section(tuple(Block((part,)) for part in parts), head, again, space)
