"""The commands, as their --help tells them."""

import inspect

import click

from scorecard.cli.main import scorecard
from tools.pages.markdown import code, fenced, table


def overview() -> str:
    """Describe the program itself and the options all commands share, which are not told again with each."""
    return _page(scorecard, "scorecard")


def all_commands() -> str:
    """Describe every command."""
    context = click.Context(scorecard)
    found = ((name, scorecard.get_command(context, name)) for name in scorecard.list_commands(context))
    return "\n\n".join(_section(one, f"scorecard {name}", "##") for name, one in found if one)


def _section(command: click.Command, name: str, head: str) -> str:
    """Describe a command and the commands it has of its own."""
    inner = command.commands.items() if isinstance(command, click.Group) else ()
    return "\n\n".join(
        [
            f"{head} {name}\n\n{_page(command, name)}",
            *(_section(one, f"{name} {word}", f"{head}#") for word, one in inner),
        ]
    )


def _page(command: click.Command, name: str) -> str:
    # The settings of the program hold for its commands too, and click keeps the first it meets.
    context = click.Context(command, info_name=name, **scorecard.context_settings)
    usage = f"{name} {' '.join(command.collect_usage_pieces(context))}"
    shared = set() if command is scorecard else {one.name for one in scorecard.params}
    options = [
        one for one in command.get_params(context) if isinstance(one, click.Option) and one.name not in shared
    ]
    return "\n\n".join([fenced(usage), *_paragraphs(command.help or ""), _options(options, context)])


def _paragraphs(text: str) -> list[str]:
    """Part a help text; what stands after a backspace keeps its lines."""
    return [
        fenced(one.removeprefix("\b\n")) if one.startswith("\b") else " ".join(one.split())
        for one in inspect.cleandoc(text).split("\n\n")
    ]


def _options(options: list[click.Option], context: click.Context) -> str:
    rows = (
        (code(", ".join((*one.opts, *one.secondary_opts))), _values(one, context), one.help or "")
        for one in options
    )
    return table(("option", "takes", "does"), rows)


def _values(option: click.Option, context: click.Context) -> str:
    """Tell what an option takes, and what it is without being given."""
    if option.is_flag:
        return ""
    default = f" (default {option.default})" if option.show_default else ""
    return code(option.make_metavar(context)) + default
