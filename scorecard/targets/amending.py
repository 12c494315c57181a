"""What a person wants written → the changes of a department's file that write it."""

from collections.abc import Mapping, Sequence

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Mistake
from scorecard.targets.leaves import read_value
from scorecard.targets.measures import Book, Department, Place, Programme, Value
from scorecard.targets.nearest import the_one
from scorecard.targets.periods import read_period
from scorecard.targets.splicing import Change
from scorecard.targets.spots import Path
from scorecard.targets.writing import Data

#: Keys of an indicator that its actuals stand behind.
_BEFORE_ACTUAL = ("id", "name", "level", "aggregation", "direction", "unit", "plan", "target")


@frozen
class Entry:
    """An actual to be written."""

    place: Place
    period: str
    words: str
    more: Mapping[str, str] = attrs.Factory(dict)  #: Keys of a long value: source, note, provisional.
    year_begins: int = 1  #: Month the office's fiscal year begins in.

    @property
    def path(self) -> Path:
        """Tell where it will stand."""
        return (*self.place.path, "actual", self.period)

    @property
    def old(self) -> Value | None:
        """Tell what stands there now."""
        return next((v for p, v in self.place.indicator.actual.items() if str(p) == self.period), None)

    @property
    def is_same(self) -> bool:
        """Tell whether the very figure stands there already, and nothing would be said of it."""
        return self.says_the_same and not self.more

    @property
    def says_the_same(self) -> bool:
        """Tell whether the same figure stands there, in whatever writing."""
        old, indicator = self.old, self.place.indicator
        if old is None or old.text == self.words:
            return old is not None
        new = read_value(self.words, indicator.unit, indicator.aggregation.value)
        return old.quantity is not None and _meant(old) == _meant(new)

    @property
    def overwrites(self) -> bool:
        """Tell whether a figure would be lost; `-` and `신규` are none."""
        return self.old is not None and self.old.absent is None and not self.says_the_same


def _meant(value: Value) -> tuple[object, ...]:
    """Take of a figure what does not hang on how it is written."""
    one = value.quantity
    return (one.value, one.unit, one.qualifier, one.fraction) if one else (value.text,)


def check_entry(entry: Entry, *, replace: bool) -> None:
    """Read period and figure as they will be read, and see that no figure is lost unasked.

    Raises their Mistakes, or `value-exists`.
    """
    read_period(entry.period, entry.year_begins)
    read_value(entry.words, entry.place.indicator.unit, entry.place.indicator.aggregation.value)
    if entry.overwrites and not replace:
        old = entry.old.text if entry.old else "-"
        raise Mistake("value-exists", period=entry.period, found=entry.words, old=old)


def changes_of(entry: Entry, data: Data) -> list[Change]:
    """Find what writes an entry into the data of its department's file as that now stands.

    Raises a Mistake `edit-by-hand` for a sum of printed figures, which no single figure replaces.
    """
    for step in entry.place.path:
        data = data[step]
    written = data.get("actual")
    value: Data = {"value": entry.words, **entry.more} if entry.more else entry.words
    if not written:
        new = {entry.period: value}
        if written is None:
            return [Change(entry.place.path, "actual", new, _BEFORE_ACTUAL)]
    path: Path = (*entry.place.path, "actual")
    if entry.period not in written:
        return [Change(path, entry.period, value, _periods_before(entry, written))]
    old = written[entry.period]
    if isinstance(old, str):
        return [Change(path, entry.period, value)]
    if "sum" in old:
        raise Mistake("edit-by-hand", found="sum")
    inner = {"value": entry.words, **entry.more} if not entry.says_the_same else dict(entry.more)
    return [
        Change((*path, entry.period), key, words) for key, words in inner.items() if old.get(key) != words
    ]


def _periods_before(entry: Entry, written: Mapping[str, Data]) -> tuple[str, ...] | None:
    """List the periods a new one stands behind; where they are in no order it stands at the end."""
    order = [read_period(one, entry.year_begins) for one in written]
    if order != sorted(order):
        return None
    new = read_period(entry.period, entry.year_begins)
    return tuple(one for one, period in zip(written, order, strict=True) if period <= new)


def find_department(book: Book, wanted: str) -> Department:
    """Find a department by its id or its printed name; raises a Mistake `unknown-department`."""
    for one in book.departments:
        if wanted in (one.id, one.name):
            return one
    ids = [one.id for one in book.departments]
    return next(one for one in book.departments if one.id == the_one(wanted, ids, "unknown-department"))


def find_programme(book: Book, wanted: str) -> tuple[Department, Programme, Path]:
    """Find a programme by its id or the end of it; raises a Mistake `unknown-programme`."""
    found = {
        f"{department.id}/{programme.id}": (department, programme, ("programmes", p))
        for department in book.departments
        for p, programme in enumerate(department.programmes)
    }
    return found[the_one(wanted, list(found), "unknown-programme")]


def find_indicator(book: Book, wanted: str) -> Place:
    """Find an indicator by its id or the end of it; raises a Mistake `unknown-indicator`."""
    found = {place.id: place for place in book.places()}
    return found[the_one(wanted, list(found), "unknown-indicator")]


def add_item(path: Path, key: str, item: Data, listed: Sequence[Data] | None) -> Change:
    """Make the change that adds an item to a list, which may not be there yet."""
    return Change((*path, key), None, item) if listed else Change(path, key, [item])
