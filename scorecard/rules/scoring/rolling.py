"""Scores rolled up: indicators to programmes, programmes to departments, departments to the office.

What has no score is left out with its weight, so that the others keep their ratio, and the share of
the weight that was scored, the coverage, goes with every sum (A10).
"""

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.rules.attaining import Attained
from scorecard.rules.methods import Result, as_decimals, settle
from scorecard.rules.models import RuleBook
from scorecard.rules.moving import Moved
from scorecard.rules.scoring.evidence import quietly
from scorecard.rules.scoring.grading import grades_of, points_of, shared_out
from scorecard.rules.scoring.models import GradeTable, ScoringRules, WeightKind
from scorecard.rules.scoring.scores import Scores
from scorecard.targets.columns import Column, Mask, Words
from scorecard.targets.facts import Facts, numbers, words
from scorecard.wording.terms import Reason

Owners = NDArray[np.intp]  #: Which group each member belongs to.


@attrs.frozen(eq=False)
class Rolled:
    """What some groups score."""

    score: Result
    unadjusted: Column  #: The same without what people gave or took.
    coverage: Column  #: Share of the weight that was scored; NaN: there is nothing to score.


@attrs.frozen(eq=False)
class Sums:
    """What one kind of group comes to: by weight, by mean, by count, in words."""

    rolled: Rolled
    scored: Column  #: Indicators with a score.
    scorable: Column  #: Indicators that ought to have one.
    mean: Column  #: A8: mean of attainments, each at most the cap; NaN of none.
    achieved: Column  #: A9: share of attainments of 1 or more; NaN of none.
    attained: Column  #: Attainments the two are taken of.
    grades: Words


@attrs.frozen(eq=False)
class RolledUp:
    """Scores at every level."""

    counted: Mask  #: Rows that carry weight: no parts, no exempt or ended programmes, with a target.
    allotted: Column  #: Points a row can earn of its department's total; NaN: carries none.
    points: Column  #: Points it earned; NaN: not scored.
    grades: Words  #: Of rows.
    programmes: Sums
    departments: Sums
    office: Sums

    @property
    def is_any(self) -> bool:
        """Tell whether anything was scored."""
        return bool(self.office.scored[0] > 0)


def total_of(values: Column, owner: Owners, size: int) -> Column:
    """Add members up by group."""
    return np.bincount(owner, values, minlength=size).astype(np.float64)


@quietly
def roll_up(members: Rolled, weight: Column, owner: Owners, size: int) -> Rolled:
    """Roll members up into groups: means by weight and coverage of what is scored (A10).

    A member that itself is covered in part counts with that part, so that whoever is not scored
    takes nothing from, and gives nothing to, the ratio of the others.
    """
    covered = np.where(np.isnan(members.coverage), 0.0, members.coverage)
    whole = np.where(np.isnan(members.coverage), 0.0, weight)
    counted = weight * covered
    known = counted > 0
    weighed = np.where(known, counted, 0.0)
    sums = [
        total_of(weighed * np.where(known, values, 0.0), owner, size)
        for values in (members.score.values, members.unadjusted)
    ]
    of, out_of = (total_of(one, owner, size) for one in (weighed, whole))
    score, unadjusted = (np.where(of > 0, as_decimals(one / of), np.nan) for one in sums)
    return Rolled(
        settle(score, (Reason.NOTHING_SCORED, ~(of > 0))), unadjusted,
        np.where(out_of > 0, of / out_of, np.nan),
    )  # fmt: skip


def roll_up_all(facts: Facts, scores: Scores, judged: tuple[Attained, Moved], rules: RuleBook) -> RolledUp:
    """Roll a book's scores up to programmes, departments and the office, with points and grades."""
    counted = _counted(facts)
    scoring = rules.scoring
    within = numbers(place.indicator.weight for place in facts.places)
    department_of = _departments_of(facts)
    size = len(facts.owners), len(facts.book.departments)
    weights = _weights(facts, np.where(counted, within, 0.0), scoring)
    rows = Rolled(
        Result(scores.counts, scores.plain.reasons), scores.plain.values,
        np.where(counted & (within > 0), (~np.isnan(scores.counts)).astype(np.float64), np.nan),
    )  # fmt: skip
    programmes = roll_up(rows, within, facts.owner_of, size[0])
    departments = roll_up(programmes, weights[0], department_of, size[1])
    office = roll_up(departments, weights[1], np.zeros(size[1], dtype=np.intp), 1)
    of_row = department_of[facts.owner_of]
    levels = (
        ("programme", programmes, facts.owner_of, size[0]),
        ("department", departments, of_row, size[1]),
        ("office", office, np.zeros(of_row.size, dtype=np.intp), 1),
    )
    known = _attainments(judged, counted), rules.attainment.score_cap
    tables = _tables(scoring)
    sums = [
        _sums(rolled, (counted, scores), known, (owner, groups), tables.get(name))
        for name, rolled, owner, groups in levels
    ]
    allotted = _allotted(facts, (rows.coverage, within, weights[0]), scoring)
    graded = grades_of(np.where(counted, scores.counts, np.nan), tables.get("indicator"))
    return RolledUp(
        counted, allotted, points_of(allotted, scores.counts, _decimals(scoring)), words(graded), *sums
    )


def _counted(facts: Facts) -> Mask:
    """Mark rows that carry weight."""
    table, owners = facts.indicators, facts.programmes
    active = (owners.flags("exempt") != 1) & (owners.flags("ended") != 1)
    own = (table.flags("is_part") == 0) & (table.flags("has_target") == 1)
    return np.asarray(own & active[facts.owner_of], dtype=np.bool_)


def _departments_of(facts: Facts) -> Owners:
    place_of = {department.id: place for place, department in enumerate(facts.book.departments)}
    return np.array([place_of[department.id] for department, _ in facts.owners], dtype=np.intp)


def _weights(facts: Facts, within: Column, rules: ScoringRules | None) -> tuple[Column, Column]:
    """Tell what programmes weigh in their department, and departments in the office.

    Where weights are points of the department's total, a programme weighs what its indicators do.
    """
    programmes = numbers(programme.weight for _, programme in facts.owners)
    departments = numbers(department.weight for department in facts.book.departments)
    if rules and rules.weights.kind is WeightKind.ABSOLUTE:
        programmes = total_of(within, facts.owner_of, programmes.size)
    return programmes, departments


@quietly
def _allotted(facts: Facts, weights: tuple[Column, Column, Column], rules: ScoringRules | None) -> Column:
    """Share a department's points out among its rows, so that they add up to the total to the last digit."""
    size = facts.owner_of.size
    if rules is None:
        return np.full(size, np.nan)
    carries, within, of_programme = weights
    weighs = ~np.isnan(carries)
    if rules.weights.kind is WeightKind.ABSOLUTE:
        return np.where(weighs, within, np.nan)
    allotted, digits = np.full(size, np.nan), _decimals(rules)
    of_department = np.full(of_programme.size, np.nan)
    rows = np.flatnonzero(weighs & (within > 0) & (of_programme[facts.owner_of] > 0))
    rows = rows[np.argsort(facts.owner_of[rows], kind="stable")]
    for programmes in _runs(np.unique(facts.owner_of[rows]), _departments_of(facts)):
        shares = shared_out(of_programme[programmes], rules.weights.total.value, digits)
        of_department[programmes] = shares
    for ours in _runs(rows, facts.owner_of):
        share = float(of_department[facts.owner_of[ours[0]]])
        allotted[ours] = shared_out(within[ours], share, digits)
    return allotted


def _runs(places: Owners, owner: Owners) -> list[Owners]:
    """Part places, sorted by whom they belong to, into those of one owner each."""
    return np.split(places, np.flatnonzero(np.diff(owner[places])) + 1) if places.size else []


def _decimals(rules: ScoringRules | None) -> int:
    return int(rules.weights.decimals.value) if rules else 0


def _attainments(judged: tuple[Attained, Moved], counted: Mask) -> Column:
    """List the attainments that may be averaged: of years that are told whole."""
    attained, moved = judged
    return np.where(counted & moved.complete, attained.attainment.values, np.nan)


@quietly
def _sums(
    rolled: Rolled,
    rows: tuple[Mask, Scores],
    known: tuple[Column, float],
    groups: tuple[Owners, int],
    table: GradeTable | None,
) -> Sums:
    (counted, scores), (attainments, cap), (owner, size) = rows, known, groups
    told = ~np.isnan(attainments)
    capped = total_of(np.where(told, np.minimum(attainments, cap), 0.0), owner, size)
    met, reported, done, asked = (
        total_of(rows.astype(np.float64), owner, size)
        for rows in (attainments >= 1, told, counted & ~np.isnan(scores.counts), counted)
    )
    return Sums(
        rolled=rolled,
        scored=done, scorable=asked, mean=capped / reported, achieved=met / reported, attained=reported,
        grades=words(grades_of(rolled.score.values, table)),
    )  # fmt: skip


def _tables(rules: ScoringRules | None) -> dict[str, GradeTable]:
    if rules is None:
        return {}
    named = attrs.asdict(rules.grading)
    return {kind: rules.grades[name] for kind, name in named.items() if name}
