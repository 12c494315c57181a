"""Frozen models: what attrs would make of a class, but made when the first of it is needed."""

import copy
import pickle
import pkgutil
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from threading import Barrier
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import scorecard
from scorecard.frozen import frozen, outline_of


@frozen
class Point:
    """A model of this file."""

    across: float
    up: float = 0.0
    marks: tuple[str, ...] = attrs.Factory(tuple)


@frozen
class Named(Point):
    """A model of a model."""

    name: str = ""


@attrs.frozen
class Usual:
    """The same, by attrs alone."""

    across: float
    up: float = 0.0
    marks: tuple[str, ...] = attrs.field(factory=tuple)


VALUES = st.tuples(st.sampled_from([0.0, 1.0, -0.0]), st.integers(0, 2), st.sampled_from([(), ("a",)]))


@given(VALUES, VALUES)
def test_what_is_equal_and_how_it_is_shown_is_as_attrs_has_it(one: Any, other: Any) -> None:
    ours, usual = (Point(*one), Point(*other)), (Usual(*one), Usual(*other))

    assert (ours[0] == ours[1]) == (usual[0] == usual[1])
    if ours[0] == ours[1]:
        assert hash(ours[0]) == hash(ours[1])
    assert repr(ours[0]) == repr(usual[0]).replace("Usual", "Point")


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        ((), {"up": 1.0}),
        ((1.0, 2.0, (), 4), {}),
        ((1.0,), {"across": 1.0}),
        ((1.0,), {"down": 1.0}),
    ],
    ids=["missing", "still missing", "too many", "twice", "unknown"],
)
def test_a_model_takes_its_fields_and_nothing_else(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for model in (Point, Usual):
        with pytest.raises(TypeError):
            model(*values, **named)


def test_each_instance_has_containers_of_its_own() -> None:
    @frozen
    class Kept:
        things: list[int] = attrs.Factory(list)

    assert Kept().things is not Kept().things


def test_what_is_done_when_a_model_is_filled_is_done_for_the_first_one() -> None:
    @frozen
    class Doubled:
        value: int
        twice: int = attrs.field(init=False)

        def __attrs_post_init__(self) -> None:
            object.__setattr__(self, "twice", 2 * self.value)

    assert Doubled(2).twice == 4


def test_parts_may_be_of_the_kind_of_their_whole() -> None:
    @frozen
    class Whole:
        parts: tuple["Whole", ...] = ()

    assert outline_of(Whole).kinds["parts"] == attrs.fields(Whole).parts.type == tuple[Whole, ...]


def test_a_pattern_takes_fields_in_their_order() -> None:
    match Named(1.0, 2.0):
        case Named(across, up):
            assert (across, up) == (1.0, 2.0)


def test_models_of_two_classes_are_never_equal() -> None:
    assert Point(1.0) != Named(1.0)
    assert Point(1.0) != Usual(1.0)  # type: ignore[comparison-overlap]
    assert len({Point(1.0), Named(1.0), Point(1.0, 0.0)}) == 2


def test_a_model_is_equal_to_itself_even_where_a_figure_is_not() -> None:
    """A value without a figure is NaN, which equals nothing."""
    point = Point(float("nan"))

    assert point == copy.copy(point)


def test_nothing_of_a_model_can_be_set_or_taken_away() -> None:
    point = Point(1.0)

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        point.up = 2.0  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del point.up


def test_a_model_of_a_model_has_the_fields_of_both_whichever_is_needed_first() -> None:
    @frozen
    class Under:
        one: int

    @frozen
    class Over(Under):
        two: int = 2

    assert [field.name for field in attrs.fields(Over)] == ["one", "two"]
    assert Over(1) == Over(1, 2)
    assert attrs.evolve(Over(1), one=3) == Over(3)
    assert Under(1) == Under(1)


def test_models_can_be_copied_and_sent_to_another_process() -> None:
    point = Named(1.0, marks=("a",), name="b")

    assert pickle.loads(pickle.dumps(point)) == copy.deepcopy(point) == point


def test_a_model_is_made_once_though_many_need_it_at_once() -> None:
    for _ in range(20):

        @frozen
        class Wanted:
            value: int
            other: int = 5

        together = Barrier(8)

        def make(value: int, together: Barrier = together, model: type = Wanted) -> int:
            together.wait()
            return int(model(value).other)

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(make, range(8))) == [5] * 8


def test_every_model_can_be_made() -> None:
    """A model nobody needs in a test would tell its mistakes to whoever needs it first."""
    made = 0
    for module in pkgutil.walk_packages(scorecard.__path__, "scorecard."):
        if not module.name.endswith("__main__"):
            for kind in vars(import_module(module.name)).values():
                if isinstance(kind, type) and kind.__module__ == module.name and attrs.has(kind):
                    assert attrs.fields(kind) is not None
                    made += 1
    assert made > 200


def test_attrs_fills_a_model_of_which_there_are_many() -> None:
    @frozen
    class Common:
        value: int
        other: int = 5

    first = [Common(value) for value in range(500)]

    assert Common.__init__.__code__.co_filename.startswith("<attrs generated")
    assert first == [Common(value, other=5) for value in range(500)]
