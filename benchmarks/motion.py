"""Pace and forecasts over columns, against the least they could cost: the arithmetic of the point alone.

Ranges and chances are what the rest pays for: a quantile and a share of a distribution for every
row. Run: python benchmarks/motion.py
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from scorecard.rules.forecast import Progress, gamma_poisson, linear, seasonal
from scorecard.rules.pace import required_rate

ROWS, YEARS, ROUNDS = 100_000, 4, 5


def timed(work: Callable[[], object]) -> float:
    """Time some work; the middle of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        rounds.append(perf_counter() - begun)
    return median(rounds)


def main() -> None:
    """Print the ratios."""
    random = np.random.default_rng(2026)
    target = np.round(random.uniform(20, 900, ROWS))
    share = random.uniform(0.1, 0.9, ROWS)
    actual = np.round(target * share * random.uniform(0.7, 1.2, ROWS))
    past = np.clip(share[:, None] * random.uniform(0.9, 1.1, (ROWS, YEARS)), 0.01, 1.0)
    progress = Progress(actual, target, share, np.ones(ROWS))
    bound = timed(lambda: actual / share)
    logs = timed(lambda: actual * np.exp(-np.log(past).mean(axis=1)))
    print(f"linear: {timed(lambda: linear(progress)) / bound:.1f} × a division of columns")
    print(f"required rate: {timed(lambda: required_rate(actual, target, share)) / bound:.1f} × the same")
    print(
        f"seasonal, range and chance: {timed(lambda: seasonal(progress, past)) / logs:.1f} × the logs of its point"
    )
    whole = timed(lambda: gamma_poisson(progress, target))
    print(
        f"Gamma-Poisson, range and chance: {whole / logs:.1f} × the same, {whole / ROWS * 1e6:.1f} µs a row"
    )


if __name__ == "__main__":
    main()
