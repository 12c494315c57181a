"""What stands in the place of a file is told as what it is, and nothing outside the project is opened."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from projects import write_project

from scorecard.rules.reading import read

Put = Callable[[Path], None]
FILES = ("targets/office.yaml", "targets/jobs.yaml", "targets/audit.yaml", "rules/attainment.yaml", "rules/risks.yaml",
         "rules/coverage.yaml", "rules/scoring.yaml", "rules/quality.yaml")  # fmt: skip
DEPARTMENT = "department: 과\nprogrammes: []\n"


def link(place: Path, goal: Path | str) -> None:
    try:
        place.symlink_to(goal)
    except OSError:
        pytest.skip("this system lets nobody make links")


def pipe(place: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes among its files")
    os.mkfifo(place)


def problems_of(folder: Path) -> list[tuple[str, str]]:
    return [(one.code, str(one.spot)) for one in read(folder)[2]]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("put", "code"),
    [
        (Path.mkdir, "folder-for-file"),
        (pipe, "no-plain-file"),
        (lambda place: link(place, "nowhere.yaml"), "link-to-nothing"),
        (lambda place: link(place, place.name), "link-to-nothing"),
    ],
)
def test_what_is_no_file_is_told_as_what_it_is(tmp_path: Path, file: str, put: Put, code: str) -> None:
    folder = write_project(tmp_path, {"jobs": DEPARTMENT})
    (folder / file).unlink(missing_ok=True)
    put(folder / file)

    assert problems_of(folder) == [(code, file)]


def test_what_is_no_file_and_not_listed_is_none_of_the_offices(tmp_path: Path) -> None:
    folder = write_project(tmp_path, {"jobs": DEPARTMENT})
    (folder / "targets" / "old.yaml").mkdir()
    link(folder / "targets" / "new.yaml", "nowhere.yaml")

    assert problems_of(folder) == []


@pytest.mark.parametrize("name", ["targets", "rules"])
def test_a_folder_that_leads_out_of_the_project_is_told_once(tmp_path: Path, name: str) -> None:
    folder = write_project(tmp_path / "project", {"jobs": DEPARTMENT})
    (folder / name).rename(tmp_path / "elsewhere")
    link(folder / name, tmp_path / "elsewhere")

    [problem] = read(folder)[2]

    assert (problem.code, str(problem.spot)) == ("outside-project", name)
    assert problem.details == {"found": str(tmp_path / "elsewhere")}


def test_a_folder_that_lies_elsewhere_within_the_project_is_read(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "project", {"jobs": DEPARTMENT})
    for name in ("targets", "rules"):
        (folder / name).rename(folder / f"our-{name}")
        link(folder / name, f"our-{name}")
    link(tmp_path / "shortcut", folder)

    assert problems_of(folder) == problems_of(tmp_path / "shortcut") == []


def test_a_file_of_another_department_may_be_linked_to_and_one_outside_may_not(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "project", {"jobs": DEPARTMENT})
    (folder / "targets" / "jobs.yaml").rename(folder / "jobs.yaml")
    (tmp_path / "jobs.yaml").write_text(DEPARTMENT, encoding="utf-8")
    found = []
    for goal in ("../jobs.yaml", "../../jobs.yaml"):
        (folder / "targets" / "jobs.yaml").unlink(missing_ok=True)
        link(folder / "targets" / "jobs.yaml", goal)
        found.append(read(folder)[2])

    assert found[0] == []
    assert [(one.code, str(one.spot)) for one in found[1]] == [("outside-project", "targets/jobs.yaml")]
