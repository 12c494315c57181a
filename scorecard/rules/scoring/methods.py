"""Score methods by the names they are written with."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scorecard.rules.scoring.bands import (
    band_floor,
    capped_attainment,
    medium_term,
    peer_range,
    target_band,
    target_band_sd,
    target_ratio,
)
from scorecard.rules.scoring.evidence import Evidence, Scored
from scorecard.rules.scoring.models import ScoringRules
from scorecard.rules.scoring.trends import beta, trend

ScoreMethod = Callable[[Evidence, ScoringRules], Scored]

SCORE_METHODS: Mapping[str, ScoreMethod] = MappingProxyType(
    {
        "target-band": target_band,
        "target-band-sd": target_band_sd,
        "medium-term": medium_term,
        "peer-range": peer_range,
        "trend": trend,
        "beta": beta,
        "target-ratio": target_ratio,
        "band-floor": band_floor,
        "attainment": capped_attainment,
    }
)
