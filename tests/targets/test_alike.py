"""Figures that stand beside no other kind are held against each other all the same: they have one unit."""

from pathlib import Path

import pytest

from .projects import OFFICE as JANUARY
from .projects import Place, indicator, places, problems_of

OFFICE = JANUARY.replace("as_of: 2026-01-31", "as_of: 2026-12-31")

HEAD = "id: i\nname: 지표\nlevel: output\naggregation: sum\ndirection: up\n"


@pytest.mark.parametrize("kind", ["target", "actual"])
@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("  2024: 10명\n  2025: 5개\n", ("unit-mismatch", 13, 17)),
        ("  2025: 5개\n  2024: 10명\n", ("unit-mismatch", 12, 17)),
        ("  2023: 10명\n  2024: 10명\n  2025: 5개\n  2026: 6개\n", ("unit-mismatch", 14, 17)),
        ("  2024: 10\n  2025: 5개\n", ("unit-left-out", 12, 17)),
        ("  2024: 10명\n  2025: 5\n", ("unit-left-out", 13, 17)),
        ("  2024: 0.5\n  2025: 76%\n", ("unit-mismatch", 12, 17)),
        ("  2024: 76%\n  2025: 0.5\n", ("unit-mismatch", 13, 17)),
        ("  2024: 10社\n  2025: 5개사\n", None),
        ("  2024: 10명\n  2025: '-'\n", None),
        ("  2024: 10명\n  2025: {value: 5개, comparability: different}\n", None),
    ],
)
def test_figures_of_one_kind_have_one_unit(
    tmp_path: Path, kind: str, figures: str, expected: Place | None
) -> None:
    found = problems_of(tmp_path, OFFICE, jobs=indicator(f"{HEAD}{kind}:\n{figures}"))

    assert places(found) == ([expected] if expected else [])


def test_a_ratio_without_a_unit_is_told_once(tmp_path: Path) -> None:
    text = HEAD.replace("sum", "ratio") + "actual:\n  2024: 0.5\n  2025: 76%\n"

    assert places(problems_of(tmp_path, OFFICE, jobs=indicator(text))) == [("ratio-without-unit", 12, 17)]


def test_after_a_break_another_unit_is_right(tmp_path: Path) -> None:
    text = f"{HEAD}actual:\n  2024: 10명\n  2025: 5개\nbreaks:\n  - since: 2025\n    reason: 세는 것이 바뀜\n"

    assert problems_of(tmp_path, OFFICE, jobs=indicator(text)) == []


def test_the_unit_that_was_there_first_is_the_expected_one(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, OFFICE, jobs=indicator(f"{HEAD}actual:\n  2024: 10명\n  2025: 5개\n"))

    assert problem.details == {"found": "개", "expected": "명"}
