"""What is typed for a side of a comparison → what it tells: an edition, a project or a git revision."""

import os.path
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from scorecard.cards.revisions import Record, Told
from scorecard.cli.git import find_commit, write_revision
from scorecard.cli.project import Asked, as_asked
from scorecard.cli.speaking import Format
from scorecard.frozen import frozen
from scorecard.problems import Mistake, Problem, Spot
from scorecard.reports.records import read_results
from scorecard.rules.assess import assess
from scorecard.rules.reading import read
from scorecard.targets.facts import lay_out

RESULTS = "results.json"
SHORT = 10  #: Characters of a commit's name that are told.


@frozen
class Side:
    """One side of a comparison."""

    label: str  #: As typed; of a revision with the commit it stands for.
    told: Told
    commit: str = ""  #: Of a revision; empty: no revision.
    is_here: bool = False  #: The project asked for, as it stands in its folder.


@frozen
class Teller:
    """Reads sides as they were asked for."""

    asked: Asked
    speak: Format

    def read(self, typed: str) -> tuple[Side | None, list[Problem]]:
        """Read one side; what exists as a file or folder is taken for that before git is asked."""
        path = Path(typed)
        if not os.path.lexists(typed):
            return self._revision(typed)
        if path.is_dir() and (path / "targets").is_dir():
            side, problems = self._project(path, typed, _under(path.as_posix()))
            return side and attrs.evolve(
                side, is_here=path.resolve() == self.asked.project.resolve()
            ), problems
        if path.is_dir() and not (path / RESULTS).is_file():
            return None, [Problem("folder-without-results", Spot(typed, 0, 0), {"folder": typed})]
        record, problems = read_results(path / RESULTS if path.is_dir() else path)
        return (Side(_label(typed, record), record) if record else None), problems

    def _revision(self, typed: str) -> tuple[Side | None, list[Problem]]:
        project = self.asked.project
        try:
            commit = find_commit(project, typed)
            with TemporaryDirectory(prefix="scorecard-") as folder:
                write_revision(project, typed, commit, Path(folder))
                label, placed = f"{typed} ({commit[:SHORT]})", _at(typed)
                side, problems = self._project(Path(folder), label, placed)
                return side and attrs.evolve(side, commit=commit), problems
        except Mistake as mistake:
            return None, [mistake.at(Spot(typed, 0, 0))]

    def _project(
        self, folder: Path, label: str, placed: Callable[[str], str]
    ) -> tuple[Side | None, list[Problem]]:
        book, rules, problems = read(folder)
        if book is None or rules is None or problems:
            return None, _elsewhere(problems, placed)
        return Side(label, assess(lay_out(as_asked(self.asked, book, self.speak)), rules)), []


def _label(typed: str, record: Record) -> str:
    return f"{typed} ({record.edition})"


def _under(folder: str) -> Callable[[str], str]:
    return lambda file: file if folder == "." else f"{folder}/{file}"


def _at(revision: str) -> Callable[[str], str]:
    return lambda file: f"{revision}:{file}"


def _elsewhere(problems: Sequence[Problem], placed: Callable[[str], str]) -> list[Problem]:
    """Say on which side a problem lies."""
    return [attrs.evolve(one, spot=attrs.evolve(one.spot, file=placed(one.spot.file))) for one in problems]
