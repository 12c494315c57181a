"""The editions that lie in a folder of reports, and which of them came before another."""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from scorecard.cards.revising import Former
from scorecard.problems import Problem, Spot
from scorecard.reports.records import read_results

RESULTS = "results.json"
_HEAD = re.compile(
    r'\{"edition": "(?P<edition>(?:[^"\\]|\\.)*)", "as_of": "(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"'
)
_FAR_ENOUGH = 1_000  #: Bytes in which a record has told what it is of.


@attrs.frozen(order=True)
class Shelved:
    """An edition on the shelf."""

    as_of: str  #: ISO day.
    name: str  #: Of its folder.
    path: Path  #: Of its record.


def former_edition(
    reports: Path, name: str = "", as_of: str = "9999"
) -> tuple[Shelved | None, list[Problem]]:
    """Find the latest edition of another name and an earlier day, and tell what is none although it looks like one.

    An edition is never held against an earlier printing of itself: made twice, it is the same.
    """
    shelved, problems = [], []
    for path in _records(reports):
        found = _HEAD.match(_beginning(path))
        if found is None:
            problems.append(
                Problem("results-broken", Spot(path.as_posix(), 0, 0), {"reason": "edition, as_of"})
            )
        elif path.parent.name != name and found["day"] < as_of:
            shelved.append(Shelved(found["day"], path.parent.name, path))
    return max(shelved, default=None), problems


def _records(reports: Path) -> Iterator[Path]:
    try:
        folders = sorted(reports.iterdir())
    except OSError:
        return
    yield from (
        folder / RESULTS
        for folder in folders
        if not folder.name.startswith(".") and (folder / RESULTS).is_file()
    )


def _beginning(path: Path) -> str:
    try:
        with path.open("rb") as content:
            return content.read(_FAR_ENOUGH).decode("utf-8", errors="replace").removeprefix("\ufeff")
    except OSError:
        return ""


def read_former(reports: Path, name: str, as_of: str) -> tuple[Former | None, list[Problem]]:
    """Read the edition before another; what keeps one from being read is told and keeps nothing from being printed."""
    shelved, problems = former_edition(reports, name, as_of)
    if shelved is None:
        return None, problems
    record, more = read_results(shelved.path)
    return Former(shelved.name, record), [*problems, *more]
