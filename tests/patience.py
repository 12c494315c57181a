"""Work that must come to an end: done in a process of its own, so that what hangs fails and holds nothing up."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

PATIENCE = 300  #: Seconds. No measure of speed: the work takes moments, and what hangs takes hours.


def comes_to_an_end(work: Callable[[], object]) -> None:
    """Fail where a function of a test module fails, or is not done however long one waits."""
    call = f"from {work.__module__} import {work.__name__} as work; work()"
    subprocess.run([sys.executable, "-c", call], check=True, timeout=PATIENCE, cwd=Path(__file__).parent)
