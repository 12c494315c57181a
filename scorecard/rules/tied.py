"""What tie-outs say of each programme, as facts that rules can use."""

from collections.abc import Iterable

from scorecard.frozen import frozen
from scorecard.rules.roundings import Verdict
from scorecard.rules.tieouts import TieOut
from scorecard.targets.columns import Column, Words
from scorecard.targets.facts import Facts, numbers, words
from scorecard.targets.spots import Path


@frozen
class Owner:
    """Whose statement is checked: a file of the targets, and perhaps a programme in it."""

    file: str  #: Department id or `office`.
    programme: int | None = None  #: Its place in the file; None: a total of the whole.


def owner_of(path: Path) -> Owner:
    """Tell whose a figure is by its path in the book."""
    file, *steps = path
    of_programme = steps[:1] == ["programmes"]
    return Owner(str(file), int(steps[1]) if of_programme else None)


def ties_by_programme(facts: Facts, ties: Iterable[TieOut]) -> tuple[tuple[TieOut, ...], ...]:
    """Sort tie-outs by the rows of the programmes; those of a whole department or office have none."""
    rows: dict[Owner, list[TieOut]] = {
        Owner(department.id, place): []
        for department in facts.book.departments
        for place in range(len(department.programmes))
    }
    for tie in ties:
        rows.get(owner_of(tie.path), []).append(tie)
    return tuple(tuple(some) for some in rows.values())


def columns_of_ties(facts: Facts, ties: Iterable[TieOut]) -> dict[str, Column | Words]:
    """Count the tie-outs of each programme, and name what the first failing one is about.

    Cards print the names as whole sentences: both places and how far they are apart.
    """
    rows = ties_by_programme(facts, ties)
    broken = [of_verdict(some, Verdict.CONTRADICTION) for some in rows]
    cut = [of_verdict(some, Verdict.TRUNCATED) for some in rows]
    return {
        "tie_outs": numbers(len(some) for some in rows),
        "contradictions": numbers(len(some) for some in broken),
        "contradiction": words([some[0].name if some else None for some in broken]),
        "contradiction_size": numbers(size_of(some[0]) if some else None for some in broken),
        "cut_offs": numbers(len(some) for some in cut),
        "cut_off": words([some[0].name if some else None for some in cut]),
    }


def of_verdict(ties: Iterable[TieOut], verdict: Verdict) -> tuple[TieOut, ...]:
    """Take the tie-outs that ended in one way, those furthest apart first."""
    return tuple(sorted((tie for tie in ties if tie.verdict is verdict), key=size_of, reverse=True))


def size_of(tie: TieOut) -> float:
    """Tell how far apart the sides are, as a share of the greater one; nothing apart is 0."""
    greater = max(abs(side.figure.value) for side in tie.sides)
    return float(abs(tie.difference) / greater) if greater else 0.0
