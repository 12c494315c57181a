"""The page about sources and checks: what was counted, what contradicts, and what was proved."""

from pathlib import Path
from typing import get_args

import attrs
import pytest
from projects import HOUSE, assessed, department, judge, write_project

from scorecard.cards.closing import closing_sheets
from scorecard.cards.sheets import Sheet, SheetTable
from scorecard.cards.sourcing import sources_sheet
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.targets.evidence import Proof, claims_in
from scorecard.targets.loading import SHEETS

SHA256 = "2431333C6E7FE680FC99D02FD0D2732A2C1D204B301BB98526D86A8F4CD9F624"
SCHOOL = """
- id: school
  name: 학교
  indicators:
    - {id: i, name: 지표, level: output, aggregation: sum, direction: up, target: {2026: 100명}, source: report#1}
  budget:
    - name: 학교
      unit: 백만원
      source: report#1 II
      original: 44,443
      previous: 1,612
      stated:
        - {place: V, source: report#9 V, unit: 천원, original: '44,443,130', previous: '1,821,697'}
"""
SOURCES = f"{{report: {{title: 업무보고, issuer: 시험실, date: 2026-03, sha256: {SHA256}}}, other: {{title: 통계}}}}"


@pytest.fixture(scope="module")
def seoul() -> Assessment:
    return judge(HOUSE)


def two_departments(folder: Path) -> Assessment:
    """Judge two departments, one without tie-outs, and an office whose printed total is no sum."""
    plain = SCHOOL[: SCHOOL.index("  budget:")]
    texts = {"jobs": department(SCHOOL, "일자리과"), "arts": department(plain, "문화과")}
    office = {
        "sources": SOURCES,
        "stated": "[{place: II, source: report#5, unit: 백만원, original: '99'}]",
    }
    return judge(write_project(folder, texts, office=office))


def sheet_of(assessment: Assessment, proof: Proof | None = None) -> Sheet:
    sheet = sources_sheet(assessment, proof)
    assert sheet is not None
    return sheet


def table_of(sheet: Sheet, title: str) -> SheetTable:
    return next(table for table in sheet.tables if table.title.startswith(title))


def cells_of(table: SheetTable) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def test_the_message_and_the_tiles_count_figures_and_tie_outs(tmp_path: Path) -> None:
    sheet = sheet_of(two_departments(tmp_path))

    assert sheet.headline == (
        "적힌 수치 7개가 모두 출처를 밝혔습니다. 5개를 자료 안의 다른 수치와 대조하니 3건 가운데 2건이 서로 맞지 않습니다."
    )
    assert [(tile.label, tile.value, tile.detail) for tile in sheet.tiles] == [
        ("적힌 수치", "7", ""),
        ("출처를 밝힌 수치", "7", ""),
        ("원문에서 확인한 수치", "확인 안 함", ""),
        ("대조한 수치", "5", "두 번 이상 1"),
        ("대조", "3", ""),
        ("모순", "2", ""),
    ]


def test_contradictions_stand_under_their_department_with_both_places_and_the_difference(
    tmp_path: Path,
) -> None:
    """A total of the office that is no sum is told here, though no programme is to blame."""
    table = table_of(sheet_of(two_departments(tmp_path)), "모순 2건")

    assert cells_of(table) == [
        ("시험실", "", "", ""),
        ("시험실 · 본예산 · 부분의 합과 합계", "44,443백만원 · II (report#1)", "99백만원 · II (report#5)", "44,344백만원"),
        ("일자리과", "", "", ""),
        ("학교 · 전년도 최종예산 · 두 곳의 같은 수치", "1,612백만원 · II (report#1)", "1,821,697천원 · V (report#9)", "210백만원"),
    ]  # fmt: skip
    assert [(row.strong, row.depth) for row in table.rows] == [(True, 0), (False, 1)] * 2


def test_how_tie_outs_ended_adds_up(tmp_path: Path) -> None:
    table = table_of(sheet_of(two_departments(tmp_path)), "대조 결과")

    assert cells_of(table) == [
        ("두 곳의 같은 수치", "0", "1", "0", "1", "2"),
        ("부분의 합과 합계", "0", "0", "0", "1", "1"),
        ("계", "0", "1", "0", "2", "3"),
    ]


def test_sources_are_named_by_how_they_are_recognised(tmp_path: Path) -> None:
    table = table_of(sheet_of(two_departments(tmp_path)), "자료")

    assert cells_of(table) == [
        ("업무보고", "시험실", "2026. 3.", "7", "2431333c6e7f", "–"),
        ("통계", "–", "–", "0", "–", "–"),
    ]


def test_departments_are_counted_one_by_one_and_add_up(tmp_path: Path) -> None:
    table = table_of(sheet_of(two_departments(tmp_path)), "부서별")

    assert cells_of(table) == [
        ("시험실", "1", "1", "1", "0", "1", "1", "0"),
        ("일자리과", "5", "5", "4", "1", "2", "1", "0"),
        ("문화과", "1", "1", "0", "0", "0", "0", "0"),
        ("계", "7", "7", "5", "1", "3", "2", "0"),
    ]


def test_a_proof_is_told(tmp_path: Path) -> None:
    sheet = sheet_of(two_departments(tmp_path), Proof(7, 0, ("report",), (), ()))

    part = sheet_of(two_departments(tmp_path), Proof(6, 1, ("report",), (), ()))

    assert "밝혔습니다. 모두 원문의 그 줄에서 확인했습니다." in sheet.headline
    assert "그 가운데 6개를 원문의 그 줄에서 확인했습니다." in part.headline
    assert ("원문에서 확인한 수치", "7") in [(tile.label, tile.value) for tile in sheet.tiles]
    assert cells_of(table_of(sheet, "자료"))[0][-1] == "확인함"
    assert "check --evidence" not in sheet.foot


def test_figures_without_a_source_are_not_passed_over() -> None:
    sheet = sheet_of(assessed(SCHOOL.replace(", source: report#1}", "}")))

    assert sheet.headline.startswith("적힌 수치 5개 가운데 4개가 출처를 밝혔습니다.")


def test_without_contradictions_or_statements_it_says_so() -> None:
    agreeing = sheet_of(assessed(SCHOOL.replace("1,821,697", "1,611,697")))
    silent = sheet_of(assessed(SCHOOL[: SCHOOL.index("      stated:")]))

    assert agreeing.headline.endswith("대조한 2건에 모순이 없습니다.")
    assert [table.title for table in agreeing.tables if table.rows or table.words] == [
        "대조 결과",
        "자료",
        "부서별 수치와 대조",
    ]
    assert silent.headline.endswith("대조한 것은 아직 없습니다.")
    assert table_of(silent, "대조 결과").words.startswith("대조할 것이 없음")


def test_no_figures_no_sheet() -> None:
    assert sources_sheet(assessed("- {id: p, name: P}")) is None


@pytest.mark.parametrize("language", get_args(Language))
def test_the_shipped_project_is_told_in_both_languages(seoul: Assessment, language: Language) -> None:
    """Every claim is counted once, in the row of its department; nothing is left unsaid in English."""
    book = seoul.facts.book
    spoken = attrs.evolve(book, office=attrs.evolve(book.office, language=language))
    sheet = sheet_of(attrs.evolve(seoul, facts=attrs.evolve(seoul.facts, book=spoken)))

    *rows, total = cells_of(sheet.tables[-1])
    figures = len(list(claims_in(book)))
    assert int(total[1].replace(",", "")) == figures == sum(int(row[1].replace(",", "")) for row in rows)
    assert len(rows) == len(book.spots)
    if language == "en":
        assert sheet.title == "Sources and checks"
        heads = " ".join(column.head for table in sheet.tables for column in table.columns)
        said = " ".join((sheet.headline, sheet.foot, heads, *(tile.label for tile in sheet.tiles)))
        assert not [sign for sign in said if "가" <= sign <= "힣"]


def test_sheets_have_reserved_ids(seoul: Assessment) -> None:
    ids = [sheet.id for sheet in closing_sheets(seoul)]

    assert set(ids) <= set(SHEETS)
    assert ids[-1] == "sources"
