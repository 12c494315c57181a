"""Ids that were changed: an indicator, a programme or a department by the ids it once had."""

from collections.abc import Iterator, Mapping

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Problem
from scorecard.targets.measures import Book, Place
from scorecard.targets.spots import Path


@frozen
class Renaming:
    """Former ids and today's, by what they name."""

    departments: Mapping[str, str] = attrs.Factory(dict)
    programmes: Mapping[str, str] = attrs.Factory(dict)  #: `department/programme`.
    indicators: Mapping[str, str] = attrs.Factory(dict)  #: Whole ids, parts included.

    def today(self, former: str) -> str:
        """Tell the id a place has today; a part goes with its whole, a whole with its programme."""
        if former in self.indicators:
            return self.indicators[former]
        above, _, last = former.rpartition("/")
        depth = former.count("/")
        if depth == 0:
            return self.departments.get(former, former)
        if depth == 1:
            moved = self.programmes.get(former) or f"{self.today(above)}/{last}"
            return self.programmes.get(moved, moved)
        moved = f"{self.today(above)}/{last}"
        return self.indicators.get(moved, moved)


def renaming_of(book: Book) -> Renaming:
    """Gather the former ids a book tells of."""
    return Renaming(
        {former: one.id for one in book.departments for former in one.formerly},
        {former: today for today, _, former, _ in _of_programmes(book)},
        {former: place.id for place in book.places() for former in former_ids(place)},
    )


def former_ids(place: Place) -> tuple[str, ...]:
    """List the whole ids a place itself once had; one written as a single word lay beside today's."""
    beside = place.id.rpartition("/")[0]
    return tuple(one if "/" in one else f"{beside}/{one}" for one in place.indicator.formerly)


def _of_programmes(book: Book) -> Iterator[tuple[str, str, str, Path]]:
    """Walk over programmes' former ids: today's id, the department it stands in, the former id, its path."""
    for department in book.departments:
        for p, programme in enumerate(department.programmes):
            for f, one in enumerate(programme.formerly):
                former = one if "/" in one else f"{department.id}/{one}"
                yield (
                    f"{department.id}/{programme.id}",
                    department.id,
                    former,
                    ("programmes", p, "formerly", f),
                )


def check_former_ids(book: Book) -> Iterator[Problem]:
    """Find former ids that something has today, or that two lay claim to."""
    yield from _check_departments(book)
    yield from _check_programmes(book)
    taken = {place.id: place.indicator.name for place in book.places()}
    for place in book.places():
        for index, one in enumerate(former_ids(place)):
            if one in taken:
                spot = book.spots[place.department.id].find(*place.path, "formerly", index)
                yield Problem("former-id-in-use", spot, {"found": one, "name": taken[one]})
            taken[one] = place.indicator.name


def _check_departments(book: Book) -> Iterator[Problem]:
    taken = {department.id: department.name for department in book.departments}
    for department in book.departments:
        for index, one in enumerate(department.formerly):
            if one in taken:
                spot = book.spots[department.id].find("formerly", index)
                yield Problem("former-id-in-use", spot, {"found": one, "name": taken[one]})
            taken[one] = department.name


def _check_programmes(book: Book) -> Iterator[Problem]:
    taken = {
        f"{department.id}/{programme.id}": programme.name
        for department in book.departments
        for programme in department.programmes
    }
    for today, department, one, path in _of_programmes(book):
        if one in taken:
            spot = book.spots[department].find(*path)
            yield Problem("former-id-in-use", spot, {"found": one, "name": taken[one]})
        taken[one] = taken[today]
