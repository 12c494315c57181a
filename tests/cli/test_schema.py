"""`scorecard schema`: what editors complete and describe keys with."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from .running import run

NAMES = ("office", "department", "audit", "attainment", "risks", "coverage")


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
    assert "office | department | audit | attainment | risks | coverage" in result.stderr
