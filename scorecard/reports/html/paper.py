"""The printed pages of an edition as SVG, each drawn when a browser first asks for it.

They are byte for byte those that `scorecard build` writes. What has not changed since the edition
before is not drawn again.
"""

from functools import cached_property
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from typing import TYPE_CHECKING

import attrs

from scorecard.cards.card import Edition
from scorecard.reports.things import Page

if TYPE_CHECKING:
    from scorecard.reports.documents import Document
    from scorecard.reports.printing import Press

_ONE_AT_A_TIME = RLock()  # The settings of matplotlib are global.


@attrs.define(slots=False, eq=False)
class Paper:
    """The pages of one edition."""

    edition: Edition
    former: "Paper | None" = None  #: Of the edition before; let go of once this one is laid out.
    drawn: dict[Page, bytes] = attrs.field(factory=dict, init=False)
    _place: "TemporaryDirectory[str] | None" = attrs.field(default=None, init=False)  # Of the fonts.

    @cached_property
    def documents(self) -> "dict[str, Document]":
        """Lay out everything that is printed, by the names of the documents."""
        from scorecard.reports.documents import make_documents
        from scorecard.reports.glyphs import mend

        with _ONE_AT_A_TIME:
            return {each.name: each for each in make_documents(mend(self.edition)[0])}

    def count(self, document: str) -> int:
        """Count the pages of a document; there may be no such document."""
        found = self.documents.get(document)
        return len(found.pages) if found else 0

    def svg(self, document: str, place: int) -> bytes:
        """Draw a page, from 1, or take it from those drawn before."""
        page = self.documents[document].pages[place - 1]
        with _ONE_AT_A_TIME:
            press = self._press
            if page not in self.drawn:
                self.drawn[page] = _draw(page, press)
            return self.drawn[page]

    @cached_property
    def _press(self) -> "Press":
        """Take over the fonts of the edition before, and its pages that are still so, where it uses the same letters."""
        from scorecard.reports.documents import characters_of
        from scorecard.reports.printing import Press

        former, self.former = self.former, None
        characters = characters_of(self.documents.values())
        if former is None or not former.drawn or former._press.characters != characters:
            place = TemporaryDirectory(prefix="scorecard-", ignore_cleanup_errors=True)
            self._place = place
            return Press(characters, Path(place.name))
        pages = {page for each in self.documents.values() for page in each.pages}
        self.drawn = {page: svg for page, svg in former.drawn.items() if page in pages}
        self._place = former._place
        return former._press


def _draw(page: Page, press: "Press") -> bytes:
    from scorecard.reports.drawing import draw_page
    from scorecard.reports.printing import NAMELESS, settled

    sheet = BytesIO()
    with settled():
        draw_page(page, press.typeface).savefig(sheet, format="svg", metadata=NAMELESS["svg"])
    return sheet.getvalue()
