"""Scores in words and points: grades by cuts (B9) and by quota (B10), points (B11)."""

from collections.abc import Sequence
from math import ceil, floor

import numpy as np

from scorecard.rules.scoring.models import GradeTable, Quota
from scorecard.targets.columns import Column
from scorecard.wording.numbers import rounded
from scorecard.wording.shares import shares_of


def grades_of(scores: Column, table: GradeTable | None) -> list[str | None]:
    """Grade scores against each other or by themselves, as their table says; None where there is no score."""
    if table is None:
        return [None] * scores.size
    grades = [grade_by_cuts(float(score), table) for score in scores]
    quota = table.quota
    few = quota is None or np.count_nonzero(~np.isnan(scores)) < quota.members
    return grades if quota is None or few else _within_quota(scores, grades, table, quota)


def grade_by_cuts(score: float, table: GradeTable) -> str | None:
    """B9: find the first grade whose cut a score reaches, unrounded; None of no score."""
    if np.isnan(score):
        return None
    names = list(table.cuts)
    return next((name for name in names if score >= table.cuts[name]), names[-1])


def _within_quota(
    scores: Column, grades: Sequence[str | None], table: GradeTable, quota: Quota
) -> list[str | None]:
    """B10: hold grades to their quota, whoever ties sharing one fate.

    A tie across the line of the best stays below it, for at most so many may be above; one across
    the line of the worst falls below it, for at least so many must be there.
    """
    names = list(table.cuts)
    ranked = np.sort(scores[~np.isnan(scores)])[::-1]
    above, below = _line_of_best(ranked, quota.most), _line_of_worst(ranked, quota.least)
    held: list[str | None] = []
    for score, grade in zip(scores, grades, strict=True):
        if grade is None:
            held.append(None)
            continue
        place = names.index(grade)
        if score < above:
            place = max(place, names.index(quota.best) + 1)
        if score <= below:
            place = max(place, names.index(quota.worst))
        held.append(names[place])
    return held


def _line_of_best(ranked: Column, most: float) -> float:
    """Find the least score with which one is still among the best."""
    room = floor(most * ranked.size + 1e-9)
    if room >= ranked.size:
        return float(ranked[-1]) if ranked.size else np.inf
    above = ranked[ranked > ranked[room]]  # Of equals all are in or none.
    return float(above[-1]) if above.size else np.inf


def _line_of_worst(ranked: Column, least: float) -> float:
    """Find the highest score with which one is among the worst."""
    needed = ceil(least * ranked.size - 1e-9)
    return float(ranked[-needed]) if needed else -np.inf


def points_of(allotted: Column, scores: Column, digits: int = 2) -> Column:
    """B11: weight × score ÷ 100, rounded half up."""
    exact = allotted * scores / 100
    return np.array(
        [np.nan if np.isnan(one) else float(rounded(float(one), digits)) for one in exact],
        dtype=np.float64,
    )


def shared_out(shares: Column, total: float, digits: int = 2) -> Column:
    """Share a total out, rounded so that the parts add up to it."""
    return np.array([float(one) for one in shares_of(shares.tolist(), total, digits)], dtype=np.float64)
