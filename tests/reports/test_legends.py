"""A legend explains the marks a page shows, those and no others."""

import attrs
import pytest

from scorecard.cards.card import Bullet, Group, StepMark, StepState
from scorecard.problems import LANGUAGES, Language
from scorecard.reports.layout.budgets import lay_out_budget
from scorecard.reports.layout.department import lay_out_department
from scorecard.reports.legends import elapsed_words, legend_of
from scorecard.reports.things import Text

from .samples import EMPTY, sample_budget, sample_edition, sample_row

PLAIN = attrs.evolve(sample_row(0), bullet=Bullet(0.8), steps=())
COMING = (StepMark("공모", "3월", StepState.COMING),)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (PLAIN, ""),
        (attrs.evolve(PLAIN, bullet=Bullet(0.9, similar=True)), " · 점선 끝: 어림으로 견준 전년 실적"),
        (attrs.evolve(PLAIN, bullet=Bullet(1.51)), " · //\u00a0눈금을\u00a0넘음"),
        (attrs.evolve(PLAIN, steps=COMING), " · 단계:\u00a0○\u00a0예정 ●\u00a0마침"),
    ],
)
def test_a_mark_is_explained_where_it_is_shown(row: object, said: str) -> None:
    card = attrs.evolve(EMPTY, groups=(Group("사업", "연중", (row,)),))  # type: ignore[arg-type]
    assert legend_of(card, "ko") == said
    edition = attrs.evolve(sample_edition(card), legend="단위는 칸에 표기")
    (page,) = lay_out_department(card, edition)
    assert f"단위는 칸에 표기{said}" in {thing.words for thing in page.things if isinstance(thing, Text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tick_over_a_budget_is_explained(language: Language) -> None:
    table = sample_budget(3)
    section = lay_out_budget(table, language)
    said = [thing.words for each in section.head for thing in each.things if isinstance(thing, Text)]
    assert f"{elapsed_words(table, language)} {table.unit}" in said
    assert "8.5%" in elapsed_words(table, language)
