"""One change of a text, at its place: every character it does not touch stays as it was."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from scorecard.frozen import frozen
from scorecard.problems import Mistake
from scorecard.targets.nodes import Node, find, outline
from scorecard.targets.spots import Path
from scorecard.targets.text import read_text
from scorecard.targets.writing import STEP, Data, entry_lines, in_brackets, item_lines, lines_of, pair

_BREAK = re.compile("\\r\\n?|[\\n\\x85\\u2028\\u2029]")


_SAID_OF_WORDS = (
    "control-character",
    "value-too-long",
)  #: By a reader of what was put in; no layout is to blame.


@frozen
class Change:
    """A key of a mapping that gets a value, or a list that gets one item more."""

    path: Path  #: Of the mapping or the list.
    key: str | None  #: None: an item of a list.
    data: Data
    after: tuple[str, ...] | None = (
        None  #: Keys a new one stands behind; none of them there: at the front. None: at the end.
    )


def amended(text: str, changes: Sequence[Change]) -> str:
    """Make changes one after the other, and read the outcome: it must say what was meant and nothing else.

    Raises a Mistake `edit-by-hand` where the text is written in a way that cannot be changed so, and those of
    words no text can hold.
    """
    read, _ = read_text(_composed(text), "")
    meant = deepcopy(read.data) if read else None
    for some in _rounds(changes):
        root = outline(text)
        # From the end, so that the places of those before stay what they are.
        for begin, end, words in sorted((_splice(text, root, one) for one in some), reverse=True):
            text = text[:begin] + words + text[end:]
        for one in some:
            apply(meant, one)
    after, problems = read_text(_composed(text), "")
    said = next((one.code for one in problems if one.code in _SAID_OF_WORDS), None)
    if said:
        raise Mistake(said)
    if after is None or problems or after.data != meant:
        raise _by_hand(changes[-1])
    return text


def _rounds(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Part changes so that those of one round lie apart, and each comes after those it lies in or around.

    A sheet changes hundreds of places, and to outline a long text for each of them takes minutes.
    """
    left = list(changes)
    while left:
        now: list[Change] = []
        later: list[Change] = []
        paths: set[Path] = set()
        around: set[Path] = set()
        for one in left:
            steps = {one.path[:length] for length in range(len(one.path) + 1)}
            (later if one.path in around or steps & paths else now).append(one)
            paths.add(one.path)
            around |= steps
        yield now
        left = later


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _by_hand(change: Change) -> Mistake:
    return Mistake("edit-by-hand", found=str(change.key or change.path[-1]))


def apply(data: Data, change: Change) -> None:
    """Make the same change in plain data, in the same order."""
    for step in change.path:
        data = data[step]
    if change.key is None:
        data.append(deepcopy(change.data))
        return
    behind = [] if change.key in data or change.after is None else _behind(data, change.after)
    moved = {key: data.pop(key) for key in behind}
    data[change.key] = deepcopy(change.data)
    data.update(moved)


def _behind(data: Data, after: Sequence[str]) -> list[str]:
    """List the keys that a new one stands in front of."""
    keys = list(data)
    last = max((keys.index(key) for key in after if key in data), default=-1)
    return keys[last + 1 :]


def _splice(text: str, root: Node, change: Change) -> tuple[int, int, str]:
    """Find what to put in the place of what."""
    node = find(root, change.path)
    if node is None or (node.entries is None and node.items is None):
        raise _by_hand(change)
    if change.key is None:
        return _append(text, node, change.data)
    old = node.value(change.key)
    if old is None:
        return _insert(text, node, change)
    if old.entries is not None or old.items is not None:
        raise _by_hand(change)
    return _replace(text, node, old, change)


def _append(text: str, node: Node, data: Data) -> tuple[int, int, str]:
    """Add an item behind the last one."""
    if node.flow:
        last = node.items[-1].end if node.items else node.begin + 1
        return last, last, f"{', ' if node.items else ''}{in_brackets(data)}"
    return _line_after(text, node.last(), item_lines(data), node.column)


def _insert(text: str, node: Node, change: Change) -> tuple[int, int, str]:
    """Add an entry behind the last of those it belongs behind."""
    entries = node.entries or []
    after = change.after
    before = [value for _, value, name in entries if after is None or name in after]
    key = str(change.key)
    if node.flow:
        place = before[-1].end if before else node.begin + 1
        words = pair(key, change.data)
        return place, place, f", {words}" if before else f"{words}, " if entries else words
    lines = entry_lines(key, change.data)
    if before:
        return _line_after(text, before[-1].last(), lines, node.column)
    newline = _newline(text, node.begin)
    pad = " " * node.column
    return node.begin, node.begin, "".join(f"{line}{newline}{pad}" for line in lines)


def _line_after(text: str, node: Node, lines: Iterable[str], column: int) -> tuple[int, int, str]:
    """Put lines behind the line on which a node ends; a comment there stays with it."""
    pad = " " * column
    newline = _newline(text, node.end)
    if node.block_scalar and _BREAK.match(text, node.end - 1):
        return node.end, node.end, "".join(f"{pad}{line}{newline}" for line in lines)
    place = _line_end(text, node.end)
    return place, place, "".join(f"{newline}{pad}{line}" for line in lines)


def _replace(text: str, node: Node, old: Node, change: Change) -> tuple[int, int, str]:
    """Put a value in the place of a scalar or of nothing."""
    key = node.key(str(change.key)) or old
    if node.flow:
        words = in_brackets(change.data)
        return (key.end, old.begin, f": {words}") if old.is_empty else (old.begin, old.end, words)
    newline = _newline(text, old.begin)
    if isinstance(change.data, str):
        (words,) = lines_of(change.data)
        space, ending = " " if old.is_empty else "", newline if old.block_scalar else ""
        return old.begin, old.end, f"{space}{words}{ending}"
    lines = "".join(f"{newline}{' ' * node.column}{STEP}{line}" for line in lines_of(change.data))
    if old.is_empty:
        place = _line_end(text, old.end)
        return place, place, lines
    colon = re.compile(r"\s*:(?=([ \t]*))").match(text, key.end)
    if colon and colon.end(1) == old.begin and not old.block_scalar:
        return colon.end(), old.end, lines
    return old.begin, old.end, in_brackets(change.data) + (newline if old.block_scalar else "")


def _line_end(text: str, place: int) -> int:
    found = _BREAK.search(text, place)
    return found.start() if found else len(text)


def _newline(text: str, place: int) -> str:
    """Tell how lines end around a place: as the next one does, else the one before."""
    before = text[:place]
    found = _BREAK.search(text, place) or _BREAK.search(before, max(before.rfind("\n") - 1, 0))
    return found[0] if found and found[0] in ("\r\n", "\n") else "\n"
