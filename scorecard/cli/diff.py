"""`scorecard diff`: what changed between two editions, projects or git revisions."""

from typing import TYPE_CHECKING

import click

from scorecard.cli.outcome import FAILS, HOLDS, UNJUDGED
from scorecard.cli.project import Asked, refuse
from scorecard.problems import Mistake, Problem, Spot

if TYPE_CHECKING:
    from scorecard.cards.revisions import Comparison
    from scorecard.cli.differing import Traced
    from scorecard.cli.sides import Side
    from scorecard.cli.speaking import Format


@click.command("diff")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option(
    "--format", "speak", type=click.Choice(("text", "json", "markdown")), default="text", show_default=True,
    help="사람이 읽는 글, 프로그램이 읽는 json, 검토 글에 붙이는 markdown · for people, programs or reviews",
)  # fmt: skip
@click.option(
    "--strict", is_flag=True,
    help="사유 없이 바뀐 것이 있으면 종료 코드 1 · exit code 1 if something changed that nobody accounts for",
)  # fmt: skip
@click.pass_obj
def command(asked: Asked, old: str | None, new: str | None, speak: str, *, strict: bool) -> int:
    """두 쪽 사이에 달라진 목표·실적·정의·규칙·상태를 보인다. 0 견줌, 1 --strict에서 사유 없이 바뀐 것이 있음, 2 견주지 못함.

    What changed from OLD to NEW: targets, actuals, definitions, rules and statuses, and why. Each is
    an edition's folder, its results.json, a project's folder or a git revision of the project. Without
    NEW it is the project as it stands; without OLD the last edition in its reports/. Between revisions
    the commits that changed a target are named.

    \b
    scorecard diff
    scorecard diff HEAD~1 HEAD --strict
    scorecard diff reports/2026Q1 .
    scorecard diff 2026Q1/results.json 2026Q2/results.json --format markdown
    """
    from scorecard.cards.revisions import compare
    from scorecard.cli.differing import Compared, tell
    from scorecard.cli.sides import Teller

    problems_as: Format = "json" if speak == "json" else "text"
    teller = Teller(asked, problems_as)
    (before, problems), (after, more) = (
        teller.read(one)
        for one in (
            _last_edition(asked, problems_as) if old is None else old,
            str(asked.project) if new is None else new,
        )
    )
    if before is None or after is None:
        refuse(asked, [*problems, *more], problems_as)
    comparison = compare(before.told, after.told)
    traced = _trace(asked, before, after, comparison, problems_as)
    tell(Compared(before.label, after.label, comparison, traced, asked.words), speak)
    if not strict:
        return HOLDS
    if not comparison.accounted:
        return UNJUDGED
    return FAILS if comparison.findings else HOLDS


def _last_edition(asked: Asked, speak: "Format") -> str:
    """Name the last edition in the project's reports, or tell that there is none and stop."""
    from scorecard.reports.former import former_edition

    reports = asked.project / "reports"
    found, problems = former_edition(reports)
    if found is None:
        folder = str(reports)
        refuse(asked, problems or [Problem("no-edition", Spot(folder, 0, 0), {"folder": folder})], speak)
    return str(found.path.parent)


def _trace(
    asked: Asked, before: "Side", after: "Side", comparison: "Comparison", speak: "Format"
) -> "Traced | None":
    """Name the commits that changed targets; None: there is no history between the sides."""
    from scorecard.cards.revisions import renaming_in
    from scorecard.cli.differing import Traced
    from scorecard.cli.history import explain, walk

    if not before.commit or not (after.commit or after.is_here):
        return None
    if not comparison.moved:
        return Traced({}, is_cut=False)
    try:
        history = walk(asked.project, before.commit, after.commit or None)
        steps = explain(history, comparison.moved, renaming_in(after.told))
        return Traced(steps, is_cut=history.is_cut)
    except Mistake as mistake:
        refuse(asked, [mistake.at(Spot(f"{before.label}..{after.label}", 0, 0))], speak)
