"""What may be reckoned with what, and the words a text fact can hold."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from scorecard.targets.vocabulary import Kind

NUMBER: Literal["number"] = "number"
Sort = Kind | Literal["number"]  #: The kind of a value; a plain number fits several.

MEASURED = frozenset({Kind.AMOUNT, Kind.MONEY, Kind.RATIO, Kind.COUNT})
_UNIT_PRICES = MappingProxyType(
    {
        (Kind.MONEY, Kind.AMOUNT): Kind.MONEY,
        (Kind.MONEY, Kind.COUNT): Kind.MONEY,
        (Kind.AMOUNT, Kind.COUNT): Kind.AMOUNT,
    }
)
_KOREAN = MappingProxyType(
    {
        Kind.AMOUNT: "수량", Kind.MONEY: "금액", Kind.RATIO: "비율", Kind.COUNT: "개수",
        Kind.DAY: "날짜", Kind.TEXT: "글", Kind.FLAG: "조건", NUMBER: "숫자",
    }
)  # fmt: skip
_ENGLISH = MappingProxyType({Kind.FLAG: "condition", NUMBER: "number"})


def in_korean(sort: Sort) -> str:
    """Name a kind for a Korean sentence."""
    return _KOREAN[sort]


def in_english(sort: Sort) -> str:
    """Name a kind for an English sentence."""
    return _ENGLISH.get(sort) or Kind(sort).value


def is_numeric(sort: Sort) -> bool:
    """Tell whether one can reckon with a kind; days are only compared."""
    return sort == NUMBER or sort in MEASURED


def shared(left: Sort, right: Sort) -> Sort | None:
    """Find the kind of a sum or a comparison of two values; None: they are unlike.

    A plain number takes the kind of what it stands beside.
    """
    if left == right:
        return left
    if left == NUMBER and right in MEASURED:
        return right
    if right == NUMBER and left in MEASURED:
        return left
    return None


def of_product(left: Sort, right: Sort) -> Sort | None:
    """Find the kind of a product: one side must be a plain number or a ratio."""
    for scale in (NUMBER, Kind.RATIO):
        if left == scale and is_numeric(right):
            return right
        if right == scale and is_numeric(left):
            return left
    return None


def of_quotient(left: Sort, right: Sort) -> Sort | None:
    """Find the kind of a quotient: like by like is a ratio, money by amount a unit cost."""
    if not (is_numeric(left) and is_numeric(right)):
        return None
    if right == NUMBER:
        return left
    if left == right or (left == NUMBER and right is Kind.RATIO):
        return Kind.RATIO
    if right is Kind.RATIO:
        return left
    return _UNIT_PRICES.get((left, right))  # type: ignore[arg-type]  # A plain number is simply not among the keys.


#: The words of text facts that hold no others, with their Korean; rules are written with the English ones.
CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "level": {"input": "투입", "process": "과정", "output": "산출", "outcome": "결과"},
        "aggregation": {
            "sum": "합계", "last": "최종", "mean": "평균", "ratio": "비율", "max": "최대",
            "milestone": "단계", "judged": "정성",
        },
        "direction": {"up": "높을수록", "down": "낮을수록", "keep": "유지"},
        "target_kind": {"measured": "계량", "milestone": "단계", "judged": "정성"},
        "target_qualifier": {"exact": "정확", "approx": "어림", "at_least": "이상", "at_most": "이하"},
        "previous_comparability": {"same": "동일", "similar": "유사", "partial": "부분", "different": "상이"},
    }
)  # fmt: skip
