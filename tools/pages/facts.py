"""The facts rules may speak of, and what the language of rules allows, out of the code that reads it."""

from scorecard.rules.language.functions import FUNCTIONS
from scorecard.rules.language.kinds import CHOICES, in_korean
from scorecard.rules.language.templates import FORMATS
from scorecard.targets.vocabulary import VOCABULARY, Kind, Row
from tools.pages.markdown import code, table

_HEADS = ("name", "한국어 이름", "kind", "meaning", "뜻")


def facts_of(row: Row) -> str:
    """List the facts of one kind of row."""
    return table(
        _HEADS,
        (
            (code(one.name), code(one.korean), one.kind.value, one.meaning, one.meaning_ko)
            for one in VOCABULARY[row]
        ),
    )


def kinds() -> str:
    """List the kinds of facts with how a figure of each is written in an expression."""
    written = {
        Kind.AMOUNT: "a plain number in the row's base unit: `target >= 1000`",
        Kind.MONEY: "a plain number in won: `budget >= 5000000000`",
        Kind.RATIO: "a share of one: `attainment < 0.8`, never `80`",
        Kind.COUNT: "a plain number: `targets == 0`",
        Kind.DAY: "`day('2026-01-31')`",
        Kind.TEXT: "one of its words in quotes: `level == 'outcome'`",
        Kind.FLAG: "itself: `due`, `not due`",
    }
    return table(
        ("kind", "한국어", "written as"),
        ((kind.value, in_korean(kind), text) for kind, text in written.items()),
    )


def words() -> str:
    """List the words of the facts that hold no others."""
    return table(
        ("fact", "words"),
        (
            (code(fact), ", ".join(f"`{word}` {ko}" for word, ko in choices.items()))
            for fact, choices in CHOICES.items()
        ),
    )


_FUNCTIONS = {
    "abs": ("abs(x)", "x without its sign"),
    "min": ("min(x, y, …)", "the least; missing if one of them is"),
    "max": ("max(x, y, …)", "the greatest; missing if one of them is"),
    "missing": ("missing(x)", "x is not there, or the condition x is unknown; itself never unknown"),
    "known": ("known(x)", "the opposite of `missing(x)`"),
    "days": ("days(x, y)", "the days from day x to day y"),
    "day": ("day('2026-01-31')", "a calendar day"),
    "contains": ("contains(x, 'word')", "the word occurs in the text fact x"),
}


def functions() -> str:
    """List the functions; one without words here is a KeyError, so that none is forgotten."""
    return table(("call", "is"), ((code(_FUNCTIONS[name][0]), _FUNCTIONS[name][1]) for name in FUNCTIONS))


_FORMATS = {
    "": ("{target}", "as its kind is printed: 4,000명, 458억원, 0.18, 2026. 1. 31."),
    "%": ("{stretch:%}", "per cent without a sign: 18.2%"),
    "+%": ("{stretch:+%}", "per cent with its sign: +18.2%, △18.2%"),
    "%p": ("{stretch:%p}", "percentage points: +8%p"),
    "억": (
        "{budget:억}",
        "money in the words that fit its size, as without a format: 458억원, 1조 2,641억원",
    ),
}


def formats() -> str:
    """List how a fact may be printed in a message."""
    return table(
        ("field", "prints", "kinds"),
        (
            (
                code(_FORMATS[name][0]),
                _FORMATS[name][1],
                "all" if not name else ", ".join(sorted(k.value for k in kinds)),
            )
            for name, kinds in FORMATS.items()
        ),
    )
