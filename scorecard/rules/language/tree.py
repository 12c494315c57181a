"""The language of rules: what an expression is once it was read and its kinds were checked.

A tree holds English names only and no place in the text; `reading` makes it, `compiling`
runs it. What can be said in simpler terms is: a chain is an And, `not in` a Not of OneOf.
"""

from collections.abc import Iterator
from typing import Literal

from scorecard.frozen import frozen
from scorecard.targets.vocabulary import Kind

Order = Literal["<", "<=", ">", ">=", "==", "!="]
Operation = Literal["+", "-", "*", "/"]


@frozen
class Fact:
    """What a row says under a name; missing where it says nothing."""

    name: str
    kind: Kind


@frozen
class Number:
    """A number as written; a day is the number of days since 1970-01-01."""

    value: float


@frozen
class Negative:
    """A value with its sign turned."""

    operand: "Tree"


@frozen
class Absolute:
    """A value without its sign."""

    operand: "Tree"


@frozen
class Arithmetic:
    """Two values reckoned together; missing if one is, and where zero divides."""

    operation: Operation
    left: "Tree"
    right: "Tree"


@frozen
class Extreme:
    """The least or the greatest of some values; missing if one of them is."""

    which: Literal["min", "max"]
    operands: "tuple[Tree, ...]"


@frozen
class Compare:
    """Two values held against each other; unknown if one is missing."""

    order: Order
    left: "Tree"
    right: "Tree"


@frozen
class OneOf:
    """A text that is one of some words."""

    fact: Fact
    words: tuple[str, ...]


@frozen
class Contains:
    """A text in which a word occurs."""

    fact: Fact
    word: str


@frozen
class SameWords:
    """Two texts that read the same."""

    left: Fact
    right: Fact


@frozen
class Missing:
    """Whether something is missing, or a condition unknown; itself never unknown."""

    operand: "Tree"


@frozen
class Not:
    """A condition turned round; unknown stays unknown."""

    operand: "Tree"


@frozen
class And:
    """Conditions that must all hold; one that fails decides."""

    operands: "tuple[Tree, ...]"


@frozen
class Or:
    """Conditions of which one must hold; one that holds decides."""

    operands: "tuple[Tree, ...]"


Tree = (
    Fact | Number | Negative | Absolute | Arithmetic | Extreme
    | Compare | OneOf | Contains | SameWords | Missing | Not | And | Or
)  # fmt: skip


def parts_of(tree: Tree) -> tuple[Tree, ...]:
    """List what a node is made of, from left to right."""
    match tree:
        case Extreme() | And() | Or():
            return tree.operands
        case Arithmetic() | Compare() | SameWords():
            return tree.left, tree.right
        case OneOf() | Contains():
            return (tree.fact,)
        case Negative() | Absolute() | Missing() | Not():
            return (tree.operand,)
    return ()


def _walk(tree: Tree) -> Iterator[Tree]:
    yield tree
    for part in parts_of(tree):
        yield from _walk(part)


def facts_used(tree: Tree) -> tuple[str, ...]:
    """Name the facts a tree speaks of in the order of their first appearance.

    days(a, b) is b − a and so names b first.
    """
    return tuple(dict.fromkeys(node.name for node in _walk(tree) if isinstance(node, Fact)))
