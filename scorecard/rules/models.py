"""What `rules/*.yaml` say: methods and bands, risk rules, the demands of the gate."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

import attrs

from scorecard.frozen import frozen
from scorecard.rules.demands import DemandWaiver, Freshness, Ratchet
from scorecard.rules.language.templates import Template
from scorecard.rules.language.tree import Tree
from scorecard.rules.quality.models import USUAL, QualityRules
from scorecard.rules.scoring.models import ScoringRules
from scorecard.targets.spots import SpotMap
from scorecard.targets.vocabulary import Row
from scorecard.wording.terms import Severity, Status


class About(Enum):
    """Which of the four questions a rule answers, or that it watches the budget or the council's audit."""

    ATTAINMENT = "attainment"
    PACE = "pace"
    TARGET = "target"
    DATA = "data"
    BUDGET = "budget"
    AUDIT = "audit"


@frozen
class Band:
    """From which attainment on a status holds."""

    status: Status
    at_least: float  #: As a ratio; compared unrounded.


@frozen
class Defaults:
    """The attainment method of each direction."""

    up: str
    down: str
    keep: str


@frozen
class PaceRules:
    """When a running year may be judged."""

    early: float = 0.15  #: Share of the year's plan before which nothing is judged.
    least_events: float = 5  #: Expected events before which a count is not judged.
    late_days: int = 30  #: Days by which a milestone may be late before it is behind.
    shortfall: float = 0.05  #: Share of the target that may be missed, for the burn rate.


@frozen
class ForecastRules:
    """How a year's end is forecast."""

    range: float = 0.8  #: Chance that the year's end lies within the printed range.
    prior_weight: float = 0.5  #: What last year counts before this one, in years.
    most_events: float = 1000  #: Targets above this come in batches and are no counts of single events.


@frozen
class AttainmentRules:
    """rules/attainment.yaml."""

    methods: Defaults
    bands: tuple[Band, ...]  #: From the best down; below the last: behind.
    keep_tolerance: float  #: Share of the target, where an indicator names no tolerance.
    score_cap: float = 1.0  #: What counts at most in a mean of attainments.
    pace: PaceRules = PaceRules()
    forecast: ForecastRules = ForecastRules()


@frozen
class Waiver:
    """A finding somebody answers for, until a day."""

    reason: str
    until: date
    indicator: str = ""  #: Id of an indicator, a programme or an item of the audit.
    approver: str = ""


@frozen
class Example:
    """Facts under which a rule fires, and under which it does not."""

    fires: Mapping[str, str]
    passes: Mapping[str, str]


@frozen
class RuleWords:
    """What a rule says, in another language than the file's."""

    title: str
    message: str
    why: str
    action: str


@frozen
class RuleText:
    """One entry of rules/risks.yaml as written."""

    id: str
    title: str
    about: About
    severity: Severity
    when: str
    message: str
    why: str
    action: str
    each: Row = Row.INDICATOR
    en: RuleWords | None = None
    example: Example | None = None
    waivers: tuple[Waiver, ...] = ()


@frozen
class RisksFile:
    """rules/risks.yaml."""

    rules: tuple[RuleText, ...]


@frozen
class Rule:
    """A rule that was read and checked."""

    text: RuleText
    condition: Tree
    message: Template
    message_en: Template
    facts: tuple[str, ...]  #: What the condition speaks of.
    file: str
    line: int


@frozen
class Floor:
    """The least coverage asked for; None: not asked."""

    count: float | None = None
    weight: float | None = None
    budget: float | None = None
    previous: float | None = None
    actual: float | None = None
    fresh: float | None = None


@frozen
class MostFindings:
    """The most findings allowed by severity; None: any number."""

    high: int | None = None
    medium: int | None = None
    low: int | None = None


@frozen
class CoverageRules:
    """rules/coverage.yaml."""

    office: Floor
    departments: Mapping[str, Floor] = attrs.Factory(dict)  #: By department id; `each` holds for the rest.
    findings: MostFindings = MostFindings()
    unknown: int | None = None  #: The most rows a rule may leave undecided.
    limits: Mapping[str, int] = attrs.Factory(dict)  #: The most findings of single rules, by rule id.
    freshness: Freshness = attrs.Factory(Freshness)
    ratchet: Ratchet | None = None  #: None: held against a base only where one is asked for.
    waivers: tuple[DemandWaiver, ...] = ()


@frozen
class RuleBook:
    """All rules of a project."""

    attainment: AttainmentRules
    risks: tuple[Rule, ...]
    coverage: CoverageRules
    spots: Mapping[str, SpotMap]  #: By file name without ending.
    quality: QualityRules = USUAL
    scoring: ScoringRules | None = None  #: None: there is no rules/scoring.yaml, and nothing is scored.
