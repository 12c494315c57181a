"""`scorecard import`: a filled-in sheet, read, shown and written into the text it belongs in."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from scorecard.cli.editing import Draft, Replace, draft, finish, is_asking, show_diff, try_out
from scorecard.cli.project import Asked, load, refuse
from scorecard.particles import in_speech
from scorecard.problems import Language, Mistake, Problem, Spot, in_one_line
from scorecard.targets.amending import changes_of
from scorecard.targets.filled import read_filled
from scorecard.targets.loading import FOLDER
from scorecard.targets.receiving import read_grids
from scorecard.targets.splicing import Change, apply
from scorecard.targets.text import Text, read_text
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.targets.amending import Entry
    from scorecard.targets.filled import Filled
    from scorecard.targets.measures import Book
    from scorecard.targets.writing import Data

_MOST_REMARKS = 100  #: Lines; nobody reads more.


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--write", is_flag=True, help="묻지 않고 적는다 · write without asking")
@click.option("--dry-run", is_flag=True, help="보이기만 한다 · only show what would change")
@click.option("--replace", is_flag=True, help="적혀 있는 값을 바꾼다 · overwrite figures that stand already")
@click.pass_obj
def command(asked: Asked, /, files: tuple[Path, ...], write: bool, dry_run: bool, replace: bool) -> None:
    """채운 서식(xlsx, csv)의 실적을 부서 파일의 제자리에 적는다. 적기 전에 무엇이 바뀌는지 보인다.

    Reads filled-in sheets and shows what would change; writes when told to, with --write or by a person at
    the keyboard. A sheet with a problem changes nothing, and whatever is not taken from it is listed.

    \b
    scorecard import jobs-policy-2026.xlsx
    scorecard import jobs-policy-2026.xlsx --write
    """
    book, _ = load(asked)
    filled = _read(asked, files, book, replace=replace)
    _tell(filled, book.office.language)
    if filled.problems:
        refuse(asked, filled.problems)
    _count(filled, book.office.language)
    drafts = _amend(asked, filled)
    try_out(asked, drafts, _at_cells(filled, drafts))
    changed = [one for one in drafts if one.after != one.before]
    if not dry_run and not write and changed:
        show_diff(changed)
        if not (is_asking() and click.confirm(phrase("import-ask", asked.words), err=True)):
            click.echo(phrase("import-not-written", asked.words))
            return
        finish(asked, changed, dry_run=False, shown=True)
        return
    finish(asked, drafts, dry_run=dry_run)


def _read(asked: Asked, files: Sequence[Path], book: "Book", *, replace: bool) -> "Filled":
    """Read all files before anything is said of them."""
    grids, problems = [], []
    for path in files:
        name = in_one_line(unicodedata.normalize("NFC", path.name)) or str(path)
        found, more = read_grids(path, name)
        grids += found
        problems += more
    if problems:
        refuse(asked, problems)
    return read_filled(grids, book, replace=replace)


def _tell(filled: "Filled", language: Language) -> None:
    """Tell what is not taken."""
    for remark in filled.remarks[:_MOST_REMARKS]:
        details = {key: in_one_line(words) for key, words in remark.details.items()}
        words = in_speech(phrase(remark.key, language, **details))
        click.echo(f"{in_one_line(str(remark.spot))}: {words}", err=True)
    if len(filled.remarks) > _MOST_REMARKS:
        click.echo(f"… {len(filled.remarks) - _MOST_REMARKS}", err=True)


def _count(filled: "Filled", language: Language) -> None:
    """Tell how many figures come in, and how many cells say nothing new."""
    replaced = sum(entry.overwrites for entry, _ in filled.entries)
    new = len(filled.entries) - replaced
    click.echo(
        phrase("import-summary", language, new=new, replaced=replaced, same=filled.same, empty=filled.empty)
    )


def _amend(asked: Asked, filled: "Filled") -> list[Draft]:
    """Change the text of every department the sheets speak of."""
    drafts: dict[str, Draft] = {}
    data: dict[str, Data] = {}
    changes: dict[str, list[Change]] = {}
    problems = []
    for entry, spot in filled.entries:
        owner = entry.place.department
        if owner.id not in drafts:
            drafts[owner.id], changes[owner.id] = draft(asked, owner), []
            data[owner.id] = drafts[owner.id].data
        try:
            for change in changes_of(entry, data[owner.id]):
                apply(data[owner.id], change)
                changes[owner.id].append(change)
        except Mistake as mistake:
            problems.append(mistake.at(spot))
    for name, file in drafts.items():
        try:
            file.amend(changes[name])
        except Mistake as mistake:
            problems.append(mistake.at(Spot(file.file, 0, 0)))
    if problems:
        refuse(asked, problems)
    return list(drafts.values())


def _at_cells(filled: "Filled", drafts: Sequence[Draft]) -> Replace:
    """Move problems of what was taken from a sheet to the cells it was taken from."""
    cells: dict[Spot, Spot] = {}
    for file in drafts:
        text, _ = read_text(unicodedata.normalize("NFC", file.text), file.file)
        for entry, cell in filled.entries:
            if text and file.file == f"{FOLDER}/{entry.place.department.id}.yaml":
                cells |= dict.fromkeys(_spots(entry, text), cell)

    def moved(problem: Problem) -> Problem:
        return attrs.evolve(problem, spot=cells.get(problem.spot, problem.spot))

    return moved


def _spots(entry: "Entry", text: Text) -> list[Spot]:
    """List the places at which something may be said of an entry."""
    inner = [text.spots.find(*entry.path, key) for key in ("value", *entry.more)]
    return [text.spots.find_key(*entry.path), text.spots.find(*entry.path), *inner]
