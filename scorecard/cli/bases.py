"""What is typed for a base of the ratchet → how things stood there, or what to do so that it can be told."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import attrs

from scorecard.cards.standings import Standing, standing_of
from scorecard.cli.git import find_commit, is_shallow, write_revision
from scorecard.cli.project import Asked
from scorecard.frozen import frozen
from scorecard.problems import Mistake, Problem, Spot
from scorecard.reports.standings import COVERAGE, newest_edition, read_standing
from scorecard.rules.assess import assess
from scorecard.rules.demands import LAST, Share
from scorecard.rules.reading import read
from scorecard.targets.facts import lay_out
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.rules.assess import Assessment
    from scorecard.targets.measures import Book

REPORTS = "reports"


@attrs.frozen(eq=False)
class Base:
    """What a project is held against."""

    standing: Standing | None  #: None: there is nothing to hold it against yet.
    notices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@frozen
class Finder:
    """Finds bases for a judged project."""

    asked: Asked
    assessment: "Assessment"

    def find(self, typed: str) -> Base:
        """Find a base; an edition's folder is taken for that before git is asked."""
        project, office = self.asked.project, self.assessment.facts.book.office
        if typed == LAST:
            folder = newest_edition(project / REPORTS, office.as_of.isoformat())
            if folder is None:
                return Base(None, (phrase("notice-no-edition", office.language),))
            return self._edition(folder)
        for folder in (project / typed, Path(typed)):
            if (folder / COVERAGE).is_file():
                return self._edition(folder)
        return self._revision(typed)

    def _edition(self, folder: Path) -> Base:
        language = self.assessment.facts.book.office.language
        standing, problems = read_standing(folder, language)
        if standing is None:
            return Base(None, problems=tuple(problems))
        lacking = [
            phrase(f"demand-{share.value}", language)
            for share in Share
            if any(share not in shares for shares in standing.totals.values())
        ]
        if standing.found is None:
            lacking.append(phrase("explain-findings", language))
        names = ", ".join(lacking)
        notices = (
            (phrase("notice-record-lacks", language, base=standing.label, names=names),) if names else ()
        )
        return Base(standing, notices)

    def _revision(self, typed: str) -> Base:
        project, language = self.asked.project, self.assessment.facts.book.office.language
        try:
            commit = find_commit(project, typed)
            label = f"{typed} ({commit[:10]})"
            with TemporaryDirectory(prefix="scorecard-") as folder:
                write_revision(project, typed, commit, Path(folder))
                return self._judged(Path(folder), label, f"{commit[:10]}:")
        except Mistake as mistake:
            if mistake.code == "revision-without-project":
                return Base(None, (phrase("notice-base-bare", language, base=typed),))
            if mistake.code == "unknown-revision":
                code = "base-shallow" if is_shallow(project) else "base-unknown"
                mistake = Mistake(code, found=typed)
            return Base(None, problems=(mistake.at(Spot("--base", 0, 0)),))

    def _judged(self, folder: Path, label: str, at: str) -> Base:
        """Judge a base by the rules and on the day of now: what then differs is the text alone."""
        book, rules, problems = read(folder)
        if book is None or rules is None or problems:
            elsewhere = [
                attrs.evolve(one, spot=attrs.evolve(one.spot, file=f"{at}{one.spot.file}"))
                for one in problems
            ]
            head = Problem(
                "base-has-problems", Spot("--base", 0, 0), {"found": label, "n": str(len(problems))}
            )
            return Base(None, problems=(head, *elsewhere))
        assessment = assess(lay_out(self._on_our_day(book)), self.assessment.rules)
        # Its own rules stand beside it, so that a change of them can be told.
        return Base(standing_of(attrs.evolve(assessment, rules=rules), label, at))

    def _on_our_day(self, book: "Book") -> "Book":
        """Move a base to our day; of another year it keeps its own."""
        ours = self.assessment.facts.book.office
        if book.office.fiscal_year != ours.fiscal_year:
            return book
        return attrs.evolve(book, office=attrs.evolve(book.office, as_of=ours.as_of, language=ours.language))
