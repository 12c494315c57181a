"""`scorecard build`: what is written, and what stays as it was when nothing can be."""

import json
import os
from pathlib import Path

import pytest
from conftest import Write
from projects import department, write_project

from scorecard.reports import publishing

from .running import HANGUL, run, told
from .test_show import ENGLISH

RECORDS = ("results.csv", "results.json", "coverage.json", "summary.md")
State = dict[str, bytes]


def state_of(folder: Path) -> State:
    """Tell everything under a folder, hidden things too."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


@pytest.fixture
def printed(project: Write) -> tuple[Path, State]:
    """Write a project and print its edition."""
    folder = project()
    assert run("--project", folder, "build").exit_code == 0
    return folder, state_of(folder / "reports")


def test_an_edition_is_exactly_what_the_contract_lists(printed: tuple[Path, State]) -> None:
    folder, _ = printed
    pages = {
        f"{name}.{kind}"
        for name in ("office", "jobs", "quality", "sources")
        for kind in ("pdf", "png", "svg")
    }

    assert [path.name for path in (folder / "reports").iterdir()] == ["2026Q1"]
    assert {path.name for path in (folder / "reports/2026Q1").iterdir()} == {
        "scorecards.pdf",
        *pages,
        *RECORDS,
    }


def test_the_message_and_the_place_are_told(project: Write) -> None:
    folder = project()

    result = run("--project", folder, "build")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "2026년 계량 목표 1개" in result.stdout
    assert f"인쇄 완료: {(folder / 'reports/2026Q1').as_posix()}/scorecards.pdf 외 파일 16개" in result.stdout


def test_the_same_text_gives_the_same_bytes(printed: tuple[Path, State], tmp_path: Path, cache: Path) -> None:
    """Whether or not pages were kept from the run before."""
    from shutil import rmtree

    folder, before = printed
    rmtree(cache)
    assert run("--project", folder, "build", "--output", tmp_path / "again").exit_code == 0
    assert run("--project", folder, "build").exit_code == 0

    assert state_of(folder / "reports") == before
    assert state_of(tmp_path / "again") == before


def test_the_shipped_project_gives_the_same_records_twice(
    seoul: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "print_edition", lambda *_, **__: [])
    states = []
    for place in ("one", "two"):
        assert run("--project", seoul, "build", "--output", seoul / place).exit_code == 0
        states.append(state_of(seoul / place))

    assert states[0] == states[1]
    assert {Path(name).name for name in states[0]} == {"2026Q1", "audit.json", *RECORDS}


def test_another_day_is_another_edition(printed: tuple[Path, State]) -> None:
    folder, before = printed

    assert run("--project", folder, "--as-of", "2026-06-30", "build").exit_code == 0

    after = state_of(folder / "reports")
    assert {name: content for name, content in after.items() if name.startswith("2026Q1")} == before
    assert json.loads(after["2026Q2/results.json"])["as_of"] == "2026-06-30"


def test_what_the_former_edition_had_and_the_new_has_not_is_gone(printed: tuple[Path, State]) -> None:
    folder, before = printed
    (folder / "reports/2026Q1/old-department.pdf").write_bytes(b"old")

    assert run("--project", folder, "build").exit_code == 0
    assert state_of(folder / "reports") == before


def test_a_refused_build_leaves_the_former_edition(printed: tuple[Path, State]) -> None:
    folder, before = printed
    file = folder / "targets/jobs.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("sum", "some"), encoding="utf-8")

    assert run("--project", folder, "build").exit_code == 2
    assert state_of(folder / "reports") == before


@pytest.mark.parametrize(
    "broken", [OSError(28, "No space left on device"), KeyboardInterrupt(), KeyError("x")]
)
def test_a_build_that_breaks_in_the_middle_leaves_the_former_edition(
    printed: tuple[Path, State], monkeypatch: pytest.MonkeyPatch, broken: BaseException
) -> None:
    folder, before = printed

    def break_down(_: object, place: Path, **__: object) -> list[str]:
        (place / "scorecards.pdf").write_bytes(b"half")
        raise broken

    monkeypatch.setattr(publishing, "print_edition", break_down)
    result = run("--project", folder, "build", env={"SCORECARD_DEBUG": None})

    assert (result.exit_code, result.stdout) == (2, "")
    assert state_of(folder / "reports") == before
    if isinstance(broken, OSError):
        assert told(result) == [("edition-unwritable", str(folder / "reports"), 0, 0)]
        assert "No space left on device" in result.stderr


@pytest.mark.parametrize("broken", [PermissionError(13, "Permission denied"), KeyboardInterrupt()])
@pytest.mark.parametrize("which", [1, 2])
def test_a_move_that_fails_puts_the_former_edition_back(
    printed: tuple[Path, State], monkeypatch: pytest.MonkeyPatch, broken: BaseException, which: int
) -> None:
    """As when a PDF is open in another program on Windows."""
    folder, before = printed
    really = Path.rename
    moves = []

    def rename(self: Path, target: Path) -> Path:
        if self.name in ("new", "2026Q1"):
            moves.append(self)
            if len(moves) == which:
                raise broken
        return really(self, target)

    monkeypatch.setattr(Path, "rename", rename)

    assert run("--project", folder, "build").exit_code == 2
    assert state_of(folder / "reports") == before


@pytest.mark.parametrize("inside", ["file/reports", "file"])
def test_a_place_that_cannot_be_written_is_a_problem(project: Write, tmp_path: Path, inside: str) -> None:
    (tmp_path / "file").write_bytes(b"a file")

    result = run("--project", project(), "build", "--output", tmp_path / inside)

    assert (result.exit_code, result.stdout) == (2, "")
    assert (tmp_path / "file").read_bytes() == b"a file"


def test_a_folder_that_may_not_be_written_is_a_problem(project: Write) -> None:
    folder = project()
    (folder / "reports").mkdir(mode=0o500)
    if os.access(folder / "reports", os.W_OK):
        pytest.skip("whoever runs this may write everywhere")

    result = run("--project", folder, "build")

    assert (result.exit_code, told(result)) == (2, [("edition-unwritable", str(folder / "reports"), 0, 0)])


def test_pages_that_cannot_be_kept_do_not_stop_a_build(project: Write, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    result = run("--project", project(), "build", env={"XDG_CACHE_HOME": str(tmp_path / "file")})

    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    "name",
    [
        "../../x",
        "..",
        ".",
        "/tmp/x",
        "a/b",
        "a\\b",
        ".hidden",
        "-rf",
        "a b",
        "C:x",
        "x.",
        "가" * 200,
        "a\u202eb",
    ],
)
def test_an_edition_with_a_hostile_name_is_refused(project: Write, tmp_path: Path, name: str) -> None:
    folder = project(edition=json.dumps(name))
    before = state_of(tmp_path)

    result = run("--project", folder, "build")

    assert result.exit_code == 2
    assert told(result) == [("bad-edition-name", "targets/office.yaml", 6, 10)]
    assert state_of(tmp_path) == before


@pytest.mark.parametrize("name", ["2026Q1", "2026년_1분기", "1", "2026-03.수정"])
def test_an_edition_may_have_a_name_of_its_own(
    project: Write, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(publishing, "print_edition", lambda *_, **__: [])
    folder = project(edition=name)

    assert run("--project", folder, "build").exit_code == 0
    assert (folder / "reports" / name / "results.json").is_file()


def test_only_an_edition_is_replaced(project: Write) -> None:
    """`--output .` and an edition called like a folder of the project must not cost the text."""
    folder = project(edition="targets")
    before = state_of(folder)

    result = run("--project", folder, "build", "--output", folder)

    assert (result.exit_code, told(result)) == (2, [("edition-unwritable", str(folder), 0, 0)])
    assert "targets" in result.stderr
    assert state_of(folder) == before


def test_reports_may_lie_elsewhere(project: Write, tmp_path: Path) -> None:
    folder, elsewhere = project(), tmp_path / "다른 곳"
    elsewhere.mkdir()
    (folder / "reports").symlink_to(elsewhere, target_is_directory=True)

    for _ in range(2):
        assert run("--project", folder, "build").exit_code == 0
    assert (folder / "reports").is_symlink()
    assert [path.name for path in elsewhere.iterdir()] == ["2026Q1"]


def test_a_link_that_leads_nowhere_is_a_problem(project: Write) -> None:
    folder = project()
    (folder / "reports").symlink_to(folder / "nowhere", target_is_directory=True)

    assert run("--project", folder, "build").exit_code == 2
    assert not (folder / "nowhere").exists()


def test_an_english_edition_has_english_words(tmp_path: Path) -> None:
    office = {"office": "Office", "sources": "{report: {title: Report}}", "language": "en"}
    folder = write_project(tmp_path, {"jobs": department(ENGLISH, "Jobs")}, office=office)

    result = run("--project", folder, "build")

    assert result.exit_code == 0
    assert not HANGUL.search(result.output)
    assert not HANGUL.search((folder / "reports/2026Q1/summary.md").read_text(encoding="utf-8"))
    assert not HANGUL.search((folder / "reports/2026Q1/results.csv").read_text(encoding="utf-8"))


def source_of(text: str, folder: Path) -> dict[str, str]:
    """Write the text of the source of a project beside it; the result names it by its sha256."""
    from hashlib import sha256

    folder.mkdir()
    (folder / "report.txt").write_bytes(text.encode())
    return {"sources": f"{{report: {{title: 업무보고, sha256: {sha256(text.encode()).hexdigest()}}}}}"}


def test_an_edition_can_be_built_on_proof(project: Write, tmp_path: Path) -> None:
    """The page about sources then says so; the folder of the texts is told nowhere."""
    office = source_of("실적 80명 목표 100명\n", tmp_path / "evidence")
    result = run("--project", project(**office), "build", "--evidence", tmp_path / "evidence")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "수치 2개가 모두 출처의 그 줄에 그대로 있음 (report)" in result.stdout
    summary = (tmp_path / "reports/2026Q1/summary.md").read_text(encoding="utf-8")
    assert "모두 원문의 그 줄에서 확인했습니다." in summary
    assert "evidence" not in summary


@pytest.mark.parametrize(
    ("text", "code"), [("실적 80명 목표 1100명\n", "figure-not-on-line"), (None, "evidence-not-found")]
)
def test_nothing_is_printed_that_does_not_hold(
    project: Write, tmp_path: Path, text: str | None, code: str
) -> None:
    """The former edition stays as it was."""
    office = source_of(text or "", tmp_path / "evidence")
    folder = project(**office)
    assert run("--project", folder, "build").exit_code == 0
    before = state_of(folder / "reports")
    if text is None:
        (tmp_path / "evidence/report.txt").unlink()

    result = run("--project", folder, "build", "--evidence", tmp_path / "evidence")

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"[{code}]" in result.stderr
    assert state_of(folder / "reports") == before
