"""A project read by a program: whole, or an error that holds every problem as data."""

from collections.abc import Sequence
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from scorecard.api.rows import Table
from scorecard.problems import LANGUAGES, Language, Problem, told

if TYPE_CHECKING:
    from scorecard.rules.models import RuleBook
    from scorecard.targets.measures import Book

PROBLEM_COLUMNS = ("code", "file", "line", "column", "message", "hint")


class BookError(Exception):
    """A project has problems; nothing is made from a text that has any.

    `problems` holds all of them, one row each, as `scorecard check --format json` tells them:
    code, file, line and column from 1 (0: the file or line as a whole), sentence and hint. As
    text the error is one line a problem.
    """

    def __init__(self, problems: Table) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(_line(row) for row in self.problems)

    def _repr_html_(self) -> str:
        return self.problems._repr_html_()


def _line(row: "dict[str, str | int]") -> str:
    numbers = [str(row[name]) for name in ("line", "column") if row[name]]
    return f"{':'.join([str(row['file']), *numbers])}: {row['message']} [{row['code']}]"


@attrs.frozen(eq=False, repr=False)
class Project:
    """The text of a project, read without problems."""

    folder: Path
    book: "Book"  #: What `targets/` says, in models of the program; they may change with it.
    rules: "RuleBook"  #: What `rules/` says, likewise.

    @property
    def name(self) -> str:
        """Name the office."""
        return self.book.office.office

    @property
    def as_of(self) -> date:
        """Tell the day of which the project is judged: nothing later is known."""
        return self.book.office.as_of

    @property
    def language(self) -> Language:
        """Tell the language of every word that is printed."""
        return self.book.office.language

    def __repr__(self) -> str:
        return f"<Project {self.name}, {self.as_of}>"


def load(
    folder: str | PathLike[str], as_of: str | date | None = None, language: Language | None = None
) -> Project:
    """Read a project's folder, the one that holds `targets/` and `rules/`.

    `as_of` sets the day (`2026-06-30` or a date), `language` the words (`ko` or `en`); without
    them they are as `targets/office.yaml` says. Nothing is printed, written or remembered.

    Raises BookError with all problems if the project cannot be read or the day is none of its
    year or later, and ValueError for any other language.
    """
    from scorecard.rules.reading import dated, find_missing, language_written, read

    if language is not None and language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, found {language!r}")
    project = Path(folder)
    spoken = language or language_written(project / "targets" / "office.yaml")
    if missing := find_missing(project):
        raise _error(missing, spoken)
    book, rules, problems = read(project)
    if book is None or rules is None or problems:
        raise _error(problems, spoken)
    on, problems = dated(book, _typed(as_of), language, "as_of")
    if on is None:
        raise _error(problems, spoken)
    return Project(project, on, rules)


def _typed(as_of: str | date | None) -> str | None:
    """Write a day as a person types it; of a moment only its day counts."""
    if isinstance(as_of, datetime):
        as_of = as_of.date()
    if as_of is None or isinstance(as_of, str):
        return as_of
    if isinstance(as_of, date):
        return as_of.isoformat()
    raise TypeError(f"as_of must be a day such as '2026-06-30' or a date, found {as_of!r}")


def _error(problems: Sequence[Problem], language: Language) -> BookError:
    return BookError(
        Table("problems", PROBLEM_COLUMNS, tuple(told(problem, language) for problem in problems))
    )
