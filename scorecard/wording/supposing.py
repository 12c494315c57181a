"""The words of what would be if, and of what hangs on the rules, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

SUPPOSING_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "supposed-title": (
            "이렇게 바뀐다면 (파일에는 아무것도 적지 않음)",
            "If it were so (nothing is written to any file)",
        ),
        "supposed-what": ("{what}: {old} → {new}", "{what}: {old} → {new}"),
        "supposed-gate": ("관문", "Gate"),
        # The smallest actual that reaches a status or a grade
        "reach-least": (
            "{goal}에 닿는 가장 작은 실적: {value} ({period}, {day}까지)",
            "Smallest actual that reaches {goal}: {value} ({period}, until {day})",
        ),
        "reach-most": (
            "{goal}에 닿는 가장 큰 실적: {value} ({period}, {day}까지)",
            "Greatest actual that reaches {goal}: {value} ({period}, until {day})",
        ),
        "reach-none": ("{goal}에 닿는 실적 없음: {reason}", "No actual reaches {goal}: {reason}"),
        "reach-beyond": ("적을 수 있는 어떤 수치로도 모자람", "no figure that can be is enough"),
        "reach-next": ("한 칸 못 미친 {value}: 닿지 않음", "one step short, {value} does not reach it"),
        "reach-edge": ("이보다 더 갈 수는 없음", "it cannot go further"),
        "reach-month": (
            "지금까지 {actual}, 남은 {months}달에 한 달 평균 {rate}",
            "{actual} so far; {rate} a month in the {months} months left",
        ),
        "reach-faster": ("지금까지의 {times}배 빠르기", "{times} times as fast as so far"),
        "reach-done": ("이미 닿음: 지금까지 {actual}", "reached already by the {actual} so far"),
        "reach-by-hand": (
            "상태는 손으로 정해져 있음: 여기서는 수치가 말하는 상태를 봄",
            "the status is set by hand; this is what the figures say",
        ),
        "reach-one": ("--reach에는 지표 하나만 적음", "--reach takes one indicator"),
    }
)
