"""Documents printed before, kept so that after an edit only what it touched is drawn again.

A document is found again by everything its bytes depend on: its pages, the characters its
fonts were cut to, and the versions of what draws it.
"""

from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp

import attrs
import fontTools
import matplotlib as mpl

from scorecard.keeping import code_stamp
from scorecard.reports.documents import Characters, Document


def key_of(document: Document, characters: Characters) -> str:
    """Name everything the bytes of a document depend on."""
    letters = ["".join(sorted(characters[bold])) for bold in (False, True)]
    versions = (code_stamp(), mpl.__version__, fontTools.version)
    return sha256(repr((document, letters, versions)).encode()).hexdigest()[:32]


@attrs.define
class Shelf:
    """A folder with a folder for each document; without one nothing is found and nothing kept.

    What cannot be read or kept is drawn again: no build stops for the want of a shelf.
    """

    folder: Path | None
    used: set[str] = attrs.field(factory=set)

    def take(self, key: str, target: Path) -> list[Path]:
        """Copy the files of a document to a folder; no files: it was not printed before."""
        self.used.add(key)
        if self.folder is None or not (self.folder / key).is_dir():
            return []
        try:
            return [
                Path(copyfile(kept, target / kept.name)) for kept in sorted((self.folder / key).iterdir())
            ]
        except OSError:
            return []

    def put(self, key: str, files: Iterable[Path]) -> None:
        """Keep the files of a document; they appear all at once or not at all."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            aside = Path(mkdtemp(dir=self.folder))
            for file in files:
                copyfile(file, aside / file.name)
            aside.rename(self.folder / key)

    def clear(self) -> None:
        """Throw out what the last edition did not use."""
        with suppress(OSError):
            for kept in self.folder.iterdir() if self.folder and self.folder.is_dir() else ():
                if kept.name not in self.used:
                    rmtree(kept, ignore_errors=True)
