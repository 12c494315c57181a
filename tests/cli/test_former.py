"""`scorecard build` holds each edition against the one before it, and printing it twice changes nothing."""

import json
from pathlib import Path

from projects import HOUSE, department, indicator, programme, write_project

from .running import run

SAMPLE = HOUSE / "examples" / "quarters"
LEDGER = "{2026: {value: 90명, revised: [{was: 100명, on: 2026-05-02, reason: 추경, approver: 위원회}]}}"


def write(folder: Path, **fields: str) -> Path:
    usual = {"target": LEDGER, "actual": "{2025: 80명}", "source": "report#1"}
    text = department(programme(indicator(**{**usual, **fields})))
    return write_project(folder, {"jobs": text}, office={"as_of": "2026-12-31"})


def build(project: Path, day: str) -> Path:
    result = run("build", "--project", project, "--as-of", day)
    assert result.exit_code == 0, result.stderr
    return project / "reports" / f"2026Q{(int(day[5:7]) + 2) // 3}"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_each_edition_is_held_against_the_one_before_and_the_first_against_none(tmp_path: Path) -> None:
    project = write(tmp_path)
    assert not (build(project, "2026-03-31") / "revisions.pdf").exists()
    second = build(project, "2026-06-30")
    assert (second / "revisions.pdf").exists()
    assert "낮아진 목표가 1건 있습니다" in (second / "summary.md").read_text(encoding="utf-8")


def test_an_edition_printed_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    """Not even an earlier printing of itself with another day or text changes what it is held against."""
    project = write(tmp_path)
    build(project, "2026-03-31")
    build(project, "2026-05-31")
    once = contents(build(project, "2026-06-30"))
    assert contents(build(project, "2026-06-30")) == once


def test_a_damaged_former_edition_is_told_and_keeps_nothing_from_being_printed(tmp_path: Path) -> None:
    project = write(tmp_path)
    record = build(project, "2026-03-31") / "results.json"
    damaged = record.read_bytes()[:900]
    record.write_bytes(damaged)

    result = run("build", "--project", project, "--as-of", "2026-06-30")

    assert result.exit_code == 0
    assert "[results-broken]" in result.stderr
    assert "2026Q1" in (project / "reports/2026Q2/summary.md").read_text(encoding="utf-8")
    assert record.read_bytes() == damaged


def test_what_is_no_edition_is_told_and_passed_over(tmp_path: Path) -> None:
    project = write(tmp_path)
    (project / "reports" / "odd").mkdir(parents=True)
    (project / "reports" / "odd" / "results.json").write_text("{}", encoding="utf-8")
    result = run("build", "--project", project)
    assert (result.exit_code, "odd/results.json" in result.stderr) == (0, True)


def test_an_edition_of_a_newer_version_is_told(tmp_path: Path) -> None:
    project = write(tmp_path)
    path = build(project, "2026-03-31") / "results.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**record, "format": 99}, ensure_ascii=False), encoding="utf-8")
    result = run("build", "--project", project, "--as-of", "2026-06-30")
    assert (result.exit_code, "[results-newer-version]" in result.stderr) == (0, True)
