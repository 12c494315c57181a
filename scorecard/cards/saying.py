"""Changes in words: what they are about, what it was and is, and what accounts for them."""

import attrs

from scorecard.cards.audit_changes import AUDIT_KINDS
from scorecard.cards.changes import Change, Kind
from scorecard.cards.telling import Entry
from scorecard.cards.unaccounted import Unaccounted
from scorecard.problems import Language
from scorecard.wording.audits import AuditState, audit_word
from scorecard.wording.numbers import NOTHING
from scorecard.wording.phrases import phrase
from scorecard.wording.revisions import FIELDS
from scorecard.wording.terms import Status, term

_CHOICES = ("level", "aggregation", "direction")  #: Fields whose values have words of their own.


@attrs.frozen
class Said:
    """One change, ready to be printed."""

    what: str  #: The period or the field; may be empty.
    old: str
    new: str
    why: str  #: Of a status what changed under it; else reasons with their days, or what is missing.


def say_change(change: Change, language: Language) -> Said:
    """Put a change into words."""
    if change.kind is Kind.STATUS:
        old, new = (term(Status(one), language) for one in (change.old, change.new))
    elif change.kind in AUDIT_KINDS:
        old, new = (
            audit_word(AuditState(one), language) if one else NOTHING for one in (change.old, change.new)
        )
    else:
        old, new = (_value(change.what, one, language) for one in (change.old, change.new))
    why = ", ".join(phrase(f"why-{one.value}", language) for one in change.why)
    reasons = "; ".join(_reason(one) for one in change.because)
    return Said(_field(change.what, language), old, new, why or reasons)


def say_unaccounted(finding: Unaccounted, language: Language) -> Said:
    """Put into words what changed without a word."""
    old, new = (_value(finding.what, one, language) for one in (finding.old, finding.new))
    lack = phrase(f"unaccounted-{finding.lack.value}", language)
    return Said(_field(finding.what, language), old, new, lack)


def _field(word: str, language: Language) -> str:
    return phrase(f"field-{word}", language) if word in FIELDS else word


def _value(what: str, value: str, language: Language) -> str:
    return phrase(f"{what}-{value}", language) if what in _CHOICES and value else value or NOTHING


def _reason(entry: Entry) -> str:
    return " · ".join(part for part in (entry.on, entry.reason, entry.approver) if part)
