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
        "init-next": ("이제:", "Next:"),
        "init-sample": (
            "수치는 지어낸 것이라 모든 쪽에 그렇게 찍힙니다. 진짜 수치로 바꾼 뒤 targets/office.yaml의 sample 줄을 지웁니다.",
            "The figures are made up and every page says so. Replace them, then delete the line 'sample' of targets/office.yaml.",
        ),
        "ask-office-name": ("실·국 이름", "Name of the office"),
        "ask-department-name": ("첫 부서의 이름", "Name of the first department"),
        "ask-year": ("회계연도", "Fiscal year"),
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
