"""The words of what would be if, and of what hangs on the rules, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

SUPPOSING_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "supposed-title": (
            "이렇게 바뀐다면 (파일에는 아무것도 적지 않음)",
            "If it were so (nothing is written to any file)",
        ),
        "supposed-what": ("{what}: {old} → {new}", "{what}: {old} → {new}"),
        "supposed-gate": ("관문", "Gate"),
    }
)
