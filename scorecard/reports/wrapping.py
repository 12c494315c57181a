"""Texts broken into lines: at blanks first, within a word only if no line could hold it.

No line begins with a closing mark, no number and no Latin word is torn unless it alone is
wider than the line, and nothing is ever cut.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from scorecard.reports.measuring import text_width
from scorecard.reports.theme import Style

BLANKS = re.compile(r"[ \t\r\n\f\v]+")  # A no-break blank keeps its words together.
OPENING, CLOSING = "([{‘“〈《「『【", ")]}’”〉》」』】.,;:!?·…%"
ARROW = "→"
AMOUNT = re.compile(
    rf"[{re.escape(OPENING)}]?KRW [\d.,]+|[\d.,]+ [mbtr]+illion\b.*|[{re.escape(OPENING)}△−-]?[\d,]+[조억만] \d.*"
)  # Two words of one amount.
BRACKET = re.compile(r"(?<=.)(?=\()")
UNIT = re.compile(
    rf"[{re.escape(OPENING)}]{{0,2}}(?:\d(?:[\d,.]*\d)?|[A-Za-z]+|.)[{re.escape(CLOSING)}]{{0,2}}", re.DOTALL
)
SHORT = 0.3  # Of the width: a last line that reaches less far looks lost.
TOLERANCE = 1e-4  # Points; sums of floats in another order must not break a line.


@attrs.frozen
class Run:
    """Words in one style."""

    words: str
    style: Style
    gap: float | None = None  #: White before it on a line, in points; None: a blank.


@attrs.frozen
class Piece:
    """Words on a line that share a style, and where they begin."""

    x: float
    words: str
    style: Style


Line = tuple[Piece, ...]


@attrs.frozen
class Word:
    """What is not broken, unless it is wider than a line."""

    words: str
    style: Style
    gap: float = 0.0  #: White before it, unless it begins a line.

    @property
    def width(self) -> float:
        """Tell the width of the word alone."""
        return text_width(self.words, self.style)


@attrs.define
class Setter:
    """Sets words into lines, one after the other."""

    width: float
    indent: float  #: By which the first line begins further right.
    lines: list[list[Piece]] = attrs.field(factory=lambda: [[]])
    x: float = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.x = self.indent

    def turn(self) -> None:
        """Begin a line."""
        self.lines.append([])
        self.x = 0.0

    def put(self, word: Word) -> None:
        """Set a word on this line or the next, or over several if no line could hold it."""
        if self.holds(word):
            self.append(word)
        elif word.width <= self.width + TOLERANCE:
            self.turn()
            self.append(word)
        else:
            self.tear(word)

    def holds(self, word: Word) -> bool:
        """Tell whether a word fits on this line."""
        return self.x + (word.gap if self.lines[-1] else 0.0) + word.width <= self.width + TOLERANCE

    def tear(self, word: Word) -> None:
        """Set a word too wide for a line bracket by bracket, and where that is too wide still, unit by unit."""
        first, *others = BRACKET.split(word.words)
        if others:
            self.put(Word(first, word.style, word.gap))
            for part in others:
                self.put(Word(part, word.style))
            return
        for unit in units_of(word, self.width):
            if not self.holds(unit) and self.x > 0:
                self.turn()
            self.append(unit)

    def append(self, word: Word) -> None:
        """Add a word to the line, within the last piece where it goes on in the same style."""
        line = self.lines[-1]
        gap = word.gap if line else 0.0
        between = {0.0: "", blank_of(word.style): " "}.get(gap)
        if line and line[-1].style == word.style and between is not None:
            line[-1] = attrs.evolve(line[-1], words=line[-1].words + between + word.words)
        else:
            line.append(Piece(self.x + gap, word.words, word.style))
        self.x += gap + word.width


def blank_of(style: Style) -> float:
    """Tell how wide a blank is."""
    return text_width(" ", style)


def units_of(word: Word, width: float) -> Iterator[Word]:
    """Cut a word where a line may end, into characters where a unit is wider than a line."""
    gap = word.gap
    for unit in UNIT.findall(word.words):
        for part in [unit] if text_width(unit, word.style) <= width else list(unit):
            yield Word(part, word.style, gap)
            gap = 0.0


def words_of(runs: Iterable[Run]) -> Iterator[Word]:
    """Split runs at blanks; a closing mark after a blank stays with the word before it."""
    for run in runs:
        blank = blank_of(run.style)
        gap = blank if run.gap is None else run.gap
        for words in filter(None, BLANKS.split(run.words)):
            yield Word(words, run.style, gap)
            gap = blank


def clusters(words: Iterable[Word]) -> list[list[Word]]:
    """Gather words that part only at need: a closing mark, what an arrow points to, the words of one amount."""
    found: list[list[Word]] = []
    for word in words:
        before = found[-1][-1].words if found else ""
        if before and (
            word.words[0] in CLOSING or before == ARROW or AMOUNT.fullmatch(f"{before} {word.words}")
        ):
            found[-1].append(word)
        else:
            found.append([word])
    return found


def wrap(runs: Iterable[Run], width: float, *, indent: float = 0.0) -> list[Line]:
    """Set runs into lines of a width; no words give no lines."""
    setter = Setter(width, indent)
    for cluster in clusters(words_of(runs)):
        if breaks_apart(cluster, setter):
            setter.turn()
        for word in cluster:
            setter.put(word)
    return [tuple(line) for line in setter.lines if line]


def even_width(runs: Sequence[Run], width: float) -> float:
    """Find the greatest width up to some at which as many lines as ever end with one that is not short."""
    lines = wrap(runs, width)
    for part in range(100, 69, -2):
        narrow = width * part / 100
        tried = wrap(runs, narrow)
        if len(tried) > len(lines):
            break
        if len(tried) < 2 or width_of(tried[-1]) >= SHORT * width:
            return narrow
    return width


def width_of(line: Line) -> float:
    """Tell how far a line reaches."""
    return line[-1].x + text_width(line[-1].words, line[-1].style)


def breaks_apart(cluster: list[Word], setter: Setter) -> bool:
    """Tell whether a cluster would part here but would not on a line of its own."""
    if len(cluster) == 1 or not setter.lines[-1]:
        return False
    whole = sum(word.gap + word.width for word in cluster)
    return whole <= setter.width < setter.x + whole


def wrap_words(words: str, style: Style, width: float) -> list[str]:
    """Set words of one style into lines."""
    return [line[0].words for line in wrap([Run(words, style)], width)]
