"""The result table as files: what Excel shows and what programs read."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import assessed, indicator, programme

from scorecard.cards.coverage import measure_coverage
from scorecard.cards.covered import coverage_record
from scorecard.cards.results import COLUMNS, results
from scorecard.reports.tables import csv_text, record_text, results_text

Row = dict[str, Any]

CONTRACT = [
    "id", "department", "programme", "name", "part_of", "level", "aggregation", "direction", "unit",
    "period", "target", "target_text", "target_qualifier", "target_kind", "previous", "previous_text",
    "previous_comparability", "actual", "actual_text", "actual_as_of", "attainment", "method", "start",
    "stretch", "due", "pace", "forecast", "forecast_low", "forecast_high", "p_hit", "score", "weight",
    "status", "status_word", "reason", "findings", "waived", "unknown", "budget", "budget_previous",
    "budget_change", "budget_spent_rate", "source_target", "source_actual", "file", "line",
    "score_unadjusted", "score_method", "score_reason", "points", "grade",
]  # fmt: skip


def row(**values: object) -> Row:
    """Make a row of the table; what is not given is missing."""
    return {**dict.fromkeys(COLUMNS), "findings": [], "waived": [], "unknown": [], **values}


def read_back(text: str) -> list[dict[str, str]]:
    """Read a table as a program would that knows nothing of Excel."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_columns_are_those_of_the_contract_in_its_order() -> None:
    assert list(COLUMNS) == CONTRACT
    assert csv_text([]) == "\ufeff" + ",".join(CONTRACT) + "\r\n"


def test_excel_is_told_that_it_is_utf8_and_where_lines_end() -> None:
    text = csv_text([row(name="첫 줄\n둘째 줄"), row(name='"말" , 쉼표')])

    assert text.startswith("\ufeffid,")
    assert text.replace("첫 줄\n", "").count("\n") == text.count("\r\n") == 3
    assert [one["name"] for one in read_back(text)] == ["첫 줄\n둘째 줄", '"말" , 쉼표']


def test_missing_is_empty_and_zero_is_zero() -> None:
    (read,) = read_back(csv_text([row(target=0, actual=None, attainment=0.0)]))

    assert (read["target"], read["actual"], read["attainment"]) == ("0", "", "0.0")


@pytest.mark.parametrize(
    "name",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1",
        "-1+cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
    ],
)
def test_no_name_is_taken_for_a_formula(name: str) -> None:
    (read,) = read_back(csv_text([row(name=name, findings=[name])]))

    assert read["name"] == read["findings"] == f"'{name}"


@pytest.mark.parametrize("name", ["-", "△4.11", "4,000명", "'26년", "a=b", ""])
def test_what_is_no_formula_stays_as_it_was_written(name: str) -> None:
    (read,) = read_back(csv_text([row(target_text=name)]))

    assert read["target_text"] == name


def test_negative_numbers_stay_numbers() -> None:
    (read,) = read_back(csv_text([row(stretch=-0.25)]))

    assert read["stretch"] == "-0.25"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
def test_whatever_is_written_can_be_read_again(names: list[str]) -> None:
    """From CSV but for the apostrophe that keeps it from being a formula."""
    rows = [row(name=name) for name in names]

    assert [one["name"].removeprefix("'") for one in read_back(csv_text(rows))] == [
        name.removeprefix("'") for name in names
    ]
    assert [one["name"] for one in json.loads(results_text("호", "2026-01-31", rows))["rows"]] == names


def test_each_row_is_a_line_of_its_own() -> None:
    text = results_text("2026Q1", "2026-01-31", [row(id="a"), row(id="b\n")])

    assert json.loads(text) == {
        "edition": "2026Q1",
        "as_of": "2026-01-31",
        "rows": [row(id="a"), row(id="b\n")],
    }
    assert text.count("\n") == 4
    assert json.loads(results_text("2026Q1", "2026-01-31", []))["rows"] == []


def test_a_number_json_has_not_is_never_written() -> None:
    for number in (float("nan"), float("inf"), float("-inf")):
        with pytest.raises(ValueError, match="not JSON compliant"):
            results_text("2026Q1", "2026-01-31", [row(target=number)])
        with pytest.raises(ValueError, match="not JSON compliant"):
            record_text({"budget": number})


@pytest.mark.parametrize(
    "fields",
    [
        {"target": "{2026: 0명}", "actual": "{2025: 0명, 2026-01: 0명}"},
        {"target": "{2026: 5%}", "actual": "{2025: △5%, 2026-01: △1%}"},
        {"target": "{2026: 0.000001명}", "actual": '{2025: "9,999,999,999명", 2026-01: "9,999,999,999명"}'},
        {"target": "{2026: 0건}", "actual": "{2025: 3건, 2026-01: 0건}", "direction": "down"},
        {"target": '{2026: "-"}', "actual": "{2025: 신규}"},
        {},
    ],
)
def test_whatever_the_figures_the_table_is_json(fields: dict[str, str]) -> None:
    for day in ("2026-01-31", "2027-01-31"):
        assessment = assessed(programme(indicator(**fields)), office={"as_of": day})
        table = json.loads(results_text("e", day, results(assessment)))
        record = json.loads(record_text(coverage_record(measure_coverage(assessment), assessment)))
        assert tuple(table["rows"][0]) == COLUMNS
        assert record["departments"]["jobs"]["programmes"] == record["programmes"] == 1


def test_coverage_is_the_contract() -> None:
    assessment = assessed("- {id: a, name: 가}\n")
    record = coverage_record(measure_coverage(assessment), assessment)
    keys = ["programmes", "programmes_with_target", "coverage_count", "budget", "budget_with_target", "coverage_budget",
            "indicators", "indicators_with_previous", "indicators_due", "indicators_with_actual"]  # fmt: skip

    assert [key for key in keys if key not in record or key not in record["departments"]["jobs"]] == []
    assert record["programmes_without_target"] == [
        {"id": "jobs/a", "department": "일자리과", "programme": "가", "budget": None}
    ]
