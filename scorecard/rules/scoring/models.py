"""What `rules/scoring.yaml` says: methods, and every parameter of theirs with where it comes from.

The defaults are those of the sources named; a project's file states them all and may change each.
"""

from collections.abc import Mapping
from enum import Enum

import attrs

from scorecard.frozen import frozen
from scorecard.targets.measures import Level

METHOD_NAMES = (
    "target-band", "target-band-sd", "medium-term", "peer-range", "trend", "beta", "target-ratio", "band-floor",
    "attainment",
)  # fmt: skip
JUDGED = "judged-grade"  #: How words are scored: by the grade given to them; no indicator names it.


@frozen
class Parameter:
    """A number with its source."""

    value: float
    source: str  #: A key of `sources` and a page: `K1 p.43`.
    assumed: bool = False  #: No source was read that says so; printed with the word.


@frozen
class Series:
    """Several numbers of one source."""

    values: tuple[float, ...]
    source: str
    assumed: bool = False


@frozen
class ScoreDefaults:
    """The score method of each direction."""

    up: str
    down: str
    keep: str = "attainment"


@frozen
class Scale:
    """Where scores begin and end: least + (most − least) × position, within both."""

    least: Parameter = Parameter(20, "K1 p.43")
    full: Parameter = Parameter(100, "K1 p.43")  #: At position 1.
    cap: Parameter = Parameter(100, "K1 p.52")  #: Above which nothing counts.


@frozen
class BaseValue:
    """기준치: the better of last year and a mean of the last years."""

    years: Parameter = Parameter(3, "K1 p.43")
    least_years: Parameter = Parameter(2, "K1 p.43")


@frozen
class TargetBand:
    """목표부여: a band around the base value, in shares of it."""

    above: Parameter = Parameter(0.10, "K1 p.43")
    above_core: Parameter = Parameter(0.20, "K1 p.43")
    below: Parameter = Parameter(0.20, "K1 p.43")


@frozen
class TargetBandSd:
    """목표부여(편차): a band around the base value, in standard deviations of past years."""

    above: Parameter = Parameter(1, "K1 p.43")
    above_core: Parameter = Parameter(2, "K1 p.43")
    below: Parameter = Parameter(2, "K1 p.43")
    years: Parameter = Parameter(5, "K1 p.43")
    least_years: Parameter = Parameter(3, "K1 p.43")
    outlier_share: Parameter = Parameter(0.5, "K1 p.44")  #: SD of the other years ÷ SD of all, at most.
    outlier_reach: Parameter = Parameter(2, "K1 p.45")  #: SDs from the year before by which last year counts.


@frozen
class MediumTermRules:
    """중장기 목표부여: a band around the line to a goal, in yearly steps of the line."""

    width: Parameter = Parameter(2, "K1 p.46")
    weight: Parameter = Parameter(0.5, "K1 p.47")  #: Of the current year; the rest is the mean's.
    years: Parameter = Parameter(3, "K1 p.47")  #: Of the mean.
    rebase_years: Parameter = Parameter(3, "K1 p.48")  #: After which the line may begin anew.


@frozen
class TrendRules:
    """추세치: how far from its forecast a figure came, in errors of prediction, by a table."""

    z: Series = Series((-1.965, -1.650, -1.179, -0.707, -0.236, 0.236, 0.707, 1.179, 1.650, 1.965), "K1 p.50")
    percent: Series = Series(
        (5.556, 11.112, 22.224, 33.336, 44.448, 55.560, 66.672, 77.784, 88.896, 94.452), "K1 p.50"
    )
    least_years: Parameter = Parameter(5, "K1 p.42", assumed=True)
    outlier: Parameter = Parameter(3, "K1 p.51", assumed=True)  #: In SDs of the other years.


@frozen
class BetaRules:
    """β분포: an expected value between best, last and worst, scored by the trend's table."""

    best: Parameter = Parameter(1, "K1 p.51", assumed=True)
    last: Parameter = Parameter(4, "K1 p.51", assumed=True)
    worst: Parameter = Parameter(1, "K1 p.51", assumed=True)
    spread: Parameter = Parameter(6, "K1 p.51", assumed=True)  #: |best − worst| ÷ this is the deviation.


@frozen
class BandFloorRules:
    """기본득점: points for the level itself, the rest for the position in the target band."""

    floors: Series = Series((80, 60, 40, 20), "K1 p.52")  #: The best band first.


@frozen
class Quota:
    """How many may have the best grades, and how many must have the worst."""

    best: str  #: This grade and better ones.
    most: float  #: Share of all that may have them.
    worst: str  #: This grade and worse ones.
    least: float  #: Share of all that must have them.
    source: str
    members: int = 10  #: Of fewer none must have any grade, for a tenth of them is nobody; no source says so.
    assumed: bool = False


@frozen
class GradeTable:
    """Grades by score."""

    cuts: Mapping[str, float]  #: Grade → from which score on, the best first; the last takes the rest.
    source: str
    assumed: bool = False
    quota: Quota | None = None
    en: Mapping[str, str] = attrs.Factory(dict)  #: The grades' names in English.


@frozen
class GradeWords:
    """What the grades that people give are worth."""

    worth: Mapping[str, float] = attrs.Factory(
        lambda: {
            "A+": 100, "A0": 90, "B+": 80, "B0": 70, "C": 60, "D+": 50, "D0": 40, "E+": 30, "E0": 20,
        }
    )  # fmt: skip
    source: str = "K1 p.41"
    assumed: bool = False


@frozen
class Grading:
    """Which table of grades is used for what; empty: none is given."""

    indicator: str = ""
    programme: str = ""
    department: str = ""
    office: str = ""


class WeightKind(Enum):
    """What weights mean."""

    RELATIVE = "relative"  #: How much one counts beside its neighbours.
    ABSOLUTE = "absolute"  #: Points of the department's total, which they must add up to.


@frozen
class WeightRules:
    """How weights are read."""

    kind: WeightKind = WeightKind.RELATIVE
    total: Parameter = Parameter(100, "K1 p.69")  #: Of a department's points, and of the departments'.
    decimals: Parameter = Parameter(2, "K3")  #: Of points.


@frozen
class AdjustmentRules:
    """How far a score may be adjusted for events outside one's control."""

    most: Parameter = Parameter(10, "K1 p.62", assumed=True)  #: Points, up or down.


@frozen
class ScoringRules:
    """rules/scoring.yaml."""

    sources: Mapping[str, str]  #: Key → what it is.
    methods: ScoreDefaults
    levels: Mapping[Level, ScoreDefaults] = attrs.Factory(dict)  #: Where they differ by level.
    weights: WeightRules = WeightRules()
    scale: Scale = Scale()
    base: BaseValue = BaseValue()
    target_band: TargetBand = TargetBand()
    target_band_sd: TargetBandSd = TargetBandSd()
    medium_term: MediumTermRules = MediumTermRules()
    trend: TrendRules = TrendRules()
    beta: BetaRules = BetaRules()
    band_floor: BandFloorRules = BandFloorRules()
    words: GradeWords = GradeWords()
    grades: Mapping[str, GradeTable] = attrs.Factory(dict)
    grading: Grading = Grading()
    adjustments: AdjustmentRules = AdjustmentRules()

    def method_of(self, level: Level, direction: str) -> str:
        """Tell the default method of a level and a direction."""
        return str(getattr(self.levels.get(level, self.methods), direction))
