"""`scorecard tieout`: what it prints, for people and for programs."""

import json
import re
from collections import Counter
from pathlib import Path

from conftest import Write
from test_real_project import table

from .running import HANGUL, run, told

LINE = """
- id: school
  name: School
  budget:
    - {{name: School, unit: 백만원, source: report#1, previous: "1,612", stated: [{stated}]}}
"""


def test_contradictions_come_first_with_both_places_and_the_difference(seoul: Path) -> None:
    result = run("--project", seoul, "tieout")

    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    counts = Counter(row["verdict"] for row in table("contradictions.tsv"))
    assert lines[0] == f"모순 {counts['contradiction']}건"
    assert lines[2:4] == [
        "      1,612백만원 · II 예산현황 (report#100)",
        "      1,821,697천원 · V-2-2 예산 집행 현황 (report#809)",
    ]
    assert lines[4].startswith("      차이 210백만원: 아래가 많음 · 적힌 곳 targets/jobs-policy.yaml:")
    assert "58,910천원 ÷ 594,410천원 = 9.911%" in result.stdout
    assert "165,839,000천원 + 1,838,600천원 = 167,677,600천원" in result.stdout
    assert f"반올림이 아니라 버림이어야 맞는 것 {counts['truncated']}건" in lines
    assert re.fullmatch(
        r"대조 \d{3,}건: 그대로 맞음 \d{3} · 반올림으로 맞음 \d{3}"
        rf" · 버림으로만 맞음 {counts['truncated']} · 모순 {counts['contradiction']}",
        lines[-1],
    )


def test_programs_read_every_tie(seoul: Path) -> None:
    result = run("--project", seoul, "tieout", "--format", "json")

    record = json.loads(result.stdout)
    assert result.exit_code == 0
    assert len(record["ties"]) == sum(record["counts"].values()) >= 589
    first = next(tie for tie in record["ties"] if tie["verdict"] == "contradiction")
    assert [side["value"] for side in first["sides"]] == [1_612_000_000, 1_821_697_000]
    assert first["difference"] == 209_697_000
    assert first["file"] == "targets/jobs-policy.yaml"


def test_english_is_whole(project: Write) -> None:
    stated = LINE.format(stated='{place: Table V, source: "report#9", unit: 천원, previous: "1,821,697"}')
    result = run("--project", project(stated, office="Office"), "--lang", "en", "tieout")

    assert result.exit_code == 0
    assert HANGUL.findall(result.stdout.replace("천원", "").replace("백만원", "")) == []
    assert result.stdout.splitlines()[-1].endswith("contradictions 1")


def test_nothing_stated_twice_is_told(project: Write) -> None:
    result = run("--project", project(), "tieout")

    assert (result.exit_code, result.stdout.startswith("대조할 것이 없음")) == (0, True)


def test_a_statement_without_place_or_source_is_a_problem(project: Write) -> None:
    result = run("--project", project(LINE.format(stated='{unit: 천원, previous: "1"}')), "tieout")

    assert (result.exit_code, result.stdout) == (2, "")
    assert [code for code, *_ in told(result)] == ["missing-key", "place-missing"]
    assert "place" in result.stderr
    assert "source" in result.stderr


def test_a_rate_that_is_no_figure_is_a_problem(project: Write) -> None:
    stated = LINE.format(stated='{place: V, source: "report#9", spent_rate: 12명}')

    result = run("--project", project(stated), "tieout")

    assert [code for code, *_ in told(result)] == ["unit-mismatch"]
