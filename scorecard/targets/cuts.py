"""Values that YAML cuts short: from a blank and `#` on it reads a comment, whatever was meant."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from scorecard.problems import Problem, Spot, first_of
from scorecard.targets.syntax import LINE_END, may_be_cut

_COMMENT = r"[ \t]+#[^\r\n]*"
_WITHIN = r"[ \t]+#[^\r\n,\[\]{}]*"  #: As far as a value goes inside brackets.
_CITED = ("source", "target", "actual")  #: Keys that citations stand behind.
_CITATION = r"(?=.*[A-Za-z가-힣])[0-9A-Za-z가-힣_-]{1,40}#[0-9].*"
_UNQUOTED = r"[^\"'#]*[^\"'#\s]([ \t]+)#\w"
_CUT_OFF = (
    "unclosed-bracket",
    "bad-indentation",
    "missing-colon",
)  #: What a cut makes of the lines after it.


def cut_values(text: str, file: str, parser: Any) -> list[Problem]:
    """Find the values of a readable text that a `#` cut short."""
    return first_of(_cut(text, file, parser))


def _cut(text: str, file: str, parser: Any) -> Iterator[Problem]:
    key = ""
    is_flow: list[bool | None] = []
    for event in yaml.parse(text, Loader=parser):
        if isinstance(event, yaml.CollectionStartEvent):
            is_flow.append(event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent):
            is_flow.pop()
        elif isinstance(event, yaml.ScalarEvent):
            begin: Any = event.start_mark
            end: Any = event.end_mark
            comment = re.compile(_COMMENT).match(text, end.index) if event.implicit[0] else None
            if comment and may_be_cut(event.value, comment[0].strip()):
                lost = re.match(_WITHIN, comment[0]) if is_flow and is_flow[-1] else comment
                spot = Spot(file, begin.line + 1, begin.column + 1)
                yield _problem(spot, event.value, lost[0] if lost else "", key)
            key = event.value


def _problem(spot: Spot, left: str, lost: str, key: str) -> Problem:
    """Tell what was cut and how to write it whole: a citation has no blank, other words need quotes."""
    whole, joined = (left + lost).strip(), left + lost.strip()
    quoted = f'"{whole}"' if '"' not in whole and "\\" not in whole else "'" + whole.replace("'", "''") + "'"
    fixed = joined if key in _CITED and re.fullmatch(_CITATION, joined) else quoted
    return Problem("cut-at-hash", spot, {"found": whole, "left": left, "fixed": fixed})


def told_at_cut(slip: Problem, text: str) -> Problem:
    """Tell of a text that cannot be read where a `#` cut off what would have made it readable."""
    if slip.code not in _CUT_OFF:
        return slip
    lines = re.split(LINE_END, text)
    place = slip.spot.line - (1 if slip.code == "unclosed-bracket" else 2)
    found = re.match(_UNQUOTED, lines[place]) if 0 <= place < len(lines) else None
    if not found:
        return slip
    left = re.split(r"[:,{\[]\s|^\s+|- ", lines[place][: found.start(1)])[-1]
    lost = re.match(_WITHIN, lines[place][found.start(1) :])
    return _problem(Spot(slip.spot.file, place + 1, found.end(1) + 1), left, lost[0] if lost else "", "")
