"""The closing sheet tells what changed since the former edition, what nobody accounts for first."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import attrs
import pytest
from projects import HOUSE, assessed, indicator, judge, programme

from scorecard.cards.recording import record_of
from scorecard.cards.results import results
from scorecard.cards.revising import ID, Former, revisions_sheet
from scorecard.cards.revisions import Record
from scorecard.cards.ruling import rulings_of
from scorecard.cards.sheets import Sheet
from scorecard.cards.telling import details_of
from scorecard.rules.assess import Assessment

SAMPLE = HOUSE / "examples" / "quarters"
USUAL = {"target": "{2026: 100명}", "actual": "{2025: 80명}", "source": "report#1"}
EARLIER = "2026-03-31"


def judged(
    on: str = "2026-06-30", office: Mapping[str, str] = MappingProxyType({}), **fields: str
) -> Assessment:
    written = programme(indicator(**{**USUAL, **fields}))
    return assessed(written, office={"as_of": "2026-06-30", **office}, on=on)


def former_of(assessment: Assessment) -> Former:
    """Make the former edition of an assessment, as its record tells it."""
    as_of = assessment.facts.book.office.as_of.isoformat()
    book = assessment.facts.book
    record = Record("2026Q1", as_of, results(assessment), details_of(book), rulings_of(assessment.rules))
    assert record_of(assessment)["indicators"].keys() == details_of(book).keys()
    return Former("2026Q1", record)


def sheet(former: Assessment, now: Assessment) -> Sheet:
    made = revisions_sheet(now, former_of(former))
    assert made is not None
    return made


def rows(made: Sheet) -> dict[str, list[tuple[str, ...]]]:
    """Tell the rows of the tables that are printed, by their titles."""
    return {table.title: [row.cells for row in table.rows] for table in made.tables if table.rows}


def test_the_first_edition_has_no_such_sheet() -> None:
    assert revisions_sheet(judged(), None) is None


def test_a_former_edition_that_cannot_be_read_is_named() -> None:
    made = revisions_sheet(judged(), Former("2026Q1", None))
    assert made is not None
    assert (made.id, made.headline) == (ID, "지난 호(2026Q1)의 기록을 읽지 못해 견주지 못했습니다.")


def test_where_nothing_changed_it_says_so() -> None:
    made = sheet(judged(EARLIER), judged())
    assert made.headline == "지난 호 2026Q1(2026. 3. 31. 기준)와 견주었습니다. 달라진 것이 없습니다."
    assert rows(made) == {}


def test_a_target_lowered_without_a_word_stands_on_top() -> None:
    made = sheet(judged(EARLIER), judged(target="{2026: 90명}"))
    assert list(rows(made)) == ["사유 없이 바뀐 것", "목표·실적·정의의 변경"]
    assert rows(made)["사유 없이 바뀐 것"] == [
        ("일자리과 · 사업 · 지표", "2026", "100명", "90명", "높음 · 목표를 바꾼 사유가 없음(revised에 날·사유·승인을 적음)")
    ]  # fmt: skip
    assert made.headline.endswith("낮아진 목표가 1건 있습니다. 사유가 적히지 않은 변경이 1건 있습니다.")


def test_a_target_lowered_with_a_ledger_is_told_with_its_reason() -> None:
    target = "{2026: {value: 90명, revised: [{was: 100명, on: 2026-05-02, reason: 추경, approver: 위원회}]}}"
    made = sheet(judged(EARLIER, target=target), judged(target=target))
    assert rows(made) == {
        "목표·실적·정의의 변경": [
            ("일자리과", "", "", "", ""),
            ("사업 · 지표", "목표 낮춤 · 2026", "100명", "90명", "2026-05-02 · 추경 · 위원회"),
        ]
    }


def test_a_new_year_brings_no_list_of_new_targets() -> None:
    before = judged("2026-12-31", {"as_of": "2026-12-31"}, target="{2026: 100명}", actual="{2026: 100명}")
    after = judged("2027-03-31", {"as_of": "2027-03-31", "fiscal_year": "2027"}, target="{2026: 100명, 2027: 120명}",
                   actual="{2026: 100명}")  # fmt: skip
    assert "목표·실적·정의의 변경" not in rows(sheet(before, after))


def test_rules_are_told_where_the_former_edition_told_them() -> None:
    before = former_of(judged(EARLIER))
    assert before.record is not None
    rules = {**before.record.rules, "gone": {"severity": "low", "when": "target < 5"}}
    made = revisions_sheet(judged(), Former("2026Q1", attrs.evolve(before.record, rules=rules)))
    assert made is not None
    assert rows(made)["달라진 규칙과 기준값"] == [("gone", "", "low: target < 5", "–")]
    early = revisions_sheet(judged(), Former("2026Q1", attrs.evolve(before.record, details=None)))
    assert early is not None
    assert early.foot.startswith("옛 형식의 호")


@pytest.mark.parametrize(("before", "after"), [("2026-03-31", "2026-06-30"), ("2026-06-30", "2026-09-30"), ("2026-09-30", "2026-12-31")])  # fmt: skip
def test_the_sample_tells_each_quarter_what_came_and_that_all_of_it_is_accounted_for(
    before: str, after: str
) -> None:
    made = sheet(judge(SAMPLE, before), judge(SAMPLE, after))
    counts = {tile.label: tile.value for tile in made.tiles}
    assert counts["사유 없는 변경"] == "0"
    assert counts["낮아진 목표"] == ("1" if after == "2026-06-30" else "0")
    assert int(counts["새 실적"]) > 10


def test_statuses_that_got_worse_stand_first_in_their_department() -> None:
    made = sheet(judge(SAMPLE, "2026-06-30"), judge(SAMPLE, "2026-09-30"))
    turns = [cells[3] for cells in rows(made)["상태가 달라진 지표"]]
    assert turns == ["", "나빠짐", "–", "", "나빠짐", "나빠짐", "나아짐", "", "나빠짐", "나아짐"]


def test_english_is_english() -> None:
    names = {"name": "Jobs", "target": "{2026: 90 jobs}", "actual": "{2025: 80 jobs}", "formula": "all"}
    before, after = (judged(day, {"language": "en"}, **{**names, **more}) for day, more in ((EARLIER, {"target": "{2026: 100 jobs}"}), ("2026-06-30", {"formula": "some"})))  # fmt: skip
    made = sheet(before, after)
    printed = [made.headline, *(tile.label for tile in made.tiles), *rows(made)]
    printed += [cell for some in rows(made).values() for cells in some for cell in cells]
    assert [
        one for one in printed if re.search(r"[ㄱ-힣]", one.replace("사업", "").replace("일자리과", ""))
    ] == []
