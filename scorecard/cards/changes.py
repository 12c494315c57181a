"""What a change is: its kind, and why a status is not what it was."""

from enum import Enum

import attrs

from scorecard.cards.telling import Entry


class Kind(Enum):
    """What a change is, in reading order."""

    TARGET_DOWN = "target_down"  #: By its number, whichever way is better.
    TARGET_UP = "target_up"
    TARGET_CHANGED = "target_changed"  #: Other words, another qualifier or another unit.
    TARGET_ADDED = "target_added"
    TARGET_REMOVED = "target_removed"
    ACTUAL_RESTATED = "actual_restated"
    ACTUAL_REMOVED = "actual_removed"
    ACTUAL_NEW = "actual_new"
    STATUS = "status"
    DEFINITION = "definition"
    RENAMED = "renamed"
    ADDED = "added"
    REMOVED = "removed"
    AUDIT_STATE = "audit_state"  #: Of an item of the council's audit.
    AUDIT_ADDED = "audit_added"
    AUDIT_REMOVED = "audit_removed"
    RULE_CHANGED = "rule_changed"
    RULE_ADDED = "rule_added"
    RULE_REMOVED = "rule_removed"


class Why(Enum):
    """What changed under a status that changed."""

    ACTUAL = "actual"
    TARGET = "target"
    DEFINITION = "definition"
    RULES = "rules"
    DAY = "day"
    UNKNOWN = "unknown"  #: Nothing of what both sides tell.


@attrs.frozen
class Change:
    """One thing that is not as it was."""

    kind: Kind
    id: str  #: Of the indicator as it is called on the newer side that has it; or of the item or rule.
    name: str  #: Of the indicator, or the item's subject; empty for rules.
    what: str = ""  #: The period, or the field of the definition or rule.
    old: str = ""  #: As written; empty: was not there.
    new: str = ""
    why: tuple[Why, ...] = ()  #: Of a changed status only.
    because: tuple[Entry, ...] = ()  #: What a ledger, a correction or a break says of it.
    department: str = ""  #: Its printed name; empty for rules.
