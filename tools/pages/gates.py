"""What the gate really says of a change: held against its commit, in the formats that CI reads."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.pages.markdown import fenced
from tools.pages.runs import JOBS, LOST_TARGET, Edit, apply, project, run

LOWERED = Edit(
    JOBS,
    "        target:\n          2026: 4,000명\n        actual:\n          2025: 3,303명\n",
    "        target:\n          2026: 3,400명\n        actual:\n          2025: 3,303명\n",
)
_WHO = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
_COMMIT = "4f2a9c1e7b"  #: Stands for the commit's real name, which changes with every figure of the project.


@contextmanager
def changed(*edits: Edit) -> Iterator[tuple[Path, str]]:
    """Commit a copy of the shipped project, then edit it; with the name of the commit."""
    with project() as folder:
        for words in (("init", "-q", "-b", "main"), ("add", "-A"), (*_WHO, "commit", "-q", "-m", "main")):
            subprocess.run(["git", "-C", str(folder), *words], check=True)
        name = subprocess.run(
            ["git", "-C", str(folder), "rev-parse", "HEAD"], check=True, capture_output=True, text=True
        ).stdout[:10]
        for edit in edits:
            apply(edit, folder)
        yield folder, name


def stepped_back(language: str) -> str:
    """Print what a change that takes one target away and lowers another is told."""
    with changed(LOST_TARGET, LOWERED) as (folder, name):
        said = run(folder, "gate", "--base", "main", "--lang", language).stdout.replace(name, _COMMIT)
    wanted = ("뒷걸음", "없앤 목표", "관문", "no step back", "without a ledger", "The gate")
    lines, keep = [], False
    for line in said.splitlines():
        keep = any(word in line for word in wanted) if not line.startswith(" ") else keep
        lines += [line] if keep and not line.startswith(("지킴", "met")) else []
    return fenced("\n".join(lines))


def shallow() -> str:
    """Print what a base that is not there leads to."""
    with changed() as (folder, _):
        return fenced(run(folder, "gate", "--base", "origin/main").stderr)


def written(kind: str, show: Callable[[str], str]) -> str:
    """Print a piece of what a lost target is told as in one format."""
    with changed(LOST_TARGET) as (folder, name):
        out = folder / "out"
        run(folder, "gate", "--base", "main", "--format", f"{kind}={out}")
        return show(out.read_text(encoding="utf-8").replace(name, _COMMIT))


def first_result(text: str) -> str:
    """Show the result of the programme that lost its target."""
    found = [one for one in json.loads(text)["runs"][0]["results"] if one["ruleId"] == "gate-ratchet-count"]
    return fenced(json.dumps(found[1], ensure_ascii=False, indent=1), "json")


def first_entry(text: str) -> str:
    """Show the entry of the programme that lost its target."""
    found = [one for one in json.loads(text) if one["check_name"] == "gate-ratchet-count"]
    return fenced(json.dumps(found[1], ensure_ascii=False, indent=1), "json")


def head_of_summary(text: str) -> str:
    """Show how the summary begins."""
    return fenced("\n".join(text.split("\n### ", maxsplit=1)[0].splitlines()), "markdown")
