"""The option `--evidence`: where the texts of the sources lie, and the proof of all figures by them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.project import Asked, refuse
from scorecard.cli.speaking import Speak
from scorecard.problems import Language, Problem, Spot
from scorecard.rules.reading import dated, find_missing, judge, read
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorecard.rules.assess import Assessment
    from scorecard.targets.evidence import Proof
    from scorecard.targets.measures import Book

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
evidence_option = click.option(
    "--evidence", type=_FOLDER, metavar="DIR",
    help="원문이 있는 폴더: 모든 수치를 원문의 그 줄과 대조한다 · prove every figure against its source",
)  # fmt: skip
quoting_option = click.option(
    "--evidence", type=_FOLDER, metavar="DIR",
    help="원문이 있는 폴더: 수치마다 원문의 그 줄을 보인다 · show the very line of the source behind each figure",
)  # fmt: skip


def proved(asked: Asked, book: "Book", folder: Path, speak: Speak = "text") -> "Proof":
    """Prove every figure, or tell what cannot be proved and stop."""
    proof, problems = _prove(book, folder)
    if problems:
        refuse(asked, problems, speak)
    return proof


def try_to_judge(
    asked: Asked, evidence: Path | None
) -> "tuple[Assessment | None, Proof | None, list[Problem]]":
    """Read, prove and judge a project, or tell everything that keeps it from being judged."""
    book, rules, problems = read(asked.project)
    told, more = dated(book, asked.as_of, asked.lang) if book and rules and not problems else (None, [])
    if told is None or rules is None:
        return None, None, find_missing(asked.project) or [*problems, *more]
    proof, problems = _prove(told, evidence) if evidence else (None, [])
    return (None if problems else judge(told, rules)), proof, problems


def _prove(book: "Book", folder: Path) -> "tuple[Proof, list[Problem]]":
    from scorecard.targets.evidence import prove

    proof = prove(book, folder)
    return proof, [*not_found(folder, proof.missing), *proof.problems]


def not_found(folder: Path, sources: "Sequence[str]") -> "list[Problem]":
    """Make a problem of sources whose texts a folder does not hold; none is no problem."""
    details = {"folder": str(folder), "sources": ", ".join(sources)}
    return [Problem("evidence-not-found", Spot("--evidence", 0, 0), details)] if sources else []


def say_proof(proof: "Proof", language: Language) -> str:
    """Say how many figures the sources bear out, and how many name none."""
    lines = [phrase("evidence-proved", language, n=proof.proved, sources=", ".join(proof.found))]
    if proof.unsourced:
        lines.append(phrase("evidence-unsourced", language, n=proof.unsourced))
    return "\n".join(lines)
