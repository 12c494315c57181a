"""What stands below the line of an indicator: beside, below and never across each other."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.cards.card import DepartmentCard, Group, Row, StepMark, StepState
from scorecard.reports.layout.department import lay_out_department
from scorecard.reports.layout.details import lay_out_details
from scorecard.reports.layout.figures import FigureColumn
from scorecard.reports.layout.frame import set_slices
from scorecard.reports.layout.grid import Grid
from scorecard.reports.layout.indicators import lay_out_indicators
from scorecard.reports.layout.paging import height_of
from scorecard.reports.marks.bars import Scale
from scorecard.reports.theme import ACCENT, LEFT, WIDTH
from scorecard.reports.things import Line, Shape, Text, Thing

from . import strategies
from .samples import MOTION, MOVING, OVERRIDE, QUARTERS, STEPS, moving_card, sample_edition, sample_row

GRID = Grid(150.0, (FigureColumn(300.0, 60.0, 30.0),), Scale(330.0, 410.0), 430.0, 440.0, 490.0)
BARE = sample_row(0)


def detail(row: Row) -> list[Thing]:
    """Lay out details from y = 0, as wide as on a page."""
    return [thing.moved(-LEFT, 0.0) for thing in set_slices(lay_out_details(row, 8.0, GRID), 0.0)]


def words_of(things: list[Thing]) -> str:
    return " ".join(thing.words for thing in things if isinstance(thing, Text))


def test_most_rows_have_nothing_below_their_line() -> None:
    assert lay_out_details(BARE, 8.0, GRID) == ()


def test_motion_ends_before_the_bars_and_the_year_stands_below_them() -> None:
    things = detail(attrs.evolve(BARE, motion=MOTION * 3, parts=QUARTERS))
    texts = [thing for thing in things if isinstance(thing, Text)]
    drawn = [thing for thing in things if not isinstance(thing, Text)]
    assert len({text.y for text in texts}) > 1
    assert max(text.box[2] for text in texts) < 330.0
    assert 330.0 <= min(thing.box[0] for thing in drawn) < max(thing.box[2] for thing in drawn) <= 410.0


def test_details_stand_in_their_order() -> None:
    things = detail(attrs.evolve(BARE, motion="움직임", parts=QUARTERS, steps=STEPS, override=OVERRIDE))
    first = [next(thing.y for thing in things if isinstance(thing, Text) and thing.words.startswith(words))
             for words in ("움직임", STEPS[0].name, OVERRIDE[:5])]  # fmt: skip
    assert first == sorted(first)
    assert len(set(first)) == 3


def test_a_step_says_name_time_and_detail_after_its_mark() -> None:
    step = StepMark("서울시 투자심사", "2026년 5월", StepState.LATE, "30일 지남")
    mark, *texts = detail(attrs.evolve(BARE, steps=(step,)))
    assert isinstance(mark, Shape)
    assert mark.fill == ACCENT
    assert words_of(list(texts)) == "서울시 투자심사 2026년 5월 30일 지남"
    assert mark.box[2] < min(text.box[0] for text in texts)


def test_steps_flow_on_and_a_short_one_is_not_parted() -> None:
    things = detail(attrs.evolve(BARE, steps=STEPS * 3))
    names = [
        thing for thing in things if isinstance(thing, Text) and thing.words in {step.name for step in STEPS}
    ]
    assert len(names) == len(STEPS) * 3
    assert 1 < len({text.y for text in names}) < len(names)


def test_a_step_longer_than_a_line_goes_on_beside_its_mark_and_the_next_one_after_it() -> None:
    long = StepMark("주민공람과 관계기관 협의를 거친 결정 " * 8, "2026년 하반기", StepState.COMING)
    texts = [thing for thing in detail(attrs.evolve(BARE, steps=(long, STEPS[0]))) if isinstance(thing, Text)]
    lines = sorted({text.y for text in texts})
    starts = [min(text.x for text in texts if text.y == y) for y in lines]
    assert len(lines) > 1
    assert len(set(starts)) == 1
    assert texts[-1].y == lines[-1]
    assert texts[-1].x > starts[0]


def test_a_step_of_two_lines_begins_at_the_left_however_short_its_first() -> None:
    parted = StepMark("가 " + "나" * 70, "", StepState.DONE)
    things = detail(attrs.evolve(BARE, steps=(STEPS[0], parted)))
    marks = [thing.box[0] for thing in things if isinstance(thing, Shape)]
    assert marks[0] == marks[1]
    assert max(thing.box[2] for thing in things) <= WIDTH


def test_a_mark_stands_nearer_to_its_own_words_than_to_those_before_it() -> None:
    things = detail(attrs.evolve(BARE, steps=(STEPS[0], STEPS[3])))
    _, second = (thing for thing in things if isinstance(thing, Shape))
    words = [thing for thing in things if isinstance(thing, Text)]
    before, after = words[:2], words[2:]
    assert second.box[0] - before[-1].box[2] > 2 * (after[0].box[0] - second.box[2])


def touching(one: Thing, other: Thing) -> bool:
    """Tell whether the boxes of two things share more than a hair."""
    left, top, right, bottom = (max(one.box[0], other.box[0]), max(one.box[1], other.box[1]),
                                min(one.box[2], other.box[2]), min(one.box[3], other.box[3]))  # fmt: skip
    return right - left > 0.05 and bottom - top > 0.05


@settings(max_examples=60, deadline=None)
@given(strategies.rows(1, actuals=True), st.sampled_from([8.0, 16.0]))
def test_no_mark_touches_a_word_and_all_stays_within_its_height(row: Row, indent: float) -> None:
    slices = lay_out_details(row, indent, GRID)
    things = [thing.moved(-LEFT, 0.0) for thing in set_slices(slices, 0.0)][:400]
    texts = [thing for thing in things if isinstance(thing, Text)]
    marks = [thing for thing in things if isinstance(thing, Shape | Line)]
    assert [(text.words, mark) for text in texts for mark in marks if touching(text, mark)] == []
    for left, top, right, bottom in (thing.box for thing in things):
        assert indent - 0.05 <= left <= right <= WIDTH + 0.05
        assert -1.0 <= top <= bottom <= height_of(slices)


def card_of(*rows: Row) -> DepartmentCard:
    """Make a department of one programme."""
    return attrs.evolve(moving_card(1), groups=(Group("사업", "", rows),))


def test_a_row_with_everything_stays_together_where_its_programme_does_not() -> None:
    name, bullet, parts, steps, _ = MOVING[-1]
    rows = [attrs.evolve(sample_row(0), name=f"{name}{each}", bullet=bullet, parts=parts, motion=f"움직임{each}",
                         steps=steps, override=f"수동{each}") for each in range(30)]  # fmt: skip
    card = card_of(*rows)
    pages = lay_out_department(card, sample_edition(card))
    assert len(pages) > 2
    for page in pages:
        words = {thing.words for thing in page.things if isinstance(thing, Text)}
        held = [{f"{name}{each}", f"움직임{each}", f"수동{each}"} & words for each in range(30)]
        assert {len(each) for each in held} <= {0, 3}


def test_a_row_longer_than_a_page_is_parted_between_lines_and_named_again() -> None:
    card = card_of(attrs.evolve(sample_row(0), steps=STEPS * 60, override=OVERRIDE))
    pages = lay_out_department(card, sample_edition(card))
    counts = [
        sum(isinstance(thing, Text) and thing.words == "착공" for thing in page.things) for page in pages
    ]
    assert sum(counts) == 60
    assert sum(map(bool, counts)) > 1
    for page, count in zip(pages, counts, strict=True):
        assert ("사업" in {thing.words for thing in page.things if isinstance(thing, Text)}) or not count


def test_rows_with_nothing_more_are_as_high_as_ever() -> None:
    bare, full = (lay_out_indicators(card_of(row), "ko").blocks[0].height
                  for row in (BARE, attrs.evolve(BARE, motion="움직임")))  # fmt: skip
    assert full - bare == 16.0
