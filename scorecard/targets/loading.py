"""A project's folder → a book, or everything that keeps it from being one."""

import gc
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import attrs

from scorecard.frozen import values_of
from scorecard.likeness import most_like
from scorecard.problems import Mistake, Problem, Spot, first_of, in_order
from scorecard.targets.audit_checks import check_audit
from scorecard.targets.audits import AUDIT_ID, Audit
from scorecard.targets.checks import check
from scorecard.targets.leaves import read_whole
from scorecard.targets.measures import OFFICE_ID, Book, Department, Office
from scorecard.targets.periods import FIRST_YEAR, LAST_YEAR, MONTHS, fiscal_year
from scorecard.targets.shape import DepartmentText
from scorecard.targets.shaping import shaped
from scorecard.targets.spots import SpotMap
from scorecard.targets.text import read_file

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
    book, problems = gather_book(project)
    return None if problems else book, problems


def gather_book(project: Path) -> tuple[Book, list[Problem]]:
    """Read a project's targets, or what is left of them when there is any problem."""
    with _no_collecting():
        return _load_book(project)


def load_some(project: Path, names: Sequence[str]) -> tuple[Book | None, list[Problem]]:
    """Read some departments as if the office had no others; None when there is any problem in them."""
    with _no_collecting():
        files = _files_in(project / FOLDER)
        office, spots, problems = _load_office(project, files)
        listed = {name: files.get(f"{name}.yaml") for name in names}
        book, problems = _load_departments(office, spots, listed, problems)
        return None if problems else book, problems


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


def _load_book(project: Path) -> tuple[Book, list[Problem]]:
    files = _files_in(project / FOLDER)
    office, spots, problems = _load_office(project, files)
    problems += _true(first_of(_check_listed(office, spots, project / FOLDER)), problems, spots)
    mistaken = {problem.details["nearest"] for problem in problems if problem.code == "department-missing"}
    listed = {name: files.pop(f"{name}.yaml", None) for name in dict.fromkeys(office.departments)}
    audit = files.pop(AUDIT, None)
    if problems:
        from scorecard.targets.remnants import perhaps_listed

        listed |= {Path(name).stem: files.pop(name) for name in perhaps_listed(files, spots)}
    problems += _unlisted({name: path for name, path in files.items() if name not in mistaken})
    return _load_departments(office, spots, listed, problems, audit)


def _load_departments(
    office: Office,
    spots: SpotMap,
    listed: Mapping[str, Path | None],
    problems: list[Problem],
    audit_path: Path | None = None,
) -> tuple[Book, list[Problem]]:
    """Read departments and the audit, and check what was read together."""
    departments = []
    found = {OFFICE_ID: spots}
    for name, path in listed.items():
        if path is None:
            continue
        department, found[name], more = _load_department(path, name, office)
        problems += more
        if department:
            departments.append(department)
    audit = None
    if audit_path is not None:
        audit, found[AUDIT_ID], more = _load_shaped(audit_path, AUDIT_ID, Audit, office)
        problems += more
    book = Book(office, tuple(departments), found, audit)
    if not problems:
        problems = check(book, more=(check_audit,))
        if not problems:
            return book, []
    else:
        from scorecard.targets.hanging import sieve

        problems = [*problems, *check(book, more=(check_audit,), sift=sieve(found.values()))]
    from scorecard.targets.echoes import without_echoes

    return book, in_order(without_echoes(problems, book))


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


def _load_office(project: Path, files: dict[str, Path]) -> tuple[Office, SpotMap, list[Problem]]:
    path = files.pop(OFFICE, None)
    name = f"{FOLDER}/{OFFICE}"
    if path is None:
        details = {"folder": project.name or str(project)}
        text, problems = None, [Problem("office-missing", Spot(name, 0, 0), details)]
    else:
        text, problems = read_file(path, name)
    year_begins = _year_begins(text.data) if text else 1
    office, spots, problems = shaped((text, problems), name, Office, year_begins)
    if office is None:
        from scorecard.targets.remnants import nothing_of

        return nothing_of(Office), spots, problems
    problems = [_as_year(one, spots) for one in problems]
    found = _true(_check_office(office, spots), problems, spots)
    if found:
        from scorecard.targets.remnants import without_the_year

        problems, spots = problems + found, without_the_year(spots, found)
    if office.year_begins != year_begins:
        # No period can hang on a thirteenth month: that is told once, and the departments are read as usual.
        office = attrs.evolve(office, year_begins=year_begins)
    return office, spots, problems


def _true(found: list[Problem], problems: list[Problem], spots: SpotMap) -> list[Problem]:
    """Leave out what is said of a file only because of what is wrong with it already."""
    if not (found and problems):
        return found
    from scorecard.targets.hanging import apart, holes_in

    return list(apart(found, holes_in([spots])))


def _year_begins(data: Any) -> int:
    """Look ahead at the month the fiscal year begins in, which all periods hang on."""
    try:
        month = read_whole(data["year_begins"], int) if "year_begins" in data else 1
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
    written, spots, problems = _load_shaped(path, name, DepartmentText, office)
    if written is None:
        return None, spots, problems
    said = values_of(written)
    return Department(name, said.pop("department"), **said), spots, problems


def _load_shaped(
    path: Path, name: str, into: type[T], office: Office
) -> tuple[T | None, SpotMap, list[Problem]]:
    """Read one file of an office's targets into a model."""
    file = f"{FOLDER}/{name}.yaml"
    return shaped(read_file(path, file), file, into, office.year_begins)


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
