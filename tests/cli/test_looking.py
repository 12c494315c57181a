"""After an edit only the edited file is read, and what is said is what reading everything says."""

import tempfile
from pathlib import Path

import attrs
import pytest
from conftest import Write
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import write_project

from scorecard.cli import looking
from scorecard.cli.project import Asked
from scorecard.cli.remembering import counts_of
from scorecard.targets import loading
from scorecard.targets.measures import Office

from .running import run, told

JOBS = """
department: 일자리과
programmes:
  - id: p
    name: 사업
    indicators:
      - id: i
        name: 지표
        level: output
        aggregation: sum
        direction: up
        formerly: [before]
        target: {2026: 100명}
        actual: {2025: 90명}
"""
CARE = """
department: 돌봄과
programmes:
  - id: p
    name: 사업
    indicators:
      - id: i
        name: 지표
        level: output
        aggregation: sum
        direction: up
        target: {2026: 50건}
"""
WAIVED = """
rules:
  - id: r
    title: 규칙
    about: data
    severity: low
    when: actual > 1
    message: 말
    why: 왜
    action: 조치
    waivers: [{indicator: care/p/i, reason: 사유, until: 2026-12-31}]
"""
EDITS = (
    ("jobs", "100명", "120명"),  # Clean, and seen by nobody else.
    ("jobs", "100명", "100개"),
    ("jobs", "[before]", "[care/p/i]"),  # Claims an id of the other department.
    ("jobs", "programmes:", "programmes: []\nmore:"),
    ("jobs", "id: i", "id: j"),
    ("care", "id: i", "id: j"),  # A rule waives the old one.
    ("care", "name: 사업", "name: 다른 사업"),
    ("care", "50건", "오십건"),
    ("care", "department: 돌봄과", "department: 돌봄정책과"),
)


def office_of(folder: Path) -> Path:
    return write_project(folder, {"jobs": JOBS, "care": CARE}, rules={"risks": WAIVED})


def edit(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / f"targets/{name}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@settings(max_examples=30)
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=3))
def test_what_is_said_after_edits_is_what_reading_everything_says(edits: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as aside:
        folder, fresh = Path(aside) / "project", Path(aside) / "fresh"
        office_of(folder)
        known = {"XDG_CACHE_HOME": str(Path(aside) / "known"), "LOCALAPPDATA": aside, "HOME": aside}
        assert run("--project", folder, "check", env=known).exit_code == 0
        for one in edits:
            edit(folder, *one)
            after = run("--project", folder, "check", env=known)
            anew = run("--project", folder, "check", env={**known, "XDG_CACHE_HOME": str(fresh / one[2])})

            assert (after.exit_code, after.stdout, told(after)) == (anew.exit_code, anew.stdout, told(anew))


def count_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    read: list[str] = []
    load = loading._load_department

    def noted(path: Path, name: str, office: Office) -> object:
        read.append(name)
        return load(path, name, office)

    monkeypatch.setattr(loading, "_load_department", noted)
    return read


@pytest.mark.parametrize(
    ("change", "read"),
    [
        (EDITS[0], ["jobs"]),
        (("care", "50건", "60건"), ["care"]),
        (EDITS[4], ["jobs", "jobs", "care"]),  # Its outline changed: everything is read.
    ],
)
def test_only_the_edited_file_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str, str], read: list[str]
) -> None:
    folder = office_of(tmp_path)
    asked = Asked(folder, None, None)
    before = looking.look_over(asked, "text")
    edit(folder, *change)
    files = count_reads(monkeypatch)

    after = looking.look_over(asked, "text")

    assert files == read
    assert counts_of(after) == counts_of(before)
    assert looking.look_over(asked, "text") == after
    assert files == read


def test_an_edit_is_summed_up_anew(project: Write) -> None:
    folder = project(JOBS.partition("programmes:\n")[2])
    asked = Asked(folder, None, None)
    before = counts_of(looking.look_over(asked, "text"))
    edit(
        folder,
        "jobs",
        "    name: 사업\n",
        "    name: 사업\n    budget: [{name: 줄, unit: 백만원, current: 10}]\n",
    )

    assert counts_of(looking.look_over(asked, "text")) == {**before, "lines": before["lines"] + 1}


def test_what_cannot_be_remembered_is_read_every_time(cache: Path, tmp_path: Path) -> None:
    (cache / "scorecard").write_text("in the way", encoding="utf-8")
    asked = Asked(office_of(tmp_path / "project"), None, None)

    one, other = looking.look_over(asked, "text"), looking.look_over(asked, "text")

    assert attrs.asdict(one) == attrs.asdict(other)
