"""The walk that leaves out what is at fault and keeps all the rest; loaded only where there is a fault.

It goes as the quick walk goes, by the same hooks. Where a key, an item or a name cannot be read, that alone
is left out and remembered as a hole; what a model cannot be without gets a stand-in. Whatever is then said
of a hole, or hangs on one, follows from a mistake that is told already (see `hanging`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from functools import partial, reduce
from itertools import count
from typing import Any, get_origin

from scorecard.frozen import outline_of
from scorecard.problems import MOST_PROBLEMS, Mistake
from scorecard.targets.nearest import all_like, is_like
from scorecard.targets.periods import LAST_YEAR, Period
from scorecard.targets.placing import GONE
from scorecard.targets.quick import Fault, Hook, Quick, only
from scorecard.targets.spots import Marks, Path, step_into

_OF_FIGURES = ("sum", "last", "mean", "max")  #: Aggregations that read a figure in the same way.
_STAND_INS: Mapping[Any, Any] = {int: 1, float: 1.0, date: date.max, Period: Period(LAST_YEAR)}


class Sparing(Quick):
    """Goes on after every fault, and does not say what was wrong: the patient walk does."""

    def __init__(self) -> None:
        super().__init__()
        self.holes: list[Path] = []  #: By their paths in what was kept.
        self.meant: set[Path] = set()  #: Keys that are perhaps written, but for a slip in their names.
        #: What is wrong around holes, with those: nobody else can see it.
        self.late: list[tuple[Path, Mistake, tuple[Path, ...]]] = []
        self._path: Path = ()
        self._drops: list[tuple[Path, int]] = []  #: Lists, and which of their items were left out.
        self._numbers = count(1)
        self._unlike = 0

    def keep(self, data: Any, kind: Any) -> Any:
        """Make a kind of plain data, whatever is wrong with it."""
        kept = self._spare((), partial(self.structure, data, kind))
        return self._stand_in(kind) if kept is _NOTHING else kept

    def model(self, model: Any) -> Hook:
        """Make the hook of a model: what it cannot be without gets a stand-in."""
        outline = outline_of(model)
        kinds, needed = outline.kinds, [name for name in outline.names if name in outline.needed]

        def read_keys(raw: dict[str, Any], _: Any) -> Any:
            said: dict[str, Any] = {}
            for key, value in raw.items():
                if key in kinds:
                    kept = self._below(key, partial(self.structure, value, kinds[key]))
                    if kept is not _NOTHING:
                        said[key] = kept
            unsaid = [name for name in needed if name not in said]
            said |= {name: self._stand_in(kinds[name]) for name in unsaid}
            for name in {*unsaid, *self._meant(raw, kinds)}:
                hole = (*self._path, name)
                if name not in raw:
                    self.holes += [hole, *_words(hole, None)]
                elif isinstance(raw[name], dict | list):  # What is there is so; there may be more.
                    self.holes.append((*hole, GONE))
            return model(**said)

        return only(dict, "expected-mapping", read_keys)

    def _make_list(self, item: Any, into: type) -> Hook:
        def read_items(raw: list[Any], _: Any) -> Any:
            kept: list[Any] = []
            for index, one in enumerate(raw):
                made = self._below(len(kept), partial(self.structure, one, item), GONE)
                if made is _NOTHING:
                    self._drops.append((self._path, index))
                else:
                    kept.append(made)
            return into(kept)

        return only(list, "expected-list", read_items)

    def _make_mapping(self, key: Any, value: Any) -> Hook:
        def read_items(raw: dict[str, Any], _: Any) -> Any:
            kept: dict[Any, Any] = {}
            for name, one in raw.items():
                read = self._below(name, partial(self.structure, name, key), GONE)
                if read is _NOTHING:
                    continue
                made = self._below(name, partial(self.structure, one, value))
                if made is not _NOTHING:
                    kept[read] = made
                elif key is str:  # A name stays known, whatever is said of it.
                    kept[read] = self._stand_in(value)
            return kept

        return only(dict, "expected-mapping", read_items)

    def _below(self, step: str | int, read: Callable[[], Any], *instead: int) -> Any:
        """Read what stands below; what cannot be read leaves a hole, there or in its stead."""
        above = self._path
        self._path = (*above, step)
        try:
            return self._spare((*above, *(instead or (step,))), read)
        finally:
            self._path = above

    def _spare(self, hole: Path, read: Callable[[], Any]) -> Any:
        holes, late, drops = len(self.holes), len(self.late), len(self._drops)
        try:
            return read()
        except (Fault, Mistake) as fault:
            inside = self.holes[holes:]
            del self.late[late:]
            if inside and isinstance(fault, Mistake) and GONE not in hole:
                self.late.append((hole, fault, tuple(inside)))
            self.holes[holes:] = [hole, *_words(hole, fault)]
            del self._drops[drops:]
            return _NOTHING

    def _meant(self, raw: Mapping[str, Any], kinds: Mapping[str, Any]) -> Iterable[str]:
        """Tell which keys the unknown ones may stand for: those they are like, or else all that are not written."""
        meant: set[str] = set()
        for key in raw.keys() - kinds.keys():
            self._unlike += 1
            like = all_like(key, kinds) if self._unlike <= MOST_PROBLEMS else ()
            if not like:
                return meant | (kinds.keys() - raw.keys())
            meant |= {*like}
            self.meant |= {(*self._path, one) for one in like}
        return meant

    def _stand_in(self, kind: Any) -> Any:
        """Make something of a kind in place of what cannot be read; no two words are the same."""
        if get_origin(kind) is not None:
            return {} if get_origin(kind) in (Mapping, dict) else ()
        if kind is str:
            return f"?{next(self._numbers)}"
        if isinstance(kind, type) and issubclass(kind, Enum):
            return next(iter(kind))
        if kind in _STAND_INS:
            return _STAND_INS[kind]
        outline = outline_of(kind)
        return kind(
            **{name: self._stand_in(outline.kinds[name]) for name in outline.names if name in outline.needed}
        )

    def pruned(self, marks: Marks) -> Marks:
        """Leave out of the places of a text those of the items that were left out."""
        for path, dropped in sorted(self._dropped().items(), key=lambda one: len(one[0])):
            within = reduce(step_into, path, marks)
            if within is not None:  # A part has its whole's lists without writing them.
                within[1:] = [one for index, one in enumerate(within[1:]) if index not in dropped]
        return marks

    def kept_at(self, path: Path) -> Path | None:
        """Tell where a path of the text leads in what was kept; None: to what was not."""
        dropped = self._dropped()
        kept: Path = ()
        for step in path:
            gone = dropped.get(kept, set())
            if step in gone:
                return None
            kept = (*kept, step - sum(one < step for one in gone) if isinstance(step, int) else step)
        return kept

    def _dropped(self) -> Mapping[Path, set[int]]:
        dropped: dict[Path, set[int]] = defaultdict(set)
        for path, index in self._drops:
            dropped[path].add(index)
        return dropped


def _words(hole: Path, fault: Exception | None) -> Iterable[Path]:
    """Tell whether words may be meant where figures are expected, for how they are added up is not known."""
    if hole[-1:] == ("aggregation",):
        said = fault.details if isinstance(fault, Mistake) else {}
        meant = said.get("nearest", "-")
        if meant not in _OF_FIGURES or not is_like(said["found"], meant):
            yield (*hole, "words")


_NOTHING = object()
