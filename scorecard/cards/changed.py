"""What an edit changed on the scorecard: each line that prints otherwise, with its old and new words.

Unlike a comparison of two editions this tells of everything a reader sees change, such as an
attainment that moved because its target did, and nothing he does not.
"""

from collections.abc import Iterator, Mapping

import attrs

from scorecard.cards.card import DepartmentCard, Edition, Row
from scorecard.cards.sheets import Tile
from scorecard.problems import Language
from scorecard.wording.numbers import NOTHING
from scorecard.wording.phrases import phrase


@attrs.frozen
class Told:
    """What one line of the scorecard says."""

    name: str
    cells: Mapping[str, str]  #: What it says by the word printed for it; empty texts are left out.


@attrs.frozen
class Turn:
    """One thing a line says otherwise now."""

    label: str
    old: str
    new: str


@attrs.frozen
class ChangedLine:
    """A line of the scorecard that does not read as before."""

    id: str  #: Of the indicator or the department; empty: the office.
    name: str
    turns: tuple[Turn, ...]


Telling = Mapping[str, Told]  #: By id, in printed order: the office, its departments, their rows.


def tell(edition: Edition) -> Telling:
    """List what every line of an edition says."""
    return dict(_lines(edition))


def changed_lines(old: Telling, new: Telling) -> tuple[ChangedLine, ...]:
    """Find the lines that read otherwise, as printed now; what is gone comes last."""
    nothing = Told("", {})
    ids = dict.fromkeys([*new, *old])
    lines = (_held(each, old.get(each, nothing), new.get(each, nothing)) for each in ids)
    return tuple(line for line in lines if line.turns)


def _held(each: str, old: Told, new: Told) -> ChangedLine:
    labels = dict.fromkeys([*new.cells, *old.cells])
    turns = (Turn(label, old.cells.get(label, NOTHING), new.cells.get(label, NOTHING)) for label in labels)
    return ChangedLine(each, new.name or old.name, tuple(turn for turn in turns if turn.old != turn.new))


def _lines(edition: Edition) -> Iterator[tuple[str, Told]]:
    yield "", Told(edition.office.name, _of_tiles(edition.office.tiles))
    for card in edition.departments:
        yield card.id, Told(card.name, _of_tiles(card.tiles))
    for card in edition.departments:
        titles = {note.number: note.title for note in card.notes}
        for group in card.groups:
            for row in group.rows:
                findings = ", ".join(titles[number] for number in (*row.notes, *group.notes))
                yield row.id, Told(_name(card, row), _of_row(row, findings, edition.language))


def _name(card: DepartmentCard, row: Row) -> str:
    return f"{card.name} · {row.name}"


def _of_tiles(tiles: tuple[Tile, ...]) -> dict[str, str]:
    return {tile.label: f"{tile.value} {tile.detail}".rstrip() for tile in tiles}


def _of_row(row: Row, findings: str, language: Language) -> dict[str, str]:
    """Say a row; its per cent is that of the actual once there is one, before that the start."""
    reached = "attainment" if row.actual else "start"
    cells = {
        "target": row.target, "previous": row.previous, "actual": row.actual, reached: row.start,
        "status": row.status_word, "findings": findings,
    }  # fmt: skip
    return {phrase(f"explain-{key}", language): words for key, words in cells.items() if words != ""}
