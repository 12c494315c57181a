"""What is wrong with what indicators say of their scores, and with weights that are points. Loads no NumPy."""

from collections.abc import Iterator, Mapping
from math import isclose

from scorecard.problems import Problem
from scorecard.rules.names import unknown_method
from scorecard.rules.scoring.limits import Limits
from scorecard.rules.scoring.models import METHOD_NAMES
from scorecard.targets.measures import Aggregation, Book, Department, Direction, Place
from scorecard.targets.periods import Period, fiscal_year
from scorecard.targets.scoring import MediumTerm, Scoring
from scorecard.targets.spots import Path, SpotMap

_SIGNS = {Direction.UP: 1, Direction.DOWN: -1}
_NEEDED = {"peer-range": "peers", "medium-term": "medium_term", "band-floor": "levels"}


def check_scores(book: Book, limits: Limits | None) -> Iterator[Problem]:
    """Find what indicators say of their scores that cannot be so."""
    for place in book.places():
        yield from _check_grades(place, book, limits)
        said = place.indicator.score
        if said:
            yield from _Said(place, said, book, limits).problems()
    if limits and limits.total is not None:
        year = fiscal_year(book.office.fiscal_year, book.office.year_begins)
        for department in book.departments:
            yield from _check_points(department, year, book.spots[department.id], limits.total)


def check_department_weights(book: Book, limits: Limits | None) -> Iterator[Problem]:
    """Find departments whose weights do not add up, where one of them has any; asks for all of them."""
    stated = [department for department in book.departments if department.weight != 1]
    if limits and limits.total is not None and stated:
        found = sum(department.weight for department in book.departments)
        spots = book.spots[stated[0].id]
        yield from _check_sum(found, limits.total, spots, ("weight",), book.office.office)


def _check_grades(place: Place, book: Book, limits: Limits | None) -> Iterator[Problem]:
    spots = book.spots[place.department.id]
    for period, value in place.indicator.actual.items():
        spot = spots.find(*place.path, "actual", str(period), "grade")
        if value.grade and place.indicator.aggregation is not Aggregation.JUDGED:
            yield Problem("grade-not-judged", spot, {"found": value.grade, "name": place.indicator.name})
        elif value.grade and limits and value.grade not in limits.grades:
            details = {"found": value.grade, "allowed": ", ".join(limits.grades)}
            yield Problem("unknown-grade", spot, details)


class _Said:
    """Checks what one indicator says of its score."""

    def __init__(self, place: Place, said: Scoring, book: Book, limits: Limits | None) -> None:
        self.indicator = place.indicator
        self.said = said
        self.limits = limits
        self.year = book.office.fiscal_year
        self.path: Path = (*place.path, "score")
        self.spots = book.spots[place.department.id]
        self.sign = _SIGNS.get(place.indicator.direction, 0) if place.indicator.direction else 0

    def problems(self) -> Iterator[Problem]:
        """Find everything."""
        method = self.said.method
        if method and method not in METHOD_NAMES:
            yield unknown_method(method, self.spots.find(*self.path, "method"), METHOD_NAMES)
        elif method in _NEEDED and not getattr(self.said, _NEEDED[method]):
            details = {"method": method, "needed": _NEEDED[method]}
            yield self._problem("score-parameter-missing", ("method",), details)
        yield from self._units()
        yield from self._ends()
        if self.said.medium_term:
            yield from self._medium_term(self.said.medium_term)
        yield from self._outlier()
        yield from self._adjustments()

    def _problem(self, code: str, path: Path, details: Mapping[str, str]) -> Problem:
        return Problem(code, self.spots.find(*self.path, *path), details)

    def _units(self) -> Iterator[Problem]:
        figures = [*self.indicator.target.values(), *self.indicator.actual.values()]
        units = [value.quantity.unit for value in figures if value.quantity]
        for path, quantity in self.said.figures():
            if units and quantity.unit != units[0]:
                details = {"found": quantity.unit or "-", "expected": units[0] or "-"}
                yield self._problem("unit-mismatch", path, details)

    def _ends(self) -> Iterator[Problem]:
        """Find best figures that are worse than the worst, and levels that do not lead from best to worst."""
        for name in ("peers", "past"):
            ends = getattr(self.said, name)
            if ends and self.sign * (ends.best.value - ends.worst.value) < 0:
                details = {"best": ends.best.text, "worst": ends.worst.text}
                yield self._problem("best-worse-than-worst", (name,), details)
        values = [self.sign * level.value for level in self.said.levels]
        many = self.limits.bands - 1 if self.limits else len(values)
        if values and not self.sign:
            way = self.indicator.direction.value if self.indicator.direction else "-"
            yield self._problem("levels-without-order", ("levels",), {"found": way})
        elif values and (len(values) != many or values != sorted(set(values), reverse=True)):
            found = ", ".join(level.text for level in self.said.levels)
            yield self._problem("bad-levels", ("levels",), {"found": found, "expected": str(many)})

    def _medium_term(self, term: MediumTerm) -> Iterator[Problem]:
        years = self.limits.rebase_years if self.limits else 0
        backwards = self.sign * (term.goal.value - term.start.value) < 0
        anew = term.rebased is not None and not term.since + years <= term.rebased <= term.until
        if term.since >= term.until or backwards or anew:
            yield self._problem("bad-medium-term", ("medium_term",), {"years": str(years)})

    def _outlier(self) -> Iterator[Problem]:
        one = self.said.outlier
        known = [period.year for period, value in self.indicator.actual.items() if value.quantity]
        if one and (one.year not in known or one.year >= self.year):
            past = ", ".join(str(year) for year in sorted(set(known)) if year < self.year) or "-"
            yield self._problem(
                "outlier-without-actual", ("outlier", "year"), {"found": str(one.year), "known": past}
            )

    def _adjustments(self) -> Iterator[Problem]:
        most = self.limits.most if self.limits else 100.0
        years = [one.year for one in self.said.adjustments]
        for index, one in enumerate(self.said.adjustments):
            if one.year > self.year:
                details = {"year": str(one.year), "fiscal": str(self.year)}
                yield self._problem("adjustment-ahead", ("adjustments", index, "year"), details)
            if one.year in years[:index]:
                yield self._problem("double-adjustment", ("adjustments", index), {"year": str(one.year)})
            if not 0 < abs(one.points) <= most:
                details = {"found": f"{one.points:g}", "most": f"{most:g}"}
                yield self._problem("adjustment-too-large", ("adjustments", index, "points"), details)


def _check_points(department: Department, year: Period, spots: SpotMap, total: float) -> Iterator[Problem]:
    """Find points of indicators that do not add up to their department's total, or to their programme's.

    What is exempt or over carries no weight, as in the scores.
    """
    programmes = [
        one
        for one in department.programmes
        if one.indicators and not one.exempt and not one.ended_before(year)
    ]
    if programmes:
        found = sum(indicator.weight for one in programmes for indicator in one.indicators)
        yield from _check_sum(found, total, spots, ("department",), department.name)
    for p, programme in enumerate(department.programmes):
        if programme.weight != 1 and programme.indicators:
            found = sum(one.weight for one in programme.indicators)
            yield from _check_sum(found, programme.weight, spots, ("programmes", p, "weight"), programme.name)


def _check_sum(found: float, total: float, spots: SpotMap, path: Path, name: str) -> Iterator[Problem]:
    if not isclose(found, total, rel_tol=1e-9):
        details = {"name": name, "found": f"{found:g}", "expected": f"{total:g}"}
        yield Problem("weights-do-not-add-up", spots.find(*path), details)
