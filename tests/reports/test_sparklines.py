"""The year in parts: columns from a line at zero, ticks for the plan, nothing for what was not entered."""

import pytest
from hypothesis import given

from scorecard.cards.card import Part
from scorecard.reports.marks.sparklines import HEIGHT, LEAST, draw_sparkline
from scorecard.reports.theme import ACTUAL, INK, SOFT
from scorecard.reports.things import Line, Shape, Thing

from .strategies import parts

LEFT, RIGHT, FOOT = 100.0, 180.0, 50.0


def draw(*year: Part) -> tuple[Thing, ...]:
    return draw_sparkline(year, LEFT, RIGHT, FOOT)


def columns(things: tuple[Thing, ...]) -> list[Shape]:
    return [thing for thing in things if isinstance(thing, Shape) and thing.fill == ACTUAL]


def lines(things: tuple[Thing, ...], colour: str) -> list[Line]:
    return [thing for thing in things if isinstance(thing, Line) and thing.colour == colour]


def test_columns_stand_on_zero_in_their_order() -> None:
    first, second = columns(draw(Part(0.5), Part(1.0), Part(), Part()))
    assert (first.box[3], second.box[3]) == (FOOT, FOOT)
    assert (first.box[1], second.box[1]) == (FOOT - HEIGHT / 2, FOOT - HEIGHT)
    assert [(each.box[0] + each.box[2]) / 2 for each in (first, second)] == pytest.approx([110.0, 130.0])


def test_less_than_nothing_hangs_below_the_line() -> None:
    things = draw(Part(-0.5), Part(1.0))
    (zero,) = lines(things, SOFT)
    low, high = columns(things)
    assert low.box[1] == high.box[3] == pytest.approx(zero.start[1])
    assert (high.box[1], low.box[3]) == pytest.approx((FOOT - HEIGHT, FOOT))


def test_nothing_done_is_a_thin_line_and_nothing_entered_is_nothing() -> None:
    (bar,) = columns(draw(Part(0.0, 1.0), Part(None, 1.0)))
    assert bar.box[3] - bar.box[1] == pytest.approx(LEAST)


def test_a_plan_is_a_tick_wider_than_its_column() -> None:
    things = draw(Part(0.5, 1.0), Part(None, 0.25))
    (bar,) = columns(things)
    done, coming = lines(things, INK)
    assert (done.start[1], coming.start[1]) == pytest.approx((FOOT - HEIGHT, FOOT - HEIGHT / 4))
    assert done.start[0] < bar.box[0] < bar.box[2] < done.end[0]


def test_what_is_provisional_is_hatched() -> None:
    firm, rough = draw(Part(1.0)), draw(Part(1.0, provisional=True))
    assert [len(shape.points) for shape in columns(firm)] == [4]
    assert any(isinstance(thing, Shape) and thing.edge == ACTUAL for thing in rough)
    assert columns(rough)[0].box == columns(firm)[0].box


def test_no_parts_and_an_empty_year_leave_the_line_at_zero() -> None:
    assert draw() == draw(Part(), Part())
    assert len(draw()) == 1


@given(parts)
def test_a_sparkline_stays_in_its_place(year: tuple[Part, ...]) -> None:
    for left, top, right, bottom in (thing.box for thing in draw(*year)):
        assert LEFT - 1e-6 <= left <= right <= RIGHT + 1e-6
        assert FOOT - HEIGHT - LEAST <= top <= bottom <= FOOT + LEAST


@given(parts)
def test_parts_do_not_run_into_each_other(year: tuple[Part, ...]) -> None:
    boxes = sorted({(round(each.box[0], 6), round(each.box[2], 6)) for each in columns(draw(*year))})
    ends = [right for _, right in boxes[:-1]]
    assert all(end < left for end, (left, _) in zip(ends, boxes[1:], strict=True))
