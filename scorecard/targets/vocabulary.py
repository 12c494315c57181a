"""The facts a rule may speak of: their names in English and Korean, kinds and meanings.

Rules are checked against these tables without loading NumPy; `facts` fills the columns.
"""

from enum import Enum
from types import MappingProxyType

import attrs


class Kind(Enum):
    """What sort of thing a fact is; unlike kinds are never compared or added."""

    AMOUNT = "amount"  #: In the row's own unit.
    MONEY = "money"  #: In won.
    RATIO = "ratio"  #: 0.8 means 80 %.
    COUNT = "count"  #: How many of something.
    DAY = "day"  #: A calendar day, as days since 1970-01-01.
    TEXT = "text"
    FLAG = "flag"  #: True or false.


class Row(Enum):
    """What one row of a table of facts stands for."""

    INDICATOR = "indicator"
    PROGRAMME = "programme"
    AUDIT = "audit"  #: An item of the council's audit.


@attrs.frozen(eq=False)  # There is one of each, and tables of them are looked up for each name of a rule.
class FactName:
    """A fact, by its two names."""

    name: str
    korean: str  #: One word without blanks, so that it can stand in an expression.
    kind: Kind
    meaning: str  #: For the docs, in English.
    meaning_ko: str


def _fact(name: str, korean: str, kind: str, meaning: str, meaning_ko: str) -> FactName:
    return FactName(name, korean, Kind(kind), meaning, meaning_ko)


_BUDGET = (
    _fact("department", "부서", "text", "Printed name of the department.", "부서 이름"),
    _fact("programme", "사업", "text", "Name of the programme.", "사업 이름"),
    _fact("budget", "예산", "money", "Current budget (original plus carried over) of the programme.", "예산현액"),
    _fact("budget_original", "본예산", "money", "Budget as first voted.", "본예산"),
    _fact("budget_previous", "전년예산", "money", "Final budget of the year before.", "전년도 최종예산"),
    _fact("budget_change", "예산증감", "ratio", "budget ÷ budget_previous − 1.", "예산현액 ÷ 전년도 최종예산 − 1"),
    _fact("budget_spent", "집행액", "money", "Paid out so far; missing when printed as '-'.", "지출액. '-'로 적혀 있으면 없음"),
    _fact("spending_known", "집행기준도래", "flag", "No line counts its spending after the as-of day.", "집행액의 기준일이 모두 지남"),
    _fact("budget_spent_rate", "집행률", "ratio", "budget_spent ÷ budget.", "집행액 ÷ 예산현액"),
    _fact("budget_committed", "원인행위액", "money", "Committed by contract so far.", "원인행위액"),
    _fact("budget_committed_rate", "원인행위율", "ratio", "budget_committed ÷ budget of the lines that state it.", "원인행위액 ÷ 그 예산현액"),
    _fact("carried_over", "이월액", "money", "budget − budget_original.", "예산현액 − 본예산"),
    _fact("carry_over_rate", "이월률", "ratio", "carried_over ÷ budget.", "이월액 ÷ 예산현액"),
    _fact("lines", "예산줄수", "count", "Budget lines of the programme.", "예산 줄 수"),
    _fact("elapsed", "경과율", "ratio", "Share of the fiscal year gone by on the as-of day.", "기준일까지 지난 회계연도 비율"),
    _fact("scheduled", "예정진도", "ratio", "Share of the programme's scheduled months gone by.", "추진시기 가운데 지나간 달의 비율"),
    _fact("schedule_begun", "착수시기도래", "flag", "The first scheduled month has begun.", "추진시기의 첫 달이 시작됨"),
    _fact("ended", "종료", "flag", "The programme ended before the fiscal year began.", "회계연도 전에 끝난 사업"),
    _fact("started", "시작", "flag", "The programme starts in this fiscal year or later.", "올해 또는 그 뒤에 시작하는 사업"),
    _fact("exempt", "예외", "flag", "Declared out of the coverage denominator, with a reason.", "목표 설정 대상에서 사유와 함께 제외"),
    _fact("has_reason", "사유있음", "flag", "A reason is written down.", "reason이 적혀 있음"),
    _fact("has_owner", "담당있음", "flag", "A team is named.", "owner가 적혀 있음"),
    _fact("updated", "갱신일", "day", "Day of the last update, if written.", "updated에 적힌 날"),
    _fact("as_of", "기준일", "day", "The as-of day.", "기준일"),
)  # fmt: skip

INDICATOR_FACTS = (
    *_BUDGET,
    _fact("name", "지표", "text", "Name of the indicator.", "지표 이름"),
    _fact("level", "수준", "text", "input, process, output or outcome.", "투입·과정·산출·결과"),
    _fact("aggregation", "집계", "text", "sum, last, mean, ratio, max, milestone or judged.", "집계 방법"),
    _fact("direction", "방향", "text", "up, down or keep.", "높을수록·낮을수록·유지"),
    _fact("unit", "단위", "text", "Base unit of the row.", "기본 단위"),
    _fact("target_kind", "목표종류", "text", "measured, milestone or judged.", "계량·단계·정성"),
    _fact("target_qualifier", "목표수식", "text", "exact, approx, at_least or at_most.", "정확·어림·이상·이하"),
    _fact("previous_comparability", "비교가능성", "text", "same, similar, partial or different.", "전년 실적의 비교 가능성"),
    _fact("target", "목표", "amount", "Target of the fiscal year.", "올해 목표"),
    _fact("previous", "전년실적", "amount", "Actual of the year before.", "전년 실적"),
    _fact("actual", "실적", "amount", "Actual of the fiscal year so far.", "올해 실적"),
    _fact("attainment", "달성률", "ratio", "Actual against target, by the row's method.", "지표의 방법에 따른 달성률"),
    _fact("start", "출발점", "ratio", "What the previous actual would attain against this year's target.", "전년 실적을 올해 목표에 댄 값"),
    _fact("stretch", "도전폭", "ratio", "direction × (target − previous) ÷ |previous|.", "전년 실적보다 얼마나 높은 목표인지"),
    _fact("unit_cost", "단가", "money", "budget ÷ target, where the programme has one summed indicator.", "예산현액 ÷ 목표"),
    _fact("unit_cost_change", "단가증감", "ratio", "unit_cost ÷ (budget_previous ÷ previous) − 1.", "전년 단가 대비 증감"),
    _fact("rate_achieved", "연평균실적", "amount", "Cumulative previous ÷ years so far (spans only).", "누적 실적 ÷ 지난 햇수"),
    _fact("rate_needed", "필요연평균", "amount", "(target − previous) ÷ years left (spans only).", "(누적 목표 − 누적 실적) ÷ 남은 햇수"),
    _fact("increment", "증분달성률", "ratio", "(actual − previous) ÷ (target − previous): how much of the step was taken.", "전년 실적에서 목표까지 온 정도"),
    _fact("planned", "예정량", "amount", "What was due by the day the actual speaks of.", "실적이 말하는 날까지 나왔어야 할 양"),
    _fact("planned_share", "계획진도", "ratio", "Share of the year's plan due by that day (sums only).", "그날까지 나왔어야 할 계획의 비율"),
    _fact("plan_basis", "계획근거", "text", "Which plan counts: plan, last_year or schedule.", "자체 계획 plan · 전년 월별 last_year · 추진시기 schedule"),
    _fact("pace", "진도율", "ratio", "Actual to date against what was due, by the row's method.", "그날까지의 실적을 예정량에 댄 값"),
    _fact("forecast", "전망", "amount", "Forecast of the year's end.", "연말 전망"),
    _fact("forecast_low", "전망하한", "amount", "Lower end of the forecast's range.", "전망 범위의 아래 끝"),
    _fact("forecast_high", "전망상한", "amount", "Upper end of the forecast's range.", "전망 범위의 위 끝"),
    _fact("outlook", "전망달성률", "ratio", "Forecast against target, by the row's method.", "연말 전망을 목표에 댄 값"),
    _fact("outlook_best", "최선전망", "ratio", "The better end of the range against target.", "전망 범위의 나은 끝을 목표에 댄 값"),
    _fact("p_hit", "달성가능성", "ratio", "Chance of reaching the target.", "목표에 닿을 확률"),
    _fact("required_rate", "필요속도", "ratio", "Rate needed from now on ÷ rate so far.", "남은 기간에 필요한 속도 ÷ 지금까지의 속도"),
    _fact("burn_quarter", "분기소진", "ratio", "Shortfall of the last quarter ÷ what may be missed in a quarter; where less is better, its excess.", "지난 분기의 미달(낮을수록 좋은 지표는 초과) ÷ 한 분기에 허용되는 미달"),
    _fact("burn_month", "월소진", "ratio", "The same of the last month.", "지난달의 미달 ÷ 한 달에 허용되는 미달"),
    _fact("judgeable", "판단가능", "flag", "Far enough into the plan, with enough events, to be judged before the year is over.", "해가 끝나기 전에 판단할 만큼 계획이 지났고 건수가 있음"),
    _fact("complete", "연간완료", "flag", "The actual speaks of all that is to come this year.", "실적이 올해 나올 것을 다 말함"),
    _fact("silent_quarters", "미입력분기", "count", "Quarters gone by that should have brought something and have no actual.", "실적이 나왔어야 하는데 적히지 않은 지난 분기 수"),
    _fact("restated", "정정폭", "ratio", "By how much this year's actual was corrected last.", "올해 실적을 마지막으로 고친 폭"),
    _fact("steps", "단계수", "count", "Steps on the way to the target.", "목표로 가는 단계 수"),
    _fact("steps_late", "늦은단계수", "count", "Steps due and not done.", "기한이 지났는데 마치지 않은 단계 수"),
    _fact("slippage", "지연일수", "count", "Days by which the step that slipped most did; negative: early.", "가장 늦어진 단계의 지연 일수. 앞당기면 음수"),
    _fact("ambition", "목표위치", "ratio", "How far the target lies above the trend of five or more past years, in prediction errors.", "5년 이상 추세에서 목표가 벗어난 정도(예측오차의 배수)"),
    _fact("assurance", "공정능력", "text", "passes, varies or fails: whether the process can meet the target at all.", "목표를 늘 넘음 passes · 오감 varies · 늘 못 미침 fails"),
    _fact("trajectory", "궤적", "ratio", "Result of the row's trajectory method.", "여러 해 궤적 방법의 값"),
    _fact("trajectory_class", "궤적판정", "text", "Class of the trajectory.", "궤적의 판정"),
    _fact("overridden", "수동판정", "flag", "The status was set by hand.", "상태를 사람이 정함"),
    _fact("provisional", "잠정", "flag", "This year's actual is provisional.", "올해 실적이 잠정치"),
    _fact("indicators", "지표수", "count", "Indicators with a measured target in the programme.", "사업의 계량 지표 수"),
    _fact("is_part", "부분지표", "flag", "The row is a part of another indicator.", "다른 지표의 부분"),
    _fact("is_new", "신규", "flag", "The previous actual is written as 신규.", "전년 실적이 '신규'로 적힘"),
    _fact("has_target", "목표있음", "flag", "A target of any kind is written.", "목표가 적혀 있음"),
    _fact("has_previous", "전년실적있음", "flag", "An actual of the year before is written.", "전년 실적이 적혀 있음"),
    _fact("has_actual", "실적있음", "flag", "An actual of this year is written.", "올해 실적이 적혀 있음"),
    _fact("due", "도래", "flag", "The year's result may be expected by the as-of day.", "기준일까지 결과가 나올 시기가 됨"),
    _fact("sourced", "출처있음", "flag", "Every figure of the row names its source.", "모든 수치에 출처가 있음"),
    _fact("cumulative", "누적", "flag", "The target spans several years.", "여러 해에 걸친 누적 목표"),
)  # fmt: skip

PROGRAMME_FACTS = (
    *_BUDGET,
    _fact("targets", "계량목표수", "count", "Indicators with a measured target.", "계량 목표가 있는 지표 수"),
    _fact("texts", "정성목표수", "count", "Indicators whose target is words or a milestone only.", "정성·단계 목표 수"),
    _fact("outcomes", "결과지표수", "count", "Indicators with a target on the level outcome.", "결과 지표 수"),
    _fact("outputs", "산출지표수", "count", "Indicators with a target on the level output.", "산출 지표 수"),
    _fact("tie_outs", "대조수", "count", "Statements of the programme's figures held against each other.", "사업의 수치를 서로 대조한 수"),
    _fact("contradictions", "모순수", "count", "Those that cannot both be right.", "그 가운데 함께 맞을 수 없는 것"),
    _fact("contradiction", "모순내용", "text", "The widest of them in words: both places and the difference.", "가장 크게 다른 모순의 두 곳과 차이"),
    _fact("contradiction_size", "모순폭", "ratio", "How far the widest lies apart: difference ÷ greater figure.", "가장 크게 다른 모순의 차이 ÷ 큰 쪽"),
    _fact("cut_offs", "버림수", "count", "Those that agree only if a figure was cut off, not rounded.", "반올림이 아니라 버림이어야 맞는 것"),
    _fact("cut_off", "버림내용", "text", "The widest of them in words: both places and the difference.", "버림이어야 맞는 수치의 두 곳과 차이"),
)  # fmt: skip

AUDIT_FACTS = (
    _fact("department", "부서", "text", "Printed names of who is in charge.", "소관 부서 이름"),
    _fact("subject", "사안", "text", "What the item is about.", "무엇에 관한 것인지"),
    _fact("kind", "구분", "text", "demand, proposal or other.", "시정·처리 요구 demand · 건의 proposal · 기타 other"),
    _fact("state", "조치상태", "text", "done, underway, review or declined, as known on the as-of day.", "기준일에 알려진 상태: 완료 done · 추진 중 underway · 검토 중 review · 미반영 declined"),
    _fact("closed", "종결", "flag", "Done or not taken up: nothing more is to be expected.", "완료 또는 미반영"),
    _fact("told", "보고일", "day", "Day the state was told: last day of its source's date, or of a later state.", "그 상태가 알려진 날(자료 날짜의 마지막 날 또는 바뀐 날)"),
    _fact("next_step", "다음조치", "text", "Name of the next step of an open item.", "종결되지 않은 건의 다음 조치"),
    _fact("has_next_step", "다음조치있음", "flag", "An open item has a step that is not done.", "종결되지 않았고 마치지 않은 조치가 적혀 있음"),
    _fact("has_due", "기한있음", "flag", "A step that is not done has a date.", "마치지 않은 조치 가운데 기한이 적힌 것이 있음"),
    _fact("due", "조치기한", "day", "Last day of the earliest dated step that is not done.", "마치지 않은 조치의 가장 이른 기한"),
    _fact("days_late", "기한경과일수", "count", "Days since that day; negative: still to come.", "그 기한이 지난 날수. 음수는 남은 날수"),
    _fact("steps", "단계수", "count", "Steps written down.", "적힌 조치 수"),
    _fact("steps_late", "늦은단계수", "count", "Steps not done whose time has passed.", "기한이 지났는데 마치지 않은 조치 수"),
    _fact("joint", "공동소관", "flag", "Several departments are in charge.", "소관 부서가 둘 이상"),
    _fact("linked", "사업연결", "flag", "A programme or an indicator is named.", "관련 사업이나 지표가 적혀 있음"),
    _fact("budget", "예산", "money", "Current budget of the programmes it is about.", "관련 사업의 예산현액"),
    _fact("has_owner", "담당있음", "flag", "A team is named.", "owner가 적혀 있음"),
    _fact("updated", "갱신일", "day", "Day of the last update, if written.", "updated에 적힌 날"),
    _fact("as_of", "기준일", "day", "The as-of day.", "기준일"),
)  # fmt: skip

VOCABULARY = MappingProxyType(
    {Row.INDICATOR: INDICATOR_FACTS, Row.PROGRAMME: PROGRAMME_FACTS, Row.AUDIT: AUDIT_FACTS}
)
