"""The sheet 목표 적정성: which targets are easy, which are wild, which cannot be judged, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from typing import Literal

import numpy as np

from scorecard.cards.coverage import rows_of
from scorecard.cards.profiles import falls_short_of_part, reach_of, why_unjudged
from scorecard.cards.shares import counted
from scorecard.cards.sheets import Sheet, SheetColumn, SheetRow, SheetTable, Tile
from scorecard.cards.texts import figure, previous_figure
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.quality.models import Property, Reach, Standing
from scorecard.rules.quality.profiling import EASY, Bunching, bunching_of
from scorecard.targets.columns import Mask
from scorecard.targets.measures import Comparability, Place
from scorecard.wording.numbers import border, grouped
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Reason

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
        headline=_headline(assessment, n, numbers),
        tiles=tuple(Tile(phrase(f"quality-tile-{key}", office.language), value) for key, value in tiles),
        tables=(
            _departments(assessment, rows),
            _listed(assessment, rows, "easy", EASY),
            _listed(assessment, rows, "wild", (Reach.WILD,)),
            _unjudged(assessment, rows),
        ),
    )


def _headline(assessment: Assessment, n: str, numbers: Mapping[str, str]) -> str:
    """Say how many targets are easy, wild or cannot be judged; of what there is none nothing is said."""
    office = assessment.facts.book.office
    said = [
        phrase(f"quality-headline-{key}", office.language, n=numbers[key])
        for key in ("easy", "wild", "unjudged") if numbers[key] != "0"
    ]  # fmt: skip
    key = "quality-headline" if said else "quality-headline-none"
    joined = {"ko": ", ", "en": "; "}[office.language].join(said)
    return phrase(key, office.language, year=office.fiscal_year, n=n, list=joined)


def _departments(assessment: Assessment, rows: Mask) -> SheetTable:
    """Count reaches and held properties by department, and in all; what all or none have is told in words."""
    language = assessment.facts.book.office.language
    n, columns = int(rows.sum()), _having(assessment, rows)
    told = [
        phrase(key, language, names=", ".join(names))
        for key, count in (("quality-all-have", n), ("quality-none-has", 0))
        if (names := [label for label, has in columns.items() if int(has.sum()) == count])
    ]
    some = {label: has for label, has in columns.items() if 0 < int(has.sum()) < n}
    heads = [phrase(f"quality-head-{key}", language) for key in ("n", *(key for key, _ in _REACHES))]
    lines = [
        SheetRow((department.name, *_counts(assessment, rows & rows_of(assessment, department), some)))
        for department in assessment.facts.book.departments
    ]
    total = SheetRow((phrase("quality-all", language), *_counts(assessment, rows, some)), strong=True)
    return SheetTable(
        phrase("quality-departments", language),
        phrase("quality-count", language) if some else "",
        (SheetColumn(phrase("quality-department", language), 3.0), *(SheetColumn(head, 1.0, "right") for head in (*heads, *some))),
        (*lines, total),
        " ".join((*told, _bunched(assessment))),
    )  # fmt: skip


def _having(assessment: Assessment, rows: Mask) -> dict[str, Mask]:
    """Mark the rows that have each of some properties, by its name."""
    language, properties = assessment.facts.book.office.language, list(Property)
    held = assessment.profiles.standings == list(Standing).index(Standing.HELD)
    return {
        phrase(f"property-{one.value}", language): rows & held[:, properties.index(one)] for one in _COUNTED
    }


def _counts(assessment: Assessment, rows: Mask, having: Mapping[str, Mask]) -> list[str]:
    reached = [rows & assessment.profiles.reached(*some) for _, some in _REACHES]
    return [str(int(one.sum())) for one in (rows, *reached, *(rows & has for has in having.values()))]


def _listed(assessment: Assessment, rows: Mask, key: str, reaches: Sequence[Reach]) -> SheetTable:
    """Name the targets that lie in one of some ways, by how far what they are held against compares."""
    language = assessment.facts.book.office.language
    groups = list(_grouped(assessment, rows, reaches))
    reasons = {row: _reason(assessment, row) for _, found in groups for row in found}
    share = border(assessment.rules.quality.ambition.wildest_stretch, digits=0)
    # How far a target lies off a trend takes more words than how far off last year.
    trended = any(
        not isnan(float(assessment.profiles.trend.values[row])) for _, found in groups for row in found
    )
    name, reach = (3.2, 4.4) if trended else (4.9, 2.7)
    heads: list[tuple[str, float]] = [
        ("indicator", name),
        ("previous", 1.2),
        ("target", 1.2),
        ("reach", reach),
    ]
    if any(reasons.values()):
        heads = [("indicator", 2.6), ("previous", 1.0), ("target", 1.0), ("reach", 3.2), ("reason", 2.6)]
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


def _grouped(assessment: Assessment, rows: Mask, reaches: Sequence[Reach]) -> Iterator[tuple[str, list[int]]]:
    """Part targets by how far last year's actual compares; parts, which are not counted, come last."""
    language = assessment.facts.book.office.language
    reached = assessment.profiles.reached(*reaches)
    for like in Comparability:
        ours = [
            row
            for row in _where(rows & reached)
            if assessment.facts.years[row].previous.comparability is like
        ]
        if ours:
            word = phrase(f"comparability-{like.value}", language)
            yield phrase("quality-like", language, like=word, n=len(ours)), ours
    short = [row for row in _where(rows) if falls_short_of_part(assessment, row)]
    if short and Reach.BELOW_LAST in reaches:
        yield phrase("quality-in-part", language, n=len(short)), short
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
        f"{place.department.name} · {_name_of(place)}",
        previous_figure(year.previous, indicator, language),
        figure(year.target, indicator, language),
        reach_of(assessment, row),
    )


def _name_of(place: Place) -> str:
    """Name an indicator, a part after its whole."""
    wholes = [one.name for one in place.programme.indicators if place.part_of.endswith(f"/{one.id}")]
    return f"{wholes[0]}({place.indicator.name})" if wholes else place.indicator.name


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
        lines.append(SheetRow((why_unjudged(reason, language), str(count), ""), strong=True))
        lines += [
            SheetRow((name, str(len(found)), ", ".join(found)), depth=1)
            for name, found in departments.items()
        ]
    heads = (("missing", 1.6), ("number", 0.7), ("which", 7.5))
    return SheetTable(
        phrase("quality-unjudged", language),
        "",
        tuple(
            SheetColumn(phrase(f"quality-{head}", language), wide, "right" if head == "number" else "left")
            for head, wide in heads
        ),
        tuple(lines),
    )


def bunching_by_department(assessment: Assessment) -> dict[str, Bunching]:
    """Count for each department, by its id, the results around 100 % of the targets that count."""
    rows, attainment = counted(assessment), assessment.attained.attainment.values
    rules = assessment.rules.quality
    return {
        department.id: bunching_of(attainment[rows & rows_of(assessment, department)], rules)
        for department in assessment.facts.book.departments
    }


def _bunched(assessment: Assessment) -> str:
    """Say whether a department's results crowd just above 100 %."""
    language, rules = assessment.facts.book.office.language, assessment.rules.quality
    found = bunching_by_department(assessment)
    names = {department.id: department.name for department in assessment.facts.book.departments}
    bunched = [
        phrase(
            "quality-bunched",
            language,
            department=names[key],
            results=one.results,
            above=one.above,
            below=one.below,
        )
        for key, one in found.items()
        if one.is_bunched
    ]
    if bunched:
        return " ".join(bunched)
    if all(one.is_bunched is None for one in found.values()):
        return phrase("quality-too-few", language, least=grouped(rules.bunching.least))
    return phrase("quality-not-bunched", language)
