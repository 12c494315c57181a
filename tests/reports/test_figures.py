"""Figures are split after their last digit and aligned on it."""

import pytest

from scorecard.reports.layout.figures import (
    PLAIN,
    Figure,
    FigureColumn,
    measure_column,
    share_out,
    split_figure,
)
from scorecard.reports.layout.grid import widest_within
from scorecard.reports.measuring import text_width


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("3,303명", "3,303", "명"),
        ("5,700여 명", "5,700", "여 명"),
        ("1조 2,641억원", "1조 2,641", "억원"),
        ("76%", "76", "%"),
        ("최대 57실", "최대 57", "실"),
        ("△4.11%p", "△4.11", "%p"),
        ("13", "13", ""),
        ("4,000 persons", "4,000", " persons"),
        ("1,204명(2026. 1. 31.)", "1,204", "명(2026. 1. 31.)"),
    ],
)
def test_a_figure_is_split_after_its_last_digit(words: str, number: str, unit: str) -> None:
    assert split_figure(words) == Figure(number, unit)


@pytest.mark.parametrize("words", ["–", "신규", "", "(2025년)"])
def test_what_has_no_number_is_no_figure(words: str) -> None:
    assert split_figure(words) is None


def test_numbers_end_and_units_begin_at_one_place() -> None:
    column = FigureColumn(100.0, 40.0, 20.0)
    (short,), (long,) = column.lines("76%"), column.lines("3,303명")
    assert short[0].box[2] == pytest.approx(long[0].box[2])
    assert short[1].x == long[1].x


def test_a_unit_too_long_goes_on_below_itself_and_the_digits_stay_in_line() -> None:
    cells = [("104개브랜드 평균(일부)", PLAIN), ("100개사", PLAIN)]
    number, unit = measure_column(cells, 52.0, 20.0)
    column = FigureColumn(100.0, number, unit)
    first, *others = column.lines("104개브랜드 평균(일부)")
    assert [text.words for text in first] == ["104", "개브랜드"]
    assert [text.words for line in others for text in line] == ["평균", "(일부)"] or len(others) == 1
    assert {text.x for line in (first[1:], *others) for text in line} == {first[1].x}
    assert column.lines("100개사")[0][0].box[2] == pytest.approx(first[0].box[2])
    assert max(text.box[2] for line in (first, *others) for text in line) <= 100.0 + 0.01


def test_a_sentence_with_a_number_in_it_is_no_figure_with_a_long_unit() -> None:
    words = "시민 기획단 24명이 행사의 절반을 기획함"
    column = FigureColumn(100.0, 60.0, 30.0)
    assert all(len(line) == 1 for line in column.lines(words))


def test_words_are_wrapped_and_end_at_the_right() -> None:
    lines = FigureColumn(100.0, 30.0, 10.0).lines("신규 투자유치 확대")
    assert [line[0].words for line in lines] == ["신규 투자유치", "확대"]
    assert [line[0].box[2] for line in lines] == pytest.approx([100.0] * 2)


def test_no_words_take_no_line() -> None:
    assert FigureColumn(100.0, 30.0, 10.0).lines("") == []


def test_a_dash_stands_where_digits_end() -> None:
    column = FigureColumn(100.0, 30.0, 10.0)
    assert column.lines("–")[0][0].box[2] == pytest.approx(column.digits)


def test_a_figure_too_wide_for_any_column_does_not_widen_it() -> None:
    wide = [("12조 3,456억 7,890만 1,234원", PLAIN), ("76%", PLAIN)]
    assert sum(measure_column(wide, 60.0, 20.0)) <= 60.0


@pytest.mark.parametrize(
    ("widths", "room", "limit"), [([10, 20, 90], 60, 30), ([10, 20], 60, 60), ([50, 50], 60, 30)]
)
def test_only_the_widest_columns_give_way(widths: list[float], room: float, limit: float) -> None:
    assert share_out(widths, room) == limit


def test_what_other_columns_leave_lets_a_column_hold_its_widest_number() -> None:
    cells = [("10,930명", PLAIN), ("23백만명", PLAIN)]
    assert sum(measure_column(cells, 36.0, 20.0)) <= 36.0
    number, _ = widest_within(cells, 20.0, 60.0, 36.0)
    assert number >= text_width("10,930", PLAIN[0])
    assert sum(widest_within(cells, 20.0, 36.0, 36.0)) <= 36.0
