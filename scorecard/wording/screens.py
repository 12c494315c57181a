"""What `watch` and the served pages say besides the scorecard itself, in Korean and English."""

from collections.abc import Mapping
from types import MappingProxyType

SCREEN_PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "watching": ("지켜보는 중: {folder} (Ctrl-C로 끝냄)", "watching {folder} (Ctrl-C ends)"),
        "watch-over": ("지켜보기를 끝냄", "no longer watching"),
        "watch-kept": (
            "전에 인쇄한 호는 그대로 둠. 고쳐 저장하면 다시 읽음",
            "the former edition stays as it is; mend, save, and it is read again",
        ),
        "watch-printed": ("인쇄함: {folder}", "printed: {folder}"),
        "changed-nothing": ("스코어카드에서 달라진 줄 없음", "no line of the scorecard changed"),
        "changed-more": ("… 달라진 줄 {n}개 더", "… {n} more changed lines"),
    }
)
