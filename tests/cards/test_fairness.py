"""Target quality in words: the sheet of the office, the strips of a department, the evidence behind a line."""

from itertools import pairwise

import pytest
from projects import HOUSE, assessed, judge, programme

from scorecard.cards.explaining import explain
from scorecard.cards.fairness import fairness_sheet
from scorecard.cards.profiles import profile_of, strips_of
from scorecard.problems import LANGUAGES, Language
from scorecard.rules.assess import Assessment
from scorecard.rules.quality.models import Property
from scorecard.targets.measures import Comparability

INDICATOR = """
- id: i
  name: 지표
  level: output
  aggregation: sum
  direction: up
  target: {2026: 100명}
  actual: {2025: 120명}
"""


@pytest.fixture(scope="module")
def seoul() -> Assessment:
    return judge(HOUSE)


def test_the_real_sheet_counts_each_target_once(seoul: Assessment) -> None:
    sheet = fairness_sheet(seoul)
    assert sheet is not None
    departments = sheet.tables[0].rows
    numbers = [[int(cell) for cell in row.cells[1:]] for row in departments]

    assert len(departments) == 10
    assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]
    assert all(row[0] == sum(row[1:6]) for row in numbers)
    assert [tile.value for tile in sheet.tiles] == [str(number) for number in numbers[-1][:6]]


def test_every_target_below_last_years_comparable_actual_is_named(seoul: Assessment) -> None:
    """Ten are below an actual that measures the same; the others stand apart by what they are below.

    With the part 공공형, which measures the same too, and the one below even a part of last year's they are twelve.
    """
    sheet = fairness_sheet(seoul)
    assert sheet is not None
    rows = sheet.tables[1].rows
    heads = [place for place, row in enumerate(rows) if row.strong]
    named = [row.cells[0] for row in rows if not row.strong]

    assert rows[heads[0]].cells[0] == "전년 실적이 같은 것을 잰 값 10개"
    assert [end - begin - 1 for begin, end in pairwise([*heads, len(rows)])] == [10, 9, 1, 5]
    assert named[:10] == [
        "일자리정책과 · 취업 취약계층 지원 인원",
        "창업정책과 · 창업기업 해외 진출 지원",
        "창업정책과 · 창업기업 해외 진출 지원 국가",
        "창업정책과 · 대·중견기업-창업기업 개방형 혁신",
        "금융투자과 · 디지털금융대학원 교육",
        "창조산업과 · 서울 촬영지원",
        "창조산업과 · 해외 영상물 제작비 지원",
        "창조산업과 · 우수 지식재산(IP) 발굴",
        "뷰티패션산업과 · 뷰티 비즈니스 아카데미 수료",
        "산업입지과 · 교육프로그램 운영",
    ]
    assert named[19] == "뷰티패션산업과 · 서울패션위크 회당 참여 브랜드"
    assert named[20] == "일자리정책과 · 구직자 지원 인원(공공형)"


PARTIAL = "{2025: {value: 120명, comparability: partial}}"


@pytest.mark.parametrize(
    ("direction", "target", "named"), [("up", 100, True), ("up", 120, False), ("down", 130, False)]
)
def test_a_target_below_even_a_part_of_last_year_is_named_and_not_counted(
    direction: str, target: int, named: bool
) -> None:
    """Of less is better what was left out might have been little or much."""
    text = INDICATOR.replace("{2025: 120명}", PARTIAL).replace("100명", f"{target}명")
    sheet = fairness_sheet(assessed(programme(text.replace("direction: up", f"direction: {direction}"))))
    assert sheet is not None

    assert [tile.value for tile in sheet.tiles] == ["1", "0", "0", "0", "0", "1"]
    told = [row.cells[3] for row in sheet.tables[1].rows if not row.strong]
    assert told == (["일부만 센 전년 실적에도 못 미침 (△16.7%)"] if named else [])


def test_what_was_missing_to_judge_is_told_target_by_target(seoul: Assessment) -> None:
    sheet = fairness_sheet(seoul)
    assert sheet is not None
    table = sheet.tables[3]

    told = sum(int(row.cells[1]) for row in table.rows if row.strong)
    named = sum(len(row.cells[2].split(", ")) for row in table.rows if not row.strong)

    assert told == int(sheet.tiles[-1].value)
    assert named >= told  # A name may hold a comma of its own.


def test_a_reason_that_was_given_is_printed() -> None:
    sheet = fairness_sheet(assessed(programme(f"{INDICATOR}  reason: 단가가 올랐음")))
    assert sheet is not None

    assert [row.cells[-1] for row in sheet.tables[1].rows] == ["", "단가가 올랐음"]


def test_without_a_measured_target_there_is_no_sheet() -> None:
    assert fairness_sheet(assessed(programme(INDICATOR.replace("  target: {2026: 100명}\n", "")))) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_property_has_its_evidence_in_words(language: Language) -> None:
    judged = assessed(programme(INDICATOR), office={"language": language})

    told = profile_of(judged, 0)

    assert [one.which for one in told] == list(Property)
    assert all(one.label and one.word and one.text for one in told)
    assert told[6].text == {"ko": "전년 실적에 못 미침 (△16.7%)", "en": "below last year (-16.7%)"}[language]


def test_explain_tells_every_property() -> None:
    labels = [line.label for line in explain(assessed(programme(INDICATOR)), 0).lines]

    assert [one for one in labels if one.startswith("적정성")] == [
        f"적정성 · {word}" for word in ("계량", "시기", "결과", "기준선", "출처", "산식", "높이", "대표성")
    ]


def test_a_strip_has_a_mark_for_each_property_and_parts_have_none_of_their_own() -> None:
    parts = "  parts:\n    - {id: a, name: 하나, target: {2026: 60명}}\n    - {id: b, name: 둘, target: {2026: 40명}}\n"
    judged = assessed(programme(INDICATOR + parts))

    table = strips_of(judged, judged.facts.book.departments[0])

    assert [(row.name, len(row.standings), len(row.words)) for row in table.rows] == [("지표", 8, 8)]
    assert len(table.heads) == 10


def test_how_far_it_compares_is_known_of_all_that_is_listed(seoul: Assessment) -> None:
    facts, profiles = seoul.facts, seoul.profiles
    for row in range(len(facts.places)):
        if profiles.has[row] and profiles.stretch.reasons[row] < 0:
            assert facts.years[row].previous.comparability in (Comparability.SAME, Comparability.SIMILAR)


def test_properties_by_which_all_stand_alike_are_told_in_words() -> None:
    """Three targets that differ only in how far they reach: a column for that, a line for the others."""
    three = "".join(
        INDICATOR.replace("id: i", f"id: {name}").replace("100명", f"{target}명")
        for name, target in (("a", 100), ("b", 120), ("c", 130))
    )
    judged = assessed(programme(three))
    table = strips_of(judged, judged.facts.book.departments[0])

    assert table.heads == ("지표", "높이", "목표의 높이")
    assert [row.words for row in table.rows] == [("못 갖춤",), ("일부",), ("갖춤",)]
    assert table.alike.startswith("모든 지표가 같아 칸을 두지 않음: 계량 ● 갖춤 · ")
    assert table.alike.count("·") == 6


def test_a_target_to_keep_is_neither_high_nor_low() -> None:
    kept = assessed(programme(INDICATOR.replace("direction: up", "direction: keep")))
    sheet = fairness_sheet(kept)
    assert sheet is not None

    assert sheet.tables[3].rows[0].cells[0] == "유지할 목표"


def test_what_all_or_no_targets_have_is_told_in_words(seoul: Assessment) -> None:
    sheet = fairness_sheet(seoul)
    assert sheet is not None
    table = sheet.tables[0]

    assert table.words.startswith(
        "모든 목표가 갖춘 것: 출처. 어느 목표도 갖추지 못한 것: 산식. 결과가 30개에 못 미쳐"
    )
    assert [column.head for column in table.columns][-3:] == ["시기", "결과", "기준선"]


def test_of_what_there_is_none_the_headline_says_nothing() -> None:
    easy = fairness_sheet(assessed(programme(INDICATOR)))
    fair = fairness_sheet(assessed(programme(INDICATOR.replace("120명", "95명"))))
    assert easy is not None
    assert fair is not None
    said = "2026년 계량 목표 1개 가운데 "
    assert easy.headline == f"{said}전년 실적이나 추세보다 낮은 쉬운 목표가 1개입니다."
    assert fair.headline == f"{said}쉽거나 지나치게 높거나 판단할 수 없는 것이 없습니다."
