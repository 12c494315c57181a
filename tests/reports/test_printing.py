"""Editions on paper: which files, which bytes, and text that can be selected."""

import logging
import subprocess
import sys
from pathlib import Path

import attrs
import matplotlib as mpl
import numpy as np
import pytest
from PIL import Image

from scorecard.cards.card import Edition
from scorecard.reports.printing import SETTINGS, print_edition

from .samples import EMPTY, OFFICE, moving_card, sample_edition


@pytest.fixture(scope="module")
def small() -> Edition:
    """Make an edition of few pages, one department of two."""
    office = attrs.evolve(OFFICE, gravest=OFFICE.gravest[:1])
    return attrs.evolve(sample_edition(moving_card(3), EMPTY), office=office)


@pytest.fixture(scope="module")
def printed(small: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    print_edition(small, folder)
    return folder


def test_every_document_is_written_in_every_form(printed: Path) -> None:
    names = {"office", "jobs-policy", "jobs-policy.2", "empty"}
    pictures = {f"{name}.{kind}" for name in names for kind in ("png", "svg")}
    documents = {"scorecards.pdf", "office.pdf", "jobs-policy.pdf", "empty.pdf"}
    assert {path.name for path in printed.iterdir()} == pictures | documents


def test_the_same_edition_gives_the_same_bytes(small: Edition, printed: Path, tmp_path: Path) -> None:
    print_edition(small, tmp_path)
    differing = [
        path.name for path in printed.iterdir() if path.read_bytes() != (tmp_path / path.name).read_bytes()
    ]
    assert differing == []


def test_no_day_and_no_place_is_left_in_the_bytes(printed: Path) -> None:
    for path in printed.iterdir():
        content = path.read_bytes()
        assert not [mark for mark in (b"CreationDate", b"dc:date", b"/tmp/", b"Software") if mark in content]


def test_pictures_are_whole_pages(printed: Path) -> None:
    with Image.open(printed / "jobs-policy.png") as picture:
        assert picture.size == (1240, 1753)
        grey = np.asarray(picture.convert("L"))
    assert (grey[:60] == 255).all()
    assert (grey < 100).any()


def test_korean_can_be_selected(small: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An uncompressed PDF maps its glyphs back to the syllables they stand for."""
    monkeypatch.setitem(SETTINGS, "pdf.compression", 0)
    print_edition(small, tmp_path)
    content = (tmp_path / "empty.pdf").read_bytes()
    assert content.count(b"/ToUnicode") == content.count(b"/Subtype /Type0") > 0
    assert all(f"<{ord(syllable):04x}>".encode() in content.lower() for syllable in "뷰티패션산업과")


def test_fonts_are_embedded_as_outlines_not_pictures(printed: Path) -> None:
    assert b"/Type3" not in (printed / "scorecards.pdf").read_bytes()


def test_printing_is_quiet(small: Edition, tmp_path: Path, caplog: pytest.LogCaptureFixture,
                           recwarn: pytest.WarningsRecorder) -> None:  # fmt: skip
    with caplog.at_level(logging.INFO):
        assert print_edition(small, tmp_path) == []
    assert caplog.records == []
    assert list(recwarn) == []


def test_progress_is_told_document_by_document(small: Edition, tmp_path: Path) -> None:
    told: list[str] = []
    print_edition(small, tmp_path, progress=told.append)
    assert told == ["scorecards", "office", "jobs-policy", "empty"]


def test_what_cannot_be_printed_is_told(tmp_path: Path) -> None:
    edition = sample_edition(attrs.evolve(EMPTY, headline="목표 \U0001f600"))
    assert print_edition(edition, tmp_path) == ["U+1F600 GRINNING FACE → 〓"]


def test_layout_needs_no_drawing_library() -> None:
    code = "import sys, scorecard.reports.layout.department, scorecard.reports.layout.office; print('matplotlib' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "False\n"
    )


def test_settings_of_matplotlib_are_left_as_they_were(small: Edition, tmp_path: Path) -> None:
    before = dict(mpl.rcParams)
    print_edition(small, tmp_path)
    assert dict(mpl.rcParams) == before
