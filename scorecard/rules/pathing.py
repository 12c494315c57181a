"""Paths over several years: trend and ambition, process limits, trajectories, yearly rates."""

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.rules.ambition import ambition
from scorecard.rules.attaining import signs
from scorecard.rules.control import ASSURANCES, Limits, assurance, limits
from scorecard.rules.control import Codes as AssuranceCodes
from scorecard.rules.methods import Result
from scorecard.rules.trajectories import COURSES, TRAJECTORIES, Path, Trajectory, combine
from scorecard.targets.columns import Column, Mask, Words
from scorecard.targets.facts import Facts, numbers

SERIES = "open-sdg-series"  #: C3, of an indicator whose parts name a method that scores.


@attrs.frozen(eq=False)
class Pathed:
    """What several years say of each row."""

    ambition: Result  #: E1: how far the target lies off the trend, in prediction errors.
    limits: Limits  #: D4.
    assurance: AssuranceCodes  #: D5.
    path: Path  #: From the first year known to the furthest target.
    trajectory: Trajectory  #: By the method the row names; nothing where it names none.
    rate_achieved: Column  #: Per year, in the row's unit.
    rate_needed: Column


def follow(facts: Facts) -> Pathed:
    """Look at the years behind and the targets ahead of all rows."""
    table, motion = facts.indicators, facts.motion
    sign, target = signs(table.words("direction")), table.numbers("target")
    at = float(facts.year.year)
    found = limits(motion.points)
    path = _path(facts)
    achieved, needed = _rates(facts, path)
    return Pathed(
        ambition=ambition(target, motion.years, motion.history, at, sign),
        limits=found,
        assurance=assurance(found, target, sign),
        path=path,
        trajectory=_trajectory(facts, path),
        rate_achieved=achieved,
        rate_needed=needed,
    )


def _path(facts: Facts) -> Path:
    """Take the first and the latest known year, and the target of the furthest year."""
    table, motion = facts.indicators, facts.motion
    whole = motion.covered.min(axis=1, initial=1) >= 1
    this_year = np.where(whole, table.numbers("actual"), np.nan)
    values = np.column_stack([motion.history, this_year])
    years = np.append(motion.years, facts.year.year)
    known = ~np.isnan(values)
    any_known = known.any(axis=1)
    first, last = known.argmax(axis=1), known.shape[1] - 1 - known[:, ::-1].argmax(axis=1)
    rows = np.arange(table.size)
    far = ~np.isnan(motion.goals)
    return Path(
        baseline=_where(any_known, values[rows, first]), latest=_where(any_known, values[rows, last]),
        target=np.where(far, motion.goals, table.numbers("target")),
        first_year=_where(any_known, years[first]), latest_year=_where(any_known, years[last]),
        target_year=np.where(far, motion.goal_years, facts.year.year),
        sign=signs(table.words("direction")),
        limit=numbers(place.indicator.limit for place in facts.places),
    )  # fmt: skip


def _where(known: Mask, values: Column) -> Column:
    return np.where(known, values, np.nan)


def _trajectory(facts: Facts, path: Path) -> Trajectory:
    """Assess each row by the method it names."""
    size = len(facts.places)
    values, scores = np.full(size, np.nan), np.full(size, np.nan)
    classes, reasons = np.full(size, -1, dtype=np.int8), np.full(size, -1, dtype=np.int8)
    names = np.array([place.indicator.trajectory for place in facts.places], dtype=np.str_)
    for name in sorted(set(names.tolist()) & TRAJECTORIES.keys()):
        rows = names == name
        some = TRAJECTORIES[name](Path(*(column[rows] for column in attrs.astuple(path, recurse=False))))
        values[rows], scores[rows] = some.values, some.scores
        classes[rows], reasons[rows] = some.classes, some.reasons
    alone = Trajectory(values, classes, scores, reasons)
    return _with_series(facts, alone, np.flatnonzero(names == SERIES))


def _with_series(facts: Facts, alone: Trajectory, wholes: NDArray[np.intp]) -> Trajectory:
    """C3: put in the rows that are assessed by the mean of their parts' scores."""
    if not wholes.size:
        return alone
    parts_of: dict[str, list[int]] = {facts.places[row].id: [] for row in wholes}
    for row, place in enumerate(facts.places):
        if place.part_of in parts_of:
            parts_of[place.part_of].append(row)
    scores = np.full((wholes.size, max(map(len, parts_of.values()))), np.nan)
    classes = np.full(scores.shape, -1, dtype=np.int8)
    for whole, parts in enumerate(parts_of.values()):
        scores[whole, : len(parts)], classes[whole, : len(parts)] = alone.scores[parts], alone.classes[parts]
    together = combine(scores, classes)
    alone.values[wholes], alone.scores[wholes] = together.values, together.scores
    alone.classes[wholes], alone.reasons[wholes] = together.classes, together.reasons
    return alone


def _rates(facts: Facts, path: Path) -> tuple[Column, Column]:
    """Tell per year what was achieved and what is still needed, where the target lies years ahead."""
    table = facts.indicators
    ahead = ~np.isnan(facts.motion.goals)
    with np.errstate(divide="ignore", invalid="ignore"):
        achieved = (path.latest - path.baseline) / np.where(path.span > 0, path.span, np.nan)
        needed = (path.target - path.latest) / (path.target_year - path.latest_year)
    cumulative = table.flags("cumulative") == 1
    return (
        np.where(cumulative, table.numbers("rate_achieved"), np.where(ahead, achieved, np.nan)),
        np.where(cumulative, table.numbers("rate_needed"), np.where(ahead, needed, np.nan)),
    )


def columns_of_paths(pathed: Pathed) -> dict[str, Column | Words]:
    """Lay several years out as facts that rules may speak of."""
    return {
        "ambition": pathed.ambition.values,
        "assurance": Words(pathed.assurance.astype(np.int32), tuple(one.value for one in ASSURANCES)),
        "trajectory": pathed.trajectory.values,
        "trajectory_class": Words(
            pathed.trajectory.classes.astype(np.int32), tuple(one.value for one in COURSES)
        ),
        "rate_achieved": pathed.rate_achieved,
        "rate_needed": pathed.rate_needed,
    }
