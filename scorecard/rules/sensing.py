"""Which grades, ranks, statuses and verdicts of target quality turn when one value is moved.

Nothing is laid out anew: a value of the rules is judged again on the same facts from where it takes hold, a
weight is only rolled up again.
"""

from collections.abc import Iterator

import attrs
import numpy as np

from scorecard.frozen import frozen
from scorecard.rules.assess import Assessment, figured_again
from scorecard.rules.knobs import Knob, Move, knobs_of, reweighted, weights_of
from scorecard.rules.models import RuleBook
from scorecard.rules.quality.profiling import Profiles, profile
from scorecard.rules.scoring.models import WeightKind
from scorecard.rules.scoring.rolling import RolledUp, roll_up_all
from scorecard.rules.scoring.scores import score
from scorecard.rules.status import STATUSES, Codes, with_overrides
from scorecard.targets.columns import Words

KINDS = ("grade", "rank", "status", "quality")  #: Of what can turn, the gravest first.


@frozen
class Turned:
    """One thing that is not as it was."""

    kind: str  #: One of KINDS.
    id: str  #: Of an indicator, a programme or a department; `office`.
    old: str
    new: str


@frozen
class Tried:
    """A value moved one way, and what turned."""

    knob: Knob
    move: Move
    turned: tuple[Turned, ...]

    def count(self, kind: str) -> int:
        """Count what turned of one kind."""
        return sum(one.kind == kind for one in self.turned)

    @property
    def counts(self) -> tuple[int, ...]:
        """Count what turned, kind by kind; they are compared in this order and never added up."""
        return tuple(self.count(kind) for kind in KINDS)


@frozen
class Sensitivity:
    """All values moved one at a time."""

    tried: tuple[Tried, ...]  #: The worst first.
    stuck: tuple[Knob, ...]  #: Values that cannot move either way.
    is_scored: bool  #: Whether anything has a score, so that grades and ranks can turn at all.
    judged: int  #: Rows with a status that figures gave.
    is_absolute: (
        bool  #: Weights are points that must add up: where one moves the others give way in proportion.
    )

    @property
    def knobs(self) -> int:
        """Count the values that were moved."""
        return len({one.knob.name for one in self.tried})


@attrs.frozen(eq=False)
class _State:
    """What is held against each other."""

    rolled: RolledUp
    status: Codes
    profiles: Profiles


def sense(assessment: Assessment) -> Sensitivity:
    """Move every weight, threshold, band and cap by a fifth, one at a time."""
    rules = assessment.rules
    before = _State(assessment.rolled, assessment.status, assessment.profiles)
    counted = tuple(bool(one) for one in assessment.rolled.counted)
    knobs = list(knobs_of(rules))
    if assessment.rolled.is_any:
        # Of points the others give way in proportion, which leaves their ratio as it is; a programme's are its indicators'.
        weights = weights_of(assessment.facts, counted)
        knobs += [one for one in weights if not (_is_absolute(rules) and one.owner[0] == "programme")]
    tried = [
        Tried(knob, move, tuple(_turns(assessment, before, _again(assessment, knob, move))))
        for knob in knobs
        for move in knob.moves
    ]
    order = sorted(
        tried, key=lambda one: ([-count for count in one.counts], one.knob.name, one.move.way.value)
    )
    stuck = tuple(one for one in knobs if not one.moves)
    measured = [code for code in assessment.status if STATUSES[int(code)].value in _BY_FIGURES]
    return Sensitivity(tuple(order), stuck, assessment.rolled.is_any, len(measured), _is_absolute(rules))


_BY_FIGURES = ("achieved", "on_track", "watch", "behind")


def _is_absolute(rules: RuleBook) -> bool:
    """Tell whether weights are points that must add up."""
    return rules.scoring is not None and rules.scoring.weights.kind is WeightKind.ABSOLUTE


def _again(assessment: Assessment, knob: Knob, move: Move) -> _State:
    """Judge again what a value can reach."""
    facts = assessment.facts
    if move.rules is None:
        moved = reweighted(facts, knob.owner, move.weight)
        judged = assessment.attained, assessment.moved
        rolled = roll_up_all(moved, assessment.scores, judged, assessment.rules)
        return _State(rolled, assessment.status, assessment.profiles)
    if knob.name.startswith("rules.quality."):
        profiles = profile(facts, assessment.attained, assessment.pathed.ambition, move.rules.quality)
        return _State(assessment.rolled, assessment.status, profiles)
    if knob.name.startswith("rules.scoring."):
        judged = assessment.attained, assessment.moved
        rolled = roll_up_all(facts, score(facts, *judged, move.rules.scoring), judged, move.rules)
        return _State(rolled, assessment.status, assessment.profiles)
    rolled, computed = figured_again(facts, move.rules)
    return _State(rolled, with_overrides(computed, facts), assessment.profiles)


def _turns(assessment: Assessment, old: _State, new: _State) -> Iterator[Turned]:
    facts = assessment.facts
    departments = [one.id for one in facts.book.departments]
    programmes = [f"{department.id}/{programme.id}" for department, programme in facts.owners]
    rows = [place.id for place in facts.places]
    for ids, was, now in (
        (["office"], old.rolled.office.grades, new.rolled.office.grades),
        (departments, old.rolled.departments.grades, new.rolled.departments.grades),
        (programmes, old.rolled.programmes.grades, new.rolled.programmes.grades),
        (rows, old.rolled.grades, new.rolled.grades),
    ):
        yield from _other("grade", ids, _words(was), _words(now))
    yield from _other("rank", departments, _ranks(old.rolled), _ranks(new.rolled))
    yield from _other("status", rows, _statuses(old.status), _statuses(new.status))
    yield from _other("quality", rows, _standings(old.profiles), _standings(new.profiles))


def _other(kind: str, ids: list[str], old: list[str], new: list[str]) -> Iterator[Turned]:
    for one, was, now in zip(ids, old, new, strict=True):
        if was != now:
            yield Turned(kind, one, was, now)


def _words(grades: Words) -> list[str]:
    return [grades.words[code] if code >= 0 else "" for code in grades.codes]


def _statuses(codes: Codes) -> list[str]:
    return [STATUSES[int(code)].value for code in codes]


def _standings(profiles: Profiles) -> list[str]:
    return [" ".join(str(int(one)) for one in row) for row in profiles.standings]


def _ranks(rolled: RolledUp) -> list[str]:
    """Rank departments by score, ties sharing the better place; one without a score has none."""
    scores = np.round(rolled.departments.rolled.score.values, 9)
    return ["" if np.isnan(one) else str(1 + int(np.count_nonzero(scores > one))) for one in scores]
