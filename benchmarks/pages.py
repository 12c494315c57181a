"""Milliseconds a further page takes, ours against the same page with an artist for each text.

`python benchmarks/pages.py`: both ways draw the same page of about 25 rows with the same
collections and fonts, in turns, in one run; the first pages are drawn beforehand and not counted.
"""

import io
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from scorecard.reports.drawing import Typeface, collect_lines, collect_shapes, draw_page, things_of
from scorecard.reports.glyphs import cut_font, used_characters
from scorecard.reports.layout.department import lay_out_department
from scorecard.reports.printing import DOTS_PER_INCH, settled
from scorecard.reports.theme import PAGE_HEIGHT, PAGE_WIDTH
from scorecard.reports.things import Line, Page, Shape, Text

ROUNDS = 9
Draw = Callable[[Page, Typeface], Figure]


def draw_with_artists(page: Page, typeface: Typeface) -> Figure:
    """Draw shapes and lines as we do, and each text as an artist of its own."""
    figure = Figure(figsize=(PAGE_WIDTH / 72, PAGE_HEIGHT / 72), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, PAGE_WIDTH), ylim=(PAGE_HEIGHT, 0))
    axes.set_axis_off()
    axes.add_collection(collect_shapes(things_of(page, Shape)), autolim=False)
    axes.add_collection(collect_lines(things_of(page, Line)), autolim=False)
    fonts: dict[object, FontProperties] = {}
    for text in things_of(page, Text):
        font = FontProperties(fname=typeface[text.style.bold], size=text.style.points)
        font = fonts.setdefault(text.style, font)
        axes.text(text.x, text.y, text.words, fontproperties=font, color=text.style.colour, va="baseline")
    return figure


def time_pdf(draw: Draw, page: Page, typeface: Typeface) -> float:
    """Time one further page of a PDF, not the closing of the document."""
    with PdfPages(io.BytesIO()) as pdf:
        pdf.savefig(draw(page, typeface))
        start = perf_counter()
        pdf.savefig(draw(page, typeface))
        return perf_counter() - start


def time_picture(kind: str) -> Callable[[Draw, Page, Typeface], float]:
    """Make a timer of one page as PNG or SVG."""

    def time(draw: Draw, page: Page, typeface: Typeface) -> float:
        start = perf_counter()
        draw(page, typeface).savefig(io.BytesIO(), format=kind, dpi=DOTS_PER_INCH)
        return perf_counter() - start

    return time


def compare(name: str, timer: Callable[[Draw, Page, Typeface], float], page: Page, typeface: Typeface) -> str:
    """Time both ways in turns and say how they compare."""
    rounds = [
        (timer(draw_page, page, typeface), timer(draw_with_artists, page, typeface)) for _ in range(ROUNDS)
    ]
    ours, theirs = (median(times) * 1000 for times in zip(*rounds, strict=True))
    return f"pages: {name} {ours / theirs:.2f} × collections + texts ({ours:.0f} ms / {theirs:.0f} ms)"


def sample_page() -> Page:
    """Lay out the first page of the made-up department the tests use."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
    samples = import_module("reports.samples")
    card = samples.sample_card(5)
    return lay_out_department(card, samples.sample_edition(card))[0]


def main() -> None:
    """Print a line for each format."""
    page = sample_page()
    with TemporaryDirectory() as folder, settled():
        used = [used_characters([page], bold=bold) for bold in (False, True)]
        typeface = {bold: str(cut_font(used[bold], Path(folder), bold=bold)) for bold in (False, True)}
        print(f"pages: {len(things_of(page, Text))} texts, {len(things_of(page, Shape))} shapes")
        for name, timer in (("PDF", time_pdf), ("PNG", time_picture("png")), ("SVG", time_picture("svg"))):
            print(compare(name, timer, page, typeface))


if __name__ == "__main__":
    main()
