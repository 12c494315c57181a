"""The sheets that close an edition, in printed order; each is gathered in the room of its matter."""

from scorecard.cards.sheets import Sheet
from scorecard.cards.sourcing import sources_sheet
from scorecard.rules.assess import Assessment
from scorecard.targets.evidence import Proof


def closing_sheets(assessment: Assessment, proof: Proof | None = None) -> tuple[Sheet, ...]:
    """Gather the closing sheets that have something to say; a proof is what the sources' texts bear out."""
    sheets: tuple[Sheet | None, ...] = (sources_sheet(assessment, proof),)
    return tuple(sheet for sheet in sheets if sheet)
