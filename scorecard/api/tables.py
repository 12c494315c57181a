"""What a judgement says, in tables."""

from typing import TYPE_CHECKING

import attrs

from scorecard.api.rows import Table

if TYPE_CHECKING:
    from scorecard.api.judging import Judgement


@attrs.frozen
class Tables:
    """Everything a judgement says, in tables; their columns are those of docs/results.md."""

    results: Table  #: One row an indicator, parts included, in printed order: `results.csv`.
    coverage: Table  #: The office, then each department: `coverage.json`, laid flat.
    findings: Table  #: One row for each rule and what it found, waived ones included.
    scores: Table  #: The office, each department, each programme; without figures where nothing is scored.
    quality: Table  #: The profile of each target; what has no target has no row.


def tables(judgement: "Judgement") -> Tables:
    """Lay a judgement out as tables.

    The same judgement gives the same tables; the results are those `scorecard export` writes.
    """
    from scorecard.cards import tabular
    from scorecard.cards.results import COLUMNS, results

    assessment = judgement.assessment
    return Tables(
        results=Table("results", COLUMNS, tuple(results(assessment))),
        coverage=Table("coverage", tabular.COVERAGE, tuple(tabular.coverage_rows(assessment))),
        findings=Table("findings", tabular.FINDINGS, tuple(tabular.finding_rows(assessment))),
        scores=Table("scores", tabular.SCORES, tuple(tabular.score_rows(assessment))),
        quality=Table("quality", tabular.QUALITY, tuple(tabular.quality_rows(assessment))),
    )
