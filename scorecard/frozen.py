"""Frozen models. attrs makes what differs from one to the next; what is the same for all is written here.

attrs would write and compile a comparison, a hash and a text for each of two hundred models, of which
a command compares few and shows none: a tenth of the time of `check`. Nor are they slotted: attrs makes a
slotted class twice over, and fills it more slowly. Of 100,000 indicators that takes a third more memory.
"""

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

__all__ = ["frozen"]

if TYPE_CHECKING:
    from attrs import frozen  # Which type checkers know.
else:
    T = TypeVar("T")

    def frozen(model: type[T]) -> type[T]:
        """Make a frozen model of a class, as `attrs.frozen` does; equal are models of one class with equal fields."""
        made = attrs.frozen(model, eq=False, repr=False, slots=False)
        names = [field.name for field in made.__attrs_attrs__]
        values = attrgetter(*names) if names else _no_values

        def equals(self: T, other: object) -> Any:
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def hash_of(self: T) -> int:
            return hash((made, values(self)))

        made.__eq__, made.__hash__ = equals, hash_of
        if "__repr__" not in vars(model):
            made.__repr__ = _shown
        return made


def _no_values(_: object) -> tuple[()]:
    return ()


def _shown(model: Any) -> str:
    fields = (f"{field.name}={getattr(model, field.name)!r}" for field in model.__attrs_attrs__)
    return f"{type(model).__qualname__}({', '.join(fields)})"
