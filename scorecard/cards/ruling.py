"""Rules as flat words, so that two rule books can be held against each other."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

import attrs

from scorecard.rules.demands import DemandWaiver
from scorecard.rules.models import Band, RuleBook, RuleText

Rulings = Mapping[str, Mapping[str, str]]  #: By rule, or file of thresholds: field → as written.

ATTAINMENT = "rules/attainment.yaml"  #: Methods, bands and guards: what a status hangs on.
_NO_THRESHOLDS = ("risks", "spots")  #: Told rule by rule, and not at all.


def rulings_of(rules: RuleBook) -> Rulings:
    """Lay out everything that decides; titles and messages do not."""
    files = [field.name for field in attrs.fields(RuleBook) if field.name not in _NO_THRESHOLDS]
    return {
        **{f"rules/{name}.yaml": dict(_flat(getattr(rules, name))) for name in files},
        **{rule.text.id: _decisive(rule.text) for rule in rules.risks},
    }


def _decisive(text: RuleText) -> dict[str, str]:
    waivers = [f"{one.indicator} ~{one.until.isoformat()} ({one.reason})" for one in text.waivers]
    return {
        "severity": text.severity.value,
        "when": " ".join(text.when.split()),
        "each": text.each.value,
        "about": text.about.value,
        "waivers": "; ".join(waivers),
    }


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Walk down to single values; what is not asked for (None) is empty."""
    if isinstance(value, tuple) and any(isinstance(one, DemandWaiver | Enum) for one in value):
        yield path, "; ".join(_listed(one) for one in value)
        return
    if isinstance(value, tuple):
        value = {band.status.value: band.at_least for band in value if isinstance(band, Band)}
    if attrs.has(type(value)):
        value = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _flat(one, f"{path}.{key}" if path else str(key))
    else:
        yield path, _word(value)


def _listed(value: object) -> str:
    if isinstance(value, DemandWaiver):
        return f"{value.where} {value.demand.value} ~{value.until.isoformat()} ({value.reason})"
    return _word(value)


def _word(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return f"{value:.12g}" if isinstance(value, int | float) else str(value or "")
