"""The smallest actual that reaches a status or a grade at the end of the year, found on the engine that judges.

Where less is better it is the greatest, and where a value is to be kept the nearest below and above the
target. Only figures as exact as those written are looked at: whole steps of the last printed digit.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum

import attrs

from scorecard.frozen import frozen
from scorecard.rules.assess import Assessment, assess
from scorecard.rules.models import RuleBook
from scorecard.rules.status import STATUSES
from scorecard.targets.facts import is_measured, lay_out
from scorecard.targets.measures import Aggregation, Book, Direction, Place, Value
from scorecard.targets.periods import Period, fiscal_year
from scorecard.targets.quantities import LARGEST, Qualifier, Quantity
from scorecard.targets.supposing import put
from scorecard.wording.terms import Reason, Status

REACHABLE = (Status.ACHIEVED, Status.ON_TRACK, Status.WATCH)
_FINE = 0.1  #: Steps of a per cent that is written as a fraction.
Goal = Status | str  #: A status, or a grade of the table of indicators.


class Side(Enum):
    """From which side the target is come to."""

    LEAST = "least"
    MOST = "most"


@frozen
class Bound:
    """The figure at which a goal is reached, or why there is none."""

    side: Side
    value: float | None
    reason: Reason | None = None  #: None where the value is: or no figure, however good, is enough.


@frozen
class Reached:
    """What reaches a goal."""

    place: Place
    goal: Goal
    period: Period  #: Of the target, at the end of which is judged.
    unit: str
    step: float
    bounds: tuple[Bound, ...]  #: One; two where a value is to be kept.


def grades_to_reach(rules: RuleBook) -> tuple[str, ...]:
    """List the grades an indicator may have, the best first."""
    scoring = rules.scoring
    name = scoring.grading.indicator if scoring else ""
    return tuple(scoring.grades[name].cuts) if scoring and name else ()


def reach(book: Book, rules: RuleBook, place: Place, goal: Goal) -> Reached:
    """Find the actual at the end of the year from which on a goal is reached."""
    year = fiscal_year(book.office.fiscal_year, book.office.year_begins)
    trial = _Trial(_alone(book, rules, place), attrs.evolve(rules, risks=()), place, goal, year)
    target = trial.target
    sides = _SIDES[place.indicator.direction or Direction.UP]
    if target is None:
        measured = is_measured(place.indicator)
        reason = Reason.TARGET_MISSING if measured else Reason.NOT_MEASURED
        bounds = tuple(Bound(side, None, reason) for side in sides[:1])
        return Reached(place, goal, year, "", 1.0, bounds)
    bounds = tuple(_bound(trial, target, side) for side in sides)
    return Reached(place, goal, trial.period, target.unit, trial.step, bounds)


_SIDES = {
    Direction.UP: (Side.LEAST,),
    Direction.DOWN: (Side.MOST,),
    Direction.KEEP: (Side.LEAST, Side.MOST),
}


@attrs.define
class _Trial:
    """Judges one indicator by one actual after another."""

    book: Book
    rules: RuleBook
    place: Place
    goal: Goal
    year: Period
    target: Quantity | None = attrs.field(init=False)
    period: Period = attrs.field(init=False)
    step: float = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.book = _on(self.book, self.year.last)
        own = lay_out(self.book).years[self._row()]
        self.target, self.period = own.target.quantity, own.target.period or self.year
        self.book = _on(self.book, max(self.year.last, self.period.last))
        figures = (own.target.quantity, own.previous.quantity, own.actual.quantity)
        # A ratio written as a fraction is exact, and has no last digit.
        exact = _FINE if self.target and self.target.unit == "%" else 1.0
        self.step = min((one.step for one in figures if one and one.step > 0), default=exact)

    def judge(self, steps: int) -> Assessment:
        """Judge the year as if so many steps were its actual."""
        assert self.target is not None  # noqa: S101
        value = round(steps * self.step, 9)
        quantity = Quantity(value, self.target.unit, Qualifier.EXACT, f"{value:.12g}", self.step)
        indicator = self.place.indicator
        others = {
            period: one
            for period, one in indicator.actual.items()
            if not (self.year.holds(period) or period == self.period)
        }
        actual = {**others, self.period: Value(quantity.text, quantity)}
        return assess(lay_out(put(self.book, self._path(), actual)), self.rules)

    def is_met(self, steps: int) -> bool:
        """Tell whether the goal is reached."""
        judged, row = self.judge(steps), self._row()
        if isinstance(self.goal, Status):
            status = STATUSES[int(judged.computed[row])]
            return status in REACHABLE[: REACHABLE.index(self.goal) + 1]
        grades = grades_to_reach(self.rules)
        code = int(judged.rolled.grades.codes[row])
        return code >= 0 and judged.rolled.grades.words[code] in grades[: grades.index(self.goal) + 1]

    def why_not(self, steps: int) -> Reason | None:
        """Tell why a figure leads to no judgement; None: it does, and falls short."""
        judged, row = self.judge(steps), self._row()
        if isinstance(self.goal, Status):
            return judged.attained.attainment.reason(row)
        return judged.scores.plain.reason(row)

    def domain(self) -> tuple[int, int]:
        """Tell which steps can be: nothing below 0 and no share above 100 % that never was there."""
        indicator = self.place.indicator
        values = [*indicator.target.values(), *indicator.actual.values()]
        written = [one.quantity.value for one in values if one.quantity]
        most = min(LARGEST, 2**52 * self.step)
        is_share = (
            indicator.aggregation is Aggregation.RATIO and self.target is not None and self.target.unit == "%"
        )
        least = -most if min(written) < 0 else 0.0
        most = 100.0 if is_share and max(written) <= 100 else most
        return round(least / self.step), round(most / self.step)

    def _row(self) -> int:
        return next(row for row, one in enumerate(self.book.places()) if one.id == self.place.id)

    def _path(self) -> tuple[str | int, ...]:
        one = next(one for one in self.book.places() if one.id == self.place.id)
        at = next(at for at, each in enumerate(self.book.departments) if each.id == one.department.id)
        return ("departments", at, *one.path, "actual")


def _on(book: Book, day: date) -> Book:
    return attrs.evolve(book, office=attrs.evolve(book.office, as_of=day))


def _alone(book: Book, rules: RuleBook, place: Place) -> Book:
    """Leave out what an indicator's own judgement does not hang on; a quota hangs on all."""
    scoring = rules.scoring
    table = scoring.grades.get(scoring.grading.indicator) if scoring else None
    if table and table.quota:
        return book
    whole = place.part_of or place.id
    mine = tuple(
        one
        for one in place.programme.indicators
        if whole == f"{place.department.id}/{place.programme.id}/{one.id}"
    )
    programme = attrs.evolve(place.programme, indicators=mine)
    department = attrs.evolve(place.department, programmes=(programme,))
    return attrs.evolve(book, departments=(department,), audit=None)


def _bound(trial: _Trial, target: Quantity, side: Side) -> Bound:
    """Search in steps, turned round where less is better, so that more is always better."""
    sign = 1 if side is Side.LEAST else -1
    least, most = sorted(sign * one for one in trial.domain())
    start = min(max(sign * round(target.value / trial.step), least), most)
    keeps = trial.place.indicator.direction is Direction.KEEP
    found = smallest(lambda steps: trial.is_met(sign * steps), start, (least, start if keeps else most))
    if found is None:
        return Bound(side, None, trial.why_not(sign * start))
    return Bound(side, round(sign * found * trial.step, 9))


def smallest(holds: Callable[[int], bool], start: int, within: tuple[int, int]) -> int | None:
    """Find the smallest whole number at which something begins to hold; None: it never does.

    From the start it looks further and further away, then halves what is left.
    """
    least, most = within
    good, bad, stride = start, start, 1
    while not holds(good):
        if good >= most:
            return None
        bad, good, stride = good, min(start + stride, most), stride * 2
    while bad == good:
        if good <= least:
            return good
        nearer = max(start - stride, least)
        good, bad, stride = (nearer, nearer, stride * 2) if holds(nearer) else (good, nearer, stride)
    while good - bad > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if holds(middle) else (good, middle)
    return good
