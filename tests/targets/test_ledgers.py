"""A revised target tells what it was, when, why and by whom; a broken definition parts before from after."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import assessed, programme
from projects import indicator as written

from scorecard.rules.assess import Assessment
from scorecard.targets.ledgers import across, held_on
from scorecard.targets.measures import Break, Comparability, Value
from scorecard.targets.periods import Period, read_period
from scorecard.targets.quantities import read_quantity
from scorecard.targets.revising import Held, Revision
from scorecard.wording.terms import Reason, Status

from .projects import Place, indicator, places, problems_of

HEAD = """
    id: trained
    name: 인재 양성
    level: output
    aggregation: sum
    direction: up
"""
#: An entry of a ledger, to be changed in one place.
ENTRY = '{was: "4,000명", on: 2026-01-20, reason: 예산이 줄었음, approver: 성과관리위원회}'


def check(folder: Path, *entries: str, value: str = '"3,500명"', more: str = "") -> list[Place]:
    """Tell what is wrong with a target's ledger; its first entry begins on line 15, column 17."""
    ledger = "".join(f"\n          - {one}" for one in entries)
    text = f"    target:\n      2026:\n        value: {value}\n        revised:{ledger}\n{more}"
    return places(problems_of(folder, jobs=indicator(HEAD + text)))


def test_a_ledger_in_order_passes(tmp_path: Path) -> None:
    later = ENTRY.replace("4,000", "3,700").replace("2026-01-20", "2026-01-25")
    assert check(tmp_path, ENTRY, later) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (", reason: 예산이 줄었음", "", ("missing-key", 15, 17)),
        (", approver: 성과관리위원회", "", ("missing-key", 15, 17)),
        ('was: "4,000명", ', "", ("missing-key", 15, 17)),
        ("on: 2026-01-20, ", "", ("missing-key", 15, 17)),
        ("예산이 줄었음", '""', ("empty-value", 15, 57)),
        ("2026-01-20", "2024-12-31", ("revision-before-target", 15, 37)),
        ("2026-01-20", "2026-02-01", ("day-in-future", 15, 37)),
        ("2026-01-20", "2026-02-30", ("bad-day", 15, 37)),
        ("4,000명", "3,500명", ("revision-changes-nothing", 15, 23)),
        ("4,000명", "3500명", ("revision-changes-nothing", 15, 23)),
        ("4,000명", "4,000건", ("unit-mismatch", 15, 23)),
        ("4,000명", "많이", ("not-a-figure", 15, 23)),
        ("approver:", "by:", ("unknown-key", 15, 66)),
    ],
)
def test_an_entry_that_cannot_be(tmp_path: Path, old: str, new: str, expected: Place) -> None:
    assert expected in check(tmp_path, ENTRY.replace(old, new))


def test_an_entry_from_before_the_one_above_it(tmp_path: Path) -> None:
    earlier = ENTRY.replace("4,000", "3,700").replace("2026-01-20", "2026-01-19")
    assert check(tmp_path, ENTRY, earlier) == [("revision-out-of-order", 16, 37)]


def test_an_entry_from_before_the_day_the_target_was_set(tmp_path: Path) -> None:
    set_on = "        set_on: 2026-01-21\n"
    assert check(tmp_path, ENTRY, more=set_on) == [("revision-before-target", 15, 37)]


def test_a_target_of_several_years_may_have_been_revised_long_ago(tmp_path: Path) -> None:
    text = HEAD.replace("sum", "last") + (
        "    target:\n      2020~2026:\n        value: 900명\n        revised:\n          - "
        + ENTRY.replace("2026-01-20", "2021-05-02")
    )
    assert places(problems_of(tmp_path, jobs=indicator(text))) == []


def test_a_target_taken_back_keeps_its_ledger(tmp_path: Path) -> None:
    assert check(tmp_path, ENTRY, value='"-"') == []
    assert check(tmp_path, ENTRY.replace("4,000명", "-"), value='"-"') == [
        ("revision-changes-nothing", 15, 23)
    ]


@pytest.mark.parametrize(
    ("kind", "line", "code"),
    [
        ("actual", "revised: [" + ENTRY + "]", "ledger-of-actual"),
        ("actual", "set_on: 2026-01-05", "ledger-of-actual"),
        ("target", 'restated: [{was: "4,000명", on: 2026-01-20, reason: 겹쳐 셈}]', "correction-of-target"),
    ],
)
def test_a_ledger_where_nobody_would_look_at_it(tmp_path: Path, kind: str, line: str, code: str) -> None:
    text = f'{HEAD}    {kind}:\n      2025:\n        value: "3,500명"\n        {line}\n'
    assert places(problems_of(tmp_path, jobs=indicator(text))) == [(code, 14, 13)]


# ── as it held on a day ───────────────────────────────────────────────────────────────────────

LOWERED = (
    "{2026: {value: 80명, revised: ["
    "{was: 100명, on: 2026-04-10, reason: 추경, approver: 위원회}, {was: 90명, on: 2026-07-01, reason: 재난, approver: 위원회}]}}"
)


def judged(on: str, **fields: str) -> Assessment:
    usual = {"target": LOWERED, "actual": "{2025: 80명}", "source": "report#1"}
    return assessed(programme(written(**{**usual, **fields})), office={"as_of": "2026-12-31"}, on=on)


@pytest.mark.parametrize(
    ("day", "target"),
    [("2026-01-31", 100), ("2026-04-09", 100), ("2026-04-10", 90), ("2026-06-30", 90), ("2026-07-01", 80)],
)
def test_an_edition_judges_by_the_target_that_held_on_its_day(day: str, target: float) -> None:
    assessment = judged(day)
    assert assessment.indicators.numbers("target")[0] == target
    assert assessment.facts.years[0].target.text == f"{target}명"


def test_a_target_is_not_known_before_it_was_set() -> None:
    target = "{2026: {value: 80명, set_on: 2026-02-10}}"
    assert [judged(day, target=target).facts.years[0].target.text for day in ("2026-02-09", "2026-02-10")] == [
        "", "80명"
    ]  # fmt: skip


def test_words_are_revised_as_figures_are() -> None:
    target = "{2026: {value: 협의체 두 번, revised: [{was: 협의체 네 번, on: 2026-03-02, reason: 인사, approver: 위원회}]}}"
    told = [judged(day, target=target, aggregation="judged").facts.years[0].target.text
            for day in ("2026-03-01", "2026-03-02")]  # fmt: skip
    assert told == ["협의체 네 번", "협의체 두 번"]


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(on=st.lists(days, min_size=1, max_size=6).map(sorted), day=days)
def test_what_held_is_what_the_first_later_entry_says_it_was(on: list[date], day: date) -> None:
    figures = [read_quantity(f"{n + 1}명") for n in range(len(on) + 1)]
    ledger = tuple(Revision(Held(q.text, q), when, "r", "a") for q, when in zip(figures, on, strict=False))
    held = held_on(Value(figures[-1].text, figures[-1], revised=ledger), day)

    assert held is not None
    assert held.quantity == figures[sum(when <= day for when in on)]
    assert held.revised == tuple(one for one in ledger if one.on <= day)


# ── breaks ────────────────────────────────────────────────────────────────────────────────────


def broken(since: str, on: str = "2026-12-31", more: str = "", **fields: str) -> Assessment:
    usual = {"target": "{2026: 100명}", "breaks": f"[{{since: {since}, reason: 새 기준{more}}}]"}
    return judged(on, **{**usual, **fields})


def reasons(assessment: Assessment) -> list[Reason | None]:
    attained = assessment.attained
    return [one.reason(0) for one in (attained.start, attained.attainment)]


def test_what_came_before_a_break_is_shown_and_not_compared() -> None:
    assessment = broken("2026", on="2026-01-31")
    assert assessment.facts.years[0].previous.text == "80명"
    assert assessment.facts.years[0].previous.comparability is Comparability.DIFFERENT
    assert reasons(assessment)[0] is Reason.NOT_COMPARABLE


def test_unless_it_is_said_to_compare() -> None:
    assessment = broken("2026", on="2026-01-31", more=", comparability: similar")
    assert assessment.facts.years[0].previous.comparability is Comparability.SIMILAR
    assert reasons(assessment)[0] is None


def test_a_break_is_not_known_before_it_comes() -> None:
    assert reasons(broken("2026-07-01", on="2026-06-30"))[0] is None
    assert reasons(broken("2026-07-01", on="2026-07-01"))[0] is Reason.NOT_COMPARABLE


def test_a_break_after_the_year_that_is_judged_says_nothing_of_it() -> None:
    assessment = assessed(
        programme(written(target="{2026: 100명}", actual="{2025: 80명, 2026: 90명}", source="report#1",
                          breaks="[{since: 2027, reason: 새 기준}]")),
        office={"as_of": "2027-03-31"},
    )  # fmt: skip
    assert reasons(assessment) == [None, None]


def test_quarters_from_both_sides_of_a_break_make_no_year() -> None:
    actual = "{2025: 80명, 2026Q1: 20명, 2026Q2: 20명, 2026Q3: 30명}"
    assessment = broken("2026-07-01", on="2026-09-30", actual=actual)
    assert reasons(assessment)[1] is Reason.NOT_COMPARABLE
    assert assessment.status_at(0) is Status.UNDECIDED
    assert assessment.moved.pace.reason(0) is Reason.NOT_COMPARABLE
    assert reasons(broken("2026-07-01", on="2026-06-30", actual=actual)) == [None, None]


def test_the_last_state_is_measured_the_new_way() -> None:
    actual = "{2025: 80명, 2026-03-31: 20명, 2026-09-30: 70명}"
    assessment = broken("2026-07-01", on="2026-09-30", actual=actual, aggregation="last")
    assert reasons(assessment)[1] is None


def test_a_unit_may_change_with_a_break_and_size_too(tmp_path: Path) -> None:
    figures = "    target: {2025: 90건, 2026: 4명}\n    actual: {2024: 80건, 2025: 85건, 2026-01: 1명}\n"
    sizes = "    target: {2026: 4명}\n    actual: {2025: 4천명}\n"
    note = "    breaks: [{since: 2026, reason: 건수에서 사람 수로}]\n"
    for text, code in ((figures, "unit-changed"), (sizes, "scale-slip")):
        assert [code] == [one[0] for one in places(problems_of(tmp_path, jobs=indicator(HEAD + text)))][:1]
        assert problems_of(tmp_path, jobs=indicator(HEAD + text + note)) == []


def test_a_ledger_may_change_its_unit_with_a_break(tmp_path: Path) -> None:
    note = "    breaks: [{since: 2026, reason: 건수에서 사람 수로}]\n"
    assert check(tmp_path, ENTRY.replace("4,000명", "4,000건"), more=note) == []


@pytest.mark.parametrize(
    ("note", "code"),
    [("[{since: 2026}]", "missing-key"), ("[{reason: 새 기준}]", "missing-key"), ("[{since: 어제, reason: 새 기준}]", "bad-period"),
     ("{since: 2026, reason: 새 기준}", "expected-list")],
)  # fmt: skip
def test_a_break_without_day_or_reason(tmp_path: Path, note: str, code: str) -> None:
    text = HEAD + f"    breaks: {note}\n"
    assert [one[0] for one in places(problems_of(tmp_path, jobs=indicator(text)))] == [code]


periods = st.sampled_from(["2024", "2025", "2026", "2025Q3", "2026-02", "2026-05-05"]).map(read_period)


@given(one=periods, other=periods, since=periods)
def test_a_break_lies_between_two_periods_whichever_is_named_first(
    one: Period, other: Period, since: Period
) -> None:
    breaks = (Break(since, "r"),)
    assert across(breaks, one, other) is across(breaks, other, one)
    assert across(breaks, one, one) is Comparability.SAME
