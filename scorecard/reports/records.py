"""The results of an edition, read back: `results.json` → a record, or what keeps it from being one."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from scorecard.cards.results import COLUMNS
from scorecard.cards.revisions import Record
from scorecard.problems import Problem, Spot
from scorecard.targets.measures import Aggregation, Direction, Level
from scorecard.wording.terms import Status

LARGEST_RECORD = 500_000_000  #: Bytes; far more than the results of 100,000 indicators.
LARGEST_NUMBER = 1e300  #: Above it a number of JSON may be infinite, or no float at all.

_WORDS = ("id", "name", "period", "level", "aggregation", "status")
_PERHAPS_WORDS = (
    "part_of", "direction", "unit", "target_text", "target_qualifier", "target_kind", "previous_text",
    "actual_text", "actual_as_of", "method",
)  # fmt: skip
_PERHAPS_NUMBERS = ("target", "previous", "actual", "weight")
_CHOICES: Mapping[str, frozenset[object]] = MappingProxyType(
    {
        "level": frozenset(one.value for one in Level),
        "aggregation": frozenset(one.value for one in Aggregation),
        "direction": frozenset((None, *(one.value for one in Direction))),
        "status": frozenset(one.value for one in Status),
    }
)


def read_results(path: Path) -> tuple[Record | None, list[Problem]]:
    """Read the results of an edition; None when they are damaged or of another version."""
    spot = Spot(path.as_posix(), 0, 0)
    try:
        if path.stat().st_size > LARGEST_RECORD:
            return None, [Problem("results-broken", spot, {"reason": f"> {LARGEST_RECORD:,} bytes"})]
        record = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = Spot(path.as_posix(), error.lineno, error.colno)
        return None, [Problem("results-broken", place, {"reason": error.msg})]
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return None, [Problem("results-broken", spot, {"reason": reason})]
    return _checked(record, spot)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _checked(record: Any, spot: Spot) -> tuple[Record | None, list[Problem]]:
    """Hold what was read against the contract of the result table."""
    rows = record.get("rows") if isinstance(record, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None, [Problem("results-broken", spot, {"reason": "rows"})]
    lacking = [name for name in COLUMNS if any(name not in row for row in rows)]
    if lacking:
        return None, [Problem("results-other-version", spot, {"columns": ", ".join(lacking)})]
    wrong = next((place for n, row in enumerate(rows) if (place := _wrong_in(row, n))), "")
    ids = {row["id"] for row in rows} if not wrong else set()
    edition, as_of = record.get("edition"), record.get("as_of")
    if not isinstance(edition, str) or not _is_day(as_of):
        wrong = "edition, as_of"
    if wrong or len(ids) < len(rows):
        return None, [Problem("results-broken", spot, {"reason": wrong or "id"})]
    return Record(edition, as_of, rows), []


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _wrong_in(row: Mapping[str, Any], number: int) -> str:
    """Name the first value of a row that is not what its column holds; empty: none."""
    for name in (*_WORDS, *_PERHAPS_WORDS, *_PERHAPS_NUMBERS):
        if not _fits(name, row[name]):
            return f"rows[{number}].{name}"
    return ""


def _fits(name: str, value: object) -> bool:
    if name in _CHOICES:
        return isinstance(value, str | None) and value in _CHOICES[name]
    if name in _PERHAPS_NUMBERS:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return value is None or (is_number and abs(value) < LARGEST_NUMBER)  # type: ignore[arg-type]
    return isinstance(value, str) or (value is None and name in _PERHAPS_WORDS)
