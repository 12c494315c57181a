"""How wide a text will be, from the fonts' own tables.

Our fonts have neither kerning nor hinting, so that a text is as wide as its characters
together; no renderer is asked.
"""

from functools import cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from scorecard.reports.theme import Style

Weight = bool  # True: bold.
SUBSTITUTE: Final = "〓"  #: Printed for a character the fonts do not have.
FOLDER: Final = Path(__file__).parent / "fonts"
FILES: Final = {False: "ScorecardSans-Regular.ttf", True: "ScorecardSans-Bold.ttf"}


def font_file(bold: Weight) -> Path:
    """Find the file of a weight."""
    return FOLDER / FILES[bold]


@cache
def advances(bold: Weight) -> dict[str, float]:
    """Read how far each character of a weight moves on, in em."""
    with TTFont(font_file(bold), lazy=True) as font:
        metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def text_width(words: str, style: Style) -> float:
    """Tell how many points a text takes; an unknown character counts as its substitute."""
    table = advances(style.bold)
    substitute = table[SUBSTITUTE]
    return sum(table.get(character, substitute) for character in words) * style.points
