"""The strip of target quality as data: a line a target, a standing a property."""

import attrs

from scorecard.rules.quality.models import Standing


@attrs.frozen
class Strip:
    """One target on the strip of its department."""

    id: str
    name: str
    standings: tuple[Standing, ...]  #: By property, in printed order.
    words: tuple[str, ...]  #: The same in words, for who hears or copies the page.
    reach: str


@attrs.frozen
class StripTable:
    """The targets of a department by property; without rows it is not printed."""

    title: str = ""
    heads: tuple[str, ...] = ()  #: Indicator, each property, how far it reaches.
    rows: tuple[Strip, ...] = ()
    legend: str = ""


NO_STRIPS = StripTable()
