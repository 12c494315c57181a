"""Everything behind one line: figures, arithmetic, method, sources, rules and reasons."""

from collections.abc import Iterator

import attrs

from scorecard.cards.explaining_history import explain_definition, explain_ledger
from scorecard.cards.explaining_motion import explain_motion, status_basis
from scorecard.cards.explaining_scores import explain_score
from scorecard.cards.notes import message, words_of
from scorecard.cards.profiles import profile_of
from scorecard.cards.results import cite
from scorecard.cards.texts import borders_of, figure, previous_figure, schedule_words
from scorecard.rules.assess import Assessment, Finding
from scorecard.rules.attaining import is_milestone
from scorecard.rules.methods import Result
from scorecard.targets.measures import Direction
from scorecard.targets.readings import Reading
from scorecard.targets.vocabulary import Row
from scorecard.wording.numbers import border, day, percent, signed_percent, won
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import term


@attrs.frozen
class Line:
    """One thing to know: what it is, what it is worth, and where that comes from."""

    label: str
    text: str
    detail: str = ""


@attrs.frozen
class Explanation:
    """All there is to know of one indicator."""

    id: str
    title: str
    lines: tuple[Line, ...]


def explain(assessment: Assessment, row: int) -> Explanation:
    """Explain one row of the indicators."""
    place = assessment.facts.places[row]
    title = f"{place.department.name} · {place.programme.name} · {place.indicator.name}"
    return Explanation(place.id, title, tuple(_Explainer(assessment, row).lines()))


def finding_line(assessment: Assessment, finding: Finding) -> Line:
    """Tell a finding: its message, then its rule, why it matters and what to do, or who answers for it."""
    language = assessment.facts.book.office.language
    label = phrase("explain-waived" if finding.waiver else "explain-findings", language)
    said = words_of(finding.rule, language)
    text = f"[{term(finding.rule.text.severity, language)}] {message(assessment, finding, language)}"
    at = phrase("explain-rule-at", language, file=finding.rule.file, line=finding.rule.line)
    more = finding.waiver.reason if finding.waiver else f"→ {said.action}"
    return Line(label, text, f"{finding.rule.text.id} · {at} · {said.why} {more}")


def unknown_lines(assessment: Assessment, each: Row, row: int) -> Iterator[Line]:
    """Tell which rules could not be held against a row, and for want of what."""
    language = assessment.facts.book.office.language
    for one in assessment.unknowns:
        if one.row == row and one.rule.text.each is each:
            text = phrase("explain-lacked", language, rule=one.rule.text.id, facts=", ".join(one.lacked))
            yield Line(phrase("explain-unknown", language), text)


class _Explainer:
    """Tells one row, line by line."""

    def __init__(self, assessment: Assessment, row: int) -> None:
        self.assessment = assessment
        self.row = row
        self.language = assessment.facts.book.office.language
        self.place = assessment.facts.places[row]
        self.year = assessment.facts.years[row]

    def lines(self) -> Iterator[Line]:
        """Tell everything, in reading order."""
        yield self._kind()
        yield from (Line(*said) for said in explain_definition(self.assessment, self.row))
        for which in ("target", "previous", "actual"):
            yield self._figure(which, getattr(self.year, which))
        yield from (Line(*said) for said in explain_ledger(self.assessment, self.row))
        yield from self._later()
        yield self._ratio("start", self.assessment.attained.start, self.year.previous)
        yield self._ratio("attainment", self.assessment.attained.attainment, self.year.actual)
        yield self._stretch()
        yield from (Line(*said) for said in explain_motion(self.assessment, self.row))
        yield from (Line(*said) for said in explain_score(self.assessment, self.row))
        yield self._status()
        yield from self._quality()
        yield self._budget()
        yield from self._parts()
        yield from self._findings()
        yield from self._unknowns()
        yield from self._notes()
        yield self._written_at()

    def _say(self, key: str, **details: object) -> str:
        return phrase(key, self.language, **details)

    def _quality(self) -> Iterator[Line]:
        """Tell by what the target is a fair one, property by property."""
        for one in profile_of(self.assessment, self.row):
            yield Line(self._say("explain-quality", what=one.label), one.word, one.text)

    def _kind(self) -> Line:
        indicator = self.place.indicator
        words = [
            self._say(f"level-{indicator.level.value}"),
            self._say(f"aggregation-{indicator.aggregation.value}"),
        ]
        if indicator.direction is not None:
            words.append(self._say(f"direction-{indicator.direction.value}"))
        return Line(self._say("explain-kind"), " · ".join(words))

    def _figure(self, which: str, reading: Reading) -> Line:
        """Print a figure with its exact value and its source."""
        if not reading.written:
            words = (
                figure(reading, self.place.indicator, self.language)
                if reading.text
                else self._say("explain-none")
            )
            return Line(self._say(f"explain-{which}"), words)
        say = previous_figure if which == "previous" else figure
        text = say(reading, self.place.indicator, self.language)
        if reading.quantity and not text.startswith(reading.quantity.text):
            text += f" = {reading.quantity.text}"
        source = (
            self._say("explain-source", source=cite(reading.source))
            if reading.source
            else self._say("explain-no-source")
        )
        parts = [
            str(reading.period),
            self._say(f"comparability-{reading.comparability.value}") if which == "previous" else "",
            source,
            reading.note,
        ]
        return Line(self._say(f"explain-{which}"), text, " · ".join(part for part in parts if part))

    def _later(self) -> Iterator[Line]:
        """Tell of actuals that are written but lie after the as-of day."""
        today = self.assessment.facts.book.office.as_of
        year = self.assessment.facts.year
        for period, value in sorted(self.place.indicator.actual.items()):
            if (
                today < period.last
                and year.first <= period.first
                and period not in (year, self.year.actual.period)
            ):
                label = self._say("explain-later")
                yield Line(
                    label,
                    value.text,
                    f"{period} · {self._say('explain-later-why', day=day(today, self.language))}",
                )

    def _ratio(self, which: str, result: Result, above: Reading) -> Line:
        """Print a ratio with its arithmetic and method, or why there is none."""
        label = self._say(f"explain-{which}")
        reason = result.reason(self.row)
        if reason is not None:
            not_due = which == "attainment" and self.assessment.indicators.flags("due")[self.row] != 1
            words = [term(reason, self.language)]
            if not_due and self.year.target.written:
                words.append(self._say("explain-not-due", schedule=self._schedule()))
            return Line(label, "–", " · ".join(words))
        value = percent(float(result.values[self.row]), borders=borders_of(self.assessment))
        return Line(label, f"{value} = {self._arithmetic(above)}", self._method())

    def _arithmetic(self, above: Reading) -> str:
        indicator = self.place.indicator
        actual, target = (figure(one, indicator, self.language) for one in (above, self.year.target))
        forms = {
            "ratio": "{a} ÷ {t}", "reciprocal": "{t} ÷ {a}", "linear-down": "2 − {a} ÷ {t}",
            "from-baseline": "({a} − {b}) ÷ ({t} − {b})", "tolerance": "1 − |{a} − {t}| ÷ {tol}",
            "closest": "{t} ÷ ({t} + |{a} − {t}|)", "parity": "1 ÷ max({a}, 1 ÷ {a})",
        }  # fmt: skip
        baseline = (
            indicator.starts_from.text
            if indicator.starts_from
            else figure(self.year.previous, indicator, self.language)
        )
        tolerance = (
            f"{indicator.tolerance:g}" if indicator.tolerance is not None else self._default_tolerance(target)
        )
        if is_milestone(indicator):
            today = self.assessment.facts.book.office.as_of
            done = sum(step.done is not None and step.done <= today for step in indicator.steps)
            return self._say("done-of", done=done, all=len(indicator.steps))
        return forms[self._method_name()].format(a=actual, t=target, b=baseline, tol=tolerance)

    def _default_tolerance(self, target: str) -> str:
        return f"({border(self.assessment.rules.attainment.keep_tolerance)} × {target})"

    def _method_name(self) -> str:
        methods = self.assessment.attained.methods
        code = int(methods.codes[self.row])
        return methods.words[code] if code >= 0 else ""

    def _method(self) -> str:
        name = self._method_name()
        return self._say("explain-method", method=name) if name else ""

    def _stretch(self) -> Line:
        reason = self.assessment.attained.stretch.reason(self.row)
        if reason is not None:
            return Line(self._say("explain-stretch"), "–", term(reason, self.language))
        indicator = self.place.indicator
        target, previous = (
            figure(one, indicator, self.language) for one in (self.year.target, self.year.previous)
        )
        more, less = (previous, target) if indicator.direction is Direction.DOWN else (target, previous)
        value = signed_percent(float(self.assessment.attained.stretch.values[self.row]), self.language)
        return Line(self._say("explain-stretch"), f"{value} = ({more} − {less}) ÷ {previous}")

    def _schedule(self) -> str:
        schedule = self.place.indicator.schedule or self.place.programme.schedule
        return schedule_words(schedule, self.language) if schedule else self._say("explain-year-end")

    def _status(self) -> Line:
        status = self.assessment.status_at(self.row)
        bands = self.assessment.rules.attainment.bands
        bounds = [
            self._say(
                "explain-bands", status=term(b.status, self.language), bound=border(b.at_least, digits=0)
            )
            for b in bands
        ]
        schedule = f"{self._say('explain-schedule')} {self._schedule()}"
        details = [*status_basis(self.assessment, self.row), schedule, *bounds]
        return Line(self._say("explain-status"), term(status, self.language), " · ".join(details))

    def _budget(self) -> Line:
        table = self.assessment.indicators
        figures = {
            name: float(table.numbers(name)[self.row])
            for name in ("budget", "budget_previous", "budget_spent_rate")
        }
        label = self._say("explain-budget")
        if figures["budget"] != figures["budget"]:
            return Line(label, "–", self._say("no-budget"))
        details = [f"{self._say('head-last')} {won(figures['budget_previous'], self.language)}",
                   f"{self._say('head-rate')} {percent(figures['budget_spent_rate'])}"]  # fmt: skip
        cited = "; ".join(cite(line.source) for line in self.place.programme.budget if line.source)
        return Line(label, won(figures["budget"], self.language), " · ".join([*details, cited]))

    def _parts(self) -> Iterator[Line]:
        for part in self.place.indicator.parts:
            values = [value.text for value in part.target.values()]
            yield Line(f"{self._say('explain-parts')} {part.id}", " · ".join([part.name, *values]))

    def _findings(self) -> Iterator[Line]:
        for finding in self.assessment.findings:
            if self._is_ours(finding):
                yield finding_line(self.assessment, finding)

    def _is_ours(self, finding: Finding) -> bool:
        own = finding.row == self.row and finding.rule.text.each is Row.INDICATOR
        owner = int(self.assessment.facts.owner_of[self.row])
        return own or (finding.row == owner and finding.rule.text.each is Row.PROGRAMME)

    def _unknowns(self) -> Iterator[Line]:
        yield from unknown_lines(self.assessment, Row.INDICATOR, self.row)
        owner = int(self.assessment.facts.owner_of[self.row])
        for line in unknown_lines(self.assessment, Row.PROGRAMME, owner):
            yield attrs.evolve(line, detail=self.place.programme.name)

    def _notes(self) -> Iterator[Line]:
        indicator = self.place.indicator
        for note in (
            indicator.note,
            indicator.reason,
            self.place.programme.note,
            self.place.programme.reason,
        ):
            if note:
                yield Line(self._say("explain-note"), note)

    def _written_at(self) -> Line:
        spot = self.assessment.facts.book.spots[self.place.department.id].find(*self.place.path)
        today = day(self.assessment.facts.book.office.as_of, self.language)
        return Line(self._say("explain-place"), str(spot), self._say("as-of", day=today))
