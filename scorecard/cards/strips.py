"""The strip of target quality as data: a line a target, a standing a property."""

import attrs

from scorecard.rules.quality.models import Standing


@attrs.frozen
class Strip:
    """One target on the strip of its department."""

    id: str
    name: str
    standings: tuple[Standing, ...]  #: By property that has a column, in printed order.
    words: tuple[str, ...]  #: The same in words, for who hears or copies the page.
    reach: str


@attrs.frozen
class StripTable:
    """The targets of a department by property; without rows it is not printed."""

    title: str = ""
    heads: tuple[str, ...] = ()  #: Indicator, each property that tells targets apart, how far it reaches.
    rows: tuple[Strip, ...] = ()
    legend: str = ""
    alike: str = ""  #: Properties by which all targets stand the same; they have no column.


NO_STRIPS = StripTable()
