"""`scorecard diff`: editions, folders and git revisions, and whatever may be typed instead."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from projects import department, indicator, programme, write_project

from .running import HANGUL, run

WHO = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> str:
    """Run git as nobody in particular."""
    done = subprocess.run(["git", "-C", str(folder), *WHO, *arguments], capture_output=True, check=True)
    return done.stdout.decode().strip()


def write(folder: Path, target: str = "100명", *, text: str = "") -> Path:
    usual = {"target": f"{{2026: {target}}}", "actual": "{2025: 80명}", "source": "report#1"}
    return write_project(folder, {"jobs": department(text or programme(indicator(**usual)))})


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository whose project, in a folder with a blank and Hangul, lowered a target."""
    top = tmp_path / "저장소 하나"
    top.mkdir()
    git(top, "init", "-q")
    git(top, "commit", "-q", "--allow-empty", "-m", "nothing yet")
    for target in ("100명", "90명"):
        write(top / "경제실 2026", target)
        git(top, "add", "-A")
        git(top, "commit", "-q", "-m", target)
    git(top, "tag", "now")
    return top / "경제실 2026"


def build(project: Path) -> Path:
    """Write the results of an edition without drawing it."""
    folder = project / "reports" / "2026Q1"
    folder.mkdir(parents=True)
    assert (
        run("--project", project, "export", "--format", "json", "--output", folder / "results.json").exit_code
        == 0
    )
    return folder


def test_a_target_lowered_in_a_commit_is_told_with_both_values_and_the_commit(repository: Path) -> None:
    result = run("diff", "HEAD~1", "now", "--project", repository)

    assert (result.exit_code, result.stderr) == (0, "")
    assert git(repository, "rev-parse", "HEAD~1")[:10] in result.stdout
    commit, day = git(repository, "log", "-1", "--format=%h %cs", "--abbrev=10").split()
    assert result.stdout.splitlines()[2:] == [
        "사유 없이 바뀐 것 1건",
        "  [높음] jobs/p/i 지표: 2026 100명 → 90명 · 목표를 바꾼 사유가 없음(revised에 날·사유·승인을 적음)",
        f"    커밋 {commit} {day} “90명”: 100명 → 90명",
        "",
        "낮아진 목표 1건",
        "  jobs/p/i 지표: 2026 100명 → 90명",
    ]


def test_the_work_tree_is_neither_read_nor_touched(repository: Path) -> None:
    write(repository, "70명")
    before = git(repository, "status", "--porcelain")

    result = run("diff", "HEAD~1", git(repository, "rev-parse", "HEAD"), "--project", repository)

    assert "70명" not in result.stdout
    assert git(repository, "status", "--porcelain") == before


def test_a_revision_is_compared_with_the_folder_as_it_stands(repository: Path) -> None:
    write(repository, "70명")
    assert "90명 → 70명" in run("diff", "HEAD", repository, "--project", repository).stdout


def test_two_folders_are_compared_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = write(tmp_path / "묵은 것"), write(tmp_path / "새 것", "120명")
    monkeypatch.setenv("PATH", "")
    assert "높아진 목표 1건" in run("diff", old, new, "--project", new).stdout


@pytest.mark.parametrize("name", ["", "results.json"])
def test_an_edition_is_compared_and_says_that_it_holds_no_rules(tmp_path: Path, name: str) -> None:
    edition = build(write(tmp_path / "p")) / name
    write(tmp_path / "p", "90명")

    result = run("diff", edition, tmp_path / "p", "--project", tmp_path / "p")

    assert "100명 → 90명" in result.stdout
    assert any(line.startswith("옛 형식의 호에는") for line in result.stdout.splitlines())


def test_where_nothing_changed_it_says_so_and_holds(repository: Path) -> None:
    result = run("diff", "HEAD", "now", "--project", repository)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "달라진 것이 없음")


def test_both_sides_are_judged_as_of_the_day_asked_for(repository: Path) -> None:
    result = run("diff", "HEAD~1", "HEAD", "--project", repository, "--as-of", "2026-06-30")
    assert result.stdout.count("2026-06-30") == 2


def test_programs_read_json(repository: Path) -> None:
    record = json.loads(run("diff", "HEAD~1", "HEAD", "--project", repository, "--format", "json").stdout)

    assert list(record) == [
        "old", "new", "rules_compared", "accounted", "history", "findings", "changes",
    ]  # fmt: skip
    assert (record["old"]["as_of"], record["history"]) == ("2026-01-31", "whole")
    day = git(repository, "log", "-1", "--format=%cs")
    commit = {"commit": git(repository, "rev-parse", "HEAD"), "day": day, "subject": "90명", "old": "100명", "new": "90명"}  # fmt: skip
    assert record["changes"] == [
        {"kind": "target_down", "id": "jobs/p/i", "name": "지표", "what": "2026", "old": "100명", "new": "90명", "why": [],
         "because": [], "commits": [commit]}
    ]  # fmt: skip
    assert record["findings"] == [
        {"lack": "ledger", "severity": "high", "id": "jobs/p/i", "name": "지표", "what": "2026", "old": "100명",
         "new": "90명", "eased": True, "commits": [commit]}
    ]  # fmt: skip


def test_a_long_value_is_told_to_its_end_and_commands_nothing(tmp_path: Path) -> None:
    path = build(write(tmp_path / "p")) / "results.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["rows"][0]["target_text"] = "\x1b[31m" + "가" * 500 + "끝"
    record["rows"][0]["target"] = 7
    path.write_text(json.dumps(record), encoding="utf-8")

    line = run("diff", tmp_path / "p", path, "--project", tmp_path / "p").stdout.splitlines()[3]

    assert line.endswith("끝")
    assert line.isprintable()


def test_reviews_read_markdown(repository: Path) -> None:
    result = run("diff", "HEAD~1", "HEAD", "--project", repository, "--format", "markdown")
    lines = result.stdout.splitlines()
    assert lines[2] == "## 사유 없이 바뀐 것 1건"
    assert lines[4].startswith("- (높음) jobs/p/i **지표**: 2026 100명 → 90명 · ")
    assert lines[5].startswith("  - 커밋 ")
    assert lines[6:] == [
        "",
        "## 낮아진 목표 1건",
        "",
        "- jobs/p/i **지표**: 2026 100명 → 90명",
    ]


def test_english_is_english(tmp_path: Path) -> None:
    texts = [
        programme(
            indicator(name="Jobs", target=f"{{2026: {n}}}", unit="jobs", level=level, source="report#1")
        )
        for n, level in ((5, "output"), (4, "outcome"))
    ]
    sides = [write(tmp_path / str(n), text=text.replace("사업", "Work")) for n, text in enumerate(texts)]

    result = run("diff", *sides, "--lang", "en")

    assert "Targets lowered: 1" in result.stdout
    assert "level output → outcome" in result.stdout
    assert not HANGUL.search(result.stdout.replace(str(tmp_path), ""))


# ── what cannot be compared ───────────────────────────────────────────────────────────────────


def refused(*arguments: str | Path) -> list[str]:
    """Tell the codes of what must be refused, in either language."""
    for language in ("en", "ko"):
        result = run("--lang", language, "diff", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
    return re.findall(r"\[([a-z]+(?:-[a-z]+)+)\]$", result.stderr, re.MULTILINE)


@pytest.mark.parametrize(
    "typed", ["HEAD~99", "없는 것", "--output=x", "-x", "", "HEAD..HEAD", "a\nb", "HEAD:targets"]
)
def test_a_revision_that_does_not_exist(repository: Path, typed: str) -> None:
    assert refused("--project", repository, "--", typed, "HEAD") == ["unknown-revision"]


def test_a_folder_in_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert refused("HEAD~1", "HEAD", "--project", write(tmp_path / "p")) == ["no-repository"] * 2


def test_a_machine_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert refused("HEAD~1", repository, "--project", repository) == ["git-missing"]


def test_a_revision_from_before_the_project(repository: Path) -> None:
    assert refused("HEAD~2", "HEAD", "--project", repository) == ["revision-without-project"]


def test_a_revision_that_is_too_large(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.cli.git.MOST_BYTES", 1000)
    assert refused("HEAD~1", repository, "--project", repository) == ["revision-too-large"]


def test_a_repository_that_lost_what_it_stored(repository: Path) -> None:
    lost = git(repository, "rev-parse", "HEAD~1:./targets/jobs.yaml")
    path = repository.parent / ".git" / "objects" / lost[:2] / lost[2:]
    path.chmod(0o600)
    path.unlink()
    assert refused("HEAD~1", "HEAD", "--project", repository) == ["git-failed"]


def test_a_folder_with_nothing_to_compare(repository: Path, tmp_path: Path) -> None:
    assert refused(tmp_path, "HEAD", "--project", repository) == ["folder-without-results"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "results-broken"),
        (b'{"edition": "2026Q1", "as_of": "2026-0', "results-broken"),
        (b"\xff\xfe\x00", "results-broken"),
        (b"[" * 100_000, "results-too-deep"),
        (b'{"rows": ' + b'{"a": ' * 100_000, "results-too-deep"),
        (b"[]", "results-broken"),
        (b'{"rows": [1]}', "results-broken"),
        (b'{"rows": []}', "results-broken"),
        (b'{"edition": "x", "as_of": "2026-02-30", "rows": []}', "results-broken"),
        (b'{"edition": "x", "as_of": "2026-01-31", "rows": [{"id": "a"}]}', "results-other-version"),
    ],
)
def test_results_that_are_damaged_or_of_another_version(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "results.json"
    path.write_bytes(content)
    assert refused(path, write(tmp_path / "p")) == [code]


def test_results_that_are_too_large_are_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    with path.open("wb") as file:
        file.truncate(10**9)
    assert refused(path, write(tmp_path / "p")) == ["results-too-large"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "results.json")
    assert refused(tmp_path / "results.json", write(tmp_path / "p")) == ["no-plain-file"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("status", "splendid"), ("level", None), ("direction", ["up"]), ("target", "100"), ("target", 10**400),
     ("weight", True), ("id", None), ("actual_text", 3), ("target", float("nan")), ("previous", float("inf"))],
)  # fmt: skip
def test_a_row_that_holds_what_it_cannot(tmp_path: Path, column: str, value: object) -> None:
    path = build(write(tmp_path / "p")) / "results.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["rows"][0][column] = value
    path.write_text(json.dumps(record), encoding="utf-8")
    assert refused(path, tmp_path / "p") == ["results-broken"]


def test_the_same_row_twice(tmp_path: Path) -> None:
    path = build(write(tmp_path / "p")) / "results.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**record, "rows": record["rows"] * 2}), encoding="utf-8")
    assert refused(path, tmp_path / "p") == ["results-broken"]


def test_problems_say_on_which_side_they_lie(repository: Path) -> None:
    bad = programme(indicator(target="{2026: 백명}"))
    write(repository, text=bad)
    git(repository, "commit", "-q", "-a", "-m", "bad")

    result = run("diff", "HEAD", repository, "--project", repository)

    assert result.exit_code == 2
    assert f"{repository.as_posix()}/targets/jobs.yaml" in result.stderr
    assert "HEAD:targets/jobs.yaml" in result.stderr


def test_json_is_asked_for_and_problems_come_as_json(repository: Path) -> None:
    result = run("diff", "없음", "HEAD", "--project", repository, "--format", "json")
    assert result.exit_code == 2
    assert [one["code"] for one in json.loads(result.stdout)["problems"]] == ["unknown-revision"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_a_revision_leads_nowhere(repository: Path, tmp_path: Path) -> None:
    """What a revision links to is not part of it."""
    secret = tmp_path / "secret.yaml"
    secret.write_text("geheim", encoding="utf-8")
    (repository / "targets" / "jobs.yaml").unlink()
    (repository / "targets" / "jobs.yaml").symlink_to(secret)
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "link")

    assert refused("HEAD", "HEAD~1", "--project", repository) == ["department-missing"]
