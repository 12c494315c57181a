"""In which commits targets were changed: the history between two revisions, walked without a checkout.

Followed are ids, not paths: of each commit is asked which targets its files held before and after it. The
chain from the newer value back to the older one names the commits. A branch that was merged counts; what a
merge threw away does not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from scorecard.cards.telling import Figure, figures_of
from scorecard.cli.git import ask, read_objects
from scorecard.frozen import frozen
from scorecard.targets.measures import Department
from scorecard.targets.renaming import Renaming
from scorecard.targets.shape import DepartmentText, shaper
from scorecard.targets.text import read_text

MOST_COMMITS = 1_000  #: Between two revisions, of those that touch the targets; older ones are not looked at.
WORK_TREE = ""  #: Stands for what is not committed yet.

_TARGETS = "./targets"
_RAW = ("-r", "-z", "--raw", "--no-renames", "--full-index", "--ignore-submodules=all")
_NO_OBJECT = frozenset("0")

Key = tuple[str, str]  #: Today's id of an indicator, and a period.
Wanted = Mapping[Key, tuple[Figure, Figure]]  #: What a target was and what it became.
Files = Mapping[str, str]  #: Path → name of the object.
NONE = Figure("")  #: No target.


@frozen
class Step:
    """One commit that changed a target."""

    commit: str  #: Its whole name, or WORK_TREE.
    day: str  #: ISO; empty: not committed.
    subject: str  #: First line of its message.
    old: str  #: As written; empty: none.
    new: str


@frozen
class _Touched:
    """What one commit did to files of the targets."""

    commit: str
    before: tuple[Files, ...]  #: Of each parent.
    after: Files


@frozen
class History:
    """The commits between two revisions that touched the targets, the newest first."""

    project: Path
    commits: tuple[_Touched, ...]
    is_cut: bool  #: There were more than are looked at.


def walk(project: Path, old: str, new: str | None) -> History:
    """List the commits from one commit to another, or to the folder as it stands; raises a Mistake `git-failed`."""
    limit = f"--max-count={MOST_COMMITS + 1}"
    span = f"{old}..{new or 'HEAD'}"
    listed = ask(project, "rev-list", "--topo-order", "--full-history", limit, span, "--", _TARGETS)
    names = listed.decode().split()
    told = "".join(f"{name}\n" for name in names[:MOST_COMMITS]).encode()
    commits = _commits(
        _words(ask(project, "diff-tree", "--stdin", "-c", "--root", *_RAW, "--", _TARGETS, told=told))
    )
    if new is None:
        standing = _commits(_words(ask(project, "diff-index", *_RAW, "HEAD", "--", _TARGETS)))
        commits = [*standing, *commits]
    return History(project, tuple(commits), len(names) > MOST_COMMITS)


def _words(raw: bytes) -> Iterator[str]:
    return iter(raw.decode("utf-8", errors="replace").split("\0")[:-1])


def _commits(words: Iterator[str]) -> list[_Touched]:
    """Read git's raw form: a commit's name, then for each file `:modes objects status` and its path."""
    commit, entries = WORK_TREE, list[tuple[list[str], str]]()
    found = []
    for word in words:
        if word.startswith(":"):
            entries.append((_objects(word), next(words)))
            continue
        found.append((commit, entries))
        commit, entries = word, []
    found.append((commit, entries))
    return [_touched(name, some) for name, some in found if some]


def _objects(word: str) -> list[str]:
    """Take the names of the objects: one for each parent, and the one that came of them."""
    parents = len(word) - len(word.lstrip(":"))
    return word.split()[parents + 1 : 2 * parents + 2]


def _touched(commit: str, entries: Sequence[tuple[list[str], str]]) -> _Touched:
    parents = max(len(objects) for objects, _ in entries) - 1
    sides = [{path: objects[side] for objects, path in entries} for side in range(parents + 1)]
    return _Touched(commit, tuple(sides[:-1]), sides[-1])


def explain(history: History, wanted: Wanted, renaming: Renaming) -> dict[Key, tuple[Step, ...]]:
    """Name, for each target, the commits that led from its older value to its newer one, in their order.

    Raises a Mistake: `git-failed`, `revision-too-large`.
    """
    files = [side for one in history.commits for side in (*one.before, one.after)]
    objects = {name for side in files for name in side.values() if set(name) != _NO_OBJECT}
    reader = _Reader(read_objects(history.project, sorted(objects)), renaming, _ids_of(wanted, renaming))
    found = {key: _chain(history, key, *sides, reader) for key, sides in wanted.items()}
    headings = {
        commit: _heading(history.project, commit)
        for commit in {step.commit for steps in found.values() for step in steps}
    }
    return {
        key: tuple(attrs.evolve(step, day=headings[step.commit][0], subject=headings[step.commit][1]) for step in steps)
        for key, steps in found.items()
    }  # fmt: skip


def _heading(project: Path, commit: str) -> tuple[str, str]:
    """Tell a commit's day and subject; whose it is, is nobody's business here."""
    if commit == WORK_TREE:
        return "", ""
    told = ask(project, "-c", "log.showSignature=false", "show", "--no-patch", "--format=%cs%x00%s", commit)
    day, _, subject = told.decode("utf-8", errors="replace").strip("\n").partition("\0")
    return day, subject


def _chain(history: History, key: Key, old: Figure, new: Figure, reader: "_Reader") -> list[Step]:
    """Follow a target from its newer value back to its older one, past versions nobody can read."""
    steps: list[Step] = []
    now = new
    pending: str | None = None  #: A commit after which the target is known, and before which it is not.
    for one in history.commits:
        after = new if one.commit == WORK_TREE else reader.value(one.after, key)
        before = [reader.value(files, key) for files in one.before]
        if after == NONE and all(value == NONE for value in before):
            continue  # It did not touch this indicator.
        if after is not None and not after.is_same(now):
            continue  # It lies on a line of history that was not taken.
        if any(value is not None and value.is_same(now) for value in before):
            pending = None
            continue
        pending = one.commit if pending is None else pending
        was = before[0]
        if was is None:
            continue  # Told by the next readable version before it.
        steps.append(Step(pending, "", "", was.text, now.text))
        now, pending = was, None
        if now.is_same(old):
            break
    return steps[::-1]


def _ids_of(wanted: Wanted, renaming: Renaming) -> frozenset[bytes]:
    """List the words by which wanted indicators are or were called."""
    today = {one for one, _ in wanted}
    former = {former for former, now in renaming.indicators.items() if now in today}
    return frozenset(one.rpartition("/")[2].encode() for one in today | former)


@attrs.define
class _Reader:
    """Reads targets out of what git stored, each version once."""

    contents: Mapping[str, bytes]
    renaming: Renaming
    ids: frozenset[bytes]  #: A version that has none of these words is not read.
    read: dict[tuple[str, str], Mapping[Key, Figure] | None] = attrs.Factory(dict)

    def value(self, files: Files, key: Key) -> Figure | None:
        """Tell a target in a commit's files; NONE where it is not there, None where it may be but cannot be read."""
        seen = [self._targets(path, name) for path, name in files.items()]
        found = next((targets[key] for targets in seen if targets and key in targets), None)
        return found or (None if None in seen else NONE)

    def _targets(self, path: str, name: str) -> Mapping[Key, Figure] | None:
        if set(name) == _NO_OBJECT:
            return {}
        file = path.rpartition("/")[2]
        if (file, name) not in self.read:
            self.read[file, name] = self._read(file, self.contents.get(name))
        return self.read[file, name]

    def _read(self, file: str, content: bytes | None) -> Mapping[Key, Figure] | None:
        stem, _, ending = file.rpartition(".")
        if ending.lower() not in ("yaml", "yml") or stem == "office":
            return {}
        if content is None:
            return None
        if not any(one in content for one in self.ids):
            return {}
        try:
            text, _ = read_text(content.decode("utf-8-sig"), file)
        except UnicodeDecodeError:
            return None
        shaped, _ = shaper(1).shape(text.data, DepartmentText, text.spots) if text else (None, [])
        return dict(self._walk(Department(stem, shaped.department, shaped.programmes))) if shaped else None

    def _walk(self, department: Department) -> Iterable[tuple[Key, Figure]]:
        for programme in department.programmes:
            for indicator in programme.indicators:
                whole = f"{department.id}/{programme.id}/{indicator.id}"
                for one, place in (
                    (indicator, whole),
                    *((part, f"{whole}/{part.id}") for part in indicator.parts),
                ):
                    for period, target in figures_of(one).items():
                        yield (self.renaming.today(place), period), target
