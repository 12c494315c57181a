"""`scorecard gate --base`: nothing is worse than a revision or the last edition, or what to do to find out."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from projects import department, write_project

from .running import HANGUL, run, told
from .test_diff import git
from .test_gate import BARE, MEASURED

LOST = MEASURED.replace("      target: {2026: 70명}\n", "")


def write(folder: Path, programmes: str = MEASURED, coverage: str = "office: {}\n") -> Path:
    return write_project(folder, {"jobs": department(programmes)}, rules={"coverage": coverage})


def commit(folder: Path, words: str) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", words)
    return git(folder, "rev-parse", "HEAD")[:10]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository whose project, in a folder with a blank and Hangul, has a target."""
    top = tmp_path / "저장소 하나"
    top.mkdir()
    git(top, "init", "-q", "-b", "main")
    git(top, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    git(top, "tag", "empty")
    commit(write(top / "경제실 2026"), "a target")
    return top / "경제실 2026"


def test_a_project_is_no_worse_than_its_own_commit(repository: Path) -> None:
    result = run("gate", "--project", repository, "--base", "HEAD")
    assert result.exit_code == 0
    assert "HEAD (" in result.stdout


def test_a_lost_target_fails_and_is_named_with_both_places(repository: Path) -> None:
    name = git(repository, "rev-parse", "HEAD")[:10]
    write(repository, LOST + MEASURED.replace("id: p", "id: q"))
    before = git(repository, "status", "--porcelain")

    result = run("gate", "--project", repository, "--base", "main")

    assert result.exit_code == 1
    assert (
        "targets/jobs.yaml:3:3: 일자리과 · 사업: 계량 목표가 없어짐" in result.stdout
        or "계량 목표가 없어짐" in result.stdout
    )
    assert f"{name}:targets/jobs.yaml" in result.stdout
    assert "지표 2026 목표 70명" in result.stdout
    assert git(repository, "status", "--porcelain") == before


def test_a_lowered_target_fails_with_both_values(repository: Path) -> None:
    write(repository, MEASURED.replace("70명", "60명"))
    result = run("gate", "--project", repository, "--base", "HEAD")
    assert result.exit_code == 1
    assert "2026: 70명 → 60명" in result.stdout


def test_an_entry_in_the_ledger_lets_it_pass(repository: Path) -> None:
    write(
        repository,
        MEASURED.replace(
            "{2026: 70명}",
            "{2026: {value: 60명, revised: [{was: 70명, on: 2026-01-20, reason: 예산 삭감, approver: 성과관리팀}]}}",
        ),
    )
    assert run("gate", "--project", repository, "--base", "HEAD").exit_code == 0


def test_the_base_written_in_the_rules_counts_unless_another_is_asked_for(repository: Path) -> None:
    write(repository, MEASURED.replace("70명", "60명"), "office: {}\nratchet: {base: HEAD}\n")
    assert run("gate", "--project", repository).exit_code == 1
    assert run("gate", "--project", repository, "--base", "none").exit_code == 0


def test_a_demand_of_the_ratchet_can_be_waived(repository: Path) -> None:
    waiver = "{demand: ratchet-targets, reason: 추경 반영, until: 2026-12-31}"
    write(repository, MEASURED.replace("70명", "60명"), f"office: {{count: 0.1}}\nwaivers:\n  - {waiver}\n")
    result = run("gate", "--project", repository, "--base", "HEAD")
    assert result.exit_code == 0
    assert "추경 반영" in result.stdout


def test_a_change_of_the_demands_themselves_is_told(repository: Path) -> None:
    write(repository, MEASURED, "office: {count: 0.1}\n")
    assert (
        "rules/coverage.yaml office.count: – → 0.1"
        in run("gate", "--project", repository, "--base", "HEAD").stdout
    )


def test_a_base_without_the_project_leaves_the_floors(repository: Path) -> None:
    result = run("gate", "--project", repository, "--base", "empty")
    assert result.exit_code == 0
    assert "empty에는 아직 이 프로젝트가 없어" in result.stdout


def test_an_unknown_base_is_not_judged(repository: Path) -> None:
    result = run("gate", "--project", repository, "--base", "origin/mian")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told(result) == [("base-unknown", "--base", 0, 0)]
    assert "git fetch" in result.stderr


def test_a_shallow_clone_is_told_what_to_fetch(repository: Path, tmp_path: Path) -> None:
    commit(write(repository, MEASURED.replace("70명", "71명")), "more")
    url = repository.parent.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth", "1", url, str(tmp_path / "shallow")], check=True)

    result = run("gate", "--project", tmp_path / "shallow" / "경제실 2026", "--base", "HEAD~1")

    assert result.exit_code == 2
    assert told(result) == [("base-shallow", "--base", 0, 0)]
    assert "fetch-depth: 0" in result.stderr


def test_a_base_with_problems_is_told_with_its_places(repository: Path, tmp_path: Path) -> None:
    name = commit(write(repository, MEASURED.replace("70명", "70개")), "wrong")
    write(repository)
    out = tmp_path / "a.sarif"

    result = run("gate", "--project", repository, "--base", "HEAD", "--format", f"sarif={out}")

    assert result.exit_code == 2
    assert told(result)[0] == ("base-has-problems", "--base", 0, 0)
    assert f"{name}:targets/jobs.yaml:13:24: " in result.stderr
    invocation = json.loads(out.read_text(encoding="utf-8"))["runs"][0]["invocations"][0]
    assert not invocation["executionSuccessful"]


def test_without_a_repository_it_says_so(tmp_path: Path) -> None:
    result = run("gate", "--project", write(tmp_path / "p"), "--base", "HEAD")
    assert result.exit_code == 2
    assert told(result)[0][0] == "no-repository"


# ── the last edition ──────────────────────────────────────────────────────────────────────────


def build(project: Path, name: str) -> Path:
    """Leave the records of an edition without drawing it."""
    from scorecard.cards.assemble import assemble
    from scorecard.cli.project import Asked, judge
    from scorecard.reports.publishing import write_records

    folder = project / "reports" / name
    folder.mkdir(parents=True)
    assessment = judge(Asked(project, None, None))
    write_records(assessment, assemble(assessment), folder)
    return folder


def test_before_the_first_edition_the_floors_are_held_alone(tmp_path: Path) -> None:
    result = run("gate", "--project", write(tmp_path), "--base", "last")
    assert result.exit_code == 0
    assert "아직 인쇄한 호가 없어" in result.stdout


def test_the_last_edition_holds_a_lost_target(tmp_path: Path) -> None:
    build(write(tmp_path, MEASURED + BARE), "2026Q1")
    assert run("gate", "--project", tmp_path, "--base", "last").exit_code == 0
    write(tmp_path, LOST + BARE + MEASURED.replace("id: p", "id: q").replace("id: i", "id: j"))

    result = run("gate", "--project", tmp_path, "--base", "last")

    assert result.exit_code == 1
    assert "일자리과 · 사업: 계량 목표가 없어짐 · 전에는 지표 2026 목표 70명" in result.stdout


def test_an_edition_is_named_by_its_folder_too(tmp_path: Path) -> None:
    folder = build(write(tmp_path), "2026Q1")
    assert "2026Q1" in run("gate", "--project", tmp_path, "--base", folder).stdout
    assert "2026Q1" in run("gate", "--project", tmp_path, "--base", "reports/2026Q1").stdout


@pytest.mark.parametrize(
    "damage",
    ["", "[]", "{", '{"departments": []}', '{"departments": {}, "programmes_without_target": [1]}', "NaN",
     '{"departments": {"jobs": 1}, "programmes_without_target": []}',
     '{"departments": {}, "programmes_without_target": [], "programmes": "9", "programmes_with_target": 1}'],
)  # fmt: skip
def test_a_damaged_record_is_not_judged(tmp_path: Path, damage: str) -> None:
    path = build(write(tmp_path), "2026Q1") / "coverage.json"
    path.write_text(damage, encoding="utf-8")
    result = run("gate", "--project", tmp_path, "--base", "last")
    assert result.exit_code == 2
    assert told(result)[0][0] == "results-broken"


@pytest.mark.parametrize("name", ["coverage.json", "results.json"])
@pytest.mark.parametrize(
    ("damage", "code"), [("[" * 100_000, "results-too-deep"), (10**9, "results-too-large")]
)
def test_a_record_too_large_or_too_deep_is_not_read(
    tmp_path: Path, name: str, damage: str | int, code: str
) -> None:
    path = build(write(tmp_path), "2026Q1") / name
    with path.open("w", encoding="utf-8") as file:
        file.truncate(damage) if isinstance(damage, int) else file.write(damage)

    result = run("gate", "--project", tmp_path, "--base", "last")

    assert result.exit_code == 2
    assert [(one[0], one[1].rpartition("/")[2]) for one in told(result)] == [(code, name)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_beside_a_record_is_not_waited_for(tmp_path: Path) -> None:
    path = build(write(tmp_path), "2026Q1") / "results.json"
    path.unlink()
    os.mkfifo(path)

    result = run("gate", "--project", tmp_path, "--base", "last")

    assert (result.exit_code, [one[0] for one in told(result)]) == (2, ["no-plain-file"])


@pytest.mark.parametrize(
    ("column", "value"), [("findings", 5), ("findings", [[]]), ("budget", "9"), ("budget", [1])]
)
def test_a_row_of_which_the_gate_asks_what_it_cannot_tell(tmp_path: Path, column: str, value: object) -> None:
    path = build(write(tmp_path), "2026Q1") / "results.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["rows"][0][column] = value
    path.write_text(json.dumps(record), encoding="utf-8")

    result = run("gate", "--project", tmp_path, "--base", "last")

    assert (result.exit_code, [one[0] for one in told(result)]) == (2, ["results-broken"])


def test_what_an_older_record_does_not_tell_is_not_held(tmp_path: Path) -> None:
    path = build(write(tmp_path), "2026Q1") / "coverage.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    for counts in (record, *record["departments"].values()):
        for name in ("weight", "indicators_told", "findings"):
            counts.pop(name)
    path.write_text(json.dumps(record), encoding="utf-8")

    result = run("gate", "--project", tmp_path, "--base", "last")

    assert result.exit_code == 0
    assert "견주지 못함: 목표 설정률(가중치), 최근에 알린 지표, 위험신호" in result.stdout


def test_english_is_english(tmp_path: Path) -> None:
    english = {
        "사업": "Work",
        "지표": "Things",
        "예산": "Money",
        "목표 없는": "Bare",
        "70명": "70",
        "80명": "80",
    }
    text = MEASURED + BARE
    for korean, word in english.items():
        text = text.replace(korean, word)
    text = text.replace("direction: up", "direction: up\n      unit: jobs")
    top = tmp_path / "r"
    top.mkdir()
    git(top, "init", "-q")

    def written(programmes: str) -> None:
        write_project(
            top, {"jobs": department(programmes).replace("일자리과", "Jobs")}, office={"office": "Office"},
            rules={"coverage": "office: {count: 0.9}\n"},
        )  # fmt: skip

    written(text)
    commit(top, "one")
    written(text.replace("target: {2026: 70}", "target: {2026: 60}"))
    for kind in ("text", "github", "markdown", "junit", "badge", "gitlab"):
        result = run("gate", "--project", top, "--base", "HEAD", "--lang", "en", "--format", kind)
        assert result.exit_code == 1
        assert not HANGUL.search(result.stdout.replace("Noto Sans KR", "")), kind
