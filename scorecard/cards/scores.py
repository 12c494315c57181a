"""Scores as they are printed: a tile, a table of a department's indicators, a table of departments.

Where nothing is scored, because no rules ask for it or the year is not told yet, there is nothing here.
"""

from collections.abc import Iterator
from math import isnan

import numpy as np

from scorecard.cards.sheets import SheetColumn, SheetRow, SheetTable, Tile
from scorecard.cards.texts import BORDERS
from scorecard.rules.assess import Assessment
from scorecard.rules.scoring.assumed import is_assumed
from scorecard.rules.scoring.models import GradeTable
from scorecard.rules.scoring.rolling import Sums
from scorecard.targets.columns import Words
from scorecard.targets.facts import Facts
from scorecard.targets.measures import Department
from scorecard.wording.numbers import NOTHING, percent, rounded
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
    grade = grade_words(assessment, kind, sums.grades, place)
    value = " · ".join(filter(None, (_score(assessment, kind, sums, place), grade)))
    coverage = percent(float(sums.rolled.coverage[place]), digits=0, borders=BORDERS)
    return (
        Tile(phrase("score-tile", language), value, phrase("score-tile-detail", language, coverage=coverage)),
    )


def department_scores(assessment: Assessment, department: Department) -> SheetTable | None:
    """Lay out how each indicator of a department was scored; None where none was."""
    kind, sums, place = _sums_of(assessment, department)
    if not sums.scored[place]:
        return None
    language, facts = assessment.facts.book.office.language, assessment.facts
    rolled = assessment.rolled
    ours = np.array([one.department is department for one in facts.places]) & rolled.counted
    allotted, points = (np.nansum(column[ours]) for column in (rolled.allotted, rolled.points))
    whole = SheetRow(
        (phrase("total", language), "", _points(float(allotted)), _score(assessment, kind, sums, place),
         _points(float(points)), grade_words(assessment, kind, sums.grades, place)), strong=True,
    )  # fmt: skip
    return SheetTable(
        title=phrase("score-title", language), unit=_unit(assessment), words=_words(assessment, kind, sums, place),
        columns=_columns(assessment, ("indicator", 34, "left"), ("method", 20, "left"), ("allotted", 9, "right"),
                         ("score", 17, "right"), ("points", 10, "right"), ("grade", 22, "left")),
        rows=(*_programme_rows(assessment, department), whole),
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
    whole = SheetRow(_line(assessment, kind, sums, place, phrase("total", language)).cells, strong=True)
    return SheetTable(
        title=phrase("score-title", language), unit="", words=_words(assessment, kind, sums, place),
        columns=_columns(assessment, ("department", 26, "left"), ("score", 19, "right"), ("coverage", 14, "right"),
                         ("indicators", 14, "right"), ("mean", 13, "right"), ("achieved", 13, "right"), ("grade-alone", 12, "left")),
        rows=(*rows, whole),
    )  # fmt: skip


def _sums_of(assessment: Assessment, department: Department | None) -> tuple[str, Sums, int]:
    if department is None:
        return "office", assessment.rolled.office, 0
    return "department", assessment.rolled.departments, assessment.facts.book.departments.index(department)


def _unit(assessment: Assessment) -> str:
    language, rules = assessment.facts.book.office.language, assessment.rules.scoring
    return phrase("score-unit", language, most=f"{rules.scale.cap.value:g}") if rules else ""


def _columns(assessment: Assessment, *columns: tuple[str, float, str]) -> tuple[SheetColumn, ...]:
    language = assessment.facts.book.office.language
    return tuple(
        SheetColumn(phrase(f"score-head-{name}", language), share, "right" if align == "right" else "left")
        for name, share, align in columns
    )


def _score(assessment: Assessment, kind: str, sums: Sums, place: int) -> str:
    """Print what a group scores, and what it would without adjustments where that differs."""
    score, plain = float(sums.rolled.score.values[place]), float(sums.rolled.unadjusted[place])
    return _beside(assessment, grade_table(assessment, kind), score, plain)


def _beside(assessment: Assessment, table: GradeTable | None, score: float, plain: float) -> str:
    shown, bare = score_words(score, table), score_words(plain, table)
    if shown == bare:
        return shown
    return phrase("score-unadjusted", assessment.facts.book.office.language, score=shown, plain=bare)


def _points(points: float) -> str:
    return score_words(points)


def _words(assessment: Assessment, kind: str, sums: Sums, place: int) -> str:
    """Say what a score speaks of, and name the two sums of attainment beside it."""
    language = assessment.facts.book.office.language
    said = {
        "score": _score(assessment, kind, sums, place),
        "coverage": percent(float(sums.rolled.coverage[place]), borders=BORDERS),
    }
    if not sums.attained[place]:
        return phrase("score-words-none", language, **said)
    return phrase("score-words", language, **said, cap=percent(assessment.rules.attainment.score_cap, digits=0),
                  mean=_mean(assessment, sums, place), achieved=_achieved(sums, place))  # fmt: skip


def _mean(assessment: Assessment, sums: Sums, place: int) -> str:
    return percent(float(sums.mean[place]), borders=BORDERS)


def _achieved(sums: Sums, place: int) -> str:
    return percent(float(sums.achieved[place]), borders=BORDERS)


def _line(assessment: Assessment, kind: str, sums: Sums, place: int, name: str) -> SheetRow:
    language = assessment.facts.book.office.language
    counts = phrase("score-of", language, n=int(sums.scored[place]), of=int(sums.scorable[place]))
    coverage = percent(float(sums.rolled.coverage[place]), borders=BORDERS)
    return SheetRow((
        name, _score(assessment, kind, sums, place), coverage if sums.scorable[place] else NOTHING, counts,
        _mean(assessment, sums, place), _achieved(sums, place),
        grade_words(assessment, kind, sums.grades, place) or NOTHING,
    ))  # fmt: skip


def _programme_rows(assessment: Assessment, department: Department) -> Iterator[SheetRow]:
    """Set each programme over its indicators."""
    facts, rolled = assessment.facts, assessment.rolled
    for owner, (of, programme) in enumerate(facts.owners):
        rows = np.flatnonzero(rolled.counted & (facts.owner_of == owner))
        if of is not department or not rows.size:
            continue
        score = _score(assessment, "programme", rolled.programmes, owner)
        allotted, points = (float(np.nansum(column[rows])) for column in (rolled.allotted, rolled.points))
        grade = grade_words(assessment, "programme", rolled.programmes.grades, owner)
        yield SheetRow((programme.name, "", _points(allotted), score, _points(points), grade), strong=True)
        for row in rows:
            yield _indicator_row(assessment, facts, int(row))


def _indicator_row(assessment: Assessment, facts: Facts, row: int) -> SheetRow:
    scores, rolled = assessment.scores, assessment.rolled
    reason = scores.plain.reason(row)
    table = grade_table(assessment, "indicator")
    score = _beside(assessment, table, float(scores.counts[row]), float(scores.plain.values[row]))
    grade = grade_words(assessment, "indicator", rolled.grades, row)
    why = term(reason, facts.book.office.language) if reason else grade
    cells = (facts.places[row].indicator.name, method_words(assessment, row), _points(float(rolled.allotted[row])),
             score, _points(float(rolled.points[row])), why)  # fmt: skip
    return SheetRow(cells, depth=1)
