"""How a command changes a project's text: tried out beside it first, shown, then written whole or not at all."""

import os
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from scorecard.cli.git import FOLDERS
from scorecard.cli.project import Asked, refuse
from scorecard.problems import Mistake, Problem, Spot, in_one_line
from scorecard.rules.reading import read
from scorecard.targets.loading import FOLDER
from scorecard.targets.splicing import Change, amended
from scorecard.targets.text import read_text
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.targets.measures import Department
    from scorecard.targets.writing import Data

_BOM = "\ufeff"
Replace = Callable[[Problem], Problem]


@attrs.define
class Draft:
    """A department's file being changed, its bytes kept to see that nobody else changed it meanwhile."""

    path: Path
    file: str  #: As it is shown: `targets/jobs-policy.yaml`.
    before: bytes
    text: str  #: Without a byte-order mark.

    @property
    def data(self) -> "Data":
        """Tell what the text says as it now stands."""
        read_now, _ = read_text(unicodedata.normalize("NFC", self.text), self.file)
        return read_now.data if read_now else None

    @property
    def after(self) -> bytes:
        """Tell what will be written."""
        begin = _BOM if self.before.startswith(_BOM.encode()) else ""
        return (begin + self.text).encode("utf-8")

    def amend(self, changes: Sequence[Change]) -> None:
        """Make changes; raises a Mistake `edit-by-hand`."""
        self.text = amended(self.text, changes)


def draft(asked: Asked, department: "Department") -> Draft:
    """Open the file of a department that was read without problems."""
    file = f"{department.id}.yaml"
    folder = asked.project / FOLDER
    path = next(one for one in folder.iterdir() if unicodedata.normalize("NFC", one.name) == file)
    real, shown = path.resolve(), f"{FOLDER}/{file}"
    if not real.is_relative_to(asked.project.resolve()):
        refuse(asked, [Problem("outside-project", Spot(shown, 0, 0), {"found": str(real)})])
    content = real.read_bytes()
    return Draft(real, shown, content, content.decode("utf-8").removeprefix(_BOM))


def by_word(mistake: Mistake, words: str) -> Problem:
    """Place a mistake at the words of the command line in which it was made."""
    return mistake.at(Spot(in_one_line(words), 0, 0))


def try_out(asked: Asked, drafts: Sequence[Draft], replace: Replace | None = None) -> None:
    """Read the project as it would be; what is wrong with that is told with the lines as they would stand."""
    with _beside(asked.project, {one.file: one.after for one in drafts}) as folder:
        _, _, problems = read(folder)
        if problems:
            click.echo(phrase("edit-not-made", asked.words), err=True)
            told = [replace(one) for one in problems] if replace else problems
            refuse(attrs.evolve(asked, project=folder, lang=asked.words), told)


@contextmanager
def _beside(project: Path, instead: Mapping[str, bytes]) -> Iterator[Path]:
    """Copy what a project is read from, with other bytes in some files."""
    with tempfile.TemporaryDirectory(prefix="scorecard-") as place:
        for name in FOLDERS:
            Path(place, name).mkdir()
            for path in (project / name).iterdir():
                if path.is_file() and path.suffix.lower() in (".yaml", ".yml"):
                    shutil.copyfile(path, Path(place, name, unicodedata.normalize("NFC", path.name)))
        for file, content in instead.items():
            Path(place, file).write_bytes(content)
        yield Path(place)


def diff_lines(drafts: Sequence[Draft]) -> list[str]:
    """Show what changes, line by line, as version control shows it."""
    lines: list[str] = []
    for one in drafts:
        before = one.before.decode("utf-8").removeprefix(_BOM).splitlines()
        lines += unified_diff(before, one.text.splitlines(), one.file, one.file, n=2, lineterm="")
    return [in_one_line(line) for line in lines]


def show_diff(drafts: Sequence[Draft]) -> None:
    """Print what changes, new lines and lost ones told apart by their sign and by colour."""
    for line in diff_lines(drafts):
        colour = {"+": "green", "-": "red"}.get(line[:1])
        click.echo(click.style(line, fg=colour) if colour and line[:3] not in ("+++", "---") else line)


def write(asked: Asked, drafts: Sequence[Draft]) -> None:
    """Put all files in their places whole, or none; what somebody changed meanwhile is left alone."""
    sides: list[Path] = []
    try:
        new = [_aside(one, one.after, sides) for one in drafts]
        former = [_aside(one, one.before, sides) for one in drafts]
        # Only now, when all stand ready, is there no time left for somebody else to write.
        overtaken = [one for one in drafts if one.path.read_bytes() != one.before][:1]
        problems = [Problem("file-changed-meanwhile", Spot(one.file, 0, 0)) for one in overtaken]
        problems = problems or _put(list(zip(drafts, new, former, strict=True)))
    except OSError as error:
        problems = [_unwritable(error, Path(error.filename or "?").name)]
    finally:
        for side in sides:
            side.unlink(missing_ok=True)
    if problems:
        refuse(asked, problems)


def _aside(one: Draft, content: bytes, sides: list[Path]) -> Path:
    """Write a content beside the file it is for, with the same rights, and note where."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".scorecard", dir=one.path.parent)
    side = Path(name)
    sides.append(side)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    shutil.copymode(one.path, side)
    return side


def _put(files: Sequence[tuple[Draft, Path, Path]]) -> list[Problem]:
    """Rename one after another; where that fails or is interrupted, what was renamed becomes again what it was."""
    done: list[tuple[Draft, Path]] = []
    try:
        for one, new, former in files:
            new.replace(one.path)
            done.append((one, former))
    except OSError as error:
        return [_unwritable(error, one.file), *_put_back(done)]
    except BaseException:
        _put_back(done)
        raise
    return []


def _put_back(done: Sequence[tuple[Draft, Path]]) -> list[Problem]:
    problems = []
    for one, former in done:
        try:
            former.replace(one.path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problems.append(Problem("file-not-put-back", Spot(one.file, 0, 0), {"reason": reason}))
    return problems


def _unwritable(error: OSError, file: str) -> Problem:
    return Problem("file-unwritable", Spot(file, 0, 0), {"reason": error.strerror or type(error).__name__})


def finish(asked: Asked, drafts: Sequence[Draft], *, dry_run: bool, shown: bool = False) -> None:
    """Show the change, unless that was done, and make it, or only show it."""
    drafts = [one for one in drafts if one.after != one.before]
    if not drafts:
        click.echo(phrase("edit-nothing", asked.words))
        return
    if not shown:
        show_diff(drafts)
    if not dry_run:
        write(asked, drafts)
    files = ", ".join(one.file for one in drafts)
    click.echo(phrase("edit-shown" if dry_run else "edit-written", asked.words, files=files))


def is_asking() -> bool:
    """Tell whether a person sits at the keyboard whom one can ask."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
