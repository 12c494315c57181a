"""What cannot be in `rules/quality.yaml`. Loads no NumPy."""

from collections.abc import Iterator

from scorecard.problems import Problem
from scorecard.rules.checking import Limit, check_limits
from scorecard.rules.quality.models import QualityRules
from scorecard.targets.spots import SpotMap


def check_quality(rules: QualityRules, spots: SpotMap) -> Iterator[Problem]:
    """Find limits that would call every target easy or wild, and counts below one."""
    ambition, bunching = rules.ambition, rules.bunching
    limits: tuple[Limit, ...] = (
        (("ambition", "below_trend"), ambition.below_trend, ambition.below_trend <= 0, "≤ 0"),
        (("ambition", "above_trend"), ambition.above_trend, ambition.above_trend > 0, "> 0"),
        (
            ("ambition", "wildest_stretch"),
            ambition.wildest_stretch,
            0 < ambition.wildest_stretch <= 10,
            "0 < · ≤ 10",
        ),
        (("definition", "years"), rules.definition.years, 1 <= rules.definition.years <= 50, "1 ≤ · ≤ 50"),
        (("breadth", "lines"), rules.breadth.lines, rules.breadth.lines >= 1, "≥ 1"),
        (("bunching", "width"), bunching.width, 0 < bunching.width <= 0.5, "0 < · ≤ 0.5"),
        (("bunching", "least"), bunching.least, bunching.least >= 1, "≥ 1"),
        (("bunching", "factor"), bunching.factor, bunching.factor >= 1, "≥ 1"),
    )
    yield from check_limits(limits, spots)
