"""What a row's page says of the year in motion: one line, the parts of the year, the steps, an override."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import isnan

import numpy as np

from scorecard.cards.card import Part, StepMark, StepState
from scorecard.cards.texts import borders_of
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.status import STATUSES, override_of
from scorecard.rules.steps import days_late, is_done
from scorecard.targets.measures import Aggregation, Indicator
from scorecard.targets.periods import MONTHS, Grain, Period
from scorecard.targets.plans import Step
from scorecard.targets.readings import known_on
from scorecard.wording.numbers import day, percent, reckoned
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import term

QUARTERS = 4
FEWEST = 2  #: Columns below which a sparkline shows nothing its figure does not say.


def motion_line(assessment: Assessment, row: int) -> str:
    """Say in one line what was due, how the row stands to it, and where it is heading; empty: nothing to say."""
    moved, facts = assessment.moved, assessment.facts
    language = facts.book.office.language
    until = facts.years[row].actual.until
    if until is None or isnan(moved.pace.values[row]) or moved.complete[row]:
        return ""
    said = {
        "planned": in_unit(assessment, row, float(moved.planned.values[row])),
        "until": day(until, language),
        "basis": basis_words(assessment, row),
        "pace": percent(float(moved.pace.values[row]), digits=0, borders=borders_of(assessment)),
    }
    return " · ".join(
        [phrase("motion-pace", language, **said), *_outlook(assessment, row), *unjudged(assessment, row)]
    )


def basis_words(assessment: Assessment, row: int) -> str:
    """Name the plan a row rests on; what is no sum can only rest on its own."""
    bases = assessment.moved.bases
    code = int(bases.codes[row])
    return phrase(
        f"basis-{bases.words[code] if code >= 0 else 'plan'}", assessment.facts.book.office.language
    )


def in_unit(assessment: Assessment, row: int, value: float) -> str:
    """Print an amount in a row's unit, as exactly as its kind asks for."""
    units = assessment.indicators.words("unit")
    code = int(units.codes[row])
    unit = units.words[code] if code >= 0 else ""
    return reckoned(value, unit, assessment.facts.book.office.language)


def _outlook(assessment: Assessment, row: int) -> Iterator[str]:
    language, forecast = assessment.facts.book.office.language, assessment.moved.forecast
    point, low, high, chance = (
        float(column[row]) for column in (forecast.point, forecast.low, forecast.high, forecast.chance)
    )
    if isnan(point):
        return
    words = {
        name: in_unit(assessment, row, value)
        for name, value in (("forecast", point), ("low", low), ("high", high))
        if not isnan(value)
    }
    yield phrase("motion-forecast" if isnan(low) else "motion-range", language, **words)
    if not isnan(chance):
        yield phrase("motion-chance", language, chance=percent(chance, digits=0))


def unjudged(assessment: Assessment, row: int) -> list[str]:
    """Say why a row in motion is not judged; nothing of one that is, or that does not move."""
    language, moved = assessment.facts.book.office.language, assessment.moved
    if isnan(moved.pace.values[row]) or moved.complete[row]:
        return []
    if moved.early[row]:
        return [phrase("motion-early", language)]
    return [phrase("motion-few", language)] if moved.few[row] else []


def parts_of_year(assessment: Assessment, row: int) -> tuple[Part, ...]:
    """Lay the year out in months, or in quarters where no month is told; empty where it is told whole only."""
    facts = assessment.facts
    indicator, today = facts.places[row].indicator, facts.book.office.as_of
    told = [p for p in indicator.actual if p.is_part and facts.year.holds(p) and p.last <= today]
    if not told:
        return ()
    count = MONTHS if any(p.grain is Grain.MONTH for p in told) else QUARTERS
    actual = _by_part(indicator, told, count, today)
    planned = _planned(assessment, row, count)
    if sum(not (isnan(a) and isnan(p)) for a, p in zip(actual, planned, strict=True)) < FEWEST:
        return ()
    tallest = (
        np.nanmax(np.abs([*actual, *planned, np.nan]))
        if any(not isnan(x) for x in (*actual, *planned))
        else 0.0
    )
    scale = float(tallest) or 1.0
    hazy = _hazy(indicator, told, count)
    return tuple(
        Part(_share(a, scale), _share(p, scale), hazy[place])
        for place, (a, p) in enumerate(zip(actual, planned, strict=True))
    )


def _share(value: float, scale: float) -> float | None:
    return None if isnan(value) else value / scale


def _slots(period: Period, count: int) -> range:
    """Tell which columns of a sparkline a part of the year fills."""
    first, end = period.months
    width = MONTHS // count
    return range(first // width, -(-end // width))


def _by_part(indicator: Indicator, told: Sequence[Period], count: int, today: date) -> list[float]:
    """Fill the columns: a sum's longer part is spread over its columns, a level stands in each."""
    values = [np.nan] * count
    for period in sorted(told, key=lambda one: one.first - one.last):
        known = known_on(indicator.actual[period], today)
        slots = _slots(period, count)
        for slot in slots:
            if known:
                values[slot] = known.value / (len(slots) if indicator.aggregation is Aggregation.SUM else 1)
    return values


def _hazy(indicator: Indicator, told: Sequence[Period], count: int) -> list[bool]:
    hazy = [False] * count
    for period in told:
        for slot in _slots(period, count):
            hazy[slot] = hazy[slot] or indicator.actual[period].provisional
    return hazy


def _planned(assessment: Assessment, row: int, count: int) -> list[float]:
    """Tell what each column was to bring: of the target its share, of an own plan its level."""
    facts = assessment.facts
    indicator = facts.places[row].indicator
    if indicator.aggregation is Aggregation.SUM:
        target = float(facts.indicators.numbers("target")[row])
        shares = facts.motion.shares[row].reshape(count, -1).sum(axis=1)
        return [float(value) for value in shares * target]
    levels = [np.nan] * count
    for period, one in (indicator.plan.parts if indicator.plan else {}).items():
        if period.is_part and facts.year.holds(period):
            levels[_slots(period, count)[-1]] = one.value
    return levels


def step_marks(assessment: Assessment, row: int) -> tuple[StepMark, ...]:
    """Lay out the steps of a row in the order of their due days."""
    facts = assessment.facts
    steps = facts.places[row].indicator.steps
    ordered = sorted(steps, key=lambda step: (step.due.last, step.due.first))
    return tuple(_mark(step, assessment) for step in ordered)


def _mark(step: Step, assessment: Assessment) -> StepMark:
    office, year = assessment.facts.book.office, assessment.facts.year
    language, today = office.language, office.as_of
    late = days_late(step, today)
    if is_done(step, today) and step.done:
        state = StepState.LATE_DONE if late > 0 else StepState.DONE
        detail = phrase("step-late-done", language, days=late) if late > 0 else ""
        return StepMark(step.name, short_day(step.done, year, language), state, detail)
    state = StepState.LATE if late else StepState.COMING
    detail = phrase("step-late", language, days=late) if late else ""
    return StepMark(step.name, short_period(step.due, year, language), state, detail)


def short_day(when: date, year: Period, language: Language) -> str:
    """Print a day as short as the page's year allows."""
    words = f"{when.month}. {when.day}." if language == "ko" else f"{when.day} {when:%b}"
    return _of_year(words, when.year, year, language)


def short_period(period: Period, year: Period, language: Language) -> str:
    """Print a period as short as the page's year allows."""
    match period.grain:
        case Grain.DAY:
            return short_day(period.first, year, language)
        case Grain.MONTH:
            words = f"{period.first.month}월" if language == "ko" else f"{period.first:%b}"
            return _of_year(words, period.first.year, year, language)
        case Grain.QUARTER:
            return _of_year(phrase("step-quarter", language, n=period.part), period.year, year, language)
        case Grain.HALF:
            return _of_year(phrase(f"step-half-{period.part}", language), period.year, year, language)
    return phrase("step-year", language, year=f"{period.year % 100:02}")


def _of_year(words: str, of: int, year: Period, language: Language) -> str:
    """Put the year to a day or period that is not of the page's year."""
    if of == year.year:
        return words
    return phrase("step-of-year", language, year=f"{of % 100:02}", when=words)


def override_line(assessment: Assessment, row: int) -> str:
    """Say who set a status by hand, when and why, and what was computed; empty: nobody."""
    office = assessment.facts.book.office
    override = override_of(assessment.facts.places[row], office.as_of)
    if override is None:
        return ""
    computed = STATUSES[int(assessment.computed[row])]
    return phrase(
        "override", office.language,
        status=term(override.status, office.language), computed=term(computed, office.language),
        reason=override.reason, by=override.by, on=day(override.on, office.language),
    )  # fmt: skip
