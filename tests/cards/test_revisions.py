"""What changed between two sides, and why a status is not what it was."""

from typing import Any

import attrs
import pytest
from projects import assessed, indicator, programme

from scorecard.cards.changes import Change, Kind, Why
from scorecard.cards.results import results
from scorecard.cards.revisions import Comparison, Record, compare, tally
from scorecard.rules.assess import Assessment

USUAL = {"target": "{2026: 100명}", "actual": "{2025: 80명}", "source": "report#1"}
ATTAINMENT = """
methods: {up: ratio, down: reciprocal, keep: tolerance}
bands:
  - {status: achieved, at_least: 1}
  - {status: on_track, at_least: BAND}
  - {status: watch, at_least: 0.5}
keep_tolerance: 0.05
"""
RISK = """
rules:
  - id: low
    title: 낮음
    about: target
    severity: SEVERITY
    when: WHEN
    message: 낮음
    why: 까닭
    action: 고침
"""


def judged(*more: str, on: str = "", rules: dict[str, str] | None = None, **fields: str) -> Assessment:
    return assessed(programme(indicator(*more, **{**USUAL, **fields})), rules=rules or {}, on=on)


def record(assessment: Assessment) -> Record:
    as_of = assessment.facts.book.office.as_of.isoformat()
    return Record("2026Q1", as_of, results(assessment))


def attainment(band: float) -> str:
    return ATTAINMENT.replace("BAND", str(band))


def told(comparison: Comparison) -> list[tuple[Kind, str, str, str]]:
    return [(one.kind, one.what, one.old, one.new) for one in comparison.changes]


@pytest.mark.parametrize(
    ("field", "before", "after", "expected"),
    [
        ("target", "{2026: 100명}", "{2026: 90명}", (Kind.TARGET_DOWN, "2026", "100명", "90명")),
        ("target", "{2026: 100명}", "{2026: 110명}", (Kind.TARGET_UP, "2026", "100명", "110명")),
        ("target", "{2026: 100명}", "{2026: 100명 이상}", (Kind.TARGET_CHANGED, "2026", "100명", "100명 이상")),
        ("target", "{2026: 100명}", "{2026: 100명, 2027: 120명}", (Kind.TARGET_ADDED, "2027", "", "120명")),
        ("target", "{2026: 100명, 2027: 120명}", "{2026: 100명}", (Kind.TARGET_REMOVED, "2027", "120명", "")),
        ("target", "{2026: 100명}", "{2026: '-'}", (Kind.TARGET_REMOVED, "2026", "100명", "")),
        ("actual", "{2025: 80명}", "{2025: 85명}", (Kind.ACTUAL_RESTATED, "2025", "80명", "85명")),
        ("actual", "{2025: 80명}", "{2025: 80명, 2026-01: 9명}", (Kind.ACTUAL_NEW, "2026-01", "", "9명")),
        ("actual", "{2024: 70명, 2025: 80명}", "{2025: 80명}", (Kind.ACTUAL_REMOVED, "2024", "70명", "")),
        ("level", "output", "outcome", (Kind.DEFINITION, "level", "output", "outcome")),
        ("direction", "up", "down", (Kind.DEFINITION, "direction", "up", "down")),
        ("aggregation", "sum", "last", (Kind.DEFINITION, "aggregation", "sum", "last")),
        ("weight", "1", "2.5", (Kind.DEFINITION, "weight", "1", "2.5")),
        ("name", "지표", "이름", (Kind.DEFINITION, "name", "지표", "이름")),
        ("method", "ratio", "linear-down", (Kind.DEFINITION, "method", "ratio", "linear-down")),
        ("schedule", "연중", "하반기", (Kind.DEFINITION, "schedule", "연중", "하반기")),
        ("plan", "even", "{2026H1: 60%, 2026H2: 40%}", (Kind.DEFINITION, "plan", "even", "2026H1 60%, 2026H2 40%")),
    ],
)  # fmt: skip
def test_a_change_of_the_text_is_told_with_both_values(
    field: str, before: str, after: str, expected: tuple[Kind, str, str, str]
) -> None:
    sides = (assessed(programme(indicator(**{**USUAL, field: value}))) for value in (before, after))
    comparison = compare(*sides)
    assert [one for one in told(comparison) if one[0] is not Kind.STATUS] == [expected]


def test_the_same_text_has_no_changes_and_neither_has_a_number_written_otherwise() -> None:
    assert compare(judged(target="{2026: '1,000명'}"), judged(target="{2026: 1000명}")).changes == ()


def test_a_change_of_unit_is_neither_up_nor_down() -> None:
    sides = (judged(target=f"{{2026: {target}}}", actual="{}") for target in ("100명", "90건"))
    assert told(compare(*sides)) == [
        (Kind.TARGET_CHANGED, "2026", "100명", "90건"),
        (Kind.DEFINITION, "unit", "명", "건"),
    ]


def test_indicators_come_and_go_with_what_they_were_to_reach() -> None:
    before, after = judged(id="old"), judged(id="new", target="{2026: 5명}")
    assert [(one.kind, one.id, one.old, one.new) for one in compare(before, after).changes] == [
        (Kind.ADDED, "jobs/p/new", "", "2026 5명"),
        (Kind.REMOVED, "jobs/p/old", "2026 100명", ""),
    ]


@pytest.mark.parametrize("former", ["old", "jobs/p/old"])
def test_a_renamed_indicator_is_the_same_one(former: str) -> None:
    before, after = judged(id="old"), judged(id="new", formerly=f"[{former}]", target="{2026: 90명}")
    assert [(one.kind, one.id, one.old, one.new) for one in compare(before, after).changes] == [
        (Kind.TARGET_DOWN, "jobs/p/new", "100명", "90명"),
        (Kind.RENAMED, "jobs/p/new", "jobs/p/old", "jobs/p/new"),
    ]


def test_a_part_goes_with_its_renamed_whole() -> None:
    parts = "parts: [{id: a, name: 부분, target: {2026: 100명}}]"
    changes = compare(judged(parts, id="old"), judged(parts, id="new", formerly="[old]")).changes
    assert {change.kind for change in changes} == {Kind.RENAMED, Kind.DEFINITION}
    assert [change.id for change in changes if change.kind is Kind.RENAMED] == ["jobs/p/new", "jobs/p/new/a"]


def test_an_indicator_that_kept_its_id_is_not_taken_for_another() -> None:
    """Two were there before; the one that claims the other's id stays itself."""
    both = programme(indicator(id="a", **USUAL) + indicator(id="b", **USUAL))
    merged = programme(indicator(id="b", formerly="[a]", **USUAL))
    assert [(one.kind, one.id) for one in compare(assessed(both), assessed(merged)).changes] == [
        (Kind.REMOVED, "jobs/p/a")
    ]


# ── statuses ──────────────────────────────────────────────────────────────────────────────────

REACHED = "{2025: 80명, 2026: 90명}"


def late(**fields: Any) -> Assessment:
    """Judge on a day after the year, when figures alone decide."""
    return assessed(
        programme(indicator(**{**USUAL, "actual": REACHED, **fields.get("text", {})})),
        office={"as_of": "2027-01-31"}, rules={"attainment": attainment(fields.get("band", 0.8))},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("after", "why"),
    [
        ({"text": {"actual": "{2025: 80명, 2026: 100명}"}}, (Why.ACTUAL,)),
        ({"text": {"target": "{2026: 85명}"}}, (Why.TARGET,)),
        ({"band": 0.95}, (Why.RULES,)),
        ({"band": 0.95, "text": {"actual": "{2025: 80명, 2026: 91명}"}}, (Why.ACTUAL, Why.RULES)),
        ({"text": {"direction": "down"}}, (Why.DEFINITION,)),
    ],
)
def test_a_changed_status_tells_what_changed_under_it(after: dict[str, Any], why: tuple[Why, ...]) -> None:
    changes = compare(late(), late(**after)).changes
    assert [change.why for change in changes if change.kind is Kind.STATUS] == [why]


def test_where_only_the_day_moved_the_status_says_so() -> None:
    changes = compare(judged(), judged(on="2027-01-31")).changes
    assert changes == (
        Change(Kind.STATUS, "jobs/p/i", "지표", "", "not_due", "missing", (Why.DAY,), (), "일자리과"),
    )  # fmt: skip


def test_a_status_nothing_explains_is_not_explained() -> None:
    one = record(judged())
    other = attrs.evolve(one, rows=[{**one.rows[0], "status": "behind"}])
    assert [change.why for change in compare(one, other).changes] == [(Why.UNKNOWN,)]


# ── rules ─────────────────────────────────────────────────────────────────────────────────────


def ruled(severity: str = "low", when: str = "target < 5", band: float = 0.8) -> Assessment:
    risk = RISK.replace("SEVERITY", severity).replace("WHEN", when)
    return judged(rules={"risks": risk, "attainment": attainment(band)})


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({"severity": "high"}, ("low", "severity", "low", "high")),
        ({"when": "target < 6"}, ("low", "when", "target < 5", "target < 6")),
        ({"band": 0.9}, ("rules/attainment.yaml", "bands.on_track", "0.8", "0.9")),
    ],
)
def test_rules_and_thresholds_are_told_with_both_values(
    after: dict[str, Any], expected: tuple[str, ...]
) -> None:
    (change,) = compare(ruled(), ruled(**after)).changes
    assert (change.id, change.what, change.old, change.new) == expected


def test_rules_come_and_go() -> None:
    none = judged(rules={"risks": "rules: []", "attainment": attainment(0.8)})
    assert [(one.kind, one.id, one.new) for one in compare(none, ruled()).changes] == [
        (Kind.RULE_ADDED, "low", "low: target < 5")
    ]
    assert tally(compare(ruled(), none)) == {Kind.RULE_REMOVED: 1}


# ── editions ──────────────────────────────────────────────────────────────────────────────────


def test_an_edition_tells_no_rules_and_that_is_said() -> None:
    comparison = compare(record(ruled()), ruled(severity="high"))
    assert not comparison.rules_compared
    assert comparison.changes == ()


def test_an_edition_and_a_project_are_compared_by_their_results() -> None:
    """Targets of other years, which an edition does not tell, are not said to be new."""
    after = judged(target="{2026: 90명, 2027: 120명}", actual="{2025: 85명, 2026-01: 9명}")
    assert told(compare(record(judged()), after))[:3] == [
        (Kind.TARGET_DOWN, "2026", "100명", "90명"),
        (Kind.ACTUAL_RESTATED, "2025", "80명", "85명"),
        (Kind.ACTUAL_NEW, "2026-01-31", "", "9명"),
    ]


def test_what_an_edition_no_longer_tells_of_its_year_is_gone() -> None:
    before = record(judged(actual="{2025: 80명, 2026-01: 9명}"))
    kinds = [kind for kind, *_ in told(compare(before, record(judged())))]
    assert kinds[0] is Kind.ACTUAL_REMOVED


def test_the_target_of_another_year_is_no_target_removed() -> None:
    row = record(judged()).rows[0]
    sides = [Record("x", "2026-01-31", [{**row, "period": year}]) for year in ("2026", "2027")]
    assert Kind.TARGET_REMOVED not in tally(compare(*sides))


def test_a_waived_demand_and_a_loosened_ratchet_are_changes_of_the_rules() -> None:
    waiver = "waivers: [{demand: count, reason: 까닭, until: 2026-12-31}]"
    old, new = (
        assessed("- {id: p, name: 사업}\n", rules={"coverage": f"office: {{}}\n{more}"})
        for more in ("ratchet: {findings: [high]}\n", f"ratchet: {{findings: [low]}}\n{waiver}\n")
    )
    told = {
        (one.what, one.old, one.new) for one in compare(old, new).changes if one.kind is Kind.RULE_CHANGED
    }
    assert told == {
        ("ratchet.findings", "high", "low"),
        ("waivers", "", "office count ~2026-12-31 (까닭)"),
    }
