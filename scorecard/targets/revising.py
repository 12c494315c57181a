"""What was changed after it was told: corrected actuals, revised targets and who answers for them."""

from datetime import date
from enum import Enum

from scorecard.frozen import frozen
from scorecard.targets.quantities import Quantity


class Absence(Enum):
    """Why a figure is not there although its place is."""

    NONE = "-"
    NEW = "신규"


@frozen
class Restatement:
    """A figure that was reported first and corrected later."""

    was: Quantity  #: What was known until the day before.
    on: date  #: Day of the correction.
    reason: str


@frozen
class Held:
    """What a target was before it was revised: a figure, words, or none."""

    text: str  #: As written.
    quantity: Quantity | None = None  #: None: words only, or absent.
    absent: Absence | None = None


@frozen
class Revision:
    """One entry of a target's ledger."""

    was: Held  #: What held until the day before.
    on: date  #: First day the new one held.
    reason: str
    approver: str  #: A post or a team, never a person.
