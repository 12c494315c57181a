"""`scorecard check` on the shipped project against the least that could read the same files.

The lower bound is a bare Python that parses them with PyYAML's C safe loader, knows no line and
checks nothing. Whole processes, in turn, so that both meet the same machine.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).parent.parent
ROUNDS = 15
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


def timed(command: list[str]) -> float:
    """Time one whole process."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print the ratio of the medians."""
    subprocess.run([sys.executable, "-c", SEEN], cwd=PROJECT, check=True, capture_output=True)
    ours, bare = [], []
    for _ in range(ROUNDS):
        bare.append(timed([sys.executable, "-c", BARE]))
        ours.append(timed([sys.executable, "-m", "scorecard", "check"]))
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"check: {ratio:.2f} × CSafeLoader in a bare Python ({statistics.median(ours):.3f} s / {statistics.median(bare):.3f} s)")


if __name__ == "__main__":
    main()
