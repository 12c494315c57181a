"""What an edition leaves behind besides its result table: enough to compare it as a project, and to recompute it."""

from collections.abc import Iterator
from typing import Any

import attrs

from scorecard.cards.audit_changes import told_items
from scorecard.cards.notes import message, row_id
from scorecard.cards.results import cite, plain
from scorecard.cards.ruling import rulings_of
from scorecard.cards.telling import details_of
from scorecard.rules.assess import Assessment
from scorecard.rules.quality.models import Property
from scorecard.targets.budgets import BudgetLine
from scorecard.targets.measures import Programme
from scorecard.targets.renaming import renaming_of

FORMAT = 2  #: Of the record; the first had nothing but the result table.
_MONEY = ("original", "current", "previous", "spent", "committed")

Told = dict[str, Any]


def record_of(assessment: Assessment) -> Told:
    """Lay out, for JSON, what was read and what was found, as it was known on the as-of day."""
    book = assessment.facts.book
    office = book.office
    return {
        "format": FORMAT,
        "office": office.office,
        "fiscal_year": office.fiscal_year,
        "year_begins": office.year_begins,
        "sources": {key: attrs.asdict(source) for key, source in office.sources.items()},
        "indicators": {key: attrs.asdict(detail) for key, detail in details_of(book).items()},
        "programmes": {
            f"{department.id}/{programme.id}": _programme(programme)
            for department, programme in assessment.facts.owners
        },
        "rules": rulings_of(assessment.rules),
        "formerly": attrs.asdict(renaming_of(book)),
        "findings": list(told_findings(assessment)),
        "audit": {
            key: {**attrs.asdict(item), "state": item.state.value}
            for key, item in told_items(assessment).items()
        },
        "quality": told_quality(assessment),
    }


def told_quality(assessment: Assessment) -> dict[str, Told]:
    """Lay out each target's properties, and where it lies: E2 as a ratio, E1 in errors of prediction."""
    profiles = assessment.profiles
    return {
        place.id: {
            "reach": profiles.reach(row).value,
            "stretch": plain(float(profiles.stretch.values[row])),
            "trend": plain(float(profiles.trend.values[row])),
            **{one.value: profiles.standing(row, one).value for one in Property},
        }
        for row, place in enumerate(assessment.facts.places)
        if profiles.has[row]
    }


def _programme(programme: Programme) -> Told:
    return {
        "name": programme.name,
        "schedule": programme.schedule.text if programme.schedule else "",
        "exempt": programme.exempt,
        "starts": str(programme.starts or ""),
        "ends": str(programme.ends or ""),
        "budget": [_line(line) for line in programme.budget],
    }


def _line(line: BudgetLine) -> Told:
    """Lay out a budget line in won."""
    stated = {name: getattr(line, name) for name in _MONEY}
    return {
        "name": line.name,
        **{name: plain(money.won) if money else None for name, money in stated.items()},
        "as_of": line.as_of.isoformat() if line.as_of else None,
        "source": cite(line.source),
    }


def told_findings(assessment: Assessment) -> Iterator[Told]:
    """Lay out every finding with the words it is printed with; a waived one with the reason."""
    language = assessment.facts.book.office.language
    for finding in assessment.findings:
        text = finding.rule.text
        yield {
            "rule": text.id,
            "severity": text.severity.value,
            "about": text.about.value,
            "id": row_id(assessment, finding),
            "message": message(assessment, finding, language),
            "waived": finding.waiver.reason if finding.waiver else None,
        }
