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
        # A new project
        "init-office": ("우리 실·국", "Our office"),
        "init-department": ("우리 부서", "Our department"),
        "init-made": ("새 프로젝트: {folder} (파일 {n}개)", "new project: {folder} ({n} files)"),
        "init-file targets/office.yaml": (
            "실·국, 기준일, 부서와 자료의 목록",
            "office, as-of day, departments and sources",
        ),
        "init-file department": (
            "부서의 사업, 예산, 지표 (지어낸 보기)",
            "programmes, budget and indicators (made up)",
        ),
        "init-file rules/attainment.yaml": (
            "달성률의 방법과 상태의 경계",
            "methods of attainment and bounds of statuses",
        ),
        "init-file rules/coverage.yaml": ("관문의 요구", "demands of the gate"),
        "init-file rules/risks.yaml": ("위험신호 규칙", "rules that find risks"),
        "init-file .gitignore": ("기록하지 않을 인쇄물", "printed files not to be recorded"),
        "init-editors": (
            "편집기가 열쇠말을 채우고 틀린 곳에 밑줄을 긋게 하는 설정",
            "so that editors complete keys and underline mistakes",
        ),
        "init-next": ("이제:", "Next:"),
        "init-sample": (
            "수치는 지어낸 것이라 모든 쪽에 그렇게 찍힙니다. 진짜 수치로 바꾼 뒤 targets/office.yaml의 sample 줄을 지웁니다.",
            "The figures are made up and every page says so. Replace them, then delete the line 'sample' of targets/office.yaml.",
        ),
        "ask-office-name": ("실·국 이름", "Name of the office"),
        "ask-department-name": ("첫 부서의 이름", "Name of the first department"),
        "ask-year": ("회계연도", "Fiscal year"),
        # The sheet to fill in
        "form-title": (
            "{office} {department} · {year}년 실적 입력",
            "{office}, {department} · actuals of {year}",
        ),
        "form-how": (
            "흰 칸만 채웁니다. 숫자는 '단위' 열의 단위로 적고, 아직 없으면 비워 둡니다. 비고와 출처는 그 줄에 새로 적은 값에 붙습니다. 채운 뒤: scorecard import 이파일.xlsx",
            "Fill in the white cells only, numbers in the unit of the column 'Unit', and leave blank what is not known yet. Note and source belong to the new figures of their row. Then: scorecard import THIS-FILE.xlsx",
        ),
        "form-year": ("한 해", "year"),
        "form-half-1": ("상반기", "first half"),
        "form-half-2": ("하반기", "second half"),
        "form-quarter": ("{n}분기", "quarter {n}"),
        "form-month": ("{n}월", "month {n}"),
        "form-unit": ("단위: {unit}", "Unit: {unit}"),
        "form-figure": (
            "숫자만 적으면 단위는 {unit}입니다. '약 100{unit}'처럼 보고서에 적힌 말을 그대로 적어도 됩니다.",
            "A bare number is meant in {unit}; a figure with its unit, such as 100{unit}, may stand too.",
        ),
        "form-not-number": ("숫자가 아니거나 범위를 벗어남", "No number, or out of range"),
        "form-not-number-why": (
            "보고서에 이렇게 적혀 있으면 '예'를 눌러 그대로 둡니다.",
            "If the report says so, choose Yes and keep it.",
        ),
        "form-made": ("만듦: {files}", "made: {files}"),
        "form-nothing": ("채울 지표가 없는 부서: {department}", "no indicator to fill in: {department}"),
        # What a filled-in sheet brings
        "form-sheet-hidden": (
            "숨긴 시트 '{sheet}'은(는) 읽지 않음",
            "the hidden sheet '{sheet}' was not read",
        ),
        "form-sheet-skipped": (
            "지표 ID 제목이 없는 시트 '{sheet}'은(는) 읽지 않음",
            "the sheet '{sheet}' has no heading for ids and was not read",
        ),
        "form-column-skipped": ("'{found}' 열은 읽지 않음", "the column '{found}' was not read"),
        "form-row-skipped": (
            "'{found}' 줄은 읽지 않음: 모르는 지표이나 수치도 없음",
            "the row '{found}' was not read: an unknown indicator without figures",
        ),
        "form-row-missing": ("시트에 없는 지표: 그대로 둠", "not in the sheet: left as it is"),
        "form-cell-empty": (
            "{id} {period}: 빈칸이라 적혀 있는 '{old}'을(를) 그대로 둠",
            "{id} {period}: the cell is empty, '{old}' stays",
        ),
        "form-cell-not-read": (
            "{id}: 이 칸은 읽지 않음 (칸에는 '{found}', 파일에는 '{old}')",
            "{id}: this cell was not read (it says '{found}', the file '{old}')",
        ),
        "form-note-alone": (
            "{id}: 새 수치가 없어 '{found}'을(를) 적지 않음",
            "{id}: there is no new figure, so '{found}' was not written",
        ),
        "import-summary": (
            "새로 적을 값 {new}개 · 바꿀 값 {replaced}개 · 이미 같은 값 {same}개 · 빈칸 {empty}개",
            "new figures {new} · replaced {replaced} · the same already {same} · empty cells {empty}",
        ),
        "import-ask": ("이대로 적을까요", "Write it"),
        "import-not-written": (
            "적지 않음. 적으려면 --write를 붙여 다시 실행",
            "nothing was written; run again with --write to write it",
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
