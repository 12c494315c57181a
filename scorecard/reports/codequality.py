"""A bulletin as GitLab reads code quality: a list of entries with place, gravity and fingerprint."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from scorecard.cards.bulletin import Bulletin, Grade
from scorecard.reports.fingerprints import fingerprinted
from scorecard.reports.plaintext import told

_SEVERITIES: Mapping[Grade, str] = MappingProxyType(
    {
        Grade.BLOCKER: "blocker",
        Grade.HIGH: "critical",
        Grade.MEDIUM: "major",
        Grade.LOW: "minor",
        Grade.NOTE: "info",
    }
)


def code_quality(bulletin: Bulletin, root: str = "") -> list[dict[str, Any]]:
    """Lay out what counts; what is waived is left out, for GitLab knows no word for it."""
    return [
        {
            "description": told(entry.message),
            "check_name": entry.topic,
            "fingerprint": key,
            "severity": _SEVERITIES[entry.grade],
            "location": {
                "path": told(f"{root}{entry.spot.file}"),
                "lines": {"begin": max(entry.spot.line, 1)},
            },
        }
        for key, entry in fingerprinted(one for one in bulletin.entries if not one.waived)
    ]
