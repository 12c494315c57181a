"""Characters: what the fonts lack is replaced in sight and told, and fonts are cut to what is used."""

import logging
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar, cast

import attrs
from fontTools import subset
from fontTools.ttLib import TTFont

from scorecard.reports.measuring import FILES, SUBSTITUTE, advances, font_file
from scorecard.reports.things import Page, Text

Model = TypeVar("Model")
EQUALS = str.maketrans({"\u2212": "–", "∙": "·", "․": "·", "・": "·", "‧": "·", "\u2002": " ", "\u2009": " "})
NAMELESS = frozenset({"id", "rule", "row"})  # Fields that are never printed.


@attrs.define
class Mender:
    """Replaces characters that cannot be printed and remembers which."""

    known: frozenset[str]
    missing: set[str] = attrs.field(factory=set)

    def mend(self, value: object) -> object:
        """Copy a text, a tuple or a model with every printed text mended."""
        if isinstance(value, str):
            return self.mend_text(value)
        if isinstance(value, tuple):
            return tuple(self.mend(each) for each in value)
        if attrs.has(type(value)):
            return self.mend_model(cast("attrs.AttrsInstance", value))
        return value

    def mend_model(self, model: attrs.AttrsInstance) -> object:
        """Copy a model field by field."""
        make: Callable[..., object] = type(model)
        values = {field.name: getattr(model, field.name) for field in attrs.fields(type(model))}
        return make(
            **{name: value if name in NAMELESS else self.mend(value) for name, value in values.items()}
        )

    def mend_text(self, words: str) -> str:
        """Compose syllables, then put the substitute for what the fonts lack."""
        composed = unicodedata.normalize("NFC", words).translate(EQUALS)
        unknown = {each for each in composed if each not in self.known and not each.isspace()}
        self.missing |= unknown
        return composed.translate({ord(each): SUBSTITUTE for each in unknown})


def mend(model: Model) -> tuple[Model, list[str]]:
    """Copy a model so that all its texts can be printed, and list what was replaced."""
    mender = Mender(frozenset(advances(False)) & frozenset(advances(True)))
    mended = cast("Model", mender.mend(model))
    warnings = [f"{name_of(each)} → {SUBSTITUTE}" for each in sorted(mender.missing)]
    return mended, warnings


def name_of(character: str) -> str:
    """Name a character as `U+1F600 GRINNING FACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '?')}"


def used_characters(pages: Iterable[Page], *, bold: bool) -> frozenset[str]:
    """Gather the characters pages need in one weight."""
    texts = (thing for page in pages for thing in page.things if isinstance(thing, Text))
    return frozenset(character for text in texts if text.style.bold == bold for character in text.words)


def cut_font(characters: frozenset[str], folder: Path, *, bold: bool) -> Path:
    """Write a font with only these characters; the same characters give the same bytes."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    # A few letters are always kept, since matplotlib looks some of them up unasked.
    cutter.populate(text="".join(sorted(characters)) + " -x0lp")
    with TTFont(font_file(bold), lazy=True, recalcTimestamp=False) as font:
        cutter.subset(font)
        font.save(folder / FILES[bold])
    return folder / FILES[bold]
