"""A sheet printed by itself, into one file."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import attrs

from scorecard.cards.card import Edition
from scorecard.cards.sheets import Sheet
from scorecard.reports.documents import Document, characters_of, number
from scorecard.reports.glyphs import mend
from scorecard.reports.layout.sheets import lay_out_sheet
from scorecard.reports.printing import Press, print_document, settled


def print_on_one_page(make: Callable[[int], Sheet], most: int, edition: Edition, output: Path) -> None:
    """Print a sheet of at most so many lines, or of as many as one page holds, by the ending of its file.

    Raises OSError if the file cannot be written; what was there is then still there.
    """
    for lines in range(most, -1, -1):
        sheet = make(lines)
        mended, _ = mend(attrs.evolve(edition, departments=(), sheets=(sheet,)))
        pages = lay_out_sheet(mended.sheets[0], mended)
        if len(pages) == 1:
            break
    title = f"{sheet.title} · {edition.title}"
    kind = output.suffix.lower()
    document = Document(sheet.id, title, number(pages[:1], edition.language), pictures=kind != ".pdf")
    beside = tempfile.TemporaryDirectory(prefix=".scorecard-", dir=output.parent, ignore_cleanup_errors=True)
    with beside as place, settled():
        folder = Path(place)
        list(print_document(document, folder, Press(characters_of([document]), folder).typeface))
        (folder / f"{sheet.id}{kind}").replace(output)
