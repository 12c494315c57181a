"""An edition's record is read back whole, or told to be none; two of them compare as their projects do."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import HOUSE, assessed, indicator, judge, programme

from scorecard.cards.assemble import edition_name
from scorecard.cards.recording import record_of
from scorecard.cards.results import results
from scorecard.cards.revisions import Record, compare
from scorecard.reports.records import read_results
from scorecard.reports.tables import results_text
from scorecard.rules.assess import Assessment

LEDGER = "{2026: {value: 90명, revised: [{was: 100명, on: 2026-02-02, reason: 추경, approver: 위원회}]}, 2027: 120명}"
FIELDS = {
    "target": LEDGER,
    "actual": "{2024: 70명, 2025: {value: 80명, restated: [{was: 82명, on: 2026-02-03, reason: 겹쳐 셈}]}, 2026Q1: 20명}",
    "breaks": "[{since: 2025, reason: 새 기준, comparability: similar}]",
    "formerly": "[old]",
    "source": "report#1",
}


def judged(on: str = "2026-06-30", **fields: str) -> Assessment:
    written = programme(indicator(**{**FIELDS, **fields}), "formerly: [q]")
    return assessed(written, office={"as_of": "2026-06-30"}, on=on)


def text_of(assessment: Assessment) -> str:
    as_of = assessment.facts.book.office.as_of.isoformat()
    return results_text(edition_name(assessment), as_of, results(assessment), record_of(assessment))


def read(folder: Path, text: str) -> tuple[Record | None, list[tuple[str, str]]]:
    path = folder / "results.json"
    path.write_text(text, encoding="utf-8")
    record, problems = read_results(path)
    return record, [(one.code, one.details.get("reason", "")) for one in problems]


def recorded(folder: Path, assessment: Assessment) -> Record:
    record, problems = read(folder, text_of(assessment))
    assert record is not None, problems
    return record


def test_a_record_keeps_the_contract_and_tells_what_else_was_known(tmp_path: Path) -> None:
    record = json.loads(text_of(judged()))

    assert list(record)[:3] == ["edition", "as_of", "rows"]
    told = record["indicators"]["jobs/p/i"]
    assert told["targets"]["2027"]["value"] == 120
    assert told["ledgers"]["2026"][0] == {
        "was": {"text": "100명", "value": 100.0, "qualifier": "exact", "provisional": False},
        "on": "2026-02-02", "reason": "추경", "approver": "위원회",
    }  # fmt: skip
    assert record["rules"]["rules/attainment.yaml"]["bands.on_track"] == "0.95"
    assert record["formerly"]["programmes"] == {"jobs/q": "jobs/p"}
    assert recorded(tmp_path, judged()).is_whole


def test_a_record_holds_every_finding_with_its_words() -> None:
    assessment = judged(target="{2026: 60명}")
    findings = json.loads(text_of(assessment))["findings"]
    assert [one["rule"] for one in findings] == [one.rule.text.id for one in assessment.findings]
    assert {one["rule"] for one in findings} >= {"target-below-previous"}
    assert all(one["message"] and one["id"] == ID for one in findings)


def test_a_record_tells_nothing_its_day_could_not_know(tmp_path: Path) -> None:
    detail = (recorded(tmp_path, judged("2026-01-31")).details or {})["jobs/p/i"]
    assert detail.targets["2026"].text == "100명"
    assert detail.ledgers == {}
    assert {key: one.text for key, one in detail.actuals.items()} == {"2024": "70명", "2025": "82명"}


def test_the_shipped_sample_is_read_back(tmp_path: Path) -> None:
    for day in ("2026-03-31", "2026-12-31"):
        assessment = judge(HOUSE / "examples" / "quarters", day)
        assert compare(recorded(tmp_path, assessment), assessment).changes == ()


amounts = st.integers(1, 99).map(lambda n: f"{n}명")
sides = st.fixed_dictionaries(
    {
        "target": amounts.map(lambda one: f"{{2026: {{value: {one}, checked: 시험}}}}"),
        "actual": amounts.map(lambda one: f"{{2025: {{value: {one}, checked: 시험}}, 2026Q1: 1명}}"),
        "direction": st.sampled_from(["up", "down"]),
        "formula": st.sampled_from(["가", '나 "다"\\n']).map(lambda words: f"'{words}'"),
    },
    optional={"id": st.just("old"), "formerly": st.just("[]")},
)


@given(one=sides, other=sides, days=st.tuples(*[st.sampled_from(["2026-02-28", "2026-06-30"])] * 2))
def test_editions_read_back_compare_as_their_projects_do(
    tmp_path_factory: pytest.TempPathFactory,
    one: dict[str, str],
    other: dict[str, str],
    days: tuple[str, str],
) -> None:
    folder = tmp_path_factory.mktemp("records")
    old, new = (
        judged(day, **fields if fields.get("id") != "old" else {**fields, "formerly": "[]"})
        for day, fields in zip(days, (one, other), strict=True)
    )
    records = [recorded(folder, side) for side in (old, new)]
    told = compare(old, new)
    assert compare(*records) == told
    assert compare(records[0], new) == told
    assert compare(old, records[1]) == told


# ── what is no record ─────────────────────────────────────────────────────────────────────────


def changed(change: Mapping[str, Any]) -> str:
    return json.dumps({**json.loads(text_of(judged())), **change}, ensure_ascii=False)


ID = "jobs/p/i"
DETAIL: dict[str, Any] = {"definition": {}, "targets": {}, "actuals": {}}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"format": 3}, ("results-newer-version", "")),
        ({"format": "2"}, ("results-newer-version", "")),
        ({"format": True}, ("results-newer-version", "")),
        ({"format": 0}, ("results-newer-version", "")),
        ({"format": None}, ("results-newer-version", "")),
        ({"indicators": {}}, ("results-broken", f"indicators.{ID}")),
        ({"indicators": [1]}, ("results-broken", f"indicators.{ID}")),
        ({"indicators": {ID: {"definition": {}}}}, ("results-broken", f"indicators.{ID}")),
        ({"indicators": {ID: {**DETAIL, "targets": {"2026": {"text": "1", "value": "1"}}}}}, ("results-broken", f"indicators.{ID}")),
        ({"indicators": {ID: {**DETAIL, "targets": {"2026": {"text": "1", "value": 1e301}}}}}, ("results-broken", f"indicators.{ID}")),
        ({"indicators": {ID: {**DETAIL, "targets": {"2026": {"text": 1}}}}}, ("results-broken", f"indicators.{ID}")),
        ({"indicators": {ID: {**DETAIL, "breaks": "abc"}}}, ("results-broken", f"indicators.{ID}")),
        ({"indicators": {ID: {**DETAIL, "definition": {"unit": 3}}}}, ("results-broken", f"indicators.{ID}")),
        ({"rules": {"a": {"b": 1}}}, ("results-broken", "rules")),
        ({"rules": None}, ("results-broken", "rules")),
        ({"formerly": {"departments": []}}, ("results-broken", "formerly")),
        ({"year_begins": 13}, ("results-broken", "year_begins")),
        ({"year_begins": True}, ("results-broken", "year_begins")),
    ],
)  # fmt: skip
def test_a_part_that_is_not_what_it_should_be(
    tmp_path: Path, change: Mapping[str, Any], expected: tuple[str, str]
) -> None:
    assert read(tmp_path, changed(change)) == (None, [expected])


@given(end=st.floats(0, 1, exclude_max=True))
def test_a_record_cut_off_in_the_middle(tmp_path_factory: pytest.TempPathFactory, end: float) -> None:
    text = TEXT.rstrip()
    record, problems = read(tmp_path_factory.mktemp("cut"), text[: int(len(text) * end)])
    assert record is None
    assert [code for code, _ in problems] == ["results-broken"]


TEXT = text_of(judged())


def test_more_than_this_version_knows_is_passed_over(tmp_path: Path) -> None:
    record, problems = read(tmp_path, changed({"weather": "fair"}))
    assert problems == []
    assert record is not None
    assert attrs.evolve(record, rows=()) == attrs.evolve(recorded(tmp_path, judged()), rows=())
