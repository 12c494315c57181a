"""Hatching: stripes within a box, of the share of ink they should have."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.reports.marks.hatching import PITCH, STRIPE, Box, draw_hatched, stripes
from scorecard.reports.theme import ACTUAL, PAPER
from scorecard.reports.things import Point

places, lengths = st.floats(-500, 500), st.floats(0.05, 120)
boxes = st.builds(lambda x, y, wide, high: (x, y, x + wide, y + high), places, places, lengths, lengths)


def area(points: tuple[Point, ...]) -> float:
    """Find the area of a polygon, of whatever sign."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*points, points[0]))) / 2


@given(boxes)
def test_no_stripe_leaves_its_box(box: Box) -> None:
    left, top, right, bottom = box
    assert all(left <= x <= right and top - 1e-9 <= y <= bottom + 1e-9 for x, y in stripes(box))


@given(boxes)
def test_stripes_never_overlap_and_never_fill_their_box(box: Box) -> None:
    left, top, right, bottom = box
    assert -1e-6 <= abs(area(stripes(box))) < (right - left) * (bottom - top) + 1e-6


@pytest.mark.parametrize("high", [3.0, 7.4, 40.0])
def test_a_long_box_has_its_share_of_ink(high: float) -> None:
    share = abs(area(stripes((0.0, 0.0, 600.0, high)))) / (600.0 * high)
    assert share == pytest.approx(STRIPE / PITCH, rel=0.02)


def test_a_hatched_box_is_white_between_its_stripes_and_outlined() -> None:
    ground, hatch = draw_hatched((10.0, 5.0, 60.0, 12.0))
    assert (ground.fill, ground.edge, hatch.fill, hatch.edge) == (PAPER, ACTUAL, ACTUAL, "")
    assert hatch.box == (10.0, 5.0, 60.0, 12.0)


@pytest.mark.parametrize("box", [(10.0, 0.0, 10.0, 5.0), (10.0, 0.0, 4.0, 5.0), (0.0, 5.0, 9.0, 5.0)])
def test_a_box_without_width_or_height_is_not_drawn(box: Box) -> None:
    assert draw_hatched(box) == []
