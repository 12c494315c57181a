"""Whether the text on disk has changed, by looking at it a few times a second.

Looking works on network drives and for every way an editor has of saving, which messages of the
operating system do not; the two folders hold few files.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

FOLDERS = ("targets", "rules")
KINDS = (".yaml", ".yml")  #: What is read; an editor's own files come and go beside it.
EVERY = 0.2  #: Seconds from look to look.
MOST_LOOKS = 10  #: At a file that keeps changing, before it is read as it is.
Look = dict[str, tuple[int, int]]  #: By path within the project: size and time of the last change.
Rest = Callable[[float], bool]  #: Waits some seconds; True: looking is over.


def look(project: Path) -> Look:
    """Take down the state of every file that is read; what vanishes meanwhile is not there."""
    found: Look = {}
    for folder in FOLDERS:
        for place, _, names in os.walk(project / folder):
            for name in names:
                path = Path(place, name)
                if path.suffix.lower() in KINDS and not name.startswith("."):
                    found |= _state(path, project)
    return found


def _state(path: Path, project: Path) -> Look:
    try:
        state = path.stat()
    except OSError:
        return {}
    return {path.relative_to(project).as_posix(): (state.st_size, state.st_mtime_ns)}


@attrs.define
class Watch:
    """Watches a project from the moment it is made."""

    project: Path
    rest: Rest
    seen: Look = attrs.field()

    @seen.default
    def _first_look(self) -> Look:
        return look(self.project)

    def has_changed(self) -> bool:
        """Tell whether anything was saved since the last edit that was told of."""
        return look(self.project) != self.seen

    def edits(self) -> Iterator[tuple[str, ...]]:
        """Tell after each edit which files are new, changed or gone, until looking is over.

        A file that is being written is waited for: what is told of looked the same twice.
        """
        while not self.rest(EVERY):
            now = look(self.project)
            if now == self.seen:
                continue
            for _ in range(MOST_LOOKS):
                before, now = now, look(self.project) if not self.rest(EVERY) else now
                if now == before:
                    break
            differing = sorted(name for name in {*now, *self.seen} if now.get(name) != self.seen.get(name))
            self.seen = now
            if differing:
                yield tuple(differing)
