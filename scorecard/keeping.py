"""What is kept between runs, and where: in the user's cache, never in a project.

A project comes from others. Were verdicts or pages kept in its folder, whoever sends a change
could send false ones along; from the user's own cache only what this program made comes back.
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

try:  # What hashlib hands out too; but it loads OpenSSL, which takes longer than to hash a project.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

PACKAGE = Path(__file__).parent


def digest(*parts: bytes) -> str:
    """Tell bytes from any others."""
    return blake2b(b"".join(parts), digest_size=32).hexdigest()


def cache_folder(kind: str, owner: Path) -> Path | None:
    """Name the folder one project keeps things of a kind in; None where there is no home."""
    try:
        home = _caches()
        if not home.is_absolute():
            return None
        return home / "scorecard" / kind / digest(_encoded(str(owner.resolve())))[:24]
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
    states = [sys.version]
    for entry in _files_under(PACKAGE):
        state = entry.stat()
        states.append(f"{entry.path}\0{state.st_size}\0{state.st_mtime_ns}")
    return digest(_encoded("\n".join(states)))


def _encoded(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _files_under(folder: str | Path) -> Iterable["os.DirEntry[str]"]:
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files_under(entry.path)
        elif entry.name.endswith((".py", ".yaml", ".ttf")):
            yield entry
