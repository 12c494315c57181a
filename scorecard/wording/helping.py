"""What `scorecard help` says beside what the catalogue, the rules and the facts say themselves."""

from collections.abc import Mapping

HELP_PHRASES: Mapping[str, tuple[str, str]] = {
    "help-problem": ("오류", "problem"),
    "help-rule": ("규칙", "rule"),
    "help-fact": ("사실", "fact"),
    "help-says": ("이렇게 알림", "It says"),
    "help-fix": ("고치는 법", "What to do"),
    "help-wrong": ("틀린 글", "Wrong"),
    "help-right": ("맞는 글", "Right"),
    "help-severity": ("무게", "Severity"),
    "help-when": ("조건", "When"),
    "help-why": ("까닭", "Why"),
    "help-action": ("조치", "Action"),
    "help-written": ("적힌 곳", "Written at"),
    "help-fires": ("걸리는 보기", "Fires on"),
    "help-passes": ("안 걸리는 보기", "Not on"),
    "help-waived": ("예외", "Waived"),
    "help-waiver": ("{indicator}: {reason} ({until}까지)", "{indicator}: {reason} (until {until})"),
    "help-kind": ("종류", "Kind"),
    "help-names": ("이름", "Names"),
    "help-meaning": ("뜻", "Meaning"),
    "help-each": ("보는 줄", "Of each"),
    "help-each-indicator": ("지표", "indicator"),
    "help-each-programme": ("사업", "programme"),
    "help-fact-kind-amount": ("양 (줄의 단위)", "amount (in the row's unit)"),
    "help-fact-kind-money": ("금액 (원)", "money (won)"),
    "help-fact-kind-ratio": ("비율 (0.8 = 80%)", "ratio (0.8 = 80%)"),
    "help-fact-kind-count": ("개수", "count"),
    "help-fact-kind-day": ("날", "day"),
    "help-fact-kind-text": ("글", "text"),
    "help-fact-kind-flag": ("참·거짓", "true or false"),
    "help-unknown": ("'{found}'에 대한 도움말이 없음", "there is no help on '{found}'"),
    "help-nearest": ("혹시 {nearest}?", "did you mean {nearest}?"),
    "help-rules-unread": (
        "이 폴더의 규칙은 읽지 못해 찾지 못함 (scorecard check로 오류를 봄)",
        "the rules of this folder could not be read and were not searched (scorecard check tells why)",
    ),
    "help-topics": (
        "scorecard help 다음에 적을 수 있는 것: 명령, 오류 코드 {problems}개, 규칙 {rules}개, 규칙에 쓰는 사실 {facts}개",
        "after scorecard help: a command, one of {problems} problem codes, of {rules} rules, or of {facts} facts that rules use",
    ),
    "help-more": ("자세히: scorecard help {code}", "more: scorecard help {code}"),
    "schema-written": (
        "편집기용 파일 {n}개를 {folder}에 씀: 이 폴더를 열면 키를 이어 쓰고 잘못에 밑줄을 긋는다",
        "{n} files for editors written to {folder}: open that folder, and keys are completed and mistakes underlined",
    ),
    "schema-kept": (
        "{file}은(는) 이미 있어 그대로 둠: yaml.schemas 설정을 손으로 더함",
        "{file} exists and was left as it is: add the setting yaml.schemas by hand",
    ),
}
