"""A bulletin for a person at a terminal, and as GitHub annotations."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from scorecard.cli.speaking import annotation
from scorecard.problems import in_one_line
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.cards.bulletin import Bulletin, Case

MOST_CAUSES = 30  #: Listed under one demand; the rest is counted.
MOST_NAMES = 10  #: Named in one annotation.
STEP = "ratchet-"  #: Begins the measures of the ratchet; those that hold are told in one line.


def tell_text(bulletin: "Bulletin") -> None:
    """Print a bulletin; what is broken stands out where the terminal can show it."""
    for line, bold in _lines(bulletin):
        click.echo(click.style(line, bold=True) if bold else line)


def text_of(bulletin: "Bulletin") -> str:
    """Write a bulletin as a terminal shows it."""
    return "\n".join(line for line, _ in _lines(bulletin)) + "\n"


def _lines(bulletin: "Bulletin") -> Iterator[tuple[str, bool]]:
    """List the lines, and whether they are bold: demands with whom they mean, notices, the sentence."""
    told: set[tuple[str, str]] = set()
    actions: set[str] = set()
    steady = [case for case in bulletin.cases if case.holds and case.measure.startswith(STEP)]
    for case in bulletin.cases:
        if case in steady:
            continue
        key = "kept" if case.holds else "waived" if case.waived else "broken"
        waived = f" · {case.waived}" if case.waived else ""
        said = f"{case.where} · {case.name}: {case.result}{waived}"
        yield f"{phrase(key, bulletin.language)}  {in_one_line(said)}", key == "broken"
        yield from ((line, False) for line in _blamed(case, told, actions, bulletin))
    if steady:
        held = phrase("gate-steady", bulletin.language, n=len(steady), base=bulletin.base)
        yield f"{phrase('kept', bulletin.language)}  {in_one_line(held)}", False
    if not bulletin.cases:
        yield from (
            (f"{entry.spot}: {in_one_line(entry.message)} [{entry.topic}]", False)
            for entry in bulletin.entries
        )
    yield from ((f"· {in_one_line(words)}", False) for words in bulletin.notices)
    yield bulletin.summary, False


def _blamed(
    case: "Case", told: set[tuple[str, str]], actions: set[str], bulletin: "Bulletin"
) -> Iterator[str]:
    """List whom a demand means and what to do, each once."""
    from scorecard.cards.bulletin import causes_untold

    fresh = causes_untold(case, told)
    for entry in fresh[:MOST_CAUSES]:
        yield f"    {entry.spot}: {in_one_line(entry.message)}"
    if len(fresh) > MOST_CAUSES:
        yield f"    {phrase('gate-more', bulletin.language, n=len(fresh) - MOST_CAUSES)}"
    if case.action and (fresh or case.action not in actions):
        actions.add(case.action)
        yield f"    → {case.action}"


def annotations(bulletin: "Bulletin", root: str) -> str:
    """Write what does not hold as GitHub annotations, each where it is mended, and the sentence.

    GitHub shows ten of a kind: what caused a step back comes first, for it has a line.
    """
    from scorecard.cards.bulletin import causes_untold

    broken = [case for case in bulletin.cases if not case.holds and not case.waived]
    told: set[tuple[str, str]] = set()
    lines = [
        annotation("error", entry.message, case.name, f"{root}{entry.spot.file}", entry.spot.line)
        for case in broken if case.measure.startswith(STEP) for entry in causes_untold(case, told)
    ]  # fmt: skip
    lines += [
        annotation("error", _named(case, bulletin), "scorecard gate", _place(case, root)) for case in broken
    ]
    lines += [annotation("notice", words, "scorecard gate") for words in bulletin.notices]
    lines += [in_one_line(bulletin.summary)] if bulletin.cases else []
    return "".join(f"{line}\n" for line in lines)


def _named(case: "Case", bulletin: "Bulletin") -> str:
    names = list(dict.fromkeys(entry.message for entry in case.causes))
    more = len(names) - MOST_NAMES
    shown = names[:MOST_NAMES] + ([phrase("gate-more", bulletin.language, n=more)] if more > 0 else [])
    said = [f"{case.where} · {case.name}: {case.result}", *shown, f"→ {case.action}" if case.action else ""]
    return "\n".join(line for line in said if line)


def _place(case: "Case", root: str) -> str:
    return f"{root}targets/{case.place}.yaml" if case.place != "office" else ""
