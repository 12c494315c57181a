"""How an indicator came to be what it is: how it is measured, since when otherwise, and what its targets were."""

from collections.abc import Iterator
from itertools import pairwise

from scorecard.rules.assess import Assessment
from scorecard.wording.numbers import day
from scorecard.wording.phrases import phrase

Said = tuple[str, str, str]  #: Label, text and detail of a line.


def explain_definition(assessment: Assessment, row: int) -> Iterator[Said]:
    """Tell what is counted, where the actuals come from, and each break of the way it is measured."""
    indicator, language = assessment.facts.places[row].indicator, assessment.facts.book.office.language
    for key, words in (("formula", indicator.formula), ("measured-by", indicator.measured_by)):
        if words:
            yield phrase(f"explain-{key}", language), words, ""
    for one in indicator.breaks:
        compares = phrase(f"comparability-{one.comparability.value}", language)
        yield phrase("explain-break", language), str(one.since), f"{one.reason} · {compares}"


def explain_ledger(assessment: Assessment, row: int) -> Iterator[Said]:
    """Tell each entry of the targets' ledgers: what it was and became, from which day, why, and who approved it."""
    indicator, language = assessment.facts.places[row].indicator, assessment.facts.book.office.language
    for period, value in sorted(indicator.target.items()):
        told = [*(one.was.text for one in value.revised), value.text]
        for one, (was, new) in zip(value.revised, pairwise(told), strict=True):
            detail = " · ".join((str(period), day(one.on, language), one.reason, one.approver))
            yield phrase("explain-revised", language), f"{was} → {new}", detail
