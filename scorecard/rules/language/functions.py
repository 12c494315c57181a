"""The functions a rule may call; what is not in the table is refused."""

import ast
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal

from scorecard.frozen import frozen
from scorecard.rules.language import kinds
from scorecard.rules.language.comparing import are_shares
from scorecard.rules.language.terms import Notebook, Term, Word
from scorecard.rules.language.tree import Absolute, Arithmetic, Contains, Extreme, Fact, Missing, Not, Number
from scorecard.targets.vocabulary import Kind

_EPOCH = date(1970, 1, 1)

Terms = Sequence[Term]


@frozen
class _Function:
    """How a function is read and how many arguments it takes."""

    read: Callable[[Notebook, ast.Call, Terms], Term | None]
    fewest: int
    most: int


def call(notes: Notebook, node: ast.Call, terms: Sequence[Term | None]) -> Term | None:
    """Read a call whose arguments were read; None among them: their mistakes are noted."""
    function = FUNCTIONS.get(node.func.id) if isinstance(node.func, ast.Name) else None
    if function is None or node.keywords or not function.fewest <= len(terms) <= function.most:
        notes.refuse(node)
        return None
    known = [term for term in terms if term]
    return function.read(notes, node, known) if len(known) == len(terms) else None


def _read_abs(notes: Notebook, node: ast.Call, terms: Terms) -> Term | None:
    (term,) = terms
    if kinds.is_numeric(term.sort):
        return Term(Absolute(term.tree), term.sort, node)
    notes.refuse_kind(term)
    return None


def _read_min(notes: Notebook, node: ast.Call, terms: Terms) -> Term | None:
    return _read_extreme(notes, node, terms, "min")


def _read_max(notes: Notebook, node: ast.Call, terms: Terms) -> Term | None:
    return _read_extreme(notes, node, terms, "max")


def _read_extreme(notes: Notebook, node: ast.Call, terms: Terms, which: Literal["min", "max"]) -> Term | None:
    first, *others = terms
    sort: kinds.Sort = first.sort
    if sort is Kind.TEXT or sort is Kind.FLAG:
        notes.refuse_kind(first)
        return None
    for term in others:
        joined = kinds.shared(sort, term.sort)
        if joined is None:
            notes.refuse_pair(first, term)
            return None
        sort = joined
    if sort is Kind.RATIO and not are_shares(notes, terms):
        return None
    return Term(Extreme(which, tuple(term.tree for term in terms)), sort, node)


def _read_missing(notes: Notebook, node: ast.Call, terms: Terms) -> Term | None:
    (term,) = terms
    if isinstance(term.content, Number | Word):
        notes.refuse(term.node)
        return None
    return Term(Missing(term.tree), Kind.FLAG, node)


def _read_known(notes: Notebook, node: ast.Call, terms: Terms) -> Term | None:
    missing = _read_missing(notes, node, terms)
    return Term(Not(missing.tree), Kind.FLAG, node) if missing else None


def _read_days(notes: Notebook, node: ast.Call, terms: Terms) -> Term | None:
    """Count the days from the first day to the second."""
    strangers = [term for term in terms if term.sort is not Kind.DAY]
    for term in strangers:
        notes.refuse_kind(term)
    if strangers:
        return None
    first, second = terms
    return Term(Arithmetic("-", second.tree, first.tree), Kind.COUNT, node)


def _read_day(notes: Notebook, node: ast.Call, terms: Terms) -> Term | None:
    (term,) = terms
    written = term.content.value if isinstance(term.content, Word) else ""
    try:
        # fromisoformat alone would also take 20260131 and 2026-W05.
        day = date.fromisoformat(written) if re.fullmatch(r"[0-9-]{10}", written) else None
    except ValueError:
        day = None
    if day is None:
        notes.note(term.node, "expression-not-a-day", found=notes.text(term.node))
        return None
    return Term(Number(float((day - _EPOCH).days)), Kind.DAY, node)


def _read_contains(notes: Notebook, node: ast.Call, terms: Terms) -> Term | None:
    text, word = terms
    if text.sort is not Kind.TEXT:
        notes.refuse_kind(text)
    elif not isinstance(text.content, Fact):
        notes.refuse(text.node)
    elif not isinstance(word.content, Word) or not word.content.value:
        notes.refuse(word.node)
    else:
        return Term(Contains(text.content, word.content.value), Kind.FLAG, node)
    return None


FUNCTIONS: Mapping[str, _Function] = MappingProxyType(
    {
        "abs": _Function(_read_abs, 1, 1),
        "min": _Function(_read_min, 2, 20),
        "max": _Function(_read_max, 2, 20),
        "missing": _Function(_read_missing, 1, 1),
        "known": _Function(_read_known, 1, 1),
        "days": _Function(_read_days, 2, 2),
        "day": _Function(_read_day, 1, 1),
        "contains": _Function(_read_contains, 2, 2),
    }
)
