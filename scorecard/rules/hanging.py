"""What the problems of rules hang on, and those of rules and book together; see `targets/hanging`."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import attrs

from scorecard.problems import Problem
from scorecard.rules.together import Mentions, check_together
from scorecard.targets.echoes import Doubtful
from scorecard.targets.hanging import HANGS, Holes, apart, holes_in, is_holed
from scorecard.targets.measures import Book
from scorecard.targets.mentions import FIGURES
from scorecard.targets.placing import Holed, Placed
from scorecard.targets.spots import Path, SpotMap

_SUM = "weights-do-not-add-up"  #: At a programme, a department or the first of all.
_OF_UNITS = ("unit-changed", "unit-left-out", "unit-mismatch", "ratio-without-unit")
_SCORED = "I.aggregation I.unit"
OF_RULES: Mapping[str, str] = MappingProxyType({
    **HANGS,
    # of rules by themselves
    "unknown-method": "", "bad-bands": ".", "expression-looks-like-percent": "", "limit-out-of-range": "",
    "unknown-rule": "risks:rules! risks:rules.- risks:rules.*.id", "demand-below-zero": "",
    "score-source-unknown": "/sources! /sources.-", "bad-score-parameter": ".",
    "bad-score-parameter words": "/scale.cap", "bad-score-parameter trend": "/trend.z",
    "bad-grades": ". ^.cuts", "unknown-grade": ".cuts I.aggregation scoring:words",
    "unknown-grade-table": "/grades! /grades.-",
    # of what indicators say of their scores
    "grade-not-judged": "I.aggregation", "score-parameter-missing": "I.score", "best-worse-than-worst": f". {_SCORED} I.direction",
    "levels-without-order": "I.direction", "bad-levels": f". {_SCORED} I.direction scoring:band_floor",
    "bad-medium-term": f". {_SCORED} I.direction scoring:medium_term",
    "outlier-without-actual": f"I.actual {_SCORED} office:fiscal_year", "adjustment-ahead": "office:fiscal_year",
    "double-adjustment": ".year", "adjustment-too-large": "scoring:adjustments",
    _SUM: "scoring:weights", f"{_SUM} weight": "office:departments",
    f"{_SUM} programmes": "P.weight P.indicators! P.indicators.- P.indicators.*.weight",
    f"{_SUM} department": "/programmes! /programmes.- /programmes.*.exempt /programmes.*.ends office:fiscal_year /programmes.*.indicators!"
    " /programmes.*.indicators.- /programmes.*.indicators.*.weight",
})  # fmt: skip


def true_of_rules(found: Iterable[Problem], spots: Mapping[str, SpotMap]) -> list[Problem]:
    """Leave out of what the checks of rules found all that hangs on what cannot be read."""
    return list(apart(found, holes_in(spots.values()), OF_RULES))


def true_together(
    book: Book, mentions: Mentions, rules: Mapping[str, SpotMap], told: Sequence[Problem]
) -> list[Problem]:
    """Find what is left of rules and book says of each other that is not so, whatever is yet to be mended."""
    holes = holes_in([*book.spots.values(), *rules.values()])
    placing = {
        name: Holed(one.file, one.marks) if type(one) is SpotMap else one for name, one in book.spots.items()
    }
    found = check_together(attrs.evolve(book, spots=placing), mentions)
    doubtful = Doubtful(told, holes)
    changed = _changed_in_unit(book, told)
    names = {"unknown-department": book.office.departments, "unknown-indicator": ()}
    return [
        one
        for one in apart(found, holes, OF_RULES)
        if not (one.code == "unit-mismatch" and _stands_in(one, changed))
        and not (
            one.details["found"] in names[one.code] or doubtful.is_known(one)
            if one.code in names
            else one.code == _SUM and _is_vague(one, book, told, holes)
        )
    ]


def _changed_in_unit(book: Book, told: Sequence[Problem]) -> set[tuple[str, Path]]:
    """Find the indicators of which it is told that a figure has another unit; its score would say so again."""
    spots = {one.spot for one in told if one.code in _OF_UNITS}
    return {
        (place.department.id, place.path)
        for place in (book.places() if spots else ())
        for kind in FIGURES
        for period in getattr(place.indicator, kind)
        if book.spots[place.department.id].find(*place.path, kind, str(period)) in spots
    }


def _stands_in(problem: Problem, indicators: Iterable[tuple[str, Path]]) -> bool:
    path = problem.spot.path if isinstance(problem.spot, Placed) else ()
    return any(
        problem.spot.file == f"targets/{department}.yaml" and path[: len(above)] == above
        for department, above in indicators
    )


def _is_vague(problem: Problem, book: Book, told: Sequence[Problem], holes: Holes) -> bool:
    """Tell whether not all weights of a sum are known, or not all can be."""
    is_of_all = isinstance(problem.spot, Placed) and problem.spot.path == ("weight",)
    files = {spots.file for spots in book.spots.values()} if is_of_all else {problem.spot.file}
    is_unread = is_of_all and not set(book.office.departments) <= book.spots.keys()
    is_bad = any(one.code == "bad-weight" and one.spot.file in files for one in told)
    return is_unread or is_bad or any(is_of_all and is_holed(holes, file, "weight") for file in files)
