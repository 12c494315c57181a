"""`scorecard sensitivity`: which grades, statuses, findings and demands turn when one value is moved by a fifth."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.build import hush
from scorecard.cli.console import write_for_programs
from scorecard.cli.outputs import text_or_json, unwritable
from scorecard.cli.project import Asked, judge, refuse
from scorecard.cli.usage import WrongUse
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.cards.varying import Sensitivity
    from scorecard.rules.assess import Assessment

KINDS = (".pdf", ".png", ".svg")
MOST_SHOWN = 30  #: Values told in the terminal.


@click.command("sensitivity")
@text_or_json
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="한 쪽으로 그릴 파일: .pdf .png .svg · draw it as one page",
)  # fmt: skip
@click.pass_obj
def command(asked: Asked, speak: str, output: Path | None) -> None:
    """가중치·문턱값·구간·상한·관문의 요구를 하나씩 20% 올리고 내리면 무엇이 바뀌는지 보인다.

    Moves every weight, threshold, band, cap and demand by 20 % one at a time, the numbers in the conditions
    of risk rules among them, and tells which grades, ranks, statuses, verdicts of target quality, findings
    and demands of the gate turn, the worst first. Writes nothing but the file asked for.

    \b
    scorecard sensitivity
    scorecard sensitivity --output sensitivity.pdf
    """
    if output is not None and output.suffix.lower() not in KINDS:
        raise WrongUse(
            "sensed-ending", click.get_current_context(), found=output.name, allowed=", ".join(KINDS)
        )
    assessment = judge(asked)
    from scorecard.cards.varying import sense

    sensed = sense(assessment)
    if output is not None:
        _draw(asked, sensed, assessment, output)
    if speak == "json":
        _tell_programs(sensed, assessment)
    else:
        _tell(sensed, assessment)


def _draw(asked: Asked, sensed: "Sensitivity", assessment: "Assessment", output: Path) -> None:
    from scorecard.cards.assemble import assemble
    from scorecard.cards.sensing import MOST_ROWS, sheet_of
    from scorecard.reports.single import print_on_one_page

    hush()
    try:
        print_on_one_page(
            lambda most: sheet_of(sensed, assessment, most), MOST_ROWS, assemble(assessment), output
        )
    except OSError as error:
        refuse(asked, [unwritable(OSError(error.errno, error.strerror, str(output)))])


def _tell_programs(sensed: "Sensitivity", assessment: "Assessment") -> None:
    from scorecard.cards.sensing import records

    record = {
        "as_of": assessment.facts.book.office.as_of.isoformat(), "scored": sensed.is_scored,
        "judged": sensed.judged, "stuck": [one.name for one in sensed.stuck],
        "questions": [one.name for one in sensed.questions], "moved": records(sensed),
    }  # fmt: skip
    write_for_programs(json.dumps(record, ensure_ascii=False, indent=1))


def _tell(sensed: "Sensitivity", assessment: "Assessment") -> None:
    from scorecard.cards.sensing import (
        by_knob,
        counts_words,
        headline,
        moved_words,
        now_words,
        remarks,
        turned_words,
    )

    language = assessment.facts.book.office.language
    click.echo(click.style(headline(sensed, language), bold=True))
    turning = by_knob(sensed)
    for knob, sides in turning[:MOST_SHOWN]:
        click.echo(f"\n{click.style(knob.name, bold=True)}  {now_words(knob, language)}")
        for one in (side for side in sides.values() if side.turned):
            click.echo(f"  → {moved_words(one, language)}  {counts_words(one, language)}")
            click.echo(f"      {turned_words(one, language)}")
    if len(turning) > MOST_SHOWN:
        click.echo(f"\n{phrase('sensed-left', language, n=len(turning) - MOST_SHOWN)}")
    for remark in remarks(sensed, language):
        click.echo(f"\n{remark}")
