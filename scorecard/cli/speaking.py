"""Problems and verdicts in the ways people and machines read them: text, json, github."""

import json
import os.path
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal, Protocol

import click

from scorecard.cli.console import write_for_programs
from scorecard.problems import Language, Problem, Spot, in_one_line, say, told
from scorecard.wording.phrases import phrase

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = ("text", "json", "github")


class Outlet(Protocol):
    """Tells problems in ways of its own: several at once, or into files."""

    def tell_problems(self, problems: Sequence[Problem], language: Language, project: Path) -> None:
        """Tell problems."""


Speak = Format | Outlet

_MOST_SHOWN = 200  #: Problems printed as text; the count tells of the rest.


def tell_problems(problems: Sequence[Problem], language: Language, speak: Speak, project: Path) -> None:
    """Tell problems on stderr (text) or stdout (for machines), or leave it to an outlet."""
    if isinstance(speak, str):
        _TELL[speak](problems, language, project)
    else:
        speak.tell_problems(problems, language, project)


def _as_text(problems: Sequence[Problem], language: Language, project: Path) -> None:
    texts = Texts(project)
    for problem in problems[:_MOST_SHOWN]:
        said = say(problem, language)
        place = click.style(in_one_line(str(problem.spot)), bold=True)
        click.echo(f"{place}: {said.message} [{problem.code}]", err=True)
        for line in excerpt(problem.spot, texts[problem.spot.file] if problem.spot.line else []):
            click.echo(f"  {line}", err=True)
        if said.hint:
            click.echo(f"  {phrase('hint', language)}: {said.hint}", err=True)
    click.echo(phrase("check-problems", language, n=len(problems)), err=True)
    if problems:
        click.echo(phrase("help-more", language, code=problems[0].code), err=True)


class Texts(dict[str, list[str]]):
    """The lines of a project's files, each read once; of what cannot be read there are none."""

    def __init__(self, project: Path) -> None:
        super().__init__()
        self.project = project

    def __missing__(self, file: str) -> list[str]:
        from scorecard.targets.files import LARGEST_FILE

        try:
            path = self.project / file
            is_shown = path.is_file() and path.stat().st_size <= LARGEST_FILE
            text = path.read_text(encoding="utf-8-sig") if is_shown else ""
        except (OSError, ValueError):
            text = ""
        self[file] = unicodedata.normalize("NFC", text).splitlines()
        return self[file]


def excerpt(spot: Spot, lines: list[str]) -> list[str]:
    """Show the offending line with a mark under the place."""
    if not 0 < spot.line <= len(lines):
        return []
    start = max(spot.column - 60, 0)
    line = in_one_line(lines[spot.line - 1][start : start + 100])
    if not spot.column:
        return [line]
    return [line, " " * _width(line[: spot.column - 1 - start]) + "^"]


def _width(text: str) -> int:
    """Count the columns a text takes on a terminal: Hangul takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _as_json(problems: Sequence[Problem], language: Language, project: Path) -> None:
    write_for_programs(problems_json(problems, language))


def problems_json(problems: Sequence[Problem], language: Language) -> str:
    """Write problems as JSON."""
    listed = [told(problem, language) for problem in problems]
    return json.dumps({"problems": listed}, ensure_ascii=False, indent=1)


def _as_github(problems: Sequence[Problem], language: Language, project: Path) -> None:
    if problems:
        write_for_programs(problems_github(problems, language, root_of(project)))


def problems_github(problems: Sequence[Problem], language: Language, root: str) -> str:
    """Write problems as GitHub annotations."""
    lines = []
    for problem in problems:
        said = say(problem, language)
        words, file = f"{said.message}. {said.hint}", f"{root}{problem.spot.file}"
        lines.append(annotation("error", words, problem.code, file, problem.spot.line))
    return "\n".join(lines)


def root_of(project: Path) -> str:
    """Tell the project's folder within its repository, with a slash at its end; empty: it is the top."""
    folder = Path(os.path.realpath(project))  # Path.resolve raises for a link to itself.
    for parent in (folder, *folder.parents):
        if (parent / ".git").exists():
            within = folder.relative_to(parent).as_posix()
            return "" if within == "." else f"{within}/"
    return ""


def annotation(level: str, message: str, title: str, file: str = "", line: int = 0) -> str:
    """Write one GitHub annotation, escaped as its commands ask."""
    places = [f"file={_escaped(file, more=True)}"] if file else []
    places += [f"line={line}"] if line else []
    places.append(f"title={_escaped(title, more=True)}")
    return f"::{level} {','.join(places)}::{_escaped(message)}"


def _escaped(text: str, *, more: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if more else text


_TELL: Mapping[Format, Callable[[Sequence[Problem], Language, Path], None]] = MappingProxyType(
    {"text": _as_text, "json": _as_json, "github": _as_github}
)
