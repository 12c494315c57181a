"""What reaches a status or a grade, in words: the figure, the year's end, and what a month must bring."""

from collections.abc import Iterator
from math import isnan

import numpy as np

from scorecard.problems import LANGUAGES, Language, Mistake
from scorecard.rules.assess import Assessment
from scorecard.rules.models import RuleBook
from scorecard.rules.pace import required_rate
from scorecard.rules.reaching import REACHABLE, Bound, Goal, Reached, Side, grades_to_reach
from scorecard.rules.status import override_of
from scorecard.targets.measures import Aggregation, Direction
from scorecard.targets.periods import MONTHS
from scorecard.wording.numbers import day, grouped, reckoned
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Status, term

BEYOND = "beyond"  #: Why there is none: no figure that can be is enough.
_MOST_DIGITS = 9


def read_goal(words: str, rules: RuleBook) -> Goal:
    """Read a status or a grade by the word of the rules or the printed one; raises a Mistake `unknown-goal`."""
    grades = grades_to_reach(rules)
    scoring = rules.scoring
    english = scoring.grades[scoring.grading.indicator].en if scoring and grades else {}
    known: dict[str, Goal] = {english.get(one, one).casefold(): one for one in grades}
    known |= {one.casefold(): one for one in grades}
    for status in REACHABLE:
        known |= dict.fromkeys((status.value, *(term(status, one) for one in LANGUAGES)), status)
    if words.casefold() not in known:
        allowed = [*(status.value for status in REACHABLE), *grades]
        raise Mistake("unknown-goal", found=words, allowed=", ".join(allowed))
    return known[words.casefold()]


def say_goal(goal: Goal, language: Language) -> str:
    """Name a goal as it is printed."""
    return f"'{term(goal, language)}'" if isinstance(goal, Status) else f"'{goal}'"


def say_reached(reached: Reached, assessment: Assessment) -> tuple[str, ...]:
    """Say what reaches a goal, line by line."""
    return tuple(_lines(reached, assessment))


def reach_record(reached: Reached, assessment: Assessment) -> dict[str, object]:
    """Lay out what reaches a goal for programs."""
    paces = [
        None if one.value is None else pace_left(one.value, reached, assessment) for one in reached.bounds
    ]
    return {
        "id": reached.place.id,
        "goal": reached.goal.value if isinstance(reached.goal, Status) else reached.goal,
        "period": str(reached.period), "until": reached.period.last.isoformat(),
        "unit": reached.unit or None, "step": reached.step,
        "reached_by": [
            {"side": one.side.value, "actual": one.value,
             "reason": None if one.value is not None else one.reason.value if one.reason else BEYOND,
             "so_far": pace and pace[0], "months_left": pace and pace[1], "a_month": pace and pace[2],
             "times_as_fast": None if pace is None or isnan(pace[3]) else pace[3]}
            for one, pace in zip(reached.bounds, paces, strict=True)
        ],
    }  # fmt: skip


def _lines(reached: Reached, assessment: Assessment) -> Iterator[str]:
    language = assessment.facts.book.office.language
    goal = say_goal(reached.goal, language)
    for bound in reached.bounds:
        if bound.value is None:
            reason = term(bound.reason, language) if bound.reason else phrase("reach-beyond", language)
            yield phrase("reach-none", language, goal=goal, reason=reason)
            continue
        said = {"goal": goal, "value": exactly(bound.value, reached, language), "period": str(reached.period)}
        yield phrase(f"reach-{bound.side.value}", language, day=day(reached.period.last, language), **said)
        yield from (f"  {one}" for one in _on_the_way(bound, reached, assessment))
    if isinstance(reached.goal, Status) and override_of(reached.place, assessment.facts.book.office.as_of):
        yield phrase("reach-by-hand", language)


def _on_the_way(bound: Bound, reached: Reached, assessment: Assessment) -> Iterator[str]:
    """Say what one step less does, and of a running sum what each month left must bring."""
    language = assessment.facts.book.office.language
    if bound.value is None:
        return
    short = bound.value + (reached.step if bound.side is Side.MOST else -reached.step)
    edge = bound.value == 0 if bound.side is Side.LEAST else False
    key = "reach-edge" if edge else "reach-next"
    yield phrase(key, language, value=exactly(short, reached, language))
    pace = pace_left(bound.value, reached, assessment)
    if pace is None:
        return
    actual, months, rate, times = pace
    so_far = reckoned(actual, reached.unit, language)
    if rate <= 0:
        yield phrase("reach-done", language, actual=so_far)
        return
    said = phrase(
        "reach-month", language, actual=so_far, months=grouped(months, 0 if months.is_integer() else 1),
        rate=reckoned(rate, reached.unit, language),
    )  # fmt: skip
    faster = "" if isnan(times) else phrase("reach-faster", language, times=grouped(times, 1))
    yield " · ".join(one for one in (said, faster) if one)


def pace_left(
    value: float, reached: Reached, assessment: Assessment
) -> tuple[float, float, float, float] | None:
    """Tell of a sum that is still growing: what came so far, months left, what each must bring, how much faster."""
    indicator, facts = reached.place.indicator, assessment.facts
    row = next(row for row, one in enumerate(facts.places) if one.id == reached.place.id)
    grows = indicator.aggregation is Aggregation.SUM and indicator.direction is Direction.UP
    if not grows or reached.period != facts.year or facts.book.office.as_of >= facts.year.last:
        return None
    told = facts.indicators.flags("has_actual")[row] == 1
    months = MONTHS - float((facts.motion.covered[row] if told else facts.motion.gone).sum())
    if months <= 0:
        return None
    actual = float(facts.indicators.numbers("actual")[row]) if told else 0.0
    share = assessment.moved.share[row : row + 1]
    times = required_rate(np.array([actual]), np.array([value]), share)
    return actual, months, (value - actual) / months, float(times.values[0])


def exactly(value: float, reached: Reached, language: Language) -> str:
    """Print a figure to its last step, for one that is rounded may not reach."""
    if reached.unit == "원":
        return _won(value, language)
    digits = next((n for n in range(_MOST_DIGITS) if round(reached.step, n) == reached.step), _MOST_DIGITS)
    sign = "-" if value < 0 else ""
    return f"{sign}{grouped(abs(value), digits)}{reached.unit}"


def _won(value: float, language: Language) -> str:
    if language == "en":
        return f"KRW {value:,.0f}"
    return f"{value / 10_000:,.0f}만원" if value % 10_000 == 0 else f"{value:,.0f}원"
