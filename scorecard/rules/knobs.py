"""The values of the rules and the weights of a book, each moved a fifth up and down as far as it can go.

A value whose neighbours or kind stop it is moved to the last place it can have, and that is said; one
that cannot move at all is listed as such.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

import attrs

from scorecard.frozen import frozen
from scorecard.rules.attaining import is_milestone
from scorecard.rules.changing import Steps, values_of, with_value
from scorecard.rules.loading import check_rules
from scorecard.rules.models import RuleBook
from scorecard.rules.scoring.models import Parameter, Series
from scorecard.targets.facts import Facts

FIFTH = 0.2
Owner = tuple[str, int] | tuple[str, int, int]  # What, which of them, and of a row's steps which.
_NO_LIMITS = (("scoring", "weights", "decimals"), ("scoring", "adjustments", "most"))
#: How points are written, and beyond which an adjustment is refused in the text, decides nothing that is judged.
_STEPS = 12  #: In which a value that is stopped comes back from the whole fifth.


class Way(Enum):
    """Which way a value is moved."""

    DOWN = -1
    UP = 1


class Limit(Enum):
    """Why a value was not moved by just a fifth."""

    WHOLE = "whole"  #: It is a whole number, and moves by at least one.
    STOPPED = "stopped"  #: Its neighbours, or what can be at all, stop it before.


@frozen
class Move:
    """A value in another place."""

    way: Way
    value: object
    limit: Limit | None
    rules: RuleBook | None = None  #: The rules with it; None: it is a weight.
    weight: float = 0.0


@frozen
class Knob:
    """A value that is moved by itself."""

    name: str  #: As `what-if` takes it: `rules.attainment.bands.watch`, `jobs/p/i.weight`.
    value: object
    moves: tuple[Move, ...]  #: Down first; fewer than two where it cannot move.
    owner: Owner = ("", 0)  #: Of a value of the book: of a row, programme or department, and which.
    rule: str = ""  #: Id of the risk rule whose condition it stands in.
    is_money: bool = False
    is_question: bool = False  #: It is 0 or stands beside `==`: no threshold, and never moved.

    @property
    def is_weight(self) -> bool:
        """Tell a weight, or a tolerance, of the book from a value of the rules."""
        return bool(self.owner[0])

    @property
    def is_figured(self) -> bool:
        """Tell what attainment itself is reckoned with: the weight of a step, a tolerance."""
        return self.owner[0] in ("step", "tolerance")

    @property
    def file(self) -> str:
        """Name the file of rules it stands in; empty of a weight."""
        return "" if self.is_weight else self.name.split(".")[1]


def knobs_of(rules: RuleBook) -> Iterator[Knob]:
    """List the bands, caps, parameters, floors and limits written as values; conditions hold thresholds too."""
    for steps, value in values_of(rules):
        if steps not in _NO_LIMITS and _is_number(value):
            moves = (_moved(rules, steps, value, way) for way in Way)
            yield Knob(".".join(("rules", *steps)), plain(value), tuple(one for one in moves if one))


def weights_of(facts: Facts, counted: tuple[bool, ...]) -> Iterator[Knob]:
    """List the weights of indicators that carry any, of programmes and of departments."""
    places: Iterable[tuple[str, float, Owner]] = (
        (place.id, place.indicator.weight, ("row", row))
        for row, place in enumerate(facts.places)
        if counted[row]
    )
    programmes: Iterable[tuple[str, float, Owner]] = (
        (f"{department.id}/{programme.id}", programme.weight, ("programme", at))
        for at, (department, programme) in enumerate(facts.owners)
    )
    departments: Iterable[tuple[str, float, Owner]] = (
        (one.id, one.weight, ("department", at)) for at, one in enumerate(facts.book.departments)
    )
    for name, weight, owner in (*places, *programmes, *departments):
        yield _of_book(f"{name}.weight", weight, owner)


def own_values_of(facts: Facts) -> Iterator[Knob]:
    """List what indicators reckon with on their own: the weights of their steps, and tolerances."""
    for row, place in enumerate(facts.places):
        for at, step in enumerate(place.indicator.steps if is_milestone(place.indicator) else ()):
            yield _of_book(f"{place.id}.steps.{step.name}.weight", step.weight, ("step", row, at))
        if place.indicator.tolerance is not None:
            yield _of_book(f"{place.id}.tolerance", place.indicator.tolerance, ("tolerance", row))


def _of_book(name: str, value: float, owner: Owner) -> Knob:
    moved = [(way, scaled_by(value, way.value * FIFTH)) for way in Way]
    moves = tuple(Move(way, one, None, weight=one) for way, one in moved)
    return Knob(name, value, moves if value > 0 else (), owner)


def reweighted(facts: Facts, owner: Owner, weight: float) -> Facts:
    """Put another weight, or tolerance, in its place, and leave every figure as it is laid out."""
    kind, at, *inner = owner
    if kind == "department":
        departments = list(facts.book.departments)
        departments[at] = attrs.evolve(departments[at], weight=weight)
        return attrs.evolve(facts, book=attrs.evolve(facts.book, departments=tuple(departments)))
    if kind == "programme":
        owners = list(facts.owners)
        department, programme = owners[at]
        owners[at] = (department, attrs.evolve(programme, weight=weight))
        return attrs.evolve(facts, owners=tuple(owners))
    places = list(facts.places)
    indicator = places[at].indicator
    if kind == "step":
        steps = list(indicator.steps)
        steps[inner[0]] = attrs.evolve(steps[inner[0]], weight=weight)
        indicator = attrs.evolve(indicator, steps=tuple(steps))
    elif kind == "tolerance":
        indicator = attrs.evolve(indicator, tolerance=weight)
    else:
        indicator = attrs.evolve(indicator, weight=weight)
    places[at] = attrs.evolve(places[at], indicator=indicator)
    return attrs.evolve(facts, places=tuple(places))


def plain(value: object) -> object:
    """Take the number, or the numbers, out of what holds them."""
    if isinstance(value, Parameter):
        return value.value
    return value.values if isinstance(value, Series) else value


def _is_number(value: object) -> bool:
    return isinstance(plain(value), int | float | tuple) and not isinstance(value, bool)


def _moved(rules: RuleBook, steps: Steps, value: object, way: Way) -> Move | None:
    """Move a value by a fifth, or by what its rules allow; None: not at all."""
    is_whole = isinstance(value, int) or _only_whole(rules, steps, value)
    tried = [_whole(value, way)] if is_whole else _places(value, way)
    for place, one in enumerate(tried):
        if plain(one) == plain(value):
            continue
        changed = with_value(rules, steps, one)
        if not check_rules(changed):
            limit = Limit.WHOLE if is_whole else Limit.STOPPED if place else None
            return Move(way, plain(one), limit, changed)
    return None


def _places(value: object, way: Way) -> list[object]:
    """List where a value may go, the furthest first; a share that may be all of something goes up to just that."""
    number = plain(value)
    places = [_scaled(value, way.value * share) for share in shares_of()]
    passes_all = isinstance(number, float) and 0 < number < 1 < number * (1 + way.value * FIFTH)
    return [places[0], _with(value, 1.0), *places[1:]] if passes_all else places


def _only_whole(rules: RuleBook, steps: Steps, value: object) -> bool:
    """Tell whether a number of years, say, can be nothing but whole."""
    number = plain(value)
    if not isinstance(number, float) or not number.is_integer():
        return False
    return bool(check_rules(with_value(rules, steps, _with(value, number + 0.5)))) and not check_rules(
        with_value(rules, steps, _with(value, number + 1))
    )


def _whole(value: object, way: Way) -> object:
    number = plain(value)
    assert isinstance(number, int | float)  # noqa: S101
    moved = whole_step(number, way)
    return _with(value, int(moved) if isinstance(value, int) else moved)


def _scaled(value: object, share: float) -> object:
    number = plain(value)
    if isinstance(number, tuple):
        return _with(value, tuple(scaled_by(one, share) for one in number))
    assert isinstance(number, int | float)  # noqa: S101
    return _with(value, scaled_by(number, share))


def shares_of() -> list[float]:
    """List how far a value is tried to be moved: the whole fifth first, then ever less of it."""
    return [FIFTH * part / _STEPS for part in range(_STEPS, 0, -1)]


def whole_step(number: float, way: Way) -> float:
    """Move a whole number by a fifth, and by at least one."""
    return float(number + way.value * max(1, round(abs(number) * FIFTH)))


def scaled_by(number: float, share: float) -> float:
    """Move a number by a share of it, without what binary fractions add behind the twelfth figure."""
    return float(f"{number * (1 + share):.12g}")


def _with(value: object, number: Any) -> object:
    """Put a number, or numbers, into what holds them."""
    if isinstance(value, Parameter):
        return attrs.evolve(value, value=number)
    return attrs.evolve(value, values=number) if isinstance(value, Series) else number
