"""What of a project must be read to know that it is clean: after an edit, no more than the edited files."""

from pathlib import Path

import attrs

from scorecard.cli.project import Asked, load
from scorecard.cli.remembering import TARGETS, Hashes, Memory, hashes_of, memory_of, recall, remember
from scorecard.cli.speaking import Speak


def look_over(asked: Asked, speak: Speak) -> Memory:
    """Make sure that a project is clean, or tell all its problems and stop."""
    known, hashes = recall(asked.project), hashes_of(asked.project)
    if known and hashes:
        renewed = known if known.hashes == hashes else _renewed(asked.project, known, hashes)
        if renewed:
            return renewed
    book, rules = load(asked, speak, hashes)
    return memory_of(book, rules, hashes or {})


def _renewed(project: Path, known: Memory, hashes: Hashes) -> Memory | None:
    """Read the edited departments alone; None unless that is enough to know that all is clean.

    It is where nothing else changed and the rest of the project sees of them what it saw before.
    """
    edited = {file for file, one in hashes.items() if known.hashes.get(file) != one}
    names = [name for name in known.outlines if f"{TARGETS}/{name}.yaml" in edited]
    if hashes.keys() != known.hashes.keys() or len(names) < len(edited):
        return None
    from scorecard.rules.together import check_each
    from scorecard.targets.loading import load_some
    from scorecard.targets.outlines import outline_of

    book, _ = load_some(project, names)
    if book is None or check_each(book, known.mentions):
        return None
    outlines = {department.id: outline_of(department) for department in book.departments}
    if any(outline.words != known.outlines[name].words for name, outline in outlines.items()):
        return None
    renewed = attrs.evolve(known, hashes=hashes, outlines={**known.outlines, **outlines})
    remember(project, renewed)
    return renewed
