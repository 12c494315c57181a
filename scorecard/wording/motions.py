"""The sentences that tell how a year comes in, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

MOTION_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "legend-motion": (
            " · 빗금 막대: 연말 전망 · 가는 선: 전망 범위 · 짧고 굵은 선: 그날까지 예정 · 작은 기둥: 분기·월 실적(빗금은 잠정, 눈금은 계획)",
            " · hatched bar: year-end forecast · thin line: its range · short stout line: due by then · small columns: quarters or months (hatched: provisional, tick: plan)",
        ),
        "motion-pace": (
            "진도율 {pace} ({until}까지 예정 {planned}, {basis})",
            "pace {pace} ({planned} due by {until}, {basis})",
        ),
        "motion-forecast": ("연말 전망 {forecast}", "forecast {forecast}"),
        "motion-range": ("연말 전망 {forecast}({low}~{high})", "forecast {forecast} ({low} to {high})"),
        "motion-chance": ("달성 가능성 {chance}", "chance of reaching it {chance}"),
        "motion-early": ("판단하기에는 이름", "too early to judge"),
        "motion-few": ("건수가 적어 판단하지 않음", "too few events to judge"),
        "basis-plan": ("자체 계획", "own plan"),
        "basis-last_year": ("전년 같은 기간 비중", "last year's months"),
        "basis-schedule": ("추진시기", "schedule"),
        "forecast-gamma-poisson": (
            "감마-포아송: 지난해와 올해의 건수",
            "Gamma-Poisson: last year's and this year's counts",
        ),
        "forecast-seasonal": ("지난 해들의 같은 기간 비중", "past years' share by the same day"),
        "forecast-linear": ("계획에 비례", "in proportion to the plan"),
        "override": (
            "사람이 정한 상태: {status} (계산된 상태 {computed}) · {reason} · {by} · {on}",
            "Status set by hand: {status} (computed: {computed}) · {reason} · {by} · {on}",
        ),
        "step-late": ("{days}일 지남", "{days} days late"),
        "step-late-done": ("{days}일 늦음", "{days} days late"),
        "step-early": ("{days}일 앞당김", "{days} days early"),
        "step-year": ("'{year}년", "'{year}"),
        "step-half-1": ("상반기", "first half"),
        "step-half-2": ("하반기", "second half"),
        "step-quarter": ("{n}분기", "Q{n}"),
        "step-of-year": ("'{year}. {when}", "{when} '{year}"),
        "tile-course": ("정상 · 주의 · 부진", "Good · watch · behind"),
        "tile-course-value": ("{good} · {watch} · {behind}", "{good} · {watch} · {behind}"),
        "headline-motion": (
            "지금까지 판단할 수 있는 {judged}개 가운데 정상·달성 {good}개, 주의 {watch}개, 부진 {behind}개입니다.",
            "Of {judged} that can be judged by now, {good} are on track or achieved, {watch} on watch and {behind} behind.",
        ),
        "headline-early": ("{n}개는 아직 판단하기 이릅니다.", "Too early or too few to judge: {n}."),
        "headline-silent": ("{n}개는 실적이 적히지 않았습니다.", "No actual entered: {n}."),
        "explain-by-pace": ("진도율로 판단", "judged by pace"),
        "explain-by-forecast": ("연말 전망으로 판단", "judged by the forecast"),
        "explain-planned": ("예정량", "Due"),
        "explain-pace": ("진도율", "Pace"),
        "explain-forecast": ("연말 전망", "Forecast"),
        "explain-required": ("필요 속도", "Required rate"),
        "explain-increment": ("증분 달성률", "Increment"),
        "explain-ambition": ("목표 위치", "Ambition"),
        "explain-limits": ("관리도", "Process limits"),
        "explain-trajectory": ("궤적", "Trajectory"),
        "explain-step": ("단계", "Step"),
        "explain-increment-by": (
            "(실적 − 전년) ÷ (목표 − 전년). 수준으로 낸 달성률은 {level}",
            "(actual − previous) ÷ (target − previous); by level {level}",
        ),
        "explain-rates": ("해마다 필요한 양", "Needed a year"),
        "explain-rates-by": ("지금까지는 해마다 {achieved}", "so far {achieved} a year"),
        "explain-step-days": ("{name}: 기한 {due}, 마침 {done}", "{name}: due {due}, done {done}"),
        "explain-override": ("사람이 정한 상태", "Set by hand"),
        "explain-restated": ("정정", "Restated"),
        "explain-planned-by": ("{share} × 목표 {target}, {basis}", "{share} × target {target}, {basis}"),
        "explain-planned-level": ("{basis}에 적힌 값", "as the {basis} says"),
        "explain-range": (
            "{width} 범위 {low}~{high} · 달성 가능성 {chance}",
            "{width} range {low} to {high} · chance {chance}",
        ),
        "explain-required-by": (
            "남은 기간에 필요한 속도 ÷ 지금까지의 속도",
            "rate needed from now on ÷ rate so far",
        ),
        "explain-allowed": ("허용 속도", "Allowed rate"),
        "explain-allowed-by": (
            "남은 기간에 허용되는 속도 ÷ 지금까지의 속도",
            "rate allowed from now on ÷ rate so far",
        ),
        "explain-used": ("목표에 찬 정도", "Used of the target"),
        "explain-used-by": (
            "실적 ÷ 목표. 적을수록 좋고 해가 끝나지 않아 달성률이 아님",
            "actual ÷ target; less is better and the year is not over, so this is no attainment",
        ),
        "explain-ambition-by": (
            "목표가 지난 추세의 예측에서 예측오차의 몇 배 떨어졌는가 · 지난 {n}년",
            "prediction errors between target and trend · {n} past years",
        ),
        "explain-limits-by": ("평균 {mean} · 점 {n}개 · {kind}", "mean {mean} · {n} points · {kind}"),
        "limits-locked": ("확정 한계", "locked limits"),
        "limits-trial": ("시험 한계(12점 미만)", "trial limits (fewer than 12 points)"),
        "assurance-passes": ("늘 목표를 넘음", "always meets the target"),
        "assurance-varies": ("넘기도 못 미치기도 함", "hit and miss"),
        "assurance-fails": ("지금 방식으로는 닿지 못함", "cannot meet the target as it is"),
        "explain-restated-by": (
            "{period} · {on}에 {was}에서 고침 · {reason}",
            "{period} · corrected on {on} from {was} · {reason}",
        ),
    }
)
