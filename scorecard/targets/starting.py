"""A new project's text, out of the commented starter the package brings."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from scorecard.frozen import frozen
from scorecard.problems import Language
from scorecard.targets.checks import plain_id
from scorecard.targets.loading import is_reserved
from scorecard.targets.measures import OFFICE_ID
from scorecard.targets.periods import Grain, Period
from scorecard.targets.writing import scalar

STARTER = Path(__file__).parent.parent / "starter"
IGNORE = ".gitignore"
_RULES = ("attainment", "coverage", "risks")

#: Made-up actuals of the four quarters, by the mark in the starter that they stand at.
_QUARTERS: Mapping[str, tuple[str, ...]] = {
    "VISITORS": ("9,100", "10,200", "10,400", "10,700"),
    "SATISFIED": ("764/910", "870/1,020", "899/1,040", "934/1,070"),
    "DAYS": ("6.5", "6", "5.8", "5.5"),
}
_UNITS: Mapping[Language, Mapping[str, str]] = {
    "ko": {"VISITORS": "명", "SATISFIED": "", "DAYS": "일"},
    "en": {"VISITORS": "people", "SATISFIED": "", "DAYS": "days"},
}


@frozen
class Beginning:
    """What a new project is asked for."""

    office: str
    department: str
    year: int
    as_of: date
    language: Language

    @property
    def file(self) -> str:
        """Make the name of the department's file."""
        name = plain_id(self.department, "department-1")
        return f"{name}-1" if name == OFFICE_ID or is_reserved(name) else name


def starter(begin: Beginning) -> dict[str, str]:
    """Write the files of a new project, by their names in its folder; quarters that are over have a made-up actual."""
    words = {
        "OFFICE": scalar(begin.office, flow=False),
        "DEPARTMENT": scalar(begin.department, flow=False),
        "FILE": scalar(begin.file, flow=False),
        "YEAR": str(begin.year),
        "BEFORE": str(begin.year - 1),
        "MONTH": f"{begin.as_of:%Y-%m}",
        "DAY": begin.as_of.isoformat(),
        **{mark: _quarters(begin, mark) for mark in _QUARTERS},
    }
    names = {"targets/office.yaml": "office.yaml", f"targets/{begin.file}.yaml": "department.yaml"}
    names |= {f"rules/{name}.yaml": f"{name}.yaml" for name in _RULES} | {IGNORE: "gitignore"}
    return {name: _filled(STARTER / begin.language / file, words) for name, file in names.items()}


def _quarters(begin: Beginning, mark: str) -> str:
    unit = _UNITS[begin.language][mark]
    lines = ""
    for part, figure in enumerate(_QUARTERS[mark], 1):
        quarter = Period(begin.year, Grain.QUARTER, part)
        if quarter.last <= begin.as_of:
            lines += f"\n          {quarter}: {figure}{unit}"
    return lines


def _filled(path: Path, words: Mapping[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for mark, word in words.items():
        text = text.replace(f"@{mark}@", word)
    return text
