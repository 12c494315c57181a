"""The messages of rules: words with facts in them, checked before anything is judged.

A field names a fact and perhaps how it is printed: `{stretch:%}`. Printing the figures is not
done here; `fill` gets them as texts and chooses the Korean particles that follow.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from scorecard.frozen import frozen
from scorecard.likeness import likest
from scorecard.particles import PARTICLE, choose, ending_of
from scorecard.problems import Mistake
from scorecard.rules.language.names import Vocabulary, facts_by_name, origins_of_composed
from scorecard.rules.language.spelling import Misplaced
from scorecard.targets.vocabulary import Kind

#: How a fact may be printed, and which kinds can be.
FORMATS: Mapping[str, frozenset[Kind]] = MappingProxyType(
    {
        "": frozenset(Kind),
        "%": frozenset({Kind.RATIO}),  #: Per cent without its sign: 18.2%.
        "+%": frozenset({Kind.RATIO}),  #: Per cent with its sign: -18.2%.
        "%p": frozenset({Kind.RATIO, Kind.AMOUNT}),  #: Points of per cent.
        "억": frozenset({Kind.MONEY}),  #: In 억원.
    }
)
_PIECE = re.compile(
    r"(?P<brace>\{\{|\}\})|\{(?P<name>[^{}:!]*)(?P<way>[!:][^{}]*)?\}|(?P<literal>[^{}]+)|(?P<stray>[{}])"
)


@frozen
class Field:
    """A place in a message for a fact."""

    name: str  #: The fact's English name.
    format: str = ""  #: One of FORMATS.


@frozen
class Template:
    """A message as read: literal text and fields in turn."""

    pieces: tuple[str | Field, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """List the fields, each once, in order of appearance."""
        return tuple(dict.fromkeys(piece for piece in self.pieces if isinstance(piece, Field)))


def read_template(text: str, vocabulary: Vocabulary) -> tuple[Template | None, list[Misplaced]]:
    """Read a message; the template is None if there is any mistake.

    Offsets count characters of the message from 0, as in `read_condition`.
    """
    composed, origins = origins_of_composed(text)
    pieces: list[str | Field] = []
    mistakes: list[Misplaced] = []
    for found in _PIECE.finditer(composed):
        try:
            pieces.append(_read_piece(found, vocabulary))
        except Mistake as mistake:
            mistakes.append((mistake, origins[found.start()]))
    return (None if mistakes else Template(_joined(pieces))), mistakes


def _read_piece(found: re.Match[str], vocabulary: Vocabulary) -> str | Field:
    match found.lastgroup:
        case "brace":
            return found[0][0]
        case "literal":
            return found[0]
        case "stray":
            raise Mistake("message-stray-brace", found=found[0])
    names = facts_by_name(vocabulary)
    name, way = found["name"].strip(), found["way"] or ":"
    if name not in names:
        raise Mistake("message-unknown-field", found=name, nearest=likest(name, names))
    fact = names[name]
    if way[0] != ":" or fact.kind not in FORMATS.get(way[1:], ()):
        raise Mistake("message-bad-format", found=found[0], name=name, formats=_formats_of(fact.kind, name))
    return Field(fact.name, way[1:])


def _formats_of(kind: Kind, name: str) -> str:
    """Write every field that would be right, so that one can be copied."""
    fitting = [written for written, kinds in FORMATS.items() if kind in kinds]
    return ", ".join(f"{{{name}:{written}}}" if written else f"{{{name}}}" for written in fitting)


def _joined(pieces: list[str | Field]) -> tuple[str | Field, ...]:
    """Join literal text that an escaped brace had cut."""
    joined: list[str | Field] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if isinstance(piece, str) and isinstance(last, str):
            joined[-1] = last + piece
        else:
            joined.append(piece)
    return tuple(joined)


def fill(template: Template, texts: Mapping[Field, str]) -> str:
    """Put printed texts into a message, each followed by the particle that sounds right."""
    filled: list[str] = []
    before = ""
    for piece in template.pieces:
        if isinstance(piece, Field):
            filled.append(texts[piece])
            before = texts[piece] or before
        else:
            filled.append(_with_particle(piece, before))
            before = ""
    return "".join(filled)


def _with_particle(literal: str, before: str) -> str:
    """Choose between the particles a literal begins with."""
    found = re.match(PARTICLE, literal)
    if found is None or not before:
        return literal
    return found["closing"] + choose(found["both"], ending_of(before)) + literal[found.end() :]
