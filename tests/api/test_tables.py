"""`tables`: the figures of an edition in rows and columns, that show themselves."""

import csv
import io
import json
import math
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from cli.running import run
from hypothesis import given
from hypothesis import strategies as st
from projects import HOUSE, department, indicator, programme, write_project

import scorecard
from scorecard.api.rows import MOST_SHOWN
from scorecard.cards import tabular
from scorecard.cards.results import COLUMNS
from scorecard.reports.publishing import write_records
from scorecard.targets.measures import OFFICE_ID

from .conftest import SAMPLE

HOSTILE = '<script>alert("x")</script> & $\\int$'


@pytest.mark.parametrize("as_of", ["2026-03-31", "2026-12-31"])
def test_the_results_are_those_of_the_export_to_the_byte(as_of: str) -> None:
    results = scorecard.tables(scorecard.judge(scorecard.load(SAMPLE, as_of))).results
    exported = run("--project", SAMPLE, "export", "--as-of", as_of)
    record = json.loads(run("--project", SAMPLE, "export", "--as-of", as_of, "--format", "json").stdout_bytes)

    assert results.columns == COLUMNS
    assert results.csv().encode() == exported.stdout_bytes
    assert list(results) == record["rows"]


def test_the_other_tables_are_what_an_edition_keeps(tmp_path: Path) -> None:
    judgement = scorecard.judge(scorecard.load(SAMPLE))
    tables = scorecard.tables(judgement)
    write_records(judgement.assessment, scorecard.edition(judgement), tmp_path)
    kept = {name: json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")) for name in ("results", "coverage")}  # fmt: skip
    keys = [column for column in tables.coverage.columns if column in kept["coverage"]]

    assert len(keys) == 18
    for row in tables.coverage:
        record = kept["coverage"] if row["id"] == OFFICE_ID else kept["coverage"]["departments"][row["id"]]
        assert {key: row[key] for key in keys} == {key: record[key] for key in keys}
        assert [row[f"findings_{one}"] for one in record["findings"]] == list(record["findings"].values())
    assert tables.coverage.column("id") == ["office", *kept["coverage"]["departments"]]
    assert list(tables.findings) == kept["results"]["findings"]
    assert {
        row["id"]: {key: row[key] for key in row if key not in ("id", "department", "name")} for row in tables.quality
    } == kept["results"]["quality"]  # fmt: skip


def test_scores_stand_by_level_as_rolled_up() -> None:
    scores = scorecard.tables(scorecard.judge(scorecard.load(SAMPLE))).scores
    office = scores[0]
    departments = [row for row in scores if row["level"] == "department"]

    assert [row["level"] for row in scores] == ["office", *["department"] * 3, *["programme"] * 6]
    assert office["id"] == "office"
    assert office["indicators"] == sum(row["indicators"] for row in departments) == 17
    assert office["indicators_scored"] == sum(row["indicators_scored"] for row in departments) == 14
    assert round(office["score"], 2) == 90.88
    assert office["grade"] == "S"
    assert all(20 <= row["score"] <= 100 for row in departments)


def test_where_nothing_is_scored_there_are_no_figures(judgement: scorecard.Judgement) -> None:
    scores = scorecard.tables(judgement).scores

    assert {row["score"] for row in scores} == {None}
    assert {row["grade"] for row in scores} == {None}


def test_what_is_missing_is_none_and_never_nan(judgement: scorecard.Judgement) -> None:
    tables = scorecard.tables(judgement)
    values = [
        value
        for table in (tables.results, tables.coverage, tables.findings, tables.scores, tables.quality)
        for row in table
        for value in row.values()
    ]
    assert None in values
    assert all(value == value for value in values)  # noqa: PLR0124 - NaN alone differs from itself


def test_the_same_text_and_day_give_the_same_tables() -> None:
    one, other = (scorecard.tables(scorecard.judge(scorecard.load(SAMPLE))) for _ in range(2))
    assert one == other


def test_whoever_changes_a_row_does_not_change_the_table(judgement: scorecard.Judgement) -> None:
    results = scorecard.tables(judgement).results
    row = next(row for row in results if row["findings"])
    place = results.column("id").index(row["id"])
    before = list(row["findings"])
    row["findings"].append("mine")
    row["status"] = "mine"
    results.column("findings")[place].append("mine")

    assert results[place]["findings"] == before
    assert results[place]["status"] != "mine"


def test_a_table_is_a_sequence(judgement: scorecard.Judgement) -> None:
    results = scorecard.tables(judgement).results

    assert (results[-1], results[0]) == (list(results)[-1], next(iter(results)))
    assert list(results[2:4]) == list(results)[2:4]
    assert isinstance(results[2:4], scorecard.Table)
    assert repr(results) == "<Table results: 17 rows, 51 columns>"
    with pytest.raises(IndexError):
        results[17]
    with pytest.raises(KeyError, match="attainments"):
        results.column("attainments")


def test_csv_goes_where_it_is_told(judgement: scorecard.Judgement, tmp_path: Path) -> None:
    table = scorecard.tables(judgement).coverage
    path = table.to_csv(tmp_path / "목표 설정률.csv")

    assert path.read_bytes() == table.csv().encode()
    with pytest.raises(OSError, match="없음"):
        table.to_csv(tmp_path / "없음" / "표.csv")


CELLS = st.none() | st.integers() | st.sampled_from([0.5, -2.25, 1e300, -0.0, math.inf]) | st.text() | st.lists(st.text(st.characters(exclude_characters=" "), min_size=1))  # fmt: skip


class Heard(HTMLParser):
    """Gathers which elements a text opens, and what each of them says."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    @property
    def opened(self) -> set[str]:
        return {tag for tag, _ in self.said}

    def texts(self, tag: str) -> list[str]:
        return [words for one, words in self.said if one == tag]

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.said.append((tag, ""))

    def handle_data(self, data: str) -> None:
        tag, words = self.said.pop()
        self.said.append((tag, words + data))


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5), st.text())
def test_whatever_stands_in_a_cell_is_shown_as_text(cells: list[tuple[Any, Any]], head: str) -> None:
    table = scorecard.Table("t", (head, f"{head}2"), tuple({head: a, f"{head}2": b} for a, b in cells))
    heard = Heard(table._repr_html_())

    assert heard.opened <= {"table", "thead", "tbody", "tr", "th", "td", "p"}
    assert heard.texts("th") == [head, f"{head}2"]
    assert heard.texts("td") == [in_words(cell) for row in cells for cell in row]


def in_words(cell: object) -> str:
    if isinstance(cell, int):
        return f"{cell:,}"
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:,.0f}"
    return "" if cell is None else " ".join(cell) if isinstance(cell, list) else str(cell)


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (82.44412525205063, "82.4441"), (10250000000, "10,250,000,000"), (0.5, "0.5"), (1.0, "1"),
        (0.99999, "0.99999"), (-0.1666666, "-0.1667"), (5e-7, "5e-07"), (1234.5, "1,234.5"),
    ],
)  # fmt: skip
def test_a_notebook_shows_figures_short_and_none_as_what_it_is_not(figure: float, shown: str) -> None:
    html = scorecard.Table("t", ("a",), ({"a": figure},))._repr_html_()
    assert f'title="{figure}">{shown}</td>' in html


@given(st.lists(st.tuples(st.none() | st.integers() | st.text(), st.text()), max_size=6))
def test_csv_has_a_line_a_row_and_no_formula(cells: list[tuple[Any, str]]) -> None:
    table = scorecard.Table("t", ("a", "b"), tuple({"a": a, "b": b} for a, b in cells))
    read = list(csv.reader(io.StringIO(table.csv().removeprefix("\ufeff"), newline="")))

    assert read[0] == ["a", "b"]
    assert len(read) == len(cells) + 1
    assert not [cell for row, (a, b) in zip(read[1:], cells, strict=True) for cell, was in zip(row, (a, b), strict=True)
                if isinstance(was, str) and cell.startswith(tuple("=+@")) ]  # fmt: skip


@given(st.integers(1, 4), st.integers(1, 3))
def test_a_table_has_one_row_an_indicator(programmes: int, indicators: int) -> None:
    text = "\n".join(
        programme("".join(indicator("target: {2026: 10명}", "actual: {2025: 9명}", id=f"i{n}") for n in range(indicators)))
        .replace("id: p\n", f"id: p{p}\n").replace("name: 사업", f"name: 사업{p}")
        for p in range(programmes)
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        project = write_project(Path(folder), {"jobs": department(text)})
        tables = scorecard.tables(scorecard.judge(scorecard.load(project)))

    assert len(tables.results) == len(set(tables.results.column("id"))) == programmes * indicators
    assert len(tables.quality) == programmes * indicators
    assert len(tables.scores) == 2 + programmes


def test_hostile_names_are_shown_as_they_are_written(sample: Path) -> None:
    works = sample / "targets" / "works.yaml"
    text = works.read_text(encoding="utf-8")
    name = re.search(r"^department: (.+)$", text, re.MULTILINE)
    assert name
    works.write_text(text.replace(name[0], f"department: '{HOSTILE}'", 1), encoding="utf-8")
    judgement = scorecard.judge(scorecard.load(sample))
    shown = scorecard.tables(judgement).coverage._repr_html_()

    assert HOSTILE in scorecard.tables(judgement).coverage.column("department")
    assert HOSTILE in Heard(shown).texts("td")
    assert "script" not in Heard(shown).opened
    assert 'class="tex2jax_ignore mathjax_ignore"' in shown
    pages = scorecard.render(judgement, "works", kind="png")
    assert Heard(pages._repr_html_()).opened == {"p", "img"}


def test_a_long_table_shows_its_beginning_and_says_so() -> None:
    table = scorecard.Table("long", ("n",), tuple({"n": n} for n in range(MOST_SHOWN + 1)))
    shown = table._repr_html_()

    assert shown.count("<td") == MOST_SHOWN
    assert f"{MOST_SHOWN + 1} rows ({MOST_SHOWN} shown)" in shown


def test_every_column_is_explained() -> None:
    text = (HOUSE / "docs/results.md").read_text(encoding="utf-8")
    section = text.partition("## Tables of the API")[2].partition("\n## ")[0]
    contract = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) | set(re.findall(r"`(\w+)`", section))
    columns = {*tabular.COVERAGE, *tabular.FINDINGS, *tabular.SCORES, *tabular.QUALITY}

    assert columns <= contract | set(re.findall(r"`(\w+)`", text.partition("## coverage.json")[2]))
    for name in ("FINDINGS", "SCORES"):
        listed = section.partition(f"| `{name.lower()}` |")[2]
        assert tuple(re.findall(r"^\| \| `(\w+)` \|", listed, re.MULTILINE))[: len(getattr(tabular, name))] == getattr(tabular, name)  # fmt: skip
