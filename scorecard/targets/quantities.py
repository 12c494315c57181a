"""Figures as a Korean document writes them: `5,700여 명`, `1조 2,641억원`, `최대 57실`, `△4.11`.

A quantity keeps its value in the base unit (원, 명, …), the unit, the qualifier and the text.
Nothing is guessed: what cannot be read whole is a Mistake.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from math import inf, prod

from scorecard.frozen import frozen
from scorecard.problems import Mistake


class Qualifier(Enum):
    """How exactly a figure is meant."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@frozen
class Quantity:
    """A figure with its unit."""

    value: float  #: In the base unit.
    unit: str  #: Base unit; empty: a bare number.
    qualifier: Qualifier
    text: str  #: As written, but for how it is spread over the year.
    step: float = 1.0  #: Worth of one in the last printed digit, in the base unit.
    fraction: tuple[float, float] | None = None  #: Numerator and denominator of a ratio written as both.


LARGEST = 9e15  #: Whole won stay exact up to here.
LONGEST = 60  #: Characters of a figure; longer is no figure.
_LONGEST_SCALE, _LONGEST_UNIT = 4, 20

_SCALES = {"십": 10, "백": 100, "천": 1_000, "만": 10_000, "억": 10**8, "조": 10**12}
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
#: Patterns are compiled at every start, and a set of several letters beyond ASCII costs as much as all the rest:
#: quotes and the wide colon are looked for once; signs and scales are alternatives, kept apart by one that is empty
#: or never fits, for such as are all single letters are made a set.
_NO_QUOTES = r"(?![^‘-”：]*[‘-”：])"
_SIGN = "[-+]|[▲△]|−|–|"
_SCALE = "(?:십|백|천|만|억|조|(?!))"
_UNIT_SIGN = r"[^\d\s,.()~#\"'`:;=<>{}\[\]]"
_COUNTED = "조각|조합|조례|조항|천막|백신|만화|십자"  #: Things that begin like a scale and are none.
FIGURE = re.compile(
    rf"{_NO_QUOTES}"
    r"(?P<before>(?:(?:약|총|연|연간|누적|각|최대|최소|매월|월|회당|분기별|목표)\s*)*)"
    rf"(?P<sign>{_SIGN})\s*"
    rf"(?P<first>{_NUMBER})(?P<more>여)?\s?(?P<scale>(?!{_COUNTED}){_SCALE}*)"
    rf"(?P<rest>(?:\s?(?:{_NUMBER})\s?{_SCALE}+)*)"
    rf"(?P<more2>여)?\s?(?P<unit>{_UNIT_SIGN}*?(?:\s{_UNIT_SIGN}+){{0,3}}?)"
    r"(?:(?P<spread>\s?\((?:매월|월|분기별|반기별)\s?[0-9]+회\))?"  # Over the year: `4회(분기별 1회) 이상`.
    r"\s?(?P<after>이상|이하|이내|내외|초과|미만|가량|정도|↑))?"
)
_REST = re.compile(rf"({_NUMBER})\s?({_SCALE}+)")
_QUALIFIERS = ("이상", "이하", "이내", "내외", "초과", "미만")
_QUOTES = r"[“”‘’\"'`]"
_ONLY_NOUGHTS = r"[0-9]{1,3}(\.000)+(?![0-9])(?!\s?%)"
_FULL_WIDTH = frozenset("０１２３４５６７８９，．％")

_SAME_UNIT = {
    "社": "개사", "개기업": "개사", "개업체": "개사", "업체": "개사", "기업": "개사", "개회사": "개사",
    "인": "명", "사람": "명", "개소": "개소", "곳": "개소", "퍼센트": "%", "％": "%", "과제": "개과제",
}  # fmt: skip

_BEFORE = {"약": Qualifier.APPROX, "최대": Qualifier.AT_MOST, "최소": Qualifier.AT_LEAST}
_AFTER = {
    "이상": Qualifier.AT_LEAST, "초과": Qualifier.AT_LEAST, "↑": Qualifier.AT_LEAST,
    "이하": Qualifier.AT_MOST, "이내": Qualifier.AT_MOST, "미만": Qualifier.AT_MOST,
    "내외": Qualifier.APPROX, "가량": Qualifier.APPROX, "정도": Qualifier.APPROX,
}  # fmt: skip


@lru_cache(maxsize=65536)
def read_quantity(text: str, declared: str = "") -> Quantity:
    """Read a figure with its unit; `declared` is the unit that bare numbers are meant in (`억원`).

    Raises a Mistake: `full-width`, `curly-quotes`, `not-a-figure`, `bad-thousands`, `number-too-large`,
    `words-after-figure`,
    `unit-missing-after-scale` or `unit-mismatch` (written and declared unit differ).
    """
    if not _FULL_WIDTH.isdisjoint(text):
        raise Mistake("full-width", found=text, fixed=unicodedata.normalize("NFKC", text))
    found = FIGURE.fullmatch(text.strip()) if len(text) <= LONGEST else None
    if not found:
        raise _explain(text)
    if ".000" in text and re.search(_ONLY_NOUGHTS, text):
        raise Mistake("bad-thousands", found=text)
    unit = base_unit(found["unit"])
    if len(unit) > 1 and any(word in unit for word in _QUALIFIERS):
        raise Mistake("words-after-figure", found=text)
    factor, declared_unit = read_unit(declared)
    if unit and declared_unit and unit != declared_unit:
        raise Mistake("unit-mismatch", found=unit, expected=declared_unit)
    if not unit and found["scale"] and not declared_unit:
        raise Mistake("unit-missing-after-scale", found=text)
    value, step = _value_of(found, text, 1.0 if unit or found["scale"] else factor)
    figure = text.replace(found["spread"], "") if found["spread"] else text
    return Quantity(value, unit or declared_unit, _qualifier_of(found), figure.strip(), step)


_FRACTION = re.compile(r"([^/]+)/([^/]+)")


@lru_cache(maxsize=65536)
def read_ratio(text: str, declared: str = "") -> Quantity:
    """Read a ratio: a figure like any other, or numerator and denominator (`312/410`, `312명/410명`).

    A fraction is in per cent unless another unit is declared. Raises a Mistake: those of
    `read_quantity`, `zero-denominator`.
    """
    found = _FRACTION.fullmatch(text.strip()) if len(text) <= LONGEST else None
    if not found:
        return read_quantity(text, declared)
    above, below = (read_quantity(side) for side in found.groups())
    if below.value == 0:
        raise Mistake("zero-denominator", found=text)
    factor, unit = read_unit(declared or "%")
    pair = above.value, below.value
    return Quantity(as_ratio(pair, unit) * factor, unit, Qualifier.EXACT, text.strip(), 0.0, pair)


def as_ratio(pair: tuple[float, float], unit: str) -> float:
    """Divide a numerator by a denominator that is not 0, in per cent where that is the unit: `29/100` is 29."""
    (above, tenths), (below, other) = map(_as_printed, pair)
    return above * other * (100 if unit == "%" else 1) / (below * tenths)


def are_exact(*quantities: Quantity) -> bool:
    """Tell whether figures can be held against each other to the last digit: none is 약, 이상 or 이하."""
    return all(one.qualifier is Qualifier.EXACT for one in quantities)


def added(values: Iterable[float], *, among: int = 1) -> float:
    """Add figures up as on paper, where 0.1 and 0.2 make 0.3, and share the sum among so many."""
    above, below = 0, 1
    for value in values:
        number, tenths = _as_printed(value)
        finest = max(below, tenths)
        above, below = above * (finest // below) + number * (finest // tenths), finest
    return above / (below * among)


def _as_printed(value: float) -> tuple[int, int]:
    """Take a figure for the decimal of which it is the nearest float: a whole number and a power of ten below it."""
    digits, _, power = repr(value).partition("e")
    whole, _, decimals = digits.partition(".")
    places = len(decimals) - int(power or 0)
    number = int(whole + decimals)
    return (number, 10**places) if places >= 0 else (number * 10**-places, 1)


@lru_cache(maxsize=1024)
def _worth(scale: str) -> int:
    return prod(_SCALES[letter] for letter in scale)


def _value_of(found: re.Match[str], text: str, factor: float) -> tuple[float, float]:
    """Add up the scaled groups (`1조 2,641억`); each must be smaller than the one before.

    Exact until the one division at the end: whole numbers stand above and below the line.
    """
    groups = [(found["first"], found["scale"])]
    if found["rest"]:
        groups += _REST.findall(found["rest"])
    above, below, tenths, last = 0, 1, 1, inf
    for digits, scale in groups:
        worth = _worth(scale)
        if worth >= last:
            raise Mistake("not-a-figure", found=text)
        whole, _, decimals = digits.replace(",", "").partition(".")
        tenths = 10 ** len(decimals)
        above, below = above * tenths + int(whole + decimals) * worth * below, below * tenths
        last = worth
    above *= int(factor)
    if above > LARGEST * below or last > 1e250:  # Such a scale fits no float, not even for 0.
        raise Mistake("number-too-large", found=text)
    sign = -1 if found["sign"] in ("-", "△", "▲", "−", "–") else 1
    return sign * above / below, last * int(factor) / tenths


def _qualifier_of(found: re.Match[str]) -> Qualifier:
    if found["after"]:
        return _AFTER[found["after"]]
    if found["more"] or found["more2"]:
        return Qualifier.APPROX
    for word, qualifier in _BEFORE.items():
        if word in found["before"]:
            return qualifier
    return Qualifier.EXACT


@lru_cache(maxsize=4096)
def read_unit(written: str) -> tuple[float, str]:
    """Split a declared unit into its scale and base unit: `백만원` is 10⁶ 원."""
    bare = written.strip()
    unit = bare.lstrip("".join(_SCALES))
    scale = bare[: len(bare) - len(unit)]
    if len(scale) > _LONGEST_SCALE or len(unit) > _LONGEST_UNIT or re.search(r"[\d,.~]", unit):
        raise Mistake("bad-unit", found=written[:LONGEST])
    return float(_worth(scale)), base_unit(unit)


@lru_cache(maxsize=4096)
def base_unit(written: str) -> str:
    """Bring a counting word to its usual form: blanks go, `社` and `개 기업` become `개사`."""
    joined = "".join(written.split())
    return _SAME_UNIT.get(joined, joined)


def _explain(text: str) -> Mistake:
    """Tell why a text is no figure, as near to the cause as can be known."""
    text = text[:LONGEST]
    if re.search(_QUOTES, text):
        return Mistake("curly-quotes", found=text, fixed=re.sub(_QUOTES, "", text))
    if re.search(r"\d,\d{1,2}(?!\d)|\d,\d{4,}", text) or re.search(r"\d{4,},\d{3}|\d(\.\d{3}){2}", text):
        return Mistake("bad-thousands", found=text)
    return Mistake("not-a-figure", found=text)
