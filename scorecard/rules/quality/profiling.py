"""Facts → a profile of each target: which of the properties of a fair target it has.

The properties are those the manual of 2026 (p.34), Seoul's own evaluation and the audits ask for
(METHODS 1.1, 1.5 and 5.3). They stand side by side; nothing adds them up. A property that cannot be
told is unknown, with the reason, and is neither held nor missed.
"""

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.frozen import frozen
from scorecard.rules.attaining import Attained, explained, words_equal
from scorecard.rules.methods import Result
from scorecard.rules.quality.models import AmbitionRules, Property, QualityRules, Reach, Standing
from scorecard.targets.columns import Column, Mask, Words
from scorecard.targets.facts import Facts
from scorecard.wording.terms import Reason

EASY = (Reach.BELOW_LAST, Reach.BELOW_TREND)
Codes = NDArray[np.int8]  #: Places in the enum.

_BY_REACH = {
    Reach.BELOW_LAST: Standing.MISSED, Reach.BELOW_TREND: Standing.MISSED, Reach.WILD: Standing.MISSED,
    Reach.FLAT: Standing.PARTLY, Reach.FAIR: Standing.HELD, Reach.UNJUDGED: Standing.UNKNOWN,
}  # fmt: skip
_STANDINGS, _REACHES = tuple(Standing), tuple(Reach)


@attrs.frozen(eq=False)
class Profiles:
    """A profile of every row; rows without a target have none."""

    has: Mask  #: Rows with a target of any kind.
    standings: Codes  #: Rows × properties.
    reaches: Codes
    stretch: Result  #: E2: direction × (target − previous) ÷ |previous|.
    trend: Result  #: E1: errors of prediction above the trend.

    def standing(self, row: int, which: Property) -> Standing:
        """Tell how a row stands by a property."""
        return _STANDINGS[int(self.standings[row, _PROPERTIES.index(which)])]

    def reach(self, row: int) -> Reach:
        """Tell where a row's target lies."""
        return _REACHES[int(self.reaches[row])]

    def reached(self, *which: Reach) -> Mask:
        """Mark the rows with a target that lies in one of some ways."""
        return self.has & np.isin(self.reaches, [_REACHES.index(one) for one in which])

    def why_unjudged(self, row: int) -> Reason | None:
        """Tell what was missing to judge a row's reach; last year is asked for before a trend."""
        return self.stretch.reason(row) if self.reach(row) is Reach.UNJUDGED else None


_PROPERTIES = tuple(Property)


def profile(facts: Facts, attained: Attained, trend: Result, rules: QualityRules) -> Profiles:
    """Profile the targets of all rows."""
    table = facts.indicators
    stretch = attained.stretch
    comparable = _among(table.words("previous_comparability"), "same", "similar")
    known = np.where(comparable, stretch.values, np.nan)
    # Of a share its points count, and a sum over years grows by itself: no long way for either.
    grows = _is(table.words("unit"), "%") | (table.flags("cumulative") == 1)
    way = np.where(grows, np.minimum(known, rules.ambition.wildest_stretch), known)
    reaches = reach_of(way, trend.values, rules.ambition)
    by_reach = np.array([_STANDINGS.index(_BY_REACH[one]) for one in _REACHES], dtype=np.int8)
    columns = {
        Property.MEASURED: _measured(table.words("target_kind")),
        Property.DATED: _dated(facts),
        Property.OUTCOME: _graded(_is(table.words("level"), "outcome"), _is(table.words("level"), "output")),
        Property.BASELINE: _baseline(facts),
        Property.SOURCED: _sourced(facts),
        Property.DEFINED: _defined(facts, rules.definition.years),
        Property.AMBITION: by_reach[reaches],
        Property.BREADTH: _broad(facts, rules.breadth.lines),
    }
    standings = np.stack([columns[one] for one in _PROPERTIES], axis=1).astype(np.int8)
    has = table.flags("has_target") == 1
    return Profiles(has, standings, reaches, _comparable_only(stretch, comparable), trend)


def reach_of(stretch: Column, trend: Column, rules: AmbitionRules) -> Codes:
    """Place targets by trend where there is one and by last year's actual; NaN in both: unjudged.

    A target below last year is easy whatever the trend says; one far above last year is wild only
    where no trend shows that it was coming.
    """
    untrended = np.isnan(trend)
    cases = (
        (Reach.BELOW_LAST, stretch < 0),
        (Reach.BELOW_TREND, trend < rules.below_trend),
        (Reach.WILD, (trend > rules.above_trend) | (untrended & (stretch > rules.wildest_stretch))),
        (Reach.FLAT, stretch == 0),
        (Reach.UNJUDGED, untrended & np.isnan(stretch)),
    )
    codes = [_REACHES.index(reach) for reach, _ in cases]
    return np.select([mask for _, mask in cases], codes, _REACHES.index(Reach.FAIR)).astype(np.int8)


def _comparable_only(stretch: Result, comparable: Mask) -> Result:
    """Leave out what was measured in part or otherwise: nobody can say from it how far a target reaches."""
    values = np.where(comparable, stretch.values, np.nan)
    return explained(
        Result(values, stretch.reasons), (Reason.NOT_COMPARABLE, ~np.isnan(stretch.values) & ~comparable)
    )


def _graded(held: Mask, partly: Mask, unknown: Mask | None = None) -> Codes:
    """Turn masks into standings; what is in none is missed."""
    nothing = np.zeros_like(held)
    order = (Standing.UNKNOWN, Standing.HELD, Standing.PARTLY)
    masks = [nothing if unknown is None else unknown, held, partly]
    codes = [_STANDINGS.index(one) for one in order]
    return np.select(masks, codes, _STANDINGS.index(Standing.MISSED)).astype(np.int8)


def _is(words: Words, word: str) -> Mask:
    return np.asarray(words_equal(words, word), dtype=np.bool_)


def _among(words: Words, *which: str) -> Mask:
    return np.asarray(np.logical_or.reduce([_is(words, one) for one in which]), dtype=np.bool_)


def _marked(values: object) -> Mask:
    return np.array(list(values), dtype=np.bool_)  # type: ignore[call-overload]


def _measured(kinds: Words) -> Codes:
    return _graded(_is(kinds, "measured"), _is(kinds, "milestone"))


def _dated(facts: Facts) -> Codes:
    """Ask for a plan by parts of the year or for dated steps; a schedule alone says only when work is done."""
    indicators = [place.indicator for place in facts.places]
    planned = _marked(bool(one.plan and one.plan.parts) or bool(one.steps) for one in indicators)
    scheduled = _marked(
        (place.indicator.schedule or place.programme.schedule) is not None for place in facts.places
    )
    return _graded(planned, scheduled)


def _baseline(facts: Facts) -> Codes:
    table = facts.indicators
    like = table.words("previous_comparability")
    known = ~np.isnan(table.numbers("previous"))
    has_new = table.flags("is_new") == 1
    return _graded(known & _is(like, "same"), known & _among(like, "similar", "partial"), has_new)


def _sourced(facts: Facts) -> Codes:
    whole = facts.indicators.flags("sourced") == 1
    return _graded(whole, _marked(bool(year.target.source) for year in facts.years))


def _defined(facts: Facts, years: int) -> Codes:
    """Ask for a written formula without a break for some years; else the unit alone says what is counted."""
    since = facts.year.year - years
    indicators = [place.indicator for place in facts.places]
    broken = _marked(any(each.since.year > since for each in one.breaks) for one in indicators)
    written = _marked(bool(one.formula) for one in indicators)
    return _graded(written & ~broken, ~broken)


def _broad(facts: Facts, most: int) -> Codes:
    """One indicator, without parts, for more budget lines than it can stand for."""
    table = facts.indicators
    lines, count = table.numbers("lines"), table.numbers("indicators")
    in_parts = _marked(bool(place.indicator.parts) or bool(place.part_of) for place in facts.places)
    alone = (count <= 1) & (lines > most)
    return _graded(~alone & (lines > 0), alone & in_parts, ~(lines > 0))


@frozen
class Bunching:
    """How many results lie just above their targets, and how many just below."""

    results: int
    above: int
    below: int
    is_bunched: bool | None  #: None: too few results to say.


def bunching_of(attainment: Column, rules: QualityRules) -> Bunching:
    """Count results around 100 % among some rows (Q11); NaN is no result."""
    limits = rules.bunching
    known = attainment[~np.isnan(attainment)]
    above = int(((known >= 1) & (known < 1 + limits.width)).sum())
    below = int(((known < 1) & (known >= 1 - limits.width)).sum())
    enough = known.size >= limits.least
    return Bunching(known.size, above, below, above > limits.factor * max(below, 1) if enough else None)
