"""`scorecard explain`: every figure, method, source, rule and reason behind one line."""

import json
import unicodedata
from typing import TYPE_CHECKING

import click

from scorecard.cli.console import write_for_programs
from scorecard.cli.project import Asked, judge, refuse
from scorecard.problems import Mistake, Spot
from scorecard.targets.nearest import the_one

if TYPE_CHECKING:
    from scorecard.rules.assess import Assessment


@click.command("explain")
@click.argument("indicator")
@click.option("--format", "speak", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.pass_obj
def command(asked: Asked, indicator: str, speak: str) -> None:
    """지표 한 줄의 수치·식·방법·출처·위험신호를 모두 보인다. 끝부분만 적어도 된다.

    Everything behind one indicator; the end of its id is enough.

    \b
    scorecard explain jobs-policy/youth-academy/trained
    scorecard explain youth-academy/trained
    """
    assessment = judge(asked)
    row = _find(asked, unicodedata.normalize("NFC", indicator).strip("/"), assessment)
    from scorecard.cards.explaining import explain

    said = explain(assessment, row)
    if speak == "json":
        lines = [{"label": one.label, "text": one.text, "detail": one.detail} for one in said.lines]
        record = {"id": said.id, "title": said.title, "lines": lines}
        write_for_programs(json.dumps(record, ensure_ascii=False, indent=1))
        return
    click.echo(click.style(said.title, bold=True))
    click.echo(said.id)
    for line in said.lines:
        click.echo(f"{click.style(line.label, bold=True)}  {line.text}")
        if line.detail:
            click.echo(f"      {line.detail}")


def _find(asked: Asked, wanted: str, assessment: "Assessment") -> int:
    """Find the one row a person means; several or none is a problem that names them."""
    ids = [place.id for place in assessment.facts.places]
    try:
        return ids.index(the_one(wanted, ids, "unknown-indicator"))
    except Mistake as mistake:
        refuse(asked, [mistake.at(Spot("explain", 0, 0))])
