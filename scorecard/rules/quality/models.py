"""The properties of a fair target, and what `rules/quality.yaml` says of them. Loads no NumPy."""

from enum import Enum

from scorecard.frozen import frozen


class Property(Enum):
    """What a fair target has, in printed order."""

    MEASURED = "measured"  #: It is a figure (Q25).
    DATED = "dated"  #: It says what is to be reached when within the year (Q20).
    OUTCOME = "outcome"  #: It measures an effect rather than what was put in (Q19).
    BASELINE = "baseline"  #: There is an actual to start from (Q05).
    SOURCED = "sourced"  #: Its figures name where they come from (Q20).
    DEFINED = "defined"  #: How it is measured is written down and stays so (Q12).
    AMBITION = "ambition"  #: It asks more than what was coming anyway, and no wonder (Q06-Q09).
    BREADTH = "breadth"  #: It does not stand alone for very much (Q22).


class Standing(Enum):
    """How a target stands by one property."""

    HELD = "held"
    PARTLY = "partly"
    MISSED = "missed"
    UNKNOWN = "unknown"


class Reach(Enum):
    """Where a target lies from where its indicator was going."""

    BELOW_LAST = "below_last"  #: Worse than last year's actual (Q06).
    BELOW_TREND = "below_trend"  #: Worse than the trend of five years or more (Q08).
    FLAT = "flat"  #: The same as last year (Q07).
    FAIR = "fair"
    WILD = "wild"  #: So far ahead that it is hardly meant (Q09).
    UNJUDGED = "unjudged"  #: There is nothing to hold it against.


@frozen
class AmbitionRules:
    """Where a target must lie to ask something that can be done."""

    below_trend: float = -1.0  #: In errors of prediction; a target further below the trend is easy (Q08).
    above_trend: float = 3.0  #: In the same; a target further above it is wild (Q09).
    wildest_stretch: float = 0.5  #: Of last year's actual, where there is no trend; more is wild (Q09).


@frozen
class DefinitionRules:
    """How long one way of measuring is to be kept."""

    years: int = 3  #: Without a break (manual of 2026, p.34).


@frozen
class BreadthRules:
    """How much one indicator may stand for."""

    lines: int = 10  #: Budget lines behind a programme's only indicator; more hide breadth (Q22).


@frozen
class BunchingRules:
    """When many results lie just above their targets (Q11)."""

    width: float = 0.01  #: Of the attainment, just above and just below 100 %.
    least: int = 30  #: Results below which nothing is said.
    factor: float = 3.0  #: So many times more just above than just below are bunched.


@frozen
class QualityRules:
    """rules/quality.yaml; what it leaves out, and a project without it, is judged by these."""

    ambition: AmbitionRules = AmbitionRules()
    definition: DefinitionRules = DefinitionRules()
    breadth: BreadthRules = BreadthRules()
    bunching: BunchingRules = BunchingRules()


USUAL = QualityRules()  #: What holds where a project says nothing.
