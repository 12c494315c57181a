"""How a target stands by each property of a fair one, with the evidence, in words."""

from collections.abc import Iterator, Sequence
from math import isnan

import attrs

from scorecard.cards.strips import Strip, StripTable
from scorecard.cards.texts import change as change_of
from scorecard.cards.texts import figure, previous_figure, schedule_words
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.quality.models import Property, Reach, Standing
from scorecard.targets.facts import is_measured
from scorecard.targets.measures import Aggregation, Comparability, Department, Direction
from scorecard.wording.numbers import NOTHING, grouped
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Reason, term

_FEW = 3  #: Targets below which every property has its column.


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
    alike = _alike(assessment, rows)
    apart = [one for one in Property if one not in alike]
    heads = (
        phrase("quality-indicator", language),
        *(_label(one, language) for one in apart),
        phrase("quality-reach", language),
    )
    said = " · ".join(
        f"{_label(one, language)} {phrase(f'mark-{standing.value}', language)}"
        for one, standing in alike.items()
    )
    return StripTable(
        phrase("quality-title", language),
        heads,
        tuple(_strip(assessment, row, apart) for row in rows),
        phrase("quality-legend", language),
        phrase("quality-alike", language, said=said) if alike else "",
    )


def _alike(assessment: Assessment, rows: Sequence[int]) -> dict[Property, Standing]:
    """Find the properties by which some targets all stand the same; of few targets there is none.

    A column of one mark repeated says no more than a word.
    """
    if len(rows) < _FEW:
        return {}
    standings = {one: {assessment.profiles.standing(row, one) for row in rows} for one in Property}
    return {one: found.pop() for one, found in standings.items() if len(found) == 1}


def _strip(assessment: Assessment, row: int, apart: Sequence[Property]) -> Strip:
    language = assessment.facts.book.office.language
    place = assessment.facts.places[row]
    standings = tuple(assessment.profiles.standing(row, one) for one in apart)
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
    change = change_of(assessment.facts, assessment.attained, row, language)
    if falls_short_of_part(assessment, row):
        return phrase("reach-part", language, change=change)
    if reach is Reach.UNJUDGED:
        reason = profiles.why_unjudged(row)
        return why_unjudged(reason, language) if reason else NOTHING
    word = phrase(f"reach-{reach.value}", language)
    stretch, trend = float(profiles.stretch.values[row]), float(profiles.trend.values[row])
    z = phrase("errors", language, n=grouped(trend, 1))
    if isnan(trend):
        return phrase("reach-said", language, reach=word, change=change)
    key = "reach-said-trend" if not isnan(stretch) else "reach-trend-only"
    return phrase(key, language, reach=word, change=change, z=z)


def falls_short_of_part(assessment: Assessment, row: int) -> bool:
    """Tell whether a target fails to reach even what was counted of last year's actual, which compares only in part.

    Where more is better, what was left out can only have added to it: nobody knows how far below the
    target lies, and everybody that it does.
    """
    partial = assessment.facts.years[row].previous.comparability is Comparability.PARTIAL
    is_up = assessment.facts.places[row].indicator.direction is Direction.UP
    below = float(assessment.attained.stretch.values[row]) < 0
    return partial and is_up and below and assessment.profiles.reach(row) is Reach.UNJUDGED


def why_unjudged(reason: Reason, language: Language) -> str:
    """Say what was missing to judge a target; one to be kept misses nothing."""
    return phrase("reach-kept", language) if reason is Reason.NOT_APPLICABLE else term(reason, language)


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
        "schedule": schedule_words(schedule, language) if schedule else NOTHING,
        "formula": indicator.formula,
        "since": str(last.since) if last else "",
        "reason": last.reason if last else "",
        "reach": reach_of(assessment, row),
        "lines": counts["lines"],
        "n": str(len(indicator.steps)) if in_steps else counts["indicators"],
    }
