"""Worked examples of pace, forecast and paths over years, reckoned by the engine itself."""

import numpy as np

from scorecard.rules.ambition import ambition
from scorecard.rules.control import ASSURANCES, assurance, limits
from scorecard.rules.forecast import Forecast, Progress, gamma_poisson, linear, seasonal
from scorecard.rules.pace import required_rate, shortfall_burn
from scorecard.rules.trajectories import TRAJECTORIES, Path
from scorecard.targets.columns import Column
from scorecard.wording.numbers import grouped, percent
from tools.pages.markdown import code, table
from tools.pages.ruled import rule_book

_MONTHS = np.array([30.0, 35, 60, 70, 80, 75, 60, 40, 90, 110, 130, 120])  #: What last year brought.
_POINTS = (52.0, 47, 55, 49, 58, 51, 46, 53, 60, 48, 54, 50)


def _one(value: float) -> Column:
    return np.array([value])


def _progress(actual: float, target: float, share: float) -> Progress:
    return Progress(_one(actual), _one(target), _one(share), _one(1.0))


def _told(forecast: Forecast, digits: int) -> str:
    low, high, chance = (float(column[0]) for column in (forecast.low, forecast.high, forecast.chance))
    told = f"forecast {grouped(float(forecast.point[0]), digits)}"
    told += "" if np.isnan(low) else f", range {grouped(low, digits)} to {grouped(high, digits)}"
    return told + ("" if np.isnan(chance) else f", chance of the target {percent(chance, digits=1)}")


def of_counts() -> str:
    """Forecast counts."""
    rules = rule_book().attainment.forecast
    cases = ((480.0, 190.0, 0.45, 450.0), (8.0, 3.0, 0.5, 8.0))
    return "\n\n".join(
        f"Last year {last:g}, so far {actual:g} at {percent(share, digits=0)} of the plan, target {target:g}: "
        + _told(
            gamma_poisson(
                _progress(actual, target, share), _one(last), weight=rules.prior_weight, width=rules.range
            ),
            1,
        )
        + "."
        for last, actual, share, target in cases
    )


def of_past_years() -> str:
    """Forecast by the share past years had brought by then."""
    share = float(_MONTHS[:7].sum() / _MONTHS.sum())
    progress = _progress(470.0, 1000.0, np.nan)
    cases = (
        (f"One past year, {percent(share, digits=2)} of it by then", [share]),
        ("Two, 43 % and 48 %", [0.43, 0.48]),
        ("Four, 43, 48, 45 and 46 %", [0.43, 0.48, 0.45, 0.46]),
    )
    return "So far 470, target 1,000.\n\n" + "\n".join(
        f"- {words}: {_told(seasonal(progress, np.array([past])), 0)}" for words, past in cases
    )


def of_plans() -> str:
    """Forecast by an own plan."""
    return (
        f"So far 520 at 58 % of the plan, target 1,000: {_told(linear(_progress(520.0, 1000.0, 0.58)), 0)}."
    )


def of_rates() -> str:
    """Tell how fast the rest must go."""
    rate = required_rate(_one(520.0), _one(1000.0), _one(0.58)).values[0]
    return f"So far 520 of 1,000 at 58 % of the plan: {grouped(float(rate), 2)}."


def of_burn() -> str:
    """Tell how fast what may be missed is being used up."""
    budget = 1200 * rule_book().attainment.pace.shortfall
    quarter, month = (
        grouped(float(shortfall_burn(_one(short), _one(budget), window).values[0]), 1)
        for short, window in ((60.0, 1 / 4), (25.0, 1 / 12))
    )
    return f"Target 1,200, 100 a month, and the last three months brought 85, 80 and 75: quarter {quarter}, month {month}."


def of_limits() -> str:
    """Draw limits around a process and hold targets against them."""
    found = limits(np.array([_POINTS]))
    words = [
        ASSURANCES[int(assurance(found, _one(target), _one(1.0))[0])].value for target in (30.0, 55.0, 72.0)
    ]
    low, mean, high = (grouped(float(column[0]), 1) for column in (found.low, found.mean, found.high))
    return (
        f"{', '.join(f'{point:g}' for point in _POINTS)}: mean {mean}, limits {low} and {high}. "
        f"Where more is better a target of 30 {words[0]}, of 55 {words[1]}, of 72 {words[2]}."
    )


def of_ambition() -> str:
    """Hold targets against a trend."""
    history, years = np.array([[100.0, 104, 109, 113, 120]]), np.arange(2021.0, 2026)
    found = [
        grouped(float(ambition(_one(target), years, history, 2026.0, _one(1.0)).values[0]), 2)
        for target in (121.0, 130.0)
    ]
    return f"100, 104, 109, 113, 120, and next year's target: 121 gives {found[0]}, 130 gives {found[1]}."


def of_paths() -> str:
    """Follow one path by every method."""
    path = Path(*(_one(figure) for figure in (50.0, 62, 80, 2015, 2025, 2030, 1, np.nan)))
    found = {name: method(path) for name, method in TRAJECTORIES.items()}
    rows = (
        (code(name), grouped(float(one.values[0]), 3), one.course(0).value.replace("_", " "))  # type: ignore[union-attr]
        for name, one in found.items()
    )
    return "50 in 2015, 62 in 2025, target 80 in 2030:\n\n" + table(("method", "value", "class"), rows)
