"""Small pieces of Markdown."""

from collections.abc import Iterable, Sequence


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; a bar inside a cell is escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(text) for text in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def fenced(text: str, language: str = "text") -> str:
    """Write a block of code, with blanks at the ends of lines dropped."""
    body = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    return f"```{language}\n{body}\n```"


def code(text: str) -> str:
    """Write a word as code."""
    return f"`{text}`"
