"""Rule expressions read: Python's expression syntax, a vocabulary and the kinds of its facts.

Nothing is evaluated. Every mistake of an expression is gathered with its offset, so that whoever
wrote it is told everything at once; a part with a mistake in it is not complained of again
by what stands around it.
"""

import ast
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from scorecard.frozen import frozen
from scorecard.likeness import likest
from scorecard.problems import Mistake
from scorecard.rules.language import kinds
from scorecard.rules.language.comparing import compare, find_among
from scorecard.rules.language.functions import call
from scorecard.rules.language.kinds import NUMBER
from scorecard.rules.language.names import Vocabulary, facts_by_name
from scorecard.rules.language.spelling import DEEPEST, Misplaced, spell, too_deep
from scorecard.rules.language.terms import Notebook, Term, Word
from scorecard.rules.language.tree import (
    And,
    Arithmetic,
    Fact,
    Negative,
    Not,
    Number,
    Operation,
    Or,
    Order,
    Tree,
)
from scorecard.targets.vocabulary import Kind

LARGEST = 1e300  #: A greater number is a slip, and 1e999 would be infinite.

_OPERATIONS: Mapping[type[ast.operator], Operation] = MappingProxyType(
    {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
)
_ORDERS: Mapping[type[ast.cmpop], Order] = MappingProxyType(
    {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
)


def read_condition(expression: str, vocabulary: Vocabulary) -> tuple[Tree | None, list[Misplaced]]:
    """Read an expression that holds or does not hold for a row.

    The tree is None if there is any mistake; offsets count characters of the expression from 0.
    """
    spelled = spell(expression, vocabulary)
    if isinstance(spelled, Mistake):
        return None, [(spelled, 0)]
    notes = Notebook(spelled, list(spelled.slips))
    body = parse(notes, len(expression))
    tree = _Reader(vocabulary, notes).read_condition(body) if body else None
    return (None if notes.mistakes else tree), notes.in_order()


def sort_of(node: ast.expr, notes: Notebook, vocabulary: Vocabulary) -> kinds.Sort | None:
    """Tell of which kind a part of an expression is; None: it has a mistake, which is noted."""
    term = _Reader(vocabulary, notes).read(node)
    return term.sort if term else None


def parse(notes: Notebook, length: int) -> ast.expr | None:
    """Run Python's grammar, unless what comes of it is too deep to walk through."""
    text = notes.spelled.text
    try:
        body = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        notes.note_syntax(error)
    except ValueError:
        notes.note_whole(Mistake("expression-syntax", found=ascii(text)[:40]))
    except (RecursionError, MemoryError):
        notes.note_whole(too_deep(length, DEEPEST + 1))
    else:
        depth = _depth_of(body)
        if depth <= DEEPEST:
            return body
        notes.note_whole(too_deep(length, depth))
    return None


def _depth_of(body: ast.expr) -> int:
    """Count how many parts stand inside each other, without recursion."""
    deepest, waiting = 0, [(body, 1)]
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(part, depth + 1) for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
    return deepest


@frozen
class _Reader:
    """Turns the nodes of Python's grammar into terms of ours."""

    vocabulary: Vocabulary
    notes: Notebook

    def read_condition(self, node: ast.expr) -> Tree | None:
        """Read a part that must hold or fail, not be some much."""
        term = self.read(node)
        if term is None:
            return None
        if term.sort is Kind.FLAG:
            return term.tree
        self.notes.refuse_kind(term, "expression-not-a-condition")
        return None

    def read(self, node: ast.expr) -> Term | None:  # noqa: PLR0911 -- one return for each sort of node.
        """Read any part; None: it has a mistake, which is noted."""
        match node:
            case ast.Name():
                return self._read_name(node)
            case ast.Constant():
                return self._read_literal(node)
            case ast.UnaryOp(op=ast.USub()):
                return self._read_negative(node)
            case ast.UnaryOp(op=ast.Not()):
                tree = self.read_condition(node.operand)
                return Term(Not(tree), Kind.FLAG, node) if tree else None
            case ast.BinOp():
                return self._read_arithmetic(node)
            case ast.BoolOp():
                return self._read_junction(node)
            case ast.Compare():
                return self._read_comparison(node)
            case ast.Call():
                return call(self.notes, node, [self.read(argument) for argument in node.args])
        self.notes.refuse(node)
        return None

    def _read_name(self, node: ast.Name) -> Term | None:
        names = facts_by_name(self.vocabulary)
        fact = names.get(node.id)
        if fact:
            return Term(Fact(fact.name, fact.kind), fact.kind, node)
        self.notes.note(node, "expression-unknown-name", found=node.id, nearest=likest(node.id, names))
        return None

    def _read_literal(self, node: ast.Constant) -> Term | None:
        value = node.value
        if isinstance(value, str):
            return Term(Word(value), Kind.TEXT, node)
        if not isinstance(value, int | float) or isinstance(value, bool) or value > LARGEST:
            self.notes.refuse(node)
            return None
        return Term(Number(float(value)), NUMBER, node)

    def _read_negative(self, node: ast.UnaryOp) -> Term | None:
        term = self.read(node.operand)
        if term is None:
            return None
        if not kinds.is_numeric(term.sort):
            self.notes.refuse_kind(term)
            return None
        tree = Number(-term.content.value) if isinstance(term.content, Number) else Negative(term.tree)
        return Term(tree, term.sort, node)

    def _read_arithmetic(self, node: ast.BinOp) -> Term | None:
        operation = _OPERATIONS.get(type(node.op))
        if operation is None:
            self.notes.refuse(node)
        left, right = self.read(node.left), self.read(node.right)
        if operation is None or left is None or right is None:
            return None
        find = {"*": kinds.of_product, "/": kinds.of_quotient}.get(operation, kinds.shared)
        sort = find(left.sort, right.sort)
        if sort is None or not kinds.is_numeric(sort):
            self.notes.refuse_pair(left, right)
            return None
        return Term(Arithmetic(operation, left.tree, right.tree), sort, node)

    def _read_junction(self, node: ast.BoolOp) -> Term | None:
        operands = _all_known([self.read_condition(value) for value in node.values])
        join = And if isinstance(node.op, ast.And) else Or
        return Term(join(operands), Kind.FLAG, node) if operands else None

    def _read_comparison(self, node: ast.Compare) -> Term | None:
        if any(isinstance(op, ast.In | ast.NotIn) for op in node.ops):
            return self._read_membership(node)
        terms = [self.read(operand) for operand in (node.left, *node.comparators)]
        orders = [_ORDERS.get(type(op)) for op in node.ops]
        if None in orders:  # `is` has no order.
            self.notes.refuse(node)
            return None
        links = _all_known(
            [
                compare(self.notes, order, left, right) if order and left and right else None
                for order, (left, right) in zip(orders, pairwise(terms), strict=True)
            ]
        )
        return Term(And(links) if len(links) > 1 else links[0], Kind.FLAG, node) if links else None

    def _read_membership(self, node: ast.Compare) -> Term | None:
        listed = node.comparators[0]
        if len(node.ops) > 1 or not isinstance(listed, ast.Tuple | ast.List) or not listed.elts:
            self.notes.refuse(node)
            return None
        left = self.read(node.left)
        terms = [self.read(element) for element in listed.elts]
        known = [term for term in terms if term]
        tree = find_among(self.notes, left, known) if left and len(known) == len(terms) else None
        if tree is None:
            return None
        return Term(Not(tree) if isinstance(node.ops[0], ast.NotIn) else tree, Kind.FLAG, node)


def _all_known(parts: Sequence[Tree | None]) -> tuple[Tree, ...]:
    """Take parts that were all read, or nothing."""
    known = tuple(part for part in parts if part is not None)
    return known if len(known) == len(parts) else ()
