"""Laws of scores and roll-ups: what holds whatever the figures are."""

import math
from collections.abc import Sequence
from decimal import Decimal

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rules.methods import Result, weighted_score
from scorecard.rules.scoring.evidence import Evidence, evidence
from scorecard.rules.scoring.grading import shared_out
from scorecard.rules.scoring.methods import SCORE_METHODS
from scorecard.rules.scoring.models import ScoreDefaults, ScoringRules
from scorecard.rules.scoring.rolling import Rolled, roll_up
from scorecard.rules.scoring.scores import score_by_method
from scorecard.targets.facts import words

RULES = ScoringRules(sources={}, methods=ScoreDefaults("target-ratio", "target-ratio"))
BOUND = [name for name in SCORE_METHODS if name != "attainment"]
MISSING = math.nan

figures = st.integers(1, 400).map(lambda whole: whole / 4)
perhaps = figures | st.just(MISSING)
Row = dict[str, object]


@st.composite
def rows(draw: st.DrawFn, sign: float | None = None) -> Row:
    """Make a row of which anything may be missing."""
    return {
        "actual": draw(perhaps), "target": draw(perhaps), "attainment": draw(perhaps),
        "sign": draw(st.sampled_from([1.0, -1.0])) if sign is None else sign,
        "past": draw(st.lists(perhaps, min_size=8, max_size=8)),
        "core": draw(st.booleans()), "is_rate": draw(st.booleans()), "kept": draw(st.booleans()),
        "outlier": draw(st.sampled_from([MISSING, 0.0, 1.0, 4.0])),
        "best_peer": draw(perhaps), "worst_peer": draw(perhaps),
        "best_past": draw(perhaps), "worst_past": draw(perhaps),
        "start": draw(figures), "goal": draw(figures),
        "since": draw(st.sampled_from([-4.0, -2.0, -1.0])), "until": draw(st.sampled_from([0.0, 3.0])),
        "rebased": draw(st.sampled_from([MISSING, 0.0, -1.0])),
        "levels": sorted(draw(st.lists(figures, min_size=3, max_size=3, unique=True))),
    }  # fmt: skip


def table(some: Sequence[Row]) -> Evidence:
    return evidence(len(some), **{name: [row[name] for row in some] for name in some[0]})


def run(method: str, *some: Row) -> Result:
    return SCORE_METHODS[method](table(some), RULES).result


def same(one: float, other: float) -> bool:
    return one == pytest.approx(other, rel=1e-6, abs=1e-6, nan_ok=True)


@given(row=rows(), method=st.sampled_from(BOUND))
def test_a_score_lies_within_twenty_and_a_hundred_or_has_a_reason(row: Row, method: str) -> None:
    result = run(method, row)
    value, reason = float(result.values[0]), result.reason(0)
    assert (reason is None and 20 <= value <= 100) or (reason is not None and math.isnan(value))


@given(row=rows(sign=1.0), method=st.sampled_from(BOUND), more=figures)
def test_more_is_never_scored_less_where_more_is_better(row: Row, method: str, more: float) -> None:
    """Rates too, whose ends may be cut at 100."""
    better = {**row, "actual": row["actual"] + more}  # type: ignore[operator]
    before, after = (float(run(method, one).values[0]) for one in (row, better))
    assert math.isnan(before) == math.isnan(after)
    assert math.isnan(before) or after >= before - 1e-9


@given(row=rows(sign=-1.0), method=st.sampled_from(BOUND), less=figures)
def test_less_is_never_scored_less_where_less_is_better(row: Row, method: str, less: float) -> None:
    """Below 0 too: an end cut there stays where it is."""
    lower: float = row["actual"] - less  # type: ignore[operator]
    before, after = (float(run(method, one).values[0]) for one in (row, {**row, "actual": lower}))
    if method == "target-ratio" and lower <= 0:
        assert math.isnan(after)
    else:
        assert math.isnan(before) == math.isnan(after)
        assert math.isnan(before) or after >= before - 1e-9


MIRRORED = (
    "actual",
    "target",
    "past",
    "best_peer",
    "worst_peer",
    "best_past",
    "worst_past",
    "start",
    "goal",
    "levels",
)
BY_DIFFERENCE = ("target-band-sd", "medium-term", "peer-range", "trend", "beta")


@given(row=rows(sign=1.0), method=st.sampled_from(BY_DIFFERENCE))
def test_mirrored_figures_have_the_mirrored_score(row: Row, method: str) -> None:
    """Figures hung down from a height score as they did standing up, by methods of differences."""
    row = {**row, "is_rate": False}
    height = 1e4
    down = {
        **row, "sign": -1.0,
        **{name: (height - np.array(row[name], dtype=np.float64)).tolist() for name in MIRRORED},
    }  # fmt: skip
    up_raised = {
        **row, **{name: (height + np.array(row[name], dtype=np.float64)).tolist() for name in MIRRORED}
    }  # fmt: skip
    assert same(float(run(method, up_raised).values[0]), float(run(method, down).values[0]))


@given(base=figures, share=st.floats(0.5, 1.5), core=st.booleans())
def test_a_band_of_shares_mirrors_around_its_base(base: float, share: float, core: bool) -> None:
    up = {"actual": base * share, "sign": 1.0, "past": [base, base], "core": core}
    down = {**up, "actual": base * (2 - share), "sign": -1.0}
    assert same(float(run("target-band", up).values[0]), float(run("target-band", down).values[0]))


@given(some=st.lists(rows(), min_size=1, max_size=6), order=st.randoms())
def test_all_at_once_are_scored_as_one_by_one_in_any_order(some: list[Row], order: object) -> None:
    methods = [list(SCORE_METHODS)[place % len(SCORE_METHODS)] for place in range(len(some))]
    together = score_by_method(table(some), words(methods), RULES).result
    places = list(range(len(some)))
    order.shuffle(places)  # type: ignore[attr-defined]
    shuffled = score_by_method(table([some[p] for p in places]), words([methods[p] for p in places]), RULES)
    for new, place in enumerate(places):
        alone = run(methods[place], some[place])
        assert np.array_equal(alone.values, together.values[[place]], equal_nan=True)
        assert alone.reason(0) is together.reason(place) is shuffled.result.reason(new)


@given(row=rows(), method=st.sampled_from(BOUND), factor=st.sampled_from([0.25, 2.0, 1024.0]))
def test_another_unit_changes_no_score(row: Row, method: str, factor: float) -> None:
    row = {**row, "is_rate": False}
    scaled = {**row, **{name: (np.array(row[name]) * factor).tolist() for name in MIRRORED}}
    assert same(float(run(method, row).values[0]), float(run(method, scaled).values[0]))


# ── roll-ups ──────────────────────────────────────────────────────────────────────────────────

weights = st.integers(1, 100).map(float)
scores = st.floats(20, 100) | st.just(MISSING)
members = st.lists(st.tuples(weights, scores), min_size=1, max_size=8)


def leaves(values: Sequence[float]) -> Rolled:
    column = np.array(values, dtype=np.float64)
    covered = (~np.isnan(column)).astype(np.float64)
    return Rolled(Result(column, np.full(column.size, -1, dtype=np.int8)), column, covered)


def one_group(some: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Roll members up into one group: its score and its coverage."""
    rolled = roll_up(
        leaves([score for _, score in some]), np.array([weight for weight, _ in some]),
        np.zeros(len(some), dtype=np.intp), 1,
    )  # fmt: skip
    return float(rolled.score.values[0]), float(rolled.coverage[0])


@given(weight=weights, score=st.floats(20, 100))
def test_a_roll_up_of_one_is_itself(weight: float, score: float) -> None:
    found, coverage = one_group([(weight, score)])
    assert same(found, score)
    assert coverage == 1


@given(some=members, factor=st.sampled_from([0.5, 3.0, 100.0]))
def test_weights_scaled_together_change_nothing(some: list[tuple[float, float]], factor: float) -> None:
    plain, scaled = one_group(some), one_group([(weight * factor, score) for weight, score in some])
    assert all(same(one, other) for one, other in zip(plain, scaled, strict=True))


@given(some=members, weight=weights)
def test_a_member_without_score_changes_the_coverage_alone(
    some: list[tuple[float, float]], weight: float
) -> None:
    before, after = one_group(some), one_group([*some, (weight, MISSING)])
    assert same(before[0], after[0])
    assert after[1] <= before[1]


@given(some=members)
def test_one_level_is_the_weighted_score_of_a10(some: list[tuple[float, float]]) -> None:
    expected = weighted_score(*(np.array(column) for column in zip(*some, strict=True)))
    assert all(same(one, other) for one, other in zip(one_group(some), expected, strict=True))


@given(
    tenths=st.lists(st.integers(1, 300), min_size=1, max_size=12),
    score=st.decimals(20, 100, places=2),
)
def test_members_of_one_score_make_that_very_score(tenths: list[int], score: Decimal) -> None:
    """Whoever scores 90 in everything scores 90, whatever the weights: the grade hangs on it."""
    some = [(tenth / 10, float(score)) for tenth in tenths]
    assert one_group(some)[0] == float(score)


@given(some=members, order=st.randoms())
def test_the_order_of_members_changes_no_roll_up(some: list[tuple[float, float]], order: object) -> None:
    shuffled = list(some)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert all(same(one, other) for one, other in zip(one_group(some), one_group(shuffled), strict=True))


@given(groups=st.lists(members, min_size=1, max_size=4), silent=st.integers(0, 3))
def test_whoever_is_not_scored_leaves_the_others_their_ratio_at_every_level(
    groups: list[list[tuple[float, float]]], silent: int
) -> None:
    """Two levels weigh what each leaf's share of the whole says, over those that have a score."""
    some = [(group, weight, score) for group, row in enumerate(groups) for weight, score in row]
    owner = np.array([group for group, _, _ in some], dtype=np.intp)
    weight = np.array([one for _, one, _ in some])
    score = np.array([MISSING if place == silent else one for place, (_, _, one) in enumerate(some)])
    first = roll_up(leaves(score.tolist()), weight, owner, len(groups))
    second = roll_up(first, np.ones(len(groups)), np.zeros(len(groups), dtype=np.intp), 1)
    share = weight / np.bincount(owner, weight)[owner]
    expected, coverage = weighted_score(share, score)
    assert same(float(second.score.values[0]), expected)
    assert same(float(second.coverage[0]), coverage)


def test_evidence_of_no_rows_gives_no_scores() -> None:
    for method in SCORE_METHODS.values():
        assert method(evidence(0), RULES).size == 0


def test_a_parameter_can_be_overridden_as_data() -> None:
    wider = attrs.evolve(
        RULES,
        target_band=attrs.evolve(RULES.target_band, above=attrs.evolve(RULES.target_band.above, value=0.2)),
    )
    row = evidence(1, actual=112.0, past=[[106.0, 102, 94]], sign=1.0)
    assert round(float(SCORE_METHODS["target-band"](row, wider).result.values[0]), 2) == 71.32


@given(shares=st.lists(st.integers(1, 100).map(float), min_size=1, max_size=12), power=st.integers(-6, 10))
def test_points_shared_out_do_not_know_how_large_the_weights_are(shares: list[float], power: int) -> None:
    """Weights scaled together change no points either."""
    plain, scaled = (shared_out(np.array(shares) * factor, 100) for factor in (1.0, 2.0**power))
    assert plain.tolist() == scaled.tolist()
