"""Assessment → the cards of one edition."""

from math import isnan

import numpy as np

from scorecard.cards.auditing import audit_card
from scorecard.cards.bars import bars_of
from scorecard.cards.budget import budget_of
from scorecard.cards.card import Bullet, DepartmentCard, Edition, Group
from scorecard.cards.card import Row as CardRow
from scorecard.cards.card import Uncovered as UncoveredText
from scorecard.cards.closing import closing_sheets
from scorecard.cards.coverage import CoverageReport, measure_coverage, rows_of
from scorecard.cards.headlines import department_headline
from scorecard.cards.motion import motion_line, override_line, parts_of_year, step_marks
from scorecard.cards.notes import Noted, is_of, open_findings, take_notes
from scorecard.cards.offices import office_card
from scorecard.cards.profiles import strips_of
from scorecard.cards.revising import Former
from scorecard.cards.scores import department_scores, score_tiles
from scorecard.cards.texts import change, figure, or_none, previous_figure, reached, schedule_words
from scorecard.cards.tiles import take_tiles
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.targets.columns import Mask
from scorecard.targets.evidence import Proof
from scorecard.targets.facts import is_measured
from scorecard.targets.measures import Comparability, Department, Place, Programme
from scorecard.wording.numbers import NOTHING, day, won, written_date
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Reason, term


def assemble(assessment: Assessment, proof: Proof | None = None, former: Former | None = None) -> Edition:
    """Assemble everything that is printed; a proof and the former edition have closing pages of their own."""
    office = assessment.facts.book.office
    coverage = measure_coverage(assessment)
    return Edition(
        name=edition_name(assessment),
        title=_title(assessment),
        day=phrase("as-of", office.language, day=day(office.as_of, office.language)),
        as_of=office.as_of,
        language=office.language,
        legend=_legend(assessment),
        source=_sources(assessment),
        sample=office.sample,
        office=office_card(assessment, coverage),
        departments=tuple(
            _department_card(assessment, department, coverage)
            for department in assessment.facts.book.departments
        ),
        sheets=closing_sheets(assessment, proof, former),
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


def _legend(assessment: Assessment) -> str:
    """Say how bars are read; of forecasts only where there are any."""
    language = assessment.facts.book.office.language
    years = {"year": _short(assessment, 0), "before": _short(assessment, -1)}
    moving = not np.isnan(np.where(assessment.moved.complete, np.nan, assessment.moved.pace.values)).all()
    return phrase("legend", language, **years) + (phrase("legend-motion", language) if moving else "")


def _short(assessment: Assessment, years: int) -> str:
    return f"{(assessment.facts.book.office.fiscal_year + years) % 100:02}"


def _sources(assessment: Assessment) -> str:
    office = assessment.facts.book.office
    dates = {one: written_date(one.date, office.language) for one in office.sources.values()}
    titles = ", ".join(f"{one.title}({when})" if when else one.title for one, when in dates.items())
    return phrase("source", office.language, titles=titles) if titles else ""


def _department_card(
    assessment: Assessment, department: Department, report: CoverageReport
) -> DepartmentCard:
    language = assessment.facts.book.office.language
    ours = [one for one in open_findings(assessment) if is_of(assessment, one, department)]
    noted = take_notes(assessment, ours)
    rows = rows_of(assessment, department)
    coverage = report.departments[department.id]
    bare, title = _uncovered(assessment, department, report)
    return DepartmentCard(
        id=department.id,
        name=department.name,
        headline=department_headline(assessment, department, rows),
        tiles=(
            *score_tiles(assessment, department),
            *take_tiles(assessment, [department], coverage, noted.notes),
        ),
        heads=_heads(assessment, rows),
        groups=tuple(_groups(assessment, department, noted)),
        notes=noted.notes,
        uncovered=bare,
        uncovered_title=title,
        exempt=_exempt(department, language),
        budget=budget_of(assessment, department),
        scores=department_scores(assessment, department),
        quality=strips_of(assessment, department),
        audit=audit_card(assessment, department, noted.of_audit),
    )


def _heads(assessment: Assessment, rows: Mask) -> tuple[str, ...]:
    """List the column heads; the actual has a column once there is one."""
    language = assessment.facts.book.office.language
    reported = (assessment.indicators.flags("has_actual") == 1) & rows
    keys = (
        "indicator",
        "previous",
        "target",
        *(("actual",) if reported.any() else ()),
        "change",
        "bar",
        "status",
        "notes",
    )
    years = {
        "previous": _short(assessment, -1),
        "target": _short(assessment, 0),
        "actual": _short(assessment, 0),
    }
    return tuple(phrase(f"head-{key}", language, year=years.get(key, "")) for key in keys)


def _groups(assessment: Assessment, department: Department, noted: Noted) -> list[Group]:
    facts = assessment.facts
    language = facts.book.office.language
    groups = []
    for owner, (_, programme) in enumerate(facts.owners):
        rows = [row for row, place in enumerate(facts.places) if place.programme is programme]
        if facts.owners[owner][0] is department and rows:
            cards = tuple(_row(assessment, row, noted) for row in rows)
            detail = _detail(assessment, programme, owner, language)
            groups.append(
                Group(
                    programme.name,
                    detail,
                    cards,
                    noted.of_programme.get(owner, ()),
                    f"{department.id}/{programme.id}",
                )
            )
    return groups


def _detail(assessment: Assessment, programme: Programme, owner: int, language: Language) -> str:
    budget = float(assessment.programmes.numbers("budget")[owner])
    parts = [
        schedule_words(programme.schedule, language) if programme.schedule else "",
        won(budget, language) if programme.budget else "",
    ]
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
        start=reached(assessment, row),
        bullet=_bullet(assessment, row, language),
        status=status,
        status_word=term(status if has_target else Reason.TARGET_MISSING, language),
        notes=noted.of_row.get(row, ()),
        depth=1 if place.part_of else 0,
        motion=motion_line(assessment, row),
        parts=parts_of_year(assessment, row),
        steps=step_marks(assessment, row),
        override=override_line(assessment, row),
        remark=place.indicator.note,
    )


def _target_text(assessment: Assessment, row: int, language: Language) -> str:
    """Print a target; words too long for the column are named by their kind, the bar prints them."""
    place, year = assessment.facts.places[row], assessment.facts.years[row]
    if not year.target.written or is_measured(place.indicator):
        return figure(year.target, place.indicator, language)
    return phrase(place.indicator.aggregation.value, language)


def _bullet(assessment: Assessment, row: int, language: Language) -> Bullet:
    place, year = assessment.facts.places[row], assessment.facts.years[row]
    bars = bars_of(assessment, row)
    if isnan(bars.previous) and isnan(bars.actual):
        return Bullet(
            words=_why_empty(place, year.target.text, assessment.attained.start.reason(row), language)
        )
    return Bullet(
        previous=or_none(bars.previous), actual=or_none(bars.actual),
        similar=year.previous.comparability in (Comparability.SIMILAR, Comparability.PARTIAL),
        due=or_none(bars.due), forecast=or_none(bars.forecast), low=or_none(bars.low), high=or_none(bars.high),
    )  # fmt: skip


def _why_empty(place: Place, words: str, reason: Reason | None, language: Language) -> str:
    if not is_measured(place.indicator) and words:
        return words
    if place.part_of:
        return ""  # The whole above it says as much; twelve echoes drown the page.
    return term(reason, language) if reason else NOTHING


def _uncovered(
    assessment: Assessment, department: Department, report: CoverageReport
) -> tuple[tuple[UncoveredText, ...], str]:
    language = assessment.facts.book.office.language
    ours = [one for one in report.uncovered if assessment.facts.owners[one.row][0] is department]
    texts = []
    for one in ours:
        programme = assessment.facts.owners[one.row][1]
        words = [
            value.text
            for indicator in programme.indicators
            for value in indicator.target.values()
            if not value.quantity and not value.absent
        ]
        budget = phrase("no-budget", language) if isnan(one.budget) else won(one.budget, language)
        texts.append(UncoveredText(programme.name, budget, " / ".join(words), one.id))
    total = float(np.nansum([one.budget for one in ours])) if ours else 0.0
    key = "uncovered-one" if len(ours) == 1 else "uncovered"
    title = phrase(key, language, n=len(ours), budget=won(total, language)) if ours else ""
    return tuple(texts), title


def _exempt(department: Department, language: Language) -> str:
    ours = [programme for programme in department.programmes if programme.exempt]
    if not ours:
        return ""
    total = sum(line.current.won for programme in ours for line in programme.budget if line.current)
    listed = ", ".join(f"{programme.name}({programme.exempt})" for programme in ours)
    key = "exempt-one" if len(ours) == 1 else "exempt"
    return phrase(key, language, n=len(ours), budget=won(total, language), list=listed)
