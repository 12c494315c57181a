"""The sentences of the sheets that close an edition, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

SHEET_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "summary-sheets": ("붙임", "Closing pages"),
    }
)
