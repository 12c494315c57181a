"""JSON Schemas of the text formats, made from the models that read them: for editors."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from scorecard.problems import LANGUAGES, Language
from scorecard.reports.keys import meaning
from scorecard.rules.models import AttainmentRules, CoverageRules, RisksFile
from scorecard.rules.scoring.models import ScoringRules
from scorecard.targets.audits import Audit
from scorecard.targets.budgets import Citation, Money, Printed, Rate
from scorecard.targets.measures import Indicator, Office, Plan, Planned, Sources, Value
from scorecard.targets.periods import Period
from scorecard.targets.quantities import Quantity
from scorecard.targets.revising import Held
from scorecard.targets.schedules import Schedule
from scorecard.targets.shape import EVEN, INHERITED, DepartmentText, LongValue, ShortValue

Schema = dict[str, Any]
Form = Any  #: A type as annotations write it: a class, a union, a generic.

FORMATS: Mapping[str, type] = MappingProxyType(
    {
        "office": Office,
        "department": DepartmentText,
        "audit": Audit,
        "attainment": AttainmentRules,
        "risks": RisksFile,
        "coverage": CoverageRules,
        "scoring": ScoringRules,
    }
)

_PERIOD = r"^\d{4}(H[12]|Q[1-4]|-\d{2}(-\d{2})?|\s*[~∼]\s*\d{4})?$"
_CITATION = {"type": "string", "pattern": r"^[0-9A-Za-z가-힣_-]{1,40}#\d{1,7}(-\d{1,7})?(\s+.+)?$"}
_TEXT: Schema = {"type": ["string", "number"]}  #: Editors read `195` as a number, we keep it as written.


def schema_of(name: str) -> Schema:
    """Make the schema of one text format."""
    maker = _Maker()
    root = maker.of(FORMATS[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"scorecard {name}",
        **root,
        "$defs": maker.definitions,
    }


class _Maker:
    """Makes schemas of models, each model once."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of(self, kind: Form) -> Schema:
        """Make the schema of a type."""
        leaf = self._leaf(kind)
        if leaf is not None:
            return leaf
        origin: Form = get_origin(kind)
        if origin in (Union, UnionType):
            return self.of(next(one for one in get_args(kind) if one is not NoneType))
        if origin is tuple:
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        if attrs.has(kind):
            return self._model(kind)
        return self._mapping(*get_args(kind))

    def _leaf(self, kind: Form) -> Schema | None:
        if kind == tuple[Citation, ...]:
            return _citations()
        if kind in (Value, Money | None):
            return {"oneOf": [_TEXT, self.of(LongValue)]}
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"enum": [one.value for one in kind]}
        if kind == Plan | None:
            return {"oneOf": [{"const": EVEN}, self._mapping(Period, Planned)]}
        made = _LEAVES.get(kind)
        return made() if made else None

    def _mapping(self, key: Form, value: Form) -> Schema:
        names = {"propertyNames": {"pattern": _PERIOD}} if key is Period else {}
        values = {"type": ["string", "number", "boolean"]} if value is str else self.of(value)
        return {"type": "object", **names, "additionalProperties": values}

    def _model(self, model: Form) -> Schema:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._properties(model)
        reference = {"$ref": f"#/$defs/{name}"}
        return {"oneOf": [*_citations()["oneOf"], reference]} if model is Sources else reference

    def _properties(self, model: Form) -> Schema:
        hints = get_type_hints(model)
        fields = attrs.fields(model)
        properties = {field.name: self._described(model, field.name, hints[field.name]) for field in fields}
        required = [field.name for field in fields if field.default is attrs.NOTHING]
        made = {
            "type": "object",
            "additionalProperties": False,
            "required": required,
            "properties": properties,
        }
        if model is Indicator:
            self._add_part(made)
        return made

    def _add_part(self, whole: Schema) -> None:
        """Let a part leave out what it inherits, and have no parts of its own."""
        properties = {key: one for key, one in whole["properties"].items() if key != "parts"}
        required = [key for key in whole["required"] if key not in INHERITED]
        self.definitions["Part"] = {**whole, "required": required, "properties": properties}
        whole["properties"]["parts"] = {**whole["properties"]["parts"], "items": {"$ref": "#/$defs/Part"}}

    def _described(self, model: Form, key: str, kind: Form) -> Schema:
        korean, english = meaning(model.__name__, key)
        return {**self.of(kind), "description": f"{korean} · {english}"}


def _citations() -> Schema:
    """Make the schema of one citation or several."""
    return {"oneOf": [_CITATION, {"type": "array", "items": _CITATION}]}


_LEAVES: Mapping[Any, Callable[[], Schema]] = MappingProxyType(
    {
        str: lambda: dict(_TEXT),
        bool: lambda: {"type": "boolean"},
        float: lambda: {"type": "number"},
        int: lambda: {"type": "integer"},
        date: lambda: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        Period: lambda: {"type": ["string", "integer"], "pattern": _PERIOD},
        Schedule: lambda: {"type": "string"},
        Language: lambda: {"enum": list(LANGUAGES)},
        Quantity: lambda: dict(_TEXT),
        ShortValue: lambda: dict(_TEXT),
        Held: lambda: dict(_TEXT),
        Printed: lambda: dict(_TEXT),
        Rate: lambda: dict(_TEXT),
        Planned: lambda: dict(_TEXT),
    }
)
