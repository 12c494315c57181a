"""What is left of a text in which something is wrong: a model with holes, and where they are.

Loaded only where there is a problem. What is left is checked like any other text, so that a person is
told of all mistakes at once and not only of those that keep the text from being read.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import TypeVar

import attrs

from scorecard.problems import Problem, Spot
from scorecard.targets.hanging import OF_VALUES, apart, holes_in, is_holed
from scorecard.targets.inheritance import is_inherited
from scorecard.targets.nearest import is_like
from scorecard.targets.placing import GONE, Holed, Placed
from scorecard.targets.shape import INHERITED, ON_THE_SAME_PAGE, Shaper, shaper
from scorecard.targets.sparing import Sparing
from scorecard.targets.spots import COLUMN_BITS, MapMarks, Marks, Path, SpotMap, own_mark, step_into
from scorecard.targets.text import Text

T = TypeVar("T")

#: What a text was mended of when it was read: nothing hangs on it.
_MENDED = ("flow-comma", "colon-without-blank")
_OF_THE_YEAR: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "bad-month": ("year_begins",), "bad-year": ("fiscal_year",), "as-of-before-year": ("as_of", "fiscal_year"),
})  # fmt: skip
_MISSING = ("missing-key", "place-missing")
_OF_MAPPINGS = ("duplicate-key", "dash-missing")  #: Told at a key that was not kept.


def rest_of(
    text: Text, into: type[T], year_begins: int, problems: Sequence[Problem]
) -> tuple[T, Holed, list[Problem]]:
    """Keep of a text what can be read, and of its problems those that no other mistake brings with it."""
    problems = _with_keys_mended(text, into, year_begins, problems)
    walk = Sparing()
    Shaper(year_begins, walk)  # Which tells the walk of all that is no model.
    model: T = walk.keep(text.data, into)
    slips = [path for one in problems for path in _doubtful(one, text.spots.marks)]
    moved = [_moved(one, walk) for one in problems]
    spots = Holed(text.spots.file, walk.pruned(text.spots.marks))
    doubts = [path for slip in slips if (path := walk.kept_at(slip)) and path[:-1] not in walk.holes]
    holes = [*walk.holes, *doubts]
    spots = attrs.evolve(spots, holes=tuple(dict.fromkeys([*holes, *_handed_down(holes, spots)])))
    told = {one.spot for one in problems}
    known = [
        *(one for one in moved if not _is_written_elsewhere(one, walk.meant, spots)),
        *(one for one in _late(walk, spots) if one.spot not in told),
    ]
    return model, spots, list(apart(known, holes_in([spots]), OF_VALUES)) or known


def _late(walk: Sparing, spots: Holed) -> Iterator[Problem]:
    """Tell what is wrong around holes, and not because of them."""
    for path, mistake, inside in walk.late:
        if not is_inherited(path, spots):
            within = holes_in([attrs.evolve(spots, holes=inside)])
            yield from apart([mistake.at(spots.find(*path))], within, OF_VALUES)


def _with_keys_mended(
    text: Text, into: type[T], year_begins: int, problems: Sequence[Problem]
) -> Sequence[Problem]:
    """Read lists and mappings under a key with a slip in its name under the key that was meant."""
    mended: list[Problem] = []
    while found := [one for one in problems if one.code == "unknown-key" and _mend_key(one, text)]:
        mended += found
        slips = [one for one in problems if not isinstance(one.spot, Placed)]
        _, more = shaper(year_begins).shape(text.data, into, text.spots)
        said = {one.spot for one in slips}
        problems = [*slips, *mended, *(one for one in more if one.spot not in said)]
    return problems


def _mend_key(problem: Problem, text: Text) -> bool:
    """Rename an unknown key to the one it is like, unless that is written too or it has been renamed."""
    key, known = problem.details["found"], problem.details["nearest"]
    data, marks = text.data, text.spots.marks
    for step in problem.spot.path[:-1] if isinstance(problem.spot, Placed) else ():
        data, marks = data[step], step_into(marks, step)
    if known in data or not is_like(key, known) or not isinstance(data.get(key), list | dict):
        return False
    for names in (data, marks.keys, marks.values):
        renamed = [(known if name == key else name, one) for name, one in names.items()]
        names.clear()
        names.update(renamed)
    return True


def nothing_of(model: type[T]) -> T:
    """Make a model of which nothing could be read."""
    made: T = Sparing().keep(None, model)
    return made


def without_the_year(office: SpotMap, problems: Iterable[Problem]) -> Holed:
    """Take what of an office's year cannot be for unknown."""
    keys = [key for one in problems for key in _OF_THE_YEAR.get(one.code, ())]
    holes = office.holes if isinstance(office, Holed) else ()
    return Holed(office.file, office.marks, (*holes, *((key,) for key in keys)))


def perhaps_listed(files: Iterable[str], office: SpotMap) -> list[str]:
    """List the files that may be departments, where it is not known which ones the office has."""
    is_known = not is_holed(holes_in([office]), office.file, "departments")
    return [] if is_known else [name for name in files if name.endswith(".yaml")]


def _moved(problem: Problem, walk: Sparing) -> Problem:
    """Let a problem keep its path in what was kept; one of what was not loses it."""
    spot = problem.spot
    if not isinstance(spot, Placed):
        return problem
    path = walk.kept_at(spot.path)
    plain = Spot(spot.file, spot.line, spot.column)
    return attrs.evolve(problem, spot=plain if path is None else attrs.evolve(spot, path=path))


def _is_written_elsewhere(problem: Problem, meant: Collection[Path], spots: SpotMap) -> bool:
    """Tell whether a key is missing only for a slip in its name, or in a part only because its whole has none."""
    if problem.code not in _MISSING or not isinstance(problem.spot, Placed):
        return False
    path, key = problem.spot.path, problem.details["key"]
    is_of_part = path[-2:-1] == ("parts",) and key in (*INHERITED, *ON_THE_SAME_PAGE)
    return (*path, key) in meant or (is_of_part and not spots.holds(*path[:-2], key))


def _handed_down(holes: Iterable[Path], spots: SpotMap) -> Iterator[Path]:
    """Find what parts do not know because their whole does not."""
    for hole in holes:
        if hole and hole[-1] in INHERITED:
            for part in count():
                if not spots.holds(*hole[:-1], "parts", part):
                    break
                if not spots.holds(*hole[:-1], "parts", part, hole[-1]):
                    yield (*hole[:-1], "parts", part, hole[-1])


def _doubtful(problem: Problem, marks: Marks) -> Iterator[Path]:
    """Find what a slip of YAML makes doubtful, by its spot."""
    spot = problem.spot
    if isinstance(spot, Placed) or problem.code in _MENDED or not spot.line:
        return
    packed = spot.line - 1 << COLUMN_BITS | spot.column - 1
    around = list(_around(marks, packed))
    path = around[-1][0]
    if problem.code not in _OF_MAPPINGS:
        yield path
        yield from ((*path, key) for key in ("sum", "unit"))  # Of a figure.
        return
    key, line = problem.details["found"], problem.details.get("line")
    for path, within in reversed(around):
        known = within.keys.get(key) if isinstance(within, MapMarks) else None
        if known is not None and line in (None, str((known >> COLUMN_BITS) + 1)):
            if line is None:
                yield from (path, (*path[:-1], GONE))
            elif isinstance(within.values[key], int):
                yield (*path, key)
            else:  # What is in the one that was read is so; there may be more.
                yield (*path, key, GONE)
            return


def _around(marks: Marks, packed: int) -> Iterator[tuple[Path, Marks]]:
    """Walk from the whole text down to what begins last before a place, or there."""
    path: Path = ()
    while marks is not None:
        yield path, marks
        inside: Iterable[tuple[str | int, int, Marks]] = ()
        if isinstance(marks, MapMarks):
            inside = ((name, own, marks.values[name]) for name, own in marks.keys.items())
        elif isinstance(marks, list):
            inside = ((place, own_mark(one), one) for place, one in enumerate(marks[1:]))
        begun = [(step, one) for step, own, one in inside if own <= packed]
        step, marks = begun[-1] if begun else ("", None)
        path = (*path, step)
