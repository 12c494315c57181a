"""What a book says of one indicator in one fiscal year: its target, its previous and its actual.

Parts of a year make the year by the indicator's aggregation; nothing is ever pro-rated here.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import attrs

from scorecard.targets.measures import Absence, Aggregation, Citations, Comparability, Indicator, Value
from scorecard.targets.periods import Grain, Period
from scorecard.targets.quantities import Qualifier, Quantity

_WORST = tuple(Comparability)  #: From the most to the least comparable.


@attrs.frozen
class Reading:
    """One figure for a period, or the reason there is none."""

    period: Period | None = None  #: None: nothing is written.
    quantity: Quantity | None = None
    text: str = ""  #: As written; several parts of a year are joined by ` · `.
    absent: Absence | None = None
    comparability: Comparability = Comparability.SAME
    provisional: bool = False
    until: date | None = None  #: Last day the figure speaks of.
    covers: str = ""  #: What part of the year, as written.
    note: str = ""
    reason: str = ""
    source: Citations = ()

    @property
    def written(self) -> bool:
        """Tell whether a figure or words stand there."""
        return bool(self.text) and self.absent is None


NOTHING = Reading()


@attrs.frozen
class Year:
    """An indicator's readings for one fiscal year."""

    target: Reading
    previous: Reading
    actual: Reading


def read_year(indicator: Indicator, year: Period, as_of: date) -> Year:
    """Read an indicator for a fiscal year as it was known on a day."""
    target = _target(indicator, year)
    before = attrs.evolve(year, year=year.year - 1)
    span = target.period if target.period and target.period.grain is Grain.SPAN else None
    if span is not None:
        so_far = attrs.evolve(span, year=year.year - 1)
        previous = _whole(indicator, so_far)
        actual = _whole(indicator, span)
    else:
        previous = _reported(indicator, before, before.last)
        actual = _reported(indicator, year, as_of)
    return Year(target, previous, _with_own_source(actual, previous, indicator))


def _with_own_source(actual: Reading, previous: Reading, indicator: Indicator) -> Reading:
    """Let the indicator's one source for actuals speak of the earlier one where there are two.

    Whoever adds this year's actual beside last year's would else cite last year's line for it.
    """
    shared = indicator.source.actual
    borrowed = previous.written and previous.source == shared and actual.source == shared
    return attrs.evolve(actual, source=()) if borrowed and actual.written else actual


def _target(indicator: Indicator, year: Period) -> Reading:
    """Take the year's target, or a cumulative one that ends with or after the year."""
    if year in indicator.target:
        return _whole_of(indicator.target, year, indicator.source.target)
    if indicator.aggregation is Aggregation.MILESTONE and not indicator.target:
        words = " · ".join(step.name for step in indicator.steps)
        return Reading(period=year, text=words, source=indicator.source.target) if words else NOTHING
    spans = [
        period for period in indicator.target if period.grain is Grain.SPAN and period.since <= year.year
    ]
    coming = [period for period in spans if period.year >= year.year]
    if not coming:
        return NOTHING
    return _whole_of(indicator.target, min(coming), indicator.source.target)


def _whole(indicator: Indicator, period: Period) -> Reading:
    if period not in indicator.actual:
        return NOTHING
    return _whole_of(indicator.actual, period, indicator.source.actual)


def _whole_of(values: Mapping[Period, Value], period: Period, own: Citations) -> Reading:
    value = values[period]
    return Reading(
        period=period, quantity=value.quantity, text=value.text, absent=value.absent,
        comparability=value.comparability, provisional=value.provisional, until=period.last,
        covers=value.covers.text if value.covers else "",
        note=value.note, reason=value.reason, source=value.source or own,
    )  # fmt: skip


def _reported(indicator: Indicator, year: Period, as_of: date) -> Reading:
    """Take the year's actual, or make it of the parts of the year that had ended by a day."""
    if year in indicator.actual:
        return attrs.evolve(_whole(indicator, year), until=min(year.last, as_of))
    parts = {
        period: value
        for period, value in sorted(indicator.actual.items())
        if value.quantity and period.grain is not Grain.SPAN and year.first <= period.first and period.last <= min(as_of, year.last)
    }  # fmt: skip
    if not parts:
        return NOTHING
    return _joined(parts, indicator, year, as_of)


def _joined(parts: Mapping[Period, Value], indicator: Indicator, year: Period, as_of: date) -> Reading:
    """Join parts of a year by the indicator's aggregation; a year not wholly told is partial."""
    chosen = _without_overlap(list(parts)) if indicator.aggregation not in (Aggregation.LAST, Aggregation.RATIO) else [max(parts, key=lambda period: period.last)]  # fmt: skip
    values = [parts[period] for period in chosen]
    quantities = [value.quantity for value in values if value.quantity]
    join = _JOINS.get(indicator.aggregation, _last)
    total = join([quantity.value for quantity in quantities])
    told = sum((period.last - period.first).days + 1 for period in chosen)
    whole = told >= (year.last - year.first).days + 1 or indicator.aggregation is Aggregation.LAST
    comparability = max((value.comparability for value in values), key=_WORST.index)
    if not whole and as_of >= year.last:
        comparability = max(comparability, Comparability.PARTIAL, key=_WORST.index)
    vague = [quantity.qualifier for quantity in quantities if quantity.qualifier is not Qualifier.EXACT]
    text = " · ".join(quantity.text for quantity in quantities)
    first = quantities[0]
    quantity = Quantity(total, first.unit, vague[0] if vague else Qualifier.EXACT, text, first.step)
    return Reading(
        period=year, quantity=quantity, text=text, comparability=comparability,
        provisional=any(value.provisional for value in values), until=max(period.last for period in chosen),
        note=" ".join(value.note for value in values if value.note),
        reason=" ".join(value.reason for value in values if value.reason),
        source=tuple(cited for value in values for cited in value.source) or indicator.source.actual,
    )  # fmt: skip


def _without_overlap(periods: Sequence[Period]) -> list[Period]:
    """Keep the longest parts that do not overlap, in the order of time."""
    kept: list[Period] = []
    for period in sorted(periods, key=lambda one: (one.first - one.last, one.first)):
        if all(period.last < other.first or other.last < period.first for other in kept):
            kept.append(period)
    return sorted(kept, key=lambda one: one.first)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _last(values: Sequence[float]) -> float:
    return values[-1]


_JOINS: Mapping[Aggregation, Callable[[Sequence[float]], float]] = {
    Aggregation.SUM: sum,
    Aggregation.MEAN: _mean,
    Aggregation.MAX: max,
}
