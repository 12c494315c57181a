"""`scorecard gate`: whether the demands of rules/coverage.yaml hold; for CI."""

import json
from collections.abc import Callable, Mapping
from math import isnan
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs
import click

from scorecard.cli.console import write_for_programs
from scorecard.cli.outcome import FAILS, HOLDS
from scorecard.cli.project import Asked, judge
from scorecard.cli.speaking import Format, annotation, format_option
from scorecard.problems import Language
from scorecard.wording.numbers import percent
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.cards.gate import Demand, Verdict
    from scorecard.rules.assess import Assessment
    from scorecard.targets.measures import Department, Programme


@click.command("gate")
@format_option
@click.pass_context
def command(ctx: click.Context, speak: Format) -> int:
    """rules/coverage.yaml의 요구를 지키는지 본다. 0 지킴, 1 못 지킴, 2 판단 못 함.

    Holds target coverage and findings against the demands, in words and exit codes.
    """
    asked: Asked = ctx.obj
    assessment = judge(asked, speak)
    from scorecard.cards.coverage import measure_coverage
    from scorecard.cards.gate import hold

    coverage = measure_coverage(assessment)
    verdict = hold(assessment, coverage)
    bare = [assessment.facts.owners[one.row] for one in coverage.uncovered]
    _TELL[speak](_Held(verdict, _to_blame(verdict, bare, assessment), assessment))
    return HOLDS if verdict.holds else FAILS


@attrs.frozen
class _Held:
    """A verdict with the programmes to blame for it."""

    verdict: "Verdict"
    bare: "list[tuple[Department, Programme]]"
    assessment: "Assessment"

    @property
    def language(self) -> Language:
        return self.assessment.facts.book.office.language

    def said(self, demand: "Demand") -> str:
        """Put one demand into words."""
        name = phrase(f"demand-{demand.measure}", self.language)
        return f"{demand.where} · {name}: {_found(demand, self.language)}"

    def without_target(self, demand: "Demand") -> list[str]:
        """Name the programmes a department's demand failed for."""
        ours = demand.measure in _COVERAGE and not demand.holds
        return [
            programme.name for department, programme in self.bare if ours and department.name == demand.where
        ]

    def summary(self) -> str:
        """Sum the verdict up in a sentence."""
        verdict = self.verdict
        key = "gate-empty" if verdict.nothing_to_judge else "gate-holds" if verdict.holds else "gate-fails"
        failed = sum(not demand.holds for demand in verdict.demands)
        return phrase(key, self.language, n=len(verdict.demands), failed=failed)


_COVERAGE = ("count", "budget")


def _to_blame(
    verdict: "Verdict", bare: "list[tuple[Department, Programme]]", assessment: "Assessment"
) -> "list[tuple[Department, Programme]]":
    """Choose the programmes without target of whoever failed; where only the office did, all of them."""
    failed = {one.where for one in verdict.demands if not one.holds and one.measure in _COVERAGE}
    ours = [(department, programme) for department, programme in bare if department.name in failed]
    return ours or (bare if assessment.facts.book.office.office in failed else [])


def _as_text(held: _Held) -> None:
    for demand in held.verdict.demands:
        word = phrase("kept" if demand.holds else "broken", held.language)
        click.echo(f"{click.style(word, bold=not demand.holds)}  {held.said(demand)}")
    for department, programme in held.bare:
        names = f"{department.name} · {programme.name}"
        click.echo("    " + phrase("without-target", held.language, names=names))
    click.echo(held.summary())


def _as_json(held: _Held) -> None:
    demands = [
        {"where": one.where, "measure": one.measure, "asked": one.asked,
         "found": None if isnan(one.found) else one.found, "holds": one.holds}
        for one in held.verdict.demands
    ]  # fmt: skip
    record = {
        "holds": held.verdict.holds,
        "nothing_to_judge": held.verdict.nothing_to_judge,
        "demands": demands,
        "without_target": [f"{department.id}/{programme.id}" for department, programme in held.bare],
    }
    write_for_programs(json.dumps(record, ensure_ascii=False, indent=1))


def _as_github(held: _Held) -> None:
    """Annotate what does not hold, a department's demand at its file."""
    files = {one.name: f"targets/{one.id}.yaml" for one in held.assessment.facts.book.departments}
    for demand in held.verdict.demands:
        if not demand.holds:
            names = held.without_target(demand)
            more = f"\n{phrase('without-target', held.language, names=', '.join(names))}" if names else ""
            title = "scorecard gate"
            write_for_programs(
                annotation("error", held.said(demand) + more, title, files.get(demand.where, ""))
            )
    write_for_programs(held.summary())


def _found(demand: "Demand", language: Language) -> str:
    if not demand.is_share:
        return phrase("at-most", language, found=int(demand.found), asked=int(demand.asked))
    if isnan(demand.found):
        return phrase("nothing-due", language)
    found = percent(demand.found, borders=(demand.asked,))
    return phrase("at-least", language, found=found, asked=percent(demand.asked))


_TELL: Mapping[Format, Callable[[_Held], None]] = MappingProxyType(
    {"text": _as_text, "json": _as_json, "github": _as_github}
)
