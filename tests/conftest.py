"""What all tests share."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import settings
from projects import department, write_project

# A busy machine is no failure of the house. At the desk: pytest --hypothesis-profile=fast
settings.register_profile("house", deadline=None)
settings.register_profile("fast", deadline=None, max_examples=10)
settings.load_profile("house")

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what tests leave behind away from the caches of whoever runs them."""
    folder = tmp_path_factory.mktemp("cache")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Write:
    """Write a small project; by default one programme with one indicator, and the shipped rules."""

    def write(
        programmes: str = PROGRAMMES, *, rules: Mapping[str, str] = MappingProxyType({}), **office: str
    ) -> Path:
        return write_project(tmp_path, {"jobs": department(programmes)}, office=office, rules=rules)

    return write


PROGRAMMES = """
- id: p
  name: 사업
  indicators:
    - id: i
      name: 지표
      level: output
      aggregation: sum
      direction: up
      target: {2026: 100명}
      actual: {2025: 80명}
      source: report#1
"""
