"""What lets an editor complete, describe and underline the text with no further set-up.

VS Code reads its settings from the folder that is opened; every other editor with a YAML language
server reads the first line of a file.
"""

import json
from collections.abc import Mapping

from scorecard.reports.schemas import FORMATS, schema_of
from scorecard.targets.loading import AUDIT, OFFICE

SCHEMAS = "schemas"  #: Folder of a project its schemas lie in.
_EXTENSION = "redhat.vscode-yaml"


def editor_files(schemas: str = SCHEMAS) -> dict[str, str]:
    """Make the files of a project that editors read, by path; `schemas` is the folder for the schemas."""
    settings = {
        "yaml.schemas": {f"./{schema_file(name, schemas)}": list(globs) for name, globs in _GLOBS.items()}
    }
    return {
        ".vscode/settings.json": _json(settings),
        ".vscode/extensions.json": _json({"recommendations": [_EXTENSION]}),
        **{schema_file(name, schemas): _json(schema_of(name)) for name in FORMATS},
    }


def schema_file(name: str, schemas: str = SCHEMAS) -> str:
    """Name the file of a format's schema."""
    return f"{schemas}/{name}.schema.json"


def first_line(name: str, schemas: str = f"../{SCHEMAS}") -> str:
    """Write the comment by which a file names its schema, the folder seen from the file."""
    return f"# yaml-language-server: $schema={schema_file(name, schemas)}\n"


def format_of(file: str) -> str:
    """Name the format of a project's file, such as `targets/jobs.yaml`."""
    folder, _, name = file.rpartition("/")
    stem = name.rpartition(".")[0]
    return stem if folder.endswith("rules") or name in (OFFICE, AUDIT) else "department"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


_OWN = (OFFICE, AUDIT)  #: Files of targets/ that are no department's.
_GLOBS: Mapping[str, tuple[str, ...]] = {
    name: (f"**/targets/{name}.yaml" if f"{name}.yaml" in _OWN else f"**/rules/{name}.yaml",)
    for name in FORMATS
    if name != "department"
} | {"department": ("**/targets/*.yaml", *(f"!**/targets/{name}" for name in _OWN))}
