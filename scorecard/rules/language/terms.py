"""The parts of an expression while it is being read, and the notebook its mistakes go into."""

import ast
import re

from scorecard.frozen import frozen
from scorecard.problems import Mistake
from scorecard.rules.language.kinds import Sort, in_english, in_korean
from scorecard.rules.language.spelling import Misplaced, Spelled
from scorecard.rules.language.tree import Tree

_SHOWN = 40  #: Characters of an expression repeated in a message.


@frozen
class Word:
    """A text as written between quotes; it stands only beside a text fact."""

    value: str


@frozen
class Term:
    """A part of an expression that was read: what it is, of which kind, and where."""

    content: Tree | Word
    sort: Sort
    node: ast.expr

    @property
    def tree(self) -> Tree:
        """Give the tree of a part whose kind was checked, so that it is no mere word."""
        if isinstance(self.content, Word):
            raise TypeError(f"expected a tree, found the word {self.content.value!r}")
        return self.content


@frozen
class Notebook:
    """Gathers the mistakes of one expression, at the places where they were written."""

    spelled: Spelled
    mistakes: list[Misplaced]

    def in_order(self) -> list[Misplaced]:
        """Sort the mistakes as they stand in the expression, each code once a place."""
        unique = {(offset, mistake.code): mistake for mistake, offset in reversed(self.mistakes)}
        return [(unique[key], key[0]) for key in sorted(unique)]

    def note(self, node: ast.expr, code: str, **details: str) -> None:
        """Keep a mistake; the grammar counts bytes, people count characters."""
        before = self.spelled.text.encode()[: node.col_offset].decode()
        self.mistakes.append((Mistake(code, **details), self.spelled.origins[len(before)]))

    def note_whole(self, mistake: Mistake) -> None:
        """Keep a mistake of the expression as a whole."""
        self.mistakes.append((mistake, 0))

    def note_syntax(self, error: SyntaxError) -> None:
        """Keep what the grammar stumbled over, or the last word if it came to a sudden end."""
        text = self.spelled.text
        place = error.offset - 1 if error.offset and error.offset <= len(text) else len(text)
        found = re.match(r"\s*(\w+|\S+)", text[place:])
        shown = found[1] if found else " ".join([*text.split()[-1:], "…"])
        self.mistakes.append(
            (Mistake("expression-syntax", found=_shorten(shown)), self.spelled.origins[place])
        )

    def refuse(self, node: ast.expr) -> None:
        """Keep that Python would allow this and rules do not."""
        self.note(node, "expression-not-allowed", found=self.text(node))

    def refuse_kind(self, term: Term, code: str = "expression-wrong-kind") -> None:
        """Keep that something of this kind cannot stand here."""
        self.note(term.node, code, found=self.text(term.node), **_named("kind", term.sort))

    def refuse_pair(self, left: Term, right: Term) -> None:
        """Keep that two values have nothing in common."""
        texts = {"left": self.text(left.node), "right": self.text(right.node)}
        sorts = {**_named("left_kind", left.sort), **_named("right_kind", right.sort)}
        self.note(left.node, "expression-unlike-kinds", **texts, **sorts)

    def text(self, node: ast.expr) -> str:
        """Repeat a part of the expression, cut if it is long."""
        return _shorten(ast.get_source_segment(self.spelled.text, node) or "")


def _named(detail: str, sort: Sort) -> dict[str, str]:
    return {detail: in_english(sort), f"{detail}_ko": in_korean(sort)}


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
