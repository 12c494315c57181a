"""Where things are kept between runs, and when they still count."""

from pathlib import Path

import pytest

from scorecard import keeping
from scorecard.keeping import cache_folder, code_stamp


def test_nothing_is_kept_inside_a_project(tmp_path: Path, cache: Path) -> None:
    folder = cache_folder("checks", tmp_path)

    assert folder is not None
    assert folder.is_relative_to(cache / "scorecard" / "checks")


def test_two_projects_keep_apart(tmp_path: Path) -> None:
    assert cache_folder("pages", tmp_path / "가") != cache_folder("pages", tmp_path / "나")


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def homeless() -> Path:
        raise RuntimeError("could not determine home directory")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA")
    monkeypatch.setattr(Path, "home", homeless)

    assert cache_folder("checks", tmp_path) is None


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_each_system_has_its_place(system: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("scorecard.keeping.sys.platform", system)

    assert cache_folder("checks", tmp_path) is not None


def test_other_code_has_another_stamp(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.py").write_text("1", encoding="utf-8")
    monkeypatch.setattr(keeping, "PACKAGE", tmp_path)
    before = code_stamp()

    (tmp_path / "rules" / "a.py").write_text("12", encoding="utf-8")

    assert code_stamp() != before
