"""Projects as they were: read out of the git repository a project lies in, past its work tree.

Only what git has stored is asked for, by its object's name: no checkout, no filter, no hook.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from scorecard.frozen import frozen
from scorecard.problems import Mistake

FOLDERS = ("targets", "rules")
MOST_BYTES = 200_000_000  #: Of all files of one revision together.
MOST_FILES = 5_000
LARGEST_FILE = 4_000_000  #: Bytes of one version of one file; no larger one is read by a check either.
PATIENCE = 120  #: Seconds git may take for one answer.

_ENTRY = re.compile(r"100(?:644|755) blob (?P<object>[0-9a-f]+) +(?P<size>\d+|BAD)\t(?P<path>.+)", re.DOTALL)
_NAME = re.compile(r"[^/\\:*?\"<>|\x00-\x1f]+\.ya?ml", re.IGNORECASE)
_MISLEADING = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
)  #: Set where git runs us as a hook.
_NO_MONITOR = ("-c", "core.fsmonitor=false")  #: A repository may name any program for that, and git runs it.


@frozen
class _File:
    """One file of a revision."""

    path: str  #: targets/….yaml or rules/….yaml.
    object: str
    size: int


def find_commit(project: Path, revision: str) -> str:
    """Name the commit a revision stands for.

    Raises a Mistake: `git-missing`, `no-repository`, `unknown-revision`.
    """
    if shutil.which("git") is None:
        raise Mistake("git-missing", found=revision)
    try:
        ask(project, "rev-parse", "--git-dir")
    except Mistake as mistake:
        folder, reason = str(project.absolute()), mistake.details["reason"]
        raise Mistake("no-repository", found=revision, folder=folder, reason=reason) from None
    if revision.startswith("-"):
        raise Mistake("unknown-revision", found=revision)
    try:
        return ask(project, "rev-parse", "--verify", f"{revision}^{{commit}}").decode().strip()
    except Mistake:
        raise Mistake("unknown-revision", found=revision) from None


def write_revision(project: Path, revision: str, commit: str, into: Path) -> None:
    """Write the targets and rules of a commit into a folder.

    Raises a Mistake: `revision-without-project`, `revision-too-large`, `git-failed`.
    """
    listed = ask(project, "ls-tree", "-l", "-z", "--full-name", commit, *(f"./{name}/" for name in FOLDERS))
    files = list(_files_in(listed.decode("utf-8", errors="replace")))
    if not any(file.path.startswith("targets/") for file in files):
        raise Mistake("revision-without-project", found=revision, folder=str(project.absolute()))
    size = sum(file.size for file in files)
    if size > MOST_BYTES or len(files) > MOST_FILES:
        limit = f"{MOST_BYTES // 10**6:,}"
        raise Mistake("revision-too-large", found=revision, size=f"{size // 10**6:,}", limit=limit)
    for name in FOLDERS:
        (into / name).mkdir()
    for file, content in zip(files, _contents(project, files), strict=True):
        (into / file.path).write_bytes(content)


def _files_in(listed: str) -> Iterator[_File]:
    """Take the YAML files that lie right in their folder; links and folders are none."""
    for entry in listed.split("\0"):
        found = _ENTRY.fullmatch(entry)
        if found and found["size"] == "BAD":
            raise Mistake("git-failed", reason=f"{found['path']}: {found['object']}")
        if found:
            folder, name = found["path"].split("/")[-2:]
            if _NAME.fullmatch(name):
                yield _File(f"{folder}/{name}", found["object"], int(found["size"]))


def _contents(project: Path, files: Sequence[_File]) -> Iterator[bytes]:
    """Read the files' bytes: of each a line `object type size`, the bytes, a line end."""
    asked = "".join(f"{file.object}\n" for file in files).encode()
    answer = ask(project, "cat-file", "--batch", told=asked)
    start = 0
    for file in files:
        head, _, _ = answer[start : start + 200].partition(b"\n")
        if head != f"{file.object} blob {file.size}".encode():
            raise Mistake("git-failed", reason=head.decode(errors="replace"))
        start += len(head) + 1
        yield answer[start : start + file.size]
        start += file.size + 1


def read_objects(project: Path, names: Sequence[str]) -> dict[str, bytes]:
    """Read what git stored under some names; what is no file, or too large for one, is left out.

    Raises a Mistake: `revision-too-large`, `git-failed`.
    """
    asked = "".join(f"{name}\n" for name in names).encode()
    files = [
        _File("", name, int(size))
        for name, kind, size, *_ in (
            line.split() for line in ask(project, *_CHECK, told=asked).decode().splitlines()
        )
        if kind == "blob" and int(size) <= LARGEST_FILE
    ]
    size = sum(file.size for file in files)
    if size > MOST_BYTES or len(files) > MOST_FILES:
        limit = f"{MOST_BYTES // 10**6:,}"
        raise Mistake("revision-too-large", found="..", size=f"{size // 10**6:,}", limit=limit)
    return {file.object: content for file, content in zip(files, _contents(project, files), strict=True)}


_CHECK = ("cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)")


def ask(project: Path, *question: str, told: bytes = b"") -> bytes:
    """Run git in a project's folder; raises a Mistake `git-failed` with git's own words."""
    surroundings = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    surroundings |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    command = [shutil.which("git") or "git", *_NO_MONITOR, "-C", str(project), *question]
    try:
        done = subprocess.run(  # noqa: S603 - a list, no shell
            command, input=told, capture_output=True, check=False, timeout=PATIENCE, env=surroundings
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise Mistake("git-failed", reason=type(error).__name__) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace").strip()
        raise Mistake("git-failed", reason=said or f"exit code {done.returncode}")
    return done.stdout


def is_shallow(project: Path) -> bool:
    """Tell whether the repository holds only the last commits, as CI fetches it."""
    try:
        return ask(project, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except Mistake:
        return False
