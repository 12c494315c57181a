"""Plain data → models, strictly: nothing is quietly turned into something else.

A quick walk reads clean text; where it meets a fault, cattrs walks the models again by the same hooks
and gathers every Mistake. A part inherits from its whole what it does not say itself, and a bare number
takes the unit of what it stands in: the only two things a value learns from its surroundings.
"""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Language, Mistake, Problem
from scorecard.targets import leaves
from scorecard.targets.budgets import BudgetLine, Citation, Money, Printed, Rate, Statement
from scorecard.targets.inheritance import with_inheritance
from scorecard.targets.measures import (
    Comparability,
    Indicator,
    Programme,
    Sources,
    Value,
)
from scorecard.targets.mentions import Mention, Table
from scorecard.targets.periods import Period, read_period
from scorecard.targets.plans import Plan, Planned
from scorecard.targets.quantities import Quantity, read_quantity
from scorecard.targets.quick import Fault, Hook, Quick
from scorecard.targets.revising import Held, Restatement, Revision
from scorecard.targets.schedules import Schedule, read_schedule
from scorecard.targets.spots import SpotMap

if TYPE_CHECKING:
    from scorecard.targets.unshaped import Patient

T = TypeVar("T")

EVEN = "even"  #: The plan of a year that is to come in evenly.
INHERITED = ("level", "aggregation", "direction", "unit", "schedule", "source", "breaks")
ON_THE_SAME_PAGE = ("place", "source")  #: What the parts of a statement inherit.


@frozen
class DepartmentText:
    """A department's file as it is written."""

    department: str
    programmes: tuple[Programme, ...]
    stated: tuple[Statement, ...] = ()
    tables: tuple[Table, ...] = ()
    formerly: tuple[str, ...] = ()
    weight: float = 1.0


@frozen
class ShortValue(Value):
    """A value that is its figure and nothing else, standing inside a longer one."""


@frozen
class LongMoney:
    """A sum of money with more to say than its figure."""

    value: Money
    unit: str = ""
    source: tuple[Citation, ...] = ()
    note: str = ""


@frozen
class LongValue:
    """A value with more to say than its figure."""

    value: ShortValue | None = None
    sum: tuple[Quantity, ...] = ()
    unit: str = ""
    source: tuple[Citation, ...] = ()
    covers: Schedule | None = None
    comparability: Comparability = Comparability.SAME
    provisional: bool = False
    note: str = ""
    reason: str = ""
    checked: str = ""
    grade: str = ""
    restated: tuple[Restatement, ...] = ()
    set_on: date | None = None
    revised: tuple[Revision, ...] = ()
    owner: str = ""
    updated: date | None = None


class Shaper:
    """Shapes plain data into models for one fiscal calendar."""

    def __init__(self, year_begins: int, walk: "Quick | Patient") -> None:
        self._year_begins = year_begins
        self._unit = ""  #: Of the indicator or budget line being read.
        self._aggregation = ""
        self.walk = walk
        self._register()

    def shape(self, data: Any, into: type[T], spots: SpotMap) -> tuple[T | None, list[Problem]]:
        """Shape data into a model, or tell everything that keeps it from being one."""
        try:
            return self.walk.structure(data, into), []
        except (Fault, Mistake):
            from scorecard.targets.unshaped import gather

            return gather(patient_shaper(self._year_begins).walk, data, into, spots)

    def _register(self) -> None:
        """Tell the walk about leaves first, then about our models."""
        register, model = self.walk.register, self.walk.model
        for leaf, hook in self._leaf_hooks():
            register(leaf, hook)
        register(tuple[Citation, ...], self._citations)
        register(Value, self._value)
        register(ShortValue | None, self._short)
        register(Held, self._held)
        register(Plan | None, self._plan)
        register(Money, self._short_money)
        register(Money | None, self._money)
        self._read_long = self._in_own_unit(model(LongValue))
        self._read_long_money = self._in_own_unit(model(LongMoney))
        register(Sources, self._sources(model(Sources)))
        register(BudgetLine, self._in_own_unit(model(BudgetLine)))
        for stated in (Statement, Mention):
            register(stated, self._in_own_unit(model(stated), ON_THE_SAME_PAGE))
        register(Indicator, self._indicator(model(Indicator)))

    def _leaf_hooks(self) -> tuple[tuple[Any, Hook], ...]:
        return (
            (str, leaves.read_words),
            (bool, leaves.read_flag),
            (float, leaves.read_number),
            (int, leaves.read_whole),
            (date, leaves.read_date),
            (Quantity, lambda value, _: read_quantity(leaves.read_words(value), self._unit)),
            (Citation, lambda value, _: leaves.read_citation(leaves.read_words(value))),
            (
                Planned,
                lambda value, _: leaves.read_planned(leaves.read_words(value), self._unit, self._aggregation),
            ),
            (Schedule, lambda value, _: read_schedule(leaves.read_words(value))),
            (Period, lambda value, _: read_period(leaves.read_words(value), self._year_begins)),
            (Rate, lambda value, _: leaves.read_share(leaves.read_words(value))),
            (Rate | None, lambda value, _: leaves.read_rate(leaves.read_words(value))),
            (Printed | None, lambda value, _: leaves.read_printed(leaves.read_words(value), self._unit)),
            (Language, leaves.read_language),
        )

    def _indicator(self, read: Hook) -> Hook:
        def read_indicator(raw: Any, kind: Any) -> Any:
            before = self._unit, self._aggregation
            if isinstance(raw, dict):
                raw = with_inheritance(raw, INHERITED)
                self._unit = _text_at(raw, "unit")
                self._aggregation = _text_at(raw, "aggregation")
            try:
                return read(raw, kind)
            finally:
                self._unit, self._aggregation = before

        return read_indicator

    def _sources(self, read: Hook) -> Hook:
        def read_sources(raw: Any, kind: Any) -> Any:
            if isinstance(raw, dict):
                return read(raw, kind)
            both = self._citations(raw, kind)
            return Sources(both, both)

        return read_sources

    def _citations(self, raw: Any, _: Any) -> tuple[Citation, ...]:
        """Take one citation or a list of them."""
        if isinstance(raw, list):
            return tuple(self.walk.structure(raw, list[Citation]))
        return (leaves.read_citation(leaves.read_words(raw)),)

    def _in_own_unit(self, read: Hook, handed_down: tuple[str, ...] = ()) -> Hook:
        """Let bare numbers take the unit that what they stand in names, or else the one around it."""

        def read_in_own_unit(raw: Any, kind: Any) -> Any:
            before = self._unit
            self._unit = _text_at(raw, "unit") or before
            try:
                return read(with_inheritance(raw, handed_down), kind)
            finally:
                self._unit = before

        return read_in_own_unit

    def _value(self, raw: Any, _: Any) -> Value:
        """Take a value, short or long."""
        if isinstance(raw, dict):
            return self._long_value(self._read_long(raw, LongValue))
        return self._short(raw, Value)

    def _held(self, raw: Any, _: Any) -> Held:
        value = self._short(raw, Value)
        return Held(value.text, value.quantity, value.absent)

    def _short(self, raw: Any, _: Any) -> Value:
        return leaves.read_value(leaves.read_words(raw), self._unit, self._aggregation)

    def _long_value(self, long: LongValue) -> Value:
        if (long.value is None) == (not long.sum):
            raise Mistake("value-or-sum")
        value: Value | None = long.value
        if value is None:
            total = leaves.add_up(long.sum)
            value = Value(total.text, total, parts=long.sum)
        for one in long.restated:
            if value.quantity and one.was.unit != value.quantity.unit:
                raise Mistake("unit-mismatch", found=one.was.unit or "-", expected=value.quantity.unit or "-")
        return attrs.evolve(
            value, source=long.source, covers=long.covers, comparability=long.comparability,
            provisional=long.provisional, note=long.note, reason=long.reason, checked=long.checked, grade=long.grade,
            restated=long.restated, set_on=long.set_on, revised=long.revised, owner=long.owner, updated=long.updated,
        )  # fmt: skip

    def _plan(self, raw: Any, _: Any) -> Plan:
        """Take a plan by parts of the year, or the one word for an even one."""
        if isinstance(raw, dict):
            return Plan(self.walk.structure(raw, dict[Period, Planned]))
        if leaves.read_words(raw) != EVEN:
            raise leaves.unknown_word(raw, [EVEN])
        return Plan(is_even=True)

    def _money(self, raw: Any, _: Any) -> Money | None:
        """Take a sum of money, short in the line's unit or long with a source of its own."""
        if not isinstance(raw, dict):
            return self._short_money(raw, Money)
        long = self._read_long_money(raw, LongMoney)
        return attrs.evolve(long.value, source=long.source) if long.value else None

    def _short_money(self, raw: Any, _: Any) -> Money | None:
        return leaves.read_money(leaves.read_words(raw), self._unit)


@cache
def shaper(year_begins: int) -> Shaper:
    """Make the shaper of a fiscal calendar, once."""
    return Shaper(year_begins, Quick())


@cache
def patient_shaper(year_begins: int) -> Shaper:
    """Make the one that goes on after a fault, once it is needed."""
    from scorecard.targets.unshaped import Patient

    return Shaper(year_begins, Patient())


def _text_at(raw: Any, key: str) -> str:
    value = raw.get(key) if isinstance(raw, dict) else None
    return value if isinstance(value, str) else ""
