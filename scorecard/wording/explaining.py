"""What `explain` says of one indicator, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

EXPLAIN_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # Explain
        "explain-target": ("목표", "Target"),
        "explain-previous": ("전년 실적", "Previous actual"),
        "explain-later": ("기준일 뒤의 실적", "Later actual"),
        "explain-later-why": (
            "기준일({day}) 뒤의 실적이라 이 호에서는 쓰지 않음",
            "lies after the as-of day ({day}) and is not used in this edition",
        ),
        "explain-actual": ("올해 실적", "Actual"),
        "explain-start": ("출발점", "Start"),
        "explain-attainment": ("달성률", "Attainment"),
        "explain-stretch": ("도전폭", "Stretch"),
        "explain-status": ("상태", "Status"),
        "explain-schedule": ("추진시기", "Schedule"),
        "explain-budget": ("사업 예산", "Programme budget"),
        "explain-findings": ("위험신호", "Findings"),
        "explain-waived": ("예외 처리됨", "Waived"),
        "explain-unknown": ("판단 불가 규칙", "Rules that could not be judged"),
        "explain-lacked": ("{rule}: {facts} 없음", "{rule}: lacks {facts}"),
        "explain-parts": ("부분", "Parts"),
        "explain-method": ("방법 {method}", "method {method}"),
        "explain-source": ("출처 {source}", "source {source}"),
        "explain-no-source": ("출처 없음", "no source"),
        "explain-none": ("없음", "none"),
        "explain-place": ("적힌 곳", "Written at"),
        # Words of the text formats, for readers
        "level-input": ("투입", "input"),
        "level-process": ("과정", "process"),
        "level-output": ("산출", "output"),
        "level-outcome": ("결과", "outcome"),
        "aggregation-sum": ("한 해의 합", "sum of the year"),
        "aggregation-last": ("마지막 값", "last value"),
        "aggregation-mean": ("평균", "mean"),
        "aggregation-ratio": ("비율", "ratio"),
        "aggregation-max": ("최대값", "maximum"),
        "aggregation-milestone": ("단계", "milestone"),
        "aggregation-judged": ("정성", "judged"),
        "direction-up": ("높을수록 좋음", "more is better"),
        "direction-down": ("낮을수록 좋음", "less is better"),
        "direction-keep": ("유지", "to be kept"),
        "comparability-same": ("같은 것을 잰 값", "measures the same"),
        "comparability-similar": ("비슷한 것을 잰 값", "measures something similar"),
        "comparability-partial": ("일부 기간·대상의 값", "covers a part only"),
        "comparability-different": ("다른 것을 잰 값", "measures something else"),
        "explain-kind": ("지표", "Indicator"),
        "explain-note": ("메모", "Note"),
        "explain-bands": ("{status}: 달성률 {bound} 이상", "{status}: attainment of {bound} or more"),
        "explain-not-due": (
            "결과가 나올 시기({schedule})가 아직 아님",
            "the result is not due yet ({schedule})",
        ),
        "explain-rule-at": ("규칙 {file}:{line}", "rule {file}:{line}"),
        "explain-year-end": ("연말", "year's end"),
    }
)
