"""`scorecard export`: the result table, for spreadsheets and programs."""

from pathlib import Path

import click

from scorecard.cli.console import write_for_programs
from scorecard.cli.project import Asked, judge, refuse
from scorecard.problems import Problem, Spot


@click.command("export")
@click.option(
    "--format", "kind", type=click.Choice(("csv", "json")), default="csv", show_default=True,
    help="엑셀에서 여는 csv, 프로그램이 읽는 json · csv for Excel, json for programs",
)  # fmt: skip
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="쓸 파일 (기본: 화면) · file to write (default: the screen)",
)  # fmt: skip
@click.pass_obj
def command(asked: Asked, kind: str, output: Path | None) -> None:
    """결과표(지표마다 한 줄)를 낸다. 열의 뜻은 docs/results.md.

    The result table, one row an indicator; columns are explained in docs/results.md.
    """
    assessment = judge(asked)
    from scorecard.cards.assemble import edition_name
    from scorecard.cards.results import results
    from scorecard.reports.tables import csv_text, results_text

    rows = results(assessment)
    as_of = assessment.facts.book.office.as_of.isoformat()
    text = csv_text(rows) if kind == "csv" else results_text(edition_name(assessment), as_of, rows)
    if output is None:
        write_for_programs(text, end="")
        return
    try:
        output.write_bytes(text.encode("utf-8"))
    except OSError as error:
        details = {"folder": str(output), "reason": error.strerror or type(error).__name__}
        refuse(asked, [Problem("edition-unwritable", Spot(str(output), 0, 0), details)])
