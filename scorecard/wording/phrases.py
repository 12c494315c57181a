"""The sentences of the cards and commands, in Korean and English, under one key each."""

from collections.abc import Mapping
from types import MappingProxyType

from scorecard.problems import Language
from scorecard.wording.auditing import AUDIT_PHRASES
from scorecard.wording.editing import EDITING_PHRASES
from scorecard.wording.gates import GATE_PHRASES
from scorecard.wording.helping import HELP_PHRASES
from scorecard.wording.motions import MOTION_PHRASES
from scorecard.wording.quality import QUALITY_PHRASES
from scorecard.wording.revisions import REVISION_PHRASES
from scorecard.wording.scores import SCORE_PHRASES
from scorecard.wording.screens import SCREEN_PHRASES
from scorecard.wording.sheets import SHEET_PHRASES
from scorecard.wording.supposing import SUPPOSING_PHRASES
from scorecard.wording.ties import TIE_PHRASES
from scorecard.wording.tracing import TRACE_PHRASES

_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # Edition and pages
        "title": ("{year}년 {part} 성과 스코어카드", "Performance scorecard {year}, {part}"),
        "quarter": ("{n}분기", "quarter {n}"),
        "as-of": ("{day} 기준", "as of {day}"),
        "source": ("자료: {titles}", "Source: {titles}"),
        "legend": (
            "단위는 칸에 표기 · 옅은 막대: 출발점 = '{before} 실적 ÷ '{year} 목표 · 짙은 막대: '{year} 실적 · 세로 눈금: 목표 100%",
            "Units in each cell · light bar: start = '{before} actual ÷ '{year} target · dark bar: '{year} actual · tick: target, 100%",
        ),
        # Headlines
        "headline-start": (
            "{year}년 계량 목표 {targets}개 가운데 전년 실적과 비교되는 {comparable}개는 목표의 {median}(중앙값)에서 출발합니다.",
            "Measured targets for {year}: {targets}. Those that compare with last year ({comparable}) start at {median} of target (median).",
        ),
        "headline-attained": (
            "{year}년 계량 목표 {targets}개 가운데 실적이 나온 {reported}개는 목표의 {median}(중앙값)를 달성했습니다.",
            "Measured targets for {year}: {targets}. Those reported so far ({reported}) stand at {median} of target (median).",
        ),
        "headline-no-baseline": (
            "{year}년 계량 목표 {targets}개 가운데 전년 실적과 비교되는 것이 없어 출발점을 말할 수 없습니다.",
            "Measured targets for {year}: {targets}. None compares with last year, so no start can be told.",
        ),
        "headline-no-target": ("{year}년 계량 목표가 없습니다.", "There is no measured target for {year}."),
        "headline-below": (
            "그중 {below}개는 전년 실적보다 낮은 목표입니다.",
            "Set below last year's actual: {below}.",
        ),
        "headline-young": (
            "{year}년 실적이 나올 때가 된 목표는 아직 없습니다.",
            "No {year} result is due yet.",
        ),
        "headline-risk": (
            "가장 큰 위험신호는 {where}의 '{title}'입니다.",
            "The gravest finding is '{title}' at {where}.",
        ),
        "headline-no-risk": (
            "높음이나 중간 위험신호는 없습니다.",
            "There is no finding of high or medium severity.",
        ),
        "headline-money": (
            "예산 {budget}의 {share}에 계량 목표가 있습니다.",
            "{share} of the budget of {budget} has a measured target.",
        ),
        # Tiles
        "tile-targets": ("계량 목표", "Measured targets"),
        "tile-comparable": ("비교 가능", "Comparable"),
        "tile-start": ("출발점(중앙값)", "Start (median)"),
        "tile-attainment": ("달성률(중앙값)", "Attainment (median)"),
        "tile-findings": ("위험신호", "Findings"),
        "tile-findings-value": ("높음 {high} · 중간 {medium}", "high {high} · medium {medium}"),
        "tile-unknown": ("판단 불가 {n}", "undecided {n}"),
        "tile-coverage": ("목표 설정률", "Target coverage"),
        "tile-coverage-value": ("사업 {count} · 예산 {budget}", "programmes {count} · budget {budget}"),
        "tile-spent": ("집행률", "Spent"),
        "of-targets": ("{n}개 중", "of {n}"),
        # Table heads
        "head-indicator": ("사업 · 지표", "Programme · indicator"),
        "head-previous": ("'{year} 실적", "'{year} actual"),
        "head-target": ("'{year} 목표", "'{year} target"),
        "head-actual": ("'{year} 실적", "'{year} actual"),
        "head-change": ("증감", "Change"),
        "head-bar": ("목표 = 100%", "Target = 100%"),
        "head-status": ("상태", "Status"),
        "head-notes": ("신호", "Notes"),
        "head-department": ("부서", "Department"),
        "head-targets": ("목표", "Targets"),
        "head-comparable": ("비교", "Comparable"),
        "head-start": ("출발점", "Start"),
        "head-attainment": ("달성률(중앙값)", "Attainment"),
        "head-statuses": ("상태", "Status"),
        "head-findings": ("위험신호", "Findings"),
        "head-coverage-count": ("설정률(사업)", "Coverage (count)"),
        "head-coverage-budget": ("설정률(예산)", "Coverage (budget)"),
        "head-line": ("세부사업", "Budget line"),
        "head-original": ("본예산", "Original"),
        "head-current": ("예산현액", "Current"),
        "head-last": ("전년 최종", "Last year"),
        "head-spent": ("집행액", "Spent"),
        "head-rate": ("집행률", "Rate"),
        "total": ("계", "Total"),
        # Rows
        "provisional": ("(잠정)", "(provisional)"),
        "partial": ("(일부)", "(part)"),
        "similar": ("(유사)", "(similar)"),
        "mean-of": ("{value} 평균", "mean {value}"),
        "judged": ("글로 된 목표", "target in words"),
        "milestone": ("단계 목표", "milestone"),
        "done-of": ("{done}/{all} 단계", "{done} of {all} steps"),
        "new": ("신규", "new"),
        "no-budget": ("예산 줄 없음", "no budget line"),
        # Lists under the table
        "uncovered": (
            "계량 목표가 없는 사업 {n}개 (예산 {budget})",
            "{n} programmes without a measured target ({budget})",
        ),
        "summary-gaps": ("계량 목표가 없는 사업", "Programmes without a measured target"),
        "exempt": (
            "목표 설정 대상에서 뺀 사업 {n}개 (예산 {budget}): {list}",
            "{n} programmes exempt from targets ({budget}): {list}",
        ),
        "gravest": ("가장 무거운 위험신호", "The gravest findings"),
        "cases": ("{title} ({n}건)", "{title} ({n})"),
        "budget-unit": (
            "(단위: 백만원, {day} 기준, 계는 줄의 합이라 단수가 다를 수 있음)",
            "(KRW million, as of {day}; totals add up the lines and may differ by rounding)",
        ),
        "failed-rule": ("실행되지 않은 규칙", "A rule that did not run"),
        "expired-waiver": ("기한이 지난 예외", "An expired waiver"),
        "expired-waiver-message": (
            "{rule} 규칙의 예외({indicator})가 {until}에 끝남",
            "the waiver of {rule} for {indicator} ended on {until}",
        ),
        "expired-waiver-action": (
            "사유가 남아 있으면 until을 고치고, 아니면 예외를 지운다.",
            "Extend until if the reason stands, or remove the waiver.",
        ),
        "failed-rule-action": (
            "규칙의 식을 고친다. 고칠 때까지 이 규칙은 아무것도 지키지 못한다.",
            "Mend the rule; until then it guards nothing.",
        ),
        # Commands
        "check-ok": (
            "오류 없음 · 부서 {departments} · 사업 {programmes} · 예산 줄 {lines} · 지표 {indicators}(부분 {parts} 포함) · 규칙 {rules}",
            "no problems · {departments} departments · {programmes} programmes · {lines} budget lines · {indicators} indicators ({parts} parts) · {rules} rules",
        ),
        "check-problems": ("오류 {n}개: 고친 뒤 다시 실행", "problems: {n}; mend and run again"),
        "evidence-proved": (
            "증거: 수치 {n}개가 모두 출처의 그 줄에 그대로 있음 ({sources})",
            "evidence: all {n} figures stand literally on the lines they cite ({sources})",
        ),
        "evidence-unsourced": ("증거: 출처 없는 수치 {n}개", "evidence: {n} figures cite no source"),
        "evidence-not-asked": (
            "수치를 원문과 대조하지 않음 (대조하려면: scorecard check --evidence 원문폴더)",
            "figures were not proved against their source (to do so: scorecard check --evidence FOLDER)",
        ),
        "hint": ("고치기", "fix"),
        "built": (
            "인쇄 완료: {folder}/scorecards.pdf 외 파일 {n}개",
            "printed: {folder}/scorecards.pdf and {n} more files",
        ),
        "building": ("인쇄 중", "printing"),
        "letters-missing": (
            "알림: 글꼴에 없어 다른 글자로 바꿔 인쇄함: {letters}",
            "note: the font lacks these letters, others were printed: {letters}",
        ),
        "not-an-edition": (
            "그 안의 {name}에 호가 아닌 것이 들어 있어 바꾸지 않음",
            "its {name} holds something that is no edition and was left alone",
        ),
        "aborted": ("중단함", "aborted"),
        "output-broken": ("읽거나 쓰지 못함 ({what})", "could not read or write ({what})"),
        "fault": (
            "글의 잘못이 아니라 프로그램의 잘못으로 멈춤 ({what}). SCORECARD_DEBUG=1을 두고 다시 실행해 나온 글과 함께 알려 주기 바람",
            "stopped by a fault of the program, not of the text ({what}). Please report it, with what is printed when SCORECARD_DEBUG=1 is set",
        ),
        # Wrong usage
        "usage-command": ("'{found}'(이)라는 명령이 없음", "there is no command '{found}'"),
        "usage-commands": (
            "혹시 {nearest}? 명령: {allowed}",
            "did you mean {nearest}? The commands: {allowed}",
        ),
        "usage-option": ("'{found}'(이)라는 옵션이 없음", "there is no option '{found}'"),
        "usage-missing": ("{name}이(가) 빠짐", "{name} is missing"),
        "usage-value": ("{name}에 쓸 수 없는 값 ({said})", "{name} cannot have this value ({said})"),
        "usage-place": (
            "{name}에 적은 곳이 쓸 수 있는 폴더나 파일이 아님",
            "{name} is no folder or file that can be used",
        ),
        "usage-needs-value": ("{found} 뒤에 값이 빠짐", "{found} needs a value"),
        "usage-extra": ("알 수 없는 것이 더 적힘 ({said})", "more was written than is understood ({said})"),
        "usage-help": ("도움말: {command} --help", "help: {command} --help"),
        # Explain
        "explain-target": ("목표", "Target"),
        "explain-previous": ("전년 실적", "Previous actual"),
        "explain-later": ("기준일 뒤의 실적", "Later actual"),
        "explain-later-why": (
            "기준일({day}) 뒤의 실적이라 이 호에서는 쓰지 않음",
            "lies after the as-of day ({day}) and is not used in this edition",
        ),
        "explain-actual": ("올해 실적", "Actual"),
        "explain-start": ("출발점", "Start"),
        "explain-attainment": ("달성률", "Attainment"),
        "explain-stretch": ("도전폭", "Stretch"),
        "explain-status": ("상태", "Status"),
        "explain-schedule": ("추진시기", "Schedule"),
        "explain-budget": ("사업 예산", "Programme budget"),
        "explain-findings": ("위험신호", "Findings"),
        "explain-waived": ("예외 처리됨", "Waived"),
        "explain-unknown": ("판단 불가 규칙", "Rules that could not be judged"),
        "explain-lacked": ("{rule}: {facts} 없음", "{rule}: lacks {facts}"),
        "explain-parts": ("부분", "Parts"),
        "explain-method": ("방법 {method}", "method {method}"),
        "explain-source": ("출처 {source}", "source {source}"),
        "explain-no-source": ("출처 없음", "no source"),
        "explain-none": ("없음", "none"),
        "explain-place": ("적힌 곳", "Written at"),
        # Words of the text formats, for readers
        "level-input": ("투입", "input"),
        "level-process": ("과정", "process"),
        "level-output": ("산출", "output"),
        "level-outcome": ("결과", "outcome"),
        "aggregation-sum": ("한 해의 합", "sum of the year"),
        "aggregation-last": ("마지막 값", "last value"),
        "aggregation-mean": ("평균", "mean"),
        "aggregation-ratio": ("비율", "ratio"),
        "aggregation-max": ("최대값", "maximum"),
        "aggregation-milestone": ("단계", "milestone"),
        "aggregation-judged": ("정성", "judged"),
        "direction-up": ("높을수록 좋음", "more is better"),
        "direction-down": ("낮을수록 좋음", "less is better"),
        "direction-keep": ("유지", "to be kept"),
        "comparability-same": ("같은 것을 잰 값", "measures the same"),
        "comparability-similar": ("비슷한 것을 잰 값", "measures something similar"),
        "comparability-partial": ("일부 기간·대상의 값", "covers a part only"),
        "comparability-different": ("다른 것을 잰 값", "measures something else"),
        "explain-kind": ("지표", "Indicator"),
        "explain-note": ("메모", "Note"),
        "explain-bands": ("{status}: 달성률 {bound} 이상", "{status}: attainment of {bound} or more"),
        "explain-not-due": (
            "결과가 나올 시기({schedule})가 아직 아님",
            "the result is not due yet ({schedule})",
        ),
        "explain-rule-at": ("규칙 {file}:{line}", "rule {file}:{line}"),
        "explain-year-end": ("연말", "year's end"),
        **EDITING_PHRASES,
        **HELP_PHRASES,
        **GATE_PHRASES,
        **AUDIT_PHRASES,
        **MOTION_PHRASES,
        **QUALITY_PHRASES,
        **REVISION_PHRASES,
        **SCORE_PHRASES,
        **SHEET_PHRASES,
        **SUPPOSING_PHRASES,
        **SCREEN_PHRASES,
        **TIE_PHRASES,
        **TRACE_PHRASES,
    }
)


def phrase(key: str, language: Language, **details: object) -> str:
    """Say a sentence in a language."""
    return _PHRASES[key][language == "en"].format_map(details)
