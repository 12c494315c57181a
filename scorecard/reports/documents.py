"""What an edition is printed as: documents of pages that are numbered together."""

from collections.abc import Iterable, Sequence

import attrs

from scorecard.cards.card import Edition
from scorecard.problems import Language
from scorecard.reports.glyphs import used_characters
from scorecard.reports.layout.department import lay_out_department
from scorecard.reports.layout.frame import number_page
from scorecard.reports.layout.office import lay_out_office
from scorecard.reports.layout.sheets import lay_out_sheet
from scorecard.reports.things import Page

Characters = dict[bool, frozenset[str]]  # By weight; True: bold.


@attrs.frozen
class Document:
    """Pages that are numbered together and carry one file name."""

    name: str  #: Without ending.
    title: str  #: What a reader of the PDF sees as its title.
    pages: tuple[Page, ...]
    pictures: bool  #: Also written page by page as PNG and SVG.


def make_documents(edition: Edition) -> list[Document]:
    """Lay out the whole edition, the office's pages, each department's and the closing sheets."""
    office = lay_out_office(edition)
    cards = [(card, lay_out_department(card, edition)) for card in edition.departments]
    sheets = [(sheet, lay_out_sheet(sheet, edition)) for sheet in edition.sheets]
    everything = (*office, *(page for _, pages in (*cards, *sheets) for page in pages))
    title, language = edition.title, edition.language
    return [
        Document("scorecards", title, number(everything, language), pictures=False),
        Document("office", f"{edition.office.name} · {title}", number(office, language), pictures=True),
        *(Document(card.id, f"{card.name} · {title}", number(pages, language), pictures=True)
          for card, pages in cards),
        *(Document(sheet.id, f"{sheet.title} · {title}", number(pages, language), pictures=True)
          for sheet, pages in sheets),
    ]  # fmt: skip


def number(pages: Sequence[Page], language: Language) -> tuple[Page, ...]:
    """Give each page its number, from 1."""
    return tuple(number_page(page, place, len(pages), language) for place, page in enumerate(pages, start=1))


def characters_of(documents: Iterable[Document]) -> Characters:
    """Gather the characters documents use in each weight."""
    pages = [page for document in documents for page in document.pages]
    return {bold: used_characters(pages, bold=bold) for bold in (False, True)}
