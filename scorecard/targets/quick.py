"""The quick walk over plain data into models: it reads what is there and stops at the first fault.

Most text is clean, and of clean text nobody asks where what went wrong. cattrs would write and compile
code for each model first, which takes longer than reading an office; it is called where there is a
fault, to gather all there are (see `unshaped`).
"""

from collections.abc import Callable, Mapping
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from scorecard.frozen import is_model, outline_of
from scorecard.problems import Mistake
from scorecard.targets.leaves import read_choice
from scorecard.targets.syntax import glued

Hook = Callable[[Any, Any], Any]  #: Plain data and a kind → what is made of it, or a Mistake.


class Fault(Exception):
    """Something is wrong that no Mistake tells: a key is unknown or missing."""


class Quick:
    """Raises a Mistake or a Fault at whatever is wrong first."""

    def __init__(self) -> None:
        self._hooks: dict[Any, Hook] = {}

    def register(self, kind: Any, hook: Hook) -> None:
        """Read a kind by a hook of its own."""
        self._hooks[kind] = hook

    def structure(self, data: Any, kind: Any) -> Any:
        """Make a kind of plain data."""
        return self._hook_of(kind)(data, kind)

    def model(self, model: Any) -> Hook:
        """Make the hook of a model: only keys that are there are looked at."""
        outline = outline_of(model)
        kinds, needed = outline.kinds, outline.needed
        hooks: dict[
            str, Hook
        ] = {}  # Made when a key is first met: an indicator may have thirty, and has eight.

        def read_keys(raw: dict[str, Any], _: Any) -> Any:
            said = {}
            for key, value in raw.items():
                hook = hooks.get(key)
                if hook is None:
                    if key not in kinds:
                        raise Fault
                    hook = hooks[key] = self._hook_of(kinds[key])
                said[key] = hook(value, kinds[key])
            if not needed <= raw.keys():
                raise Fault
            return model(**said)

        return only(dict, "expected-mapping", read_keys)

    def _hook_of(self, kind: Any) -> Hook:
        hook = self._hooks.get(kind)
        if hook is None:
            hook = self._hooks[kind] = self._make(kind)
        return hook

    def _make(self, kind: Any) -> Hook:
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (tuple, list):
            return self._make_list(inner[0], origin)
        if origin in (Mapping, dict):
            return self._make_mapping(*inner)
        if origin in (Union, UnionType):
            return self._make_optional(inner[0])
        if is_model(kind):
            return self.model(kind)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return read_choice
        raise TypeError(
            f"no text is read as {kind}"
        )  # A field of ours is of a kind no hook was registered for.

    def _make_list(self, item: Any, into: type) -> Hook:
        # Looked up late: an indicator's parts are indicators, whose hook is still being made.
        def read_items(raw: list[Any], _: Any) -> Any:
            hook = self._hook_of(item)
            return into([hook(one, item) for one in raw])

        return only(list, "expected-list", read_items)

    def _make_mapping(self, key: Any, value: Any) -> Hook:
        read_key, read_value = self._hook_of(key), self._hook_of(value)

        def read_items(raw: dict[str, Any], _: Any) -> Any:
            return {read_key(name, key): read_value(one, value) for name, one in raw.items()}

        return only(dict, "expected-mapping", read_items)

    def _make_optional(self, some: Any) -> Hook:
        read = self._hook_of(some)
        return lambda value, _: None if value is None else read(value, some)


def only(kind: type, code: str, read: Hook) -> Hook:
    """Refuse anything but a list or a mapping before a container is read."""

    def read_strictly(value: Any, into: Any) -> Any:
        if type(value) is not kind:
            slip = glued(value) if kind is dict and isinstance(value, str) else None
            raise slip or Mistake("empty-value" if value is None else code)
        return read(value, into)

    return read_strictly
