"""Characters the fonts lack are replaced in sight."""

from pathlib import Path

import attrs
import pytest
from fontTools.ttLib import TTFont

from scorecard.reports.glyphs import cut_font, mend

from .samples import EMPTY, sample_edition


def mended_name(name: str) -> tuple[str, list[str]]:
    edition = sample_edition(attrs.evolve(EMPTY, name=name))
    mended, warnings = mend(edition)
    return mended.departments[0].name, warnings


def test_an_unknown_character_becomes_visible_and_is_told() -> None:
    assert mended_name("일자리\U0001f600과") == ("일자리〓과", ["U+1F600 GRINNING FACE → 〓"])


def test_parted_syllables_are_composed() -> None:
    assert mended_name("\u1112\u1161\u11ab글") == ("한글", [])


@pytest.mark.parametrize(("written", "printed"), [("−4.1", "–4.1"), ("조성․운영", "조성·운영")])
def test_a_lookalike_takes_the_place_of_what_the_fonts_lack(written: str, printed: str) -> None:
    assert mended_name(written) == (printed, [])


def test_what_is_never_printed_is_left_alone() -> None:
    edition = sample_edition(attrs.evolve(EMPTY, id="\U0001f600"))
    assert mend(edition) == (edition, [])


def test_a_cut_font_holds_what_was_asked_and_little_more(tmp_path: Path) -> None:
    path = cut_font(frozenset("한글 1,234명"), tmp_path, bold=True)
    with TTFont(path) as font:
        held = {chr(code) for code in font.getBestCmap()}
    assert set("한글 1,234명") <= held
    assert len(held) < 20
