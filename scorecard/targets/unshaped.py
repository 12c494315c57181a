"""What keeps plain data from being a model → problems, each at its place.

Loaded only where there is a fault: cattrs then walks to the end, whatever is wrong on the way.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.cols import is_mapping, mapping_structure_factory
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from scorecard.problems import Mistake, Problem, first_of
from scorecard.targets.echoes import gathered
from scorecard.targets.inheritance import is_inherited
from scorecard.targets.leaves import read_choice
from scorecard.targets.nearest import nearest
from scorecard.targets.placing import Holed
from scorecard.targets.quick import Hook, Quick, only
from scorecard.targets.spots import Path, SpotMap

T = TypeVar("T")

#: Keys whose absence has a problem of its own.
_MISSING: Mapping[str, str] = MappingProxyType({"place": "place-missing"})


class Patient:
    """The walk that notes each fault and goes on; raises all of them together at the end."""

    def __init__(self) -> None:
        self._converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
        self._converter.register_structure_hook_factory(attrs.has, self.model)
        self._converter.register_structure_hook_factory(is_mapping, self._mapping)
        self._converter.register_structure_hook_factory(_is_tuple, self._list)
        self._converter.register_structure_hook_func(_is_enum, read_choice)

    def register(self, kind: Any, hook: Hook) -> None:
        """Read a kind by a hook of its own."""
        if isinstance(kind, type):
            self._converter.register_structure_hook(kind, hook)
        else:
            self._converter.register_structure_hook_func(lambda one: one == kind, hook)

    def structure(self, data: Any, kind: Any) -> Any:
        """Make a kind of plain data."""
        return self._converter.structure(data, kind)

    def model(self, model: Any) -> Hook:
        """Make the hook of a model."""
        return only(dict, "expected-mapping", make_dict_structure_fn(model, self._converter))

    def _mapping(self, kind: Any) -> Hook:
        return only(dict, "expected-mapping", mapping_structure_factory(kind, self._converter))

    def _list(self, kind: Any) -> Hook:
        # Looked up late: an indicator's parts are indicators, whose hook is still being made.
        items: Any = list[get_args(kind)[0]]  # type: ignore[misc]
        return only(list, "expected-list", lambda value, _: tuple(self._converter.structure(value, items)))


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def gather(walk: Quick | Patient, data: Any, into: type[T], spots: SpotMap) -> tuple[T | None, list[Problem]]:
    """Shape data by a patient walk, or tell everything that keeps it from being a model."""
    try:
        return walk.structure(data, into), []
    except (BaseValidationError, Mistake) as error:
        placing = Holed(spots.file, spots.marks)
        return None, gathered(first_of(problems_in(error, into, (), placing)), placing)


def problems_in(error: BaseException, model: Any, path: Path, spots: SpotMap) -> Iterator[Problem]:
    """Turn what cattrs gathered into problems, each at its place; what a part inherited is wrong at its whole."""
    if not isinstance(error, KeyError) and is_inherited(path, spots):
        return
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
