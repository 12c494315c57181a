"""Words made fit for formats that programs read: nothing in them that a parser refuses or a terminal obeys."""

import unicodedata

_BREAKS = frozenset("\n\t")


def told(words: str) -> str:
    """Replace control characters, lone surrogates and what XML 1.0 cannot hold by a blank."""
    return "".join(sign if _is_fit(sign) else " " for sign in words)


def _is_fit(sign: str) -> bool:
    if sign in _BREAKS:
        return True
    return (
        unicodedata.category(sign) not in ("Cc", "Cs") and ord(sign) & 0xFFFE != 0xFFFE and not _turns(sign)
    )


def _turns(sign: str) -> bool:
    """Tell the signs that turn the direction of writing, and so show a text as another."""
    return 0x202A <= ord(sign) <= 0x202E or 0x2066 <= ord(sign) <= 0x2069
