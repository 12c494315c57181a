"""What all commands share: usage, project, day, language, and the way out of a fault of ours."""

import gc
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from conftest import Write

from scorecard import __main__ as program
from scorecard.cli import project as pipeline
from scorecard.cli.main import COMMANDS

from .running import HANGUL, run, run_apart, told

JUDGING = (("check",), ("gate",), ("show",), ("export",), ("build",), ("explain", "i"))


def names_of(arguments: tuple[str, ...]) -> str:
    return arguments[0]


def test_help_tells_every_command_in_both_languages() -> None:
    result = run("--help")

    assert (result.exit_code, result.stderr) == (0, "")
    assert [name for name in COMMANDS if f"\n  {name} " not in result.stdout] == []
    assert "find every problem" in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_of_its_own(name: str) -> None:
    result = run(name, "--help")

    assert result.exit_code == 0
    assert HANGUL.search(result.stdout)


def test_no_command_at_all_is_shown_what_there_is() -> None:
    result = run()

    assert (result.exit_code, result.stdout) == (2, "")
    assert "check" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "korean", "english"),
    [
        (("chek",), "'chek'(이)라는 명령이 없음", "there is no command 'chek'"),
        (("chek",), "혹시 check?", "did you mean check?"),
        (("--nope",), "'--nope'(이)라는 옵션이 없음", "there is no option '--nope'"),
        (("explain",), "'INDICATOR'이(가) 빠짐", "'INDICATOR' is missing"),
        (("export", "--format", "hwp"), "쓸 수 없는 값 (csv | json | xlsx | parquet)", "cannot have this value (csv | json | xlsx"),
        (("check", "--evidence", "/없음"), "'--evidence'에 적은 곳이", "'--evidence' is no folder"),
        (("check", "--evidence"), "--evidence 뒤에 값이 빠짐", "--evidence needs a value"),
        (("check", "--format"), "--format 뒤에 값이 빠짐", "--format needs a value"),
        (("check", "a", "b"), "알 수 없는 것이 더 적힘", "more was written than is understood"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_words(arguments: tuple[str, ...], korean: str, english: str) -> None:
    for language, words in (("ko", korean), ("en", english)):
        result = run("--lang", language, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
        assert "--help" in result.stderr
    assert not HANGUL.search(run("--lang=en", *arguments).stderr.replace("없음", ""))


def test_an_unknown_language_is_told_the_known_ones() -> None:
    result = run("--lang", "de", "check")

    assert result.exit_code == 2
    assert "ko | en" in result.stderr


@pytest.mark.parametrize("arguments", JUDGING, ids=names_of)
@pytest.mark.parametrize(
    "day", ["2026-02-30", "31.1.2026", "어제", "2026-1-31", "２０２６-01-31", "9999-12-31", "9" * 400]
)
def test_a_day_that_is_none_is_a_problem(project: Write, arguments: tuple[str, ...], day: str) -> None:
    result = run("--project", project(), "--as-of", day, *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told(result) == [("bad-day", "--as-of", 0, 0)]


def test_a_day_before_the_year_is_a_problem(project: Write) -> None:
    result = run("--project", project(), "--as-of", "2025-12-31", "gate")

    assert (result.exit_code, told(result)) == (2, [("as-of-before-year", "--as-of", 0, 0)])


@pytest.mark.parametrize("day", ["2026-01-01", "2026-12-31", "2027-06-30", "2150-12-31"])
def test_any_day_from_the_first_on_is_judged(project: Write, day: str) -> None:
    assert run("--project", project(), "--as-of", day, "show").exit_code == 0


@pytest.mark.parametrize("arguments", JUDGING, ids=names_of)
def test_a_project_that_is_none_is_a_problem(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    for place in (tmp_path, tmp_path / "nowhere", tmp_path / "file", Path("/dev/null")):
        result = run("--project", place, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert told(result) == [("project-missing", str(place), 0, 0)]


@pytest.mark.parametrize("file", ["attainment", "risks", "coverage"])
def test_missing_rules_are_a_problem(project: Write, file: str) -> None:
    folder = project()
    (folder / f"rules/{file}.yaml").unlink()

    result = run("--project", folder, "check")

    assert (result.exit_code, told(result)) == (2, [("rules-missing", f"rules/{file}.yaml", 0, 0)])


def test_a_fault_of_ours_ends_with_a_request_to_report_it(
    project: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise KeyError("\x1b[2Jx")

    monkeypatch.setattr(pipeline, "load", break_down)
    for language, words in (("ko", "알려 주기 바람"), ("en", "Please report it")):
        result = run("--project", project(), "--lang", language, "gate", env={"SCORECARD_DEBUG": None})
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
        assert "KeyError" in result.stderr
        assert "\x1b" not in result.stderr
        assert result.stderr.count("\n") == 1


def test_the_traceback_of_a_fault_is_for_who_asks_for_it(
    project: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(pipeline, "load", break_down)

    with pytest.raises(AssertionError, match=r"(?s)Traceback.*break_down.*RecursionError.*알려 주기 바람"):
        run("--project", project(), "gate")


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, click.Abort])
def test_an_interruption_is_no_fault(
    project: Write, monkeypatch: pytest.MonkeyPatch, stopped: type[BaseException]
) -> None:
    def interrupt(*_: object) -> None:
        raise stopped

    monkeypatch.setattr(pipeline, "load", interrupt)
    result = run("--project", project(), "gate")

    assert (result.exit_code, result.stderr.strip()) == (2, "중단함")


def test_an_interruption_while_the_program_is_loaded_is_none_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(_: str, *__: object) -> None:
        raise KeyboardInterrupt

    for name in ("set_threshold", "freeze"):
        monkeypatch.setattr(gc, name, lambda *_: None)
    monkeypatch.delitem(sys.modules, "scorecard.cli.main")
    monkeypatch.setattr(sys, "meta_path", [SimpleNamespace(find_spec=load)])
    with pytest.raises(SystemExit) as ended:
        program.run()

    assert (ended.value.code, capsys.readouterr().err) == (2, "중단함 · aborted\n")


def test_what_the_system_refuses_is_told_as_such(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device", "/tmp/x")

    monkeypatch.setattr(pipeline, "load", refuse)
    result = run("--project", project(), "--lang", "en", "gate", env={"SCORECARD_DEBUG": None})

    assert result.exit_code == 2
    assert result.stderr == "scorecard: could not read or write (No space left on device: /tmp/x)\n"


def test_the_module_is_the_command(project: Write) -> None:
    folder = project()

    assert run_apart("--project", folder, "check").returncode == 0
    assert run_apart("--project", folder / "nowhere", "check").returncode == 2
    assert run_apart("--version").stdout.startswith(b"scorecard, version ")
