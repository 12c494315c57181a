"""A clean check is remembered for the very same text, and for nothing else."""

import os
from pathlib import Path

import pytest

from scorecard.cli import remembering
from scorecard.cli.remembering import Memory, hashes_of, recall, remember
from scorecard.keeping import cache_folder
from scorecard.problems import Spot
from scorecard.rules.together import Mention, Mentions
from scorecard.targets.outlines import Outline

MEMORY = Memory(
    hashes={"targets/일자리.yaml": "0a"},
    language="ko",
    rules=3,
    mentions=Mentions(waived=(Mention("일자리/취업", Spot("rules/risks.yaml", 3, 7)),)),
    outlines={"일자리": Outline(("일자리과", "취업"), 1, 2, 3, 0)},
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for folder in ("targets", "rules"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    return tmp_path


def test_what_was_remembered_comes_back(texts: Path) -> None:
    remember(texts, MEMORY)

    assert recall(texts) == MEMORY


@pytest.mark.parametrize("folder", ["targets", "rules"])
def test_one_changed_byte_is_another_text(texts: Path, folder: str) -> None:
    before = hashes_of(texts)
    assert before is not None

    (texts / folder / "a.yaml").write_text("a: 2\n", encoding="utf-8")
    after = hashes_of(texts)

    assert after is not None
    assert {file for file in after if after[file] != before[file]} == {f"{folder}/a.yaml"}


def test_a_file_more_is_another_text(texts: Path) -> None:
    before = hashes_of(texts)

    (texts / "targets" / "b.yaml").touch()

    assert hashes_of(texts) != before


@pytest.mark.skipif(os.name != "posix", reason="links of Linux and macOS")
@pytest.mark.parametrize("place", ["targets", "targets/a.yaml"])
def test_what_is_a_link_is_never_remembered(texts: Path, place: str) -> None:
    (texts / place).rename(texts / "elsewhere")
    (texts / place).symlink_to(texts / "elsewhere")

    assert hashes_of(texts) is None


def test_other_code_knows_no_text(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = hashes_of(texts)

    monkeypatch.setattr(remembering, "code_stamp", lambda: "other")

    assert before
    assert hashes_of(texts) != before


@pytest.mark.parametrize(
    "record",
    [b"", b"\xff", b"[]", b'{"hashes": {}}', b'{"mentions": [], "outlines": {}}', b'{"mentions": {}, "outlines": {"a": 1}}'],
)  # fmt: skip
def test_a_broken_record_is_no_record(texts: Path, record: bytes) -> None:
    remember(texts, MEMORY)
    kept = cache_folder("checks", texts)
    assert kept is not None

    kept.write_bytes(record)

    assert recall(texts) is None


def test_a_cache_that_cannot_be_written_is_no_fault(texts: Path, cache: Path) -> None:
    (cache / "scorecard").write_text("in the way", encoding="utf-8")

    remember(texts, MEMORY)

    assert recall(texts) is None


def test_a_project_without_texts_has_no_hashes(tmp_path: Path) -> None:
    assert hashes_of(tmp_path) is None


def test_a_file_too_large_is_not_hashed(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "LARGEST_FILE", 4)

    assert hashes_of(texts) is None
