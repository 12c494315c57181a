"""Tables beside the result table, for programs: coverage, findings, scores and target quality in rows."""

from collections.abc import Iterator
from typing import Any

from scorecard.cards.coverage import measure_coverage
from scorecard.cards.covered import coverage_record
from scorecard.cards.recording import told_findings, told_quality
from scorecard.cards.results import plain
from scorecard.rules.assess import Assessment
from scorecard.rules.quality.models import Property
from scorecard.rules.scoring.rolling import Sums
from scorecard.targets.measures import OFFICE_ID
from scorecard.wording.terms import Severity

Row = dict[str, Any]

COVERAGE = (
    "id", "department", "programmes", "programmes_with_target", "coverage_count",
    "weight", "weight_with_target", "coverage_weight", "budget", "budget_with_target", "coverage_budget",
    "indicators", "indicators_with_previous", "coverage_previous",
    "indicators_due", "indicators_with_actual", "coverage_actual",
    "indicators_told", "indicators_fresh", "coverage_fresh",
    *(f"findings_{severity.value}" for severity in Severity),
)  # fmt: skip
FINDINGS = ("rule", "severity", "about", "id", "message", "waived")
SCORES = (
    "id", "level", "name", "score", "score_unadjusted", "coverage", "indicators", "indicators_scored",
    "attainment_mean", "share_achieved", "grade",
)  # fmt: skip
QUALITY = ("id", "department", "name", "reach", "stretch", "trend", *(one.value for one in Property))


def coverage_rows(assessment: Assessment) -> list[Row]:
    """Lay coverage out flat: the office, then each department."""
    record = coverage_record(measure_coverage(assessment), assessment)
    office = {"department": assessment.facts.book.office.office, **record}
    places = {OFFICE_ID: office, **record["departments"]}
    return [_flat({"id": key, **place}) for key, place in places.items()]


def _flat(place: Row) -> Row:
    found = {f"findings_{severity}": count for severity, count in place["findings"].items()}
    return {column: (place | found)[column] for column in COVERAGE}


def finding_rows(assessment: Assessment) -> list[Row]:
    """List what the rules found, as `results.json` does: waived findings too."""
    return list(told_findings(assessment))


def quality_rows(assessment: Assessment) -> list[Row]:
    """Lay the profile of each target out; an indicator without a target has none."""
    places = {place.id: place for place in assessment.facts.places}
    rows = [
        {"id": key, "department": places[key].department.name, "name": places[key].indicator.name, **profile}
        for key, profile in told_quality(assessment).items()
    ]
    return [{column: row[column] for column in QUALITY} for row in rows]


def score_rows(assessment: Assessment) -> list[Row]:
    """Roll scores up in rows: the office, the departments, the programmes; where none is scored, without figures."""
    book, rolled = assessment.facts.book, assessment.rolled
    departments = [(one.id, one.name) for one in book.departments]
    programmes = [(f"{of.id}/{one.id}", one.name) for of, one in assessment.facts.owners]
    return [
        *_summed("office", rolled.office, [(OFFICE_ID, book.office.office)]),
        *_summed("department", rolled.departments, departments),
        *_summed("programme", rolled.programmes, programmes),
    ]


def _summed(level: str, sums: Sums, named: list[tuple[str, str]]) -> Iterator[Row]:
    for place, (key, name) in enumerate(named):
        grade = int(sums.grades.codes[place])
        figures = (
            sums.rolled.score.values, sums.rolled.unadjusted, sums.rolled.coverage, sums.scorable, sums.scored,
            sums.mean, sums.achieved,
        )  # fmt: skip
        told = (plain(float(column[place])) for column in figures)
        yield dict(
            zip(
                SCORES,
                (key, level, name, *told, sums.grades.words[grade] if grade >= 0 else None),
                strict=True,
            )
        )
