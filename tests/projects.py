"""Small projects out of the text that stands in a test."""

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent, indent
from types import MappingProxyType

import attrs

from scorecard.problems import Problem
from scorecard.rules.assess import Assessment, assess
from scorecard.rules.loading import load_rules, mentions_of
from scorecard.rules.models import RuleBook
from scorecard.rules.together import check_together
from scorecard.targets.facts import Facts, lay_out
from scorecard.targets.loading import load_book
from scorecard.targets.measures import Book

HOUSE = Path(__file__).parent.parent
OFFICE: Mapping[str, str] = MappingProxyType(
    {
        "office": "시험실",
        "fiscal_year": "2026",
        "as_of": "2026-01-31",
        "departments": "[jobs]",
        "sources": "{report: {title: 업무보고, date: 2026-03}}",
    }
)
NO_RISKS = "rules: []\n"
NO_DEMANDS = "office: {}\n"


def write_project(
    folder: Path,
    departments: Mapping[str, str],
    *,
    office: Mapping[str, str] = MappingProxyType({}),
    rules: Mapping[str, str | None] = MappingProxyType({}),
) -> Path:
    """Write a project: departments' texts, an office of few words, the shipped rules and no demands unless given.

    A rules file given as None is left out.
    """
    listed = {"departments": f"[{', '.join(departments)}]"} if departments else {}
    lines = [f"{key}: {value}" for key, value in {**OFFICE, **listed, **office}.items()]
    shipped = {path.stem: path.read_text(encoding="utf-8") for path in (HOUSE / "rules").glob("*.yaml")}
    texts = {
        "targets/office": "\n".join(lines) + "\n",
        **{f"targets/{name}": dedent(text) for name, text in departments.items()},
        **{
            f"rules/{name}": dedent(text)
            for name, text in {**shipped, "coverage": NO_DEMANDS, **rules}.items()
            if text is not None
        },
    }
    for name, text in texts.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def read_project(folder: Path) -> tuple[Book | None, RuleBook | None, list[Problem]]:
    """Read a project as the commands do."""
    book, problems = load_book(folder)
    rules, more = load_rules(folder)
    together = check_together(book, mentions_of(rules)) if book and rules else []
    return book, rules, [*problems, *more, *together]


def judge(folder: Path, on: str = "") -> Assessment:
    """Judge a project that must have no problems, as it stands or as it was known on a day."""
    book, rules, problems = read_project(folder)
    assert book is not None, problems
    assert rules is not None, problems
    assert problems == []
    if on:
        book = attrs.evolve(book, office=attrs.evolve(book.office, as_of=date.fromisoformat(on)))
    return assess(lay_out(book), rules)


def department(programmes: str, name: str = "일자리과") -> str:
    """Write a department's file around a list of programmes."""
    return f"department: {name}\nprogrammes:\n{indent(dedent(programmes).strip(chr(10)), '  ')}\n"


def assessed(
    programmes: str,
    *,
    office: Mapping[str, str] = MappingProxyType({}),
    rules: Mapping[str, str | None] = MappingProxyType({}),
    on: str = "",
) -> Assessment:
    """Judge one department, `jobs`, of the programmes written in a test."""
    return assessed_departments({"jobs": department(programmes)}, office=office, rules=rules, on=on)


def assessed_departments(
    departments: Mapping[str, str],
    *,
    office: Mapping[str, str] = MappingProxyType({}),
    rules: Mapping[str, str | None] = MappingProxyType({}),
    on: str = "",
) -> Assessment:
    """Judge several departments' files."""
    with tempfile.TemporaryDirectory() as folder:
        return judge(write_project(Path(folder), departments, office=office, rules=rules), on)


def programme(indicators: str, *more: str) -> str:
    """Write one programme, `p`, around a list of indicators; `more` are further lines of it."""
    lines = "".join(f"  {line}\n" for line in more)
    return (
        f"- id: p\n  name: 사업\n{lines}  indicators:\n{indent(dedent(indicators).strip(chr(10)), '    ')}\n"
    )


def facts_of(programmes: str, *, on: str = "", **office: str) -> Facts:
    """Lay out one department, as it stands or as it was known on a day; no rule is asked."""
    return assessed(programmes, office=office, rules={"risks": NO_RISKS}, on=on).facts


def indicator(*lines: str, **fields: str) -> str:
    """Write an indicator of the usual kind; fields given replace the usual ones, lines are added."""
    usual = {"id": "i", "name": "지표", "level": "output", "aggregation": "sum", "direction": "up"}
    written = [*(f"{key}: {value}" for key, value in {**usual, **fields}.items()), *lines]
    return "- " + "\n  ".join(written) + "\n"
