"""The words printed for things that are not numbers, in Korean and English."""

from enum import Enum
from types import MappingProxyType

from scorecard.problems import Language


class Status(Enum):
    """How an indicator stands on the as-of day, from best to least known."""

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    WATCH = "watch"
    BEHIND = "behind"
    MISSING = "missing"  #: Due, and no actual entered.
    NOT_DUE = "not_due"
    UNDECIDED = "undecided"  #: Too early or too little to tell.


class Course(Enum):
    """How an indicator goes towards a target several years off, from best to worst."""

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"  #: Fast enough; substantial or significant progress elsewhere.
    MODERATE = "moderate"  #: The right way, not fast enough; also called fair.
    LIMITED = "limited"  #: Hardly moving; also called insufficient, or stagnation.
    DETERIORATING = "deteriorating"  #: Moving away.


class Severity(Enum):
    """How grave a finding is, gravest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOTE = "note"


class Reason(Enum):
    """Why a number is not there."""

    TARGET_MISSING = "target_missing"
    ACTUAL_MISSING = "actual_missing"
    PREVIOUS_MISSING = "previous_missing"
    NOT_DUE = "not_due"
    NOT_COMPARABLE = "not_comparable"
    NOT_MEASURED = "not_measured"  #: The target is words or a milestone.
    NEW = "new_no_baseline"
    ZERO_DENOMINATOR = "zero_denominator"
    SIGN_CHANGE = "sign_change"
    DIRECTION_MISSING = "direction_missing"
    BASELINE_MISSING = "baseline_missing"
    TOLERANCE_MISSING = "tolerance_missing"
    UNIT_MISMATCH = "unit_mismatch"
    TOO_FEW_POINTS = "too_few_points"
    NOT_APPLICABLE = "not_applicable"  #: A target to keep has no stretch.
    PLAN_MISSING = "plan_missing"  #: Nothing says how the year is to come in.
    NO_SCORING_RULES = "no_scoring_rules"
    NOT_WHOLE = "not_whole"  #: The year is over, and a part of it is not told.
    PARAMETER_MISSING = "parameter_missing"  #: Peers, a medium term, levels: what a method is to be told.
    HISTORY_GAPS = "history_gaps"  #: Enough years are known, but not in a row.
    ZERO_VARIANCE = "zero_variance"
    EQUAL_BEST_WORST = "equal_best_worst"
    TARGET_EQUALS_BASELINE = "target_equals_baseline"
    GOAL_PASSED = "goal_passed"  #: Whether to keep the indicator has first to be decided.
    GRADE_MISSING = "grade_missing"  #: Words nobody has graded.
    NOTHING_SCORED = "nothing_scored"  #: Of all there is to roll up.
    OUTSIDE_PLAN = "outside_plan"  #: Before the plan of several years begins, or after its goal's year.


TERMS = MappingProxyType(
    {
        Status.ACHIEVED: ("달성", "achieved"),
        Status.ON_TRACK: ("정상", "on track"),
        Status.WATCH: ("주의", "watch"),
        Status.BEHIND: ("부진", "behind"),
        Status.MISSING: ("미집계", "no data"),
        Status.NOT_DUE: ("미도래", "not due"),
        Status.UNDECIDED: ("판단유보", "undecided"),
        Course.ACHIEVED: ("목표 도달", "target achieved"),
        Course.ON_TRACK: ("순조로운 진전", "on track"),
        Course.MODERATE: ("보통의 진전", "moderate progress"),
        Course.LIMITED: ("더딘 진전", "limited progress"),
        Course.DETERIORATING: ("후퇴", "deterioration"),
        Severity.HIGH: ("높음", "high"),
        Severity.MEDIUM: ("중간", "medium"),
        Severity.LOW: ("낮음", "low"),
        Severity.NOTE: ("참고", "note"),
        Reason.TARGET_MISSING: ("목표 없음", "no target"),
        Reason.ACTUAL_MISSING: ("실적 없음", "no actual"),
        Reason.PREVIOUS_MISSING: ("전년 실적 없음", "no previous actual"),
        Reason.NOT_DUE: ("아직 시기가 아님", "not due yet"),
        Reason.NOT_COMPARABLE: ("비교할 수 없는 실적", "not comparable"),
        Reason.NOT_MEASURED: ("계량 목표 아님", "not a measured target"),
        Reason.NEW: ("신규, 기준 없음", "new, no baseline"),
        Reason.ZERO_DENOMINATOR: ("0으로 나눌 수 없음", "division by zero"),
        Reason.SIGN_CHANGE: ("부호가 바뀜", "sign change"),
        Reason.DIRECTION_MISSING: ("방향이 적혀 있지 않음", "no direction"),
        Reason.BASELINE_MISSING: ("기준값 없음", "no baseline"),
        Reason.TOLERANCE_MISSING: ("허용폭 없음", "no tolerance"),
        Reason.UNIT_MISMATCH: ("단위가 다름", "units differ"),
        Reason.TOO_FEW_POINTS: ("자료가 너무 적음", "too few points"),
        Reason.NOT_APPLICABLE: ("해당 없음", "not applicable"),
        Reason.PLAN_MISSING: ("분기 계획 없음", "no plan by quarters"),
        Reason.NO_SCORING_RULES: (
            "점수 규칙(rules/scoring.yaml) 없음",
            "no scoring rules (rules/scoring.yaml)",
        ),
        Reason.NOT_WHOLE: ("한 해의 실적이 다 적히지 않음", "the year is not told whole"),
        Reason.PARAMETER_MISSING: (
            "방법에 필요한 값이 적혀 있지 않음",
            "what the method needs is not written",
        ),
        Reason.HISTORY_GAPS: (
            "지난 실적이 해를 거르지 않고 이어지지 않음",
            "past years are not known in a row",
        ),
        Reason.ZERO_VARIANCE: ("지난 실적에 편차가 없음", "past figures do not vary"),
        Reason.EQUAL_BEST_WORST: ("최고와 최저가 같음", "best and worst are equal"),
        Reason.TARGET_EQUALS_BASELINE: (
            "목표가 기준값보다 낫지 않음",
            "the target is no better than its baseline",
        ),
        Reason.GOAL_PASSED: (
            "전년에 최종 목표를 넘어 유지 여부를 정해야 함",
            "last year passed the goal: decide whether to keep it",
        ),
        Reason.OUTSIDE_PLAN: (
            "중장기 계획(since~until)의 해가 아님",
            "not a year of the medium-term plan (since to until)",
        ),
        Reason.GRADE_MISSING: ("평가 등급 없음", "not graded"),
        Reason.NOTHING_SCORED: ("점수가 난 지표 없음", "nothing is scored"),
    }
)


def term(thing: Enum, language: Language) -> str:
    """Name a status, a course, a severity or a reason in a language."""
    return TERMS[thing][language == "en"]
