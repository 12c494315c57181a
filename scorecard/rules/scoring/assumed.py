"""Which parameters a score rests on, and whether one of them is assumed. Loads no NumPy by itself."""

from collections.abc import Iterator
from math import isnan

from scorecard.rules.scoring.checking import parameters_of
from scorecard.rules.scoring.models import JUDGED, Parameter, ScoringRules, Series
from scorecard.rules.scoring.scores import Scores

_BAND = ("scale", "base", "target_band")
#: Sections of the rules each method looks at.
_SECTIONS = {
    "target-band": _BAND,
    "target-band-sd": ("scale", "base", "target_band_sd"),
    "medium-term": ("scale", "medium_term"),
    "peer-range": ("scale",),
    "trend": ("scale", "trend"),
    "beta": ("scale", "beta", "trend"),
    "target-ratio": ("scale",),
    "band-floor": (*_BAND, "band_floor"),
    "attainment": ("scale",),
}
_TABLE = ("z", "percent")  #: All that β takes of the trend's rules.
_ONLY_CAP = "attainment"


def parameters_used(
    scores: Scores, row: int, rules: ScoringRules
) -> Iterator[tuple[tuple[str, str], Parameter | Series]]:
    """List the parameters that decided a row's score; a least number of years only lets a method go ahead."""
    method = scores.method(row)
    left_out = not isnan(scores.step("left_out", row))
    for (section, name), one in parameters_of(rules):
        if section not in _SECTIONS.get(method, ()) or name in ("least_years", "rebase_years"):
            continue
        outlier = name.startswith("outlier")
        elsewhere = name == ("above" if scores.step("core", row) > 0 else "above_core")
        foreign = method == "beta" and section == "trend" and name not in _TABLE
        capped = method == _ONLY_CAP and name != "cap"
        if not (foreign or capped or elsewhere or (outlier and not left_out)):
            yield (section, name), one


def is_assumed(scores: Scores, row: int, rules: ScoringRules) -> bool:
    """Tell whether a parameter that decided a row's score has no source that says so."""
    if isnan(float(scores.plain.values[row])):
        return False
    if scores.method(row) == JUDGED:
        return rules.words.assumed
    return any(one.assumed for _, one in parameters_used(scores, row, rules))
