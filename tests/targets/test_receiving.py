"""Tables from outside: read safely, or refused with a reason and a place."""

import csv
import io
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from scorecard.problems import Problem, Spot
from scorecard.targets import grids as grids_room
from scorecard.targets import workbooks
from scorecard.targets.grids import LARGEST_FILE, MOST_ROWS, Grid, place_of, read_csv
from scorecard.targets.receiving import read_grids


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(*rows: tuple[Any, ...], change: Callable[[Any], None] = lambda _: None) -> bytes:
    """Make a workbook of one sheet, 실적, and change it before it is saved."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "실적"
    for row in rows:
        sheet.append(row)
    change(book)
    return saved(book)


def received(folder: Path, content: bytes, name: str = "실적.xlsx") -> tuple[list[Grid], list[Problem]]:
    path = folder / name
    path.write_bytes(content)
    return read_grids(path, name)


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(one.code, one.spot.file) for one in problems]


def parcel(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


# ── cells ─────────────────────────────────────────────────────────────────────────────────────


def test_every_cell_knows_what_stands_in_it_and_where(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet = book.active
        sheet["C1"].number_format = "0.0%"
        sheet["B2"] = "=SUM(A1:A9)"
        sheet["C2"] = "#N/A"
        sheet.merge_cells("A3:B3")
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["D"].hidden = True

    rows = (
        ("가", 812, 0.764, date(2026, 3, 4)),
        ("x", None, None, None),
        ("합침", None, None, None),
        (1, 2, 3, 4),
    )
    grids, problems = received(tmp_path, workbook(*rows, change=change))

    assert problems == []
    [grid] = grids
    [first, second, third, fourth] = grid.rows
    assert [cell.value for cell in first[:3]] == ["가", 812, 0.764]
    assert [cell.is_percent for cell in first] == [False, False, True, False]
    assert isinstance(first[3].value, date)
    assert (second[1].formula, second[2].error) == ("=SUM(A1:A9)", "#N/A")
    assert [cell.merged for cell in third] == ["A3:B3", "A3:B3", "", ""]
    assert [cell.hidden for cell in fourth] == [True] * 4
    assert [cell.hidden for cell in first] == [False, False, False, True]
    assert str(fourth[3].spot) == "실적.xlsx 실적!D4"


def test_a_percent_sign_in_words_is_no_percentage(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book.active["A1"].number_format = '0.0"%"'

    grids, _ = received(tmp_path, workbook((76,), change=change))
    assert not grids[0].rows[0][0].is_percent


def test_hidden_sheets_are_marked(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book.create_sheet("숨김").sheet_state = "veryHidden"

    grids, _ = received(tmp_path, workbook(("가",), change=change))
    assert [(grid.name, grid.hidden) for grid in grids] == [("실적", False), ("숨김", True)]


@given(st.integers(1, 10_000), st.integers(1, 16_384))
def test_places_are_those_of_spreadsheets(row: int, column: int) -> None:
    from openpyxl.utils import get_column_letter

    assert place_of("f", row, column) == Spot(f"f {get_column_letter(column)}{row}", 0, 0)


# ── files that are not read ───────────────────────────────────────────────────────────────────


def test_a_file_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "큰.xlsx"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was read"))

    assert codes(read_grids(path, "큰.xlsx")[1]) == [("form-too-large", "큰.xlsx")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_no_more_is_read_of_what_tells_no_size(tmp_path: Path) -> None:
    path = tmp_path / "관.csv"
    os.mkfifo(path)

    def feed() -> None:
        with suppress(BrokenPipeError), path.open("wb") as pipe:
            pipe.write(b"a\n" * LARGEST_FILE)

    feeding = Thread(target=feed)
    feeding.start()
    assert codes(read_grids(path, "관.csv")[1]) == [("form-too-large", "관.csv")]
    feeding.join()


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    content = parcel({"xl/workbook.xml": b" " * (workbooks.LARGEST_UNPACKED + 1)})
    assert len(content) < LARGEST_FILE
    assert codes(received(tmp_path, content)[1]) == [("form-too-large", "실적.xlsx")]


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_either(tmp_path: Path) -> None:
    size = workbooks.LARGEST_UNPACKED + 1
    content = parcel({"xl/workbook.xml": b" " * size}).replace(
        size.to_bytes(4, "little"), (10).to_bytes(4, "little")
    )
    assert codes(received(tmp_path, content)[1]) == [("form-unreadable", "실적.xlsx")]


def test_many_parts_are_too_many(tmp_path: Path) -> None:
    content = parcel({f"xl/{number}.xml": b"" for number in range(workbooks.MOST_PARTS + 1)})
    assert codes(received(tmp_path, content)[1]) == [("form-too-large", "실적.xlsx")]


def test_a_sheet_with_too_many_rows_is_refused(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book.active.cell(MOST_ROWS + 1, 1).value = "끝"

    assert codes(received(tmp_path, workbook(change=change))[1]) == [("form-too-large", "실적.xlsx")]


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.infolist():
            if one.filename != name:
                new.writestr(one, old.read(one))
        new.writestr(name, part)
    return out.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "macros": ("실적.xlsm", lambda: with_part(workbook(("가",)), "xl/vbaProject.bin", b"x"), "form-macros"),
    "macros under another name": ("실적.xlsx", lambda: with_part(workbook(("가",)), "xl/vbaProject.bin", b"x"), "form-macros"),
    "entities": ("실적.xlsx", lambda: with_part(workbook(("가",)), "xl/sharedStrings.xml", BOMB), "form-unreadable"),
    "entities in UTF-16": (
        "실적.xlsx", lambda: with_part(workbook(("가",)), "xl/sharedStrings.xml", BOMB.decode().encode("utf-16")), "form-unreadable",
    ),
    "a broken sheet": ("실적.xlsx", lambda: with_part(workbook(("가",)), "xl/worksheets/sheet1.xml", b"<a"), "form-unreadable"),
    "a parcel of something else": ("실적.xlsx", lambda: parcel({"mimetype": b"application/vnd.oasis"}), "form-unreadable"),
    "cut off": ("실적.xlsx", lambda: workbook(("가",))[:2000], "form-unreadable"),
    "old Excel": ("실적.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "form-old-excel"),
    "encrypted": (
        "실적.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "form-encrypted",
    ),
    "a page saved as xls": ("실적.xls", lambda: b"<html><table>", "form-unreadable"),
    "a page saved as csv": ("실적.csv", lambda: b"\n<html><table>", "form-unreadable"),
    "a document": ("실적.hwp", lambda: b"HWP Document File", "form-unreadable"),
    "nothing": ("실적.xlsx", lambda: b"", "form-unreadable"),
    "an empty csv": ("실적.csv", lambda: b"\r\n", "form-unreadable"),
    "pictures named csv": ("실적.csv", lambda: b"\x89PNG\r\n\x1a\n\0\0\xff\xfe", "form-unreadable"),
    "an open quote": ("실적.csv", '지표 ID,"가\n'.encode, "form-unreadable"),
}  # fmt: skip


@pytest.mark.parametrize("which", REFUSED)
def test_what_cannot_be_read_safely_is_refused(which: str, tmp_path: Path) -> None:
    name, make, code = REFUSED[which]
    grids, problems = received(tmp_path, make(), name)
    assert (grids, codes(problems)) == ([], [(code, name)])


@pytest.mark.parametrize("quote", ['"', "'"])
def test_ranges_joined_beyond_all_measure_are_refused_before_they_are_walked_through(
    tmp_path: Path, quote: str
) -> None:
    """The reader of workbooks goes through every cell of a joined range: of `A1:XFD1048576` for days."""
    content = workbook(("가",), change=lambda book: book.active.merge_cells("A1:B2"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b'ref="A1:B2"' in parts[sheet]
    parts[sheet] = parts[sheet].replace(b'ref="A1:B2"', f"ref = {quote}a1:$XFD$1048576{quote}".encode())

    assert codes(received(tmp_path, parcel(parts))[1]) == [("form-too-large", "실적.xlsx")]


def test_sheets_are_counted_together(tmp_path: Path) -> None:
    """One cell in the far corner of each sheet is all it takes to ask for millions of them."""

    def change(book: Any) -> None:
        for _ in range(3):
            book.create_sheet().cell(MOST_ROWS, 20).value = 1

    assert codes(received(tmp_path, workbook(("가",), change=change))[1]) == [("form-too-large", "실적.xlsx")]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert codes(read_grids(tmp_path / "없음.xlsx", "없음.xlsx")[1]) == [("file-unreadable", "없음.xlsx")]


def test_without_the_package_for_excel_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    _, [problem] = received(tmp_path, workbook(("가",)))
    assert (problem.code, problem.details) == ("excel-missing", {"package": "openpyxl"})


# ── CSV ───────────────────────────────────────────────────────────────────────────────────────

TABLE = [["지표 ID", "단위", "2026Q1"], ["가/나", "명", "4,000"], ["다/라", "%", "76.5"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_is_read_however_it_was_saved(encoding: str, sign: str, newline: str) -> None:
    lines = [sign.join(f'"{one}"' if "," in one else one for one in row) for row in TABLE]
    grids, problems = read_csv((newline.join(lines) + newline).encode(encoding), "실적.csv")

    assert problems == []
    assert [[cell.text for cell in row] for row in grids[0].rows] == TABLE
    assert str(grids[0].rows[1][2].spot) == "실적.csv C2"


def test_csv_formulas_and_errors_are_known_and_quieted_words_are_words() -> None:
    [grid], _ = read_csv('"=1+1",#N/A,#DIV/0!,\'-5,#3 지점\n'.encode(), "실적.csv")
    assert [(cell.formula, cell.error, cell.text) for cell in grid.rows[0]] == [
        ("=1+1", "", ""), ("", "#N/A", ""), ("", "#DIV/0!", ""), ("", "", "-5"), ("", "", "#3 지점"),
    ]  # fmt: skip


def test_csv_of_too_many_rows_is_refused() -> None:
    assert codes(read_csv(b"a\n" * (MOST_ROWS + 1), "실적.csv")[1]) == [("form-too-large", "실적.csv")]


def test_a_refusal_names_both_sides_of_a_sheet() -> None:
    [problem] = read_csv(b"," * 300 + b"x", "실적.csv")[1]
    assert problem.details == {"size": "1 × 301", "limit": "5,000 × 200"}


def test_no_more_rows_are_read_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five million line ends are five million rows, all of them empty."""
    read = csv.reader

    def counted(*given: Any, **more: Any) -> Iterator[list[str]]:
        for at, row in enumerate(read(*given, **more)):
            assert at <= MOST_ROWS
            yield row

    monkeypatch.setattr(csv, "reader", counted)
    assert codes(read_csv(b"\n" * 20_000 + b"x", "실적.csv")[1]) == [("form-too-large", "실적.csv")]


@given(st.binary(max_size=300))
def test_whatever_a_file_holds_it_is_read_or_refused(content: bytes) -> None:
    for grids, problems in (read_csv(content, "x.csv"), workbooks.read_workbook(content, "x.xlsx")):
        assert bool(grids) != bool(problems)
    assert grids_room.MOST_COLUMNS > 0
