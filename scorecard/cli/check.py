"""`scorecard check`: every problem in the text, and the proof of every figure if a source is at hand."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.evidence import evidence_option, proved, say_proof
from scorecard.cli.looking import look_over
from scorecard.cli.outputs import Outputs, outputs_option
from scorecard.cli.project import Asked, load
from scorecard.cli.remembering import counts_of, memory_of
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.problems import Language


@click.command("check")
@evidence_option
@outputs_option("check", "badge")
@click.pass_obj
def command(asked: Asked, evidence: Path | None, outputs: Outputs) -> None:
    """targets/와 rules/를 읽고 오류를 모두 알린다. 아무것도 그리지 않는다.

    Reads everything and tells all problems with file, line, column and what to type instead.

    \b
    scorecard check
    scorecard check --evidence ../source
    """
    proof = ""
    if evidence or asked.as_of:
        book, rules = load(asked, outputs)
        read = memory_of(book, rules, {})
        proof = say_proof(proved(asked, book, evidence, outputs), book.office.language) if evidence else ""
    else:
        read = look_over(asked, outputs)
    language: Language = asked.lang or ("en" if read.language == "en" else "ko")
    lines = [phrase("check-ok", language, **counts_of(read)), proof or phrase("evidence-not-asked", language)]
    outputs.tell_clean(lines, language, asked.project)
