"""What became of a programme or an indicator between a base and now, in words and with both places."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

import attrs

from scorecard.cards.revisions import Comparison, compare
from scorecard.cards.standings import Bit, Standing, spots_of
from scorecard.problems import Language, Spot
from scorecard.rules.assess import Assessment
from scorecard.rules.demands import Share
from scorecard.targets.measures import OFFICE_ID, Department, Place
from scorecard.targets.renaming import Renaming, renaming_of
from scorecard.wording.numbers import grouped, points, won
from scorecard.wording.phrases import phrase

T = TypeVar("T")

NOTHING: Bit = (0.0, 0.0)
_GROUPS: Mapping[Share, str] = MappingProxyType(
    {
        Share.COUNT: "target",
        Share.WEIGHT: "target",
        Share.BUDGET: "target",
        Share.PREVIOUS: "previous",
        Share.ACTUAL: "actual",
        Share.FRESH: "fresh",
    }
)


@attrs.frozen
class Cause:
    """What caused a demand not to hold: a programme, an indicator, or what was found at one."""

    id: str
    name: str  #: Printed names, from the department down.
    message: str
    spot: Spot  #: Where it stands now, or its department's file.
    old: str = ""  #: What the base says, as written.
    old_place: str = ""  #: Where the base says it.
    rule: str = ""  #: Of a finding.


@attrs.frozen(eq=False)
class Pair:
    """How a project stands beside how it stood, with everything that is looked up by id."""

    assessment: Assessment
    now: Standing
    base: Standing
    places: Mapping[str, Place]
    names: Mapping[str, str]  #: Printed names, from the department down.
    spots: Mapping[str, Spot]
    formerly: Mapping[str, str]  #: Ids in the base → today's, of programmes and indicators.
    departments: Mapping[str, str]  #: Former ids of departments → today's.
    compared: Comparison

    @property
    def language(self) -> Language:
        """Tell the language of everything said."""
        return self.assessment.facts.book.office.language

    def department(self, one: str) -> Department:
        """Find a department by its id."""
        return next(each for each in self.assessment.facts.book.departments if each.id == one)

    def today(self, one: str) -> str:
        """Put an id of the base into today's."""
        return self.formerly.get(one, one)

    def was_at(self, one: str, *path: str) -> str:
        """Find where the base says something of an indicator or programme of today; empty: nowhere."""
        former, then = self.former(one), self.base.told
        if path and isinstance(then, Assessment):
            for place in then.facts.places:
                if place.id == former:
                    spot = then.facts.book.spots[place.department.id].find(*place.path, *path)
                    return f"{self.base.at}{spot}"
        return self.base.spots.get(former, "")

    def former(self, one: str) -> str:
        """Tell the id in the base of what has this one today."""
        return next((then for then, today in self.formerly.items() if today == one), one)

    def find(self, one: str) -> Spot:
        """Find where something stands; what is gone stood in its department's file."""
        return self.spots.get(one) or Spot(f"targets/{one.partition('/')[0]}.yaml", 0, 0)


def pair_up(now: Standing, base: Standing) -> Pair:
    """Prepare a judged project to be held against a base."""
    assessment = now.told
    if not isinstance(assessment, Assessment):
        raise TypeError(now.label)
    compared = compare(base.told, assessment)
    places = {place.id: place for place in assessment.facts.places}
    names = {
        one: f"{p.department.name} · {p.programme.name} · {p.indicator.name}" for one, p in places.items()
    }
    for department, programme in assessment.facts.owners:
        names[f"{department.id}/{programme.id}"] = f"{department.name} · {programme.name}"
    renaming = renaming_of(assessment.facts.book)
    formerly = dict(_moved(base, names, renaming, places))
    return Pair(
        assessment,
        now,
        _under_todays_names(base, renaming),
        places,
        names,
        spots_of(assessment),
        formerly,
        renaming.departments,
        compared,
    )


def _moved(
    base: Standing, names: Mapping[str, str], renaming: Renaming, places: Mapping[str, Place]
) -> Iterator[tuple[str, str]]:
    """Put ids of the base beside today's where they differ; one that is in use stays what it is."""
    known = {*base.spots, *(one for bits in base.units.values() for one in bits)}
    # A programme that does not name its former id is known by that of its indicators.
    of_programmes = {_programme(then): _programme(now) for then, now in renaming.indicators.items()}
    for one in known - names.keys():
        today = renaming.today(one)
        today = today if today in names else of_programmes.get(one, one)
        if today in names and today not in known:
            yield one, today


def _under_todays_names(base: Standing, renaming: Renaming) -> Standing:
    """Put what a base tells of departments under the names they have today."""

    def renamed(told: Mapping[str, T]) -> dict[str, T]:
        return {one if one == OFFICE_ID else renaming.today(one): value for one, value in told.items()}

    found = None if base.found is None else renamed(base.found)
    return attrs.evolve(base, totals=renamed(base.totals), found=found)


def _programme(one: str) -> str:
    return "/".join(one.split("/")[:2])


def tell_share(pair: Pair, share: Share, one: str, bits: tuple[Bit | None, Bit | None], did: float) -> Cause:
    """Tell what a unit brought to a share in the base, what it brings now, and by how much that lowered it."""
    old, new = bits
    kind = "new" if old is None else "gone" if new is None else "lost" if new[0] < old[0] else "moved"
    if kind == "lost" and share is Share.BUDGET and new and new[0]:
        kind = "moved"
    was, now = (_amount(share, (bit or NOTHING)[1], pair.language) for bit in bits)
    said = phrase(f"cause-{kind}-{_GROUPS[share]}", pair.language, old=was, new=now)
    text = pair.base.texts.get(share, {}).get(pair.former(one), "") if kind in ("gone", "lost") else ""
    if text:
        said += phrase("cause-was", pair.language, text=text)
    said += phrase("cause-did", pair.language, points=points(did * 100, pair.language))
    return Cause(one, pair.names.get(one, one), said, pair.find(one), text, pair.was_at(one) if old else "")


def _amount(share: Share, whole: float, language: Language) -> str:
    return won(whole, language) if share is Share.BUDGET else grouped(whole, 2)
