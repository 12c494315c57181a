"""What a problem hangs on, and whether that is known: told is only what no other mistake brings with it.

For each code it is written down what else the problem would vanish with. A problem that hangs on a hole
waits until what is there can be read; every other one is true however that is mended.

Patterns are paths. They begin at what a problem is about: `I` its indicator, `P` programme, `T` table,
`A` item of the audit, `R` rule, `V` value, `.` itself, `^` what is around it, `^^^` what is around that twice
more, `/` its file, `office:` another file. A pattern is met by a hole at its end or below; `!` at the end: only
by one right there; `*` stands for anything that was kept and `-` for what could not be.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from scorecard.problems import Problem
from scorecard.targets.placing import GONE, Holed, Placed
from scorecard.targets.spots import Path, SpotMap

Tree = dict[Any, Any]  #: Of the steps of paths; where a hole is, it has an end.
Holes = Mapping[str, Tree]  #: By file.

_END = None  #: In a tree: here is a hole.
_WORDS = "I.aggregation.words"  #: Words where a figure is expected may be a judgement.
_FIGURE = "I.aggregation"
_UNITS = "I.aggregation I.unit V.unit V.sum"
_BOTH = f"{_UNITS} I.target.*.unit I.actual.*.unit I.actual.*.sum"
_ALL_FIGURES = "I.aggregation I.unit I.target! I.target.- I.target.*! I.actual! I.actual.- I.actual.*!"
_TABLE = "T.columns! T.unit!"

#: Of one value that cannot be read: it may be meant in another unit, or for words.
OF_VALUES: Mapping[str, str] = MappingProxyType({
    "not-a-figure": _WORDS, "fraction-without-ratio": _WORDS, "bad-thousands": _WORDS, "bad-unit": _WORDS,
    "words-after-figure": _WORDS, "unit-missing-after-scale": _WORDS, "zero-denominator": _WORDS,
    "number-too-large": _WORDS, "full-width": _WORDS, "curly-quotes": _WORDS,
    "unit-mismatch": f"{_WORDS} I.unit V.unit", "not-money": "^.unit ^^^.unit ^^^^^.unit", "value-or-sum": ".value .sum",
})  # fmt: skip
#: Of what checks find; after a code, where in its file it is found, if that makes a difference.
HANGS: Mapping[str, str] = MappingProxyType({
    # ids
    "bad-id": "", "duplicate-id": ".kind ^.*.kind", "former-id-in-use": "",
    # what an indicator needs
    "direction-missing": "I.direction I.aggregation", "steps-missing": "I.steps I.aggregation",
    "parts-of-parts": "", "bad-weight": "", "span-summed": "",
    # figures beside each other
    "ratio-without-unit": _UNITS, "unit-changed": f"{_BOTH} I.breaks I.actual.*.comparability",
    "unit-left-out": f"{_BOTH} I.breaks I.actual.*.comparability",
    "scale-slip": f"{_BOTH} I.breaks V.checked I.actual.*.comparability I.actual.*.checked",
    "parts-do-not-add-up": f"{_UNITS} V.checked I.parts.- I.parts.*.unit I.parts.*.target.*.unit"
    " I.parts.*.target.*.sum I.parts.*.actual.*.unit I.parts.*.actual.*.sum",
    "unit-mismatch": f"{_ALL_FIGURES} I.breaks V! V.value V.unit V.revised.- V.revised.*.was",
    "unknown-source": "office:sources! office:sources.-",
    # ledgers
    "correction-of-target": "", "ledger-of-actual": "",
    "revision-before-target": "V.set_on V.revised.- office:year_begins",
    "revision-out-of-order": "V.revised.- V.revised.*.on",
    "revision-changes-nothing": f"{_UNITS} V.value V.revised.- V.revised.*.was",
    # statements and tables
    "statement-empty": ".original .carried .current .previous .committed .committed_rate .spent .spent_rate"
    " .parts .target .actual .attainment .share .change",
    "statement-twice": ".source .name ^.*.name", "statement-unit": f"{_ALL_FIGURES} I.target.*.unit I.actual.*.unit ^^.unit",
    "table-name-twice": "", "cells-count": "", "bad-formula": "", "formula-units": "",
    "formula-of-nothing": "T.columns T.rows! T.rows.- T.rows.*.name",
    # time
    "actual-in-future": "office:as_of office:year_begins", "day-in-future": "office:as_of",
    "actual-before-start": "P.starts office:year_begins", "periods-overlap": "^.*! ^.- office:year_begins",
    "parts-of-year-disagree": f"{_BOTH} V.checked office:year_begins",
    "running-total-falls": f"{_BOTH} V.checked I.actual.*.checked office:year_begins",
    "plan-without-figure": _FIGURE, "plan-not-in-parts": ".- .*!", "plan-below-zero": _FIGURE, "plan-mixed": _FIGURE,
    "plan-not-whole": "I.aggregation I.plan", "plan-not-target": "I.aggregation I.plan I.unit I.target.*.unit I.target.*.sum",
    "done-before-planned": "^.due ^.begins P.starts office:year_begins",
    # the office and the audit
    "bad-month": "", "bad-year": "/year_begins", "bad-edition-name": "", "as-of-before-year": "/fiscal_year /as_of /year_begins",
    "reserved-id": "", "department-missing": "", "department-unlisted": "office:departments",
    "empty-value": ".-", "unknown-department": "office:departments /elsewhere! /elsewhere.-",
    "audit-change-early": "A.source A.changed.- A.changed.*.on",
    "unknown-programme": "A.departments! A.departments.-", "unknown-indicator": "A.departments! A.departments.-",
})  # fmt: skip
#: Codes that hang on nothing else of the table they are told of.
_OF_NAMES = frozenset(("table-name-twice", "bad-formula", "formula-of-nothing"))
_FILES = MappingProxyType({
    "office": "targets/office.yaml", "scoring": "rules/scoring.yaml", "risks": "rules/risks.yaml",
})  # fmt: skip
_ITEMS = MappingProxyType({"P": "programmes", "A": "items", "R": "rules"})


def holes_in(spots: Iterable[SpotMap]) -> Holes:
    """Gather the holes of several files."""
    trees: dict[str, Tree] = {}
    for one in spots:
        if isinstance(one, Holed):
            tree = trees.setdefault(one.file, {})
            for path in one.holes:
                node = tree
                for step in path:
                    node = node.setdefault(step, {})
                node[_END] = {}
    return trees


def apart(problems: Iterable[Problem], holes: Holes, table: Mapping[str, str] = HANGS) -> Iterator[Problem]:
    """Tell the problems that hang on no hole; those that checks find must not be about one either."""
    are_holes = table is OF_VALUES
    for problem in problems:
        path = problem.spot.path if isinstance(problem.spot, Placed) else None
        tree = holes.get(problem.spot.file, {})
        is_about_hole = path is not None and not are_holes and _is_below(tree, path)
        if not is_about_hole and not any(
            _hangs(pattern, path, tree, holes) for pattern in _patterns(problem.code, path, table)
        ):
            yield problem


def sieve(spots: Iterable[SpotMap]) -> Callable[[Iterable[Problem]], Iterator[Problem]]:
    """Make what lets through of the problems that checks find those that hang on no hole."""
    holes = holes_in(spots)
    return lambda found: apart(found, holes)


def is_holed(holes: Holes, file: str, *patterns: str) -> bool:
    """Tell whether what some patterns lead to in a file is not known."""
    steps = (tuple(pattern.replace("!", ".!").split(".")) for pattern in patterns)
    return any(_is_unknown(holes.get(file, {}), one) for one in steps)


def _patterns(code: str, path: Path | None, table: Mapping[str, str]) -> Iterator[str]:
    yield from table.get(code, "").split()
    if path and table is not OF_VALUES:
        yield from table.get(f"{code} {path[0]}", "").split()
        if "tables" in path and code not in _OF_NAMES:
            yield from _TABLE.split()
        if path[0] == "rules":
            yield "R.each"


def _hangs(pattern: str, path: Path | None, tree: Tree, holes: Holes) -> bool:
    file, colon, steps = pattern.partition(":")
    if colon:
        return is_holed(holes, _FILES[file], steps)
    begin, _, steps = pattern.replace("/", "/.", 1).replace("!", ".!").partition(".")
    above = None if path is None else _beginning(begin, path)
    return above is not None and _is_met(tree, (*above, *steps.split(".")) if steps else above)


def _beginning(begin: str, path: Path) -> Path | None:
    """Tell where a pattern begins, seen from what a problem is about; None: nowhere."""
    if begin in _ITEMS:
        return path[:2] if path[0] == _ITEMS[begin] else None
    if begin == "T":
        return path[: path.index("tables") + 2] if "tables" in path else None
    if begin in ("I", "V"):
        if path[0:1] != ("programmes",) or path[2:3] != ("indicators",):
            return None
        length = 6 if path[4:5] == ("parts",) and len(path) > 5 else 4
        return path[: length if begin == "I" else length + 2]
    return () if begin == "/" else path[: len(path) - len(begin)]


def _is_unknown(tree: Tree, steps: Path) -> bool:
    """Tell whether there is a hole at the end of a pattern, below or above it."""
    return _is_met(tree, steps) or _is_below(tree, steps[:-1] if steps[-1:] == ("!",) else steps)


def _is_met(tree: Tree, steps: Path) -> bool:
    """Tell whether there is a hole at the end of a pattern, or below."""
    if not steps:
        return True
    step, rest = steps[0], steps[1:]
    if step == "!":
        return _END in tree
    if step == "*":
        return any(_is_met(below, rest) for name, below in tree.items() if name not in (_END, GONE))
    step = GONE if step == "-" else step
    return step in tree and _is_met(tree[step], rest)


def _is_below(tree: Tree, path: Path) -> bool:
    """Tell whether a path leads into a hole, or to one."""
    for step in path:
        if _END in tree:
            return True
        if step not in tree:
            return False
        tree = tree[step]
    return _END in tree
