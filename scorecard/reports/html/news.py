"""What a served page says besides the edition: problems in the text, and what the last edit changed."""

import attrs

from scorecard.cards.changed import ChangedLine


@attrs.frozen
class ToldProblem:
    """A problem in words, ready to be shown."""

    place: str  #: `targets/jobs-policy.yaml:52:17`.
    code: str
    message: str
    hint: str
    excerpt: tuple[str, ...] = ()  #: The line it stands on, and below it a mark under the place.


@attrs.frozen
class News:
    """How the text stands to what is shown."""

    problems: tuple[ToldProblem, ...] = ()
    count: int = 0  #: Of all problems; only the first may be listed.
    since: str = ""  #: When the edition shown was read, in words; told while there are problems.
    changes: tuple[ChangedLine, ...] = ()
    changed: str = ""  #: When, in words; empty: nothing was edited yet.
    more: int = 0  #: Changed lines that are not listed.
