"""How long ago anything was said of each indicator: the last day its actuals tell of, or of an update.

A row of which nothing was said and nothing is due yet is not asked: nothing could have been said.
"""

from collections.abc import Iterator
from datetime import date

import numpy as np

from scorecard.rules.assess import Assessment
from scorecard.targets.columns import Column, Mask
from scorecard.targets.measures import Indicator


def ages(assessment: Assessment) -> Column:
    """Count the days from what was last said of each indicator to the as-of day; NaN: nothing was."""
    day = assessment.facts.book.office.as_of
    last = [
        _last_of(place.indicator, year.actual.until, day)
        for place, year in zip(assessment.facts.places, assessment.facts.years, strict=True)
    ]
    return np.array([np.nan if one is None else (day - one).days for one in last], dtype=np.float64)


def asked(assessment: Assessment, age: Column) -> Mask:
    """Mark rows of which something was said, or is due by now."""
    return np.asarray(~np.isnan(age) | (assessment.indicators.flags("due") == 1), dtype=np.bool_)


def _last_of(indicator: Indicator, until: date | None, day: date) -> date | None:
    days = [one for one in (until, *_days_of(indicator)) if one is not None and one <= day]
    return max(days, default=None)


def _days_of(indicator: Indicator) -> Iterator[date | None]:
    yield indicator.updated
    for period, value in indicator.actual.items():
        if value.absent is None:
            yield period.last
        yield value.updated
        yield from (one.on for one in value.restated)
    for part in indicator.parts:
        yield from _days_of(part)
