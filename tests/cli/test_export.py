"""`scorecard export`: the result table on the screen and in files."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import Write
from projects import HOUSE

from scorecard.cards.results import COLUMNS

from .running import run, told


def test_csv_opens_with_every_column_and_row(seoul: Path) -> None:
    result = run("--project", seoul, "export")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbfid,department,")
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({row["department"] for row in rows}) == 9


def test_json_says_edition_and_day(seoul: Path) -> None:
    record = json.loads(run("--project", seoul, "export", "--format", "json").stdout_bytes)

    assert list(record) == ["edition", "as_of", "rows"]
    assert (record["edition"], record["as_of"]) == ("2026Q1", "2026-01-31")
    assert all(tuple(row) == COLUMNS for row in record["rows"])


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_file_holds_what_the_screen_shows(project: Write, tmp_path: Path, kind: str) -> None:
    folder, file = project(), tmp_path / f"결과.{kind}"

    result = run("--project", folder, "export", "--format", kind, "--output", file)

    assert (result.exit_code, result.output) == (0, "")
    assert file.read_bytes() == run("--project", folder, "export", "--format", kind).stdout_bytes


def test_the_table_is_utf8_whatever_the_console_thinks(project: Write) -> None:
    from .running import run_apart

    done = run_apart("--project", project(), "export", env={"PYTHONIOENCODING": "cp949"})

    assert done.returncode == 0
    assert "지표" in done.stdout.decode("utf-8-sig")
    assert done.stdout.count(b"\r\n") == 2
    assert b"\r\r" not in done.stdout


def test_a_file_that_cannot_be_written_is_a_problem(project: Write, tmp_path: Path) -> None:
    (tmp_path / "파일").write_text("", encoding="utf-8")
    file = tmp_path / "파일" / "결과.csv"

    result = run("--project", project(), "export", "--output", file)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told(result) == [("file-unwritable", str(file), 0, 0)]


def test_what_stood_there_stays_where_there_is_no_room(
    project: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, file = project(), tmp_path / "결과.csv"
    file.write_text("지난 결과", encoding="utf-8")

    def half(self: Path, content: bytes) -> int:
        with self.open("wb") as opened:
            opened.write(content[:10])
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", half)
    result = run("--project", folder, "export", "--output", file)

    assert told(result) == [("file-unwritable", str(file), 0, 0)]
    assert file.read_text(encoding="utf-8") == "지난 결과"
    assert [one.name for one in tmp_path.glob("*결과*")] == [file.name]


def test_no_text_is_written_over(project: Write) -> None:
    folder = project()
    office = folder / "targets/office.yaml"
    before = office.read_bytes()

    result = run("--project", folder, "export", "--output", office)

    assert (result.exit_code, office.read_bytes()) == (2, before)
    assert "office.yaml" in result.stderr


def test_a_project_with_problems_is_not_exported(project: Write, tmp_path: Path) -> None:
    file = tmp_path / "결과.csv"

    assert run("--project", project("- id: p\n"), "export", "--output", file).exit_code == 2
    assert not file.exists()


def test_a_workbook_holds_numbers_as_numbers_and_words_as_words(project: Write, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    folder, file = project(), tmp_path / "결과.xlsx"
    jobs = folder / "targets/jobs.yaml"
    jobs.write_text(jobs.read_text(encoding="utf-8").replace("name: 지표", "name: '=1+1'"), encoding="utf-8")

    assert run("--project", folder, "export", "--format", "xlsx", "--output", file).exit_code == 0

    sheet = load_workbook(file).active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    row = dict(zip(heads, sheet[2], strict=True))
    assert tuple(heads) == COLUMNS
    assert (row["name"].value, row["name"].data_type) == ("=1+1", "s")
    assert (row["target"].value, row["start"].value, row["attainment"].value) == (100, 0.8, None)
    assert file.read_bytes() == run("--project", folder, "export", "--format", "xlsx").stdout_bytes


def test_parquet_has_one_type_a_column_whatever_stands_in_it(seoul: Path, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    file = tmp_path / "결과.parquet"
    assert run("--project", seoul, "export", "--format", "parquet", "--output", file).exit_code == 0

    table = pq.read_table(file)
    assert tuple(table.column_names) == COLUMNS
    expected = json.loads(run("--project", seoul, "export", "--format", "json").stdout_bytes)
    assert table.to_pylist() == expected["rows"]
    assert table.schema.metadata[b"edition"] == b"2026Q1"
    kinds = {str(kind) for kind in table.schema.types}
    assert kinds == {"string", "double", "int64", "list<element: string>"}


@pytest.mark.parametrize(("kind", "package", "code"), [("xlsx", "xlsxwriter", "excel-missing"), ("parquet", "pyarrow", "parquet-missing")])  # fmt: skip
def test_a_format_whose_package_is_missing_says_what_to_install(
    project: Write, monkeypatch: pytest.MonkeyPatch, kind: str, package: str, code: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, package, None)
    assert told(run("--project", project(), "export", "--format", kind)) == [(code, "export", 0, 0)]


def test_a_scored_project_can_be_written_as_parquet(tmp_path: Path) -> None:
    file = tmp_path / "scores.parquet"
    project = HOUSE / "examples" / "evaluation"
    assert run("--project", project, "export", "--format", "parquet", "--output", file).exit_code == 0
