"""A page for each problem, out of the catalogue."""

from collections.abc import Mapping

from scorecard.problems import catalogue
from tools.pages.markdown import code, fenced, table

_LABELS = {
    "ko": ("이렇게 알린다", "고치는 법", "틀린 글", "맞는 글"),
    "en": ("It says", "What to do", "Wrong", "Right"),
}


def page(name: str) -> str:
    """Write the page of one code: Korean first, then English; the examples stand once."""
    entry = catalogue()[name]
    korean, english = _LABELS["ko"], _LABELS["en"]
    parts = [
        f"# {name}",
        f"**{entry['ko']['title']}** · {entry['en']['title']}",
        *_said(entry["ko"], korean),
        f"{korean[2]} · {english[2]}:",
        fenced(str(entry["wrong"]), "yaml"),
        f"{korean[3]} · {english[3]}:",
        fenced(str(entry["right"]), "yaml"),
        *_said(entry["en"], english),
        "[모든 오류 · all problems](../problems.md)",
    ]
    return "\n\n".join(parts) + "\n"


def _said(words: Mapping[str, str], labels: tuple[str, ...]) -> list[str]:
    """Give the sentences with their fields as words: {found} is what was typed."""
    return [f"{labels[0]}: {_plain(words['message'])}", f"{labels[1]}: {_plain(words['hint'])}"]


def _plain(sentence: str) -> str:
    return sentence.replace("{{", "{").replace("}}", "}")


def index() -> str:
    """List all codes with their titles."""
    return table(
        ("code", "오류", "problem"),
        (
            (f"[{code(name)}](problems/{name}.md)", entry["ko"]["title"], entry["en"]["title"])
            for name, entry in catalogue().items()
        ),
    )
