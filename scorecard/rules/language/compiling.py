"""Trees made into functions over columns, in three values: holds, fails, unknown.

A condition is bound to a table once, which finds columns and looks words up, and is then run in
blocks of rows small enough that what lies between two steps stays in the processor's cache.
"""

from collections.abc import Callable
from functools import reduce

import attrs
import numpy as np
from numpy.typing import NDArray

from scorecard.frozen import frozen
from scorecard.rules.language.tree import (
    Absolute,
    And,
    Arithmetic,
    Compare,
    Contains,
    Extreme,
    Fact,
    Missing,
    Negative,
    Not,
    Number,
    OneOf,
    Operation,
    Or,
    Order,
    SameWords,
    Tree,
)
from scorecard.targets.columns import Column, Mask, Table, Words, missing_in

BLOCK = 16_384  #: Rows; a column of them takes 128 KiB.
_FEW = 4  #: So many words are compared one by one; more are looked up in a list.

Masks = tuple[Mask, Mask]  #: Where a condition surely holds, and where it surely fails.
Values = Callable[[slice], Column]
Judge = Callable[[slice], Masks]

_COMPARERS: dict[Order, tuple[Callable[..., Mask], Callable[..., Mask]]] = {
    "<": (np.less, np.greater_equal),
    "<=": (np.less_equal, np.greater),
    ">": (np.greater, np.less_equal),
    ">=": (np.greater_equal, np.less),
}
_RECKONERS: dict[Operation, Callable[[Column, Column], Column]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": lambda left, right: np.divide(left, np.where(right == 0, np.nan, right)),
}


@attrs.frozen(eq=False)
class Verdicts:
    """What a condition says of each row; neither mask: unknown."""

    holds: Mask
    fails: Mask

    @property
    def unknown(self) -> Mask:
        """Mark the rows of which too little is known."""
        return ~(self.holds | self.fails)


@frozen
class Condition:
    """A condition that can be held against any table with the facts it speaks of."""

    tree: Tree
    block: int

    def __call__(self, table: Table) -> Verdicts:
        """Judge every row; a comparison with something missing is unknown."""
        judge = _judge_of(self.tree, table)
        holds, fails = np.empty(table.size, np.bool_), np.empty(table.size, np.bool_)
        with np.errstate(all="ignore"):
            for start in range(0, table.size, self.block):
                rows = slice(start, min(start + self.block, table.size))
                holds[rows], fails[rows] = judge(rows)
        return Verdicts(holds, fails)


def compile_condition(tree: Tree, *, block: int = BLOCK) -> Condition:
    """Make a function over tables of a tree that `read_condition` gave."""
    return Condition(tree, block)


def _values_of(tree: Tree, table: Table) -> Values:
    """Bind a part that has a value; NaN where it has none."""
    match tree:
        case Fact():
            column = table.numbers(tree.name)
            return lambda rows: column[rows]
        case Number():
            number = np.array([tree.value])
            return lambda _rows: number
        case Negative():
            return _applied(np.negative, _values_of(tree.operand, table))
        case Absolute():
            return _applied(np.absolute, _values_of(tree.operand, table))
        case Arithmetic():
            left, right = _values_of(tree.left, table), _values_of(tree.right, table)
            return _joined(_RECKONERS[tree.operation], left, right)
        case Extreme():
            operands = [_values_of(operand, table) for operand in tree.operands]
            pick = np.minimum if tree.which == "min" else np.maximum
            return reduce(lambda left, right: _joined(pick, left, right), operands)
    raise TypeError(f"expected a value, found {tree}")


def _applied(function: Callable[[Column], Column], operand: Values) -> Values:
    return lambda rows: function(operand(rows))


def _joined(function: Callable[[Column, Column], Column], left: Values, right: Values) -> Values:
    return lambda rows: function(left(rows), right(rows))


def _judge_of(tree: Tree, table: Table) -> Judge:  # noqa: PLR0911 -- one return for each sort of node.
    """Bind a part that holds, fails or is unknown."""
    match tree:
        case Fact():
            return _judge_flag(tree, table)
        case Compare():
            return _judge_comparison(tree, table)
        case OneOf() | Contains():
            return _judge_words(tree, table)
        case SameWords():
            return _judge_same_words(tree, table)
        case Missing():
            return _judge_missing(tree.operand, table)
        case Not():
            return _turned(_judge_of(tree.operand, table))
        case And():
            return reduce(_both, [_judge_of(operand, table) for operand in tree.operands])
        case Or():
            # By De Morgan, so that Kleene's tables stand in one place.
            turned = [_turned(_judge_of(operand, table)) for operand in tree.operands]
            return _turned(reduce(_both, turned))
    raise TypeError(f"expected a condition, found {tree}")


def _turned(judge: Judge) -> Judge:
    def turn(rows: slice) -> Masks:
        holds, fails = judge(rows)
        return fails, holds

    return turn


def _both(left: Judge, right: Judge) -> Judge:
    def join(rows: slice) -> Masks:
        left_holds, left_fails = left(rows)
        right_holds, right_fails = right(rows)
        return left_holds & right_holds, left_fails | right_fails

    return join


def _judge_flag(fact: Fact, table: Table) -> Judge:
    flags = table.flags(fact.name)
    return lambda rows: (flags[rows] == 1, flags[rows] == 0)


def _judge_comparison(tree: Compare, table: Table) -> Judge:
    """Compare twice: against NaN both comparisons are false, which is just what unknown means."""
    left, right = _values_of(tree.left, table), _values_of(tree.right, table)
    if tree.order == "==":
        return lambda rows: _equality(left(rows), right(rows))
    if tree.order == "!=":
        return _turned(lambda rows: _equality(left(rows), right(rows)))
    holds, fails = _COMPARERS[tree.order]

    def compare(rows: slice) -> Masks:
        one, other = left(rows), right(rows)
        return holds(one, other), fails(one, other)

    return compare


def _equality(one: Column, other: Column) -> Masks:
    return one == other, (one < other) | (one > other)


def _judge_words(tree: OneOf | Contains, table: Table) -> Judge:
    """Ask every word once, whatever the number of rows."""
    column = table.words(tree.fact.name)
    if isinstance(tree, OneOf):
        hits = [code for code, word in enumerate(column.words) if word in tree.words]
    else:
        hits = [code for code, word in enumerate(column.words) if tree.word in word]
    find = _finder(hits, len(column.words))

    def judge(rows: slice) -> Masks:
        codes = column.codes[rows]
        holds = find(codes)
        return holds, np.greater(codes >= 0, holds)

    return judge


def _finder(hits: list[int], size: int) -> Callable[[NDArray[np.int32]], Mask]:
    """Make a function that marks the codes among the hits; -1 never is."""
    if 0 < len(hits) <= _FEW:
        return lambda codes: reduce(np.logical_or, [codes == hit for hit in hits])
    marks = np.zeros(size + 1, np.bool_)
    marks[hits] = True
    return lambda codes: marks[codes]


def _judge_same_words(tree: SameWords, table: Table) -> Judge:
    left, right = table.words(tree.left.name), table.words(tree.right.name)
    translated = _translate(right, left)

    def judge(rows: slice) -> Masks:
        one, other = left.codes[rows], translated[right.codes[rows]]
        known = (one >= 0) & (other != -1)
        same = one == other
        return same & known, known & ~same

    return judge


def _translate(source: Words, goal: Words) -> NDArray[np.int32]:
    """List the code in the goal of each word of the source; -2: not there; last, for -1: -1."""
    codes = {word: code for code, word in enumerate(goal.words)}
    return np.array([*(codes.get(word, -2) for word in source.words), -1], np.int32)


def _judge_missing(tree: Tree, table: Table) -> Judge:
    unknown = _unknown_of(tree, table)

    def judge(rows: slice) -> Masks:
        missing = unknown(rows)
        return missing, ~missing

    return judge


def _unknown_of(tree: Tree, table: Table) -> Callable[[slice], Mask]:
    """Bind the question whether anything can be said of a fact, a value or a condition."""
    match tree:
        case Fact():
            column = table.columns[tree.name]
            if isinstance(column, Words):
                return lambda rows: column.codes[rows] < 0
            return lambda rows: missing_in(column[rows])
        case Negative() | Absolute() | Arithmetic() | Extreme():
            values = _values_of(tree, table)
            return lambda rows: np.isnan(values(rows))
    judge = _judge_of(tree, table)
    return lambda rows: ~np.logical_or(*judge(rows))
