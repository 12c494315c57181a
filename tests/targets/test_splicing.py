"""A change of a text touches its own place and nothing else."""

import unicodedata
from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.problems import Mistake
from scorecard.targets import splicing
from scorecard.targets.nodes import Node, find, outline
from scorecard.targets.splicing import Change, amended
from scorecard.targets.text import read_text
from scorecard.targets.writing import in_brackets, lines_of, scalar

HOUSE = Path(__file__).parent.parent.parent
FILES = sorted([*HOUSE.glob("targets/*.yaml"), *HOUSE.glob("examples/*/targets/*.yaml")])


def data_of(text: str) -> Any:
    read, problems = read_text(unicodedata.normalize("NFC", text), "x.yaml")
    assert problems == []
    assert read is not None
    return read.data


def kept(old: str, new: str) -> int:
    """Count the characters that stayed: those before the change and those after it."""
    before = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    rest = min(len(old), len(new)) - before
    after = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return before + after


# ── texts as people lay them out ──────────────────────────────────────────────────────────────

WORDS = st.sampled_from(
    ["4,000명", "1:30", "-", "신규", "△4.11", "# 아님", "report#697 V-2-1", "a: b", "예, 아니오", "'따옴표'", "no", "010",
     '"', "{", "}", "[x]", "& 그리고", "*", "? 왜", "| 막대", "%", "@", "줄\n바꿈", "끝 ", " 앞", "\u2028", "\x85", "😀", "-5", "true"]
)  # fmt: skip
ANY_WORDS = WORDS | st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).map(
    lambda words: unicodedata.normalize("NFC", words)
)
KEYS = st.sampled_from(["id", "name", "2025", "2026Q1", "실적", "값이 긴 이름", "x-y", "y", "on"])
DATA = st.recursive(
    ANY_WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=6,
)  # fmt: skip
DOCUMENTS = st.dictionaries(KEYS, DATA, min_size=1, max_size=4)


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, Any]:
    """Lay data out in some odd but right way: indents, comments, brackets, quotes, line ends, decomposed Hangul."""
    data = draw(DOCUMENTS)
    lines = draw(laid_out(data, 0))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    text = newline.join(lines) + draw(st.sampled_from(["", newline, newline * 3]))
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text), data


@st.composite
def laid_out(draw: st.DrawFn, data: Any, column: int) -> list[str]:
    lines: list[str] = []
    pad = " " * column
    comment = st.sampled_from(["", "", "  # 설명: {여기}", " #"])
    above = st.sampled_from([[], [], ["# 위에 붙인 말"], [""], [f"{pad}# - 옛 값: 1"]])
    for head, value in list(data.items()) if isinstance(data, dict) else [("-", one) for one in data]:
        lines += draw(above)
        name = "-" if head == "-" else f"{draw(quoted(head))}{draw(st.sampled_from(['', ' ']))}:"
        begin = pad + name
        gap = draw(st.sampled_from([" ", "   "]))
        if isinstance(value, str):
            lines.append(f"{begin}{gap}{scalar(value, flow=False)}{draw(comment)}")
        elif draw(st.booleans()):
            lines.append(f"{begin}{gap}{draw(bracketed(value))}{draw(comment)}")
        else:
            lines.append(f"{begin}{draw(comment)}")
            lines += draw(laid_out(value, column + draw(st.integers(1, 5))))
    return lines


@st.composite
def bracketed(draw: st.DrawFn, data: Any) -> str:
    blank = st.sampled_from(["", " ", "  "])
    if isinstance(data, str):
        return scalar(data, flow=True)
    if isinstance(data, dict):
        inside = [
            f"{draw(blank)}{draw(quoted(k))}: {draw(bracketed(v))}{draw(blank)}" for k, v in data.items()
        ]
        return "{" + ",".join(inside) + draw(st.sampled_from(["", ","])) + "}"
    inside = [f"{draw(blank)}{draw(bracketed(one))}{draw(blank)}" for one in data]
    return "[" + ",".join(inside) + draw(st.sampled_from(["", ","])) + "]"


def quoted(key: str) -> st.SearchStrategy[str]:
    return st.sampled_from([scalar(key, flow=True), f"'{key}'", f'"{key}"'])


def containers(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """List every mapping and list with its path."""
    if isinstance(data, str):
        return []
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    return [(path, data)] + [one for key, value in inner for one in containers(value, (*path, key))]


def at(data: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        data = data[step]
    return data


# ── laws ──────────────────────────────────────────────────────────────────────────────────────


@given(DATA)
def test_what_is_written_reads_back(data: Any) -> None:
    assert data_of("\n".join(["k:", *(f"  {line}" for line in lines_of(data))]))["k"] == data
    assert data_of(f"{{k: {in_brackets(data)}}}")["k"] == data


@given(layouts())
def test_an_outline_finds_every_value_where_it_stands(laid: tuple[str, Any]) -> None:
    text, data = laid
    root = outline(text)
    assert data_of(text) == data
    for path, container in containers(data):
        for key, value in container.items() if isinstance(container, dict) else enumerate(container):
            node = find(root, (*path, key))
            assert isinstance(node, Node)
            if isinstance(value, str):
                assert data_of(f"k: {text[node.begin : node.end]}")["k"] == value


@given(layouts(), st.data())
def test_a_new_entry_leaves_every_other_character(laid: tuple[str, Any], data: st.DataObject) -> None:
    text, before = laid
    path, container = data.draw(st.sampled_from(containers(before)))
    is_map = isinstance(container, dict)
    after = tuple(data.draw(st.sets(st.sampled_from(sorted(container))))) if is_map else None
    item = data.draw(DATA)

    new = amended(text, [Change(path, "새 것" if is_map else None, item, after)])

    meant = deepcopy(before)
    if is_map:
        at(meant, path)["새 것"] = item
    else:
        at(meant, path).append(item)
    assert data_of(new) == meant
    assert kept(text, new) == len(text)


@given(layouts(), st.data())
def test_a_new_value_takes_the_place_of_the_old_one_only(laid: tuple[str, Any], data: st.DataObject) -> None:
    text, before = laid
    places = [(p, k) for p, one in containers(before) if isinstance(one, dict) for k, v in one.items() if isinstance(v, str)]  # fmt: skip
    if not places:
        return
    path, key = data.draw(st.sampled_from(places))
    item = data.draw(DATA)
    node = find(outline(text), (*path, key))
    assert node is not None

    new = amended(text, [Change(path, key, item)])

    meant = deepcopy(before)
    at(meant, path)[key] = item
    assert data_of(new) == meant
    gap = len(text[: node.begin]) - len(text[: node.begin].rstrip(" "))
    assert kept(text, new) >= len(text) - (node.end - node.begin) - gap
    assert new.startswith(text[: node.begin - gap])
    assert new.endswith(text[node.end :])


@cache
def shipped(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@given(st.sampled_from(FILES), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.data())
def test_real_files_keep_every_other_character(
    file: Path, newline: str, cut: bool, data: st.DataObject
) -> None:
    text = shipped(file).replace("\n", newline)
    text = text.rstrip("\r\n") if cut else text
    before = data_of(text)
    path, container = data.draw(st.sampled_from(containers(before)))
    key = "2027Q1" if isinstance(container, dict) else None

    new = amended(text, [Change(path, key, {"value": "812명", "note": "a: b"})])

    assert kept(text, new) == len(text)
    assert ("\n" in new.replace("\r\n", "")) is (newline == "\n")


# ── places of their own kind ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "change", "expected"),
    [
        ("a:  # 아직\nb: 1", Change((), "a", {"2026": "4,000명"}), "a:  # 아직\n  2026: 4,000명\nb: 1"),
        ("a: ~\n", Change((), "a", "1"), "a: 1\n"),
        ("{a, b: }", Change((), "a", "4,000명"), '{a: "4,000명", b: }'),
        ("a: {}", Change(("a",), "k", "v"), "a: {k: v}"),
        ("a: [ ]", Change(("a",), None, "v"), "a: [v ]"),
        ("a: |\n  긴 말\n\nb: 1\n", Change((), "c", "2", ("a",)), "a: |\n  긴 말\n\nc: 2\nb: 1\n"),
        ("a: |+\n  긴 말\n\n", Change((), "c", "2"), "a: |+\n  긴 말\n\nc: 2\n"),
        ("a: >-\n  긴\n  말", Change((), "c", "2"), "a: >-\n  긴\n  말\nc: 2"),
        ("a: >-\n  긴\n  말\nb: 1", Change((), "a", "짧게"), "a: 짧게\nb: 1"),
        ("a:\n- p\n- q\nb: 1", Change(("a",), None, "r"), "a:\n- p\n- q\n- r\nb: 1"),
        ("a: '두\n  줄'  # 말\n", Change((), "c", "1"), "a: '두\n  줄'  # 말\nc: 1\n"),
        ("- x: 1\n  z: 2", Change((0,), "w", "0", ()), "- w: 0\n  x: 1\n  z: 2"),
        ("{a: 1, # 말\n b: 2 # 끝\n }", Change((), "c", "3"), "{a: 1, # 말\n b: 2, c: 3 # 끝\n }"),
        ("a: 800명   # 3월\n", Change((), "a", {"value": "812명", "note": "n"}), "a:\n  value: 812명\n  note: \"n\"   # 3월\n"),
    ],
)  # fmt: skip
def test_odd_places(text: str, change: Change, expected: str) -> None:
    assert amended(text, [change]) == expected


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("a: {value: 1}", Change((), "a", "2")),
        ("a: [1, 2]", Change((), "a", "2")),
        ("a: 1", Change(("a",), "b", "2")),
        ("? a\n: 1", Change((), "a", {"b": "2", "c": "3"})),
    ],
)
def test_what_cannot_be_changed_alone_is_left_to_people(text: str, change: Change) -> None:
    try:
        new = amended(text, [change])
    except Mistake as mistake:
        assert mistake.code == "edit-by-hand"
    else:
        assert data_of(new) == {"a": change.data}


def test_many_changes_are_made_in_few_rounds_and_as_if_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A text is outlined as often as one place of it changes, not once for each cell of a sheet."""
    text = "".join(f"- id: i{n}\n  flow: {{2025: 1}}\n  block:\n    2025: 1 # stays\n" for n in range(20))
    changes = [
        one
        for n in range(20)
        for one in (
            Change((n,), "actual", {"2026-01": "1"}, ("id",)),
            Change((n, "actual"), "2026-02", {"value": "2", "note": "a: b"}, ("2026-01",)),
            Change((n, "flow"), "2026-01", "3"),
            Change((n, "block"), "2024", "4", ()),
            Change((n, "block"), "2026", "5"),
        )
    ] + [Change((), None, {"id": "last"})]
    one_by_one = text
    for change in changes:
        one_by_one = amended(one_by_one, [change])
    rounds: list[str] = []

    def counted(written: str) -> Node:
        rounds.append(written)
        return outline(written)

    monkeypatch.setattr(splicing, "outline", counted)

    assert amended(text, changes) == one_by_one
    assert len(rounds) <= 4
