"""What the council's audit asked of a department, as one flowing list of what is open."""

from collections.abc import Iterator

from scorecard.cards.card import AuditCard
from scorecard.problems import Language
from scorecard.reports.layout.paging import Section
from scorecard.reports.layout.paragraphs import heading, resumed, running
from scorecard.reports.theme import BODY, SMALL_SOFT
from scorecard.reports.wrapping import Run


def lay_out_audit(card: AuditCard | None, language: Language) -> Section:
    """Set the counts as a heading and the open items below it; nothing where nothing was asked."""
    if card is None:
        return Section(())
    again = resumed(card.title, language, card.told)
    return running(list(_runs(card)), heading(card.title, card.told), again=again)


def _runs(card: AuditCard) -> Iterator[Run]:
    if not card.open:
        yield Run(card.none_open, SMALL_SOFT)
    for place, item in enumerate(card.open):
        dot = " ·" if place < len(card.open) - 1 else ""
        yield Run(item.subject, BODY)
        yield Run(f"({item.state}: {item.next_step}){dot}", SMALL_SOFT)
