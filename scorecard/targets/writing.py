"""Plain data → YAML words, as people of the house write them; our own reader says what needs quotes."""

import json
from collections.abc import Mapping
from typing import Any

from scorecard.targets.text import read_text

Data = Any  #: str, or a mapping or list of Data.

STEP = "  "


def scalar(words: str, *, flow: bool) -> str:
    """Write words plainly where they read back as they are, else in double quotes: `1:30`, `-`, `4,000명` in braces."""
    if words == words.strip() and words.isprintable() and _reads_back(words, flow=flow):
        return words
    # JSON's quoted text is YAML's too, but for signs that YAML takes for line ends.
    quoted = json.dumps(words, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escaped(ord(sign)) for sign in quoted)


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _reads_back(words: str, *, flow: bool) -> bool:
    """Ask our own reader: as a value, as an item and as a key, with and without blanks around."""
    texts: tuple[tuple[str, Data], ...] = (
        ((f"{{k: {words}, l: [{words}]}}", {"k": words, "l": [words]}),
         (f"{{k: {words} , l: [ {words} ]}}", {"k": words, "l": [words]}), (f"{{{words}: l}}", {words: "l"}))
        if flow
        else ((f"k: {words}", {"k": words}), (f"- {words}", [words]), (f"{words}: k", {words: "k"}))
    )  # fmt: skip
    return all(_read(text) == data for text, data in texts)


def _read(text: str) -> Data:
    read, problems = read_text(text, "")
    return None if read is None or problems else read.data


def in_brackets(data: Data) -> str:
    """Write data on one line: `{2026: "4,000명"}`."""
    if isinstance(data, Mapping):
        return "{" + ", ".join(pair(key, value) for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(in_brackets(one) for one in data) + "]"
    return scalar(data, flow=True)


def pair(key: str, data: Data) -> str:
    """Write a key and its value on one line, for a place inside brackets."""
    return f"{scalar(key, flow=True)}: {in_brackets(data)}"


def entry_lines(key: str, data: Data) -> list[str]:
    """Write a key and its value on lines of their own."""
    name = scalar(key, flow=False)
    if isinstance(data, str):
        return [f"{name}: {scalar(data, flow=False)}"]
    return [f"{name}:", *(f"{STEP}{line}" for line in lines_of(data))]


def item_lines(data: Data) -> list[str]:
    """Write one item of a list."""
    first, *more = lines_of(data)
    return [f"- {first}", *(f"{STEP}{line}" for line in more)]


def lines_of(data: Data) -> list[str]:
    """Write a mapping's entries or a list's items, or one scalar."""
    if isinstance(data, Mapping):
        return [line for key, value in data.items() for line in entry_lines(key, value)]
    if isinstance(data, list):
        return [line for one in data for line in item_lines(one)]
    return [scalar(data, flow=False)]
