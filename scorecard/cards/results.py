"""The result table: one row an indicator, every number plain, every missing one None."""

from collections import defaultdict
from math import isnan
from typing import Any

from scorecard.rules.assess import Assessment
from scorecard.targets.budgets import Citations
from scorecard.targets.readings import Reading
from scorecard.targets.vocabulary import Row
from scorecard.wording.terms import Reason, term

COLUMNS = (
    "id", "department", "programme", "name", "part_of", "level", "aggregation", "direction", "unit", "period",
    "target", "target_text", "target_qualifier", "target_kind",
    "previous", "previous_text", "previous_comparability", "actual", "actual_text", "actual_as_of",
    "attainment", "method", "start", "stretch", "due", "pace", "forecast", "forecast_low", "forecast_high", "p_hit",
    "score", "weight", "status", "status_word", "reason", "findings", "waived", "unknown",
    "budget", "budget_previous", "budget_change", "budget_spent_rate", "source_target", "source_actual", "file", "line",
    "score_unadjusted", "score_method", "score_reason", "points", "grade",
)  # fmt: skip


def results(assessment: Assessment) -> list[dict[str, Any]]:
    """Lay an assessment out as the rows of the result table."""
    caught = _rules_by_row(assessment)
    return [_row(assessment, row, caught) for row in range(len(assessment.facts.places))]


_Caught = dict[str, dict[int, list[str]]]


def _rules_by_row(assessment: Assessment) -> _Caught:
    """Gather rule ids by indicator row; what is said of a programme is said of each of its rows, of an audit of none."""
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row, owner in enumerate(assessment.facts.owner_of):
        rows_of[int(owner)].append(row)
    caught: _Caught = {
        "findings": defaultdict(list),
        "waived": defaultdict(list),
        "unknown": defaultdict(list),
    }
    told = [("waived" if one.waiver else "findings", one.rule.text, one.row) for one in assessment.findings]
    told += [("unknown", one.rule.text, one.row) for one in assessment.unknowns]
    for kind, rule, at in told:
        rows = {Row.INDICATOR: [at], Row.PROGRAMME: rows_of[at], Row.AUDIT: []}[rule.each]
        for row in rows:
            caught[kind][row].append(rule.id)
    return caught


def _row(assessment: Assessment, row: int, caught: _Caught) -> dict[str, Any]:
    facts, table = assessment.facts, assessment.indicators
    place, year = facts.places[row], facts.years[row]
    indicator, attained = place.indicator, assessment.attained
    spot = facts.book.spots[place.department.id].find(*place.path)
    status = assessment.status_at(row)
    method = attained.methods.codes[row]
    values = {
        "id": place.id,
        "department": place.department.name,
        "programme": place.programme.name,
        "name": indicator.name,
        "part_of": place.part_of or None,
        "level": indicator.level.value,
        "aggregation": indicator.aggregation.value,
        "direction": indicator.direction.value if indicator.direction else None,
        "unit": _word(table.words("unit").codes[row], table.words("unit").words),
        "period": str(year.target.period or facts.year),
        "target_text": year.target.text or None,
        "target_qualifier": _word(
            table.words("target_qualifier").codes[row], table.words("target_qualifier").words
        ),
        "target_kind": _word(table.words("target_kind").codes[row], table.words("target_kind").words),
        "previous_text": year.previous.text or None,
        "previous_comparability": year.previous.comparability.value if year.previous.written else None,
        "actual_text": year.actual.text or None,
        "actual_as_of": year.actual.until.isoformat() if year.actual.until else None,
        "method": None if method < 0 else attained.methods.words[method],
        "weight": indicator.weight,
        "status": status.value,
        "status_word": term(status, facts.book.office.language),
        "reason": _reason(assessment, row),
        "findings": caught["findings"][row],
        "waived": caught["waived"][row],
        "unknown": caught["unknown"][row],
        "source_target": cite(year.target.source) if year.target.written else None,
        "source_actual": cite(_actual_of(year.actual, year.previous).source) or None,
        "file": spot.file,
        "line": spot.line,
    }
    values |= {"due": plain(float(table.numbers("planned")[row])), **_scored(assessment, row)}
    for name in ("target", "previous", "actual", "attainment", "start", "stretch",
                 "pace", "forecast", "forecast_low", "forecast_high", "p_hit",
                 "budget", "budget_previous", "budget_change", "budget_spent_rate"):  # fmt: skip
        values[name] = plain(float(table.numbers(name)[row]))
    return {column: values.get(column) for column in COLUMNS}


def _scored(assessment: Assessment, row: int) -> dict[str, Any]:
    """Tell a row's score, by what, and what it earns; the grade as the rules write it."""
    scores, rolled = assessment.scores, assessment.rolled
    reason = scores.plain.reason(row)
    return {
        "score": plain(float(scores.counts[row])),
        "score_unadjusted": plain(float(scores.plain.values[row])),
        "score_method": scores.method(row) or None,
        "score_reason": reason.value if reason else None,
        "points": plain(float(rolled.points[row])),
        "grade": _word(int(rolled.grades.codes[row]), rolled.grades.words),
    }


def _word(code: int, words: tuple[str, ...]) -> str | None:
    return None if code < 0 else words[code]


def plain(number: float) -> float | int | None:
    """Make a number fit for JSON: None for missing, whole numbers without a fraction."""
    if isnan(number):
        return None
    return int(number) if number.is_integer() else number


def _actual_of(actual: Reading, previous: Reading) -> Reading:
    """Take the actual a row's source speaks of: this year's, before there is one last year's."""
    return actual if actual.written else previous


def cite(citations: Citations) -> str:
    """Write citations as they stand in the text."""
    return "; ".join(
        f"{one.source}#{one.first}" + (f"-{one.last}" if one.last > one.first else "") + (f" {one.words}" if one.words else "")
        for one in citations
    )  # fmt: skip


def _reason(assessment: Assessment, row: int) -> str | None:
    """Tell why a row has no attainment; before it is due, that is the reason."""
    reason = assessment.attained.attainment.reason(row)
    not_yet = (
        assessment.indicators.flags("due")[row] != 1 and assessment.indicators.flags("has_target")[row] == 1
    )
    if reason is Reason.ACTUAL_MISSING and not_yet:
        return Reason.NOT_DUE.value
    return reason.value if reason else None
