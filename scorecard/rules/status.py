"""The status of every row on the as-of day, from attainment and what may be expected by then.

A young year reddens nothing: before a result is due, only what is already reached says anything.
"""

import numpy as np
from numpy.typing import NDArray

from scorecard.rules.attaining import Attained, words_equal
from scorecard.rules.models import AttainmentRules
from scorecard.targets.columns import Mask, Table
from scorecard.targets.facts import Facts
from scorecard.wording.terms import Status

STATUSES = tuple(Status)
Codes = NDArray[np.int8]  #: Places in STATUSES.

_GROWS = ("sum", "max", "last")  #: Aggregations of which a figure once reached is the year's at least.


def status_of(facts: Facts, attained: Attained, rules: AttainmentRules) -> Codes:
    """Tell every row's status."""
    table = facts.indicators
    attainment = attained.attainment.values
    due = table.flags("due") == 1
    codes = np.full(table.size, _code(Status.UNDECIDED), dtype=np.int8)
    reported = ~np.isnan(attainment)
    judged_now = reported & due
    codes[judged_now] = _bands(attainment[judged_now], rules)
    codes[reported & ~due & _is_final(table) & (attainment >= rules.bands[0].at_least)] = _code(
        Status.ACHIEVED
    )
    silent = (table.flags("has_target") == 1) & (table.flags("has_actual") == 0)
    codes[silent & due] = _code(Status.MISSING)
    codes[silent & ~due] = _code(Status.NOT_DUE)
    return _with_milestones(codes, facts, attained)


def _code(status: Status) -> int:
    return STATUSES.index(status)


def _bands(values: NDArray[np.float64], rules: AttainmentRules) -> Codes:
    """Sort attainments into bands, unrounded; a band begins at its bound."""
    codes = np.full(values.size, _code(Status.BEHIND), dtype=np.int8)
    for band in reversed(rules.bands):
        codes[values >= band.at_least] = _code(band.status)
    return codes


def _is_final(table: Table) -> Mask:
    """Mark rows of which an early figure cannot get worse: more is better, and it only grows."""
    aggregation = table.words("aggregation")
    grows = np.logical_or.reduce([words_equal(aggregation, word) for word in _GROWS])
    return np.asarray(grows & words_equal(table.words("direction"), "up"), dtype=np.bool_)


def _with_milestones(codes: Codes, facts: Facts, attained: Attained) -> Codes:
    """Judge milestones by their steps: all done, one late, or none due yet."""
    day = facts.book.office.as_of
    for row, place in enumerate(facts.places):
        steps = place.indicator.steps
        if not steps or not facts.years[row].target.written:
            continue
        late = any(step.due.last < day and (step.done is None or step.done > day) for step in steps)
        reached = attained.attainment.values[row] >= 1
        codes[row] = _code(Status.ACHIEVED if reached else Status.BEHIND if late else Status.NOT_DUE)
    return codes
