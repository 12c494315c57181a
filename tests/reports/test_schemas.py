"""The schema underlines what the reader refuses, and nothing else.

Documents are grown from whole ones by slips at random places. What no schema can tell, for it takes
two values to see or a grammar to read, is listed below by the reader's own codes.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import HOUSE

from scorecard.problems import Mistake
from scorecard.reports import patterns
from scorecard.reports.schemas import FORMATS, schema_of
from scorecard.targets.periods import read_day, read_period
from scorecard.targets.shape import shaper
from scorecard.targets.text import read_text

BEYOND = frozenset((
    "bad-schedule",  # A grammar of its own.
    "no-such-day",  # Of a schedule.
    "bad-thousands", "number-too-large",  # What lies between the digits, or in the scale.
    "unit-mismatch", "unit-missing-after-scale", "bad-unit", "not-money", "zero-denominator",  # Two values together.
))  # fmt: skip
KNOWN = {name: jsonschema.Draft202012Validator(schema_of(name)) for name in FORMATS}

Path = tuple[str | int, ...]

WHOLE: dict[str, Any] = {
    "department": "일자리과",
    "stated": [{"place": "II", "source": "report#1", "unit": "백만원", "current": "1,000", "spent_rate": 4.8}],
    "programmes": [{
        "id": "p", "name": "사업", "schedule": "연중", "starts": 2025, "ends": "2027-03", "owner": "팀", "updated": "2026-02-28",
        "budget": [{
            "name": "줄", "unit": "백만원", "source": ["report#1", "report#2-3 표"], "original": "44,443", "spent": "-",
            "committed": {"value": "3,520,070", "unit": "천원", "source": "report#4"}, "as_of": "2026-01-31",
        }],
        "indicators": [
            {
                "id": "i", "name": 2026, "level": "output", "aggregation": "sum", "direction": "up", "weight": 2.5,
                "target": {2026: "4,000명", "2027": {"value": "약 4,000명", "note": "말"}}, "method": "ratio",
                "actual": {2025: {"sum": ["1,791명", "1,115명"], "comparability": "similar", "provisional": True}, "2026Q1": 5},
                "plan": {"2026Q1": "25%", "2026Q2": 0.75},
                "steps": [{"name": "착공", "due": "2026-06", "done": "2026-06-20", "weight": 1}],
                "source": {"target": "report#697 V-2-1 추진목표", "actual": ["report#715"]},
                "overrides": [{"status": "watch", "reason": "까닭", "by": "팀", "on": "2026-02-01"}],
                "parts": [
                    {"id": "a", "name": "부분", "target": {2026: "1,000명"}},
                    {"id": "b", "name": "부분", "aggregation": "ratio", "target": {2026: "312/410"}},
                ],
            },
            {"id": "r", "name": "비율", "level": "outcome", "aggregation": "ratio", "direction": "keep", "tolerance": 1.5,
             "target": {2026: "76%"}, "actual": {"2025": "312명/410명"}, "source": "report#3", "plan": "even"},
            {"id": "w", "name": "말", "level": "process", "aggregation": "judged", "target": {2026: "신규 투자유치 확대"}},
        ],
    }],
}  # fmt: skip
SLIPS: tuple[Any, ...] = (
    None, "", "   ", "글", "true", True, 0, 5, -3, 1.5, [], {}, ["글"], {"글": "글"}, "-", "신규", "1,000명", "△4.11", "4,00명",
    "12,34", "312/410", "312/0", "1/2/3", "약 3,000여 명", "3억", "300억원", "25%", "even", "2026", 2026, "2026Q1", "2026Q5",
    "2026-13", "2026-02-29", "2024-02-29", "2026-04-31", "1949", "2023~2026", "report#697", "report#697 표", "report#0x", "report",
    "sum", "ratio", "judged", "up", "output", "outptu", "ko", "watch", "similar", {"value": "1,000명"}, {"value": "5", "sum": ["3"]},
    {"sum": []}, {"sum": ["1명", "2명"]}, "상·하반기", "스물", "9" * 80,
)  # fmt: skip


def walk(value: Any, path: Path = ()) -> Iterator[Path]:
    """List the places of a document, itself apart."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*path, step)
        yield from walk(inner, (*path, step))


def around(document: Any, path: Path) -> Any:
    for step in path[:-1]:
        document = document[step]
    return document


def slip(document: Any, path: Path, kind: str, value: Any) -> Any:
    """Make one slip at a place of a copy."""
    document = deepcopy(document)
    holder, last = around(document, path), path[-1]
    if kind == "put":
        holder[last] = deepcopy(value)
    elif kind == "take" or not isinstance(holder, dict) or str(value) in map(str, holder):
        del holder[last]
    else:
        holder[str(value)[:12]] = holder.pop(last)
    return document


def sent(value: Any) -> Any:
    """Turn a document into what an editor hands to a schema: names are text."""
    if isinstance(value, dict):
        return {str(key): sent(one) for key, one in value.items()}
    return [sent(one) for one in value] if isinstance(value, list) else value


def read(name: str, document: Any) -> set[str]:
    """Read a document as the reader does; tell the codes of what it refuses."""
    text, problems = read_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False), "file")
    if text is None:
        return {problem.code for problem in problems}
    _, more = shaper(1).shape(text.data, FORMATS[name], text.spots)
    return {problem.code for problem in (*problems, *more)}


def agrees(name: str, document: Any) -> None:
    codes = read(name, document)
    underlined = [error.json_path for error in KNOWN[name].iter_errors(sent(document))]
    if underlined:
        assert codes, f"the schema underlines {underlined}, the reader takes it"
    elif codes:
        assert codes & BEYOND, f"the reader refuses it ({codes}), the schema does not"


def shipped(file: str, keep: int = 3) -> Any:
    """Read a shipped file and keep the first few of each list."""
    text, _ = read_text((HOUSE / file).read_text(encoding="utf-8"), file)
    assert text is not None

    def shorter(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shorter(one) for key, one in value.items()}
        return [shorter(one) for one in value[:keep]] if isinstance(value, list) else value

    return shorter(text.data)


BASES: tuple[tuple[str, Any], ...] = (
    ("department", WHOLE),
    ("department", shipped("targets/jobs-policy.yaml", 2)),
    ("department", shipped("examples/quarters/targets/works.yaml")),
    ("office", shipped("targets/office.yaml")),
    ("audit", shipped("targets/audit.yaml")),
    ("attainment", shipped("rules/attainment.yaml")),
    ("coverage", shipped("rules/coverage.yaml")),
    ("risks", shipped("rules/risks.yaml")),
    ("quality", shipped("rules/quality.yaml")),
    ("scoring", shipped("rules/scoring.yaml")),
)


@st.composite
def slipped(draw: st.DrawFn) -> tuple[str, Any]:
    """Draw a document with one slip or two in it."""
    which = draw(st.sampled_from((0, 0, *range(len(BASES)))))
    name, document = BASES[which]
    for _ in range(draw(st.integers(1, 2))):
        if places := list(walk(document)):
            kind = draw(st.sampled_from(("put", "put", "put", "take", "rename")))
            document = slip(document, draw(st.sampled_from(places)), kind, draw(st.sampled_from(SLIPS)))
    return name, document


@pytest.mark.parametrize(
    ("name", "base"), BASES, ids=[f"{name}-{place}" for place, (name, _) in enumerate(BASES)]
)
def test_whole_documents_are_taken_by_both(name: str, base: Any) -> None:
    assert read(name, base) == set()
    assert [error.message for error in KNOWN[name].iter_errors(sent(base))] == []


@settings(max_examples=400)
@given(slipped())
def test_the_schema_refuses_what_the_reader_refuses(given_one: tuple[str, Any]) -> None:
    agrees(*given_one)


# ── patterns ──────────────────────────────────────────────────────────────────────────────────


def days() -> Iterator[str]:
    day = date(1949, 12, 1)
    while day < date(2151, 2, 1):
        yield day.isoformat()
        day += timedelta(days=1)


def taken(reader: Any, text: str) -> bool:
    try:
        reader(text)
    except Mistake:
        return False
    return True


def test_the_pattern_of_days_knows_the_calendar() -> None:
    pattern = re.compile(patterns.DAY["pattern"])
    others = [
        f"{year}-{day}"
        for year in (1900, 2000, 2025, 2100)
        for day in ("02-29", "02-30", "04-31", "00-10", "13-01")
    ]
    assert [day for day in (*days(), *others) if bool(pattern.search(day)) != taken(read_day, day)] == []


def test_the_pattern_of_periods_is_that_of_the_reader() -> None:
    pattern = re.compile(patterns.PERIOD)
    parts = ("", "H1", "H2", "H3", "Q1", "Q4", "Q5", "-01", "-12", "-13", "-00", "~2150", "~2199", "-1")
    found = [f"{year}{part}" for year in range(1940, 2160) for part in parts]
    # That the second year comes after the first is more than a pattern can tell.
    unlike = [one for one in found if bool(pattern.search(one)) != taken(read_period, one)]
    assert unlike == ["2150~2150"]


def test_patterns_hold_no_escape_that_editors_refuse() -> None:
    """A regular expression in Unicode mode, as editors read it, takes an escape only of a sign that means something."""
    for name, known in KNOWN.items():
        for pattern in patterns_in(known.schema):
            assert re.findall(r"\\[^\^$\\.*+?()\[\]{}|/dDwWsSbB]", pattern) == [], name
            assert "(?P" not in pattern


def patterns_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, one in schema.items():
            if key == "pattern" and isinstance(one, str):
                yield one
            else:
                yield from patterns_in(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from patterns_in(one)
