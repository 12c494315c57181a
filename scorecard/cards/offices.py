"""The office's card: one line a department, the gravest findings, the whole budget."""

from collections import Counter
from collections.abc import Iterator

import attrs
import numpy as np

from scorecard.cards.budget import budget_of_office
from scorecard.cards.card import Bullet, DepartmentLine, Note, OfficeCard, Tally
from scorecard.cards.coverage import CoverageReport, rows_of, starts_of
from scorecard.cards.headlines import office_headline
from scorecard.cards.notes import is_of, open_findings, row_id, take_notes, where, words_of
from scorecard.cards.scores import office_scores, score_tiles
from scorecard.cards.shares import counted
from scorecard.cards.texts import BORDERS, or_none
from scorecard.cards.tiles import attained_of, take_tiles
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.models import Rule
from scorecard.rules.status import STATUSES
from scorecard.targets.columns import Column, Mask
from scorecard.targets.measures import Department
from scorecard.wording.numbers import day, percent
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Severity, term

GRAVEST = 10  #: How many findings the first page names.


def office_card(assessment: Assessment, report: CoverageReport) -> OfficeCard:
    """Assemble the first page: where each department stands, and the gravest findings of all."""
    book = assessment.facts.book
    language = book.office.language
    findings = open_findings(assessment)
    notes = take_notes(assessment, findings).notes
    everyone = rows_of(assessment, *book.departments)
    is_over = attained_of(assessment, everyone).size > 0
    keys = (
        "department",
        "targets",
        "comparable",
        "attainment" if is_over else "start",
        "statuses",
        "findings",
        "coverage-count",
        "coverage-budget",
    )
    return OfficeCard(
        name=book.office.office,
        headline=office_headline(assessment, report, everyone),
        tiles=(*score_tiles(assessment), *take_tiles(assessment, book.departments, report.office, notes)),
        heads=tuple(phrase(f"head-{key}", language) for key in keys),
        lines=tuple(
            _line(assessment, department, report, is_over=is_over) for department in book.departments
        ),
        gravest_title=phrase("gravest", language),
        gravest=_gravest(assessment),
        budget=budget_of_office(assessment),
        scores=office_scores(assessment),
    )


def _gravest(assessment: Assessment) -> tuple[Note, ...]:
    """Take rules that guard nothing any more, then the gravest findings, the department named first."""
    notes = [*_failed(assessment), *_expired(assessment), *_gravest_findings(assessment)][:GRAVEST]
    return tuple(attrs.evolve(note, number=number) for number, note in enumerate(notes, start=1))


def _failed(assessment: Assessment) -> Iterator[Note]:
    language = assessment.facts.book.office.language
    for failure in assessment.failures:
        title, action = phrase("failed-rule", language), phrase("failed-rule-action", language)
        yield _about_rule(failure.rule, language, title, failure.error, action)


def _expired(assessment: Assessment) -> Iterator[Note]:
    language = assessment.facts.book.office.language
    for one in assessment.expired:
        until = day(one.waiver.until, language)
        message = phrase(
            "expired-waiver-message",
            language,
            rule=one.rule.text.id,
            indicator=one.waiver.indicator,
            until=until,
        )
        title, action = phrase("expired-waiver", language), phrase("expired-waiver-action", language)
        yield _about_rule(one.rule, language, title, message, action)


def _about_rule(rule: Rule, language: Language, title: str, message: str, action: str) -> Note:
    """Make a note of high severity about a rule itself."""
    return Note(
        number=0,
        severity=Severity.HIGH,
        severity_word=term(Severity.HIGH, language),
        title=title,
        where=words_of(rule, language).title,
        message=message,
        action=action,
        rule=rule.text.id,
        row="",
    )


def _gravest_findings(assessment: Assessment) -> tuple[Note, ...]:
    grave = [
        one for one in open_findings(assessment) if one.rule.text.severity in (Severity.HIGH, Severity.MEDIUM)
    ]
    notes = take_notes(assessment, grave).notes[:GRAVEST]
    by_key = {(row_id(assessment, one), one.rule.text.id): one for one in grave}
    return tuple(
        attrs.evolve(note, where=where(assessment, by_key[note.row, note.rule], department=True))
        for note in notes
    )


def _line(
    assessment: Assessment, department: Department, report: CoverageReport, *, is_over: bool
) -> DepartmentLine:
    language = assessment.facts.book.office.language
    rows = rows_of(assessment, department)
    coverage = report.departments[department.id]
    ours = [one for one in open_findings(assessment) if is_of(assessment, one, department)]
    grave = Counter(one.rule.text.severity for one in ours)
    starts, attained = starts_of(assessment, rows), attained_of(assessment, rows) if is_over else np.empty(0)
    shown = attained if is_over else starts
    words = "" if shown.size else phrase("explain-none", language)
    return DepartmentLine(
        id=department.id,
        name=department.name,
        targets=str(coverage.indicators),
        comparable=str(coverage.indicators_with_previous),
        start=percent(_median(shown), borders=BORDERS),
        bullet=Bullet(previous=or_none(_median(starts)), actual=or_none(_median(attained)), words=words),
        tallies=_tallies(assessment, rows, language),
        high=grave[Severity.HIGH],
        medium=grave[Severity.MEDIUM],
        low=grave[Severity.LOW],
        coverage_count=or_none(coverage.coverage_count),
        coverage_budget=or_none(coverage.coverage_budget),
        coverage_count_text=percent(coverage.coverage_count, digits=0, borders=BORDERS),
        coverage_budget_text=percent(coverage.coverage_budget, digits=0, borders=BORDERS),
    )


def _median(values: Column) -> float:
    return float(np.median(values)) if values.size else float("nan")


def _tallies(assessment: Assessment, rows: Mask, language: Language) -> tuple[Tally, ...]:
    counts = Counter(int(code) for code in assessment.status[counted(assessment) & rows])
    return tuple(
        Tally(status, term(status, language), counts[code])
        for code, status in enumerate(STATUSES)
        if counts[code]
    )
