"""How a target stands by each property of a fair one, with the evidence, in words."""

from collections.abc import Iterator
from math import isnan

import attrs

from scorecard.cards.strips import Strip, StripTable
from scorecard.cards.texts import change as change_of
from scorecard.cards.texts import figure, previous_figure
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.quality.models import Property, Reach, Standing
from scorecard.targets.facts import is_measured
from scorecard.targets.measures import Aggregation, Department
from scorecard.wording.numbers import NOTHING, grouped
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import term


@attrs.frozen
class Evidence:
    """One property of a target."""

    which: Property
    standing: Standing
    label: str
    word: str  #: The standing in words.
    text: str  #: What it rests on.


def strips_of(assessment: Assessment, department: Department) -> StripTable:
    """Gather the strips of a department's targets; parts go with their whole."""
    language = assessment.facts.book.office.language
    rows = [
        row
        for row, place in enumerate(assessment.facts.places)
        if place.department is department and assessment.profiles.has[row] and not place.part_of
    ]
    heads = (
        phrase("quality-indicator", language),
        *(_label(one, language) for one in Property),
        phrase("quality-reach", language),
    )
    title, legend = phrase("quality-title", language), phrase("quality-legend", language)
    return StripTable(title, heads, tuple(_strip(assessment, row) for row in rows), legend)


def _strip(assessment: Assessment, row: int) -> Strip:
    language = assessment.facts.book.office.language
    place = assessment.facts.places[row]
    standings = tuple(assessment.profiles.standing(row, one) for one in Property)
    words = tuple(phrase(f"standing-{one.value}", language) for one in standings)
    return Strip(place.id, place.indicator.name, standings, words, reach_of(assessment, row))


def profile_of(assessment: Assessment, row: int) -> tuple[Evidence, ...]:
    """Tell each property of a row's target; a row without a target has none."""
    if not assessment.profiles.has[row]:
        return ()
    return tuple(_evidence(assessment, row))


def reach_of(assessment: Assessment, row: int) -> str:
    """Say where a target lies from last year and from the trend, or why nobody can."""
    language = assessment.facts.book.office.language
    profiles = assessment.profiles
    reach = profiles.reach(row)
    if reach is Reach.UNJUDGED:
        reason = profiles.why_unjudged(row)
        return term(reason, language) if reason else NOTHING
    word = phrase(f"reach-{reach.value}", language)
    stretch, trend = float(profiles.stretch.values[row]), float(profiles.trend.values[row])
    change = change_of(assessment.facts, assessment.attained, row, language)
    z = phrase("errors", language, n=grouped(trend, 1))
    if isnan(trend):
        return phrase("reach-said", language, reach=word, change=change)
    key = "reach-said-trend" if not isnan(stretch) else "reach-trend-only"
    return phrase(key, language, reach=word, change=change, z=z)


def _label(one: Property, language: Language) -> str:
    return phrase(f"property-{one.value}", language)


def _evidence(assessment: Assessment, row: int) -> Iterator[Evidence]:
    language = assessment.facts.book.office.language
    details = _details(assessment, row)
    for one in Property:
        standing = assessment.profiles.standing(row, one)
        word = phrase(f"standing-{standing.value}", language)
        yield Evidence(one, standing, _label(one, language), word, _why(one, standing, details, language))


def _why(one: Property, standing: Standing, details: dict[str, str], language: Language) -> str:
    if one is Property.AMBITION:
        return details["reach"]
    if one is Property.OUTCOME:
        return phrase("why-outcome", language, level=details["level"])
    return phrase(f"why-{one.value}-{standing.value}", language, **details)


def _details(assessment: Assessment, row: int) -> dict[str, str]:
    """Gather what the evidence of all properties speaks of."""
    facts, language = assessment.facts, assessment.facts.book.office.language
    place, year = facts.places[row], facts.years[row]
    indicator, schedule = place.indicator, place.indicator.schedule or place.programme.schedule
    last = indicator.breaks[-1] if indicator.breaks else None
    in_steps = indicator.aggregation is Aggregation.MILESTONE
    counts = {name: grouped(float(facts.indicators.numbers(name)[row])) for name in ("lines", "indicators")}
    return {
        "target": figure(year.target, indicator, language) if is_measured(indicator) else "",
        "previous": previous_figure(year.previous, indicator, language) if year.previous.written else NOTHING,
        "like": phrase(f"comparability-{year.previous.comparability.value}", language),
        "level": phrase(f"level-{indicator.level.value}", language),
        "schedule": schedule.text if schedule else NOTHING,
        "formula": indicator.formula,
        "since": str(last.since) if last else "",
        "reason": last.reason if last else "",
        "reach": reach_of(assessment, row),
        "lines": counts["lines"],
        "n": str(len(indicator.steps)) if in_steps else counts["indicators"],
    }
