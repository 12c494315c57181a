"""`scorecard template`: the sheet in which a department fills in its actuals."""

from collections.abc import Sequence
from pathlib import Path

import click

from scorecard.cli.outputs import unwritable, write_whole
from scorecard.cli.project import Asked, load, refuse
from scorecard.problems import Mistake, Problem, Spot, in_one_line
from scorecard.targets.amending import find_department
from scorecard.targets.forms import HOW_MANY
from scorecard.wording.phrases import phrase


@click.command("template")
@click.argument("department", required=False)
@click.option(
    "--by", "grain", type=click.Choice(tuple(HOW_MANY)), default="quarter", show_default=True,
    help="채울 기간 · the periods to fill in",
)  # fmt: skip
@click.option(
    "--year", type=click.IntRange(1950, 2150), metavar="YEAR", help="채울 해 (기본: 회계연도) · which year"
)
@click.option(
    "--format", "kind", type=click.Choice(("xlsx", "csv")), default="xlsx", show_default=True,
    help="엑셀 서식, 또는 어디서나 열리는 csv · an Excel form, or csv that opens anywhere",
)  # fmt: skip
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="DIR", default=Path(), help="둘 폴더 (기본: 여기) · where to put it"
)  # fmt: skip
@click.option("--replace", is_flag=True, help="같은 이름의 파일을 덮어쓴다 · overwrite a file of that name")
@click.pass_obj
def command(asked: Asked, /, department: str | None, output: Path, **how: str | int | bool | None) -> None:
    """부서마다 채워 넣을 서식을 만든다. 채운 뒤 scorecard import로 옮긴다.

    Makes the sheet to fill in, one a department: who is asked is locked, figures are checked while they are
    typed. Bring it back with `scorecard import`.

    \b
    scorecard template jobs-policy
    scorecard template --by month --output 서식
    """
    book, _ = load(asked)
    language = book.office.language
    from scorecard.reports.forms import csv_form, form_of, xlsx_form

    try:
        chosen = [find_department(book, department)] if department else list(book.departments)
    except Mistake as mistake:
        refuse(asked, [mistake.at(Spot("template", 0, 0))])
    grain, year = str(how["grain"]), how["year"] or book.office.fiscal_year
    forms = [form_of(book, one, grain, int(year)) for one in chosen]  # type: ignore[arg-type]
    for form in forms:
        if not form.rows:
            click.echo(phrase("form-nothing", language, department=form.department.name), err=True)
    wanted = {output / f"{form.department.id}-{year}.{how['kind']}": form for form in forms if form.rows}
    if not how["replace"]:
        _refuse_existing(asked, list(wanted))
    try:
        for path, form in wanted.items():
            write_whole(path, csv_form(form).encode() if how["kind"] == "csv" else xlsx_form(form))
    except ImportError:
        refuse(asked, [Problem("excel-missing", Spot("template", 0, 0), {"package": "XlsxWriter"})])
    except OSError as error:
        refuse(asked, [unwritable(error)])
    if wanted:
        click.echo(
            phrase("form-made", language, files=", ".join(in_one_line(path.as_posix()) for path in wanted))
        )


def _refuse_existing(asked: Asked, paths: Sequence[Path]) -> None:
    """Leave files alone that somebody may have filled in."""
    there = [Problem("form-exists", Spot(path.as_posix(), 0, 0)) for path in paths if path.exists()]
    if there:
        refuse(asked, there)
