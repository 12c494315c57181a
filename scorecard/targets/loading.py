"""A project's folder → a book, or everything that keeps it from being one."""

import gc
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import attrs

from scorecard.likeness import most_like
from scorecard.problems import Mistake, Problem, Spot, first_of, in_order
from scorecard.targets.audit_checks import check_audit
from scorecard.targets.audits import AUDIT_ID, Audit
from scorecard.targets.checks import check
from scorecard.targets.leaves import read_whole
from scorecard.targets.measures import OFFICE_ID, Book, Department, Office
from scorecard.targets.periods import FIRST_YEAR, LAST_YEAR, MONTHS, fiscal_year
from scorecard.targets.shape import DepartmentText, shaper
from scorecard.targets.spots import SpotMap
from scorecard.targets.text import Text, read_file

T = TypeVar("T")

FOLDER = "targets"
OFFICE = f"{OFFICE_ID}.yaml"
AUDIT = f"{AUDIT_ID}.yaml"
SHEETS = ("revisions", "quality", AUDIT_ID, "sources")  #: Ids of the sheets that may close an edition.
_PRINTED = frozenset(("scorecards", *SHEETS))  #: Names of printed files.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
_EDITION = r"[^\W_](?:[\w.-]{0,58}\w)?"  #: Names a folder inside reports/.


def load_book(project: Path) -> tuple[Book | None, list[Problem]]:
    """Read a project's targets; None when there is any problem."""
    with _no_collecting():
        return _load_book(project)


def load_some(project: Path, names: Sequence[str]) -> tuple[Book | None, list[Problem]]:
    """Read some departments as if the office had no others; None when there is any problem in them."""
    with _no_collecting():
        files = _files_in(project / FOLDER)
        office, spots, problems = _load_office(project, files)
        if office is None or spots is None:
            return None, problems
        return _load_departments(office, spots, {name: files.get(f"{name}.yaml") for name in names}, problems)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Look for no garbage: what is read stays, and looking through it takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load_book(project: Path) -> tuple[Book | None, list[Problem]]:
    files = _files_in(project / FOLDER)
    office, spots, problems = _load_office(project, files)
    if office is None or spots is None:
        return None, in_order(problems)
    problems += first_of(_check_listed(office, spots, project / FOLDER))
    mistaken = {problem.details["nearest"] for problem in problems if problem.code == "department-missing"}
    listed = {name: files.pop(f"{name}.yaml", None) for name in dict.fromkeys(office.departments)}
    audit = files.pop(AUDIT, None)
    problems += _unlisted({name: path for name, path in files.items() if name not in mistaken})
    return _load_departments(office, spots, listed, problems, audit)


def _load_departments(
    office: Office,
    spots: SpotMap,
    listed: Mapping[str, Path | None],
    problems: list[Problem],
    audit_path: Path | None = None,
) -> tuple[Book | None, list[Problem]]:
    """Read departments and the audit, and check what was read together."""
    departments = []
    found = {OFFICE_ID: spots}
    for name, path in listed.items():
        if path is None:
            continue
        department, department_spots, more = _load_department(path, name, office)
        problems += more
        found[name] = department_spots
        if department:
            departments.append(department)
    audit = None
    if audit_path is not None:
        audit, found[AUDIT_ID], more = _load_shaped(audit_path, AUDIT_ID, Audit, office)
        problems += more
    book = Book(office, tuple(departments), found, audit)
    problems += _elsewhere(check(book, more=(check_audit,)), problems)
    if not problems:
        return book, []
    from scorecard.targets.echoes import without_echoes

    return None, in_order(without_echoes(problems))


def _files_in(folder: Path) -> dict[str, Path]:
    """List a folder's YAML files by their composed names: macOS hands out decomposed Hangul."""
    return {name: path for name, path in _names_in(folder).items() if _is_yaml(path)}


def _is_yaml(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml")


def _names_in(folder: Path) -> dict[str, Path]:
    try:
        return {
            unicodedata.normalize("NFC", path.name): path
            for path in sorted(folder.iterdir())
            if _is_yaml(path) or path.is_file()
        }
    except OSError:
        return {}


def is_reserved(department: str) -> bool:
    """Tell whether a department's files would be taken for others, on whatever system they are printed."""
    return department.lower() in _PRINTED or _is_device(department)


def _is_device(name: str) -> bool:
    """Tell whether Windows takes a file of this name for a device, whatever its ending."""
    return name.lower().partition(".")[0] in _DEVICES


def _load_office(
    project: Path, files: dict[str, Path]
) -> tuple[Office | None, SpotMap | None, list[Problem]]:
    path = files.pop(OFFICE, None)
    name = f"{FOLDER}/{OFFICE}"
    if path is None:
        return (
            None,
            None,
            [Problem("office-missing", Spot(name, 0, 0), {"folder": project.name or str(project)})],
        )
    text, problems = read_file(path, name)
    if text is None:
        return None, None, problems
    if text.data is None and not problems:
        return None, None, [Problem("file-empty", Spot(name, 0, 0))]
    office, more = shaper(_year_begins(text)).shape(text.data, Office, text.spots)
    problems += [_as_year(one, text.spots) for one in _elsewhere(more, problems)]
    if office is not None:
        problems += _check_office(office, text.spots)
        # No period can hang on a thirteenth month: that is told once, and the departments are read as usual.
        office = attrs.evolve(office, year_begins=_year_begins(text))
    return office, text.spots, problems


def _year_begins(text: Text) -> int:
    """Look ahead at the month the fiscal year begins in, which all periods hang on."""
    try:
        month = read_whole(text.data["year_begins"], int) if "year_begins" in text.data else 1
    except (Mistake, TypeError):
        return 1
    return month if month in range(1, MONTHS + 1) else 1


def _as_year(problem: Problem, spots: SpotMap) -> Problem:
    """Tell in words of its own of a fiscal year that is no number."""
    is_year = problem.code == "not-a-number" and problem.spot == spots.find("fiscal_year")
    return _bad_year(problem.details["found"], problem.spot) if is_year else problem


def _bad_year(found: str, spot: Spot) -> Problem:
    """Tell of a fiscal year that is none, with the one meant by `26` and `2026년`."""
    meant = re.fullmatch(r"\D{0,9}(?:20)?([0-9]{2})\D{0,9}", found)
    return Problem("bad-year", spot, {"found": found, "fixed": f"20{meant[1]}" if meant else "2026"})


def _check_office(office: Office, spots: SpotMap) -> list[Problem]:
    """Find what cannot be in an office by itself."""
    problems = []
    if not 1 <= office.year_begins <= MONTHS:
        problems.append(Problem("bad-month", spots.find("year_begins"), {"found": str(office.year_begins)}))
    elif not FIRST_YEAR <= office.fiscal_year <= LAST_YEAR:
        problems.append(_bad_year(str(office.fiscal_year), spots.find("fiscal_year")))
    elif office.as_of < (first := fiscal_year(office.fiscal_year, office.year_begins).first):
        details = {"found": office.as_of.isoformat(), "first": first.isoformat()}
        problems.append(Problem("as-of-before-year", spots.find("as_of"), details))
    if office.edition and (not re.fullmatch(_EDITION, office.edition) or _is_device(office.edition)):
        problems.append(Problem("bad-edition-name", spots.find("edition"), {"found": office.edition}))
    return problems


def _check_listed(office: Office, spots: SpotMap, folder: Path) -> Iterator[Problem]:
    """Find departments that are listed twice or have no file.

    The file most like a missing one may well be `jobs.yaml.txt`, which Notepad makes of `jobs.yaml`.
    """
    names = _names_in(folder)
    listed = {f"{name}.yaml" for name in office.departments}
    by_small_letters = {
        name.lower(): name for name in names if name not in (OFFICE, AUDIT) and name not in listed
    }
    first_at: dict[str, int] = {}
    for index, name in enumerate(office.departments):
        spot = spots.find("departments", index)
        if first_at.setdefault(name, index) != index:
            line = str(spots.find("departments", first_at[name]).line)
            yield Problem("duplicate-id", spot, {"found": name, "line": line})
        elif is_reserved(name):
            yield Problem("reserved-id", spot, {"found": name})
        elif f"{name}.yaml" not in names or f"{name}.yaml" == OFFICE:
            close = most_like(f"{name[:60]}.yaml".lower(), by_small_letters, at_least=0.5)
            if not close and len(by_small_letters) == 1:
                close = list(by_small_letters)  # One name too many and one file too many belong together.
            nearest = by_small_letters[close[0]] if close else "-"
            yield Problem("department-missing", spot, {"found": name, "nearest": nearest})


def _unlisted(files: dict[str, Path]) -> list[Problem]:
    """Find files nobody reads: a department left out in silence would look like full coverage."""
    return [
        Problem("department-unlisted", Spot(f"{FOLDER}/{name}", 0, 0), {"found": name})
        for name, path in files.items()
        if path.is_file()
    ]


def _load_department(
    path: Path, name: str, office: Office
) -> tuple[Department | None, SpotMap, list[Problem]]:
    shaped, spots, problems = _load_shaped(path, name, DepartmentText, office)
    if shaped is None:
        return None, spots, problems
    said = attrs.asdict(shaped, recurse=False)
    return Department(name, said.pop("department"), **said), spots, problems


def _load_shaped(
    path: Path, name: str, into: type[T], office: Office
) -> tuple[T | None, SpotMap, list[Problem]]:
    """Read one file of an office's targets into a model."""
    file = f"{FOLDER}/{name}.yaml"
    text, problems = read_file(path, file)
    if text is None:
        return None, SpotMap(file, 0), problems
    if text.data is None and not problems:
        return None, text.spots, [Problem("file-empty", Spot(file, 0, 0))]
    shaped, more = shaper(office.year_begins).shape(text.data, into, text.spots)
    return shaped, text.spots, problems + _elsewhere(more, problems)


def _elsewhere(more: list[Problem], problems: list[Problem]) -> list[Problem]:
    """Leave out what is said of values of which something has been said: it only follows from that."""
    said = {problem.spot for problem in problems}
    return [problem for problem in more if problem.spot not in said]


class BookError(ValueError):
    """A book that could not be read; `problems` lists every reason."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(f"{problem.spot}: {problem.code}" for problem in problems))
        self.problems = problems


def load_or_raise(project: Path) -> Book:
    """Load a book, or raise one BookError that lists every problem in it."""
    book, problems = load_book(project)
    if book is None:
        raise BookError(problems)
    return book
