"""The year in motion, row by row: what was due, the pace, the forecast, and what may be judged of it.

What was due is reckoned for the very months the actual speaks of: a figure told until March is held
against the plan until March, whenever it is looked at. Only sums are pro-rated; of all else the
row's own plan says what was to be reached, or nothing does before the year's result is due.
"""

from collections.abc import Mapping

import attrs
import numpy as np

from scorecard.rules.attaining import (
    Attained,
    by_method,
    explained,
    incomparable,
    inputs_of,
    signs,
    words_equal,
)
from scorecard.rules.forecast import Forecast, Progress, gamma_poisson, linear, seasonal
from scorecard.rules.methods import REASONS, Inputs, Result, as_decimals, from_baseline, settle
from scorecard.rules.models import AttainmentRules, ForecastRules, PaceRules
from scorecard.rules.pace import required_rate, shortfall_burn
from scorecard.targets.columns import Column, Flags, Mask, Table, Words
from scorecard.targets.facts import Facts, numbers, words
from scorecard.targets.measures import Comparability
from scorecard.targets.motion import PLAN, QUARTER, Motion
from scorecard.targets.periods import MONTHS
from scorecard.wording.terms import Reason

_WHOLE = 1 - 1e-9  #: Of a plan: all of it, but for rounding.
#: Units of what is measured, not counted event by event.
_NO_COUNTS = (
    "원", "달러", "%", "%p", "점", "배", "시간", "분", "초", "일", "주", "개월", "년",
    "m", "km", "㎞", "미터", "㎡", "㎢", "m2", "ha", "평", "L", "리터", "g", "kg", "t", "톤", "GB", "TB", "kWh", "MWh",
)  # fmt: skip
GAMMA_POISSON, SEASONAL, LINEAR = "gamma-poisson", "seasonal", "linear"


@attrs.frozen(eq=False)
class Moved:
    """How each row moves."""

    share: Column  #: Of the year's plan, within the months spoken of; NaN: no plan, or no sum.
    planned: Result  #: Amount due, in the row's unit.
    pace: Result  #: Actual against what was due, by the row's method.
    forecast: Forecast
    outlook: Result  #: Forecast against target, by the row's method.
    outlook_low: Column  #: The worse end of the forecast's range against target; NaN: no range.
    outlook_high: Column  #: The better one.
    due_mark: Column  #: What was due against target, by the row's method.
    required: Result  #: Rate needed from now on ÷ rate so far.
    bases: Words  #: Which plan the row rests on: plan, last_year or schedule.
    forecasts: Words  #: By which method; missing: none.
    complete: Mask  #: The actual speaks of all there is to come this year.
    nothing_due: Mask  #: A plan says that nothing was due yet.
    early: Mask  #: Too little of the plan has come for a judgement.
    few: Mask  #: A count of too few events for one.
    judgeable: Mask  #: Far enough into the plan, with enough events, to be judged by pace or forecast.
    burn: Mapping[str, Column]  #: Shortfall burn of the last quarter and the last month, by fact name.
    silent_quarters: Column  #: Quarters gone by for which something was to be reported and nothing was.

    @property
    def within_range(self) -> Mask:
        """Mark rows of which the target lies within the forecast's range."""
        return self.outlook_high >= 1


def move(facts: Facts, attained: Attained, rules: AttainmentRules) -> Moved:
    """Reckon pace and forecast of all rows."""
    table, motion = facts.indicators, facts.motion
    reported = table.flags("has_actual") == 1
    share = _share_of_plan(motion, reported)
    over = table.flags("due") == 1
    due = over & np.isnan(share)
    silent = _silent_quarters(facts)
    told = ~np.array(
        [year.actual.comparability is Comparability.PARTIAL for year in facts.years], np.bool_
    ) & (silent == 0)
    planned = _planned(facts, share, due)
    inputs = inputs_of(facts, rules)
    pace = _pace(facts, attained, planned, inputs)
    counted = _counted(facts, rules.forecast)
    forecast, by = _forecast(facts, np.where(over, 1.0, share), counted, rules.forecast)
    outlook, low, high, due_mark = (
        by_method(attrs.evolve(inputs, actual=column), attained.methods)
        for column in (forecast.point, forecast.low, forecast.high, planned.values)
    )
    early = as_decimals(share) < rules.pace.early
    few = counted & (as_decimals(planned.values) < rules.pace.least_events)
    complete = (share == 1) & reported | due & told
    return Moved(
        share=share, planned=planned, pace=pace, forecast=forecast, outlook=outlook,
        outlook_low=np.fmin(low.values, high.values), outlook_high=np.fmax(low.values, high.values),
        due_mark=due_mark.values,
        required=required_rate(inputs.actual, inputs.target, share),
        bases=words(motion.bases), forecasts=by,
        complete=complete, nothing_due=share == 0, early=early, few=few,
        judgeable=~np.isnan(pace.values) & ~early & ~few & ~over,
        silent_quarters=silent,
        burn=_burn(facts, rules.pace),
    )  # fmt: skip


def still_growing(facts: Facts, moved: Moved) -> Mask:
    """Mark sums of which less is better, that are not told whole and not yet beyond their target.

    Of those an early figure is always far below the target, which is no attainment of anything.
    """
    table = facts.indicators
    summed = words_equal(table.words("aggregation"), "sum") & words_equal(table.words("direction"), "down")
    within = ~(table.numbers("actual") > table.numbers("target"))
    return np.asarray(summed & within & ~moved.complete, dtype=np.bool_)


def _share_of_plan(motion: Motion, reported: Mask) -> Column:
    """Add up the plan over the months spoken of, or over those gone by where nothing is reported."""
    months = np.where(reported[:, None], motion.covered, motion.gone[None, :])
    share = np.clip((motion.shares * months).sum(axis=1), 0.0, 1.0)
    return np.where(share >= _WHOLE, 1.0, share)


def _planned(facts: Facts, share: Column, due: Mask) -> Result:
    """Tell what was due: the plan's share of a sum, the level of an own plan, at the end the target."""
    target = facts.indicators.numbers("target")
    levels = facts.motion.levels
    values = np.where(np.isnan(levels), np.where(due, target, target * share), levels)
    cumulative = facts.indicators.flags("cumulative") == 1
    values = np.where(cumulative & ~due, np.nan, values)
    no_sum = ~words_equal(facts.indicators.words("aggregation"), "sum")
    return settle(
        values,
        (Reason.TARGET_MISSING, np.isnan(target)),
        (Reason.NOT_DUE, share == 0),
        (Reason.NOT_DUE, np.isnan(values) & no_sum),
        (Reason.PLAN_MISSING, np.isnan(values)),
    )


def _pace(facts: Facts, attained: Attained, planned: Result, inputs: Inputs) -> Result:
    """Hold the actual against what was due, by the row's own method.

    What a sum starts from and what it may be off by come in with the same share as the target.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        portion = np.where(np.isnan(facts.motion.levels), planned.values / inputs.target, 1.0)
    scaled = Inputs(inputs.actual, planned.values, inputs.baseline * portion, inputs.tolerance * portion)
    paced = by_method(scaled, attained.methods)
    reasons = np.where(planned.reasons >= 0, planned.reasons, paced.reasons).astype(np.int8)
    result = Result(np.where(planned.reasons >= 0, np.nan, paced.values), reasons)
    return explained(result, (Reason.NOT_COMPARABLE, incomparable(facts)))


def _counted(facts: Facts, rules: ForecastRules) -> Mask:
    """Mark sums of single events: whole numbers of things, not so many that they come in batches."""
    table = facts.indicators
    target, actual = table.numbers("target"), table.numbers("actual")
    units = table.words("unit")
    things = np.array([*(unit not in _NO_COUNTS for unit in units.words), False])[units.codes]
    summed = words_equal(table.words("aggregation"), "sum")
    whole = (np.isnan(actual) | (actual == np.round(actual))) & (target == np.round(target))
    few = (target >= 0) & (np.fmax(target, actual) <= rules.most_events)
    return np.asarray(summed & things & whole & few, dtype=np.bool_)


def _forecast(facts: Facts, share: Column, counted: Mask, rules: ForecastRules) -> tuple[Forecast, Words]:
    """Forecast each row's year by the method that fits it: counts as counts, others by past years, then by plan.

    A schedule says when work is done, not how much of it: it makes no forecast of what is no count.
    """
    table, motion = facts.indicators, facts.motion
    progress = Progress(
        table.numbers("actual"), table.numbers("target"), share, signs(table.words("direction"))
    )
    past = (motion.past * motion.covered[:, None, :]).sum(axis=2)
    running = (share > 0) & (share < 1) & ~np.isnan(progress.actual) & ~incomparable(facts)
    told = ~np.isnan(past).all(axis=1) & ~_by_own_plan(motion)
    rows = {
        GAMMA_POISSON: running & counted,
        SEASONAL: running & ~counted & told,
        LINEAR: running & ~counted & ~told & _by_own_plan(motion),
    }
    forecasts = {
        GAMMA_POISSON: gamma_poisson(progress, _prior(table), weight=rules.prior_weight, width=rules.range),
        SEASONAL: seasonal(progress, past, width=rules.range),
        LINEAR: linear(progress),
    }
    methods = words(
        [next((name for name, chosen in rows.items() if chosen[row]), None) for row in range(table.size)]
    )
    return _chosen(rows, forecasts, table.size), methods


def _by_own_plan(motion: Motion) -> Mask:
    return np.array([basis == PLAN for basis in motion.bases], dtype=np.bool_)


def _prior(table: Table) -> Column:
    """Expect of a year what the last one brought, or its target where they do not compare."""
    like = table.words("previous_comparability")
    comparable = words_equal(like, "same") | words_equal(like, "similar")
    previous = np.where(comparable, table.numbers("previous"), np.nan)
    return np.where(np.isnan(previous), table.numbers("target"), previous)


def _chosen(rows: Mapping[str, Mask], forecasts: Mapping[str, Forecast], size: int) -> Forecast:
    """Take each row's forecast from the method chosen for it."""
    columns = [np.full(size, np.nan) for _ in range(4)]
    reasons = np.full(size, REASONS.index(Reason.NOT_APPLICABLE), dtype=np.int8)
    for name, chosen in rows.items():
        one = forecasts[name]
        for column, values in zip(columns, (one.point, one.low, one.high, one.chance), strict=True):
            column[chosen] = values[chosen]
        reasons[chosen] = one.reasons[chosen]
    point, low, high, chance = columns
    return Forecast(point, low, high, chance, reasons)


def _silent_quarters(facts: Facts) -> Column:
    """Count the quarters gone by that a plan expects something from and nothing speaks of."""
    motion = facts.motion
    quarters = MONTHS // QUARTER
    over = motion.gone.reshape(quarters, QUARTER).min(axis=1) >= 1
    told = motion.covered.reshape(len(motion.covered), quarters, QUARTER).max(axis=2) > 0
    wanted = motion.promised & (facts.indicators.flags("has_target") == 1)[:, None]
    return np.asarray((wanted & over[None, :] & ~told).sum(axis=1), dtype=np.float64)


def _burn(facts: Facts, rules: PaceRules) -> Mapping[str, Column]:
    """D7: hold what the last quarter and the last month missed against what a year may miss.

    Where less is better it is the excess that is missed; of what is to be kept nothing is told.
    """
    motion = facts.motion
    target, sign = facts.indicators.numbers("target"), signs(facts.indicators.words("direction"))
    missing = sign[:, None] * (motion.shares * target[:, None] - motion.monthly)
    short = np.where(motion.covered > 0, missing, 0.0)
    months = np.cumsum(motion.covered[:, ::-1] > 0, axis=1)[:, ::-1]
    burn = {}
    for name, width in (("burn_quarter", QUARTER), ("burn_month", 1)):
        window = (motion.covered > 0) & (months <= width)
        missed = np.where(np.isnan(motion.monthly).all(axis=1), np.nan, (short * window).sum(axis=1))
        missed = np.where(incomparable(facts), np.nan, missed)
        burn[name] = shortfall_burn(missed, target * rules.shortfall, width / MONTHS).values
    return burn


def columns_of_motion(facts: Facts, attained: Attained, moved: Moved) -> dict[str, Column | Flags | Words]:
    """Lay the year in motion out as facts that rules may speak of."""
    table = facts.indicators
    sign = signs(table.words("direction"))
    increment = from_baseline(
        Inputs(
            table.numbers("actual"),
            table.numbers("target"),
            table.numbers("previous"),
            np.full(table.size, np.nan),
        )
    )
    return {
        "increment": np.where(
            np.isnan(sign) | np.isnan(attained.attainment.values), np.nan, increment.values
        ),
        "planned": moved.planned.values,
        "planned_share": moved.share,
        "plan_basis": moved.bases,
        "pace": moved.pace.values,
        "forecast": moved.forecast.point,
        "forecast_low": moved.forecast.low,
        "forecast_high": moved.forecast.high,
        "outlook": moved.outlook.values,
        "outlook_best": moved.outlook_high,
        "p_hit": moved.forecast.chance,
        "required_rate": moved.required.values,
        **moved.burn,
        "judgeable": moved.judgeable.astype(np.int8),
        "complete": moved.complete.astype(np.int8),
        "silent_quarters": moved.silent_quarters,
        "restated": numbers(year.actual.restated or 0.0 for year in facts.years),
    }
