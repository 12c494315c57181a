"""Figures are printed as they were written; what was reckoned is printed from what it is."""

from math import nan

import pytest
from projects import assessed, indicator, programme

from scorecard.cards.motion import motion_line
from scorecard.cards.texts import change, figure, or_none, previous_figure, reached
from scorecard.problems import Language
from scorecard.rules.assess import Assessment


def row(*lines: str, **fields: str) -> Assessment:
    return assessed(programme(indicator(*lines, **fields)), office={"as_of": "2026-12-31"})


def printed(previous: str, language: Language = "ko", **fields: str) -> str:
    of = row(f"actual: {{2025: {previous}}}", **fields)
    return figure(of.facts.years[0].previous, of.facts.places[0].indicator, language)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("'3,303명'", "3,303명"),
        ("5백여 명", "5백여 명"),
        ("최대 57실", "최대 57실"),
        ("'-'", "–"),
        ("신규", "신규"),
        ("{value: 40명, provisional: true}", "40명(잠정)"),
        ("{sum: [169개사, 138개사]}", "307개사"),
        ("{sum: [1억원, 2억원]}", "3억원"),
    ],
)
def test_a_figure_is_printed_as_written(written: str, expected: str) -> None:
    assert printed(written) == expected


def test_a_bare_number_gets_the_unit_it_is_meant_in() -> None:
    assert printed("40", unit="억원") == "40억원"


def test_words_are_printed_as_words() -> None:
    of = row("target: {2026: 투자유치 확대}", aggregation="judged")
    assert figure(of.facts.years[0].target, of.facts.places[0].indicator, "ko") == "투자유치 확대"
    assert figure(of.facts.years[0].actual, of.facts.places[0].indicator, "ko") == "–"


@pytest.mark.parametrize(
    ("aggregation", "expected"), [("sum", "100명"), ("mean", "50명 평균"), ("max", "60명"), ("last", "60명")]
)
def test_parts_of_a_year_are_printed_as_the_year(aggregation: str, expected: str) -> None:
    of = row("actual: {2025H1: 40명, 2025H2: 60명}", aggregation=aggregation)
    assert figure(of.facts.years[0].previous, of.facts.places[0].indicator, "ko") == expected


def test_a_partial_previous_says_so() -> None:
    of = row("actual: {2025: {value: 9명, comparability: partial}}")
    told = [
        previous_figure(of.facts.years[0].previous, of.facts.places[0].indicator, one) for one in ("ko", "en")
    ]
    assert told == ["9명(일부)", "9명(part)"]


@pytest.mark.parametrize(
    ("target", "previous", "direction", "expected"),
    [
        ("121명", "100명", "up", "+21.0%"),
        ("90명", "100명", "down", "△10.0%"),
        ("76%", "68%", "up", "+8%p"),
        ("76%", "80%", "up", "△4%p"),
        ("100명", "0명", "up", "–"),
        ("100명", "'-'", "up", "–"),
    ],
)
def test_a_change_is_that_of_the_figure_whichever_way_is_better(
    target: str, previous: str, direction: str, expected: str
) -> None:
    of = row(
        f"target: {{2026: {target}}}",
        f"actual: {{2025: {previous}}}",
        direction=direction,
        aggregation="last",
    )
    assert change(of.facts, of.attained, 0, "ko") == expected


@pytest.mark.parametrize(
    ("actuals", "expected"),
    [
        ("{2025: 80명}", "80.0%"),
        ("{2025: 80명, 2026: 99.96명}", "99.96%"),
        ("{2026: 100명}", "100.0%"),
        ("{}", "–"),
    ],
)
def test_attainment_goes_before_the_start_and_never_rounds_to_met(actuals: str, expected: str) -> None:
    of = row("target: {2026: 100명}", f"actual: {actuals}")
    assert reached(of, 0) == expected


def test_a_missing_number_is_none() -> None:
    assert [or_none(nan), or_none(0.0)] == [None, 0.0]


def test_a_ratio_is_never_rounded_into_another_status() -> None:
    assert reached(row("target: {2026: 100000명}", "actual: {2025: 90000명, 2026: 94999명}"), 0) == "94.999%"


def test_a_pace_is_never_rounded_into_another_status() -> None:
    lines = ("target: {2026: 1000명}", "actual: {2025: 900명, 2026Q1: 237명}", "plan: even")
    of = assessed(programme(indicator(*lines)), office={"as_of": "2026-03-31"})
    assert "94.8%" in motion_line(of, 0)
