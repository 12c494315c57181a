"""`scorecard tieout`: where a source says the same twice, and where it contradicts itself."""

import json
from typing import TYPE_CHECKING

import click

from scorecard.cli.console import write_for_programs
from scorecard.cli.outputs import text_or_json
from scorecard.cli.project import Asked, load
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorecard.problems import Language
    from scorecard.rules.tieouts import TieOut


@click.command("tieout")
@text_or_json
@click.pass_obj
def command(asked: Asked, speak: str) -> None:
    """자료의 여러 곳이 말하는 같은 수치를 대조한다. 반올림과 버림은 모순이 아니다.

    Holds what the source says in several places against each other; rounding is no contradiction.

    \b
    scorecard tieout
    scorecard tieout --format json
    """
    book, _ = load(asked)
    from scorecard.cards.tying import tie_records
    from scorecard.rules.tieouts import tie_out

    ties = tie_out(book)
    if speak == "json":
        write_for_programs(json.dumps(tie_records(ties), ensure_ascii=False, indent=1))
    else:
        _tell(ties, book.office.language)


def _tell(ties: "Sequence[TieOut]", language: "Language") -> None:
    """Tell contradictions, then what holds only if it was cut off, then how many hold."""
    from scorecard.cards.tying import count_ties
    from scorecard.rules.roundings import Verdict

    if not ties:
        click.echo(phrase("tie-none", language))
        return
    for verdict in (Verdict.CONTRADICTION, Verdict.TRUNCATED):
        those = [tie for tie in ties if tie.verdict is verdict]
        if those:
            click.echo(click.style(phrase(f"tie-{verdict.value}", language, n=len(those)), bold=True))
        for tie in those:
            _tell_one(tie, language)
    click.echo(phrase("tie-counts", language, n=len(ties), **count_ties(ties)))


def _tell_one(tie: "TieOut", language: "Language") -> None:
    from scorecard.cards.tying import say_tie

    said = say_tie(tie, language)
    click.echo(f"  {said.title}")
    for side in said.sides:
        click.echo(f"      {side.text} · {side.place}")
    click.echo(f"      {said.difference} · {said.written}")
    click.echo("")
