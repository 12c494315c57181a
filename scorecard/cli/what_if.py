"""`scorecard what-if`: what would change if a figure, a weight or a rule were otherwise; writes nothing."""

import json
import unicodedata
from typing import TYPE_CHECKING

import click

from scorecard.cli.console import write_for_programs
from scorecard.cli.outputs import text_or_json
from scorecard.cli.project import Asked, load, refuse
from scorecard.cli.turning import tell_lines
from scorecard.cli.usage import WrongUse
from scorecard.problems import Mistake, Problem, Spot, in_one_line
from scorecard.wording.numbers import NOTHING
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorecard.cards.changed import ChangedLine
    from scorecard.cards.supposing import World


@click.command("what-if")
@click.argument("changes", nargs=-1, required=True, metavar="CHANGE... | ID")
@click.option(
    "--reach", metavar="GOAL",
    help="상태(achieved, on_track, watch)나 등급에 닿는 가장 작은 실적 · the smallest actual that reaches a status or grade",
)  # fmt: skip
@text_or_json
@click.pass_obj
def command(asked: Asked, changes: tuple[str, ...], reach: str | None, speak: str) -> None:
    """목표·실적·가중치·규칙을 바꾸면 무엇이 달라지는지 보인다. 파일에는 아무것도 적지 않는다.

    What would change on the scorecard; nothing is written. Several changes are made at once. Rules are
    named by their file and the keys in it.

    \b
    scorecard what-if youth-academy/trained.target.2026=3,800명
    scorecard what-if youth-academy/trained.actual.2026Q1=900명 --as-of 2026-03-31
    scorecard what-if youth-academy/trained.weight=2 rules.attainment.bands.watch=0.75
    scorecard what-if rules.risks.target-below-previous.severity=high
    scorecard what-if youth-academy/trained --reach achieved
    """
    book, rules = load(asked)
    from scorecard.cards.supposing import World, imagine, judge_world, turned

    typed = [unicodedata.normalize("NFC", one) for one in changes]
    ids = [one for one in typed if reach is not None and "=" not in one]
    world, problems = imagine(book, rules, [one for one in typed if one not in ids])
    if problems:
        refuse(asked, [_shown(one) for one in problems])
    if reach is not None:
        _tell_reach(asked, world, ids, unicodedata.normalize("NFC", reach.strip()), speak)
        return
    lines = turned(judge_world(World(book, rules)), judge_world(world))
    if speak == "json":
        write_for_programs(json.dumps(_record(world, lines), ensure_ascii=False, indent=1))
    else:
        _tell(world, lines)


def _tell_reach(asked: Asked, world: "World", ids: list[str], wanted: str, speak: str) -> None:
    """Tell the figure from which on a goal is reached, under what is supposed."""
    from scorecard.cards.reaching import reach_record, read_goal, say_reached
    from scorecard.cards.supposing import judge_world
    from scorecard.rules.reaching import reach
    from scorecard.targets.amending import find_indicator

    if len(ids) != 1:
        raise WrongUse("reach-one", click.get_current_context())
    try:
        place = find_indicator(world.book, ids[0].strip("/ "))
        goal = read_goal(wanted, world.rules)
    except Mistake as mistake:
        said = ids[0] if mistake.code == "unknown-indicator" else f"--reach {wanted}"
        refuse(asked, [_shown(mistake.at(Spot(f"what-if {said}", 0, 0)))])
    reached = reach(world.book, world.rules, place, goal)
    assessment = judge_world(world)
    if speak == "json":
        record = {"supposed": _supposed(world), **reach_record(reached, assessment)}
        write_for_programs(json.dumps(record, ensure_ascii=False, indent=1))
        return
    if world.supposed:
        _tell_supposed(world)
    click.echo(f"{click.style(in_one_line(place.indicator.name), bold=True)}  {place.id}")
    for line in say_reached(reached, assessment):
        click.echo(f"  {line}")


def _shown(problem: Problem) -> Problem:
    """Name the place by the words that were typed, fit to be printed."""
    return Problem(problem.code, Spot(in_one_line(problem.spot.file), 0, 0), problem.details)


def _record(world: "World", lines: "Sequence[ChangedLine]") -> dict[str, object]:
    return {
        "as_of": world.book.office.as_of.isoformat(),
        "supposed": _supposed(world),
        "changed": [
            {"id": line.id, "name": line.name,
             "turns": [{"label": turn.label, "old": turn.old, "new": turn.new} for turn in line.turns]}
            for line in lines
        ],
    }  # fmt: skip


def _supposed(world: "World") -> list[dict[str, str | None]]:
    return [{"what": one.what, "old": one.old or None, "new": one.new} for one in world.supposed]


def _tell(world: "World", lines: "Sequence[ChangedLine]") -> None:
    _tell_supposed(world)
    tell_lines(lines, world.book.office.language)


def _tell_supposed(world: "World") -> None:
    language = world.book.office.language
    click.echo(click.style(phrase("supposed-title", language), bold=True))
    for one in world.supposed:
        said = phrase("supposed-what", language, what=one.what, old=one.old or NOTHING, new=one.new)
        click.echo(f"  {in_one_line(said)}")
    click.echo("")
