"""Small things stay whole: short tables, totals, strips of tiles; and the words of narrow heads."""

import attrs
import pytest

from scorecard.cards.card import BudgetRow, BudgetTable
from scorecard.cards.sheets import SheetColumn, SheetRow, Tile
from scorecard.problems import LANGUAGES, Language
from scorecard.reports.layout.budgets import lay_out_budget
from scorecard.reports.layout.office import lay_out_office, with_actions_once
from scorecard.reports.layout.paragraphs import lay_out_uncovered, strips_of
from scorecard.reports.layout.profiles import centres, reach_at
from scorecard.reports.layout.sheets import GAP, lay_out_blocks, lay_out_row, place_columns
from scorecard.reports.marks.standings import RADIUS, STANDINGS
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import SMALL_SOFT, WIDTH
from scorecard.reports.things import Shape, Text
from scorecard.rules.quality.models import Property, Standing
from scorecard.wording.phrases import phrase

from .samples import english_edition, sample_card, sample_edition, sample_line, sample_note


def rows(depths: str) -> list[SheetRow]:
    """Make a row for each depth; the last is a total."""
    made = [SheetRow((f"r{place}",), depth=int(depth)) for place, depth in enumerate(depths)]
    return [*made[:-1], attrs.evolve(made[-1], strong=True)]


def pieces(depths: str) -> list[int]:
    """Tell how many rows stay together in each piece of a table."""
    columns = place_columns((SheetColumn("지표", 1),))
    return [len(block.rows) for block in lay_out_blocks(tuple(rows(depths)), columns, "ko")]


def test_a_short_table_is_not_parted_and_a_long_one_keeps_its_ends() -> None:
    assert pieces("0" * 5) == [5]
    assert pieces("0" * 8) == [3, 1, 1, 3]


def test_a_head_keeps_the_first_two_of_its_rows_and_the_last_two_stay_together() -> None:
    assert pieces("0111111110111100") == [3, 1, 1, 1, 1, 2, 3, 4]


def test_a_row_is_named_again_where_those_below_it_go_on() -> None:
    columns = place_columns((SheetColumn("지표", 1),))
    first, *others = lay_out_blocks(tuple(rows("01111111")), columns, "ko")
    assert first.under == ()
    for block in others:
        (text,) = [thing for each in block.under for thing in each.things if isinstance(thing, Text)]
        assert text.words == "r0 (계속)"


def test_words_with_nothing_beside_them_take_the_whole_line() -> None:
    columns = place_columns((SheetColumn("지표", 1), SheetColumn("수", 9, "right")))
    words = "전년 실적이 같은 것을 잰 값 열 개와 비슷한 것을 잰 값 아홉 개"
    assert len(lay_out_row(SheetRow((words, "")), columns)) == 1
    assert len(lay_out_row(SheetRow((words, "3")), columns)) > 1


def budget(lines: int) -> BudgetTable:
    row = BudgetRow("세부사업", "1", "1", "1", "1", "100%", 1.0)
    made = (*(row for _ in range(lines)), attrs.evolve(row, name="계", total=True))
    return BudgetTable("", ("세부사업", "본예산", "예산현액", "전년 최종", "집행액", "집행률"), made, 1.0)


@pytest.mark.parametrize(("lines", "expected"), [(3, [4]), (4, [5]), (5, [3, 3]), (6, [3, 1, 3])])
def test_a_budget_keeps_its_total_with_the_last_of_what_it_counts(lines: int, expected: list[int]) -> None:
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


@pytest.mark.parametrize("bare", [True, False])
def test_programmes_that_need_no_target_stand_below_those_without_one(bare: bool) -> None:
    card = sample_card(0)
    section = lay_out_uncovered(attrs.evolve(card, uncovered=() if bare else card.uncovered), "ko")
    said = [thing.words for block in section.blocks for row in block.rows for each in row
            for thing in each.things if isinstance(thing, Text)]  # fmt: skip
    assert "".join(said).replace(" ", "").endswith(card.exempt.replace(" ", ""))
    assert bool(section.head) is not bare
    assert ("새벽일자리쉼터 운영 1" in said[0]) is not bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_a_department_is_broken_on_the_office_page(language: Language) -> None:
    edition = english_edition() if language == "en" else sample_edition()
    names = ("뷰티패션산업과", "일자리정책과", "산업입지과")
    lines = tuple(attrs.evolve(sample_line(place), name=name) for place, name in enumerate(names))
    (page, *_) = lay_out_office(attrs.evolve(edition, office=attrs.evolve(edition.office, lines=lines)))
    assert set(names) <= {thing.words for thing in page.things if isinstance(thing, Text)}


def test_the_office_page_says_what_to_do_once_for_each_kind_of_finding() -> None:
    notes = [sample_note(1), sample_note(2), attrs.evolve(sample_note(3), rule="other")]
    assert [bool(note.action) for note in with_actions_once(notes)] == [True, False, True]


def test_the_tiles_of_the_shipped_project_stand_on_one_line_in_english() -> None:
    tiles = (Tile("Measured targets", "115"), Tile("Comparable", "63", "of 115"), Tile("Start (median)", "96.9%"),
             Tile("Findings", "high 6 · medium 49", "undecided 2"),
             Tile("Target coverage", "programmes 52% · budget 83%"), Tile("Spent", "8.6%"))  # fmt: skip
    assert len(strips_of(tiles)) == 1
