"""What is most like a word nobody knows: a hint must say something, however unlike."""

from collections.abc import Iterable

_LONGEST = 120  #: Characters of a word that is compared; time grows with their square.


def most_like(word: str, known: Iterable[str], most: int = 1, *, at_least: float = 0.0) -> list[str]:
    """List what is most like a word, likest first; `at_least` is the share of letters they must have in common."""
    from difflib import get_close_matches  # Loaded when a word is unknown, which is seldom.

    return get_close_matches(word[:_LONGEST], list(known), n=most, cutoff=at_least)


def likest(word: str, known: Iterable[str]) -> str:
    """Name what is most like a word; `-` where nothing is known."""
    return next(iter(most_like(word, known)), "-")
