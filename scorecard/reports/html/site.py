"""A site: a fixed table of addresses and what lies there, each page made when it is asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType

import attrs

from scorecard.cards.card import DepartmentCard, Edition, Row
from scorecard.cards.explaining import explain
from scorecard.cards.explaining_programme import explain_programme
from scorecard.cards.sheets import Sheet
from scorecard.problems import Language
from scorecard.reports.html import addresses
from scorecard.reports.html.news import News
from scorecard.reports.html.paper import Paper
from scorecard.reports.html.rendering import Here, fill
from scorecard.reports.measuring import FILES, font_file
from scorecard.rules.assess import Assessment
from scorecard.wording.terms import Severity

HTML, SVG = "text/html; charset=utf-8", "image/svg+xml"
LOOK = Path(__file__).parent / "look"
LOOKS: Mapping[str, str] = MappingProxyType(
    {
        "screen.css": "text/css; charset=utf-8",
        "paper.css": "text/css; charset=utf-8",
        "plain.css": "text/css; charset=utf-8",
        "live.js": "text/javascript; charset=utf-8",
    }
)


@attrs.frozen
class Resource:
    """What lies at an address."""

    kind: str  #: Its media type.
    content: bytes
    is_lasting: bool = False  #: The same whatever the text says.


Make = Callable[[], Resource]


@attrs.define(slots=False, eq=False)
class Shown:
    """An edition with everything its pages are made of."""

    assessment: Assessment
    edition: Edition
    paper: Paper

    @cached_property
    def rows(self) -> "dict[str, tuple[DepartmentCard, Row]]":
        """Find the rows of all departments by their ids."""
        return {
            row.id: (card, row)
            for card in self.edition.departments for group in card.groups for row in group.rows
        }  # fmt: skip

    @cached_property
    def places(self) -> dict[str, int]:
        """Find the rows of the assessment by their ids."""
        return {place.id: row for row, place in enumerate(self.assessment.facts.places)}

    @cached_property
    def programmes(self) -> dict[str, int]:
        """Find the programmes of the assessment by their ids."""
        owners = self.assessment.facts.owners
        return {f"{department.id}/{one.id}": owner for owner, (department, one) in enumerate(owners)}


def show(assessment: Assessment, edition: Edition, former: Shown | None = None) -> Shown:
    """Make an edition ready to be shown; pages drawn for one before are taken over."""
    paper = former.paper if former else None
    # What nobody looked at has nothing to take over, and must not hold on to what came before it.
    return Shown(assessment, edition, Paper(edition, paper if paper is None or paper.drawn else paper.former))


@attrs.define(slots=False, eq=False)
class Site:
    """Everything a browser may ask for while the text is as it is."""

    shown: Shown | None  #: None: the text could not be judged so far.
    language: Language
    news: News = attrs.field(factory=News)
    live: int | None = None  #: The number of this state; None: files that nobody keeps up to date.

    def find(self, address: str) -> Resource | None:
        """Make what lies at an address; None where nothing does."""
        make = self.table.get(address)
        return make() if make else None

    def lost(self, address: str) -> Resource:
        """Make the page that says that nothing lies at an address."""
        return self._page("lost", address)

    @cached_property
    def table(self) -> Mapping[str, Make]:
        """List all addresses."""
        looks = {
            addresses.look(name): partial(_read, LOOK / name, kind)
            for name, kind in LOOKS.items() if self.live is not None or not name.endswith(".js")
        }  # fmt: skip
        fonts = {
            addresses.look(name): partial(_read, font_file(bold), "font/ttf") for bold, name in FILES.items()
        }
        return {**looks, **fonts, **self._pages(), **self._papers()}

    def _pages(self) -> dict[str, Make]:
        shown, to = self.shown, addresses
        if shown is None:
            return {to.OFFICE: partial(self._page, "waiting", to.OFFICE)}
        print_ = partial(self._page, "print", to.PRINT, **_paper(shown, "scorecards"))
        return {
            to.OFFICE: partial(self._page, "office", to.OFFICE, **_paper(shown, "office"), grades=Severity),
            to.PRINT: print_,
            **{
                to.department(card.id): partial(self._department, shown, card)
                for card in shown.edition.departments
            },
            **{to.sheet(sheet.id): partial(self._sheet, shown, sheet) for sheet in shown.edition.sheets},
            **{to.indicator(each): partial(self._indicator, shown, each) for each in shown.rows},
            **{to.programme(each): partial(self._programme, shown, each) for each in shown.programmes},
        }

    def _papers(self) -> dict[str, Make]:
        paper = self.shown.paper if self.shown else None
        return (
            {
                addresses.paper(name, place): partial(_svg, paper, name, place)
                for name, document in paper.documents.items()
                for place in range(1, len(document.pages) + 1)
            }
            if paper
            else {}
        )

    def _department(self, shown: Shown, card: DepartmentCard) -> Resource:
        grades = {note.number: note.severity for note in card.notes}
        address = addresses.department(card.id)
        return self._page("department", address, **_paper(shown, card.id), card=card, grades=grades)

    def _sheet(self, shown: Shown, sheet: Sheet) -> Resource:
        return self._page("sheet", addresses.sheet(sheet.id), **_paper(shown, sheet.id), sheet=sheet)

    def _indicator(self, shown: Shown, each: str) -> Resource:
        card, row = shown.rows[each]
        said = explain(shown.assessment, shown.places[each])
        return self._page(
            "indicator",
            addresses.indicator(each),
            card=card,
            row=row,
            said=said,
            programme=shown.assessment.facts.places[shown.places[each]].programme.name,
        )

    def _programme(self, shown: Shown, each: str) -> Resource:
        owner = shown.programmes[each]
        department, programme = shown.assessment.facts.owners[owner]
        card = next(one for one in shown.edition.departments if one.id == department.id)
        said = explain_programme(shown.assessment, owner)
        return self._page("programme", addresses.programme(each), card=card, name=programme.name, said=said)

    def _page(self, template: str, address: str, **content: object) -> Resource:
        here = Here(address, self.language, self.live)
        edition, rows = (self.shown.edition, self.shown.rows) if self.shown else (None, {})
        programmes = self.shown.programmes if self.shown else {}
        return Resource(
            HTML,
            fill(
                template, here, edition=edition, rows=rows, programmes=programmes, news=self.news, **content
            ),
        )


def _paper(shown: Shown, document: str) -> dict[str, object]:
    """Tell a page as what document of the edition it is printed."""
    return {"document": document, "pages": shown.paper.count(document)}


def _read(path: Path, kind: str) -> Resource:
    return Resource(kind, path.read_bytes(), is_lasting=True)


def _svg(paper: Paper, document: str, place: int) -> Resource:
    return Resource(SVG, paper.svg(document, place))
