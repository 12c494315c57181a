"""Problems: mistakes in the text, each with its place, as data.

A problem carries its code and the words that fill its sentence; the sentences stand in
`catalogue.yaml`, in Korean and English, and are read only when there is something to say.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal

import attrs

from scorecard.frozen import frozen
from scorecard.particles import in_speech

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")
MOST_PROBLEMS = 500  #: Of one reading of one file; nobody mends more at once.
LONGEST_DETAIL = 300  #: Characters of what was typed that a sentence repeats.


@frozen
class Spot:
    """A place in a text."""

    file: str  #: As a person would type it: relative to the project, with `/`.
    line: int  #: From 1; 0: the file as a whole.
    column: int  #: From 1, counted in characters; 0: the line as a whole.

    def __lt__(self, other: "Spot") -> bool:
        return (self.file, self.line, self.column) < (other.file, other.line, other.column)

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])


@frozen
class Problem:
    """A mistake in the text that keeps a book from being judged."""

    code: str  #: Stable, kebab-case; a key of the catalogue and a page in docs/problems/.
    spot: Spot  #: Where the offending value begins.
    details: Mapping[str, str] = attrs.Factory(dict)  #: What fills the sentence.


class Mistake(ValueError):
    """What a reader of one value raises; whoever knows the place makes it a problem."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def at(self, spot: Spot) -> Problem:
        """Make the problem of this mistake at a place."""
        return Problem(self.code, spot, self.details)


@frozen
class Saying:
    """A problem in the words of one language."""

    title: str
    message: str  #: What was found and what was expected.
    hint: str  #: What to type instead.


@cache
def catalogue() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Read the sentences of all codes: code, then language, then part."""
    import yaml

    text = Path(__file__).with_name("catalogue.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, dict[str, str]]] = yaml.load(text, Loader=_loader())  # noqa: S506 - a safe one
    return loaded


def _loader() -> type:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def say(problem: Problem, language: Language = "ko") -> Saying:
    """Put a problem into the words of a language."""
    entry = catalogue()[problem.code][language]
    details = {name: in_one_line(words) for name, words in problem.details.items()}
    return Saying(
        title=entry["title"],
        message=in_speech(entry["message"].format_map(details)),
        hint=in_speech(entry["hint"].format_map(details)),
    )


def told(problem: Problem, language: Language) -> dict[str, str | int]:
    """Lay a problem out for programs: its code, place, sentence and hint."""
    said, spot = say(problem, language), problem.spot
    return {
        "code": problem.code, "file": spot.file, "line": spot.line, "column": spot.column,
        "message": said.message, "hint": said.hint,
    }  # fmt: skip


def in_one_line(words: str) -> str:
    """Make what somebody typed fit to be printed: it may hold line ends and terminal commands."""
    shown = "".join(sign if sign.isprintable() else " " for sign in words[:LONGEST_DETAIL])
    return f"{shown}…" if len(words) > LONGEST_DETAIL else shown


def first_of(problems: Iterable[Problem]) -> list[Problem]:
    """Take as many problems as anybody will mend at once, and say so if there are more."""
    some = list(islice(problems, MOST_PROBLEMS + 1))
    if len(some) > MOST_PROBLEMS:
        some[-1] = Problem("too-many-problems", some[-1].spot, {"limit": str(MOST_PROBLEMS)})
    return some


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems as a reader walks through the files, each once."""
    unique = {(problem.spot, problem.code, tuple(problem.details.items())): problem for problem in problems}
    return [unique[key] for key in sorted(unique)]
