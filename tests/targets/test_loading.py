"""A project's folder becomes a book, or all that keeps it from being one, on every system."""

import gc
import unicodedata
from pathlib import Path

import pytest

from scorecard.targets.loading import BookError, load_book, load_or_raise

from .projects import JOBS, OFFICE, places, problems_of, write_project

PROJECT = Path(__file__).parent.parent.parent


def test_a_project_becomes_a_book(tmp_path: Path) -> None:
    book, problems = load_book(write_project(tmp_path))

    assert not problems
    assert book is not None
    assert [place.id for place in book.places()] == ["jobs/academy/trained"]
    assert str(book.spots["jobs"].find("programmes", 0, "indicators", 0, "id")) == "targets/jobs.yaml:12:13"


def test_the_project_that_ships_is_right() -> None:
    book = load_or_raise(PROJECT)

    assert len(book.departments) == 9
    assert sum(1 for _ in book.places()) > 100


def test_departments_stand_in_the_order_of_the_list(tmp_path: Path) -> None:
    office = OFFICE.replace("  - jobs\n", "  - b\n  - a\n")
    book, _ = load_book(write_project(tmp_path, office, a=JOBS, b=JOBS))

    assert book is not None
    assert [department.id for department in book.departments] == ["b", "a"]


def test_a_project_without_an_office_is_none(tmp_path: Path) -> None:
    book, [problem] = load_book(tmp_path)

    assert book is None
    assert (problem.code, str(problem.spot), problem.details["folder"]) == (
        "office-missing",
        "targets/office.yaml",
        tmp_path.name,
    )


def test_targets_may_be_no_folder(tmp_path: Path) -> None:
    (tmp_path / "targets").write_text("a file")

    assert places(load_book(tmp_path)[1]) == [("office-missing", 0, 0)]
    assert places(load_book(tmp_path / "targets" / "deeper")[1]) == [("office-missing", 0, 0)]


def test_every_file_is_listed_and_every_listed_file_is_there(tmp_path: Path) -> None:
    [missing] = problems_of(tmp_path, OFFICE.replace("- jobs", "- job"), jobs=JOBS)

    assert (missing.code, str(missing.spot)) == ("department-missing", "targets/office.yaml:5:5")
    assert missing.details == {"found": "job", "nearest": "jobs.yaml"}

    problems = problems_of(tmp_path, OFFICE, jobs=JOBS, culture=JOBS)

    assert [(problem.code, str(problem.spot)) for problem in problems] == [
        ("department-unlisted", "targets/culture.yaml"),
    ]


@pytest.mark.parametrize("saved_as", ["jobs.yaml.txt", "jobs.yml", "Jobs.YAML", "jobs.yaml.yaml"])
def test_a_file_saved_under_a_name_like_it_is_pointed_at(tmp_path: Path, saved_as: str) -> None:
    write_project(tmp_path)
    (tmp_path / "targets" / "jobs.yaml").rename(tmp_path / "targets" / saved_as)
    missing = [problem for problem in load_book(tmp_path)[1] if problem.code == "department-missing"]

    assert [problem.details["nearest"] for problem in missing] == [saved_as]


@pytest.mark.parametrize("name", ["jobs.yaml", "../jobs", "/etc/passwd", "office", "'*'"])
def test_only_a_file_of_the_folder_can_be_a_department(tmp_path: Path, name: str) -> None:
    problems = problems_of(tmp_path, OFFICE.replace("- jobs", f"- {name}"), jobs=JOBS)

    assert ("department-missing", 5, 5) in places(problems)


def test_a_department_listed_twice_is_read_once(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, OFFICE.replace("  - jobs\n", "  - jobs\n  - jobs\n"), jobs=JOBS)

    assert places([problem]) == [("duplicate-id", 6, 5)]
    assert problem.details == {"found": "jobs", "line": "5"}


def test_names_of_files_may_be_decomposed(tmp_path: Path) -> None:
    write_project(tmp_path, OFFICE.replace("- jobs", "- 일자리"))
    (tmp_path / "targets" / "jobs.yaml").rename(
        tmp_path / "targets" / unicodedata.normalize("NFD", "일자리.yaml")
    )
    book, problems = load_book(tmp_path)

    assert not problems
    assert book is not None
    assert book.departments[0].id == "일자리"


def test_a_symbolic_link_is_followed_and_a_broken_one_is_told(tmp_path: Path) -> None:
    write_project(tmp_path)
    jobs = tmp_path / "targets" / "jobs.yaml"
    jobs.rename(tmp_path / "elsewhere.yaml")
    try:
        jobs.symlink_to(tmp_path / "elsewhere.yaml")
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert load_book(tmp_path)[1] == []

    (tmp_path / "elsewhere.yaml").unlink()
    assert places(load_book(tmp_path)[1]) == [("link-to-nothing", 0, 0)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_windows_and_old_macs_write_the_same_book(tmp_path: Path, line_end: str, mark: str) -> None:
    write_project(tmp_path)
    content = (mark + JOBS.replace("사천명", "").replace("\n", line_end)).encode()
    (tmp_path / "targets" / "jobs.yaml").write_bytes(content)

    assert load_book(tmp_path)[1] == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_are_the_same_however_lines_end(tmp_path: Path, line_end: str) -> None:
    write_project(tmp_path)
    content = JOBS.replace("4,000명", "사천명").replace("\n", line_end).encode("utf-8-sig")
    (tmp_path / "targets" / "jobs.yaml").write_bytes(content)

    assert places(load_book(tmp_path)[1]) == [("not-a-figure", 18, 17)]


@pytest.mark.parametrize("encoding", ["cp949", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["office", "jobs"])
def test_files_in_another_encoding_are_refused(tmp_path: Path, encoding: str, name: str) -> None:
    write_project(tmp_path)
    (tmp_path / "targets" / f"{name}.yaml").write_bytes(
        {"office": OFFICE, "jobs": JOBS}[name].encode(encoding)
    )

    [problem] = load_book(tmp_path)[1]
    assert (problem.code, problem.spot.file) == ("not-utf8", f"targets/{name}.yaml")


@pytest.mark.parametrize("text", ["", "\n\n", "# 아직\n", "---\n", "\ufeff"])
@pytest.mark.parametrize("name", ["office", "jobs"])
def test_an_empty_file_says_so(tmp_path: Path, text: str, name: str) -> None:
    write_project(tmp_path)
    (tmp_path / "targets" / f"{name}.yaml").write_text(text, encoding="utf-8")

    [problem] = load_book(tmp_path)[1]
    assert (problem.code, str(problem.spot)) == ("file-empty", f"targets/{name}.yaml")


@pytest.mark.parametrize(
    ("line", "wrong", "code"),
    [
        ("fiscal_year: 2026", "year_begins: 13\nfiscal_year: 2026", "bad-month"),
        ("as_of: 2026-01-31", "as_of: 2025-12-31", "as-of-before-year"),
        ("as_of: 2026-01-31", "as_of: 2026.1.31", "bad-day"),
        ("office: ", "오피스: ", "unknown-key"),
        ("  - jobs", "  jobs", "expected-list"),
        ("departments:\n", "departments: jobs\n#", "expected-list"),
        ("  report:", "  - report:", "expected-mapping"),
    ],
)
def test_an_office_that_cannot_be_is_refused(tmp_path: Path, line: str, wrong: str, code: str) -> None:
    assert code in {problem.code for problem in problems_of(tmp_path, OFFICE.replace(line, wrong), jobs=JOBS)}


@pytest.mark.parametrize(
    ("written", "fixed"),
    [("26", "2026"), ("2026년", "2026"), ("'26년", "2026"), ("FY2026", "2026"), ("2026.5", "2026"), ("20260", "2026"),
     ("올해", "2026"), ("-1", "2026"), ("27", "2027")],
)  # fmt: skip
def test_a_year_that_is_none_is_told_with_the_four_digits_to_type(
    tmp_path: Path, written: str, fixed: str
) -> None:
    office = OFFICE.replace("fiscal_year: 2026", f'fiscal_year: "{written}"')
    [problem] = [
        one for one in problems_of(tmp_path, office, jobs=JOBS) if one.spot.file.endswith("office.yaml")
    ]

    assert (problem.code, str(problem.spot)) == ("bad-year", "targets/office.yaml:2:14")
    assert problem.details == {"found": written, "fixed": fixed}


def test_a_fiscal_year_that_begins_in_april_moves_the_periods(tmp_path: Path) -> None:
    office = OFFICE.replace("as_of: 2026-01-31", "as_of: 2026-04-30\nyear_begins: 4")
    book, problems = load_book(write_project(tmp_path, office))

    assert not problems
    assert book is not None
    [place] = book.places()
    assert [period.first.isoformat() for period in place.indicator.target] == ["2026-04-01"]


def test_problems_of_all_files_come_at_once_and_in_order(tmp_path: Path) -> None:
    office = OFFICE.replace("  - jobs\n", "  - b\n  - a\n").replace("as_of: 2026-01-31", "as_of: 2025-01-31")
    problems = problems_of(tmp_path, office, a=JOBS.replace("4,000명", "사천명"), b=JOBS.replace("up", "Up"))

    assert [str(problem.spot) for problem in problems] == [
        "targets/a.yaml:18:17",
        "targets/b.yaml:16:20",
        "targets/office.yaml:3:8",
    ]


def test_of_a_value_already_named_nothing_more_is_said(tmp_path: Path) -> None:
    assert places(problems_of(tmp_path, jobs=JOBS.replace("4,000명", "010"))) == [
        ("ambiguous-scalar", 18, 17)
    ]
    assert places(problems_of(tmp_path, jobs=JOBS.replace("4,000명", "1e3"))) == [
        ("ambiguous-scalar", 18, 17)
    ]


def test_whoever_wants_an_error_gets_one_that_lists_everything(tmp_path: Path) -> None:
    write_project(tmp_path, jobs=JOBS.replace("4,000명", "사천명").replace("sum", "합계"))

    with pytest.raises(
        BookError, match=r"jobs.yaml:15:22: unknown-word\ntargets/jobs.yaml:18:17: not-a-figure"
    ) as caught:
        load_or_raise(tmp_path)
    assert len(caught.value.problems) == 2


def test_looking_for_garbage_goes_on_after_loading(tmp_path: Path) -> None:
    load_book(write_project(tmp_path))

    assert gc.isenabled()


@pytest.mark.parametrize("name", ["scorecards", "sources", "revisions"])
def test_no_department_takes_the_name_of_another_printed_file(tmp_path: Path, name: str) -> None:
    [problem] = problems_of(tmp_path, OFFICE.replace("- jobs", f"- {name}"), **{name: JOBS})

    assert places([problem]) == [("reserved-id", 5, 5)]
    assert problem.details == {"found": name}


@pytest.mark.parametrize("name", ["Scorecards", "con", "AUX", "com1", "nul.old"])
def test_no_department_takes_a_name_that_another_system_reads_as_a_taken_one(
    tmp_path: Path, name: str
) -> None:
    """Printed files must lie side by side on Windows too, where letters have no size and `con` is a device."""
    [problem] = problems_of(tmp_path, OFFICE.replace("- jobs", f"- {name}"), **{name: JOBS})

    assert places([problem]) == [("reserved-id", 5, 5)]


@pytest.mark.parametrize("name", ["con", "Aux.1", "LPT9"])
def test_no_edition_is_named_like_a_device_of_windows(tmp_path: Path, name: str) -> None:
    problems = problems_of(tmp_path, f"{OFFICE}edition: {name}\n")

    assert places(problems) == [("bad-edition-name", 9, 10)]


@pytest.mark.parametrize("written", ["4.0", '"04"', '" 4 "'])
def test_the_year_begins_in_the_month_that_is_written_in_whatever_way(tmp_path: Path, written: str) -> None:
    office = OFFICE.replace("2026-01-31", "2026-06-30") + f"year_begins: {written}\n"
    book, problems = load_book(write_project(tmp_path, office))

    assert problems == []
    assert book is not None
    assert book.office.year_begins == 4
    [place] = book.places()
    assert {period.year_begins for period in place.indicator.target} == {4}
