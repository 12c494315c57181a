"""An edition on paper: its documents written as PDF, PNG and SVG.

The same edition gives the same bytes: no dates, no producer, no random names, no settings of
whoever runs it.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal

import attrs
import matplotlib as mpl
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from scorecard.cards.card import Edition
from scorecard.reports.documents import Characters, Document, characters_of, make_documents
from scorecard.reports.drawing import Typeface, draw_page
from scorecard.reports.glyphs import cut_font, mend
from scorecard.reports.shelf import Shelf, key_of

Progress = Callable[[str], None]
Kind = Literal["svg", "png", "pdf"]
DOTS_PER_INCH: Final = 150
SETTINGS: Final[dict[Any, Any]] = {
    "pdf.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "scorecard",
    "path.simplify": False,
    "text.hinting": "no_hinting",
}
NAMELESS_PDF: Final[dict[str, Any]] = dict.fromkeys(("Creator", "Producer", "CreationDate", "ModDate"))
PICTURES: Final[tuple[Kind, ...]] = ("png", "svg")
NAMELESS: Final[dict[Kind, dict[str, Any]]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
}


def print_edition(
    edition: Edition, folder: Path, *, progress: Progress | None = None, kept: Path | None = None
) -> list[str]:
    """Write all documents of an edition into an empty folder; the result is what could not be printed.

    `kept` is a folder in which documents wait from run to run; one that has not changed is
    copied from there. `progress` is told the name of each document.
    """
    mended, warnings = mend(edition)
    documents = make_documents(mended)
    shelf, characters = Shelf(kept), characters_of(documents)
    with TemporaryDirectory(ignore_cleanup_errors=True) as place, settled():
        press = Press(characters, Path(place))
        for document in documents:
            press.issue(document, folder, shelf)
            if progress:
                progress(document.name)
    shelf.clear()
    return warnings


@contextmanager
def settled() -> Iterator[None]:
    """Draw with our settings and matplotlib's own defaults; what was set before comes back."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(SETTINGS)
        yield


@attrs.define
class Press:
    """Prints documents with fonts cut to the characters they use, when the first is drawn."""

    characters: Characters
    place: Path  #: Where the fonts are put; it must outlast the press.

    @cached_property
    def typeface(self) -> Typeface:
        """Cut both weights."""
        cut = ((bold, cut_font(used, self.place, bold=bold)) for bold, used in self.characters.items())
        return {bold: str(path) for bold, path in cut}

    def issue(self, document: Document, folder: Path, shelf: Shelf) -> None:
        """Take a document from the shelf, or print it and put it there."""
        key = key_of(document, self.characters)
        if not shelf.take(key, folder):
            shelf.put(key, list(print_document(document, folder, self.typeface)))


def print_in_memory(documents: Sequence[Document], name: str, kind: Kind) -> list[bytes]:
    """Print one of an edition's documents: its PDF, or each of its pages as a picture.

    All documents are needed: fonts are cut to the characters of the whole edition, so that a
    page printed alone is byte for byte the page of a build.
    """
    document = next(one for one in documents if one.name == name)
    with TemporaryDirectory(ignore_cleanup_errors=True) as place, settled():
        typeface = Press(characters_of(documents), Path(place)).typeface
        if kind == "pdf":
            out = BytesIO()
            with _opened(document, out) as pdf:
                for page in document.pages:
                    pdf.savefig(draw_page(page, typeface))
            return [out.getvalue()]
        return [_picture(draw_page(page, typeface), kind) for page in document.pages]


def _picture(figure: Figure, kind: Kind) -> bytes:
    out = BytesIO()
    figure.savefig(out, format=kind, dpi=DOTS_PER_INCH, metadata=NAMELESS[kind])
    return out.getvalue()


def _opened(document: Document, place: Path | BytesIO) -> PdfPages:
    return PdfPages(place, metadata={"Title": document.title, **NAMELESS_PDF})


def print_document(document: Document, folder: Path, typeface: Typeface) -> Iterator[Path]:
    """Write a document as one PDF, and its pages as pictures where wanted."""
    path = folder / f"{document.name}.pdf"
    with _opened(document, path) as pdf:
        for place, page in enumerate(document.pages, start=1):
            figure = draw_page(page, typeface)
            pdf.savefig(figure)
            if document.pictures:
                yield from print_pictures(figure, picture_path(folder, document.name, place))
    yield path


def picture_path(folder: Path, name: str, place: int) -> Path:
    """Name the picture of a page: the first as its document, further ones numbered `jobs.2`.

    With a dot, which no department's name has: page 2 of `jobs` is never page 1 of `jobs-2`.
    """
    return folder / (name if place == 1 else f"{name}.{place}")


def print_pictures(figure: Figure, path: Path) -> Iterator[Path]:
    """Write a page as PNG and SVG."""
    for kind in PICTURES:
        written = path.with_name(f"{path.name}.{kind}")
        written.write_bytes(_picture(figure, kind))
        yield written
