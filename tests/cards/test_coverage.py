"""Coverage tells how much was promised and reported; nothing raises it but promising and reporting."""

from math import isnan

from hypothesis import given, settings
from hypothesis import strategies as st
from projects import assessed, assessed_departments, department, indicator, programme

from scorecard.cards.coverage import Coverage, measure_coverage

LINE = ("budget:", "  - {name: 줄, unit: 억원, current: 10}")
TARGET = "target: {2026: 100명}"


def office(programmes: str, as_of: str = "2026-01-31") -> Coverage:
    return measure_coverage(assessed(programmes, office={"as_of": as_of})).office


def named(text: str, name: str) -> str:
    return text.replace("id: p\n", f"id: {name}\n")


COVERED = named(programme(indicator(TARGET), *LINE), "covered")
BARE = "- {id: bare, name: 빈 사업, budget: [{name: 줄, unit: 억원, current: 30}]}\n"


def test_coverage_is_counted_and_weighed_by_money() -> None:
    """E3: one of two programmes, but 10 of 40 억원."""
    covered = office(COVERED + BARE)
    assert (covered.programmes, covered.programmes_with_target, covered.coverage_count) == (2, 1, 0.5)
    assert (covered.budget, covered.budget_with_target, covered.coverage_budget) == (40e8, 10e8, 0.25)


def test_a_programme_without_a_target_is_named() -> None:
    (bare,) = measure_coverage(assessed(COVERED + BARE)).uncovered
    assert (bare.id, bare.row, bare.budget) == ("jobs/bare", 1, 30e8)


def test_exempt_and_ended_programmes_are_out_of_the_denominator() -> None:
    out = (
        BARE.replace("name: 빈", "exempt: 사유, name: 빈"),
        BARE.replace("name: 빈", "ends: 2025-12, name: 빈"),
    )
    for text in out:
        assert office(COVERED + text) == office(COVERED)


def test_targets_of_an_exempt_programme_are_not_counted_either() -> None:
    exempt = named(programme(indicator(TARGET), *LINE, "exempt: 사유"), "exempt")
    assert office(COVERED + exempt) == office(COVERED)


def test_words_and_milestones_cover_nothing() -> None:
    words = indicator("target: {2026: 확대}", aggregation="judged")
    steps = indicator(
        "target: {2026: 착공}", "steps: [{name: 착공, due: 2026-03}]", aggregation="milestone", id="j"
    )
    covered = office(programme(words + steps, *LINE))
    assert (covered.programmes_with_target, covered.indicators) == (0, 0)


def test_parts_are_never_counted() -> None:
    parts = "parts: [{id: a, name: 가, target: {2026: 60명}}, {id: b, name: 나, target: {2026: 40명}}]"
    assert office(programme(indicator(TARGET, parts))).indicators == 1


def test_only_what_compares_without_reserve_has_a_previous() -> None:
    values = ("80명", "{value: 80명, comparability: similar}", "{value: 80명, comparability: partial}",
              "{value: 80명, comparability: different}", "신규", "'-'")  # fmt: skip
    rows = [indicator(TARGET, f"actual: {{2025: {value}}}", id=f"i{n}") for n, value in enumerate(values)]
    covered = office(programme("".join(rows)))
    assert (covered.indicators, covered.indicators_with_previous, covered.coverage_previous) == (6, 2, 2 / 6)


def test_while_nothing_is_due_there_is_no_share_of_actuals() -> None:
    """Reporting early is no merit of coverage: only what is due is asked for."""
    early, due = (
        office(programme(indicator(TARGET, "actual: {2026Q1: 1명}")), day)
        for day in ("2026-03-31", "2026-12-31")
    )
    assert (early.indicators_due, early.indicators_with_actual) == (0, 0)
    assert isnan(early.coverage_actual)
    assert due.coverage_actual == 1


def test_an_empty_office_covers_nothing() -> None:
    """Neither all nor none: there is nothing to tell."""
    covered = office("- {id: p, name: 사업, exempt: 사유}")
    shares = (
        covered.coverage_count,
        covered.coverage_budget,
        covered.coverage_previous,
        covered.coverage_actual,
    )
    assert all(map(isnan, shares))


def test_departments_add_up_to_the_office() -> None:
    texts = {
        "a": department(COVERED + BARE, "가"),
        "b": department(COVERED, "나"),
        "c": department(BARE, "다"),
    }
    report = measure_coverage(assessed_departments(texts))
    for name in ("programmes", "programmes_with_target", "budget", "budget_with_target", "indicators"):
        assert sum(getattr(one, name) for one in report.departments.values()) == getattr(report.office, name)
    assert [one.id for one in report.uncovered] == ["a/bare", "c/bare"]


def rows_of(reported: list[bool]) -> str:
    return "".join(
        indicator(TARGET, *(["actual: {2026: 90명}"] if is_reported else []), id=f"i{n}")
        for n, is_reported in enumerate(reported)
    )


@settings(max_examples=25, deadline=None)
@given(reported=st.lists(st.booleans(), min_size=1, max_size=5))
def test_an_indicator_nobody_reports_never_raises_the_coverage_of_actuals(reported: list[bool]) -> None:
    before, after = (
        office(programme(rows_of(some)), "2026-12-31") for some in (reported, [*reported, False])
    )
    assert after.coverage_actual <= before.coverage_actual
    assert before.coverage_actual == sum(reported) / len(reported)


@settings(max_examples=25, deadline=None)
@given(covered=st.integers(0, 3), bare=st.integers(0, 3))
def test_a_programme_without_a_target_never_raises_coverage(covered: int, bare: int) -> None:
    """Nor does one with a target ever lower it by count."""

    def text(some: int, others: int) -> str:
        return "".join([*(named(COVERED, f"c{n}").replace("id: covered", f"id: c{n}") for n in range(some)),
                        *(BARE.replace("id: bare", f"id: b{n}") for n in range(others)), ALWAYS])  # fmt: skip

    now, more_bare, more_covered = (
        office(text(*some)) for some in ((covered, bare), (covered, bare + 1), (covered + 1, bare))
    )
    assert more_bare.coverage_count <= now.coverage_count <= more_covered.coverage_count
    assert more_bare.coverage_budget <= now.coverage_budget <= more_covered.coverage_budget


ALWAYS = "- {id: always, name: 사업, budget: [{name: 줄, unit: 억원, current: 5}]}\n"
