"""Every share of coverage as what its programmes or indicators bring to it: a part of a whole.

A share is the sum of the parts by the sum of the wholes, so that what moved it can be told unit by unit.
"""

import attrs
import numpy as np

from scorecard.cards.freshness import ages, asked
from scorecard.rules.assess import Assessment
from scorecard.rules.attaining import words_equal
from scorecard.rules.demands import Share
from scorecard.rules.methods import REASONS
from scorecard.targets.columns import Column, Mask
from scorecard.wording.terms import Reason

OF_PROGRAMMES = frozenset((Share.COUNT, Share.WEIGHT, Share.BUDGET))


@attrs.frozen(eq=False)
class Units:
    """What counts for one share, as columns over the programmes or the indicators."""

    part: Column
    whole: Column  #: 0: does not count.


def units_of(assessment: Assessment) -> dict[Share, Units]:
    """Lay out what each programme, or each indicator, brings to every share."""
    ours = active(assessment)
    has_target = ours & (assessment.programmes.numbers("targets") > 0)
    budget = np.nan_to_num(assessment.programmes.numbers("budget"))
    rows, age = counted(assessment), ages(assessment)
    due = rows & (assessment.indicators.flags("due") == 1)
    told = rows & asked(assessment, age)
    fresh = told & (age <= assessment.rules.coverage.freshness.days)
    return {
        Share.COUNT: _of(has_target, ours),
        Share.WEIGHT: weights_of(assessment),
        Share.BUDGET: Units(budget * has_target, budget * ours),
        Share.PREVIOUS: _of(rows & comparable(assessment), rows),
        Share.ACTUAL: _of(due & (assessment.indicators.flags("has_actual") == 1), due),
        Share.FRESH: _of(fresh, told),
    }


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


def _of(part: Mask, whole: Mask) -> Units:
    return Units(part.astype(np.float64), whole.astype(np.float64))


def weighing(assessment: Assessment) -> Mask:
    """Mark the rows whose weights coverage is measured by: those of active programmes, without parts."""
    whole = assessment.indicators.flags("is_part") == 0
    return np.asarray(whole & active(assessment)[assessment.facts.owner_of], dtype=np.bool_)


def weights_of(assessment: Assessment) -> Units:
    """Add up the weights of indicators by programme; one without a target weighs at least 1.

    Were it only the weights written, a programme without any indicator would weigh nothing.
    """
    ours = active(assessment)
    has_target = ours & (assessment.programmes.numbers("targets") > 0)
    facts = assessment.facts
    weight = np.array([place.indicator.weight for place in facts.places], dtype=np.float64)
    owner = np.asarray(facts.owner_of, dtype=np.intp)
    measured, whole = counted(assessment), weighing(assessment)

    def added(rows: Mask) -> Column:
        return np.bincount(owner[rows], weight[rows], len(facts.owners)).astype(np.float64)

    every = added(whole)
    return Units(added(measured) * ours, np.where(has_target, every, np.maximum(every, 1.0)) * ours)
