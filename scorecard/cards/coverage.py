"""How far an office has said what it promises: coverage by count, budget, previous and actual.

Exempt and ended programmes are out of every denominator; parts of an indicator are never counted.
A programme is covered by a measured target only; words and milestones do not cover it.
"""

from collections.abc import Mapping

import attrs
import numpy as np

from scorecard.cards.shares import OF_PROGRAMMES, Units, active, comparable, counted, units_of, weights_of
from scorecard.rules.assess import Assessment
from scorecard.rules.demands import Share
from scorecard.targets.columns import Column, Mask
from scorecard.targets.measures import Department


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
    weight: float  #: Of the indicators of active programmes; one without a target weighs at least 1.
    weight_with_target: float
    indicators_told: int  #: With a measured target, and something said of them or due.
    indicators_fresh: int  #: Of these, with something said of them lately.

    @property
    def coverage_count(self) -> float:
        """Share of active programmes with a measured target; NaN where there is no programme."""
        return _share(self.programmes_with_target, self.programmes)

    @property
    def coverage_weight(self) -> float:
        """Share of the weights that has a measured target; NaN where nothing weighs anything."""
        return _share(self.weight_with_target, self.weight)

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

    @property
    def coverage_fresh(self) -> float:
        """Share of those told of that were told of lately; NaN while nothing could be told."""
        return _share(self.indicators_fresh, self.indicators_told)


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
    units = units_of(assessment)
    return CoverageReport(
        _cover(units, *everyone),
        {d.id: _cover(units, owners == d.id, places == d.id) for d in facts.book.departments},
        tuple(_uncovered(assessment)),
    )


def reweigh(report: CoverageReport, assessment: Assessment) -> CoverageReport:
    """Measure again what a weight moves of it, and leave everything else as it was measured."""
    unit = weights_of(assessment)
    owners = [department.id for department, _ in assessment.facts.owners]

    def again(coverage: Coverage, ours: Mask) -> Coverage:
        weight, with_target = float(unit.whole[ours].sum()), float(unit.part[ours].sum())
        return attrs.evolve(coverage, weight=weight, weight_with_target=with_target)

    return attrs.evolve(
        report,
        office=again(report.office, np.ones(len(owners), np.bool_)),
        departments={one: again(was, np.array(owners) == one) for one, was in report.departments.items()},
    )


def rows_of(assessment: Assessment, *departments: Department) -> Mask:
    """Mark the indicator rows of some departments."""
    return np.array([place.department in departments for place in assessment.facts.places], dtype=np.bool_)


def owners_of(assessment: Assessment, *departments: Department) -> Mask:
    """Mark the programme rows of some departments."""
    return np.array([department in departments for department, _ in assessment.facts.owners], dtype=np.bool_)


def starts_of(assessment: Assessment, rows: Mask) -> Column:
    """List the starts of the comparable rows among some, where they have one."""
    starts = assessment.attained.start.values[counted(assessment) & comparable(assessment) & rows]
    return np.asarray(starts[~np.isnan(starts)])


def _cover(units: Mapping[Share, Units], programmes: Mask, places: Mask) -> Coverage:
    part, whole = {}, {}
    for share, unit in units.items():
        ours = programmes if share in OF_PROGRAMMES else places
        part[share], whole[share] = float(unit.part[ours].sum()), float(unit.whole[ours].sum())
    return Coverage(
        programmes=int(whole[Share.COUNT]),
        programmes_with_target=int(part[Share.COUNT]),
        budget=whole[Share.BUDGET],
        budget_with_target=part[Share.BUDGET],
        indicators=int(whole[Share.PREVIOUS]),
        indicators_with_previous=int(part[Share.PREVIOUS]),
        indicators_due=int(whole[Share.ACTUAL]),
        indicators_with_actual=int(part[Share.ACTUAL]),
        weight=whole[Share.WEIGHT],
        weight_with_target=part[Share.WEIGHT],
        indicators_told=int(whole[Share.FRESH]),
        indicators_fresh=int(part[Share.FRESH]),
    )


def _uncovered(assessment: Assessment) -> list[Uncovered]:
    bare = active(assessment) & (assessment.programmes.numbers("targets") == 0)
    budget = assessment.programmes.numbers("budget")
    owners = assessment.facts.owners
    return [
        Uncovered(int(row), f"{owners[row][0].id}/{owners[row][1].id}", float(budget[row]))
        for row in np.flatnonzero(bare)
    ]
