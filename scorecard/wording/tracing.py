"""The sentences that follow a figure to the line of its source, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

TRACE_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "trace-title": ("원문의 그 줄 ({n})", "The very lines of the source ({n})"),
        "trace-none": ("원문에서 보일 수치가 없음", "No figure to show in the source"),
        "trace-unsourced": ("출처가 적혀 있지 않음", "no source is named"),
        "trace-not-there": ("이 줄에 그대로 있지 않음", "does not stand on this line"),
        "trace-ties": ("대조 {n}건", "tie-outs: {n}"),
        "trace-target": ("목표", "Target"),
        "trace-actual": ("실적", "Actual"),
        "trace-due": ("기한", "due"),
        "trace-departments": ("소관", "In charge"),
        "trace-state": ("상태", "State"),
        # A programme explained
        "explain-programme": ("사업", "Programme"),
        "explain-line": ("예산 줄", "Budget line"),
        "explain-stated": ("다른 곳", "Stated elsewhere"),
        "explain-ties": ("대조", "Tie-outs"),
        "explain-tie-contradiction": ("모순", "Contradiction"),
        "explain-tie-truncated": ("버림으로만 맞음", "Only if cut off"),
        "exempt-one": (
            "목표 설정 대상에서 뺀 사업 {n}개 (예산 {budget}): {list}",
            "{n} programme exempt from targets ({budget}): {list}",
        ),
        "uncovered-one": (
            "계량 목표가 없는 사업 {n}개 (예산 {budget})",
            "{n} programme without a measured target ({budget})",
        ),
        "explain-exempt": ("목표 설정 대상에서 뺌: {reason}", "exempt from targets: {reason}"),
        "explain-owner": ("담당 {team}", "team {team}"),
    }
)
