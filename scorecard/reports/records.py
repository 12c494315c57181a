"""An edition's record, read back: `results.json` → a record, or what keeps it from being one.

Records of the first format hold the result table alone; a newer format than this version knows is not guessed at.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import cattrs

from scorecard.cards.audit_changes import ToldItem
from scorecard.cards.recording import FORMAT
from scorecard.cards.revisions import Record
from scorecard.cards.telling import Detail
from scorecard.problems import Problem, Spot
from scorecard.reports.rereading import LARGEST_NUMBER, read_json
from scorecard.targets.measures import Aggregation, Direction, Level
from scorecard.targets.renaming import Renaming
from scorecard.wording.terms import Status

T = TypeVar("T")

_WORDS = ("id", "name", "department", "period", "level", "aggregation", "status")
_PERHAPS_WORDS = (
    "part_of", "direction", "unit", "target_text", "target_qualifier", "target_kind", "previous_text",
    "actual_text", "actual_as_of", "method",
)  # fmt: skip
_PERHAPS_NUMBERS = ("target", "previous", "actual", "weight")
_NEEDED = (*_WORDS, *_PERHAPS_WORDS, *_PERHAPS_NUMBERS)
_PERHAPS_THERE = ("budget", "findings")  #: What not all formats tell.
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
    record, problems = read_json(path)
    return (None, problems) if problems else _checked(record, Spot(path.as_posix(), 0, 0))


def _checked(record: Any, spot: Spot) -> tuple[Record | None, list[Problem]]:
    """Hold what was read against the contract of the result table."""
    rows = record.get("rows") if isinstance(record, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None, [Problem("results-broken", spot, {"reason": "rows"})]
    lacking = [name for name in _NEEDED if any(name not in row for row in rows)]
    if lacking:
        return None, [Problem("results-other-version", spot, {"columns": ", ".join(lacking)})]
    wrong = next((place for n, row in enumerate(rows) if (place := _wrong_in(row, n))), "")
    ids = {row["id"] for row in rows} if not wrong else set()
    edition, as_of = record.get("edition"), record.get("as_of")
    if not isinstance(edition, str) or not _is_day(as_of):
        wrong = "edition, as_of"
    if wrong or len(ids) < len(rows):
        return None, [Problem("results-broken", spot, {"reason": wrong or "id"})]
    return _with_details(Record(edition, as_of, rows), record, spot)


def _with_details(bare: Record, record: Mapping[str, Any], spot: Spot) -> tuple[Record | None, list[Problem]]:
    """Add what later formats tell besides the result table."""
    found = record.get("format", 1)
    if type(found) is not int or not 1 <= found <= FORMAT:
        return None, [Problem("results-newer-version", spot, {"found": str(found), "known": str(FORMAT)})]
    if found == 1:
        return bare, []
    try:
        details = {row["id"]: _structured(record, "indicators", Detail, row["id"]) for row in bare.rows}
        return Record(
            bare.edition, bare.as_of, bare.rows, details,
            rules=_structured(record, "rules", dict[str, dict[str, str]]),
            formerly=_structured(record, "formerly", Renaming),
            year_begins=_structured(record, "year_begins", int),
            audit=_structured(record, "audit", dict[str, ToldItem]) if "audit" in record else None,
        ), []  # fmt: skip
    except _Unfit as unfit:
        return None, [Problem("results-broken", spot, {"reason": str(unfit)})]


class _Unfit(ValueError):
    """Names the first part of a record that is not what it should be."""


def _structured(record: Mapping[str, Any], key: str, kind: type[T], inner: str | None = None) -> T:
    """Read one part of a record, or an entry of it, strictly."""
    try:
        value = record[key] if inner is None else record[key][inner]
        made: T = _CONVERTER.structure(value, kind)
    except (TypeError, ValueError, LookupError, AttributeError, RecursionError):
        raise _Unfit(key if inner is None else f"{key}.{inner}") from None
    return made


def _strictly(*kinds: type) -> Callable[[Any, Any], Any]:
    """Take a value of these very kinds; nothing is quietly turned into something else."""

    def take(value: Any, _: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError
        return value

    return take


def _number(value: Any, _: Any) -> float:
    if type(value) not in (int, float) or abs(value) >= LARGEST_NUMBER:
        raise ValueError
    return float(value)


def _month(value: Any, _: Any) -> int:
    if type(value) is not int or not 1 <= value <= 12:
        raise ValueError
    return value


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=False)
    converter.register_structure_hook(str, _strictly(str))
    converter.register_structure_hook(bool, _strictly(bool))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(int, _month)
    return converter


_CONVERTER = _make_converter()


def _is_day(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _wrong_in(row: Mapping[str, Any], number: int) -> str:
    """Name the first value of a row that is not what its column holds; empty: none."""
    for name in (*_NEEDED, *(name for name in _PERHAPS_THERE if name in row)):
        if not _fits(name, row[name]):
            return f"rows[{number}].{name}"
    return ""


def _fits(name: str, value: object) -> bool:
    if name in _CHOICES:
        return isinstance(value, str | None) and value in _CHOICES[name]
    if name == "budget" or name in _PERHAPS_NUMBERS:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return value is None or (is_number and abs(value) < LARGEST_NUMBER)  # type: ignore[arg-type]
    if name == "findings":
        return isinstance(value, list | None) and all(isinstance(one, str) for one in value or ())
    return isinstance(value, str) or (value is None and name in _PERHAPS_WORDS)
