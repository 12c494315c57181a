"""Slices flowed onto pages: what stays together, what is repeated, where a page may end."""

from collections.abc import Iterable, Sequence

import attrs

from scorecard.reports.theme import LEFT
from scorecard.reports.things import Thing, moved

CROWDED = 0.5  # Repeated heads that take more of a page than this are left out.


@attrs.frozen
class Slice:
    """A strip across the page that is never parted; its things count from its upper left corner."""

    height: float
    things: tuple[Thing, ...] = ()


Row = tuple[Slice, ...]  # The lines of one row: parted only if the row is longer than a page.


@attrs.frozen
class Block:
    """Rows that stay together unless they are longer than a page."""

    rows: tuple[Row, ...]
    again: Row = ()  #: Repeated where the block goes on, on another page.
    parting: Row = ()  #: Parts the block from the one above it on the same page.
    under: Row = ()  #: Repeated below the repeated head where the block begins a page: what it belongs to.

    @property
    def height(self) -> float:
        """Tell how high the block is as a whole."""
        return sum(height_of(row) for row in self.rows)


@attrs.frozen
class Section:
    """Blocks under a head; the head is never parted from the first of them."""

    blocks: tuple[Block, ...]
    head: Row = ()
    again: Row = ()  #: Repeated where the section goes on, on another page.
    space: float = 0.0  #: White above, but for the top of a page.
    is_rest: bool = False  #: It goes on from the section above, and so begins a page as where it goes on.


def joined(rows: Iterable[Row]) -> Row:
    """Put the slices of rows together."""
    return tuple(each for row in rows for each in row)


def height_of(slices: Iterable[Slice]) -> float:
    """Tell how high slices are, one below the other."""
    return sum(each.height for each in slices)


@attrs.define
class Pager:
    """Fills pages of one height from top to bottom."""

    height: float
    top: float  #: Where slices begin on each page.
    pages: list[list[Thing]] = attrs.field(factory=lambda: [[]])
    used: float = 0.0

    @property
    def room(self) -> float:
        """Tell how much of this page is left."""
        return self.height - self.used

    def turn(self, again: Sequence[Slice]) -> None:
        """Begin a page with what is repeated."""
        self.pages.append([])
        self.used = 0.0
        if height_of(again) <= CROWDED * self.height:
            self.place(again)

    def place(self, slices: Iterable[Slice]) -> None:
        """Put slices below what is there."""
        for each in slices:
            self.pages[-1].extend(moved(each.things, LEFT, self.top + self.used))
            self.used += each.height

    def add(self, section: Section) -> None:
        """Flow a section on."""
        space = Slice(section.space if self.used else 0.0)
        first, *others = section.blocks
        anew = section.again if section.is_rest else section.head
        self.add_block(first, (space, *section.head), anew, section)
        for block in others:
            anew = (*section.again, *block.under)
            fits = height_of(anew) <= CROWDED * self.height
            self.add_block(block, block.parting, anew if fits else section.again, section)

    def add_block(self, block: Block, lead: Row, anew: Row, section: Section) -> None:
        """Place a block here after its lead, on a new page, or from here over several."""
        if height_of(lead) + block.height <= self.room:
            self.place((*lead, *joined(block.rows)))
        elif self.used and height_of(anew) + block.height <= self.height:
            self.turn(anew)
            self.place(joined(block.rows))
        else:
            self.begin(block, lead, anew)
            self.spread(block, (*section.again, *block.again))

    def begin(self, block: Block, lead: Row, anew: Row) -> None:
        """Place the lead of a block longer than a page where the first row can follow it."""
        if self.used and height_of(lead) + height_of(block.rows[0]) > self.room:
            self.turn(anew)
        else:
            self.place(lead)

    def spread(self, block: Block, again: Row) -> None:
        """Place a block longer than a page row by row."""
        for number, row in enumerate(block.rows):
            if number and height_of(row) > self.room:
                self.turn(again)
            self.place_row(row, again)

    def place_row(self, row: Row, again: Row) -> None:
        """Place a row, line by line if it is longer than a page."""
        for each in row:
            if each.height > self.room:
                self.turn(again)
            self.place((each,))


def flow(sections: Iterable[Section], *, top: float, height: float) -> Pager:
    """Flow sections onto as many pages as they need."""
    pager = Pager(height, top)
    for section in sections:
        if section.blocks:
            pager.add(section)
    return pager
