"""The score of every row of a book, each by the row's own method."""

from collections.abc import Sequence

import attrs
import numpy as np

from scorecard.rules.attaining import Attained, explained, is_milestone, signs, words_equal
from scorecard.rules.methods import Result, settle
from scorecard.rules.moving import Moved
from scorecard.rules.scoring.evidence import Evidence, Matrix, Scored
from scorecard.rules.scoring.methods import SCORE_METHODS
from scorecard.rules.scoring.models import JUDGED, ScoringRules
from scorecard.targets.columns import Column, Mask, Words
from scorecard.targets.facts import Facts, numbers, words
from scorecard.targets.measures import Aggregation, Direction, Place
from scorecard.targets.scoring import Range, Scoring
from scorecard.wording.terms import Reason

PLAIN = Scoring()  #: Of an indicator that says nothing of its score.


@attrs.frozen(eq=False)
class Scores:
    """What each row scores, and how that came about."""

    result: Scored  #: As the figures have it.
    adjustment: Column  #: Points given or taken by hand; NaN: none.
    counts: Column  #: What the row scores after the adjustment, within the scale.
    methods: Words  #: By which; missing where nothing can be scored.

    @property
    def plain(self) -> Result:
        """Give the scores before any adjustment, with the reason where there is none."""
        return self.result.result

    def method(self, row: int) -> str:
        """Name a row's method; empty: none."""
        code = int(self.methods.codes[row])
        return self.methods.words[code] if code >= 0 else ""

    def step(self, name: str, row: int) -> float:
        """Tell a figure on the way to a row's score; NaN: its method has none such."""
        return float(self.result.steps[name][row]) if name in self.result.steps else float("nan")


def score(facts: Facts, attained: Attained, moved: Moved, rules: ScoringRules | None) -> Scores:
    """Score all rows; without rules none has a score."""
    size = len(facts.places)
    if rules is None:
        none = settle(np.full(size, np.nan), (Reason.NO_SCORING_RULES, np.ones(size, np.bool_)))
        return Scores(Scored(none), np.full(size, np.nan), none.values, words([None] * size))
    methods = words([_method_of(place, rules) for place in facts.places])
    by_hand = score_by_method(gather(facts, attained), methods, rules)
    whole = _with_grades(by_hand, facts, rules)
    result = attrs.evolve(whole, result=explained(whole.result, *_why_not(facts, attained, moved, methods)))
    adjustment = numbers(_adjustment(place, facts.year.year) for place in facts.places)
    plain = result.result.values
    # Attainments begin at 0, scores by the manual at the lower end of their scale.
    least = np.where(words_equal(methods, "attainment"), 0.0, rules.scale.least.value)
    counts = np.where(np.isnan(adjustment), plain, np.clip(plain + adjustment, least, rules.scale.cap.value))
    return Scores(result, np.where(np.isnan(counts), np.nan, adjustment), counts, methods)


def score_by_method(rows: Evidence, methods: Words, rules: ScoringRules) -> Scored:
    """Run each method over its own rows."""
    values, reasons = np.full(rows.size, np.nan), np.full(rows.size, -1, dtype=np.int8)
    steps: dict[str, Column] = {}
    for code, name in enumerate(methods.words):
        if name not in SCORE_METHODS:
            continue
        ours = methods.codes == code
        some = SCORE_METHODS[name](rows.take(ours), rules)
        values[ours], reasons[ours] = some.result.values, some.result.reasons
        for step, column in some.steps.items():
            steps.setdefault(step, np.full(rows.size, np.nan))[ours] = column
    return Scored(Result(values, reasons), steps)


def gather(facts: Facts, attained: Attained) -> Evidence:
    """Gather what score methods look at out of a book."""
    table, year = facts.indicators, facts.year.year
    said = [place.indicator.score or PLAIN for place in facts.places]
    terms = [one.medium_term for one in said]
    return Evidence(
        actual=table.numbers("actual"), target=table.numbers("target"),
        attainment=attained.attainment.values, sign=signs(table.words("direction")),
        past=_past(facts),
        core=np.array([one.core for one in said], dtype=np.bool_),
        is_rate=words_equal(table.words("unit"), "%"),
        outlier=numbers(year - 1 - one.outlier.year if one.outlier else None for one in said),
        best_peer=_ends([one.peers for one in said], "best"),
        worst_peer=_ends([one.peers for one in said], "worst"),
        best_past=_ends([one.past for one in said], "best"),
        worst_past=_ends([one.past for one in said], "worst"),
        start=numbers(term.start.value if term else None for term in terms),
        goal=numbers(term.goal.value if term else None for term in terms),
        since=numbers(term.since - year if term else None for term in terms),
        until=numbers(term.until - year if term else None for term in terms),
        rebased=numbers(term.rebased - year if term and term.rebased else None for term in terms),
        kept=np.array([bool(term and term.kept) for term in terms], dtype=np.bool_),
        levels=_levels(said),
    )  # fmt: skip


def _past(facts: Facts) -> Matrix:
    """Lay past years out from last year backwards, leaving no year out."""
    motion, year = facts.motion, facts.year.year
    if not motion.years.size:
        return np.empty((len(facts.places), 0))
    past = np.full((len(facts.places), year - int(motion.years.min())), np.nan)
    past[:, (year - 1 - motion.years).astype(np.intp)] = motion.history
    return past


def _ends(ranges: Sequence[Range | None], which: str) -> Column:
    return numbers(getattr(one, which).value if one else None for one in ranges)


def _levels(said: Sequence[Scoring]) -> Matrix:
    width = max((len(one.levels) for one in said), default=0)
    levels = np.full((len(said), width), np.nan)
    for row, one in enumerate(said):
        levels[row, : len(one.levels)] = [level.value for level in one.levels]
    return levels


def _method_of(place: Place, rules: ScoringRules) -> str | None:
    """Name the method of a row: words go by their grade, steps by the share done, figures as the text says."""
    indicator = place.indicator
    if indicator.aggregation is Aggregation.JUDGED:
        return JUDGED
    if is_milestone(indicator):
        return "attainment"
    if indicator.direction is None:
        return None
    named = indicator.score.method if indicator.score else ""
    return named or rules.method_of(indicator.level, indicator.direction.value)


def _why_not(
    facts: Facts, attained: Attained, moved: Moved, methods: Words
) -> tuple[tuple[Reason, Mask], ...]:
    """List why a row has no score whatever its method says."""
    table = facts.indicators
    judged, capped = words_equal(methods, JUDGED), words_equal(methods, "attainment")
    kept = words_equal(table.words("direction"), Direction.KEEP.value)
    own_reasons = [
        (reason, capped & (attained.attainment.reasons == code)) for code, reason in enumerate(Reason)
    ]
    return (
        (Reason.TARGET_MISSING, table.flags("has_target") == 0),
        (Reason.NOT_DUE, (table.flags("due") == 0) & ~moved.complete),
        (Reason.NOT_WHOLE, ~moved.complete & ~judged & (table.flags("has_actual") == 1)),
        (Reason.ACTUAL_MISSING, ~moved.complete & ~judged),
        (Reason.NOT_APPLICABLE, kept & ~capped),
        *own_reasons,
        (Reason.DIRECTION_MISSING, methods.codes < 0),
    )


def _with_grades(whole: Scored, facts: Facts, rules: ScoringRules) -> Scored:
    """Put in what the grades given to words are worth."""
    values, reasons = whole.result.values.copy(), whole.result.reasons.copy()
    for row, place in enumerate(facts.places):
        if place.indicator.aggregation is Aggregation.JUDGED:
            worth = rules.words.worth.get(grade_of(place, facts), np.nan)
            missing = Reason.GRADE_MISSING if facts.years[row].actual.written else Reason.ACTUAL_MISSING
            one = settle(np.array([worth]), (missing, np.isnan([worth])))
            values[row], reasons[row] = one.values[0], one.reasons[0]
    return Scored(Result(values, reasons), whole.steps)


def grade_of(place: Place, facts: Facts) -> str:
    """Tell the grade given to what was reported in words for the year; empty: none, or not yet known."""
    value = place.indicator.actual.get(facts.year)
    known = value is not None and facts.year.last <= facts.book.office.as_of
    return (value.grade or value.text) if value and known else ""


def _adjustment(place: Place, year: int) -> float | None:
    one = place.indicator.score.adjustment(year) if place.indicator.score else None
    return one.points if one else None
