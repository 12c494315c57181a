"""The sentences of the gate: what was asked, what was found, who is meant and what to do; Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

GATE_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # The verdict
        "gate-holds": ("관문 통과: 요구 {n}개를 모두 지킴", "The gate holds: all {n} demands are met"),
        "gate-holds-waived": (
            "관문 통과: 요구 {n}개 가운데 {waived}개는 예외로 넘어감",
            "The gate holds: of {n} demands, {waived} passed by a waiver",
        ),
        "gate-fails": (
            "관문 실패: 요구 {n}개 가운데 {failed}개를 지키지 못함",
            "The gate does not hold: {failed} of {n} demands are not met",
        ),
        "gate-empty": (
            "관문 실패: 판단할 사업이나 목표가 없음",
            "The gate does not hold: there is no programme or target to judge",
        ),
        "gate-all-waived": (
            "관문 실패: 요구가 모두 예외로만 지켜짐. 예외만으로는 통과하지 못함",
            "The gate does not hold: every demand rests on a waiver, and waivers alone do not pass",
        ),
        "gate-unjudged": (
            "판단 못 함: 글에 오류 {n}개. 고친 뒤 다시 실행",
            "could not be judged: problems in the text: {n}; mend and run again",
        ),
        "check-clean": ("오류 없음: 글 {n}개를 읽음", "no problems in {n} files"),
        "gate-title": ("성과 관문 · {office} · {day} 기준", "Performance gate · {office} · as of {day}"),
        "gate-base": ("견준 기준: {base}", "held against {base}"),
        "gate-root": (
            "프로젝트가 든 저장소의 맨 위 폴더",
            "the top folder of the repository the project lies in",
        ),
        "gate-steady": ("{base}보다 뒷걸음 없음: 요구 {n}개", "no step back from {base}: {n} demands"),
        "kept": ("지킴", "met"),
        "broken": ("못 지킴", "not met"),
        "waived": ("예외", "waived"),
        "gate-passing": ("통과", "passing"),
        "gate-failing": ("실패", "failing"),
        "gate-unknown": ("판단 못 함", "not judged"),
        "gate-badge": ("성과 관문", "performance gate"),
        "gate-more": ("그 밖에 {n}건", "and {n} more"),
        "gate-demand": ("요구", "Demand"),
        "gate-where": ("대상", "Where"),
        "gate-found": ("확인된 것 (요구)", "Found (asked)"),
        "gate-verdict": ("판정", "Verdict"),
        "gate-broken-title": ("지키지 못한 요구", "Demands not met"),
        "gate-all-title": ("모든 요구", "All demands"),
        "gate-notices": ("알림", "Notices"),
        "gate-problems": ("오류", "Problems"),
        # What is asked
        "demand-count": ("목표 설정률(사업 수)", "target coverage by count"),
        "demand-weight": ("목표 설정률(가중치)", "target coverage by weight"),
        "demand-budget": ("목표 설정률(예산)", "target coverage by budget"),
        "demand-previous": ("견줄 전년 실적이 있는 목표", "targets with a comparable previous actual"),
        "demand-actual": ("시기가 된 목표의 실적", "actuals of due targets"),
        "demand-fresh": ("최근에 알린 지표", "indicators told of lately"),
        "demand-oldest": ("가장 오래 알리지 않은 지표", "the indicator told of longest ago"),
        "demand-high": ("높음 위험신호", "findings of high severity"),
        "demand-medium": ("중간 위험신호", "findings of medium severity"),
        "demand-low": ("낮음 위험신호", "findings of low severity"),
        "demand-note": ("참고 위험신호", "findings of severity note"),
        "demand-limit": ("규칙별 위험신호", "findings of one rule"),
        "demand-unknown": ("판단 불가", "undecided rows"),
        "demand-failures": ("실행되지 않은 규칙", "rules that did not run"),
        "demand-expired": ("기한이 지난 예외", "expired waivers"),
        "demand-targets": ("원장 없이 낮추거나 없앤 목표", "targets eased or removed without a ledger entry"),
        "demand-definitions": ("단절을 밝히지 않고 바꾼 정의", "definitions changed without a break"),
        "demand-ratchet": ("{name}, 뒷걸음 없음", "{name}, no step back"),
        "at-least": ("{found} (요구 {asked} 이상)", "{found} (asked: at least {asked})"),
        "at-most": ("{found}건 (요구 {asked}건 이하)", "{found} (asked: at most {asked})"),
        "at-most-days": ("{found}일 (요구 {asked}일 이하)", "{found} days (asked: at most {asked})"),
        "than-before": ("{found} (기준 {asked})", "{found} (was {asked})"),
        "than-before-most": ("{found}건 (기준 {asked}건)", "{found} (was {asked})"),
        "nothing-due": ("아직 시기가 된 목표 없음", "nothing due yet"),
        "nothing-there": ("잴 것이 없음 (요구 {asked} 이상)", "nothing to measure (asked: at least {asked})"),
        # What to do
        "do-count": (
            "이름이 적힌 사업에 계량 목표를 적음. 목표를 둘 사업이 아니면 exempt에 사유를 적음",
            "set a measured target for the programmes named, or write under exempt why none is due",
        ),
        "do-weight": (
            "이름이 적힌 사업에 계량 목표를 적음. 목표를 둘 사업이 아니면 exempt에 사유를 적음",
            "set a measured target for the programmes named, or write under exempt why none is due",
        ),
        "do-budget": (
            "예산이 큰 사업부터 계량 목표를 적음. 목표를 둘 사업이 아니면 exempt에 사유를 적음",
            "set measured targets, the largest budgets first, or write under exempt why none is due",
        ),
        "do-previous": (
            "전년 실적을 적음. 재는 것이 달라졌으면 comparability로 밝힘",
            "enter last year's actuals; where something else was measured, say so by comparability",
        ),
        "do-actual": ("시기가 된 목표의 실적을 적음", "enter the actuals of the targets that are due"),
        "do-fresh": (
            "새 실적을 적음. 살펴보았으나 그대로면 updated에 그날을 적음",
            "enter new actuals; what was looked at and stands gets the day under updated",
        ),
        "do-oldest": (
            "새 실적을 적음. 살펴보았으나 그대로면 updated에 그날을 적음",
            "enter new actuals; what was looked at and stands gets the day under updated",
        ),
        "do-high": (
            "위험신호마다 적힌 조치를 하거나, 규칙의 waivers에 사유와 기한을 적음",
            "do what each finding says, or answer for it under the rule's waivers until a day",
        ),
        "do-unknown": ("빠진 사실을 적음", "enter the facts that are missing"),
        "do-failures": ("규칙의 when을 고침", "mend the rule's when"),
        "do-expired": (
            "사유가 남아 있으면 until을 고치고, 아니면 예외를 지움",
            "extend until if the reason stands, or remove the waiver",
        ),
        "do-targets": (
            '목표를 되돌리거나, 그 목표의 revised에 전의 값·날·사유·승인한 자리를 적음. 없앤 목표는 "-"로 남김',
            'put the target back, or enter under its revised what it was, the day, the reason and who approved; one taken back stays as "-"',
        ),
        "do-definitions": (
            "정의를 되돌리거나, 지표의 breaks에 언제부터 왜 다르게 재는지를 적음",
            "put the definition back, or write under the indicator's breaks since when and why it is measured otherwise",
        ),
        # Who is meant
        "cause-bare": ("계량 목표 없음 (예산 {budget})", "no measured target ({budget})"),
        "cause-no-previous": ("견줄 전년 실적 없음", "no comparable previous actual"),
        "cause-no-actual": ("시기가 됐는데 실적 없음", "due, and no actual"),
        "cause-stale": ("{days}일 전에 마지막으로 알림", "last told of {days} days ago"),
        "cause-never": ("알린 것이 없음", "nothing was told"),
        "cause-lacks": ("규칙 {rule}: {facts} 없음", "rule {rule}: lacks {facts}"),
        "cause-failed": ("규칙이 실행되지 않음: {error}", "the rule did not run: {error}"),
        "cause-expired": ("예외가 {until}에 끝남 ({reason})", "the waiver ended on {until} ({reason})"),
        "cause-target": ("{name} {period} 목표 {text}", "{name} {period} target {text}"),
        "cause-was": (" · 전에는 {text}", " · was {text}"),
        "cause-did": (" ({points})", " ({points})"),
        "cause-new-target": ("새로 들어왔으나 계량 목표 없음", "came in without a measured target"),
        "cause-gone-target": (
            "목표가 있었는데 없어지거나 대상에서 빠짐",
            "had a target and is gone or no longer counts",
        ),
        "cause-lost-target": ("계량 목표가 없어짐", "lost its measured target"),
        "cause-moved-target": (
            "분모에서 차지하는 크기가 {old} → {new}",
            "weighs {new} instead of {old}",
        ),
        "cause-new-previous": (
            "새 목표인데 견줄 전년 실적 없음",
            "a new target without a comparable previous actual",
        ),
        "cause-gone-previous": (
            "견줄 전년 실적이 있던 목표가 빠짐",
            "a target with a comparable previous actual is gone",
        ),
        "cause-lost-previous": ("견줄 전년 실적이 없어짐", "lost its comparable previous actual"),
        "cause-moved-previous": ("세는 법이 달라짐", "is counted otherwise"),
        "cause-new-actual": ("시기가 됐는데 실적 없음", "due, and no actual"),
        "cause-gone-actual": ("실적이 있던 목표가 빠짐", "a target with an actual is gone"),
        "cause-lost-actual": ("실적이 없어짐", "lost its actual"),
        "cause-moved-actual": ("세는 법이 달라짐", "is counted otherwise"),
        "cause-new-fresh": ("최근에 알린 것이 없음", "nothing was told lately"),
        "cause-gone-fresh": ("최근에 알린 지표가 빠짐", "an indicator told of lately is gone"),
        "cause-lost-fresh": ("최근에 알린 것이 없어짐", "what was told lately is gone"),
        "cause-moved-fresh": ("세는 법이 달라짐", "is counted otherwise"),
        "cause-eased": ("{what}: {old} → {new}", "{what}: {old} → {new}"),
        "cause-rewritten": ("{what}: 원장에서 없어짐: {old}", "{what}: gone from the ledger: {old}"),
        # How it is told
        "format-alone": (
            "화면에는 --format {found} 하나만 나갈 수 있음. 다른 것은 파일로: {found}=파일",
            "--format {found} stands alone on the screen; let the others go to files: {found}=FILE",
        ),
        "format-same-file": (
            "두 형식을 한 파일({found})에 쓸 수 없음",
            "two formats cannot go to one file ({found})",
        ),
        "format-onto-text": (
            "글이 든 파일일 수 있어 덮어쓰지 않음: {found}",
            "{found} may hold a text and is not written over",
        ),
        # Notices
        "notice-waived": (
            "예외: {where} · {name}. {reason} ({until}까지, {approver})",
            "waived: {where} · {name}. {reason} (until {until}, {approver})",
        ),
        "notice-ending": (
            "곧 끝나는 예외: {what}, {until}까지 ({days}일 남음). {reason}",
            "a waiver about to end: {what}, until {until} ({days} days left). {reason}",
        ),
        "notice-base-bare": (
            "{base}에는 아직 이 프로젝트가 없어 견줄 것이 없음. 하한과 상한만 봄",
            "{base} does not hold this project yet, so there is nothing to hold it against; floors and ceilings only",
        ),
        "notice-no-edition": (
            "아직 인쇄한 호가 없어 견줄 것이 없음. 하한과 상한만 봄 (scorecard build가 호를 남김)",
            "no edition was printed yet, so there is nothing to hold it against; floors and ceilings only (scorecard build leaves one)",
        ),
        "notice-record-lacks": (
            "{base}의 기록에 없어 견주지 못함: {names}",
            "{base} does not tell, so not held against it: {names}",
        ),
        "notice-rule": (
            "규칙이나 요구가 달라짐: {what}: {old} → {new}",
            "rules or demands changed: {what}: {old} → {new}",
        ),
        "notice-cut": ("너무 많아 무거운 것부터 {n}건만 적음", "too many: only the {n} gravest are listed"),
        "approver-none": ("승인한 자리 적히지 않음", "no approver named"),
    }
)
