"""`scorecard diff` names the commits in which targets changed, whatever became of files and branches."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from projects import department, indicator, programme, write_project

from .running import run
from .test_diff import git

LEDGER = "{{value: {now}, revised: [{{was: {was}, on: 2026-01-20, reason: 추경, approver: 위원회}}]}}"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """Make an empty repository in a folder with a blank and Hangul."""
    folder = tmp_path / "저장소 하나"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


def text_of(target: str, **fields: str) -> str:
    usual = {"target": f"{{2026: {target}}}", "actual": "{2025: 80명}", "source": "report#1"}
    return programme(indicator(**{**usual, **fields}))


def commit(top: Path, subject: str, target: str = "", *, name: str = "jobs", text: str = "") -> str:
    """Write the project with a target, or with a whole text, and commit it."""
    write_project(top / "경제실", {name: department(text or text_of(target))})
    return commit_all(top, subject)


def commit_all(top: Path, subject: str) -> str:
    git(top, "add", "-A")
    git(top, "commit", "-q", "--allow-empty", "-m", subject)
    return git(top, "rev-parse", "HEAD")


def steps(top: Path, old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    """Tell the commits of the only target that changed: subject, old and new value."""
    told = record(top, old, new)
    (change,) = [one for one in told["changes"] if one["kind"].startswith("target_")]
    return [(one["subject"] or "-", one["old"], one["new"]) for one in change["commits"]]


def record(top: Path, *arguments: str) -> Any:
    result = run("diff", *arguments, "--project", top / "경제실", "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_target_lowered_without_a_ledger_is_a_finding_with_its_commit(top: Path) -> None:
    """The acceptance of the whole: commit, old and new value are named, and --strict fails."""
    commit(top, "목표를 정함", "100명")
    guilty = commit(top, "문구 정리", "90명")
    commit(top, "다른 일", text=text_of("90명", note="적어 둠"))

    result = run("diff", "HEAD~2", "HEAD", "--project", top / "경제실", "--strict")

    assert result.exit_code == 1
    assert "사유 없이 바뀐 것 1건" in result.stdout
    assert (
        f"커밋 {guilty[:10]} {git(top, 'log', '-1', '--format=%cs', guilty)} “문구 정리”: 100명 → 90명"
        in result.stdout
    )
    assert "t@example.org" not in result.stdout


def test_with_a_ledger_there_is_no_finding_and_the_commit_is_named(top: Path) -> None:
    commit(top, "목표를 정함", "100명")
    commit(top, "추경", LEDGER.format(now="90명", was="100명"))

    result = run("diff", "HEAD~1", "HEAD", "--project", top / "경제실", "--strict")

    assert result.exit_code == 0
    assert "사유 없이" not in result.stdout
    assert "100명 → 90명 (2026-01-20 · 추경 · 위원회)" in result.stdout
    assert "“추경”: 100명 → 90명" in result.stdout


def test_every_step_on_the_way_is_named(top: Path) -> None:
    for target in ("100명", "110명", "110명 ", "90명"):
        commit(top, target.strip(), target)
    assert steps(top, "HEAD~3", "HEAD") == [("110명", "100명", "110명"), ("90명", "110명", "90명")]


def test_a_file_that_was_renamed_is_followed_by_its_ids(top: Path) -> None:
    commit(top, "a", "100명")
    commit(top, "b", "90명")
    git(top, "mv", "경제실/targets/jobs.yaml", "경제실/targets/work.yaml")
    moved = department(text_of("90명")).replace("programmes:", "formerly: [jobs]\nprogrammes:")
    write_project(top / "경제실", {"work": moved})
    commit_all(top, "c")
    assert steps(top, "HEAD~2", "HEAD") == [("b", "100명", "90명")]


def test_an_indicator_that_was_renamed_is_followed(top: Path) -> None:
    commit(top, "a", text=text_of("100명", id="old"))
    commit(top, "b", text=text_of("90명", id="old"))
    commit(top, "c", text=text_of("90명", id="new", formerly="[old]"))
    assert steps(top, "HEAD~2", "HEAD") == [("b", "100명", "90명")]


def test_an_indicator_that_went_is_a_finding_with_the_commit_in_which_it_went(top: Path) -> None:
    other = indicator(id="other", target="{2026: 1명}", source="report#1").rstrip("\n")
    both = text_of("100명") + "".join(f"    {line}\n" for line in other.splitlines())
    commit(top, "a", text=both)
    commit(top, "b", "100명")
    (finding,) = record(top, "HEAD~1", "HEAD")["findings"]
    assert (finding["id"], finding["new"]) == ("jobs/p/other", None)
    assert [(one["subject"], one["old"], one["new"]) for one in finding["commits"]] == [("b", "1명", None)]


def test_a_branch_that_was_merged_counts_and_one_that_was_thrown_away_does_not(top: Path) -> None:
    start = commit(top, "a", "100명")
    git(top, "checkout", "-q", "-b", "side")
    commit(top, "on the side", "70명")
    git(top, "checkout", "-q", "-b", "taken", start)
    commit(top, "taken", "90명")
    git(top, "checkout", "-q", "main")
    commit(top, "elsewhere", text=text_of("100명", note="적어 둠"))
    subprocess.run(["git", "-C", top, "-c", "user.name=t", "-c", "user.email=t@example.org", "merge", "-q", "taken"],
                   check=False, capture_output=True)  # fmt: skip
    commit(top, "merge of taken", text=text_of("90명", note="적어 둠"))
    git(top, "merge", "-q", "-s", "ours", "-m", "ours", "side")
    assert steps(top, start, "HEAD") == [("taken", "100명", "90명")]


def test_a_merge_that_changes_a_target_itself_is_named(top: Path) -> None:
    start = commit(top, "a", "100명")
    git(top, "checkout", "-q", "-b", "side")
    commit(top, "b", text=text_of("100명", note="이쪽"))
    git(top, "checkout", "-q", "main")
    commit(top, "c", text=text_of("100명", note="저쪽"))
    subprocess.run(["git", "-C", top, "-c", "user.name=t", "-c", "user.email=t@example.org", "merge", "-q", "side"],
                   check=False, capture_output=True)  # fmt: skip
    commit(top, "evil", "60명")
    assert steps(top, start, "HEAD") == [("evil", "100명", "60명")]


def test_a_version_nobody_can_read_is_stepped_over(top: Path) -> None:
    commit(top, "a", "100명")
    path = top / "경제실" / "targets" / "jobs.yaml"
    path.write_text("department: [i\n", encoding="utf-8")
    commit_all(top, "broken")
    commit(top, "mended", "90명")
    assert steps(top, "HEAD~2", "HEAD") == [("mended", "100명", "90명")]


def test_what_is_not_committed_yet_says_so(top: Path) -> None:
    commit(top, "a", "100명")
    commit(top, "b", "95명")
    write_project(top / "경제실", {"jobs": department(text_of("90명"))})
    before = git(top, "status", "--porcelain")

    assert steps(top, "HEAD~1", str(top / "경제실")) == [("b", "100명", "95명"), ("-", "95명", "90명")]
    assert git(top, "status", "--porcelain") == before
    assert "아직 커밋하지 않음: 95명 → 90명" in run("diff", "HEAD~1", "--project", top / "경제실").stdout


def test_looking_back_names_no_commit(top: Path) -> None:
    commit(top, "a", "100명")
    commit(top, "b", "90명")
    assert steps(top, "HEAD", "HEAD~1") == []


def test_a_very_long_history_is_cut_and_says_so(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(4):
        commit(top, f"{n}", f"{100 - n}명")
    monkeypatch.setattr("scorecard.cli.history.MOST_COMMITS", 2)
    told = record(top, "HEAD~3", "HEAD")
    assert told["history"] == "cut"
    assert [one["subject"] for one in told["changes"][0]["commits"]] == ["2", "3"]


def test_without_git_it_says_that_no_commit_can_be_named(top: Path, tmp_path: Path) -> None:
    commit(top, "a", "100명")
    write_project(tmp_path / "새 것", {"jobs": department(text_of("90명"))})
    told = run("diff", top / "경제실", tmp_path / "새 것", "--lang", "en").stdout
    assert "the commits that changed targets cannot be named" in told


# ── what is compared where nothing is named ───────────────────────────────────────────────────


def publish(project: Path, day: str) -> None:
    folder = project / "reports" / day
    folder.mkdir(parents=True)
    done = run("--project", project, "--as-of", day, "export", "--format", "json", "--output", folder / "results.json")  # fmt: skip
    assert done.exit_code == 0


def test_without_sides_the_last_edition_is_held_against_the_project(top: Path) -> None:
    project = write_project(
        top / "경제실", {"jobs": department(text_of("100명"))}, office={"as_of": "2026-06-30"}
    )
    for day in ("2026-03-31", "2026-05-31"):
        publish(project, day)
    write_project(project, {"jobs": department(text_of("90명"))}, office={"as_of": "2026-06-30"})
    told = run("diff", "--project", project).stdout
    assert "2026-05-31" in told.splitlines()[0]
    assert "100명 → 90명" in told


def test_without_sides_and_editions_it_says_so(top: Path) -> None:
    commit(top, "a", "100명")
    result = run("diff", "--project", top / "경제실")
    assert (result.exit_code, result.stderr.count("[no-edition]")) == (2, 1)


def test_an_old_edition_as_the_newer_side_cannot_be_held_to_account(top: Path) -> None:
    project = write_project(top / "경제실", {"jobs": department(text_of("100명"))})
    publish(project, "2026-01-31")
    edition = project / "reports" / "2026-01-31"
    result = run("diff", project, edition, "--project", project, "--strict")
    assert result.exit_code == 2
    assert "목표 변경 이력이 없음" in result.stdout


def test_no_program_a_repository_names_is_run(top: Path) -> None:
    commit(top, "처음", "100명")
    git(top, "config", "core.fsmonitor", "touch seen; false")
    write_project(top / "경제실", {"jobs": department(text_of("110명"))})

    assert steps(top, "HEAD", str(top / "경제실")) == [("-", "100명", "110명")]
    assert not (top / "seen").exists()
