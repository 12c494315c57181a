"""The sheets that close an edition, in printed order; each is gathered in the room of its matter."""

from scorecard.cards.sheets import Sheet
from scorecard.rules.assess import Assessment


def closing_sheets(assessment: Assessment) -> tuple[Sheet, ...]:
    """Gather the closing sheets that have something to say."""
    sheets: tuple[Sheet | None, ...] = ()
    return tuple(sheet for sheet in sheets if sheet)
