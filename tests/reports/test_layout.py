"""Laws of layout: nothing overlaps, nothing leaves the page, nothing is lost, no heading stands alone."""

import re
from collections import Counter
from itertools import pairwise

import attrs
import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.cards.card import DepartmentCard, DepartmentLine, Note, Row
from scorecard.reports.layout.department import lay_out_department
from scorecard.reports.layout.frame import number_page
from scorecard.reports.layout.indicators import lay_out_indicators
from scorecard.reports.layout.office import lay_out_office
from scorecard.reports.theme import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, POINTS, RIGHT, TOP
from scorecard.reports.things import Page, Text
from scorecard.reports.words import FINDINGS

from . import strategies
from .samples import EMPTY, ENGLISH, OFFICE, english_edition, moving_card, sample_card, sample_edition

MILLIMETRE = 72 / 25.4
thorough = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def texts_of(page: Page) -> list[Text]:
    return [thing for thing in page.things if isinstance(thing, Text)]


def words_on(pages: tuple[Page, ...]) -> Counter[str]:
    return Counter(word for page in pages for text in texts_of(page) for word in text.words.split())


def overlaps(page: Page) -> list[tuple[str, str]]:
    """List pairs of texts whose boxes share more than a hair."""
    texts = texts_of(page)
    left, top, right, bottom = np.array([text.box for text in texts]).T
    across = np.minimum.outer(right, right) - np.maximum.outer(left, left) > 0.05
    down = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top) > 0.05
    first, second = np.nonzero(np.triu(across & down, k=1))
    return [(texts[i].words, texts[j].words) for i, j in zip(first, second, strict=True)]


def strays(page: Page) -> list[object]:
    """List what reaches beyond the margins; outlines may do so by less than two points."""
    found: list[object] = []
    for thing in page.things:
        left, top, right, bottom = thing.box
        slack = 0.05 if isinstance(thing, Text) else 2.0
        if left < LEFT - slack or right > RIGHT + slack or top < TOP - slack or bottom > BOTTOM + slack:
            found.append(thing)
    return found


def marks_of(row: Row) -> list[str]:
    """List the words that stand once on the pages for each thing a random row has."""
    number = row.id.removeprefix("row-")
    return [f"r{number}x", f"e{number}x", *(words.split()[0] for words in (row.motion, row.override) if words),
            *(step.name.split()[0] for step in row.steps)]  # fmt: skip


def check_pages(pages: tuple[Page, ...]) -> None:
    for place, page in enumerate(pages, start=1):
        numbered = number_page(page, place, len(pages), "ko")
        assert overlaps(numbered) == []
        assert strays(numbered) == []


def test_margins_are_wide_enough_for_any_printer() -> None:
    """Twelve millimetres stay white on each side."""
    assert min(LEFT, PAGE_WIDTH - RIGHT, TOP, PAGE_HEIGHT - BOTTOM) >= 12 * MILLIMETRE


def test_there_are_four_sizes_and_none_is_too_small() -> None:
    assert len(POINTS) == 4
    assert min(POINTS.values()) >= 6.5


@thorough
@given(strategies.cards())
def test_nothing_overlaps_and_nothing_leaves_the_page(card: DepartmentCard) -> None:
    check_pages(lay_out_department(card, sample_edition(card, sample="지어낸 자료")))


@thorough
@given(strategies.cards())
def test_every_row_finding_and_line_stands_on_exactly_one_page(card: DepartmentCard) -> None:
    found = words_on(lay_out_department(card, sample_edition(card)))

    once = [mark for group in card.groups for row in group.rows for mark in marks_of(row)]
    once += [f"n{note.number}x" for note in card.notes]
    once += [f"u{place}x" for place in range(len(card.uncovered))]
    once += [f"b{place}x" for place in range(len(card.budget.rows))]
    assert {word: found[word] for word in once} == dict.fromkeys(once, 1)


@thorough
@given(strategies.cards())
def test_a_programme_is_named_once_and_again_on_each_page_it_goes_on(card: DepartmentCard) -> None:
    pages = lay_out_department(card, sample_edition(card))
    for place, group in enumerate(card.groups):
        marks = {mark for row in group.rows for mark in marks_of(row)}
        named = [f"g{place}x" in words_on((page,)) for page in pages]
        held = [bool(marks & words_on((page,)).keys()) for page in pages]
        assert named == held or not marks


@thorough
@given(strategies.cards())
def test_a_programme_that_fits_on_a_page_is_not_parted(card: DepartmentCard) -> None:
    blocks = lay_out_indicators(card, "ko").blocks
    groups = tuple(group for group, block in zip(card.groups, blocks, strict=True) if block.height < 300)
    small = attrs.evolve(card, groups=groups)
    pages = lay_out_department(small, sample_edition(small))
    assert "(계속)" not in words_of_groups(pages, small)


def words_of_groups(pages: tuple[Page, ...], card: DepartmentCard) -> set[str]:
    """Gather what follows the names of programmes on their lines."""
    starts = tuple(f"g{place}x" for place in range(len(card.groups)))
    lines = {text.y for page in pages for text in texts_of(page) if text.words.startswith(starts)}
    return {text.words for page in pages for text in texts_of(page) if text.y in lines and text.x > LEFT + 1}


@thorough
@given(st.integers(1, 12).flatmap(lambda count: st.tuples(*(strategies.lines(each) for each in range(count)))),
       st.lists(st.integers(1, 10).flatmap(strategies.notes), max_size=10))  # fmt: skip
def test_office_pages_keep_the_same_laws(lines: tuple[DepartmentLine, ...], gravest: list[Note]) -> None:
    edition = sample_edition()
    office = attrs.evolve(OFFICE, lines=lines, gravest=tuple(gravest))
    pages = lay_out_office(attrs.evolve(edition, office=office))

    check_pages(pages)
    found = words_on(pages)
    assert [found[f"d{place}x"] for place in range(len(lines))] == [1] * len(lines)


def test_the_samples_keep_the_laws() -> None:
    for card in (sample_card(8), sample_card(4, actuals=True), moving_card(8), EMPTY):
        check_pages(lay_out_department(card, sample_edition(card)))
    check_pages(lay_out_department(ENGLISH, english_edition()))
    check_pages(lay_out_office(english_edition()))


def test_an_empty_department_still_has_its_page() -> None:
    (page,) = lay_out_department(EMPTY, sample_edition(EMPTY))
    assert {"뷰티패션산업과", "목표가 하나도 적혀 있지 않습니다."} <= {text.words for text in texts_of(page)}


def test_every_page_carries_name_edition_source_and_the_warning_about_samples() -> None:
    card = sample_card(8)
    for page in lay_out_department(card, sample_edition(card, sample="지어낸 자료입니다.")):
        words = {text.words for text in texts_of(page)}
        assert {card.name, "지어낸 자료입니다.", "자료: 경제실 주요업무보고(2026. 3.)"} <= words
        assert "2026년 1분기 성과 스코어카드 · 2026. 1. 31. 기준" in words


@given(count=st.integers(0, 25))
@thorough
def test_no_heading_stands_alone_at_the_foot_of_a_page(count: int) -> None:
    """Whatever stands above it, a heading is followed on its page by what it heads."""
    card = attrs.evolve(sample_card(3), notes=sample_card(3, notes=count).notes)
    for page in lay_out_department(card, sample_edition(card)):
        body = sorted({text.y for text in texts_of(page) if text.y < BOTTOM - 24})
        for heading in (FINDINGS["ko"], card.uncovered_title, "예산 집행"):
            ys = [text.y for text in texts_of(page) if text.words == heading and text.style.bold]
            assert all(y < body[-1] for y in ys)


def test_bars_are_on_one_scale_on_a_page() -> None:
    """The target's ticks stand below each other."""
    card = sample_card(2)
    (page, *_) = lay_out_department(card, sample_edition(card))
    ticks = {round(thing.box[0], 6) for thing in page.things if getattr(thing, "weight", 0) == 1.3}
    assert len(ticks) == 1


def test_digits_of_a_column_end_below_each_other() -> None:
    card = sample_card(1)
    (page, *_) = lay_out_department(card, sample_edition(card))
    ends = {round(text.box[2], 6) for text in texts_of(page) if text.words in ("3,303", "1조 2,641", "5,700")}
    assert len(ends) == 1


def test_lines_of_a_text_stand_apart_by_their_pitch() -> None:
    card = sample_card(1, notes=1)
    (page,) = lay_out_department(card, sample_edition(card))
    ys = sorted({text.y for text in texts_of(page)})
    assert min(after - before for before, after in pairwise(ys)) > 0
    assert not re.search(r"\d-\d", "".join(text.words for text in texts_of(page)))


def test_an_office_without_departments_still_has_its_page() -> None:
    office = attrs.evolve(OFFICE, lines=(), gravest=(), tiles=(), budget=EMPTY.budget)
    (page,) = lay_out_office(attrs.evolve(sample_edition(), office=office))
    check_pages((page,))
    assert OFFICE.name in {text.words for text in texts_of(page)}


def test_a_title_too_long_to_stand_aside_goes_below_the_name() -> None:
    edition = attrs.evolve(
        sample_edition(EMPTY), title="성과 스코어카드 " * 12, sample="", legend="", source=""
    )
    (page,) = lay_out_department(EMPTY, edition)
    check_pages((page,))
