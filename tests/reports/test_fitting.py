"""A last page of a few lines is saved, or gets a whole table; no row stands alone."""

from itertools import pairwise

import pytest

from scorecard.reports.layout.fitting import CLOSER, fill_pages, keep_ends
from scorecard.reports.layout.paging import Block, Section, Slice
from scorecard.reports.theme import BODY
from scorecard.reports.things import Text, Thing

PAGE = 1000.0


def rows(count: int) -> tuple[Block, ...]:
    """Make blocks of one row of 10 points, each named by its place."""
    return tuple(
        Block(((Slice(10.0, (Text(0.0, 8.0, str(place), BODY),)),),), parting=(Slice(0.0),))
        for place in range(count)
    )


def counts(pages: list[list[Thing]]) -> list[int]:
    return [sum(isinstance(thing, Text) for thing in page) for page in pages]


@pytest.mark.parametrize("more", range(1, 9))
def test_a_page_of_a_few_lines_is_saved_by_setting_all_a_little_closer(more: int) -> None:
    (page,) = fill_pages([Section(rows(100 + more))], top=0.0, height=PAGE)
    places = [thing.y for thing in page if isinstance(thing, Text)]
    assert len(places) == 100 + more
    steps = {round(after - before, 6) for before, after in pairwise(places)}
    assert steps <= {round(10 * share, 6) for share in CLOSER}


def test_no_line_moves_while_the_last_page_is_full_enough() -> None:
    pages = fill_pages([Section(rows(140))], top=0.0, height=PAGE)
    assert counts(pages) == [100, 40]
    assert [thing.y for thing in pages[1][:2] if isinstance(thing, Text)] == [8.0, 18.0]


def test_a_table_of_which_a_few_rows_would_go_on_goes_on_as_a_whole() -> None:
    sections = [Section(rows(95)), Section(rows(25), space=0.0)]
    assert counts(fill_pages(sections, top=0.0, height=PAGE)) == [95, 25]


def test_a_table_too_long_to_be_moved_is_parted_where_the_page_ends() -> None:
    assert counts(fill_pages([Section(rows(10)), Section(rows(110))], top=0.0, height=PAGE)) == [100, 20]


@pytest.mark.parametrize(("count", "expected"), [(0, []), (1, [1]), (5, [5]), (6, [3, 3]), (8, [3, 1, 1, 3])])
def test_the_first_and_the_last_rows_of_a_table_stay_together(count: int, expected: list[int]) -> None:
    assert [len(block.rows) for block in keep_ends(rows(count))] == expected
