"""The numbers of a condition, each where it stands as written, so that another can be put in its place.

Days, words and what is only listed are no such numbers: nothing is more or less than they are.
"""

import ast
from collections import Counter
from collections.abc import Iterator

from scorecard.frozen import frozen
from scorecard.problems import Mistake
from scorecard.rules.language.names import Vocabulary
from scorecard.rules.language.reading import parse, sort_of
from scorecard.rules.language.spelling import spell
from scorecard.rules.language.terms import Notebook
from scorecard.targets.vocabulary import Kind

_SHOWN = 80  #: Characters of a comparison that name a number.
_MOST_PLAIN = 1e15  #: Whole numbers below it are written with all their digits.

Above = tuple[ast.expr, ...]  # What a number stands in, the outermost first.


@frozen
class Placed:
    """A number of a condition."""

    value: float
    name: str  #: The comparison it stands in, as written; counted where that is the same for several.
    start: int  #: In the condition as written, its sign included.
    end: int
    kind: Kind | None  #: Of what it is added to or held against; None: of nothing, it is a factor.
    is_named: bool  #: By `==` or `!=`: just this number is asked for, and no more or less of it.

    @property
    def is_whole(self) -> bool:
        """Tell a number of what is counted: there is no half of that."""
        return self.kind is Kind.COUNT and self.value.is_integer()


def numbers_in(expression: str, vocabulary: Vocabulary) -> tuple[Placed, ...]:
    """Find the numbers of a condition in reading order; none in one that cannot be read."""
    spelled = spell(expression, vocabulary)
    if isinstance(spelled, Mistake):
        return ()
    notes = Notebook(spelled, [])
    body = parse(notes, len(expression))
    named: Counter[str] = Counter()
    placed = []
    for node, value, above in _found(body, ()) if body else ():
        words = _words_around(node, above, spelled.text)
        named[words] += 1
        start, end = (spelled.origins[place] for place in _span(node, spelled.text))
        kind = _kind_of(node, above, (notes, vocabulary))
        name = words if named[words] == 1 else f"{words} ({named[words]})"
        placed.append(Placed(value, name, start, end, kind, _is_named(node, above)))
    return tuple(placed)


def with_number(expression: str, placed: Placed, value: float) -> str:
    """Put another number in the place of one."""
    is_plain = value.is_integer() and abs(value) < _MOST_PLAIN
    written = str(int(value)) if is_plain else repr(value)
    return f"{expression[: placed.start]}{written}{expression[placed.end :]}"


def _found(node: ast.expr, above: Above) -> Iterator[tuple[ast.expr, float, Above]]:
    value = _value_of(node)
    if value is not None:
        yield node, value, above
        return
    for part in ast.iter_child_nodes(node):
        is_listed = isinstance(node, ast.Compare) and isinstance(part, ast.Tuple | ast.List)
        if isinstance(part, ast.expr) and not is_listed:
            yield from _found(part, (*above, node))


def _value_of(node: ast.expr) -> float | None:
    """Take a number with its sign; None: it is none."""
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return float(value)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _value_of(operand)
            return None if inner is None else -inner
    return None


def _words_around(node: ast.expr, above: Above, text: str) -> str:
    """Repeat the comparison a number stands in: of a chain the link, where it stands at an end of it."""
    path = (*above, node)
    at = next((n for n in reversed(range(len(above))) if isinstance(path[n], ast.Compare | ast.Call)), 0)
    at = next((n for n in reversed(range(len(above))) if isinstance(path[n], ast.Compare)), at)
    around = path[at]
    start, end = _span(around, text)
    if isinstance(around, ast.Compare) and len(around.ops) > 1:
        parts = [around.left, *around.comparators]
        if path[at + 1] is parts[0]:
            end = _closed(start, _span(parts[1], text)[1], text)[1]
        elif path[at + 1] is parts[-1]:
            start = _closed(_span(parts[-2], text)[0], end, text)[0]
    words = " ".join(text[start:end].split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _closed(start: int, end: int, text: str) -> tuple[int, int]:
    """Take in the brackets that open or close around an end, which the grammar leaves out."""
    while text.count("(", start, end) > text.count(")", start, end) and (more := text.find(")", end)) >= 0:
        end = more + 1
    while text.count(")", start, end) > text.count("(", start, end) and start > 0:
        start = text.rfind("(", 0, start)
    return start, end


def _span(node: ast.expr, text: str) -> tuple[int, int]:
    """Tell where a part begins and ends; the grammar counts bytes, people count characters."""
    coded = text.encode()
    first, last = (len(coded[:offset].decode()) for offset in (node.col_offset, node.end_col_offset or 0))
    return first, last


def _is_named(node: ast.expr, above: Above) -> bool:
    """Tell whether the comparison a number stands in asks for equality, on each side of it in a chain."""
    path = (*above, node)
    for inner, outer in zip(reversed(path), reversed(above), strict=False):
        if isinstance(outer, ast.Compare):
            at = [outer.left, *outer.comparators].index(inner)
            return all(isinstance(op, ast.Eq | ast.NotEq) for op in outer.ops[max(at - 1, 0) : at + 1])
    return False


def _kind_of(node: ast.expr, above: Above, known: tuple[Notebook, Vocabulary]) -> Kind | None:
    """Find the kind of what a number is added to, or held against."""
    for outer in reversed(above):
        if isinstance(outer, ast.BinOp) and isinstance(outer.op, ast.Mult | ast.Div):
            return None
        for part in _beside(outer, node):
            sort = sort_of(part, *known)
            if isinstance(sort, Kind):
                return sort
        node = outer
    return None


def _beside(outer: ast.expr, node: ast.expr) -> list[ast.expr]:
    """List what stands beside a part; the name of a function does not."""
    parts = outer.args if isinstance(outer, ast.Call) else ast.iter_child_nodes(outer)
    return [part for part in parts if part is not node and isinstance(part, ast.expr)]
