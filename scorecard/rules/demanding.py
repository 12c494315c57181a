"""Whether the demands of rules/coverage.yaml speak of rules that are there, and can be met at all."""

from collections.abc import Iterator, Sequence

from scorecard.likeness import likest
from scorecard.problems import Problem, Spot
from scorecard.rules.models import CoverageRules
from scorecard.targets.spots import SpotMap


def check_demands(demands: CoverageRules, spots: SpotMap, ids: Sequence[str]) -> Iterator[Problem]:
    """Find limits of rules nobody knows, and days and numbers below zero; `ids` are those of the rules."""
    for name, most in demands.limits.items():
        if name not in ids:
            details = {"found": name, "nearest": likest(name, ids)}
            yield Problem("unknown-rule", spots.find_key("limits", name), details)
        elif most < 0:
            yield _below(most, spots.find("limits", name))
    for path, number in _numbers(demands):
        if number is not None and number < 0:
            yield _below(number, spots.find(*path))


def _numbers(demands: CoverageRules) -> Iterator[tuple[tuple[str, ...], float | None]]:
    yield ("unknown",), demands.unknown
    yield ("freshness", "days"), demands.freshness.days
    yield ("freshness", "oldest"), demands.freshness.oldest
    for name in ("high", "medium", "low"):
        yield ("findings", name), getattr(demands.findings, name)


def _below(number: float, spot: Spot) -> Problem:
    return Problem("demand-below-zero", spot, {"found": f"{number:g}"})
