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
        # What hangs on which value
        "sensed-title": ("민감도", "Sensitivity"),
        "sensed-some": (
            "값 {n}개를 하나씩 20% 올리고 내렸을 때 {turning}개가 등급·순위·상태·목표 적정성·위험신호·관문 가운데 무엇인가를 바꿉니다.",
            "Of {n} values moved by 20 % up and down, one at a time, {turning} turn a grade, a rank, a status, a verdict of target quality, a finding or a demand of the gate.",
        ),
        "sensed-none": (
            "값 {n}개를 하나씩 20% 올리고 내려도 아무것도 바뀌지 않습니다.",
            "Of {n} values moved by 20 % up and down, one at a time, none turns anything.",
        ),
        "sensed-unscored": (
            "아직 점수가 난 것이 없어 등급과 순위는 바뀔 수 없음: 한 해가 다 보고되면 다시 봄.",
            "Nothing has a score yet, so no grade or rank can turn: look again when the year is told whole.",
        ),
        "sensed-unjudged": (
            "아직 수치로 판정한 지표가 없어 상태는 바뀔 수 없음.",
            "No indicator is judged by figures yet, so no status can turn.",
        ),
        "sensed-stopped": (
            "* 20%를 다 옮길 수 없어 이웃 값이나 허용 범위까지만 옮긴 값 {n}개.",
            "* Values that could not go all the 20 % and were moved as far as their neighbours or limits allow: {n}.",
        ),
        "sensed-whole": (
            "† 정수라서 적어도 1을 옮긴 값 {n}개.",
            "† Whole numbers, moved by at least 1: {n}.",
        ),
        "sensed-stuck": (
            "어느 쪽으로도 옮길 수 없는 값 {n}개(0이거나 범위의 끝).",
            "Values that can move neither way, being 0 or at the end of their range: {n}.",
        ),
        "sensed-questions": (
            "조건에서 0과 견주거나 ==, !=로 바로 그 수를 묻는 {n}개는 문턱값이 아니어서 옮기지 않음.",
            "Numbers in conditions that are 0 or asked for by == or !=, which are no thresholds and are not moved: {n}.",
        ),
        "sensed-absolute": (
            "가중치는 합이 정해진 배점이라, 하나를 옮기면 나머지가 같은 비율로 물러나는 것으로 봄.",
            "Weights are points that must add up: where one moves, the others give way in proportion.",
        ),
        "sensed-grade": ("등급 {n}", "grades {n}"),
        "sensed-rank": ("순위 {n}", "ranks {n}"),
        "sensed-status": ("상태 {n}", "statuses {n}"),
        "sensed-quality": ("목표 적정성 {n}", "target quality {n}"),
        "sensed-finding": ("위험신호 {n}", "findings {n}"),
        "sensed-demand": ("관문의 요구 {n}", "demands of the gate {n}"),
        "sensed-finding-open": ("위험신호", "finding"),
        "sensed-finding-waived": ("예외로 둔 위험신호", "waived finding"),
        "sensed-demand-met": ("지킴", "met"),
        "sensed-demand-unmet": ("지키지 못함", "not met"),
        "sensed-demand-waived": ("예외", "waived"),
        "sensed-place": ("{n}위", "no. {n}"),
        "sensed-profile": ("판정 달라짐", "reads otherwise"),
        "sensed-more": ("… {n}건 더", "… {n} more"),
        "sensed-left": ("… 무엇인가를 바꾸는 값 {n}개 더.", "… {n} more values that turn something."),
        "sensed-table": ("값을 하나씩 20% 옮기면", "Each value moved by 20 %"),
        "sensed-legend": (
            "표시 하나가 바뀐 것 하나: ■ 등급 ▲ 부서 순위 ● 상태 ○ 목표 적정성 ◆ 위험신호 ★ 관문의 요구. 등급을 많이 바꾸는 값부터, 그다음은 적힌 차례대로.",
            "One mark for each thing that turns: ■ grade ▲ rank of a department ● status ○ target quality ◆ finding ★ demand of the gate. What turns most grades comes first, then the others in this order.",
        ),
        "sensed-head-value": ("값", "Value"),
        "sensed-head-now": ("지금", "Now"),
        "sensed-head-down": ("−20%", "−20%"),
        "sensed-head-up": ("+20%", "+20%"),
        "sensed-head-turned": ("바뀌는 것", "Turns"),
        "sensed-tile-moved": ("옮겨 본 값", "Values moved"),
        "sensed-tile-turning": ("무엇인가 바꾸는 값", "Turn something"),
        "sensed-tile-grade": ("그중 등급", "Turn grades"),
        "sensed-tile-rank": ("그중 순위", "Turn ranks"),
        "sensed-tile-status": ("그중 상태", "Turn statuses"),
        "sensed-tile-quality": ("그중 목표 적정성", "Turn target quality"),
        "sensed-tile-finding": ("그중 위험신호", "Turn findings"),
        "sensed-tile-demand": ("그중 관문의 요구", "Turn demands"),
        "sensed-ending": (
            "--output {found}: {allowed} 가운데 하나로 끝나는 이름을 적음",
            "--output {found}: give a name that ends with one of {allowed}",
        ),
    }
)
