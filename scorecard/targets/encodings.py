"""What bytes that are no UTF-8 probably are → a problem a person can act on. Loaded only where there are such."""

from scorecard.problems import Problem, Spot

#: How the files of other programs begin, and what to call those programs.
_OTHERS = (
    (b"PK\x03\x04", "Excel(.xlsx) · HWPX · ZIP"),
    (b"\xd0\xcf\x11\xe0", "HWP · Excel(.xls)"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
)
_FEW = 2  #: More Hangul letters than so many for each broken one: then the rest is UTF-8. Of cp949 hardly one is left.


def name_bytes(content: bytes, start: int, file: str) -> Problem:
    """Name what a file is that does not read as UTF-8 from `start` on."""
    line = content.count(b"\n", 0, start) + 1
    for signature, program in _OTHERS:
        if content.startswith(signature):
            return Problem("not-a-text-file", Spot(file, 0, 0), {"found": program})
    read = content.decode("utf-8", errors="replace")
    hangul = sum("가" <= sign <= "힣" for sign in read)
    if hangul > _FEW * read.count("\ufffd"):
        before = content[content.rfind(b"\n", 0, start) + 1 : start].decode("utf-8-sig", errors="replace")
        return Problem("letters-broken", Spot(file, line, len(before) + 1))
    return Problem("not-utf8", Spot(file, line, 0), {"found": _guess(content)})


def _guess(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content.count(0) > len(content) // 8:
        return "UTF-16"
    try:
        content.decode("cp949")
    except UnicodeDecodeError:
        return "?"
    return "cp949 (EUC-KR)"
