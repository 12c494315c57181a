"""`scorecard check` on the shipped project against the least that could read the same files.

The lower bound is a bare Python that parses them with PyYAML's C safe loader, knows no line and
checks nothing. Whole processes, in turn, so that all meet the same machine. Three figures: a text
that has not changed since its last clean check, one edited since then, and one never seen before
(nothing remembered, as on a new machine).
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parent.parent
ROUNDS = 15
#: An installed package brings its bytecode; where Python may write none, a source tree would compile itself each time.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BARE = """
import glob, yaml
for name in glob.glob("targets/*.yaml") + glob.glob("rules/*.yaml"):
    with open(name, encoding="utf-8") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""
SEEN = """
import sys
sys.argv = ["scorecard", "check"]
from scorecard.cli.main import scorecard
scorecard.main(standalone_mode=False)
loaded = [name for name in ("numpy", "matplotlib") if name in sys.modules]
sys.exit(f"check loads {loaded}" if loaded else 0)
"""


def timed(command: list[str], **settings: str) -> float:
    """Time one whole process."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, env={**ENVIRONMENT, **settings})
    return time.perf_counter() - begun


def main() -> None:
    """Print the ratios of the medians."""
    with tempfile.TemporaryDirectory() as aside:
        copy = Path(aside) / "project"
        for folder in ("targets", "rules"):
            shutil.copytree(PROJECT / folder, copy / folder)
        subprocess.run(
            [sys.executable, "-c", SEEN], cwd=PROJECT, check=True, capture_output=True, env=ENVIRONMENT
        )
        check = [sys.executable, "-m", "scorecard", "check", "--project", str(copy)]
        edited = copy / "targets" / "jobs-policy.yaml"
        bare, first, again, after = [], [], [], []
        timed(check, XDG_CACHE_HOME=aside)
        for n in range(ROUNDS):
            bare.append(timed([sys.executable, "-c", BARE]))
            first.append(timed(check, XDG_CACHE_HOME=str(Path(aside) / f"new-{n}")))
            again.append(timed(check, XDG_CACHE_HOME=aside))
            edited.write_text(f"{edited.read_text(encoding='utf-8')}# edited\n", encoding="utf-8")
            after.append(timed(check, XDG_CACHE_HOME=aside))
    bound = statistics.median(bare)
    for times, what in ((again, "text unchanged"), (after, "after one edit"), (first, "text never seen")):
        print(f"check: {statistics.median(times) / bound:.2f} × CSafeLoader in a bare Python, {what}")
    print(f"({bound:.3f} s the bare one)")


if __name__ == "__main__":
    main()
