"""An edition on paper: documents of numbered pages, written as PDF, PNG and SVG.

The same edition gives the same bytes: no dates, no producer, no random names.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import attrs
import matplotlib as mpl
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from scorecard.cards.card import Edition
from scorecard.problems import Language
from scorecard.reports.drawing import Typeface, draw_page
from scorecard.reports.glyphs import cut_font, mend, used_characters
from scorecard.reports.layout.department import lay_out_department
from scorecard.reports.layout.frame import number_page
from scorecard.reports.layout.office import lay_out_office
from scorecard.reports.things import Page

Progress = Callable[[str], None]
DOTS_PER_INCH: Final = 150
SETTINGS: Final[Any] = {
    "pdf.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "scorecard",
    "path.simplify": False,
    "text.hinting": "no_hinting",
}
NAMELESS_PDF: Final[dict[str, Any]] = {
    "Creator": None,
    "Producer": None,
    "CreationDate": None,
    "ModDate": None,
}
NAMELESS: Final[dict[str, dict[str, Any]]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
}


@attrs.frozen
class Document:
    """Pages that are numbered together and carry one file name."""

    name: str  #: Without ending.
    title: str  #: What a reader of the PDF sees as its title.
    pages: tuple[Page, ...]
    pictures: bool  #: Also written page by page as PNG and SVG.


def print_edition(edition: Edition, folder: Path, *, progress: Progress | None = None) -> list[str]:
    """Write all documents of an edition into an empty folder; the result is what could not be printed."""
    mended, warnings = mend(edition)
    documents = make_documents(mended)
    with TemporaryDirectory(ignore_cleanup_errors=True) as place, mpl.rc_context(SETTINGS):
        typeface = cut_typeface(documents, Path(place))
        for document in documents:
            for written in print_document(document, folder, typeface):
                if progress:
                    progress(written.name)
    return warnings


def make_documents(edition: Edition) -> list[Document]:
    """Lay out the whole edition, the office's pages and each department's."""
    office = lay_out_office(edition)
    cards = [(card, lay_out_department(card, edition)) for card in edition.departments]
    everything = (*office, *(page for _, pages in cards for page in pages))
    title, language = edition.title, edition.language
    return [
        Document("scorecards", title, number(everything, language), pictures=False),
        Document("office", f"{edition.office.name} · {title}", number(office, language), pictures=True),
        *(Document(card.id, f"{card.name} · {title}", number(pages, language), pictures=True)
          for card, pages in cards),
    ]  # fmt: skip


def number(pages: Sequence[Page], language: Language) -> tuple[Page, ...]:
    """Give each page its number, from 1."""
    return tuple(number_page(page, place, len(pages), language) for place, page in enumerate(pages, start=1))


def cut_typeface(documents: Sequence[Document], folder: Path) -> Typeface:
    """Cut both weights to what the documents use."""
    pages = [page for document in documents for page in document.pages]
    return {
        bold: str(cut_font(used_characters(pages, bold=bold), folder, bold=bold)) for bold in (False, True)
    }


def print_document(document: Document, folder: Path, typeface: Typeface) -> Iterator[Path]:
    """Write a document as one PDF, and its pages as pictures where wanted."""
    path = folder / f"{document.name}.pdf"
    with PdfPages(path, metadata={"Title": document.title, **NAMELESS_PDF}) as pdf:
        for place, page in enumerate(document.pages, start=1):
            figure = draw_page(page, typeface)
            pdf.savefig(figure)
            if document.pictures:
                yield from print_pictures(figure, picture_path(folder, document.name, place))
    yield path


def picture_path(folder: Path, name: str, place: int) -> Path:
    """Name the picture of a page: the first as its document, further ones numbered."""
    return folder / (name if place == 1 else f"{name}-{place}")


def print_pictures(figure: Figure, path: Path) -> Iterator[Path]:
    """Write a page as PNG and SVG."""
    for kind, metadata in NAMELESS.items():
        written = path.with_name(f"{path.name}.{kind}")
        figure.savefig(written, format=kind, dpi=DOTS_PER_INCH, metadata=metadata)
        yield written
