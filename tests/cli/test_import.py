"""`scorecard template` and `scorecard import`: what is filled in arrives where it belongs; all else is told."""

import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner
from conftest import Write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from scorecard.cli import importing
from scorecard.cli.main import scorecard
from scorecard.reports.forms import HEAD, csv_form, form_of, xlsx_form
from scorecard.targets.loading import load_or_raise

from .running import run, told

JOBS = "targets/jobs-policy.yaml"
TRAINED, RATE = "jobs-policy/youth-academy/trained", "jobs-policy/youth-academy/employment-rate"
JANUARY = "2026-01"


@pytest.fixture
def form(seoul: Path, tmp_path: Path) -> "Form":
    """The form of a department by months, to be filled in."""
    result = run(
        "template", "jobs-policy", "--by", "month", "--output", tmp_path / "서식", "--project", seoul
    )
    assert (result.exit_code, result.stderr) == (0, "")
    return Form(tmp_path / "서식/jobs-policy-2026.xlsx", seoul)


@attrs.frozen
class Form:
    """A form in a file, and the project it came from."""

    path: Path
    project: Path

    def change(self, how: Callable[[Any], None]) -> "Form":
        """Let a person do something with the sheet."""
        book = load_workbook(self.path)
        how(book)
        book.save(self.path)
        return self

    def fill(self, row: str, **cells: Any) -> "Form":
        """Type into the cells of a row; columns are named by the first line of their heading."""

        def typed(book: Any) -> None:
            for key, value in cells.items():
                self.cell(book, row, key).value = value

        return self.change(typed)

    @staticmethod
    def cell(book: Any, row: str, column: str) -> Any:
        sheet = book.active
        heads = [str(cell.value).split("\n")[0] for cell in sheet[HEAD + 1]]
        ids = [cell.value for cell in sheet["A"]]
        return sheet.cell(ids.index(row) + 1, heads.index(column) + 1)

    def place(self, row: str, column: str) -> str:
        """Name a cell as problems do."""
        return f"{self.path.name} 일자리정책과!{self.cell(load_workbook(self.path), row, column).coordinate}"

    def imported(self, *options: str) -> Any:
        return run("import", self.path, *options, "--project", self.project)

    def text(self) -> str:
        return (self.project / JOBS).read_bytes().decode()


# ── the form ──────────────────────────────────────────────────────────────────────────────────


def test_a_form_shows_who_is_asked_and_locks_it(form: Form) -> None:
    sheet = load_workbook(form.path).active
    assert sheet is not None
    heads = [str(cell.value).split("\n")[0] for cell in sheet[HEAD + 1]]
    assert heads[:8] == ["지표 ID", "사업", "지표", "단위", "올해 목표", "최근 실적", "2026-01", "2026-02"]
    assert heads[-3:] == ["잠정 여부", "비고", "출처"]
    first = [cell.value for cell in sheet[HEAD + 2]][:6]
    assert first == [TRAINED, "청년취업사관학교 조성·운영", "AI 인재 양성", "명", "4,000명", "2025: 3,303명"]
    assert [cell.protection.locked for cell in sheet[HEAD + 2]] == [True] * 6 + [False] * 15
    assert sheet.protection.sheet
    assert (sheet.freeze_panes, sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == (
        "D5",
        "landscape",
        "9",
    )
    rules = {str(rule.sqref).split()[0]: rule.type for rule in sheet.data_validations.dataValidation}
    assert (rules["G5"], rules["S5"]) == ("decimal", "list")


def test_a_form_has_every_indicator_but_those_of_steps(seoul: Path) -> None:
    book = load_or_raise(seoul)
    for one in book.departments:
        form = form_of(book, one, "quarter", 2026)
        ids = [
            place.id
            for place in book.places()
            if place.department.id == one.id and place.indicator.aggregation.value != "milestone"
        ]
        assert [row.place.id for row in form.rows] == ids


def test_the_same_project_gives_the_same_bytes(seoul: Path) -> None:
    book = load_or_raise(seoul)
    assert xlsx_form(form_of(book, book.departments[1], "quarter", 2026)) == xlsx_form(form_of(book, book.departments[1], "quarter", 2026))  # fmt: skip


def test_words_that_begin_like_a_formula_stay_words(project: Write) -> None:
    folder = project(
        "- id: p\n  name: '=HYPERLINK(\"http://x\")'\n  indicators:\n    - {id: i, name: '@SUM(1)', level: output,"
        " aggregation: sum, direction: up, target: {2026: 100명}, actual: {2025: 80명}, source: report#1}"
    )
    book = load_or_raise(folder)
    form = form_of(book, book.departments[0], "quarter", 2026)
    sheet = load_workbook(io.BytesIO(xlsx_form(form))).active
    assert sheet is not None
    assert [(cell.value, cell.data_type) for cell in sheet[HEAD + 2]][1:3] == [
        ('=HYPERLINK("http://x")', "s"),
        ("@SUM(1)", "s"),
    ]
    assert "'=HYPERLINK" in csv_form(form)


def test_a_form_that_may_be_filled_in_is_not_overwritten(form: Form) -> None:
    before = form.path.read_bytes()
    again = (
        "template",
        "jobs-policy",
        "--by",
        "month",
        "--output",
        form.path.parent,
        "--project",
        form.project,
    )
    assert told(run(*again)) == [("form-exists", form.path.as_posix(), 0, 0)]
    assert form.path.read_bytes() == before
    assert run(*again, "--replace").exit_code == 0


def test_without_the_package_for_excel_a_form_says_what_to_install(
    seoul: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    result = run("template", "--output", tmp_path / "x", "--project", seoul)
    assert told(result) == [("excel-missing", "template", 0, 0)]
    assert "scorecard[excel]" in result.stderr
    assert run("template", "--format", "csv", "--output", tmp_path / "x", "--project", seoul).exit_code == 0


def test_a_department_nobody_knows_gets_the_nearest(seoul: Path) -> None:
    assert told(run("template", "job-policy", "--project", seoul)) == [
        ("unknown-department", "template", 0, 0)
    ]


def test_in_english_the_form_is_english(seoul: Path) -> None:
    book = load_or_raise(seoul)
    book = attrs.evolve(book, office=attrs.evolve(book.office, language="en"))
    form = form_of(book, book.departments[1], "half", 2026)
    assert form.headings[:1] + form.headings[5:8] == [
        "Indicator id",
        "Last actual",
        "2026H1\nfirst half",
        "2026H2\nsecond half",
    ]


# ── there and back ────────────────────────────────────────────────────────────────────────────


def test_a_form_brought_back_as_it_was_changes_nothing(seoul: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in (seoul / "targets").iterdir()}
    for kind in ("xlsx", "csv"):
        folder = tmp_path / kind
        run("template", "--format", kind, "--output", folder, "--project", seoul)
        result = run("import", *sorted(folder.iterdir()), "--write", "--project", seoul)
        assert (result.exit_code, result.stderr) == (0, ""), kind
        assert "바꿀 것이 없음" in result.stdout
    assert {path.name: path.read_bytes() for path in (seoul / "targets").iterdir()} == before


def test_figures_arrive_at_their_place_with_what_is_said_of_them(form: Form) -> None:
    before = form.text()
    more = {"비고": "1월분: 잠정", "출처": "report#715 1월", "잠정 여부": "잠정"}

    result = form.fill(TRAINED, **{JANUARY: 1812}, **more).imported("--write")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "새로 적을 값 1개 · 바꿀 값 0개 · 이미 같은 값 0개" in result.stdout
    new = (
        "          2026-01:\n            value: 1,812명\n            source: report#715 1월\n"
        '            note: "1월분: 잠정"\n            provisional: true\n'
    )
    line = "          2025: 3,303명\n"
    assert form.text() == before.replace(line, line + new, 1)
    again = form.imported("--write")
    assert "이미 같은 값 1개" in again.stdout
    assert form.text() == before.replace(line, line + new, 1)


def test_nothing_is_written_before_somebody_says_so(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    before = form.text()
    form.fill(TRAINED, **{JANUARY: 212})

    for options in ((), ("--dry-run",)):
        result = form.imported(*options)
        assert result.exit_code == 0
        assert "+          2026-01: 212명" in result.stdout
        assert form.text() == before

    monkeypatch.setattr(importing, "is_asking", lambda: True)
    arguments = ["--project", str(form.project), "import", str(form.path)]
    CliRunner().invoke(scorecard, arguments, input="n\n", standalone_mode=False)
    assert form.text() == before
    CliRunner().invoke(scorecard, arguments, input="y\n", standalone_mode=False)
    assert "2026-01: 212명" in form.text()


@pytest.mark.parametrize(
    ("row", "typed", "written"),
    [
        (TRAINED, 4000, "4,000명"),
        (TRAINED, "812", "812명"),
        (TRAINED, "1,812", "1,812명"),
        (TRAINED, "약 800명", "약 800명"),
        (TRAINED, "1.2천명", "1.2천명"),
        (RATE, 76.5, "76.5%"),
        (RATE, "312/410", "312/410"),
        (RATE, "76%", "76%"),
    ],
)
def test_a_figure_is_written_as_it_is_meant(form: Form, row: str, typed: Any, written: str) -> None:
    result = form.fill(row, **{JANUARY: typed}).imported("--write")
    assert result.exit_code == 0, result.stderr
    assert f"2026-01: {written}\n" in form.text()


def test_a_percentage_of_excel_is_one_of_ours(form: Form) -> None:
    def percent(book: Any) -> None:
        form.cell(book, RATE, JANUARY).value = 0.764
        form.cell(book, RATE, JANUARY).number_format = "0.0%"

    assert form.change(percent).imported("--write").exit_code == 0
    assert "2026-01: 76.4%\n" in form.text()


def test_a_unit_of_its_own_is_not_written_again(project: Write, tmp_path: Path) -> None:
    folder = project(
        "- id: p\n  name: 사업\n  indicators:\n    - {id: i, name: 투자, level: output, aggregation: sum, direction: up,"
        " unit: 억원, target: {2026: '1,200'}, actual: {2025: '1,000'}, source: report#1}"
    )
    run("template", "--by", "month", "--output", tmp_path, "--project", folder)
    form = Form(tmp_path / "jobs-2026.xlsx", folder).fill("jobs/p/i", **{JANUARY: 1234.5})

    assert form.imported("--write").exit_code == 0
    assert "actual: {2025: '1,000', 2026-01: \"1,234.5\"}" in (folder / "targets/jobs.yaml").read_text(
        encoding="utf-8"
    )


def test_several_figures_of_one_row_arrive_in_the_order_of_time(project: Write, tmp_path: Path) -> None:
    for written in ("", "      actual: {}\n"):
        folder = project(
            "- id: p\n  name: 사업\n  indicators:\n    - id: i\n      name: 지표\n      level: output\n      aggregation: sum\n"
            f"      direction: up\n      target: {{2025: 100명}}\n{written}      source: report#1\n",
            as_of="2026-04-30",
        )
        table = tmp_path / "표.csv"
        table.write_text("지표 ID,2026-03,2026-01,2026-02\njobs/p/i,3명,1명,2명\n", encoding="utf-8")

        result = run("import", table, "--write", "--project", folder)

        assert result.exit_code == 0, result.stderr
        place = next(load_or_raise(folder).places())
        assert [str(period) for period in place.indicator.actual] == ["2026-01", "2026-02", "2026-03"]


def two_departments(seoul: Path, folder: Path) -> tuple[Path, Path, list[Path]]:
    """Fill in the sheets of two departments; tell them and the files they belong in."""
    run("template", "--by", "month", "--output", folder, "--project", seoul)
    other = load_or_raise(seoul).departments[0]
    one = Form(folder / "jobs-policy-2026.xlsx", seoul).fill(TRAINED, **{JANUARY: 10})
    two = Form(folder / f"{other.id}-2026.xlsx", seoul)
    sheet = load_workbook(two.path).active
    assert sheet is not None
    row = str(sheet.cell(HEAD + 2, 1).value)
    two.fill(row, **{JANUARY: 7})
    return one.path, two.path, [seoul / JOBS, seoul / f"targets/{other.id}.yaml"]


def test_several_departments_arrive_in_one_go(seoul: Path, tmp_path: Path) -> None:
    one, two, [jobs, other] = two_departments(seoul, tmp_path)

    result = run("import", one, two, "--write", "--project", seoul)

    assert result.exit_code == 0, result.stderr
    assert "2026-01: 7" in other.read_text(encoding="utf-8")
    assert "2026-01: 10명" in jobs.read_text(encoding="utf-8")


@pytest.mark.parametrize(("fails", "broken"), [((2,), 0), ((2, 3), 1)])
def test_several_departments_arrive_all_or_none(
    seoul: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: tuple[int, ...], broken: int
) -> None:
    """When the second file cannot be renamed the first is put back; where even that fails it is told."""
    one, two, paths = two_departments(seoul, tmp_path)
    before = [path.read_bytes() for path in paths]
    beside = sorted((seoul / "targets").iterdir())
    calls: list[Path] = []
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target.parent.name == "targets":  # The remembered checks are written that way too.
            calls.append(target)
        if target in calls and len(calls) in fails:
            raise PermissionError(13, "Permission denied", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    result = run("import", one, two, "--write", "--project", seoul)

    first, second = (f"targets/{path.name}" for path in calls[:2])
    left = [("file-not-put-back", first, 0, 0)] * broken
    assert sorted(told(result)) == sorted([("file-unwritable", second, 0, 0), *left])
    assert sum(path.read_bytes() != old for path, old in zip(paths, before, strict=True)) == broken
    assert sorted((seoul / "targets").iterdir()) == beside


def test_who_interrupts_between_two_files_gets_both_as_they_were(
    seoul: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, paths = two_departments(seoul, tmp_path)
    before = [path.read_bytes() for path in paths]
    calls: list[Path] = []
    replace = Path.replace

    def interrupt(self: Path, target: Path) -> Path:
        if target.parent.name == "targets":
            calls.append(target)
        if target in calls and len(calls) == 2:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupt)

    assert run("import", one, two, "--write", "--project", seoul).exit_code != 0
    assert [path.read_bytes() for path in paths] == before
    assert len(calls) == 3


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_filled_in_every_other_byte_stays(seoul: Path, data: st.DataObject) -> None:
    """Take the lines that came in out of a file, and it is the file that was."""
    book = load_or_raise(seoul)
    department = data.draw(st.sampled_from(book.departments))
    path = seoul / f"targets/{department.id}.yaml"
    before = path.read_bytes()
    rows = form_of(book, department, "month", 2026).rows
    chosen = data.draw(
        st.lists(st.sampled_from(rows), min_size=1, max_size=6, unique_by=lambda row: row.place.id)
    )
    figures = {row.place.id: data.draw(st.integers(1, 60_000)) for row in chosen}
    lines = ["지표 ID,단위,2026-01,비고"]
    lines += [f"{row.place.id},{row.unit},{figures[row.place.id]},확인 필요" for row in chosen]
    table = seoul / "채움.csv"
    table.write_text("\n".join(lines), encoding="cp949")

    result = run("import", table, "--write", "--project", seoul)

    after = path.read_bytes()
    path.write_bytes(before)
    if result.exit_code:
        assert after == before
        # A problem stands at a cell, or at the other figure that a filled one does not fit to.
        cells = {f"채움.csv {column}{row}" for row in range(2, 9) for column in "ABCD"}
        assert {place for _, place, *_ in told(result)} <= {*cells, f"targets/{department.id}.yaml"}
        return
    kept, gone = iter(after.splitlines(keepends=True)), []
    for line in before.splitlines(keepends=True):
        while (now := next(kept)) != line:
            gone.append(now.decode().strip())
    new = [line.decode().strip() for line in [*kept]] + gone
    assert sum(line.startswith("note: 확인 필요") for line in new) == len(chosen)
    assert all(line.split(":")[0] in ("actual", "2026-01", "value", "note") for line in new)


# ── what is told ──────────────────────────────────────────────────────────────────────────────


def test_what_would_be_overwritten_is_told_with_both_figures(form: Form) -> None:
    form.fill(TRAINED, **{JANUARY: 212}).imported("--write")
    form.fill(TRAINED, **{JANUARY: 215})

    refused = form.imported("--write")
    assert told(refused) == [("value-exists", form.place(TRAINED, JANUARY), 0, 0)]
    assert "'212명'" in refused.stderr
    assert "215명" in refused.stderr

    result = form.imported("--write", "--replace")
    assert "바꿀 값 1개" in result.stdout
    assert {"-          2026-01: 212명", "+          2026-01: 215명"} <= set(result.stdout.splitlines())


def test_an_emptied_cell_leaves_the_figure_and_says_so(form: Form) -> None:
    form.fill(TRAINED, **{JANUARY: 212}).imported("--write")
    result = form.fill(TRAINED, **{JANUARY: None}).imported("--write")
    assert (
        f"{form.place(TRAINED, JANUARY)}: {TRAINED} 2026-01: 빈칸이라 적혀 있는 '212명'을 그대로 둠"
        in result.stderr
    )
    assert "2026-01: 212명" in form.text()


def test_whatever_is_not_taken_is_listed(form: Form) -> None:
    def meddle(book: Any) -> None:
        sheet = book.active
        form.cell(book, TRAINED, "올해 목표").value = "5,000명"
        form.cell(book, RATE, "비고").value = "수치 없이 적은 말"
        sheet.cell(HEAD + 1, 22).value = "담당자 의견"
        sheet.cell(sheet.max_row + 1, 1).value = "jobs-policy/새/지표"
        sheet.delete_rows(HEAD + 4)
        other = book.create_sheet("메모장")
        other["A1"] = "회의록"
        hidden = book.create_sheet("숨김")
        hidden["A1"] = "지표 ID"
        hidden.sheet_state = "hidden"

    result = form.change(meddle).imported("--write")

    assert result.exit_code == 0
    for words in (
        "(칸에는 '5,000명', 파일에는 '4,000명')", "'수치 없이 적은 말'을 적지 않음", "'담당자 의견' 열은 읽지 않음",
        "'jobs-policy/새/지표' 줄은 읽지 않음", "시트에 없는 지표", "시트 '메모장'은 읽지 않음", "숨긴 시트 '숨김'은 읽지 않음",
    ):  # fmt: skip
        assert words in result.stderr


def spoil(row: str, column: str, value: Any) -> Callable[[Form], Callable[[Any], None]]:
    return lambda form: lambda book: setattr(form.cell(book, row, column), "value", value)


def merge(form: Form) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        form.cell(book, TRAINED, JANUARY).value = 812
        cell = form.cell(book, TRAINED, JANUARY).coordinate
        book.active.merge_cells(f"{cell}:{form.cell(book, RATE, JANUARY).coordinate}")

    return change


def hide(form: Form) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        cell = form.cell(book, TRAINED, JANUARY)
        cell.value = 812
        book.active.row_dimensions[cell.row].hidden = True

    return change


def date_in(form: Form) -> Callable[[Any], None]:
    from datetime import date

    return spoil(TRAINED, JANUARY, date(2026, 3, 4))(form)


BAD: dict[str, tuple[Callable[[Form], Callable[[Any], None]], str, str]] = {
    "a formula": (spoil(TRAINED, JANUARY, "=SUM(A1:A3)"), "cell-formula", JANUARY),
    "an error": (spoil(TRAINED, JANUARY, "#N/A"), "cell-error", JANUARY),
    "a date": (date_in, "cell-wrong-kind", JANUARY),
    "a truth value": (spoil(TRAINED, JANUARY, True), "cell-wrong-kind", JANUARY),
    "merged cells": (merge, "cell-merged", JANUARY),
    "a hidden row": (hide, "cell-hidden", JANUARY),
    "words": (spoil(TRAINED, JANUARY, "많음"), "not-a-figure", JANUARY),
    "full-width figures": (spoil(TRAINED, JANUARY, "８１２"), "full-width", JANUARY),
    "another unit": (spoil(TRAINED, JANUARY, "812개"), "unit-mismatch", JANUARY),
}  # fmt: skip


@pytest.mark.parametrize("which", BAD)
def test_what_is_no_figure_is_told_at_its_cell(form: Form, which: str) -> None:
    how, code, column = BAD[which]
    before = form.text()
    result = form.change(how(form)).imported("--write")

    assert result.exit_code == 2
    found = told(result)
    assert found == [(code, form.place(TRAINED, column), 0, 0)]
    assert form.text() == before


def test_a_changed_unit_is_told_where_it_was_changed(form: Form) -> None:
    result = form.change(spoil(TRAINED, "단위", "천명")(form)).fill(TRAINED, **{JANUARY: 0.8}).imported()
    assert told(result) == [("cell-unit-changed", form.place(TRAINED, "단위"), 0, 0)]


def test_a_share_where_per_cent_are_asked_for_is_told(form: Form) -> None:
    for typed in (0.76, "0.76"):
        result = form.fill(RATE, **{JANUARY: typed}).imported()
        assert told(result) == [("cell-share-or-percent", form.place(RATE, JANUARY), 0, 0)]
        assert "76" in result.stderr


def test_sources_are_looked_up(form: Form) -> None:
    for words, code in (("보고서 697행", "bad-citation"), ("reprot#697", "unknown-source")):
        result = form.fill(TRAINED, **{JANUARY: 212, "출처": words}).imported()
        assert told(result) == [(code, form.place(TRAINED, "출처"), 0, 0)]


def test_rows_that_belong_to_nobody_or_stand_twice_are_told(form: Form) -> None:
    def change(book: Any) -> None:
        sheet = book.active
        for at, name in enumerate(("jobs-policy/youth-academy/traind", None, TRAINED), sheet.max_row + 1):
            sheet.cell(at, 1).value = name
            sheet.cell(at, 7).value = 5

    result = form.change(change).imported("--write")
    assert sorted(code for code, *_ in told(result)) == ["row-twice", "row-unknown", "row-without-id"]
    assert TRAINED in result.stderr


def test_what_only_the_whole_project_can_tell_is_told_at_the_cell(form: Form) -> None:
    result = form.fill(TRAINED, **{"2026-03": 812}).imported("--write")
    assert told(result) == [("actual-in-future", form.place(TRAINED, "2026-03"), 0, 0)]


def test_a_form_of_another_office_is_refused(form: Form, project: Write) -> None:
    result = run("import", form.path, "--project", project())
    assert [code for code, *_ in told(result)] == ["form-of-other-project"]


def test_a_column_that_stands_twice_is_told(form: Form) -> None:
    result = form.change(
        lambda book: setattr(form.cell(book, "지표 ID", "2026-02"), "value", JANUARY)
    ).imported()
    assert [code for code, *_ in told(result)] == ["column-twice"]


def test_a_table_of_their_own_is_read_by_its_headings(form: Form, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["1분기 실적"], [], ["지표", "2026년 1월", "지표 ID"], ["인재", 212, TRAINED]):
        sheet.append(row)
    path = tmp_path / "우리 표.xlsx"
    book.save(path)

    assert run("import", path, "--write", "--project", form.project).exit_code == 0
    assert "2026-01: 212명" in form.text()


def test_a_table_without_ids_is_refused(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "표.csv"
    path.write_text("사업,1분기\n가,1\n", encoding="utf-8")
    assert told(run("import", path, "--project", form.project)) == [
        ("form-without-heading", "표.csv A1", 0, 0)
    ]


def test_a_form_without_rows_brings_nothing(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "표.csv"
    path.write_text("지표 ID,2026Q1\n", encoding="utf-8")
    result = run("import", path, "--project", form.project)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "바꿀 것이 없음" in result.stdout


def test_problems_of_all_files_are_told_at_once(form: Form, tmp_path: Path) -> None:
    (tmp_path / "가.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "나.hwp").write_bytes(b"x")
    result = run("import", tmp_path / "가.xls", tmp_path / "나.hwp", "--project", form.project)
    assert told(result) == [("form-old-excel", "가.xls", 0, 0), ("form-unreadable", "나.hwp", 0, 0)]


def test_a_mistake_in_one_file_keeps_no_other_from_being_read(form: Form, tmp_path: Path) -> None:
    for name in ("가", "나"):
        (tmp_path / f"{name}.csv").write_text(
            f"지표 ID,2026-01\n{TRAINED[: -len(name)]}{name},5\n", encoding="utf-8"
        )
    result = run("import", tmp_path / "가.csv", tmp_path / "나.csv", "--project", form.project)
    assert told(result) == [("row-unknown", "가.csv A2", 0, 0), ("row-unknown", "나.csv A2", 0, 0)]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_decomposed_hangul_is_the_same_hangul(form: Form, tmp_path: Path, kind: str) -> None:
    """A Mac may hand out names and notes in pieces; headings, ids and notes are read all the same."""
    rows = [["지표 ID", JANUARY, "비고"], [TRAINED, "12명", "잠깐 쉼"]]
    pieces = [[unicodedata.normalize("NFD", cell) for cell in row] for row in rows]
    path = tmp_path / f"표.{kind}"
    if kind == "csv":
        path.write_text("\n".join(",".join(row) for row in pieces) + "\n", encoding="utf-8")
    else:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in pieces:
            sheet.append(row)
        book.save(path)

    result = run("import", path, "--write", "--project", form.project)

    assert result.exit_code == 0, result.stderr
    assert "note: 잠깐 쉼" in form.text()


@pytest.mark.parametrize("written", ["9" * 400, "1e999", "-1e999"])
def test_a_number_no_figure_can_be_is_told_at_its_cell(form: Form, written: str) -> None:
    form.fill(TRAINED, **{JANUARY: 7777})
    content = form.path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as parcel, zipfile.ZipFile(form.path, "w") as changed:
        for part in parcel.infolist():
            changed.writestr(
                part.filename, parcel.read(part).replace(b"<v>7777</v>", f"<v>{written}</v>".encode())
            )

    assert told(form.imported()) == [("number-too-large", form.place(TRAINED, JANUARY), 0, 0)]
