"""What a book says of one indicator in one fiscal year: its target, its previous and its actual.

What a later day brought, a part of the year or a correction, is not known before it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Mistake
from scorecard.targets.budgets import Citations
from scorecard.targets.joining import join
from scorecard.targets.ledgers import as_held
from scorecard.targets.measures import Aggregation, Book, Comparability, Indicator, Source, Value
from scorecard.targets.periods import Grain, Period, read_period
from scorecard.targets.quantities import Quantity
from scorecard.targets.revising import Absence

COMPARABLE = (Comparability.SAME, Comparability.SIMILAR)
_WORST = tuple(Comparability)  #: From the most to the least comparable.


@frozen
class Reading:
    """One figure for a period, or the reason there is none."""

    period: Period | None = None  #: None: nothing is written.
    quantity: Quantity | None = None
    text: str = ""  #: As written; several parts of a year are joined by ` · `.
    absent: Absence | None = None
    comparability: Comparability = Comparability.SAME
    provisional: bool = False
    until: date | None = None  #: Last day the figure speaks of.
    covered: tuple[float, ...] = ()  #: How much of each of the year's months it speaks of; empty: of all.
    restated: float | None = None  #: By how much it was corrected last, as a share of what was known before.
    covers: str = ""  #: What part of the year, as written.
    note: str = ""
    reason: str = ""
    source: Citations = ()

    @property
    def written(self) -> bool:
        """Tell whether a figure or words stand there."""
        return bool(self.text) and self.absent is None


NOTHING = Reading()


@frozen
class Year:
    """An indicator's readings for one fiscal year."""

    target: Reading
    previous: Reading
    actual: Reading


def read_year(
    indicator: Indicator, year: Period, as_of: date, sources: Mapping[str, Source] = MappingProxyType({})
) -> Year:
    """Read an indicator for a fiscal year as it was known on a day.

    `sources` tell when they were written: a source is no source of what came after it.
    """
    target = _target(indicator, year)
    before = attrs.evolve(year, year=year.year - 1)
    span = target.period if target.period and target.period.grain is Grain.SPAN else None
    if span is not None:
        previous = _whole(indicator, attrs.evolve(span, year=year.year - 1), as_of)
        actual = _whole(indicator, span, as_of)
        if not actual.written and indicator.aggregation is Aggregation.LAST:
            actual = _reported(indicator, year, as_of)
    else:
        previous = _reported(indicator, before, as_of)
        actual = _reported(indicator, year, as_of)
    return Year(target, previous, _sourced(actual, sources))


def as_known(book: Book) -> Book:
    """Leave out the spending that was counted after the as-of day, and take the targets that held on it."""
    book = as_held(book)
    lines = {line for d in book.departments for p in d.programmes for line in p.budget}
    later = [line for line in lines if line.as_of and line.as_of > book.office.as_of]
    if not later:
        return book
    known = {line: attrs.evolve(line, spent=None, committed=None) for line in later}
    departments = (
        attrs.evolve(d, programmes=tuple(
            attrs.evolve(p, budget=tuple(known.get(line, line) for line in p.budget)) for p in d.programmes
        ))
        for d in book.departments
    )  # fmt: skip
    return attrs.evolve(book, departments=tuple(departments))


def past_years(indicator: Indicator, year: Period, as_of: date) -> Iterator[Reading]:
    """Walk over what was reported for the years before a fiscal year, the earliest first.

    Years of which nothing comparable is known are passed over.
    """
    known = sorted({period.year for period in indicator.actual if period.grain is not Grain.SPAN})
    for past in known:
        if past < year.year:
            reading = _reported(indicator, attrs.evolve(year, year=past), as_of)
            if reading.quantity and reading.comparability in COMPARABLE:
                yield reading


def _sourced(actual: Reading, sources: Mapping[str, Source]) -> Reading:
    """Keep the citations that can speak of an actual: whoever adds a quarter may forget to add its source."""
    if not actual.written or actual.until is None:
        return actual
    ends = {cited.source: _written_until(sources.get(cited.source)) for cited in actual.source}
    until = actual.until
    return attrs.evolve(actual, source=tuple(one for one in actual.source if until <= ends[one.source]))


def _written_until(source: Source | None) -> date:
    """Tell the last day a source can speak of; one without a readable date may speak of any."""
    try:
        return read_period(source.date).last if source else date.max
    except Mistake:
        return date.max


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


def _whole(indicator: Indicator, period: Period, as_of: date) -> Reading:
    if period not in indicator.actual or period.last > as_of:
        return NOTHING
    return _as_known(_whole_of(indicator.actual, period, indicator.source.actual), indicator, as_of)


def _whole_of(values: Mapping[Period, Value], period: Period, own: Citations) -> Reading:
    value = values[period]
    return Reading(
        period=period, quantity=value.quantity, text=value.text, absent=value.absent,
        comparability=value.comparability, provisional=value.provisional, until=period.last,
        covers=value.covers.text if value.covers else "",
        note=value.note, reason=value.reason, source=value.source or own,
    )  # fmt: skip


def _as_known(reading: Reading, indicator: Indicator, as_of: date) -> Reading:
    """Take a figure as it was known on a day, before later corrections."""
    if reading.period is None:
        return reading
    value = indicator.actual[reading.period]
    known = known_on(value, as_of)
    text = known.text if known and known is not value.quantity else reading.text
    return attrs.evolve(reading, quantity=known, text=text, restated=_corrected([value], as_of))


def known_on(value: Value, as_of: date) -> Quantity | None:
    """Tell what a figure was known to be at the end of a day."""
    later = [one for one in value.restated if one.on > as_of]
    return min(later, key=lambda one: one.on).was if later else value.quantity


def _corrected(values: Iterable[Value], as_of: date) -> float | None:
    """Tell by what share figures were corrected last; None: not at all, or from zero."""
    changes = [
        (one.on, now.value / one.was.value - 1)
        for value in values
        for one in value.restated
        if one.on <= as_of and one.was.value and (now := known_on(value, one.on))
    ]
    return max(changes)[1] if changes else None


def parts_of(indicator: Indicator, year: Period, as_of: date) -> dict[Period, Value]:
    """List the parts of a year that had ended by a day, in the order of time."""
    return {
        period: value
        for period, value in sorted(indicator.actual.items())
        if value.quantity and (period.is_part or period.grain is Grain.DAY)
        and year.holds(period) and period.last <= as_of
    }  # fmt: skip


def _reported(indicator: Indicator, year: Period, as_of: date) -> Reading:
    """Take the year's actual, or make it of the parts of the year that had ended by a day."""
    if year in indicator.actual and year.last <= as_of:
        return _whole(indicator, year, as_of)
    parts = parts_of(indicator, year, as_of)
    if not parts:
        return NOTHING
    known = {period: quantity for period, value in parts.items() if (quantity := known_on(value, as_of))}
    joined = join(known, indicator.aggregation, year)
    values = [parts[period] for period in joined.used]
    comparability = max((value.comparability for value in values), key=_WORST.index)
    if as_of >= year.last and not (joined.is_whole or indicator.aggregation is Aggregation.LAST):
        comparability = max(comparability, Comparability.PARTIAL, key=_WORST.index)
    return Reading(
        period=year, quantity=joined.quantity, text=joined.quantity.text, comparability=comparability,
        provisional=any(value.provisional for value in values), until=joined.until,
        covered=joined.covered, restated=_corrected(values, as_of),
        note=" ".join(value.note for value in values if value.note),
        reason=" ".join(value.reason for value in values if value.reason),
        source=tuple(cited for value in values for cited in value.source) or indicator.source.actual,
    )  # fmt: skip
