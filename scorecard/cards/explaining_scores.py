"""How a row's score came about: its arithmetic, the figures on the way, rules with sources, people's decisions."""

from collections.abc import Iterator
from math import isnan

import numpy as np

from scorecard.cards.scores import grade_table, grade_words, method_words, score_words
from scorecard.rules.assess import Assessment
from scorecard.rules.scoring.assumed import parameters_used
from scorecard.rules.scoring.models import JUDGED, Parameter, ScoringRules, Series
from scorecard.rules.scoring.scores import PLAIN, grade_of
from scorecard.targets.measures import Direction
from scorecard.wording.numbers import NOTHING, amount, day, grouped
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import term

Said = tuple[str, str, str]  #: Label, text, detail.

_IN_UNIT = ("base", "low", "high", "spread", "step", "mean", "expected", "slope", "best", "last", "worst")
_PLAIN = ("now", "over", "position", "floor", "z", "percent")
_BANDED = ("target-band", "target-band-sd", "peer-range")
_BAND = "{scale} × ({a} − {low}) ÷ ({high} − {low})"
_TABLE = "{scale} × {percent}% (z {z} = ({ahead}) ÷ {spread})"
_FORMS = {
    **dict.fromkeys(_BANDED, _BAND),
    "medium-term": "{scale} × ({share} × {now} + {rest} × {over})",
    "trend": _TABLE,
    "beta": _TABLE,
    "target-ratio": "{scale} × {above} ÷ {below}",
    "band-floor": "{floor} + (100 − {floor}) × {position}",
    "attainment": "min({attained}, {cap})",
    JUDGED: "{grade}",
}
_DIGITS = 5


def explain_score(assessment: Assessment, row: int) -> Iterator[Said]:
    """Tell a row's score line by line; only the reason where there is none."""
    rules, scores = assessment.rules.scoring, assessment.scores
    language = assessment.facts.book.office.language
    label = phrase("explain-score", language)
    reason = scores.plain.reason(row)
    if reason is not None or rules is None:
        yield (
            label,
            "–",
            " · ".join(
                filter(None, (term(reason, language) if reason else "", method_words(assessment, row)))
            ),
        )
        return
    teller = _Teller(assessment, row, rules)
    plain = score_words(float(scores.plain.values[row]), grade_table(assessment, "indicator"))
    yield label, f"{plain} = {teller.arithmetic()}", method_words(assessment, row)
    yield from teller.steps()
    yield from teller.past()
    yield from teller.rules_used()
    yield from teller.adjusted()
    yield from teller.points()


class _Teller:
    """Tells one scored row."""

    def __init__(self, assessment: Assessment, row: int, rules: ScoringRules) -> None:
        self.assessment = assessment
        self.row = row
        self.rules = rules
        self.facts = assessment.facts
        self.language = assessment.facts.book.office.language
        self.method = assessment.scores.method(row)
        self.said = self.facts.places[row].indicator.score or PLAIN

    def _say(self, key: str, **details: object) -> str:
        return phrase(key, self.language, **details)

    def _step(self, name: str) -> float:
        return self.assessment.scores.step(name, self.row)

    def _figure(self, value: float) -> str:
        units = self.facts.indicators.words("unit")
        code = int(units.codes[self.row])
        return amount(value, units.words[code] if code >= 0 else "", self.language)

    def _number(self, name: str) -> str:
        value = self._step(name)
        if isnan(value):
            return NOTHING
        return self._figure(value) if name in _IN_UNIT else grouped(value, _DIGITS)

    def arithmetic(self) -> str:
        """Write the score as a sum."""
        table, scale = self.facts.indicators, self.rules.scale
        actual, target = (self._figure(float(table.numbers(name)[self.row])) for name in ("actual", "target"))
        up = self.facts.places[self.row].indicator.direction is Direction.UP
        share = self.rules.medium_term.weight.value
        apart = (actual, self._number("expected")) if up else (self._number("expected"), actual)
        form = _FORMS[self.method].format(
            scale=f"{scale.least.value:g} + {scale.full.value - scale.least.value:g}", cap=f"{scale.cap.value:g}",
            a=actual, ahead=" − ".join(apart), above=actual if up else target, below=target if up else actual,
            share=f"{share:g}", rest=grouped(1 - share, 3),
            attained=grouped(100 * self._step("position"), 2), grade=grade_of(self.facts.places[self.row], self.facts),
            **{name: self._number(name) for name in (*_IN_UNIT, *_PLAIN)},
        )  # fmt: skip
        return form + (self._clipped() if self.method in (*_BANDED, "target-ratio") else "")

    def _clipped(self) -> str:
        """Tell of the scale where the sum would leave it."""
        scale, position = self.rules.scale, self._step("position")
        points = scale.least.value + (scale.full.value - scale.least.value) * position
        return (
            f" → {scale.least.value:g}~{scale.cap.value:g}"
            if not scale.least.value <= points <= scale.cap.value
            else ""
        )

    def steps(self) -> Iterator[Said]:
        """List the figures on the way."""
        known = [name for name in (*_IN_UNIT, *_PLAIN) if not isnan(self._step(name))]
        listed = [f"{self._say(f'step-{name}')} {self._number(name)}" for name in known]
        if listed and self.method != "attainment":
            yield self._say("explain-score-steps"), " · ".join(listed), ""

    def past(self) -> Iterator[Said]:
        """List the past years the book holds, and which of them does not count."""
        motion, history = self.facts.motion, self.facts.motion.history[self.row]
        if self.method in ("peer-range", "target-ratio", "attainment", JUDGED):
            return
        years = [
            f"{int(year)} {self._figure(float(value))}"
            for year, value in zip(motion.years, history, strict=True)
            if not np.isnan(value)
        ]
        yield self._say("explain-score-past"), " · ".join(years), self._outlier()
        year = self._step("apart")
        if not isnan(year) and isnan(self._step("left_out")):
            told = self._say("explain-score-apart-by", year=self._year(year))
            yield self._say("explain-score-apart"), told, ""

    def _year(self, back: float) -> int:
        return self.facts.year.year - 1 - int(back)

    def _outlier(self) -> str:
        named = self.said.outlier
        if named is None or self.method not in ("target-band-sd", "trend"):
            return ""
        left = self._step("left_out")
        if isnan(left):
            return self._say("explain-score-kept", year=named.year)
        return self._say("explain-score-left-out", year=self._year(left), reason=named.reason)

    def rules_used(self) -> Iterator[Said]:
        """List every parameter that decided the score, with its source."""
        used = [
            f"{section}.{name} {_worth(one)} ({self._source(one.source, assumed=one.assumed)})"
            for (section, name), one in parameters_used(self.assessment.scores, self.row, self.rules)
        ]
        if self.method == JUDGED:
            words = self.rules.words
            used = [f"words.worth ({self._source(words.source, assumed=words.assumed)})"]
        keys = {source.split(" ")[0] for source in self._sources()}
        titles = [f"{key}: {title}" for key, title in self.rules.sources.items() if key in keys]
        yield self._say("explain-score-rules"), " · ".join(used), " · ".join(titles)

    def _sources(self) -> Iterator[str]:
        if self.method == JUDGED:
            yield self.rules.words.source
        for _, one in parameters_used(self.assessment.scores, self.row, self.rules):
            yield one.source

    def _source(self, source: str, *, assumed: bool) -> str:
        return self._say("score-assumed-source", name=source) if assumed else source

    def adjusted(self) -> Iterator[Said]:
        """Tell what people gave or took, why, and who approved it."""
        one = self.said.adjustment(self.facts.year.year)
        if one is None:
            return
        scores, table = self.assessment.scores, grade_table(self.assessment, "indicator")
        counts, plain = (
            score_words(float(column[self.row]), table) for column in (scores.counts, scores.plain.values)
        )
        on = f" ({day(one.on, self.language)})" if one.on else ""
        detail = self._say(
            "explain-score-adjusted-by", plain=plain, reason=one.reason, approver=one.approver, on=on
        )
        yield (
            self._say("explain-score-adjusted"),
            f"{counts} = {plain} {'+' if one.points > 0 else '−'} {abs(one.points):g}",
            detail,
        )

    def points(self) -> Iterator[Said]:
        """Tell what the score earns of the department's total, and its grade."""
        rolled, scores = self.assessment.rolled, self.assessment.scores
        points = float(rolled.points[self.row])
        grade = grade_words(self.assessment, "indicator", rolled.grades, self.row)
        if isnan(points):
            return
        table = grade_table(self.assessment, "indicator")
        told = self._say(
            "explain-score-points-by", allotted=score_words(float(rolled.allotted[self.row])),
            score=score_words(float(scores.counts[self.row]), table),
        )  # fmt: skip
        detail = self._say("explain-score-grade", grade=grade) if grade else ""
        yield self._say("explain-score-points"), f"{score_words(points)} = {told}", detail


def _worth(one: Parameter | Series) -> str:
    return (
        f"{one.value:g}"
        if isinstance(one, Parameter)
        else f"[{', '.join(f'{value:g}' for value in one.values)}]"
    )
