"""What is said when a project is begun, added to, or filled in from a sheet, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

EDITING_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "edit-not-made": (
            "아무것도 바꾸지 않음. 바꾸었다면 이런 오류가 남:",
            "Nothing was changed. Had it been, there would be these problems:",
        ),
        "edit-written": ("적음: {files}", "written: {files}"),
        "edit-shown": ("적지 않음(보이기만 함): {files}", "shown only, nothing was written: {files}"),
        "edit-nothing": (
            "바꿀 것이 없음: 이미 그렇게 적혀 있음",
            "nothing to change: it stands there already",
        ),
        # Questions
        "ask-indicator": (
            "어느 지표 (부서/사업/지표, 끝부분만 적어도 됨)",
            "Which indicator (its id or the end of it)",
        ),
        "ask-programme": (
            "어느 사업 (부서/사업, 끝부분만 적어도 됨)",
            "Which programme (its id or the end of it)",
        ),
        "ask-department": ("어느 부서 (이름이나 파일 이름)", "Which department (its name or file)"),
        "ask-period": ("기간 (예: 2026Q1, 2026-03, 2026)", "Period (such as 2026Q1, 2026-03, 2026)"),
        "ask-figure": ("수치와 단위 (예: 812명)", "Figure with its unit, as the document writes it"),
        "ask-name": ("이름", "Name"),
        "ask-level": (
            "수준 (input 투입 | process 과정 | output 산출 | outcome 결과)",
            "Level (input | process | output | outcome)",
        ),
        "ask-aggregation": (
            "기간의 값으로 한 해를 만드는 법 (sum 더함 | last 마지막 값 | mean 평균 | ratio 비율 | max 최대 | milestone 단계 | judged 글)",
            "How parts make the year (sum | last | mean | ratio | max | milestone | judged)",
        ),
        "ask-direction": (
            "어느 쪽이 좋은가 (up 높을수록 | down 낮을수록 | keep 유지)",
            "Which way is better (up | down | keep)",
        ),
        "ask-target": (
            "올해 목표 (예: 4,000명, 없으면 그냥 Enter)",
            "This year's target with its unit, as the document writes it (Enter for none)",
        ),
        "ask-source": (
            "출처 (예: report#697, 없으면 그냥 Enter)",
            "Source (such as report#697; Enter for none)",
        ),
        "ask-schedule": (
            "추진시기 (예: 연중, 하반기, 없으면 그냥 Enter)",
            "Schedule, as the document writes it (Enter for none)",
        ),
    }
)
