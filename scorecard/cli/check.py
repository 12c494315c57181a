"""`scorecard check`: every problem in the text, and the proof of every figure if a source is at hand."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.looking import look_over
from scorecard.cli.project import Asked, load, refuse
from scorecard.cli.remembering import counts_of, memory_of
from scorecard.cli.speaking import Format, format_option
from scorecard.problems import Language, Problem, Spot
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.targets.measures import Book


@click.command("check")
@click.option(
    "--evidence", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
    help="원문이 있는 폴더: 모든 수치를 원문의 그 줄과 대조한다 · prove every figure against its source",
)  # fmt: skip
@format_option
@click.pass_obj
def command(asked: Asked, evidence: Path | None, speak: Format) -> None:
    """targets/와 rules/를 읽고 오류를 모두 알린다. 아무것도 그리지 않는다.

    Reads everything and tells all problems with file, line, column and what to type instead.

    \b
    scorecard check
    scorecard check --evidence ../source
    """
    proof = ""
    if evidence or asked.as_of:
        book, rules = load(asked, speak)
        read = memory_of(book, rules, {})
        proof = _evidence(asked, book, evidence, speak) if evidence else ""
    else:
        read = look_over(asked, speak)
    language: Language = asked.lang or ("en" if read.language == "en" else "ko")
    if speak == "json":
        click.echo('{"problems": []}')
    elif speak == "text":
        click.echo(phrase("check-ok", language, **counts_of(read)))
        click.echo(proof or phrase("evidence-not-asked", language))


def _evidence(asked: Asked, book: "Book", folder: Path, speak: Format) -> str:
    """Prove every figure; what cannot be proved is a problem."""
    from scorecard.targets.evidence import prove

    proof = prove(book, folder)
    language = book.office.language
    problems = list(proof.problems)
    if proof.missing:
        details = {"folder": str(folder), "sources": ", ".join(proof.missing)}
        problems.insert(0, Problem("evidence-not-found", Spot("--evidence", 0, 0), details))
    if problems:
        refuse(asked, problems, speak)
    lines = [phrase("evidence-proved", language, n=proof.proved, sources=", ".join(proof.found))]
    if proof.unsourced:
        lines.append(phrase("evidence-unsourced", language, n=proof.unsourced))
    return "\n".join(lines)
