"""Write what the documentation takes from code, rules and real runs of the program.

`python -m tools.make_docs` writes; `--check` writes nothing, names what is not current and exits 1.
In a page written by hand, what stands between two marks is made here:

    <!-- made by tools/make_docs.py: begin NAME -->
    <!-- made by tools/make_docs.py: end NAME -->

Whole files that are made: docs/schemas/, docs/problems/ and .vscode/.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from scorecard.problems import catalogue
from scorecard.reports.editors import editor_files
from scorecard.rules import demands
from scorecard.rules import models as rule_models
from scorecard.rules.scoring import models as score_models
from scorecard.targets import audits, budgets, measures, mentions, plans, revising, shape
from scorecard.targets import scoring as score_texts
from scorecard.targets.vocabulary import Row
from tools.pages import (
    commands,
    evaluation,
    facts,
    formats,
    gates,
    loops,
    methods,
    motions,
    problems,
    quarters,
    revised,
    ruled,
    runs,
    supposed,
    walkthrough,
)

HOUSE = Path(__file__).parent.parent
HAND_WRITTEN = ("README.md", "CONTRIBUTING.md", "docs/*.md", "docs/ko/*.md", "docs/methods/*.md")

Block = Callable[[], str]

_MARKED = re.compile(
    r"(?P<begin><!-- made by tools/make_docs\.py: begin (?P<name>[^\n]+?) -->\n)"
    r".*?"
    r"(?P<end><!-- made by tools/make_docs\.py: end (?P=name) -->)",
    re.DOTALL,
)

_OFFICE = (measures.Office, measures.Source)
_DEPARTMENT = (
    shape.DepartmentText, measures.Programme, budgets.BudgetLine, budgets.Statement, measures.Indicator, measures.Sources,
    mentions.Mention, mentions.Table, mentions.Row,
    shape.LongValue, revising.Restatement, revising.Revision, measures.Break, plans.Step, measures.Override,
    score_texts.Scoring, score_texts.Range, score_texts.MediumTerm, score_texts.Outlier, score_texts.Adjustment,
)  # fmt: skip
_AUDIT = (
    audits.Audit,
    audits.AuditItem,
    audits.AuditStep,
    audits.StateChange,
    audits.AuditCount,
    audits.Headings,
)
_RULES = (
    rule_models.AttainmentRules, rule_models.Defaults, rule_models.Band, rule_models.PaceRules,
    rule_models.ForecastRules,
    rule_models.RisksFile, rule_models.RuleText, rule_models.RuleWords, rule_models.Example, rule_models.Waiver,
    rule_models.CoverageRules, rule_models.Floor, rule_models.MostFindings,
    demands.Freshness, demands.Ratchet, demands.DemandWaiver,
)  # fmt: skip

_SCORES = (
    score_models.ScoringRules, score_models.ScoreDefaults, score_models.WeightRules, score_models.Scale,
    score_models.BaseValue, score_models.TargetBand, score_models.TargetBandSd, score_models.MediumTermRules,
    score_models.TrendRules, score_models.BetaRules, score_models.BandFloorRules, score_models.GradeWords,
    score_models.GradeTable, score_models.Quota, score_models.Grading, score_models.AdjustmentRules,
    score_models.Parameter, score_models.Series,
)  # fmt: skip

BLOCKS: Mapping[str, Block] = {
    "keys office": partial(formats.keys_of, *_OFFICE),
    "keys department": partial(formats.keys_of, *_DEPARTMENT),
    "keys audit": partial(formats.keys_of, *_AUDIT),
    "keys rules": partial(formats.keys_of, *_RULES),
    "keys scores": partial(formats.keys_of, *_SCORES),
    "facts indicator": partial(facts.facts_of, Row.INDICATOR),
    "facts programme": partial(facts.facts_of, Row.PROGRAMME),
    "facts audit": partial(facts.facts_of, Row.AUDIT),
    "kinds": facts.kinds,
    "words": facts.words,
    "functions": facts.functions,
    "formats": facts.formats,
    "rules overview": ruled.overview,
    "rules": ruled.all_rules,
    "bands": partial(ruled.bands, "en"),
    "bands ko": partial(ruled.bands, "ko"),
    "default methods": ruled.defaults,
    "demands": ruled.demands,
    "program": commands.overview,
    "commands": commands.all_commands,
    "example milestones": methods.milestones,
    "example means": methods.means,
    "reasons": methods.reasons,
    "example gamma-poisson": motions.of_counts,
    "example seasonal": motions.of_past_years,
    "example linear": motions.of_plans,
    "example required-rate": motions.of_rates,
    "example burn": motions.of_burn,
    "example limits": motions.of_limits,
    "example ambition": motions.of_ambition,
    "example trajectories": motions.of_paths,
    **{f"example {name}": partial(methods.example, name) for name in methods.CASES},
    **{f"mistake {code}": partial(runs.mistake, code) for code in runs.MISTAKES},
    "run check": partial(runs.printed, "check"),
    "run watch": loops.watched,
    "run explain": partial(runs.printed, "explain", "youth-academy/trained"),
    "run gate failing": partial(
        runs.printed, "gate", edits=(runs.LOST_TARGET,), only=("못 지킴", "대학 일자리", "관문")
    ),
    "gate stepped back": partial(gates.stepped_back, "en"),
    "gate stepped back ko": partial(gates.stepped_back, "ko"),
    "gate unknown base": gates.shallow,
    "gate sarif": partial(gates.written, "sarif", gates.first_result),
    "gate gitlab": partial(gates.written, "gitlab", gates.first_entry),
    "gate markdown": partial(gates.written, "markdown", gates.head_of_summary),
    "run half year": partial(
        runs.printed, "explain", "youth-academy/trained",
        edits=(runs.JUNE, runs.LATE_ACTUAL), only=("올해 실적", "상반기", "달성률  ", "예정량", "진도율  ", "상태"),
    ),
    **{f"quarters {name}": partial(quarters.explained, *told) for name, told in quarters.TOLD.items()},
    **{f"quarters typed {name}": partial(quarters.typed, *place) for name, place in quarters.TYPED.items()},
    **{f"quarters slip {code}": partial(quarters.slip, code) for code in quarters.SLIPS},
    **{f"score {name}": partial(evaluation.explained, name) for name in evaluation.TOLD},
    "score base values": evaluation.base_values,
    "score knots": evaluation.knots,
    "score departments": evaluation.departments,
    "score grades": evaluation.grades,
    "score worth": evaluation.worth,
    "score points": evaluation.points,
    "quarters year": partial(quarters.year_of, "libraries"),
    **walkthrough.blocks(),
    "revised entry": revised.entry,
    "revised silent": partial(revised.told, revised.SILENT),
    "revised entered": partial(revised.told, revised.SILENT, revised.ENTERED),
    "what-if figures": partial(
        supposed.supposed, "what-if", "lending/loans.target.2026=1,000,000권", "lending/loans.weight=3"
    ),
    "what-if rules": partial(
        supposed.supposed, "what-if", "rules.coverage.office.previous=1", "rules.scoring.scale.least=0", most=12
    ),
    "what-if reach": partial(
        supposed.supposed, "--as-of", "2026-06-30", "what-if", "lending/loans", "--reach", "achieved"
    ),
    "sensitivity": partial(supposed.supposed, "sensitivity", most=16),
    "problems index": problems.index,
}  # fmt: skip


def renewed(text: str) -> str:
    """Fill every marked place of a page anew; an unknown name is a KeyError."""
    return _MARKED.sub(lambda found: f"{found['begin']}\n{BLOCKS[found['name']]()}\n\n{found['end']}", text)


def wanted() -> Iterator[tuple[str, str]]:
    """Tell every file that is made, wholly or in places, with the text it should have."""
    for pattern in HAND_WRITTEN:
        for path in sorted(HOUSE.glob(pattern)):
            yield path.relative_to(HOUSE).as_posix(), renewed(path.read_text(encoding="utf-8"))
    yield from editor_files("docs/schemas").items()
    for code in catalogue():
        yield f"docs/problems/{code}.md", problems.page(code)


def stale() -> dict[str, str]:
    """Find the files that do not have the text they should have; what nobody makes any more is empty."""
    texts = dict(wanted())
    left_over = {
        path.relative_to(HOUSE).as_posix(): ""
        for folder in ("docs/schemas", "docs/problems")
        for path in (HOUSE / folder).glob("*")
        if path.relative_to(HOUSE).as_posix() not in texts
    }
    return {name: text for name, text in texts.items() if _read(HOUSE / name) != text} | left_over


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main(arguments: Sequence[str]) -> int:
    """Write what is not current, or only name it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if something is not current"
    )
    asked = parser.parse_args(arguments)
    found = stale()
    for name, text in found.items():
        print(f"not current: {name}" if asked.check else f"written: {name}")
        if not asked.check:
            _write(HOUSE / name, text)
    return int(asked.check and bool(found))


def _write(path: Path, text: str) -> None:
    if not text:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
