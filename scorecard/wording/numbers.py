"""Numbers, units and days → printed text; the one rounding rule of the house.

Printed numbers round half up. A number never rounds across a border that decides something:
99.96 % prints as 99.96 %, not as 100.0 %, while its status says otherwise.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from math import isnan

from scorecard.problems import Language

NOTHING = "–"  #: Stands where there is no number.
_MINUS = {"ko": "△", "en": "-"}  #: Korean tables print a minus as an open triangle.
_ROOM = Context(prec=400)  #: Digits: enough for any float, however small the target it was divided by.
_MOST_DIGITS = 8  #: Decimals of a bound in per cent.
_EOK, _JO, _MAN = 10**8, 10**12, 10**4


def rounded(value: float, digits: int = 0) -> Decimal:
    """Round half up, as people do on paper; digits may be negative for tens and hundreds."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _ROOM)


def grouped(value: float, digits: int = 0) -> str:
    """Print a number with thousands set apart and trailing zeros of the fraction dropped."""
    text = f"{rounded(value, digits) or Decimal(0):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(ratio: float, *, digits: int = 1, borders: tuple[float, ...] = ()) -> str:
    """Print a ratio as per cent; more digits where rounding would carry it across a border."""
    if isnan(ratio):
        return NOTHING
    shown = rounded(ratio * 100, digits)
    crosses = any((ratio < border) != (shown < Decimal(repr(border)) * 100) for border in borders)
    return percent(ratio, digits=digits + 1, borders=borders) if crosses and digits < 6 else f"{shown:,f}%"


def border(ratio: float, *, digits: int = 1) -> str:
    """Print a bound as per cent, with more digits where rounding would make it another: 0.925 is 92.5 %, never 93 %."""
    exact = rounded(ratio * 100, _MOST_DIGITS)
    shown = (rounded(ratio * 100, some) for some in range(digits, _MOST_DIGITS))
    return f"{next((one for one in shown if one == exact), exact):,f}%"


def signed_percent(ratio: float, language: Language, *, digits: int = 1) -> str:
    """Print a change: `+21.1%`, `△4.1%`, `0.0%`."""
    if isnan(ratio):
        return NOTHING
    shown = rounded(ratio * 100, digits)
    sign = "+" if shown > 0 else _MINUS[language] if shown < 0 else ""
    return f"{sign}{abs(shown):,f}%"


def points(difference: float, language: Language) -> str:
    """Print a difference of two percentages: `+8%p`."""
    if isnan(difference):
        return NOTHING
    return f"{'+' if rounded(difference, 1) > 0 else ''}{_signed(difference, 1, language)}%p"


def amount(value: float, unit: str, language: Language = "ko") -> str:
    """Print an amount in its base unit; money in the largest words that fit."""
    if isnan(value):
        return NOTHING
    return won(value, language) if unit == "원" else f"{_signed(value, 2, language)}{unit}"


def reckoned(value: float, unit: str, language: Language = "ko") -> str:
    """Print an amount nobody reported, such as a forecast: in whole ones from a hundred on, else to a tenth."""
    digits = 0 if abs(value) >= 100 and unit not in ("%", "%p") else 1
    return amount(value if isnan(value) else float(rounded(value, digits)), unit, language)


def _signed(value: float, digits: int, language: Language) -> str:
    """Print a number with its minus; what rounds to 0 has none."""
    return _minus(value, digits, language) + grouped(abs(value), digits)


def _minus(value: float, digits: int, language: Language) -> str:
    return _MINUS[language] if rounded(value, digits) < 0 else ""


def won(value: float, language: Language = "ko") -> str:
    """Print money: `4조 2,581억원`, `425.8억원`, `2,530만원`; in English in billion and million won."""
    if isnan(value):
        return NOTHING
    return _minus(value, 0, language) + (
        _korean_won(abs(value)) if language == "ko" else _english_won(abs(value))
    )


# What rounds up to one of a larger word takes that word: 9,999.6만원 is 1억원, not 10,000만원.


def _korean_won(value: float) -> str:
    eok = rounded(value / _EOK)
    if eok >= 10_000:
        jo, rest = divmod(int(eok), 10_000)
        return f"{jo:,}조 {rest:,}억원" if rest else f"{jo:,}조원"
    if value >= 100 * _EOK:
        return f"{eok:,f}억원"
    if rounded(value / _MAN) >= 10_000:
        # Below five of them one decimal would lose more than one part in a hundred.
        return f"{grouped(value / _EOK, 2 if value < 5 * _EOK else 1)}억원"
    # Below a million won a whole 만원 would lose more than one part in a hundred.
    return f"{grouped(value / _MAN)}만원" if rounded(value) >= 100 * _MAN else f"{grouped(value)}원"


def _english_won(value: float) -> str:
    if rounded(value / 10**9, 1) >= 1000:
        return f"KRW {grouped(value / _JO, 2)} trillion"
    if rounded(value / 10**6, 1) >= 1000:
        return f"KRW {grouped(value / 10**9, 1)} billion"
    return f"KRW {grouped(value / 10**6, 1)} million" if rounded(value) >= 10**6 else f"KRW {grouped(value)}"


def millions(value: float) -> str:
    """Print money in a table of 백만원: `44,443`, `0.1`; nothing stays a dash."""
    if isnan(value):
        return NOTHING
    return grouped(value / 10**6, 1 if abs(value) < 10**6 else 0)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month_name(month: int) -> str:
    """Name a month in English: `Mar`."""
    return _MONTHS[month - 1]


def day(when: date, language: Language) -> str:
    """Print a day: `2026. 1. 31.` or `31 Jan 2026`."""
    if language == "ko":
        return f"{when.year}. {when.month}. {when.day}."
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def written_date(written: str, language: Language) -> str:
    """Print a date as exactly as it was written: `2026-03` is `2026. 3.` or `Mar 2026`."""
    parts = written.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return written
    if language == "ko":
        return " ".join(f"{int(part)}." for part in parts)
    year, *rest = parts
    if len(rest) not in (1, 2) or not 1 <= int(rest[0]) <= len(_MONTHS):
        return written
    return " ".join((*(str(int(part)) for part in rest[1:]), _MONTHS[int(rest[0]) - 1], year))
