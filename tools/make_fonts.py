"""Make the two fonts of `scorecard/reports/fonts/` out of NanumBarunGothic.

Run by hand when the fonts are renewed: `python tools/make_fonts.py REGULAR.ttf BOLD.ttf`.
The licence (OFL 1.1) reserves the name Nanum, so what is cut here is renamed.
Hinting and layout tables are dropped: nobody prints scorecards on a 1995 screen, and
every table that stays is parsed again each time a PDF is closed.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Scorecard Sans"
OUT = Path(__file__).parent.parent / "scorecard" / "reports" / "fonts"
RANGES = (
    (0x20, 0x7F), (0xA0, 0x180), (0x370, 0x400), (0x2010, 0x2040), (0x2070, 0x20A0),
    (0x20A9, 0x20AD), (0x2100, 0x2300), (0x2460, 0x2500), (0x25A0, 0x2700), (0x3000, 0x3040),
    (0x3131, 0x318F), (0x3200, 0x3400), (0xAC00, 0xD7A4), (0xFF00, 0xFFEF),
)  # fmt: skip


def hanja() -> set[int]:
    """List the 4,888 hanja of KS X 1001, which official Korean text draws on."""
    found = set()
    for row in range(0xCA, 0xFE):
        for cell in range(0xA1, 0xFF):
            found.add(ord(bytes([row, cell]).decode("euc-kr")))
    return found


def cut(source: Path, weight: str) -> None:
    """Cut one weight to the characters of Korean documents and rename it."""
    wanted = hanja().union(*(range(first, last) for first, last in RANGES))
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    font = TTFont(source)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    names = {1: FAMILY, 2: weight, 3: f"{FAMILY} {weight}", 4: f"{FAMILY} {weight}",
             6: f"ScorecardSans-{weight}"}  # fmt: skip
    for record in list(font["name"].names):
        if record.langID not in (0, 0x409):
            font["name"].removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in names:
            record.string = names[record.nameID]
    font.save(OUT / f"ScorecardSans-{weight}.ttf")


if __name__ == "__main__":
    cut(Path(sys.argv[1]), "Regular")
    cut(Path(sys.argv[2]), "Bold")
