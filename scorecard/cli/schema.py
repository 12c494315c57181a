"""`scorecard schema`: JSON Schema of a text format, for editors."""

import json

import click

from scorecard.cli.console import write_for_programs


@click.command("schema")
@click.argument(
    "name", type=click.Choice(("office", "department", "audit", "attainment", "risks", "coverage"))
)
def command(name: str) -> None:
    """글 형식의 JSON Schema를 낸다: office, department, audit, attainment, risks, coverage.

    Prints the JSON Schema of one text format; editors complete and describe keys with it.

    \b
    scorecard schema department > department.schema.json
    """
    from scorecard.reports.schemas import schema_of

    write_for_programs(json.dumps(schema_of(name), ensure_ascii=False, indent=1))
