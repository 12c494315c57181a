"""The few words a page needs that stand in no card."""

from collections.abc import Mapping
from types import MappingProxyType

from scorecard.problems import Language

CONTINUED: Mapping[Language, str] = MappingProxyType({"ko": "(계속)", "en": "(continued)"})
FINDINGS: Mapping[Language, str] = MappingProxyType({"ko": "위험신호", "en": "Findings"})
SPENDING: Mapping[Language, str] = MappingProxyType({"ko": "예산 집행", "en": "Budget execution"})
FOLIO: Mapping[Language, str] = MappingProxyType({"ko": "{page} / {pages}쪽", "en": "page {page} of {pages}"})
