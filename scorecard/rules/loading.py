"""`rules/*.yaml` → a rule book, or everything that keeps it from being one. Loads no NumPy."""

from collections.abc import Mapping, Sequence
from os.path import lexists
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

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
from scorecard.targets.shaping import shaped
from scorecard.targets.spots import SpotMap
from scorecard.targets.text import read_file
from scorecard.targets.vocabulary import VOCABULARY

T = TypeVar("T")

FOLDER = "rules"
_FILES: Mapping[str, Any] = MappingProxyType({
    "attainment": AttainmentRules, "coverage": CoverageRules, "risks": RisksFile,
    "scoring": ScoringRules, "quality": QualityRules,
})  # fmt: skip
_OPTIONAL = ("scoring", "quality")


class RuleTexts:
    """What the files of `rules/` say, or what is left of it; None: a file of which nothing is known."""

    def __init__(self, models: Mapping[str, Any], spots: Mapping[str, SpotMap]) -> None:
        self.attainment: AttainmentRules | None = models["attainment"]
        self.coverage: CoverageRules | None = models["coverage"]
        self.risks: RisksFile | None = models["risks"]
        #: What an office is bound to has no default: None also where the project says nothing.
        self.scoring: ScoringRules | None = models["scoring"]
        self.quality: QualityRules | None = models["quality"]
        self.spots = spots  #: By file name without ending; of all files that are there or ought to be.


def load_rules(project: Path) -> tuple[RuleBook | None, list[Problem]]:
    """Read a project's rules; None when there is any problem."""
    _, rules, problems = gather_rules(project)
    return rules, problems


def gather_rules(project: Path) -> tuple[RuleTexts, RuleBook | None, list[Problem]]:
    """Read a project's rules, or what is left of their texts when there is any problem."""
    texts, problems = _read_texts(project)
    rules, more = _read_risks(project, texts)
    more += _check(texts)
    if problems or more:
        from scorecard.rules.hanging import true_of_rules

        return texts, None, in_order([*problems, *true_of_rules(more, texts.spots)])
    if not (texts.attainment and texts.coverage):
        return texts, None, []  # What is not there was told.
    quality = texts.quality or USUAL
    return texts, RuleBook(texts.attainment, rules, texts.coverage, texts.spots, quality, texts.scoring), []


def _read_texts(project: Path) -> tuple[RuleTexts, list[Problem]]:
    models: dict[str, Any] = {}
    spots: dict[str, SpotMap] = {}
    problems: list[Problem] = []
    for name, model in _FILES.items():
        models[name] = None
        if name in _OPTIONAL and not lexists(project / FOLDER / f"{name}.yaml"):
            continue
        models[name], spots[name], more = _load(project, name, model)
        problems += more
    return RuleTexts(models, spots), problems


def _check(texts: RuleTexts) -> list[Problem]:
    """Find what cannot be in each file, and what the demands say of rules that is not so."""
    problems: list[Problem] = []
    if texts.attainment:
        problems += check_attainment(texts.attainment, texts.spots["attainment"])
    if texts.coverage:
        ids = [text.id for text in texts.risks.rules] if texts.risks else []
        problems += check_coverage(texts.coverage, texts.spots["coverage"])
        problems += check_demands(texts.coverage, texts.spots["coverage"], ids)
    if texts.scoring:
        problems += check_scoring(texts.scoring, texts.spots["scoring"])
    if texts.quality:
        problems += check_quality(texts.quality, texts.spots["quality"])
    return problems


def _load(project: Path, name: str, into: type[T]) -> tuple[T | None, SpotMap, list[Problem]]:
    file = f"{FOLDER}/{name}.yaml"
    path = project / FOLDER / f"{name}.yaml"
    if lexists(path):
        return shaped(read_file(path, file), file, into, 1)
    return shaped((None, [Problem("rules-missing", Spot(file, 0, 0), {"file": file})]), file, into, 1)


def _read_risks(project: Path, texts: RuleTexts) -> tuple[tuple[Rule, ...], list[Problem]]:
    if texts.risks is None:
        return (), []
    reader = _RuleReader(project, texts.spots["risks"])
    rules = [reader.read(index, text) for index, text in enumerate(texts.risks.rules)]
    reader.check_ids([text.id for text in texts.risks.rules])
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
    return _mentions([rule.text for rule in rules.risks], rules.coverage, rules.scoring, rules.spots)


def mentions_in(texts: RuleTexts) -> Mentions:
    """Gather what is left of the rules and names something of a book."""
    rules = texts.risks.rules if texts.risks else ()
    return _mentions(rules, texts.coverage, texts.scoring, texts.spots)


def _mentions(
    rules: Sequence[RuleText],
    demands: CoverageRules | None,
    scoring: ScoringRules | None,
    spots: Mapping[str, SpotMap],
) -> Mentions:
    risks, coverage = spots["risks"], spots["coverage"]
    return Mentions(
        tuple(
            Mention(waiver.indicator, risks.find("rules", r, "waivers", w, "indicator"))
            for r, rule in enumerate(rules)
            for w, waiver in enumerate(rule.waivers)
        ),
        (
            *(Mention(name, coverage.find_key("departments", name)) for name in demands.departments),
            *(
                Mention(waiver.where, coverage.find("waivers", w, "where"))
                for w, waiver in enumerate(demands.waivers)
                if waiver.where != OFFICE_ID
            ),
        )
        if demands
        else (),
        limits_of(scoring) if scoring else None,
    )
