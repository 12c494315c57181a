"""What the commands say of themselves, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

COMMAND_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
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
    }
)
