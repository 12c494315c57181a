"""`scorecard build`: judge the project and print its edition."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from scorecard.cli.evidence import evidence_option, proved, say_proof
from scorecard.cli.outputs import reports_option
from scorecard.cli.project import Asked, judge, refuse
from scorecard.cli.speaking import tell_problems
from scorecard.problems import Problem, Spot
from scorecard.targets.loading import SHEETS
from scorecard.wording.phrases import phrase


@click.command("build")
@reports_option
@click.option(
    "--html", is_flag=True,
    help="웹 쪽도 html/ 폴더에 쓴다 · write the web pages too, into a folder html/",
)  # fmt: skip
@evidence_option
@click.pass_obj
def command(asked: Asked, output: Path | None, html: bool, evidence: Path | None) -> None:
    """점검하고 판정한 뒤 reports/<호>/에 PDF·PNG·SVG·CSV·JSON을 쓴다.

    Checks, judges and writes the edition. The former edition of the same name is replaced
    only when the new one is complete. With --evidence nothing is printed unless every figure
    is proved, and the page about sources says so.
    """
    assessment = judge(asked)
    proof = proved(asked, assessment.facts.book, evidence) if evidence else None
    hush()
    from scorecard.reports.publishing import publish

    reports = output or asked.project / "reports"
    language = assessment.facts.book.office.language
    documents = 2 + len(assessment.facts.book.departments) + len(SHEETS)
    try:
        with _progress(phrase("building", language), documents) as step:
            published = publish(assessment, reports, step, proof, html=html)
    except OSError as error:
        refuse(asked, [unwritable(reports, error)])
    if published.problems:
        tell_problems(published.problems, asked.words, "text", asked.project)
    if proof:
        click.echo(say_proof(proof, language))
    if published.warnings:
        click.echo(phrase("letters-missing", language, letters=", ".join(published.warnings)), err=True)
    click.echo(published.edition.office.headline)
    written = len(list(published.folder.iterdir()))
    click.echo(phrase("built", language, folder=published.folder.as_posix(), n=written - 1))


def hush() -> None:
    """Silence matplotlib: where it may write nothing of its own is no concern of who prints a scorecard."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)


def unwritable(reports: Path, error: OSError) -> Problem:
    """Make a problem of an edition that could not be written."""
    details = {"folder": str(reports), "reason": error.strerror or type(error).__name__}
    return Problem("edition-unwritable", Spot(str(reports), 0, 0), details)


@contextmanager
def _progress(words: str, total: int) -> Iterator[Callable[[str], None] | None]:
    """Show a bar while pages are drawn, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[name]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total, name="")
        yield lambda name: bar.update(task, advance=1, name=name)
