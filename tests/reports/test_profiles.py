"""The strips of target quality: a line a target, marks told apart by shape, nothing over an edge."""

from itertools import pairwise

import pytest

from scorecard.cards.strips import Strip, StripTable
from scorecard.problems import LANGUAGES, Language
from scorecard.reports.layout.profiles import centres, lay_out_profiles
from scorecard.reports.marks.standings import STANDINGS
from scorecard.reports.measuring import text_width
from scorecard.reports.theme import SMALL_SOFT, WIDTH
from scorecard.reports.things import Line, Shape, Text
from scorecard.rules.quality.models import Property, Standing
from scorecard.wording.phrases import phrase

HEADS = ("지표", *(one.value for one in Property), "목표의 높이")
LONG = "글로벌 스타트업 지원센터 입주기업 및 졸업기업의 누적 투자유치액(국내·해외 합산) " * 3


def table(*names: str) -> StripTable:
    standings = tuple(list(Standing)[place % 4] for place in range(len(Property)))
    rows = tuple(Strip(name, name, standings, ("말",) * len(standings), LONG) for name in names)
    return StripTable("목표 적정성", HEADS, rows, "● 갖춤")


def test_each_standing_has_a_shape_of_its_own() -> None:
    drawn = {
        standing: tuple((type(one).__name__, getattr(one, "fill", None)) for one in draw(0.0, 0.0))
        for standing, draw in STANDINGS.items()
    }
    assert set(drawn) == set(Standing)
    assert len(set(drawn.values())) == len(Standing)


def test_no_strip_is_no_section() -> None:
    assert lay_out_profiles(StripTable(), "ko").blocks == ()


def test_every_target_has_a_mark_under_each_head() -> None:
    section = lay_out_profiles(table("하나", "둘"), "ko")

    (block,) = section.blocks
    assert len(block.rows) == 2
    for row in block.rows:
        marks = [thing for each in row for thing in each.things if isinstance(thing, Shape | Line)]
        assert len(marks) >= len(Property)


@pytest.mark.parametrize("name", ["지표", LONG])
def test_words_stay_within_the_page_and_out_of_the_marks(name: str) -> None:
    places = centres(len(Property))
    for block in lay_out_profiles(table(name), "ko").blocks:
        for row in block.rows:
            for each in row:
                texts = [thing for thing in each.things if isinstance(thing, Text)]
                assert all(0 <= text.x <= WIDTH for text in texts)
    assert places == sorted(places)
    assert WIDTH * 0.30 < places[0] < places[-1] < WIDTH * 0.73


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_heads_of_the_marks_stand_apart(language: Language) -> None:
    heads = [phrase(f"property-{one.value}", language) for one in Property]
    ends = [
        (x - text_width(words, SMALL_SOFT) / 2, x + text_width(words, SMALL_SOFT) / 2)
        for words, x in zip(heads, centres(len(heads)), strict=True)
    ]
    assert all(end + 1.5 <= begin for (_, end), (begin, _) in pairwise(ends))
