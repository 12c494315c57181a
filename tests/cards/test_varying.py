"""Each value is moved by itself, as far as it can go, and what turns is what judging anew would tell."""

from datetime import date
from functools import cache

import attrs
import pytest
from projects import HOUSE, assessed_departments, department, indicator, programme, read_project

from scorecard.cards.varying import KINDS, Sensitivity, Tried, sense
from scorecard.rules.assess import Assessment, assess
from scorecard.rules.changing import with_value
from scorecard.rules.knobs import Limit, Way, knobs_of, plain, reweighted
from scorecard.rules.loading import check_rules
from scorecard.rules.status import STATUSES
from scorecard.targets.facts import lay_out
from scorecard.targets.supposing import suppose


@cache
def quarters(on: str = "") -> Assessment:
    book, rules, problems = read_project(HOUSE / "examples/quarters")
    assert book is not None
    assert rules is not None
    assert problems == []
    day = date.fromisoformat(on) if on else book.office.as_of
    return assess(lay_out(attrs.evolve(book, office=attrs.evolve(book.office, as_of=day))), rules)


@cache
def sensed() -> Sensitivity:
    return sense(quarters())


def of(name: str, way: Way) -> Tried:
    return next(one for one in sensed().tried if (one.knob.name, one.move.way) == (name, way))


def test_every_move_is_one_the_rules_allow() -> None:
    for knob in knobs_of(quarters().rules):
        for move in knob.moves:
            assert move.rules is not None
            assert check_rules(move.rules) == [], knob.name
            assert move.value != knob.value


def test_a_move_is_a_fifth_or_says_why_not() -> None:
    for one in sensed().tried:
        now = one.knob.value
        if one.move.limit is None and isinstance(now, int | float):
            assert one.move.value == pytest.approx(now * (1 + 0.2 * one.move.way.value))
        if one.move.limit is Limit.WHOLE:
            assert float(str(one.move.value)).is_integer()


def test_a_band_stops_before_its_neighbour() -> None:
    move = of("rules.attainment.bands.on_track", Way.UP).move
    assert move.limit is Limit.STOPPED
    assert 0.95 < float(str(move.value)) < 1


def test_what_turns_is_what_judging_the_whole_anew_tells() -> None:
    judged = quarters()
    for name in (
        "rules.attainment.bands.watch",
        "rules.scoring.grades.institution.cuts.S",
        "rules.scoring.scale.full",
    ):
        one = next(each for each in sensed().tried if each.knob.name == name)
        assert one.move.rules is not None
        again = assess(judged.facts, one.move.rules)
        statuses = {
            (place.id, STATUSES[int(now)].value)
            for place, was, now in zip(judged.facts.places, judged.status, again.status, strict=True)
            if was != now
        }
        assert {(turn.id, turn.new) for turn in one.turned if turn.kind == "status"} == statuses
        grades = [
            [each.grades.words[code] if code >= 0 else "" for code in each.grades.codes]
            for each in (judged.rolled, again.rolled)
        ]
        changed = {
            place.id for place, was, now in zip(judged.facts.places, *grades, strict=True) if was != now
        }
        assert changed <= {turn.id for turn in one.turned if turn.kind == "grade"}


def test_a_weight_in_its_place_is_the_weight_written_down() -> None:
    judged = quarters()
    for name, owner in (
        ("libraries/lending/loans", ("row", 0)),
        ("libraries/lending", ("programme", 0)),
        ("libraries", ("department", 0)),
    ):
        written = assess(lay_out(suppose(judged.facts.book, f"{name}.weight", "3").book), judged.rules)
        moved = assess(reweighted(judged.facts, owner, 3.0), judged.rules)
        assert moved.rolled.office.rolled.score.values[0] == written.rolled.office.rolled.score.values[0], (
            name
        )


def test_the_worst_come_first_kind_by_kind() -> None:
    counts = [one.counts for one in sensed().tried]
    assert counts == sorted(counts, reverse=True)
    assert len(counts[0]) == len(KINDS)


def test_ranks_turn_where_departments_are_near() -> None:
    texts = {
        name: department(programme(
            indicator(id="a", target="{2026: 100명}", actual=f"{{2026: {first}명}}")
            + indicator(id="b", target="{2026: 100명}", actual=f"{{2026: {second}명}}")
        ))
        for name, first, second in (("one", 90, 71), ("two", 80, 80))
    }  # fmt: skip
    found = sense(assessed_departments(texts, office={"as_of": "2026-12-31"}))

    down = next(one for one in found.tried if one.knob.name == "one/p/a.weight" and one.move.way is Way.DOWN)
    assert {(turn.id, turn.old, turn.new) for turn in down.turned if turn.kind == "rank"} == {
        ("one", "1", "2"),
        ("two", "2", "1"),
    }


def test_target_quality_turns_by_its_own_limits() -> None:
    text = indicator(target="{2026: 145명}", actual="{2025: 100명}")
    found = sense(assessed_departments({"jobs": department(programme(text))}))

    down = next(
        one for one in found.tried
        if one.knob.name == "rules.quality.ambition.wildest_stretch" and one.move.way is Way.DOWN
    )  # fmt: skip
    assert [(turn.kind, turn.id) for turn in down.turned] == [("quality", "jobs/p/i")]


def test_a_young_year_says_that_nothing_is_scored() -> None:
    young = sense(quarters("2026-01-31"))
    assert not young.is_scored
    assert not any(one.knob.is_weight and not one.knob.is_figured for one in young.tried)


def test_what_cannot_move_is_listed() -> None:
    stuck = [one.name for one in sensed().stuck]
    assert stuck
    assert "rules.scoring.grades.institution.cuts.E" in stuck
    assert all(not one.moves for one in sensed().stuck)


def test_putting_a_value_back_is_no_change() -> None:
    rules = quarters().rules
    for knob in knobs_of(rules):
        for move in knob.moves:
            assert move.rules is not None
            steps = knob.name.split(".")[1:]
            number = knob.value
            assert plain(number) == number
            if steps[0] == "attainment":
                assert with_value(move.rules, steps, number) == rules


def test_of_points_that_must_add_up_the_others_give_way() -> None:
    """Moving one weight alone leaves the others' ratio as scaling them to the total would."""
    book, rules, problems = read_project(HOUSE / "examples/evaluation")
    assert book is not None
    assert rules is not None
    assert problems == []
    found = sense(assess(lay_out(book), rules))
    owners = {one.knob.owner[0] for one in found.tried if one.knob.is_weight and not one.knob.is_figured}

    assert found.is_absolute
    assert owners == {"row", "department"}  # A programme's points are its indicators'.
