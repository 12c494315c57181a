"""Checks of what stands in time: parts of a year, plans, steps, and days that have not come yet."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from scorecard.problems import Problem, Spot
from scorecard.targets.joining import join
from scorecard.targets.measures import Aggregation, Book, Indicator, Place, Programme
from scorecard.targets.periods import Grain, Period, fiscal_year
from scorecard.targets.plans import Planned, Step
from scorecard.targets.quantities import Quantity, are_exact
from scorecard.targets.spots import Path

_ROUNDED = 0.0051  #: How far shares may be from 1 together: a third printed three times as 33.3 % is 0.999.


def _future(book: Book, place: Place) -> Iterator[Problem]:
    """Find actuals for a time that is not over, and days that have not come."""
    today = book.office.as_of
    spots = book.spots[place.department.id]
    for period, value in place.indicator.actual.items():
        if value.absent is None and period.last > today:
            details = {"name": place.indicator.name, "found": str(period), "end": f"{period.last}", "as_of": f"{today}"}  # fmt: skip
            yield Problem("actual-in-future", spots.find_key(*place.path, "actual", str(period)), details)
    for path, day in _days_in(place.indicator):
        if day > today:
            yield Problem("day-in-future", spots.find(*place.path, *path), {"found": f"{day}", "as_of": f"{today}"})  # fmt: skip


def _days_in(indicator: Indicator) -> Iterator[tuple[Path, date]]:
    """Walk over the days on which something is said to have been done."""
    for s, step in enumerate(indicator.steps):
        if step.done:
            yield ("steps", s, "done"), step.done
    for o, override in enumerate(indicator.overrides):
        yield ("overrides", o, "on"), override.on
    for period, value in indicator.actual.items():
        for r, restatement in enumerate(value.restated):
            yield ("actual", str(period), "restated", r, "on"), restatement.on
    for period, value in indicator.target.items():
        if value.set_on:
            yield ("target", str(period), "set_on"), value.set_on
        for r, revision in enumerate(value.revised):
            yield ("target", str(period), "revised", r, "on"), revision.on


def _begun(book: Book, place: Place) -> Iterator[Problem]:
    """Find actuals for a time before the programme began."""
    starts = place.programme.starts
    for period, value in place.indicator.actual.items():
        if starts and value.quantity and period.last < starts.first:
            spot = book.spots[place.department.id].find_key(*place.path, "actual", str(period))
            details = {"name": place.indicator.name, "found": str(period), "starts": str(starts)}
            yield Problem("actual-before-start", spot, details)


def _parts_of_years(book: Book, place: Place) -> Iterator[Problem]:
    """Find parts of years that overlap, and longer figures that their own parts do not make."""
    yield from _overlap(book, place, "actual", place.indicator.actual)
    yield from _wholes(book, place)


def _overlap(book: Book, place: Place, kind: str, written: Iterable[Period]) -> Iterator[Problem]:
    """Find pairs of parts that share months, unless the shorter ones make up the longer one."""
    parts = sorted(period for period in written if period.is_part)
    years = [list(some) for _, some in groupby(parts, key=lambda one: one.year)]
    for parts in years:
        for period, other in ((one, earlier) for at, one in enumerate(parts) for earlier in parts[:at]):
            longer, shorter = sorted((period, other), key=lambda one: one.first - one.last)
            apart = longer.last < shorter.first or shorter.last < longer.first
            if apart or (kind == "actual" and _filled(longer, parts)):
                continue
            spot = book.spots[place.department.id].find_key(*place.path, kind, str(shorter))
            details = {"name": place.indicator.name, "found": str(shorter), "other": str(longer)}
            yield Problem("periods-overlap", spot, details)


def _filled(longer: Period, parts: list[Period]) -> bool:
    """Tell whether shorter parts tell all months of a longer one."""
    inside = {
        month
        for part in parts
        if part.grain is not longer.grain and part != longer and longer.holds(part)
        for month in range(*part.months)
    }
    return len(inside) == longer.months[1] - longer.months[0]


def _wholes(book: Book, place: Place) -> Iterator[Problem]:
    """Hold years, halves and quarters against what their parts make."""
    indicator = place.indicator
    if indicator.aggregation in (Aggregation.JUDGED, Aggregation.MILESTONE):
        return
    for longer, value in indicator.actual.items():
        if longer.grain not in (Grain.YEAR, Grain.HALF, Grain.QUARTER) or value.checked or not value.quantity:
            continue
        parts = _inside(indicator, longer)
        if not parts or not are_exact(value.quantity, *parts.values()):
            continue
        made = join(parts, indicator.aggregation, fiscal_year(longer.year, longer.year_begins)).quantity
        counted = parts.values() if indicator.aggregation is Aggregation.SUM else [made]
        slack = (value.quantity.step + sum(part.step for part in counted)) / 2
        exact = value.quantity.step == 1 and indicator.aggregation is Aggregation.SUM and all(part.step == 1 for part in counted)  # fmt: skip
        if abs(made.value - value.quantity.value) > (0 if exact else slack):
            spot = book.spots[place.department.id].find(*place.path, "actual", str(longer))
            details = {"name": indicator.name, "period": str(longer), "found": value.text, "made": f"{made.value:,.10g}{made.unit}"}  # fmt: skip
            yield Problem("parts-of-year-disagree", spot, details)


def _inside(indicator: Indicator, longer: Period) -> dict[Period, Quantity]:
    """Take the parts that tell a longer period whole: the longest below it that do; none otherwise."""
    shorter = (Grain.HALF, Grain.QUARTER, Grain.MONTH)
    for grain in shorter:
        parts = {
            period: value.quantity
            for period, value in indicator.actual.items()
            if period.year == longer.year and period.grain is grain and value.quantity
            if period != longer and longer.holds(period)
        }
        if sum(p.months[1] - p.months[0] for p in parts) == longer.months[1] - longer.months[0]:
            return parts
    return {}


def _running_totals(book: Book, place: Place) -> Iterator[Problem]:
    """Find running totals below what had come in before; of sums that only grow, as one without negative figures does."""
    indicator = place.indicator
    figures = {p: v.quantity for p, v in indicator.actual.items() if v.quantity and not v.checked}
    if indicator.aggregation is not Aggregation.SUM or any(one.value < 0 for one in figures.values()):
        return
    for state in sorted(period for period in figures if period.grain is Grain.DAY):
        year = fiscal_year(state.year, state.year_begins)
        before = {
            period: figure
            for period, figure in figures.items()
            if period.year == state.year
            and (period.is_part or period.grain is Grain.DAY)
            and period.last <= state.last
            and period is not state
        }
        made = join(before, Aggregation.SUM, year).quantity if before else None
        if made and figures[state].value < made.value - made.step / 2:
            spot = book.spots[place.department.id].find(*place.path, "actual", str(state))
            details = {"name": indicator.name, "found": figures[state].text, "day": str(state), "made": f"{made.value:,.10g}{made.unit}"}  # fmt: skip
            yield Problem("running-total-falls", spot, details)


def _plans(book: Book, place: Place) -> Iterator[Problem]:
    """Find plans that do not bring the year: shares that are not 1 together, amounts that are not the target."""
    plan = place.indicator.plan
    if plan is None:
        return
    yield from _overlap(book, place, "plan", plan.parts)
    spots = book.spots[place.department.id]
    if place.indicator.aggregation in (Aggregation.JUDGED, Aggregation.MILESTONE):
        yield Problem(
            "plan-without-figure", spots.find_key(*place.path, "plan"), {"name": place.indicator.name}
        )
    if not plan.parts and not plan.is_even:
        yield Problem(
            "plan-not-in-parts",
            spots.find_key(*place.path, "plan"),
            {"name": place.indicator.name, "found": "{}"},
        )
    for period, one in plan.parts.items():
        if one.value < 0 and place.indicator.aggregation is Aggregation.SUM:
            spot = spots.find(*place.path, "plan", str(period))
            yield Problem("plan-below-zero", spot, {"name": place.indicator.name, "found": one.text})
        if not period.is_part:
            spot = spots.find_key(*place.path, "plan", str(period))
            yield Problem("plan-not-in-parts", spot, {"name": place.indicator.name, "found": str(period)})
    if place.indicator.aggregation is Aggregation.SUM:
        for year in sorted({period.year for period in plan.parts}):
            parts = {p: one for p, one in plan.parts.items() if p.year == year and p.is_part}
            yield from _check_year_s_plan(parts, place, year, spots.find_key(*place.path, "plan"))


def _check_year_s_plan(
    parts: Mapping[Period, Planned], place: Place, year: int, spot: Spot
) -> Iterator[Problem]:
    """Find what keeps the parts of one year's plan from making the year."""
    kinds = {one.is_share for one in parts.values()}
    name, total = place.indicator.name, sum(one.value for one in parts.values())
    targets = [value for period, value in place.indicator.target.items() if str(period) == str(year)]
    target = targets[0].quantity if targets else None
    if len(kinds) > 1:
        yield Problem("plan-mixed", spot, {"name": name, "year": str(year)})
    elif kinds == {True} and abs(total - 1) > _ROUNDED:
        yield Problem(
            "plan-not-whole", spot, {"name": name, "year": str(year), "found": f"{total * 100:.6g}%"}
        )
    elif kinds == {False} and target and abs(total - target.value) > target.step / 2:
        details = {"name": name, "year": str(year), "found": f"{total:,.10g}", "target": target.text}
        yield Problem("plan-not-target", spot, details)


def _steps(book: Book, place: Place) -> Iterator[Problem]:
    """Find steps that were done before their work was to begin."""
    for s, step in enumerate(place.indicator.steps):
        first = _earliest(step, place.programme)
        if step.done and step.done < first:
            spot = book.spots[place.department.id].find(*place.path, "steps", s, "done")
            details = {
                "name": step.name,
                "found": f"{step.done}",
                "due": str(step.due),
                "first": f"{first}",
            }
            yield Problem("done-before-planned", spot, details)


def _earliest(step: Step, programme: Programme) -> date:
    """Tell the day before which a step cannot have been done."""
    if step.begins:
        return step.begins.first
    due = fiscal_year(step.due.year, step.due.year_begins).first
    return min(due, programme.starts.first) if programme.starts else due


def check_timing(book: Book) -> Iterator[Problem]:
    """Find what cannot be in time: days to come, parts that overlap or disagree, plans that make no year."""
    for place in book.places():
        indicator = place.indicator
        yield from _future(book, place)
        yield from _begun(book, place)
        if len(indicator.actual) > 1:
            yield from _parts_of_years(book, place)
            yield from _running_totals(book, place)
        if indicator.plan:
            yield from _plans(book, place)
        if indicator.steps:
            yield from _steps(book, place)
