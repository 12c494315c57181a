"""`scorecard watch`: after every edit say what it changed, and print anew what it touched."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import attrs
import click

from scorecard.cli.build import hush, unwritable
from scorecard.cli.evidence import evidence_option, say_proof, try_to_judge
from scorecard.cli.outputs import reports_option
from scorecard.cli.project import Asked, refuse_at_once
from scorecard.cli.speaking import tell_problems
from scorecard.cli.turning import tell_lines
from scorecard.cli.watching import Rest, Watch
from scorecard.problems import Language, Problem, in_one_line
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.cards.changed import Telling
    from scorecard.rules.assess import Assessment
    from scorecard.targets.evidence import Proof

Clock = Callable[[], datetime]


@click.command("watch")
@reports_option
@click.option(
    "--print/--no-print", "prints", default=True,
    help="다시 인쇄한다 (기본) · print again (default), or only tell",
)  # fmt: skip
@evidence_option
@click.pass_obj
def command(asked: Asked, output: Path | None, prints: bool, evidence: Path | None) -> None:
    """저장할 때마다 오류나 달라진 줄을 바로 보이고, 건드린 쪽만 다시 인쇄한다. Ctrl-C로 끝낸다.

    After every save tells the problems, or the lines that changed, and prints anew what the edit
    touched. While there are problems the former edition stays as it is; with --evidence a figure that is
    not proved is one. Ctrl-C ends it.
    """
    refuse_at_once(asked)
    hush()
    reports = output or asked.project / "reports"
    watch_over(asked, reports if prints else None, Event().wait, now, evidence)


def now() -> datetime:
    """Tell the time, as the clock of this computer has it."""
    return datetime.now(UTC).astimezone()


def watch_over(
    asked: Asked, reports: Path | None, rest: Rest, clock: Clock, evidence: Path | None = None
) -> None:
    """Print the edition, then again after every edit, until resting says it is over or Ctrl-C comes.

    Without a folder for editions it only tells what the edits did.
    """
    try:
        watch = Watch(asked.project, rest)
        desk = _Desk(asked, reports, watch, clock, evidence)
        click.echo(phrase("watching", asked.words, folder=asked.project.resolve()))
        desk.take(())
        for files in watch.edits():
            desk.take(files)
    except KeyboardInterrupt:
        click.echo(phrase("watch-over", asked.words))


class _OvertakenError(Exception):
    """Raised while pages are drawn that a newer edit has made old."""


@attrs.define
class _Desk:
    """What was last told and printed."""

    asked: Asked
    reports: Path | None
    watch: Watch
    clock: Clock
    evidence: Path | None
    telling: "Telling | None" = None  #: Of the last text that could be judged.

    def take(self, files: Sequence[str]) -> None:
        """Read the text as it is now, and tell and print what became of it."""
        if files:
            click.echo(f"\n{self.clock():%H:%M:%S}  {in_one_line(', '.join(files))}")
        assessment, proof, problems = try_to_judge(self.asked, self.evidence)
        if assessment is None:
            self._tell(problems)
            return
        language = assessment.facts.book.office.language
        self._tell_changes(assessment, language)
        if proof:
            click.echo(say_proof(proof, language))
        if self.reports is not None:
            self._print(assessment, self.reports, proof)

    def _tell(self, problems: Sequence[Problem]) -> None:
        tell_problems(problems, self.asked.words, "text", self.asked.project)
        if self.reports is not None:
            click.echo(phrase("watch-kept", self.asked.words), err=True)

    def _tell_changes(self, assessment: "Assessment", language: Language) -> None:
        from scorecard.cards.assemble import assemble
        from scorecard.cards.changed import changed_lines, tell

        before, self.telling = self.telling, tell(assemble(assessment))
        if before is None:
            return
        lines = changed_lines(before, self.telling)
        tell_lines(lines, language)

    def _print(self, assessment: "Assessment", reports: Path, proof: "Proof | None") -> None:
        from scorecard.reports.publishing import publish

        try:
            published = publish(assessment, reports, self._go_on, proof)
        except _OvertakenError:
            return  # The newer edit is told of next.
        except OSError as error:
            self._tell([unwritable(reports, error)])
            return
        language = assessment.facts.book.office.language
        if published.problems:
            tell_problems(published.problems, self.asked.words, "text", self.asked.project)
        if published.warnings:
            letters = ", ".join(published.warnings)
            click.echo(phrase("letters-missing", language, letters=letters), err=True)
        click.echo(phrase("watch-printed", language, folder=published.folder.as_posix()))

    def _go_on(self, _: str) -> None:
        if self.watch.has_changed():
            raise _OvertakenError
