"""`scorecard gate`: whether the demands of rules/coverage.yaml hold; for CI."""

from typing import TYPE_CHECKING

import click

from scorecard.cli.outputs import Outputs, outputs_option
from scorecard.cli.project import Asked, judge, refuse

if TYPE_CHECKING:
    from scorecard.cards.bulletin import Bulletin

NO_BASE = "none"


@click.command("gate")
@outputs_option("gate")
@click.option(
    "--base", metavar="REV|last",
    help="뒷걸음을 견줄 기준: git 리비전, last(지난 호), none · what must not be worse: a git revision, last (edition) or none",
)  # fmt: skip
@click.pass_context
def command(ctx: click.Context, outputs: Outputs, base: str | None) -> int:
    """rules/coverage.yaml의 요구를 지키는지 본다. 0 지킴, 1 못 지킴, 2 판단 못 함.

    Holds target coverage and findings against the demands, in words and exit codes.

    \b
    scorecard gate
    scorecard gate --base origin/main
    scorecard gate --format sarif=gate.sarif --format junit=gate.xml --format text
    """
    asked: Asked = ctx.obj
    bulletin = _judged(asked, outputs, base)
    outputs.tell(bulletin, asked.project)
    return bulletin.state.value


def _judged(asked: Asked, outputs: Outputs, typed: str | None) -> "Bulletin":
    """Judge a project, hold it against its base and put all of it into words."""
    assessment = judge(asked, outputs)
    from scorecard.cards.announcing import Judged, announce
    from scorecard.cards.coverage import measure_coverage
    from scorecard.cards.gate import hold
    from scorecard.cards.ratchet import against

    coverage = measure_coverage(assessment)
    written = assessment.rules.coverage.ratchet
    name = typed or (written.base if written else NO_BASE)
    if name == NO_BASE:
        return announce(Judged(assessment, coverage, hold(assessment, coverage)))
    from scorecard.cli.bases import Finder

    base = Finder(asked, assessment).find(name)
    if base.problems:
        refuse(asked, base.problems, outputs)
    if base.standing is None:
        return announce(Judged(assessment, coverage, hold(assessment, coverage), notices=base.notices))
    held, told = against(assessment, base.standing)
    verdict = hold(assessment, coverage, tuple(one.demand for one in held))
    return announce(Judged(assessment, coverage, verdict, held, base.standing.label, (*base.notices, *told)))
