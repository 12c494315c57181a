"""From what was asked for to a book, rules and an assessment; the pipeline of every command."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from scorecard.cli.outcome import Refused
from scorecard.cli.remembering import Hashes, hashes_of, memory_of, remember
from scorecard.cli.speaking import Speak, tell_problems
from scorecard.frozen import frozen
from scorecard.problems import Language, Mistake, Problem, Spot
from scorecard.rules import reading
from scorecard.rules.reading import dated, find_missing, language_written, read

if TYPE_CHECKING:
    from scorecard.rules.assess import Assessment
    from scorecard.rules.models import RuleBook
    from scorecard.targets.measures import Book


#: To take a book apart takes as long as to check a part of it, and the command ends before long: the system does it.
_LAST_READ: "list[Book | RuleBook | None]" = []


@frozen
class Asked:
    """What all commands share."""

    project: Path
    as_of: str | None
    lang: Language | None

    @property
    def words(self) -> Language:
        """Tell the language to speak about a project that could not be read, perhaps not even its office."""
        return self.lang or language_written(self.project / "targets" / "office.yaml")


def load(asked: Asked, speak: Speak = "text", hashes: Hashes | None = None) -> "tuple[Book, RuleBook]":
    """Read a project, or tell all its problems and stop; what is clean is remembered.

    Its hashes are of before it is read: what changes in between is another text.
    """
    if missing := find_missing(asked.project):
        refuse(asked, missing, speak)
    hashes = hashes or hashes_of(asked.project)
    book, rules, problems = read(asked.project)
    _LAST_READ[:] = book, rules
    if book is None or rules is None or problems:
        refuse(asked, problems, speak)
    if hashes:
        remember(asked.project, memory_of(book, rules, hashes))
    return as_asked(asked, book, speak), rules


def as_asked(asked: Asked, book: "Book", speak: Speak) -> "Book":
    """Apply the day and the language asked for."""
    told, problems = dated(book, asked.as_of, asked.lang)
    if told is None:
        refuse(asked, problems, speak)
    return told


def refuse_at_once(asked: Asked) -> None:
    """End a command that goes on looking if no edit could ever make good what was typed with it."""
    if missing := find_missing(asked.project):
        refuse(asked, missing)
    if asked.as_of is not None:
        from scorecard.targets.loading import load_some
        from scorecard.targets.periods import read_day

        try:
            read_day(asked.as_of)
        except Mistake as mistake:
            refuse(asked, [mistake.at(Spot("--as-of", 0, 0))])
        office, _ = load_some(asked.project, ())
        if office:
            as_asked(asked, office, "text")


def refuse(asked: Asked, problems: Sequence[Problem], speak: Speak = "text") -> NoReturn:
    """Tell problems and end the command with exit code 2."""
    tell_problems(problems, asked.words, speak, asked.project)
    raise Refused


def judge(asked: Asked, speak: Speak = "text") -> "Assessment":
    """Read a project and judge it."""
    return reading.judge(*load(asked, speak))
