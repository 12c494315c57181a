"""What turned in words and marks: every kind has its own, and none is hidden behind many of another."""

from scorecard.cards.sensing import counts_words, marks, moved_words, now_words, records, turned_words
from scorecard.cards.varying import KINDS, Sensitivity, Tried, Turned
from scorecard.rules.knobs import Knob, Move, Way

KNOB = Knob("rules.risks.r.when: budget > 5000000000", 5e9, (), rule="r", is_money=True)
TURNED = (
    *(Turned("grade", f"d/p/i{n}", "A", "B") for n in range(7)),
    Turned("rank", "d", "1", "2"),
    Turned("status", "d/p/i1", "achieved", "watch"),
    Turned("quality", "d/p/i1", "0", "1"),
    Turned("finding", "d/p/i1", "", "open", "r"),
    Turned("finding", "d/p/i2", "waived", "", "other"),
    Turned("demand", "office", "met", "unmet", "high"),
    Turned("demand", "office", "waived", "met", "limit r"),
)
TRIED = Tried(KNOB, Move(Way.DOWN, 4e9, None), TURNED)


def test_every_kind_has_a_mark_of_its_own() -> None:
    drawn = marks(TRIED)
    assert drawn == "■×7 ▲ ● ○ ◆◆ ★★"
    assert len({marks(Tried(KNOB, TRIED.move, (Turned(kind, "d", "", ""),))) for kind in KINDS}) == len(KINDS)


def test_the_first_of_each_kind_is_named() -> None:
    assert turned_words(TRIED, "en") == (
        "d/p/i0 A → B, d no. 1 → no. 2, d/p/i1 achieved → watch, d/p/i1 reads otherwise, "
        "d/p/i1 – → finding, office findings of high severity: met → not met, … 8 more"
    )


def test_where_there_is_room_more_of_the_gravest_are_named() -> None:
    few = Tried(KNOB, TRIED.move, TURNED[-4:])
    assert turned_words(few, "ko") == (
        "d/p/i1 – → 위험신호, d/p/i2 other: 예외로 둔 위험신호 → –, office 높음 위험신호: 지킴 → 지키지 못함, "
        "office 규칙별 위험신호 (r): 예외 → 지킴"
    )
    assert counts_words(few, "ko") == "위험신호 2 · 관문의 요구 2"


def test_money_is_told_in_words() -> None:
    assert (now_words(KNOB, "ko"), moved_words(TRIED, "en")) == ("50억원", "KRW 4 billion")


def test_programs_get_what_a_turn_is_about() -> None:
    record = records(Sensitivity((TRIED,), (), (), True, 1, False))[0]
    assert record["finding"] == [
        {"id": "d/p/i1", "old": None, "new": "open", "rule": "r"},
        {"id": "d/p/i2", "old": "waived", "new": None, "rule": "other"},
    ]
    assert record["demand"] == [
        {"id": "office", "old": "met", "new": "unmet", "demand": "high", "rule": None},
        {"id": "office", "old": "waived", "new": "met", "demand": "limit", "rule": "r"},
    ]
    assert record["quality"] == ["d/p/i1"]
