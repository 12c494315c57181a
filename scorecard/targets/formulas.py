"""How a table says what adds up to what: `계 = 공공형 + 민간형`, `과부족 = 현원 - 정원`, `비중 = 서울 / 전국`."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Mistake
from scorecard.targets.mentions import Table

REST = "rest"  #: All rows or columns that are the result of nothing.

_PARTED = re.compile(r"(?<=\S)\s+([+/-])\s+")


class Operation(Enum):
    """What is done with the terms."""

    SUM = "+"
    DIFFERENCE = "-"
    SHARE = "/"
    CHANGE = "/-"  #: `A / B - 1`.


@frozen
class Formula:
    """What one row or column is reckoned from."""

    result: str
    operation: Operation
    terms: tuple[str, ...]

    @property
    def is_share(self) -> bool:
        """Tell whether amounts are divided, so that its results do not add up."""
        return self.operation in (Operation.SHARE, Operation.CHANGE)


@lru_cache(maxsize=4096)
def read_formula(words: str) -> Formula:
    """Read a formula; signs have blanks around them, so that `M+` and `B/A` are names.

    Raises a Mistake `bad-formula`.
    """
    result, equals, reckoned = (side.strip() for side in words.partition(" = "))
    terms, signs = split_terms(reckoned)
    if not (result and equals and all(terms)) or result in terms:
        raise Mistake("bad-formula", found=words[:80])
    if signs == ["/", "-"] and terms[2] == "1":
        return Formula(result, Operation.CHANGE, terms[:2])
    if set(signs) <= {"+"} or set(signs) == {"-"} or signs == ["/"]:
        return Formula(result, Operation(signs[0] if signs else "+"), terms)
    raise Mistake("bad-formula", found=words[:80])


def split_terms(reckoned: str) -> tuple[tuple[str, ...], list[str]]:
    """Part the right side of a formula into terms and the signs between them."""
    pieces = _PARTED.split(reckoned)
    return tuple(pieces[::2]), pieces[1::2]


def split(line: str) -> tuple[str, ...]:
    """Part heads, units or cells at the bars between them."""
    return tuple(" ".join(cell.split()) for cell in line.split("|"))


def units_of(table: Table) -> tuple[str, ...]:
    """Give the unit of each column; one that is written once is that of all."""
    units, heads = split(table.unit), split(table.columns)
    return units * len(heads) if len(units) == 1 else units


def filled_in(formulas: Sequence[Formula], names: Iterable[str]) -> list[Formula]:
    """Write out what `rest` stands for."""
    results = {formula.result for formula in formulas}
    rest = tuple(name for name in names if name not in results)
    return [attrs.evolve(one, terms=rest) if one.terms == (REST,) else one for one in formulas]
