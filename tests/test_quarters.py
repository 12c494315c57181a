"""The worked sample: a made-up body through four quarters, each edition as that day knew it."""

from functools import cache

import pytest
from projects import HOUSE, judge

from scorecard.cards.assemble import assemble
from scorecard.cards.card import Edition, Row, StepState
from scorecard.rules.assess import Assessment

SAMPLE = HOUSE / "examples" / "quarters"
SCHEMA = "# yaml-language-server: "
ENDS = ("2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31")
#: What each edition says of each indicator, and why that is what a reader should see.
EXPECTED = {
    "libraries/lending/loans": (
        "정상",
        "정상",
        "정상",
        "정상",
    ),  # Half the year's loans come in three months.
    "libraries/lending/satisfied": (
        "정상",
        "정상",
        "정상",
        "정상",
    ),  # 312/410 and so on, against its own plan.
    "libraries/lending/festivals": (
        "판단유보",
        "판단유보",
        "판단유보",
        "달성",
    ),  # Four a year: no alarm over two.
    "libraries/lending/readers": ("미도래", "미도래", "달성", "달성"),  # In September, and not red in March.
    "libraries/schools/classes": (
        "판단유보",
        "부진",
        "부진",
        "부진",
    ),  # Late, told in June while there was time.
    "libraries/schools/pupils": ("판단유보", "정상", "주의", "정상"),  # Corrected downwards in September.
    "works/hall/progress": ("정상", "주의", "부진", "주의"),  # By this year's increment, not the whole house.
    "works/hall/opening": ("정상", "정상", "정상", "달성"),  # Four steps, one late and done.
    "works/streets/length": ("미도래", "정상", "달성", "달성"),  # Early.
    "works/streets/accidents": ("정상", "정상", "주의", "주의"),  # Less is better, and what happened stays.
    "works/streets/deaths": ("정상", "정상", "정상", "달성"),  # A target of zero.
    "welfare/visits/households": (
        "정상",
        "주의",
        "정상",
        "미집계",
    ),  # Set by hand; one quarter never entered.
    "welfare/visits/wait": ("판단유보", "판단유보", "판단유보", "주의"),  # A mean is not pro-rated.
    "welfare/visits/cases": ("주의", "주의", "주의", "주의"),  # Counts of single events, with their chance.
    "welfare/workshop/balance": ("정상", "주의", "부진", "주의"),  # From a loss to a profit.
    "welfare/workshop/placed": ("미도래", "미도래", "미도래", "달성"),  # Told once a year; seven years known.
    "welfare/workshop/network": ("미도래", "미도래", "미도래", "미집계"),  # Words.
}


@cache
def edition(day: str) -> tuple[Assessment, Edition]:
    """Judge and assemble the sample as it was known on a day."""
    assessment = judge(SAMPLE, day)
    return assessment, assemble(assessment)


def row(day: str, name: str) -> Row:
    rows = [r for d in edition(day)[1].departments for g in d.groups for r in g.rows]
    return next(one for one in rows if one.id == name)


@pytest.mark.parametrize("name", EXPECTED)
def test_each_quarter_says_what_it_could_know(name: str) -> None:
    assert tuple(row(day, name).status_word for day in ENDS) == EXPECTED[name]


def test_every_indicator_has_its_expectation() -> None:
    assert {place.id for place in edition(ENDS[0])[0].facts.places} == set(EXPECTED)


def test_the_four_editions_differ() -> None:
    told = [edition(day)[1] for day in ENDS]
    assert [one.name for one in told] == ["2026Q1", "2026Q2", "2026Q3", "2026Q4"]
    assert len({one.office.headline for one in told}) == 4
    assert all(one.sample.startswith("지어낸 자료입니다") for one in told)


def test_a_correction_is_not_known_before_it_was_made() -> None:
    """The second quarter's pupils: 1,820 in June's edition, 1,490 from September on."""
    told = [float(edition(day)[0].indicators.numbers("actual")[5]) for day in ENDS[1:3]]
    assert told == [640 + 1820, 640 + 1490 + 1730]


def test_a_target_that_was_lowered_in_may_is_the_old_one_in_march() -> None:
    told = [row(day, "works/streets/length").target for day in ENDS[:2]]
    assert told == ["12,500m", "12,000m"]


def test_provisional_figures_are_marked() -> None:
    pupils = row(ENDS[3], "libraries/schools/pupils")
    assert "잠정" in pupils.actual
    assert [part.provisional for part in pupils.parts] == [False, False, False, True]


def test_a_ratio_is_printed_as_one() -> None:
    assert [row(day, "libraries/lending/satisfied").actual for day in ENDS[:2]] == ["76.1%", "78.62%"]


def test_a_row_in_motion_tells_pace_forecast_and_chance() -> None:
    told = row(ENDS[2], "libraries/schools/classes").motion
    assert told == (
        "진도율 63% (2026. 9. 30.까지 예정 144학급, 자체 계획) · 연말 전망 166학급(153학급~179학급) · 달성 가능성 0%"
    )
    assert row(ENDS[3], "libraries/schools/classes").motion == ""


def test_a_season_is_laid_out_in_months_with_what_was_planned() -> None:
    parts = row(ENDS[1], "libraries/lending/loans").parts
    assert (len(parts), sum(part.actual is not None for part in parts)) == (12, 6)
    assert max(part.planned or 0 for part in parts) == 1.0


def test_steps_are_done_late_done_late_and_coming() -> None:
    states = [step.state for step in row(ENDS[2], "works/hall/progress").steps]
    assert states == [StepState.LATE_DONE, StepState.LATE, StepState.COMING, StepState.COMING]
    assert [step.detail for step in row(ENDS[2], "works/hall/progress").steps[:2]] == [
        "18일 늦음",
        "30일 지남",
    ]


def test_who_set_a_status_by_hand_is_printed_with_what_was_computed() -> None:
    assert row(ENDS[1], "welfare/visits/households").override == (
        "사람이 정한 상태: 주의 (계산된 상태 정상) · 2분기에 담당자 공백으로 방문을 두 주 멈췄음 · 성과관리팀 · 2026. 6. 25."
    )
    assert row(ENDS[2], "welfare/visits/households").override == ""


def test_the_sample_is_judged_by_the_shipped_rules() -> None:
    """All but the comment by which an editor finds the schema, which depends on the folder."""
    for name in ("risks.yaml", "attainment.yaml", "scoring.yaml"):
        texts = [(folder / "rules" / name).read_text(encoding="utf-8") for folder in (HOUSE, SAMPLE)]
        ours, shipped = (text.split("\n", 1) for text in texts)
        assert ours[0].startswith(SCHEMA)
        assert shipped[0].startswith(SCHEMA)
        assert ours[1] == shipped[1], name
