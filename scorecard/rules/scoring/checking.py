"""What is wrong with `rules/scoring.yaml` by itself, and what of it indicators are held against. Loads no NumPy."""

from collections.abc import Iterator
from itertools import pairwise

import attrs

from scorecard.frozen import is_model, values_of
from scorecard.problems import Problem
from scorecard.rules.names import unknown_method
from scorecard.rules.scoring.limits import Limits
from scorecard.rules.scoring.models import (
    METHOD_NAMES,
    GradeTable,
    Parameter,
    ScoringRules,
    Series,
    WeightKind,
)
from scorecard.targets.spots import Path, SpotMap

_WHOLE = {
    ("base", "years"), ("base", "least_years"), ("target_band_sd", "years"), ("target_band_sd", "least_years"),
    ("medium_term", "years"), ("medium_term", "rebase_years"), ("trend", "least_years"),
}  # fmt: skip
_MOST_YEARS = 50
_MOST_MEMBERS = 10_000  #: Of a quota, however large the body.
_SHARES = {
    ("medium_term", "weight"), ("target_band_sd", "outlier_share"),
    ("target_band", "above"), ("target_band", "above_core"), ("target_band", "below"),
}  # fmt: skip
_ABOVE_ZERO = {("medium_term", "width"), ("beta", "spread"), ("weights", "total")}


def limits_of(rules: ScoringRules) -> Limits:
    """Tell what the rules ask of an indicator's own words."""
    absolute = rules.weights.kind is WeightKind.ABSOLUTE
    return Limits(
        grades=tuple(rules.words.worth),
        bands=len(rules.band_floor.floors.values),
        rebase_years=int(rules.medium_term.rebase_years.value),
        most=rules.adjustments.most.value,
        total=rules.weights.total.value if absolute else None,
    )


def parameters_of(rules: ScoringRules) -> Iterator[tuple[tuple[str, str], Parameter | Series]]:
    """Walk over all parameters with their section and name, for whoever lists, proves or varies them."""
    for section, inside in values_of(rules).items():
        for name, one in values_of(inside).items() if is_model(inside) else ():
            if isinstance(one, Parameter | Series):
                yield (section, name), one


def with_parameter(rules: ScoringRules, place: tuple[str, str], value: float) -> ScoringRules:
    """Change one parameter, for whoever asks what would be if."""
    section = getattr(rules, place[0])
    changed = attrs.evolve(getattr(section, place[1]), value=value)
    return attrs.evolve(rules, **{place[0]: attrs.evolve(section, **{place[1]: changed})})


def sourced(rules: ScoringRules) -> Iterator[tuple[Path, str]]:
    """Walk over everything that names a source, with the source."""
    for place, one in parameters_of(rules):
        yield place, one.source
    yield ("words",), rules.words.source
    for name, table in rules.grades.items():
        yield ("grades", name), table.source
        if table.quota:
            yield ("grades", name, "quota"), table.quota.source


def check_scoring(rules: ScoringRules, spots: SpotMap) -> Iterator[Problem]:
    """Find what is wrong with the rules by themselves."""
    named: dict[Path, str] = {
        ("methods", way): str(getattr(rules.methods, way)) for way in ("up", "down", "keep")
    }
    for level, some in rules.levels.items():
        named |= {("levels", level.value, way): str(getattr(some, way)) for way in ("up", "down", "keep")}
    for path, name in named.items():
        if name not in METHOD_NAMES:
            yield unknown_method(name, spots.find(*path), METHOD_NAMES)
    for path, source in sourced(rules):
        if source.split(" ")[0] not in rules.sources:
            allowed = ", ".join(rules.sources) or "-"
            yield Problem(
                "score-source-unknown", spots.find(*path, "source"), {"found": source, "allowed": allowed}
            )
    yield from _check_numbers(rules, spots)
    yield from _check_tables(rules, spots)


def _check_numbers(rules: ScoringRules, spots: SpotMap) -> Iterator[Problem]:
    """Find parameters no method can reckon with."""
    for place, one in parameters_of(rules):
        if isinstance(one, Series):
            continue
        expected = _expected(place, one.value)
        if expected:
            yield _bad(spots, (*place, "value"), f"{one.value:g}", expected)
    scale, trend, beta = rules.scale, rules.trend, rules.beta
    if not 0 <= scale.least.value < scale.full.value <= scale.cap.value:
        found = f"{scale.least.value:g}, {scale.full.value:g}, {scale.cap.value:g}"
        yield _bad(spots, ("scale",), found, "0 ≤ least < full ≤ cap")
    if beta.best.value + beta.last.value + beta.worst.value <= 0:
        yield _bad(spots, ("beta",), "0", "best + last + worst > 0")
    for name, series in (("z", trend.z), ("percent", trend.percent)):
        rising = all(one < other for one, other in pairwise(series.values))
        if not rising or len(series.values) < 2 or len(series.values) != len(trend.z.values):
            found = f"{len(series.values)}"
            yield _bad(spots, ("trend", name, "values"), found, "z, percent: 2 ≤ n, < < <")
    floors = rules.band_floor.floors.values
    falling = all(one > other for one, other in pairwise(floors))
    if not floors or not falling or not 0 <= floors[-1] <= floors[0] <= 100:
        yield _bad(spots, ("band_floor", "floors", "values"), f"{len(floors)}", "100 ≥ > > ≥ 0")


def _expected(place: tuple[str, str], value: float) -> str:
    """Say what a parameter should have been; empty: it is well."""
    if place in _WHOLE:
        least = 2 if place[1] == "least_years" else 1
        return (
            ""
            if float(value).is_integer() and least <= value <= _MOST_YEARS
            else f"{least}, {least + 1}, … {_MOST_YEARS}"
        )
    if place == ("weights", "decimals"):
        return "" if value in range(7) else "0, 1, … 6"
    if place in _SHARES:
        return "" if 0 <= value <= 1 else "0 ~ 1"
    if place in _ABOVE_ZERO:
        return "" if value > 0 else "> 0"
    return "" if value >= 0 else "≥ 0"


def _bad(spots: SpotMap, path: Path, found: str, expected: str) -> Problem:
    name = ".".join(str(step) for step in path if step not in ("value", "values"))
    details = {"name": name, "found": found, "expected": expected}
    return Problem("bad-score-parameter", spots.find(*path), details)


def _check_tables(rules: ScoringRules, spots: SpotMap) -> Iterator[Problem]:
    """Find grade tables that do not fall, quotas of grades that are not there, tables nobody wrote."""
    cap = rules.scale.cap.value
    for grade, worth in rules.words.worth.items():
        if not 0 <= worth <= cap:
            yield _bad(spots, ("words", "worth", grade), f"{worth:g}", f"0 ~ {cap:g}")
    for name, table in rules.grades.items():
        yield from _check_table(name, table, spots)
    for kind, name in values_of(rules.grading).items():
        if name and name not in rules.grades:
            details = {"found": name, "allowed": ", ".join(rules.grades) or "-"}
            yield Problem("unknown-grade-table", spots.find("grading", kind), details)


def _check_table(name: str, table: GradeTable, spots: SpotMap) -> Iterator[Problem]:
    cuts, grades = list(table.cuts.values()), list(table.cuts)
    if len(cuts) < 2 or cuts != sorted(set(cuts), reverse=True):
        found = ", ".join(f"{grade} {cut:g}" for grade, cut in table.cuts.items()) or "-"
        yield Problem("bad-grades", spots.find("grades", name, "cuts"), {"name": name, "found": found})
    for grade in (*table.en, *((table.quota.best, table.quota.worst) if table.quota else ())):
        if grade not in grades:
            details = {"found": grade, "allowed": ", ".join(grades)}
            yield Problem("unknown-grade", spots.find("grades", name), details)
    if table.quota and {table.quota.best, table.quota.worst} <= set(grades):
        best, worst = grades.index(table.quota.best), grades.index(table.quota.worst)
        shares = table.quota.most, table.quota.least
        if best >= worst or not all(0 <= one <= 1 for one in shares) or sum(shares) > 1:
            quota = table.quota
            found = f"{quota.best} {quota.most:g}, {quota.worst} {quota.least:g}"
            yield Problem("bad-grades", spots.find("grades", name, "quota"), {"name": name, "found": found})
    if table.quota and not 1 <= table.quota.members <= _MOST_MEMBERS:
        path = ("grades", name, "quota", "members")
        yield _bad(spots, path, f"{table.quota.members}", f"1, 2, … {_MOST_MEMBERS:,}")
