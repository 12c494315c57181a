"""What cannot be in `rules/attainment.yaml` and among the floors of `rules/coverage.yaml`. Loads no NumPy."""

from collections.abc import Iterable, Iterator, Mapping

from scorecard.frozen import values_of
from scorecard.problems import Problem
from scorecard.rules.language.comparing import LARGEST_RATIO
from scorecard.rules.language.spelling import as_share
from scorecard.rules.models import AttainmentRules, CoverageRules, Floor
from scorecard.rules.names import unknown_method
from scorecard.rules.together import METHOD_NAMES
from scorecard.targets.spots import Path, SpotMap
from scorecard.wording.terms import Status

_BANDED = (Status.ACHIEVED, Status.ON_TRACK, Status.WATCH)

Limit = tuple[Path, float, bool, str]  #: Where a number stands, the number, whether it can be, and which can.


def check_attainment(rules: AttainmentRules, spots: SpotMap) -> Iterator[Problem]:
    """Find methods nobody knows, bands out of order, and numbers nothing can be reckoned with."""
    for direction in ("up", "down", "keep"):
        name = getattr(rules.methods, direction)
        if name not in METHOD_NAMES:
            yield unknown_method(name, spots.find("methods", direction), METHOD_NAMES)
    bounds = [band.at_least for band in rules.bands]
    statuses = tuple(band.status for band in rules.bands)
    if bounds != sorted(set(bounds), reverse=True) or statuses != _BANDED:
        yield Problem("bad-bands", spots.find("bands"), {"expected": ", ".join(one.value for one in _BANDED)})
    shares: dict[Path, float] = {("bands", place, "at_least"): bound for place, bound in enumerate(bounds)}
    limits = tuple(_limits_of(rules))
    shares |= {path: found for path, found, _, _ in limits if path[-1] not in _NO_SHARES}
    yield from _check_shares(shares, LARGEST_RATIO, spots)
    yield from check_limits((one for one in limits if shares.get(one[0], 0) <= LARGEST_RATIO), spots)


_NO_SHARES = ("least_events", "late_days", "most_events")


def _limits_of(rules: AttainmentRules) -> Iterator[Limit]:
    pace, forecast = rules.pace, rules.forecast
    yield ("keep_tolerance",), rules.keep_tolerance, rules.keep_tolerance >= 0, "≥ 0"
    yield ("score_cap",), rules.score_cap, rules.score_cap > 0, "> 0"
    yield ("pace", "shortfall"), pace.shortfall, pace.shortfall > 0, "> 0"
    for name in ("early", "least_events", "late_days"):
        yield ("pace", name), getattr(pace, name), getattr(pace, name) >= 0, "≥ 0"
    yield ("forecast", "range"), forecast.range, 0 < forecast.range < 1, "0 < · < 1"
    for name in ("prior_weight", "most_events"):
        yield ("forecast", name), getattr(forecast, name), getattr(forecast, name) >= 0, "≥ 0"


def check_coverage(rules: CoverageRules, spots: SpotMap) -> Iterator[Problem]:
    """Find floors nobody can reach because they are written in per cent."""
    floors: dict[Path, Floor] = {("departments", name): floor for name, floor in rules.departments.items()}
    for path, floor in {("office",): rules.office, **floors}.items():
        shares = {(*path, name): share for name, share in values_of(floor).items() if share is not None}
        yield from _check_shares(shares, 1, spots)


def check_limits(limits: Iterable[Limit], spots: SpotMap) -> Iterator[Problem]:
    """Tell of numbers that cannot be."""
    for path, found, holds, expected in limits:
        if not holds:
            details = {"found": f"{found:g}", "expected": expected}
            yield Problem("limit-out-of-range", spots.find(*path), details)


def _check_shares(shares: Mapping[Path, float], most: float, spots: SpotMap) -> Iterator[Problem]:
    for path, share in shares.items():
        if share > most:
            details = {"found": f"{share:g}", "hint": as_share(share)}
            yield Problem("expression-looks-like-percent", spots.find(*path), details)
