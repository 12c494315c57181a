"""Bad statements, mentions and tables: each its own problem, at its place."""

import hashlib
import re
from pathlib import Path

import pytest
from projects import read_project, write_project

from scorecard.targets.evidence import claims_in, prove

from .projects import places, problems_of

HEAD = """\
department: 과
programmes:
  - id: p
    name: 사업
    budget:
      - name: 사업
        unit: 백만원
        original: 4
        stated: [{budget}]
    indicators:
      - id: i
        name: 지표
        level: output
        aggregation: sum
        direction: up
        target: {{2026: 4명}}
        stated: [{stated}]
    tables: [{tables}]
"""
PLACE = "place: V, source: report#1"
FIGURE = f"{PLACE}, target: {{2026: 4명}}"


def slips(folder: Path, *, budget: str = "", stated: str = "", tables: str = "") -> list[tuple[str, str]]:
    """Tell codes, and the words at which each was found."""
    given = {"budget": budget, "stated": stated, "tables": tables}
    text = HEAD.format(**{key: f"{{{one}}}" if one else "" for key, one in given.items()})
    lines = text.splitlines()
    return [
        (code, re.split("[,}\\]]", lines[line - 1][column - 1 :])[0])
        for code, line, column in places(problems_of(folder, jobs=text))
    ]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (FIGURE, []),
        ("source: report#1, target: {2026: 4명}", [("place-missing", "{source: report#1")]),
        ("place: V, target: {2026: 4명}", [("missing-key", "{place: V")]),
        (PLACE, [("statement-empty", "{place: V")]),
        (f"{FIGURE}, parts: [{{name: 부분}}]", [("statement-empty", "{name: 부분")]),
        (f"{PLACE}, target: {{2026: 4팀}}", [("statement-unit", "4팀")]),
        (f"{PLACE}, target: {{2026: 64%}}", [("statement-unit", "64%")]),
        (f"{PLACE}, attainment: {{2026: 3명}}", [("unit-mismatch", "3명")]),
        (f"{PLACE}, target: {{2026: 네 명}}", [("not-a-figure", "네 명")]),
        (f"{PLACE}, target: {{26: 4명}}", [("bad-period", "26: 4명")]),
        (f"{FIGURE}}}, {{{PLACE}, actual: {{2025: 5명}}", [("statement-twice", "{place: V")]),
        (f"{FIGURE}, tagret: {{2026: 4명}}", [("unknown-key", "tagret: {2026: 4명")]),
        ("place: V, source: other#1, target: {2026: 4명}", [("unknown-source", "other#1")]),
    ],
)
def test_a_mention_that_cannot_be_read(tmp_path: Path, stated: str, expected: list[object]) -> None:
    assert slips(tmp_path, stated=stated) == expected


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        (f"{PLACE}, original: 4", []),
        ("source: report#1, original: 4", [("place-missing", "{source: report#1")]),
        (PLACE, [("statement-empty", "{place: V")]),
        (f"{PLACE}, spent: 4.8%", [("rate-as-money", "4.8%")]),
        (f"{PLACE}, original: 4}}, {{{PLACE}, current: 4", [("statement-twice", "{place: V")]),
        (f"{PLACE}, original: 4}}, {{{PLACE}, name: 다른 행, current: 4", []),
        (f"{PLACE}, original: 4, parts: [{{original: 1}}, {{original: 3}}]", []),
    ],
)
def test_a_statement_that_cannot_be_read(tmp_path: Path, budget: str, expected: list[object]) -> None:
    assert slips(tmp_path, budget=budget) == expected


TABLE = (
    "place: I, unit: 명, columns: 정원 | 현원, rows: [{name: 계, source: report#1, cells: 3 | 4},"
    " {name: 가, source: report#2, cells: 3 | 4}]"
)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (f"{TABLE}, down: [계 = 가]", []),
        (TABLE.replace("place: I, ", ""), [("place-missing", "{unit: 명")]),
        (TABLE.replace("3 | 4}, ", "3}, "), [("cells-count", "3")]),
        (TABLE.replace("3 | 4}, ", "3 | 4 | 5}, "), [("cells-count", "3 | 4 | 5")]),
        (TABLE.replace("unit: 명", "unit: 명 | 명 | 명"), [("cells-count", "명 | 명 | 명")]),
        (TABLE.replace("unit: 명", "unit: 3명"), [("bad-unit", "3명")]),
        (TABLE.replace("3 | 4}, ", "3 | 네}, "), [("not-a-figure", "3 | 네")]),
        (TABLE.replace("3 | 4}, ", "3 | 4건}, "), [("unit-mismatch", "3 | 4건")]),
        (TABLE.replace("정원 | 현원", "정원 | 정원"), [("table-name-twice", "정원 | 정원")]),
        (TABLE.replace("name: 가", "name: 계"), [("table-name-twice", "계")]),
        (f"{TABLE}, down: [계 = 나]", [("formula-of-nothing", "계 = 나")]),
        (f"{TABLE}, across: [계 = 정원]", [("formula-of-nothing", "계 = 정원")]),
        (f"{TABLE}, down: [계=가]", [("bad-formula", "계=가")]),
        (f"{TABLE}, down: [계 = 계 + 가]", [("bad-formula", "계 = 계 + 가")]),
        (f"{TABLE}, across: [정원 = 현원 * 2]", [("formula-of-nothing", "정원 = 현원 * 2")]),
        (f"{TABLE}, across: [정원 = 현원 + 현원 - 현원]", [("bad-formula", "정원 = 현원 + 현원 - 현원")]),
        (f"{TABLE}, down: [계 = 가 / 가]", [("formula-units", "계 = 가 / 가")]),
        (f"{TABLE}, across: [정원 = 현원]".replace("명", "명 | 건"), [("formula-units", "정원 = 현원")]),
        ("place: I, columns: 수, rows: [], down: [계 = rest]", [("formula-of-nothing", "계 = rest")]),
    ],
)
def test_a_table_that_cannot_be_read(tmp_path: Path, table: str, expected: list[object]) -> None:
    assert slips(tmp_path, tables=table) == expected


def test_every_figure_of_a_mention_and_a_table_is_proved(tmp_path: Path) -> None:
    text = "목표 4명\n비중 45%, 부분 3명\n과부족 △12 - 0\n"
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text(text, encoding="utf-8")
    sha = hashlib.sha256(text.encode()).hexdigest()
    head = HEAD.format(
        budget="",
        stated="{place: V, source: report#1, target: {2026: 4명}, share: {2026: 46%}, parts: [{source: report#2, target: {2026: 3명}}]}",
        tables="{place: I, columns: 하나 | 둘 | 셋, rows: [{name: 계, source: report#3, cells: △12 | - | 5}]}",
    )
    office = {"sources": f"{{report: {{title: 보고, sha256: {sha}}}}}"}
    book, _, problems = read_project(write_project(tmp_path / "p", {"jobs": head}, office=office))
    assert book is not None, problems

    proof = prove(book, tmp_path / "source")

    assert [claim.found for claim in claims_in(book) if claim.citations] == ["4명", "46%", "3명", "△12", "5"]
    assert [(one.code, one.details["found"]) for one in proof.problems] == [
        ("figure-not-on-line", "46%"),
        ("figure-not-on-line", "5"),
    ]
