"""The result table and coverage as files: csv that Excel opens, json that programs read."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from scorecard.cards.results import COLUMNS

BOM = "\ufeff"  #: Without it Excel shows Korean as something else.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")  #: With these a spreadsheet begins to reckon, or to run commands.

Rows = Sequence[Mapping[str, Any]]


def csv_text(rows: Rows, columns: Sequence[str] = COLUMNS) -> str:
    """Write rows as CSV for spreadsheets; lists are joined by a blank, missing is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([quiet(row[column]) for column in columns])
    return BOM + out.getvalue()


def quiet(value: object) -> object:
    """Make a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = " ".join(value)
    if isinstance(value, str) and value.startswith(_FORMULA) and value != "-":
        return f"'{value}"
    return value


def results_text(edition: str, as_of: str, rows: Rows, more: Mapping[str, Any] = MappingProxyType({})) -> str:
    """Write the result table as the contract's JSON, and more beside it, one entry a line so that diffs read well."""
    parts = [f'"edition": {_json(edition)}', f'"as_of": {_json(as_of)}', f'"rows": {_by_lines(rows)}']
    parts += [f"\n{_json(key)}: {_by_lines(value)}" for key, value in more.items()]
    return f"{{{', '.join(parts)}}}\n"


def _by_lines(value: object) -> str:
    """Write the entries of a list or mapping one a line."""
    if isinstance(value, Mapping):
        return f"{{\n{_lines(f'{_json(key)}: {_json(one)}' for key, one in value.items())}\n}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[\n{_lines(map(_json, value))}\n]"
    return _json(value)


def _lines(entries: Iterable[str]) -> str:
    return ",\n".join(f"  {entry}" for entry in entries)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def record_text(record: Mapping[str, Any]) -> str:
    """Write any record as JSON people can read."""
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
