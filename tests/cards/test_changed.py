"""What an edit changed on the scorecard is told line by line, and nothing else is."""

from collections.abc import Mapping
from types import MappingProxyType

from projects import assessed, indicator, programme

from scorecard.cards.assemble import assemble
from scorecard.cards.changed import Telling, changed_lines, tell


def telling(*lines: str, office: Mapping[str, str] = MappingProxyType({})) -> Telling:
    """Tell a department of one indicator."""
    text = indicator(*lines, "source: report#1")
    return tell(assemble(assessed(programme(text), office=office)))


PLAIN = ("target: {2026: 100명}", "actual: {2025: 80명}")
FULL_YEAR = MappingProxyType({"as_of": "2027-01-31"})


def turns_of(old: Telling, new: Telling, line: str = "jobs/p/i") -> list[tuple[str, str, str]]:
    return [
        (turn.label, turn.old, turn.new)
        for each in changed_lines(old, new)
        if each.id == line
        for turn in each.turns
    ]


def test_the_same_text_has_no_changed_line() -> None:
    assert changed_lines(telling(*PLAIN), telling(*PLAIN)) == ()


def test_a_target_takes_the_start_with_it() -> None:
    new = telling("target: {2026: 160명}", "actual: {2025: 80명}")
    assert turns_of(telling(*PLAIN), new)[:2] == [("목표", "100명", "160명"), ("출발점", "80.0%", "50.0%")]


def test_an_actual_turns_the_start_into_an_attainment() -> None:
    """Start and attainment are two things; one does not become the other."""
    new = telling("target: {2026: 100명}", "actual: {2025: 80명, 2026: 90명}", office=FULL_YEAR)
    turns = turns_of(telling(*PLAIN, office=FULL_YEAR), new)

    assert ("실적" in turns[0][0], turns[0][1:]) == (True, ("–", "90명"))
    assert ("달성률", "–", "90.0%") in turns
    assert ("출발점", "80.0%", "–") in turns
    assert [turn[1:] for turn in turns if turn[0] == "상태"] == [("미집계", "주의")]


def test_a_finding_that_comes_is_told_by_its_title() -> None:
    new = telling("target: {2026: 70명}", "actual: {2025: 80명}")
    (turn,) = [turn for turn in turns_of(telling(*PLAIN), new) if turn[0] == "위험신호"]
    assert "전년 실적보다 낮은 목표" in turn[2]
    assert "전년 실적보다 낮은 목표" not in turn[1]


def test_the_sums_of_a_department_are_told_too() -> None:
    new = telling("target: {2026: 160명}", "actual: {2025: 80명}")
    assert ("출발점(중앙값)", "80.0%", "50.0%") in turns_of(telling(*PLAIN), new, "jobs")
    assert ("출발점(중앙값)", "80.0%", "50.0%") in turns_of(telling(*PLAIN), new, "")


def test_an_indicator_that_goes_is_told_last_by_the_name_it_had() -> None:
    two = programme(indicator(*PLAIN, "source: report#1") + indicator(*PLAIN, "source: report#1", id="j"))
    *_, last = changed_lines(tell(assemble(assessed(two))), telling(*PLAIN))
    assert (last.id, last.name) == ("jobs/p/j", "일자리과 · 지표")
    assert ("목표", "100명", "–") in [(turn.label, turn.old, turn.new) for turn in last.turns]
