"""Pages filled well: a last page of a few lines is saved by setting all lines closer, or gets a whole table."""

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from scorecard.reports.layout.paging import Block, Row, Section, Slice, flow
from scorecard.reports.things import Thing, moved

THIN: Final = 1 / 3  #: A last page that is filled less is better saved.
WHOLE: Final = 0.8  #: Of a page, that a table may take and still be moved as a whole.
CLOSER: Final = (
    0.97,
    0.94,
    0.91,
    0.88,
)  #: Of the usual distance between lines; the first that saves the page.
ENDS: Final = 3  #: Rows of a table that stay together at its beginning and at its end.


def fill_pages(sections: Iterable[Section], *, top: float, height: float) -> list[list[Thing]]:
    """Flow sections onto pages, and once more if a few lines would have the last page for themselves."""
    sections = [section for section in sections if section.blocks]
    pager = flow(sections, top=top, height=height)
    count = len(pager.pages)
    if count == 1 or pager.used > THIN * height:
        return pager.pages
    for share in CLOSER:
        saved = flow((set_closer(section, share) for section in sections), top=top, height=height)
        if len(saved.pages) < count:
            return saved.pages
    *others, last = sections
    if sum(block.height for block in last.blocks) <= WHOLE * height:
        whole = flow((*others, attrs.evolve(last, blocks=(together(last.blocks),))), top=top, height=height)
        if len(whole.pages) == count:
            return whole.pages
    return pager.pages


def set_closer(section: Section, share: float) -> Section:
    """Set all lines of a section closer; what they hold keeps its size."""
    blocks = tuple(
        Block(
            tuple(closer(row, share) for row in block.rows),
            closer(block.again, share),
            closer(block.parting, share),
            closer(block.under, share),
        )
        for block in section.blocks
    )
    head, again = closer(section.head, share), closer(section.again, share)
    return Section(blocks, head, again, section.space * share, section.is_rest)


def closer(row: Row, share: float) -> Row:
    """Take the same white away above and below what a slice holds."""
    return tuple(
        Slice(each.height * share, moved(each.things, 0.0, each.height * (share - 1) / 2)) for each in row
    )


def keep_ends(blocks: Sequence[Block], least: int = ENDS) -> tuple[Block, ...]:
    """Keep the first rows of a table together, and the last: none stands alone under its heads."""
    if len(blocks) < 2 * least:
        return (together(blocks),) if blocks else ()
    return (together(blocks[:least]), *blocks[least:-least], together(blocks[-least:]))


def together(blocks: Sequence[Block]) -> Block:
    """Make one block of some that follow each other, with what parts them."""
    first, *others = blocks
    rows = (
        ((*block.parting, *row) if not place else row)
        for block in others
        for place, row in enumerate(block.rows)
    )
    return attrs.evolve(first, rows=(*first.rows, *rows))
