"""The files in examples/ci/ and .pre-commit-hooks.yaml do what they say, with the program as it is."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from projects import HOUSE

from scorecard.cli.main import COMMANDS

CI = HOUSE / "examples" / "ci"
PINNED = re.compile(r"[\w.-]+/[\w./-]+@v\d+(\.\d+)*")


def github() -> Any:
    # YAML takes the key `on` for a truth value.
    return yaml.safe_load((CI / "github.yml").read_text(encoding="utf-8"))


def gitlab() -> Any:
    return yaml.safe_load((CI / "gitlab.yml").read_text(encoding="utf-8"))["scorecard"]


def gate_of_github() -> str:
    (found,) = [
        step["run"] for step in github()["jobs"]["gate"]["steps"] if "scorecard gate" in step.get("run", "")
    ]
    return str(found)


def gate_of_jenkins() -> str:
    (found,) = re.findall(
        r"sh '(\.venv/bin/scorecard gate .*)'", (CI / "Jenkinsfile").read_text(encoding="utf-8")
    )
    return str(found).removeprefix(".venv/bin/")


def run_shell(command: str, folder: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of an example in a shell, the program of this house first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    home = {"PATH": path, "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}
    return subprocess.run(
        ["sh", "-c", command], cwd=folder, env={**home, **env}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Put the shipped project into a repository with a branch to be held against."""
    folder = tmp_path / "r"
    folder.mkdir()
    for name in ("targets", "rules"):
        subprocess.run(["cp", "-r", str(HOUSE / name), str(folder / name)], check=True)
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        [*who, "commit", "-q", "-m", "one"],
        ["update-ref", "refs/remotes/origin/main", "HEAD"],
    ):
        subprocess.run(["git", "-C", str(folder), *words], check=True)
    return folder


@pytest.mark.parametrize("base", ["origin/main", "none"])
def test_the_gate_of_the_workflow_runs_and_leaves_what_later_steps_read(repository: Path, base: str) -> None:
    summary = repository / "summary.md"
    done = run_shell(gate_of_github(), repository, BASE=base, GITHUB_STEP_SUMMARY=str(summary))

    assert done.returncode == 0, done.stderr
    assert "관문 통과" in summary.read_text(encoding="utf-8")
    (upload,) = [step for step in github()["jobs"]["gate"]["steps"] if "upload-sarif" in step.get("uses", "")]
    assert (repository / upload["with"]["sarif_file"]).is_file()
    assert "cancelled()" in upload["if"]


def test_the_workflow_is_pinned_has_the_history_and_few_rights() -> None:
    workflow = github()
    steps = workflow["jobs"]["gate"]["steps"]
    assert all(PINNED.fullmatch(step["uses"]) for step in steps if "uses" in step)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["gate"]["permissions"] == {"contents": "read", "security-events": "write"}
    (checkout,) = [step["with"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout == {"fetch-depth": 0, "persist-credentials": False}
    # What a stranger may name, such as a branch, never stands in a script but in its environment.
    assert not any("${{" in step.get("run", "") for step in steps)


@pytest.mark.parametrize("base", ["", "HEAD"])
def test_the_job_of_gitlab_runs_and_leaves_its_reports(repository: Path, base: str) -> None:
    job = gitlab()
    (command,) = job["script"]
    done = run_shell(command, repository, **({"CI_MERGE_REQUEST_DIFF_BASE_SHA": base} if base else {}))

    assert done.returncode == 0, done.stderr
    assert all((repository / name).is_file() for name in job["artifacts"]["reports"].values())
    assert job["artifacts"]["when"] == "always"
    assert job["variables"]["GIT_DEPTH"] == "0"


def test_the_gate_of_jenkins_runs(repository: Path) -> None:
    assert run_shell(gate_of_jenkins(), repository, BASE="origin/main").returncode == 0
    assert (repository / "gate.xml").is_file()


@pytest.mark.parametrize("hook", yaml.safe_load((HOUSE / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")), ids=lambda hook: hook["id"])  # fmt: skip
def test_a_hook_runs_where_its_files_changed(hook: Any, repository: Path) -> None:
    program, command = shlex.split(hook["entry"])
    assert (program, command in COMMANDS) == ("scorecard", True)
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    assert all(
        re.search(hook["files"], file) for file in ("targets/jobs-policy.yaml", "경제실/rules/coverage.yml")
    )
    assert not any(re.search(hook["files"], file) for file in ("README.md", "targets.yaml"))
    assert run_shell(hook["entry"], repository).returncode == 0
