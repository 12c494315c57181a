"""From what was asked for to a book, rules and an assessment; the pipeline of every command."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import attrs

from scorecard.cli.outcome import Refused
from scorecard.cli.remembering import hashes_of, memory_of, remember
from scorecard.cli.speaking import Speak, tell_problems
from scorecard.problems import Language, Mistake, Problem, Spot, in_order

if TYPE_CHECKING:
    from scorecard.rules.assess import Assessment
    from scorecard.rules.models import RuleBook
    from scorecard.targets.measures import Book

_ENGLISH = rb"^(?:\xef\xbb\xbf)?language: *['\"]?en\b"
_FAR_ENOUGH = 100_000  #: Bytes of an office in which its language stands.


@attrs.frozen
class Asked:
    """What all commands share."""

    project: Path
    as_of: str | None
    lang: Language | None

    @property
    def words(self) -> Language:
        """Tell the language to speak about a project that could not be read, perhaps not even its office."""
        return self.lang or _language_written(self.project / "targets" / "office.yaml")


def _language_written(office: Path) -> Language:
    """Find the language a file asks for, whatever else is wrong with it."""
    try:
        if not office.is_file():
            return "ko"
        with office.open("rb") as content:
            return "en" if re.search(_ENGLISH, content.read(_FAR_ENOUGH), re.MULTILINE) else "ko"
    except (OSError, ValueError):
        return "ko"


def load(asked: Asked, speak: Speak = "text") -> "tuple[Book, RuleBook]":
    """Read a project, or tell all its problems and stop; what is clean is remembered."""
    if missing := find_missing(asked.project):
        refuse(asked, missing, speak)
    hashes = hashes_of(asked.project)
    book, rules, problems = read(asked.project)
    if book is None or rules is None or problems:
        refuse(asked, problems, speak)
    if hashes:
        remember(asked.project, memory_of(book, rules, hashes))
    return as_asked(asked, book, speak), rules


def find_missing(project: Path) -> list[Problem]:
    """Find out that a folder is no project at all."""
    folder = str(project)
    there = (project / "targets").is_dir()
    return [] if there else [Problem("project-missing", Spot(folder, 0, 0), {"folder": folder})]


def read(project: Path) -> "tuple[Book | None, RuleBook | None, list[Problem]]":
    """Read the targets and rules of a folder, and hold them against each other where both could be read."""
    from scorecard.rules.loading import load_rules, mentions_of
    from scorecard.rules.together import check_together
    from scorecard.targets.loading import load_book

    book, problems = load_book(project)
    rules, more = load_rules(project)
    problems = in_order([*problems, *more])
    return book, rules, check_together(book, mentions_of(rules)) if book and rules else problems


def as_asked(asked: Asked, book: "Book", speak: Speak) -> "Book":
    """Apply the day and the language asked for."""
    dated, problems = _dated(asked, book)
    if dated is None:
        refuse(asked, problems, speak)
    return dated


def _dated(asked: Asked, book: "Book") -> "tuple[Book | None, list[Problem]]":
    from scorecard.targets.periods import fiscal_year, read_day

    office = book.office
    try:
        day = read_day(asked.as_of) if asked.as_of else office.as_of
    except Mistake as mistake:
        return None, [mistake.at(Spot("--as-of", 0, 0))]
    first = fiscal_year(office.fiscal_year, office.year_begins).first
    if day < first:
        details = {"found": day.isoformat(), "first": first.isoformat()}
        return None, [Problem("as-of-before-year", Spot("--as-of", 0, 0), details)]
    language = asked.lang or office.language
    return attrs.evolve(book, office=attrs.evolve(office, as_of=day, language=language)), []


def refuse(asked: Asked, problems: Sequence[Problem], speak: Speak = "text") -> NoReturn:
    """Tell problems and end the command with exit code 2."""
    tell_problems(problems, asked.words, speak, asked.project)
    raise Refused


def judge(asked: Asked, speak: Speak = "text") -> "Assessment":
    """Read a project and judge it."""
    book, rules = load(asked, speak)
    from scorecard.rules.assess import assess
    from scorecard.targets.facts import lay_out

    return assess(lay_out(book), rules)


def try_to_judge(asked: Asked) -> "tuple[Assessment | None, list[Problem]]":
    """Read a project and judge it, or tell everything that keeps it from being judged."""
    book, rules, problems = read(asked.project)
    dated, more = _dated(asked, book) if book and rules and not problems else (None, [])
    if dated is None or rules is None:
        return None, find_missing(asked.project) or [*problems, *more]
    from scorecard.rules.assess import assess
    from scorecard.targets.facts import lay_out

    return assess(lay_out(dated), rules), []
