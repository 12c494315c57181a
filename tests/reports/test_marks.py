"""Marks can be told apart in black and white."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from matplotlib.colors import to_rgb

from scorecard.cards.card import Bullet, StepState, Tally
from scorecard.reports.marks.bars import TICK, Scale, draw_bullet, draw_share, draw_spending, has_bars
from scorecard.reports.marks.milestones import STEP_MARKS
from scorecard.reports.marks.severities import badge_width, draw_badge
from scorecard.reports.marks.statuses import MARKS, PARTS, draw_status, draw_strip, strip_part
from scorecard.reports.theme import ACCENT, ACTUAL, COLOURS, INK, PALE, PAPER, PREVIOUS
from scorecard.reports.things import Line, Shape, Text, Thing
from scorecard.wording.terms import Severity, Status

from .strategies import bullets

SCALE = Scale(100.0, 250.0)


def shapes(things: tuple[Thing, ...], fill: str) -> list[Shape]:
    return [thing for thing in things if isinstance(thing, Shape) and thing.fill == fill]


def span(shape: Shape) -> tuple[float, float]:
    return shape.box[0], shape.box[2]


def luminance(colour: str) -> float:
    red, green, blue = to_rgb(colour)
    return 255 * (0.299 * red + 0.587 * green + 0.114 * blue)


def test_colours_are_distinct_in_grey() -> None:
    greys = sorted(luminance(colour) for colour in COLOURS)
    assert min(after - before for before, after in pairwise(greys)) > 18


def test_a_bullet_shows_both_years_and_the_target() -> None:
    things = draw_bullet(Bullet(previous=0.5, actual=0.25), SCALE, 0.0)
    (previous,), (actual,) = shapes(things, PREVIOUS), shapes(things, ACTUAL)
    assert span(previous) == (100.0, 150.0)
    assert span(actual) == (100.0, 125.0)
    assert previous.box[3] > actual.box[3]
    assert [thing.start[0] for thing in things if isinstance(thing, Line) and thing.colour == INK] == [200.0]


def test_this_year_stands_in_front_of_last_year() -> None:
    fills = [thing.fill for thing in draw_bullet(Bullet(0.5, 0.9), SCALE, 0.0) if isinstance(thing, Shape)]
    assert fills == [PREVIOUS, ACTUAL]


@pytest.mark.parametrize("ratio", [0.0, -0.4])
def test_nothing_and_less_than_nothing_have_no_bar(ratio: float) -> None:
    assert shapes(draw_bullet(Bullet(previous=ratio), SCALE, 0.0), PREVIOUS) == []


def test_a_bar_off_the_scale_is_cut_twice_and_stays_on_it() -> None:
    things = draw_bullet(Bullet(previous=2.4), SCALE, 0.0)
    (bar,) = shapes(things, PREVIOUS)
    assert span(bar) == (100.0, 250.0)
    assert len(shapes(things, PAPER)) == 2


def test_a_bar_that_just_fits_is_not_cut() -> None:
    assert shapes(draw_bullet(Bullet(previous=1.5), SCALE, 0.0), PAPER) == []


def test_a_rough_comparison_has_an_open_end() -> None:
    things = draw_bullet(Bullet(previous=0.9, similar=True), SCALE, 0.0)
    (bar,) = shapes(things, PREVIOUS)
    dashes = [thing for thing in things if isinstance(thing, Line) and thing.dashed]
    assert bar.box[2] < 190.0
    assert [line.end[0] for line in dashes] == [190.0, 190.0]


def test_a_rough_comparison_off_the_scale_is_cut_too() -> None:
    assert len(shapes(draw_bullet(Bullet(previous=2.9, similar=True), SCALE, 0.0), PAPER)) == 2


def inked(things: tuple[Thing, ...], weight: float) -> list[float]:
    """List where upright lines of ink and of one weight stand."""
    return [
        thing.start[0] for thing in things
        if isinstance(thing, Line) and (thing.colour, thing.weight) == (INK, weight) and thing.start[0] == thing.end[0]
    ]  # fmt: skip


def outlined(things: tuple[Thing, ...]) -> list[Shape]:
    return [thing for thing in things if isinstance(thing, Shape) and thing.edge == ACTUAL]


def test_a_forecast_is_hatched_behind_what_was_done() -> None:
    outline, *dark = (
        thing for thing in draw_bullet(Bullet(actual=0.25, forecast=0.9), SCALE, 0.0) if isinstance(thing, Shape)
    )  # fmt: skip
    hatch, actual = dark
    assert outline.edge == hatch.fill == actual.fill == ACTUAL
    assert span(hatch) == (100.0, 190.0)
    assert span(actual) == (100.0, 125.0)
    assert hatch.box[1] < actual.box[1] < actual.box[3] < hatch.box[3]


def test_last_year_and_a_forecast_do_not_hide_one_another() -> None:
    things = draw_bullet(Bullet(previous=0.5, actual=0.2, forecast=0.9), SCALE, 0.0)
    (previous,), (forecast,) = shapes(things, PREVIOUS), outlined(things)
    assert span(previous) == (100.0, 150.0)
    assert previous.box[3] < forecast.box[1]


def test_what_was_due_is_marked_lower_than_the_target() -> None:
    things = draw_bullet(Bullet(actual=0.6, due=0.4), SCALE, 0.0)
    (due,) = inked(things, 1.6)
    assert due == 140.0
    heights = {thing.start[0]: thing.end[1] - thing.start[1] for thing in things if isinstance(thing, Line)}
    assert heights[140.0] < heights[200.0] / 2


def test_a_range_runs_between_its_ends() -> None:
    things = draw_bullet(Bullet(forecast=0.9, low=0.8, high=1.2), SCALE, 0.0)
    (level,) = (thing for thing in things if isinstance(thing, Line) and thing.start[1] == thing.end[1])
    assert (level.start[0], level.end[0]) == pytest.approx((180.0, 220.0))
    assert inked(things, 0.6) == pytest.approx([180.0, 220.0])


def test_half_a_range_is_none() -> None:
    assert draw_bullet(Bullet(forecast=0.9, low=0.8), SCALE, 0.0) == draw_bullet(
        Bullet(forecast=0.9), SCALE, 0.0
    )


@pytest.mark.parametrize("bullet", [Bullet(due=1.9), Bullet(due=-0.2), Bullet(low=0.9, high=1.7),
                                    Bullet(low=-0.3, high=0.9)])  # fmt: skip
def test_a_thin_mark_off_the_scale_has_two_strokes_at_its_end(bullet: Bullet) -> None:
    slanted = [
        thing for thing in draw_bullet(bullet, SCALE, 0.0)
        if isinstance(thing, Line) and thing.start[0] != thing.end[0] and thing.start[1] != thing.end[1]
    ]  # fmt: skip
    end = 250.0 if max(bullet.due or 0.0, bullet.high or 0.0) > 1.5 else 100.0
    assert len(slanted) == 2
    assert all(abs(x - end) < 9 for line in slanted for x in (line.start[0], line.end[0]))


def test_a_forecast_off_the_scale_is_cut_twice() -> None:
    things = draw_bullet(Bullet(forecast=2.2), SCALE, 0.0)
    (box,) = outlined(things)
    assert box.box[2] == pytest.approx(250.0, abs=0.5)
    assert len([shape for shape in shapes(things, PAPER) if not shape.edge]) == 2


@given(bullets)
def test_a_bullet_stays_within_its_scale_and_its_height(bullet: Bullet) -> None:
    for left, top, right, bottom in (thing.box for thing in draw_bullet(bullet, SCALE, 0.0)):
        assert 100.0 - 2.0 <= left <= right <= 250.0 + 2.0
        assert -TICK / 2 - 0.5 <= top <= bottom <= TICK / 2 + 0.5


@pytest.mark.parametrize(
    ("bullet", "drawn"),
    [(Bullet(), False), (Bullet(words="기준 없음"), False), (Bullet(due=0.4), True), (Bullet(forecast=0.4), True),
     (Bullet(words="기준 없음", due=0.4), False), (Bullet(words="기준 없음", forecast=0.4), True)],
)  # fmt: skip
def test_words_give_way_to_bars_but_not_to_a_lone_mark(bullet: Bullet, drawn: bool) -> None:
    assert has_bars(bullet) is drawn


def test_a_share_is_drawn_on_the_whole_and_none_is_not() -> None:
    whole = Scale(0.0, 80.0, 1.0)
    (bar,) = shapes(draw_share(0.25, whole, 0.0, ACTUAL), ACTUAL)
    assert span(bar) == (0.0, 20.0)
    assert shapes(draw_share(None, whole, 0.0, ACTUAL), ACTUAL) == []
    assert span(shapes(draw_share(None, whole, 0.0, ACTUAL), PALE)[0]) == (0.0, 80.0)


def test_spending_has_a_tick_for_the_day() -> None:
    tick = draw_spending(0.1, 0.5, Scale(0.0, 80.0, 1.0), 0.0)[-1]
    assert isinstance(tick, Line)
    assert tick.start[0] == 40.0


def outline(things: tuple[Thing, ...]) -> frozenset[tuple[object, ...]]:
    """Describe what is drawn without its colours, but for ink or paper."""
    described: set[tuple[object, ...]] = set()
    for thing in things:
        if isinstance(thing, Shape):
            described.add((thing.box, len(thing.points), thing.fill in (PAPER, PALE), bool(thing.edge)))
        if isinstance(thing, Line):
            described.add((thing.box,))
    return frozenset(described)


def test_statuses_differ_in_shape() -> None:
    looks = {status: outline(mark(0.0, 0.0)) for status, mark in MARKS.items()}
    assert set(looks) == set(Status)
    assert not [(one, other) for one, other in combinations(looks, 2) if looks[one] == looks[other]]


def test_steps_differ_in_shape() -> None:
    looks = {state: outline(mark(0.0, 0.0)) for state, mark in STEP_MARKS.items()}
    assert set(looks) == set(StepState)
    assert not [(one, other) for one, other in combinations(looks, 2) if looks[one] == looks[other]]


def test_no_step_is_a_triangle_and_only_a_late_one_takes_the_accent() -> None:
    drawn = {state: mark(0.0, 0.0) for state, mark in STEP_MARKS.items()}
    assert {state for state, things in drawn.items() if shapes(things, ACCENT)} == {StepState.LATE}
    assert (
        min(len(thing.points) for things in drawn.values() for thing in things if isinstance(thing, Shape))
        > 3
    )


def test_parts_of_a_strip_differ_in_shape_or_clearly_in_shade() -> None:
    looks = {status: outline(strip_part(status, 0.0, 20.0, 0.0)) for status in Status}
    for one, other in combinations(Status, 2):
        shades = luminance(PARTS[one][0]) - luminance(PARTS[other][0])
        assert looks[one] != looks[other] or abs(shades) > 60


def test_severities_differ_in_shape_or_clearly_in_shade() -> None:
    looks = {severity: draw_badge("4", severity, 0.0, 0.0) for severity in Severity}
    assert outline(looks[Severity.HIGH]) != outline(looks[Severity.MEDIUM]) != outline(looks[Severity.LOW])
    edges = [thing.edge for severity in (Severity.LOW, Severity.NOTE) for thing in looks[severity]
             if isinstance(thing, Shape)]  # fmt: skip
    assert luminance(edges[1]) - luminance(edges[0]) > 60


def test_only_what_is_grave_takes_the_accent() -> None:
    accented = {status for status in Status if shapes(draw_status(status, "말", 0.0, 0.0), ACCENT)}
    assert accented == {Status.BEHIND}
    assert {severity for severity in Severity if shapes(draw_badge("1", severity, 0, 0), ACCENT)} == {
        Severity.HIGH
    }


def test_a_status_says_its_word() -> None:
    for status in Status:
        assert [thing.words for thing in draw_status(status, "말", 0.0, 0.0) if isinstance(thing, Text)] == [
            "말"
        ]


def test_a_badge_grows_with_its_number() -> None:
    assert badge_width("7") < badge_width("25") < badge_width("125")


def test_a_strip_shares_its_width_by_counts() -> None:
    things = draw_strip((Tally(Status.ACHIEVED, "달성", 1), Tally(Status.BEHIND, "부진", 9)), 0.0, 100.0, 0.0)
    (small,), (large,) = shapes(things, INK), shapes(things, ACCENT)
    assert span(small)[1] < 20
    assert 90 < span(large)[1] <= 100
    assert [thing.words for thing in things if isinstance(thing, Text)] == ["1", "9"]
