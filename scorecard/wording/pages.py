"""What the printed pages say, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

PAGE_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # Edition and pages
        "title": ("{year}년 {part} 성과 스코어카드", "Performance scorecard {year}, {part}"),
        "quarter": ("{n}분기", "quarter {n}"),
        "as-of": ("{day} 기준", "as of {day}"),
        "source": ("자료: {titles}", "Source: {titles}"),
        "legend": (
            "단위는 칸에 표기 · 옅은 막대: 출발점 = '{before} 실적 ÷ '{year} 목표 · 짙은 막대: '{year} 실적 · 세로 눈금: 목표 100%",
            "Units in each cell · light bar: start = '{before} actual ÷ '{year} target · dark bar: '{year} actual · tick: target, 100%",
        ),
        # Headlines
        "headline-start": (
            "{year}년 계량 목표 {targets}개 가운데 전년 실적과 비교되는 {comparable}개는 목표의 {median}(중앙값)에서 출발합니다.",
            "Measured targets for {year}: {targets}. Those that compare with last year ({comparable}) start at {median} of target (median).",
        ),
        "headline-attained": (
            "{year}년 계량 목표 {targets}개 가운데 실적이 나온 {reported}개는 목표의 {median}(중앙값)를 달성했습니다.",
            "Measured targets for {year}: {targets}. Those reported so far ({reported}) stand at {median} of target (median).",
        ),
        "headline-no-baseline": (
            "{year}년 계량 목표 {targets}개 가운데 전년 실적과 비교되는 것이 없어 출발점을 말할 수 없습니다.",
            "Measured targets for {year}: {targets}. None compares with last year, so no start can be told.",
        ),
        "headline-no-target": ("{year}년 계량 목표가 없습니다.", "There is no measured target for {year}."),
        "headline-below": (
            "그중 {below}개는 전년 실적보다 낮은 목표입니다.",
            "Set below last year's actual: {below}.",
        ),
        "headline-young": (
            "{year}년 실적이 나올 때가 된 목표는 아직 없습니다.",
            "No {year} result is due yet.",
        ),
        "headline-risk": (
            "가장 큰 위험신호는 {where}의 '{title}'입니다.",
            "The gravest finding is '{title}' at {where}.",
        ),
        "headline-no-risk": (
            "높음이나 중간 위험신호는 없습니다.",
            "There is no finding of high or medium severity.",
        ),
        "headline-money": (
            "목표를 세울 예산 {budget}의 {share}에 계량 목표가 있습니다.",
            "{share} of the budget that is to have targets ({budget}) has a measured one.",
        ),
        # Tiles
        "tile-targets": ("계량 목표", "Measured targets"),
        "tile-comparable": ("비교 가능", "Comparable"),
        "tile-start": ("출발점(중앙값)", "Start (median)"),
        "tile-attainment": ("달성률(중앙값)", "Attainment (median)"),
        "tile-findings": ("위험신호", "Findings"),
        "tile-findings-value": ("높음 {high} · 중간 {medium}", "high {high} · medium {medium}"),
        "tile-unknown": ("판단 불가 {n}", "undecided {n}"),
        "tile-coverage": ("목표 설정률", "Target coverage"),
        "tile-coverage-value": ("사업 {count} · 예산 {budget}", "programmes {count} · budget {budget}"),
        "tile-spent": ("집행률", "Spent"),
        "of-targets": ("{n}개 중", "of {n}"),
        # Table heads
        "head-indicator": ("사업 · 지표", "Programme · indicator"),
        "head-previous": ("'{year} 실적", "'{year} actual"),
        "head-target": ("'{year} 목표", "'{year} target"),
        "head-actual": ("'{year} 실적", "'{year} actual"),
        "head-change": ("증감", "Change"),
        "head-bar": ("목표 = 100%", "Target = 100%"),
        "head-status": ("상태", "Status"),
        "head-notes": ("신호", "Notes"),
        "head-department": ("부서", "Department"),
        "head-targets": ("목표", "Targets"),
        "head-comparable": ("비교", "Comparable"),
        "head-start": ("출발점", "Start"),
        "head-attainment": ("달성률(중앙값)", "Attainment"),
        "head-statuses": ("상태", "Status"),
        "head-findings": ("위험신호", "Findings"),
        "head-coverage-count": ("설정률(사업)", "Coverage (count)"),
        "head-coverage-budget": ("설정률(예산)", "Coverage (budget)"),
        "head-line": ("세부사업", "Budget line"),
        "head-original": ("본예산", "Original"),
        "head-current": ("예산현액", "Current"),
        "head-last": ("전년 최종", "Last year"),
        "head-spent": ("집행액", "Spent"),
        "head-rate": ("집행률", "Rate"),
        "total": ("계", "Total"),
        # Rows
        "provisional": ("(잠정)", "(provisional)"),
        "partial": ("(일부)", "(part)"),
        "similar": ("(유사)", "(similar)"),
        "mean-of": ("{value} 평균", "mean {value}"),
        "judged": ("글로 된 목표", "target in words"),
        "milestone": ("단계 목표", "milestone"),
        "done-of": ("{done}/{all} 단계", "{done} of {all} steps"),
        "new": ("신규", "new"),
        "no-budget": ("예산 줄 없음", "no budget line"),
        # Lists under the table
        "uncovered": (
            "계량 목표가 없는 사업 {n}개 (예산 {budget})",
            "{n} programmes without a measured target ({budget})",
        ),
        "summary-gaps": ("계량 목표가 없는 사업", "Programmes without a measured target"),
        "exempt": (
            "목표 설정 대상에서 뺀 사업 {n}개 (예산 {budget}): {list}",
            "{n} programmes exempt from targets ({budget}): {list}",
        ),
        "gravest": ("가장 무거운 위험신호", "The gravest findings"),
        "cases": ("{title} ({n}건)", "{title} ({n})"),
        "budget-unit": (
            "(단위: 백만원, {day} 기준, 계는 줄의 합이라 단수가 다를 수 있음)",
            "(KRW million, as of {day}; totals add up the lines and may differ by rounding)",
        ),
        "failed-rule": ("실행되지 않은 규칙", "A rule that did not run"),
        "expired-waiver": ("기한이 지난 예외", "An expired waiver"),
        "expired-waiver-message": (
            "{rule} 규칙의 예외({indicator})가 {until}에 끝남",
            "the waiver of {rule} for {indicator} ended on {until}",
        ),
        "expired-waiver-action": (
            "사유가 남아 있으면 until을 고치고, 아니면 예외를 지운다.",
            "Extend until if the reason stands, or remove the waiver.",
        ),
        "failed-rule-action": (
            "규칙의 식을 고친다. 고칠 때까지 이 규칙은 아무것도 지키지 못한다.",
            "Mend the rule; until then it guards nothing.",
        ),
    }
)
