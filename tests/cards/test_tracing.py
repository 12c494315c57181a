"""From a figure to its line in the source: which figures, under which names, and where they stand on the line."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import HOUSE, assessed, judge

from scorecard.cards.tracing import (
    Trace,
    marks_of,
    readable,
    together,
    trace_indicator,
    trace_programme,
)
from scorecard.rules.assess import Assessment
from scorecard.targets.claims import occurs, tells
from scorecard.targets.periods import read_period

SOURCE = (
    "보고서",
    "○ 교육 인원 : (2026) 100명",
    "○ 실적 80명(1월 10명, 2월 70명)",
    "□ 착공: '26. 3., 준공 '27. 3.",
    "School\t44,443\t-\t44,443\t1,612",
    "School\t44,443,130 (100.0)\t1,821,697",
)
TEXTS = {"report": SOURCE}
SCHOOL = """
- id: school
  name: School
  indicators:
    - id: i
      name: 교육 인원
      level: output
      aggregation: sum
      direction: up
      target: {2026: 100명}
      actual: {2025: {sum: [10명, 70명]}}
      steps: [{name: 착공, due: 2026-03, source: report#4 일정}]
      source: {target: report#2 목표, actual: report#3 실적}
      parts:
        - {id: part, name: 부분, level: output, aggregation: sum, direction: up, target: {2026: 100명}, source: report#1}
    - {id: other, name: 다른 지표, level: output, aggregation: sum, direction: up, target: {2026: 7명}, source: report#1}
  budget:
    - name: School
      unit: 백만원
      source: report#5 II
      original: 44,443
      current: 44,443
      previous: 1,612
      stated:
        - {place: V, source: report#6 V, unit: 천원, original: '44,443,130', previous: '1,821,697'}
"""


@pytest.fixture(scope="module")
def school() -> Assessment:
    return assessed(SCHOOL)


@pytest.fixture(scope="module")
def traces(school: Assessment) -> tuple[Trace, ...]:
    return trace_indicator(school, 0, TEXTS)


def shown(group: list[Trace], place: int = 0) -> str:
    """Write a line as it is shown, figures in brackets."""
    pieces = readable(group[0].quotes[place].text, marks_of(group, place))
    return "".join(f"[{text}]" if figure else text for text, figure in pieces)


def test_an_indicator_is_followed_by_its_figures_its_steps_and_its_money(traces: tuple[Trace, ...]) -> None:
    """Its parts and the indicators beside it have traces of their own."""
    assert [(trace.names, trace.kind, trace.figure) for trace in traces] == [
        ((), "목표 2026", "100명"),
        ((), "실적 2025", "10명"),
        ((), "실적 2025", "70명"),
        (("착공",), "기한", "2026-03"),
        (("School",), "본예산", "44,443"),
        (("School",), "예산현액", "44,443"),
        (("School",), "전년도 최종예산", "1,612"),
        (("School", "V"), "본예산", "44,443,130"),
        (("School", "V"), "전년도 최종예산", "1,821,697"),
    ]


def test_each_figure_is_placed_in_the_targets_and_in_the_source(traces: tuple[Trace, ...]) -> None:
    target, *_, last = traces

    assert (target.spot.file, target.spot.line) == ("targets/jobs.yaml", 11)
    assert [(quote.source, quote.line, quote.words) for quote in last.quotes] == [("report", 6, "V")]
    assert all(trace.stands for trace in traces)


def test_lines_are_shown_once_with_their_figures_marked(traces: tuple[Trace, ...]) -> None:
    """A figure that is printed twice is marked twice; cells of a table are set apart."""
    assert [shown(group) for group in together(traces)] == [
        "○ 교육 인원 : (2026) [100명]",
        "○ 실적 80명(1월 [10명], 2월 [70명])",
        "□ 착공: '[26. 3.], 준공 '27. 3.",
        "School │ [44,443] │ - │ [44,443] │ [1,612]",
        "School │ [44,443,130] (100.0) │ [1,821,697]",
    ]


def test_contradictions_are_told_at_both_figures(traces: tuple[Trace, ...]) -> None:
    broken = {(trace.names, trace.kind): len(trace.broken) for trace in traces if trace.broken}

    assert broken == {(("School",), "전년도 최종예산"): 1, (("School", "V"), "전년도 최종예산"): 1}
    assert [trace.ties for trace in traces][-2:] == [1, 1]


def test_a_programme_is_followed_by_its_money_alone(school: Assessment, traces: tuple[Trace, ...]) -> None:
    money = trace_programme(school, 0, TEXTS)

    assert [(one.names, one.spot, one.quotes) for one in money] == [
        (one.names, one.spot, one.quotes) for one in traces[4:]
    ]


def test_a_cell_of_a_table_is_named_by_its_row_and_the_head_of_its_column() -> None:
    table = """
- id: p
  name: 사업
  tables:
    - {place: V-1, name: 인력, columns: 정원 | 현원, rows: [{name: 본부, source: report#2, cells: 100 | 80}]}
"""
    texts = {"report": ("", "본부\t100\t80")}
    traces = trace_programme(assessed(table), 0, texts)

    assert [(trace.names, trace.kind, trace.figure) for trace in traces] == [
        (("V-1", "인력", "본부"), "정원", "100"),
        (("V-1", "인력", "본부"), "현원", "80"),
    ]
    assert [shown(group) for group in together(traces)] == ["본부 │ [100] │ [80]"]


def test_a_figure_that_is_not_on_its_line_is_told_with_the_line(school: Assessment) -> None:
    lines = ("", "○ 교육 인원 : 1100명", *SOURCE[2:])
    target, *others = trace_indicator(school, 0, {"report": lines})

    assert (target.stands, [quote.text for quote in target.quotes]) == (False, ["○ 교육 인원 : 1100명"])
    assert all(trace.stands for trace in others)


@pytest.mark.parametrize("texts", [{}, {"report": ()}, {"other": SOURCE}])
def test_without_the_text_there_is_nothing_to_quote(
    school: Assessment, texts: dict[str, Iterable[str]]
) -> None:
    assert [trace.quotes for trace in trace_indicator(school, 0, texts)] == [()] * 9  # type: ignore[arg-type]


def test_a_very_long_line_is_shortened_around_its_figures() -> None:
    text = "가나 다라 " * 200 + "100명" + " 마바 사아" * 200
    (start, _), (figure, marked), (end, _) = readable(text, [(1200, 1204)])

    assert (figure, marked) == ("100명", True)
    assert start.startswith("… ")
    assert end.endswith(" …")
    assert len(start) + len(end) < 400


def test_a_line_without_a_mark_is_shown_from_its_beginning() -> None:
    assert readable("\t가\t\t나\t", []) == [("가 │  │ 나", False)]


def test_what_would_command_a_terminal_is_not_shown() -> None:
    pieces = readable("가\x1b[2J나\u202e100명\x07", [(7, 11)])

    assert "".join(text for text, _ in pieces) == "가 [2J나 100명"


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_figure_that_occurs_is_marked_where_it_stands(before: str, after: str) -> None:
    line = f"{before} 3,303명 {after}"
    begins, ends = occurs("3,303명", line) or (0, 0)

    assert line[begins:ends] == "3,303명"


@pytest.mark.parametrize(
    ("due", "line", "stands"),
    [
        ("2026-06", "완료('26. 6.)", "26. 6."),
        ("2026-06", "’26년 6월 착공", "26년 6월"),
        ("2026-06", "가 '27. 6., 나 6월", "6월"),
        ("2026-06-20", "'26. 6. 20. 준공", "26. 6. 20"),
        ("2026H2", "2026년 하반기 개관", "2026년 하반기"),
        ("2027", "2027년까지", "2027"),
    ],
)
def test_a_date_is_marked_as_it_is_printed(due: str, line: str, stands: str) -> None:
    found = tells(read_period(due), line)

    assert found is not None
    assert line[slice(*found)] == stands


def test_every_figure_of_the_shipped_project_has_a_name() -> None:
    assessment = judge(HOUSE)

    for owner in range(len(assessment.facts.owners)):
        for trace in trace_programme(assessment, owner, {}):
            assert trace.names
            assert trace.kind
            assert Path(trace.spot.file).parent.name == "targets"
