"""Text of one value → one leaf of a model; whatever cannot be read whole is a Mistake."""

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from scorecard.problems import LANGUAGES, Mistake
from scorecard.targets.budgets import Citation, Money, Printed, Rate
from scorecard.targets.measures import Value
from scorecard.targets.nearest import nearest
from scorecard.targets.periods import read_day
from scorecard.targets.plans import Planned
from scorecard.targets.quantities import Qualifier, Quantity, added, read_quantity, read_ratio
from scorecard.targets.revising import Absence

UNMEASURED = ("judged", "milestone")  #: Aggregations of words.

E = TypeVar("E", bound=Enum)

_ABSENT = {absence.value: absence for absence in Absence}
CITATION = (
    r"(?P<id>[0-9A-Za-z가-힣_-]{1,40})#(?P<first>[0-9]{1,7})(?:-(?P<last>[0-9]{1,7}))?(?:\s+(?P<words>\S.*))?"
)
_USUAL_CITATION = re.compile(CITATION.replace("가-힣", ""))  #: A set of all syllables takes long to compile.
_FRACTION = re.compile(r"[0-9][0-9,.]*\D{0,6}/\s*[0-9][0-9,.]*\D{0,6}")
SHARE = re.compile(r"0(\.[0-9]{1,6})?|1|1\.0{1,6}")
PLAIN_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")


def read_words(value: Any, _: type = str) -> str:
    """Take text; an empty place, a list and a mapping are refused."""
    words = value.strip() if type(value) is str else ""
    if words:
        return words
    raise Mistake("expected-text" if isinstance(value, list | dict) else "empty-value")


def read_flag(value: Any, _: type) -> bool:
    """Take `true` or `false`; YAML's other words for them are too easily meant as text."""
    words = read_words(value)
    if words not in ("true", "false"):
        raise Mistake("not-true-or-false", found=words[:60])
    return words == "true"


def read_number(value: Any, _: type) -> float:
    """Take a plain number such as a weight."""
    words = read_words(value)
    if not PLAIN_NUMBER.fullmatch(words):
        raise Mistake("not-a-number", found=words[:60])
    return float(words)


def read_whole(value: Any, _: type) -> int:
    """Take a whole number."""
    number = read_number(value, float)
    if not number.is_integer():
        raise Mistake("not-a-number", found=value)
    return int(number)


def read_date(value: Any, _: type) -> date:
    """Take a day."""
    return read_day(read_words(value))


def read_choice(value: Any, choices: type[E]) -> E:
    """Take one of the words an enum lists."""
    words = read_words(value)
    for choice in choices:
        if choice.value == words:
            return choice
    allowed = [str(choice.value) for choice in choices]
    raise unknown_word(words, allowed)


def read_language(value: Any, _: Any) -> str:
    """Take a language of the printed words."""
    words = read_words(value)
    if words not in LANGUAGES:
        raise unknown_word(words, LANGUAGES)
    return words


def unknown_word(words: str, allowed: Sequence[str]) -> Mistake:
    """Make the mistake of a word that is none of those allowed."""
    return Mistake(
        "unknown-word", found=words[:60], allowed=", ".join(allowed), nearest=nearest(words, allowed)
    )


@lru_cache(maxsize=65536)
def read_citation(words: str) -> Citation:
    """Take `report#697 V-2-1 추진목표`."""
    words = words.strip()
    found = _USUAL_CITATION.fullmatch(words) or re.fullmatch(CITATION, words)
    if not found:
        raise Mistake("bad-citation", found=words[:80])
    first = int(found["first"])
    last = int(found["last"] or first)
    if not 0 < first <= last:
        raise Mistake("bad-citation", found=words[:80])
    return Citation(found["id"], first, last, found["words"] or "")


@lru_cache(maxsize=65536)
def read_value(words: str, unit: str, aggregation: str) -> Value:
    """Take a figure in a unit, words where nothing is measured, or `-` and `신규` for none."""
    if words in _ABSENT:
        return Value(words, absent=_ABSENT[words])
    if aggregation in UNMEASURED:
        return Value(words)
    if aggregation == "ratio":
        return Value(words, read_ratio(words, unit))
    if "/" in words and _FRACTION.fullmatch(words):
        raise Mistake("fraction-without-ratio", found=words)
    return Value(words, read_quantity(words, unit))


def read_planned(words: str, unit: str, aggregation: str) -> Planned:
    """Take what a part of a year is to bring: of a sum a share (`25%`, `0.25`) or an amount, else a level."""
    if aggregation != "sum":
        return Planned(read_ratio(words, unit).value, words)
    if words.endswith("%"):
        return Planned(read_quantity(words).value / 100, words, is_share=True)
    if SHARE.fullmatch(words):
        return Planned(float(words), words, is_share=True)
    return Planned(read_quantity(words, unit).value, words)


def add_up(parts: tuple[Quantity, ...]) -> Quantity:
    """Add printed figures of one unit; the least exact qualifier and the coarsest step win."""
    units = {part.unit for part in parts}
    if len(units) > 1:
        first, other = parts[0].unit, next(part.unit for part in parts if part.unit != parts[0].unit)
        raise Mistake("unit-mismatch", found=other or "-", expected=first or "-")
    vague = [part.qualifier for part in parts if part.qualifier is not Qualifier.EXACT]
    return Quantity(
        added(part.value for part in parts),
        parts[0].unit,
        vague[0] if vague else Qualifier.EXACT,
        " + ".join(part.text for part in parts),
        max(part.step for part in parts),
    )


@lru_cache(maxsize=65536)
def read_money(words: str, unit: str) -> Money | None:
    """Take a sum of money in the line's unit; `-` is None, never 0."""
    if words in _ABSENT:
        return None
    if words.endswith("%"):
        raise Mistake("rate-as-money", found=words)
    quantity = read_quantity(words, unit)
    if quantity.unit != "원":
        raise Mistake("not-money", found=words, unit=unit or "-")
    return Money(quantity.value, words, unit=unit)


def read_printed(words: str, unit: str) -> Printed | None:
    """Take a sum of money of a statement; `-` is a nought that was printed, `신규` is None."""
    if words == Absence.NONE.value:
        return Printed(0.0, words, unit=unit)
    money = read_money(words, unit)
    return Printed(money.won, words, unit=unit) if money else None


def read_rate(words: str) -> Rate | None:
    """Take a share in per cent, with or without its sign; `-` is None."""
    return None if words in _ABSENT else read_share(words)


def read_share(words: str) -> Rate:
    """Take a share in per cent that was printed."""
    read_quantity(words, "%")
    return Rate(words)
