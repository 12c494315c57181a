"""Consoles as they are: UTF-8, cp949 or plain ASCII, a pipe nobody reads on from, no output at all.

A letter a console lacks, or a reader who has had enough, never stops a command: its exit code
stays what it found.
"""

import codecs
import errno
import os
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_PLAIN = {
    "–": "-", "—": "-", "−": "-", "·": "*", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...",
    "→": "->", "≥": ">=", "≤": "<=", "×": "x", "÷": "/", "△": "-", "●": "*", "○": "o", "■": "#", "│": "|", "─": "-", "【": "[", "】": "]",
}  # fmt: skip
_BROKEN = (errno.EPIPE, errno.EINVAL)  #: How Linux, macOS and Windows say that nobody reads on.


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    """Replace what a console cannot show by what comes nearest."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_PLAIN.get(letter, "?") for letter in missing), error.end


class _Patient(FileIO):
    """An output that takes what is written to it although nobody reads on."""

    given_up = False  #: Once it failed it swallows the rest, or Python complains of it when it ends.

    def write(self, content: "ReadableBuffer") -> int:
        """Write; what nobody reads counts as written."""
        if self.given_up:
            return memoryview(content).nbytes
        try:
            return super().write(content)
        except OSError as error:
            if error.errno not in _BROKEN:
                raise
            return memoryview(content).nbytes


def make_fit_for_any_console() -> None:
    """Let both outputs print whatever their encoding can, and something near for the rest."""
    codecs.register_error("scorecard-plain", _in_plain_letters)
    sys.stdout, sys.stderr = _fit(sys.stdout, sys.__stdout__), _fit(sys.stderr, sys.__stderr__)


def write_for_programs(text: str, *, end: str = "\n") -> None:
    """Write what programs read: UTF-8, whatever the console thinks, and no line end made another."""
    write_bytes((text + end).encode("utf-8", errors="replace"))


def write_bytes(content: bytes) -> None:
    """Write what is no text for a console."""
    click.echo(content, nl=False)


def give_up_output() -> None:
    """Swallow what is still to be written, after an output failed."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    if isinstance(raw, _Patient):
        raw.given_up = True
    sys.stdout = nowhere()


def nowhere() -> TextIO:
    """Open an output that swallows what is written."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _fit(stream: TextIO | None, original: TextIO | None) -> TextIO:
    """Make one output fit; a closed one swallows what is written."""
    if stream is None:
        return nowhere()
    if isinstance(stream, TextIOWrapper):
        if stream is original and not stream.isatty():
            patient = BufferedWriter(_Patient(stream.fileno(), "w", closefd=False))
            buffered = stream.line_buffering
            stream = TextIOWrapper(patient, encoding=stream.encoding, line_buffering=buffered)
        stream.reconfigure(errors="scorecard-plain")
    return stream
