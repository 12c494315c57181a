"""The worked sample of scores: a made-up body with five years behind it, scored by every method.

Each expectation was reckoned by hand from the manual's formulas; none was taken from the program.
"""

from functools import cache

import pytest
from projects import HOUSE, judge

from scorecard.cards.assemble import assemble
from scorecard.rules.assess import Assessment
from scorecard.rules.scoring.grading import grade_by_cuts
from scorecard.rules.scoring.methods import SCORE_METHODS
from scorecard.rules.scoring.models import JUDGED, METHOD_NAMES
from scorecard.rules.scoring.rolling import Sums
from scorecard.wording.numbers import rounded
from scorecard.wording.terms import Reason

SAMPLE = HOUSE / "examples" / "evaluation"
#: What each indicator must score, its grade, its points, and why.
EXPECTED: dict[str, tuple[str, str, str, str]] = {
    # Base max(106, 100.67) = 106; 20 + 80 × (112 − 84.8) ÷ (116.6 − 84.8); 20 × 88.428 ÷ 100.
    "culture/performances/shows": ("target-band", "88.43", "A", "17.69"),
    # The same, core: upper end 127.2.
    "culture/performances/clubs": ("target-band", "71.32", "B", "10.70"),
    # Deviation 5.713: 94.574 to 111.713, and 112 is beyond.
    "culture/education/courses": ("target-band-sd", "100.00", "S", "15.00"),
    # Core: up to 117.426.
    "culture/education/teachers": ("target-band-sd", "81.00", "A", "12.15"),
    # Down: base 17, deviation 1.41421: 19.828 to 15.586, and 16.5.
    "culture/education/days": ("target-band-sd", "82.76", "A", "8.28"),
    # Without 2024 base max(104, (103 + 101 + 104) ÷ 3) = 104, deviation 1.5811: 100.838 to 105.581.
    "culture/festival/teams": ("target-band-sd", "90.20", "S", "13.53"),
    "culture/festival/programme": (JUDGED, "80.00", "A", "8.00"),  # B+ is worth 80.
    # α 4, line 84: 89 in 76..92 is .8125, 84.333 in 72..88 is .77083.
    "sports/pools/satisfied": ("medium-term", "83.33", "A", "16.67"),
    # Ahead of the line: α' = (100 − 86) ÷ 4 = 3.5; 90 in 79..93 is .78571, 85.333 in 75.5..89.5 is .70238.
    "sports/pools/lanes": ("medium-term", "79.52", "B", "7.95"),
    # Begun anew at (78 + 92) ÷ 2 = 85 in 2023, α 5, line 95: 97 in 85..105 is .6, 90.333 in 80..100 is .51667.
    "sports/pools/accessible": ("medium-term", "64.67", "C", "6.47"),
    "sports/safety/inspections": ("target-ratio", "91.00", "S", "9.10"),  # 20 + 80 × .85 = 88, and 3 given.
    "sports/safety/response": ("target-ratio", "84.00", "A", "8.40"),  # Down: 20 + 80 × 10 ÷ 12.5.
    "sports/energy/renewable": ("peer-range", "76.00", "B", "7.60"),  # 20 + 80 × 21 ÷ 30.
    "sports/energy/water": ("target-band", "80.00", "A", "8.00"),  # Base 20, 24 to 18: 4.5 ÷ 6 = .75.
    # Trend 1,239, error 13.7477: z 1.16383 is 77.427 per cent by the table.
    "sports/lessons/members": ("trend", "81.94", "A", "8.19"),
    # (120 + 4 × 112 + 90) ÷ 6 = 109.667, 30 ÷ 6 = 5: z 1.66667 is 89.190 per cent.
    "sports/lessons/coaches": ("beta", "91.35", "S", "9.14"),
    "support/finance/debt": ("band-floor", "70.00", "B", "17.50"),  # Floor 40, halfway between 144 and 108.
    "support/finance/income": ("attainment", "100.00", "S", "15.00"),  # 130 % counts as 100.
    "support/people/staff": ("attainment", "40.00", "E", "4.00"),  # 1 − 3 ÷ 5.
    "support/people/reform": ("attainment", "70.00", "B", "7.00"),  # Steps of 2 + 3 + 2 out of 10.
    "support/trust/answered": ("target-ratio", "100.00", "S", "15.00"),  # 110 % earns no more.
}
#: Which have no score, and why.
UNSCORED = {
    "support/people/training": ("target-band", Reason.ACTUAL_MISSING),  # Nobody reported.
    "support/trust/reputation": ("target-band-sd", Reason.TOO_FEW_POINTS),  # Measured anew since 2025.
}
#: Programmes: sums of score × weight by hand; of ten at most two may be 우수 and one at least 미흡.
PROGRAMMES = {
    "performances": ("81.10", "보통"),  # (20 × 88.428 + 15 × 71.321) ÷ 35; the third of ten, so not 우수.
    "education": ("88.57", "우수"),  # (15 × 100 + 15 × 81.003 + 10 × 82.761) ÷ 40.
    "festival": ("86.12", "보통"),  # (15 × 90.199 + 10 × 80) ÷ 25.
    "pools": ("77.71", "보통"),  # (20 × 83.333 + 10 × 79.524 + 10 × 64.667) ÷ 40.
    "safety": ("87.50", "보통"),  # (91 + 84) ÷ 2.
    "energy": ("78.00", "보통"),  # (76 + 80) ÷ 2.
    "lessons": ("86.65", "보통"),  # (81.941 + 91.352) ÷ 2.
    "finance": ("81.25", "보통"),  # (25 × 70 + 15 × 100) ÷ 40.
    "people": ("55.00", "미흡"),  # (40 + 70) ÷ 2, training left out.
    "trust": ("100.00", "우수"),  # What was answered alone.
}
#: Score, coverage, mean attainment at most 100 each, share achieved, grade.
DEPARTMENTS = {
    "culture": ("85.34", 1.0, "99.6", 5 / 6, "A"),  # Five of six met, the sixth 112 ÷ 115.
    "sports": ("81.52", 1.0, "91.7", 4 / 9, "A"),  # 97, 85, 80 and 65.6 % fell short, and accessible by 3.
    "support": ("78.00", 0.75, "83.9", 3 / 6, "B"),  # 5,850 ÷ 75; reputation has an attainment, no score.
}


@cache
def sample(day: str = "") -> Assessment:
    return judge(SAMPLE, day)


def row_of(name: str) -> int:
    return next(row for row, place in enumerate(sample().facts.places) if place.id == name)


def shown(value: float, digits: int = 2) -> str:
    return f"{rounded(value, digits):f}"


@pytest.mark.parametrize("name", EXPECTED)
def test_an_indicator_scores_what_the_formula_gives_by_hand(name: str) -> None:
    scores, rolled, row = sample().scores, sample().rolled, row_of(name)
    told = (
        scores.method(row),
        shown(float(scores.counts[row])),
        rolled.grades.words[rolled.grades.codes[row]],
        shown(float(rolled.points[row])),
    )
    assert told == EXPECTED[name]


@pytest.mark.parametrize("name", UNSCORED)
def test_without_a_score_stands_a_reason(name: str) -> None:
    scores, row = sample().scores, row_of(name)
    assert (scores.method(row), scores.plain.reason(row)) == UNSCORED[name]


def test_every_indicator_has_its_expectation_and_every_method_its_indicator() -> None:
    counted = {place.id for place in sample().facts.places if not place.part_of}
    assert counted == {*EXPECTED, *UNSCORED}
    assert {method for method, *_ in EXPECTED.values()} == {*SCORE_METHODS, JUDGED}


def graded(sums: Sums, place: int) -> tuple[str, str]:
    return shown(float(sums.rolled.score.values[place])), str(sums.grades.words[sums.grades.codes[place]])


def test_programmes_are_graded_by_quota() -> None:
    owners = [programme.id for _, programme in sample().facts.owners]
    told = {name: graded(sample().rolled.programmes, place) for place, name in enumerate(owners)}
    assert told == PROGRAMMES


def test_without_the_quota_more_would_be_among_the_best() -> None:
    rules = sample().rules.scoring
    assert rules is not None
    alone = [grade_by_cuts(float(score), rules.grades["programme"]) for score, _ in PROGRAMMES.values()]
    assert alone.count("우수") == 7


@pytest.mark.parametrize("name", DEPARTMENTS)
def test_a_department_scores_what_is_scored_and_tells_the_coverage(name: str) -> None:
    sums, names = sample().rolled.departments, [one.id for one in sample().facts.book.departments]
    place = names.index(name)
    score, grade = graded(sums, place)
    coverage, achieved = float(sums.rolled.coverage[place]), float(sums.achieved[place])
    mean = shown(100 * float(sums.mean[place]), 1)
    assert (score, coverage, mean, achieved, grade) == DEPARTMENTS[name]


def test_the_office_weighs_departments_by_what_of_them_is_scored() -> None:
    """40 × 85.341 + 35 × 81.521 + 25 × .75 × 78, divided by 93.75."""
    office = sample().rolled.office
    assert graded(office, 0) == ("82.44", "A")
    assert float(office.rolled.coverage[0]) == pytest.approx(0.9375)
    assert shown(float(office.rolled.unadjusted[0])) == "82.33"  # Less 35 × 3 × 10 ÷ 100 ÷ 93.75.
    assert (int(office.scored[0]), int(office.scorable[0])) == (21, 23)


def test_nothing_is_scored_before_the_year_is_over() -> None:
    early = sample("2026-09-30")
    assert not early.rolled.is_any


def test_targets_that_are_easy_wild_or_cannot_be_judged_are_there() -> None:
    found = {
        place.id: {finding.rule.text.id for finding in sample().findings if finding.row == row}
        for row, place in enumerate(sample().facts.places)
    }
    assert "target-below-trend" in found["sports/lessons/members"]  # 1,210: above last year, below 1,239.
    assert "target-below-previous" in found["support/finance/income"]  # 20 after 24.
    assert not found["support/trust/reputation"]  # One comparable year tells nothing.


@pytest.mark.parametrize("name", [*METHOD_NAMES, JUDGED])
def test_every_method_has_a_page_with_formula_example_source_and_criticism(name: str) -> None:
    text = (HOUSE / "docs" / "methods" / f"{name}.md").read_text(encoding="utf-8")
    wanted = (
        "## When to use it",
        "```math",
        f"begin score {name} -->",
        "## Source",
        "## Assumed",
        "## Criticism",
    )
    assert [one for one in wanted if one not in text] == []


def test_what_people_decided_and_what_a_quota_did_is_said_above_the_table() -> None:
    culture, sports, support = (
        card.scores.words if card.scores else "" for card in assemble(sample()).departments
    )
    assert (
        "조정: 안전 점검 +3점, 집중호우로 두 달 동안 시설을 닫음 (승인 성과평가위원회, 2026. 12. 18.)."
        in sports
    )
    assert "조정:" not in culture
    quota = "우수 이상은 많아야 전체 사업의 20%, 미흡 이하는 적어도 10%."
    assert all(quota in words for words in (culture, sports, support))


def test_the_sample_says_that_it_is_made_up() -> None:
    assert assemble(sample()).sample.startswith("지어낸 자료입니다")
    for path in (SAMPLE / "targets").glob("*.yaml"):
        assert "yaml-language-server" in path.read_text(encoding="utf-8").splitlines()[0]


def lines_of(name: str) -> tuple[list[str], list[str]]:
    """Read a file of rules of the sample and the shipped one, less the line that names their schema."""
    own, shipped = (
        (home / "rules" / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[1:]
        for home in (SAMPLE, HOUSE)
    )
    return own, shipped


@pytest.mark.parametrize("name", ["risks", "attainment"])
def test_the_sample_is_judged_by_the_shipped_rules(name: str) -> None:
    own, shipped = lines_of(name)
    assert own == shipped


def test_the_sample_is_scored_by_the_shipped_rules_but_for_its_weights() -> None:
    """They are points that add up to a hundred."""
    differing = [mine for mine, theirs in zip(*lines_of("scoring"), strict=True) if mine != theirs]
    assert [line.split("#")[0].strip() for line in differing] == ["kind: absolute"]
