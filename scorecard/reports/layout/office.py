"""The first pages: all departments side by side, the gravest findings, the budget."""

from collections.abc import Iterable

import attrs

from scorecard.cards.card import DepartmentLine, Edition, Note, OfficeCard, Tally
from scorecard.problems import Language
from scorecard.reports.layout.budgets import lay_out_budget
from scorecard.reports.layout.cells import Cell, CellLine, paragraph, rule_slice, stack
from scorecard.reports.layout.frame import lay_out_pages
from scorecard.reports.layout.indicators import head_cell, sunk
from scorecard.reports.layout.paging import Block, Row, Section, Slice
from scorecard.reports.layout.paragraphs import lay_out_headline, lay_out_notes, lay_out_tiles
from scorecard.reports.layout.sheets import lay_out_table
from scorecard.reports.marks.bars import STEPS, Scale, draw_bullet, draw_share, has_bars
from scorecard.reports.marks.severities import badge_width, draw_badge
from scorecard.reports.marks.statuses import REST, draw_strip, strip_part, strip_widths
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import ACTUAL, BODY, INK, RULE, SMALL, SMALL_SOFT, WIDTH, Style
from scorecard.reports.things import Page, moved, write
from scorecard.reports.wrapping import Run, wrap_words
from scorecard.wording.terms import Severity, Status, term

GAP = 9.0
NAME_MOST = 110.0  # That bars give way to.
BAR_LEAST = 46.0
BAR, START, STRIP, SHARE, SHARE_TEXT = 74.0, 30.0, 84.0, 27.0, 27.0
COUNT_LEAST, COUNT_MOST = 22.0, 44.0
GRADES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)  # Those that are counted.
PARTING = (rule_slice(RULE, 0.4),)
BADGE = 16.0  # For each of them.


@attrs.frozen
class Grid:
    """Where the columns of the office table stand: left edges, but for counts and starts."""

    name: float  #: Width of the names.
    counts: tuple[tuple[float, float], ...]  #: Where targets and comparables end, and their widths.
    scale: Scale
    start: float  #: Where the per cent ends.
    strip: float
    findings: float
    shares: tuple[float, float]


def make_grid(card: OfficeCard) -> Grid:
    """Place the columns from the right; names get what is left."""
    shares = (WIDTH - 2 * (SHARE + SHARE_TEXT) - GAP, WIDTH - SHARE - SHARE_TEXT)
    findings = shares[0] - GAP - 3 * BADGE
    strip = findings - GAP - strip_room(card.lines)
    start = strip - GAP
    targets, comparable = count_widths(card)
    room = start - START - targets - comparable - 3 * GAP
    bar = max(min(BAR, room - name_width(card)), BAR_LEAST)
    scale = Scale(start - START - bar, start - START)
    right = scale.left - GAP
    left = right - comparable - GAP
    counts = ((left, targets), (right, comparable))
    return Grid(room - bar, counts, scale, start, strip, findings, shares)


def name_width(card: OfficeCard) -> float:
    """Tell how wide the longest word of a name is, within a limit: no name is broken but between words."""
    words = (word for line in card.lines for word in line.name.split())
    return min(max((text_width(word, BODY) for word in words), default=0.0), NAME_MOST)


def count_widths(card: OfficeCard) -> tuple[float, float]:
    """Tell how wide the two columns of counts are: as their longest word needs, within limits."""
    cells = ([line.targets for line in card.lines], [line.comparable for line in card.lines])
    first, second = (
        min(max(widest(head, SMALL), widest(" ".join(column), BODY), COUNT_LEAST), COUNT_MOST)
        for head, column in zip(card.heads[1:3], cells, strict=True)
    )
    return first, second


def widest(words: str, style: Style) -> float:
    """Tell the width of the widest of some words."""
    return max((text_width(word, style) for word in words.split()), default=0.0)


def strip_room(lines: Iterable[DepartmentLine]) -> float:
    """Tell how wide strips are: as usual, unless the numbers of one need more."""
    return max([STRIP, *(sum(strip_widths(line.tallies, 0.0)) for line in lines)])


def lay_out_office(edition: Edition) -> tuple[Page, ...]:
    """Lay out the office's own pages in reading order."""
    card = edition.office
    sections = (
        lay_out_headline(card.headline),
        lay_out_tiles(card.tiles),
        lay_out_lines(card, edition.language),
        *(lay_out_table(card.scores, edition.language) if card.scores else ()),
        lay_out_notes(with_actions_once(card.gravest), card.gravest_title, edition.language),
        lay_out_budget(card.budget, edition.language),
    )
    return lay_out_pages(card.name, edition, sections)


def with_actions_once(notes: Iterable[Note]) -> list[Note]:
    """Leave out what to do where a finding above said it already of the same kind."""
    said: set[tuple[str, str]] = set()
    kept = []
    for note in notes:
        again = (note.rule, note.action) in said
        said.add((note.rule, note.action))
        kept.append(attrs.evolve(note, action="") if again else note)
    return kept


def lay_out_lines(card: OfficeCard, language: Language) -> Section:
    """Lay out the table of departments, with the meaning of its strips below."""
    if not card.lines:
        return Section(())
    grid = make_grid(card)
    head = lay_out_heads(card.heads, grid)
    blocks = [Block((lay_out_line(line, grid),), parting=PARTING) for line in card.lines]
    key = Block((lay_out_key(card.lines, language),))
    return Section((*blocks, key), head, head, space=12.0)


def lay_out_heads(heads: tuple[str, ...], grid: Grid) -> Row:
    """Set the heads of the columns, standing on one line."""
    name, targets, comparable, start, statuses, findings, count, budget = heads
    # Small words, beside right-aligned ones: they may use most of the gap.
    cells: list[Cell] = [head_cell(name, 0.0, grid.name + GAP - 3.0)]
    for words, (right, wide) in zip((targets, comparable), grid.counts, strict=True):
        lines = wrap_words(words, SMALL_SOFT, wide)
        cells.append([write(line, SMALL_SOFT, right, 0.0, "right") for line in lines])
    marks = tuple(
        text for step, words in STEPS
        for text in write(words, SMALL_SOFT, grid.scale.at(step), 0.0, "centre" if step else "left")
    )  # fmt: skip
    cells.append([*head_cell(start, grid.scale.left, grid.start - grid.scale.left), marks])
    cells.append(head_cell(statuses, grid.strip, grid.findings - GAP - grid.strip))
    cells.append(head_cell(findings, grid.findings, 3 * BADGE))
    cells += [
        head_cell(words, x, SHARE + SHARE_TEXT) for words, x in zip((count, budget), grid.shares, strict=True)
    ]
    return (*stack(sunk(cells), SMALL, below=1.5), rule_slice(INK, 0.7), Slice(2.0))


def lay_out_line(line: DepartmentLine, grid: Grid) -> Row:
    """Set one department across the columns."""
    cells: list[Cell] = [paragraph([Run(line.name, BODY)], 0.0, grid.name)]
    for words, (right, wide) in zip((line.targets, line.comparable), grid.counts, strict=True):
        cells.append([write(part, BODY, right, 0.0, "right") for part in wrap_words(words, BODY, wide)])
    cells += [lay_out_bar(line, grid), [write(line.start, SMALL, grid.start, 0.0, "right")]]
    cells.append([draw_strip(line.tallies, grid.strip, grid.findings - GAP - grid.strip, 0.0)])
    cells.append([lay_out_findings(line, grid.findings)])
    cells.append([(*lay_out_share(line.coverage_count, line.coverage_count_text, grid.shares[0]),
                   *lay_out_share(line.coverage_budget, line.coverage_budget_text, grid.shares[1]))])  # fmt: skip
    return stack(cells, BODY, above=3.0, below=3.0)


def lay_out_bar(line: DepartmentLine, grid: Grid) -> Cell:
    """Draw the median start of a department, or say why there is none."""
    bullet = line.bullet
    if bullet.words and not has_bars(bullet):
        return paragraph([Run(bullet.words, SMALL_SOFT)], grid.scale.left, grid.scale.right - grid.scale.left)
    return [draw_bullet(bullet, grid.scale, -REST * BODY.points)]


def lay_out_findings(line: DepartmentLine, x: float) -> CellLine:
    """Write the counts of findings into the marks of their severities; a dash for none."""
    counts = zip(GRADES, (line.high, line.medium, line.low), strict=True)
    things: CellLine = ()
    for place, (severity, count) in enumerate(counts):
        centre = x + (place + 0.5) * BADGE - 1.0
        if count:
            badge = draw_badge(str(count), severity, centre - badge_width(str(count)) / 2, 0.0)
            things = (*things, *badge)
        else:
            things = (*things, *write("–", SMALL_SOFT, centre, 0.0, "centre"))
    return things


def lay_out_share(share: float | None, words: str, x: float) -> CellLine:
    """Draw a share as a thin bar with its per cent."""
    bar = draw_share(share, Scale(x, x + SHARE, 1.0), -REST * BODY.points, ACTUAL)
    return (*bar, *write(words, SMALL, x + SHARE + SHARE_TEXT, 0.0, "right"))


def lay_out_key(lines: Iterable[DepartmentLine], language: Language) -> Row:
    """Say what the shades of the strips and the shapes of the findings mean."""
    entries = [
        (strip_part(status, 0.0, 9.0, -REST * SMALL.points), word) for status, word in statuses_of(lines)
    ]
    entries += [(draw_badge("", grade, 0.0, 0.0), term(grade, language)) for grade in GRADES]
    things: CellLine = ()
    x = 0.0
    for place, (mark, word) in enumerate(entries):
        x += 16.0 if place == len(entries) - len(GRADES) else 0.0
        things = (*things, *moved(mark, x, 0.0), *write(word, SMALL_SOFT, x + 12.5, 0.0))
        x += 12.5 + text_width(word, SMALL) + 9.0
    return stack([[things]], SMALL, above=4.0)


def statuses_of(lines: Iterable[DepartmentLine]) -> list[tuple[Status, str]]:
    """List the statuses that occur, best first, each with its word."""
    tallies: dict[Status, Tally] = {tally.status: tally for line in lines for tally in line.tallies}
    return [(status, tallies[status].word) for status in Status if status in tallies]
