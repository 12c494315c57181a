"""An edition's folder: its records, and the move that puts it in place. What a build does is in tests/cli."""

import csv
import json
from pathlib import Path

import pytest
from projects import HOUSE, assessed, indicator, judge, programme

from scorecard.reports import publishing
from scorecard.reports.publishing import publish
from scorecard.targets.loading import load_or_raise


@pytest.fixture(autouse=True)
def no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print nothing: this is about records and folders."""
    monkeypatch.setattr(publishing, "print_edition", lambda *_, **__: ["a letter"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Publish a small edition."""
    assessment = assessed(programme(indicator(target="{2026: 70명}", actual="{2025: 80명}")))
    published = publish(assessment, tmp_path / "reports")
    assert published.warnings == ("a letter",)
    assert published.edition.name == published.folder.name == "2026Q1"
    return published.folder


def test_the_records_tell_the_same_rows(folder: Path) -> None:
    table = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    with (folder / "results.csv").open(encoding="utf-8-sig", newline="") as content:
        rows = list(csv.DictReader(content))

    assert [row["id"] for row in rows] == [row["id"] for row in table["rows"]] == ["jobs/p/i"]
    assert float(rows[0]["target"]) == table["rows"][0]["target"] == 70


def test_records_end_their_lines_alike_on_every_system(folder: Path) -> None:
    for name in ("results.json", "coverage.json", "summary.md"):
        content = (folder / name).read_bytes()
        assert b"\r" not in content
        assert content.endswith(b"\n")
        assert not content.startswith(b"\xef\xbb\xbf")


def test_every_indicator_of_the_shipped_project_is_in_its_results(tmp_path: Path) -> None:
    published = publish(judge(HOUSE), tmp_path)
    rows = json.loads((published.folder / "results.json").read_text(encoding="utf-8"))["rows"]
    book = load_or_raise(HOUSE)

    assert [row["id"] for row in rows] == [place.id for place in book.places()]
    assert {row["department"] for row in rows} == {department.name for department in book.departments}
    assert len({row["department"] for row in rows}) == 9
    texts = {row["file"]: (HOUSE / row["file"]).read_text(encoding="utf-8").splitlines() for row in rows}
    assert [
        row["id"]
        for row in rows
        if f"id: {row['id'].split('/')[-1]}" not in texts[row["file"]][row["line"] - 1]
    ] == []


def test_nothing_but_the_edition_is_left(folder: Path) -> None:
    assert [path.name for path in folder.parent.iterdir()] == ["2026Q1"]


@pytest.mark.parametrize("kind", ["a folder with files", "a file", "a link to nowhere"])
def test_what_is_no_edition_is_not_replaced(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "2026Q1"
    if kind == "a folder with files":
        place.mkdir()
        (place / "mine.txt").write_text("mine", encoding="utf-8")
    elif kind == "a file":
        place.write_text("mine", encoding="utf-8")
    else:
        place.symlink_to(tmp_path / "nowhere")

    with pytest.raises(FileExistsError, match="2026Q1"):
        publish(assessed(programme(indicator())), tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["2026Q1"]
    assert place.is_symlink() or "mine" in (place if place.is_file() else place / "mine.txt").read_text(
        encoding="utf-8"
    )


def test_an_empty_folder_may_become_an_edition(tmp_path: Path) -> None:
    (tmp_path / "2026Q1").mkdir()

    assert (publish(assessed(programme(indicator())), tmp_path).folder / "results.json").is_file()
