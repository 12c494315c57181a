"""`scorecard check`: every problem in the text, and the proof of every figure if a source is at hand."""

from pathlib import Path

import click

from scorecard.cli.project import Asked, load, refuse
from scorecard.cli.speaking import Format, format_option
from scorecard.problems import Problem, Spot
from scorecard.rules.models import RuleBook
from scorecard.targets.measures import Book
from scorecard.wording.phrases import phrase


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
    book, rules = load(asked, speak)
    language = book.office.language
    words = _evidence(asked, book, evidence, speak) if evidence else phrase("evidence-not-asked", language)
    if speak == "json":
        click.echo('{"problems": []}')
    elif speak == "text":
        click.echo(_summary(book, rules))
        click.echo(words)


def _summary(book: Book, rules: RuleBook) -> str:
    places = list(book.places())
    programmes = [programme for department in book.departments for programme in department.programmes]
    return phrase(
        "check-ok", book.office.language,
        departments=len(book.departments), programmes=len(programmes), lines=sum(len(p.budget) for p in programmes),
        indicators=len(places), parts=sum(bool(place.part_of) for place in places), rules=len(rules.risks),
    )  # fmt: skip


def _evidence(asked: Asked, book: Book, folder: Path, speak: Format) -> str:
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
