"""Whether the demands of rules/coverage.yaml hold."""

from collections import Counter
from collections.abc import Iterator
from math import isnan
from typing import Literal

import attrs

from scorecard.cards.coverage import Coverage, CoverageReport
from scorecard.rules.assess import Assessment
from scorecard.rules.models import Floor
from scorecard.wording.terms import Severity

Measure = Literal[
    "count", "budget", "previous", "actual", "high", "medium", "low", "unknown", "failures", "expired"
]
_SHARES: tuple[Measure, ...] = ("count", "budget", "previous", "actual")


@attrs.frozen
class Demand:
    """One demand and what was found."""

    where: str  #: Printed name of the office or department.
    measure: Measure
    asked: float  #: A ratio for coverage, a number for findings.
    found: float  #: NaN: nothing to measure.
    holds: bool

    @property
    def is_share(self) -> bool:
        """Tell a demand on coverage from one on findings."""
        return self.measure in _SHARES


@attrs.frozen
class Verdict:
    """All demands; the gate holds if every one does and at least one was made."""

    demands: tuple[Demand, ...]
    nothing_to_judge: bool  #: An office without programmes or targets never passes.

    @property
    def holds(self) -> bool:
        """Tell whether the gate holds."""
        return bool(self.demands) and not self.nothing_to_judge and all(one.holds for one in self.demands)


def hold(assessment: Assessment, coverage: CoverageReport) -> Verdict:
    """Hold an assessment against its demands."""
    rules = assessment.rules.coverage
    office = assessment.facts.book.office
    demands = list(_floors(office.office, coverage.office, rules.office))
    each = rules.departments.get("each")
    for department in assessment.facts.book.departments:
        floor = rules.departments.get(department.id, each)
        if floor is not None:
            demands += _floors(department.name, coverage.departments[department.id], floor)
    demands += _ceilings(assessment, office.office)
    empty = not coverage.office.programmes or not coverage.office.indicators
    return Verdict(tuple(demands), empty)


def _floors(where: str, coverage: Coverage, floor: Floor) -> Iterator[Demand]:
    for measure in _SHARES:
        asked = getattr(floor, measure)
        if asked is None:
            continue
        found = getattr(coverage, f"coverage_{measure}")
        # While nothing is due there is no actual to ask for; every other measure must be there.
        unasked = measure == "actual" and isnan(found)
        yield Demand(where, measure, asked, found, unasked or found >= asked)


def _ceilings(assessment: Assessment, where: str) -> Iterator[Demand]:
    """Count what must not grow; failed rules and expired waivers are never allowed."""
    rules = assessment.rules.coverage
    open_findings = [finding for finding in assessment.findings if finding.waiver is None]
    counts = Counter(finding.rule.text.severity for finding in open_findings)
    for severity in (Severity.HIGH, Severity.MEDIUM, Severity.LOW):
        most = getattr(rules.findings, severity.value)
        if most is not None:
            yield _at_most(where, severity.value, most, counts[severity])
    if rules.unknown is not None:
        yield _at_most(where, "unknown", rules.unknown, len(assessment.unknowns))
    yield _at_most(where, "failures", 0, len(assessment.failures))
    yield _at_most(where, "expired", 0, len(assessment.expired))


def _at_most(where: str, measure: Measure, most: int, found: int) -> Demand:
    return Demand(where, measure, float(most), float(found), found <= most)
