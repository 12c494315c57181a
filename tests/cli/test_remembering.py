"""A clean check is remembered for the very same text, and for nothing else."""

from pathlib import Path

import pytest

from scorecard.cli import remembering
from scorecard.cli.remembering import Memory, keys_of, recall, remember
from scorecard.keeping import cache_folder
from scorecard.problems import Spot
from scorecard.rules.together import Mention, Mentions

SUMMARY: remembering.Summary = {"departments": 1, "words": "ko"}
MENTIONS = Mentions(waived=(Mention("일자리/취업", Spot("rules/risks.yaml", 3, 7)),))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for folder in remembering.FOLDERS:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    return tmp_path


def test_what_was_remembered_comes_back(texts: Path) -> None:
    remember(texts, keys_of(texts), SUMMARY, MENTIONS)

    assert recall(texts, keys_of(texts)) == Memory(SUMMARY, None)


def test_rules_that_did_not_change_are_remembered_beside_a_changed_text(texts: Path) -> None:
    remember(texts, keys_of(texts), SUMMARY, MENTIONS)

    (texts / "targets" / "a.yaml").write_text("a: 2\n", encoding="utf-8")

    assert recall(texts, keys_of(texts)) == Memory(SUMMARY, MENTIONS)


def test_changed_rules_leave_nothing_remembered(texts: Path) -> None:
    remember(texts, keys_of(texts), SUMMARY, MENTIONS)

    (texts / "rules" / "a.yaml").write_text("a: 2\n", encoding="utf-8")

    assert recall(texts, keys_of(texts)) is None


def test_a_file_more_is_another_text(texts: Path) -> None:
    remember(texts, keys_of(texts), SUMMARY, MENTIONS)

    (texts / "targets" / "b.yaml").touch()

    assert recall(texts, keys_of(texts)) == Memory(SUMMARY, MENTIONS)


def test_other_code_remembers_nothing(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(texts, keys_of(texts), SUMMARY, MENTIONS)

    monkeypatch.setattr(remembering, "code_stamp", lambda: "other")

    assert recall(texts, keys_of(texts)) is None


@pytest.mark.parametrize(
    "record",
    [b"", b"\xff", b"[]", b'{"rules": 1}', b'{"rules": null, "text": null, "summary": {}, "mentions": {}}'],
)
def test_a_broken_record_is_no_record(texts: Path, record: bytes) -> None:
    remember(texts, keys_of(texts), SUMMARY, MENTIONS)
    kept = cache_folder("checks", texts)
    assert kept is not None

    kept.write_bytes(record)

    assert recall(texts, keys_of(texts)) is None


def test_a_cache_that_cannot_be_written_is_no_fault(texts: Path, cache: Path) -> None:
    (cache / "scorecard").write_text("in the way", encoding="utf-8")

    remember(texts, keys_of(texts), SUMMARY, MENTIONS)

    assert recall(texts, keys_of(texts)) is None


def test_a_project_without_texts_has_no_key(tmp_path: Path) -> None:
    assert keys_of(tmp_path) is None
    assert recall(tmp_path, None) is None
    remember(tmp_path, None, SUMMARY, MENTIONS)
