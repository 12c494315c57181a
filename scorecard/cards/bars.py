"""The bars of a row, as ratios of this year's target."""

import attrs
import numpy as np

from scorecard.rules.assess import Assessment
from scorecard.rules.moving import still_growing

NONE = float("nan")


@attrs.frozen
class Bars:
    """What a bullet shows; NaN: not there."""

    previous: float
    actual: float
    due: float = NONE
    forecast: float = NONE
    low: float = NONE
    high: float = NONE


def bars_of(assessment: Assessment, row: int) -> Bars:
    """Take a row's bars: attainments, or plain amounts where less is better and the year still grows."""
    moved, attained = assessment.moved, assessment.attained
    if still_growing(assessment.facts, moved)[row]:
        return _amounts(assessment, row)
    start, reached = float(attained.start.values[row]), float(attained.attainment.values[row])
    if moved.complete[row] or np.isnan(reached):
        return Bars(start, reached)
    columns = (moved.due_mark, moved.outlook.values, moved.outlook_low, moved.outlook_high)
    return Bars(start, reached, *(float(column[row]) for column in columns))


def _amounts(assessment: Assessment, row: int) -> Bars:
    """Divide amounts by the target: a year's accidents fill the bar from the left, and ought not to fill it."""
    table, moved = assessment.indicators, assessment.moved
    target = float(table.numbers("target")[row])
    columns = (
        table.numbers("previous"), table.numbers("actual"), moved.planned.values,
        moved.forecast.point, moved.forecast.low, moved.forecast.high,
    )  # fmt: skip
    comparable = not np.isnan(assessment.attained.start.values[row])
    values = [float(column[row]) / target if target > 0 else NONE for column in columns]
    return Bars(values[0] if comparable else NONE, *values[1:])
