"""A target lowered in a commit, as `scorecard diff` tells it: with and without an entry in its ledger."""

import os
import shutil
import subprocess
from pathlib import Path

from tools.pages.markdown import fenced
from tools.pages.quarters import SAMPLE, sample
from tools.pages.runs import Edit, apply, run

_TARGET = "        target: {2026: 240학급}\n"
SILENT = Edit("targets/libraries.yaml", _TARGET, _TARGET.replace("240", "220"))
ENTERED = Edit(
    "targets/libraries.yaml", _TARGET.replace("240", "220"),
    "        target:\n          2026:\n            value: 220학급\n            revised:\n"
    "              - {was: 240학급, on: 2026-09-01, reason: 강사를 뽑지 못해 두 학교가 빠짐, approver: 성과관리위원회}\n",
)  # fmt: skip

#: Rules that are never changed, or the commits would be called otherwise after each change of the shipped ones.
_RULES = {
    "risks": "rules: []\n",
    "coverage": "office: {}\n",
    "attainment": "methods: {up: ratio, down: reciprocal, keep: tolerance}\nkeep_tolerance: 0.05\n"
    "bands: [{status: achieved, at_least: 1.0}, {status: on_track, at_least: 0.95}, {status: watch, at_least: 0.8}]\n",
}  # fmt: skip

#: Nobody's name and a fixed day, so that the commits are called the same wherever the docs are made.
_WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "office"), ("EMAIL", "office@example.org"), ("DATE", "2026-09-02T09:00:00+09:00"))
}  # fmt: skip


def told(*edits: Edit) -> str:
    """Print what diff says of the sample after commits, one an edit."""
    with sample() as folder:
        shutil.rmtree(folder / SAMPLE / "rules")
        for name, text in _RULES.items():
            path = folder / SAMPLE / "rules" / f"{name}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        _git(folder, "init", "-q")
        _commit(folder, "the year's targets")
        for edit in edits:
            apply(edit, folder / SAMPLE)
            _commit(folder, "tidy up")
        command = f"scorecard diff HEAD~{len(edits)} HEAD --project {SAMPLE} --as-of 2026-09-30 --lang en"
        return f"{fenced(command, 'sh')}\n\n{fenced(run(folder, *command.split()[1:]).stdout)}"


def entry() -> str:
    """Show the entry that accounts for it."""
    return fenced(ENTERED.new, "yaml")


def _commit(folder: Path, subject: str) -> None:
    _git(folder, "add", "examples")
    _git(folder, "commit", "-q", "-m", subject)


def _git(folder: Path, *arguments: str) -> None:
    """Run git by no settings but our own."""
    settings = ("-c", "core.autocrlf=false", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *settings, *arguments], cwd=folder, check=True, env={**os.environ, **_WHO, **nowhere}
    )
