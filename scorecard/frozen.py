"""Frozen models: attrs makes each when the first of it is needed; what all have in common is written here.

A command needs half of the models whose modules it loads, compares few and shows none. Were all made at once,
each with a comparison, a hash and a text of its own to be compiled, that would be a fifth of the time of `check`.
Models have no slots, for which attrs would make each class twice and fill it more slowly; of 100,000 indicators
that takes a third more memory.
"""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

__all__ = ["frozen"]

if TYPE_CHECKING:
    from attrs import frozen  # Which type checkers know.
else:
    T = TypeVar("T")

    def frozen(model: type[T]) -> type[T]:
        """Make a frozen model of a class, as `attrs.frozen` does; equal are models of one class with equal fields."""
        is_made = False

        def make() -> None:
            nonlocal is_made
            with _MAKING:
                if not is_made:
                    attrs.frozen(model, auto_detect=False, eq=False, repr=False, slots=False)
                    is_made = True

        def init(self: T, *values: object, **named: object) -> None:
            make()
            model.__init__(self, *values, **named)

        model.__init__, model.__attrs_attrs__ = init, _Fields(make)
        model.__eq__, model.__hash__ = _equals, _hash_of
        if "__repr__" not in vars(model):
            model.__repr__ = _shown
        return model


_MAKING = RLock()  #: Pages are served by several threads, and to make one model may take making another.


class _Fields:
    """Stands for the fields of a model that is not made: whoever looks at them makes it."""

    def __init__(self, make: Callable[[], None]) -> None:
        self._make = make

    def __get__(self, _: object, model: type) -> Any:
        self._make()
        return model.__attrs_attrs__  # type: ignore[attr-defined]  # No longer this.


@cache
def _reader(model: Any) -> Callable[[object], object]:
    names = [field.name for field in attrs.fields(model)]
    return attrgetter(*names) if names else lambda _: ()


def _equals(self: Any, other: object) -> Any:
    values = _reader(self.__class__)
    return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash_of(self: Any) -> int:
    return hash((self.__class__, _reader(self.__class__)(self)))


def _shown(self: Any) -> str:
    fields = (f"{field.name}={getattr(self, field.name)!r}" for field in attrs.fields(self.__class__))
    return f"{self.__class__.__qualname__}({', '.join(fields)})"
