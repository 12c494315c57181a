"""What hangs on which value, as lines for the terminal, records for programs and one sheet of paper."""

from itertools import groupby

from scorecard.cards.sheets import Sheet, SheetColumn, SheetRow, SheetTable, Tile
from scorecard.cards.varying import KINDS, Sensitivity, Tried, Turned
from scorecard.problems import Language
from scorecard.rules.assess import Assessment
from scorecard.rules.knobs import Knob, Limit, Way
from scorecard.wording.numbers import NOTHING, won
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Status, term

SHEET = "sensitivity"
MOST_ROWS = 30  #: Lines of the sheet at most; it is one page.
MOST_NAMED = 4  #: Of what turned, named in a line of the terminal.
#: Told apart by shape, not by colour.
_MARKS = {"grade": "■", "rank": "▲", "status": "●", "quality": "○", "finding": "◆", "demand": "★"}
_MOST_MARKS = 6


def headline(sensed: Sensitivity, language: Language) -> str:
    """Say in a sentence how much hangs on the values, or that nothing is judged yet."""
    turning = {one.knob.name for one in sensed.tried if one.turned}
    key = "sensed-some" if turning else "sensed-none"
    return phrase(key, language, n=sensed.knobs, turning=len(turning))


def remarks(sensed: Sensitivity, language: Language) -> tuple[str, ...]:
    """Say what could not turn, and which values were not moved by just a fifth."""
    stopped = {one.knob.name for one in sensed.tried if one.move.limit is Limit.STOPPED}
    whole = {one.knob.name for one in sensed.tried if one.move.limit is Limit.WHOLE}
    said = (
        ("sensed-unscored", not sensed.is_scored, 0),
        ("sensed-unjudged", not sensed.judged, 0),
        ("sensed-stopped", bool(stopped), len(stopped)),
        ("sensed-whole", bool(whole), len(whole)),
        ("sensed-stuck", bool(sensed.stuck), len(sensed.stuck)),
        ("sensed-questions", bool(sensed.questions), len(sensed.questions)),
        ("sensed-absolute", sensed.is_absolute, 0),
    )
    return tuple(phrase(key, language, n=n) for key, holds, n in said if holds)


def now_words(knob: Knob, language: Language) -> str:
    """Say where a value stands."""
    return _value(knob, knob.value, language)


def moved_words(tried: Tried, language: Language) -> str:
    """Say where a value was moved to, and what kept it from going a fifth."""
    mark = {Limit.STOPPED: "*", Limit.WHOLE: "†"}[tried.move.limit] if tried.move.limit else ""
    return f"{_value(tried.knob, tried.move.value, language)}{mark}"


def counts_words(tried: Tried | None, language: Language) -> str:
    """Count what turned, kind by kind, in words."""
    if tried is None or not tried.turned:
        return NOTHING
    return " · ".join(
        phrase(f"sensed-{kind}", language, n=tried.count(kind)) for kind in KINDS if tried.count(kind)
    )


def turned_words(tried: Tried, language: Language) -> str:
    """Name some of what turned, the first of each kind among them, with its old and new word."""
    first = {one.kind: place for place, one in reversed(list(enumerate(tried.turned)))}
    others = [place for place in range(len(tried.turned)) if place not in first.values()]
    places = sorted((*first.values(), *others[: max(MOST_NAMED - len(first), 0)]))
    shown = [_said(tried.turned[place], tried.knob, language) for place in places]
    if len(tried.turned) > len(shown):
        shown.append(phrase("sensed-more", language, n=len(tried.turned) - len(shown)))
    return ", ".join(shown)


def _said(one: Turned, knob: Knob, language: Language) -> str:
    if one.kind == "quality":
        return f"{one.id} {phrase('sensed-profile', language)}"
    about = _about(one, knob, language)
    said = f"{_word(one, one.old, language)} → {_word(one, one.new, language)}"
    return f"{one.id} {about}: {said}" if about else f"{one.id} {said}"


def _about(one: Turned, knob: Knob, language: Language) -> str:
    """Name the rule of a finding by its id, unless it is the value's own, and a demand by what it asks for."""
    if one.kind == "finding":
        return "" if one.about == knob.rule else one.about
    if one.kind != "demand":
        return ""
    measure, _, rule = one.about.partition(" ")
    name = phrase(f"demand-{measure}", language)
    return f"{name} ({rule})" if rule else name


def _word(one: Turned, word: str, language: Language) -> str:
    if one.kind == "status":
        return term(Status(word), language)
    if one.kind == "rank" and word:
        return phrase("sensed-place", language, n=word)
    if one.kind in ("finding", "demand") and word:
        return phrase(f"sensed-{one.kind}-{word}", language)
    return word or NOTHING


def _value(knob: Knob, value: object, language: Language) -> str:
    """Print a value as its file has it, money in words; what was moved, to four figures."""
    if isinstance(value, tuple):
        return f"{_number(value[0])} … {_number(value[-1])}" if value else NOTHING
    if knob.is_money and isinstance(value, int | float):
        return won(value, language)
    return _number(value)


def _number(value: object) -> str:
    return f"{float(f'{value:.4g}'):.12g}" if isinstance(value, int | float) else str(value)


def records(sensed: Sensitivity) -> list[dict[str, object]]:
    """Lay everything out for programs, the worst first."""
    return [
        {
            "value": one.knob.name, "now": one.knob.value, "way": one.move.way.name.lower(),
            "moved_to": one.move.value, "limit": one.move.limit.value if one.move.limit else None,
            **{kind: [_record(turn) for turn in one.turned if turn.kind == kind] for kind in KINDS},
        }
        for one in sensed.tried
    ]  # fmt: skip


def _record(one: Turned) -> object:
    """Lay one thing out; of target quality its id alone, for a profile is no single word."""
    if one.kind == "quality":
        return one.id
    turn = {"id": one.id, "old": one.old or None, "new": one.new or None}
    measure, _, rule = one.about.partition(" ")
    match one.kind:
        case "finding":
            return {**turn, "rule": one.about}
        case "demand":
            return {**turn, "demand": measure, "rule": rule or None}
    return turn


def sheet_of(sensed: Sensitivity, assessment: Assessment, most: int = MOST_ROWS) -> Sheet:
    """Lay out a line a value, of so many at most: what it is, and what turns below and above it."""
    language = assessment.facts.book.office.language
    turning = by_knob(sensed)
    rows = tuple(_row(knob, sides, language) for knob, sides in turning[:most])
    heads = (("value", 52), ("now", 13), ("down", 13), ("turned", 18), ("up", 13), ("turned", 18))
    columns = tuple(SheetColumn(phrase(f"sensed-head-{head}", language), share) for head, share in heads)
    left = len(turning) - len(rows)
    words = phrase("sensed-legend", language) if rows else ""
    more = (phrase("sensed-left", language, n=left),) if left else ()
    return Sheet(
        SHEET, phrase("sensed-title", language), headline(sensed, language), _tiles(sensed, language),
        (SheetTable(phrase("sensed-table", language), "", columns, rows, words),),
        " ".join((*more, *remarks(sensed, language))),
    )  # fmt: skip


def by_knob(sensed: Sensitivity) -> list[tuple[Knob, dict[Way, Tried]]]:
    """Put both ways of each value that turns anything beside each other, the worst first."""
    found: dict[str, dict[Way, Tried]] = {}
    for one in sensed.tried:
        found.setdefault(one.knob.name, {})[one.move.way] = one
    return [
        (next(iter(sides.values())).knob, sides)
        for sides in found.values()
        if any(one.turned for one in sides.values())
    ]


def _row(knob: Knob, sides: dict[Way, Tried], language: Language) -> SheetRow:
    down, up = sides.get(Way.DOWN), sides.get(Way.UP)
    return SheetRow((
        knob.name.removeprefix("rules."), now_words(knob, language),
        moved_words(down, language) if down else NOTHING, marks(down),
        moved_words(up, language) if up else NOTHING, marks(up),
    ))  # fmt: skip


def marks(tried: Tried | None) -> str:
    """Draw a mark for each thing that turned; many of one kind are counted."""
    if tried is None or not tried.turned:
        return NOTHING
    drawn = []
    for kind, some in groupby(tried.turned, key=lambda one: one.kind):
        n = len(list(some))
        drawn.append(_MARKS[kind] * n if n <= _MOST_MARKS else f"{_MARKS[kind]}×{n}")
    return " ".join(drawn)


def _tiles(sensed: Sensitivity, language: Language) -> tuple[Tile, ...]:
    turning = {one.knob.name for one in sensed.tried if one.turned}
    return (
        Tile(phrase("sensed-tile-moved", language), f"{sensed.knobs}"),
        Tile(phrase("sensed-tile-turning", language), f"{len(turning)}"),
        *(
            Tile(
                phrase(f"sensed-tile-{kind}", language),
                f"{len({one.knob.name for one in sensed.tried if one.count(kind)})}",
            )
            for kind in KINDS
        ),
    )
