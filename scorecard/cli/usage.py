"""Wrong usage: what click found, said in the words and the shape of every other problem."""

import re
from collections.abc import Sequence

import click

from scorecard.likeness import likest
from scorecard.problems import Language, in_one_line
from scorecard.wording.phrases import phrase


class WrongUse(click.UsageError):
    """Says in words of ours what was typed wrongly."""

    def __init__(self, key: str, ctx: click.Context | None, **details: str) -> None:
        super().__init__(key, ctx)
        self.key = key
        self.details = details


class UnknownCommand(WrongUse):
    """Asks for a command that does not exist."""

    def __init__(self, found: str, commands: Sequence[str], ctx: click.Context) -> None:
        super().__init__("usage-command", ctx, found=found)
        self.found = found
        self.commands = commands


class Commands(click.Group):
    """A group that suggests the command somebody probably meant, which click cannot."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command asked for."""
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            raise UnknownCommand(args[0], known, ctx)
        return super().resolve_command(ctx, args)


def language_typed(arguments: Sequence[str]) -> Language:
    """Find the language asked for before anything is parsed, for mistakes in the other options."""
    return "en" if re.search(r"(^|\n)--lang[=\n]en(\n|$)", "\n".join(arguments)) else "ko"


def tell_usage(error: click.ClickException, language: Language) -> None:
    """Tell on stderr what was typed wrongly and how it is typed."""
    if not isinstance(error, click.UsageError) or error.message.startswith("Usage:"):
        error.show()  # Nothing was asked for: click shows what there is.
        return
    command = error.ctx.command_path if error.ctx else "scorecard"
    click.echo(in_one_line(f"{command}: {_message(error, language)}"), err=True)
    for hint in _hints(error, command, language):
        click.echo(f"  {phrase('hint', language)}: {in_one_line(hint)}", err=True)
    click.echo(f"  {phrase('usage-help', language, command=command)}", err=True)


def _message(error: click.UsageError, language: Language) -> str:
    if isinstance(error, WrongUse):
        return phrase(error.key, language, **error.details)
    if isinstance(error, click.NoSuchOption):
        return phrase("usage-option", language, found=error.option_name)
    if isinstance(error, click.MissingParameter):
        return phrase("usage-missing", language, name=_name(error))
    if isinstance(error, click.BadParameter):
        return _about_value(error, language)
    if isinstance(error, click.BadOptionUsage):
        return phrase("usage-needs-value", language, found=error.option_name)
    return phrase("usage-extra", language, said=error.message.rstrip("."))


def _name(error: click.BadParameter) -> str:
    if error.param and error.ctx:
        return error.param.get_error_hint(error.ctx)
    return str(error.param_hint or "?")


def _about_value(error: click.BadParameter, language: Language) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return phrase("usage-value", language, name=_name(error), said=" | ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        return phrase("usage-value", language, name=_name(error), said=f"{kind.min}~{kind.max}")
    return phrase("usage-place", language, name=_name(error))


def _hints(error: click.UsageError, command: str, language: Language) -> list[str]:
    hints = []
    if isinstance(error, UnknownCommand):
        nearest = likest(error.found, error.commands)
        hints.append(phrase("usage-commands", language, nearest=nearest, allowed=", ".join(error.commands)))
    return hints
