"""A bulletin in Markdown, for pull requests and job summaries, and as plain data for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from scorecard.cards.bulletin import Bulletin, Case, Entry, State, causes_untold
from scorecard.reports.plaintext import told
from scorecard.reports.summary import plain
from scorecard.wording.phrases import phrase

MOST_CAUSES = 30  #: Listed under one demand; the rest is counted.
MOST_PROBLEMS = 200
SIGNS = {State.HOLDS: "✔", State.FAILS: "✘", State.UNJUDGED: "?"}


def verdict_text(bulletin: Bulletin) -> str:
    """Write the verdict in Markdown: the sentence, what is broken and by whom, then every demand."""
    return told("\n".join(_lines(bulletin)) + "\n")


def _lines(bulletin: Bulletin) -> Iterator[str]:
    yield f"## {SIGNS[bulletin.state]} {plain(bulletin.title)}"
    yield ""
    yield f"**{plain(bulletin.summary)}**"
    if bulletin.base:
        yield ""
        yield plain(phrase("gate-base", bulletin.language, base=bulletin.base))
    broken = [case for case in bulletin.cases if not case.holds]
    if broken:
        yield from _heading("gate-broken-title", bulletin)
        told_before: set[tuple[str, str]] = set()
        for case in broken:
            yield from _broken(case, causes_untold(case, told_before), bulletin)
    if bulletin.notices:
        yield from _heading("gate-notices", bulletin)
        yield from (f"- {plain(words)}" for words in bulletin.notices)
    if bulletin.state is State.UNJUDGED:
        yield from _heading("gate-problems", bulletin)
        yield from _listed(bulletin.entries, MOST_PROBLEMS, bulletin, "")
    if bulletin.cases:
        yield from _heading("gate-all-title", bulletin)
        yield from _table(bulletin)


def _heading(key: str, bulletin: Bulletin) -> Iterator[str]:
    yield from ("", f"### {phrase(key, bulletin.language)}", "")


def _broken(case: Case, causes: Sequence[Entry], bulletin: Bulletin) -> Iterator[str]:
    waived = f" · {phrase('waived', bulletin.language)}: {case.waived}" if case.waived else ""
    yield f"- **{plain(case.where)} · {plain(case.name)}**: {plain(case.result)}{plain(waived)}"
    yield from _listed(causes, MOST_CAUSES, bulletin, "  ")
    if case.action and causes:
        yield f"  - → {plain(case.action)}"


def _listed(entries: Sequence[Entry], most: int, bulletin: Bulletin, indent: str) -> Iterator[str]:
    for entry in entries[:most]:
        yield f"{indent}- {plain(entry.message)} · {plain(str(entry.spot))}"
    if len(entries) > most:
        yield f"{indent}- {phrase('gate-more', bulletin.language, n=len(entries) - most)}"


def _table(bulletin: Bulletin) -> Iterator[str]:
    heads = ("gate-verdict", "gate-where", "gate-demand", "gate-found")
    yield "| " + " | ".join(phrase(key, bulletin.language) for key in heads) + " |"
    yield "| --- | --- | --- | --- |"
    for case in bulletin.cases:
        cells = (word_of(case, bulletin), case.where, case.name, case.result)
        yield "| " + " | ".join(plain(cell) for cell in cells) + " |"


def word_of(case: Case, bulletin: Bulletin) -> str:
    """Say in a word whether a demand holds."""
    key = "kept" if case.holds else "waived" if case.waived else "broken"
    return phrase(key, bulletin.language)


def verdict_record(bulletin: Bulletin) -> dict[str, Any]:
    """Lay a verdict out as data."""
    return {
        "holds": bulletin.state is State.HOLDS,
        "nothing_to_judge": bulletin.nothing_to_judge,
        "as_of": bulletin.as_of,
        "base": bulletin.base or None,
        "summary": bulletin.summary,
        "demands": [_demand(case) for case in bulletin.cases],
        "without_target": list(dict.fromkeys(
            cause.about for case in bulletin.cases if case.measure in ("count", "weight", "budget") for cause in case.causes
        )),
        "notices": list(bulletin.notices),
    }  # fmt: skip


def _demand(case: Case) -> dict[str, Any]:
    return {
        "where": case.where, "department": case.place, "measure": case.measure, "name": case.name,
        "asked": case.asked, "found": case.found, "holds": case.holds, "waived": case.waived or None,
        "causes": [
            {"id": one.about, "message": one.message, "file": one.spot.file, "line": one.spot.line, "rule": one.topic}
            for one in case.causes
        ],
    }  # fmt: skip
