"""The pages of one department."""

import attrs

from scorecard.cards.card import DepartmentCard, Edition
from scorecard.reports.layout.audits import lay_out_audit
from scorecard.reports.layout.budgets import lay_out_budget
from scorecard.reports.layout.frame import lay_out_pages
from scorecard.reports.layout.indicators import lay_out_indicators
from scorecard.reports.layout.paragraphs import (
    lay_out_headline,
    lay_out_notes,
    lay_out_tiles,
    lay_out_uncovered,
)
from scorecard.reports.layout.profiles import lay_out_profiles
from scorecard.reports.layout.sheets import lay_out_table
from scorecard.reports.legends import legend_of
from scorecard.reports.things import Page
from scorecard.reports.words import FINDINGS


def lay_out_department(card: DepartmentCard, edition: Edition) -> tuple[Page, ...]:
    """Lay out the scorecard of a department in reading order."""
    language = edition.language
    sections = (
        lay_out_headline(card.headline),
        lay_out_tiles(card.tiles),
        lay_out_indicators(card, language),
        lay_out_notes(card.notes, FINDINGS[language], language),
        lay_out_uncovered(card, language),
        lay_out_profiles(card.quality, language),
        lay_out_audit(card.audit, language),
        lay_out_budget(card.budget, language),
        *(lay_out_table(card.scores, language) if card.scores else ()),
    )
    legend = f"{edition.legend}{legend_of(card, language)}"
    return lay_out_pages(card.name, attrs.evolve(edition, legend=legend), sections)
