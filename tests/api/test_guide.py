"""The guide to the API is run as it stands."""

import doctest
import shutil
from pathlib import Path

import pytest
from projects import HOUSE

import scorecard

GUIDE = HOUSE / "docs" / "api.md"


def test_the_guide_says_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of the guide is run, in a folder that holds the shipped samples."""
    shutil.copytree(HOUSE / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    ran = doctest.testfile(str(GUIDE), module_relative=False, encoding="utf-8")

    assert ran.failed == 0
    assert ran.attempted > 30
    assert sorted(path.name for path in tmp_path.iterdir()) == ["examples", "results.csv", "scorecards.pdf", "slips"]  # fmt: skip


def test_every_example_stands_where_it_is_run() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    blocks = text.split("```python\n")[1:]
    assert len(blocks) >= 8
    assert all(block.startswith(">>> ") and "\n\n```" in block for block in blocks)


def test_the_guide_tells_of_every_public_name() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert [name for name in scorecard._ROOMS if name not in text] == []  # type: ignore[attr-defined]
