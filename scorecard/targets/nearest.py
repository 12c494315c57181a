"""The word somebody probably meant: Korean words are known, others are compared by their letters."""

from collections.abc import Collection, Sequence
from types import MappingProxyType

from scorecard.likeness import likest, most_like
from scorecard.problems import Mistake

#: What a person may write who thinks in the words of the report.
_KOREAN = MappingProxyType({
    "부서": "department", "사업": "programmes", "이름": "name", "명칭": "name", "사업명": "name", "지표명": "name",
    "추진시기": "schedule", "시기": "schedule", "일정": "schedule", "기간": "schedule", "예산": "budget",
    "지표": "indicators", "성과지표": "indicators", "목표": "target", "목표치": "target", "목표값": "target",
    "실적": "actual", "전년실적": "actual", "출처": "source", "자료": "sources", "근거": "source",
    "단위": "unit", "수준": "level", "집계": "aggregation", "방향": "direction", "방법": "method",
    "본예산": "original", "예산현액": "current", "현액": "current", "전년예산": "previous", "최종예산": "previous",
    "집행액": "spent", "지출액": "spent", "집행": "spent", "원인행위액": "committed", "기준일": "as_of",
    "비고": "note", "참고": "note", "메모": "note", "설명": "note", "사유": "reason", "이유": "reason",
    "담당": "owner", "담당팀": "owner", "갱신": "updated", "수정일": "updated", "값": "value", "가중치": "weight", "배점": "weight", "점수": "score", "등급": "grade", "주요사업": "core",
    "부분": "parts", "세부": "parts", "단계": "steps", "기한": "due", "완료": "done", "완료일": "done",
    "예외": "exempt", "제외": "exempt", "시작": "starts", "종료": "ends", "기준값": "baseline", "허용폭": "tolerance",
    "잠정": "provisional", "비교가능성": "comparability", "확인": "checked", "실국": "office",
    "회계연도": "fiscal_year", "언어": "language", "제목": "title", "기관": "issuer", "일자": "date", "식별자": "id",
    "투입": "input", "과정": "process", "산출": "output", "결과": "outcome", "성과": "outcome", "효과": "outcome",
    "높을수록": "up", "증가": "up", "상향": "up", "상승": "up", "↑": "up",
    "낮을수록": "down", "감소": "down", "하향": "down", "하락": "down", "↓": "down", "유지": "keep",
    "합계": "sum", "합": "sum", "누계": "sum", "최종": "last", "마지막": "last", "누적": "last", "평균": "mean",
    "비율": "ratio", "최대": "max", "정성": "judged", "마일스톤": "milestone",
    "같음": "same", "동일": "same", "비슷": "similar", "유사": "similar", "일부": "partial", "다름": "different",
    "한국어": "ko", "영어": "en",
})  # fmt: skip
#: Where one Korean word stands for several: the further ones, tried when the first is not allowed.
_OTHERWISE = MappingProxyType(
    {"단계": "milestone", "부분": "partial", "최대": "at_most", "사업": "programme"}
)


def nearest(found: str, allowed: Collection[str]) -> str:
    """Find the allowed word most like the one found, however unlike: a hint must say something."""
    word = "".join(found.split())
    for meant in (_KOREAN.get(word, ""), _OTHERWISE.get(word, ""), word.lower()):
        if meant in allowed:
            return meant
    return likest(word[:60].lower(), allowed)


_LIKE = 0.7  #: From which likeness on a word is taken for a slip in another.


def is_like(found: str, known: str) -> bool:
    """Tell whether a word stands for a known one: Korean ones by their meaning, others by their letters."""
    word = "".join(found.split())
    is_meant = known in (_KOREAN.get(word), _OTHERWISE.get(word))
    return is_meant or bool(most_like(found[:60].lower(), [known], at_least=_LIKE))


def all_like(found: str, known: Collection[str]) -> list[str]:
    """List the known words one may stand for, the nearest first; none if it is like no other."""
    like = nearest(found, known)
    others = most_like(found[:60].lower(), known, 3, at_least=_LIKE)
    return [like, *(one for one in others if one != like)] if is_like(found, like) else []


def the_one(wanted: str, ids: Sequence[str], code: str) -> str:
    """Find the one id a person means by it or by its end; else a Mistake names the nearest, however unlike."""
    if wanted in ids:
        return wanted
    ends = [one for one in ids if one.endswith(f"/{wanted}")]
    if len(ends) == 1:
        return ends[0]
    close = ends[:8] or most_like(wanted, ids, 3)
    raise Mistake(code, found=wanted, nearest=", ".join(close) or "-")
