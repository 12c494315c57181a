"""What mentions of indicators and tables claim a source to say."""

from collections.abc import Iterator
from functools import partial

from scorecard.targets.claims import Claim, occurs
from scorecard.targets.formulas import split
from scorecard.targets.measures import Book
from scorecard.targets.mentions import FIGURES, SHARES
from scorecard.targets.stating import UNPRINTED
from scorecard.targets.walking import mentions_in, tables_in


def further_claims(book: Book) -> Iterator[Claim]:
    """Walk over the figures of all mentions, and over all printed cells of tables."""
    for place, path, mention in mentions_in(book):
        for kind in FIGURES + SHARES:
            for period, figure in getattr(mention, kind).items():
                where = (*path, kind, str(period))
                stands_on = partial(occurs, figure.text)
                yield Claim(place.department.id, where, figure.text, stands_on, mention.source)
    for owner, path, table in tables_in(book):
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(split(row.cells)):
                if cell not in UNPRINTED:
                    where = (*path, "rows", r, "cells", c)
                    yield Claim(owner, where, cell, partial(occurs, cell), row.source)
