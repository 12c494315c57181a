"""`scorecard gate`: whether the demands of rules/coverage.yaml hold; for CI."""

import json

import click

from scorecard.cli.outcome import FAILS, HOLDS
from scorecard.cli.project import Asked, judge
from scorecard.cli.speaking import Format, annotation, format_option
from scorecard.problems import Language
from scorecard.wording.numbers import percent
from scorecard.wording.phrases import phrase


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
    from scorecard.cards.gate import Demand, Verdict, hold

    coverage = measure_coverage(assessment)
    verdict = hold(assessment, coverage)
    language = assessment.facts.book.office.language

    def told(demand: Demand) -> str:
        return _found(demand.is_share, demand.found, demand.asked, language)

    def as_text(verdict: Verdict) -> None:
        for demand in verdict.demands:
            word = phrase("kept" if demand.holds else "broken", language)
            name = phrase(f"demand-{demand.measure}", language)
            click.echo(f"{click.style(word, bold=not demand.holds)}  {demand.where} · {name}: {told(demand)}")
        failed = {demand.where for demand in verdict.demands if not demand.holds and demand.is_share}
        for one in coverage.uncovered:
            department, programme = assessment.facts.owners[one.row]
            if department.name in failed:
                click.echo("    " + phrase("without-target", language, names=f"{department.name} · {programme.name}"))
        click.echo(_verdict(verdict.holds, verdict.nothing_to_judge, len(verdict.demands), _broken(verdict), language))

    def _broken(verdict: Verdict) -> int:
        return sum(not demand.holds for demand in verdict.demands)

    def as_json(verdict: Verdict) -> None:
        demands = [
            {"where": one.where, "measure": one.measure, "asked": one.asked,
             "found": None if one.found != one.found else one.found, "holds": one.holds}
            for one in verdict.demands
        ]  # fmt: skip
        record = {"holds": verdict.holds, "nothing_to_judge": verdict.nothing_to_judge, "demands": demands}
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))

    def as_github(verdict: Verdict) -> None:
        for demand in verdict.demands:
            if not demand.holds:
                name = phrase(f"demand-{demand.measure}", language)
                click.echo(annotation("error", f"{demand.where} · {name}: {told(demand)}", "scorecard gate"))
        click.echo(_verdict(verdict.holds, verdict.nothing_to_judge, len(verdict.demands), _broken(verdict), language))

    {"text": as_text, "json": as_json, "github": as_github}[speak](verdict)
    return HOLDS if verdict.holds else FAILS


def _found(is_share: bool, found: float, asked: float, language: Language) -> str:  # noqa: FBT001
    if not is_share:
        return phrase("at-most", language, found=int(found), asked=int(asked))
    if found != found:
        return phrase("nothing-due", language)
    return phrase("at-least", language, found=percent(found, borders=(asked,)), asked=percent(asked))


def _verdict(holds: bool, empty: bool, n: int, failed: int, language: Language) -> str:  # noqa: FBT001
    key = "gate-empty" if empty else "gate-holds" if holds else "gate-fails"
    return phrase(key, language, n=n, failed=failed)
