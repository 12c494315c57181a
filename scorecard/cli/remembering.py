"""The last clean reading of a project, remembered by the hash of every byte that was read.

Only "no problems" is remembered, and only for the very same text, code and Python; whatever
cannot be read or written is as if nothing had been remembered.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard.keeping import cache_folder, code_stamp

if TYPE_CHECKING:
    from scorecard.rules.models import RuleBook
    from scorecard.targets.measures import Book

Summary = dict[str, int | str]

FOLDERS = ("targets", "rules")
LARGEST_FILE = 4_000_000  #: Bytes; of a larger one a check says that it is too large, and no more is read.


def key_of(project: Path) -> str | None:
    """Hash everything a check depends on; None where it cannot be read."""
    key = hashlib.sha256(code_stamp().encode())
    try:
        for folder in FOLDERS:
            for path in sorted((project / folder).iterdir()):
                size = path.stat().st_size if path.is_file() else -1
                if size > LARGEST_FILE:
                    return None
                key.update(f"{folder}/{path.name}\0{size}\0".encode("utf-8", "surrogatepass"))
                key.update(path.read_bytes() if size >= 0 else b"")
    except OSError:
        return None
    return key.hexdigest()


def recall(project: Path, key: str | None) -> Summary | None:
    """Take out what the last clean check of this very text said."""
    path = _record(project)
    if key is None or path is None:
        return None
    try:
        record = json.loads(path.read_bytes())
        return dict(record["summary"]) if record["key"] == key else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def remember(project: Path, key: str | None, summary: Summary) -> None:
    """Keep what a clean check said; the record appears whole or not at all."""
    path = _record(project)
    if key is None or path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        aside.write_text(json.dumps({"key": key, "summary": summary}), encoding="utf-8")
        aside.replace(path)
    except OSError:
        return


def _record(project: Path) -> Path | None:
    return cache_folder("checks", project)


def sum_up(book: "Book", rules: "RuleBook") -> Summary:
    """Count what was read, for who asks whether the text is clean."""
    places = list(book.places())
    programmes = [programme for department in book.departments for programme in department.programmes]
    return {
        "departments": len(book.departments),
        "programmes": len(programmes),
        "lines": sum(len(programme.budget) for programme in programmes),
        "indicators": len(places),
        "parts": sum(bool(place.part_of) for place in places),
        "rules": len(rules.risks),
        "words": book.office.language,
    }
