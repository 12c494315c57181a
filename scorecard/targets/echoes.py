"""One mistake, one problem: what is told elsewhere only because of a mistake told already is left out."""

from collections.abc import Iterator

from scorecard.problems import Problem
from scorecard.targets.spots import MapMarks, Marks, Path, SpotMap

_OF_DEPARTMENTS = ("unknown-department", "unknown-programme", "unknown-indicator")
_UNLISTED = ("department-missing", "department-unlisted")


def without_echoes(problems: list[Problem]) -> list[Problem]:
    """Leave out what the audit misses in departments whose own file, or whose place in the list, is wrong."""
    is_listed = all(problem.code not in _UNLISTED for problem in problems)
    broken = {problem.spot.file for problem in problems if problem.code not in _OF_DEPARTMENTS}
    unknown = {problem.details["found"] for problem in problems if problem.code == "unknown-department"}

    def is_echo(problem: Problem) -> bool:
        department = problem.details["found"].partition("/")[0]
        if problem.code == "unknown-department":
            return not is_listed
        return not is_listed or department in unknown or f"targets/{department}.yaml" in broken

    unseen = {(one.spot.file, one.spot.line) for one in problems if one.code == "control-character"}
    return [
        one
        for one in problems
        if (one.code not in _OF_DEPARTMENTS or not is_echo(one))
        and (one.code in ("control-character", *_UNLISTED) or (one.spot.file, one.spot.line) not in unseen)
    ]


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
            if key is None or key.code != "unknown-key":
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
    bare = {problem.spot: problem for problem in problems if problem.code == "not-money"}
    dropped: list[Problem] = []
    told: list[Problem] = []
    for path, marks in _mappings(spots.marks, ()) if bare else ():
        own = [bare[spot] for name in marks.keys if (spot := spots.find(*path, name)) in bare]
        if own and "unit" in marks.keys:
            told.append(Problem("not-money", spots.find(*path, "unit"), own[0].details))
            dropped += own
        dropped += own[1:]
    return [*told, *(problem for problem in problems if problem not in dropped)]


def _mappings(marks: Marks, path: Path) -> Iterator[tuple[Path, MapMarks]]:
    """Walk over all mappings of a text with their paths."""
    if isinstance(marks, MapMarks):
        yield path, marks
        for name, inner in marks.values.items():
            yield from _mappings(inner, (*path, name))
    elif isinstance(marks, list):
        for index, inner in enumerate(marks[1:]):
            yield from _mappings(inner, (*path, index))
