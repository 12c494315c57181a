"""Templates filled: everything that comes from the text is escaped, whatever it holds."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from scorecard.problems import Language
from scorecard.reports.html import addresses, pictures
from scorecard.reports.legends import elapsed_words, legend_of
from scorecard.reports.measuring import SUBSTITUTE
from scorecard.reports.words import FINDINGS, FOLIO, SPENDING
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import term

_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
)  #: What is not seen, or turns the words around it, such as a mark for right-to-left writing.
_KOREAN = re.compile(r"[ㄱ-ㆎ가-힣]+(?:[ \d·,.()‘’]*[ㄱ-ㆎ가-힣]+)*")  #: Words in a row.


@attrs.frozen
class Here:
    """What every page needs to be filled: where it lies and in which language it speaks."""

    address: str
    language: Language
    live: int | None = None  #: The number of the state it shows; None: a file that nobody keeps up to date.

    def say(self, key: str, **details: object) -> str:
        """Say a sentence."""
        return phrase(key, self.language, **details)

    def to(self, kind: str, *which: object) -> str:
        """Link to a page, by its kind and what tells it from others of its kind."""
        there = getattr(addresses, kind)
        return addresses.link(there(*which) if callable(there) else there, self.address)

    def own(self, words: str) -> str | Markup:
        """Mark the office's own words as Korean on an English page, for who has them read aloud."""
        if self.language == "ko" or not _KOREAN.search(words):
            return words
        escaped = str(escape(seen(words)))
        return Markup(_KOREAN.sub(r'<span lang="ko">\g<0></span>', escaped))  # noqa: S704 - escaped above


def seen(value: object) -> object:
    """Replace in sight what would not be seen, or would turn what stands beside it."""
    return _UNSEEN.sub(SUBSTITUTE, value) if type(value) is str else value


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8")
    templates = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, finalize=seen,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    words: dict[str, Any] = {
        "pictures": pictures, "term": term, "folio": FOLIO, "findings": FINDINGS, "spending": SPENDING,
        "legend_of": legend_of, "elapsed_words": elapsed_words,
    }  # fmt: skip
    templates.globals.update(words)
    return templates


def fill(template: str, here: Here, **content: object) -> bytes:
    """Fill a template into a page, as UTF-8."""
    page = _templates().get_template(f"{template}.html")
    return page.render(here=here, say=here.say, to=here.to, own=here.own, **content).encode("utf-8")
