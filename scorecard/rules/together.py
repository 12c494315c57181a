"""What book and rules say of each other: names in one that the other must know.

Of the rules only their mentions are needed, so that rules known to be clean need not be read again.
Loads neither NumPy nor the language of rules.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scorecard.frozen import frozen
from scorecard.likeness import likest
from scorecard.problems import Problem, Spot, in_order
from scorecard.rules.names import unknown_method
from scorecard.rules.scoring.limits import Limits
from scorecard.targets.audits import full_id

if TYPE_CHECKING:
    from scorecard.targets.measures import Book

METHOD_NAMES = ("ratio", "reciprocal", "linear-down", "from-baseline", "tolerance", "closest", "parity")
TRAJECTORY_NAMES = ("open-sdg", "open-sdg-free", "open-sdg-series", "un-ratio", "un-share", "eurostat")
EACH = "each"  #: Stands for every department that has no demands of its own.


@frozen
class Mention:
    """A name of the book that rules speak of, and where they do."""

    name: str
    spot: Spot


@frozen
class Mentions:
    """What rules name of a book."""

    waived: tuple[Mention, ...] = ()  #: Ids of indicators and programmes.
    departments: tuple[Mention, ...] = ()  #: Ids of departments, or `each`.
    scoring: Limits | None = None  #: What is asked of scores; None: nothing is scored.


def check_together(book: "Book", mentions: Mentions) -> list[Problem]:
    """Find what rules and book say of each other that is not so."""
    from scorecard.rules.scoring.saying import check_department_weights

    weights = check_department_weights(book, mentions.scoring)
    across = [*_check_waived(book, mentions), *_check_departments(book, mentions), *weights]
    return in_order([*across, *check_each(book, mentions)])


def check_each(book: "Book", mentions: Mentions) -> list[Problem]:
    """Find what cannot be of an indicator or a department, whatever stands in the others."""
    from scorecard.rules.scoring.saying import check_scores

    return in_order([*_check_methods(book), *check_scores(book, mentions.scoring)])


def _check_waived(book: "Book", mentions: Mentions) -> Iterator[Problem]:
    if not mentions.waived:
        return
    ids = [place.id for place in book.places()]
    ids += [f"{d.id}/{p.id}" for d in book.departments for p in d.programmes]
    ids += [full_id(item) for item in book.audit.items] if book.audit else []
    known = set(ids)
    for mention in mentions.waived:
        if mention.name not in known:
            details = {"found": mention.name, "nearest": likest(mention.name, ids)}
            yield Problem("unknown-indicator", mention.spot, details)


def _check_departments(book: "Book", mentions: Mentions) -> Iterator[Problem]:
    known = [EACH, *(department.id for department in book.departments)]
    for mention in mentions.departments:
        if mention.name not in known:
            details = {"found": mention.name, "nearest": likest(mention.name, known)}
            yield Problem("unknown-department", mention.spot, details)


def _check_methods(book: "Book") -> Iterator[Problem]:
    for place in book.places():
        for key, known in (("method", METHOD_NAMES), ("trajectory", TRAJECTORY_NAMES)):
            name = getattr(place.indicator, key)
            if name and name not in known:
                yield unknown_method(name, book.spots[place.department.id].find(*place.path, key), known)
