"""The sentences about statements that agree or do not, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

TIE_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tie-contradiction": ("모순 {n}건", "Contradictions: {n}"),
        "tie-truncated": (
            "반올림이 아니라 버림이어야 맞는 것 {n}건",
            "True only if cut off, not rounded: {n}",
        ),
        "tie-counts": (
            "대조 {n}건: 그대로 맞음 {exact} · 반올림으로 맞음 {rounded} · 버림으로만 맞음 {truncated} · 모순 {contradiction}",
            "Tie-outs: {n}. As printed {exact} · by rounding {rounded} · only if cut off {truncated} · contradictions {contradiction}",
        ),
        "tie-none": (
            "대조할 것이 없음: 예산 줄과 지표에 stated를 적으면 자료의 다른 곳과 대조함",
            "Nothing to tie out: what other places of the source say is written under stated",
        ),
        "tie-title": ("{name} · {column} · {kind}", "{name} · {column} · {kind}"),
        "tie-kind-places": ("두 곳의 같은 수치", "same figure in two places"),
        "tie-kind-carried": ("예산현액 = 본예산 + 이월", "current = original + carried over"),
        "tie-kind-rate": ("인쇄된 비율과 다시 계산한 비율", "printed and recomputed rate"),
        "tie-kind-count": ("인쇄된 건수와 적힌 항목을 센 건수", "printed count and items counted"),
        "tie-column-total": ("계", "all"),
        "tie-column-done": ("완료", "done"),
        "tie-column-underway": ("추진 중", "under way"),
        "tie-column-review": ("검토 중", "under review"),
        "tie-column-declined": ("미반영", "not taken up"),
        "tie-kind-parts": ("부분의 합과 합계", "sum of the parts and total"),
        "tie-kind-most": ("부분은 전체를 넘지 못함", "a part is no more than the whole"),
        "tie-kind-difference": ("인쇄된 차이와 다시 계산한 차이", "printed and recomputed difference"),
        "tie-column-target": ("목표", "target"),
        "tie-column-actual": ("실적", "actual"),
        "tie-column-attainment": ("달성률", "attainment"),
        "tie-column-share": ("비중", "share"),
        "tie-column-change": ("증감률", "change"),
        "tie-column-original": ("본예산", "original budget"),
        "tie-column-carried": ("이월 등", "carried over"),
        "tie-column-current": ("예산현액", "current budget"),
        "tie-column-previous": ("전년도 최종예산", "last year's final budget"),
        "tie-column-committed": ("원인행위액", "committed"),
        "tie-column-committed_rate": ("원인행위액 집행률", "share committed"),
        "tie-column-spent": ("지출액", "spent"),
        "tie-column-spent_rate": ("지출액 집행률", "share spent"),
        "tie-sum": ("{n}개 수치의 합 {total}", "sum of {n} figures {total}"),
        "tie-more": ("차이 {difference}: 아래가 많음", "difference {difference}: the second is more"),
        "tie-less": ("차이 {difference}: 위가 많음", "difference {difference}: the first is more"),
        "tie-written-at": ("적힌 곳 {spot}", "written at {spot}"),
    }
)
