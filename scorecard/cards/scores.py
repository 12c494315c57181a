"""Scores as they are printed: a tile, a table of a department's indicators, a table of departments.

Where nothing is scored, because no rules ask for it or the year is not told yet, there is nothing here.
"""

from collections.abc import Iterator, Sequence
from math import isnan
from typing import Literal

import attrs
import numpy as np

from scorecard.cards.sheets import SheetColumn, SheetRow, SheetTable, Tile
from scorecard.cards.texts import BORDERS
from scorecard.rules.assess import Assessment
from scorecard.rules.scoring.assumed import is_assumed
from scorecard.rules.scoring.grading import grade_by_cuts
from scorecard.rules.scoring.models import GradeTable
from scorecard.rules.scoring.rolling import Sums
from scorecard.targets.columns import Mask, Words
from scorecard.targets.measures import Department
from scorecard.wording.numbers import NOTHING, border, day, percent, rounded
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import term

_DIGITS, _MOST_DIGITS = 2, 6


def score_words(score: float, table: GradeTable | None = None, digits: int = _DIGITS) -> str:
    """Print a score; with more digits where rounding would carry it across the cut of a grade."""
    if isnan(score):
        return NOTHING
    shown = rounded(score, digits)
    crosses = table and any((score < cut) != (float(shown) < cut) for cut in table.cuts.values())
    return score_words(score, table, digits + 1) if crosses and digits < _MOST_DIGITS else f"{shown:,f}"


def grade_table(assessment: Assessment, kind: str) -> GradeTable | None:
    """Find the table of grades of indicators, programmes, departments or the office."""
    rules = assessment.rules.scoring
    name = getattr(rules.grading, kind) if rules else ""
    return rules.grades[name] if rules and name else None


def grade_words(assessment: Assessment, kind: str, grades: Words, place: int) -> str:
    """Print a grade in the language of the edition; empty: none."""
    code, table = int(grades.codes[place]), grade_table(assessment, kind)
    if code < 0:
        return ""
    english = assessment.facts.book.office.language == "en" and table is not None
    return table.en.get(grades.words[code], grades.words[code]) if english and table else grades.words[code]


def method_words(assessment: Assessment, row: int) -> str:
    """Name the method of a row, and say where its figures are assumed; empty: none."""
    language, name = assessment.facts.book.office.language, assessment.scores.method(row)
    if not name:
        return ""
    said = phrase(f"score-{name}", language)
    rules = assessment.rules.scoring
    assumed = rules is not None and is_assumed(assessment.scores, row, rules)
    return phrase("score-assumed", language, name=said) if assumed else said


def score_tiles(assessment: Assessment, department: Department | None = None) -> tuple[Tile, ...]:
    """Give the tile of the office's or a department's score, with the weight it speaks of."""
    kind, sums, place = _sums_of(assessment, department)
    if not sums.scored[place]:
        return ()
    language = assessment.facts.book.office.language
    score, plain = _both(assessment, kind, sums, place)
    grade = grade_words(assessment, kind, sums.grades, place)
    coverage = percent(float(sums.rolled.coverage[place]), digits=0, borders=BORDERS)
    adjusted = "" if score == plain else phrase("score-tile-unadjusted", language, plain=plain)
    detail = phrase("score-tile-detail", language, coverage=coverage)
    return (Tile(phrase("score-tile", language), _joined(score, grade), _joined(adjusted, detail)),)


def department_scores(assessment: Assessment, department: Department) -> SheetTable | None:
    """Lay out how each indicator of a department was scored; None where none was."""
    kind, sums, place = _sums_of(assessment, department)
    if not sums.scored[place]:
        return None
    language, facts = assessment.facts.book.office.language, assessment.facts
    ours = np.array([one.department is department for one in facts.places]) & assessment.rolled.counted
    grade = grade_words(assessment, kind, sums.grades, place)
    whole = _row_of_group(
        assessment, (phrase("total", language), grade), ours, _both(assessment, kind, sums, place)
    )
    words = " ".join((
        _words(assessment, kind, sums, place), *_by_hand(assessment, ours), *_held_to_quota(assessment, department),
    ))  # fmt: skip
    return _table(
        assessment, words, (*_programme_rows(assessment, department), whole),
        ("indicator", 30, "left"), ("method", 25, "left"), ("allotted", 9, "right"), ("score", 11, "right"),
        ("unadjusted", 11, "right"), ("points", 11, "right"), ("grade", 21, "left"),
    )  # fmt: skip


def office_scores(assessment: Assessment) -> SheetTable | None:
    """Lay out what each department scored beside the two sums of its attainments; None where none did."""
    kind, sums, place = _sums_of(assessment, None)
    if not sums.scored[place]:
        return None
    book, language = assessment.facts.book, assessment.facts.book.office.language
    rows = [
        _line(assessment, "department", assessment.rolled.departments, at, department.name)
        for at, department in enumerate(book.departments)
    ]
    whole = attrs.evolve(_line(assessment, kind, sums, place, phrase("total", language)), strong=True)
    return _table(
        assessment, _words(assessment, kind, sums, place), (*rows, whole),
        ("department", 26, "left"), ("score", 11, "right"), ("unadjusted", 11, "right"), ("coverage", 14, "right"),
        ("indicators", 14, "right"), ("mean", 13, "right"), ("achieved", 13, "right"), ("grade-alone", 12, "left"),
    )  # fmt: skip


_Column = tuple[str, float, Literal["left", "right"]]


def _table(assessment: Assessment, words: str, rows: Sequence[SheetRow], *columns: _Column) -> SheetTable:
    """Put rows under their heads; of scores that nobody adjusted the column without adjustments is left out."""
    language = assessment.facts.book.office.language
    names = [name for name, _, _ in columns]
    score, plain = names.index("score"), names.index("unadjusted")
    kept = [
        place for place in range(len(columns))
        if place != plain or any(row.cells[score] != row.cells[plain] for row in rows)
    ]  # fmt: skip
    return SheetTable(
        title=phrase("score-title", language), unit=_unit(assessment) if "points" in names else "", words=words,
        columns=tuple(
            SheetColumn(phrase(f"score-head-{name}", language), share, align)
            for name, share, align in (columns[place] for place in kept)
        ),
        rows=tuple(attrs.evolve(row, cells=tuple(row.cells[place] for place in kept)) for row in rows),
    )  # fmt: skip


def _sums_of(assessment: Assessment, department: Department | None) -> tuple[str, Sums, int]:
    if department is None:
        return "office", assessment.rolled.office, 0
    return "department", assessment.rolled.departments, assessment.facts.book.departments.index(department)


def _unit(assessment: Assessment) -> str:
    language, rules = assessment.facts.book.office.language, assessment.rules.scoring
    return phrase("score-unit", language, most=f"{rules.scale.cap.value:g}") if rules else ""


def _both(assessment: Assessment, kind: str, sums: Sums, place: int) -> tuple[str, str]:
    """Print what a group scores, and what it would without adjustments."""
    table, rolled = grade_table(assessment, kind), sums.rolled
    return score_words(float(rolled.score.values[place]), table), score_words(
        float(rolled.unadjusted[place]), table
    )


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))


def _words(assessment: Assessment, kind: str, sums: Sums, place: int) -> str:
    """Say what a score speaks of, and name the two sums of attainment beside it."""
    language = assessment.facts.book.office.language
    score, plain = _both(assessment, kind, sums, place)
    said = {"score": score, "coverage": percent(float(sums.rolled.coverage[place]), borders=BORDERS)}
    adjusted = "" if score == plain else f" {phrase('score-words-adjusted', language, plain=plain)}"
    if not sums.attained[place]:
        return phrase("score-words-none", language, **said) + adjusted
    told = phrase("score-words", language, **said, cap=border(assessment.rules.attainment.score_cap, digits=0),
                  mean=_mean(assessment, sums, place), achieved=_achieved(sums, place))  # fmt: skip
    return told + adjusted


def _by_hand(assessment: Assessment, ours: Mask) -> Iterator[str]:
    """Say what people gave or took, why, and who approved it."""
    facts, language = assessment.facts, assessment.facts.book.office.language
    for row in np.flatnonzero(ours & ~np.isnan(assessment.scores.adjustment)):
        indicator = facts.places[int(row)].indicator
        one = indicator.score.adjustment(facts.year.year) if indicator.score else None
        if one:
            points = f"{'+' if one.points > 0 else '−'}{abs(one.points):g}"
            on = f", {day(one.on, language)}" if one.on else ""
            yield phrase("score-words-by-hand", language, name=indicator.name, points=points, reason=one.reason,
                         approver=one.approver, on=on)  # fmt: skip


def _held_to_quota(assessment: Assessment, department: Department) -> Iterator[str]:
    """Say that programmes are graded by quota, where one has another grade than its score alone would give."""
    table, sums = grade_table(assessment, "programme"), assessment.rolled.programmes
    quota = table.quota if table else None
    if table is None or quota is None:
        return
    language, scores, grades = assessment.facts.book.office.language, sums.rolled.score.values, sums.grades
    ours = [place for place, (of, _) in enumerate(assessment.facts.owners) if of is department]
    alone = [grade_by_cuts(float(scores[place]), table) for place in ours]
    held = [grades.words[code] if (code := int(grades.codes[place])) >= 0 else None for place in ours]
    if alone != held:
        best, worst = (
            table.en.get(one, one) if language == "en" else one for one in (quota.best, quota.worst)
        )
        most, least = (border(share, digits=0) for share in (quota.most, quota.least))
        yield phrase("score-words-quota", language, best=best, most=most, worst=worst, least=least)


def _mean(assessment: Assessment, sums: Sums, place: int) -> str:
    return percent(float(sums.mean[place]), borders=BORDERS)


def _achieved(sums: Sums, place: int) -> str:
    return percent(float(sums.achieved[place]), borders=BORDERS)


def _line(assessment: Assessment, kind: str, sums: Sums, place: int, name: str) -> SheetRow:
    language = assessment.facts.book.office.language
    counts = phrase("score-of", language, n=int(sums.scored[place]), of=int(sums.scorable[place]))
    coverage = percent(float(sums.rolled.coverage[place]), borders=BORDERS)
    return SheetRow((
        name, *_both(assessment, kind, sums, place), coverage if sums.scorable[place] else NOTHING, counts,
        _mean(assessment, sums, place), _achieved(sums, place),
        grade_words(assessment, kind, sums.grades, place) or NOTHING,
    ))  # fmt: skip


def _programme_rows(assessment: Assessment, department: Department) -> Iterator[SheetRow]:
    """Set each programme over its indicators."""
    facts, rolled = assessment.facts, assessment.rolled
    for owner, (of, programme) in enumerate(facts.owners):
        if of is not department:
            continue
        ours = rolled.counted & (facts.owner_of == owner)
        if ours.any():
            scores = _both(assessment, "programme", rolled.programmes, owner)
            grade = grade_words(assessment, "programme", rolled.programmes.grades, owner)
            yield _row_of_group(assessment, (programme.name, grade), ours, scores)
            yield from (_indicator_row(assessment, int(row)) for row in np.flatnonzero(ours))


def _row_of_group(
    assessment: Assessment, said: tuple[str, str], ours: Mask, scores: tuple[str, str]
) -> SheetRow:
    """Set a programme's or the department's line, its points added up."""
    rolled, (name, grade) = assessment.rolled, said
    allotted, points = (score_words(float(np.nansum(one[ours]))) for one in (rolled.allotted, rolled.points))
    return SheetRow((name, "", allotted, *scores, points, grade), strong=True)


def _indicator_row(assessment: Assessment, row: int) -> SheetRow:
    scores, rolled = assessment.scores, assessment.rolled
    reason, table = scores.plain.reason(row), grade_table(assessment, "indicator")
    both = (score_words(float(column[row]), table) for column in (scores.counts, scores.plain.values))
    grade = grade_words(assessment, "indicator", rolled.grades, row)
    why = term(reason, assessment.facts.book.office.language) if reason else grade
    allotted, points = (score_words(float(column[row])) for column in (rolled.allotted, rolled.points))
    name = assessment.facts.places[row].indicator.name
    return SheetRow((name, method_words(assessment, row), allotted, *both, points, why), depth=1)
