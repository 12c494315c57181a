"""Slips of the pen in an expression, found and mended before Python's grammar sees it.

Signs that other programs and word processors write (`=`, `≥`, `95%`, `1,000`, `전년 실적`) get the
right spelling as a hint, and the rest is read on as if it had been written so, for every
mistake is to be told at once.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from scorecard.frozen import frozen
from scorecard.problems import Mistake
from scorecard.rules.language.names import Vocabulary, facts_by_name, origins_of_composed
from scorecard.targets.quantities import read_quantity

LONGEST = 2_000  #: Characters of an expression.
DEEPEST = 40  #: Brackets, or parts of the tree, inside each other.

Misplaced = tuple[Mistake, int]  #: A mistake and its offset in characters, from 0.

_WORD = r"(?!(?:and|or|not|in|is|if|else|for|lambda)\b)[^\W\d]\w*"
_TOKEN = re.compile(
    rf"""
      (?P<text>'[^'\\]*'|"[^"\\]*")
    | (?P<figure>(?:\d+(?:,\d{{3}})+(?:\.\d+)?|(?:\d+(?:_\d+)*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
        (?:\s*[%％]p?|[^\W\d]\w*)?)
    | (?P<words>{_WORD}(?:\s+{_WORD})+)
    | (?P<name>\w+)
    | (?P<sign>[<>=!&|]+|[×÷]|[≠-≥]|−|–|[‘-”]|[！-～])
    | (?P<open>[(\[{{])
    | (?P<close>[)\]}}])
    | (?P<stray>[#\\`;$?@])
    """,
    re.VERBOSE,
)
_SIGNS = MappingProxyType(
    {
        "=": "==", "=<": "<=", "=>": ">=", "<>": "!=", "!": "not ", "&": " and ", "&&": " and ", "|": " or ",
        "||": " or ", "≤": "<=", "≥": ">=", "≠": "!=", "×": "*", "÷": "/", "−": "-", "–": "-",
        "‘": "'", "’": "'", "“": '"', "”": '"', "＝": "==",
    }
)  # fmt: skip


@frozen
class Spelled:
    """An expression ready for the grammar, with the slips that were mended."""

    text: str
    origins: tuple[int, ...]  #: Where each character, and the end, stood as written.
    slips: tuple[Misplaced, ...] = ()


@frozen
class _Slip:
    """A piece of text that was misspelt."""

    start: int
    end: int
    mended: str
    mistake: Mistake


def spell(written: str, vocabulary: Vocabulary) -> Spelled | Mistake:
    """Mend an expression as far as slips go; a Mistake: it is too long or too deep to look at."""
    if len(written) > LONGEST:
        return too_deep(len(written), 0)
    composed, origins = origins_of_composed(written)
    text = re.sub(r"\s", " ", composed)
    opened = sum(map(text.count, "([{"))
    depth = _deepest_bracket(text) if opened > DEEPEST else opened
    if depth > DEEPEST:
        return too_deep(len(written), depth)
    slips = list(_find_slips(text, vocabulary))
    mended, places = _mend(text, slips)
    blanks = len(mended) - len(mended.lstrip())
    return Spelled(
        text=mended[blanks:],
        origins=tuple(origins[place] for place in places[blanks:]),
        slips=tuple((slip.mistake, origins[slip.start]) for slip in slips),
    )


def too_deep(length: int, depth: int) -> Mistake:
    """Make the mistake of an expression that only a machine would write."""
    return Mistake(
        "expression-too-deep",
        length=str(length),
        depth=str(depth),
        longest=str(LONGEST),
        deepest=str(DEEPEST),
    )


def _deepest_bracket(text: str) -> int:
    depth = deepest = 0
    for token in _TOKEN.finditer(text):
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        deepest = max(deepest, depth)
    return deepest


def _find_slips(text: str, vocabulary: Vocabulary) -> Iterator[_Slip]:
    for token in _TOKEN.finditer(text):
        find = _SLIPS.get(token.lastgroup or "")
        slip = find(token, vocabulary) if find else None
        if slip:
            yield slip


def _wrong_sign(token: re.Match[str], expected: str) -> _Slip:
    mistake = Mistake("expression-wrong-sign", found=token[0], expected=expected.strip())
    return _Slip(token.start(), token.end(), expected, mistake)


def _slip_of_sign(token: re.Match[str], _vocabulary: Vocabulary) -> _Slip | None:
    narrow = unicodedata.normalize("NFKC", token[0])
    expected = _SIGNS.get(token[0], narrow)
    return _wrong_sign(token, expected) if expected != token[0] else None


def _slip_of_figure(token: re.Match[str], _vocabulary: Vocabulary) -> _Slip | None:
    narrow = unicodedata.normalize("NFKC", token[0]).replace(",", "")
    number = narrow.rstrip("p% ")
    if number != narrow and "%" in narrow:
        hint = as_share(float(number))
        mistake = Mistake("expression-looks-like-percent", found=token[0], hint=hint)
        return _Slip(token.start(), token.end(), hint, mistake)
    expected = _plain(narrow)
    return _wrong_sign(token, expected) if expected != token[0] else None


def _plain(figure: str) -> str:
    """Write out `8억` or `100명`; what is no figure stays for the grammar to refuse."""
    if figure.isascii() and figure.replace(".", "", 1).isdigit():
        return figure
    glued = re.fullmatch(r"([\d_.]+)(and|or|in|is|if|else|not)", figure)
    if glued:
        return " ".join(glued.groups())
    if re.fullmatch(r"[\d_.]+(?:[eE][+-]?\d+)?|.*[A-Za-z].*", figure):
        return figure
    for unit in ("", "원"):
        try:
            return f"{read_quantity(figure + unit).value:.15g}"
        except Mistake:
            continue
    return figure


def _slip_of_words(token: re.Match[str], vocabulary: Vocabulary) -> _Slip | None:
    names = facts_by_name(vocabulary)
    for joint in ("", "_"):
        joined = joint.join(token[0].split())
        if joined in names:
            return _wrong_sign(token, joined)
    return None


def _slip_of_stray(token: re.Match[str], _vocabulary: Vocabulary) -> _Slip:
    return _Slip(token.start(), token.end(), " ", Mistake("expression-not-allowed", found=token[0]))


_SLIPS: Mapping[str, Callable[[re.Match[str], Vocabulary], _Slip | None]] = MappingProxyType(
    {"sign": _slip_of_sign, "figure": _slip_of_figure, "words": _slip_of_words, "stray": _slip_of_stray}
)


def as_share(per_cent: float) -> str:
    """Write a number of per cent as the ratio it means."""
    return f"{per_cent / 100:.10g}"


def _mend(text: str, slips: list[_Slip]) -> tuple[str, list[int]]:
    """Put the right spelling in the place of each slip and keep where everything came from."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for slip in slips:
        pieces += text[at : slip.start], slip.mended
        places += range(at, slip.start)
        places += [slip.start] * len(slip.mended)
        at = slip.end
    pieces.append(text[at:])
    places += range(at, len(text) + 1)
    return "".join(pieces), places
