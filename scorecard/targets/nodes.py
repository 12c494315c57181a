"""YAML text → where every node begins and ends, so that a piece can be changed and nothing else.

The tree is made of the same parser's events as the data, but from the text as it stands in the
file: decomposed Hangul stays decomposed here, and places count characters of that text.
"""

import unicodedata
from typing import Any

import attrs
import yaml

from scorecard.targets.spots import Path

_PARSER: Any = getattr(getattr(yaml, "cyaml", None), "CParser", yaml.SafeLoader)


@attrs.define
class Node:
    """A piece of a text: a scalar, a mapping or a list."""

    begin: int  #: First character.
    end: int  #: After the last character of what it says; comments and line ends are not part of it.
    column: int  #: Of the first character, from 0.
    flow: bool = False  #: Stands in brackets.
    block_scalar: bool = False  #: Begins with `|` or `>`; ends where the next line begins.
    entries: "list[tuple[Node, Node, str]] | None" = None  #: Key, value and the key composed, of a mapping.
    items: "list[Node] | None" = None  #: Of a list.

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing stands there: `actual:` without a value."""
        return self.begin == self.end and self.entries is None and self.items is None

    def value(self, key: str) -> "Node | None":
        """Find the value of a key."""
        return next((value for _, value, name in self.entries or () if name == key), None)

    def key(self, key: str) -> "Node | None":
        """Find the key itself."""
        return next((one for one, _, name in self.entries or () if name == key), None)

    def last(self) -> "Node":
        """Find the innermost node that ends where this one ends."""
        if self.flow:
            return self
        if self.entries:
            return self.entries[-1][1].last()
        return self.items[-1].last() if self.items else self


def outline(text: str) -> Node:
    """Outline a text that was read without problems; a byte-order mark does not belong to it."""
    get_event = _PARSER(text).get_event
    get_event(), get_event()
    return _node(get_event(), get_event)


def _node(event: Any, get_event: Any) -> Node:
    begin, end, column = event.start_mark.index, event.end_mark.index, event.start_mark.column
    if isinstance(event, yaml.ScalarEvent):
        return Node(begin, end, column, block_scalar=event.style in ("|", ">"))
    node = Node(begin, end, column, flow=bool(event.flow_style))
    if isinstance(event, yaml.MappingStartEvent):
        node.entries = []
        while not isinstance(event := get_event(), yaml.MappingEndEvent):
            key = _node(event, get_event)
            node.entries.append(
                (key, _node(get_event(), get_event), unicodedata.normalize("NFC", event.value))
            )
    else:
        node.items = []
        while not isinstance(event := get_event(), yaml.SequenceEndEvent):
            node.items.append(_node(event, get_event))
    # Where a block ends the parser tells too late: at whatever comes next.
    node.end = event.end_mark.index if node.flow else max(node.last().end, begin)
    return node


def find(root: Node, path: Path) -> Node | None:
    """Find the node a path leads to."""
    node: Node | None = root
    for step in path:
        if node is None:
            return None
        if isinstance(step, str):
            node = node.value(step)
        else:
            node = node.items[step] if node.items and step < len(node.items) else None
    return node
