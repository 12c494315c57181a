"""Coverage and open findings as an edition keeps them: `coverage.json`, what a later gate is held against."""

from collections import Counter
from typing import Any

from scorecard.cards.coverage import Coverage, CoverageReport
from scorecard.cards.notes import is_of, open_findings
from scorecard.cards.results import plain
from scorecard.rules.assess import Assessment, Finding
from scorecard.targets.measures import OFFICE_ID
from scorecard.wording.terms import Severity


def coverage_record(report: CoverageReport, assessment: Assessment) -> dict[str, Any]:
    """Lay coverage out as the contract's coverage.json."""
    owners = assessment.facts.owners
    names = {department.id: department.name for department in assessment.facts.book.departments}
    found = findings_by_place(assessment)
    return {
        **_counts(report.office),
        "findings": found[OFFICE_ID],
        "departments": {
            key: {"department": names[key], **_counts(coverage), "findings": found[key]}
            for key, coverage in report.departments.items()
        },
        "programmes_without_target": [
            {"id": one.id, "department": owners[one.row][0].name, "programme": owners[one.row][1].name,
             "budget": plain(one.budget)}
            for one in report.uncovered
        ],
    }  # fmt: skip


def findings_by_place(assessment: Assessment) -> dict[str, dict[str, int]]:
    """Count the findings nobody answers for by severity, for the office and each department."""
    some = open_findings(assessment)
    ours = {
        one.id: [f for f in some if is_of(assessment, f, one)] for one in assessment.facts.book.departments
    }
    return {place: _by_severity(found) for place, found in {OFFICE_ID: some, **ours}.items()}


def _by_severity(findings: list[Finding]) -> dict[str, int]:
    counts = Counter(finding.rule.text.severity for finding in findings)
    return {severity.value: counts[severity] for severity in Severity}


def _counts(coverage: Coverage) -> dict[str, Any]:
    names = (
        "programmes", "programmes_with_target", "coverage_count", "weight", "weight_with_target", "coverage_weight",
        "budget", "budget_with_target", "coverage_budget",
        "indicators", "indicators_with_previous", "coverage_previous", "indicators_due", "indicators_with_actual",
        "coverage_actual", "indicators_told", "indicators_fresh", "coverage_fresh",
    )  # fmt: skip
    return {name: plain(float(getattr(coverage, name))) for name in names}
