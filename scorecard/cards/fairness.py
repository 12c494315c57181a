"""The sheet 목표 적정성: which targets are easy, which are wild, which cannot be judged, and why."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np

from scorecard.cards.coverage import rows_of
from scorecard.cards.profiles import reach_of
from scorecard.cards.shares import counted
from scorecard.cards.sheets import Sheet, SheetColumn, SheetRow, SheetTable, Tile
from scorecard.cards.texts import figure, previous_figure
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.quality.models import Property, Reach, Standing
from scorecard.rules.quality.profiling import EASY, Bunching, bunching_of
from scorecard.targets.columns import Mask
from scorecard.targets.measures import Comparability
from scorecard.wording.numbers import grouped, percent
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Reason, term

ID = "quality"
_REACHES: tuple[tuple[str, tuple[Reach, ...]], ...] = (
    ("easy", EASY), ("flat", (Reach.FLAT,)), ("fair", (Reach.FAIR,)), ("wild", (Reach.WILD,)), ("unjudged", (Reach.UNJUDGED,)),
)  # fmt: skip
_COUNTED = (Property.DATED, Property.OUTCOME, Property.BASELINE, Property.SOURCED, Property.DEFINED)


def fairness_sheet(assessment: Assessment) -> Sheet | None:
    """Gather the sheet; without a measured target there is none."""
    rows = counted(assessment)
    if not rows.any():
        return None
    office = assessment.facts.book.office
    numbers = {key: str(int((rows & assessment.profiles.reached(*some)).sum())) for key, some in _REACHES}
    n = str(int(rows.sum()))
    tiles = (("n", n), *numbers.items())
    return Sheet(
        id=ID,
        title=phrase("quality-title", office.language),
        headline=phrase("quality-headline", office.language, year=office.fiscal_year, n=n, **numbers),
        tiles=tuple(Tile(phrase(f"quality-tile-{key}", office.language), value) for key, value in tiles),
        tables=(
            _departments(assessment, rows),
            _listed(assessment, rows, "easy", EASY),
            _listed(assessment, rows, "wild", (Reach.WILD,)),
            _unjudged(assessment, rows),
        ),
        foot=_bunched(assessment, rows),
    )


def _departments(assessment: Assessment, rows: Mask) -> SheetTable:
    """Count reaches and held properties by department, and in all."""
    language = assessment.facts.book.office.language
    heads = [phrase(f"quality-tile-{key}", language) for key in ("n", *(key for key, _ in _REACHES))]
    heads += [phrase(f"property-{one.value}", language) for one in _COUNTED]
    lines = [
        SheetRow((department.name, *_counts(assessment, rows & rows_of(assessment, department))))
        for department in assessment.facts.book.departments
    ]
    total = SheetRow((phrase("quality-all", language), *_counts(assessment, rows)), strong=True)
    return SheetTable(
        phrase("quality-departments", language),
        phrase("quality-count", language),
        (SheetColumn(phrase("quality-department", language), 3.0), *(SheetColumn(head, 1.0, "right") for head in heads)),
        (*lines, total),
    )  # fmt: skip


def _counts(assessment: Assessment, rows: Mask) -> list[str]:
    profiles = assessment.profiles
    properties = list(Property)
    held = list(Standing).index(Standing.HELD)
    reached = [int((rows & profiles.reached(*some)).sum()) for _, some in _REACHES]
    having = [int((rows & (profiles.standings[:, properties.index(one)] == held)).sum()) for one in _COUNTED]
    return [str(count) for count in (int(rows.sum()), *reached, *having)]


def _listed(assessment: Assessment, rows: Mask, key: str, reaches: Sequence[Reach]) -> SheetTable:
    """Name the targets that lie in one of some ways, by how far what they are held against compares."""
    language = assessment.facts.book.office.language
    groups = list(_grouped(assessment, rows, assessment.profiles.reached(*reaches)))
    reasons = {row: _reason(assessment, row) for _, found in groups for row in found}
    share = percent(assessment.rules.quality.ambition.wildest_stretch, digits=0)
    heads: list[tuple[str, float]] = [("indicator", 4.4), ("previous", 1.6), ("target", 1.6), ("reach", 2.4)]
    heads += [("reason", 2.4)] if any(reasons.values()) else []
    lines = []
    for said, found in groups:
        lines.append(SheetRow((said, *[""] * (len(heads) - 1)), strong=True))
        cells = [(*_cells(assessment, row, language), reasons[row]) for row in found]
        lines += [SheetRow(line[: len(heads)], depth=1) for line in cells]
    return SheetTable(
        phrase(f"quality-{key}", language),
        "",
        tuple(SheetColumn(phrase(f"quality-{head}", language), wide, _side(head)) for head, wide in heads),
        tuple(lines),
        phrase(f"quality-{key}-words" if groups else f"quality-{key}-none", language, share=share),
    )


def _grouped(assessment: Assessment, rows: Mask, reached: Mask) -> Iterator[tuple[str, list[int]]]:
    """Part targets by how far last year's actual compares; parts, which are not counted, come last."""
    language = assessment.facts.book.office.language
    for like in Comparability:
        ours = [
            row
            for row in _where(rows & reached)
            if assessment.facts.years[row].previous.comparability is like
        ]
        if ours:
            word = phrase(f"comparability-{like.value}", language)
            yield phrase("quality-like", language, like=word, n=len(ours)), ours
    parts = _where(reached & (assessment.indicators.flags("is_part") == 1))
    if parts:
        yield phrase("quality-parts", language, n=len(parts)), parts


def _where(rows: Mask) -> list[int]:
    return [int(row) for row in np.flatnonzero(rows)]


def _side(head: str) -> Literal["left", "right"]:
    return "right" if head in ("previous", "target") else "left"


def _reason(assessment: Assessment, row: int) -> str:
    place, year = assessment.facts.places[row], assessment.facts.years[row]
    return year.target.reason or place.indicator.reason or place.programme.reason


def _cells(assessment: Assessment, row: int, language: Language) -> tuple[str, ...]:
    place, year = assessment.facts.places[row], assessment.facts.years[row]
    indicator = place.indicator
    return (
        f"{place.department.name} · {indicator.name}",
        previous_figure(year.previous, indicator, language),
        figure(year.target, indicator, language),
        reach_of(assessment, row),
    )


def _unjudged(assessment: Assessment, rows: Mask) -> SheetTable:
    """Gather the targets nobody can judge by what was missing, department by department."""
    language = assessment.facts.book.office.language
    missing: dict[Reason, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in np.flatnonzero(rows & assessment.profiles.reached(Reach.UNJUDGED)):
        place = assessment.facts.places[row]
        reason = assessment.profiles.why_unjudged(int(row)) or Reason.TOO_FEW_POINTS
        missing[reason][place.department.name].append(place.indicator.name)
    lines = []
    for reason, departments in sorted(missing.items(), key=lambda one: -sum(map(len, one[1].values()))):
        count = sum(map(len, departments.values()))
        lines.append(SheetRow((term(reason, language), str(count), ""), strong=True))
        lines += [
            SheetRow((name, str(len(found)), ", ".join(found)), depth=1)
            for name, found in departments.items()
        ]
    heads = (("missing", 2.0), ("number", 0.8), ("which", 7.0))
    return SheetTable(
        phrase("quality-unjudged", language),
        "",
        tuple(
            SheetColumn(phrase(f"quality-{head}", language), wide, "right" if head == "number" else "left")
            for head, wide in heads
        ),
        tuple(lines),
    )


def _bunched(assessment: Assessment, rows: Mask) -> str:
    """Say whether a department's results crowd just above 100 %."""
    language, rules = assessment.facts.book.office.language, assessment.rules.quality
    attainment = assessment.attained.attainment.values
    found: dict[str, Bunching] = {
        department.name: bunching_of(attainment[rows & rows_of(assessment, department)], rules)
        for department in assessment.facts.book.departments
    }
    bunched = [
        phrase(
            "quality-bunched",
            language,
            department=name,
            results=one.results,
            above=one.above,
            below=one.below,
        )
        for name, one in found.items()
        if one.is_bunched
    ]
    if bunched:
        return " ".join(bunched)
    if all(one.is_bunched is None for one in found.values()):
        return phrase("quality-too-few", language, least=grouped(rules.bunching.least))
    return phrase("quality-not-bunched", language)
