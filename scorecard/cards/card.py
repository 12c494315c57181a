"""Scorecards as data, in reading order: every text as it will be printed, every bar as a ratio.

Whoever draws, prints or shows a card decides nothing about its content.
"""

from datetime import date
from enum import Enum

import attrs

from scorecard.cards.sheets import Sheet, SheetTable, Tile
from scorecard.cards.strips import NO_STRIPS, StripTable
from scorecard.problems import Language
from scorecard.wording.terms import Severity, Status


@attrs.frozen
class Bullet:
    """What a bullet bar shows, as ratios of this year's target (the tick at 1)."""

    previous: float | None = None  #: Light solid bar; None: not known or not comparable.
    actual: float | None = None  #: Dark solid bar; None: not reported.
    words: str = ""  #: Printed in place of bars when there are none: why.
    similar: bool = False  #: The previous actual is comparable only roughly: drawn with an open end.
    due: float | None = None  #: What was due by the day: a short mark; None: nothing planned.
    forecast: float | None = None  #: Year-end forecast, hatched behind the actual; None: none.
    low: float | None = None  #: Range of the forecast, a thin line with ends; None: not known.
    high: float | None = None


@attrs.frozen
class Part:
    """One quarter or month of a sparkline, as a share of the tallest thing in it (-1 to 1)."""

    actual: float | None = None  #: None: not entered.
    planned: float | None = None  #: None: no plan.
    provisional: bool = False


class StepState(Enum):
    """How a step of a milestone stands on the as-of day."""

    DONE = "done"
    LATE_DONE = "late_done"  #: Done after its due day.
    LATE = "late"  #: Due and not done.
    COMING = "coming"


@attrs.frozen
class StepMark:
    """One step on a milestone strip, in the order of due days."""

    name: str
    when: str  #: The day it was done or the period it is due, printed short.
    state: StepState
    detail: str = ""  #: `12일 늦음`; may be empty.


@attrs.frozen
class Row:
    """One indicator on a department page."""

    id: str
    name: str
    previous: str
    target: str
    actual: str  #: Empty: no actual of this year.
    change: str
    start: str  #: Start (or attainment, where an actual is known) in per cent.
    bullet: Bullet
    status: Status
    status_word: str
    notes: tuple[int, ...] = ()  #: Numbers into the card's notes.
    depth: int = 0  #: 1: a part of the row above.
    motion: str = ""  #: Pace, forecast and chance in one line, with the plan they rest on; may be empty.
    parts: tuple[Part, ...] = ()  #: The year in quarters or months, for the sparkline; empty: none.
    steps: tuple[StepMark, ...] = ()
    override: str = ""  #: Who set the status by hand, when, why, and what was computed; may be empty.
    remark: str = ""  #: What its text notes of it; on the web page only, for paper has no room.


@attrs.frozen
class Group:
    """A programme with its rows."""

    name: str
    detail: str  #: Schedule and budget in a few words.
    rows: tuple[Row, ...]
    notes: tuple[int, ...] = ()  #: Findings about the programme itself.
    id: str = ""  #: Of its web page.


@attrs.frozen
class Note:
    """A numbered finding under the table."""

    number: int
    severity: Severity
    severity_word: str
    title: str
    where: str  #: Names of the programme and the indicator it is about.
    message: str
    action: str
    rule: str  #: Id of the rule.
    row: str  #: Id of the row or programme.


@attrs.frozen
class Uncovered:
    """A programme with money and no measurable target."""

    name: str
    budget: str
    words: str = ""  #: Its target in words, if it has one.
    id: str = ""  #: Of its web page.


@attrs.frozen
class BudgetRow:
    """A line of the budget table; the texts are in the table's unit."""

    name: str
    original: str
    current: str
    previous: str
    spent: str
    rate: str
    share: float | None  #: Spent ÷ current, for the bar; None: nothing stated.
    total: bool = False


@attrs.frozen
class BudgetTable:
    """The execution of a budget."""

    unit: str  #: `(단위: 백만원, 2026. 1. 31. 기준)`.
    heads: tuple[str, ...]  #: Six column heads: name, original, current, previous, spent, rate.
    rows: tuple[BudgetRow, ...]
    elapsed: float  #: Share of the year gone by, drawn as a tick.


@attrs.frozen
class OpenItem:
    """Something the council asked for that is not closed."""

    subject: str
    state: str
    next_step: str  #: With its date.
    notes: tuple[int, ...] = ()  #: Numbers into the card's notes.


@attrs.frozen
class AuditCard:
    """What the council's audit asked of a department."""

    title: str  #: With the counts.
    told: str  #: As of when the states are; may be empty.
    open: tuple[OpenItem, ...]
    none_open: str  #: Printed where nothing is open; else empty.


@attrs.frozen
class DepartmentCard:
    """The scorecard of one department."""

    id: str
    name: str
    headline: str
    tiles: tuple[Tile, ...]
    heads: tuple[str, ...]  #: Indicator, previous, target, change, bar, status, notes.
    groups: tuple[Group, ...]
    notes: tuple[Note, ...]
    uncovered: tuple[Uncovered, ...]
    uncovered_title: str
    exempt: str  #: One sentence about exempt programmes; may be empty.
    budget: BudgetTable
    scores: SheetTable | None = None  #: None: nothing is scored.
    quality: StripTable = NO_STRIPS
    audit: AuditCard | None = None


@attrs.frozen
class Tally:
    """How many rows carry a status."""

    status: Status
    word: str
    count: int


@attrs.frozen
class DepartmentLine:
    """One department on the office page."""

    id: str
    name: str
    targets: str
    comparable: str
    start: str  #: Median start of the comparable rows.
    bullet: Bullet  #: The median start (or attainment) as a bar.
    tallies: tuple[Tally, ...]  #: In the order of the statuses, zero counts left out.
    high: int  #: Findings by severity.
    medium: int
    low: int
    coverage_count: float | None
    coverage_budget: float | None
    coverage_count_text: str
    coverage_budget_text: str


@attrs.frozen
class OfficeCard:
    """The first page: all departments."""

    name: str
    headline: str
    tiles: tuple[Tile, ...]
    heads: tuple[
        str, ...
    ]  #: Department, targets, comparable, start, statuses, findings, coverage by count, by budget.
    lines: tuple[DepartmentLine, ...]
    gravest_title: str
    gravest: tuple[Note, ...]  #: At most ten; `where` names the department first.
    budget: BudgetTable
    scores: SheetTable | None = None  #: None: nothing is scored.


@attrs.frozen
class Edition:
    """One printed set."""

    name: str  #: `2026Q1`.
    title: str  #: `2026년 1분기 성과 스코어카드`.
    day: str  #: `2026. 1. 31. 기준`.
    as_of: date
    language: Language
    legend: str  #: How to read the bars and words; at the foot of each page.
    source: str  #: `자료: …`.
    sample: str  #: A sentence for made-up data; empty for real ones.
    office: OfficeCard
    departments: tuple[DepartmentCard, ...]
    sheets: tuple[Sheet, ...] = ()  #: Printed after the departments.
