"""Everything behind one programme: its money as printed in every place, what was tied out, what the rules found."""

from collections.abc import Iterator
from math import isnan

from scorecard.cards.explaining import Explanation, Line, finding_line, unknown_lines
from scorecard.cards.results import cite
from scorecard.cards.texts import schedule_words
from scorecard.cards.tying import count_ties, say_cases
from scorecard.rules.assess import Assessment
from scorecard.rules.roundings import Verdict
from scorecard.rules.tied import of_verdict, ties_by_programme
from scorecard.rules.tieouts import AMOUNTS, RATES
from scorecard.targets.budgets import BudgetLine, Money, Statement
from scorecard.targets.vocabulary import Row
from scorecard.wording.numbers import day, percent, won
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import term


def explain_programme(assessment: Assessment, owner: int) -> Explanation:
    """Explain one row of the programmes."""
    department, programme = assessment.facts.owners[owner]
    title = f"{department.name} · {programme.name}"
    lines = _Programme(assessment, owner).lines()
    return Explanation(f"{department.id}/{programme.id}", title, tuple(lines))


class _Programme:
    """Tells one programme, line by line."""

    def __init__(self, assessment: Assessment, owner: int) -> None:
        self.assessment = assessment
        self.owner = owner
        self.department, self.programme = assessment.facts.owners[owner]
        self.language = assessment.facts.book.office.language

    def lines(self) -> Iterator[Line]:
        """Tell everything, in reading order."""
        yield self._kind()
        yield self._budget()
        for line in self.programme.budget:
            yield self._printed("explain-line", line.name, line)
            for statement in line.stated:
                yield from self._stated(statement)
        for statement in self.programme.stated:
            yield from self._stated(statement)
        yield from self._ties()
        yield from self._indicators()
        yield from self._findings()
        yield from unknown_lines(self.assessment, Row.PROGRAMME, self.owner)
        for note in filter(None, (self.programme.note, self.programme.reason)):
            yield Line(self._say("explain-note"), note)
        yield self._written_at()

    def _say(self, key: str, **details: object) -> str:
        return phrase(key, self.language, **details)

    def _kind(self) -> Line:
        schedule, exempt, owner = self.programme.schedule, self.programme.exempt, self.programme.owner
        words = [
            f"{self._say('explain-schedule')} {schedule_words(schedule, self.language)}" if schedule else "",
            self._say("explain-owner", team=owner) if owner else "",
            self._say("explain-exempt", reason=exempt) if exempt else "",
        ]
        return Line(self._say("explain-programme"), " · ".join(filter(None, [self.programme.name, *words])))

    def _budget(self) -> Line:
        table = self.assessment.programmes
        budget, before, rate = (
            float(table.numbers(name)[self.owner])
            for name in ("budget", "budget_previous", "budget_spent_rate")
        )
        label = self._say("explain-budget")
        if isnan(budget):
            return Line(label, "–", self._say("no-budget"))
        details = (
            f"{self._say('head-last')} {won(before, self.language)}",
            f"{self._say('head-rate')} {percent(rate)}",
        )
        return Line(label, won(budget, self.language), " · ".join(details))

    def _stated(self, statement: Statement) -> Iterator[Line]:
        """Tell a statement, then the rows it is the total of."""
        name = " · ".join(filter(None, (statement.place, statement.name)))
        yield self._printed("explain-stated", name, statement)
        for part in statement.parts:
            yield from self._stated(part)

    def _printed(self, label: str, name: str, row: BudgetLine | Statement) -> Line:
        """Tell the figures of a row as they were printed."""
        figures = []
        for column in (*AMOUNTS, *RATES):
            figure = getattr(row, column, None)
            if figure is not None:
                unit = figure.unit if isinstance(figure, Money) else "%"
                text = figure.text if not figure.text[-1].isdigit() else figure.text + unit
                figures.append(f"{self._say(f'tie-column-{column}')} {text}")
        source = cite(row.source) if row.source else ""
        return Line(self._say(label), name, " · ".join(filter(None, (*figures, source))))

    def _ties(self) -> Iterator[Line]:
        ties = ties_by_programme(self.assessment.facts, self.assessment.ties)[self.owner]
        if not ties:
            return
        yield Line(self._say("explain-ties"), self._say("tie-counts", n=len(ties), **count_ties(ties)))
        for verdict in (Verdict.CONTRADICTION, Verdict.TRUNCATED):
            for tie in of_verdict(ties, verdict):
                label = self._say(f"explain-tie-{verdict.value}")
                yield Line(label, say_cases([tie], self.language, of=self.programme.name), str(tie.spot))

    def _indicators(self) -> Iterator[Line]:
        for row, place in enumerate(self.assessment.facts.places):
            if place.programme is self.programme and not place.part_of:
                target = self.assessment.facts.years[row].target.text or self._say("explain-none")
                status = term(self.assessment.status_at(row), self.language)
                words = (place.indicator.name, f"{self._say('explain-target')} {target}", status)
                yield Line(self._say("explain-kind"), " · ".join(words), place.id)

    def _findings(self) -> Iterator[Line]:
        for finding in self.assessment.findings:
            if finding.rule.text.each is Row.PROGRAMME and finding.row == self.owner:
                yield finding_line(self.assessment, finding)

    def _written_at(self) -> Line:
        book = self.assessment.facts.book
        place = self.department.programmes.index(self.programme)
        spot = book.spots[self.department.id].find("programmes", place, "id")
        today = day(book.office.as_of, self.language)
        return Line(self._say("explain-place"), str(spot), self._say("as-of", day=today))
