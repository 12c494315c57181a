"""`scorecard help`: the page of a command, a problem code, a rule or a fact."""

import unicodedata
from typing import TYPE_CHECKING

import click

from scorecard.cli.outcome import Refused
from scorecard.cli.project import Asked
from scorecard.problems import Language, in_one_line
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorecard.cards.helping import HelpPage
    from scorecard.rules.models import Rule


@click.command("help")
@click.argument("word", nargs=-1)
@click.pass_context
def command(ctx: click.Context, word: tuple[str, ...]) -> None:
    """명령·오류 코드·규칙·사실 하나를 보기와 함께 풀어 준다.

    Explains a command, a problem code, a rule of this project or a fact that rules use, with examples.

    \b
    scorecard help unit-changed
    scorecard help target-below-previous
    scorecard help 달성률 --lang en
    """
    asked: Asked = ctx.obj
    wanted = unicodedata.normalize("NFC", " ".join(word)).strip().strip("[]")
    program = ctx.find_root().command
    commands = program.list_commands(ctx) if isinstance(program, click.Group) else []
    if wanted in commands and isinstance(program, click.Group):
        one = program.get_command(ctx, wanted)
        click.echo(one.get_help(click.Context(one, ctx.find_root(), wanted)) if one else "")
        return
    from scorecard.cards.helping import count_words, help_pages

    rules, unread = _rules_of(asked)
    if not wanted:
        click.echo(ctx.find_root().get_help())
        click.echo("\n" + phrase("help-topics", asked.words, **count_words(rules)))
        return
    pages = help_pages(wanted, rules, asked.words)
    if not pages:
        _tell_unknown(wanted, rules, commands, asked.words)
        if unread:
            click.echo(f"  {phrase('help-rules-unread', asked.words)}", err=True)
        raise Refused
    click.echo("\n\n".join(_said(page) for page in pages))


def _rules_of(asked: Asked) -> "tuple[Sequence[Rule], bool]":
    """Read the rules of a project, if there are any, and tell whether they could not be read."""
    from scorecard.rules.loading import load_rules

    rules, _ = load_rules(asked.project) if (asked.project / "rules").is_dir() else (None, [])
    return (rules.risks if rules else ()), rules is None and (asked.project / "rules").is_dir()


def _said(page: "HelpPage") -> str:
    """Lay a page out for a terminal; pieces of files keep their lines."""
    lines = [click.style(f"{page.title}", bold=True) + f"  [{page.word}] {page.kind}"]
    for line in page.lines:
        label = click.style(line.label, bold=True)
        if line.is_code and "\n" in line.text:
            lines += [label, *(f"    {one}" for one in line.text.splitlines())]
        else:
            lines.append(f"{label}  {line.text}")
    return "\n".join(lines)


def _tell_unknown(
    wanted: str, rules: "Sequence[Rule]", commands: "Sequence[str]", language: Language
) -> None:
    """Say that there is no such page, and which word may have been meant."""
    from scorecard.cards.helping import nearest_words

    click.echo(phrase("help-unknown", language, found=in_one_line(wanted)), err=True)
    nearest = nearest_words(wanted, rules, commands)
    if nearest:
        hint = phrase("help-nearest", language, nearest=", ".join(nearest))
        click.echo(f"  {phrase('hint', language)}: {hint}", err=True)
