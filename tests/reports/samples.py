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
    Part,
    Row,
    StepMark,
    StepState,
    Tally,
    Uncovered,
)
from scorecard.cards.sheets import Tile
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
                "82.6%", Bullet(0.826, due=0.4, forecast=1.05, low=0.9, high=1.2), Status.NOT_DUE, "not due", (1,),
                motion="pace 84% (1,600 persons due by today) · year-end forecast 4,200 persons (3,600 to 4,800)",
                parts=(Part(0.6, 0.5), Part(0.8, 0.75, provisional=True), Part(None, 0.9), Part(None, 1.0)),
                steps=(StepMark("curriculum settled", "27 Feb 2026", StepState.DONE),
                       StepMark("third campus opened", "May 2026", StepState.LATE, "30 days late")),
                override="Set by hand: watch → on track (performance team, 3 Jul 2026), hiring falls in autumn"),
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


DONE, LATE_DONE, LATE, COMING = StepState.DONE, StepState.LATE_DONE, StepState.LATE, StepState.COMING
STEPS = (
    StepMark("후보지 공모 및 선정", "2026. 2. 27. 완료", DONE),
    StepMark("기본계획 수립", "2026. 4. 10. 완료", LATE_DONE, "10일 늦음"),
    StepMark("서울시 투자심사", "2026년 5월", LATE, "30일 지남"),
    StepMark("설계 공모", "2026년 3분기", COMING),
    StepMark("지구단위계획 결정을 위한 주민공람과 관계기관 협의", "2026년 하반기", COMING),
    StepMark("착공", "2026년 12월", COMING),
)
QUARTERS = (Part(0.45, 0.25), Part(0.7, 0.5), Part(0.35, 0.75, provisional=True), Part(None, 1.0))
MONTHS = (*(Part((0.2, 0.35, 0.0, 0.5, 0.42, 0.61)[each], 0.08 * (each + 1)) for each in range(6)),
          Part(0.3, 0.58, provisional=True), *(Part(None, 0.08 * (each + 1)) for each in range(7, 12)))  # fmt: skip
LOSSES = (Part(-0.3, 0.2), Part(-1.0, 0.3), Part(0.55, 0.3, provisional=True), Part(None, -0.2))
MOTION = "진도율 84% (오늘까지 계획 2,000명) · 연말 전망 3,720명 (3,300~4,150명), 달성 가능성 24% · 분기별 계획 기준"
OVERRIDE = "수동 지정: 주의 → 정상 (성과관리팀, 2026. 7. 3.) 하반기에 몰린 채용 일정을 반영. 계산값은 ‘주의’"
PLANS = (Part(None, 0.5), Part(None, 1.0), Part(None, 0.7), Part(None, 0.4))
FORECASTS = (
    Bullet(0.826, 0.42, due=0.5, forecast=0.93, low=0.82, high=1.04),
    Bullet(None, 0.35, due=0.3, forecast=1.12, low=1.02, high=1.21),
    Bullet(0.95, 0.61, similar=True, due=0.58, forecast=1.31, low=1.1, high=1.9),
    Bullet(1.9, 0.9, due=0.4, forecast=2.3, low=1.7, high=2.9),
    Bullet(0.97, 0.99, due=1.0, forecast=0.98, low=0.9, high=1.02),
    Bullet(0.7, 0.2, due=0.45, forecast=0.52, low=0.41, high=0.6),
)
MOVING = (
    ("AI 인재 양성", FORECASTS[0], QUARTERS, (), ""),
    ("신규 취업자", FORECASTS[1], MONTHS, (), ""),
    ("소상공인 대출 잔액", FORECASTS[2], MONTHS, (), OVERRIDE),
    ("글로벌 스타트업 투자유치액", FORECASTS[3], QUARTERS, (), ""),
    ("고용유지율", FORECASTS[4], (), (), ""),
    ("시설 착공", Bullet(None, 0.33, due=0.5), (), STEPS, ""),
    ("창업허브 개관", Bullet(words="기준 없음"), (), STEPS[:2], OVERRIDE),
    ("무역수지 개선", Bullet(0.4, 0.1, due=0.25), LOSSES, (), ""),
    ("입주율", Bullet(due=0.25), PLANS, (), ""),
    ("종합", FORECASTS[5], MONTHS, STEPS, OVERRIDE),
)


def moving_row(place: int) -> Row:
    """Make one of ten rows with some or all of what a year in motion adds, every fourth a part."""
    name, bullet, parts, steps, override = MOVING[place % len(MOVING)]
    return attrs.evolve(
        sample_row(place, actuals=True), name=name, bullet=bullet, parts=parts, steps=steps, override=override,
        motion=MOTION if parts else "", depth=int(place % 4 == 3),
    )  # fmt: skip


def moving_card(groups: int) -> DepartmentCard:
    """Make a department in the middle of its year, with two to five rows a programme."""
    card = sample_card(groups, actuals=True, notes=4)
    made = tuple(
        attrs.evolve(group, rows=tuple(moving_row(place * 3 + each) for each in range(2 + place % 4)))
        for place, group in enumerate(card.groups)
    )
    return attrs.evolve(card, groups=made)


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
