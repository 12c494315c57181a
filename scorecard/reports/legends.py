"""The legend of a page: of the marks it shows those that no word beside them explains."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from scorecard.cards.card import BudgetTable, DepartmentCard, StepState
from scorecard.problems import Language
from scorecard.reports.marks.bars import FULL
from scorecard.wording.numbers import percent

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "similar": ("점선 끝: 어림으로 견준 전년 실적", "dotted end: last year compares only roughly"),
        "beyond": ("//\u00a0눈금을\u00a0넘음", "//\u00a0beyond the scale"),
        "steps": ("단계:\u00a0○\u00a0예정 ●\u00a0마침", "steps:\u00a0○\u00a0to\u00a0come ●\u00a0done"),
        "elapsed": ("세로 눈금: 한 해의 {share} 지남", "tick: {share} of the year gone by"),
    }
)


def legend_of(card: DepartmentCard, language: Language) -> str:
    """Say what the marks on a department's page mean, as far as it shows them; it follows the edition's legend."""
    return "".join(f" · {_word(key, language)}" for key in _shown(card))


def elapsed_words(table: BudgetTable, language: Language) -> str:
    """Say what the tick over the bars of a budget means."""
    return _word("elapsed", language).format(share=percent(table.elapsed))


def _word(key: str, language: Language) -> str:
    return _WORDS[key][language == "en"]


def _shown(card: DepartmentCard) -> Iterator[str]:
    rows = [row for group in card.groups for row in group.rows]
    if any(row.bullet.similar and row.bullet.previous is not None for row in rows):
        yield "similar"
    if any(max(row.bullet.previous or 0.0, row.bullet.actual or 0.0) > FULL for row in rows):
        yield "beyond"
    if any(step.state in (StepState.COMING, StepState.DONE) for row in rows for step in row.steps):
        yield "steps"
