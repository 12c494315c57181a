"""Consoles as they are: UTF-8, cp949 or plain ASCII; a letter they lack never stops a command."""

import codecs
import sys

_PLAIN = {
    "–": "-", "—": "-", "−": "-", "·": "*", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...",
    "→": "->", "≥": ">=", "≤": "<=", "×": "x", "÷": "/", "△": "-", "●": "*", "○": "o", "■": "#", "│": "|", "─": "-",
}  # fmt: skip


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    """Replace what a console cannot show by what comes nearest."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_PLAIN.get(letter, "?") for letter in missing), error.end


def make_fit_for_any_console() -> None:
    """Let both outputs print whatever their encoding can, and something near for the rest."""
    codecs.register_error("scorecard-plain", _in_plain_letters)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="scorecard-plain")
