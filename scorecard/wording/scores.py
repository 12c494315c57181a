"""The words of scores, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

SCORE_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "score-title": ("점수", "Scores"),
        "score-unit": (
            "(점수는 {most}까지, 점수가 난 것만 가중평균. 환산점수는 지표마다 반올림해 합이 다를 수 있음)",
            "(up to {most}; means by weight of what is scored; points are rounded one by one, so sums may differ)",
        ),
        "score-assumed": ("{name}(가정)", "{name} (assumed)"),
        "score-assumed-source": ("{name}, 가정", "{name}, assumed"),
        # Score methods
        "score-target-band": ("목표부여", "target band"),
        "score-target-band-sd": ("목표부여(편차)", "target band by deviation"),
        "score-medium-term": ("중장기 목표부여", "medium term"),
        "score-peer-range": ("글로벌 실적비교", "range of peers"),
        "score-trend": ("추세치", "trend"),
        "score-beta": ("β분포", "β distribution"),
        "score-target-ratio": ("목표 대 실적", "actual to target"),
        "score-band-floor": ("기본득점", "band floor"),
        "score-attainment": ("달성률(상한까지)", "attainment up to the cap"),
        "score-judged-grade": ("정성평가 등급", "grade of the judges"),
        # Tables and tiles
        "score-tile": ("점수", "Score"),
        "score-tile-detail": ("가중치의 {coverage} 반영", "{coverage} of the weight"),
        "score-head-indicator": ("사업 · 지표", "Programme · indicator"),
        "score-head-department": ("부서", "Department"),
        "score-head-method": ("점수 방법", "Method"),
        "score-head-allotted": ("배점", "Allotted"),
        "score-head-score": ("점수", "Score"),
        "score-head-points": ("환산점수", "Points"),
        "score-head-grade": ("등급 · 점수 없는 까닭", "Grade, or why no score"),
        "score-head-coverage": ("점수 난 가중치", "Weight scored"),
        "score-head-indicators": ("점수 난 지표", "Indicators scored"),
        "score-head-mean": ("평균 달성률", "Mean attainment"),
        "score-head-achieved": ("달성한 지표", "Targets met"),
        "score-head-grade-alone": ("등급", "Grade"),
        "score-head-unadjusted": ("조정 전", "Unadjusted"),
        "score-tile-unadjusted": ("조정 전 {plain}", "unadjusted {plain}"),
        "score-of": ("{n}/{of}개", "{n} of {of}"),
        "score-words": (
            "점수 {score}점은 가중치의 {coverage}에 난 점수의 가중평균입니다. 평균 달성률 {mean}는 지표마다 {cap}까지만 센 평균이고, 달성한 지표 {achieved}는 목표에 닿은 지표의 비율이라 서로 다릅니다.",
            "The score of {score} is the mean, by weight, of what is scored: {coverage} of the weight. The mean attainment of {mean} counts each up to {cap}; the share of targets met, {achieved}, counts those that reached theirs. The two differ.",
        ),
        "score-words-none": (
            "점수 {score}점은 가중치의 {coverage}에 난 점수의 가중평균입니다.",
            "The score of {score} is the mean, by weight, of what is scored: {coverage} of the weight.",
        ),
        "score-words-adjusted": (
            "사람이 조정하기 전의 점수는 {plain}점입니다.",
            "It was {plain} before people adjusted it.",
        ),
        "score-words-by-hand": (
            "조정: {name} {points}점, {reason} (승인 {approver}{on}).",
            "Adjusted: {name} {points}, {reason} (approved by {approver}{on}).",
        ),
        "score-words-quota": (
            "사업 등급은 점수만이 아니라 비율로도 정합니다: {best} 이상은 많아야 전체 사업의 {most}, {worst} 이하는 적어도 {least}.",
            "Programmes are graded by quota as well as by score: {best} or better for at most {most} of all, {worst} or worse for at least {least}.",
        ),
        # Explain
        "explain-score": ("점수", "Score"),
        "explain-score-steps": ("점수 계산", "Score, reckoned"),
        "explain-score-rules": ("점수 규칙", "Scoring rules"),
        "explain-score-past": ("점수에 쓴 지난 실적", "Past actuals scored by"),
        "explain-score-apart": ("이상치 후보", "Lies apart"),
        "explain-score-apart-by": (
            "{year}년: 원인을 score.outlier에 적으면 빼고 계산함. 적히지 않아 그대로 셈",
            "{year}: left out if its cause is written under score.outlier; it is not, so the year counts",
        ),
        "explain-score-left-out": (
            "{year}년은 이상치로 뺌: {reason}",
            "{year} is left out as an outlier: {reason}",
        ),
        "explain-score-kept": (
            "{year}년은 이상치라고 적혔으나 그렇게 벗어나 있지 않아 그대로 셈",
            "{year} is named as an outlier but does not lie that far apart; it counts",
        ),
        "explain-score-adjusted": ("점수 조정", "Adjusted"),
        "explain-score-adjusted-by": (
            "조정 전 {plain}점 · {reason} · 승인 {approver}{on}",
            "unadjusted {plain} · {reason} · approved by {approver}{on}",
        ),
        "explain-score-points": ("환산점수", "Points"),
        "explain-score-points-by": ("배점 {allotted} × {score} ÷ 100", "{allotted} allotted × {score} ÷ 100"),
        "explain-score-grade": ("등급 {grade}", "grade {grade}"),
        "step-base": ("기준치", "base value"),
        "step-low": ("최저목표", "lower end"),
        "step-high": ("최고목표", "upper end"),
        "step-spread": ("편차", "deviation"),
        "step-step": ("한 해 걸음(α)", "yearly step (α)"),
        "step-mean": ("3년 평균", "mean of three years"),
        "step-now": ("당해연도 위치", "position of the year"),
        "step-over": ("3년 평균의 위치", "position of the mean"),
        "step-position": ("위치", "position"),
        "step-floor": ("기본득점", "floor"),
        "step-expected": ("기대되는 값", "expected"),
        "step-slope": ("한 해 기울기", "slope a year"),
        "step-z": ("z", "z"),
        "step-percent": ("백분율", "per cent"),
        "step-best": ("최고 실적", "best"),
        "step-last": ("전년 실적", "last year"),
        "step-worst": ("최저 실적", "worst"),
    }
)
