"""`scorecard what-if`: what would change is told, nothing is written, and a mistake is placed at its words."""

import hashlib
import json
from pathlib import Path

import pytest
from conftest import PROGRAMMES, Write
from projects import HOUSE

from .running import HANGUL, run, told

QUARTERS = HOUSE / "examples/quarters"


def test_a_changed_target_tells_every_line_that_reads_otherwise(project: Write) -> None:
    result = run("--project", project(), "what-if", "i.target.2026=160명")

    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[1] == "  jobs/p/i.target.2026: 100명 → 160명"
    assert "      목표: 100명 → 160명" in lines
    assert "      출발점: 80.0% → 50.0%" in lines


def test_nothing_is_written(project: Write) -> None:
    folder = project()
    before = fingerprints(folder)
    for arguments in (
        ["i.actual.2025=90명", "rules.attainment.bands.watch=0.7"],
        ["i", "--reach", "achieved"],
    ):
        assert run("--project", folder, "what-if", *arguments).exit_code == 0
    assert fingerprints(folder) == before


def fingerprints(folder: Path) -> dict[Path, str]:
    return {
        path: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()
    }


def test_what_is_told_is_what_would_be_printed(project: Write) -> None:
    supposed = run("--project", project(), "what-if", "i.target.2026=160명", "--format", "json")
    turned = {
        turn["label"]: turn["new"]
        for line in json.loads(supposed.stdout)["changed"]
        if line["id"] == "jobs/p/i"
        for turn in line["turns"]
    }

    explained = run("--project", project(PROGRAMMES.replace("100명", "160명")), "explain", "i").stdout
    assert turned["목표"] in explained
    assert turned["출발점"] in explained


def test_scores_grades_and_the_gate_are_told() -> None:
    result = run(
        "--project", QUARTERS, "what-if", "rules.scoring.scale.least=0", "rules.coverage.office.previous=1"
    )

    assert "      점수: 97.25 S → 96.56 S" in result.stdout
    assert "관문 실패" in result.stdout
    assert "  rules.scoring.scale.least: 20 → 0" in result.stdout


def test_a_weight_is_that_of_an_indicator_a_programme_or_a_department() -> None:
    result = run(
        "--project",
        QUARTERS,
        "what-if",
        "loans.weight=5",
        "libraries/lending.weight=2",
        "works.weight=3",
        "--format",
        "json",
    )

    assert [one["what"] for one in json.loads(result.stdout)["supposed"]] == [
        "libraries/lending/loans.weight", "libraries/lending.weight", "works.weight",
    ]  # fmt: skip


def test_the_same_again_changes_no_line(project: Write) -> None:
    result = run("--project", project(), "what-if", "i.target.2026=100명", "--lang", "en")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "no line of the scorecard changed"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("i", "change-unreadable"),
        ("=", "change-unreadable"),
        ("i.target=100명", "change-unreadable"),
        ("i.weight.2026=3", "change-unreadable"),
        ("j.target.2026=100명", "unknown-indicator"),
        ("j.weight=3", "unknown-indicator"),
        ("i.tarjet.2026=100명", "unknown-word"),
        ("i.target.2026=백명", "not-a-figure"),
        ("i.target.soon=100명", "bad-period"),
        ("i.target.2026=100개", "unit-changed"),
        ("i.target.2026=100,000명", "scale-slip"),
        ("i.actual.2026Q1=10명", "actual-in-future"),
        ("i.weight=-1", "bad-weight"),
        ("rules.attainment.bandz.watch=0.7", "unknown-rule-value"),
        ("rules.attainment.bands.watch=0.99", "bad-bands"),
        ("rules.coverage.office.count=80", "expression-looks-like-percent"),
        ("rules.coverage.limits.no-such-rule=3", "unknown-rule"),
        ("rules.quality.breadth.lines=0", "limit-out-of-range"),
        ("rules.scoring.scale.least=200", "bad-score-parameter"),
        ("rules.risks.target-below-previous.severity=grave", "unknown-word"),
    ],
)
def test_a_mistake_is_placed_at_its_words(project: Write, change: str, code: str) -> None:
    result = run("--project", project(), "what-if", change)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told(result) == [(code, f"what-if {change}", 0, 0)]


def test_all_mistakes_are_told_at_once(project: Write) -> None:
    result = run(
        "--project", project(), "what-if", "i", "i.target.2026=1명", "i.target.2026=2명", "rules.x.y=1"
    )
    assert [code for code, *_ in told(result)] == ["change-unreadable", "entry-twice", "unknown-rule-value"]


@pytest.mark.parametrize(
    "words",
    ["\x1b[2J", "%s{found}{}", "가" * 5000, "i.target." + "9" * 400 + "=1", "rules." + "a." * 900 + "=1"],
)
def test_hostile_words_end_in_words(project: Write, words: str) -> None:
    result = run("--project", project(), "what-if", words)
    assert result.exit_code == 2
    assert "\x1b[2J" not in result.stderr


# ── the smallest actual that reaches a status or a grade ──────────────────────────────────────


def test_a_running_year_is_told_by_the_month() -> None:
    result = run("--project", QUARTERS, "--as-of", "2026-06-30", "what-if", "loans", "--reach", "달성")

    assert result.stdout.splitlines()[1:] == [
        "  '달성'에 닿는 가장 작은 실적: 960,000권 (2026, 2026. 12. 31.까지)",
        "    한 칸 못 미친 959,999권: 닿지 않음",
        "    지금까지 448,000권, 남은 6달에 한 달 평균 85,333권 · 지금까지의 1.1배 빠르기",
    ]


def test_it_is_reckoned_under_what_is_supposed(project: Write) -> None:
    result = run(
        "--project",
        project(),
        "what-if",
        "i",
        "i.target.2026=160명",
        "--reach",
        "achieved",
        "--format",
        "json",
    )

    record = json.loads(result.stdout)
    assert record["reached_by"][0]["actual"] == 160
    assert record["supposed"] == [{"what": "jobs/p/i.target.2026", "old": "100명", "new": "160명"}]


def test_a_grade_is_reached_by_its_own_rules() -> None:
    result = run("--project", QUARTERS, "what-if", "welfare/visits/wait", "--reach", "S", "--lang", "en")
    assert "Greatest actual that reaches 'S': 10.2" in result.stdout
    assert not HANGUL.search(result.stdout.replace("일", "").replace("평균 대기 수", ""))


def test_an_unknown_goal_is_told_those_there_are(project: Write) -> None:
    result = run("--project", project(), "what-if", "i", "--reach", "Z")
    assert told(result) == [("unknown-goal", "what-if --reach Z", 0, 0)]
    assert "achieved, on_track, watch, S, A, B" in result.stderr


def test_why_none_reaches_is_told(project: Write) -> None:
    text = PROGRAMMES.replace("      target: {2026: 100명}\n", "")
    result = run("--project", project(text), "what-if", "i", "--reach", "achieved")
    assert "'달성'에 닿는 실적 없음: " in result.stdout


@pytest.mark.parametrize("ids", [[], ["i", "j"]])
def test_one_indicator_is_asked_of(project: Write, ids: list[str]) -> None:
    result = run("--project", project(), "what-if", *(ids or ["i.weight=2"]), "--reach", "achieved")
    assert result.exit_code == 2
    assert "--reach" in result.stderr


def test_an_unknown_indicator_is_placed_too(project: Write) -> None:
    result = run("--project", project(), "what-if", "k", "--reach", "achieved")
    assert told(result) == [("unknown-indicator", "what-if k", 0, 0)]


def test_target_quality_is_told_too(project: Write) -> None:
    result = run("--project", project(), "what-if", "rules.quality.ambition.wildest_stretch=0.2")
    assert "      목표 적정성 · " in result.stdout
