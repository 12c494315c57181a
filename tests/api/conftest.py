"""Projects and judgements that the tests of the API share."""

import shutil
from pathlib import Path

import pytest
from projects import HOUSE

import scorecard

SAMPLE = HOUSE / "examples" / "quarters"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the worked sample that a test may break."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "가온시 표본"))


@pytest.fixture(scope="session")
def judgement() -> scorecard.Judgement:
    """The worked sample at its half-year."""
    return scorecard.judge(scorecard.load(SAMPLE, as_of="2026-06-30"))
