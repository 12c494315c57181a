"""Attainment, start and stretch of every row, each by the row's own method."""

import attrs
import numpy as np

from scorecard.rules.methods import METHODS, Inputs, Reasons, Result, as_decimals, settle, share_done
from scorecard.rules.models import AttainmentRules
from scorecard.targets.columns import Column, Mask, Words
from scorecard.targets.facts import Facts, numbers, words
from scorecard.targets.measures import Aggregation, Comparability, Direction, Indicator
from scorecard.wording.terms import Reason


@attrs.frozen(eq=False)
class Attained:
    """What was reached, or would be by last year's actual, row by row."""

    attainment: Result
    start: Result
    stretch: Result
    methods: Words  #: By which; missing where nothing is measured.


def attain(facts: Facts, rules: AttainmentRules) -> Attained:
    """Compute attainment, start and stretch of all rows."""
    table = facts.indicators
    indicators = [place.indicator for place in facts.places]
    measured = words_equal(table.words("target_kind"), "measured")
    methods = words([_method_of(indicator, rules) for indicator in indicators])
    inputs = inputs_of(facts, rules)
    attainment = by_method(inputs, methods)
    start = by_method(attrs.evolve(inputs, actual=table.numbers("previous")), methods)
    no_figure = (Reason.NOT_MEASURED, table.flags("has_target").astype(bool) & ~measured)
    return Attained(
        attainment=_with_milestones(
            explained(attainment, no_figure, (Reason.NOT_COMPARABLE, incomparable(facts))), facts
        ),
        start=explained(start, no_figure, *_why_no_start(facts), _at_its_own_start(facts, methods)),
        stretch=_stretch(facts, no_figure),
        methods=methods,
    )


def is_milestone(indicator: Indicator) -> bool:
    """Tell whether an indicator's steps are all there is to judge."""
    return indicator.aggregation is Aggregation.MILESTONE and bool(indicator.steps)


def incomparable(facts: Facts) -> Mask:
    """Mark the rows whose actual measures something else than their target, as after a break in the year."""
    return np.array([year.actual.comparability is Comparability.DIFFERENT for year in facts.years], np.bool_)


def words_equal(column: Words, word: str) -> Mask:
    """Mark the rows that hold a word."""
    return (
        column.codes == column.words.index(word) if word in column.words else np.zeros(column.size, np.bool_)
    )


def _method_of(indicator: Indicator, rules: AttainmentRules) -> str | None:
    if indicator.direction is None:
        return None
    return indicator.method or str(getattr(rules.methods, indicator.direction.value))


def inputs_of(facts: Facts, rules: AttainmentRules) -> Inputs:
    """Gather what attainment methods look at."""
    table = facts.indicators
    indicators = [place.indicator for place in facts.places]
    target = table.numbers("target")
    declared = numbers(indicator.tolerance for indicator in indicators)
    starts = [indicator.starts_from for indicator in indicators]
    baseline = numbers(one.quantity.value if one and one.quantity else None for one in starts)
    return Inputs(
        actual=np.where(incomparable(facts), np.nan, table.numbers("actual")),
        target=target,
        baseline=np.where(np.isnan(baseline), table.numbers("previous"), baseline),
        tolerance=np.where(np.isnan(declared), np.abs(target) * rules.keep_tolerance, declared),
    )


def by_method(inputs: Inputs, methods: Words) -> Result:
    """Run each method over its own rows."""
    size = methods.size
    values, reasons = np.full(size, np.nan), np.full(size, -1, dtype=np.int8)
    for code, name in enumerate(methods.words):
        rows = methods.codes == code
        some = METHODS[name](Inputs(*(column[rows] for column in attrs.astuple(inputs, recurse=False))))
        values[rows], reasons[rows] = some.values, some.reasons
    undirected = (Reason.DIRECTION_MISSING, (methods.codes < 0) & np.isnan(values))
    return explained(Result(values, reasons), undirected)


def explained(result: Result, *causes: tuple[Reason, Mask]) -> Result:
    """Let causes known to the caller go before the method's own."""
    first = settle(result.values, *causes)
    reasons: Reasons = np.where(first.reasons >= 0, first.reasons, result.reasons).astype(np.int8)
    return Result(first.values, reasons)


def _why_no_start(facts: Facts) -> tuple[tuple[Reason, Mask], ...]:
    table = facts.indicators
    return (
        (Reason.TARGET_MISSING, table.flags("has_target") == 0),
        (Reason.NEW, table.flags("is_new") == 1),
        (Reason.NOT_COMPARABLE, words_equal(table.words("previous_comparability"), "different")),
        (Reason.PREVIOUS_MISSING, np.isnan(table.numbers("previous"))),
    )


def _at_its_own_start(facts: Facts, methods: Words) -> tuple[Reason, Mask]:
    """Mark rows that measure from last year's actual: by that, last year's actual is always 0."""
    declared = np.array([place.indicator.starts_from is not None for place in facts.places], dtype=np.bool_)
    return Reason.NOT_APPLICABLE, words_equal(methods, "from-baseline") & ~declared


def _stretch(facts: Facts, no_figure: tuple[Reason, Mask]) -> Result:
    """E2: direction × (target − previous) ÷ |previous|; a target to keep has no stretch."""
    table = facts.indicators
    target, previous = table.numbers("target"), table.numbers("previous")
    sign = signs(table.words("direction"))
    kept = (Reason.NOT_APPLICABLE, words_equal(table.words("direction"), Direction.KEEP.value))
    with np.errstate(divide="ignore", invalid="ignore"):
        values = as_decimals(sign * (target - previous) / np.abs(previous))
    undirected = (Reason.DIRECTION_MISSING, np.isnan(sign))
    return settle(
        values, no_figure, *_why_no_start(facts), kept, (Reason.ZERO_DENOMINATOR, previous == 0), undirected
    )


def signs(directions: Words) -> Column:
    """Tell 1 where more is better, -1 where less is; NaN for keep and where nothing is declared."""
    sign_of = {Direction.UP.value: 1.0, Direction.DOWN.value: -1.0}
    signs = np.array([*(sign_of.get(word, np.nan) for word in directions.words), np.nan])
    return signs[directions.codes]


def _with_milestones(result: Result, facts: Facts) -> Result:
    """Put in the share of steps done, once one of them was due."""
    values, reasons = result.values.copy(), result.reasons.copy()
    day = facts.book.office.as_of
    for row, place in enumerate(facts.places):
        steps = place.indicator.steps
        if not is_milestone(place.indicator) or not facts.years[row].target.written:
            continue
        done = np.array([step.done is not None and step.done <= day for step in steps])
        if done.any() or any(step.due.last <= day for step in steps):
            share = np.array([share_done(done, numbers(step.weight for step in steps))])
            said = settle(share, (Reason.ZERO_DENOMINATOR, np.isnan(share)))
        else:
            said = settle(np.array([np.nan]), (Reason.NOT_DUE, np.array([True])))
        values[row], reasons[row] = said.values[0], said.reasons[0]
    return Result(values, reasons)
