"""A judged project, its verdict and its ratchet → the bulletin of the gate."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import isnan
from types import MappingProxyType

import attrs

from scorecard.cards.blaming import blame
from scorecard.cards.bulletin import Bulletin, Case, Entry, Grade, State, Topic
from scorecard.cards.coverage import CoverageReport
from scorecard.cards.gate import LIMIT, RATCHET, Demand, Verdict
from scorecard.cards.notes import message, row_id, where, words_of
from scorecard.cards.ratchet import Held
from scorecard.cards.standings import spots_of
from scorecard.problems import Language, Spot
from scorecard.rules.assess import Assessment
from scorecard.rules.models import Rule, Waiver
from scorecard.targets.measures import OFFICE_ID
from scorecard.wording import numbers
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Severity

SOON = 30  #: Days before its end from which a waiver is mentioned.
_GRADES: Mapping[Severity, Grade] = MappingProxyType(
    {
        Severity.HIGH: Grade.HIGH,
        Severity.MEDIUM: Grade.MEDIUM,
        Severity.LOW: Grade.LOW,
        Severity.NOTE: Grade.NOTE,
    }
)
_SAME_TO_DO = MappingProxyType(dict.fromkeys(("medium", "low", "note", LIMIT), "high"))


@attrs.frozen(eq=False)
class Judged:
    """All that a gate found."""

    assessment: Assessment
    coverage: CoverageReport
    verdict: Verdict
    held: tuple[Held, ...] = ()  #: Of the ratchet.
    base: str = ""
    notices: tuple[str, ...] = ()

    @property
    def language(self) -> Language:
        """Tell the language of everything said."""
        return self.assessment.facts.book.office.language


def announce(judged: Judged) -> Bulletin:
    """Put everything a gate found into words."""
    office, language, verdict = judged.assessment.facts.book.office, judged.language, judged.verdict
    cases = tuple(_case(demand, judged) for demand in verdict.demands)
    day = numbers.day(office.as_of, language)
    topics = [
        *_topics_of_demands(cases, language),
        *(_topic(rule, language) for rule in judged.assessment.rules.risks),
    ]
    return Bulletin(
        command="gate",
        title=phrase("gate-title", language, office=office.office, day=day),
        language=language,
        state=State.HOLDS if verdict.holds else State.FAILS,
        summary=summary_of(verdict, language),
        cases=cases,
        entries=tuple(_entries(cases, judged)),
        topics=tuple(topics),
        notices=(*judged.notices, *_of_waivers(judged)),
        as_of=office.as_of.isoformat(),
        nothing_to_judge=verdict.nothing_to_judge,
        base=judged.base,
    )


def summary_of(verdict: Verdict, language: Language) -> str:
    """Say in a sentence whether the gate holds."""
    broken = sum(not one.passes for one in verdict.demands)
    waived = sum(one.waiver is not None for one in verdict.demands)
    if verdict.nothing_to_judge:
        key = "gate-empty"
    elif verdict.all_waived:
        key = "gate-all-waived"
    elif not verdict.holds:
        key = "gate-fails"
    else:
        key = "gate-holds-waived" if waived else "gate-holds"
    return phrase(key, language, n=len(verdict.demands), failed=broken, waived=waived)


def name_of(demand: Demand, language: Language) -> str:
    """Name what a demand asks for."""
    bare = demand.measure.removeprefix(RATCHET)
    name = phrase(f"demand-{bare}", language)
    if demand.rule:
        return f"{name} ({demand.rule})"
    is_step = demand.measure != bare and bare not in ("targets", "definitions")
    return phrase("demand-ratchet", language, name=name) if is_step else name


def _case(demand: Demand, judged: Judged) -> Case:
    language = judged.language
    bare = demand.measure.removeprefix(RATCHET)
    causes = () if demand.holds else tuple(_causes(demand, judged))
    todo = "" if demand.passes else phrase(f"do-{_SAME_TO_DO.get(bare, bare)}", language)
    waived = f"{demand.waiver.reason} (~{demand.waiver.until.isoformat()})" if demand.waiver else ""
    return Case(
        demand.place, demand.where, demand.measure, name_of(demand, language), result_of(demand, language),
        demand.holds, waived, todo, causes, demand.asked, None if isnan(demand.found) else demand.found,
    )  # fmt: skip


def _causes(demand: Demand, judged: Judged) -> Iterator[Entry]:
    if demand.measure.startswith(RATCHET):
        causes = next(one.causes for one in judged.held if _same(one.demand, demand))
    else:
        causes = tuple(blame(demand, judged.verdict, judged.assessment, judged.coverage))
    for cause in causes:
        at = f" ({cause.old_place})" if cause.old_place else ""
        topic = cause.rule or f"gate-{demand.measure}"
        said = f"{cause.name}: {cause.message}{at}"
        waived = demand.waiver.reason if demand.waiver else ""
        yield Entry(topic, Grade.BLOCKER, said, cause.spot, cause.id, waived, cause.name)


def _same(one: Demand, other: Demand) -> bool:
    return (one.place, one.measure) == (other.place, other.measure)


def result_of(demand: Demand, language: Language) -> str:
    """Say what was found beside what a demand asks for."""
    if demand.measure == "oldest":
        return phrase("at-most-days", language, found=int(demand.found), asked=int(demand.asked))
    if not demand.is_share:
        key = "than-before-most" if demand.measure.startswith(RATCHET) and demand.asked else "at-most"
        return phrase(key, language, found=int(demand.found), asked=int(demand.asked))
    if demand.measure.startswith(RATCHET):
        found, asked = _apart(demand.found, demand.asked)
        return phrase("than-before", language, found=found, asked=asked)
    asked = numbers.border(demand.asked)
    if isnan(demand.found):
        return phrase("nothing-due" if demand.holds else "nothing-there", language, asked=asked)
    found = numbers.percent(demand.found, borders=(demand.asked,))
    return phrase("at-least", language, found=found, asked=asked)


def _apart(found: float, asked: float) -> tuple[str, str]:
    """Print two shares with as many digits as it takes to tell them apart, if they differ at all."""
    for digits in range(1, 7):
        told = numbers.percent(found, digits=digits), numbers.percent(asked, digits=digits)
        if told[0] != told[1]:
            return told
    return numbers.percent(found), numbers.percent(asked)


def _entries(cases: Sequence[Case], judged: Judged) -> Iterator[Entry]:
    """List what is told with a place: broken demands, what caused them, then everything the rules found."""
    seen = set()
    for case in cases:
        if case.holds:
            continue
        said = f"{case.where} · {case.name}: {case.result}"
        about = f"{case.place}|{case.measure}|{case.name if case.measure == LIMIT else ''}"
        yield Entry(
            f"gate-{case.measure}", Grade.BLOCKER, said, _spot(case, judged), about, case.waived, case.where
        )
        for cause in case.causes:
            if (key := (cause.topic, cause.about)) not in seen and cause.topic.startswith("gate-"):
                seen.add(key)
                yield cause
    yield from _findings(judged)


def _spot(case: Case, judged: Judged) -> Spot:
    """Find where a demand is written; of a department, its file: that is where it is mended."""
    if case.place != OFFICE_ID:
        return Spot(f"targets/{case.place}.yaml", 0, 0)
    spots = judged.assessment.rules.spots["coverage"]
    bare = case.measure.removeprefix(RATCHET)
    if bare != case.measure:
        return spots.find("ratchet")
    kind = {"high": "findings", "medium": "findings", "low": "findings", "oldest": "freshness"}.get(
        bare, "office"
    )
    return spots.find(bare) if bare in ("unknown", "limits") else spots.find(kind, bare)


def _findings(judged: Judged) -> Iterator[Entry]:
    assessment, language = judged.assessment, judged.language
    spots = spots_of(assessment)
    for finding in assessment.findings:
        one, waiver = row_id(assessment, finding), finding.waiver
        names = where(assessment, finding, department=True)
        said = f"{names}: {message(assessment, finding, language)}"
        waived = _answered(waiver, language) if waiver else ""
        yield Entry(
            finding.rule.text.id, _GRADES[finding.rule.text.severity], said, spots[one], one, waived, names
        )


def _answered(waiver: Waiver, language: Language) -> str:
    approver = waiver.approver or phrase("approver-none", language)
    return f"{waiver.reason} (~{waiver.until.isoformat()}, {approver})"


def _topics_of_demands(cases: Sequence[Case], language: Language) -> Iterator[Topic]:
    for measure, name in {case.measure: case.name for case in cases if not case.holds}.items():
        bare = measure.removeprefix(RATCHET)
        todo = phrase(f"do-{_SAME_TO_DO.get(bare, bare)}", language)
        yield Topic(f"gate-{measure}", name, name, todo, "docs/gate.md", Grade.BLOCKER)


def _topic(rule: Rule, language: Language) -> Topic:
    words, text = words_of(rule, language), rule.text
    return Topic(
        text.id, words.title, words.why, words.action, f"docs/rules.md#{text.id}", _GRADES[text.severity]
    )


def _of_waivers(judged: Judged) -> Iterator[str]:
    """Tell the waivers of demands in use, and whatever waiver is about to end."""
    language, day = judged.language, judged.assessment.facts.book.office.as_of
    for demand in judged.verdict.demands:
        if (waiver := demand.waiver) is not None:
            yield phrase(
                "notice-waived", language, where=demand.where, name=name_of(demand, language), reason=waiver.reason,
                until=waiver.until.isoformat(), approver=waiver.approver or phrase("approver-none", language),
            )  # fmt: skip
    for rule in judged.assessment.rules.risks:
        for one in rule.text.waivers:
            yield from _ending(f"{rule.text.id} · {one.indicator}", one.until, one.reason, (day, language))
    for other in judged.assessment.rules.coverage.waivers:
        yield from _ending(
            f"{other.where} · {other.demand.value}", other.until, other.reason, (day, language)
        )


def _ending(what: str, until: date, reason: str, told: tuple[date, Language]) -> Iterator[str]:
    day, language = told
    left = (until - day).days
    if 0 <= left <= SOON:
        yield phrase("notice-ending", language, what=what, until=until.isoformat(), days=left, reason=reason)
