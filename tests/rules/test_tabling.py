"""Tables: what holds across and down, by printed cells; what is blank is nothing to reckon with."""

import tempfile
from fractions import Fraction
from pathlib import Path
from textwrap import dedent, indent

from conftest import Write
from hypothesis import given
from hypothesis import strategies as st
from projects import read_project, write_project

from scorecard.rules.roundings import Verdict, compare
from scorecard.rules.sides import Printing, change_of, share_of, side_of
from scorecard.rules.tieouts import Kind, TieOut, tie_out
from scorecard.targets.evidence import claims_in

HOLDS = (Verdict.EXACT, Verdict.ROUNDED)
STAFF = """
place: I 인력현황
unit: 명
columns: 정원 | 현원 | 과부족 | 일반직 정원 | 임기제 정원
across:
  - 정원 = 일반직 정원 + 임기제 정원
  - 과부족 = 현원 - 정원
down: [계 = rest, 본문 = 계]
rows:
  - {name: 본문, source: report#1, cells: 235 | 223 | | | }
  - {name: 계, source: report#2, cells: 235 | 223 | △12 | 214 | 21}
  - {name: 경제정책과, source: report#3, cells: 135 | 135 | - | 134 | 1}
  - {name: 일자리정책과, source: report#4, cells: 100 | 88 | △12 | 80 | 20}
"""


def ties_of(project: Write, table: str) -> list[TieOut]:
    listed = indent("- " + indent(dedent(table).strip("\n"), "  ").lstrip(), "    ")
    text = "- id: p\n  name: 사업\n  tables:\n" + listed + "\n"
    book, _, problems = read_project(project(text))
    assert book is not None, problems
    claims = {(claim.department, *claim.path) for claim in claims_in(book)}
    ties = list(tie_out(book))
    assert {path for tie in ties for side in tie.sides for path in side.paths} <= claims
    return ties


def broken(ties: list[TieOut]) -> list[tuple[Kind, str, str, Verdict]]:
    return [(tie.kind, tie.name, tie.column, tie.verdict) for tie in ties if tie.verdict not in HOLDS]


def test_rows_and_columns_that_add_up(project: Write) -> None:
    ties = ties_of(project, STAFF)

    assert broken(ties) == []
    assert [(tie.kind, tie.name, tie.column) for tie in ties] == [
        (Kind.PARTS, "I 인력현황 · 계", "정원"),
        (Kind.DIFFERENCE, "I 인력현황 · 계", "과부족"),
        (Kind.PARTS, "I 인력현황 · 경제정책과", "정원"),
        (Kind.DIFFERENCE, "I 인력현황 · 경제정책과", "과부족"),
        (Kind.PARTS, "I 인력현황 · 일자리정책과", "정원"),
        (Kind.DIFFERENCE, "I 인력현황 · 일자리정책과", "과부족"),
        *[
            (Kind.PARTS, "I 인력현황 · 계", head)
            for head in ("정원", "현원", "과부족", "일반직 정원", "임기제 정원")
        ],
        *[(Kind.PARTS, "I 인력현황 · 본문", head) for head in ("정원", "현원")],
    ]
    difference = ties[1]
    assert difference.sides[0].terms == ("223명", "235명")
    assert difference.sides[0].sign == "-"


def test_a_cell_that_is_off_by_one_is_found_in_its_row_and_its_column(project: Write) -> None:
    wrong = ties_of(project, STAFF.replace("100 | 88 | △12 | 80 | 20", "100 | 88 | △12 | 80 | 21"))

    assert broken(wrong) == [
        (Kind.PARTS, "I 인력현황 · 일자리정책과", "정원", Verdict.CONTRADICTION),
        (Kind.PARTS, "I 인력현황 · 계", "임기제 정원", Verdict.CONTRADICTION),
    ]
    assert wrong[4].spot.line == 17


SHARES = """
place: III 주요 지표
columns: 전국 | 서울 | 비중 | 지난해 | 증감률
unit: 조원 | 조원 | "%" | 조원 | "%"
across: [비중 = 서울 / 전국, 증감률 = 서울 / 지난해 - 1]
down: [계 = rest]
rows:
  - {name: 계, source: report#1, cells: "2,295 | 515 | 22.4% | 500 | +3.0%"}
  - {name: 하나, source: report#2, cells: "2,295 | 515 | 22.6% | 500 | △3.0%"}
""".replace('unit: 조원 | 조원 | "%" | 조원 | "%"', "unit: 조원 | 조원 | % | 조원 | %")


def test_shares_and_changes_are_reckoned_across_and_not_added_down(project: Write) -> None:
    ties = ties_of(project, SHARES)

    assert broken(ties) == [
        (Kind.RATE, "III 주요 지표 · 하나", "비중", Verdict.CONTRADICTION),
        (Kind.RATE, "III 주요 지표 · 하나", "증감률", Verdict.CONTRADICTION),
    ]
    assert [tie.column for tie in ties if tie.kind is Kind.PARTS] == ["전국", "서울", "지난해"]


def test_a_ratio_of_another_unit_is_no_per_cent(project: Write) -> None:
    table = """
        place: V-4-1 추진실적
        columns: 신청 | 선정 | 경쟁률
        unit: 개교 | 개교 | 배
        across: [경쟁률 = 신청 / 선정]
        rows: [{name: 접수결과, source: report#1, cells: 60 | 24 | 2.5}]
    """
    (tie,) = ties_of(project, table)

    assert (tie.kind, tie.verdict) == (Kind.RATE, Verdict.EXACT)


def test_tables_stand_at_departments_and_the_office_too(tmp_path: Path) -> None:
    tables = "[{place: I, columns: 수, rows: [{name: 계, source: report#1, cells: 3}, {name: 가, source: report#2, cells: 3}], down: [계 = rest]}]"
    jobs = f"department: 과\ntables: {tables}\nprogrammes: []\n"
    book, _, problems = read_project(write_project(tmp_path, {"jobs": jobs}, office={"tables": tables}))

    assert book is not None, problems
    assert [side.paths[0][0] for tie in tie_out(book) for side in tie.sides] == [
        "office",
        "office",
        "jobs",
        "jobs",
    ]


values = st.lists(st.integers(0, 10**12), min_size=1, max_size=8)
scales = st.sampled_from([("원", 1), ("천원", 10**3), ("백만원", 10**6), ("억원", 10**8)])


def shown(value: int, step: int, cut: bool) -> str:
    return f"{value // step if cut else (2 * value + step) // (2 * step):,}"


def table_of(
    amounts: list[int], whole: int, units: tuple[tuple[str, int], tuple[str, int]], cut: bool
) -> list[Verdict]:
    """Print amounts and their total in two units, and tie them out; the total in its own unit."""
    (unit, step), (other, coarse) = units
    rows = [
        f"  - {{name: r{n}, source: report#1, cells: '{shown(one, step, cut)}'}}"
        for n, one in enumerate(amounts)
    ]
    total = f"  - {{name: 계, source: report#1, cells: '{shown(whole, coarse, cut)}{other}'}}"
    table = "\n".join(
        ["place: V", "columns: 예산", f"unit: {unit}", "down: [계 = rest]", "rows:", *rows, total]
    )
    listed = indent("- " + indent(table, "  ").lstrip(), "    ")
    with tempfile.TemporaryDirectory() as folder:
        text = "department: 과\nprogrammes:\n- id: p\n  name: 사업\n  tables:\n" + listed + "\n"
        book, _, problems = read_project(write_project(Path(folder), {"jobs": text}))
    assert book is not None, problems
    return [tie.verdict for tie in tie_out(book)]


@given(values, st.tuples(scales, scales), st.booleans())
def test_rows_rounded_or_cut_off_never_contradict_their_total(
    amounts: list[int], units: tuple[tuple[str, int], tuple[str, int]], cut: bool
) -> None:
    (verdict,) = table_of(amounts, sum(amounts), units, cut)

    assert verdict in ((*HOLDS, Verdict.TRUNCATED) if cut else HOLDS)


@given(values, st.tuples(scales, scales))
def test_a_total_further_off_than_its_rows_leave_open_is_always_found(
    amounts: list[int], units: tuple[tuple[str, int], tuple[str, int]]
) -> None:
    planted = sum(amounts) + 2 * (len(amounts) * units[0][1] + units[1][1])
    (verdict,) = table_of(amounts, planted, units, cut=False)

    assert verdict is Verdict.CONTRADICTION


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(0, 2))
def test_a_printed_share_never_contradicts_and_a_planted_one_always_does(
    part: int, whole: int, decimals: int
) -> None:
    step = Fraction(1, 10**decimals)
    where = Printing("V", (), ())
    for reckon, exact in (
        (share_of, Fraction(part, whole) * 100),
        (change_of, Fraction(part, whole) * 100 - 100),
    ):
        for off, expected in ((Fraction(0), True), (3 * step, False)):
            rate = abs(exact + off if exact >= 0 else exact - off)
            digits = (rate / step + Fraction(1, 2)).__floor__()
            text = f"{digits // 10**decimals}" + (
                f".{digits % 10**decimals:0{decimals}d}" if decimals else ""
            )
            sides = side_of(f"{part}", "건", where), side_of(f"{whole}", "건", where)
            reckoned = reckon(*sides)
            assert reckoned is not None
            printed = side_of(text if exact >= 0 else f"△{text}", "%", where)
            assert (compare(reckoned.figure, printed.figure) in HOLDS) is expected
