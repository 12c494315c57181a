"""What a book is made of: frozen models that know nothing of how they are written down."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property

import attrs

from scorecard.frozen import frozen
from scorecard.problems import Language
from scorecard.targets.audits import Audit
from scorecard.targets.budgets import BudgetLine, Citations, Statement
from scorecard.targets.mentions import Mention, Table
from scorecard.targets.periods import Period
from scorecard.targets.plans import Plan, Step
from scorecard.targets.quantities import Quantity
from scorecard.targets.revising import Absence, Restatement, Revision
from scorecard.targets.schedules import Schedule
from scorecard.targets.scoring import Scoring
from scorecard.targets.spots import Path, SpotMap
from scorecard.wording.terms import Status

OFFICE_ID = "office"  #: The office among the departments' ids; no department can have it.


class Level(Enum):
    """Where an indicator stands on the way from money to effect."""

    INPUT = "input"
    PROCESS = "process"
    OUTPUT = "output"
    OUTCOME = "outcome"


class Aggregation(Enum):
    """How the parts of a year make the year."""

    SUM = "sum"
    LAST = "last"
    MEAN = "mean"
    RATIO = "ratio"
    MAX = "max"
    MILESTONE = "milestone"  #: Steps that are done or not.
    JUDGED = "judged"  #: Words; visible, never counted as measurable.


class Direction(Enum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"


class Comparability(Enum):
    """How far an actual may be held against this year's target."""

    SAME = "same"
    SIMILAR = "similar"
    PARTIAL = "partial"  #: Covers a part of the year or of the whole.
    DIFFERENT = "different"  #: Shown and never divided.


@frozen
class Value:
    """One figure, or words in its place, as promised or reported for a period."""

    text: str  #: As written; a sum is written with ` + `.
    quantity: Quantity | None = None  #: None: words only, or absent.
    absent: Absence | None = None
    parts: tuple[Quantity, ...] = ()  #: What a sum is the sum of.
    source: Citations = ()  #: Empty: the indicator's own source counts.
    covers: Schedule | None = None
    comparability: Comparability = Comparability.SAME
    provisional: bool = False
    note: str = ""
    reason: str = ""
    checked: str = ""  #: Why a figure that looks wrong by its size is right.
    grade: str = ""  #: Given to words by whoever judges them: `B+`.
    restated: tuple[Restatement, ...] = ()  #: Of an actual.
    set_on: date | None = None  #: Of a target; None: it held from the beginning.
    revised: tuple[Revision, ...] = ()  #: Of a target: its ledger, in the order of days.
    owner: str = ""
    updated: date | None = None


@frozen
class Override:
    """A status set by hand, for reasons no figure tells; the computed one is printed beside it."""

    status: Status
    reason: str
    by: str  #: A team.
    on: date
    until: date | None = None  #: Last day it holds; None: until the next one.


@frozen
class Break:
    """From when on an indicator is measured otherwise than before."""

    since: Period  #: What ended before it was measured the old way.
    reason: str
    comparability: Comparability = Comparability.DIFFERENT  #: Of what came before with what comes after.


@frozen
class Sources:
    """Where an indicator's figures stand, unless a value says otherwise."""

    target: Citations = ()
    actual: Citations = ()


@frozen
class Indicator:
    """What is measured, what was promised and what was reported."""

    id: str
    name: str
    level: Level
    aggregation: Aggregation
    direction: Direction | None = None  #: None only where nothing is measured.
    unit: str = ""  #: Stands for values written as bare numbers.
    target: Mapping[Period, Value] = attrs.Factory(dict)
    actual: Mapping[Period, Value] = attrs.Factory(dict)
    source: Sources = Sources()
    schedule: Schedule | None = None  #: None: the programme's.
    plan: Plan | None = None
    steps: tuple[Step, ...] = ()
    parts: tuple["Indicator", ...] = ()  #: They add up to this one and are counted never twice.
    method: str = ""  #: Empty: the default of rules/attainment.yaml.
    baseline: Value | None = None  #: For methods that measure from a start.
    tolerance: float | None = None  #: For direction keep, in the unit.
    trajectory: str = ""  #: How a path over several years is assessed; empty: not at all.
    limit: float | None = None  #: The natural limit of a trajectory without a target.
    overrides: tuple[Override, ...] = ()
    formula: str = ""  #: What is counted, or divided by what, in the office's words.
    measured_by: str = ""  #: Where the actuals come from: a register, a survey.
    breaks: tuple[Break, ...] = ()
    stated: tuple[Mention, ...] = ()  #: What other places say of the same figures.
    formerly: tuple[str, ...] = ()  #: Ids it once had; one without `/` lay where today's lies.
    weight: float = 1.0
    score: Scoring | None = None  #: How it is scored; None: by default.
    owner: str = ""
    updated: date | None = None
    note: str = ""
    reason: str = ""

    @property
    def starts_from(self) -> Value | None:
        """Tell the declared baseline; None also where `-` or `신규` says that there is none."""
        return self.baseline if self.baseline and self.baseline.quantity else None


@frozen
class Programme:
    """Something money is spent on."""

    id: str
    name: str
    schedule: Schedule | None = None
    budget: tuple[BudgetLine, ...] = ()
    stated: tuple[Statement, ...] = ()  #: What the source says of all its lines together.
    tables: tuple[Table, ...] = ()  #: Figures of the source that add up and belong to no indicator.
    indicators: tuple[Indicator, ...] = ()
    exempt: str = ""  #: The reason; empty: not exempt.
    weight: float = 1.0
    starts: Period | None = None
    ends: Period | None = None
    formerly: tuple[str, ...] = ()  #: Ids it once had: `department/programme`, or the last word alone.
    owner: str = ""
    updated: date | None = None
    note: str = ""
    reason: str = ""

    def ended_before(self, year: Period) -> bool:
        """Tell whether its last day lies before a year."""
        return self.ends is not None and self.ends.last < year.first


@frozen
class Department:
    """A part of the office that gets one scorecard."""

    id: str  #: File name without ending.
    name: str
    programmes: tuple[Programme, ...]
    stated: tuple[Statement, ...] = ()  #: Its totals as printed.
    tables: tuple[Table, ...] = ()
    formerly: tuple[str, ...] = ()  #: File names it once had.
    weight: float = 1.0


@frozen
class Source:
    """A document figures are taken from."""

    title: str
    issuer: str = ""
    date: str = ""
    sha256: str = ""  #: Of the text the line numbers belong to; empty: cannot be proved.


@frozen
class Office:
    """The body that is judged."""

    office: str
    fiscal_year: int
    as_of: date
    departments: tuple[str, ...]
    sources: Mapping[str, Source] = attrs.Factory(dict)
    language: Language = "ko"
    year_begins: int = 1  #: Month the fiscal year begins in.
    edition: str = ""  #: Empty: the quarter of `as_of`.
    stated: tuple[Statement, ...] = ()  #: Its totals as printed.
    tables: tuple[Table, ...] = ()
    sample: str = ""  #: A sentence for made-up data, printed on every page.


@frozen
class Place:
    """An indicator with where it stands in the book."""

    id: str  #: department/programme/indicator[/part]
    department: Department
    programme: Programme
    indicator: Indicator
    part_of: str  #: Id of the parent; empty: none.
    path: Path  #: In the department's file.


@frozen
class Book:
    """All that was read."""

    office: Office
    departments: tuple[Department, ...]
    spots: Mapping[str, SpotMap]  #: By department id, and the office's and the audit's own.
    audit: Audit | None = None

    def places(self) -> Iterator[Place]:
        """Walk over all indicators in printed order, parts right after their parent."""
        return iter(self._places)

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        return tuple(self._walk_places())

    def _walk_places(self) -> Iterator[Place]:
        for department in self.departments:
            for p, programme in enumerate(department.programmes):
                for i, indicator in enumerate(programme.indicators):
                    whole = f"{department.id}/{programme.id}/{indicator.id}"
                    path: Path = ("programmes", p, "indicators", i)
                    yield Place(whole, department, programme, indicator, "", path)
                    for j, part in enumerate(indicator.parts):
                        yield Place(
                            f"{whole}/{part.id}", department, programme, part, whole, (*path, "parts", j)
                        )

    def stated(self) -> Iterator[tuple[str, Path, Statement]]:
        """Walk over all statements: department id or `office`, where each stands, what it says."""
        yield from _walk(OFFICE_ID, (), self.office.stated)
        for department in self.departments:
            yield from _walk(department.id, (), department.stated)
            for p, programme in enumerate(department.programmes):
                yield from _walk(department.id, ("programmes", p), programme.stated)
                for b, line in enumerate(programme.budget):
                    yield from _walk(department.id, ("programmes", p, "budget", b), line.stated)


def _walk(
    owner: str, path: Path, statements: tuple[Statement, ...], key: str = "stated"
) -> Iterator[tuple[str, Path, Statement]]:
    for s, statement in enumerate(statements):
        place: Path = (*path, key, s)
        yield owner, place, statement
        yield from _walk(owner, place, statement.parts, "parts")
