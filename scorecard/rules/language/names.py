"""Names as people write them: facts by either name, and the nearest to a wrong one."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from scorecard.targets.vocabulary import FactName

Vocabulary = tuple[FactName, ...]


@lru_cache(maxsize=8)
def facts_by_name(vocabulary: Vocabulary) -> Mapping[str, FactName]:
    """Index a vocabulary by its English and its Korean names."""
    return {name: fact for fact in vocabulary for name in (fact.name, fact.korean)}


def origins_of_composed(text: str) -> tuple[str, tuple[int, ...]]:
    """Compose a text (NFC) and tell where each of its characters began, and the end.

    A Korean syllable typed on a Mac may be three characters long and counts as one here.
    """
    composed = unicodedata.normalize("NFC", text)
    if composed == text:
        return text, tuple(range(len(text) + 1))
    lengths = [len(unicodedata.normalize("NFC", text[:end])) for end in range(1, len(text) + 1)]
    first = {length: end for end, length in reversed(list(enumerate(lengths)))}
    return composed, (*(first.get(place + 1, len(text)) for place in range(len(composed))), len(text))
