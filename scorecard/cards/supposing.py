"""What changes on the scorecard if something were otherwise: figures, weights or rules, in memory alone.

Everything goes through the readers and checks of the files, and is judged by the engine of every other command.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import isnan
from typing import Any

import attrs

from scorecard.cards.announcing import name_of, result_of, summary_of
from scorecard.cards.assemble import assemble
from scorecard.cards.changed import ChangedLine, Told, changed_lines, tell
from scorecard.cards.coverage import measure_coverage
from scorecard.cards.gate import hold
from scorecard.cards.motion import in_unit
from scorecard.cards.profiles import profile_of
from scorecard.cards.scores import grade_words, score_words
from scorecard.problems import Mistake, Problem, Spot
from scorecard.rules.assess import Assessment, assess
from scorecard.rules.changing import change_rule, value_at
from scorecard.rules.loading import check_rules, mentions_of
from scorecard.rules.models import RuleBook
from scorecard.rules.quality.models import Property
from scorecard.rules.together import check_together
from scorecard.targets.checks import check
from scorecard.targets.facts import lay_out
from scorecard.targets.measures import Book
from scorecard.targets.supposing import suppose
from scorecard.wording.numbers import NOTHING, percent
from scorecard.wording.phrases import phrase

WHERE = "what-if"  #: Where a mistake in a change is placed, with the change itself.
_RULES = "rules"


@attrs.frozen
class Supposition:
    """One thing that is supposed to be otherwise."""

    what: str
    old: str  #: Empty: was not there.
    new: str


@attrs.frozen
class World:
    """A book and rules, with what in them is supposed."""

    book: Book
    rules: RuleBook
    supposed: tuple[Supposition, ...] = ()


def imagine(book: Book, rules: RuleBook, changes: Sequence[str]) -> tuple[World, list[Problem]]:
    """Make all changes at once, or tell everything that keeps them from being made."""
    world, problems = World(book, rules), []
    for typed in changes:
        try:
            world = _changed(world, typed)
        except Mistake as mistake:
            problems.append(mistake.at(Spot(f"{WHERE} {typed}", 0, 0)))
    if not problems:
        place = Spot(f"{WHERE} {' '.join(changes)}", 0, 0)
        known = set(_told(_problems_in(World(book, rules))))
        new = [one for one in _told(_problems_in(world)) if one not in known]
        problems = [Problem(code, place, dict(details)) for code, details in dict.fromkeys(new)]
    return world, problems


def _changed(world: World, typed: str) -> World:
    what, sign, words = (" ".join(part.split()) for part in typed.partition("="))
    if not (what and sign and words):
        raise Mistake("change-unreadable", found=typed)
    first, *steps = what.split(".")
    if first == _RULES:
        rules = change_rule(world.rules, steps, words)
        done = Supposition(what, _word(value_at(world.rules, _as_written(steps))), words)
        world = attrs.evolve(world, rules=rules)
    else:
        supposed = suppose(world.book, what, words)
        done = Supposition(supposed.what, supposed.old, supposed.new)
        world = attrs.evolve(world, book=supposed.book)
    if any(one.what == done.what for one in world.supposed):
        raise Mistake("entry-twice", period=done.what)
    return attrs.evolve(world, supposed=(*world.supposed, done))


def _as_written(steps: Sequence[str]) -> tuple[str, ...]:
    """Name a value as its file does; a risk's own name keeps its dashes."""
    return tuple(step if steps[0] == "risks" else step.replace("-", "_") for step in steps)


def _word(value: Any) -> str:
    value = getattr(value, "value", getattr(value, "values", value))
    if isinstance(value, tuple):
        return ",".join(f"{one:g}" for one in value)
    return f"{value:.12g}" if isinstance(value, int | float) else str(value or "")


def _problems_in(world: World) -> Iterator[Problem]:
    yield from check(world.book)
    yield from check_rules(world.rules)
    yield from check_together(world.book, mentions_of(world.rules))


def _told(problems: Iterable[Problem]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(one.code, tuple(one.details.items())) for one in problems]


def judge_world(world: World) -> Assessment:
    """Judge what is supposed as anything written is judged."""
    return assess(lay_out(world.book), world.rules)


def turned(old: Assessment, new: Assessment) -> tuple[ChangedLine, ...]:
    """Find every line that reads otherwise: the gate and the office first, then departments and indicators."""
    return changed_lines(_tell(old), _tell(new))


def _tell(assessment: Assessment) -> dict[str, Told]:
    """List what the scorecard says, and of each row what only its explanation does."""
    told = dict(tell(assemble(assessment)))
    language = assessment.facts.book.office.language
    gate = _gate(assessment)
    for row, place in enumerate(assessment.facts.places):
        line = told.get(place.id)
        name = line.name if line else f"{place.department.name} · {place.indicator.name}"
        cells = {
            **{
                phrase(f"explain-{key}", language): words
                for key, words in _more(assessment, row).items()
                if words
            },
            **_quality(assessment, row),
        }
        told[place.id] = Told(name, {**(line.cells if line else {}), **cells})
    office = told[""]
    return {**told, "": Told(office.name, {**office.cells, **gate})}


def _more(assessment: Assessment, row: int) -> dict[str, str]:
    moved, counts = assessment.moved, assessment.scores.counts[row]
    pace, forecast = float(moved.pace.values[row]), float(moved.forecast.point[row])
    score = score_words(float(counts))
    grade = grade_words(assessment, "indicator", assessment.rolled.grades, row)
    return {
        "pace": "" if isnan(pace) or moved.complete[row] else percent(pace, digits=0),
        "forecast": "" if isnan(forecast) else in_unit(assessment, row, forecast),
        "score": " ".join(one for one in (score, grade) if one) if score != NOTHING else "",
    }


def _quality(assessment: Assessment, row: int) -> dict[str, str]:
    """Say how the target stands by each property, and how far it reaches."""
    title = phrase("quality-title", assessment.facts.book.office.language)
    told = profile_of(assessment, row)
    return {
        f"{title} · {one.label}": f"{one.word} · {one.text}" if one.which is Property.AMBITION else one.word
        for one in told
    }


def _gate(assessment: Assessment) -> dict[str, str]:
    """Say whether the gate holds, and what is found beside each demand."""
    language = assessment.facts.book.office.language
    verdict = hold(assessment, measure_coverage(assessment))
    told = {phrase("supposed-gate", language): summary_of(verdict, language)}
    for demand in verdict.demands:
        told[f"{phrase('supposed-gate', language)} · {demand.where} · {name_of(demand, language)}"] = (
            result_of(demand, language)
        )
    return told
