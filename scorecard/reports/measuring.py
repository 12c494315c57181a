"""How wide a text will be, from the fonts' own tables.

Our fonts have neither kerning nor hinting, so that a text is as wide as its characters
together; no renderer is asked.
"""

from functools import cache
from importlib.resources import as_file, files
from typing import Final

from scorecard.reports.theme import Style

Weight = bool  # True: bold.
SUBSTITUTE: Final = "〓"  #: Printed for a character the fonts do not have.
FILES: Final = {False: "ScorecardSans-Regular.ttf", True: "ScorecardSans-Bold.ttf"}


@cache
def advances(bold: Weight) -> dict[str, float]:
    """Read how far each character of a weight moves on, in em."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with as_file(files("scorecard.reports") / "fonts" / FILES[bold]) as path, TTFont(path, lazy=True) as font:
        metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def text_width(words: str, style: Style) -> float:
    """Tell how many points a text takes; an unknown character counts as its substitute."""
    table = advances(style.bold)
    substitute = table[SUBSTITUTE]
    return sum(table.get(character, substitute) for character in words) * style.points
