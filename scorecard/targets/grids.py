"""Tables that come from outside, as plain cells with their places; CSV in whatever way a spreadsheet saved it."""

import csv
import io
import unicodedata
from collections.abc import Sequence
from datetime import date, time
from itertools import islice

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Problem, Spot
from scorecard.targets.forms import BEFORE

LARGEST_FILE = 5_000_000  #: Bytes; a department's sheet has some ten thousand.
MOST_ROWS = 5_000
MOST_COLUMNS = 200
MOST_CELLS = 200_000  #: Of all sheets of a file together.
LONGEST_CELL = 2_000  #: Characters.
_DELIMITERS = (",", "\t", ";")
_QUIET = "'"  #: Put before a text by who keeps spreadsheets from reckoning with it.

Written = str | int | float | bool | date | time | None


@frozen
class Cell:
    """One cell: what stands in it, and what keeps it from being taken as it stands."""

    value: Written
    spot: Spot
    is_percent: bool = False  #: 0.76 is shown as 76 %.
    formula: str = ""
    error: str = ""  #: `#N/A`, `#REF!`.
    hidden: bool = False  #: Its row or column is not shown.
    merged: str = ""  #: Range it is joined with, as `B2:B5`.

    @property
    def text(self) -> str:
        """Tell what stands there as words; empty where nothing does."""
        return "" if self.value is None else str(self.value).strip()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing stands there."""
        return not (self.text or self.formula or self.error)


@frozen
class Grid:
    """One sheet."""

    name: str  #: Empty: the file has no sheets.
    rows: Sequence[Sequence[Cell]]
    properties: dict[str, str] = attrs.Factory(dict)  #: What the writer of the file left for its reader.
    hidden: bool = False


def place_of(file: str, row: int, column: int, sheet: str = "") -> Spot:
    """Name a cell as spreadsheets do: `실적.xlsx 일자리정책과!F12`; rows and columns count from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return Spot(f"{file} {sheet}!{letters}{row}" if sheet else f"{file} {letters}{row}", 0, 0)


def read_csv(content: bytes, file: str) -> tuple[list[Grid], list[Problem]]:
    """Read CSV as Excel or others saved it: UTF-8, UTF-16 or cp949; commas, tabs or semicolons."""
    spot = Spot(file, 0, 0)
    text = _decoded(content)
    if text is None or "\0" in text or not text.strip():
        return [], [Problem("form-unreadable", spot, {"reason": "UTF-8, UTF-16, cp949?"})]
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        records = list(islice(lines, MOST_ROWS + 1))
    except csv.Error as error:
        return [], [Problem("form-unreadable", spot, {"reason": str(error)})]
    widest = max(map(len, records))
    if len(records) > MOST_ROWS or widest > MOST_COLUMNS:
        details = {"size": f"{len(records):,} × {widest:,}", "limit": f"{MOST_ROWS:,} × {MOST_COLUMNS}"}
        return [], [Problem("form-too-large", spot, details)]
    rows = [
        [_csv_cell(value, place_of(file, r, c)) for c, value in enumerate(record, 1)]
        for r, record in enumerate(records, 1)
    ]
    return [Grid("", rows)], []


def _decoded(content: bytes) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp949")
    for encoding in encodings:
        try:
            return unicodedata.normalize("NFC", content.decode(encoding))
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(text: str) -> str:
    """Find what parts the columns: the sign behind the heading of ids, else the one that stands most often."""
    head = text[:20_000]
    for line in head.splitlines():
        for sign in _DELIMITERS:
            if line.partition(sign)[0].strip(' "') in BEFORE["id"]:
                return sign
    return max(_DELIMITERS, key=head.count)


def _csv_cell(value: str, spot: Spot) -> Cell:
    words = value.strip()
    if words.startswith("="):
        return Cell(None, spot, formula=words[:LONGEST_CELL])
    if words.startswith("#") and words.rstrip("!?").isupper():
        return Cell(None, spot, error=words[:LONGEST_CELL])
    return Cell(words.removeprefix(_QUIET) or None, spot)
