"""`scorecard add`: an actual, an indicator or a programme, written into the file it belongs in."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import click

from scorecard.cli.editing import Draft, by_word, draft, finish, is_asking, try_out
from scorecard.cli.project import Asked, load, refuse
from scorecard.cli.usage import Commands
from scorecard.problems import Mistake
from scorecard.targets.amending import (
    Entry,
    add_item,
    changes_of,
    check_entry,
    find_department,
    find_indicator,
    find_programme,
)
from scorecard.targets.checks import plain_id
from scorecard.targets.leaves import read_choice
from scorecard.targets.measures import Aggregation, Direction, Level
from scorecard.targets.splicing import Change
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.targets.writing import Data

T = TypeVar("T")
Given = Mapping[str, Any]

_dry_run = click.option(
    "--dry-run", is_flag=True, help="적지 않고 무엇이 바뀌는지만 보인다 · only show what would change"
)


@click.group("add", cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """실적·지표·사업을 알맞은 파일에 적는다. 적혀 있던 글은 한 글자도 바꾸지 않는다.

    Writes an actual, an indicator or a programme where it belongs; nothing else in the file changes.
    Asks for what is missing if a person sits at the keyboard.

    \b
    scorecard add actual youth-academy/trained 2026Q1=812명 --source "report#715 1분기 실적"
    scorecard add indicator jobs-policy/youth-academy
    scorecard add programme jobs-policy
    """


@command.command("actual")
@click.argument("indicator", required=False)
@click.argument("figures", nargs=-1, metavar="[PERIOD=FIGURE]...")
@click.option("--source", help="출처, 예 'report#715 1분기 실적' · where the figures stand")
@click.option("--note", help="메모 · a note")
@click.option("--provisional", is_flag=True, help="잠정치 · the figures are provisional")
@click.option("--replace", is_flag=True, help="적혀 있는 값을 바꾼다 · overwrite what stands there")
@_dry_run
@click.pass_obj
def actual(asked: Asked, /, indicator: str | None, figures: tuple[str, ...], **given: Any) -> None:
    """지표에 실적을 적는다: 기간=수치. 지표는 끝부분만 적어도 된다.

    Writes actuals of an indicator; the end of its id is enough. A figure that stands already is
    overwritten only with --replace, and then both are shown.

    \b
    scorecard add actual youth-academy/trained 2026Q1=812명
    scorecard add actual youth-academy/trained 2026Q1=815명 --replace
    """
    book, _ = load(asked)
    wanted = _given(asked, indicator, "INDICATOR", "ask-indicator")
    place = _or_refuse(asked, "add actual", find_indicator, book, wanted)
    more = _written(source=given["source"], note=given["note"])
    more |= {"provisional": "true"} if given["provisional"] else {}
    file = draft(asked, place.department)
    problems = []
    for period, words in _figures(asked, figures or _asked_figure(asked)).items():
        entry = Entry(place, period, words, more, book.office.year_begins)
        try:
            check_entry(entry, replace=given["replace"])
            if not entry.is_same:
                file.amend(changes_of(entry, file.data))
        except Mistake as mistake:
            problems.append(by_word(mistake, f"{period}={words}"))
    if problems:
        refuse(asked, problems)
    _make(asked, file, [], dry_run=given["dry_run"])


@command.command("indicator")
@click.argument("programme", required=False)
@click.option("--name", help="지표 이름 · its name")
@click.option("--id", help="짧은 이름 (기본: 이름에서) · its id (default: made of the name)")
@click.option("--level", help="input | process | output | outcome")
@click.option("--aggregation", help="sum | last | mean | ratio | max | milestone | judged")
@click.option("--direction", help="up | down | keep")
@click.option("--unit", help="맨 숫자의 단위 · unit of bare numbers")
@click.option("--target", multiple=True, metavar="PERIOD=FIGURE", help="목표, 예 2026=4,000명 · promised")
@click.option("--actual", multiple=True, metavar="PERIOD=FIGURE", help="실적, 예 2025=3,303명 · reported")
@click.option("--source", help="목표와 실적의 출처 · where both stand")
@click.option("--note", help="메모 · a note")
@_dry_run
@click.pass_obj
def indicator(asked: Asked, /, programme: str | None, **given: Any) -> None:
    """사업에 지표를 더한다.

    Adds an indicator to a programme, which is named department/programme or by its end.

    \b
    scorecard add indicator youth-academy --name "교육 만족도" --level outcome \\
      --aggregation ratio --direction up --target 2026=90%
    """
    book, _ = load(asked)
    wanted = _given(asked, programme, "PROGRAMME", "ask-programme")
    department, found, path = _or_refuse(asked, "add indicator", find_programme, book, wanted)
    item = _named(asked, given)
    for option, choices in _CHOICES.items():
        item[option] = _choice(asked, given[option], option, choices)
    item |= _written(unit=given["unit"], note=given["note"])
    targets = given["target"] or _asked_target(asked, book.office.fiscal_year)
    for kind, words in (("target", targets), ("actual", given["actual"])):
        item |= {kind: _figures(asked, words)} if words else {}
    item |= _written(source=_maybe(asked, given["source"], "ask-source"))
    change = add_item(path, "indicators", item, found.indicators)
    _make(asked, draft(asked, department), [change], dry_run=given["dry_run"])


@command.command("programme")
@click.argument("department", required=False)
@click.option("--name", help="사업 이름 · its name")
@click.option("--id", help="짧은 이름 (기본: 이름에서) · its id (default: made of the name)")
@click.option("--schedule", help="추진시기, 예 연중, 하반기, 3~12월 · when it runs")
@click.option("--owner", help="담당 팀 · the team")
@click.option("--exempt", help="목표를 두지 않는 사유 · why it has no targets")
@click.option("--unit", help="예산의 단위 · unit of the budget", default="백만원", show_default=True)
@click.option("--original", help="본예산 · original budget")
@click.option("--current", help="예산현액 · current budget")
@click.option("--previous", help="전년도 최종예산 · last year's final budget")
@click.option("--spent", help="집행액 · spent")
@click.option("--source", help="예산의 출처 · where the budget stands")
@_dry_run
@click.pass_obj
def programme(asked: Asked, /, department: str | None, **given: Any) -> None:
    """부서에 사업을 더한다. 금액을 적으면 예산 줄도 만든다.

    Adds a programme to a department, with a budget line if a sum of money is given.

    \b
    scorecard add programme jobs-policy --name "청년 일경험" --schedule 연중 \\
      --current 1,200 --source report#120
    """
    book, _ = load(asked)
    wanted = _given(asked, department, "DEPARTMENT", "ask-department")
    found = _or_refuse(asked, "add programme", find_department, book, wanted)
    item = _named(asked, given)
    schedule = _maybe(asked, given["schedule"], "ask-schedule")
    item |= _written(schedule=schedule, owner=given["owner"], exempt=given["exempt"])
    if money := _written(**{key: given[key] for key in _MONEY}):
        line = _written(unit=given["unit"], source=given["source"])
        item["budget"] = [{"name": item["name"], **line, **money}]
    change = add_item((), "programmes", item, found.programmes)
    _make(asked, draft(asked, found), [change], dry_run=given["dry_run"])


_CHOICES: Mapping[str, type[Enum]] = {"level": Level, "aggregation": Aggregation, "direction": Direction}
_MONEY = ("original", "current", "previous", "spent")


def _make(asked: Asked, file: Draft, changes: Sequence[Change], *, dry_run: bool) -> None:
    """Make the changes if the project still reads without problems."""
    _or_refuse(asked, file.file, file.amend, changes)
    try_out(asked, [file])
    finish(asked, [file], dry_run=dry_run)


def _figures(asked: Asked, typed: Sequence[str]) -> dict[str, str]:
    """Part `2026Q1=812명` into period and figure."""
    figures: dict[str, str] = {}
    problems = []
    for words in typed:
        period, sign, figure = (" ".join(part.split()) for part in _composed(words).partition("="))
        if not (period and sign and figure):
            problems.append(by_word(Mistake("entry-without-sign", found=words), words))
        elif period in figures:
            problems.append(by_word(Mistake("entry-twice", period=period), words))
        figures[period] = figure
    if problems:
        refuse(asked, problems)
    return figures


def _asked_figure(asked: Asked) -> tuple[str, ...]:
    period = _given(asked, None, "PERIOD=FIGURE", "ask-period")
    return (f"{period}={_given(asked, None, 'PERIOD=FIGURE', 'ask-figure')}",)


def _asked_target(asked: Asked, year: int) -> tuple[str, ...]:
    figure = _maybe(asked, None, "ask-target")
    return (f"{year}={figure}",) if figure else ()


def _named(asked: Asked, given: Given) -> "dict[str, Data]":
    """Begin an entry with its id and name."""
    name = _given(asked, given["name"], "--name", "ask-name")
    return {"id": _composed(given["id"] or plain_id(name)), "name": name}


def _given(asked: Asked, value: str | None, option: str, key: str) -> str:
    """Take what was typed, or ask for it; where nobody can be asked it is missing."""
    if value is None and not is_asking():
        raise click.MissingParameter(param_hint=option, ctx=click.get_current_context())
    words = value if value is not None else click.prompt(phrase(key, asked.words), type=str, err=True)
    return _composed(words)


def _maybe(asked: Asked, value: str | None, key: str) -> str | None:
    """Take what was typed, or ask; an empty answer leaves it out."""
    if value is None and is_asking():
        value = click.prompt(phrase(key, asked.words), default="", show_default=False, type=str, err=True)
    return _composed(value) if value else None


def _choice(asked: Asked, value: str | None, option: str, choices: type[Enum]) -> str:
    """Take one of the words of the format."""
    words = _given(asked, value, f"--{option}", f"ask-{option}")
    return str(_or_refuse(asked, f"--{option}", read_choice, words, choices).value)


def _or_refuse(asked: Asked, where: str, find: Callable[..., T], *what: object) -> T:
    try:
        return find(*what)
    except Mistake as mistake:
        refuse(asked, [by_word(mistake, where)])


def _written(**given: str | None) -> "dict[str, Data]":
    """Keep what was given."""
    return {key: _composed(words) for key, words in given.items() if words}


def _composed(words: str) -> str:
    return unicodedata.normalize("NFC", words).strip()
