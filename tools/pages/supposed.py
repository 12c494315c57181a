"""What `scorecard what-if` and `scorecard sensitivity` tell of the worked sample."""

import shutil
import tempfile
from pathlib import Path

from tools.pages.markdown import fenced
from tools.pages.runs import HOUSE, run

SAMPLE = HOUSE / "examples/quarters"


def supposed(*arguments: str, most: int = 0) -> str:
    """Print a command over the sample in English; `most`: so many lines of it at most."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sample"
        shutil.copytree(SAMPLE, copy)
        lines = run(copy, "--lang", "en", *arguments).stdout.strip().splitlines()
    kept = lines[:most] if most and len(lines) > most else lines
    return fenced("\n".join([*kept, *(["…"] if len(kept) < len(lines) else [])]))
