"""Names of methods that nobody knows."""

from collections.abc import Sequence

from scorecard.likeness import likest
from scorecard.problems import LANGUAGES, Problem, Spot
from scorecard.wording.scores import SCORE_PHRASES


def unknown_method(name: str, spot: Spot, known: Sequence[str]) -> Problem:
    """Tell that a method is not among those known, and which is nearest; printed names lead to the written ones."""
    printed = {
        word: one
        for one in known
        for word in SCORE_PHRASES.get(f"score-{one}", ("",) * len(LANGUAGES))
        if word
    }
    nearest = likest(name, [*known, *printed])
    nearest = printed.get(nearest, nearest)
    return Problem("unknown-method", spot, {"found": name, "nearest": nearest, "allowed": ", ".join(known)})
