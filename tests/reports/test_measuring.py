"""Widths agree with what matplotlib measures."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.ft2font import FT2Font, LoadFlags

import scorecard.reports
from scorecard.reports.measuring import FILES, advances, text_width
from scorecard.reports.theme import BODY, BODY_BOLD, SMALL, Style

FONTS = Path(scorecard.reports.__file__).parent / "fonts"


def rendered_width(words: str, *, bold: bool, points: float) -> float:
    """Ask matplotlib's font, between two syllables so that side bearings cancel out."""
    font = FT2Font(str(FONTS / FILES[bold]))
    font.set_size(points, 72 * 64)
    widths = []
    for framed in (f"가{words}가", "가가"):
        font.set_text(framed, 0.0, flags=LoadFlags.NO_HINTING)
        widths.append(font.get_width_height()[0] / 64 / 64)
    return widths[0] - widths[1]


@pytest.mark.parametrize(
    "words", ["청년취업사관학교 조성·운영", "1조 2,641억원", "AI Trainees +21.1%", "△4.11%p → ①"]
)
@pytest.mark.parametrize("style", [BODY, BODY_BOLD, SMALL])
def test_widths_agree_with_matplotlib(words: str, style: Style) -> None:
    drawn = rendered_width(words, bold=style.bold, points=style.points)
    assert text_width(words, style) == pytest.approx(drawn, rel=0.01)


@given(st.text(), st.text())
def test_a_text_is_as_wide_as_its_parts(one: str, other: str) -> None:
    parts = text_width(one, BODY) + text_width(other, BODY)
    assert text_width(one + other, BODY) == pytest.approx(parts)


@pytest.mark.parametrize("bold", [False, True])
def test_digits_are_equally_wide(bold: bool) -> None:
    assert len({advances(bold)[digit] for digit in "0123456789"}) == 1


def test_an_unknown_character_counts_as_its_substitute() -> None:
    assert text_width("\U0001f600", BODY) == text_width("〓", BODY)
