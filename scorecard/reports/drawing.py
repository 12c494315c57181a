"""Pages drawn: one Axes in points, one collection of shapes, one of lines, one artist for all texts.

An artist a text would take twice the time, most of it spent on measuring what layout
measured already.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TypeVar

import attrs
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from scorecard.reports.theme import PAGE_HEIGHT, PAGE_WIDTH, Style
from scorecard.reports.things import Line, Page, Shape, Text

INCH = 72.0
DASHES = (0.0, (2.2, 1.6))  # On and off, in widths of the line.
Kind = TypeVar("Kind")
Typeface = Mapping[bool, str]  # The files of the two weights; True: bold.


class Lettering(Artist):
    """All texts of a page, handed to the renderer as they are."""

    def __init__(self, texts: Iterable[Text], typeface: Typeface) -> None:
        super().__init__()
        self.texts = sorted(texts, key=lambda text: attrs.astuple(text.style))
        self.typeface = typeface
        self.set_zorder(3)

    def draw(self, renderer: RendererBase) -> None:
        """Write text after text, style by style."""
        for style, texts in groupby(self.texts, key=lambda text: text.style):
            self.write(renderer, style, list(texts))

    def write(self, renderer: RendererBase, style: Style, texts: list[Text]) -> None:
        """Write the texts of one style."""
        font = FontProperties(fname=self.typeface[style.bold], size=style.points)
        context = renderer.new_gc()
        context.set_foreground(style.colour)
        places = self.get_transform().transform([(text.x, text.y) for text in texts])
        if renderer.flipy():
            places[:, 1] = renderer.get_canvas_width_height()[1] - places[:, 1]
        for text, (x, y) in zip(texts, places.tolist(), strict=True):
            renderer.draw_text(context, x, y, text.words, font, 0)
        context.restore()


def draw_page(page: Page, typeface: Typeface) -> Figure:
    """Draw a page on a figure of its size."""
    figure = Figure(figsize=(PAGE_WIDTH / INCH, PAGE_HEIGHT / INCH), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, PAGE_WIDTH), ylim=(PAGE_HEIGHT, 0))
    axes.set_axis_off()
    axes.add_collection(collect_shapes(things_of(page, Shape)), autolim=False)
    axes.add_collection(collect_lines(things_of(page, Line)), autolim=False)
    add_lettering(axes, Lettering(things_of(page, Text), typeface))
    return figure


def things_of(page: Page, kind: type[Kind]) -> list[Kind]:
    """List the things of one kind, in their order."""
    return [thing for thing in page.things if isinstance(thing, kind)]


def add_lettering(axes: Axes, lettering: Lettering) -> None:
    """Put texts on an axes, in its coordinates."""
    lettering.set_transform(axes.transData)
    axes.add_artist(lettering)
    lettering.set_clip_on(False)


def colour_or_none(colour: str) -> tuple[float, float, float, float]:
    """Turn a colour into numbers; no colour is fully clear."""
    return to_rgba(colour) if colour else (0.0, 0.0, 0.0, 0.0)


def collect_shapes(shapes: list[Shape]) -> PolyCollection:
    """Gather filled shapes, each with its own fill and outline."""
    return PolyCollection(
        [np.asarray(shape.points) for shape in shapes],
        facecolors=[colour_or_none(shape.fill) for shape in shapes],
        edgecolors=[colour_or_none(shape.edge) for shape in shapes],
        linewidths=[shape.weight for shape in shapes],
        clip_on=False,
        zorder=1,
    )


def collect_lines(lines: list[Line]) -> LineCollection:
    """Gather lines, each with its own colour and weight."""
    return LineCollection(
        [(line.start, line.end) for line in lines],
        colors=[to_rgba(line.colour) for line in lines],
        linewidths=[line.weight for line in lines],
        linestyles=[DASHES if line.dashed else "solid" for line in lines],
        capstyle="butt",
        clip_on=False,
        zorder=2,
    )
