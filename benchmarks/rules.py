"""Measure the rule engine against the same rules written by hand in plain NumPy.

Thirty mixed rules, a million rows, about twenty columns, a tenth of each missing. Both sides give
two masks a rule, surely true and surely false, and are checked to agree before anything is timed.
Run: python benchmarks/rules.py
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from types import SimpleNamespace

import numpy as np

from scorecard.rules.language.compiling import Condition, Masks, compile_condition
from scorecard.rules.language.reading import read_condition
from scorecard.targets.columns import Column, Flags, Mask, Table, Words
from scorecard.targets.vocabulary import INDICATOR_FACTS

ROWS = 1_000_000
ROUNDS = 3

RATIOS = ("attainment", "start", "stretch", "budget_change", "budget_spent_rate", "elapsed", "scheduled")
AMOUNTS = ("target", "previous", "actual", "budget", "budget_previous", "indicators")
DAYS = ("updated", "as_of")
FLAGS = ("due", "is_new", "has_reason")
WORDS = {
    "level": ("input", "process", "output", "outcome"),
    "name": tuple(
        f"{stem} {number}" for stem in ("청년 취업", "창업 지원", "관광객") for number in range(1_000)
    ),
}


def make_table() -> Table:
    """Draw a table that is the same every time."""
    random = np.random.default_rng(2026)

    def numbers(low: float, high: float) -> Column:
        column = random.uniform(low, high, ROWS)
        column[random.random(ROWS) < 0.1] = np.nan
        return column

    columns: dict[str, Column | Flags | Words] = {name: numbers(-1, 2) for name in RATIOS}
    columns |= {name: np.round(numbers(0, 1_000)) for name in AMOUNTS}
    columns |= {name: np.round(numbers(20_000, 20_600)) for name in DAYS}
    columns |= {name: random.integers(-1, 2, ROWS, np.int8) for name in FLAGS}
    columns |= {
        name: Words(random.integers(-1, len(words), ROWS, np.int32), words) for name, words in WORDS.items()
    }
    return Table(ROWS, columns)


def both(*sides: Masks) -> Masks:
    """Join by hand with Kleene's and."""
    (holds, fails), *others = sides
    for more_holds, more_fails in others:
        holds, fails = holds & more_holds, fails | more_fails
    return holds, fails


def either(*sides: Masks) -> Masks:
    """Join by hand with Kleene's or."""
    (holds, fails), *others = sides
    for more_holds, more_fails in others:
        holds, fails = holds | more_holds, fails & more_fails
    return holds, fails


def opposite(side: Masks) -> Masks:
    """Turn round by hand."""
    return side[1], side[0]


def certain(mask: Mask) -> Masks:
    """Take a mask that is never unknown."""
    return mask, ~mask


def known_or_not(mask: Mask, *columns: Column) -> Masks:
    """Split a mask where something is known of all columns; the way one writes it by hand."""
    known = ~np.isnan(columns[0])
    for column in columns[1:]:
        known &= ~np.isnan(column)
    return mask & known, ~mask & known


def divided(left: Column, right: Column) -> Column:
    """Divide by hand; NaN where zero divides."""
    return np.where(right == 0, np.nan, left / right)


def below(left: Column, right: Column | float) -> Masks:
    """Compare by hand, twice."""
    return left < right, left >= right


def above(left: Column, right: Column | float) -> Masks:
    """Compare by hand, twice."""
    return left > right, left <= right


def flag(flags: Flags) -> Masks:
    """Split a column of flags by hand."""
    return flags == 1, flags == 0


def among(column: Words, codes: tuple[int, ...]) -> Masks:
    """Look codes up by hand."""
    holds = column.codes == codes[0]
    for code in codes[1:]:
        holds |= column.codes == code
    return holds, ~holds & (column.codes >= 0)


def containing(column: Words, part: str) -> Masks:
    """Look a part of a word up by hand."""
    hits = np.array([part in word for word in column.words] + [False])
    holds = hits[column.codes]
    return holds, ~holds & (column.codes >= 0)


RULES: tuple[tuple[str, Callable[[SimpleNamespace], Masks]], ...] = (
    ("attainment < 0.8", lambda t: below(t.attainment, 0.8)),
    (
        "stretch < 0 and not (budget_change < -0.2)",
        lambda t: both(below(t.stretch, 0), opposite(below(t.budget_change, -0.2))),
    ),
    ("due and missing(actual)", lambda t: both(flag(t.due), certain(np.isnan(t.actual)))),
    ("actual / target < 0.5", lambda t: below(divided(t.actual, t.target), 0.5)),
    ("target < previous", lambda t: below(t.target, t.previous)),
    ("target == previous", lambda t: known_or_not(t.target == t.previous, t.target, t.previous)),
    ("target != previous", lambda t: known_or_not(t.target != t.previous, t.target, t.previous)),
    ("0.5 <= attainment < 0.8", lambda t: both(opposite(below(t.attainment, 0.5)), below(t.attainment, 0.8))),
    ("level == 'outcome'", lambda t: among(t.level, (3,))),
    (
        "level in ('output', 'outcome') and start > 1",
        lambda t: both(among(t.level, (2, 3)), above(t.start, 1)),
    ),
    ("level not in ('input', 'process')", lambda t: opposite(among(t.level, (0, 1)))),
    ("contains(name, '청년')", lambda t: containing(t.name, "청년")),
    ("abs(budget_change) > 0.3", lambda t: above(np.abs(t.budget_change), 0.3)),
    (
        "abs(target - previous) / previous > 0.5",
        lambda t: above(divided(np.abs(t.target - t.previous), t.previous), 0.5),
    ),
    ("budget_spent_rate < elapsed - 0.2", lambda t: below(t.budget_spent_rate, t.elapsed - 0.2)),
    (
        "budget_spent_rate < 0.5 * scheduled and due",
        lambda t: both(below(t.budget_spent_rate, 0.5 * t.scheduled), flag(t.due)),
    ),
    ("days(updated, as_of) > 90", lambda t: above(t.as_of - t.updated, 90)),
    (
        "missing(updated) or days(updated, as_of) > 90",
        lambda t: either(certain(np.isnan(t.updated)), above(t.as_of - t.updated, 90)),
    ),
    ("is_new and known(previous)", lambda t: both(flag(t.is_new), certain(~np.isnan(t.previous)))),
    ("min(target, previous) > 900", lambda t: above(np.minimum(t.target, t.previous), 900)),
    (
        "max(start, attainment, stretch) < 0",
        lambda t: below(np.maximum(np.maximum(t.start, t.attainment), t.stretch), 0),
    ),
    (
        "start > 1 or stretch > 1 or attainment > 1",
        lambda t: either(above(t.start, 1), above(t.stretch, 1), above(t.attainment, 1)),
    ),
    (
        "not due and not is_new and not has_reason",
        lambda t: both(opposite(flag(t.due)), opposite(flag(t.is_new)), opposite(flag(t.has_reason))),
    ),
    (
        "budget / target > 1.2 * (budget_previous / previous)",
        lambda t: above(divided(t.budget, t.target), 1.2 * divided(t.budget_previous, t.previous)),
    ),
    (
        "budget > 1.3 * budget_previous and not target > previous",
        lambda t: both(above(t.budget, 1.3 * t.budget_previous), opposite(above(t.target, t.previous))),
    ),
    (
        "(attainment < 0.8 and due) or (start < 0.5 and not has_reason)",
        lambda t: either(
            both(below(t.attainment, 0.8), flag(t.due)),
            both(below(t.start, 0.5), opposite(flag(t.has_reason))),
        ),
    ),
    (
        "indicators >= 5 and budget < 100",
        lambda t: both(opposite(below(t.indicators, 5)), below(t.budget, 100)),
    ),
    (
        "missing(target) and missing(previous) and missing(actual)",
        lambda t: both(*(certain(np.isnan(c)) for c in (t.target, t.previous, t.actual))),
    ),
    (
        "-stretch > 0.1 and target * 0.9 < actual",
        lambda t: both(above(-t.stretch, 0.1), below(t.target * 0.9, t.actual)),
    ),
    (
        "not (attainment >= 1 or (due and level == 'output'))",
        lambda t: opposite(either(opposite(below(t.attainment, 1)), both(flag(t.due), among(t.level, (2,))))),
    ),
)


def compiled(expression: str) -> Condition:
    """Compile a rule of the list above."""
    tree, mistakes = read_condition(expression, INDICATOR_FACTS)
    if tree is None:
        raise ValueError(f"{expression}: {mistakes}")
    return compile_condition(tree)


def seconds(work: Callable[[], None]) -> float:
    """Time a piece of work once."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Check that both sides agree, then print the ratio of their medians."""
    table = make_table()
    hand = SimpleNamespace(**table.columns)
    conditions = [compiled(expression) for expression, _ in RULES]

    def check() -> None:
        for condition, (expression, by_hand) in zip(conditions, RULES, strict=True):
            verdicts = condition(table)
            holds, fails = by_hand(hand)
            if not (np.array_equal(verdicts.holds, holds) and np.array_equal(verdicts.fails, fails)):
                raise ValueError(f"the two sides disagree on {expression}")

    def run_engine() -> None:
        for condition in conditions:
            condition(table)

    def run_hand() -> None:
        for _, by_hand in RULES:
            by_hand(hand)

    with np.errstate(all="ignore"):
        check()
        times = [(seconds(run_engine), seconds(run_hand)) for _ in range(ROUNDS)]
    engine, plain = (median(side) for side in zip(*times, strict=True))
    print(f"rules: {engine / plain:.2f} × hand-written NumPy ({engine:.2f} s / {plain:.2f} s)")


if __name__ == "__main__":
    main()
