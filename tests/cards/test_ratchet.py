"""Nothing may be worse than it was, and who made it worse is named."""

from collections.abc import Mapping
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import assessed, assessed_departments

from scorecard.cards.causes import Pair, pair_up
from scorecard.cards.coverage import measure_coverage
from scorecard.cards.gate import hold
from scorecard.cards.ratchet import Held, brought, ratchet, ratio
from scorecard.cards.standings import standing_of
from scorecard.rules.assess import Assessment
from scorecard.rules.demands import Ratchet, Share
from scorecard.targets.measures import OFFICE_ID

HIGH = """\
rules:
  - {id: r, title: 제목, about: target, severity: high, when: "target > 50", message: "큼 {target}", why: 까닭, action: 조치}
"""
GOOD = {"target": "{2026: 40명}", "actual": "{2025: 30명}", "source": "report#1"}


def one(name: str, target: str = "40명", money: int = 10, **more: str) -> str:
    """Write a programme with one indicator, or none where no target is given."""
    budget = f"- {{id: {name}, name: 사업 {name}, budget: [{{name: 줄, unit: 억원, current: {money}}}]"
    if not target:
        return f"{budget}}}\n"
    fields = {**GOOD, "target": f"{{2026: {target}}}", **more}
    inner = ", ".join(f"{key}: {value}" for key, value in fields.items() if value)
    return f"{budget}, indicators: [{{id: i, name: 지표, level: output, aggregation: sum, direction: up, {inner}}}]}}\n"


def judged(programmes: str, risks: str = "rules: []\n", **office: str) -> Assessment:
    return assessed(programmes, office=office, rules={"risks": risks})


def pair(old: str, new: str, **more: str) -> Pair:
    before, after = judged(old, **more), judged(new, **more)
    return pair_up(standing_of(after, "now"), standing_of(before, "then", "abc:"))


def broken(old: str, new: str, rules: Ratchet | None = None, **more: str) -> dict[tuple[str, str], Held]:
    held = ratchet(pair(old, new, **more), rules or Ratchet())
    return {(each.demand.place, each.demand.measure): each for each in held if not each.demand.holds}


LEDGER = "{value: 35명, revised: [{was: 40명, on: 2026-01-20, reason: 예산 삭감, approver: 성과관리팀}]}"

programmes = st.lists(
    st.tuples(
        st.sampled_from("abcdefg"), st.sampled_from(["40명", "60명", ""]), st.integers(1, 99),
        st.sampled_from(["{2025: 30명}", "", "{2026-01: 3명}"]), st.sampled_from(["1", "0.3", "2.5"]),
    ),
    min_size=1, max_size=6, unique_by=lambda each: each[0],
).map(lambda some: "".join(one(name, target, money, actual=actual, weight=weight) for name, target, money, actual, weight in some))  # fmt: skip


@given(programmes)
def test_a_project_is_no_worse_than_itself(text: str) -> None:
    assert broken(text, text, risks=HIGH) == {}


@given(programmes, programmes)
def test_what_each_brought_adds_up_to_the_change_of_a_share(old: str, new: str) -> None:
    both = pair(old, new)
    for share in Share:
        before, after = both.base.totals[OFFICE_ID][share], both.now.totals[OFFICE_ID][share]
        if before[1] and after[1]:
            change = sum(brought(both, share, OFFICE_ID).values())
            assert isclose(change, ratio(after) - ratio(before), abs_tol=1e-9)


@given(programmes, programmes)
def test_whatever_falls_has_somebody_to_blame(old: str, new: str) -> None:
    for held in broken(old, new, risks=HIGH).values():
        assert held.causes


@given(programmes, st.sampled_from(["", "weight: 0.2", "weight: 7"]), st.booleans())
def test_an_indicator_nobody_reports_never_raises_coverage(text: str, weight: str, joins: bool) -> None:
    """Neither in a programme of its own nor in one that is there."""
    silent = f"{{id: silent, name: 새 지표, level: output, aggregation: sum, direction: up{', ' + weight if weight else ''}}}"
    if joins and "indicators: [" in text:
        more = text.replace("indicators: [", f"indicators: [{silent}, ", 1)
    else:
        more = f"{text}- {{id: z, name: 새 사업, indicators: [{silent}]}}\n"
    before, after = (standing_of(judged(each), "").totals[OFFICE_ID] for each in (text, more))
    for share in Share:
        assert not ratio(after[share]) > ratio(before[share]) + 1e-12


def test_a_programme_that_lost_its_target_is_named_with_place_and_old_value() -> None:
    found = broken(one("a") + one("b"), one("a") + one("b", ""))

    (cause,) = found[OFFICE_ID, "ratchet-count"].causes
    assert (cause.id, cause.spot.file, cause.spot.line) == ("jobs/b", "targets/jobs.yaml", 4)
    assert cause.old == "지표 2026 목표 40명"
    assert cause.old_place == "abc:targets/jobs.yaml:4:5"
    assert "△50%p" in cause.message
    assert ("jobs", "ratchet-count") in found


def test_a_new_programme_without_a_target_is_named() -> None:
    (cause,) = broken(one("a"), one("a") + one("b", ""))[OFFICE_ID, "ratchet-count"].causes
    assert (cause.id, cause.old, cause.old_place) == ("jobs/b", "", "")
    assert "새로 들어왔으나" in cause.message


def test_a_programme_that_is_gone_is_named_in_its_department() -> None:
    (cause,) = broken(one("a") + one("b", ""), one("b", ""))[OFFICE_ID, "ratchet-count"].causes
    assert (cause.id, cause.spot.file, cause.spot.line) == ("jobs/a", "targets/jobs.yaml", 0)


def test_money_that_moved_is_told_with_both_sums() -> None:
    (cause,) = broken(one("a", money=50) + one("b", "", 50), one("a", money=20) + one("b", "", 50))[
        OFFICE_ID, "ratchet-budget"
    ].causes
    assert "50억원 → 20억원" in cause.message


def test_a_rename_is_no_drop() -> None:
    """Of an indicator that says its former id, and of the programme it lies in."""
    new = one("b", formerly="[jobs/a/i]") + one("c", "")
    assert broken(one("a") + one("c", ""), new) == {}


def test_a_renamed_department_is_held_to_what_it_was() -> None:
    def judged_as(name: str, text: str, head: str = "") -> Assessment:
        whole = f"department: 과\n{head}programmes:\n{text}"
        return assessed_departments({name: whole}, rules={"risks": "rules: []\n"})

    before = judged_as("jobs", one("a") + one("b"))
    after = judged_as("work", one("a") + one("b", ""), "formerly: [jobs]\n")
    held = ratchet(pair_up(standing_of(after, "now"), standing_of(before, "then")), Ratchet())
    (drop,) = [
        each for each in held if each.demand.measure == "ratchet-count" and each.demand.place == "work"
    ]
    assert [cause.id for cause in drop.causes] == ["work/b"]
    same = judged_as("work", one("a") + one("b"), "formerly: [jobs]\n")
    assert all(
        each.demand.holds
        for each in ratchet(pair_up(standing_of(same, "now"), standing_of(before, "then")), Ratchet())
    )


def test_a_new_finding_is_named_and_an_old_one_is_not() -> None:
    found = broken(one("a", "60명") + one("b"), one("a", "60명") + one("b", "70명"), risks=HIGH)
    (cause,) = found[OFFICE_ID, "ratchet-high"].causes
    assert (cause.id, cause.rule) == ("jobs/b/i", "r")
    assert "70명" in cause.message


@pytest.mark.parametrize(
    ("old", "new", "eased"),
    [
        ({}, {"target": "35명"}, True),
        ({}, {"target": "45명"}, False),
        ({}, {"target": LEDGER}, False),
        ({}, {"target": LEDGER.replace("40명", "50명")}, True),
        ({"direction": "down"}, {"target": "45명", "direction": "down"}, True),
        ({"direction": "down"}, {"target": "35명", "direction": "down"}, False),
    ],
)
def test_a_target_made_easier_wants_an_entry_in_its_ledger(
    old: Mapping[str, str], new: Mapping[str, str], eased: bool
) -> None:
    def text(more: Mapping[str, str]) -> str:
        fields = dict(more)
        target = fields.pop("target", "40명")
        direction = fields.pop("direction", "up")
        return one("a", target, 10, **fields).replace("direction: up", f"direction: {direction}")

    found = broken(text(old), text(new))
    assert ((OFFICE_ID, "ratchet-targets") in found) == eased
    if eased:
        (cause,) = found[OFFICE_ID, "ratchet-targets"].causes
        assert cause.message in ("2026: 40명 → 35명", "2026: 40명 → 45명")
        assert cause.old_place.startswith("abc:targets/jobs.yaml:3:")


def test_a_changed_definition_wants_a_break() -> None:
    new = one("a").replace("aggregation: sum", "aggregation: last")
    (cause,) = broken(one("a"), new)[OFFICE_ID, "ratchet-definitions"].causes
    assert cause.message == "집계: sum → last"
    told = new.replace("level: output", "level: output, breaks: [{since: 2026, reason: 산식 변경}]")
    assert (OFFICE_ID, "ratchet-definitions") not in broken(one("a"), told)


def test_what_is_not_asked_is_not_held() -> None:
    rules = Ratchet(
        coverage=(Share.BUDGET,), findings=(), departments=False, targets=False, definitions=False
    )
    held = ratchet(pair(one("a"), one("a", "")), rules)
    assert [each.demand.measure for each in held] == ["ratchet-budget"]


def test_a_department_of_the_future_has_nothing_to_be_held_against() -> None:
    both = pair(one("a"), one("a"))
    held = ratchet(both, Ratchet())
    assert {each.demand.place for each in held} == {OFFICE_ID, "jobs"}


def test_the_demands_of_the_ratchet_take_part_in_the_verdict() -> None:
    assessment = judged(one("a") + one("b", ""))
    both = pair_up(standing_of(assessment, "now"), standing_of(judged(one("a")), "then"))
    verdict = hold(
        assessment, measure_coverage(assessment), tuple(one.demand for one in ratchet(both, Ratchet()))
    )
    assert not verdict.holds
