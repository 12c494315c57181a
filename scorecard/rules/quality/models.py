"""What `rules/quality.yaml` says: from where on a target is easy or wild, and what bunching is."""

import attrs


@attrs.frozen
class AmbitionRules:
    """Where a target must lie to ask something that can be done."""

    below_trend: float = -1.0  #: In errors of prediction; a target further below the trend is easy (Q08).
    above_trend: float = 3.0  #: In the same; a target further above it is wild (Q09).
    wildest_stretch: float = 0.5  #: Of last year's actual, where there is no trend; more is wild (Q09).


@attrs.frozen
class DefinitionRules:
    """How long one way of measuring is to be kept."""

    years: int = 3  #: Without a break (manual of 2026, p.34).


@attrs.frozen
class BreadthRules:
    """How much one indicator may stand for."""

    lines: int = 10  #: Budget lines behind a programme's only indicator; more hide breadth (Q22).


@attrs.frozen
class BunchingRules:
    """When many results lie just above their targets (Q11)."""

    width: float = 0.01  #: Of the attainment, just above and just below 100 %.
    least: int = 30  #: Results below which nothing is said.
    factor: float = 3.0  #: So many times more just above than just below are bunched.


@attrs.frozen
class QualityRules:
    """rules/quality.yaml; what it leaves out, and a project without it, is judged by these."""

    ambition: AmbitionRules = AmbitionRules()
    definition: DefinitionRules = DefinitionRules()
    breadth: BreadthRules = BreadthRules()
    bunching: BunchingRules = BunchingRules()


USUAL = QualityRules()  #: What holds where a project says nothing.
