"""What `scorecard watch` tells of three saves: a change, a slip, and its mending."""

import contextlib
import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scorecard.cli.project import Asked
from scorecard.cli.watch import watch_over
from tools.pages.markdown import fenced
from tools.pages.runs import JOBS, Edit, apply, project

_LINE = "          2026: {}\n        actual:\n          2025: 3,303명\n"
SAVES = tuple(
    Edit(JOBS, _LINE.format(old), _LINE.format(new))
    for old, new in (("4,000명", "4,200명"), ("4,200명", "4,200"), ("4,200", "4,300명"))
)


def watched() -> str:
    """Print what is told of the saves, from the first on; nothing is printed on paper."""
    said = io.StringIO()
    with (
        project() as folder, contextlib.chdir(folder),
        contextlib.redirect_stdout(said), contextlib.redirect_stderr(said),
    ):  # fmt: skip
        watch_over(Asked(Path(), None, None), None, _saving(folder), _clock())
    _, _, told = said.getvalue().partition("\n\n")
    return fenced(told.strip())


def _saving(folder: Path) -> Callable[[float], bool]:
    """Save between looks; each save is looked at twice."""
    left: Iterator[Edit | None] = iter([each for edit in SAVES for each in (edit, None)])

    def rest(_: float) -> bool:
        try:
            edit = next(left)
        except StopIteration:
            return True
        if edit:
            apply(edit, folder)
        return False

    return rest


def _clock() -> Callable[[], datetime]:
    """Show a morning at the desk: half a minute from look to look."""
    times = (datetime(2026, 3, 2, 9, 14, 5, tzinfo=UTC) + timedelta(seconds=33 * n) for n in range(99))
    return lambda: next(times)
