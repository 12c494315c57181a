"""The numbers in the conditions of risk rules, each moved a fifth up and down.

A comparison with 0 asks for a sign, or whether there is anything at all, and one by `==` or `!=` for just
this number: another in its place would be another question. Such numbers are listed and not moved.
"""

from collections.abc import Iterator

from scorecard.problems import Mistake
from scorecard.rules.changing import with_value
from scorecard.rules.knobs import Knob, Limit, Move, Way, scaled_by, shares_of, whole_step
from scorecard.rules.language.numbering import Placed, numbers_in, with_number
from scorecard.rules.models import Rule, RuleBook
from scorecard.targets.vocabulary import VOCABULARY, Kind


def thresholds_of(rules: RuleBook) -> Iterator[Knob]:
    """List every number of every condition, named by its rule and the comparison it stands in."""
    for rule in rules.risks:
        for placed in numbers_in(rule.text.when, VOCABULARY[rule.text.each]):
            is_question = placed.is_named or not placed.value
            moves = (_moved(rules, rule, placed, way) for way in Way if not is_question)
            name = f"rules.risks.{rule.text.id}.when: {placed.name}"
            yield Knob(
                name, placed.value, tuple(one for one in moves if one),
                rule=rule.text.id, is_money=placed.kind is Kind.MONEY, is_question=is_question,
            )  # fmt: skip


def _moved(rules: RuleBook, rule: Rule, placed: Placed, way: Way) -> Move | None:
    """Move a number as far as a condition with it can be read, and no further than a fifth."""
    tried = (
        [whole_step(placed.value, way)] if placed.is_whole
        else [scaled_by(placed.value, way.value * share) for share in shares_of()]
    )  # fmt: skip
    for place, value in enumerate(tried):
        if value == placed.value:
            continue
        try:
            changed = with_value(
                rules, ("risks", rule.text.id, "when"), with_number(rule.text.when, placed, value)
            )
        except Mistake:
            continue
        limit = Limit.WHOLE if placed.is_whole else Limit.STOPPED if place else None
        return Move(way, value, limit, changed)
    return None
