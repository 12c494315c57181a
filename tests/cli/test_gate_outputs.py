"""`--format KIND[=FILE]`: several ways at once, valid, whole, and the same exit code in each."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import jsonschema
import pytest
import xmlschema
from conftest import Write
from projects import HOUSE, department, write_project

from .running import run, run_apart, told
from .test_gate import BARE, MEASURED, RISKS

KINDS = ("text", "json", "markdown", "junit", "sarif", "github", "gitlab", "badge")
SCHEMATA = HOUSE / "tests" / "schemata"
FAILING = {"coverage": "office: {count: 0.9}\n"}
BROKEN = MEASURED.replace("70명", "70개")


def validated(folder: Path) -> tuple[Any, Tree.Element]:
    """Hold SARIF and JUnit files against their schemas and read them."""
    log = json.loads((folder / "a.sarif").read_text(encoding="utf-8"))
    schema = json.loads((SCHEMATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    xmlschema.XMLSchema(str(SCHEMATA / "junit-10.xsd")).validate(str(folder / "a.junit"))
    return log["runs"][0], Tree.parse(folder / "a.junit").getroot()


def files(folder: Path, *kinds: str) -> list[str]:
    return [word for kind in kinds or KINDS for word in ("--format", f"{kind}={folder / f'a.{kind}'}")]


def test_the_real_project_is_told_in_every_way_and_each_is_valid(seoul: Path, tmp_path: Path) -> None:
    result = run("--project", seoul, "gate", *files(tmp_path))

    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)
    log, suites = validated(tmp_path)
    assert log["invocations"][0]["executionSuccessful"]
    assert len(log["results"]) > 100
    assert {one["level"] for one in log["results"]} == {"error", "warning", "note"}
    assert suites.findall(".//failure") == []
    record = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert len(suites.findall(".//testcase")) == len(record["demands"]) > 20
    assert all((tmp_path / f"a.{kind}").stat().st_size for kind in KINDS)


def test_a_failed_gate_is_a_failure_in_every_format(project: Write, tmp_path: Path) -> None:
    folder = project(MEASURED + BARE, rules={**FAILING, "risks": RISKS})

    result = run("--project", folder, "gate", *files(tmp_path))

    assert result.exit_code == 1
    log, suites = validated(tmp_path)
    assert log["invocations"][0]["exitCode"] == 1
    bare = [one for one in log["results"] if one["ruleId"] == "gate-count"]
    assert [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in bare] == [1, 17]
    (failure,) = suites.findall(".//testcase[@name='목표 설정률(사업 수)']/failure")
    assert "targets/jobs.yaml:17:5" in str(failure.text)
    gitlab = json.loads((tmp_path / "a.gitlab").read_text(encoding="utf-8"))
    assert ("targets/jobs.yaml", 17, "blocker") in [
        (one["location"]["path"], one["location"]["lines"]["begin"], one["severity"]) for one in gitlab
    ]
    assert "실패" in (tmp_path / "a.badge").read_text(encoding="utf-8")
    assert "- **시험실 · 목표 설정률\\(사업 수\\)**".replace("\\", "") in (tmp_path / "a.markdown").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("command", ["gate", "check"])
def test_what_could_not_be_read_could_not_be_judged(project: Write, tmp_path: Path, command: str) -> None:
    kinds = [kind for kind in KINDS if command == "gate" or kind != "badge"]

    result = run("--project", project(BROKEN), command, *files(tmp_path, *kinds))

    assert result.exit_code == 2
    assert "unit-changed" in result.stderr
    log, suites = validated(tmp_path)
    (invocation,) = log["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"].startswith("판단 못 함")
    (found,) = log["results"]
    assert (found["ruleId"], found["level"]) == ("unit-changed", "error")
    assert found["locations"][0]["physicalLocation"]["region"] == {"startLine": 13, "startColumn": 24}
    assert [one.attrib["type"] for one in suites.findall(".//error")] == ["unit-changed"]
    assert (
        json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["problems"][0]["code"] == "unit-changed"
    )
    assert json.loads((tmp_path / "a.gitlab").read_text(encoding="utf-8"))[0]["severity"] == "blocker"


def test_a_clean_check_is_told_in_every_way(project: Write, tmp_path: Path) -> None:
    result = run("--project", project(), "check", *files(tmp_path, *KINDS[:-1]))

    assert result.exit_code == 0
    log, suites = validated(tmp_path)
    assert (log["results"], log["invocations"][0]["exitCode"]) == ([], 0)
    names = [one.attrib["name"] for one in suites.findall(".//testcase")]
    assert "targets/jobs.yaml" in names
    assert "rules/coverage.yaml" in names
    assert (tmp_path / "a.github").read_text(encoding="utf-8") == ""


def test_a_log_may_hold_text_and_annotations(project: Write) -> None:
    folder = project(MEASURED + BARE, rules=FAILING)
    lines = run("--project", folder, "gate", "--format", "text", "--format", "github").stdout.splitlines()
    assert lines[0].startswith("못 지킴")
    assert any(line.startswith("::error ") for line in lines)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("xml",), "text | json | markdown | junit | sarif | github | gitlab | badge"),
        (("sarif=",), "text | json"),
        (("json", "text"), "--format json 하나만"),
        (("sarif", "junit"), "--format sarif 하나만"),
        (("json=a", "sarif=a"), "한 파일(a)"),
        (("json=targets/office.yaml",), "덮어쓰지 않음"),
    ],
)
def test_what_cannot_be_told_so_is_wrong_usage(project: Write, typed: tuple[str, ...], words: str) -> None:
    options = [word for one in typed for word in ("--format", one)]
    result = run("--project", project(), "gate", *options)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_check_has_no_badge(project: Write) -> None:
    assert run("--project", project(), "check", "--format", "badge").exit_code == 2


def test_a_file_that_cannot_be_written_ends_in_words(project: Write, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    result = run("--project", project(), "gate", "--format", f"json={tmp_path / 'taken'}")
    assert result.exit_code == 2
    assert [code for code, *_ in told(result)] == ["file-unwritable"]


def test_a_folder_that_is_a_link_to_itself_ends_in_words(tmp_path: Path) -> None:
    (tmp_path / "고리").symlink_to("고리")
    result = run("--project", tmp_path / "고리", "gate", "--format", "github")
    assert (result.exit_code, "title=project-missing" in result.stdout) == (2, True)


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(project: Write, tmp_path: Path) -> None:
    out = tmp_path / "새 폴더" / "결과 하나.json"
    for _ in range(2):
        assert run("--project", project(), "gate", "--format", f"json={out}").exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["holds"] is True
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_the_same_text_gives_the_same_bytes(project: Write, tmp_path: Path) -> None:
    folder = project(MEASURED + BARE, rules=FAILING)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        run("--project", folder, "gate", *files(tmp_path / name))
    for kind in KINDS:
        assert (tmp_path / "one" / f"a.{kind}").read_bytes() == (tmp_path / "two" / f"a.{kind}").read_bytes()


def test_places_are_told_from_the_top_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = write_project(tmp_path / "경제실", {"jobs": department(BROKEN)})
    run("--project", folder, "check", *files(tmp_path, "sarif", "github", "gitlab"))
    log = json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%EA%B2%BD%EC%A0%9C%EC%8B%A4/targets/jobs.yaml"
    assert "file=경제실/targets/jobs.yaml" in (tmp_path / "a.github").read_text(encoding="utf-8")


def test_a_check_for_machines_loads_no_numpy(project: Write, tmp_path: Path) -> None:
    folder = project(BROKEN)
    code = (
        "import sys; from scorecard.cli.main import run\n"
        f"try: run(['--project', {str(folder)!r}, 'check', '--format', 'sarif={tmp_path / 'a'}', '--format', 'junit={tmp_path / 'b'}', '--format', 'markdown={tmp_path / 'c'}'])\n"
        "except SystemExit as end: print(end.code, 'numpy' in sys.modules)"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "2 False"


def test_a_pipe_is_written_to_and_not_replaced(project: Write) -> None:
    done = run_apart("--project", str(project()), "gate", "--format", "json=/dev/stdout")
    assert json.loads(done.stdout.decode().rpartition("}")[0] + "}")["holds"] is True
