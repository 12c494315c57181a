"""The keys of the text formats, out of the models that read them."""

from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from scorecard.problems import Language
from scorecard.reports.keys import meaning
from scorecard.rules.demands import DemandWaiver, Freshness, Ratchet
from scorecard.rules.models import (
    AttainmentRules,
    Band,
    CoverageRules,
    Defaults,
    Example,
    Floor,
    ForecastRules,
    MostFindings,
    PaceRules,
    RisksFile,
    RuleText,
    RuleWords,
    Waiver,
)
from scorecard.rules.scoring import models as scoring
from scorecard.targets.audits import Audit, AuditCount, AuditItem, AuditStep, Headings, StateChange
from scorecard.targets.budgets import BudgetLine, Citation, Money, Printed, Rate, Statement
from scorecard.targets.measures import Break, Indicator, Office, Override, Programme, Source, Sources, Value
from scorecard.targets.mentions import Mention, Row, Table
from scorecard.targets.periods import Period
from scorecard.targets.plans import Plan, Step
from scorecard.targets.quantities import Quantity
from scorecard.targets.revising import Held, Restatement, Revision
from scorecard.targets.schedules import Schedule
from scorecard.targets.scoring import Adjustment, MediumTerm, Outlier, Range, Scoring
from scorecard.targets.shape import INHERITED, ON_THE_SAME_PAGE, DepartmentText, LongValue, ShortValue
from tools.pages.markdown import code, table

#: Heading a model's keys stand under, which links lead to.
TITLES: dict[type, str] = {
    Office: "The office", Source: "A source", DepartmentText: "A department", Programme: "A programme",
    BudgetLine: "A budget line", Statement: "A further statement", Mention: "A mention of an indicator",
    Table: "A table", Row: "A row of a table", Indicator: "An indicator", Sources: "Sources of an indicator",
    Step: "A step of a milestone", LongValue: "A long value", Restatement: "A correction", Revision: "A revision", Break: "A break",
    Override: "A status set by hand", PaceRules: "Pace", ForecastRules: "Forecast",
    Audit: "targets/audit.yaml", AuditItem: "An item of the audit", AuditStep: "A next step", StateChange: "A later state",
    AuditCount: "A printed count", Headings: "Headings",
    AttainmentRules: "rules/attainment.yaml", Defaults: "Default methods", Band: "A band",
    RisksFile: "rules/risks.yaml", RuleText: "A rule", RuleWords: "A rule in English", Example: "An example",
    Waiver: "A waiver", CoverageRules: "rules/coverage.yaml", Floor: "A floor", MostFindings: "Most findings",
    Scoring: "A score", Range: "Best and worst", MediumTerm: "A medium term", Outlier: "An outlier", Adjustment: "An adjustment",
    scoring.ScoringRules: "rules/scoring.yaml", scoring.ScoreDefaults: "Default score methods", scoring.WeightRules: "Weights",
    scoring.Scale: "The scale", scoring.BaseValue: "The base value", scoring.TargetBand: "target-band", scoring.TargetBandSd: "target-band-sd",
    scoring.MediumTermRules: "medium-term", scoring.TrendRules: "trend", scoring.BetaRules: "beta", scoring.BandFloorRules: "band-floor",
    scoring.GradeWords: "Grades given to words", scoring.GradeTable: "A table of grades", scoring.Quota: "A quota",
    scoring.Grading: "Which table for what", scoring.AdjustmentRules: "Limits of adjustments", scoring.Parameter: "A parameter",
    scoring.Series: "A series",
    Freshness: "Freshness", Ratchet: "The ratchet", DemandWaiver: "A waiver of a demand",
}  # fmt: skip
_SHORT: dict[Any, str] = {
    str: "text", bool: "`true` or `false`", float: "number", int: "whole number", date: "day", Period: "period",
    Schedule: "schedule", Quantity: "figure", ShortValue: "figure", Held: "figure, or words", Value: "figure, or a long value",
    Plan: "`even`, or lines `period: share or amount`",
    Printed: "sum of money", Rate: "per cent",
    Money: "sum of money, or a long one", Language: "`ko` or `en`",
    tuple[Citation, ...]: "citation, or a list of them",
}  # fmt: skip


def keys_of(*models: type) -> str:
    """List the keys of some models, a heading and a table each."""
    return "\n\n".join(f"### {TITLES[model]}\n\n{_keys(model)}" for model in models)


def _keys(model: Any) -> str:
    hints = get_type_hints(model)
    rows = (_row(model, field, hints[field.name]) for field in attrs.fields(model))
    return table(("key", "needed", "takes", "뜻", "meaning"), rows)


def _row(model: Any, field: Any, kind: Any) -> tuple[str, ...]:
    korean, english = meaning(model.__name__, field.name)
    return code(field.name), _needed(model, field), _takes(kind), korean, english


def _needed(model: Any, field: Any) -> str:
    if field.default is not attrs.NOTHING:
        return ""
    handed_down = {Indicator: INHERITED, Statement: ON_THE_SAME_PAGE, Mention: ON_THE_SAME_PAGE}
    return "yes; a part inherits it" if field.name in handed_down.get(model, ()) else "yes"


def _takes(kind: Any) -> str:
    """Say in words what a key takes."""
    if kind in _SHORT:
        return _SHORT[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(code(one.value) for one in kind)
    if attrs.has(kind):
        return f"[{TITLES[kind].lower()}](#{_anchor(TITLES[kind])})"
    return _takes_several(get_origin(kind), get_args(kind))


def _takes_several(origin: Any, kinds: tuple[Any, ...]) -> str:
    """Say what a key takes that may be empty, a list or a mapping."""
    if origin in (Union, UnionType):
        return _takes(next(one for one in kinds if one is not NoneType))
    if origin is tuple:
        return f"list: {_takes(kinds[0])}"
    key, value = map(_takes, kinds)
    return f"lines `{key}: {value}`" if "](" not in value else f"lines {key}: {value}"


def _anchor(title: str) -> str:
    return "".join(letter for letter in title.lower().replace(" ", "-") if letter.isalnum() or letter in "-_")
