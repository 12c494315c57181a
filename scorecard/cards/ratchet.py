"""Demands not to be worse than a base, and who is to blame for each that does not hold.

A share is the sum of parts by the sum of wholes. Its change from S to S' is therefore the sum, over
all units, of (change of the part − S × change of the whole) ÷ new whole: what each of them did to it.
"""

from collections.abc import Iterator, Mapping
from math import isnan
from types import MappingProxyType

import attrs

from scorecard.cards.causes import NOTHING, Cause, Pair, pair_up, tell_share
from scorecard.cards.easing import definitions_changed, rules_changed, targets_eased
from scorecard.cards.gate import RATCHET, Demand, at_most
from scorecard.cards.notes import is_of, message, open_findings, row_id, where
from scorecard.cards.shares import OF_PROGRAMMES
from scorecard.cards.standings import Bit, Standing, standing_of
from scorecard.rules.assess import Assessment
from scorecard.rules.demands import Ratchet, Share
from scorecard.targets.measures import OFFICE_ID
from scorecard.wording.phrases import phrase

_SLACK = 1e-12  #: Sums of weights differ in the last digit by the order they are added in.


@attrs.frozen
class Held:
    """One demand of the ratchet with what caused it not to hold."""

    demand: Demand
    causes: tuple[Cause, ...] = ()


def against(assessment: Assessment, base: Standing) -> tuple[tuple[Held, ...], tuple[str, ...]]:
    """Hold a judged project against how it stood; tell besides what changed in the rules themselves."""
    language = assessment.facts.book.office.language
    pair = pair_up(standing_of(assessment, assessment.facts.book.office.office), base)
    told = tuple(
        phrase(
            "notice-rule",
            language,
            what=f"{one.id} {one.what}".strip(),
            old=one.old or "–",
            new=one.new or "–",
        )
        for one in rules_changed(pair)
    )
    return tuple(ratchet(pair, assessment.rules.coverage.ratchet or Ratchet())), told


def ratchet(pair: Pair, rules: Ratchet) -> list[Held]:
    """Make every demand of the ratchet, with what caused those that do not hold."""
    book = pair.assessment.facts.book
    places = [(book.office.office, OFFICE_ID)]
    if rules.departments:
        places += [(one.name, one.id) for one in book.departments if one.id in pair.base.totals]
    held = [one for named in places for one in _shares(named, pair, rules)]
    held += [one for named in places for one in _findings(named, pair, rules)]
    for asked, measure, find in (
        (rules.targets, "targets", targets_eased),
        (rules.definitions, "definitions", definitions_changed),
    ):
        if asked:
            causes = tuple(find(pair))
            held.append(Held(at_most(places[0], f"{RATCHET}{measure}", 0, len(causes)), causes))
    return held


def _shares(named: tuple[str, str], pair: Pair, rules: Ratchet) -> Iterator[Held]:
    place = named[1]
    for share in rules.coverage:
        asked = ratio(pair.base.totals[place].get(share, NOTHING))
        if isnan(asked):
            continue
        found = ratio(pair.now.totals[place][share])
        # Where no target is left, that is told by the shares of programmes.
        holds = found >= asked - _SLACK or (isnan(found) and share not in OF_PROGRAMMES)
        demand = Demand(named[0], f"{RATCHET}{share.value}", asked, found, holds, place)
        yield Held(demand, () if holds else tuple(_to_blame(pair, share, place)))


def ratio(bit: Bit) -> float:
    """Divide; NaN where there is no whole."""
    return bit[0] / bit[1] if bit[1] else float("nan")


def brought(pair: Pair, share: Share, place: str) -> dict[str, float]:
    """Tell what each unit did to a share of the office or a department; together they are its change."""
    was, now = _units(pair, share, place)
    before, whole = ratio(pair.base.totals[place][share]), pair.now.totals[place][share][1]
    if not whole:
        return {one: -part / pair.base.totals[place][share][1] for one, (part, _) in was.items()}
    did = {}
    for one in dict.fromkeys([*now, *was]):
        old, new = was.get(one, NOTHING), now.get(one, NOTHING)
        did[one] = ((new[0] - old[0]) - before * (new[1] - old[1])) / whole
    return did


def _units(pair: Pair, share: Share, place: str) -> tuple[Mapping[str, Bit], Mapping[str, Bit]]:
    """Take the units of a department, or all, of the base and of now, under today's ids."""
    was = {
        pair.today(one): bit
        for one, bit in pair.base.units.get(share, {}).items()
        if _in(place, one, pair.departments)
    }
    return was, {one: bit for one, bit in pair.now.units[share].items() if _in(place, one)}


def _in(place: str, one: str, renamed: Mapping[str, str] = MappingProxyType({})) -> bool:
    department = one.partition("/")[0]
    return place in (OFFICE_ID, renamed.get(department, department))


def _to_blame(pair: Pair, share: Share, place: str) -> list[Cause]:
    """Name what lowered a share, what lowered it most first."""
    (was, now), did = _units(pair, share, place), brought(pair, share, place)
    guilty = sorted((one for one in did if did[one] < -_SLACK), key=lambda one: did[one])
    return [tell_share(pair, share, one, (was.get(one), now.get(one)), did[one]) for one in guilty]


def _findings(named: tuple[str, str], pair: Pair, rules: Ratchet) -> Iterator[Held]:
    before, now, place = pair.base.found, pair.now.found, named[1]
    if before is None or now is None:
        return
    for severity in rules.findings:
        most, found = before[place].get(severity.value, 0), now[place].get(severity.value, 0)
        demand = at_most(named, f"{RATCHET}{severity.value}", most, found)
        yield Held(demand, () if demand.holds else tuple(_new_findings(pair, place, severity.value)))


def _new_findings(pair: Pair, place: str, severity: str) -> Iterator[Cause]:
    known = {(rule, pair.today(one)) for rule, one in pair.base.caught}
    for finding in open_findings(pair.assessment):
        one, rule = row_id(pair.assessment, finding), finding.rule.text
        ours = place == OFFICE_ID or is_of(pair.assessment, finding, pair.department(place))
        if ours and rule.severity.value == severity and (rule.id, one) not in known:
            said = f"{message(pair.assessment, finding, pair.language)} [{rule.id}]"
            name = where(pair.assessment, finding, department=True)
            yield Cause(one, name, said, pair.find(one), rule=rule.id)
