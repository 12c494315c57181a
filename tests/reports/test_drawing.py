"""What was laid out is what the artists hold."""

from io import BytesIO

import numpy as np
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_hex
from PIL import Image

from scorecard.cards.card import Bullet
from scorecard.reports.drawing import Lettering, draw_page
from scorecard.reports.layout.department import lay_out_department
from scorecard.reports.marks.bars import Scale, draw_bullet
from scorecard.reports.marks.hatching import draw_hatched
from scorecard.reports.printing import DOTS_PER_INCH, settled
from scorecard.reports.theme import ACTUAL, PAGE_HEIGHT, PAGE_WIDTH, PREVIOUS, RULE
from scorecard.reports.things import Page, Text

from .samples import moving_card, sample_edition

TYPEFACE = {False: "regular.ttf", True: "bold.ttf"}


def test_bars_can_be_read_back_from_the_artists() -> None:
    page = Page(draw_bullet(Bullet(0.8, 0.4), Scale(100.0, 250.0), 50.0))
    (axes,) = draw_page(page, TYPEFACE).axes
    shapes = next(artist for artist in axes.collections if isinstance(artist, PolyCollection))
    fills = [to_hex(tuple(colour)) for colour in np.asarray(shapes.get_facecolor())]
    widths = [np.ptp(np.asarray(path.vertices)[:, 0]) for path in shapes.get_paths()]
    ends = dict(zip(fills, widths, strict=True))
    assert ends == {PREVIOUS: 80.0, ACTUAL: 40.0}


def test_the_tick_stands_at_the_target() -> None:
    (axes,) = draw_page(Page(draw_bullet(Bullet(), Scale(100.0, 250.0), 50.0)), TYPEFACE).axes
    lines = next(artist for artist in axes.collections if isinstance(artist, LineCollection))
    colours = [to_hex(tuple(colour)) for colour in np.asarray(lines.get_color())]
    places = [(segment[0][0], colour) for segment, colour in zip(lines.get_segments(), colours, strict=True)]
    assert [x for x, colour in places if colour != RULE] == [200.0]


def test_stripes_are_crisp_on_a_screen_and_on_a_copier() -> None:
    """At the resolution of our pictures stripes stay dark and what is between them stays white."""
    left, top, right, bottom = box = (100.0, 100.0, 200.0, 107.4)
    picture = BytesIO()
    with settled():
        draw_page(Page(tuple(draw_hatched(box))), TYPEFACE).savefig(picture, format="png", dpi=DOTS_PER_INCH)
    with Image.open(picture) as opened:
        grey = np.asarray(opened.convert("L"))
    scale = DOTS_PER_INCH / 72
    inner = grey[
        int(top * scale) + 3 : int(bottom * scale) - 3, int(left * scale) + 3 : int(right * scale) - 3
    ]
    assert (inner < 130).mean() > 0.1
    assert (inner > 235).mean() > 0.3


def test_a_page_has_three_artists_and_is_as_large_as_its_paper() -> None:
    card = moving_card(3)
    page = lay_out_department(card, sample_edition(card))[0]
    figure = draw_page(page, TYPEFACE)
    (axes,) = figure.axes
    (lettering,) = (artist for artist in axes.artists if isinstance(artist, Lettering))
    assert len(axes.collections) == 2
    assert len(axes.texts) == len(axes.lines) == len(axes.patches) == 0
    assert sorted(text.words for text in lettering.texts) == sorted(
        thing.words for thing in page.things if isinstance(thing, Text)
    )
    assert tuple(figure.get_size_inches() * 72) == (PAGE_WIDTH, PAGE_HEIGHT)
