"""`--format`: how a gate or a check is told, in several ways at once, each on the screen or into a file."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs
import click

from scorecard.cli.console import write_for_programs
from scorecard.cli.outcome import Refused
from scorecard.cli.speaking import problems_github, problems_json, root_of, tell_problems
from scorecard.cli.usage import WrongUse
from scorecard.frozen import frozen
from scorecard.problems import Language, Problem, Spot

if TYPE_CHECKING:
    from scorecard.cards.bulletin import Bulletin

KINDS = ("text", "json", "markdown", "junit", "sarif", "github", "gitlab", "badge")
IN_LOG = ("text", "github")  #: Lines of a log, which may follow each other on one screen.
SCREEN = "-"
_TEXTS = (".yaml", ".yml")

text_or_json = click.option(
    "--format", "speak", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="사람이 읽는 글, 프로그램이 읽는 json · for people or for programs",
)  # fmt: skip
reports_option = click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="인쇄물을 둘 폴더 (기본: 프로젝트의 reports/) · where editions go (default: reports/)",
)  # fmt: skip

Writer = Callable[["Bulletin", str], str]  # With the project's folder within its repository.


@frozen
class Output:
    """One way to tell it."""

    kind: str
    path: Path | None  #: None: the screen.


@frozen
class Outputs:
    """All ways asked for; text on the screen where none was."""

    command: str
    asked: tuple[Output, ...]

    @property
    def on_screen(self) -> tuple[str, ...]:
        """List the kinds that go to the screen."""
        return tuple(one.kind for one in self.asked if one.path is None)

    def tell(self, bulletin: "Bulletin", project: Path) -> None:
        """Write all files, then whatever goes to the screen; with files only, the one sentence."""
        root = root_of(project)
        for one in self.asked:
            if one.path is not None:
                _write(one.path, WRITERS[one.kind](bulletin, root), bulletin.language)
        for kind in self.on_screen:
            if kind == "text":
                from scorecard.cli.verdict import tell_text

                tell_text(bulletin)
            else:
                write_for_programs(WRITERS[kind](bulletin, root), end="")
        if not self.on_screen:
            click.echo(bulletin.summary)

    def tell_clean(self, lines: Sequence[str], language: Language, project: Path) -> None:
        """Tell that a check found nothing; to a person in the lines given."""
        if self.asked == (Output("text", None),):
            click.echo("\n".join(lines))  # The way a person asks: nothing more is loaded.
            return
        from scorecard.cards.bulletin import bulletin_of_problems, files_read

        bulletin = bulletin_of_problems(self.command, (), language, files_read(project))
        self.tell(attrs.evolve(bulletin, summary="\n".join(lines)), project)

    def tell_problems(self, problems: Sequence[Problem], language: Language, project: Path) -> None:
        """Tell what keeps a text from being judged, in every way asked for; and to a person in any case."""
        from scorecard.cards.bulletin import bulletin_of_problems, files_read

        bulletin = bulletin_of_problems(self.command, problems, language, files_read(project))
        root = root_of(project)
        own = {
            "json": f"{problems_json(problems, language)}\n",
            "github": f"{problems_github(problems, language, root)}\n",
        }
        for one in self.asked:
            if one.kind == "text" and one.path is None:
                continue
            text = own[one.kind] if one.kind in own else WRITERS[one.kind](bulletin, root)
            if one.path is None:
                write_for_programs(text, end="")
            else:
                _write(one.path, text, language)
        if not self.on_screen or "text" in self.on_screen:
            tell_problems(problems, language, "text", project)


def _write(path: Path, text: str, language: Language) -> None:
    """Write a file, or say why it cannot be written and end the command."""
    try:
        write_whole(path, text.encode("utf-8", errors="replace"))
    except OSError as error:
        tell_problems([unwritable(error)], language, "text", path.parent)
        raise Refused from None


def unwritable(error: OSError) -> Problem:
    """Make a problem of a file that could not be written."""
    reason = error.strerror or type(error).__name__
    return Problem("file-unwritable", Spot(str(error.filename), 0, 0), {"reason": reason})


def refuse_onto_text(ctx: click.Context, path: Path) -> None:
    """Refuse to write over a file of the kind that people write."""
    if path.suffix.lower() in _TEXTS:
        raise WrongUse("format-onto-text", ctx, found=str(path))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that appears whole or not at all; a device or pipe is simply written to.

    Raises OSError with the name that was asked for.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        aside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            aside.write_bytes(content)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise OSError(error.errno, error.strerror or type(error).__name__, str(path)) from None


def _json(record: Any) -> str:
    import json

    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _sarif(bulletin: "Bulletin", root: str) -> str:
    from scorecard.reports.sarif import sarif

    return _json(sarif(bulletin, root))


def _junit(bulletin: "Bulletin", _: str) -> str:
    from scorecard.reports.junit import junit

    return junit(bulletin)


def _gitlab(bulletin: "Bulletin", root: str) -> str:
    from scorecard.reports.codequality import code_quality

    return _json(code_quality(bulletin, root))


def _markdown(bulletin: "Bulletin", _: str) -> str:
    from scorecard.reports.verdicts import verdict_text

    return verdict_text(bulletin)


def _badge(bulletin: "Bulletin", _: str) -> str:
    from scorecard.reports.badge import badge

    return badge(bulletin)


def _record(bulletin: "Bulletin", _: str) -> str:
    from scorecard.reports.verdicts import verdict_record

    return _json(verdict_record(bulletin) if bulletin.command == "gate" else {"problems": []})


def _text(bulletin: "Bulletin", _: str) -> str:
    from scorecard.cli.verdict import text_of

    return text_of(bulletin)


def _github(bulletin: "Bulletin", root: str) -> str:
    from scorecard.cli.verdict import annotations

    return annotations(bulletin, root)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "text": _text, "json": _record, "markdown": _markdown, "junit": _junit, "sarif": _sarif,
        "github": _github, "gitlab": _gitlab, "badge": _badge,
    }
)  # fmt: skip


def outputs_option(command: str, *without: str) -> Callable[[Any], Any]:
    """Make the option `--format KIND[=FILE]` of a command."""
    kinds = tuple(kind for kind in KINDS if kind not in without)

    def read(ctx: click.Context, _: click.Parameter, typed: tuple[str, ...]) -> Outputs:
        return _read(command, kinds, ctx, typed)

    return click.option(
        "--format", "outputs", multiple=True, metavar="KIND[=FILE]", callback=read,
        help=f"{' | '.join(kinds)}. 여러 번 적을 수 있고 =파일이면 그 파일에 (기본 text) · "
        "may be given several times, each to a file by =FILE (default text)",
    )  # fmt: skip


def _read(command: str, kinds: Sequence[str], ctx: click.Context, typed: Sequence[str]) -> Outputs:
    asked = []
    for one in typed or ("text",):
        kind, _, file = one.partition("=")
        if kind not in kinds or (one.endswith("=")):
            raise WrongUse("usage-value", ctx, name="--format", said=" | ".join(kinds))
        asked.append(Output(kind, Path(file) if file and file != SCREEN else None))
    outputs = Outputs(command, tuple(asked))
    alone = [kind for kind in outputs.on_screen if kind not in IN_LOG]
    if alone and len(outputs.on_screen) > 1:
        raise WrongUse("format-alone", ctx, found=alone[0])
    paths = [one.path for one in asked if one.path is not None]
    for n, path in enumerate(paths):
        if path in paths[:n]:
            raise WrongUse("format-same-file", ctx, found=str(path))
        refuse_onto_text(ctx, path)
    return outputs
