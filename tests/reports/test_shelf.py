"""What was printed before is not drawn again, and no one can tell."""

from collections.abc import Callable
from pathlib import Path

import attrs
import matplotlib as mpl
import pytest

from scorecard.cards.card import Edition
from scorecard.reports import printing
from scorecard.reports.documents import Document
from scorecard.reports.printing import print_edition

from .samples import EMPTY, OFFICE, sample_edition

Print = Callable[[Edition, str], dict[str, bytes]]


def tiny(*headlines: str) -> Edition:
    """Make an edition of small departments."""
    cards = [attrs.evolve(EMPTY, id=f"dept-{place}", headline=words) for place, words in enumerate(headlines)]
    office = attrs.evolve(OFFICE, lines=OFFICE.lines[:1], gravest=())
    return attrs.evolve(sample_edition(*cards), office=office)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the documents that were really drawn."""
    names: list[str] = []
    draw = printing.print_document

    def noting(document: Document, *others: object) -> object:
        names.append(document.name)
        return draw(document, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(printing, "print_document", noting)
    return names


@pytest.fixture
def print_into(tmp_path: Path) -> Print:
    """Print an edition into a folder of its own, keeping documents, and read what was written."""

    def do(edition: Edition, name: str) -> dict[str, bytes]:
        (tmp_path / name).mkdir()
        print_edition(edition, tmp_path / name, kept=tmp_path / "kept")
        return {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}

    return do


def test_the_same_edition_is_not_drawn_twice(print_into: Print, drawn: list[str]) -> None:
    first = print_into(tiny("가나", "다라"), "first")
    assert drawn == ["scorecards", "office", "dept-0", "dept-1"]
    assert print_into(tiny("가나", "다라"), "second") == first
    assert len(drawn) == 4


def test_only_what_an_edit_touches_is_drawn_again(print_into: Print, drawn: list[str]) -> None:
    print_into(tiny("가나", "다라"), "first")
    drawn.clear()
    print_into(tiny("가나", "라다"), "second")
    assert drawn == ["scorecards", "dept-1"]


def test_a_kept_document_is_what_a_fresh_print_would_be(print_into: Print, tmp_path: Path) -> None:
    print_into(tiny("가나", "다라"), "first")
    kept = print_into(tiny("가나", "라다"), "second")
    (tmp_path / "fresh").mkdir()
    print_edition(tiny("가나", "라다"), tmp_path / "fresh")
    assert kept == {path.name: path.read_bytes() for path in (tmp_path / "fresh").iterdir()}


def test_a_new_character_redraws_all_since_fonts_are_shared(print_into: Print, drawn: list[str]) -> None:
    print_into(tiny("가나", "다라"), "first")
    drawn.clear()
    print_into(tiny("가나", "다뷁"), "second")
    assert len(drawn) == 4


def test_what_is_no_longer_used_is_thrown_out(print_into: Print, tmp_path: Path) -> None:
    print_into(tiny("가나", "다라"), "first")
    print_into(tiny("가나"), "second")
    assert len(list((tmp_path / "kept").iterdir())) == 3


def test_settings_of_whoever_runs_it_change_no_byte(tmp_path: Path, print_into: Print) -> None:
    plain = print_into(tiny("가나"), "plain")
    (tmp_path / "odd").mkdir()
    with mpl.rc_context({"savefig.bbox": "tight", "font.size": 30, "lines.dashed_pattern": [1, 1]}):
        print_edition(tiny("가나"), tmp_path / "odd")
    assert {path.name: path.read_bytes() for path in (tmp_path / "odd").iterdir()} == plain
