"""Parts of a year → the year, by the indicator's aggregation. Nothing is ever pro-rated here.

A half, a quarter or a month is what came in during it; a day is the state on that day, which of a
sum is the running total since the fiscal year began.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from scorecard.frozen import frozen
from scorecard.targets.measures import Aggregation
from scorecard.targets.periods import Grain, Period, month_share
from scorecard.targets.quantities import Qualifier, Quantity, added, as_ratio

Parts = Mapping[Period, Quantity]  #: Halves, quarters, months and days of one fiscal year.


@frozen
class Joined:
    """What parts of a year make together."""

    quantity: Quantity
    used: tuple[Period, ...]  #: The parts it was made of, in the order of time.
    covered: tuple[float, ...]  #: How much of each of the twelve months it speaks of, from 0 to 1.
    until: date  #: Last day it speaks of.

    @property
    def is_whole(self) -> bool:
        """Tell whether it speaks of the whole year."""
        return min(self.covered) >= 1


def join(parts: Parts, aggregation: Aggregation, year: Period) -> Joined:
    """Join one or more parts of a year."""
    if aggregation is Aggregation.SUM:
        return _running(parts, year)
    used = _used(parts, aggregation)
    joined = _joined(_value(parts, used, aggregation), parts, used, (), year)
    if aggregation is not Aggregation.LAST:
        return joined
    # The last state speaks for all the time before it.
    return attrs.evolve(joined, covered=month_share(year, joined.until))


def without_overlap(periods: Sequence[Period]) -> list[Period]:
    """Keep the longest parts that do not overlap, in the order of time."""
    kept: list[Period] = []
    for period in sorted(periods, key=lambda one: (one.first - one.last, one.first)):
        if all(period.last < other.first or other.last < period.first for other in kept):
            kept.append(period)
    return sorted(kept, key=lambda one: one.first)


def _used(parts: Parts, aggregation: Aggregation) -> list[Period]:
    """Choose what counts: states only where nothing else is told, for a level the last one."""
    if aggregation is Aggregation.MAX:
        return without_overlap(list(parts)) if all(map(_is_state, parts)) else sorted(parts, key=_end)
    stretches = [period for period in parts if not _is_state(period)]
    if aggregation is Aggregation.MEAN:
        return without_overlap(stretches or list(parts))
    if aggregation is Aggregation.RATIO and all(parts[one].fraction for one in stretches) and stretches:
        return without_overlap(stretches)
    return [max(parts, key=_end)]


def _is_state(period: Period) -> bool:
    return period.grain is Grain.DAY


def _end(period: Period) -> tuple[date, date]:
    return period.last, period.first


def _value(parts: Parts, used: Sequence[Period], aggregation: Aggregation) -> float:
    values = [parts[period].value for period in used]
    if aggregation is Aggregation.MAX:
        return max(values)
    if aggregation is Aggregation.MEAN:
        months = [period.months[1] - period.months[0] if period.is_part else 1 for period in used]
        spread = (value for value, length in zip(values, months, strict=True) for _ in range(length))
        return added(spread, among=sum(months))
    pairs = [pair for period in used if (pair := parts[period].fraction)]
    if aggregation is Aggregation.RATIO and len(pairs) == len(used):
        above, below = map(added, zip(*pairs, strict=True))
        return as_ratio((above, below), parts[used[0]].unit)
    return values[-1]


def _running(parts: Parts, year: Period) -> Joined:
    """Add up a sum: all its stretches, or a running total and the stretches after it; what tells most."""
    stretches = [period for period in parts if not _is_state(period)]
    ways: list[tuple[tuple[Period, ...], list[Period]]] = [((), without_overlap(stretches))]
    for state in filter(_is_state, parts):
        later = [period for period in stretches if period.first > state.last]
        ways.append(((state,), without_overlap(later)))
    told = [(state, [*state, *rest]) for state, rest in ways if state or rest]
    running, used = max(
        told, key=lambda way: (sum(_covered(way[1], way[0], year)), max(one.last for one in way[1]))
    )
    return _joined(added(parts[one].value for one in used), parts, used, running, year)


def _joined(
    value: float, parts: Parts, used: Sequence[Period], states: Sequence[Period], year: Period
) -> Joined:
    quantities = [parts[period] for period in used]
    vague = [one.qualifier for one in quantities if one.qualifier is not Qualifier.EXACT]
    first = quantities[0]
    quantity = Quantity(
        value, first.unit, vague[0] if vague else Qualifier.EXACT,
        " · ".join(one.text for one in quantities), max(one.step for one in quantities),
        first.fraction if len(quantities) == 1 else None,
    )  # fmt: skip
    until = max(period.last for period in used)
    return Joined(quantity, tuple(used), _covered(used, states, year), until)


def _covered(used: Sequence[Period], states: Sequence[Period], year: Period) -> tuple[float, ...]:
    """Tell how much of each month is spoken of: a running total covers all before its day, a state its month."""
    covered = [0.0] * 12
    for state in states:
        covered = list(month_share(year, state.last))
    for period in used:
        if period not in states:
            first, end = period.months if period.is_part else _month_of(period, year)
            covered[first:end] = [1.0] * (end - first)
    return tuple(covered)


def _month_of(state: Period, year: Period) -> tuple[int, int]:
    """Find the month a day lies in, counted like `Period.months`."""
    month = sum(share > 0 for share in month_share(year, state.last))
    return month - 1, month
