"""Small drawings as inline SVG: the marks of the printed page, each with what it shows in words."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from scorecard.cards.card import Bullet, Part, StepState
from scorecard.cards.texts import BORDERS
from scorecard.problems import Language
from scorecard.reports.marks.bars import Scale, draw_bullet, draw_share, draw_spending, has_bars
from scorecard.reports.marks.milestones import STEP_MARKS
from scorecard.reports.marks.sparklines import draw_sparkline
from scorecard.reports.marks.statuses import MARKS
from scorecard.reports.theme import ACTUAL
from scorecard.reports.things import Line, Shape, Thing
from scorecard.wording.numbers import percent
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Status

LONG, TALL = 112.0, 14.0  # Of bars, in points.
SHORT = 40.0  # Of shares.
LARGER = 1.35  # On a screen than on paper.
MARK = 9.0  # Side of a mark.
_BULLET = ("previous", "actual", "due", "forecast")


def bullet(shown: Bullet, language: Language) -> Markup:
    """Draw the bars of a row; nothing where there are none."""
    if not has_bars(shown):
        return Markup()
    things = draw_bullet(shown, Scale(1.0, LONG - 1.0), TALL / 2)
    return _svg(things, (LONG, TALL), words_of(shown, language))


def words_of(shown: Bullet, language: Language) -> str:
    """Say what bars show, in per cent of the target."""
    said = [
        phrase(f"bar-{name}", language, value=percent(value, borders=BORDERS))
        for name in _BULLET
        if (value := getattr(shown, name)) is not None
    ]
    return phrase("bar", language, parts=", ".join(said))


def sparkline(parts: Sequence[Part], language: Language) -> Markup:
    """Draw a year in its parts."""
    shares = ("–" if part.actual is None else percent(part.actual, digits=0) for part in parts)
    things = draw_sparkline(parts, 1.0, LONG - 1.0, TALL - 1.5)
    return _svg(things, (LONG, TALL), phrase("sparkline", language, parts=", ".join(shares)))


def share(value: float | None) -> Markup:
    """Draw a share beside its per cent, which says as much."""
    return _svg(draw_share(value, Scale(0.0, SHORT, 1.0), MARK / 2, ACTUAL), (SHORT, MARK))


def spending(value: float | None, elapsed: float) -> Markup:
    """Draw what is spent of a budget against the year gone by, beside its per cent."""
    things = draw_spending(value, elapsed, Scale(0.0, SHORT, 1.0), MARK / 2)
    return _svg(things, (SHORT, MARK))


def status(each: Status) -> Markup:
    """Draw the mark of a status beside its word."""
    return _svg(MARKS[each](MARK / 2, MARK / 2), (MARK, MARK))


def step(state: StepState, language: Language) -> Markup:
    """Draw the mark of a step of a milestone."""
    return _svg(
        STEP_MARKS[state](MARK / 2, MARK / 2), (MARK, MARK), phrase(f"step-mark-{state.value}", language)
    )


def _svg(things: Iterable[Thing], size: tuple[float, float], words: str = "") -> Markup:
    """Write things as a picture; one without words is left out by who cannot see it."""
    named = Markup('role="img" aria-label="{}"').format(words) if words else Markup('aria-hidden="true"')
    drawn = Markup().join(_drawn(thing) for thing in things)
    wide, tall = size
    frame = Markup('<svg {} class="drawn" width="{:g}" height="{:g}" viewBox="0 0 {:g} {:g}">{}</svg>')
    return frame.format(named, wide * LARGER, tall * LARGER, wide, tall, drawn)


def _drawn(thing: Thing) -> Markup:
    if isinstance(thing, Line):
        (x1, y1), (x2, y2) = thing.start, thing.end
        dashes = Markup(' stroke-dasharray="2.2 1.6"') if thing.dashed else ""
        return Markup('<path d="M{:.2f} {:.2f}L{:.2f} {:.2f}" stroke="{}" stroke-width="{:g}"{}/>').format(
            x1, y1, x2, y2, thing.colour, thing.weight, dashes
        )
    if isinstance(thing, Shape):
        corners = "L".join(f"{x:.2f} {y:.2f}" for x, y in thing.points)
        edge = (
            Markup(' stroke="{}" stroke-width="{:g}"').format(thing.edge, thing.weight) if thing.edge else ""
        )
        return Markup('<path d="M{}Z" fill="{}"{}/>').format(corners, thing.fill or "none", edge)
    return Markup()  # Words stand beside a picture, never in it.
