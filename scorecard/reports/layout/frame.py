"""What stands on every page: name and edition above, legend, source and number below."""

from collections.abc import Iterable

import attrs

from scorecard.cards.card import Edition
from scorecard.problems import Language
from scorecard.reports.layout.cells import Cell, paragraph, rule_slice, stack
from scorecard.reports.layout.fitting import fill_pages
from scorecard.reports.layout.paging import Row, Section, Slice, height_of
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import (
    BODY_BOLD,
    BOTTOM,
    INK,
    LEFT,
    PAPER,
    RIGHT,
    RULE,
    SMALL,
    SMALL_SOFT,
    TITLE,
    TOP,
    WIDTH,
)
from scorecard.reports.things import Page, Shape, Thing, moved, rectangle, write
from scorecard.reports.words import FOLIO
from scorecard.reports.wrapping import Run

FOLIO_ROOM = 84.0  # Kept free for the number of the page.


def lay_out_head(name: str, edition: Edition) -> Row:
    """Set the name at the left, the edition and its day at the right, a warning above both."""
    right = " · ".join(filter(None, (edition.title, edition.day)))
    wide = text_width(right, SMALL_SOFT)
    aside = wide <= WIDTH / 2
    cells: list[Cell] = [paragraph([Run(name, TITLE)], 0.0, WIDTH - (wide + 16.0 if aside else 0.0))]
    if aside:
        cells.append([write(right, SMALL_SOFT, WIDTH, 0.0, "right")])
    below = () if aside else stack([paragraph([Run(right, SMALL_SOFT)], 0.0, WIDTH)], SMALL)
    return (*lay_out_sample(edition.sample), *stack(cells, TITLE), *below, Slice(5.0))


def lay_out_sample(words: str) -> Row:
    """Frame the sentence that says the data are made up; real data have none."""
    lines = stack([paragraph([Run(words, BODY_BOLD)], 8.0, WIDTH - 16.0)], BODY_BOLD, above=3.0, below=3.0)
    if not lines:
        return ()
    frame = Shape(rectangle(0.0, 0.0, WIDTH, height_of(lines)), PAPER, INK, 1.2)
    first, *others = lines
    return (attrs.evolve(first, things=(frame, *first.things)), *others, Slice(8.0))


def lay_out_foot(edition: Edition) -> Row:
    """Set legend and source under a rule, leaving room for the number."""
    lines = [
        line for words in (edition.legend, edition.source)
        for line in paragraph([Run(words, SMALL_SOFT)], 0.0, WIDTH - FOLIO_ROOM)
    ]  # fmt: skip
    return (rule_slice(RULE, 0.6), Slice(3.0), *stack([lines or [()]], SMALL))


def set_slices(slices: Iterable[Slice], y: float) -> list[Thing]:
    """Put slices one below the other, from `y`."""
    things: list[Thing] = []
    for each in slices:
        things.extend(moved(each.things, LEFT, y))
        y += each.height
    return things


def lay_out_pages(name: str, edition: Edition, sections: Iterable[Section]) -> tuple[Page, ...]:
    """Flow sections between head and foot onto as many pages as they need."""
    head, foot = lay_out_head(name, edition), lay_out_foot(edition)
    top, end = TOP + height_of(head), BOTTOM - height_of(foot)
    bodies = fill_pages(sections, top=top, height=end - top - 8.0)
    above, below = set_slices(head, TOP), set_slices(foot, end)
    return tuple(Page((*above, *body, *below)) for body in bodies)


def number_page(page: Page, number: int, pages: int, language: Language) -> Page:
    """Write the number of a page at its foot."""
    words = FOLIO[language].format(page=number, pages=pages)
    return Page((*page.things, *write(words, SMALL, RIGHT, BOTTOM - 2.4, "right")))
