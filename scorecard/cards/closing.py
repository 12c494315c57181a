"""The sheets that close an edition, in printed order; each is gathered in the room of its matter."""

from scorecard.cards.audit_sheet import audit_sheet
from scorecard.cards.fairness import fairness_sheet
from scorecard.cards.revising import Former, revisions_sheet
from scorecard.cards.sheets import Sheet
from scorecard.cards.sourcing import sources_sheet
from scorecard.rules.assess import Assessment
from scorecard.targets.evidence import Proof


def closing_sheets(
    assessment: Assessment, proof: Proof | None = None, former: Former | None = None
) -> tuple[Sheet, ...]:
    """Gather the closing sheets that have something to say.

    A proof is what the sources' texts bear out, `former` the edition before; both may be unknown.
    """
    sheets: tuple[Sheet | None, ...] = (
        revisions_sheet(assessment, former),
        fairness_sheet(assessment),
        audit_sheet(assessment),
        sources_sheet(assessment, proof),
    )
    return tuple(sheet for sheet in sheets if sheet)
