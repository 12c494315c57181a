"""100,000 indicators in 1,000 files: read with every line known, against PyYAML's C safe loader alone.

Two figures: the text with its places, and the whole book with every figure, period and citation
read and checked. Made-up data, written for the run and removed after it.
"""

import gc
import tempfile
import time
from pathlib import Path

import yaml

from scorecard.problems import Problem
from scorecard.targets.loading import load_book
from scorecard.targets.measures import Book
from scorecard.targets.text import read_file

FILES, PROGRAMMES, INDICATORS = 1_000, 10, 10

OFFICE = """office: 시험 실
fiscal_year: 2026
as_of: 2026-01-31
departments:
{departments}
sources:
  report:
    title: 지어낸 자료
"""
PROGRAMME = """  - id: programme-{p}
    name: 사업 {p}
    schedule: 연중
    indicators:
"""
INDICATOR = """      - id: indicator-{i}
        name: 지표 {i}
        level: output
        aggregation: sum
        direction: up
        target:
          2026: {target:,}명
        actual:
          2025: {actual:,}명
        source:
          target: report#{line} V-2-1 추진목표
          actual: report#{more} V-2-1 추진실적(2025년)
"""


def write_project(folder: Path) -> None:
    """Write an office of many departments."""
    targets = folder / "targets"
    targets.mkdir()
    names = [f"department-{d}" for d in range(FILES)]
    listed = "\n".join(f"  - {name}" for name in names)
    (targets / "office.yaml").write_text(OFFICE.format(departments=listed), encoding="utf-8")
    for d, name in enumerate(names):
        text = [f"department: 부서 {d}\nprogrammes:\n"]
        for p in range(PROGRAMMES):
            text.append(PROGRAMME.format(p=p))
            for i in range(INDICATORS):
                number = d * 100 + p * 10 + i
                text.append(
                    INDICATOR.format(
                        i=i, target=1_000 + number, actual=900 + number, line=number + 1, more=number + 2
                    )
                )
        (targets / f"{name}.yaml").write_text("".join(text), encoding="utf-8")


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        write_project(project)
        files = sorted((project / "targets").glob("*.yaml"))
        size = sum(path.stat().st_size for path in files) / 1e6
        gc.collect()
        bare = time_of(lambda: [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in files])
        text = time_of(lambda: [read_file(path, path.name) for path in files])
        book = time_of(lambda: check(load_book(project)))
        print(f"load: {size:.0f} MB, 100,000 indicators; CSafeLoader alone {bare:.2f} s")
        print(f"load: text with every line known {text / bare:.2f} × ({text:.2f} s)")
        print(f"load: whole book, checked {book / bare:.2f} × ({book:.2f} s)")


def time_of(work: object) -> float:
    """Time a piece of work once, from a clean heap."""
    gc.collect()
    begun = time.perf_counter()
    result = work()  # type: ignore[operator]
    took = time.perf_counter() - begun
    del result
    return took


def check(loaded: tuple[Book | None, list[Problem]]) -> Book:
    """Insist that the made-up book was read."""
    book, problems = loaded
    if book is None:
        raise SystemExit(f"the made-up project has problems: {problems[:3]}")
    return book


if __name__ == "__main__":
    main()
