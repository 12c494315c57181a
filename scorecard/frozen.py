"""Frozen models: plain records until more is asked of one; then attrs makes of it what it makes of all.

attrs writes, compiles and ties together a class for every model, which for the hundred models of a `check` takes as
long as reading a third of its text. A model is therefore filled by what is written here, the same for all. Whoever
asks attrs about it - for its fields, a changed copy, a mapping - has it made by attrs there and then, from the very
same annotations; a model that says more of a field than its default, or more to be done when it is filled, is made
at once. Models have no slots, which would want each class made twice.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from threading import RLock
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, get_args, get_origin

import attrs
from attrs.exceptions import FrozenInstanceError

__all__ = ["Outline", "frozen", "is_model", "outline_of", "values_of"]

if TYPE_CHECKING:
    from attrs import frozen  # Which type checkers know.
else:
    T = TypeVar("T")

    def frozen(model: type[T]) -> type[T]:
        """Make a frozen model of a class, as `attrs.frozen` does; equal are models of one class with equal fields."""
        outline = Outline(model)
        model.__attrs_attrs__ = _ToBeMade(model)
        model.__outline__, model.__match_args__, model.__init__ = (
            outline,
            outline.names,
            outline.filling(model),
        )
        model.__setattr__ = model.__delattr__ = _refuse
        model.__eq__, model.__hash__ = _equals, _hash_of
        if "__repr__" not in vars(model):
            model.__repr__ = _shown
        if hasattr(model, "__attrs_post_init__") or any(
            isinstance(one, _SAYS_MORE) for one in vars(model).values()
        ):
            attrs.fields(model)
        return model


#: Instances, to fill which takes as long here as making the model and filling them does by attrs.
_MANY = 300
_SAYS_MORE = type(attrs.field())
_MAKING = RLock()  #: Pages are served by several threads, and to make one model may take making another.


class Outline:
    """The fields of a model, those of the models it is one of first."""

    def __init__(self, model: Any) -> None:
        self.kinds: dict[str, Any] = {}
        self.defaults: dict[str, Any] = {}
        for base in reversed(model.__mro__[1:]):
            if isinstance(inherited := vars(base).get("__outline__"), Outline):
                self.kinds |= inherited.kinds
                self.defaults |= inherited.defaults
        for name, kind in model.__annotations__.items():
            self.kinds[name] = _with_own(kind, model)
            if name in vars(model):
                self.defaults[name] = vars(model)[name]
        self.names = tuple(self.kinds)
        self.needed = self.kinds.keys() - self.defaults.keys()
        self.read: Callable[[object], object] = attrgetter(*self.names) if self.names else _nothing

    def filling(self, model: Any) -> Callable[..., None]:
        """Make what fills an instance, until there are so many that attrs is asked to fill them faster."""
        filled = 0
        names, needed, most = self.names, self.needed, len(self.names)
        ready = {name: one for name, one in self.defaults.items() if not isinstance(one, attrs.Factory)}  # type: ignore[arg-type]
        made = [(name, one.factory) for name, one in self.defaults.items() if name not in ready]

        def fill(self: object, *values: object, **named: object) -> None:
            nonlocal filled
            filled += 1
            if filled == _MANY:
                attrs.fields(model)
            fields = self.__dict__
            fields.update(ready)
            for name, make in made:
                fields[name] = make()
            if values:
                fields.update(zip(names, values))  # noqa: B905 - how many there are is seen below
            fields.update(named)
            if (
                len(fields) != most
                or not needed <= fields.keys()
                or (values and _clash(names, values, named))
            ):
                raise TypeError(
                    f"{type(self).__qualname__}({', '.join(names)}) cannot take {[*values, named]}"
                )

        return fill

    def typed(self, _: type, fields: "list[attrs.Attribute[Any]]") -> "list[attrs.Attribute[Any]]":
        """Give fields their kinds, for attrs."""
        kinds = self.kinds
        return [one if one.type is kinds[one.name] else one.evolve(type=kinds[one.name]) for one in fields]


def _clash(names: tuple[str, ...], values: tuple[object, ...], named: Mapping[str, object]) -> bool:
    """Tell whether there are more values than fields, or a field has two."""
    return len(values) > len(names) or not named.keys().isdisjoint(names[: len(values)])


def _with_own(kind: Any, model: Any) -> Any:
    """Put a model in the place of its name: its parts may be of its own kind."""
    inner = get_args(kind)
    if model.__name__ not in inner:
        return kind
    return get_origin(kind)[tuple(model if one == model.__name__ else one for one in inner)]


class _ToBeMade:
    """Stands for the fields that attrs knows of a model until somebody looks at them."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def __get__(self, _: object, model: Any) -> Any:
        with _MAKING:
            if vars(self._model)["__attrs_attrs__"] is self:
                typed = outline_of(self._model).typed
                attrs.frozen(
                    self._model, auto_detect=False, eq=False, repr=False, slots=False, field_transformer=typed
                )
        return model.__attrs_attrs__


def is_model(kind: Any) -> bool:
    """Tell a frozen model from any other kind of thing."""
    return isinstance(getattr(kind, "__outline__", None), Outline)


def outline_of(model: Any) -> Outline:
    """Tell the fields of a model."""
    outline: Outline = model.__outline__
    return outline


def values_of(model: Any) -> dict[str, Any]:
    """Give the fields of a model with what stands in them; attrs is not asked."""
    return {name: getattr(model, name) for name in outline_of(model).names}


def _nothing(_: object) -> tuple[()]:
    return ()


def _refuse(self: object, *_: object) -> NoReturn:
    raise FrozenInstanceError


def _equals(self: Any, other: object) -> Any:
    read = self.__outline__.read
    return read(self) == read(other) if other.__class__ is self.__class__ else NotImplemented


def _hash_of(self: Any) -> int:
    return hash((self.__class__, self.__outline__.read(self)))


def _shown(self: Any) -> str:
    fields = (f"{name}={getattr(self, name)!r}" for name in self.__outline__.names)
    return f"{self.__class__.__qualname__}({', '.join(fields)})"
