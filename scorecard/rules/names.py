"""Names of methods that nobody knows."""

from collections.abc import Sequence
from difflib import get_close_matches

from scorecard.problems import Problem, Spot


def unknown_method(name: str, spot: Spot, known: Sequence[str]) -> Problem:
    """Tell that a method is not among those known, and which is nearest."""
    nearest = get_close_matches(name, known, n=1, cutoff=0.0)[0]
    return Problem("unknown-method", spot, {"found": name, "nearest": nearest, "allowed": ", ".join(known)})
