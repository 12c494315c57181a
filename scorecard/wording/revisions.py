"""The sentences that tell what changed between two editions or revisions, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

#: Keys of a definition or a rule that have words of their own.
FIELDS = frozenset((
    "name", "unit", "direction", "aggregation", "level", "weight", "method", "part_of", "formula", "measured_by",
    "schedule", "plan", "steps", "baseline", "tolerance", "trajectory", "overrides", "severity", "when", "each",
    "about", "waivers",
))  # fmt: skip

REVISION_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "diff-sides": (
            "{old}, {old_day} 기준 → {new}, {new_day} 기준",
            "{old}, as of {old_day} → {new}, as of {new_day}",
        ),
        "diff-heading": ("{words} {n}건", "{words}: {n}"),
        "diff-nothing": ("달라진 것이 없음", "Nothing changed"),
        "diff-no-rules": (
            "옛 형식의 호에는 한 해를 합한 목표와 실적만 있어 규칙, 다른 해의 수치, 분기·달마다의 실적은 견주지 못함",
            "An edition of the first format tells one year as a whole: rules, other years and the actuals of single quarters or months could not be compared",
        ),
        "diff-no-ledgers": (
            "새 쪽이 옛 형식의 호여서 목표 변경 이력이 없음. 사유 없이 바뀐 것이 있는지는 알 수 없음",
            "The newer side is an edition of the first format and holds no ledgers: what changed without a word cannot be told",
        ),
        "diff-no-history": (
            "git 리비전 사이를 견준 것이 아니어서 목표가 바뀐 커밋은 밝히지 못함",
            "No git revisions were compared, so the commits that changed targets cannot be named",
        ),
        "diff-history-cut": (
            "커밋이 너무 많아 새 것부터 천 개까지만 살펴봄",
            "There are very many commits: only the newest thousand were looked at",
        ),
        "diff-commit": (
            "커밋 {commit} {day} “{subject}”: {old} → {new}",
            "commit {commit} {day} “{subject}”: {old} → {new}",
        ),
        "diff-uncommitted": ("아직 커밋하지 않음: {old} → {new}", "not committed yet: {old} → {new}"),
        "unaccounted-heading": ("사유 없이 바뀐 것 {n}건", "Changed without a word: {n}"),
        "unaccounted-ledger": (
            "목표를 바꾼 사유가 없음(revised에 날·사유·승인을 적음)",
            "no entry in the target's ledger (write day, reason and approver under revised)",
        ),
        "unaccounted-ledger_rewritten": (
            "목표 변경 이력에 있던 줄이 없어짐",
            "an entry of the target's ledger is gone",
        ),
        "unaccounted-correction": (
            "실적을 고친 사유가 없음(restated에 날·사유를 적음)",
            "the correction of the actual is not told (write day and reason under restated)",
        ),
        "unaccounted-break": (
            "정의를 바꾼 사유가 없음(breaks에 때·사유를 적음)",
            "the break in the definition is not told (write since when and why under breaks)",
        ),
        "diff-target_down": ("낮아진 목표", "Targets lowered"),
        "diff-target_up": ("높아진 목표", "Targets raised"),
        "diff-target_changed": ("다르게 쓴 목표", "Targets worded or measured otherwise"),
        "diff-target_added": ("새로 정한 목표", "Targets added"),
        "diff-target_removed": ("없어진 목표", "Targets removed"),
        "diff-actual_restated": ("고쳐 적은 실적", "Actuals restated"),
        "diff-actual_removed": ("없어진 실적", "Actuals removed"),
        "diff-actual_new": ("새 실적", "New actuals"),
        "diff-status": ("달라진 상태", "Statuses changed"),
        "diff-definition": ("달라진 정의", "Definitions changed"),
        "diff-renamed": ("식별자가 바뀐 지표", "Indicators renamed"),
        "diff-added": ("새 지표", "Indicators added"),
        "diff-removed": ("없어진 지표", "Indicators removed"),
        "diff-rule_changed": ("달라진 규칙과 기준값", "Rules and thresholds changed"),
        "diff-rule_added": ("새 규칙", "Rules added"),
        "diff-rule_removed": ("없어진 규칙", "Rules removed"),
        "why-actual": ("실적이 달라짐", "the actual changed"),
        "why-target": ("목표가 달라짐", "the target changed"),
        "why-definition": ("정의가 달라짐", "the definition changed"),
        "why-rules": ("판정 기준이 달라짐", "the bands or guards changed"),
        "why-day": ("날짜만 지남", "only the day moved"),
        "why-unknown": ("견줄 수 있는 것 가운데 까닭이 없음", "nothing that could be compared tells why"),
        "field-name": ("이름", "name"),
        "field-unit": ("단위", "unit"),
        "field-direction": ("방향", "direction"),
        "field-aggregation": ("집계", "aggregation"),
        "field-level": ("수준", "level"),
        "field-weight": ("가중치", "weight"),
        "field-method": ("방법", "method"),
        "field-part_of": ("상위 지표", "part of"),
        "field-formula": ("측정산식", "formula"),
        "field-measured_by": ("자료 수집 방법", "how it is measured"),
        "field-schedule": ("추진시기", "schedule"),
        "field-plan": ("계획", "plan"),
        "field-steps": ("단계", "steps"),
        "field-baseline": ("기준값", "baseline"),
        "field-tolerance": ("허용폭", "tolerance"),
        "field-trajectory": ("궤적 방법", "trajectory"),
        "field-overrides": ("사람이 정한 상태", "status set by hand"),
        "field-severity": ("무게", "severity"),
        "field-when": ("조건", "condition"),
        "field-each": ("대상", "each"),
        "field-about": ("갈래", "about"),
        "field-waivers": ("예외", "waivers"),
    }
)
