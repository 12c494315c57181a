"""Checks see what each value alone cannot know; the last word is the person's, given with a reason."""

from pathlib import Path

import pytest

from scorecard.problems import Problem

from .projects import JOBS, OFFICE, Place, indicator, places, problems_of

HEAD = """
    id: trained
    name: 인재 양성
    level: output
    aggregation: sum
    direction: up
"""


def check(folder: Path, text: str) -> list[Problem]:
    """Tell what is wrong with lines added to an indicator, which begin on line 11, column 9."""
    return problems_of(folder, jobs=indicator(HEAD + text))


GOOD = (
    "target:\n  2026: 4,000명\nactual:\n  2025: 3,303명",
    "target:\n  2026: 4,000명\nactual:\n  2025: '-'",
    "target:\n  2026: 4,000명\nactual:\n  2025: 신규",
    "target:\n  2026: 4,000명\nactual:\n  2025: {value: 3건, comparability: different}",
    "target:\n  2026: {value: 4명, checked: 법이 바뀜}\nactual:\n  2025: 4천명",
    "target:\n  2026: 4명\nactual:\n  2025: {value: 4천명, checked: 법이 바뀜}",
    "target:\n  2026: 4명\nactual:\n  2024: 4천명",
    "target:\n  2026: 400명\nactual:\n  2025: 3명",
    "target:\n  2026: 1,200명\nactual:\n  2025Q1: 1명\n  2025Q2: 1,100명",
    "target:\n  2026: 약 1,000명\nparts:\n  - id: a\n    name: 가\n    target:\n      2026: 998명",
    "target:\n  2026: 1,000명\nparts:\n  - id: a\n    name: 가\n    target:\n      2026: 1,001여 명",
    "target:\n  2026: 0명\nactual:\n  2025: 3명",
    "target:\n  2026: 3명\nactual:\n  2025: 0명",
    "target:\n  2026: △3명\nactual:\n  2025: 3천명",
    "target:\n  2026: 1조원\nactual:\n  2025: 9,000억원",
    "target:\n  2026: 3명\nparts:\n  - id: a\n    name: 가\n    target:\n      2026: 1명\n  - id: b\n    name: 나",
    "target:\n  2026: {value: 5명, checked: 자료가 그러함}\nparts:\n  - id: a\n    name: 가\n    target:\n      2026: 1명",
    "target:\n  2026: 1.5억원\nparts:\n  - id: a\n    name: 가\n    target:\n      2026: 1.46억원",
    "weight: 0",
)  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_what_is_right_or_vouched_for_passes(tmp_path: Path, text: str) -> None:
    assert check(tmp_path, text.replace("\n", "\n    ").join(("    ", "\n"))) == []


SLIPS = (
    ("target:\n  2026: 4,000건\nactual:\n  2025: 3,303명", ("unit-changed", 12, 17)),
    ("target:\n  2026: 4,000\nactual:\n  2025: 3,303명", ("unit-left-out", 12, 17)),
    ("target:\n  2026: 76%\nactual:\n  2025: 0.76", ("unit-changed", 12, 17)),
    ("target:\n  2026: 4명\nactual:\n  2025: 3,903명", ("scale-slip", 12, 17)),
    ("target:\n  2026: 4천만명\nactual:\n  2025: 4,100명", ("scale-slip", 12, 17)),
    ("target:\n  2026: 4,000만원\nactual:\n  2025: 4,000원", ("scale-slip", 12, 17)),
    ("target:\n  2026: 12억원\nactual:\n  2025: 1,200만원", None),
    ("target:\n  2026: 12억원\nactual:\n  2025: 12원", ("scale-slip", 12, 17)),
    ("target:\n  2026: 12백만원\nactual:\n  2025: 12원", ("scale-slip", 12, 17)),
    ("target:\n  2026: 4,000명\nparts:\n  - id: a\n    name: 가\n    target:\n      2026: 3,999명", ("parts-do-not-add-up", 12, 17)),
    ("target:\n  2026: 1.5억원\nparts:\n  - id: a\n    name: 가\n    target:\n      2026: 1.3억원", ("parts-do-not-add-up", 12, 17)),
    ("target:\n  2023~2026: 4,000명", ("span-summed", 9, 22)),
    ("source: repot#1 가", ("unknown-source", 11, 17)),
    ("source:\n  target: repot#1 가", ("unknown-source", 12, 19)),
    ("target:\n  2026: {value: 1명, source: repot#1 가}", ("unknown-source", 12, 37)),
    ("weight: -1", ("bad-weight", 11, 17)),
    ("weight: 1000000", ("bad-weight", 11, 17)),
    ("parts:\n  - id: a\n    name: 가\n  - id: a\n    name: 나", ("duplicate-id", 14, 17)),
    ("parts:\n  - id: A가\n    name: 가", ("bad-id", 12, 17)),
    ("parts:\n  - id: a\n    name: 가\n    parts:\n      - id: b\n        name: 나", ("parts-of-parts", 15, 15)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SLIPS, ids=[text for text, _ in SLIPS])
def test_what_cannot_be_is_named_at_its_place(tmp_path: Path, text: str, expected: Place | None) -> None:
    assert places(check(tmp_path, text.replace("\n", "\n    ").join(("    ", "\n")))) == (
        [expected] if expected else []
    )


def test_a_unit_that_changed_names_both_units_and_the_other_line(tmp_path: Path) -> None:
    [problem] = check(tmp_path, "    target:\n      2026: 4,000건\n    actual:\n      2025: 3,303명\n")

    assert problem.details == {
        "name": "인재 양성", "target": "4,000건", "actual": "3,303명", "found": "건", "expected": "명", "line": "14",
    }  # fmt: skip


def test_a_slip_in_scale_names_both_figures(tmp_path: Path) -> None:
    [problem] = check(tmp_path, "    target:\n      2026: 4명\n    actual:\n      2025: 4천명\n")

    assert problem.details == {"name": "인재 양성", "target": "4명", "previous": "4천명"}


def test_a_measured_indicator_says_which_way_is_better(tmp_path: Path) -> None:
    text = JOBS.replace("        direction: up\n", "")

    assert places(problems_of(tmp_path, jobs=text)) == [("direction-missing", 12, 9)]
    assert problems_of(tmp_path, jobs=text.replace("aggregation: sum", "aggregation: judged")) == []


def test_a_milestone_has_steps(tmp_path: Path) -> None:
    text = JOBS.replace("aggregation: sum", "aggregation: milestone")

    assert places(problems_of(tmp_path, jobs=text)) == [("steps-missing", 12, 9)]


def test_ids_are_plain_and_stand_once(tmp_path: Path) -> None:
    twice = JOBS + JOBS.split("programmes:\n")[1].replace("id: trained", "id: AI_인재")
    [first, second] = problems_of(tmp_path, jobs=twice)

    assert places([first, second]) == [("duplicate-id", 24, 9), ("bad-id", 33, 13)]
    assert first.details == {"found": "academy", "line": "3"}
    assert second.details == {"found": "AI_인재", "fixed": "ai-인재"}


def test_an_id_no_letter_of_which_can_stay_gets_another(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, jobs=JOBS.replace("id: trained", "id: ⓐ"))

    assert problem.details["fixed"] == "indicator-1"


def test_every_place_that_cites_is_checked(tmp_path: Path) -> None:
    text = JOBS.replace("report#", "repot#").replace("44,443", "{value: 1, source: reprt#1 가}")
    text += (
        "        steps:\n          - name: 착공\n            due: 2026-06\n            source: nowhere#1\n"
    )
    problems = problems_of(tmp_path, jobs=text)

    assert places(problems) == [
        ("unknown-source", line, column) for line, column in ((9, 17), (10, 38), (22, 19), (23, 19), (27, 21))
    ]
    assert problems[0].details == {"found": "repot", "nearest": "report"}


def test_an_office_without_sources_can_cite_none(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, OFFICE.split("sources:")[0], jobs=JOBS)

    assert {problem.code for problem in problems} == {"unknown-source"}
    assert problems[0].details["nearest"] == "-"
