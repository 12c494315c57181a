"""The sentences of the sheets that close an edition, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

SHEET_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "summary-sheets": ("붙임", "Closing pages"),
        # 출처와 검증
        "sources-title": ("출처와 검증", "Sources and checks"),
        "sources-all": (
            "적힌 수치 {figures}개가 모두 출처를 밝혔습니다.",
            "All figures ({figures}) name their source.",
        ),
        "sources-some": (
            "적힌 수치 {figures}개 가운데 {sourced}개가 출처를 밝혔습니다.",
            "Of {figures} figures, {sourced} name their source.",
        ),
        "sources-headline-proved-all": (
            "모두 원문의 그 줄에서 확인했습니다.",
            "Each was found on its very line of the source.",
        ),
        "sources-headline-proved": (
            "그 가운데 {n}개를 원문의 그 줄에서 확인했습니다.",
            "Those borne out by the very line of the source: {n}.",
        ),
        "sources-contradictions": (
            "{tied}개를 자료 안의 다른 수치와 대조하니 {ties}건 가운데 {contradictions}건이 서로 맞지 않습니다.",
            "Held against other figures of the sources ({tied} figures, {ties} tie-outs), {contradictions} cannot both be right.",
        ),
        "sources-agreeing": (
            "{tied}개를 자료 안의 다른 수치와 대조한 {ties}건에 모순이 없습니다.",
            "Held against other figures of the sources ({tied} figures, {ties} tie-outs), none contradicts.",
        ),
        "sources-no-ties": (
            "자료 안의 다른 수치와 대조한 것은 아직 없습니다.",
            "None was held against other figures of the sources yet.",
        ),
        "sources-tile-figures": ("적힌 수치", "Figures"),
        "sources-tile-sourced": ("출처를 밝힌 수치", "With a source"),
        "sources-tile-proof": ("원문에서 확인한 수치", "Proved by the text"),
        "sources-not-proved": ("확인 안 함", "not asked for"),
        "sources-tile-tied": ("대조한 수치", "Tied out"),
        "sources-tile-twice": ("두 번 이상 {n}", "twice or more: {n}"),
        "sources-tile-ties": ("대조", "Tie-outs"),
        "sources-tile-contradictions": ("모순", "Contradictions"),
        "sources-tile-cut": ("버림으로만 맞음 {n}", "only if cut off: {n}"),
        "sources-as-printed": ("고치지 않고 자료에 적힌 대로", "as printed, not corrected"),
        "sources-head-what": ("무엇", "What"),
        "sources-head-one": ("한 곳", "One place"),
        "sources-head-other": ("다른 곳", "The other"),
        "sources-head-apart": ("차이", "Difference"),
        "sources-endings": ("대조 결과", "How tie-outs ended"),
        "sources-rounding": (
            "반올림해 적은 두 수치는 그렇게 반올림되는 참값이 하나라도 있으면 맞는 것으로 봅니다. 버림으로만 맞는 것과 모순은 따로 셉니다.",
            "Two rounded figures agree if some true value rounds to both. What agrees only if it was cut off, and what cannot agree, is counted apart.",
        ),
        "sources-head-kind": ("무엇을 무엇과 대조했나", "What was held against what"),
        "sources-head-exact": ("그대로 맞음", "As printed"),
        "sources-head-rounded": ("반올림으로 맞음", "By rounding"),
        "sources-head-truncated": ("버림으로만 맞음", "Only if cut off"),
        "sources-head-contradiction": ("모순", "Contradiction"),
        "sources-head-all": ("계", "All"),
        "sources-list": ("자료", "Sources"),
        "sources-none": ("적힌 자료가 없음", "No source is named"),
        "sources-head-source": ("제목", "Title"),
        "sources-head-issuer": ("펴낸 곳", "Issuer"),
        "sources-head-date": ("날짜", "Date"),
        "sources-head-cited": ("인용한 수치", "Figures"),
        "sources-head-sha256": ("sha256 앞자리", "sha256 begins"),
        "sources-head-proof": ("원문 확인", "Text"),
        "sources-found": ("확인함", "found"),
        "sources-files": ("부서별 수치와 대조", "Figures and tie-outs by department"),
        "sources-head-department": ("부서", "Department"),
        "sources-head-figures": ("수치", "Figures"),
        "sources-head-sourced": ("출처 밝힘", "With source"),
        "sources-head-tied": ("대조함", "Tied out"),
        "sources-head-twice": ("두 번 이상", "Twice or more"),
        "sources-head-ties": ("대조", "Tie-outs"),
        "sources-head-contradictions": ("모순", "Contradictions"),
        "sources-head-cut": ("버림으로만", "Only if cut off"),
        "sources-file-audit": ("의회 감사 조치", "Council audit"),
        "sources-unproved": (
            "단계의 기한처럼 출처로 증명하는 말도 수치로 셉니다. 수치가 원문의 그 줄에 있는지는 scorecard check --evidence로 확인합니다. scorecard build --evidence로 인쇄하면 확인한 결과가 이 쪽에 적힙니다.",
            "What a source proves counts as a figure, the due days of steps too. Whether each stands on its line of the source is proved by scorecard check --evidence; printed by scorecard build --evidence, this page tells the result.",
        ),
        "sources-proved": (
            "단계의 기한처럼 출처로 증명하는 말도 수치로 셉니다. 원문은 위의 sha256으로 알아보았고, 출처를 밝힌 수치마다 그 줄에 그대로 있는지 확인했습니다. 하나라도 없으면 인쇄하지 않습니다.",
            "What a source proves counts as a figure, the due days of steps too. The texts were recognised by their sha256, and each figure with a source was found on its line. Had one been missing, nothing would have been printed.",
        ),
        # Tie-outs in the messages of rules
        "tie-case": (
            "{what}: {one_place}에는 {one}, {other_place}에는 {other} (차이 {apart})",
            "{what}: {one} in {one_place}, {other} in {other_place} (difference {apart})",
        ),
        "tie-cases": ("{case} 외 {n}건", "{case}, and {n} more"),
    }
)
