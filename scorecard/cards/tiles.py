"""The tiles a card begins with: its sums, each of one kind."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from scorecard.cards.auditing import items_of
from scorecard.cards.card import Note
from scorecard.cards.coverage import Coverage, owners_of, rows_of, starts_of
from scorecard.cards.headlines import judged_in_motion
from scorecard.cards.shares import counted
from scorecard.cards.sheets import Tile
from scorecard.cards.texts import BORDERS
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.status import STATUSES
from scorecard.targets.columns import Column, Mask
from scorecard.targets.measures import Department
from scorecard.targets.vocabulary import Row as RowKind
from scorecard.wording.numbers import NOTHING, percent
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Severity, Status


def take_tiles(
    assessment: Assessment, departments: Sequence[Department], coverage: Coverage, notes: Sequence[Note]
) -> tuple[Tile, ...]:
    """Sum a card up in figures that are never mixed: targets, start, findings, coverage, money."""
    language = assessment.facts.book.office.language
    of = phrase("of-targets", language, n=coverage.indicators)
    rows, owners = rows_of(assessment, *departments), owners_of(assessment, *departments)
    grave = Counter(note.severity for note in notes)
    items = items_of(assessment, departments)
    ours = {RowKind.INDICATOR: rows, RowKind.PROGRAMME: owners, RowKind.AUDIT: items}
    unknown = sum(bool(ours[one.rule.text.each][one.row]) for one in assessment.unknowns)
    findings = phrase(
        "tile-findings-value", language, high=grave[Severity.HIGH], medium=grave[Severity.MEDIUM]
    )
    shares = phrase(
        "tile-coverage-value", language,
        count=percent(coverage.coverage_count, digits=0, borders=BORDERS), budget=percent(coverage.coverage_budget, digits=0, borders=BORDERS),
    )  # fmt: skip
    return (
        Tile(phrase("tile-targets", language), str(coverage.indicators)),
        Tile(phrase("tile-comparable", language), str(coverage.indicators_with_previous), of),
        _middle_tile(assessment, rows, language),
        Tile(
            phrase("tile-findings", language),
            findings,
            phrase("tile-unknown", language, n=unknown) if unknown else "",
        ),
        Tile(phrase("tile-coverage", language), shares),
        Tile(phrase("tile-spent", language), percent(_spent(assessment, owners))),
    )


def _middle_tile(assessment: Assessment, rows: Mask, language: Language) -> Tile:
    ours = counted(assessment) & rows
    if (judged_in_motion(assessment) & ours).any():
        return _course_tile(assessment, ours, language)
    told = attained_of(assessment, rows)
    if told.size:
        return Tile(phrase("tile-attainment", language), percent(float(np.median(told)), borders=BORDERS))
    return Tile(phrase("tile-start", language), median_start(assessment, rows))


def attained_of(assessment: Assessment, rows: Mask) -> Column:
    """List what counted rows among some have attained of a year told whole; none while any still moves."""
    ours = counted(assessment) & rows
    if (judged_in_motion(assessment) & ours).any():
        return np.empty(0)
    attained = assessment.attained.attainment.values[ours & assessment.moved.complete]
    return np.asarray(attained[~np.isnan(attained)])


def _course_tile(assessment: Assessment, rows: Mask, language: Language) -> Tile:
    """Count who is on watch and who is behind while the year runs."""
    counts = Counter(STATUSES[code] for code in assessment.status[rows])
    good = counts[Status.ACHIEVED] + counts[Status.ON_TRACK]
    value = phrase(
        "tile-course-value", language, good=good, watch=counts[Status.WATCH], behind=counts[Status.BEHIND]
    )
    return Tile(phrase("tile-course", language), value)


def median_start(assessment: Assessment, rows: Mask) -> str:
    """Print the median start of the comparable rows among some."""
    starts = starts_of(assessment, rows)
    return percent(float(np.median(starts)), borders=BORDERS) if starts.size else NOTHING


def _spent(assessment: Assessment, owners: Mask) -> float:
    """Tell the share of the budget that some programmes have spent; NaN where none states both."""
    budget, spent = (assessment.programmes.numbers(name)[owners] for name in ("budget", "budget_spent"))
    whole = float(np.nansum(budget))
    return float(np.nansum(spent)) / whole if whole and not np.isnan(spent).all() else float("nan")
