"""`scorecard init`: a new project, commented, that checks clean, builds and gates."""

import tempfile
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import attrs
import click

from scorecard.cli.editing import is_asking
from scorecard.cli.outputs import unwritable
from scorecard.cli.project import Asked, refuse
from scorecard.problems import Language, Mistake, Problem, Spot
from scorecard.rules.reading import read
from scorecard.targets.periods import read_day
from scorecard.targets.starting import IGNORE, Beginning, starter
from scorecard.wording.phrases import phrase

_EDITORS = (".vscode/", "schemas/")  #: Folders of what editors read.


@click.command("init")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@click.option("--office", metavar="NAME", help="실·국 이름 · name of the office")
@click.option("--department", metavar="NAME", help="첫 부서의 이름 · name of the first department")
@click.option(
    "--year",
    metavar="YEAR",
    type=click.IntRange(1951, 2149),
    help="회계연도 (기본: 기준일의 해) · fiscal year",
)
@click.pass_obj
def command(
    asked: Asked, /, folder: Path | None, office: str | None, department: str | None, year: int | None
) -> None:
    """설명이 달린 새 프로젝트를 만든다. 바로 점검·인쇄되고 관문을 통과한다.

    Begins a project: an office, a department with made-up programmes that say what is typed where, and
    rules. It checks clean, builds and holds its gate at once. Nothing that exists is overwritten.

    \b
    scorecard init 우리실 --office "가온시 생활국" --department 도서관과
    """
    language: Language = asked.lang or "ko"
    asked = attrs.evolve(asked, project=folder or asked.project, lang=language)
    as_of = _day(asked)
    begin = Beginning(
        _named(office, "office", language), _named(department, "department", language),
        _year(year, as_of, language), as_of, language,
    )  # fmt: skip
    files = _for_editors(starter(begin))
    _refuse_existing(asked, files)
    _try_out(asked, files)
    _write(asked, files)
    _tell(asked, files)


def _for_editors(files: Mapping[str, str]) -> dict[str, str]:
    """Name each file's schema on its first line, and add what editors need to complete and underline the text."""
    from scorecard.reports.editors import editor_files, first_line, format_of

    named = {
        name: first_line(format_of(name)) + text if name.endswith(".yaml") else text
        for name, text in files.items()
    }
    return named | editor_files()


def _day(asked: Asked) -> date:
    try:
        return read_day(asked.as_of) if asked.as_of else date.today()  # noqa: DTZ011 - the day here is meant
    except Mistake as mistake:
        refuse(asked, [mistake.at(Spot("--as-of", 0, 0))])


def _named(given: str | None, what: str, language: Language) -> str:
    """Take a name, ask for it, or take one that asks to be replaced."""
    usual = phrase(f"init-{what}", language)
    if given is None and is_asking():
        given = click.prompt(phrase(f"ask-{what}-name", language), default=usual, err=True)
    return unicodedata.normalize("NFC", " ".join((given or "").split())) or usual


def _year(given: int | None, as_of: date, language: Language) -> int:
    if given is None and is_asking():
        given = click.prompt(phrase("ask-year", language), default=as_of.year, type=int, err=True)
    return given or as_of.year


def _refuse_existing(asked: Asked, files: Mapping[str, str]) -> None:
    """Stop where a project already stands; a `.gitignore` or an editor's settings stay and are no reason to stop."""
    there = {name for name in files if not _may_stay(name) and (asked.project / name).exists()}
    for name in ("targets", "rules"):
        folder = asked.project / name
        if folder.is_dir():
            there |= {
                f"{name}/{one.name}" for one in folder.iterdir() if one.suffix.lower() in (".yaml", ".yml")
            }
        elif folder.exists():
            there.add(name)
    if there:
        details = {"files": ", ".join(sorted(there))}
        refuse(asked, [Problem("init-exists", Spot(str(asked.project), 0, 0), details)])


def _may_stay(name: str) -> bool:
    """Tell whether a file is as good if somebody else wrote it: none of the project itself."""
    return name == IGNORE or name.startswith(_EDITORS)


def _try_out(asked: Asked, files: Mapping[str, str]) -> None:
    """Read the project before it is written: what was asked for may not fit together."""
    with tempfile.TemporaryDirectory(prefix="scorecard-") as place:
        side = attrs.evolve(asked, project=Path(place))
        _write(side, files)
        _, _, problems = read(side.project)
        early = [one for one in problems if one.code == "as-of-before-year"]
        if problems:
            refuse(side, early or problems)  # Figures of a year to come are none either; that follows.


def _write(asked: Asked, files: Mapping[str, str]) -> None:
    """Write every file, none over another; if one cannot be written all are taken back."""
    written: list[Path] = []
    try:
        for name, text in files.items():
            path = asked.project / name
            if _may_stay(name) and path.exists():
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        refuse(asked, [unwritable(error)])


def _tell(asked: Asked, files: Mapping[str, str]) -> None:
    language = asked.words
    click.echo(phrase("init-made", language, n=len(files), folder=asked.project.as_posix()))
    for name in files:
        if name.startswith(_EDITORS):
            continue
        what = "department" if name.startswith("targets/") and name != "targets/office.yaml" else name
        click.echo(f"  {name} · {phrase(f'init-file {what}', language)}")
    click.echo(f"  {', '.join(_EDITORS)} · {phrase('init-editors', language)}")
    folder = asked.project.as_posix()
    quoted = f'"{folder}"' if " " in folder else folder
    place = f" --project {quoted}" if folder != "." else ""
    click.echo(phrase("init-next", language))
    for command_name in ("check", "build", "gate"):
        click.echo(f"  scorecard {command_name}{place}")
    click.echo(phrase("init-sample", language))
