"""One mistake, one problem: what is told elsewhere only because of a mistake told already is left out."""

from collections.abc import Iterable, Iterator

import attrs

from scorecard.problems import Problem
from scorecard.targets.audits import AUDIT_ID
from scorecard.targets.hanging import Holes, holes_in, is_holed
from scorecard.targets.measures import Book
from scorecard.targets.nearest import is_like
from scorecard.targets.placing import Placed
from scorecard.targets.spots import MapMarks, Marks, Path, SpotMap

_OF_DEPARTMENTS = ("unknown-department", "unknown-programme", "unknown-indicator")
#: Where the ids of a book stand, from programmes down.
_LISTS = ("programmes", "programmes.*.indicators", "programmes.*.indicators.*.parts")


def without_echoes(problems: list[Problem], book: Book) -> list[Problem]:
    """Leave out the names that are unknown only because of another mistake, and what no screen shows a second time."""
    doubtful = Doubtful(problems, holes_in(book.spots.values()))
    unseen = {(one.spot.file, one.spot.line) for one in problems if one.code == "control-character"}
    return [
        one
        for one in problems
        if (one.code not in _OF_DEPARTMENTS or not doubtful.is_known(one))
        and (
            one.code in ("control-character", "department-missing", "department-unlisted")
            or (one.spot.file, one.spot.line) not in unseen
        )
    ]


class Doubtful:
    """What the names of a book may yet turn out to be, once its mistakes are mended."""

    def __init__(self, problems: Iterable[Problem], holes: Holes) -> None:
        self.holes = holes
        self.fixed: dict[str, set[str]] = {}  #: By file: the ids that bad ones were perhaps meant to be.
        self.departments: set[str] = set()  #: Those whose file, or whose place in the list, is not right.
        self.unknown: set[str] = set()
        for one in problems:
            match one.code:
                case "bad-id":
                    self.fixed.setdefault(one.spot.file, set()).add(one.details["fixed"])
                case "department-unlisted":
                    self.departments.add(_stem(one.details["found"]))
                case "department-missing":
                    self.departments |= {one.details["found"], _stem(one.details["nearest"])}
                case "unknown-department":
                    self.unknown.add(one.details["found"])

    def is_known(self, problem: Problem) -> bool:
        """Tell whether a name that seems unknown may well be known when all else is right."""
        department, *ids = problem.details["found"].split("/")
        if problem.code == "unknown-department":
            return department in self.departments
        file = f"targets/{department}.yaml"
        lists = ("items",) if department == AUDIT_ID else _LISTS[: len(ids)]
        return (
            department in self.departments | self.unknown
            or not self.fixed.get(file, set()).isdisjoint(ids)
            or is_holed(
                self.holes, file, *(f"{list_}{end}" for list_ in lists for end in ("!", ".-", ".*.id"))
            )
        )


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def gathered(problems: list[Problem], spots: SpotMap) -> list[Problem]:
    """Tell once what one slip makes wrong several times within a file."""
    return _once_a_unit(_not_indented(problems, spots), spots)


def _not_indented(problems: list[Problem], spots: SpotMap) -> list[Problem]:
    """Recognise keys that stand beside the empty one they belong under."""
    said = {problem.spot: problem for problem in problems if problem.code in ("unknown-key", "empty-value")}
    dropped: list[Problem] = []
    told: list[Problem] = []
    for path, marks in _mappings(spots.marks, ()) if said else ():
        above = ""
        for name in marks.keys:
            key, value = said.get(spots.find_key(*path, name)), said.get(spots.find(*path, name))
            if key is None or key.code != "unknown-key" or is_like(name, key.details["nearest"]):
                above = name if value is not None and value.code == "empty-value" else ""
            elif above:
                empty = said[spots.find(*path, above)]
                if name != name.strip():
                    told.append(Problem("odd-blank", key.spot))
                elif empty not in dropped:
                    told.append(Problem("not-indented", key.spot, {"found": name, "above": above}))
                dropped += [empty, key]
    return [*told, *(problem for problem in problems if problem not in dropped)]


def _once_a_unit(problems: list[Problem], spots: SpotMap) -> list[Problem]:
    """Tell once, where the unit stands, of a line of a budget whose unit is no money."""
    told: list[Problem] = []
    seen: set[Path] = set()
    for problem in problems:
        if problem.code != "not-money" or not isinstance(problem.spot, Placed):
            told.append(problem)
            continue
        line = problem.spot.path[:-1]
        around = (line[:length] for length in range(len(line), 0, -1))
        owner = next((one for one in around if spots.holds(*one, "unit")), line)
        if owner not in seen:
            seen.add(owner)
            unit = spots.find(*owner, "unit") if spots.holds(*owner, "unit") else problem.spot
            told.append(attrs.evolve(problem, spot=unit))
    return told


def _mappings(marks: Marks, path: Path) -> Iterator[tuple[Path, MapMarks]]:
    """Walk over all mappings of a text with their paths."""
    if isinstance(marks, MapMarks):
        yield path, marks
        for name, inner in marks.values.items():
            yield from _mappings(inner, (*path, name))
    elif isinstance(marks, list):
        for index, inner in enumerate(marks[1:]):
            yield from _mappings(inner, (*path, index))
