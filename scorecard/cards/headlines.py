"""The one message a page begins with, made from its data."""

from collections import Counter

import numpy as np

from scorecard.cards.coverage import CoverageReport, starts_of
from scorecard.cards.notes import is_of, open_findings, take_notes, words_of
from scorecard.cards.shares import comparable, counted
from scorecard.cards.texts import BORDERS
from scorecard.rules.assess import Assessment
from scorecard.rules.status import STATUSES
from scorecard.targets.columns import Mask
from scorecard.targets.measures import Department
from scorecard.wording.numbers import percent, won
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Severity, Status


def department_headline(assessment: Assessment, department: Department, rows: Mask) -> str:
    """Say where a department stands and what its gravest finding is."""
    return " ".join([*_standing(assessment, rows), _risk(assessment, department)])


def office_headline(assessment: Assessment, report: CoverageReport, rows: Mask) -> str:
    """Say where the office stands and how much of its money has a target."""
    language = assessment.facts.book.office.language
    sentences = _standing(assessment, rows)
    if report.office.indicators and not report.office.indicators_due:
        sentences.append(phrase("headline-young", language, year=assessment.facts.book.office.fiscal_year))
    if report.office.budget:
        money = {
            "budget": won(report.office.budget, language),
            "share": percent(report.office.coverage_budget),
        }
        sentences.append(phrase("headline-money", language, **money))
    return " ".join(sentences)


def _standing(assessment: Assessment, rows: Mask) -> list[str]:
    """Lead with attainment where there are results, else with the start."""
    office = assessment.facts.book.office
    measured = counted(assessment) & rows
    said = {"year": office.fiscal_year, "targets": int(measured.sum())}
    if not measured.any():
        return [phrase("headline-no-target", office.language, **said)]
    if (judged_in_motion(assessment) & measured).any():
        return _in_motion(assessment, measured)
    attained = assessment.attained.attainment.values[measured & assessment.moved.complete]
    reported = attained[~np.isnan(attained)]
    if reported.size:
        middle = percent(float(np.median(reported)), borders=BORDERS)
        return [phrase("headline-attained", office.language, reported=reported.size, median=middle, **said)]
    return _start(assessment, measured, said)


def judged_in_motion(assessment: Assessment) -> Mask:
    """Mark the rows whose year is not over and yet may be judged."""
    return assessment.moved.judgeable & ~assessment.moved.complete


def _in_motion(assessment: Assessment, measured: Mask) -> list[str]:
    """Lead with how many are on course, on watch and behind while the year runs."""
    language = assessment.facts.book.office.language
    counts = Counter(STATUSES[code] for code in assessment.status[measured])
    good = counts[Status.ACHIEVED] + counts[Status.ON_TRACK]
    judged = {"good": good, "watch": counts[Status.WATCH], "behind": counts[Status.BEHIND]}
    sentences = [phrase("headline-motion", language, judged=sum(judged.values()), **judged)]
    if counts[Status.UNDECIDED]:
        sentences.append(phrase("headline-early", language, n=counts[Status.UNDECIDED]))
    if counts[Status.MISSING]:
        sentences.append(phrase("headline-silent", language, n=counts[Status.MISSING]))
    return sentences


def _start(assessment: Assessment, measured: Mask, said: dict[str, int]) -> list[str]:
    language = assessment.facts.book.office.language
    rows = measured & comparable(assessment)
    if not starts_of(assessment, measured).size:
        return [phrase("headline-no-baseline", language, **said)]
    starts = starts_of(assessment, measured)
    middle = percent(float(np.median(starts)), borders=BORDERS)
    sentences = [phrase("headline-start", language, comparable=int(rows.sum()), median=middle, **said)]
    below = int((assessment.attained.stretch.values[rows] < 0).sum())
    if below:
        sentences.append(phrase("headline-below", language, below=below))
    return sentences


def _risk(assessment: Assessment, department: Department) -> str:
    """Name the gravest finding, if any is grave."""
    language = assessment.facts.book.office.language
    ours = [one for one in open_findings(assessment) if is_of(assessment, one, department)]
    grave = [one for one in ours if one.rule.text.severity in (Severity.HIGH, Severity.MEDIUM)]
    if not grave:
        return phrase("headline-no-risk", language)
    note = take_notes(assessment, grave).notes[0]
    title = next(words_of(one.rule, language).title for one in grave if one.rule.text.id == note.rule)
    return phrase("headline-risk", language, where=note.where, title=title)
