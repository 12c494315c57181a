"""A small project to make mistakes in."""

from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

from scorecard.problems import Problem
from scorecard.targets.loading import load_book

OFFICE = """\
office: 서울특별시 경제실
fiscal_year: 2026
as_of: 2026-01-31
departments:
  - jobs
sources:
  report:
    title: 경제실 주요업무보고
"""

JOBS = """\
department: 일자리정책과
programmes:
  - id: academy
    name: 청년취업사관학교
    schedule: 연중
    budget:
      - name: 청년취업사관학교 조성
        unit: 백만원
        source: report#99 예산현황
        original: 44,443
    indicators:
      - id: trained
        name: 인재 양성
        level: output
        aggregation: sum
        direction: up
        target:
          2026: 4,000명
        actual:
          2025: 3,303명
        source:
          target: report#697 추진목표
          actual: report#715 추진실적
"""

Place = tuple[str, int, int]


def write_project(folder: Path, office: str = OFFICE, **departments: str) -> Path:
    """Write a project's targets, a file for each department."""
    targets = folder / "targets"
    targets.mkdir(exist_ok=True)
    (targets / "office.yaml").write_text(dedent(office), encoding="utf-8")
    for name, text in (departments or {"jobs": JOBS}).items():
        (targets / f"{name}.yaml").write_text(dedent(text), encoding="utf-8")
    return folder


def problems_of(folder: Path, office: str = OFFICE, **departments: str) -> list[Problem]:
    """Write a project and tell what is wrong with it."""
    return load_book(write_project(folder, office, **departments))[1]


def indicator(text: str) -> str:
    """Put the text of one indicator into a department."""
    lines = dedent(text).strip().splitlines()
    head = "department: 과\nprogrammes:\n  - id: p\n    name: 사업\n    indicators:\n"
    return (
        head + "\n".join(("      - " if n == 0 else "        ") + line for n, line in enumerate(lines)) + "\n"
    )


def places(problems: Iterable[Problem]) -> list[Place]:
    """Tell codes and places."""
    return [(problem.code, problem.spot.line, problem.spot.column) for problem in problems]
