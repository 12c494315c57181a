"""`scorecard export`: the result table, for spreadsheets and programs."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.console import write_bytes
from scorecard.cli.outputs import refuse_onto_text, unwritable, write_whole
from scorecard.cli.project import Asked, judge, refuse
from scorecard.problems import Problem, Spot

if TYPE_CHECKING:
    from datetime import date

    from scorecard.reports.spreadsheets import Rows


@click.command("export")
@click.option(
    "--format", "kind", type=click.Choice(("csv", "json", "xlsx", "parquet")), default="csv", show_default=True,
    help="엑셀에서 여는 csv와 xlsx, 프로그램이 읽는 json과 parquet · csv and xlsx for Excel, json and parquet for programs",
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
    if output is not None:
        refuse_onto_text(click.get_current_context(), output)
    assessment = judge(asked)
    from scorecard.cards.assemble import edition_name
    from scorecard.cards.results import results

    rows = results(assessment)
    edition, as_of = edition_name(assessment), assessment.facts.book.office.as_of
    content = _written(asked, kind, rows, (edition, as_of))
    if output is None:
        write_bytes(content)
        return
    try:
        write_whole(output, content)
    except OSError as error:
        refuse(asked, [unwritable(error)])


def _written(asked: Asked, kind: str, rows: "Rows", told: "tuple[str, date]") -> bytes:
    """Write the table in a format; a format whose package is not installed is refused."""
    from scorecard.reports.spreadsheets import parquet_results, xlsx_results
    from scorecard.reports.tables import csv_text, results_text

    edition, as_of = told
    if kind == "csv":
        return csv_text(rows).encode()
    if kind == "json":
        return results_text(edition, as_of.isoformat(), rows).encode()
    write, code, package = (
        (xlsx_results, "excel-missing", "XlsxWriter")
        if kind == "xlsx"
        else (parquet_results, "parquet-missing", "PyArrow")
    )
    try:
        return write(rows, edition, as_of)
    except ImportError:
        refuse(asked, [Problem(code, Spot("export", 0, 0), {"package": package})])
