"""`scorecard add`: what is written, where, what is refused, and that nothing else changes."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import Write

from scorecard.cli import add, editing
from scorecard.cli.main import scorecard
from scorecard.targets.loading import load_or_raise

from .running import run, told

JOBS = "targets/jobs-policy.yaml"
TRAINED = "youth-academy/trained"


def actual_of(folder: Path, wanted: str, period: str) -> str:
    places = [place for place in load_or_raise(folder).places() if place.id.endswith(wanted)]
    return {str(key): value.text for key, value in places[0].indicator.actual.items()}[period]


def at_a_keyboard(
    monkeypatch: pytest.MonkeyPatch, folder: Path, arguments: Sequence[str], answers: Sequence[str]
) -> Result:
    """Run a command that may ask, and answer."""
    monkeypatch.setattr(add, "is_asking", lambda: True)
    typed = ["--project", str(folder), *arguments]
    return CliRunner().invoke(scorecard, typed, input="\n".join(answers) + "\n", standalone_mode=False)


# ── actuals ───────────────────────────────────────────────────────────────────────────────────


def test_an_actual_is_written_behind_the_periods_before_it(seoul: Path) -> None:
    before = (seoul / JOBS).read_bytes()

    result = run("add", "actual", TRAINED, "2026-01=212명", "--project", seoul)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "+          2026-01: 212명" in result.stdout.splitlines()
    line = "          2025: 3,303명\n".encode()
    assert (seoul / JOBS).read_bytes() == before.replace(
        line, line + "          2026-01: 212명\n".encode(), 1
    )
    assert run("check", "--project", seoul).exit_code == 0


def test_source_note_and_provisional_make_a_long_value(seoul: Path) -> None:
    options = ("--source", "report#715 1월", "--note", "잠정: 2월에 확정", "--provisional")

    run("add", "actual", TRAINED, "2026-01=212명", *options, "--project", seoul)

    wanted = (
        "          2026-01:\n            value: 212명\n            source: report#715 1월\n"
        '            note: "잠정: 2월에 확정"\n            provisional: true\n'
    )
    assert wanted in (seoul / JOBS).read_text(encoding="utf-8")


def test_a_dry_run_shows_the_change_and_writes_nothing(seoul: Path) -> None:
    before = (seoul / JOBS).read_bytes()

    result = run("add", "actual", TRAINED, "2026-01=212명", "--dry-run", "--project", seoul)

    assert result.exit_code == 0
    assert "+          2026-01: 212명" in result.stdout
    assert (seoul / JOBS).read_bytes() == before


def test_a_figure_is_overwritten_only_when_asked_and_both_are_shown(seoul: Path) -> None:
    before = (seoul / JOBS).read_bytes()

    refused = run("add", "actual", TRAINED, "2025=3,304명", "--project", seoul)
    assert told(refused) == [("value-exists", "2025=3,304명", 0, 0)]
    assert "'3,303명'" in refused.stderr
    assert (seoul / JOBS).read_bytes() == before

    result = run("add", "actual", TRAINED, "2025=3,304명", "--replace", "--project", seoul)
    assert result.exit_code == 0
    assert {"-          2025: 3,303명", "+          2025: 3,304명"} <= set(result.stdout.splitlines())
    assert actual_of(seoul, TRAINED, "2025") == "3,304명"


def test_the_same_figure_in_other_writing_is_nothing_to_change(seoul: Path) -> None:
    before = (seoul / JOBS).read_bytes()

    result = run("add", "actual", TRAINED, "2025=3303명", "--project", seoul)

    assert (result.exit_code, result.stdout) == (0, "바꿀 것이 없음: 이미 그렇게 적혀 있음\n")
    assert (seoul / JOBS).read_bytes() == before


def test_a_long_value_keeps_what_else_it_says(seoul: Path) -> None:
    run("add", "actual", "job-center/youth", "2025=1,778명", "--replace", "--project", seoul)

    text = (seoul / JOBS).read_text(encoding="utf-8")
    assert "            value: 1,778명\n            comparability: similar\n" in text


def test_a_sum_of_printed_figures_is_left_to_people(project: Write) -> None:
    folder = project(
        "- id: p\n  name: 사업\n  indicators:\n    - {id: i, name: 지표, level: output, aggregation: sum, direction: up,"
        " target: {2026: 100명}, actual: {2025: {sum: [40명, 40명]}}, source: report#1}"
    )
    result = run("add", "actual", "p/i", "2025=81명", "--replace", "--project", folder)
    assert told(result) == [("edit-by-hand", "2025=81명", 0, 0)]


def test_inside_brackets_a_figure_is_quoted(project: Write) -> None:
    folder = project()
    run("add", "actual", "p/i", "2026-01=4,000명", "--project", folder)

    assert 'actual: {2025: 80명, 2026-01: "4,000명"}' in (folder / "targets/jobs.yaml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("2026-01 212명", "entry-without-sign"),
        ("2026-01=", "entry-without-sign"),
        ("2026년=212명", "bad-period"),
        ("2026-01=많음", "not-a-figure"),
        ("2026-01=2,12명", "bad-thousands"),
    ],
)
def test_what_is_typed_wrongly_is_told_with_the_words_typed(seoul: Path, words: str, code: str) -> None:
    before = (seoul / JOBS).read_bytes()
    assert told(run("add", "actual", TRAINED, words, "--project", seoul)) == [(code, words, 0, 0)]
    assert (seoul / JOBS).read_bytes() == before


@pytest.mark.parametrize(
    ("note", "code"), [("종\x07", "control-character"), ("x" * 20_000, "value-too-long")]
)
def test_words_no_text_can_hold_are_told(seoul: Path, note: str, code: str) -> None:
    result = run("add", "actual", TRAINED, "2026-01=1명", "--note", note, "--project", seoul)
    assert told(result) == [(code, "2026-01=1명", 0, 0)]


def test_a_line_end_in_a_figure_is_a_blank(seoul: Path) -> None:
    run("add", "actual", TRAINED, "2026-01=5,700여\n명", "--project", seoul)
    assert actual_of(seoul, TRAINED, "2026-01") == "5,700여 명"


def test_a_thing_nobody_can_add_gets_the_nearest(seoul: Path) -> None:
    result = run("add", "indikator", "--project", seoul)
    assert result.exit_code == 2
    assert "혹시 indicator?" in result.stderr


def test_two_figures_of_one_period_are_one_too_many(seoul: Path) -> None:
    result = run("add", "actual", TRAINED, "2026-01=1명", "2026-01=2명", "--project", seoul)
    assert told(result) == [("entry-twice", "2026-01=2명", 0, 0)]


def test_all_that_is_typed_wrongly_is_told_at_once(seoul: Path) -> None:
    result = run("add", "actual", TRAINED, "2026년=1명", "2025=1명", "--project", seoul)
    assert [code for code, *_ in told(result)] == ["bad-period", "value-exists"]


def test_what_would_be_a_problem_is_shown_where_it_would_stand(seoul: Path) -> None:
    before = (seoul / JOBS).read_bytes()

    result = run("add", "actual", TRAINED, "2026Q1=812개", "--project", seoul)

    assert result.exit_code == 2
    target = (seoul / JOBS).read_text(encoding="utf-8").splitlines().index("          2026: 4,000명") + 1
    places = [(code, line) for code, _, line, _ in told(result)]
    assert places == [("unit-changed", target), ("actual-in-future", target + 3)]
    assert "2026Q1: 812개" in result.stderr
    assert (seoul / JOBS).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "nearest"),
    [
        (
            ("actual", "youth-academy/traind", "2026-01=1명"),
            "unknown-indicator",
            "jobs-policy/youth-academy/trained",
        ),
        (("indicator", "youth-acadmy"), "unknown-programme", "jobs-policy/youth-academy"),
        (("programme", "job-policy"), "unknown-department", "jobs-policy"),
    ],
)
def test_a_name_nobody_has_gets_the_nearest(
    seoul: Path, arguments: tuple[str, ...], code: str, nearest: str
) -> None:
    result = run("add", *arguments, "--project", seoul, "--lang", "en")
    assert [one for one, *_ in told(result)] == [code]
    assert nearest in result.stderr


# ── indicators and programmes ─────────────────────────────────────────────────────────────────

SATISFIED = (
    "--name",
    "교육 만족도",
    "--level",
    "outcome",
    "--aggregation",
    "ratio",
    "--direction",
    "up",
    "--target",
    "2026=90%",
)


def test_an_indicator_is_added_behind_the_last_one(seoul: Path) -> None:
    before = (seoul / JOBS).read_text(encoding="utf-8")

    result = run(
        "add", "indicator", "youth-academy", *SATISFIED, "--source", "report#697", "--project", seoul
    )

    assert result.exit_code == 0, result.stderr
    new = (
        "      - id: 교육-만족도\n        name: 교육 만족도\n        level: outcome\n        aggregation: ratio\n"
        "        direction: up\n        target:\n          2026: 90%\n        source: report#697\n"
    )
    behind = "          target: report#698 V-2-1 추진목표\n"
    assert (seoul / JOBS).read_text(encoding="utf-8") == before.replace(behind, behind + new, 1)


def test_a_programme_gets_its_budget_and_then_its_first_indicator(seoul: Path) -> None:
    money = ("--current", "1,200", "--source", "report#120", "--schedule", "연중")
    assert (
        run("add", "programme", "일자리정책과", "--name", "청년 일경험", *money, "--project", seoul).exit_code
        == 0
    )
    assert (
        run("add", "indicator", "청년-일경험", *SATISFIED, "--id", "happy", "--project", seoul).exit_code == 0
    )

    last = load_or_raise(seoul).departments[1].programmes[-1]
    assert (last.id, last.budget[0].current.won if last.budget[0].current else 0) == ("청년-일경험", 1.2e9)
    assert [one.id for one in last.indicators] == ["happy"]


def test_an_id_that_is_taken_is_told_where_it_would_stand(seoul: Path) -> None:
    result = run("add", "indicator", "youth-academy", *SATISFIED, "--id", "trained", "--project", seoul)
    assert [code for code, *_ in told(result)] == ["duplicate-id"]


def test_a_word_that_is_none_of_the_choices_gets_the_nearest(seoul: Path) -> None:
    wrong = ["결과" if one == "outcome" else one for one in SATISFIED]
    result = run("add", "indicator", "youth-academy", *wrong, "--project", seoul)
    assert told(result) == [("unknown-word", "--level", 0, 0)]
    assert "outcome" in result.stderr


def test_what_is_missing_is_named_where_nobody_can_be_asked(seoul: Path) -> None:
    result = run("add", "indicator", "youth-academy", "--project", seoul)
    assert result.exit_code == 2
    assert "--name이(가) 빠짐" in result.stderr


def test_a_person_at_the_keyboard_is_asked(seoul: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["youth-academy", "교육 만족도", "outcome", "ratio", "up", "90%", ""]
    result = at_a_keyboard(monkeypatch, seoul, ["add", "indicator"], answers)
    assert result.exception is None
    assert actual_of(seoul, TRAINED, "2025") == "3,303명"
    assert "교육-만족도" in [i.id for i in load_or_raise(seoul).departments[1].programmes[0].indicators]

    at_a_keyboard(monkeypatch, seoul, ["add", "actual"], [TRAINED, "2026-01", "212명"])
    assert actual_of(seoul, TRAINED, "2026-01") == "212명"


# ── files ─────────────────────────────────────────────────────────────────────────────────────


def test_a_project_with_problems_is_mended_first(project: Write) -> None:
    folder = project("- id: p\n")
    assert [code for code, *_ in told(run("add", "actual", "p/i", "2025=1명", "--project", folder))] == [
        "missing-key"
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_mark_line_ends_and_rights_of_the_file_stay(project: Write, newline: str) -> None:
    folder = project()
    path = folder / "targets/jobs.yaml"
    text = path.read_text(encoding="utf-8").rstrip().replace("\n", newline)
    path.write_bytes(("\ufeff" + text).encode())
    path.chmod(0o640)

    assert run("add", "actual", "p/i", "2026-01=9명", "--project", folder).exit_code == 0

    assert path.read_bytes() == ("\ufeff" + text.replace("80명}", "80명, 2026-01: 9명}")).encode()
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_a_line_of_any_length_is_shown_as_text() -> None:
    """The sign would turn the rest of the line round on a terminal."""
    long = f"  note: \u202e{'가' * 400}\n"
    draft = editing.Draft(Path("jobs.yaml"), "targets/jobs.yaml", b"", long)

    assert not any("\u202e" in line for line in editing.diff_lines([draft]))


def test_a_file_that_changed_meanwhile_is_left_alone(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project()
    path = folder / "targets/jobs.yaml"
    monkeypatch.setattr(editing, "show_diff", lambda _: path.write_text("# 그사이\n", encoding="utf-8"))

    result = run("add", "actual", "p/i", "2026-01=9명", "--project", folder)

    assert told(result) == [("file-changed-meanwhile", "targets/jobs.yaml", 0, 0)]
    assert path.read_text(encoding="utf-8") == "# 그사이\n"


def test_a_file_that_cannot_be_replaced_stays(project: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project()
    before = (folder / "targets/jobs.yaml").read_bytes()

    def fail(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", fail)
    result = run("add", "actual", "p/i", "2026-01=9명", "--project", folder)

    assert told(result) == [("file-unwritable", "targets/jobs.yaml", 0, 0)]
    assert (folder / "targets/jobs.yaml").read_bytes() == before
    assert sorted(one.name for one in (folder / "targets").iterdir()) == ["jobs.yaml", "office.yaml"]


@pytest.mark.parametrize("meanwhile", ["full", "edited"])
def test_whatever_happens_while_a_file_is_written_leaves_nothing_behind(
    project: Write, monkeypatch: pytest.MonkeyPatch, meanwhile: str
) -> None:
    folder = project()
    path = folder / "targets/jobs.yaml"

    def sync(_: int) -> None:
        if meanwhile == "full":
            raise OSError(28, "No space left on device")
        path.write_text("# 그사이\n", encoding="utf-8")

    before = path.read_bytes()
    monkeypatch.setattr(os, "fsync", sync)
    result = run("add", "actual", "p/i", "2026-01=9명", "--project", folder)

    assert [code for code, *_ in told(result)] == [
        "file-unwritable" if meanwhile == "full" else "file-changed-meanwhile"
    ]
    assert path.read_bytes() == (before if meanwhile == "full" else "# 그사이\n".encode())
    assert sorted(one.name for one in path.parent.iterdir()) == ["jobs.yaml", "office.yaml"]


def test_a_link_out_of_the_project_is_not_followed(
    project: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = project()
    path, outside = folder / "targets/jobs.yaml", tmp_path_factory.mktemp("밖") / "jobs.yaml"
    outside.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(outside)

    result = run("add", "actual", "p/i", "2026-01=9명", "--project", folder)

    assert told(result) == [("outside-project", "targets/jobs.yaml", 0, 0)]
