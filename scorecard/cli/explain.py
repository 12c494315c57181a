"""`scorecard explain`: every figure, method, source, rule and reason behind one indicator or programme."""

import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scorecard.cli.console import write_for_programs
from scorecard.cli.evidence import not_found, quoting_option
from scorecard.cli.outputs import text_or_json
from scorecard.cli.project import Asked, judge, refuse
from scorecard.frozen import frozen
from scorecard.likeness import most_like
from scorecard.problems import Problem, Spot
from scorecard.targets.vocabulary import Row
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorecard.cards.explaining import Explanation
    from scorecard.cards.tracing import Trace
    from scorecard.problems import Language
    from scorecard.rules.assess import Assessment


@frozen
class _Found:
    """What is meant: a row of the indicators, the programmes or the council's audit."""

    row: int
    each: Row


@click.command("explain")
@click.argument("indicator")
@quoting_option
@text_or_json
@click.pass_obj
def command(asked: Asked, indicator: str, evidence: Path | None, speak: str) -> None:
    """지표, 사업, 의회 감사 건 하나의 수치·식·방법·출처·위험신호를 모두 보인다. 끝부분만 적어도 된다.

    Everything behind one indicator, programme or item of the council's audit; the end of its id is
    enough. With --evidence each figure is followed to its line in targets/ and to the very line of the source.

    \b
    scorecard explain jobs-policy/youth-academy/trained
    scorecard explain youth-academy/trained
    scorecard explain jobs-policy/youth-academy --evidence ../source
    scorecard explain audit/dmc-unsold
    """
    assessment = judge(asked)
    found = _find(asked, unicodedata.normalize("NFC", indicator).strip("/"), assessment)
    said = _explained(assessment, found)
    traces = _traced(asked, assessment, found, evidence) if evidence else None
    if speak == "json":
        write_for_programs(json.dumps(_record(said, traces), ensure_ascii=False, indent=1))
    else:
        _tell(said)
        if traces is not None:
            _tell_traces(traces, assessment.facts.book.office.language)
    _refuse_what_does_not_stand(asked, assessment, traces or ())


def _explained(assessment: "Assessment", found: _Found) -> "Explanation":
    if found.each is Row.AUDIT:
        from scorecard.cards.explaining_audit import explain_item

        return explain_item(assessment, found.row)
    if found.each is Row.PROGRAMME:
        from scorecard.cards.explaining_programme import explain_programme

        return explain_programme(assessment, found.row)
    from scorecard.cards.explaining import explain

    return explain(assessment, found.row)


def _traced(asked: Asked, assessment: "Assessment", found: _Found, folder: Path) -> "tuple[Trace, ...]":
    """Follow all figures to their lines; a source whose text is not there is a problem."""
    from scorecard.cards.tracing import trace_indicator, trace_item, trace_programme
    from scorecard.targets.evidence import find_texts

    texts = find_texts(assessment.facts.book, folder)
    traces_of = {Row.INDICATOR: trace_indicator, Row.PROGRAMME: trace_programme, Row.AUDIT: trace_item}
    traces = traces_of[found.each](assessment, found.row, texts)
    cited = {one.source for each in traces for one in each.claim.citations}
    problems = not_found(folder, sorted(cited - texts.keys()))
    if problems:
        refuse(asked, problems)
    return traces


def _refuse_what_does_not_stand(asked: Asked, assessment: "Assessment", traces: "Sequence[Trace]") -> None:
    """End with a problem for each figure that its line does not print; all was shown before."""
    missing = [trace.claim for trace in traces if trace.claim.citations and not trace.stands]
    if missing:
        from scorecard.targets.evidence import unproved

        refuse(asked, [unproved(assessment.facts.book, claim) for claim in missing])


def _record(said: "Explanation", traces: "Sequence[Trace] | None") -> dict[str, Any]:
    """Lay everything out for programs; where a figure begins and ends on its line is counted from 0."""
    lines = [{"label": one.label, "text": one.text, "detail": one.detail} for one in said.lines]
    record: dict[str, Any] = {"id": said.id, "title": said.title, "lines": lines}
    if traces is not None:
        record["evidence"] = [
            {
                "of": list(one.names), "kind": one.kind, "figure": one.figure, "stands": one.stands,
                "file": one.spot.file, "line": one.spot.line, "column": one.spot.column,
                "quotes": [
                    {"source": quote.source, "line": quote.line, "words": quote.words, "text": quote.text,
                     "begins": quote.mark and quote.mark[0], "ends": quote.mark and quote.mark[1]}
                    for quote in one.quotes
                ],
                "contradictions": list(one.broken),
            }
            for one in traces
        ]  # fmt: skip
    return record


def _tell(said: "Explanation") -> None:
    click.echo(click.style(said.title, bold=True))
    click.echo(said.id)
    for line in said.lines:
        click.echo(f"{click.style(line.label, bold=True)}  {line.text}")
        if line.detail:
            click.echo(f"      {line.detail}")


def _tell_traces(traces: "Sequence[Trace]", language: "Language") -> None:
    """Tell each figure with its place in the targets; then the line it stands on, the figures in brackets."""
    from scorecard.cards.tracing import together

    click.echo("")
    title = phrase("trace-title", language, n=len(traces)) if traces else phrase("trace-none", language)
    click.echo(click.style(title, bold=True))
    told: set[str] = set()
    for group in together(traces):
        named: tuple[str, ...] = ()
        for trace in group:
            if trace.names != named:
                click.echo(click.style(" · ".join(trace.names), bold=True))
                named = trace.names
            _tell_figure(trace, language)
            for case in (case for case in trace.broken if case not in told):
                click.echo(f"      {phrase('explain-tie-contradiction', language)}: {case}")
            told.update(trace.broken)
        _tell_quotes(group)
        click.echo("")


def _tell_figure(trace: "Trace", language: "Language") -> None:
    ties = f" · {phrase('trace-ties', language, n=trace.ties)}" if trace.ties else ""
    click.echo(f"{click.style(trace.kind, bold=True)}  {trace.figure}  ({trace.spot}{ties})")
    if not trace.claim.citations:
        click.echo(f"      {phrase('trace-unsourced', language)}")
    elif not trace.stands:
        click.echo(f"      {phrase('trace-not-there', language)}")


def _tell_quotes(group: "Sequence[Trace]") -> None:
    from scorecard.cards.tracing import marks_of, readable

    for place, quote in enumerate(group[0].quotes):
        pieces = readable(quote.text, marks_of(group, place))
        shown = "".join(click.style(f"【{text}】", bold=True) if figure else text for text, figure in pieces)
        click.echo(f"      {quote.source}#{quote.line} {quote.words}".rstrip())
        click.echo(f"        {shown}")


def _find(asked: Asked, wanted: str, assessment: "Assessment") -> _Found:  # noqa: RET503
    """Find the one thing a person means; several or none is a problem that names them.

    An indicator goes before a programme whose id ends alike, and both before an item of the audit.
    """
    from scorecard.rules.assess import ids_of

    kinds = [(ids_of(assessment.facts, each), each) for each in Row]
    for ids, each in kinds:
        if wanted in ids:
            return _Found(ids.index(wanted), each)
    ends: list[str] = []
    for ids, each in kinds:
        fitting = [one for one in ids if one.endswith(f"/{wanted}")]
        if len(fitting) == 1 and not ends:
            return _Found(ids.index(fitting[0]), each)
        ends += fitting
    everything = [one for ids, _ in kinds for one in ids]
    nearest = ends[:8] or most_like(wanted, everything, 3)
    details = {"found": wanted, "nearest": ", ".join(nearest) or "-"}
    refuse(asked, [Problem("unknown-indicator", Spot("explain", 0, 0), details)])
