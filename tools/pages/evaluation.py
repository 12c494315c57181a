"""The worked sample of scores, as the pages of the score methods show it: every number is the engine's."""

from functools import cache

import numpy as np

from scorecard.rules.assess import Assessment, assess
from scorecard.rules.loading import load_rules
from scorecard.rules.scoring.evidence import quietly
from scorecard.rules.scoring.grading import grade_by_cuts, points_of, shared_out
from scorecard.rules.scoring.models import ScoringRules
from scorecard.rules.scoring.past import base_value
from scorecard.rules.scoring.trends import percent_of
from scorecard.targets.facts import lay_out
from scorecard.targets.loading import load_book
from scorecard.wording.numbers import grouped, percent, rounded
from tools.pages.markdown import fenced, table
from tools.pages.quarters import asked, under
from tools.pages.runs import HOUSE

SAMPLE = "examples/evaluation"
_LABELS = ("Score", "Score, reckoned", "Past actuals scored by")

#: What the pages tell of indicators, and what they keep of the answer.
TOLD: dict[str, tuple[str, ...]] = {
    "target-band": ("performances/shows", *_LABELS),
    "target-band core": ("performances/clubs", "Score", "Score, reckoned"),
    "target-band down": ("energy/water", *_LABELS),
    "target-band-sd": ("education/teachers", *_LABELS),
    "target-band-sd down": ("education/days", *_LABELS),
    "target-band-sd outlier": ("festival/teams", *_LABELS),
    "medium-term": ("pools/satisfied", *_LABELS),
    "medium-term ahead": ("pools/lanes", *_LABELS),
    "medium-term rebased": ("pools/accessible", *_LABELS),
    "peer-range": ("energy/renewable", "Score", "Score, reckoned"),
    "trend": ("lessons/members", *_LABELS),
    "beta": ("lessons/coaches", *_LABELS, "Attainment"),
    "target-ratio": ("safety/inspections", "Score", "Adjusted", "Points"),
    "target-ratio down": ("safety/response", "Score"),
    "band-floor": ("finance/debt", *_LABELS),
    "attainment": ("finance/income", "Score", "Attainment"),
    "judged-grade": ("festival/programme", "Score", "Points"),
    "none": ("trust/reputation", "Score"),
}


def explained(name: str) -> str:
    """Print the command that explains an indicator of the sample, and of its answer what its page keeps."""
    indicator, *labels = TOLD[name]
    command = f"scorecard explain {indicator} --project {SAMPLE} --lang en"
    return (
        f"{fenced(command, 'sh')}\n\n{fenced(under(labels, asked(command, home=SAMPLE).stdout.splitlines()))}"
    )


@cache
def _judged() -> tuple[Assessment, ScoringRules]:
    (book, wrong), (rules, more) = load_book(HOUSE / SAMPLE), load_rules(HOUSE / SAMPLE)
    if book is None or rules is None or rules.scoring is None or wrong or more:
        raise SystemExit(f"tools/pages/evaluation.py: {SAMPLE} cannot be judged")
    return assess(lay_out(book), rules), rules.scoring


def base_values() -> str:
    """Find base values of some histories."""
    cases = (
        ((90.0, 96, 94, 102, 106), 1, "more is better"),
        ((90.0, 96, 112, 114, 106), 1, "more is better"),
        ((20.0, 19, 21, 18, 17), -1, "less is better"),
        ((np.nan, np.nan, np.nan, 102, 106), 1, "more is better"),
        ((np.nan, np.nan, np.nan, np.nan, 106), 1, "more is better"),
    )
    rows = []
    for years, sign, words in cases:
        result = base_value(np.array([years[::-1]]), np.array([float(sign)]))
        reason = result.reason(0)
        found = f"none: {reason.value}" if reason else grouped(float(result.values[0]), 3)
        told = ", ".join("–" if np.isnan(year) else f"{year:g}" for year in years)
        rows.append((told, words, found))
    return table(("2021 to 2025", "direction", "base value"), rows)


def knots() -> str:
    """Write the table of deviations and percentages, with the scores they make."""
    rules = _judged()[1]
    ends = (-2.3, *rules.trend.z.values, 2.3)
    percents = percent_of(np.array(ends), rules.trend)
    scale = rules.scale.least.value, rules.scale.full.value - rules.scale.least.value
    return table(
        ("z", "per cent", "score"),
        (
            (f"{z:g}", grouped(float(one), 3), f"{rounded(scale[0] + scale[1] * float(one) / 100, 2):f}")
            for z, one in zip(ends, percents, strict=True)
        ),
    )


@quietly
def departments() -> str:
    """List what departments and the whole body come to."""
    judged, _ = _judged()
    names = [one.id for one in judged.facts.book.departments]
    rows = [(name, judged.rolled.departments, place) for place, name in enumerate(names)]
    return table(
        ("department", "weight", "score", "coverage", "mean attainment", "share achieved", "grade"),
        (
            (
                name,
                f"{judged.facts.book.departments[place].weight:g}"
                if sums is judged.rolled.departments
                else "",
                f"{rounded(float(sums.rolled.score.values[place]), 2):f}",
                percent(float(sums.rolled.coverage[place]), digits=2),
                percent(float(sums.mean[place]), digits=1),
                percent(float(sums.achieved[place]), digits=1),
                sums.grades.words[sums.grades.codes[place]],
            )
            for name, sums, place in (*rows, ("all", judged.rolled.office, 0))
        ),
    )


def grades() -> str:
    """List programmes by their score, with the grade by cuts and the one by quota."""
    judged, rules = _judged()
    sums, scale = judged.rolled.programmes, rules.grades["programme"]
    scores = sums.rolled.score.values
    order = np.argsort(-scores, kind="stable")
    return table(
        ("programme", "score", "by cuts", "by quota"),
        (
            (
                judged.facts.owners[place][1].id, f"{rounded(float(scores[place]), 2):f}",
                _in_both(grade_by_cuts(float(scores[place]), scale), rules),
                _in_both(sums.grades.words[sums.grades.codes[place]], rules),
            )
            for place in order
        ),
    )  # fmt: skip


def _in_both(grade: str | None, rules: ScoringRules) -> str:
    return f"{grade} ({rules.grades['programme'].en[grade]})" if grade else "–"


def worth() -> str:
    """List what grades given to words are worth."""
    worths = _judged()[1].words.worth
    return table(tuple(worths), [[f"{one:g}" for one in worths.values()]])


def points() -> str:
    """Share points out, and earn them."""
    shares = ", ".join(f"{one:.2f}" for one in shared_out(np.ones(3), 100))
    earned = points_of(np.array([8.0]), np.array([64.26]))[0]
    return f"Three of equal weight: {shares}, together 100.\n\n8 allotted and a score of 64.26: {earned:.2f} points."
