"""What the rest of a project can know of a department: its name and the ids in it.

A check across files may ask for no more of a department than stands here. So a department that reads
clean by itself, and whose outline is what it was, cannot spoil what was clean before.
"""

from typing import TYPE_CHECKING

from scorecard.frozen import frozen

if TYPE_CHECKING:
    from scorecard.targets.measures import Department, Indicator


@frozen
class Outline:
    """A department in outline, and how much stands in it."""

    words: tuple[str, ...]  #: Its name and weight, then each id with the ids it had before, in order.
    programmes: int
    lines: int  #: Of the budget.
    indicators: int  #: With parts.
    parts: int


def outline_of(department: "Department") -> Outline:
    """Tell what others can know of a department."""
    programmes = department.programmes
    indicators = [one for programme in programmes for one in programme.indicators]
    parts = sum(len(one.parts) for one in indicators)
    words = [department.name, f"×{department.weight:g}", *(f"={one}" for one in department.formerly)]
    for programme in programmes:
        words += [programme.id, *(f"=={one}" for one in programme.formerly)]
        words += [word for one in programme.indicators for word in _words_of(one)]
    lines = sum(len(programme.budget) for programme in programmes)
    return Outline(tuple(words), len(programmes), lines, len(indicators) + parts, parts)


def _words_of(indicator: "Indicator") -> list[str]:
    """List an indicator's ids and its parts', each level set off by a slash that no id can hold."""
    own = [f"/{indicator.id}", *(f"/={one}" for one in indicator.formerly)]
    return own + [f"/{word}" for part in indicator.parts for word in _words_of(part)]
