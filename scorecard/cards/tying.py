"""Tie-outs in words, and as records for programs."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import attrs

from scorecard.cards.results import cite
from scorecard.problems import Language
from scorecard.rules.roundings import Verdict
from scorecard.rules.sides import Side, TieOut
from scorecard.targets.quantities import read_unit
from scorecard.targets.revising import Absence
from scorecard.wording.numbers import grouped
from scorecard.wording.phrases import phrase
from scorecard.wording.ties import TIE_PHRASES

_MOST_TERMS = 4  #: More are not printed one by one.
_HALF = Fraction(1, 2)


@attrs.frozen
class SaidSide:
    """One side of a tie-out in words."""

    text: str  #: The figure as printed, or how it was reckoned.
    place: str  #: Table and lines.


@attrs.frozen
class SaidTie:
    """A tie-out in words."""

    title: str
    column: str  #: What kind of figure it is.
    sides: tuple[SaidSide, ...]
    difference: str  #: In the coarser unit of the two.
    apart: str  #: The same without words: `210백만원`.
    written: str  #: Where in the targets.


def say_tie(tie: TieOut, language: Language) -> SaidTie:
    """Say what was held against what, and how far apart it is."""
    column = _column(tie, language)
    kind = phrase(f"tie-kind-{tie.kind.value}", language)
    title = phrase("tie-title", language, name=tie.name, column=column, kind=kind)
    sides = tuple(SaidSide(_text(side, language), _place(side)) for side in tie.sides)
    key = "tie-more" if tie.difference > 0 else "tie-less"
    apart = _difference(tie)
    difference = phrase(key, language, difference=apart)
    return SaidTie(title, column, sides, difference, apart, phrase("tie-written-at", language, spot=tie.spot))


def say_cases(ties: Sequence[TieOut], language: Language, *, of: str = "") -> str:
    """Say the first of some tie-outs in a sentence, and how many more there are; none is no words.

    The name of what they are about is left out where it was just said: `of`.
    """
    if not ties:
        return ""
    tie = ties[0]
    said = say_tie(tie, language)
    one, other = said.sides
    what = said.column if tie.name == of else f"{tie.name} {said.column}"
    case = phrase(
        "tie-case", language, what=what, one=one.text, one_place=one.place,
        other=other.text, other_place=other.place, apart=said.apart,
    )  # fmt: skip
    return case if len(ties) == 1 else phrase("tie-cases", language, case=case, n=len(ties) - 1)


def _column(tie: TieOut, language: Language) -> str:
    """Say what kind of figure it is, and of when; the head of a table's column stands as printed."""
    key = f"tie-column-{tie.column}"
    word = phrase(key, language) if key in TIE_PHRASES else tie.column
    return f"{tie.period} {word}" if tie.period else word


def count_ties(ties: Sequence[TieOut]) -> dict[str, int]:
    """Count tie-outs by verdict, best first."""
    counts = Counter(tie.verdict for tie in ties)
    return {verdict.value: counts[verdict] for verdict in Verdict}


def tie_records(ties: Sequence[TieOut]) -> dict[str, Any]:
    """Lay out all tie-outs for programs; amounts in won, rates and their differences in per cent."""
    return {"counts": count_ties(ties), "ties": [_record(tie) for tie in ties]}


def _record(tie: TieOut) -> dict[str, Any]:
    return {
        "name": tie.name,
        "column": tie.column,
        "period": tie.period or None,
        "kind": tie.kind.value,
        "verdict": tie.verdict.value,
        "difference": float(tie.difference),
        "sides": [
            {
                "place": side.place,
                "source": cite(side.sources),
                "terms": list(side.terms),
                "value": float(side.figure.value),
            }
            for side in tie.sides
        ],
        "file": tie.spot.file,
        "line": tie.spot.line,
    }


def _place(side: Side) -> str:
    lines = cite(tuple(attrs.evolve(citation, words="") for citation in side.sources))
    return f"{side.place} ({lines})" if side.place else lines


def _text(side: Side, language: Language) -> str:
    if len(side.terms) == 1:
        return side.terms[0]
    result = _amount(side.figure.value, side.unit)
    if len(side.terms) > _MOST_TERMS:
        return phrase("tie-sum", language, n=len(side.terms), total=result)
    terms = ("0" if term == Absence.NONE.value else term for term in side.terms)
    return f" {side.sign} ".join(terms) + f" = {result}"


def _difference(tie: TieOut) -> str:
    """Print a difference in whole steps of the coarser side, as anybody would read it off the page."""
    coarser = tie.coarser
    step = coarser.figure.step
    whole = (abs(tie.difference) / step + _HALF).__floor__() * step
    return _amount(whole, coarser.unit) + ("p" if coarser.unit == "%" else "")


def _amount(value: Fraction, unit: str) -> str:
    digits = 3 if unit == "%" else 6
    return grouped(float(value / int(read_unit(unit)[0])), digits) + unit
