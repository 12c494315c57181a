"""`rules/*.yaml` → a rule book, or everything that keeps it from being one. Loads no NumPy."""

from collections.abc import Sequence
from os.path import lexists
from pathlib import Path
from typing import TypeVar

import attrs

from scorecard.problems import Problem, Spot, in_order
from scorecard.rules.checking import check_attainment, check_coverage
from scorecard.rules.demanding import check_demands
from scorecard.rules.language.reading import read_condition
from scorecard.rules.language.spelling import Misplaced
from scorecard.rules.language.templates import Template, read_template
from scorecard.rules.language.tree import facts_used
from scorecard.rules.models import AttainmentRules, CoverageRules, RisksFile, Rule, RuleBook, RuleText
from scorecard.rules.quality.checking import check_quality
from scorecard.rules.quality.models import USUAL, QualityRules
from scorecard.rules.scoring.checking import check_scoring, limits_of
from scorecard.rules.scoring.models import ScoringRules
from scorecard.rules.together import Mention, Mentions
from scorecard.targets.measures import OFFICE_ID
from scorecard.targets.shape import shaper
from scorecard.targets.spots import SpotMap
from scorecard.targets.text import read_file
from scorecard.targets.vocabulary import VOCABULARY

T = TypeVar("T")

FOLDER = "rules"


def load_rules(project: Path) -> tuple[RuleBook | None, list[Problem]]:
    """Read a project's rules; None when there is any problem."""
    attainment, spots, problems = _load(project, "attainment", AttainmentRules)
    if attainment and spots:
        problems += check_attainment(attainment, spots)
    coverage, coverage_spots, more = _load(project, "coverage", CoverageRules)
    problems += more
    if coverage and coverage_spots:
        problems += check_coverage(coverage, coverage_spots)
    risks, risk_spots, more = _load(project, "risks", RisksFile)
    problems += more
    scoring, scoring_spots, more = _load_scoring(project)
    problems += more
    quality, quality_spots, more = _load_quality(project)
    problems += more
    if risks is None or risk_spots is None:
        return None, in_order(problems)
    rules, more = _read_risks(project, risks, risk_spots)
    problems += more
    if coverage and coverage_spots:
        problems += check_demands(coverage, coverage_spots, [text.id for text in risks.rules])
    if problems or not (attainment and spots and coverage and coverage_spots):
        return None, in_order(problems)
    places = {"attainment": spots, "coverage": coverage_spots, "risks": risk_spots}
    optional = {"scoring": scoring_spots, "quality": quality_spots}
    places |= {name: found for name, found in optional.items() if found}
    return RuleBook(attainment, rules, coverage, places, quality or USUAL, scoring), []


def _load_scoring(project: Path) -> tuple[ScoringRules | None, SpotMap | None, list[Problem]]:
    """Read how scores are given, if the project says so: what an office is bound to has no default."""
    if not lexists(project / FOLDER / "scoring.yaml"):
        return None, None, []
    scoring, spots, problems = _load(project, "scoring", ScoringRules)
    return scoring, spots, problems + (list(check_scoring(scoring, spots)) if scoring and spots else [])


def _load_quality(project: Path) -> tuple[QualityRules | None, SpotMap | None, list[Problem]]:
    """Read from where on a target is easy or wild, if the project says so."""
    if not lexists(project / FOLDER / "quality.yaml"):
        return None, None, []
    quality, spots, problems = _load(project, "quality", QualityRules)
    return quality, spots, problems + (list(check_quality(quality, spots)) if quality and spots else [])


def _load(project: Path, name: str, into: type[T]) -> tuple[T | None, SpotMap | None, list[Problem]]:
    file = f"{FOLDER}/{name}.yaml"
    path = project / FOLDER / f"{name}.yaml"
    if not lexists(path):
        return None, None, [Problem("rules-missing", Spot(file, 0, 0), {"file": file})]
    text, problems = read_file(path, file)
    if text is None:
        return None, None, problems
    if text.data is None and not problems:
        return None, None, [Problem("file-empty", Spot(file, 0, 0))]
    shaped, more = shaper(1).shape(text.data, into, text.spots)
    told = {one.spot for one in problems}
    return shaped, text.spots, [*problems, *(one for one in more if one.spot not in told)]


def _read_risks(project: Path, risks: RisksFile, spots: SpotMap) -> tuple[tuple[Rule, ...], list[Problem]]:
    reader = _RuleReader(project, spots)
    rules = [reader.read(index, text) for index, text in enumerate(risks.rules)]
    reader.check_ids([text.id for text in risks.rules])
    return tuple(rule for rule in rules if rule), reader.problems


class _RuleReader:
    """Reads rules one by one, gathering what is wrong with each."""

    def __init__(self, project: Path, spots: SpotMap) -> None:
        self.project = project
        self.spots = spots
        self.problems: list[Problem] = []

    def read(self, index: int, text: RuleText) -> Rule | None:
        """Read one rule; None if its expression or a message has a mistake."""
        vocabulary = VOCABULARY[text.each]
        condition, mistakes = read_condition(text.when, vocabulary)
        self._note(mistakes, "rules", index, "when")
        message = self._template(text.message, text, "rules", index, "message")
        english = (
            self._template(text.en.message, text, "rules", index, "en", "message") if text.en else message
        )
        if condition is None or message is None or english is None:
            return None
        spot = self.spots.find("rules", index)
        return Rule(text, condition, message, english, facts_used(condition), spot.file, spot.line)

    def _template(self, message: str, text: RuleText, *path: str | int) -> Template | None:
        template, mistakes = read_template(message, VOCABULARY[text.each])
        self._note(mistakes, *path)
        return template

    def _note(self, mistakes: Sequence[Misplaced], *path: str | int) -> None:
        for mistake, offset in mistakes:
            self.problems.append(mistake.at(self._inside(self.spots.find(*path), offset)))

    def _inside(self, spot: Spot, offset: int) -> Spot:
        """Move a spot into a value that stands on one line; a folded one keeps its beginning."""
        lines = (self.project / spot.file).read_text(encoding="utf-8-sig").splitlines()
        opening = lines[spot.line - 1][spot.column - 1 : spot.column] if spot.line <= len(lines) else ""
        if opening in (">", "|"):
            return spot
        return attrs.evolve(spot, column=spot.column + offset + (opening in ("'", '"')))

    def check_ids(self, ids: Sequence[str]) -> None:
        """Find rules of one name."""
        for index, one in enumerate(ids):
            if one in ids[:index]:
                line = str(self.spots.find("rules", ids.index(one), "id").line)
                spot = self.spots.find("rules", index, "id")
                self.problems.append(Problem("duplicate-id", spot, {"found": one, "line": line}))


def check_rules(rules: RuleBook) -> list[Problem]:
    """Check rules that were changed after they had been read, as they would be in their files."""
    spots = {
        name: rules.spots.get(name) or SpotMap(f"{FOLDER}/{name}.yaml", 0) for name in ("quality", "scoring")
    }
    return [
        *check_attainment(rules.attainment, rules.spots["attainment"]),
        *check_coverage(rules.coverage, rules.spots["coverage"]),
        *check_demands(rules.coverage, rules.spots["coverage"], [rule.text.id for rule in rules.risks]),
        *(check_scoring(rules.scoring, spots["scoring"]) if rules.scoring else ()),
        *check_quality(rules.quality, spots["quality"]),
    ]


def mentions_of(rules: RuleBook) -> Mentions:
    """Gather what rules name of a book."""
    risks, coverage = rules.spots["risks"], rules.spots["coverage"]
    return Mentions(
        tuple(
            Mention(waiver.indicator, risks.find("rules", r, "waivers", w, "indicator"))
            for r, rule in enumerate(rules.risks)
            for w, waiver in enumerate(rule.text.waivers)
        ),
        (
            *(Mention(name, coverage.find_key("departments", name)) for name in rules.coverage.departments),
            *(
                Mention(waiver.where, coverage.find("waivers", w, "where"))
                for w, waiver in enumerate(rules.coverage.waivers)
                if waiver.where != OFFICE_ID
            ),
        ),
        limits_of(rules.scoring) if rules.scoring else None,
    )
