"""Whom a demand means that does not hold: programmes, indicators, findings, rules or waivers, with places."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from math import isnan
from types import MappingProxyType

import numpy as np

from scorecard.cards.causes import Cause
from scorecard.cards.coverage import CoverageReport
from scorecard.cards.freshness import ages, asked
from scorecard.cards.gate import LIMIT, Demand, Verdict, expired_waivers
from scorecard.cards.notes import message, open_findings, row_id, where
from scorecard.cards.shares import comparable, counted
from scorecard.cards.standings import spots_of
from scorecard.problems import Spot
from scorecard.rules.assess import Assessment, Finding
from scorecard.targets.columns import Mask
from scorecard.targets.measures import OFFICE_ID
from scorecard.wording.numbers import won
from scorecard.wording.phrases import phrase

COVERAGE = ("count", "weight", "budget")


def blame(demand: Demand, verdict: Verdict, assessment: Assessment, coverage: CoverageReport) -> list[Cause]:
    """Name what a demand that does not hold means, in printed order."""
    if demand.measure in COVERAGE:
        return _bare(demand, verdict, assessment, coverage)
    found = _FINDERS.get(demand.measure)
    return [one for one in found(assessment, demand) if _in(demand.place, one.id)] if found else []


def _in(place: str, one: str) -> bool:
    return place in (OFFICE_ID, one.partition("/")[0])


def _bare(demand: Demand, verdict: Verdict, assessment: Assessment, coverage: CoverageReport) -> list[Cause]:
    """Name programmes without a target; of the office, where departments failed too, those of these."""
    failed = {one.place for one in verdict.demands if not one.passes and one.measure in COVERAGE}
    meant = {demand.place} if demand.place != OFFICE_ID else failed - {OFFICE_ID} or {OFFICE_ID}
    language, spots = assessment.facts.book.office.language, spots_of(assessment)
    causes = []
    for one in coverage.uncovered:
        department, programme = assessment.facts.owners[one.row]
        if meant & {OFFICE_ID, department.id}:
            budget = phrase("no-budget", language) if isnan(one.budget) else won(one.budget, language)
            said = phrase("cause-bare", language, budget=budget)
            causes.append(Cause(one.id, f"{department.name} · {programme.name}", said, spots[one.id]))
    return causes


def _rows(
    key: str, marked: Callable[[Assessment], Mask], assessment: Assessment, _: Demand
) -> Iterator[Cause]:
    """Name the indicators of some rows, all with the same words."""
    book, language = assessment.facts.book, assessment.facts.book.office.language
    age = ages(assessment)
    for row in np.flatnonzero(marked(assessment)):
        place = assessment.facts.places[row]
        names = f"{place.department.name} · {place.programme.name} · {place.indicator.name}"
        spot = book.spots[place.department.id].find(*place.path)
        days = age[row]
        key_of = "cause-never" if key == "cause-stale" and isnan(days) else key
        said = phrase(key_of, language, days="" if isnan(days) else int(days))
        yield Cause(place.id, names, said, spot)


def _without_previous(assessment: Assessment) -> Mask:
    return counted(assessment) & ~comparable(assessment)


def _without_actual(assessment: Assessment) -> Mask:
    table = assessment.indicators
    return np.asarray(
        counted(assessment) & (table.flags("due") == 1) & (table.flags("has_actual") != 1), dtype=np.bool_
    )


def _stale(assessment: Assessment) -> Mask:
    age, days = ages(assessment), assessment.rules.coverage.freshness.days
    return np.asarray(counted(assessment) & asked(assessment, age) & ~(age <= days), dtype=np.bool_)


def _oldest(assessment: Assessment) -> Mask:
    most = assessment.rules.coverage.freshness.oldest or 0
    return np.asarray(counted(assessment) & (ages(assessment) > most), dtype=np.bool_)


def _found(assessment: Assessment, demand: Demand) -> Iterator[Cause]:
    spots, language = spots_of(assessment), assessment.facts.book.office.language
    for finding in open_findings(assessment):
        rule, one = finding.rule.text, row_id(assessment, finding)
        if rule.id == demand.rule or (not demand.rule and rule.severity.value == demand.measure):
            said = f"{message(assessment, finding, language)} [{rule.id}]"
            yield Cause(one, where(assessment, finding, department=True), said, spots[one], rule=rule.id)


def _undecided(assessment: Assessment, _: Demand) -> Iterator[Cause]:
    language, spots = assessment.facts.book.office.language, spots_of(assessment)
    for one in assessment.unknowns:
        name = row_id(assessment, Finding(one.rule, one.row))
        said = phrase("cause-lacks", language, rule=one.rule.text.id, facts=", ".join(one.lacked))
        yield Cause(name, name, said, spots[name])


def _failed(assessment: Assessment, _: Demand) -> Iterator[Cause]:
    language = assessment.facts.book.office.language
    for one in assessment.failures:
        said = phrase("cause-failed", language, error=one.error)
        yield Cause(one.rule.text.id, one.rule.text.id, said, Spot(one.rule.file, one.rule.line, 0))


def _expired(assessment: Assessment, _: Demand) -> Iterator[Cause]:
    language, spots = assessment.facts.book.office.language, assessment.rules.spots
    for one in assessment.expired:
        said = phrase("cause-expired", language, until=one.waiver.until.isoformat(), reason=one.waiver.reason)
        name = f"{one.rule.text.id} · {one.waiver.indicator}"
        yield Cause(name, name, said, Spot(one.rule.file, one.rule.line, 0))
    for waiver in expired_waivers(assessment):
        said = phrase("cause-expired", language, until=waiver.until.isoformat(), reason=waiver.reason)
        name = f"{waiver.where} · {waiver.demand.value}"
        at = assessment.rules.coverage.waivers.index(waiver)
        yield Cause(name, name, said, spots["coverage"].find("waivers", at))


_FINDERS: Mapping[str, Callable[[Assessment, Demand], Iterator[Cause]]] = MappingProxyType(
    {
        "previous": partial(_rows, "cause-no-previous", _without_previous),
        "actual": partial(_rows, "cause-no-actual", _without_actual),
        "fresh": partial(_rows, "cause-stale", _stale),
        "oldest": partial(_rows, "cause-stale", _oldest),
        "high": _found,
        "medium": _found,
        "low": _found,
        LIMIT: _found,
        "unknown": _undecided,
        "failures": _failed,
        "expired": _expired,
    }
)
