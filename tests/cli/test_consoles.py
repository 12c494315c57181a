"""Consoles, places and people's machines as they are; each command is a process of its own here."""

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from conftest import Write

from .running import run_apart

POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="pipes and terminals of Linux and macOS")
SCORECARD = f"{sys.executable} -m scorecard"


def shell(command: str, cwd: Path) -> "subprocess.CompletedProcess[bytes]":
    """Run a line of shell; `$?` of its first command is printed last on stderr."""
    return subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=cwd)


@pytest.mark.parametrize(
    "arguments", [("check",), ("show",), ("gate",), ("explain", "i")], ids=lambda one: one[0]
)
@pytest.mark.parametrize("encoding", ["cp949", "ascii", "utf-8", "latin-1", "utf-16"])
def test_any_encoding_shows_what_it_can(project: Write, encoding: str, arguments: tuple[str, ...]) -> None:
    folder = project(office="'시험실 😀 – △ 똠'")

    done = run_apart("--project", folder, *arguments, env={"PYTHONIOENCODING": encoding})

    assert done.returncode in (0, 1)
    assert done.stderr == b""
    # A stream that says it is ASCII is taken by click for a UTF-8 one that was set up wrongly.
    shown = done.stdout.decode("utf-8" if encoding == "ascii" else encoding)
    seen = any(word in shown for word in ("오류", "지표", "요구", "부서"))
    assert seen is (encoding != "latin-1") or (encoding, arguments) == ("ascii", ("show",))


@pytest.mark.parametrize(
    "arguments", [("gate", "--format", "json"), ("explain", "i", "--format", "json"), ("schema", "risks")]
)
def test_what_programs_read_is_utf8_whatever_the_console_thinks(
    project: Write, arguments: tuple[str, ...]
) -> None:
    done = run_apart("--project", project(), *arguments, env={"PYTHONIOENCODING": "cp949"})

    assert any(ord(letter) > 0xAC00 for letter in done.stdout.decode("utf-8"))
    assert json.loads(done.stdout)


@pytest.mark.parametrize("encoding", ["cp949", "ascii"])
def test_problems_are_told_in_any_encoding(project: Write, encoding: str) -> None:
    done = run_apart("--project", project("- id: p\n"), "check", env={"PYTHONIOENCODING": encoding})

    assert done.returncode == 2
    assert b"targets/jobs.yaml:3:5: " in done.stderr
    assert b"[missing-key]" in done.stderr


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LANG": "ko_KR.EUC-KR"},
    ],
)
def test_any_locale_reads_the_same_text(project: Write, env: dict[str, str]) -> None:
    folder = project()

    done = run_apart("--project", folder, "export", "--format", "json", env=env)

    assert done.returncode == 0
    assert json.loads(done.stdout)["rows"][0]["name"] == "지표"
    assert run_apart("--project", folder, "check", env=env).returncode == 0


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_path_may_have_blanks_and_hangul(
    project: Write, tmp_path: Path, form: Literal["NFC", "NFD"]
) -> None:
    """macOS hands out decomposed names."""
    place = tmp_path / unicodedata.normalize(form, "성과 관리 (최종)") / "프로젝트"
    shutil.copytree(project(), place, ignore=shutil.ignore_patterns("성과*"))
    office = place / "targets/office.yaml"
    office.write_text(office.read_text(encoding="utf-8").replace("[jobs]", "[일자리]"), encoding="utf-8")
    (place / "targets/jobs.yaml").rename(place / "targets" / unicodedata.normalize(form, "일자리.yaml"))

    for arguments in (("check",), ("gate",), ("explain", "i"), ("show", "일자리"), ("build",)):
        done = run_apart("--project", place, *arguments)
        assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    assert (place / "reports/2026Q1/scorecards.pdf").is_file()
    assert (place / "reports/2026Q1/일자리.pdf").is_file()


def test_the_project_is_here_unless_said_otherwise(project: Write, tmp_path: Path) -> None:
    folder = project()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    assert run_apart("check", cwd=folder).returncode == 0
    assert run_apart("--project", "..", "check", cwd=elsewhere).returncode == 0


def test_what_only_reads_writes_nothing_to_the_project(project: Write) -> None:
    folder = project()
    before = {path: path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))}

    for arguments in (("check",), ("show",), ("gate",), ("explain", "i"), ("export",)):
        assert run_apart("--project", folder, *arguments, env={"HOME": ""}).returncode == 0

    assert {path: path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))} == before


def test_a_project_that_may_only_be_read_is_read(project: Write) -> None:
    folder = project()
    for path in (folder / "targets", folder / "rules", folder):
        path.chmod(0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("whoever runs this may write everywhere")

    for arguments in (("check",), ("show",), ("gate",), ("explain", "i"), ("export",)):
        assert run_apart("--project", folder, *arguments).returncode == 0


@pytest.mark.parametrize(
    "env", [{}, {"HOME": "/dev/null"}, {"HOME": "/dev/null", "XDG_CACHE_HOME": "/dev/null/x"}]
)
def test_a_home_is_not_needed(project: Write, env: dict[str, str]) -> None:
    """Not for reading and not for printing; matplotlib must not complain either."""
    folder = project()

    for arguments in (("check",), ("build",)):
        done = run_apart("--project", folder, *arguments, env=env)
        assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()


@POSIX_ONLY
@pytest.mark.parametrize(
    "arguments", ["check", "show", "gate", "export", "explain i", "schema risks", "--help"]
)
def test_a_reader_who_has_enough_is_no_fault(seoul: Path, arguments: str) -> None:
    """The exit code stays what the command found."""
    arguments = arguments.replace("explain i", "explain youth-academy/trained")
    done = shell(f"({SCORECARD} {arguments}; echo $? >&2) | head -1", seoul)

    assert done.stderr.decode().strip() == "0"
    assert done.stdout.count(b"\n") == 1


@POSIX_ONLY
def test_a_gate_that_fails_into_a_closed_pipe_still_fails(seoul: Path) -> None:
    floors = seoul / "rules/coverage.yaml"
    floors.write_text("office: {count: 0.9}\n", encoding="utf-8")

    done = shell(f"({SCORECARD} gate; echo $? >&2) | true", seoul)

    assert done.stderr.decode().strip() == "1"


@POSIX_ONLY
@pytest.mark.parametrize("arguments", ["check", "show", "export"])
def test_closed_and_full_outputs_end_in_words(seoul: Path, arguments: str) -> None:
    assert shell(f"{SCORECARD} {arguments} >&-", seoul).returncode == 0
    assert shell(f"{SCORECARD} {arguments} >&- 2>&-", seoul).returncode == 0
    if Path("/dev/full").exists():
        full = shell(f"{SCORECARD} --lang en {arguments} > /dev/full", seoul)
        assert full.returncode == 2
        assert full.stderr.startswith(b"scorecard: could not read or write (No space left on device")
        assert full.stderr.count(b"\n") == 1


@POSIX_ONLY
def test_a_bar_is_drawn_on_a_terminal_only(project: Write) -> None:
    import pty

    folder = project()
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "scorecard", "--project", str(folder), "build"],
        stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm", "LANG": "C.UTF-8"},
    ) as process:  # fmt: skip
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
        assert process.stdout is not None
        said = process.stdout.read().decode()
    os.close(ours)

    assert process.returncode == 0
    assert "인쇄 중" in seen.decode()
    assert "인쇄 완료" in said
    assert "인쇄 중" not in said
    assert run_apart("--project", folder, "build").stderr == b""


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
