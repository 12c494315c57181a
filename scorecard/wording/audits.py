"""The words of a council's audit and of what was done about it, in Korean and English."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from scorecard.problems import Language


class AuditKind(Enum):
    """What the council asked for."""

    DEMAND = "demand"  #: To put something right.
    PROPOSAL = "proposal"
    OTHER = "other"  #: Papers, and whatever is neither.


class AuditState(Enum):
    """How far an item has come, as the source says."""

    DONE = "done"
    UNDERWAY = "underway"
    REVIEW = "review"
    DECLINED = "declined"  #: Not taken up.


CLOSED = (AuditState.DONE, AuditState.DECLINED)  #: Nothing more is to be expected.

_WORDS: Mapping[Enum, tuple[str, str]] = MappingProxyType(
    {
        AuditKind.DEMAND: ("시정·처리 요구", "demand"),
        AuditKind.PROPOSAL: ("건의", "proposal"),
        AuditKind.OTHER: ("기타(자료제출 등)", "other (papers etc.)"),
        AuditState.DONE: ("완료", "done"),
        AuditState.UNDERWAY: ("추진 중", "under way"),
        AuditState.REVIEW: ("검토 중", "under review"),
        AuditState.DECLINED: ("미반영", "not taken up"),
    }
)


_SHORT: Mapping[AuditKind, tuple[str, str]] = MappingProxyType(
    {
        AuditKind.DEMAND: ("요구", "demand"),
        AuditKind.PROPOSAL: ("건의", "proposal"),
        AuditKind.OTHER: ("기타", "other"),
    }
)


def short_kind(kind: AuditKind, language: Language) -> str:
    """Name a kind in one word, for a narrow column."""
    return _SHORT[kind][language == "en"]


def audit_head(thing: AuditKind | AuditState, language: Language) -> str:
    """Name a kind or a state where it heads a column or a figure."""
    words = audit_word(thing, language)
    return words[0].upper() + words[1:]


def audit_word(thing: AuditKind | AuditState, language: Language) -> str:
    """Name a kind or a state in a language."""
    return _WORDS[thing][language == "en"]
