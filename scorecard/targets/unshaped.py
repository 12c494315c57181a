"""What keeps plain data from being a model → problems, each at its place."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from scorecard.problems import Mistake, Problem
from scorecard.targets.nearest import nearest
from scorecard.targets.spots import Path, SpotMap

#: Keys whose absence has a problem of its own.
_MISSING: Mapping[str, str] = MappingProxyType({"place": "place-missing"})


def problems_in(error: BaseException, model: Any, path: Path, spots: SpotMap) -> Iterator[Problem]:
    """Turn what cattrs gathered into problems, each at its place."""
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            step, is_key = _step_of(inner)
            if is_key and isinstance(inner, Mistake):
                yield inner.at(spots.find_key(*path, str(step)))
            else:
                yield from problems_in(inner, error.cl, path if step is None else (*path, step), spots)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(error.cl)]
        for key in sorted(error.extra_fields):
            details = {"found": key, "nearest": nearest(key, known), "allowed": ", ".join(known)}
            yield Problem("unknown-key", spots.find_key(*path, key), details)
    elif isinstance(error, KeyError):
        key = str(error.args[0])
        yield Problem(_MISSING.get(key, "missing-key"), spots.find(*path[:-1]), {"key": key})
    elif isinstance(error, Mistake):
        yield error.at(spots.find(*path))
    else:
        raise error


def _step_of(error: BaseException) -> tuple[str | int | None, bool]:
    """Read from cattrs' notes which attribute or item an error came from, and whether from its key."""
    for note in getattr(error, "__notes__", ()):
        step = getattr(note, "name", None) or getattr(note, "index", None)
        if step is not None:
            return step, note.startswith("Structuring mapping key")
    return None, False
