"""The execution of budgets, as the tables of a card."""

from collections.abc import Sequence

import attrs

from scorecard.cards.card import BudgetRow, BudgetTable
from scorecard.rules.assess import Assessment
from scorecard.targets.budgets import BudgetLine
from scorecard.targets.facts import elapsed_share
from scorecard.targets.measures import Department
from scorecard.wording.numbers import NOTHING, day, millions, percent
from scorecard.wording.phrases import phrase

_HEADS = ("original", "current", "last", "spent", "rate")
_COLUMNS = ("original", "current", "previous", "spent")


def budget_of(assessment: Assessment, department: Department) -> BudgetTable:
    """Lay out a department's budget lines and their total."""
    lines = [line for programme in department.programmes for line in programme.budget]
    language = assessment.facts.book.office.language
    rows = [_row(line.name, [line]) for line in lines]
    total = attrs.evolve(_row(phrase("total", language), lines), total=True)
    return _table(assessment, "line", [*rows, total] if lines else [], lines)


def budget_of_office(assessment: Assessment) -> BudgetTable:
    """Lay out each department's budget and the office's."""
    departments = assessment.facts.book.departments
    language = assessment.facts.book.office.language
    lines_of = [
        (d.name, [line for programme in d.programmes for line in programme.budget]) for d in departments
    ]
    everything = [line for _, lines in lines_of for line in lines]
    rows = [_row(name, lines) for name, lines in lines_of]
    total = attrs.evolve(_row(phrase("total", language), everything), total=True)
    return _table(assessment, "department", [*rows, total] if everything else [], everything)


def _table(
    assessment: Assessment, each: str, rows: Sequence[BudgetRow], lines: Sequence[BudgetLine]
) -> BudgetTable:
    office = assessment.facts.book.office
    counted = [line.as_of for line in lines if line.as_of and line.as_of <= office.as_of]
    stated = max(counted, default=office.as_of)
    heads = tuple(phrase(f"head-{key}", office.language) for key in (each, *_HEADS))
    unit = phrase("budget-unit", office.language, day=day(stated, office.language))
    return BudgetTable(unit, heads, tuple(rows), elapsed_share(assessment.facts.year, stated))


def _row(name: str, lines: Sequence[BudgetLine]) -> BudgetRow:
    """Add up lines column by column; a column nobody states is a dash, never 0."""
    totals = {column: _total(lines, column) for column in _COLUMNS}
    current, spent = totals["current"], totals["spent"]
    share = spent / current if spent is not None and current else None
    texts = {column: NOTHING if total is None else millions(total) for column, total in totals.items()}
    return BudgetRow(
        name, texts["original"], texts["current"], texts["previous"], texts["spent"],
        rate=NOTHING if share is None else percent(share), share=share,
    )  # fmt: skip


def _total(lines: Sequence[BudgetLine], column: str) -> float | None:
    stated = [getattr(line, column).won for line in lines if getattr(line, column) is not None]
    return float(sum(stated)) if stated else None
