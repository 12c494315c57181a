"""Judging again what one changed value can reach, on facts that are laid out as they are.

Each gives the assessment that judging everything anew would give, as far as statuses, scores, target
quality and findings go.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

import attrs
import numpy as np

from scorecard.rules.assess import (
    Assessment,
    Failure,
    Finding,
    Unknown,
    columns_of_figures,
    find,
    withheld,
)
from scorecard.rules.attaining import attain
from scorecard.rules.knobs import Knob, Move, Owner, reweighted
from scorecard.rules.models import RuleBook
from scorecard.rules.moving import move as move_on
from scorecard.rules.quality.profiling import profile
from scorecard.rules.scoring.rolling import roll_up_all
from scorecard.rules.scoring.scores import score
from scorecard.rules.status import status_of, with_overrides
from scorecard.rules.steps import is_done
from scorecard.targets.columns import Column, Flags, Words
from scorecard.targets.facts import Facts
from scorecard.targets.vocabulary import Row

Ruled = TypeVar("Ruled", Finding, Unknown, Failure)


def judged_again(assessment: Assessment, knob: Knob, move: Move) -> Assessment:
    """Judge with a value in another place, from where it takes hold."""
    if move.rules is None:
        return _weighed_again(assessment, knob.owner, move.weight)
    moved = attrs.evolve(assessment, rules=move.rules)
    match knob.file:
        case "risks":
            return _found_again(moved, {knob.rule})
        case "attainment":
            return _figured_again(moved)
        case "quality":
            ambition = assessment.pathed.ambition
            profiles = profile(moved.facts, moved.attained, ambition, move.rules.quality)
            return attrs.evolve(moved, profiles=profiles)
        case "scoring":
            scores = score(moved.facts, moved.attained, moved.moved, move.rules.scoring)
            return _rolled_again(attrs.evolve(moved, scores=scores))
    return moved  # A demand: it is held against what is there.


def _weighed_again(assessment: Assessment, owner: Owner, weight: float) -> Assessment:
    """Judge with another weight, or tolerance: one of a step, or a tolerance, changes the attainment itself."""
    weighed = attrs.evolve(assessment, facts=reweighted(assessment.facts, owner, weight))
    if owner[0] == "tolerance" or (owner[0] == "step" and _is_under_way(assessment.facts, owner[1])):
        return _figured_again(weighed)
    return _rolled_again(weighed) if owner[0] != "step" and assessment.rolled.is_any else weighed


def _is_under_way(facts: Facts, row: int) -> bool:
    """Tell whether some steps of a row are done and some are not; else their weights decide nothing."""
    done = [is_done(step, facts.book.office.as_of) for step in facts.places[row].indicator.steps]
    return any(done) and not all(done)


def _rolled_again(assessment: Assessment) -> Assessment:
    figures = assessment.attained, assessment.moved
    rolled = roll_up_all(assessment.facts, assessment.scores, figures, assessment.rules)
    return attrs.evolve(assessment, rolled=rolled)


def _figured_again(assessment: Assessment) -> Assessment:
    """Judge again what hangs on figures; of the rules only those that speak of a fact that is not as it was."""
    facts, rules = assessment.facts, assessment.rules
    attained = attain(facts, rules.attainment)
    moved = move_on(facts, attained, rules.attainment)
    computed = status_of(facts, attained, moved, rules.attainment)
    attained = withheld(facts, attained, moved)
    columns = columns_of_figures(facts, attained, moved)
    old = assessment.indicators.columns
    new = {name for name, column in columns.items() if not _is_same(old[name], column)}
    again = attrs.evolve(
        assessment, attained=attained, moved=moved, computed=computed, status=with_overrides(computed, facts),
        scores=score(facts, attained, moved, rules.scoring), indicators=assessment.indicators.joined(columns),
    )  # fmt: skip
    return _found_again(_rolled_again(again), _speaking_of(new, rules))


def _speaking_of(names: Collection[str], rules: RuleBook) -> set[str]:
    indicator = (rule for rule in rules.risks if rule.text.each is Row.INDICATOR)
    return {rule.text.id for rule in indicator if not set(names).isdisjoint(rule.facts)}


def _is_same(one: Column | Flags | Words, other: Column | Flags | Words) -> bool:
    if isinstance(one, Words) and isinstance(other, Words):
        return one.words == other.words and np.array_equal(one.codes, other.codes)
    return not isinstance(one, Words) and not isinstance(other, Words) and np.array_equal(one, other, True)


def _found_again(assessment: Assessment, ids: Collection[str]) -> Assessment:
    """Hold some rules against all rows again, and leave what the others found."""
    if not ids:
        return assessment
    tables = {
        Row.INDICATOR: assessment.indicators,
        Row.PROGRAMME: assessment.programmes,
        Row.AUDIT: assessment.audit.table,
    }
    again = (rule for rule in assessment.rules.risks if rule.text.id in ids)
    found = find(again, assessment.facts, tables)
    return attrs.evolve(
        assessment,
        findings=(*_of_others(assessment.findings, ids), *found.findings),
        unknowns=(*_of_others(assessment.unknowns, ids), *found.unknowns),
        failures=(*_of_others(assessment.failures, ids), *found.failures),
    )


def _of_others(some: Iterable[Ruled], ids: Collection[str]) -> Iterator[Ruled]:
    return (one for one in some if one.rule.text.id not in ids)
