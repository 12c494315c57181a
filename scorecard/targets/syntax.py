"""What YAML's parser says of a broken text → a problem a person can act on.

The parser stops where it can go no further, which is seldom where the slip was made, and says the
same words of different slips. This room looks at the lines around and names the slip.
"""

import re
from collections.abc import Sequence

from scorecard.problems import Mistake, Problem, Spot

# Left to re to compile when something is broken: a clean text needs none of them.
CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"

#: Shown by no screen: a unit with one of them would be another unit that looks the same.
INVISIBLE = "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"

_SIGNS = (
    ("found a tab character", "tab"),
    ("while scanning an alias", "alias-not-allowed"),
    ("while scanning an anchor", "alias-not-allowed"),
    ("while scanning a tag", "tag-not-allowed"),
    ("while parsing a tag", "tag-not-allowed"),
    ("undefined tag handle", "tag-not-allowed"),
    ("escape", "backslash-in-quotes"),
    ("while scanning a block scalar", "stray-character"),
    ("mapping values are not allowed", "stray-colon"),
    ("could not find expected ':'", "missing-colon"),
    ("while scanning a quoted scalar", "unclosed-quote"),
    ("special characters are not allowed", "control-character"),
    ("control characters are not allowed", "control-character"),
    ("cannot start any token", "stray-character"),
    ("mapping keys are not allowed", "stray-character"),
    ("expected ',' or", "unclosed-bracket"),
    ("did not find expected node content", "unclosed-bracket"),
    ("expected <block end>", "bad-indentation"),
    ("did not find expected", "bad-indentation"),
    ("sequence entries are not allowed", "bare-dash"),
)
_OPENED = frozenset(
    ("unclosed-quote", "unclosed-bracket", "missing-colon", "alias-not-allowed", "tag-not-allowed")
)
_ODD_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"  #: Look like blanks, and YAML takes them for letters.
_CONFLICT = r"(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)"  #: What git leaves where two edits met.
_RUN_ON = (
    r"(?:^|[:\-,\[{]\s)\s*(?P<quote>[\"'])(?:(?!(?P=quote)).)*$"  #: A quote that its line does not close.
)
_PAIRS = (("(", ")"), ("[", "]"), ("「", "」"), ("『", "』"), ("“", "”"), ("‘", "’"))
LINE_END = r"\r\n?|[\n\x85\u2028\u2029]"
_COLON = r":(?:\s|$)"
_GLUED = r"(?P<name>[^\s:：=,\[\]{}\"']{1,40})\s?(?P<sign>[:：=])\s?(?P<value>[^\r\n]*)"


def glued(words: str) -> Mistake | None:
    """Recognise `2026:4,000명`, `2026：4,000명` and `2026=4,000명`, which are no `name: value`."""
    found = re.match(_GLUED, words)
    if not found:
        return None
    if re.match(rf"[{_ODD_BLANKS}]", found[0].partition(found["sign"])[2]):
        return Mistake("odd-blank")
    return Mistake(
        "colon-without-blank", found=found[0].strip(), fixed=f"{found['name']}: {found['value']}".strip()
    )


def name_slip(error: Exception, text: str, file: str) -> Problem:
    """Name the slip behind a parser's error; an unknown one keeps the parser's words."""
    words = str(error)
    code = next((code for sign, code in _SIGNS if sign in words), "yaml-syntax")
    marks = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    # What was never closed is mended where it was opened, which may be many lines before.
    opened = code in _OPENED or (code == "stray-character" and "block scalar" in words)
    mark = (marks[1] or marks[0]) if opened else (marks[0] or marks[1])
    lines = re.split(LINE_END, text)
    if code == "control-character" or mark is None:
        return _control_problem(text, file)
    conflict = next((n for n, line in enumerate(lines) if re.match(_CONFLICT, line)), None)
    if conflict is not None:
        return Problem("conflict-markers", Spot(file, conflict + 1, 1))
    mistake, line, column = _look_around(code, lines, min(mark.line, len(lines) - 1), mark.column)
    details = mistake.details or {"found": str(getattr(error, "problem", "") or words)}
    return Problem(mistake.code, Spot(file, line + 1, column + 1), details)


def invisible(text: str, file: str) -> list[Problem]:
    """Find signs that no screen shows, each line's first."""
    return [
        Problem("control-character", Spot(file, line + 1, found.start() + 1))
        for line, written in enumerate(re.split(LINE_END, text))
        if (found := re.search(f"[{INVISIBLE}]", written))
    ]


def has_cuts(text: str) -> bool:
    """Tell whether some ` #` may have cut a value short, so that it is worth looking closer."""
    text = text.replace("\r", "\n")
    for sign in (" #", "\t#"):
        at = text.find(sign)
        while at >= 0:
            end = text.find("\n", at)
            line, comment = text[text.rfind("\n", 0, at) + 1 : at], text[at : end if end >= 0 else None]
            if line.strip() and may_be_cut(line, comment.strip()):
                return True
            at = text.find(sign, end) if end >= 0 else -1
    return False


def may_be_cut(value: str, comment: str) -> bool:
    """Tell a comment that is one (`# 메모`) from the rest of a value: `청년 #1 사업`, `청년(창업 # 1기)`."""
    is_rest = comment[1:2].isalnum() or (value.count('"') % 2 == 1 and '"' in comment)
    return is_rest or any(value.count(one) > value.count(other) and other in comment for one, other in _PAIRS)


def without_dash(problems: list[Problem], first: str) -> list[Problem]:
    """Tell once of an item of a list that lacks its dash, whose every key then stands there twice."""
    twice = [problem for problem in problems if problem.code == "duplicate-key"]
    if len(twice) < 2 or twice[0].details["found"] != first:
        return problems
    told = Problem("dash-missing", twice[0].spot, {"found": first})
    return [told, *(problem for problem in problems if problem not in twice)]


def _control_problem(text: str, file: str) -> Problem:
    """Find the character itself: of characters it cannot take the parser tells no line."""
    found = re.search(CONTROL, text)
    start = found.start() if found else 0
    return Problem(
        "control-character", Spot(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    )


def _look_around(code: str, lines: Sequence[str], line: int, column: int) -> tuple[Mistake, int, int]:
    """Tell the slip by its line: what it is, and the line and column where it was made."""
    written = lines[line]
    indent = _indent(written)
    if "\t" in written[:indent]:
        return Mistake("tab"), line, written.index("\t")
    if code == "trailing-text" or (
        code == "bad-indentation" and written[:column].rstrip()[-1:] in ('"', "'")
    ):
        begun = _run_on(lines, line, written[:column].rstrip()[-1:])
        if begun:
            return Mistake("unclosed-quote"), *begun
    if code in ("bad-indentation", "missing-colon", "stray-colon"):
        slip = _odd_start(lines, line)
        if slip:
            return slip
    if code == "stray-colon" and not re.search(_COLON, written[:column]):
        return _look_above(lines, line)
    if code == "missing-colon":
        return glued(written[column:]) or Mistake(code), line, column
    return Mistake(_look_at(code, written, column)), line, column


def _run_on(lines: Sequence[str], line: int, quote: str) -> tuple[int, int] | None:
    """Find the quote above that was never closed, where one that was meant to open closed it."""
    for above in range(line - 1, -1, -1):
        found = re.search(_RUN_ON, lines[above])
        if found and found["quote"] == quote:
            return above, found.start("quote")
        if quote in lines[above]:
            break
    return None


def _odd_start(lines: Sequence[str], line: int) -> tuple[Mistake, int, int] | None:
    """Find, at a line or the one above it, blanks that are none and a dash without its blank."""
    for place in (line, next((n for n in range(line - 1, -1, -1) if lines[n].strip()), line)):
        found = re.match(
            rf" *(?P<odd>[{_ODD_BLANKS}])|\s*(?P<dash>-)(?=[^\s\-\d][^:]*:(?:\s|$))", lines[place]
        )
        if found:
            name = found.lastgroup or ""
            return Mistake("odd-blank" if name == "odd" else "dash-without-blank"), place, found.start(name)
    return None


def _look_above(lines: Sequence[str], line: int) -> tuple[Mistake, int, int]:
    """Tell whether a line is indented wrongly or the one above it lacks its colon."""
    above = next((n for n in range(line - 1, -1, -1) if lines[n].split("#")[0].strip()), line)
    words = lines[above].strip()
    if above == line or re.search(_COLON, words) or words.startswith("- "):
        return Mistake("bad-indentation"), line, _indent(lines[line])
    return glued(words) or Mistake("missing-colon"), above, _indent(lines[above])


def _look_at(code: str, written: str, column: int) -> str:
    """Tell apart by the character at a place and before it what the parser says in the same words."""
    before, at = written[:column].rstrip(), written[column : column + 1]
    if code == "bare-dash" and not before:
        return "bad-indentation"
    if code == "bad-indentation" and at == ":":
        return "key-not-text"
    if code in ("bad-indentation", "unclosed-bracket") and at and at in "]},":
        return "stray-character"
    if code == "bad-indentation" and before and before[-1] in "\"']}":
        return "trailing-text"
    return code


def _indent(written: str) -> int:
    return len(written) - len(written.lstrip())
