"""What was read of one file → a model, or what is left of one where anything is wrong."""

from typing import TypeVar

from scorecard.problems import Problem, Spot
from scorecard.targets.shape import shaper
from scorecard.targets.spots import SpotMap
from scorecard.targets.text import Text

T = TypeVar("T")


def shaped(
    read: tuple[Text | None, list[Problem]], file: str, into: type[T], year_begins: int
) -> tuple[T | None, SpotMap, list[Problem]]:
    """Shape what was read of a file, or what is left of it where anything is wrong.

    None where nothing is left, or where more is wrong than anybody mends at once.
    """
    text, problems = read
    model = None
    if text and text.data is None and not problems:
        problems = [Problem("file-empty", Spot(file, 0, 0))]
    elif text:
        model, more = shaper(year_begins).shape(text.data, into, text.spots)
        problems = problems + _elsewhere(more, problems)
        if model and not problems:
            return model, text.spots, []
        if all(one.code != "too-many-problems" for one in problems):
            from scorecard.targets.remnants import rest_of

            return rest_of(text, into, year_begins, problems)
    from scorecard.targets.placing import unread

    return None, unread(file), problems


def _elsewhere(more: list[Problem], problems: list[Problem]) -> list[Problem]:
    """Leave out what is said of values of which something has been said: it only follows from that."""
    said = {problem.spot for problem in problems}
    return [problem for problem in more if problem.spot not in said]
