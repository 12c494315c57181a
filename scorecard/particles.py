"""Korean particles that follow the sound before them: 은 or 는, 이 or 가, 을 or 를, 와 or 과, 로 or 으로.

A template writes both, `목표은(는)`; which one is printed depends on the last sound of what was
filled in, read aloud: a figure by its last digit, a unit or a letter by its Korean name.
"""

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Ending(Enum):
    """How the last syllable of a word ends."""

    VOWEL = "vowel"
    RIEUL = "rieul"  #: ㄹ, after which 로 follows as after a vowel.
    CONSONANT = "consonant"


_PAIRS = MappingProxyType(  # After a consonant, after a vowel.
    {
        "은(는)": ("은", "는"),
        "이(가)": ("이", "가"),
        "을(를)": ("을", "를"),
        "와(과)": ("과", "와"),
        "(으)로": ("으로", "로"),
        "(이)라": ("이라", "라"),
    }
)
# Left to re to compile when something is first said: a clean check says too little.
PARTICLE = r"""(?P<closing>['"’”」』)\]]?)(?P<both>은\(는\)|이\(가\)|을\(를\)|와\(과\)|\(으\)로|\(이\)라)"""

_SIGNS: Mapping[str, Ending] = MappingProxyType(  # Figures, Latin letters and signs by their Korean names.
    {
        **dict.fromkeys("036mn㎏", Ending.CONSONANT),
        **dict.fromkeys("178lr", Ending.RIEUL),
        **dict.fromkeys("2459abcdefghijkopqstuvwxyz%㎡㎥㎞㎢℃社", Ending.VOWEL),
    }
)
_UNITS: Mapping[str, Ending] = MappingProxyType(  # Read whole where a figure stands before them.
    {
        **dict.fromkeys(("%p", "m", "cm", "mm", "km", "ha"), Ending.VOWEL),
        **dict.fromkeys(("g", "kg", "t"), Ending.CONSONANT),
    }
)
_UNIT = r"(?<=[\d.])\s?(%p|[a-z]+)$"
_ASIDE = r"(?<=\S)\s*\([^()]*\)$"
_UNHEARD = " '\"`’”」』.,!?…"


def ending_of(text: str) -> Ending | None:
    """Tell how a text ends when read aloud; None: it cannot be told, as of a dash.

    An aside in brackets at the end is not read: `4,000명(잠정)` ends in 명.
    """
    heard = re.sub(_ASIDE, "", text.rstrip(_UNHEARD)).rstrip(_UNHEARD).rstrip(")]")
    unit = re.search(_UNIT, heard)
    if unit and unit[1] in _UNITS:
        return _UNITS[unit[1]]
    last = heard[-1:].lower()
    return _ending_of_syllable(last) if "가" <= last <= "힣" else _SIGNS.get(last)


def _ending_of_syllable(syllable: str) -> Ending:
    # Syllables are ordered by their final sound: 28 of them, none first, ㄹ the ninth.
    final = (ord(syllable) - ord("가")) % 28
    return {0: Ending.VOWEL, 8: Ending.RIEUL}.get(final, Ending.CONSONANT)


def choose(both: str, ending: Ending | None) -> str:
    """Choose one of two particles; both stay where the sound is not known."""
    if ending is None:
        return both
    after_consonant, after_vowel = _PAIRS[both]
    soft = ending is Ending.VOWEL or (ending is Ending.RIEUL and both == "(으)로")
    return after_vowel if soft else after_consonant


def in_speech(sentence: str) -> str:
    """Choose every particle a whole sentence leaves open."""
    said = ""
    done = 0
    for found in re.finditer(PARTICLE, sentence):
        said += sentence[done : found.start("both")]
        said += choose(found["both"], ending_of(said))
        done = found.end()
    return said + sentence[done:]
