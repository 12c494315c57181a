"""What a gate or a check has to tell, whoever listens: a verdict, demands, and entries with their places.

Knows nothing of how it is written down, and loads no NumPy: a text with problems has a bulletin too.
"""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

import attrs

from scorecard.problems import Language, Problem, Spot, say
from scorecard.wording.phrases import phrase


class State(Enum):
    """How it ended; with the exit code that says so."""

    HOLDS = 0
    FAILS = 1
    UNJUDGED = 2


class Grade(Enum):
    """How grave an entry is, gravest first."""

    BLOCKER = "blocker"  #: A problem, a demand that does not hold, or what caused that.
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOTE = "note"


@attrs.frozen
class Topic:
    """What an entry is about: a rule, a demand, or a code of problems."""

    id: str
    title: str
    why: str
    action: str
    page: str  #: Where it is documented, in the project's docs.
    grade: Grade


@attrs.frozen
class Entry:
    """One thing told, with its place."""

    topic: str
    grade: Grade
    message: str
    spot: Spot
    about: str = ""  #: What stays when lines move: an id; what is told of a file has none.
    waived: str = ""  #: Why it does not count, and until when; empty: it counts.
    where: str = ""  #: Printed names of what it is about.


@attrs.frozen
class Case:
    """One demand in words."""

    place: str  #: Department id, or the office's.
    where: str
    measure: str
    name: str
    result: str  #: What was found, and what was asked.
    holds: bool
    waived: str = ""
    action: str = ""
    causes: tuple[Entry, ...] = ()
    asked: float = 0.0
    found: float | None = None


@attrs.frozen
class Bulletin:
    """Everything told."""

    command: str
    title: str
    language: Language
    state: State
    summary: str
    cases: tuple[Case, ...] = ()
    entries: tuple[Entry, ...] = ()
    topics: tuple[Topic, ...] = ()
    notices: tuple[str, ...] = ()
    files: tuple[str, ...] = ()  #: Of a check: what was read.
    as_of: str = ""  #: ISO day; empty: not known.
    nothing_to_judge: bool = False
    base: str = ""  #: What it was held against; empty: nothing.


def bulletin_of_problems(
    command: str, problems: Sequence[Problem], language: Language, files: Sequence[str] = ()
) -> Bulletin:
    """Tell that a text could not be judged and why, or that it has no problems."""
    entries = tuple(_entry(problem, language) for problem in problems)
    topics = {problem.code: _topic(problem, language) for problem in problems}
    state = State.UNJUDGED if problems else State.HOLDS
    key, n = ("gate-unjudged", len(problems)) if problems else ("check-clean", len(files))
    return Bulletin(
        command, f"scorecard {command}", language, state, phrase(key, language, n=n),
        entries=entries, topics=tuple(topics.values()), files=tuple(files),
    )  # fmt: skip


def _entry(problem: Problem, language: Language) -> Entry:
    said = say(problem, language)
    about = "|".join(f"{name}={words}" for name, words in sorted(problem.details.items()))
    words = f"{said.message}. {phrase('hint', language)}: {said.hint}" if said.hint else said.message
    return Entry(problem.code, Grade.BLOCKER, words, problem.spot, about)


def _topic(problem: Problem, language: Language) -> Topic:
    said = say(problem, language)
    page = f"docs/problems/{problem.code}.md"
    return Topic(problem.code, said.title, said.title, said.hint, page, Grade.BLOCKER)


def causes_untold(case: Case, told: set[tuple[str, str]]) -> list[Entry]:
    """Take the causes that were not told with a former demand of the same kind, and note them as told."""
    fresh = {
        key: entry
        for entry in case.causes
        if (key := (_KIND.get(entry.topic, entry.topic), entry.about)) not in told
    }
    told.update(fresh)
    return list(fresh.values())


#: Who has no target is meant by three demands; it is enough to be named once.
_KIND = {
    f"gate-{step}{share}": f"gate-{step}count"
    for step in ("", "ratchet-")
    for share in ("count", "weight", "budget")
}


def files_read(project: Path) -> list[str]:
    """List the texts of a project, as problems name them."""
    return [
        path.relative_to(project).as_posix()
        for folder in ("targets", "rules")
        for path in sorted((project / folder).glob("*.y*ml"))
    ]
