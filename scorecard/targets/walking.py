"""Walks over what a book says besides its indicators and its money."""

from collections.abc import Iterator

from scorecard.targets.measures import OFFICE_ID, Book, Place
from scorecard.targets.mentions import Mention, Table
from scorecard.targets.spots import Path


def mentions_in(book: Book) -> Iterator[tuple[Place, Path, Mention]]:
    """Walk over all mentions: of which indicator, where each stands, what it says; parts after their whole."""
    for place in book.places():
        for path, mention in below(place.path, place.indicator.stated):
            yield place, path, mention


def below(path: Path, mentions: tuple[Mention, ...], key: str = "stated") -> Iterator[tuple[Path, Mention]]:
    """Walk over mentions and their parts."""
    for m, mention in enumerate(mentions):
        where: Path = (*path, key, m)
        yield where, mention
        yield from below(where, mention.parts, "parts")


def tables_in(book: Book) -> Iterator[tuple[str, Path, Table]]:
    """Walk over all tables: department id or `office`, where each stands, what it says."""
    for t, table in enumerate(book.office.tables):
        yield OFFICE_ID, ("tables", t), table
    for department in book.departments:
        for t, table in enumerate(department.tables):
            yield department.id, ("tables", t), table
        for p, programme in enumerate(department.programmes):
            for t, table in enumerate(programme.tables):
                yield department.id, ("programmes", p, "tables", t), table
