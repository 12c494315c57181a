"""A badge for a front page, as SVG: the state in a word and a shape, so that no colour is needed to read it."""

from collections.abc import Mapping
from math import ceil
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

from scorecard.cards.bulletin import Bulletin, State
from scorecard.reports.measuring import advances
from scorecard.reports.plaintext import told
from scorecard.wording.phrases import phrase

SIZE, HEIGHT, MARGIN, MARK = 11, 20, 6, 9  #: Pixels.
_WORDS: Mapping[State, str] = MappingProxyType(
    {State.HOLDS: "gate-passing", State.FAILS: "gate-failing", State.UNJUDGED: "gate-unknown"}
)
#: Shade, and the shape drawn in a square of 9: a tick, a cross, a bar with a dot below.
_LOOKS: Mapping[State, tuple[str, str]] = MappingProxyType(
    {
        State.HOLDS: ("#1d6b35", "M1 5 L3.6 7.6 L8 1.6"),
        State.FAILS: ("#8f1d1d", "M1.5 1.5 L7.5 7.5 M7.5 1.5 L1.5 7.5"),
        State.UNJUDGED: ("#595959", "M4.5 0.8 L4.5 5.2 M4.5 7.2 L4.5 8.2"),
    }
)


def badge(bulletin: Bulletin) -> str:
    """Draw the badge of a bulletin; texts are measured, and fitted to that width wherever they are shown."""
    label = told(phrase("gate-badge", bulletin.language))
    word = told(_said(bulletin))
    left, right = (_width(words) for words in (label, word))
    divide = left + 2 * MARGIN
    whole = divide + right + MARK + 3 * MARGIN
    shade, shape = _LOOKS[bulletin.state]
    title = f"{label}: {word}"
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{HEIGHT}" role="img" aria-label={quoteattr(title)}>
<title>{escape(title)}</title>
<rect width="{whole}" height="{HEIGHT}" rx="3" fill="#3c3c3c"/>
<path d="M{divide} 0 H{whole - 3} a3 3 0 0 1 3 3 V{HEIGHT - 3} a3 3 0 0 1 -3 3 H{divide} Z" fill="{shade}"/>
<path transform="translate({divide + MARGIN} 5.5)" d="{shape}" fill="none" stroke="#fff" stroke-width="1.8"/>
<g fill="#fff" font-family="Verdana,'Noto Sans KR','Malgun Gothic','Apple SD Gothic Neo',sans-serif" font-size="{SIZE}">
<text x="{MARGIN}" y="14" textLength="{left}" lengthAdjust="spacingAndGlyphs">{escape(label)}</text>
<text x="{divide + 2 * MARGIN + MARK}" y="14" textLength="{right}" lengthAdjust="spacingAndGlyphs">{escape(word)}</text>
</g>
</svg>
"""


def _said(bulletin: Bulletin) -> str:
    word = phrase(_WORDS[bulletin.state], bulletin.language)
    if not bulletin.cases:
        return word
    kept = sum(case.holds or bool(case.waived) for case in bulletin.cases)
    return f"{word} {kept}/{len(bulletin.cases)}"


def _width(words: str) -> int:
    """Tell how many pixels a text takes at most."""
    table = advances(False)
    return ceil(sum(table.get(sign, 1.0) for sign in words) * SIZE)
