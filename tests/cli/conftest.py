"""The shipped project, copied, and a place of its own for whatever the commands keep."""

from pathlib import Path
from shutil import copytree

import pytest
from projects import HOUSE


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep nothing between tests, and nothing in the home of whoever runs them."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.delenv("COLUMNS", raising=False)
    return folder


@pytest.fixture
def seoul(tmp_path: Path) -> Path:
    """Copy the shipped project to where it may be spoilt."""
    folder = tmp_path / "seoul"
    for name in ("targets", "rules"):
        copytree(HOUSE / name, folder / name)
    return folder
