"""What was promised and is promised no more without a word: targets eased or gone, definitions changed."""

from collections.abc import Iterator

from scorecard.cards.causes import Cause, Pair
from scorecard.cards.changes import Change, Kind
from scorecard.cards.unaccounted import Lack, Unaccounted
from scorecard.wording.numbers import NOTHING
from scorecard.wording.phrases import phrase

_FIELDS = (
    "unit",
    "direction",
    "aggregation",
    "method",
    "baseline",
    "tolerance",
    "steps",
)  # That have a word.
_OF_RULES = (Kind.RULE_CHANGED, Kind.RULE_ADDED, Kind.RULE_REMOVED)


def targets_eased(pair: Pair) -> Iterator[Cause]:
    """Name the targets that were made easier or taken away, and ledgers that lost entries."""
    for one in pair.compared.findings:
        if (one.lack is Lack.LEDGER and one.is_eased) or one.lack is Lack.LEDGER_REWRITTEN:
            yield _cause(pair, one)


def definitions_changed(pair: Pair) -> Iterator[Cause]:
    """Name the indicators that no longer measure what they did and tell no break."""
    return (_cause(pair, one) for one in pair.compared.findings if one.lack is Lack.BREAK)


def rules_changed(pair: Pair) -> list[Change]:
    """List what changed in the rules and demands themselves: the same change could have loosened them."""
    return [change for change in pair.compared.changes if change.kind in _OF_RULES]


def _cause(pair: Pair, found: Unaccounted) -> Cause:
    is_target, what = found.lack is not Lack.BREAK, found.what
    path = ("target", what) if is_target else (what,)
    if what in _FIELDS:
        what = phrase(f"field-{what}", pair.language)
    spot = pair.find(found.id)
    if found.id in pair.places:
        place = pair.places[found.id]
        spot = pair.assessment.facts.book.spots[place.department.id].find(*place.path, *path)
    key = "cause-rewritten" if found.lack is Lack.LEDGER_REWRITTEN else "cause-eased"
    said = phrase(key, pair.language, what=what, old=found.old or NOTHING, new=found.new or NOTHING)
    name = pair.names.get(found.id, f"{found.department} · {found.name}")
    return Cause(found.id, name, said, spot, found.old, pair.was_at(found.id, *path))
