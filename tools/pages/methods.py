"""Worked examples of the attainment methods, reckoned by the engine itself."""

import attrs
import numpy as np

from scorecard.rules.methods import METHODS, Inputs, Result, capped_mean, share_done, weighted_score
from scorecard.wording.numbers import grouped, percent
from scorecard.wording.terms import Reason, term
from tools.pages.markdown import code, table


@attrs.frozen
class Case:
    """Figures a method is shown with."""

    actual: float
    target: float = np.nan
    baseline: float = np.nan
    tolerance: float = np.nan


CASES: dict[str, tuple[Case, ...]] = {
    "ratio": (Case(4.11, 4.0), Case(3303, 4000), Case(3, 0), Case(-2, 4)),
    "reciprocal": (Case(2.0, 2.5), Case(3.0, 2.5), Case(6.0, 2.5), Case(0, 2.5)),
    "linear-down": (Case(3.0, 2.5), Case(6.0, 2.5)),
    "from-baseline": (Case(112, 120, 100), Case(6, 5, 8), Case(112, 120)),
    "tolerance": (Case(97, 100, tolerance=5), Case(100, 100, tolerance=0), Case(94, 100, tolerance=5)),
    "closest": (Case(93, 100), Case(107, 100)),
    "parity": (Case(0.8, 1), Case(0.98, 1), Case(1.25, 1)),
}


def example(name: str) -> str:
    """Run a method over its cases."""
    cases = CASES[name]
    columns = [np.array([getattr(case, field.name) for case in cases]) for field in attrs.fields(Case)]
    result = METHODS[name](Inputs(*columns))
    given = [
        field.name
        for field, column in zip(attrs.fields(Case), columns, strict=True)
        if not np.isnan(column).all()
    ]
    rows = (
        [*(_figure(getattr(case, one)) for one in given), _found(result, row)]
        for row, case in enumerate(cases)
    )
    return table((*given, "attainment"), rows)


def _figure(value: float) -> str:
    return "none" if np.isnan(value) else grouped(value, 3)


def _found(result: Result, row: int) -> str:
    reason = result.reason(row)
    if reason is None:
        return percent(float(result.values[row]), digits=2)
    return f"none: {reason.value} ({term(reason, 'ko')})"


def milestones() -> str:
    """Run the share of steps done."""
    weights = np.array([0.2, 0.3, 0.2, 0.2, 0.1])
    done = np.array([True, True, True, False, False])
    return f"Weights 0.2, 0.3, 0.2, 0.2 and 0.1, the first three done: {percent(share_done(done, weights))}."


def means() -> str:
    """Run the capped mean and the weighted score."""
    attained = np.array([1.30, 1.00, 0.95, 0.60])
    plain = " · ".join(
        f"cap {percent(cap, digits=0)}: {percent(capped_mean(attained, cap), digits=2)}" for cap in (1.0, 1.2)
    )
    score, counted = weighted_score(np.array([40.0, 30, 20, 10]), np.array([90.0, 80, np.nan, 100]))
    return (
        f"Attainments of 130, 100, 95 and 60 %: {plain}.\n\n"
        f"Weights 40, 30, 20, 10 and scores 90, 80, none, 100: {grouped(score, 1)}, "
        f"made of {percent(counted, digits=0)} of the weight."
    )


def reasons() -> str:
    """List why a number may not be there."""
    return table(
        ("reason", "뜻", "meaning"), ((code(one.value), term(one, "ko"), term(one, "en")) for one in Reason)
    )
