"""What changes without a word is found; what somebody accounts for is not."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import assessed, indicator, programme

from scorecard.cards.changes import Kind
from scorecard.cards.revisions import Comparison, compare
from scorecard.cards.unaccounted import Lack
from scorecard.rules.assess import Assessment
from scorecard.wording.terms import Severity

USUAL = {"target": "{2026: 100명}", "actual": "{2025: 80명}", "source": "report#1"}
HIGH, MEDIUM, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW


def judged(on: str = "2026-06-30", **fields: str) -> Assessment:
    written = programme(indicator(**{**USUAL, **fields}))
    return assessed(written, office={"as_of": "2026-06-30"}, on=on)


def found(comparison: Comparison) -> list[tuple[Lack, Severity, str]]:
    return [(one.lack, one.severity, one.what) for one in comparison.findings]


def entry(was: str, on: str = "2026-03-02") -> str:
    return f"{{was: {was}, on: {on}, reason: 추경, approver: 위원회}}"


def revised(value: str, *entries: str) -> str:
    return f"{{2026: {{value: {value}, revised: [{', '.join(entries)}]}}}}"


@pytest.mark.parametrize(
    ("fields", "after", "expected"),
    [
        ({}, {"target": "{2026: 90명}"}, [(Lack.LEDGER, HIGH, "2026")]),
        ({}, {"target": "{2026: 110명}"}, [(Lack.LEDGER, MEDIUM, "2026")]),
        ({}, {"target": "{2026: 100명 이상}"}, [(Lack.LEDGER, MEDIUM, "2026")]),
        ({}, {"target": "{2026: '-'}"}, [(Lack.LEDGER, HIGH, "2026")]),
        ({"direction": "down"}, {"target": "{2026: 110명}"}, [(Lack.LEDGER, HIGH, "2026")]),
        ({"direction": "down"}, {"target": "{2026: 90명}"}, [(Lack.LEDGER, MEDIUM, "2026")]),
        ({"target": "{2026: 100명, 2027: 120명}"}, {"target": "{2026: 100명, 2027: 110명}"}, [(Lack.LEDGER, LOW, "2027")]),
        ({}, {"target": "{2026: 100명, 2027: 110명}"}, []),
        ({"target": "{2024: 70명, 2026: 100명}"}, {}, []),
        ({}, {"target": "{2026: '100'}", "unit": "명"}, []),
        ({}, {"target": revised("90명", entry("100명"))}, []),
        ({}, {"target": revised("'-'", entry("100명"))}, []),
        ({}, {"target": revised("80명", entry("100명"), entry("90명"))}, []),
        ({}, {"target": revised("90명", entry("95명"))}, [(Lack.LEDGER, HIGH, "2026")]),
        ({"target": revised("90명", entry("100명"))}, {"target": revised("80명", entry("100명"))}, [(Lack.LEDGER, HIGH, "2026")]),
        ({"target": revised("90명", entry("100명"))}, {"target": "{2026: 90명}"}, [(Lack.LEDGER_REWRITTEN, HIGH, "2026")]),
        ({}, {"actual": "{2025: 85명}"}, [(Lack.CORRECTION, MEDIUM, "2025")]),
        ({}, {"actual": "{2024: 1명}"}, [(Lack.CORRECTION, MEDIUM, "2025")]),
        ({}, {"actual": "{2025: {value: 85명, restated: [{was: 80명, on: 2026-02-01, reason: 겹쳐 셈}]}}"}, []),
        ({"actual": "{2025: {value: 80명, provisional: true}}"}, {"actual": "{2025: 85명}"}, []),
        ({}, {"actual": "{2025: 80명, 2026-01: 9명}"}, []),
        ({}, {"aggregation": "last"}, [(Lack.BREAK, HIGH, "aggregation")]),
        ({}, {"direction": "down"}, [(Lack.BREAK, HIGH, "direction")]),
        ({"formula": "취업자"}, {"formula": "취업자와 창업자"}, [(Lack.BREAK, HIGH, "formula")]),
        ({"measured_by": "설문"}, {"measured_by": "대장"}, [(Lack.BREAK, HIGH, "measured_by")]),
        ({}, {"formula": "취업자"}, []),
        ({}, {"method": "ratio"}, []),
        ({"method": "ratio"}, {"method": "linear-down"}, [(Lack.BREAK, HIGH, "method")]),
        ({}, {"name": "이름", "level": "outcome", "weight": "2", "schedule": "하반기"}, []),
        ({"formula": "취업자"}, {"formula": "창업자", "breaks": "[{since: 2026-04-01, reason: 지침이 바뀜}]"}, []),
        ({"formula": "a", "breaks": "[{since: 2026-04-01, reason: r}]"}, {"formula": "b", "breaks": "[{since: 2026-04-01, reason: r}]"},
         [(Lack.BREAK, HIGH, "formula")]),
        ({"steps": "[{name: 착공, due: 2026-05}]"}, {"steps": "[{name: 착공, due: 2026-09}]"}, [(Lack.BREAK, HIGH, "steps")]),
        ({"steps": "[{name: 착공, due: 2026-05}]"}, {"steps": "[{name: 착공, due: 2026-05, done: 2026-06-02}]"}, []),
        ({"steps": "[{name: 착공, due: 2026-05}]"}, {"steps": "[{name: 착공, due: 2026-09}]", "target": revised("90명", entry("100명"))}, []),
    ],
)  # fmt: skip
def test_a_change_wants_a_word(
    fields: dict[str, str], after: dict[str, str], expected: Sequence[tuple[Lack, Severity, str]]
) -> None:
    assert found(compare(judged(**fields), judged(**{**fields, **after}))) == list(expected)


def test_an_indicator_that_goes_takes_its_targets_with_it() -> None:
    target = "{2024: 70명, 2026: 100명, 2027: 120명}"
    comparison = compare(judged(id="old", target=target), judged(id="new"))
    assert found(comparison) == [(Lack.LEDGER, HIGH, "2026"), (Lack.LEDGER, LOW, "2027")]
    assert {finding.id for finding in comparison.findings} == {"jobs/p/old"}
    assert compare(judged(id="old"), judged(id="new", formerly="[old]")).findings == ()


def test_what_a_ledger_says_is_told_with_the_change() -> None:
    (change,) = compare(judged(), judged(target=revised("90명", entry("100명")))).changes
    assert [(one.on, one.reason, one.approver) for one in change.because] == [
        ("2026-03-02", "추경", "위원회")
    ]


def test_two_days_of_one_text_differ_by_what_came_in_between() -> None:
    """The older edition knew the target as it was, and not the quarter that came later."""
    fields = {
        "target": revised("90명", entry("100명", "2026-05-02")),
        "actual": "{2025: 80명, 2026Q1: 9명, 2026Q2: 8명}",
    }
    comparison = compare(judged("2026-03-31", **fields), judged("2026-06-30", **fields))
    kinds = [
        (one.kind, one.what, one.old, one.new) for one in comparison.changes if one.kind is not Kind.STATUS
    ]
    assert kinds == [(Kind.TARGET_DOWN, "2026", "100명", "90명"), (Kind.ACTUAL_NEW, "2026Q2", "", "8명")]
    assert comparison.findings == ()


# ── laws ──────────────────────────────────────────────────────────────────────────────────────

MIRRORED = {
    Kind.TARGET_DOWN: Kind.TARGET_UP, Kind.TARGET_ADDED: Kind.TARGET_REMOVED, Kind.ACTUAL_NEW: Kind.ACTUAL_REMOVED,
    Kind.ADDED: Kind.REMOVED, Kind.RULE_ADDED: Kind.RULE_REMOVED,
}  # fmt: skip
MIRROR = {**MIRRORED, **{there: here for here, there in MIRRORED.items()}}

amounts = st.integers(1, 999).map(lambda n: f"{n}명")
years = st.sampled_from(["2024", "2025", "2026", "2027"])
sides = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["i", "j"]),
        "target": st.dictionaries(years, amounts, min_size=1, max_size=3),
        "actual": st.dictionaries(
            st.sampled_from(["2024", "2025", "2026Q1", "2026-05"]), amounts, max_size=3
        ),
        "direction": st.sampled_from(["up", "down", "keep"]),
        "level": st.sampled_from(["output", "outcome"]),
        "weight": st.sampled_from(["1", "2"]),
        "formula": st.sampled_from(["가", "나"]),
    }
)


def side(fields: dict[str, Any]) -> Assessment:
    written = {
        key: "{"
        + ", ".join(f"{period}: {{value: {amount}, checked: 시험}}" for period, amount in value.items())
        + "}"
        if isinstance(value, dict)
        else value
        for key, value in fields.items()
    }
    return judged(**written)


@given(fields=sides)
def test_a_side_does_not_differ_from_itself(fields: dict[str, Any]) -> None:
    comparison = compare(side(fields), side(fields))
    assert (comparison.changes, comparison.findings) == ((), ())


@given(one=sides, other=sides)
def test_there_and_back_mirror_each_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    here, there = side(one), side(other)
    mirrored = {
        (MIRROR.get(change.kind, change.kind), change.id, change.what, change.new, change.old)
        for change in compare(there, here).changes
    }
    assert {
        (change.kind, change.id, change.what, change.old, change.new)
        for change in compare(here, there).changes
    } == mirrored
