"""Make the pictures of the docs out of printed editions: `python -m tools.make_pictures reports/2026Q1`.

Run by hand when the pages have changed. Those of the tutorial and of the scored sample are made too, where their
editions were built. The size is that of a README's column, in few enough colours to keep the files small.
"""

import sys
from pathlib import Path

from PIL import Image

OUT = Path(__file__).parent.parent / "docs" / "pictures"
SAMPLE = Path(__file__).parent.parent / "examples" / "quarters" / "reports"
SCORED = SAMPLE.parent.parent / "evaluation" / "reports"
PAGES = ("jobs-policy.png", "office.png")
WIDTH = 900  #: Pixels.
COLOURS = 96


def shrink(page: Path, picture: Path) -> None:
    """Write a page in the size of a picture."""
    with Image.open(page) as image:
        height = round(image.height * WIDTH / image.width)
        small = image.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        picture, optimize=True
    )


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    for name in PAGES:
        shrink(Path(sys.argv[1]) / name, OUT / name)
    for edition in sorted(SAMPLE.glob("2026Q?")):
        shrink(edition / "libraries.png", OUT / f"quarters-{edition.name}.png")
    if (SAMPLE / "2026Q2").is_dir():
        shrink(SAMPLE / "2026Q2" / "revisions.png", OUT / "revisions-2026Q2.png")
    for edition in sorted(SCORED.glob("2026Q4")):
        shrink(edition / "office.png", OUT / "evaluation.png")
