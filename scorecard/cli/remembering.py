"""The last clean reading of a project, remembered by the hash of every byte that was read.

Only "no problems" is remembered, and only for the very same text, code and Python; whatever
cannot be read or written is as if nothing had been remembered. Rules that have not changed since
are not read again with an edited text: what they name of it is remembered along with them.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from scorecard.keeping import cache_folder, code_stamp
from scorecard.problems import Spot

if TYPE_CHECKING:
    from scorecard.rules.together import Mentions
    from scorecard.targets.measures import Book

Summary = dict[str, int | str]

RULES = "rules"
FOLDERS = ("targets", RULES)
LARGEST_FILE = 4_000_000  #: Bytes; of a larger one a check says that it is too large, and no more is read.


@attrs.frozen
class Keys:
    """Hashes of all that a check depends on."""

    text: str  #: Of targets and rules.
    rules: str  #: Of the rules alone.


@attrs.frozen
class Memory:
    """What the last clean check of a project said, where its rules are still the same."""

    summary: Summary
    mentions: "Mentions | None"  #: What the rules name of a book; None: the whole text is still the same.


def keys_of(project: Path) -> Keys | None:
    """Hash everything a check depends on; None where it cannot be read."""
    stamp = code_stamp()
    try:
        hashes = [_hash_of(project / folder, stamp) for folder in FOLDERS]
    except OSError:
        return None
    targets, rules = hashes
    return Keys(f"{targets}{rules}", rules) if targets and rules else None


def _hash_of(folder: Path, stamp: str) -> str:
    """Hash the files of a folder; empty where one is too large."""
    key = hashlib.sha256(stamp.encode())
    for path in sorted(folder.iterdir()):
        size = path.stat().st_size if path.is_file() else -1
        if size > LARGEST_FILE:
            return ""
        key.update(f"{path.name}\0{size}\0".encode("utf-8", "surrogatepass"))
        key.update(path.read_bytes() if size >= 0 else b"")
    return key.hexdigest()


def recall(project: Path, keys: Keys | None) -> Memory | None:
    """Take out what the last clean check said; None unless the rules are still the same."""
    path = _record(project)
    if keys is None or path is None:
        return None
    try:
        record = json.loads(path.read_bytes())
        if record["rules"] != keys.rules:
            return None
        mentions = None if record["text"] == keys.text else _read_back(record["mentions"])
        return Memory(dict(record["summary"]), mentions)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def remember(project: Path, keys: Keys | None, summary: Summary, mentions: "Mentions") -> None:
    """Keep what a clean check said; the record appears whole or not at all."""
    path = _record(project)
    if keys is None or path is None:
        return
    laid_out = attrs.asdict(mentions, recurse=True)
    record = {"text": keys.text, "rules": keys.rules, "summary": summary, "mentions": laid_out}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        aside.write_text(json.dumps(record), encoding="utf-8")
        aside.replace(path)
    except OSError:
        return


def _read_back(laid_out: dict[str, list[dict[str, Any]]]) -> "Mentions":
    from scorecard.rules.together import Mention, Mentions

    return Mentions(**{
        kind: tuple(Mention(each["name"], Spot(**each["spot"])) for each in found) for kind, found in laid_out.items()
    })  # fmt: skip


def _record(project: Path) -> Path | None:
    return cache_folder("checks", project)


def sum_up(book: "Book", rules: int) -> Summary:
    """Count what was read, for who asks whether the text is clean."""
    places = list(book.places())
    programmes = [programme for department in book.departments for programme in department.programmes]
    return {
        "departments": len(book.departments),
        "programmes": len(programmes),
        "lines": sum(len(programme.budget) for programme in programmes),
        "indicators": len(places),
        "parts": sum(bool(place.part_of) for place in places),
        "rules": rules,
        "words": book.office.language,
    }
