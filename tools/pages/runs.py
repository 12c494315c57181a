"""What the program really prints: for mistakes people make, and for its main commands.

Each run works on a copy of the shipped project with one edit, so nobody need retype an output.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import attrs
from click.testing import CliRunner

from scorecard.cli.main import scorecard
from tools.pages.markdown import fenced

HOUSE = Path(__file__).parent.parent.parent
JOBS = "targets/jobs-policy.yaml"
TARGET = "        target:\n          2026: 4,000명\n        actual:\n          2025: 3,303명\n"


@attrs.frozen
class Edit:
    """A piece of a file replaced by another."""

    file: str
    old: str
    new: str


def _target(old: str, new: str) -> Edit:
    return Edit(JOBS, TARGET, TARGET.replace(old, new))


#: Mistakes by the code of the problem each must lead to, and only to that.
MISTAKES: dict[str, Edit] = {
    "unit-changed": _target("4,000명", "4,000개"),
    "flow-comma": _target("target:\n          2026: 4,000명", "target: {2026: 4,000명}"),
    "colon-without-blank": _target("2026: 4,000명", "2026:4,000명"),
    "tab": _target("          2026: 4,000명", "\t\t2026: 4,000명"),
    "scale-slip": _target("4,000명", "4명"),
    "bad-period": _target("2026: 4,000명", "2026년: 4,000명"),
    "duplicate-key": _target("2026: 4,000명", "2026: 4,000명\n          2026: 4,500명"),
    "not-a-figure": _target("4,000명", "3,500~4,000명"),
    "unknown-key": _target("target:", "targt:"),
    "bare-dash": Edit(JOBS, "        spent: 2,200\n", "        spent: -\n"),
    "direction-missing": Edit(JOBS, f"        direction: up\n{TARGET}", TARGET),
    "bad-citation": Edit(JOBS, "target: report#697 V-2-1 추진목표", "target: 보고서 697행"),
    "expression-looks-like-percent": Edit("rules/risks.yaml", "attainment > 1.3\n", "attainment > 130\n"),
}
LOST_TARGET = Edit(
    JOBS,
    "        target:\n          2026: 20개교\n        actual:\n          2025: 20개교\n        source:\n          target: report#766 V-2-2 추진목표\n",
    "        actual:\n          2025: 20개교\n        source:\n",
)
JUNE = Edit("targets/office.yaml", "as_of: 2026-01-31", "as_of: 2026-06-30")
LATE_ACTUAL = _target(
    "          2025: 3,303명\n",
    "          2025: 3,303명\n          2026H1:\n            value: 1,870명\n            provisional: true\n"
    "            source: report#715 상반기 실적\n",
)


@attrs.frozen
class Ran:
    """What a command printed and how it ended."""

    stdout: str
    stderr: str
    code: int


def run(folder: Path, *arguments: str) -> Ran:
    """Run a command in a folder."""
    # What the program keeps between runs goes with the copy, not into the user's cache.
    caches = {name: str(folder / "cache") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA")}
    with contextlib.chdir(folder):
        done = CliRunner(env=caches).invoke(scorecard, arguments, standalone_mode=False)
    refused = getattr(done.exception, "code", None)
    if done.exception is not None and refused is None:
        raise done.exception
    return Ran(done.stdout, done.stderr, done.return_value or 0 if refused is None else int(refused))


@contextlib.contextmanager
def project(*edits: Edit) -> Iterator[Path]:
    """Copy the shipped project and edit it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("targets", "rules"):
            shutil.copytree(HOUSE / name, copy / name)
        for edit in edits:
            apply(edit, copy)
        yield copy


def apply(edit: Edit, folder: Path) -> None:
    """Replace a piece of a file that must hold it once."""
    path = folder / edit.file
    text = path.read_text(encoding="utf-8")
    if text.count(edit.old) != 1:
        raise SystemExit(f"tools/pages/runs.py: {edit.file} no longer holds once: {edit.old!r}")
    path.write_text(text.replace(edit.old, edit.new), encoding="utf-8", newline="\n")


def mistake(code: str) -> str:
    """Print what a mistake leads to."""
    with project(MISTAKES[code]) as folder:
        return fenced(run(folder, "check").stderr)


def printed(*arguments: str, edits: tuple[Edit, ...] = (), only: tuple[str, ...] = ()) -> str:
    """Print what a command prints to stdout; `only`: the lines that hold one of some words."""
    with project(*edits) as folder:
        lines = run(folder, *arguments).stdout.splitlines()
    kept = [line for line in lines if not only or any(word in line for word in only)]
    if not kept:
        raise SystemExit(f"tools/pages/runs.py: nothing is printed by {' '.join(arguments)}")
    return fenced("\n".join(kept))
