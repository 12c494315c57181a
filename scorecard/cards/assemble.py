"""Assessment → the cards of one edition."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from scorecard.cards.budget import budget_of, budget_of_office
from scorecard.cards.card import DepartmentCard, DepartmentLine, Edition, Group, Note, OfficeCard, Tally, Tile
from scorecard.cards.card import Bullet, Row as CardRow, Uncovered as UncoveredText
from scorecard.cards.coverage import Coverage, CoverageReport, comparable, counted, measure_coverage
from scorecard.cards.headlines import department_headline, office_headline
from scorecard.cards.notes import Noted, open_findings, row_id, take_notes, where
from scorecard.cards.texts import BORDERS, change, figure, previous_figure, reached
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.status import STATUSES
from scorecard.targets.columns import Mask
from scorecard.targets.facts import is_measured
from scorecard.targets.measures import Comparability, Department, Place, Programme
from scorecard.wording.numbers import NOTHING, day, percent, won
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Reason, Severity, term

GRAVEST = 10


def assemble(assessment: Assessment) -> Edition:
    """Assemble everything that is printed."""
    office = assessment.facts.book.office
    coverage = measure_coverage(assessment)
    return Edition(
        name=edition_name(assessment),
        title=_title(assessment),
        day=phrase("as-of", office.language, day=day(office.as_of, office.language)),
        as_of=office.as_of,
        language=office.language,
        legend=phrase("legend", office.language, year=_short(assessment, 0), before=_short(assessment, -1)),
        source=_sources(assessment),
        sample=office.sample,
        office=_office_card(assessment, coverage),
        departments=tuple(
            _department_card(assessment, department, coverage) for department in assessment.facts.book.departments
        ),
    )


def _quarter(assessment: Assessment) -> int:
    """Tell the quarter of the fiscal year the as-of day lies in; after its end the last."""
    year, today = assessment.facts.year, assessment.facts.book.office.as_of
    if today >= year.last:
        return 4
    return ((today.year - year.first.year) * 12 + today.month - year.first.month) // 3 + 1


def edition_name(assessment: Assessment) -> str:
    """Name the edition: as the office says, or by the quarter of its as-of day."""
    office = assessment.facts.book.office
    return office.edition or f"{office.fiscal_year}Q{_quarter(assessment)}"


def _title(assessment: Assessment) -> str:
    office = assessment.facts.book.office
    part = office.edition or phrase("quarter", office.language, n=_quarter(assessment))
    return phrase("title", office.language, year=office.fiscal_year, part=part)


def _short(assessment: Assessment, years: int) -> str:
    return f"{(assessment.facts.book.office.fiscal_year + years) % 100:02}"


def _sources(assessment: Assessment) -> str:
    office = assessment.facts.book.office
    titles = ", ".join(f"{one.title}({one.date})" if one.date else one.title for one in office.sources.values())
    return phrase("source", office.language, titles=titles) if titles else ""


def rows_of(assessment: Assessment, department: Department) -> Mask:
    """Mark a department's indicator rows."""
    return np.array([place.department is department for place in assessment.facts.places], dtype=np.bool_)


def _department_card(assessment: Assessment, department: Department, report: CoverageReport) -> DepartmentCard:
    language = assessment.facts.book.office.language
    ours = [
        finding for finding in open_findings(assessment) if row_id(assessment, finding).startswith(f"{department.id}/")
    ]
    noted = take_notes(assessment, ours)
    rows = rows_of(assessment, department)
    coverage = report.departments[department.id]
    bare, title = _uncovered(assessment, department, report)
    return DepartmentCard(
        id=department.id,
        name=department.name,
        headline=department_headline(assessment, department, rows),
        tiles=_tiles(assessment, rows, coverage, noted.notes),
        heads=_heads(assessment, rows),
        groups=tuple(_groups(assessment, department, noted)),
        notes=noted.notes,
        uncovered=bare,
        uncovered_title=title,
        exempt=_exempt(department, language),
        budget=budget_of(assessment, department),
    )


def _heads(assessment: Assessment, rows: Mask) -> tuple[str, ...]:
    """List the column heads; the actual has a column once there is one."""
    language = assessment.facts.book.office.language
    reported = (assessment.indicators.flags("has_actual") == 1) & rows
    keys = ("indicator", "previous", "target", *(("actual",) if reported.any() else ()), "change", "bar", "status", "notes")
    years = {"previous": _short(assessment, -1), "target": _short(assessment, 0), "actual": _short(assessment, 0)}
    return tuple(phrase(f"head-{key}", language, year=years.get(key, "")) for key in keys)


def _tiles(assessment: Assessment, rows: Mask, coverage: Coverage, notes: Sequence[Note]) -> tuple[Tile, ...]:
    """Sum a card up in figures that are never mixed: targets, start, findings, coverage, money."""
    language = assessment.facts.book.office.language
    of = phrase("of-targets", language, n=coverage.indicators)
    spent = _spent(assessment, rows)
    grave = Counter(note.severity for note in notes)
    unknown = sum(bool(rows[one.row]) for one in assessment.unknowns if one.rule.text.each.value == "indicator")
    findings = phrase("tile-findings-value", language, high=grave[Severity.HIGH], medium=grave[Severity.MEDIUM])
    shares = phrase(
        "tile-coverage-value", language,
        count=percent(coverage.coverage_count, digits=0), budget=percent(coverage.coverage_budget, digits=0),
    )  # fmt: skip
    return (
        Tile(phrase("tile-targets", language), str(coverage.indicators)),
        Tile(phrase("tile-comparable", language), str(coverage.indicators_with_previous), of),
        _middle_tile(assessment, rows, language),
        Tile(phrase("tile-findings", language), findings, phrase("tile-unknown", language, n=unknown) if unknown else ""),
        Tile(phrase("tile-coverage", language), shares),
        Tile(phrase("tile-spent", language), percent(spent)),
    )


def _middle_tile(assessment: Assessment, rows: Mask, language: Language) -> Tile:
    attained = assessment.attained.attainment.values[counted(assessment) & rows]
    known = attained[~np.isnan(attained)]
    if known.size:
        return Tile(phrase("tile-attainment", language), percent(float(np.median(known)), borders=BORDERS))
    return Tile(phrase("tile-start", language), _median_start(assessment, rows))


def _median_start(assessment: Assessment, rows: Mask) -> str:
    starts = assessment.attained.start.values[counted(assessment) & comparable(assessment) & rows]
    return percent(float(np.median(starts)), borders=BORDERS) if starts.size else NOTHING


def _spent(assessment: Assessment, rows: Mask) -> float:
    """Tell the share of the budget spent by the programmes of the departments some rows belong to."""
    names = {place.department.id for place, ours in zip(assessment.facts.places, rows, strict=True) if ours}
    ours = np.array([department.id in names for department, _ in assessment.facts.owners], dtype=np.bool_)
    budget = float(np.nansum(assessment.programmes.numbers("budget")[ours]))
    spent = float(np.nansum(assessment.programmes.numbers("budget_spent")[ours]))
    return spent / budget if budget else float("nan")


def _groups(assessment: Assessment, department: Department, noted: Noted) -> list[Group]:
    facts = assessment.facts
    language = facts.book.office.language
    groups = []
    for owner, (_, programme) in enumerate(facts.owners):
        rows = [row for row, place in enumerate(facts.places) if place.programme is programme]
        if facts.owners[owner][0] is department and rows:
            cards = tuple(_row(assessment, row, noted) for row in rows)
            detail = _detail(assessment, programme, owner, language)
            groups.append(Group(programme.name, detail, cards, noted.of_programme.get(owner, ())))
    return groups


def _detail(assessment: Assessment, programme: Programme, owner: int, language: Language) -> str:
    budget = float(assessment.programmes.numbers("budget")[owner])
    parts = [programme.schedule.text if programme.schedule else "", won(budget, language) if programme.budget else ""]
    return " · ".join(part for part in parts if part) or phrase("no-budget", language)


def _row(assessment: Assessment, row: int, noted: Noted) -> CardRow:
    facts = assessment.facts
    language = facts.book.office.language
    place, year = facts.places[row], facts.years[row]
    status = assessment.status_at(row)
    has_target = year.target.written
    return CardRow(
        id=place.id,
        name=place.indicator.name,
        previous=previous_figure(year.previous, place.indicator, language),
        target=_target_text(assessment, row, language),
        actual=figure(year.actual, place.indicator, language) if year.actual.written else "",
        change=change(facts, assessment.attained, row, language),
        start=reached(assessment.attained, row),
        bullet=_bullet(assessment, row, language),
        status=status,
        status_word=term(status if has_target else Reason.TARGET_MISSING, language),
        notes=noted.of_row.get(row, ()),
        depth=1 if place.part_of else 0,
    )


def _target_text(assessment: Assessment, row: int, language: Language) -> str:
    """Print a target; words too long for the column are named by their kind, the bar prints them."""
    place, year = assessment.facts.places[row], assessment.facts.years[row]
    if not year.target.written or is_measured(place.indicator):
        return figure(year.target, place.indicator, language)
    return phrase(place.indicator.aggregation.value, language)


def _bullet(assessment: Assessment, row: int, language: Language) -> Bullet:
    place, year = assessment.facts.places[row], assessment.facts.years[row]
    attained = assessment.attained
    previous, actual = float(attained.start.values[row]), float(attained.attainment.values[row])
    if previous != previous and actual != actual:
        return Bullet(words=_why_empty(place, year.target.text, attained.start.reason(row), language))
    return Bullet(
        previous=None if previous != previous else previous,
        actual=None if actual != actual else actual,
        similar=year.previous.comparability in (Comparability.SIMILAR, Comparability.PARTIAL),
    )


def _why_empty(place: Place, words: str, reason: Reason | None, language: Language) -> str:
    if not is_measured(place.indicator) and words:
        return words
    return term(reason, language) if reason else NOTHING


def _uncovered(
    assessment: Assessment, department: Department, report: CoverageReport
) -> tuple[tuple[UncoveredText, ...], str]:
    language = assessment.facts.book.office.language
    ours = [one for one in report.uncovered if assessment.facts.owners[one.row][0] is department]
    texts = []
    for one in ours:
        programme = assessment.facts.owners[one.row][1]
        words = [value.text for indicator in programme.indicators for value in indicator.target.values() if not value.quantity]
        texts.append(UncoveredText(programme.name, won(one.budget, language), " / ".join(words)))
    total = float(np.nansum([one.budget for one in ours])) if ours else 0.0
    title = phrase("uncovered", language, n=len(ours), budget=won(total, language)) if ours else ""
    return tuple(texts), title


def _exempt(department: Department, language: Language) -> str:
    ours = [programme for programme in department.programmes if programme.exempt]
    if not ours:
        return ""
    total = sum(line.current.won for programme in ours for line in programme.budget if line.current)
    listed = ", ".join(f"{programme.name}({programme.exempt})" for programme in ours)
    return phrase("exempt", language, n=len(ours), budget=won(total, language), list=listed)


def _office_card(assessment: Assessment, report: CoverageReport) -> OfficeCard:
    book = assessment.facts.book
    language = book.office.language
    findings = open_findings(assessment)
    notes = take_notes(assessment, findings).notes
    everyone = np.ones(len(assessment.facts.places), dtype=np.bool_)
    keys = ("department", "targets", "comparable", "start", "statuses", "findings", "coverage-count", "coverage-budget")
    return OfficeCard(
        name=book.office.office,
        headline=office_headline(assessment, report, everyone),
        tiles=_tiles(assessment, everyone, report.office, notes),
        heads=tuple(phrase(f"head-{key}", language) for key in keys),
        lines=tuple(_line(assessment, department, report) for department in book.departments),
        gravest_title=phrase("gravest", language),
        gravest=_gravest(assessment),
        budget=budget_of_office(assessment),
    )


def _gravest(assessment: Assessment) -> tuple[Note, ...]:
    """Take the gravest findings one by one, the department named first."""
    import attrs

    grave = [one for one in open_findings(assessment) if one.rule.text.severity in (Severity.HIGH, Severity.MEDIUM)]
    notes = take_notes(assessment, grave).notes[:GRAVEST]
    by_key = {(row_id(assessment, one), one.rule.text.id): one for one in grave}
    return tuple(
        attrs.evolve(note, where=where(assessment, by_key[note.row, note.rule], department=True)) for note in notes
    )


def _line(assessment: Assessment, department: Department, report: CoverageReport) -> DepartmentLine:
    language = assessment.facts.book.office.language
    rows = rows_of(assessment, department)
    coverage = report.departments[department.id]
    ours = [
        one for one in open_findings(assessment) if row_id(assessment, one).startswith(f"{department.id}/")
    ]
    grave = Counter(one.rule.text.severity for one in ours)
    starts = assessment.attained.start.values[counted(assessment) & comparable(assessment) & rows]
    words = "" if starts.size else phrase("explain-none", language)
    return DepartmentLine(
        id=department.id,
        name=department.name,
        targets=str(coverage.indicators),
        comparable=str(coverage.indicators_with_previous),
        start=_median_start(assessment, rows),
        bullet=Bullet(previous=float(np.median(starts)) if starts.size else None, words=words),
        tallies=_tallies(assessment, rows, language),
        high=grave[Severity.HIGH],
        medium=grave[Severity.MEDIUM],
        low=grave[Severity.LOW],
        coverage_count=_or_none(coverage.coverage_count),
        coverage_budget=_or_none(coverage.coverage_budget),
        coverage_count_text=percent(coverage.coverage_count, digits=0),
        coverage_budget_text=percent(coverage.coverage_budget, digits=0),
    )


def _or_none(number: float) -> float | None:
    return None if number != number else number


def _tallies(assessment: Assessment, rows: Mask, language: Language) -> tuple[Tally, ...]:
    counts = Counter(int(code) for code in assessment.status[counted(assessment) & rows])
    return tuple(
        Tally(status, term(status, language), counts[code]) for code, status in enumerate(STATUSES) if counts[code]
    )
