"""Which grades, ranks, statuses, verdicts of target quality, findings and demands turn when one value is moved.

Nothing is laid out anew: a value of the rules is judged again on the same facts from where it takes hold, a
weight is only rolled up again, and a threshold of a risk rule holds that one rule against all rows.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import attrs
import numpy as np

from scorecard.cards.coverage import CoverageReport, measure_coverage, reweigh
from scorecard.cards.fairness import bunching_by_department
from scorecard.cards.gate import hold
from scorecard.cards.notes import row_id
from scorecard.cards.shares import weighing
from scorecard.rules.again import judged_again
from scorecard.rules.assess import Assessment, Finding
from scorecard.rules.knobs import Knob, Move, knobs_of, own_values_of, weights_of
from scorecard.rules.models import RuleBook
from scorecard.rules.quality.profiling import Profiles
from scorecard.rules.scoring.models import WeightKind
from scorecard.rules.scoring.rolling import RolledUp
from scorecard.rules.status import STATUSES, Codes
from scorecard.rules.thresholds import thresholds_of
from scorecard.targets.columns import Words

#: Of what can turn, the gravest first.
KINDS = ("grade", "rank", "status", "quality", "finding", "demand")


@attrs.frozen
class Turned:
    """One thing that is not as it was."""

    kind: str  #: One of KINDS.
    id: str  #: Of an indicator, a programme, an item of the audit or a department; `office`.
    old: str
    new: str
    about: str = ""  #: Of a finding its rule, of a demand what it asks for.


@attrs.frozen
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


@attrs.frozen
class Sensitivity:
    """All values moved one at a time."""

    tried: tuple[Tried, ...]  #: The worst first.
    stuck: tuple[Knob, ...]  #: Values that cannot move either way.
    questions: tuple[Knob, ...]  #: Numbers of conditions that are no thresholds: 0, and what `==` asks for.
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

    judged: Assessment
    coverage: CoverageReport
    demands: Mapping[tuple[str, str], str]  #: By place and what is asked for.


def sense(assessment: Assessment) -> Sensitivity:
    """Move every weight, threshold, band, cap, floor and limit by a fifth, one at a time."""
    rules = assessment.rules
    values = knobs_of(rules), thresholds_of(rules), _weights(assessment), own_values_of(assessment.facts)
    knobs = list(chain.from_iterable(values))
    order = sorted(
        try_out(assessment, knobs),
        key=lambda one: ([-count for count in one.counts], one.knob.name, one.move.way.value),
    )
    unmoved = [one for one in knobs if not one.moves]
    measured = [code for code in assessment.status if STATUSES[int(code)].value in _BY_FIGURES]
    return Sensitivity(
        tuple(order), tuple(one for one in unmoved if not one.is_question),
        tuple(one for one in unmoved if one.is_question),
        assessment.rolled.is_any, len(measured), _is_absolute(rules),
    )  # fmt: skip


def try_out(assessment: Assessment, knobs: Iterable[Knob]) -> Iterator[Tried]:
    """Move some values as far as each can go, one at a time, and find what turns."""
    coverage = measure_coverage(assessment)
    before = _State(assessment, coverage, _demands(assessment, coverage))
    for knob in knobs:
        for move in knob.moves:
            yield Tried(knob, move, tuple(_turns(before, _again(before, knob, move))))


_BY_FIGURES = ("achieved", "on_track", "watch", "behind")


def _is_absolute(rules: RuleBook) -> bool:
    """Tell whether weights are points that must add up."""
    return rules.scoring is not None and rules.scoring.weights.kind is WeightKind.ABSOLUTE


def _weights(assessment: Assessment) -> Iterator[Knob]:
    """List the weights that scores are rolled up by, or that a floor of coverage is measured by."""
    rules, is_scored = assessment.rules, assessment.rolled.is_any
    counted = assessment.rolled.counted if is_scored else np.zeros(len(assessment.facts.places), np.bool_)
    floors = (rules.coverage.office, *rules.coverage.departments.values())
    if any(one.weight is not None for one in floors):
        counted = counted | weighing(assessment)
    for one in weights_of(assessment.facts, tuple(bool(each) for each in counted)):
        kind = one.owner[0]
        # Of points the others give way in proportion, which leaves their ratio as it is; a programme's are its indicators'.
        if kind == "row" or (is_scored and not (kind == "programme" and _is_absolute(rules))):
            yield one


def _again(before: _State, knob: Knob, move: Move) -> _State:
    """Judge again what a value can reach, and hold the demands against it where they can turn."""
    judged, coverage = judged_again(before.judged, knob, move), before.coverage
    if knob.file in ("quality", "scoring"):
        return _State(judged, coverage, before.demands)
    if judged.attained is not before.judged.attained or knob.name == _FRESHNESS:
        coverage = measure_coverage(judged)
    elif knob.is_weight:
        coverage = reweigh(coverage, judged)
    return _State(judged, coverage, _demands(judged, coverage))


_FRESHNESS = "rules.coverage.freshness.days"


def _demands(assessment: Assessment, coverage: CoverageReport) -> dict[tuple[str, str], str]:
    """Say of every demand of the gate whether it is met, or somebody answers for it."""
    return {
        (one.place, f"{one.measure} {one.rule}".strip()): "met"
        if one.holds
        else "waived"
        if one.passes
        else "unmet"
        for one in hold(assessment, coverage).demands
    }


def _turns(old: _State, new: _State) -> Iterator[Turned]:
    """Find everything that is not as it was; what nothing was judged of anew is the same thing."""
    one, other = old.judged, new.judged
    if other.rolled is not one.rolled:
        yield from _grades(one, other.rolled)
    rows = [place.id for place in one.facts.places]
    if other.status is not one.status:
        yield from _other("status", rows, _statuses(one.status), _statuses(other.status))
    if other.profiles is not one.profiles:
        yield from _other("quality", rows, _standings(one.profiles), _standings(other.profiles))
    if other.profiles is not one.profiles or other.attained is not one.attained:
        departments = [department.id for department in one.facts.book.departments]
        yield from _other("quality", departments, _bunched(one), _bunched(other))
    if other.findings is not one.findings:
        yield from _findings(one, other)
    for place, about in old.demands:
        was, now = (state.demands[place, about] for state in (old, new))
        if was != now:
            yield Turned("demand", place, was, now, about)


def _grades(judged: Assessment, now: RolledUp) -> Iterator[Turned]:
    facts, was = judged.facts, judged.rolled
    departments = [one.id for one in facts.book.departments]
    programmes = [f"{department.id}/{programme.id}" for department, programme in facts.owners]
    for ids, old, new in (
        (["office"], was.office.grades, now.office.grades),
        (departments, was.departments.grades, now.departments.grades),
        (programmes, was.programmes.grades, now.programmes.grades),
        ([place.id for place in facts.places], was.grades, now.grades),
    ):
        yield from _other("grade", ids, _words(old), _words(new))
    yield from _other("rank", departments, _ranks(was), _ranks(now))


def _findings(old: Assessment, new: Assessment) -> Iterator[Turned]:
    """Find who gets or loses a finding; a rule that was not asked again keeps its very findings."""
    before, after = set(old.findings), set(new.findings)
    was = _found(old, (one for one in old.findings if one not in after))
    now = _found(old, (one for one in new.findings if one not in before))
    for rule, about in dict.fromkeys((*was, *now)):
        one, other = was.get((rule, about), ""), now.get((rule, about), "")
        if one != other:
            yield Turned("finding", about, one, other, rule)


def _found(assessment: Assessment, some: Iterator[Finding]) -> dict[tuple[str, str], str]:
    return {(one.rule.text.id, row_id(assessment, one)): "waived" if one.waiver else "open" for one in some}


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


def _bunched(assessment: Assessment) -> list[str]:
    """Say of each department whether its results crowd just above 100 %; empty: there are too few to say."""
    words = {True: "bunched", False: "spread", None: ""}
    return [words[one.is_bunched] for one in bunching_by_department(assessment).values()]


def _ranks(rolled: RolledUp) -> list[str]:
    """Rank departments by score, ties sharing the better place; one without a score has none."""
    scores = np.round(rolled.departments.rolled.score.values, 9)
    return ["" if np.isnan(one) else str(1 + int(np.count_nonzero(scores > one))) for one in scores]
