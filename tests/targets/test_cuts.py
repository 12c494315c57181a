"""A ` #` cuts a value short: real cuts are told, honest comments are not."""

from pathlib import Path

import pytest

from scorecard.problems import MOST_PROBLEMS, Problem, say
from scorecard.targets.text import read_text

from .projects import places

PROJECT = Path(__file__).parent.parent.parent


def problems_of(text: str) -> list[Problem]:
    return read_text(text, "jobs.yaml")[1]


@pytest.mark.parametrize(
    ("text", "place", "left", "fixed"),
    [
        ("name: 청년 #1 사업\n", (1, 7), "청년", '"청년 #1 사업"'),
        ("name: 청년\t#1 사업\n", (1, 7), "청년", '"청년\t#1 사업"'),
        ("name: 청년 #1 사업\r\nid: a\r\n", (1, 7), "청년", '"청년 #1 사업"'),
        ("id: a # 이름\rname: 청년 #1 사업\r", (2, 7), "청년", '"청년 #1 사업"'),
        ("name: #1 사업\nid: a\n", (1, 6), "", '"#1 사업"'),
        ("list:\n  - 가\n  - 청년 #창업\n", (3, 5), "청년", '"청년 #창업"'),
        ("a: {\n  name: 청년 #1, id: b\n}\n", (2, 9), "청년", '"청년 #1"'),
        ("name: 청년(창업 # 1기) 사업\n", (1, 7), "청년(창업", '"청년(창업 # 1기) 사업"'),
        ('name: 이른바 "청년 # 1" 사업\n', (1, 7), '이른바 "청년', "'이른바 \"청년 # 1\" 사업'"),
        ("source: report #697 V-2-1\n", (1, 9), "report", "report#697 V-2-1"),
        ("source:\n  target: report  #697\n", (2, 11), "report", "report#697"),
    ],
)
def test_a_value_cut_at_a_hash_is_told(text: str, place: tuple[int, int], left: str, fixed: str) -> None:
    [problem] = problems_of(text)

    assert places([problem]) == [("cut-at-hash", *place)]
    assert (problem.details["left"], problem.details["fixed"]) == (left, fixed)
    for language in ("ko", "en"):
        assert fixed.replace("\t", " ") in say(problem, language).hint


@pytest.mark.parametrize(
    "text",
    [
        "year_begins: 1 # 1월\n",
        "language: ko            # ko | en: 인쇄되는 말 (기본 ko)\n",
        "departments: #목록\n  - a\n",
        "name: (가칭) 청년 # 나중에 (확정)\n",
        "#name: 청년\nid: a\n",
        "  #name: 청년 #1\nid: a\n",
        'name: "청년 #1 사업"  # 이름\n',
        "name: '청년 #1 사업'\n",
        'name: "청년" #1\n',
        "note: |\n  첫 줄 #1\n  둘째 줄\n",
        "note: >\n  첫 줄 #1\n",
        'note: "첫 줄\n  둘째 #1 줄"\n',
        "name: C#1 사업\nsource: report#697 V-2-1 추진목표\n",
        "name: 청년 ## 나중에\nid: a #\n",
        "name: 청년 # '26년 it's\n",
        "target: {2026: 1명} #1\n",
    ],
)
def test_an_honest_comment_is_none(text: str) -> None:
    assert problems_of(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: {name: 청년 #1, unit: 원}\nb: c\n", (1, 14)),
        ("x: [청년 #1, 나]\nb: c\n", (1, 8)),
        ("note: 첫 줄\n  둘째 #1 줄\n  셋째 줄\nb: c\n", (2, 6)),
    ],
)
def test_a_cut_that_breaks_what_follows_is_told_where_it_was_made(text: str, place: tuple[int, int]) -> None:
    assert places(problems_of(text)) == [("cut-at-hash", *place)]


def test_a_bracket_never_closed_beside_a_quoted_hash_stays_one() -> None:
    assert places(problems_of('a: {name: "청년 #1", unit: 원\nb: c\n')) == [("unclosed-bracket", 1, 4)]


def test_of_very_many_cuts_the_first_are_told() -> None:
    assert len(problems_of("- a #1\n" * 100_000)) == MOST_PROBLEMS + 1


def test_no_text_of_ours_is_cut() -> None:
    files = [
        *PROJECT.glob("targets/*.yaml"),
        *PROJECT.glob("rules/*.yaml"),
        *PROJECT.glob("examples/**/*.yaml"),
    ]

    assert len(files) > 15
    for file in files:
        assert "cut-at-hash" not in {one.code for one in problems_of(file.read_text(encoding="utf-8"))}, file
