"""YAML text → plain data and where each value stands; the only room that knows PyYAML.

The data is built from the C parser's events: about four times faster than its safe loader, every
line known, every scalar kept as it was written, equal keys seen. Nothing is turned into anything:
`010`, `no` and `1:30`, which YAML reads as 8, False and 90, are problems.
"""

import re
import unicodedata
from pathlib import Path
from typing import Any

import attrs
import yaml

from scorecard.problems import Problem, Spot
from scorecard.targets.spots import COLUMN_BITS, MapMarks, Marks, SpotMap

LARGEST_FILE = 4_000_000  #: Bytes.
DEEPEST = 24
MOST_NODES = 400_000
LONGEST_SCALAR = 10_000

_PARSER: Any = getattr(yaml, "cyaml", None) and yaml.cyaml.CParser or yaml.SafeLoader

_AMBIGUOUS = re.compile(
    r"y|n|yes|no|on|off|[-+]?0\d+|0[xob][0-9a-f_]+|[-+]?\d[\d.]*e[-+]?\d+|[-+]?\d+(:[0-5]?\d)+(\.\d*)?"
    r"|[-+]?\d[\d_]*_[\d_]*|[-+]?\.(inf|nan)",
    re.IGNORECASE,
)
_LONGEST_AMBIGUOUS = 24  #: Characters; longer ones are numbers nobody types.
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_CUT_THOUSANDS = re.compile(r"\d{3}(?!\d)")

_LINE_END = re.compile(r"\r\n?|[\n\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")

_SYNTAX = (
    ("mapping values are not allowed", "stray-colon"),
    ("could not find expected ':'", "missing-colon"),
    ("while scanning a quoted scalar", "unclosed-quote"),
    ("unexpected end of stream", "unclosed-quote"),
    ("special characters are not allowed", "control-character"),
    ("control characters are not allowed", "control-character"),
    ("cannot start any token", "stray-character"),
    ("expected ',' or", "unclosed-bracket"),
    ("did not find expected node content", "unclosed-bracket"),
    ("expected <block end>", "bad-indentation"),
    ("did not find expected", "bad-indentation"),
    ("sequence entries are not allowed", "bare-dash"),
)
_OPENED = frozenset(("unclosed-quote", "unclosed-bracket", "missing-colon"))


@attrs.frozen
class Text:
    """One file's data: mappings, lists and text, with their places."""

    data: Any
    spots: SpotMap


class _Unreadable(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read_file(path: Path, file: str) -> tuple[Text | None, list[Problem]]:
    """Read a YAML file; `file` is the name to show. None when nothing of it can be used."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return None, [Problem("file-too-large", Spot(file, 0, 0), {"size": f"{size:,}", "limit": f"{LARGEST_FILE:,}"})]
        content = path.read_bytes()
    except OSError as error:
        return None, [Problem("file-unreadable", Spot(file, 0, 0), {"reason": error.strerror or "?"})]
    try:
        return read_text(_decode(content, file), file)
    except _Unreadable as unreadable:
        return None, [unreadable.problem]


def _decode(content: bytes, file: str) -> str:
    """Take bytes as UTF-8, with or without a byte-order mark; decomposed Hangul is composed."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _Unreadable(Problem("not-utf8", Spot(file, line, 0), {"found": _guess_encoding(content)})) from None
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _guess_encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        content.decode("cp949")
    except UnicodeDecodeError:
        return "?"
    return "cp949 (EUC-KR)"


def read_text(text: str, file: str) -> tuple[Text | None, list[Problem]]:
    """Read YAML text; all its problems but for syntax, which ends the reading."""
    if len(text) > LARGEST_FILE:
        return None, [Problem("file-too-large", Spot(file, 0, 0), {"size": f"{len(text):,}", "limit": f"{LARGEST_FILE:,}"})]
    builder = _Builder(file)
    try:
        data, marks = builder.read(text)
    except yaml.YAMLError as error:
        return None, [*builder.problems, _syntax_problem(error, text, file)]
    except _Unreadable as unreadable:
        return None, [*builder.problems, unreadable.problem]
    return Text(data, SpotMap(file, marks)), builder.problems


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Name the usual slips; whatever else YAML complains of keeps its own words."""
    words = str(error)
    code = next((code for sign, code in _SYNTAX if sign in words), "yaml-syntax")
    if code == "control-character":
        found = _CONTROL.search(text)
        start = found.start() if found else 0
        return Problem(code, Spot(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)), {})
    marks = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    # What was never closed is mended where it was opened, which may be many lines before.
    mark = (marks[1] or marks[0]) if code in _OPENED else (marks[0] or marks[1])
    line, column = (mark.line, mark.column) if mark else (-1, -1)
    lines = _LINE_END.split(text)
    if 0 <= line < len(lines):
        code, column = _look_closer(code, lines[line], column)
    return Problem(code, Spot(file, line + 1, column + 1), {"found": str(getattr(error, "problem", "") or words)})


def _look_closer(code: str, line: str, column: int) -> tuple[str, int]:
    """Tell apart what YAML says in the same words, by the line it says it of."""
    before, at = line[:column].rstrip(), line[column : column + 1]
    if at == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return "tab", column
    if code == "stray-colon" and not re.search(r":\s", before):
        return "bad-indentation", len(line) - len(line.lstrip())
    if code == "bare-dash" and not before:
        return "bad-indentation", column
    if code == "bad-indentation" and at and at in "]}":
        return "stray-character", column
    if code == "bad-indentation" and before and before[-1] in "\"']}":
        return "trailing-text", column
    return code, column


class _Builder:
    """Builds data and marks from the parser's events."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.nodes = 0
        self.plain_ok: set[str] = set()
        self.get_event: Any = None

    def read(self, text: str) -> tuple[Any, Marks]:
        """Read the one document of a text; an empty text is None."""
        self.get_event = _PARSER(text).get_event
        self.get_event()
        if isinstance(self.get_event(), yaml.StreamEndEvent):
            return None, 0
        root = self.build(self.get_event(), 0)
        self.get_event()
        after = self.get_event()
        if not isinstance(after, yaml.StreamEndEvent):
            self.stop("several-documents", after)
        return root

    def build(self, event: Any, depth: int) -> tuple[Any, Marks]:
        """Build one node from the event it begins with."""
        mark = event.start_mark
        if type(event) is yaml.ScalarEvent:
            return self.scalar(event), mark.line << COLUMN_BITS | mark.column
        self.nodes += 1
        if depth >= DEEPEST:
            self.stop("too-deep", event)
        if self.nodes > MOST_NODES:
            self.stop("too-many-values", event)
        if type(event) is yaml.MappingStartEvent:
            return self.mapping(event, depth + 1)
        if type(event) is yaml.SequenceStartEvent:
            return self.sequence(event, depth + 1)
        return self.stop("alias-not-allowed", event)

    def scalar(self, event: Any) -> str | None:
        """Keep a scalar as written; None where nothing stands."""
        value: str = event.value
        if value in self.plain_ok and event.anchor is None and event.tag is None:
            return value
        if event.tag is not None or event.anchor is not None:
            self.refuse_marks(event)
        if event.implicit[0]:
            if value in _NULLS:
                return None
            if len(value) < _LONGEST_AMBIGUOUS and _AMBIGUOUS.fullmatch(value):
                self.complain("ambiguous-scalar", event, found=value)
                return value
            self.plain_ok.add(value)
        if len(value) > LONGEST_SCALAR:
            self.stop("value-too-long", event)
        return value

    def mapping(self, start: Any, depth: int) -> tuple[dict[str, Any], MapMarks]:
        """Build a mapping; of two equal keys the first counts and the second is a problem."""
        if start.tag is not None or start.anchor is not None:
            self.refuse_marks(start)
        data: dict[str, Any] = {}
        keys: dict[str, int] = {}
        values: dict[str, Marks] = {}
        get_event, build = self.get_event, self.build
        last = ""
        while type(event := get_event()) is not yaml.MappingEndEvent:
            key = self.key(event)
            value, value_marks = build(get_event(), depth)
            if key in data:
                self.complain("duplicate-key", event, found=key, line=str((keys[key] >> COLUMN_BITS) + 1))
            elif start.flow_style and value is None and self.is_cut_figure(data.get(last), key):
                data[last] = self.mend(data[last], key, event)
            else:
                mark = event.start_mark
                data[key], values[key] = value, value_marks
                keys[key] = mark.line << COLUMN_BITS | mark.column
                last = key
        mark = start.start_mark
        return data, MapMarks(mark.line << COLUMN_BITS | mark.column, keys, values)

    def key(self, event: Any) -> str:
        """Take a key, which must be plain text."""
        if type(event) is not yaml.ScalarEvent:
            self.stop("key-not-text", event)
        key = self.scalar(event)
        if key is None:
            self.complain("key-not-text", event)
        elif key == "<<":
            self.stop("alias-not-allowed", event)
        return key or ""

    def sequence(self, start: Any, depth: int) -> tuple[list[Any], Marks]:
        """Build a list."""
        if start.tag is not None or start.anchor is not None:
            self.refuse_marks(start)
        data: list[Any] = []
        mark = start.start_mark
        marks: list[Marks] = [mark.line << COLUMN_BITS | mark.column]
        end = -1
        while type(event := self.get_event()) is not yaml.SequenceEndEvent:
            value, value_marks = self.build(event, depth)
            touching = start.flow_style and event.start_mark.index == end + 1
            end = event.end_mark.index
            if touching and self.is_cut_figure(data[-1], value):
                data[-1] = self.mend(data[-1], value, event)
                continue
            data.append(value)
            marks.append(value_marks)
        return data, marks

    def is_cut_figure(self, before: Any, after: Any) -> bool:
        """Tell whether a comma inside brackets has cut `4,000명` in two."""
        return (
            isinstance(before, str)
            and isinstance(after, str)
            and before[-1:].isdigit()
            and _CUT_THOUSANDS.match(after) is not None
        )

    def mend(self, before: str, after: str, event: Any) -> str:
        """Complain about a cut figure and join it, so that nothing else is said about it."""
        whole = f"{before},{after}"
        self.complain("flow-comma", event, found=whole)
        return whole

    def refuse_marks(self, event: Any) -> None:
        """Stop at anchors and at tags that ask for more than plain data."""
        if event.anchor is not None:
            self.stop("alias-not-allowed", event)
        if not (event.tag == "!" and type(event) is yaml.ScalarEvent):
            self.stop("tag-not-allowed", event)

    def spot(self, event: Any) -> Spot:
        return Spot(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def complain(self, code: str, event: Any, **details: str) -> None:
        self.problems.append(Problem(code, self.spot(event), details))

    def stop(self, code: str, event: Any) -> Any:
        raise _Unreadable(Problem(code, self.spot(event), {}))
