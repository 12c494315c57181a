"""Small things stay whole: short tables, totals, strips of tiles; and the words of narrow heads."""

import attrs
import pytest

from scorecard.cards.card import BudgetRow, BudgetTable
from scorecard.cards.sheets import SheetColumn, SheetRow, Tile
from scorecard.problems import LANGUAGES, Language
from scorecard.reports.layout.budgets import lay_out_budget
from scorecard.reports.layout.paragraphs import strips_of
from scorecard.reports.layout.profiles import centres, reach_at
from scorecard.reports.layout.sheets import GAP, kept_together, lay_out_row, place_columns
from scorecard.reports.marks.standings import RADIUS, STANDINGS
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import SMALL_SOFT, WIDTH
from scorecard.reports.things import Shape
from scorecard.rules.quality.models import Property, Standing
from scorecard.wording.phrases import phrase


def rows(depths: str) -> list[SheetRow]:
    """Make a row for each depth; the last is a total."""
    made = [SheetRow((f"r{place}",), depth=int(depth)) for place, depth in enumerate(depths)]
    return [*made[:-1], attrs.evolve(made[-1], strong=True)]


def test_a_short_table_is_not_parted_and_a_long_one_keeps_its_total() -> None:
    assert [len(group) for group in kept_together(rows("0" * 6))] == [6]
    assert [len(group) for group in kept_together(rows("0" * 8))] == [1, 1, 1, 1, 1, 1, 2]
    assert [len(group) for group in kept_together(rows("01101110"))] == [2, 1, 2, 1, 2]


def test_the_last_row_that_is_no_total_stands_by_itself() -> None:
    plain = [attrs.evolve(row, strong=False) for row in rows("0" * 8)]
    assert [len(group) for group in kept_together(plain)] == [1] * 8


def test_words_with_nothing_beside_them_take_the_whole_line() -> None:
    columns = place_columns((SheetColumn("지표", 1), SheetColumn("수", 9, "right")))
    words = "전년 실적이 같은 것을 잰 값 열 개와 비슷한 것을 잰 값 아홉 개"
    assert len(lay_out_row(SheetRow((words, "")), columns)) == 1
    assert len(lay_out_row(SheetRow((words, "3")), columns)) > 1


def budget(lines: int) -> BudgetTable:
    row = BudgetRow("세부사업", "1", "1", "1", "1", "100%", 1.0)
    made = (*(row for _ in range(lines)), attrs.evolve(row, name="계", total=True))
    return BudgetTable("", ("세부사업", "본예산", "예산현액", "전년 최종", "집행액", "집행률"), made, 1.0)


@pytest.mark.parametrize(("lines", "expected"), [(3, [4]), (5, [6]), (6, [1, 1, 1, 1, 1, 2])])
def test_a_budget_keeps_its_total_with_what_it_counts(lines: int, expected: list[int]) -> None:
    section = lay_out_budget(budget(lines), "ko")
    assert [len(block.rows) for block in section.blocks] == expected


def test_tiles_fill_their_lines_evenly() -> None:
    tiles = [Tile("집행률", "사업 100% · 예산 100%") for _ in range(7)]
    assert [len(strip) for strip in strips_of(tiles)] == [4, 3]
    assert [tile for strip in strips_of(tiles) for tile in strip] == tiles
    assert strips_of([]) == []


def test_half_a_circle_is_the_one_of_the_legend() -> None:
    """The letter ◐ is black at the left."""
    _, half = STANDINGS[Standing.PARTLY](0.0, 0.0)
    assert isinstance(half, Shape)
    assert max(x for x, _ in half.points) < 1e-9
    assert min(x for x, _ in half.points) == pytest.approx(-RADIUS)


@pytest.mark.parametrize("count", range(len(Property) + 1))
def test_words_on_the_reach_begin_right_of_the_last_mark(count: int) -> None:
    assert all(place + RADIUS < reach_at(count) < WIDTH for place in centres(count))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_head_of_the_table_of_departments_is_broken(language: Language) -> None:
    """Eleven columns of 1 beside one of 3: the most there can be."""
    room = (WIDTH - GAP * 11) / 14
    keys = ("n", "easy", "flat", "fair", "wild", "unjudged")
    heads = [phrase(f"quality-head-{key}", language) for key in keys]
    heads += [phrase(f"property-{one.value}", language) for one in Property]
    assert [head for head in heads if any(text_width(word, SMALL_SOFT) > room for word in head.split())] == []
