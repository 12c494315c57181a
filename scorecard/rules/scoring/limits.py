"""What scoring rules ask of an indicator's own words: little enough to be remembered. Loads no models."""

from scorecard.frozen import frozen


@frozen
class Limits:
    """Which grades there are, how many bands, how far an adjustment goes, what weights add up to."""

    grades: tuple[str, ...]
    bands: int
    rebase_years: int
    most: float  #: Points of an adjustment.
    total: float | None = None  #: Of weights that are points; None: weights are relative.
