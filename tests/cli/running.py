"""The command line as a person runs it, inside this process."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from click.testing import CliRunner, Result

from scorecard.cli.main import run as run_commands

if TYPE_CHECKING:
    import click

HANGUL = re.compile(r"[ㄱ-ㆎ가-힣]")
PLACE = re.compile(
    r"^(?P<file>[^:]+)(:(?P<line>\d+))?(:(?P<column>\d+))?: .+ \[(?P<code>[a-z0-9-]+)\]$", re.MULTILINE
)
Told = tuple[str, str, int, int]


class _Everything:
    """Stands where click's runner wants a command, so that our own way out is run as well."""

    name = "scorecard"

    def main(self, args: list[str], prog_name: str) -> None:
        assert prog_name == self.name
        run_commands(args)


def run(*arguments: str | Path, env: Mapping[str, str | None] = MappingProxyType({})) -> Result:
    """Run a command line; a fault of ours fails the test with its traceback."""
    command = cast("click.Command", _Everything())
    result = CliRunner().invoke(command, [str(one) for one in arguments], env={"SCORECARD_DEBUG": "1", **env})
    assert "Traceback" not in result.stderr, result.stderr
    return result


def run_apart(
    *arguments: str | Path,
    env: Mapping[str, str] = MappingProxyType({}),
    cwd: Path | None = None,
) -> "subprocess.CompletedProcess[bytes]":
    """Run `python -m scorecard` as a process of its own; its environment is what is given, and a cache."""
    command = [sys.executable, "-m", "scorecard", *map(str, arguments)]
    given = {"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"], **env}
    done = subprocess.run(command, capture_output=True, check=False, cwd=cwd, env=given)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def told(result: Result) -> list[Told]:
    """Read back the problems told on stderr: code, file, line and column."""
    return [
        (found["code"], found["file"], int(found["line"] or 0), int(found["column"] or 0))
        for found in PLACE.finditer(result.stderr)
    ]


def interruptible() -> None:
    """Let a command that is about to start hear an interrupt, though the tests may run where it is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
