"""`scorecard watch`: what is told of an edit, what is printed anew, and what an edit half-way spoils: nothing."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from conftest import Write
from projects import department, indicator, programme, write_project

from scorecard.cli import watching
from scorecard.cli.project import Asked
from scorecard.cli.watch import now, watch_over
from scorecard.cli.watching import Watch
from scorecard.reports import printing
from scorecard.reports.documents import Document

from .running import HANGUL, interruptible, run, told
from .test_build import source_of, state_of

Act = Callable[[], object]


def rest_between(acts: Sequence[Act]) -> Callable[[float], bool]:
    """Do one thing at each rest; when all is done, looking is over."""
    left: Iterator[Act] = iter(acts)

    def rest(_: float) -> bool:
        act = next(left, None)
        if act:
            act()
        return act is None

    return rest


def nothing() -> None:
    """Let a look find what the one before found."""


def writing(path: Path, old: str, new: str) -> Act:
    """Save a file with one text in place of another."""

    def act() -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return act


def watched(folder: Path, *acts: Act, lang: str | None = None) -> None:
    """Watch a project while things are done to it, one before each look; the last is looked at twice."""
    asked = Asked(folder, None, lang)  # type: ignore[arg-type]
    watch_over(asked, folder / "reports", rest_between([*acts, nothing]), now)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the documents that were really drawn."""
    names: list[str] = []
    draw = printing.print_document

    def noting(document: Document, *others: object) -> object:
        names.append(document.name)
        return draw(document, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(printing, "print_document", noting)
    return names


# ── what is told ──────────────────────────────────────────────────────────────────────────────


def test_an_edit_is_told_with_its_old_and_new_figures(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project()
    watched(folder, writing(folder / "targets/jobs.yaml", "100명", "160명"))

    said = capsys.readouterr()
    edit = said.out.partition("  targets/jobs.yaml\n")[2]
    assert said.err == ""
    assert "일자리과 · 지표  jobs/p/i\n      목표: 100명 → 160명\n      출발점: 80.0% → 50.0%" in edit
    assert f"인쇄함: {(folder / 'reports/2026Q1').as_posix()}\n" in edit
    assert "160명" in (folder / "reports/2026Q1/results.csv").read_text(encoding="utf-8-sig")


def test_a_remark_changes_no_line(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project()
    watched(folder, writing(folder / "targets/jobs.yaml", "programmes:", "# 한 마디\nprogrammes:"))

    assert "스코어카드에서 달라진 줄 없음" in capsys.readouterr().out


def test_english_has_no_korean_of_its_own(project: Write, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project(
        "- {id: p, name: One, indicators: [{id: i, name: Two, level: output, aggregation: sum, direction: up, "
        "target: {2026: 100km}, actual: {2025: 80km}, source: report#1}]}",
        office="Office",
    )
    name = folder / "targets/jobs.yaml"
    name.write_text(name.read_text(encoding="utf-8").replace("일자리과", "Jobs"), encoding="utf-8")
    watched(folder, writing(name, "100km", "160km"), nothing, writing(name, "160km", "1_60km"), lang="en")

    said = capsys.readouterr()
    assert "Target: 100km → 160km" in said.out
    assert "the former edition stays as it is" in said.err
    assert HANGUL.findall(said.out) == []


def test_problems_are_told_with_place_and_hint_and_the_edition_stays(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project()
    assert run("--project", folder, "build").exit_code == 0
    before = state_of(folder / "reports")
    watched(folder, writing(folder / "targets/jobs.yaml", "100명", "백명"))

    said = capsys.readouterr().err
    assert "targets/jobs.yaml:11:24: " in said
    assert "[not-a-figure]" in said
    assert "고치기: " in said
    assert "전에 인쇄한 호는 그대로 둠" in said
    assert state_of(folder / "reports") == before


def test_after_the_problem_is_mended_the_change_is_told_from_the_last_good_text(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project()
    path = folder / "targets/jobs.yaml"
    watched(folder, writing(path, "100명", "백명"), nothing, writing(path, "백명", "200명"))

    assert "목표: 100명 → 200명" in capsys.readouterr().out


def test_a_department_that_comes_and_one_that_goes(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project()
    office, new = folder / "targets/office.yaml", folder / "targets/new.yaml"
    text = department(programme(indicator("target: {2026: 7회}", "source: report#1")), "새 부서")

    def add() -> None:
        new.write_text(text, encoding="utf-8")
        writing(office, "[jobs]", "[jobs, new]")()

    def drop() -> None:
        new.unlink()
        writing(office, "[jobs, new]", "[jobs]")()

    watched(folder, add, nothing, drop)

    said = capsys.readouterr().out
    assert "targets/new.yaml, targets/office.yaml" in said
    assert "새 부서 · 지표  new/p/i\n      목표: – → 7회" in said
    assert "목표: 7회 → –" in said
    assert not (folder / "reports/2026Q1/new.pdf").exists()


def test_a_name_that_speaks_to_terminals_is_printed_as_text(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project()
    watched(folder, writing(folder / "targets/jobs.yaml", "name: 지표", r'name: "\e[31m빨강"'))

    assert "\x1b" not in capsys.readouterr().out


# ── what is printed ───────────────────────────────────────────────────────────────────────────


def test_only_what_an_edit_touches_is_drawn(tmp_path: Path, drawn: list[str]) -> None:
    """The set of all, the office's page and the department; nothing of the other department."""
    text = department(programme(indicator("target: {2026: 100명}", "source: report#1")))
    folder = write_project(tmp_path, {"one": text, "two": text.replace("일자리과", "둘째과")})
    watched(folder, drawn.clear, writing(folder / "targets/one.yaml", "100명", "101명"))

    assert "one" in drawn
    assert "two" not in drawn


def test_who_only_wants_to_be_told_has_nothing_printed(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project()
    edits = [writing(folder / "targets/jobs.yaml", "100명", "160명"), nothing]
    watch_over(Asked(folder, None, None), None, rest_between(edits), now)

    assert "목표: 100명 → 160명" in capsys.readouterr().out
    assert not (folder / "reports").exists()


def test_an_edit_while_pages_are_drawn_begins_them_anew(
    project: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project()
    path = folder / "targets/jobs.yaml"
    draw = printing.print_document
    edits = iter([writing(path, "100명", "170명")])

    def edited_meanwhile(document: Document, *others: object) -> object:
        next(edits, nothing)()
        return draw(document, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(printing, "print_document", edited_meanwhile)
    watched(folder, nothing)

    assert capsys.readouterr().out.count("인쇄함") == 1
    assert "170명" in (folder / "reports/2026Q1/results.csv").read_text(encoding="utf-8-sig")


def test_a_folder_that_cannot_be_written_is_told_and_watching_goes_on(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project()
    (folder / "reports").write_text("in the way", encoding="utf-8")
    watched(folder, (folder / "reports").unlink, writing(folder / "targets/jobs.yaml", "100명", "160명"))

    said = capsys.readouterr()
    assert "[edition-unwritable]" in said.err
    assert "인쇄함" in said.out


# ── how it begins and ends ────────────────────────────────────────────────────────────────────


def test_figures_are_proved_after_every_save(
    project: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evidence = tmp_path / "자료"
    folder = project(**source_of("실적 80명 목표 100명 120명\n", evidence))
    jobs = folder / "targets/jobs.yaml"
    acts = [writing(jobs, "100명", "160명"), nothing, writing(jobs, "160명", "120명"), nothing]

    watch_over(Asked(folder, None, None), folder / "reports", rest_between(acts), now, evidence)

    said = capsys.readouterr()
    assert said.err.count("[figure-not-on-line]") == 1
    assert "목표: 100명 → 120명" in said.out  # The figure in between was never shown.
    assert said.out.count("증거: 수치 2개가 모두") == 2


def test_a_folder_without_a_project_is_refused(tmp_path: Path) -> None:
    result = run("--project", tmp_path, "watch")

    assert result.exit_code == 2
    assert [code for code, *_ in told(result)] == ["project-missing"]


def test_a_project_that_is_broken_at_first_is_waited_for(
    project: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project()
    path = folder / "targets/jobs.yaml"
    writing(path, "100명", "백명")()
    watched(folder, writing(path, "백명", "100명"))

    said = capsys.readouterr()
    assert "[not-a-figure]" in said.err
    assert "인쇄함" in said.out


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_ends_it_with_0(project: Write) -> None:
    command = [sys.executable, "-X", "utf8", "-m", "scorecard", "--project", str(project()), "watch"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ,
        preexec_fn=interruptible,  # noqa: PLW1509 - it only sets a signal
    ) as running:
        assert running.stdout is not None
        assert any("인쇄함" in line for line in running.stdout)
        running.send_signal(signal.SIGINT)
        assert "지켜보기를 끝냄" in running.stdout.read()
        assert running.wait() == 0


# ── looking ───────────────────────────────────────────────────────────────────────────────────


def seen_edits(folder: Path, *acts: Act) -> list[tuple[str, ...]]:
    watch = Watch(folder, rest_between([*acts, nothing]))
    return list(watch.edits())


def test_a_file_saved_half_way_is_waited_for(project: Write) -> None:
    folder = project()
    path = folder / "targets/jobs.yaml"
    whole = path.read_text(encoding="utf-8")
    halves = [
        lambda: path.write_text("", encoding="utf-8"),
        lambda: path.write_text(whole[:50], encoding="utf-8"),
        lambda: path.write_text(f"{whole}# 끝\n", encoding="utf-8"),
    ]

    assert seen_edits(folder, *halves) == [("targets/jobs.yaml",)]


def test_a_file_that_never_rests_is_read_all_the_same(project: Write) -> None:
    folder = project()
    path = folder / "targets/jobs.yaml"

    def grow() -> None:
        path.write_text(f"{path.read_text(encoding='utf-8')}#\n", encoding="utf-8")

    assert ("targets/jobs.yaml",) in seen_edits(folder, *[grow] * (watching.MOST_LOOKS + 2))


def test_an_editor_that_saves_by_renaming_is_seen(project: Write) -> None:
    folder = project()
    path, aside = folder / "targets/jobs.yaml", folder / "targets/.jobs.yaml.tmp"

    def save() -> None:
        aside.write_text(path.read_text(encoding="utf-8").replace("100명", "101명"), encoding="utf-8")
        aside.replace(path)

    assert seen_edits(folder, save) == [("targets/jobs.yaml",)]


def test_what_an_editor_keeps_beside_the_text_is_no_edit(project: Write) -> None:
    folder = project()
    names = (".jobs.yaml.swp", "jobs.yaml~", "4913", "#jobs.yaml#", "._jobs.yaml")

    def leave() -> None:
        for name in names:
            (folder / "targets" / name).write_text("x", encoding="utf-8")

    assert seen_edits(folder, leave) == []


def test_a_file_that_is_gone_and_back_before_the_next_look_is_one_edit(project: Write) -> None:
    folder = project()
    path = folder / "rules/risks.yaml"
    text = path.read_text(encoding="utf-8")

    assert seen_edits(folder, path.unlink, lambda: path.write_text(f"{text}\n", encoding="utf-8")) == [
        ("rules/risks.yaml",)
    ]


def test_the_whole_folder_may_go(project: Write) -> None:
    folder = project()
    (gone,) = seen_edits(folder, lambda: (folder / "targets").rename(folder / "elsewhere"))

    assert gone == ("targets/jobs.yaml", "targets/office.yaml")
