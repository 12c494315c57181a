"""`scorecard schema`: what editors complete and describe keys with."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from projects import HOUSE

from scorecard.reports.editors import first_line, format_of
from scorecard.reports.schemas import FORMATS

from .running import run, told

NAMES = tuple(FORMATS)


def schema(name: str) -> dict[str, Any]:
    result = run("schema", name)
    assert (result.exit_code, result.stderr) == (0, "")
    loaded: dict[str, Any] = json.loads(result.stdout)
    return loaded


def as_an_editor_reads(value: Any) -> Any:
    """Turn what YAML makes of dates and numbers as keys into what JSON has."""
    if isinstance(value, dict):
        return {str(key): as_an_editor_reads(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def mistakes(name: str, text: str) -> list[str]:
    checker = jsonschema.Draft202012Validator(schema(name))
    return [error.json_path for error in checker.iter_errors(as_an_editor_reads(yaml.safe_load(text)))]


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_text_has_the_form_the_schema_asks_for(seoul: Path, name: str) -> None:
    departments = [
        path for path in (seoul / "targets").glob("*.yaml") if path.stem not in ("office", "audit")
    ]
    files = {name: [seoul / f"targets/{name}.yaml"] for name in ("office", "audit")} | {
        "department": departments
    }
    for file in files.get(name, [seoul / f"rules/{name}.yaml"]):
        assert mistakes(name, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("office", "office: 실\nfiscal_year: 2026\nas_of: 2026-01-31\ndepartments: [a]\nlanguage: de\n"),
        ("department", "department: 과\nprogrammes: [{id: p}]\n"),
        ("department", "department: 과\nprogramme: []\n"),
        ("coverage", "office: {count: many}\n"),
    ],
    ids=["language", "name missing", "key", "number"],
)
def test_a_slip_shows_in_an_editor(name: str, text: str) -> None:
    assert mistakes(name, text)


def test_every_key_is_described_in_both_languages() -> None:
    described = [
        one["description"]
        for name in NAMES
        for model in schema(name)["$defs"].values()
        for one in model["properties"].values()
    ]
    assert len(described) > 80
    assert [words for words in described if " · " not in words] == []


def test_an_unknown_format_is_told_the_known_ones() -> None:
    result = run("schema", "offce")

    assert result.exit_code == 2
    assert " | ".join(NAMES) in result.stderr


def test_all_that_editors_need_is_written_into_a_project(seoul: Path) -> None:
    result = run("--project", seoul, "schema", "--write")

    settings = json.loads((seoul / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert (result.exit_code, result.stderr) == (0, "")
    assert {Path(file).name.partition(".")[0] for file in settings} == set(NAMES)
    assert all((seoul / file).is_file() for file in settings)


def test_settings_a_person_has_are_left_as_they_are(seoul: Path) -> None:
    own = seoul / ".vscode/settings.json"
    own.parent.mkdir()
    own.write_text('{"editor.fontSize": 14}', encoding="utf-8")

    result = run("--project", seoul, "schema", "--write", "--lang", "en")

    assert result.exit_code == 0
    assert own.read_text(encoding="utf-8") == '{"editor.fontSize": 14}'
    assert "add the setting yaml.schemas by hand" in result.stderr
    assert (seoul / "schemas/department.schema.json").is_file()


def test_what_cannot_be_written_is_a_problem(seoul: Path) -> None:
    (seoul / "schemas").write_text("in the way", encoding="utf-8")

    assert told(run("--project", seoul, "schema", "--write"))[0][:2] == (
        "file-unwritable",
        str(seoul / "schemas/office.schema.json"),
    )


def test_without_a_name_it_says_what_is_missing() -> None:
    assert run("schema").exit_code == 2


@pytest.mark.parametrize(
    "file",
    sorted(HOUSE.glob("targets/*.yaml"))
    + sorted(HOUSE.glob("rules/*.yaml"))
    + sorted(HOUSE.glob("examples/*/*/*.yaml")),
    ids=lambda file: "/".join(file.parts[-3:]),
)
def test_a_shipped_file_names_its_own_schema(file: Path) -> None:
    """An editor that reads no settings reads the first line."""
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    named = (file.parent / first.partition("$schema=")[2]).resolve()

    assert (
        first
        == first_line(
            format_of(f"{file.parent.name}/{file.name}"), first.partition("=")[2].rpartition("/")[0]
        ).strip()
    )
    assert named == HOUSE / "docs/schemas" / named.name
    assert named.is_file()
