"""Closing sheets keep the laws of layout, carry the heads of their tables on, and are documents of their own."""

from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.cards.sheets import Sheet, SheetColumn, SheetRow, SheetTable, Tile
from scorecard.reports.documents import make_documents
from scorecard.reports.glyphs import mend
from scorecard.reports.layout.sheets import lay_out_sheet
from scorecard.reports.printing import print_edition
from scorecard.reports.summary import summary_text
from scorecard.reports.theme import BOTTOM, LEFT, RIGHT
from scorecard.reports.things import Page

from .samples import EMPTY, sample_edition
from .strategies import figures, long_sentences, sentences, words
from .test_layout import check_pages, texts_of, thorough, words_on

COLUMNS = (
    SheetColumn("지표", 4),
    SheetColumn("인쇄된 수치", 2, "right"),
    SheetColumn("적힌 곳", 3),
)


def sheet_of(rows: int, words: str = "") -> Sheet:
    """Make a sheet of one table; every tenth row is a head of those below it."""
    lines = tuple(
        SheetRow((f"r{place}x 중소기업육성기금 융자", f"{place}0,443백만원", "V-4 예산 집행현황 (1,262행)"),
                 strong=place % 10 == 0, depth=int(place % 10 > 0))
        for place in range(rows)
    )  # fmt: skip
    table = SheetTable("모순", "(단위: 건)", COLUMNS, lines, words)
    return Sheet(
        "sources",
        "출처와 검증",
        "모순은 세 건입니다.",
        (Tile("모순", "3"),),
        (table,),
        "검증은 다시 할 수 있음",
    )


@st.composite
def tables(draw: st.DrawFn, place: int) -> SheetTable:
    """Draw a table of one to six columns; now and then one longer than a page."""
    count = draw(st.integers(1, 6))
    columns = tuple(
        SheetColumn(draw(words), draw(st.floats(0.5, 4)), draw(st.sampled_from(["left", "right"])))
        for _ in range(count)
    )
    rows = []
    for row in range(draw(st.integers(0, 4) | st.just(70))):
        cells = [draw(sentences | figures) for _ in range(count)] if row < 4 else ["–"] * count
        mark = f"t{place}r{row}x"
        rows.append(
            SheetRow((f"{mark} {cells[0]}", *cells[1:]), draw(st.booleans()), draw(st.integers(0, 3)))
        )
    said = draw(st.just("") | long_sentences)
    return SheetTable(f"h{place}x {draw(words)}", draw(figures), columns, tuple(rows), said)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw a sheet."""
    tiles = st.builds(Tile, words.map(lambda each: each[:20]), figures, st.sampled_from(["", "개"]))
    made = tuple(draw(tables(place)) for place in range(draw(st.integers(0, 4))))
    foot = draw(st.just("") | long_sentences)
    return Sheet(
        "sources", draw(words), draw(sentences), tuple(draw(st.lists(tiles, max_size=6))), made, foot
    )


@thorough
@given(sheets())
def test_nothing_overlaps_is_cut_or_lost(sheet: Sheet) -> None:
    pages = lay_out_sheet(sheet, sample_edition(sample="지어낸 자료"))

    check_pages(pages)
    joined = Counter("".join(text.words for page in pages for text in texts_of(page)).replace(" ", ""))
    wanted: Counter[str] = Counter()
    for table in sheet.tables:
        if table.rows or table.words:
            wanted += Counter("".join((table.title, table.unit, table.words)).replace(" ", ""))
        wanted += Counter("".join(cell for row in table.rows for cell in row.cells).replace(" ", ""))
    assert wanted <= joined


@thorough
@given(sheets())
def test_every_page_a_table_is_on_names_it_once(sheet: Sheet) -> None:
    pages = [words_on((page,)) for page in lay_out_sheet(sheet, sample_edition())]

    for place, table in enumerate(sheet.tables):
        titles = [page[f"h{place}x"] for page in pages]
        assert max(titles) == int(bool(table.rows or table.words))
        rows = [f"t{place}r{row}x" for row in range(len(table.rows))]
        assert all(title for title, page in zip(titles, pages, strict=True) if any(page[row] for row in rows))


def test_heads_come_again_on_every_page_the_table_goes_on() -> None:
    pages = lay_out_sheet(sheet_of(150), sample_edition())

    assert len(pages) > 2
    for page in pages:
        assert {"지표", "적힌 곳"} <= {text.words for text in texts_of(page)}


@given(count=st.integers(0, 60), said=st.sampled_from(["", "모순은 고치지 않고 그대로 옮겼습니다."]))
@thorough
def test_no_title_and_no_head_stands_alone_at_the_foot_of_a_page(count: int, said: str) -> None:
    """Whatever stands above a second table, its title is followed on its page by its first row."""
    sheet = sheet_of(count)
    second = attrs.evolve(sheet_of(3, said).tables[0], title="대조")
    for page in lay_out_sheet(attrs.evolve(sheet, tables=(*sheet.tables, second)), sample_edition()):
        body = max(text.y for text in texts_of(page) if text.y < BOTTOM - 24)
        assert all(
            text.y < body
            for text in texts_of(page)
            if text.words in ("대조", "지표") and text.y < BOTTOM - 24
        )


def test_figures_end_below_each_other_and_depth_sets_in() -> None:
    (page, *_) = lay_out_sheet(sheet_of(9), sample_edition())

    ends = {round(text.box[2], 4) for text in texts_of(page) if text.words.endswith("백만원")}
    starts = {text.words[:2]: text.x - LEFT for text in texts_of(page) if text.words[1:3] in ("0x", "1x")}
    assert len(ends) == 1
    assert max(ends) < RIGHT
    assert starts == {"r0": 0.0, "r1": 10.0}


def test_the_legend_of_bars_is_left_out_and_the_source_is_not() -> None:
    edition = sample_edition()

    for page in lay_out_sheet(sheet_of(3), edition):
        assert edition.source in {text.words for text in texts_of(page)}
        assert not [text for text in texts_of(page) if "옅은 막대" in text.words]


def test_a_table_with_nothing_to_say_is_told_in_words_or_not_at_all() -> None:
    empty, told = sheet_of(0), sheet_of(0, "모순이 없음")

    assert "모순" not in words_of(lay_out_sheet(empty, sample_edition()))
    assert {"모순", "모순이 없음"} <= words_of(lay_out_sheet(told, sample_edition()))


def words_of(pages: tuple[Page, ...]) -> set[str]:
    return {text.words for page in pages for text in texts_of(page) if text.style.size == "body"}


def test_a_row_of_other_columns_is_refused() -> None:
    with pytest.raises(ValueError, match=r"모순: 3 cells a row expected, found \('가', '나'\)"):
        SheetTable("모순", "", COLUMNS, (SheetRow(("가", "나")),))


def test_sheets_follow_the_departments_and_are_documents_of_their_own() -> None:
    edition = attrs.evolve(sample_edition(EMPTY), sheets=(sheet_of(80),))
    whole, office, department, sheet = make_documents(edition)

    assert (sheet.name, sheet.title) == ("sources", "출처와 검증 · 2026년 1분기 성과 스코어카드")
    assert len(whole.pages) == len(office.pages) + len(department.pages) + len(sheet.pages)
    last = {text.words for text in texts_of(whole.pages[-1])}
    assert f"{len(whole.pages)} / {len(whole.pages)}쪽" in last
    assert "출처와 검증" in last


def test_a_sheet_is_printed_in_every_form_the_same_each_time(tmp_path: Path) -> None:
    edition = attrs.evolve(sample_edition(), sheets=(sheet_of(60),))
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        print_edition(edition, tmp_path / name)

    printed = {path.name for path in (tmp_path / "one").iterdir() if path.name.startswith("sources")}
    assert printed == {"sources.pdf", "sources.png", "sources.svg", "sources.2.png", "sources.2.svg"}
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_letters_no_font_has_are_mended_in_sheets_too() -> None:
    edition = attrs.evolve(sample_edition(), sheets=(sheet_of(1, "가😀"),))
    mended, warnings = mend(edition)

    assert mended.sheets[0].tables[0].words == "가〓"
    assert warnings == ["U+1F600 GRINNING FACE → 〓"]


def test_the_summary_names_sheets_with_their_message() -> None:
    edition = attrs.evolve(sample_edition(), sheets=(sheet_of(1), attrs.evolve(sheet_of(1), title="<b>")))

    assert summary_text(edition).endswith(
        "## 붙임\n\n- **출처와 검증** 모순은 세 건입니다.\n- **&lt;b&gt;** 모순은 세 건입니다.\n"
    )
