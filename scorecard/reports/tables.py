"""The result table and coverage as files: csv that Excel opens, json that programs read."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from scorecard.cards.results import COLUMNS

BOM = "\ufeff"  #: Without it Excel shows Korean as something else.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")  #: With these a spreadsheet begins to reckon, or to run commands.

Rows = Sequence[Mapping[str, Any]]


def csv_text(rows: Rows) -> str:
    """Write rows as CSV for spreadsheets; lists are joined by a blank, missing is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return BOM + out.getvalue()


def _cell(value: object) -> object:
    """Make a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = " ".join(value)
    if isinstance(value, str) and value.startswith(_FORMULA) and value != "-":
        return f"'{value}"
    return value


def results_text(edition: str, as_of: str, rows: Rows) -> str:
    """Write the result table as the contract's JSON, one row a line so that diffs read well."""
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows)
    name = json.dumps(edition, ensure_ascii=False)
    return f'{{"edition": {name}, "as_of": {json.dumps(as_of)}, "rows": [\n{lines}\n]}}\n'


def record_text(record: Mapping[str, Any]) -> str:
    """Write any record as JSON people can read."""
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
