"""How far an office has said what it promises: coverage by count, budget, previous and actual.

Exempt and ended programmes are out of every denominator; parts of an indicator are never counted.
A programme is covered by a measured target only; words and milestones do not cover it.
"""

import attrs
import numpy as np

from scorecard.rules.assess import Assessment
from scorecard.rules.attaining import words_equal
from scorecard.rules.methods import REASONS
from scorecard.targets.columns import Column, Mask
from scorecard.targets.measures import Department
from scorecard.wording.terms import Reason


@attrs.frozen
class Coverage:
    """What is covered of what, for an office or a department."""

    programmes: int  #: Active ones.
    programmes_with_target: int
    budget: float  #: Won, of active programmes.
    budget_with_target: float
    indicators: int  #: With a measured target.
    indicators_with_previous: int  #: Of these, with a comparable actual of the year before.
    indicators_due: int
    indicators_with_actual: int  #: Of those due.

    @property
    def coverage_count(self) -> float:
        """Share of active programmes with a measured target; NaN where there is no programme."""
        return _share(self.programmes_with_target, self.programmes)

    @property
    def coverage_budget(self) -> float:
        """Share of the active programmes' budget that has a measured target; NaN without budget."""
        return _share(self.budget_with_target, self.budget)

    @property
    def coverage_previous(self) -> float:
        """Share of measured targets with a comparable previous actual; NaN without targets."""
        return _share(self.indicators_with_previous, self.indicators)

    @property
    def coverage_actual(self) -> float:
        """Share of due targets with an actual; NaN while nothing is due."""
        return _share(self.indicators_with_actual, self.indicators_due)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")


@attrs.frozen
class Uncovered:
    """An active programme without a measured target."""

    row: int  #: Of the programmes' table.
    id: str
    budget: float  #: Won; NaN: no budget line.


@attrs.frozen
class CoverageReport:
    """Coverage of the office and of each department."""

    office: Coverage
    departments: dict[str, Coverage]  #: By department id, in printed order.
    uncovered: tuple[Uncovered, ...]


def measure_coverage(assessment: Assessment) -> CoverageReport:
    """Measure the coverage of everything that was judged."""
    facts = assessment.facts
    owners = np.array([department.id for department, _ in facts.owners])
    places = np.array([place.department.id for place in facts.places])
    everyone = np.ones(owners.size, np.bool_), np.ones(places.size, np.bool_)
    return CoverageReport(
        _cover(assessment, *everyone),
        {d.id: _cover(assessment, owners == d.id, places == d.id) for d in facts.book.departments},
        tuple(_uncovered(assessment)),
    )


def rows_of(assessment: Assessment, *departments: Department) -> Mask:
    """Mark the indicator rows of some departments."""
    return np.array([place.department in departments for place in assessment.facts.places], dtype=np.bool_)


def owners_of(assessment: Assessment, *departments: Department) -> Mask:
    """Mark the programme rows of some departments."""
    return np.array([department in departments for department, _ in assessment.facts.owners], dtype=np.bool_)


def active(assessment: Assessment) -> Mask:
    """Mark programmes that ought to have a target."""
    table = assessment.programmes
    return np.asarray((table.flags("exempt") != 1) & (table.flags("ended") != 1), dtype=np.bool_)


def counted(assessment: Assessment) -> Mask:
    """Mark rows with a measured target that count: no parts, no exempt or ended programmes."""
    table = assessment.indicators
    measured = words_equal(table.words("target_kind"), "measured") & (table.flags("is_part") == 0)
    return np.asarray(measured & active(assessment)[assessment.facts.owner_of], dtype=np.bool_)


def comparable(assessment: Assessment) -> Mask:
    """Mark rows whose previous actual may be held against the target without reserve."""
    table = assessment.indicators
    like = table.words("previous_comparability")
    start = assessment.attained.start
    # What measures from last year's actual compares with it, though its start is 0 by that.
    known = ~np.isnan(start.values) | (start.reasons == REASONS.index(Reason.NOT_APPLICABLE))
    return np.asarray(known & (words_equal(like, "same") | words_equal(like, "similar")), dtype=np.bool_)


def starts_of(assessment: Assessment, rows: Mask) -> Column:
    """List the starts of the comparable rows among some, where they have one."""
    starts = assessment.attained.start.values[counted(assessment) & comparable(assessment) & rows]
    return np.asarray(starts[~np.isnan(starts)])


def _cover(assessment: Assessment, programmes: Mask, places: Mask) -> Coverage:
    ours = active(assessment) & programmes
    has_target = ours & (assessment.programmes.numbers("targets") > 0)
    budget = assessment.programmes.numbers("budget")
    rows = counted(assessment) & places
    due = rows & (assessment.indicators.flags("due") == 1)
    return Coverage(
        programmes=int(ours.sum()),
        programmes_with_target=int(has_target.sum()),
        budget=float(np.nansum(budget[ours])),
        budget_with_target=float(np.nansum(budget[has_target])),
        indicators=int(rows.sum()),
        indicators_with_previous=int((rows & comparable(assessment)).sum()),
        indicators_due=int(due.sum()),
        indicators_with_actual=int((due & (assessment.indicators.flags("has_actual") == 1)).sum()),
    )


def _uncovered(assessment: Assessment) -> list[Uncovered]:
    bare = active(assessment) & (assessment.programmes.numbers("targets") == 0)
    budget = assessment.programmes.numbers("budget")
    owners = assessment.facts.owners
    return [
        Uncovered(int(row), f"{owners[row][0].id}/{owners[row][1].id}", float(budget[row]))
        for row in np.flatnonzero(bare)
    ]
