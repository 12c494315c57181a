"""JSON Schemas of the text formats, made from the models that read them: for editors."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from scorecard.problems import LANGUAGES, Language
from scorecard.reports import patterns
from scorecard.reports.keys import meaning
from scorecard.reports.patterns import Schema
from scorecard.rules.models import AttainmentRules, CoverageRules, RisksFile
from scorecard.rules.quality.models import QualityRules
from scorecard.rules.scoring.models import ScoringRules
from scorecard.targets.audits import Audit
from scorecard.targets.budgets import Citation, Money, Printed, Rate, Statement
from scorecard.targets.measures import (
    Aggregation,
    Direction,
    Indicator,
    Level,
    Office,
    Sources,
    Value,
)
from scorecard.targets.mentions import Mention
from scorecard.targets.periods import Period
from scorecard.targets.plans import Plan, Planned
from scorecard.targets.quantities import Quantity
from scorecard.targets.revising import Held
from scorecard.targets.schedules import Schedule
from scorecard.targets.shape import (
    EVEN,
    INHERITED,
    ON_THE_SAME_PAGE,
    DepartmentText,
    LongMoney,
    LongValue,
    ShortValue,
)
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import TERMS, Severity, Status

Form = Any  #: A type as annotations write it: a class, a union, a generic.

FORMATS: Mapping[str, type] = MappingProxyType(
    {
        "office": Office,
        "department": DepartmentText,
        "audit": Audit,
        "attainment": AttainmentRules,
        "risks": RisksFile,
        "coverage": CoverageRules,
        "quality": QualityRules,
        "scoring": ScoringRules,
    }
)

_FIGURED = ("target", "actual")  #: Keys of an indicator with a value for each period.


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
            inner = self.of(next(one for one in get_args(kind) if one is not NoneType))
            return inner if kind in _NEVER_EMPTY else _or_nothing(inner)
        if origin is tuple:
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        if attrs.has(kind):
            return self._model(kind)
        return self._mapping(*get_args(kind))

    def _leaf(self, kind: Form) -> Schema | None:
        if kind == tuple[Citation, ...]:
            return _citations()
        if kind is Value:
            return {"anyOf": [patterns.WORDS, self.of(LongValue)]}
        if kind == Money | None:
            return {"anyOf": [patterns.MONEY, self.of(LongMoney)]}
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _choice(kind)
        if kind == Plan | None:
            return {"anyOf": [{"const": EVEN}, self._mapping(Period, Planned)]}
        made = _LEAVES.get(kind)
        return dict(made) if made else None

    def _mapping(self, key: Form, value: Form) -> Schema:
        names = {"pattern": patterns.PERIOD if key is Period else patterns.NAMED}
        return {"type": "object", "propertyNames": names, "additionalProperties": self.of(value)}

    def _model(self, model: Form) -> Schema:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._properties(model)
        reference = {"$ref": f"#/$defs/{name}"}
        return {"anyOf": [*_citations()["anyOf"], reference]} if model is Sources else reference

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
        if model in (Statement, Mention):
            self._add_rows(model.__name__, made)
        return {**made, **_VALUE_OR_SUM} if model is LongValue else made

    def _add_part(self, whole: Schema) -> None:
        """Let a part leave out what it inherits, and have no parts of its own; figures follow the aggregation."""
        properties = {key: one for key, one in whole["properties"].items() if key != "parts"}
        required = [key for key in whole["required"] if key not in INHERITED]
        figures = [
            _where(aggregations, _figured(value, planned)) for aggregations, value, planned in _FIGURES
        ]
        handed_down = [
            _where(one, {"parts": {"items": _where(None, _figured(*two))}}) for one, *two in _FIGURES
        ]
        self.definitions["Part"] = {**whole, "required": required, "properties": properties, "allOf": figures}
        whole["properties"]["parts"] = {**whole["properties"]["parts"], "items": {"$ref": "#/$defs/Part"}}
        whole["allOf"] = [*figures, *handed_down]

    def _add_rows(self, name: str, whole: Schema) -> None:
        """Let what adds up to a statement leave out what it inherits; it may have parts again."""
        required = [key for key in whole["required"] if key not in ON_THE_SAME_PAGE]
        rows = {**whole["properties"]["parts"], "items": {"$ref": f"#/$defs/{name}Part"}}
        whole["properties"]["parts"] = rows
        self.definitions[f"{name}Part"] = {**whole, "required": required}

    def _described(self, model: Form, key: str, kind: Form) -> Schema:
        korean, english = meaning(model.__name__, key)
        return {**self.of(kind), "description": f"{korean} · {english}"}


def _or_nothing(schema: Schema) -> Schema:
    """Let a key stand without a value where the reader takes that for its absence."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" in schema:
        kinds = schema["type"]
        return {**schema, "type": [*(kinds if isinstance(kinds, list) else [kinds]), "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _citations() -> Schema:
    """Make the schema of one citation or several."""
    return {"anyOf": [patterns.CITED, {"type": "array", "items": patterns.CITED}]}


def _choice(kind: type[Enum]) -> Schema:
    """List the words of an enum; editors show beside them what they mean."""
    values = [one.value for one in kind]
    said = {"enumDescriptions": [" · ".join(_words_of(one)) for one in kind]} if kind in _SAID else {}
    return {"enum": values, **said}


def _words_of(choice: Enum) -> list[str]:
    if choice in TERMS:
        return list(TERMS[choice])
    return [phrase(f"{type(choice).__name__.lower()}-{choice.value}", one) for one in LANGUAGES]


def _figured(value: Schema, planned: Schema) -> Schema:
    """Say what an indicator's figures look like, short or long."""
    long = {
        "type": "object",
        "properties": {"value": value, "revised": {"items": {"properties": {"was": value}}}},
    }
    each = {"anyOf": [value, long]}
    periods = {key: {"additionalProperties": each} for key in _FIGURED}
    return {**periods, "baseline": each, "plan": {"additionalProperties": planned}}


def _where(aggregations: Sequence[str] | None, properties: Schema) -> Schema:
    """Ask for properties where the aggregation is one of some; None: where it is inherited."""
    named = {"required": ["aggregation"]}
    condition = {"not": named} if aggregations is None else {
        **named, "properties": {"aggregation": {"enum": list(aggregations)}}
    }  # fmt: skip
    return {"if": condition, "then": {"properties": properties}}


#: Aggregations, how their values are written, and how what a part of the year is to bring.
_FIGURES: tuple[tuple[tuple[str, ...], Schema, Schema], ...] = (
    (("sum",), patterns.FIGURE_OR_NONE, patterns.FIGURE_ALONE),
    (("last", "mean", "max"), patterns.FIGURE_OR_NONE, patterns.RATIO),
    (("ratio",), patterns.RATIO_OR_NONE, patterns.RATIO),
)
_VALUE_OR_SUM: Schema = {
    "oneOf": [
        {"required": ["value"], "properties": {"sum": {"maxItems": 0}}},
        {"required": ["sum"], "properties": {"sum": {"minItems": 1}, "value": False}},
    ]
}
_NEVER_EMPTY = (ShortValue | None, Printed | None, Rate | None)
_SAID = (Level, Aggregation, Direction, Severity, Status)
_LEAVES: Mapping[Any, Schema] = MappingProxyType(
    {
        str: patterns.WORDS,
        bool: patterns.FLAG,
        float: patterns.NUMBER,
        int: patterns.WHOLE,
        date: patterns.DAY,
        Period: patterns.PERIOD_VALUE,
        Schedule: patterns.WORDS,
        Language: {"enum": list(LANGUAGES)},
        Quantity: patterns.FIGURE_ALONE,
        ShortValue: patterns.WORDS,
        Held: patterns.WORDS,
        Money: patterns.MONEY,
        Printed: patterns.MONEY,
        Rate: patterns.FIGURE_OR_NONE,
        Planned: patterns.RATIO,
    }
)
