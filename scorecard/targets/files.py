"""Whether what lies at a path may be opened: a plain file inside the project, of a bearable size."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from scorecard.problems import Mistake, Problem, Spot

LARGEST_FILE = 4_000_000  #: Bytes.

_is_junction: Callable[[Path], bool] = getattr(
    os.path, "isjunction", lambda _: False
)  #: Windows' links of folders.


def refused(path: Path, file: str) -> Problem | None:
    """Tell why a file of a project's `targets` or `rules` is not opened; None: it may be."""
    project, spot = path.parent.parent, Spot(file, 0, 0)
    if leads_out(path.parent, project):
        return Problem("outside-project", Spot(Path(file).parent.as_posix(), 0, 0), _goal(path.parent))
    try:
        _check(path, project)
    except Mistake as mistake:
        return mistake.at(spot)
    except OSError as error:
        return Problem("file-unreadable", spot, {"reason": error.strerror or "?"})
    return None


def _check(path: Path, project: Path) -> None:
    """Raise a Mistake for what is no plain file: before it is opened, for opening a pipe may never end."""
    try:
        state = path.stat()
    except OSError as error:
        if is_link(path) and not isinstance(error, PermissionError):
            raise Mistake("link-to-nothing", **_goal(path)) from None
        raise
    if leads_out(path, project):
        raise Mistake("outside-project", **_goal(path))
    if stat.S_ISDIR(state.st_mode):
        raise Mistake("folder-for-file")
    if not stat.S_ISREG(state.st_mode):
        raise Mistake("no-plain-file")
    if state.st_size > LARGEST_FILE:
        raise Mistake("file-too-large", size=f"{state.st_size:,}", limit=f"{LARGEST_FILE:,}")


def leads_out(path: Path, project: Path) -> bool:
    """Tell whether a path is a link that ends outside a project."""
    return is_link(path) and not path.resolve().is_relative_to(project.resolve())


def is_link(path: Path) -> bool:
    """Tell whether a file or folder really lies elsewhere."""
    return path.is_symlink() or _is_junction(path)


def _goal(link: Path) -> dict[str, str]:
    return {"found": str(link.readlink())}
