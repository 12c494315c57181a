"""How a project stands, as far as one side of a ratchet tells it: shares, what brings them, findings."""

from collections import defaultdict
from collections.abc import Mapping

import attrs

from scorecard.cards.covered import findings_by_place
from scorecard.cards.notes import open_findings, row_id
from scorecard.cards.revisions import Told
from scorecard.cards.shares import OF_PROGRAMMES, units_of
from scorecard.problems import Spot
from scorecard.rules.assess import Assessment
from scorecard.rules.demands import Share
from scorecard.targets.audits import AUDIT_ID, full_id
from scorecard.targets.measures import OFFICE_ID
from scorecard.wording.phrases import phrase

Bit = tuple[float, float]  # What a unit brings to a share: a part of a whole.


@attrs.frozen(eq=False)
class Standing:
    """One side of a ratchet."""

    label: str  #: As a person would name it; of a revision with its commit.
    told: Told
    totals: Mapping[str, Mapping[Share, Bit]]  #: By department id, and the office's; of what it tells.
    units: Mapping[Share, Mapping[str, Bit]]  #: By id of the programme or indicator; of what counts.
    found: Mapping[str, Mapping[str, int]] | None  #: Open findings by place and severity; None: not told.
    caught: frozenset[tuple[str, str]]  #: Rule and id of what it caught, as far as it tells.
    texts: Mapping[Share, Mapping[str, str]]  #: What was promised or reported, in words.
    at: str  #: Goes before every place in it.
    spots: Mapping[str, str]  #: Where a programme or indicator stood, as a person would look it up.


def standing_of(assessment: Assessment, label: str, at: str = "") -> Standing:
    """Lay out how a judged project stands; `at` goes before its places."""
    units = _units(assessment)
    return Standing(
        label, assessment, _totals(assessment, units), units, findings_by_place(assessment),
        frozenset((one.rule.text.id, row_id(assessment, one)) for one in open_findings(assessment)),
        _texts(assessment), at, {one: f"{at}{spot}" for one, spot in spots_of(assessment).items()},
    )  # fmt: skip


def spots_of(assessment: Assessment) -> dict[str, Spot]:
    """Find where every programme and indicator stands."""
    book = assessment.facts.book
    found = {
        f"{department.id}/{programme.id}": book.spots[department.id].find("programmes", p)
        for department in book.departments
        for p, programme in enumerate(department.programmes)
    }
    if book.audit:
        found |= {
            full_id(item): book.spots[AUDIT_ID].find("items", i) for i, item in enumerate(book.audit.items)
        }
    return found | {place.id: book.spots[place.department.id].find(*place.path) for place in book.places()}


def _units(assessment: Assessment) -> dict[Share, Mapping[str, Bit]]:
    facts = assessment.facts
    programmes = [f"{department.id}/{programme.id}" for department, programme in facts.owners]
    indicators = [place.id for place in facts.places]
    return {
        share: {
            one: (part, whole)
            for one, part, whole in zip(
                programmes if share in OF_PROGRAMMES else indicators,
                unit.part.tolist(), unit.whole.tolist(), strict=True,
            )
            if whole
        }
        for share, unit in units_of(assessment).items()
    }  # fmt: skip


def _totals(
    assessment: Assessment, units: Mapping[Share, Mapping[str, Bit]]
) -> dict[str, Mapping[Share, Bit]]:
    places = [OFFICE_ID, *(department.id for department in assessment.facts.book.departments)]
    return {place: {share: total(bits, place) for share, bits in units.items()} for place in places}


def total(bits: Mapping[str, Bit], place: str) -> Bit:
    """Add up what the units of a department, or all of them, bring."""
    ours = [bit for one, bit in bits.items() if place == OFFICE_ID or one.partition("/")[0] == place]
    return sum(part for part, _ in ours), sum(whole for _, whole in ours)


def _texts(assessment: Assessment) -> dict[Share, Mapping[str, str]]:
    """Write out targets by programme, and actuals by indicator."""
    facts, language = assessment.facts, assessment.facts.book.office.language
    targets: dict[str, list[str]] = defaultdict(list)
    for place, year in zip(facts.places, facts.years, strict=True):
        if year.target.written and not place.part_of:
            told = {"name": place.indicator.name, "period": year.target.period, "text": year.target.text}
            targets[f"{place.department.id}/{place.programme.id}"].append(
                phrase("cause-target", language, **told)
            )
    promised = {one: ", ".join(texts) for one, texts in targets.items()}
    rows = list(zip(facts.places, facts.years, strict=True))
    reported = {place.id: year.actual.text for place, year in rows}
    return {
        **dict.fromkeys(OF_PROGRAMMES, promised),
        Share.PREVIOUS: {place.id: year.previous.text for place, year in rows},
        Share.ACTUAL: reported,
        Share.FRESH: reported,
    }
