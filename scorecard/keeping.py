"""What is kept between runs, and where: in the user's cache, never in a project.

A project comes from others. Were verdicts or pages kept in its folder, whoever sends a change
could send false ones along; from the user's own cache only what this program made comes back.
"""

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).parent


def cache_folder(kind: str, owner: Path) -> Path | None:
    """Name the folder one project keeps things of a kind in; None where there is no home."""
    try:
        home = _caches()
        if not home.is_absolute():
            return None
        return (
            home
            / "scorecard"
            / kind
            / hashlib.sha256(str(owner.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        )
    except (OSError, RuntimeError):
        return None


def _caches() -> Path:
    """Find where this system keeps what can be thrown away."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def code_stamp() -> str:
    """Tell this code from any other: what it made before counts only while it is the same."""
    stamp = hashlib.sha256(sys.version.encode())
    for entry in _files_under(PACKAGE):
        state = entry.stat()
        stamp.update(f"{entry.path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode("utf-8", "surrogatepass"))
    return stamp.hexdigest()


def _files_under(folder: str | Path) -> Iterable["os.DirEntry[str]"]:
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files_under(entry.path)
        elif entry.name.endswith((".py", ".yaml", ".ttf")):
            yield entry
