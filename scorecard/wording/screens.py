"""What `watch` and the served pages say besides the scorecard itself, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

SCREEN_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # The terminal
        "show-bars": (
            "= {before} ÷ {target} · # 올해 실적 ÷ {target} · | 목표 100%",
            "= {before} ÷ {target} · # this year's actual ÷ {target} · | target, 100%",
        ),
        "show-steps": (
            "단계: [ ] 예정 · [v] 마침 · [!] 기한 지남",
            "steps: [ ] to come · [v] done · [!] overdue",
        ),
        "watching": ("지켜보는 중: {folder} (Ctrl-C로 끝냄)", "watching {folder} (Ctrl-C ends)"),
        "watch-over": ("지켜보기를 끝냄", "no longer watching"),
        "watch-kept": (
            "전에 인쇄한 호는 그대로 둠. 고쳐 저장하면 다시 읽음",
            "the former edition stays as it is; mend, save, and it is read again",
        ),
        "watch-printed": ("인쇄함: {folder}", "printed: {folder}"),
        "changed-nothing": ("스코어카드에서 달라진 줄 없음", "no line of the scorecard changed"),
        "changed-more": ("… 달라진 줄 {n}개 더", "… {n} more changed lines"),
        "serving": (
            "브라우저에서 여는 주소: {address} (이 컴퓨터에서만 열림, Ctrl-C로 끝냄)",
            "open {address} in a browser (this computer only; Ctrl-C ends)",
        ),
        "serve-port-taken": (
            "포트 {port}은(는) 쓸 수 없어 빈 포트 {free}을(를) 씀",
            "port {port} cannot be used; {free} was free",
        ),
        "serve-over": ("보여 주기를 끝냄", "no longer serving"),
        "serve-read": ("읽음: 오류 없음", "read: no problems"),
        "web-skip": ("본문으로", "Skip to the content"),
        "web-nav": ("부서와 인쇄", "Departments and printing"),
        "web-departments": ("부서", "Departments"),
        "web-indicators": ("사업과 지표", "Programmes and indicators"),
        "web-explained": ("이 줄의 근거", "What lies behind this line"),
        "web-paper": ("인쇄되는 쪽", "Pages as printed"),
        "web-print": ("전체 인쇄", "Print everything"),
        "web-print-how": (
            "A4 {n}쪽. 브라우저에서 인쇄하면(Ctrl+P) 아래 쪽들이 그대로 나옵니다. 부서 쪽에서 인쇄하면 그 부서의 쪽만 나옵니다.",
            "{n} pages of A4. Printing from the browser (Ctrl+P) gives the pages below as they are; printing a department's page gives those of the department.",
        ),
        "web-waiting": ("아직 보일 스코어카드가 없음", "No scorecard to show yet"),
        "web-waiting-how": (
            "글에 오류가 있습니다. 고쳐 저장하면 이 화면이 저절로 바뀝니다.",
            "There are problems in the text. Mend them and save; this page renews itself.",
        ),
        "web-lost": ("그런 쪽이 없음", "There is no such page"),
        "web-lost-how": ("첫 쪽으로", "To the first page"),
        "web-lost-server": (
            "scorecard serve가 끝났습니다. 이 화면은 끝나기 전의 모습입니다.",
            "scorecard serve has ended. This page is as it was then.",
        ),
        "web-problems": ("글에 오류 {n}개", "Problems in the text: {n}"),
        "web-problems-more": ("… 오류 {n}개 더", "… {n} more problems"),
        "web-kept": (
            "아래 스코어카드는 {since}에 읽은, 오류가 없던 글 그대로입니다.",
            "The scorecard below is that of the last text without problems, read {since}.",
        ),
        "web-none-yet": ("오류 없이 읽은 글이 아직 없습니다.", "No text without problems was read yet."),
        "web-changed": ("{at}에 저장한 글로 달라진 줄", "Lines changed by the save of {at}"),
        "web-refused": ("받아들이지 않은 요청", "The request was refused"),
        "bar": ("목표를 100%로: {parts}", "with the target at 100%: {parts}"),
        "bar-previous": ("전년 실적 {value}", "previous actual {value}"),
        "bar-actual": ("올해 실적 {value}", "actual {value}"),
        "bar-due": ("그날까지 예정 {value}", "due by then {value}"),
        "bar-forecast": ("연말 전망 {value}", "forecast {value}"),
        "sparkline": (
            "분기·월 실적, 가장 큰 것을 100%로: {parts}",
            "quarters or months, the largest at 100%: {parts}",
        ),
        "step-mark-done": ("마침", "done"),
        "step-mark-late_done": ("늦게 마침", "done late"),
        "step-mark-late": ("늦음", "late"),
        "step-mark-coming": ("앞둠", "to come"),
    }
)
