"""Excel workbooks → grids; the only room that knows openpyxl. Nothing in a workbook is run or reckoned."""

import io
import re
import unicodedata
import zipfile
from datetime import date, datetime, time
from typing import Any

from scorecard.problems import Mistake, Problem, Spot
from scorecard.targets.grids import (
    LARGEST_FILE,
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    place_of,
)

LARGEST_UNPACKED = (
    4 * LARGEST_FILE
)  #: Bytes of all parts together, as their directory tells and as they are read.
MOST_PARTS = 500
_ENTITIES = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_MERGED = re.compile(rb"""mergeCell\b[^>]*?\sref\s*=\s*["']([A-Za-z0-9:$]{1,40})""")
_WIDE = (b"\xff\xfe", b"\xfe\xff")  #: Beginnings of parts in UTF-16, which no spreadsheet writes.


def read_workbook(content: bytes, file: str) -> tuple[list[Grid], list[Problem]]:
    """Read a workbook's sheets, hidden ones marked, or tell why it is not read."""
    spot = Spot(file, 0, 0)
    try:
        _check_parts(content)
        return _sheets(content, file), []
    except Mistake as mistake:
        return [], [mistake.at(spot)]
    except ImportError:
        return [], [Problem("excel-missing", spot, {"package": "openpyxl"})]
    except Exception as error:  # noqa: BLE001 - a broken workbook raises whatever its reader stumbles over
        return [], [Problem("form-unreadable", spot, {"reason": type(error).__name__})]


def _check_parts(content: bytes) -> None:
    """Look into the parcel before it is unpacked: how large, what kind, whether with macros or entities."""
    with zipfile.ZipFile(io.BytesIO(content)) as parcel:
        parts = parcel.infolist()
        size = sum(part.file_size for part in parts)
        if size > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
            raise Mistake("form-too-large", size=f"{size:,}", limit=f"{LARGEST_UNPACKED:,}")
        names = {part.filename.lower() for part in parts}
        if any(name.endswith("vbaproject.bin") for name in names):
            raise Mistake("form-macros")
        if "xl/workbook.xml" not in names or len(names) < len(parts):
            raise Mistake("form-unreadable", reason="xl/workbook.xml?")
        for part in parts:
            text = parcel.read(part) if part.filename.lower().endswith((".xml", ".rels")) else b""
            if text.startswith(_WIDE) or _ENTITIES.search(text):
                raise Mistake("form-unreadable", reason="<!DOCTYPE>")
            _check_merged(text)


def _check_merged(sheet: bytes) -> None:
    """Count the cells of joined ranges, which the reader of workbooks goes through one by one."""
    from openpyxl.utils import range_boundaries

    cells = 0
    for area in _MERGED.findall(sheet):
        left, top, right, bottom = range_boundaries(area.decode())
        cells += (right - left + 1) * (bottom - top + 1)
        _check_size(cells)


def _check_size(cells: int) -> None:
    if cells > MOST_CELLS:
        raise Mistake("form-too-large", size=f"{cells:,}", limit=f"{MOST_CELLS:,}")


def _sheets(content: bytes, file: str) -> list[Grid]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), keep_links=False, keep_vba=False)
    _check_size(sum(sheet.max_row * sheet.max_column for sheet in book.worksheets))
    properties = {one.name: str(one.value) for one in book.custom_doc_props.props}
    return [
        Grid(sheet.title, _rows(sheet, file), properties, hidden=sheet.sheet_state != "visible")
        for sheet in book.worksheets
    ]


def _rows(sheet: Any, file: str) -> list[list[Cell]]:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        limit = f"{MOST_ROWS:,} × {MOST_COLUMNS}"
        raise Mistake("form-too-large", size=f"{sheet.max_row:,} × {sheet.max_column:,}", limit=limit)
    merged = {
        (row, column): str(area)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    columns = _hidden_columns(sheet)
    return [
        [
            _cell(one, place_of(file, one.row, one.column, sheet.title), merged.get((one.row, one.column), ""),
                  hidden=one.column in columns or bool(sheet.row_dimensions[one.row].hidden))
            for one in row
        ]
        for row in sheet.iter_rows()
    ]  # fmt: skip


def _hidden_columns(sheet: Any) -> set[int]:
    """List the hidden columns; one entry may stand for several side by side."""
    return {
        column
        for one in sheet.column_dimensions.values()
        if one.hidden
        for column in range(one.min or 0, min(one.max or 0, MOST_COLUMNS) + 1)
    }


def _cell(one: Any, spot: Spot, merged: str, *, hidden: bool) -> Cell:
    value = one.value
    if one.data_type == "f":
        formula = value if isinstance(value, str) else str(getattr(value, "text", None) or "=…")
        return Cell(None, spot, formula=formula[:LONGEST_CELL], hidden=hidden, merged=merged)
    if one.data_type == "e":
        return Cell(None, spot, error=str(value), hidden=hidden, merged=merged)
    if isinstance(value, str):
        value = unicodedata.normalize("NFC", value.removeprefix("'"))
    elif not isinstance(value, int | float | date | datetime | time | None):
        value = str(value)
    percent = "%" in re.sub(r'"[^"]*"|\\.', "", str(getattr(one, "number_format", "")))
    return Cell(value, spot, is_percent=percent, hidden=hidden, merged=merged)
