"""Made-up editions that ask much of a page: long names, huge figures, gaps, many notes, nothing at all."""

from datetime import date

import attrs

from scorecard.cards.card import (
    BudgetRow,
    BudgetTable,
    Bullet,
    DepartmentCard,
    DepartmentLine,
    Edition,
    Group,
    Note,
    OfficeCard,
    Row,
    Tally,
    Tile,
    Uncovered,
)
from scorecard.wording.terms import Severity, Status, term

HEADS = ("사업 · 지표", "'25 실적", "'26 목표", "증감", "출발점", "상태", "신호")
HEADS_WITH_ACTUAL = (*HEADS[:3], "'26 실적", *HEADS[3:])
BUDGET_HEADS = ("사업", "본예산", "예산현액", "전년도 최종", "집행액", "집행률")
OFFICE_HEADS = (
    "부서",
    "목표",
    "비교 가능",
    "출발점(중앙값)",
    "상태",
    "위험신호",
    "목표 설정률(사업)",
    "목표 설정률(예산)",
)
NAMES = (
    "AI 인재 양성",
    "취업률",
    "글로벌 스타트업 지원센터 입주기업 및 졸업기업의 누적 투자유치액(국내·해외 합산)",
    "소상공인 대출",
    "서울형 강소기업육성및글로벌진출지원사업참여기업고용유지율",
    "일자리 창출",
    "만족도",
)
FIGURES = (
    ("3,303명", "4,000명", "+21.1%"),
    ("–", "76%", "–"),
    ("1조 2,641억원", "1조 3,000억원", "+2.8%"),
    ("5,700여 명", "6,000명", "+5.3%"),
    ("△4.11%p", "3.5%p", "–"),
    ("신규", "최대 57실", "–"),
    ("169개사", "4회 이상", "비교 불가"),
)
BULLETS = (
    Bullet(previous=0.826),
    Bullet(words="기준 없음"),
    Bullet(previous=0.972),
    Bullet(previous=0.95, similar=True),
    Bullet(words="부호가 바뀜"),
    Bullet(previous=2.4),
    Bullet(previous=0.31),
)
STARTS = ("82.6%", "", "97.2%", "95.0%", "", "240%", "31.0%")
MESSAGE = "'26년 목표 4,000명은 '25년 실적 5,700여 명보다 29.8% 낮아 달성률이 성과를 말해 주지 않는다."
ACTION = "목표를 다시 정하거나 낮춘 사유를 reason에 적는다."


def sample_row(place: int, *, actuals: bool = False) -> Row:
    """Make one of seven different rows, every fifth a part of the one before."""
    kind = place % len(NAMES)
    previous, target, change = FIGURES[kind]
    status = tuple(Status)[place % len(Status)]
    bullet = BULLETS[kind]
    if actuals and bullet.previous:
        bullet = Bullet(bullet.previous, 0.4 + 0.23 * (place % 6), similar=bullet.similar)
    return Row(
        f"row-{place}", NAMES[kind], previous, target, ("1,204명" if actuals and place % 3 else ""), change,
        STARTS[kind], bullet, status, term(status, "ko"),
        tuple(range(place % 26, place % 26 + place % 3)) if place % 26 else (), int(place % 5 == 4),
    )  # fmt: skip


def sample_note(number: int) -> Note:
    """Make a finding; severities take turns."""
    severity = tuple(Severity)[number % 4]
    return Note(
        number, severity, term(severity, "ko"), "전년 실적보다 낮은 목표",
        "청년취업사관학교 조성·운영 › AI 인재 양성", MESSAGE * (1 + number % 3 // 2), ACTION, "target-below-previous",
        f"row-{number}",
    )  # fmt: skip


def sample_group(place: int, rows: int, *, actuals: bool = False) -> Group:
    """Make a programme with rows."""
    name = "청년취업사관학교 조성·운영" if place % 2 else "유니콘 기업 육성을 위한 글로벌 창업생태계 조성"
    made = tuple(sample_row(place * 5 + each, actuals=actuals) for each in range(rows))
    return Group(f"{name} {place + 1}", "연중 · 458억원", made, (place + 1,) if place % 3 == 0 else ())


def sample_budget(rows: int) -> BudgetTable:
    """Make a budget table with a total."""
    total = BudgetRow("합계", "821,500", "1,264,134", "798,012", "71,200", "8.9%", 0.089, total=True)
    lines = [
        BudgetRow(
            NAMES[each % 7], "44,443", "45,763", "45,364", "2,200", "4.8%", (0.048, 0.6, None, 1.0)[each % 4]
        )
        for each in range(rows)
    ]
    return BudgetTable("(단위: 백만원, 2026. 1. 31. 기준)", BUDGET_HEADS, (total, *lines), 31 / 365)


TILES = (
    Tile("목표", "13", "개"),
    Tile("비교 가능", "9", "개"),
    Tile("위험신호", "높음 1 · 중간 4"),
    Tile("목표 설정률", "사업 44%", "예산 87%"),
    Tile("집행률", "8.9%", "시간 경과 8.5%"),
)
HEADLINE = (
    "2026년 목표 13개 가운데 전년 실적과 비교되는 9개는 목표의 91%(중앙값)에서 출발합니다. "
    "가장 큰 위험은 소상공인 대출의 목표가 전년 실적보다 29.8% 낮은 것입니다."
)


def sample_card(groups: int, *, actuals: bool = False, notes: int = 25) -> DepartmentCard:
    """Make a department with four to six rows a programme."""
    uncovered = tuple(
        Uncovered(
            f"새벽일자리쉼터 운영 {place + 1}",
            f"{place + 3}억원",
            "신규 투자유치 확대" if place % 4 == 0 else "",
        )
        for place in range(15)
    )
    return DepartmentCard(
        "jobs-policy", "일자리정책과", HEADLINE, TILES, HEADS_WITH_ACTUAL if actuals else HEADS,
        tuple(sample_group(place, 4 + place % 3, actuals=actuals) for place in range(groups)),
        tuple(sample_note(number + 1) for number in range(notes)), uncovered,
        "측정할 목표가 없는 사업 15개 (예산 150억원)", "기본경비 등 3개 사업은 행정운영경비로 성과목표 대상이 아님.",
        sample_budget(7),
    )  # fmt: skip


EMPTY = DepartmentCard(
    "empty", "뷰티패션산업과", "목표가 하나도 적혀 있지 않습니다.", (), HEADS, (), (), (), "", "",
    BudgetTable("", BUDGET_HEADS, (), 0.085),
)  # fmt: skip
ENGLISH = DepartmentCard(
    "english", "Jobs Policy Division",
    "The nine 2026 targets that can be compared start at 91% of the target (median).",
    (Tile("Targets", "13"), Tile("Findings", "1 high · 4 medium"), Tile("Coverage", "44%", "by count")),
    ("Programme · indicator", "Actual 2025", "Target 2026", "Change", "Start", "Status", "Findings"),
    (
        Group("Youth employment academy", "all year · 45.8 bn won", (
            Row("a", "Trainees in artificial intelligence courses", "3,303 persons", "4,000 persons", "", "+21.1%",
                "82.6%", Bullet(0.826), Status.NOT_DUE, "not due", (1,)),
            Row("b", "Employment rate of graduates", "–", "76%", "", "–", "", Bullet(words="no previous actual"),
                Status.UNDECIDED, "undecided"),
            Row("c", "Placements", "1,120 persons", "1,000 persons", "", "−10.7%", "112%", Bullet(1.12),
                Status.BEHIND, "behind", (1, 2)),
        )),
    ),
    (
        Note(1, Severity.HIGH, "high", "Target below last year's actual", "Youth employment academy › Placements",
             "The target of 1,000 persons is 10.7% below last year's 1,120 persons.", "Reset it or give a reason.",
             "r", "c"),
        Note(2, Severity.LOW, "low", "No baseline", "Youth employment academy", "Nothing to compare with.", "", "r", "b"),
    ),
    (), "", "", sample_budget(2),
)  # fmt: skip


def sample_line(place: int) -> DepartmentLine:
    """Make a department of the office page."""
    statuses = tuple(Status)[place % 3 :][: 3 + place % 4]
    tallies = tuple(Tally(status, term(status, "ko"), 1 + place * 3 % 7) for status in statuses)
    bare = place == 4
    return DepartmentLine(
        f"dept-{place}", ("일자리정책과", "경제정책과", "금융투자과", "대학협력과", "첨단산업과", "창업정책과",
                          "뷰티패션산업과", "창조산업과", "산업입지과")[place % 9],
        str(7 + place * 3), str(place), "" if bare else f"{80 + place}%",
        Bullet(words="비교 불가") if bare else Bullet(0.7 + place / 8),
        tallies, place % 3, place, place * 2, 0.44 + place / 20, 0.87 if place else None, f"{44 + 5 * place}%",
        "87%" if place else "–",
    )  # fmt: skip


OFFICE = OfficeCard(
    "서울특별시 경제실", "아홉 부서의 목표 150개 가운데 92개가 전년 실적과 비교되며, 중앙값은 목표의 94%입니다.", TILES,
    OFFICE_HEADS, tuple(sample_line(place) for place in range(9)), "가장 무거운 위험신호",
    tuple(sample_note(number + 1) for number in range(10)), sample_budget(9),
)  # fmt: skip


def sample_edition(*departments: DepartmentCard, sample: str = "") -> Edition:
    """Make an edition of departments."""
    return Edition(
        "2026Q1", "2026년 1분기 성과 스코어카드", "2026. 1. 31. 기준", date(2026, 1, 31), "ko",
        "단위는 칸에 표기 · 출발점 = 전년 실적 ÷ 올해 목표 · 옅은 막대 전년, 짙은 막대 올해, 세로선 목표",
        "자료: 경제실 주요업무보고(2026. 3.)", sample, OFFICE, departments,
    )  # fmt: skip


def english_edition() -> Edition:
    """Make an edition in English."""
    heads = ("Department", "Targets", "Comparable", "Start (median)", "Statuses", "Findings",
             "Coverage by count", "Coverage by budget")  # fmt: skip
    lines = tuple(attrs.evolve(sample_line(each), name=f"Division {each}") for each in range(3))
    words = attrs.evolve(ENGLISH.budget, unit="(million won, 31 January 2026)",
                         heads=("Programme", "Original", "Current", "Previous", "Spent", "Rate"))  # fmt: skip
    office = OfficeCard("Economic Policy Office", "Three divisions set 30 targets.", ENGLISH.tiles, heads,
                        lines, "Gravest findings", ENGLISH.notes, words)  # fmt: skip
    return Edition(
        "2026Q1", "Performance scorecards, first quarter of 2026", "as of 31 January 2026", date(2026, 1, 31), "en",
        "Start = last year's actual ÷ this year's target", "Source: Report of the office, March 2026", "",
        office, (attrs.evolve(ENGLISH, budget=words),),
    )  # fmt: skip
