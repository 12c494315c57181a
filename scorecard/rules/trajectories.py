"""Paths over several years, towards a target or without one, by the methods of international assessments.

The formulas and their sources stand in the project's METHODS page under the ids given here (C1–C6).
All compare compound annual growth and so need two years and figures of one sign other than 0. The
direction is never taken as absolute: a path that leads away is always called one.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.rules.methods import Reasons, settle
from scorecard.targets.columns import Column, Mask
from scorecard.wording.terms import Course, Reason

COURSES = tuple(Course)
Codes = NDArray[np.int8]  #: Places in COURSES; -1: unknown.
Causes = tuple[tuple[Reason, Mask], ...]
Cuts = tuple[float, float, float]  #: From where on a value is limited, moderate, on track.

_SCORES = (-5.0, -2.5, 0.0, 2.5, 5.0)
_LIMIT_BENDS = 4.44  #: How late a natural limit begins to be felt.


@attrs.frozen(eq=False)
class Path:
    """Where each row began, stands and is to go; columns of one length, amounts in the row's unit."""

    baseline: Column
    latest: Column
    target: Column  #: Not looked at without a target, nor is its year.
    first_year: Column  #: Of the baseline.
    latest_year: Column
    target_year: Column
    sign: Column  #: 1: more is better, -1: less is better; NaN: not declared.
    limit: Column  #: What no figure passes by nature; NaN: nothing. Looked at only without a target.

    @property
    def span(self) -> Column:
        """Count the years from the baseline to the latest figure."""
        return self.latest_year - self.first_year

    @property
    def way(self) -> Column:
        """Count the years from the baseline to the target."""
        return self.target_year - self.first_year

    @property
    def growth(self) -> Column:
        """Give the compound annual growth so far, above 0 where it is for the better."""
        # Figures below 0 that come up to 0 shrink.
        return self.sign * np.sign(self.baseline) * _growth(self.latest / self.baseline, self.span)

    @property
    def end(self) -> Column:
        """Carry the growth so far on to the target's year, or back to it where that has passed."""
        return self.baseline * (self.latest / self.baseline) ** (self.way / self.span)

    @property
    def met(self) -> Mask:
        """Mark rows that stand at the target or better, or did when its year had come."""
        stand = np.where(self.span > self.way, self.end, self.latest)
        return self.sign * (stand - self.target) >= 0


@attrs.frozen(eq=False)
class Trajectory:
    """How each row goes; where there is a reason there is no value, no class and no score."""

    values: Column  #: By which the method classes; NaN also where what was met is no way from the baseline.
    classes: Codes
    scores: Column  #: From -5 to 5; NaN also where the method has none.
    reasons: Reasons

    def course(self, row: int) -> Course | None:
        """Name the class of a row; None where it is unknown."""
        code = int(self.classes[row])
        return None if code < 0 else COURSES[code]


@np.errstate(all="ignore")
def open_sdg(path: Path) -> Trajectory:
    """C1: growth so far ÷ growth that leads to the target; also scored."""
    pace = _pace(path)
    return _to_target(path, pace, (0.0, 0.6, 0.95), np.interp(pace, (-0.6, 0, 0.6, 0.95, 1.3), _SCORES))


@np.errstate(all="ignore")
def open_sdg_free(path: Path) -> Trajectory:
    """C2: growth so far, for want of a target; the nearer a natural limit, the less is asked; also scored."""
    growth = path.growth
    near = np.maximum(1 - np.abs(1 - path.baseline / path.limit), 0)
    asked = np.where(np.isnan(path.limit), 1.0, 1 - near**_LIMIT_BENDS)
    # At the limit itself nothing is asked but to stay.
    eased = np.where(growth < 0, growth, np.where(asked > 0, growth / asked, np.inf))
    classes = _classes(eased, (0.0, 0.005, 0.015))
    scores = np.interp(eased, (-0.02, 0, 0.005, 0.015, 0.02), _SCORES)
    return _settled(growth, classes, scores, _no_growth(path))


@np.errstate(all="ignore")
def un_ratio(path: Path) -> Trajectory:
    """C4: growth so far ÷ growth that leads to the target; nearly standing still is limited, not worse."""
    return _to_target(path, _pace(path), (-0.1, 0.5, 0.95))


@np.errstate(all="ignore")
def un_share(path: Path) -> Trajectory:
    """C5: share of the way from baseline to target that the growth so far will have gone by the target's year.

    What the source calls stagnation or regression is limited from 0 on and deteriorating below.
    """
    share = path.sign * (path.end - path.baseline) / np.abs(path.target - path.baseline)
    return _to_target(path, share, (0.0, 0.1, 0.95))


@np.errstate(all="ignore")
def eurostat(path: Path) -> Trajectory:
    """C6: growth so far ÷ growth that leads to the target, over as many years as the baseline lies back."""
    return _to_target(path, _pace(path), (0.0, 0.6, 0.95))


TRAJECTORIES: Mapping[str, Callable[[Path], Trajectory]] = MappingProxyType(
    {
        "open-sdg": open_sdg,
        "open-sdg-free": open_sdg_free,
        "un-ratio": un_ratio,
        "un-share": un_share,
        "eurostat": eurostat,
    }
)


@np.errstate(all="ignore")
def combine(scores: Column, classes: Codes) -> Trajectory:
    """C3: mean score of several series, rows × series, those without a score left out.

    A row has achieved its target only if all its series have, however high they score.
    """
    scored = ~np.isnan(scores)
    mean = np.nansum(scores, axis=1) / scored.sum(axis=1)
    achieved = (classes == COURSES.index(Course.ACHIEVED)) | ~scored
    together = _classes(mean, (-2.5, 0.0, 2.5), achieved.all(axis=1))
    return _settled(mean, together, mean, ((Reason.TOO_FEW_POINTS, np.isnan(mean)),))


def _growth(ratio: Column, years: Column) -> Column:
    return np.expm1(np.log(ratio) / years)


def _pace(path: Path) -> Column:
    """Divide the growth so far by what leads to the target; none leads to 0."""
    towards = np.where(path.target == 0, np.nan, path.target / path.baseline)
    return path.growth / np.abs(_growth(towards, path.way))


def _to_target(path: Path, values: Column, cuts: Cuts, scores: Column | None = None) -> Trajectory:
    """Class values of a method with a target; what is met already is achieved, whatever its value."""
    met = path.met
    causes = (
        *_no_growth(path),
        (Reason.TARGET_MISSING, np.isnan(path.target) | np.isnan(path.target_year)),
        (Reason.NOT_APPLICABLE, path.way <= 0),
        (Reason.SIGN_CHANGE, np.sign(path.baseline) * np.sign(path.target) < 0),
        (Reason.ZERO_DENOMINATOR, ~met & ~np.isfinite(values)),
    )
    none = np.full_like(values, np.nan)
    scores = none if scores is None else np.where(met, _SCORES[-1], scores)
    return _settled(np.where(np.isfinite(values), values, none), _classes(values, cuts, met), scores, causes)


def _no_growth(path: Path) -> Causes:
    """Tell what has grown at no rate that could be reckoned."""
    return (
        (Reason.BASELINE_MISSING, np.isnan(path.baseline) | np.isnan(path.first_year)),
        (Reason.ACTUAL_MISSING, np.isnan(path.latest) | np.isnan(path.latest_year)),
        (Reason.DIRECTION_MISSING, np.isnan(path.sign)),
        (Reason.TOO_FEW_POINTS, path.span < 1),
        (Reason.ZERO_DENOMINATOR, path.baseline == 0),
        (Reason.SIGN_CHANGE, np.sign(path.baseline) * np.sign(path.latest) < 0),
    )


def _classes(values: Column, cuts: Cuts, met: Mask | None = None) -> Codes:
    """Class values by where each course begins, unrounded."""
    codes = np.full(values.size, COURSES.index(Course.DETERIORATING), dtype=np.int8)
    for course, cut in zip((Course.LIMITED, Course.MODERATE, Course.ON_TRACK), cuts, strict=True):
        codes[values >= cut] = COURSES.index(course)
    if met is not None:
        codes[met] = COURSES.index(Course.ACHIEVED)
    return codes


def _settled(values: Column, classes: Codes, scores: Column, causes: Causes) -> Trajectory:
    settled = settle(values, *causes)
    missing = settled.reasons >= 0
    return Trajectory(
        values=settled.values,
        classes=np.where(missing, -1, classes).astype(np.int8),
        scores=np.where(missing, np.nan, scores),
        reasons=settled.reasons,
    )
