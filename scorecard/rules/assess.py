"""Facts and rules → an assessment: what was attained, how each row stands, what the rules found."""

from collections.abc import Iterable, Iterator, Mapping

import attrs
import numpy as np

from scorecard.frozen import frozen
from scorecard.rules.attaining import Attained, attain, explained, words_equal
from scorecard.rules.language.compiling import compile_condition
from scorecard.rules.models import Rule, RuleBook, Waiver
from scorecard.rules.moving import Moved, columns_of_motion, move, still_growing
from scorecard.rules.pathing import Pathed, columns_of_paths, follow
from scorecard.rules.quality.profiling import Profiles, profile
from scorecard.rules.scoring.rolling import RolledUp, roll_up_all
from scorecard.rules.scoring.scores import Scores, score
from scorecard.rules.status import STATUSES, Codes, override_of, status_of, with_overrides
from scorecard.rules.steps import late_steps, latest_slip
from scorecard.rules.tied import columns_of_ties
from scorecard.rules.tieouts import TieOut, tie_out
from scorecard.targets.audit_facts import AuditFacts, lay_out_audit
from scorecard.targets.audits import full_id
from scorecard.targets.columns import Column, Flags, Table, Words, missing_in
from scorecard.targets.facts import Facts, flags, numbers
from scorecard.targets.vocabulary import Row
from scorecard.wording.terms import Reason, Status


@attrs.frozen(eq=False)
class Finding:
    """One row caught by one rule."""

    rule: Rule
    row: int  #: In the table the rule runs over.
    waiver: Waiver | None = None  #: Who answers for it; None: it counts.


@attrs.frozen(eq=False)
class Unknown:
    """One row a rule could not be held against, with the facts it lacked."""

    rule: Rule
    row: int
    lacked: tuple[str, ...]


@frozen
class Failure:
    """A rule that did not run; never silent, always grave."""

    rule: Rule
    error: str


@attrs.frozen(eq=False)
class Found:
    """What some rules say of all rows."""

    findings: tuple[Finding, ...]
    unknowns: tuple[Unknown, ...]
    failures: tuple[Failure, ...]


@frozen
class Expired:
    """A waiver whose day has passed."""

    rule: Rule
    waiver: Waiver


@attrs.frozen(eq=False)
class Assessment:
    """Facts with everything the rules say of them."""

    facts: Facts
    rules: RuleBook
    attained: Attained
    moved: Moved
    pathed: Pathed
    scores: Scores
    rolled: RolledUp
    profiles: Profiles
    computed: Codes  #: What the figures say of the status.
    status: Codes  #: The same, but for what people set by hand.
    indicators: Table  #: The facts' table with the computed columns.
    programmes: Table
    audit: AuditFacts
    ties: tuple[TieOut, ...]  #: All that the sources state twice.
    findings: tuple[Finding, ...]
    unknowns: tuple[Unknown, ...]
    failures: tuple[Failure, ...]
    expired: tuple[Expired, ...]

    def status_at(self, row: int) -> Status:
        """Tell a row's status."""
        return STATUSES[int(self.status[row])]


def assess(facts: Facts, rules: RuleBook) -> Assessment:
    """Judge facts by rules."""
    attained = attain(facts, rules.attainment)
    moved = move(facts, attained, rules.attainment)
    pathed = follow(facts)
    computed = status_of(facts, attained, moved, rules.attainment)
    attained = withheld(facts, attained, moved)
    table = _with_computed(facts, attained, moved, pathed)
    scores = score(facts, attained, moved, rules.scoring)
    rolled = roll_up_all(facts, scores, (attained, moved), rules)
    profiles = profile(facts, attained, pathed.ambition, rules.quality)
    ties = tie_out(facts.book)
    programmes = facts.programmes.joined(columns_of_ties(facts, ties))
    audit = lay_out_audit(facts.book)
    tables = {Row.INDICATOR: table, Row.PROGRAMME: programmes, Row.AUDIT: audit.table}
    found = find(rules.risks, facts, tables)
    return Assessment(
        facts, rules, attained, moved, pathed, scores, rolled, profiles, computed, with_overrides(computed, facts),
        table, programmes, audit, ties, found.findings, found.unknowns, found.failures, tuple(_expired(rules, facts)),
    )  # fmt: skip


def find(rules: Iterable[Rule], facts: Facts, tables: Mapping[Row, Table]) -> Found:
    """Hold rules against all rows of what they are about."""
    findings: list[Finding] = []
    unknowns: list[Unknown] = []
    failures: list[Failure] = []
    ids = {each: ids_of(facts, each) for each in Row}
    for rule in rules:
        try:
            caught, undecided = _hold(rule, tables[rule.text.each], ids[rule.text.each], facts)
        except (ArithmeticError, LookupError, TypeError, ValueError) as error:
            failures.append(Failure(rule, f"{type(error).__name__}: {error}"))
            continue
        findings += caught
        unknowns += undecided
    return Found(tuple(findings), tuple(unknowns), tuple(failures))


def withheld(facts: Facts, attained: Attained, moved: Moved) -> Attained:
    """Tell no attainment of what grows and ought not to before it is told whole."""
    early = still_growing(facts, moved) & ~np.isnan(attained.attainment.values)
    return attrs.evolve(attained, attainment=explained(attained.attainment, (Reason.NOT_DUE, early)))


def _with_computed(facts: Facts, attained: Attained, moved: Moved, pathed: Pathed) -> Table:
    """Add what takes a method to compute."""
    table = facts.indicators
    unit_cost, change = _unit_costs(table)
    return Table(table.size, {
        **table.columns,
        "unit_cost": unit_cost,
        "unit_cost_change": change,
        **columns_of_figures(facts, attained, moved),
        **columns_of_paths(pathed),
        **_columns_of_steps(facts),
    })  # fmt: skip


def columns_of_figures(facts: Facts, attained: Attained, moved: Moved) -> dict[str, Column | Flags | Words]:
    """Lay out what hangs on the methods and bands of attainment."""
    return {
        "attainment": attained.attainment.values,
        "start": attained.start.values,
        "stretch": attained.stretch.values,
        **columns_of_motion(facts, attained, moved),
    }


def _columns_of_steps(facts: Facts) -> dict[str, Column | Flags]:
    day = facts.book.office.as_of
    steps = [
        place.indicator.steps if facts.years[row].target.written else ()
        for row, place in enumerate(facts.places)
    ]
    return {
        "steps": numbers(len(some) for some in steps),
        "steps_late": numbers(late_steps(some, day) for some in steps),
        "slippage": numbers(latest_slip(some, day) for some in steps),
        "overridden": flags(override_of(place, day) is not None for place in facts.places),
        "provisional": flags(year.actual.provisional for year in facts.years),
    }


def _unit_costs(table: Table) -> tuple[Column, Column]:
    """Divide budget by target where the programme has one summed indicator to spend it on."""
    alone = (table.numbers("indicators") == 1) & (table.flags("is_part") == 0)
    summed = words_equal(table.words("aggregation"), "sum") & ~words_equal(table.words("level"), "input")
    like = table.words("previous_comparability")
    comparable = words_equal(like, "same") | words_equal(like, "similar")
    target, previous = (
        np.where(table.numbers(name) > 0, table.numbers(name), np.nan) for name in ("target", "previous")
    )
    cost = np.where(alone & summed, table.numbers("budget") / target, np.nan)
    before = np.where(comparable, table.numbers("budget_previous") / previous, np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        return cost, np.where(before > 0, cost / before - 1, np.nan)


def ids_of(facts: Facts, each: Row) -> list[str]:
    """List the ids of what the rows of one kind stand for."""
    if each is Row.INDICATOR:
        return [place.id for place in facts.places]
    if each is Row.AUDIT:
        return [full_id(item) for item in facts.book.audit.items] if facts.book.audit else []
    return [f"{department.id}/{programme.id}" for department, programme in facts.owners]


def _hold(rule: Rule, table: Table, ids: list[str], facts: Facts) -> tuple[list[Finding], list[Unknown]]:
    """Hold one rule against all rows."""
    verdicts = compile_condition(rule.condition)(table)
    day = facts.book.office.as_of
    waivers = {waiver.indicator: waiver for waiver in rule.text.waivers if waiver.until >= day}
    caught = [
        Finding(rule, int(row), _waiver_for(ids[row], waivers)) for row in np.flatnonzero(verdicts.holds)
    ]
    lacking = {name: missing_in(table.columns[name]) for name in rule.facts}
    undecided = [
        Unknown(rule, int(row), tuple(name for name, missing in lacking.items() if missing[row]))
        for row in np.flatnonzero(verdicts.unknown)
    ]
    return caught, undecided


def _waiver_for(row: str, waivers: dict[str, Waiver]) -> Waiver | None:
    """Find the waiver of a row, its whole or its programme."""
    steps = row.split("/")
    return next(
        (waivers[key] for n in range(len(steps), 0, -1) if (key := "/".join(steps[:n])) in waivers), None
    )


def _expired(rules: RuleBook, facts: Facts) -> Iterator[Expired]:
    for rule in rules.risks:
        for waiver in rule.text.waivers:
            if waiver.until < facts.book.office.as_of:
                yield Expired(rule, waiver)
