"""What a browser is shown while the text is edited: always the last text that could be judged, and the problems."""

from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

import attrs
import click

from scorecard.cards.changed import Telling, changed_lines, tell
from scorecard.cli.evidence import try_to_judge
from scorecard.cli.project import Asked
from scorecard.cli.speaking import Texts, excerpt, tell_problems
from scorecard.cli.watch import Clock
from scorecard.problems import Language, Problem, Spot, in_one_line, say
from scorecard.reports.html import addresses
from scorecard.reports.html.news import News, ToldProblem
from scorecard.reports.html.site import Resource, Shown, Site, show
from scorecard.reports.publishing import MARK, assemble_after
from scorecard.wording.phrases import phrase

REPORTS = "reports"  #: Where former editions lie, with which this one is compared.
MOST_PROBLEMS, MOST_CHANGES = 100, 60  #: Listed on a page; the count tells of the rest.
Answer = tuple[HTTPStatus, Resource]


@attrs.define(eq=False)
class Desk:
    """Holds the site as it is; a new reading puts another in its place, in one move."""

    asked: Asked
    clock: Clock
    evidence: Path | None = None  #: Where the texts of the sources lie; None: no figure is proved.
    site: Site = attrs.field()
    since: str = ""  #: When the text shown was read.
    _telling: Telling | None = attrs.field(default=None, init=False)

    @site.default
    def _nothing_yet(self) -> Site:
        # Numbers begin at the time, so that a page of a former server never takes this one for that.
        return Site(None, self.asked.words, live=int(self.clock().timestamp()))

    @property
    def language(self) -> Language:
        """Tell the language of the pages."""
        return self.site.language

    def answer(self, address: str) -> Answer:
        """Find what lies at an address, as the text is now."""
        site = self.site
        if address == addresses.LIVE:
            return HTTPStatus.OK, Resource("text/plain; charset=utf-8", str(site.live).encode())
        found = site.find(address or addresses.OFFICE)
        if found:
            return HTTPStatus.OK, found
        return HTTPStatus.NOT_FOUND, site.lost(address)

    def tell_fault(self, error: Exception) -> None:
        """Tell on the terminal that a page could not be made; that is our fault, not the text's."""
        what = in_one_line(f"{type(error).__name__}: {error}")
        click.echo(f"scorecard: {phrase('fault', self.language, what=what)}", err=True)

    def take(self, files: Sequence[str]) -> None:
        """Read the text as it is now, and show what became of it."""
        now = self.clock()
        if files:
            click.echo(f"{now:%H:%M:%S}  {in_one_line(', '.join(files))}")
        number = (self.site.live or 0) + 1
        outside = find_outside(self.asked.project)
        assessment, proof, problems = (
            (None, None, outside) if outside else try_to_judge(self.asked, self.evidence)
        )
        if assessment is None:
            tell_problems(problems, self.asked.words, "text", self.asked.project)
            self.site = Site(self.site.shown, self.asked.words, self._bad_news(problems), number)
            return
        edition, unread = assemble_after(assessment, self.asked.project / REPORTS, proof)
        if unread:
            tell_problems(unread, self.asked.words, "text", self.asked.project)
        shown = show(assessment, edition, self.site.shown)
        news = self._good_news(shown, f"{now:%H:%M:%S}") if files else News()
        self.since, self._telling = f"{now:%H:%M:%S}", tell(shown.edition)
        self.site = Site(shown, shown.edition.language, news, number)
        click.echo(phrase("serve-read", self.language))

    def _good_news(self, shown: Shown, at: str) -> News:
        lines = changed_lines(self._telling, tell(shown.edition)) if self._telling else ()
        return News(changes=lines[:MOST_CHANGES], changed=at, more=max(len(lines) - MOST_CHANGES, 0))

    def _bad_news(self, problems: Sequence[Problem]) -> News:
        texts = Texts(self.asked.project)
        told = tuple(self._told(problem, texts) for problem in problems[:MOST_PROBLEMS])
        return News(problems=told, count=len(problems), since=self.since)

    def _told(self, problem: Problem, texts: Texts) -> ToldProblem:
        said = say(problem, self.asked.words)
        lines = excerpt(problem.spot, texts[problem.spot.file] if problem.spot.line else [])
        place = in_one_line(str(problem.spot))
        return ToldProblem(place, problem.code, said.message, said.hint, tuple(lines))


def find_outside(project: Path) -> list[Problem]:
    """Find records of editions that lead out of the project; of its text the reading says so itself."""
    home = project.resolve()
    former = [path.relative_to(project).as_posix() for path in (project / REPORTS).glob(f"*/{MARK}")]
    leads = {name: (project / name).resolve() for name in former}
    return [
        Problem("outside-project", Spot(name, 0, 0), {"found": str(place)})
        for name, place in leads.items() if not place.is_relative_to(home)
    ]  # fmt: skip
