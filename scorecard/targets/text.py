"""YAML text → plain data and where each value stands; the only room that knows PyYAML.

The data is built from the C parser's events: about four times faster than its safe loader, every
line known, every scalar kept as it was written, equal keys seen. Nothing is turned into anything:
`010`, `no` and `1:30`, which YAML reads as 8, False and 90, are problems.
"""

import re
import unicodedata
from pathlib import Path
from typing import Any, NoReturn

import attrs
import yaml

from scorecard.frozen import frozen
from scorecard.problems import MOST_PROBLEMS, Problem, Spot
from scorecard.targets.files import LARGEST_FILE, refused
from scorecard.targets.spots import COLUMN_BITS, MapMarks, Marks, SpotMap
from scorecard.targets.syntax import CONTROL, INVISIBLE, glued, has_cuts, invisible, name_slip, without_dash

DEEPEST = 24
MOST_VALUES = 200_000  #: Lines and commas, one of which each value needs.
LONGEST_SCALAR = 10_000

_PARSER: Any = getattr(getattr(yaml, "cyaml", None), "CParser", yaml.SafeLoader)

_AMBIGUOUS = re.compile(
    r"y|n|yes|no|on|off|[-+]?0\d+|0[xob][0-9a-f_]+|[-+]?\d[\d.]*e[-+]?\d+|[-+]?\d+(:[0-5]?\d)+(\.\d*)?"
    r"|[-+]?\d[\d_]*_[\d_]*|[-+]?\.(inf|nan)",
    re.IGNORECASE | re.ASCII,
)
_BEGIN_AMBIGUOUS = frozenset("0123456789+-.yYnNoO")
_LONGEST_AMBIGUOUS = 24  #: Characters; longer ones are numbers nobody types.
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_LONGEST_CUT = 60  #: Characters of a figure before its last comma.
_CUT_THOUSANDS = r"\d{3}(?!\d)"


@frozen
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
    problem = refused(path, file)
    if problem:
        return None, [problem]
    try:
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
        from scorecard.targets.encodings import name_bytes

        raise _Unreadable(name_bytes(content, error.start, file)) from None
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def read_text(text: str, file: str) -> tuple[Text | None, list[Problem]]:
    """Read YAML text; all its problems but for syntax, which ends the reading."""
    if len(text) > LARGEST_FILE:
        return None, [
            Problem(
                "file-too-large", Spot(file, 0, 0), {"size": f"{len(text):,}", "limit": f"{LARGEST_FILE:,}"}
            )
        ]
    if text.count("\n") + text.count(",") > MOST_VALUES:
        return None, [Problem("too-many-values", Spot(file, 0, 0), {"limit": f"{MOST_VALUES:,}"})]
    builder = _Builder(file)
    try:
        data, marks = builder.read(text)
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        from scorecard.targets.cuts import told_at_cut

        return None, [*builder.problems, told_at_cut(name_slip(error, text, file), text)]
    except _Unreadable as unreadable:
        return None, [*builder.problems, unreadable.problem]
    if any(sign in text for sign in INVISIBLE):
        builder.problems += invisible(text, file)
    if has_cuts(text):
        from scorecard.targets.cuts import cut_values

        builder.problems += cut_values(text, file, _PARSER)
    return Text(data, SpotMap(file, marks)), builder.problems


class _Builder:
    """Builds data and marks from the parser's events."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.plain_ok: set[str] = set()  #: Plain values met before that nothing was wrong with,
        self.usual_keys: set[str] = set()  #: and keys.
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
        if depth >= DEEPEST:
            self.stop("too-deep", event)
        if type(event) is yaml.MappingStartEvent:
            return self.mapping(event, depth + 1)
        if type(event) is not yaml.SequenceStartEvent:
            self.stop("alias-not-allowed", event)
        return self.sequence(event, depth + 1)

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
            if (
                value[0] in _BEGIN_AMBIGUOUS
                and len(value) < _LONGEST_AMBIGUOUS
                and _AMBIGUOUS.fullmatch(value)
            ):
                self.complain("ambiguous-scalar", event, found=value)
                return value
            self.plain_ok.add(value)
        elif event.style == '"' and not value.isprintable() and re.search(CONTROL, value):
            self.complain("control-character", event)
        if len(value) > LONGEST_SCALAR:
            runs_on = event.style in ("'", '"') and event.end_mark.line > event.start_mark.line
            self.stop("unclosed-quote" if runs_on else "value-too-long", event)
        return value

    def mapping(self, start: Any, depth: int) -> tuple[dict[str, Any], MapMarks]:
        """Build a mapping; of two equal keys the first counts and the second is a problem."""
        if start.tag is not None or start.anchor is not None:
            self.refuse_marks(start)
        data: dict[str, Any] = {}
        keys: dict[str, int] = {}
        values: dict[str, Marks] = {}
        get_event, build, usual = self.get_event, self.build, self.usual_keys
        last = ""
        before = len(self.problems)
        while type(event := get_event()) is not yaml.MappingEndEvent:
            key = event.value if type(event) is yaml.ScalarEvent else ""
            if key not in usual or event.anchor is not None or event.tag is not None:
                key = self.key(event)
            value, value_marks = build(get_event(), depth)
            if value is None and start.flow_style:
                if self.is_cut_figure(data.get(last), key):
                    data[last] = self.mend(data[last], key, values[last], event)
                    continue
                key, value = self.unglue(key, event)
            if key in data:
                self.complain("duplicate-key", event, found=key, line=str((keys[key] >> COLUMN_BITS) + 1))
            else:
                mark = event.start_mark
                data[key], values[key] = value, value_marks
                keys[key] = mark.line << COLUMN_BITS | mark.column
                last = key
        if len(self.problems) > before:
            self.problems[before:] = without_dash(self.problems[before:], next(iter(keys), ""))
        mark = start.start_mark
        return data, MapMarks(mark.line << COLUMN_BITS | mark.column, keys, values)

    def key(self, event: Any) -> str:
        """Take a key, which must be plain text."""
        if type(event) is not yaml.ScalarEvent:
            self.stop("key-not-text", event)
        key: str = event.value
        if event.tag is not None or event.anchor is not None:
            self.refuse_marks(event)
        if key in _NULLS:
            self.complain("key-not-text", event)
        elif key == "<<":
            self.stop("alias-not-allowed", event)
        elif len(key) > LONGEST_SCALAR:
            self.stop("value-too-long", event)
        elif not key.isprintable() and re.search(CONTROL, key):
            self.complain("control-character", event)
        else:
            self.usual_keys.add(key)
        return key

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
                data[-1] = self.mend(data[-1], value, marks[-1], event)
                continue
            data.append(value)
            marks.append(value_marks)
        return data, marks

    def is_cut_figure(self, before: Any, after: Any) -> bool:
        """Tell whether a comma inside brackets has cut `4,000명` in two."""
        return (
            isinstance(before, str)
            and isinstance(after, str)
            and len(before) < _LONGEST_CUT
            and before[-1:].isdigit()
            and re.match(_CUT_THOUSANDS, after) is not None
        )

    def mend(self, before: str, after: str, begins: Marks, event: Any) -> str:
        """Complain once about a cut figure and join it, so that nothing else is said about it."""
        whole = f"{before},{after}"
        spot = SpotMap(self.file, begins).find()
        halves = ((spot, "flow-comma"), (self.spot(event), "ambiguous-scalar"))
        while self.problems and (self.problems[-1].spot, self.problems[-1].code) in halves:
            self.problems.pop()
        self.complain("flow-comma", event, found=whole)
        self.problems[-1] = attrs.evolve(self.problems[-1], spot=spot)
        return whole

    def unglue(self, key: str, event: Any) -> tuple[str, str | None]:
        """Part `2026:76%` inside braces, which YAML takes for a name without a value."""
        slip = glued(key)
        if slip is None:
            return key, None
        self.problems.append(slip.at(self.spot(event)))
        name, _, value = slip.details["fixed"].partition(": ")
        return name, value or None

    def refuse_marks(self, event: Any) -> None:
        """Stop at anchors and at tags that ask for more than plain data."""
        if event.anchor is not None:
            self.stop("alias-not-allowed", event)
        if not (event.tag == "!" and type(event) is yaml.ScalarEvent):
            self.stop("tag-not-allowed", event)

    def spot(self, event: Any) -> Spot:
        return Spot(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def complain(self, code: str, event: Any, **details: str) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Unreadable(Problem("too-many-problems", self.spot(event), {"limit": str(MOST_PROBLEMS)}))
        self.problems.append(Problem(code, self.spot(event), details))

    def stop(self, code: str, event: Any) -> NoReturn:
        raise _Unreadable(Problem(code, self.spot(event), {}))
