"""The last clean reading of a project, remembered by the hash of every byte that was read.

Only "no problems" is remembered, and only for the very same text, code and Python; whatever
cannot be read or written is as if nothing had been remembered. With it is remembered what one file
can know of another, so that after an edit only the edited file is read again.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scorecard.frozen import frozen, values_of
from scorecard.keeping import cache_folder, code_stamp, digest
from scorecard.problems import Spot

if TYPE_CHECKING:
    from scorecard.rules.models import RuleBook
    from scorecard.rules.together import Mentions
    from scorecard.targets.measures import Book
    from scorecard.targets.outlines import Outline

Hashes = Mapping[str, str]  # By file, such as `targets/jobs.yaml`.

TARGETS, RULES = "targets", "rules"
LARGEST_FILE = 4_000_000  #: Bytes; of a larger one a check says that it is too large, and no more is read.


@frozen
class Memory:
    """A project as it was last read clean."""

    hashes: Hashes
    language: str  #: Of the office.
    rules: int
    mentions: "Mentions"  #: What the rules name of a book.
    outlines: "Mapping[str, Outline]"  #: By department id.


def hashes_of(project: Path) -> Hashes | None:
    """Hash every file a check depends on; None where one cannot be read, is too large or lies elsewhere."""
    stamp = code_stamp().encode()
    hashes = {}
    try:
        for folder in (TARGETS, RULES):
            if (project / folder).is_symlink():
                return None  # What may lie outside is looked at each time.
            for path in sorted((project / folder).iterdir()):
                size = path.stat().st_size if path.is_file() else 0
                if size > LARGEST_FILE or path.is_symlink():
                    return None
                content = path.read_bytes() if path.is_file() else b""
                hashes[f"{folder}/{path.name}"] = digest(stamp, content)
    except OSError:
        return None
    return hashes


def memory_of(book: "Book", rules: "RuleBook", hashes: Hashes) -> Memory:
    """Sum up a project that was read clean."""
    from scorecard.rules.loading import mentions_of
    from scorecard.targets.outlines import outline_of

    outlines = {department.id: outline_of(department) for department in book.departments}
    return Memory(hashes, book.office.language, len(rules.risks), mentions_of(rules), outlines)


def counts_of(memory: Memory) -> dict[str, int]:
    """Count what was read, for who asks whether the text is clean."""
    outlines = memory.outlines.values()
    kinds = ("programmes", "lines", "indicators", "parts")
    counts = {kind: sum(getattr(outline, kind) for outline in outlines) for kind in kinds}
    return {"departments": len(outlines), "rules": memory.rules, **counts}


def recall(project: Path) -> Memory | None:
    """Take out what the last clean check said."""
    path = _record(project)
    if path is None:
        return None
    try:
        return _read_back(json.loads(path.read_bytes()))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def remember(project: Path, memory: Memory) -> None:
    """Keep what a clean check said; the record appears whole or not at all."""
    path = _record(project)
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        aside.write_text(json.dumps(values_of(memory), default=values_of), encoding="utf-8")
        aside.replace(path)
    except (OSError, UnicodeError):
        return


def _read_back(record: dict[str, Any]) -> Memory:
    from scorecard.rules.scoring.limits import Limits
    from scorecard.rules.together import Mention, Mentions
    from scorecard.targets.outlines import Outline

    said = record.pop("mentions")
    limits = said.pop("scoring")
    scoring = limits and Limits(tuple(limits.pop("grades")), **limits)
    mentions = {
        kind: tuple(Mention(each["name"], Spot(**each["spot"])) for each in found)
        for kind, found in said.items()
    }
    outlines = {name: Outline(tuple(one.pop("words")), **one) for name, one in record.pop("outlines").items()}
    return Memory(mentions=Mentions(**mentions, scoring=scoring), outlines=outlines, **record)


def _record(project: Path) -> Path | None:
    return cache_folder("checks", project)
