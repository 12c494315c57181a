"""The status of every row on the as-of day: from attainment where the year is told, else from how it comes in.

A young year reddens nothing: what is not due, hardly begun or too few to count is not judged, and
a forecast is behind only where the target lies outside its range.
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from scorecard.rules.attaining import Attained, is_milestone, signs, words_equal
from scorecard.rules.methods import REASONS
from scorecard.rules.models import AttainmentRules, PaceRules
from scorecard.rules.moving import Moved
from scorecard.rules.steps import days_late, is_done
from scorecard.targets.columns import Column, Mask, Table
from scorecard.targets.facts import Facts
from scorecard.targets.measures import Override, Place
from scorecard.targets.plans import Step
from scorecard.wording.terms import Reason, Status

STATUSES = tuple(Status)
Codes = NDArray[np.int8]  #: Places in STATUSES.

_NO_RATIO = (Reason.ZERO_DENOMINATOR, Reason.SIGN_CHANGE, Reason.TARGET_EQUALS_BASELINE)
_GROWS = ("sum", "max", "last")  #: Aggregations of which a figure once reached is the year's at least.


def status_of(facts: Facts, attained: Attained, moved: Moved, rules: AttainmentRules) -> Codes:
    """Compute every row's status; what people set by hand is not looked at."""
    table = facts.indicators
    attainment = _with_plain_cases(facts, attained)
    reported, due = ~np.isnan(attainment), table.flags("due") == 1
    met = attainment >= rules.bands[0].at_least
    lost = _only_grows(table, "down") & ~met
    silent = (table.flags("has_target") == 1) & (table.flags("has_actual") == 0)
    cases = (
        (silent & (due | (moved.silent_quarters > 0)), _code(Status.MISSING)),
        (silent, _code(Status.NOT_DUE)),
        (reported & (moved.complete | lost), _bands(attainment, rules)),
        (reported & met & _only_grows(table, "up"), _code(Status.ACHIEVED)),
        (reported & due, _code(Status.MISSING)),  # The year is over, and a part of it is not told.
        (reported & moved.nothing_due, _code(Status.NOT_DUE)),
        (moved.judgeable, _in_motion(moved, rules)),
        (reported & met & _only_grows(table, "down") & ~moved.early, _code(Status.ON_TRACK)),
    )
    codes = np.select([rows for rows, _ in cases], [code for _, code in cases], _code(Status.UNDECIDED))
    return _with_milestones(codes.astype(np.int8), facts, attained, rules.pace)


def _with_plain_cases(facts: Facts, attained: Attained) -> Column:
    """Take attainments, and where there is no ratio whether the target is met: 1 or 0.

    No accident where none was allowed has no attainment, and is no riddle.
    """
    table = facts.indicators
    sign = signs(table.words("direction"))
    met = sign * (table.numbers("actual") - table.numbers("target")) >= 0
    ratio = attained.attainment
    bare = np.isin(ratio.reasons, [REASONS.index(reason) for reason in _NO_RATIO])
    return np.where(bare & ~np.isnan(sign), met.astype(np.float64), ratio.values)


def _code(status: Status) -> int:
    return STATUSES.index(status)


def _bands(values: NDArray[np.float64], rules: AttainmentRules) -> Codes:
    """Sort attainments into bands, unrounded; a band begins at its bound."""
    codes = np.full(values.size, _code(Status.BEHIND), dtype=np.int8)
    for band in reversed(rules.bands):
        codes[values >= band.at_least] = _code(band.status)
    return codes


def _in_motion(moved: Moved, rules: AttainmentRules) -> Codes:
    """Judge a year that is not over: by its forecast where there is one, else by its pace.

    Nothing is achieved before it is reached, and a target within the forecast's range is not lost.
    """
    expected = np.where(np.isnan(moved.outlook.values), moved.pace.values, moved.outlook.values)
    codes = np.where(np.isnan(expected), _code(Status.UNDECIDED), _bands(expected, rules))
    codes[codes == _code(Status.ACHIEVED)] = _code(Status.ON_TRACK)
    codes[(codes == _code(Status.BEHIND)) & moved.within_range] = _code(Status.WATCH)
    return codes.astype(np.int8)


def _only_grows(table: Table, direction: str) -> Mask:
    """Mark rows whose figure can only get larger within the year, where that is good, or where it is bad."""
    aggregation = table.words("aggregation")
    names = _GROWS if direction == "up" else ("sum", "max")
    grows = np.logical_or.reduce([words_equal(aggregation, word) for word in names])
    return np.asarray(grows & words_equal(table.words("direction"), direction), dtype=np.bool_)


def _with_milestones(codes: Codes, facts: Facts, attained: Attained, rules: PaceRules) -> Codes:
    """Judge milestones by their steps: all done, one late, all that was due done, or none due yet."""
    day = facts.book.office.as_of
    for row, place in enumerate(facts.places):
        if is_milestone(place.indicator) and facts.years[row].target.written:
            reached = attained.attainment.values[row] >= 1
            codes[row] = _code(Status.ACHIEVED if reached else _of_steps(place.indicator.steps, day, rules))
    return codes


def _of_steps(steps: tuple[Step, ...], day: date, rules: PaceRules) -> Status:
    late = max((days_late(step, day) for step in steps if not is_done(step, day)), default=0)
    if late:
        return Status.WATCH if late <= rules.late_days else Status.BEHIND
    return Status.ON_TRACK if any(is_done(step, day) for step in steps) else Status.NOT_DUE


def override_of(place: Place, day: date) -> Override | None:
    """Find the status set by hand that holds on a day: the latest of those that had been set."""
    holding = [
        one for one in place.indicator.overrides if one.on <= day and (one.until is None or day <= one.until)
    ]
    return max(holding, key=lambda one: one.on) if holding else None


def with_overrides(codes: Codes, facts: Facts) -> Codes:
    """Put in what people set by hand."""
    day = facts.book.office.as_of
    held = codes.copy()
    for row, place in enumerate(facts.places):
        override = override_of(place, day)
        if override is not None:
            held[row] = _code(override.status)
    return held
