"""From a folder to a judged project: what every command and every program begins with."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from scorecard.problems import Language, Mistake, Problem, Spot, in_order

if TYPE_CHECKING:
    from scorecard.rules.assess import Assessment
    from scorecard.rules.models import RuleBook
    from scorecard.targets.measures import Book


_ENGLISH = rb"^(?:\xef\xbb\xbf)?language: *['\"]?en\b"
_FAR_ENOUGH = 100_000  #: Bytes of an office in which its language stands.


def language_written(office: Path) -> Language:
    """Find the language a file of an office asks for, whatever else is wrong with it."""
    try:
        if not office.is_file():
            return "ko"
        with office.open("rb") as content:
            return "en" if re.search(_ENGLISH, content.read(_FAR_ENOUGH), re.MULTILINE) else "ko"
    except (OSError, ValueError):
        return "ko"


def find_missing(project: Path) -> list[Problem]:
    """Find out that a folder is no project at all."""
    folder = str(project)
    there = (project / "targets").is_dir()
    return [] if there else [Problem("project-missing", Spot(folder, 0, 0), {"folder": folder})]


def read(project: Path) -> "tuple[Book | None, RuleBook | None, list[Problem]]":
    """Read the targets and rules of a folder, and hold them against each other where both could be read."""
    from scorecard.rules.loading import gather_rules, mentions_in, mentions_of
    from scorecard.rules.together import check_together
    from scorecard.targets.loading import gather_book

    book, problems = gather_book(project)
    texts, rules, more = gather_rules(project)
    if rules and not problems:
        return book, rules, check_together(book, mentions_of(rules))
    from scorecard.rules.hanging import true_together

    told = [*problems, *more]
    told += true_together(book, mentions_in(texts), texts.spots, told)
    return None if problems else book, rules, in_order(told)


def dated(
    book: "Book", as_of: str | None, language: Language | None, where: str = "--as-of"
) -> "tuple[Book | None, list[Problem]]":
    """Set the day and the language a book is told by; None leaves them as the office says.

    The day is one as a person types it; one that is none, or lies before the year, is a problem at `where`.
    """
    if as_of is None and language is None:
        return book, []
    from scorecard.targets.periods import fiscal_year, read_day

    office = book.office
    try:
        day = office.as_of if as_of is None else read_day(as_of)
    except Mistake as mistake:
        return None, [mistake.at(Spot(where, 0, 0))]
    first = fiscal_year(office.fiscal_year, office.year_begins).first
    if day < first:
        details = {"found": day.isoformat(), "first": first.isoformat()}
        return None, [Problem("as-of-before-year", Spot(where, 0, 0), details)]
    return attrs.evolve(
        book, office=attrs.evolve(office, as_of=day, language=language or office.language)
    ), []


def judge(book: "Book", rules: "RuleBook") -> "Assessment":
    """Judge a book by rules, as it was known on its as-of day."""
    from scorecard.rules.assess import assess
    from scorecard.targets.facts import lay_out

    return assess(lay_out(book), rules)
