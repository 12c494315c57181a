"""How the figures of a row are printed."""

from math import isnan

from scorecard.cards.bars import bars_of
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.attaining import Attained
from scorecard.targets.facts import Facts
from scorecard.targets.measures import Aggregation, Comparability, Indicator
from scorecard.targets.readings import Reading
from scorecard.targets.schedules import WHOLE_YEAR, Schedule, Stretch
from scorecard.wording.numbers import NOTHING, amount, month_name, percent, points, signed_percent
from scorecard.wording.phrases import phrase

BORDERS = (1.0,)  #: What a printed ratio must not be rounded across: met or not.


def schedule_words(schedule: Schedule, language: Language) -> str:
    """Print a schedule as it was written; in English by its months, for it is written in Korean."""
    if language == "ko":
        return schedule.text
    if schedule.stretches == WHOLE_YEAR:
        return "all year"
    return ", ".join(_stretch_words(stretch) for stretch in schedule.stretches)


def _stretch_words(stretch: Stretch) -> str:
    """Print months of work: `Feb`, `Apr–Dec`, `Mar 2026–`, `until Sep 2026`."""
    first, last = (
        f"{month_name(month)}{f' {year}' if year else ''}" if month else ""
        for month, year in ((stretch.first, stretch.first_year), (stretch.last, stretch.last_year))
    )
    if not first:
        return f"until {last}"
    return first if first == last else f"{first}–{last}"


def or_none(number: float) -> float | None:
    """Turn a missing number into None, for whoever draws or writes it out."""
    return None if isnan(number) else number


def figure(reading: Reading, indicator: Indicator, language: Language) -> str:
    """Print a figure as it was written; a bare number gets its unit, a sum is added up."""
    if reading.absent is not None:
        return phrase("new", language) if reading.text != "-" else NOTHING
    if reading.quantity is None:
        return reading.text or NOTHING
    quantity = reading.quantity
    if quantity.fraction or " + " in quantity.text:
        text = amount(quantity.value, quantity.unit, language)
    elif " · " in quantity.text:
        text = _joined(quantity.value, quantity.unit, indicator.aggregation, language)
    elif quantity.text[-1:].isdigit():
        text = f"{quantity.text}{indicator.unit or quantity.unit}"
    else:
        text = quantity.text
    return f"{text}{phrase('provisional', language)}" if reading.provisional else text


def _joined(value: float, unit: str, aggregation: Aggregation, language: Language) -> str:
    text = amount(value, unit, language)
    return phrase("mean-of", language, value=text) if aggregation is Aggregation.MEAN else text


def previous_figure(reading: Reading, indicator: Indicator, language: Language) -> str:
    """Print a previous actual with a word on how far it compares."""
    text = figure(reading, indicator, language)
    if reading.comparability is not Comparability.PARTIAL:
        return text
    return text + (f"({reading.covers})" if reading.covers else phrase("partial", language))


def change(facts: Facts, attained: Attained, row: int, language: Language) -> str:
    """Print how the target differs from the previous actual, whichever way is better."""
    if attained.stretch.reasons[row] >= 0:
        return NOTHING
    target, previous = (float(facts.indicators.numbers(name)[row]) for name in ("target", "previous"))
    quantity = facts.years[row].target.quantity
    if quantity and quantity.unit == "%":
        return points(target - previous, language)
    return signed_percent((target - previous) / abs(previous), language)


def borders_of(assessment: Assessment) -> tuple[float, ...]:
    """List where an attainment turns into another status, which no printed ratio of a row may cross."""
    return (*BORDERS, *(band.at_least for band in assessment.rules.attainment.bands))


def reached(assessment: Assessment, row: int) -> str:
    """Print how far the actual bar reaches where there is one, else the start."""
    bars = bars_of(assessment, row)
    return percent(bars.previous if isnan(bars.actual) else bars.actual, borders=borders_of(assessment))
