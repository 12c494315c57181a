"""The command `scorecard`: options that all commands share, and the list of commands."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import attrs
import click

from scorecard import __version__
from scorecard.cli.console import give_up_output, make_fit_for_any_console
from scorecard.cli.outcome import HOLDS, UNJUDGED, Refused
from scorecard.cli.project import Asked
from scorecard.cli.usage import Commands, language_typed, tell_usage
from scorecard.problems import LANGUAGES, Language, in_one_line
from scorecard.wording.phrases import phrase

#: Name → what it does. A command's module is loaded when it is asked for: `check` loads no NumPy.
COMMANDS = {
    "init": "설명이 달린 새 프로젝트를 만든다 · begin a project, commented, that builds",
    "check": "오류를 모두 찾는다 · find every problem, draw nothing",
    "build": "점검·판정하고 스코어카드를 인쇄한다 · judge and print the edition",
    "serve": "브라우저에 보이고 저장할 때마다 새로 고친다 · the edition in a browser, renewed after every edit",
    "watch": "저장할 때마다 달라진 것을 보이고 다시 인쇄한다 · print again after every edit",
    "show": "스코어카드를 터미널에 보인다 · the scorecard in the terminal",
    "gate": "목표 설정률과 위험신호의 요구를 지키는지 본다 · hold the demands, for CI",
    "explain": "지표 한 줄의 모든 수치·방법·출처를 풀어 보인다 · every figure behind one line",
    "diff": "두 호·폴더·git 리비전 사이에 달라진 것을 보인다 · what changed between two editions or revisions",
    "what-if": "목표·실적·규칙을 바꾸면 무엇이 달라지는지, 얼마면 되는지 본다 · what would change, and how much is enough",
    "sensitivity": "규칙의 값 하나하나에 무엇이 달려 있는지 본다 · what hangs on each value of the rules",
    "tieout": "같은 수치를 두 곳에서 대조해 모순을 보인다 · where the source contradicts itself",
    "add": "실적·지표·사업을 파일의 제자리에 적는다 · write an actual, an indicator or a programme",
    "template": "부서마다 채워 넣을 엑셀 서식을 만든다 · the Excel sheet to fill in, one a department",
    "import": "채운 서식의 실적을 파일의 제자리에 옮긴다 · write a filled-in sheet into the text",
    "export": "결과표를 csv, json, xlsx, parquet로 낸다 · the result table as csv, json, xlsx or parquet",
    "help": "오류 코드·규칙·사실을 보기와 함께 풀어 준다 · what a problem code, a rule or a fact means",
    "schema": "글 형식의 JSON Schema를 낸다 · JSON Schema of the text formats",
}

_MODULES = {"import": "importing", "what-if": "what_if"}  #: Of commands whose name can be none of a module.


def _shared() -> list[click.Option]:
    """Make the options all commands share, to be typed before a command's name or after it."""
    folder = click.Path(path_type=Path)
    project = "targets/와 rules/가 있는 폴더 (기본: 여기) · the project's folder (default: here)"
    day = "기준일을 바꾼다, 예 2026-03-31 · judge as of another day"
    words = "말을 바꾼다 · language of everything printed"
    return [
        click.Option(
            ["--project"], type=folder, metavar="DIR", help=project, callback=_note, expose_value=False
        ),
        click.Option(["--as-of"], metavar="DAY", help=day, callback=_note, expose_value=False),
        click.Option(
            ["--lang"], type=click.Choice(LANGUAGES), help=words, callback=_note, expose_value=False
        ),
    ]


def _note(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Keep what was asked for, before the command's name or after it; the later word counts."""
    asked: Asked = ctx.obj or Asked(Path(), None, None)
    ctx.obj = asked if value is None else attrs.evolve(asked, **{str(param.name): value})  # type: ignore[arg-type]


class Lazy(Commands):
    """A group that knows its commands by name and loads them on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order they are used."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None for one that does not exist."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"scorecard.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        for one in (command, *getattr(command, "commands", {}).values()):
            known = {param.name for param in one.params}
            one.params += [option for option in _shared() if option.name not in known]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Lazy, params=[*_shared()],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)  # fmt: skip
@click.version_option(__version__, prog_name="scorecard")
def scorecard() -> None:
    """글로 쓰는 성과관리: 목표와 실적을 YAML로 적으면 규칙대로 판정해 스코어카드를 인쇄한다.

    Plain-text performance management: targets and actuals in YAML, judged by written
    rules, printed as scorecards.

    \b
    처음이라면 · to begin with:
      scorecard check                         오류 찾기
      scorecard build                         reports/에 인쇄
      scorecard explain youth-academy/trained 한 지표 풀어 보기

    --project, --as-of, --lang은 명령 앞에도 뒤에도 적을 수 있다 · may stand before or after the command.

    종료 코드 · exit codes: 0 지킴 holds, 1 못 지킴 does not hold, 2 판단 못 함 could not be judged.
    """


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; whatever was typed, and whatever we did wrong, ends in words and an exit code."""
    make_fit_for_any_console()
    typed = sys.argv[1:] if arguments is None else list(arguments)
    sys.exit(_outcome(typed))


def _outcome(typed: list[str]) -> int:
    language = language_typed(typed)
    try:
        code = scorecard.main(typed, prog_name="scorecard", standalone_mode=False)
        sys.stdout.flush()
    except Refused as refused:
        return refused.code
    except click.ClickException as error:
        tell_usage(error, language)
    except (click.Abort, KeyboardInterrupt):
        click.echo(phrase("aborted", language), err=True)
    except OSError as error:
        _tell(
            "output-broken",
            language,
            f"{error.strerror or type(error).__name__}: {error.filename or 'stdout'}",
        )
        give_up_output()
    except Exception as error:  # noqa: BLE001
        _tell("fault", language, f"{type(error).__name__}: {error}")
    else:
        return code or HOLDS
    return UNJUDGED


def _tell(key: str, language: Language, what: str) -> None:
    """Tell what nobody who writes targets can mend; its traceback only to who asks for it."""
    if os.environ.get("SCORECARD_DEBUG"):
        from traceback import format_exc

        click.echo(format_exc(), err=True)
    click.echo(f"scorecard: {phrase(key, language, what=in_one_line(what))}", err=True)
