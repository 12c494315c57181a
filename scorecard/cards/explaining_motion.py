"""Every figure behind the year in motion of one row: plan, pace, forecast, steps, years behind and ahead."""

from collections.abc import Iterator
from math import isnan

import numpy as np

from scorecard.cards.bars import bars_of
from scorecard.cards.motion import basis_words, in_unit, override_line, unjudged
from scorecard.cards.texts import borders_of
from scorecard.rules.assess import Assessment
from scorecard.rules.control import ASSURANCES
from scorecard.rules.moving import still_growing
from scorecard.rules.pace import increment_check
from scorecard.rules.status import STATUSES
from scorecard.rules.steps import days_late, is_done
from scorecard.rules.trajectories import COURSES
from scorecard.targets.columns import Column
from scorecard.targets.measures import Direction
from scorecard.wording.numbers import border, day, percent
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Reason, Status, term

Said = tuple[str, str, str]  #: Label, text and detail of a line.


def explain_motion(assessment: Assessment, row: int) -> Iterator[Said]:
    """Tell what was due and how the row stands to it, where anything was."""
    teller = _Teller(assessment, row)
    yield from teller.planned()
    yield from teller.pace()
    yield from teller.forecast()
    yield from teller.required()
    yield from teller.increment()
    yield from teller.years()
    yield from teller.steps()
    yield from teller.corrections()


def status_basis(assessment: Assessment, row: int) -> list[str]:
    """Say by what a year that is not over is judged, or why it is not; nothing of one that is."""
    moved, language = assessment.moved, assessment.facts.book.office.language
    if moved.judgeable[row] and STATUSES[int(assessment.computed[row])] is not Status.ACHIEVED:
        by = "pace" if isnan(moved.outlook.values[row]) else "forecast"
        return [phrase(f"explain-by-{by}", language)]
    return unjudged(assessment, row)


class _Teller:
    """Tells of one row."""

    def __init__(self, assessment: Assessment, row: int) -> None:
        self.assessment = assessment
        self.row = row
        self.moved = assessment.moved
        self.language = assessment.facts.book.office.language

    def _say(self, key: str, **details: object) -> str:
        return phrase(key, self.language, **details)

    def at(self, column: Column) -> float:
        return float(column[self.row])

    def amount(self, value: float) -> str:
        return in_unit(self.assessment, self.row, value)

    def step(self, value: float) -> str:
        """Print how much an amount changes: of per cent, in points."""
        printed = self.amount(value)
        return f"{printed}p" if printed.endswith("%") else printed

    def planned(self) -> Iterator[Said]:
        """Tell what was due by the day the actual speaks of, and by which plan."""
        reason = self.moved.planned.reason(self.row)
        if reason is not None:
            if reason is Reason.NOT_DUE and not isnan(self.at(self.moved.share)):
                yield self._say("explain-planned"), "0", term(reason, self.language)
            return
        share, basis = self.at(self.moved.share), basis_words(self.assessment, self.row)
        target = self.amount(float(self.assessment.facts.indicators.numbers("target")[self.row]))
        how = (
            self._say("explain-planned-level", basis=basis)
            if isnan(share)
            else self._say("explain-planned-by", share=percent(share), target=target, basis=basis)
        )
        yield self._say("explain-planned"), self.amount(self.at(self.moved.planned.values)), how

    def pace(self) -> Iterator[Said]:
        value = self.at(self.moved.pace.values)
        if isnan(value):
            return
        actual, planned = (
            self.amount(one)
            for one in (
                float(self.assessment.facts.indicators.numbers("actual")[self.row]),
                self.at(self.moved.planned.values),
            )
        )
        yield (
            self._say("explain-pace"),
            percent(value, borders=borders_of(self.assessment)),
            f"{actual} ↔ {planned}",
        )

    def forecast(self) -> Iterator[Said]:
        """Tell the forecast, its method, its range and the chance."""
        forecast = self.moved.forecast
        point = self.at(forecast.point)
        if isnan(point):
            return
        names = self.moved.forecasts
        details = [self._say(f"forecast-{names.words[int(names.codes[self.row])]}")]
        if not isnan(self.at(forecast.low)):
            chance = self.at(forecast.chance)
            details.append(self._say(
                "explain-range", low=self.amount(self.at(forecast.low)), high=self.amount(self.at(forecast.high)),
                width=border(self.assessment.rules.attainment.forecast.range, digits=0),
                chance="–" if isnan(chance) else percent(chance),
            ))  # fmt: skip
        yield self._say("explain-forecast"), self.amount(point), " · ".join(details)

    def required(self) -> Iterator[Said]:
        rate = self.at(self.moved.required.values)
        if not isnan(rate) and not self.moved.complete[self.row]:
            down = self.assessment.facts.places[self.row].indicator.direction is Direction.DOWN
            which = "allowed" if down else "required"
            yield self._say(f"explain-{which}"), f"{rate:.2f}", self._say(f"explain-{which}-by")
        if (
            still_growing(self.assessment.facts, self.moved)[self.row]
            and self.assessment.facts.years[self.row].actual.quantity
        ):
            yield (
                self._say("explain-used"),
                percent(bars_of(self.assessment, self.row).actual),
                self._say("explain-used-by"),
            )

    def increment(self) -> Iterator[Said]:
        """A11: tell how much of the year's step was taken, beside the level."""
        table = self.assessment.indicators
        increment, level = (float(table.numbers(name)[self.row]) for name in ("increment", "attainment"))
        apart = increment_check(np.array([level]), np.array([increment]))[0]
        if apart and self.moved.complete[self.row]:
            yield (
                self._say("explain-increment"),
                percent(increment),
                self._say("explain-increment-by", level=percent(level)),
            )

    def years(self) -> Iterator[Said]:
        """Tell trend, process limits, trajectory and yearly rates, where there are years enough."""
        pathed, table = self.assessment.pathed, self.assessment.indicators
        years = int((~np.isnan(self.assessment.facts.motion.history[self.row])).sum())
        ambition = self.at(pathed.ambition.values)
        if not isnan(ambition):
            yield self._say("explain-ambition"), f"{ambition:+.2f}", self._say("explain-ambition-by", n=years)
        limits = pathed.limits
        if not isnan(self.at(limits.mean)):
            kind = self._say("limits-locked" if limits.locked[self.row] else "limits-trial")
            code = int(pathed.assurance[self.row])
            text = f"{self.amount(self.at(limits.low))} ~ {self.amount(self.at(limits.high))}"
            verdict = (
                [self._say(f"assurance-{ASSURANCES[code].value}")] if code >= 0 and not ambition < 1 else []
            )
            about = self._say(
                "explain-limits-by",
                mean=self.amount(self.at(limits.mean)),
                n=int(limits.count[self.row]),
                kind=kind,
            )
            yield self._say("explain-limits"), text, " · ".join([about, *verdict])
        code = int(pathed.trajectory.classes[self.row])
        if code >= 0:
            name = self.assessment.facts.places[self.row].indicator.trajectory
            yield (
                self._say("explain-trajectory"),
                f"{term(COURSES[code], self.language)} {self.at(pathed.trajectory.values):.3f}",
                name,
            )
        achieved, needed = (float(table.numbers(name)[self.row]) for name in ("rate_achieved", "rate_needed"))
        if not isnan(needed):
            told = "–" if isnan(achieved) else self.amount(achieved)
            yield (
                self._say("explain-rates"),
                self.amount(needed),
                self._say("explain-rates-by", achieved=told),
            )

    def steps(self) -> Iterator[Said]:
        """Tell each step: due, done, and by how many days it slipped."""
        today = self.assessment.facts.book.office.as_of
        for step in self.assessment.facts.places[self.row].indicator.steps:
            late = days_late(step, today)
            done = day(step.done, self.language) if step.done and is_done(step, today) else "–"
            slip = "step-late-done" if done != "–" else "step-late"
            details = [
                self._say(slip, days=late)
                if late > 0
                else self._say("step-early", days=-late)
                if late < 0
                else ""
            ]
            text = self._say("explain-step-days", name=step.name, due=step.due, done=done)
            yield self._say("explain-step"), text, " · ".join(filter(None, details))

    def corrections(self) -> Iterator[Said]:
        """Tell what was corrected, and who set the status by hand."""
        today = self.assessment.facts.book.office.as_of
        indicator = self.assessment.facts.places[self.row].indicator
        for period, value in sorted(indicator.actual.items()):
            for one in value.restated:
                if one.on <= today:
                    how = self._say(
                        "explain-restated-by",
                        period=period,
                        on=day(one.on, self.language),
                        was=one.was.text,
                        reason=one.reason,
                    )
                    yield self._say("explain-restated"), value.text, how
        held = override_line(self.assessment, self.row)
        if held:
            yield self._say("explain-override"), held, ""
