"""The sentences of the cards and commands, in Korean and English, under one key each."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from scorecard.problems import Language
from scorecard.wording.commands import COMMAND_PHRASES


def phrase(key: str, language: Language, **details: object) -> str:
    """Say a sentence in a language."""
    sentence = COMMAND_PHRASES.get(key) or _further()[key]
    return sentence[language == "en"].format_map(details)


@cache
def _further() -> Mapping[str, tuple[str, str]]:
    """Gather what is said where something is judged or drawn: `check` does neither and loads none of it."""
    from scorecard.wording.auditing import AUDIT_PHRASES
    from scorecard.wording.editing import EDITING_PHRASES
    from scorecard.wording.explaining import EXPLAIN_PHRASES
    from scorecard.wording.gates import GATE_PHRASES
    from scorecard.wording.helping import HELP_PHRASES
    from scorecard.wording.motions import MOTION_PHRASES
    from scorecard.wording.pages import PAGE_PHRASES
    from scorecard.wording.quality import QUALITY_PHRASES
    from scorecard.wording.revisions import REVISION_PHRASES
    from scorecard.wording.scores import SCORE_PHRASES
    from scorecard.wording.screens import SCREEN_PHRASES
    from scorecard.wording.sheets import SHEET_PHRASES
    from scorecard.wording.supposing import SUPPOSING_PHRASES
    from scorecard.wording.ties import TIE_PHRASES
    from scorecard.wording.tracing import TRACE_PHRASES

    rooms = (
        AUDIT_PHRASES,
        EDITING_PHRASES,
        EXPLAIN_PHRASES,
        GATE_PHRASES,
        HELP_PHRASES,
        MOTION_PHRASES,
        PAGE_PHRASES,
        QUALITY_PHRASES,
        REVISION_PHRASES,
        SCORE_PHRASES,
        SCREEN_PHRASES,
        SHEET_PHRASES,
        SUPPOSING_PHRASES,
        TIE_PHRASES,
        TRACE_PHRASES,
    )
    return MappingProxyType({key: sentence for room in rooms for key, sentence in room.items()})
