"""Whether the demands of rules/coverage.yaml hold."""

from collections import Counter
from collections.abc import Iterator
from math import isnan

import attrs
import numpy as np

from scorecard.cards.coverage import Coverage, CoverageReport
from scorecard.cards.freshness import ages
from scorecard.cards.shares import counted
from scorecard.rules.assess import Assessment
from scorecard.rules.demands import DemandWaiver, Share
from scorecard.rules.models import Floor
from scorecard.rules.together import EACH
from scorecard.targets.measures import OFFICE_ID
from scorecard.wording.terms import Severity

LIMIT = "limit"  #: Measure of a demand on a single rule.
RATCHET = "ratchet-"  #: Begins the measure of a demand not to be worse than a base.
_SHARES = tuple(share.value for share in Share)
_WHILE_DUE = (Share.ACTUAL.value, Share.FRESH.value)  #: While nothing is due there is nothing to ask for.
_ALWAYS = ("failures", "expired")  #: Held whatever is demanded, and never waived.


@attrs.frozen
class Demand:
    """One demand and what was found."""

    where: str  #: Printed name of the office or department.
    measure: str  #: A share, a severity, `unknown`, `oldest`, `limit`, `failures`, `expired`, or `ratchet-…`.
    asked: float  #: A ratio for coverage, a number for findings and days.
    found: float  #: NaN: nothing to measure.
    holds: bool
    place: str = OFFICE_ID  #: Department id, or the office's.
    rule: str = ""  #: Of a limit.
    waiver: DemandWaiver | None = None  #: Who answers for it although it does not hold.

    @property
    def is_share(self) -> bool:
        """Tell a demand on coverage from one on findings or days."""
        return self.measure.removeprefix(RATCHET) in _SHARES

    @property
    def passes(self) -> bool:
        """Tell whether it stands in nobody's way."""
        return self.holds or self.waiver is not None


@attrs.frozen
class Verdict:
    """All demands; the gate holds if every one does, and never over nothing."""

    demands: tuple[Demand, ...]
    nothing_to_judge: bool  #: An office without programmes or targets never passes.

    @property
    def all_waived(self) -> bool:
        """Tell whether nothing is left of the demands but waivers."""
        made = [one for one in self.demands if one.measure not in _ALWAYS]
        return bool(made) and all(one.waiver for one in made)

    @property
    def holds(self) -> bool:
        """Tell whether the gate holds."""
        if not self.demands or self.nothing_to_judge or self.all_waived:
            return False
        return all(one.passes for one in self.demands)


def hold(assessment: Assessment, coverage: CoverageReport, more: tuple[Demand, ...] = ()) -> Verdict:
    """Hold an assessment against its demands, and against those a base makes."""
    rules = assessment.rules.coverage
    office = assessment.facts.book.office
    demands = list(_floors((office.office, OFFICE_ID), coverage.office, rules.office))
    each = rules.departments.get(EACH)
    for department in assessment.facts.book.departments:
        floor = rules.departments.get(department.id, each)
        if floor is not None:
            named = department.name, department.id
            demands += _floors(named, coverage.departments[department.id], floor)
    demands += [*_ceilings(assessment, office.office), *more]
    waived = tuple(_waived(demand, rules.waivers, assessment) for demand in demands)
    return Verdict(waived, not coverage.office.programmes or not coverage.office.indicators)


def expired_waivers(assessment: Assessment) -> list[DemandWaiver]:
    """List the waivers of demands whose day has passed."""
    day = assessment.facts.book.office.as_of
    return [one for one in assessment.rules.coverage.waivers if one.until < day]


def _floors(named: tuple[str, str], coverage: Coverage, floor: Floor) -> Iterator[Demand]:
    where, place = named
    for measure in _SHARES:
        asked = getattr(floor, measure)
        if asked is None:
            continue
        found = getattr(coverage, f"coverage_{measure}")
        unasked = measure in _WHILE_DUE and isnan(found)
        yield Demand(where, measure, asked, found, unasked or found >= asked, place)


def _ceilings(assessment: Assessment, where: str) -> Iterator[Demand]:
    """Count what must not grow; failed rules and expired waivers are never allowed."""
    rules = assessment.rules.coverage
    open_findings = [finding for finding in assessment.findings if finding.waiver is None]
    counts = Counter(finding.rule.text.severity for finding in open_findings)
    for severity in (Severity.HIGH, Severity.MEDIUM, Severity.LOW):
        most = getattr(rules.findings, severity.value)
        if most is not None:
            yield at_most((where, OFFICE_ID), severity.value, most, counts[severity])
    by_rule = Counter(finding.rule.text.id for finding in open_findings)
    for rule, most in rules.limits.items():
        yield attrs.evolve(at_most((where, OFFICE_ID), LIMIT, most, by_rule[rule]), rule=rule)
    if rules.unknown is not None:
        yield at_most((where, OFFICE_ID), "unknown", rules.unknown, len(assessment.unknowns))
    if rules.freshness.oldest is not None:
        age = ages(assessment)[counted(assessment)]
        oldest = int(np.nanmax(age)) if not np.isnan(age).all() else 0
        yield at_most((where, OFFICE_ID), "oldest", rules.freshness.oldest, oldest)
    yield at_most((where, OFFICE_ID), "failures", 0, len(assessment.failures))
    expired = len(assessment.expired) + len(expired_waivers(assessment))
    yield at_most((where, OFFICE_ID), "expired", 0, expired)


def at_most(named: tuple[str, str], measure: str, most: int, found: int) -> Demand:
    """Demand that a number is not exceeded, of whom `named` names and places."""
    return Demand(named[0], measure, float(most), float(found), found <= most, named[1])


def _waived(demand: Demand, waivers: tuple[DemandWaiver, ...], assessment: Assessment) -> Demand:
    """Put a waiver that has not ended beside a demand that does not hold."""
    day = assessment.facts.book.office.as_of
    if demand.holds:
        return demand
    for waiver in waivers:
        if (waiver.demand.value, waiver.where) == (demand.measure, demand.place) and waiver.until >= day:
            return attrs.evolve(demand, waiver=waiver)
    return demand
