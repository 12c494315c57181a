"""The sentences about what was done about the council's audit, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

AUDIT_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "diff-audit_state": ("상태가 바뀐 의회 감사 건", "Items of the council's audit in another state"),
        "diff-audit_added": ("새 의회 감사 건", "Items of the council's audit added"),
        "diff-audit_removed": ("없어진 의회 감사 건", "Items of the council's audit removed"),
        "revisions-table-audit": ("달라진 의회 감사 조치", "Council audit follow-ups"),
        "revisions-head-item": ("소관 · 사안", "In charge · subject"),
        "audit-title": ("의회 감사 조치", "Council audit follow-ups"),
        "audit-headline": (
            "{audit} {n}건 가운데 {done}건이 완료되고 {open}건이 남았습니다.",
            "{audit}: {n} items, {done} done, {open} open.",
        ),
        "audit-headline-all": ("{audit} {n}건이 모두 종결됐습니다.", "{audit}: all {n} items are closed."),
        "audit-headline-late": (
            "남은 것 가운데 {late}건은 기한이 지났습니다.",
            "Of the open ones, past a date: {late}.",
        ),
        "audit-headline-undated": (
            "기한이 없는 것이 {undated}건입니다.",
            "Without a date: {undated}.",
        ),
        "audit-count": ("{n}건", "{n}"),
        "audit-all": ("전체", "All"),
        "audit-line": ("{title} {n}건", "{title}: {n}"),
        "audit-state-count": ("{state} {n}", "{state} {n}"),
        "audit-told": ("상태는 {day} 자료 기준", "states as told by {day}"),
        "audit-late-tile": ("기한 지남 · 기한 없음", "Past a date · without a date"),
        "audit-by-department": ("소관별 · 종류별", "By who is in charge and by kind"),
        "audit-cells": ("칸마다: {states}", "In each cell: {states}"),
        "audit-head-department": ("소관", "In charge"),
        "audit-head-total": ("계", "All"),
        "audit-open": ("남은 조치 {n}건", "Open items: {n}"),
        "audit-none-open": ("남은 조치가 없습니다.", "Nothing is open."),
        "audit-head-subject": ("사안", "Subject"),
        "audit-head-kind": ("종류", "Kind"),
        "audit-head-state": ("상태", "State"),
        "audit-head-next": ("다음 조치", "Next step"),
        "audit-head-due": ("기한", "Due"),
        "audit-head-source": ("출처", "Source"),
        "audit-no-step": ("적히지 않음", "none written"),
        "audit-no-due": ("기한 없음", "no date"),
        "audit-passed": ("{when} 지남", "{when}, passed"),
        "audit-until": ("{when}까지", "by {when}"),
        "audit-joint": (
            "{n}건은 여러 부서가 함께 맡아 부서마다 세었습니다. 합계는 한 번만 셉니다.",
            "Counted in each department in charge, and once in the total: {n}.",
        ),
        "audit-foot": (
            "상태는 자료가 나온 때의 것입니다. 그 뒤에 알려진 상태는 그날부터 셉니다.",
            "A state belongs to the day of its source; what became known later counts from its day on.",
        ),
        "audit-explain-kind": ("종류", "Kind"),
        "audit-explain-state": ("상태", "State"),
        "audit-explain-step": ("조치", "Step"),
        "audit-explain-done": ("{day} 마침", "done on {day}"),
        "audit-explain-linked": ("관련", "About"),
        "audit-explain-department": ("소관", "In charge"),
        "audit-explain-changed": ("바뀐 상태", "Later state"),
    }
)
