"""`scorecard schema`: what editors complete, describe and underline the text with."""

import json

import click

from scorecard.cli.console import write_for_programs
from scorecard.cli.outputs import unwritable, write_whole
from scorecard.cli.project import Asked, refuse
from scorecard.wording.phrases import phrase

NAMES = ("office", "department", "audit", "attainment", "risks", "coverage", "quality", "scoring")


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES), required=False)
@click.option(
    "--write", is_flag=True,
    help="프로젝트에 schemas/와 .vscode/를 만든다 · make schemas/ and .vscode/ in the project",
)  # fmt: skip
@click.pass_obj
def command(asked: Asked, name: str | None, write: bool) -> None:
    """글 형식의 JSON Schema를 낸다: office, department, audit, attainment, risks, coverage, quality, scoring.

    Prints the JSON Schema of one text format, or makes all that editors need in a project. They then
    complete and describe keys and underline mistakes while they are typed.

    \b
    scorecard schema department > department.schema.json
    scorecard schema --write
    """
    if write:
        _write(asked)
    elif name:
        from scorecard.reports.schemas import schema_of

        write_for_programs(json.dumps(schema_of(name), ensure_ascii=False, indent=1))
    else:
        raise click.MissingParameter(param_type="argument", param_hint="NAME")


def _write(asked: Asked) -> None:
    """Make the files editors read; what a person wrote in their place is left, and told."""
    from scorecard.reports.editors import editor_files

    written = 0
    for name, text in editor_files().items():
        path = asked.project / name
        own = name.startswith(".vscode/")
        if own and path.is_file() and path.read_text(encoding="utf-8", errors="replace") != text:
            click.echo(phrase("schema-kept", asked.words, file=name), err=True)
            continue
        try:
            write_whole(path, text.encode())
        except OSError as error:
            refuse(asked, [unwritable(error)])
        written += 1
    click.echo(phrase("schema-written", asked.words, n=written, folder=asked.project.as_posix()))
