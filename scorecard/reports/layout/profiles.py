"""The strips of target quality on a department's page: a line a target, a mark a property."""

from scorecard.cards.strips import Strip, StripTable
from scorecard.problems import Language
from scorecard.reports.layout.cells import Cell, paragraph, rule_slice, stack
from scorecard.reports.layout.fitting import keep_ends
from scorecard.reports.layout.indicators import sunk
from scorecard.reports.layout.paging import Block, Row, Section, Slice
from scorecard.reports.layout.paragraphs import heading, resumed
from scorecard.reports.marks.standings import STANDINGS
from scorecard.reports.marks.statuses import REST
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import INK, RULE, SMALL, SMALL_SOFT, WIDTH
from scorecard.reports.things import write
from scorecard.reports.wrapping import Run

GAP = 4.0
NAME, MARK = 0.30, 0.05375  #: Of the width; how far it reaches takes the rest.
PARTING = (rule_slice(RULE, 0.3),)


def lay_out_profiles(table: StripTable, language: Language) -> Section:
    """Lay out the strips of a department; without any, a section without blocks."""
    if not table.rows:
        return Section(())
    heads = lay_out_heads(table.heads)
    blocks = keep_ends([Block((lay_out_strip(row),), parting=PARTING) for row in table.rows])
    title = heading(table.title)
    said = [
        *paragraph([Run(table.legend, SMALL_SOFT)], 0.0, WIDTH),
        *paragraph([Run(table.alike, SMALL)], 0.0, WIDTH),
    ]
    again = (*resumed(table.title, language), *heads)
    return Section(blocks, (*title, *stack([said], SMALL, below=4.0), *heads), again, space=16.0)


def centres(count: int) -> list[float]:
    """Tell where the marks of some properties stand."""
    left, step = WIDTH * NAME + GAP, WIDTH * MARK - 2 * GAP / max(count, 1)
    return [left + step * (place + 0.5) for place in range(count)]


def reach_at(count: int) -> float:
    """Tell where the words on how far a target reaches begin, right of the marks of some properties."""
    return WIDTH * (NAME + MARK * count)


def lay_out_heads(heads: tuple[str, ...]) -> Row:
    """Set the heads, those of the marks centred over them."""
    name, *properties, reach = heads
    left = reach_at(len(properties))
    cells: list[Cell] = [paragraph([Run(name, SMALL_SOFT)], 0.0, WIDTH * NAME)]
    for words, x in zip(properties, centres(len(properties)), strict=True):
        lines = words.split(" ") if text_width(words, SMALL_SOFT) > WIDTH * MARK else [words]
        cells.append([write(line, SMALL_SOFT, x, 0.0, "centre") for line in lines])
    cells.append(paragraph([Run(reach, SMALL_SOFT)], left, WIDTH - left))
    return (*stack(sunk(cells), SMALL, below=1.5), rule_slice(INK, 0.7), Slice(2.0))


def lay_out_strip(strip: Strip) -> Row:
    """Set one target: its name, a mark for each property, and how far it reaches in words."""
    y, left = -REST * SMALL.points, reach_at(len(strip.standings))
    marks = [
        thing
        for standing, x in zip(strip.standings, centres(len(strip.standings)), strict=True)
        for thing in STANDINGS[standing](x, y)
    ]
    cells: list[Cell] = [
        paragraph([Run(strip.name, SMALL)], 0.0, WIDTH * NAME),
        [tuple(marks)],
        paragraph([Run(strip.reach, SMALL)], left, WIDTH - left),
    ]
    return stack(cells, SMALL, above=1.0, below=1.0)
