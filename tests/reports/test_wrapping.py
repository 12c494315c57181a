"""Laws of wrapping: nothing lost, nothing too wide, no closing mark first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.reports.measuring import text_width
from scorecard.reports.theme import BODY, BODY_BOLD, SMALL_SOFT
from scorecard.reports.wrapping import BLANKS, CLOSING, Run, even_width, width_of, wrap, wrap_words

texts = st.text(st.sampled_from("가나다라 마바사아 ABC12,.%()·‘’ \t\n㈜→"), max_size=120)
widths = st.floats(min_value=1, max_value=400)


def squeezed(words: str) -> str:
    return BLANKS.sub("", words)


@given(texts, widths)
def test_nothing_is_lost_and_nothing_is_added(words: str, width: float) -> None:
    assert squeezed("".join(wrap_words(words, BODY, width))) == squeezed(words)


@given(texts, widths)
def test_no_line_is_wider_than_asked_unless_it_is_one_character(words: str, width: float) -> None:
    for line in wrap_words(words, BODY, width):
        assert text_width(line, BODY) <= width + 0.001 or len(line) == 1


@given(st.lists(st.builds(Run, texts, st.sampled_from([BODY, BODY_BOLD, SMALL_SOFT])), max_size=5), widths)
def test_runs_keep_their_words_and_stay_within_the_width(runs: list[Run], width: float) -> None:
    lines = wrap(runs, width)
    assert squeezed("".join(piece.words for line in lines for piece in line)) == squeezed(
        "".join(run.words for run in runs)
    )
    for line in lines:
        end = line[-1].x + text_width(line[-1].words, line[-1].style)
        assert end <= width + 0.001 or sum(len(piece.words) for piece in line) == 1


@given(
    st.lists(st.sampled_from(["가나다", "마바(사)", "1,234명,", "아자."]), min_size=1, max_size=20),
    st.floats(60, 300),
)
def test_no_line_begins_with_a_closing_mark(words: list[str], width: float) -> None:
    assert not [line for line in wrap_words(" ".join(words), BODY, width) if line[0] in CLOSING]


def test_korean_breaks_at_blanks_first() -> None:
    lines = wrap_words("글로벌 스타트업 지원센터 입주기업", BODY, 80)
    assert lines == ["글로벌 스타트업", "지원센터 입주기업"]


def test_a_word_wider_than_the_line_breaks_at_syllables() -> None:
    assert wrap_words("청년취업사관학교", BODY, 32) == ["청년취업", "사관학교"]


def test_a_number_is_not_torn() -> None:
    assert wrap_words("참여기업1,234,567개사", BODY, 45) == ["참여기업", "1,234,567", "개사"]


def test_a_closing_mark_takes_its_syllable_along() -> None:
    assert wrap_words("가나다라)마바", BODY, 31) == ["가나다", "라)마바"]


def test_a_closing_mark_after_a_blank_stays_with_the_word_before() -> None:
    assert wrap_words("가나 다라 )", BODY, 35) == ["가나", "다라 )"]


def test_an_arrow_stays_with_what_it_points_to() -> None:
    assert wrap_words("가나다 → 라마바", BODY, 45) == ["가나다", "→ 라마바"]


def test_no_words_give_no_lines() -> None:
    assert wrap_words(" \n", BODY, 100) == []


def test_a_run_keeps_its_gap_but_not_at_the_start_of_a_line() -> None:
    (first, second), *_ = wrap([Run("가", BODY_BOLD), Run("나", BODY, gap=6.0)], 100)
    assert second.x == first.x + text_width("가", BODY_BOLD) + 6.0
    assert [line[0].x for line in wrap([Run("가나", BODY_BOLD), Run("다라", BODY, gap=6.0)], 20)] == [
        0.0,
        0.0,
    ]


@pytest.mark.parametrize(
    "amount", ["KRW 1.7 billion", "(KRW 975 million)", "1조 7,741억원이", "△3억 2,000만원"]
)
def test_the_words_of_one_amount_are_not_parted(amount: str) -> None:
    wide = text_width(f"가나다 {amount}", BODY) - 2
    assert wrap_words(f"가나다 {amount}", BODY, wide) == ["가나다", amount]


def test_a_word_too_wide_breaks_before_a_bracket_first() -> None:
    assert wrap_words("mean 104개브랜드(part)", BODY, 62) == ["mean", "104개브랜드", "(part)"]


def test_a_message_ends_with_no_line_of_one_word_if_its_lines_can_be_evened() -> None:
    runs = [
        Run("2026년 계량 목표 여덟 개 가운데 전년 실적과 비교되는 것이 없어 출발점을 말할 수 없습니다.", BODY)
    ]
    wide = width_of(wrap(runs, 1000)[0]) - 5
    first, last = wrap(runs, wide)
    assert width_of(last) < 0.3 * wide
    first, last = wrap(runs, even_width(runs, wide))
    assert 0.3 * wide <= width_of(last) <= width_of(first) <= wide


@given(texts, widths)
def test_evened_lines_are_no_more_than_before(words: str, width: float) -> None:
    runs = [Run(words, BODY)]
    assert len(wrap(runs, even_width(runs, width))) <= len(wrap(runs, width))
