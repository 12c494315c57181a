"""Columns of the terminal: names and heads whole where another column can give way."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from scorecard.cli.columns import gap_of, widths_of

from .running import run

HEADS = ("부서", "목표", "설정률(사업)")
ROWS = [("뷰티패션산업과", "19", "87%"), ("경제정책과", "9", "32%")]


def test_heads_are_broken_before_names_are() -> None:
    assert widths_of(HEADS, ROWS, 40, 0) == [14, 4, 12]
    assert widths_of(HEADS, ROWS, 28, 0) == [14, 4, 6]


def test_one_column_gives_way_at_last() -> None:
    assert widths_of(HEADS, ROWS, 25, 0) == [13, 4, 6]


def test_words_do_not_make_a_column_wide() -> None:
    rows = [("가", "나" * 40, "1")]
    assert widths_of(("a", "b", "c"), rows, 80, 0, 12) == [2, 12, 1]


@pytest.mark.parametrize(("room", "gap"), [(100, 3), (25, 2), (22, 1), (5, 1)])
def test_blanks_between_columns_are_as_many_as_there_is_room_for(room: int, gap: int) -> None:
    assert gap_of([10, 6, 4], room) == gap


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_no_name_of_a_department_is_broken_in_a_terminal(seoul: Path, width: int, language: str) -> None:
    shown = run("--project", seoul, "--lang", language, "show", env={"COLUMNS": str(width)}).stdout
    assert max(map(cell_len, shown.splitlines())) <= width
    assert sum(line.startswith(("뷰티패션산업과 ", "일자리정책과 ")) for line in shown.splitlines()) == 4


@pytest.mark.parametrize("width", [80, 120])
def test_a_programme_has_a_line_of_its_own(seoul: Path, width: int) -> None:
    shown = run("--project", seoul, "show", "jobs-policy", env={"COLUMNS": str(width)}).stdout
    assert "서울시 일자리센터 활성화  연중 · 12.4억원  [5]" in shown.splitlines()
    assert "단계: [ ] 예정 · [v] 마침 · [!] 기한 지남" in shown
