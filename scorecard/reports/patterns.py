"""What one value may look like, for editors: patterns made from those the reader itself reads with.

An editor knows numbers where the reader keeps text: `195` may stand wherever `195명` may. What no
pattern can tell (units that differ, sums that do not add up) is left to `scorecard check`.
"""

import re
from calendar import isleap
from typing import Any

from scorecard.problems import LANGUAGES, catalogue
from scorecard.targets.leaves import CITATION, PLAIN_NUMBER
from scorecard.targets.periods import FIRST_YEAR, LAST_YEAR
from scorecard.targets.quantities import FIGURE, LONGEST
from scorecard.targets.revising import Absence

Schema = dict[str, Any]


def portable(*patterns: str) -> str:
    """Join patterns of Python's into one that editors know, matching a whole text."""
    joined = re.sub(r"\(\?P<\w+>", "(", "|".join(patterns))
    # An escape that means nothing is a fault to them.
    plain = re.sub(r"\\([^\w\s^$\\.*+?()\[\]{}|/])", r"\1", joined)
    return rf"^\s*(?:{plain})\s*$"


def _shaped(code: str, *patterns: str, **more: Any) -> Schema:
    """Make the schema of a text or number; editors say of what does not fit what the problem's title says."""
    said = " · ".join(catalogue()[code][language]["title"] for language in LANGUAGES)
    return {"type": ["string", "number"], "pattern": portable(*patterns), "patternErrorMessage": said, **more}


_YEAR = r"(?:19[5-9][0-9]|20[0-9][0-9]|21[0-4][0-9]|2150)"  # FIRST_YEAR to LAST_YEAR; a test holds it.
_LEAP = "|".join(str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1) if isleap(year))
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = (
    rf"{_YEAR}-(?:{_MONTH}-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    rf"|(?:{_LEAP})-02-29"
)
PERIOD = rf"^(?:{_YEAR}(?:H[12]|Q[1-4]|-{_MONTH}|~{_YEAR})?|{_DAY})$"
NAMED = r"^(?!\s*(?:~|null|Null|NULL)?$)"  #: Whatever YAML does not take for nothing.
_ABSENT = "|".join(re.escape(absence.value) for absence in Absence)
_FRACTION = rf"(?:{FIGURE.pattern})/\s*(?:{FIGURE.pattern})"

WORDS: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
FLAG: Schema = {"enum": [True, False, "true", "false"]}
NUMBER = _shaped("not-a-number", PLAIN_NUMBER.pattern, exclusiveMinimum=-1e12, exclusiveMaximum=1e12)
WHOLE = {
    **_shaped("not-a-number", r"-?[0-9]{1,12}(\.0{1,6})?", exclusiveMinimum=-1e12, exclusiveMaximum=1e12),
    "multipleOf": 1,
}
DAY = _shaped("bad-day", _DAY, type="string")
PERIOD_VALUE: Schema = {
    "type": ["string", "integer"],
    "pattern": PERIOD,
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
}
CITED = _shaped("bad-citation", CITATION, type="string")
FIGURE_ALONE = _shaped("not-a-figure", FIGURE.pattern, maxLength=LONGEST)
MONEY = _shaped("not-money", rf"(?!.*%)(?:{FIGURE.pattern})", _ABSENT, maxLength=LONGEST)
FIGURE_OR_NONE = _shaped("not-a-figure", FIGURE.pattern, _ABSENT, maxLength=LONGEST)
RATIO_OR_NONE = _shaped("not-a-figure", FIGURE.pattern, _FRACTION, _ABSENT, maxLength=LONGEST)
RATIO = _shaped("not-a-figure", FIGURE.pattern, _FRACTION, maxLength=LONGEST)
