"""`scorecard diff`: what changed between two editions, projects or git revisions."""

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs
import click

from scorecard.cli.console import write_for_programs
from scorecard.cli.project import Asked, refuse
from scorecard.problems import Language
from scorecard.wording.numbers import NOTHING
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import Status, term

if TYPE_CHECKING:
    from scorecard.cards.revisions import Change, Comparison
    from scorecard.cli.speaking import Format


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option(
    "--format", "speak", type=click.Choice(("text", "json", "markdown")), default="text", show_default=True,
    help="사람이 읽는 글, 프로그램이 읽는 json, 검토 글에 붙이는 markdown · for people, programs or reviews",
)  # fmt: skip
@click.pass_obj
def command(asked: Asked, old: str, new: str, speak: str) -> None:
    """두 쪽 사이에 달라진 목표·실적·정의·규칙·상태를 보인다. 0 견줌, 2 견주지 못함.

    What changed from OLD to NEW: targets, actuals, definitions, rules and statuses, and why. Each is
    an edition's folder, its results.json, a project's folder or a git revision of the project.

    \b
    scorecard diff HEAD~1 HEAD
    scorecard diff reports/2026Q1 .
    scorecard diff 2026Q1/results.json 2026Q2/results.json --format markdown
    """
    from scorecard.cards.revisions import compare
    from scorecard.cli.sides import Teller

    problems_as: Format = "json" if speak == "json" else "text"
    teller = Teller(asked, problems_as)
    (before, problems), (after, more) = teller.read(old), teller.read(new)
    if before is None or after is None:
        refuse(asked, [*problems, *more], problems_as)
    _TELL[speak](_Compared(before.label, after.label, compare(before.told, after.told), asked.words))


@attrs.frozen
class _Compared:
    """A comparison with the names of its sides."""

    old: str
    new: str
    comparison: "Comparison"
    language: Language

    def say(self, key: str, **details: object) -> str:
        return phrase(key, self.language, **details)

    def headline(self) -> str:
        """Name both sides with their days."""
        told = self.comparison
        days = {"old_day": told.old_as_of, "new_day": told.new_as_of}
        return _shown(self.say("diff-sides", old=self.old, new=self.new, **days))

    def by_kind(self) -> Iterator[tuple[str, "list[Change]"]]:
        """Gather the changes under the heading of their kind."""
        for kind, found in groupby(self.comparison.changes, key=lambda change: change.kind):
            changes = list(found)
            yield self.say("diff-heading", words=self.say(f"diff-{kind.value}"), n=len(changes)), changes

    def said(self, change: "Change") -> str:
        """Put a change into one line, its id apart."""
        what = self._word("field", change.what)
        was, now = (self._value(change.what, one) for one in (change.old, change.new))
        if change.kind.value == "status":
            was, now = (term(Status(one), self.language) for one in (change.old, change.new))
        why = ", ".join(self.say(f"why-{one.value}") for one in change.why)
        said = " ".join(part for part in (what, f"{was} → {now}", f"({why})" if why else "") if part)
        return _shown(said)

    def notes(self) -> list[str]:
        """Tell what could not be compared, and that nothing changed."""
        nothing = [] if self.comparison.changes else [self.say("diff-nothing")]
        return nothing + ([] if self.comparison.rules_compared else [self.say("diff-no-rules")])

    def _word(self, kind: str, word: str) -> str:
        return self.say(f"{kind}-{word}") if word in _FIELDS else word

    def _value(self, what: str, value: str) -> str:
        if what in ("level", "aggregation", "direction") and value:
            return self.say(f"{what}-{value}")
        return value or NOTHING


_FIELDS = frozenset((
    "name", "unit", "direction", "aggregation", "level", "weight", "method", "part_of", "schedule",
    "plan", "steps", "baseline", "tolerance", "trajectory", "overrides", "severity", "when", "each", "about", "waivers",
))  # fmt: skip


def _shown(text: str) -> str:
    """Make what a file holds fit for a terminal, and keep it whole: the new value stands at its end."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _as_text(compared: _Compared) -> None:
    click.echo(click.style(compared.headline(), bold=True))
    for heading, changes in compared.by_kind():
        click.echo(f"\n{click.style(heading, bold=True)}")
        for change in changes:
            name = f" {change.name}" if change.name else ""
            click.echo(f"  {_shown(change.id + name)}: {compared.said(change)}")
    for note in compared.notes():
        click.echo(f"\n{note}")


def _as_json(compared: _Compared) -> None:
    told = compared.comparison
    changes = [
        {"kind": one.kind.value, "id": one.id, "name": one.name, "what": one.what, "old": one.old or None,
         "new": one.new or None, "why": [why.value for why in one.why]}
        for one in told.changes
    ]  # fmt: skip
    record = {
        "old": {"side": compared.old, "as_of": told.old_as_of},
        "new": {"side": compared.new, "as_of": told.new_as_of},
        "rules_compared": told.rules_compared,
        "changes": changes,
    }
    write_for_programs(json.dumps(record, ensure_ascii=False, indent=1))


def _as_markdown(compared: _Compared) -> None:
    from scorecard.reports.summary import plain

    lines = [f"# {plain(compared.headline())}"]
    for heading, changes in compared.by_kind():
        lines += ["", f"## {heading}", ""]
        lines += [
            f"- {plain(change.id)} **{plain(change.name)}**: {plain(compared.said(change))}"
            if change.name
            else f"- {plain(change.id)}: {plain(compared.said(change))}"
            for change in changes
        ]
    for note in compared.notes():
        lines += ["", note]
    write_for_programs("\n".join(lines))


_TELL: Mapping[str, Callable[[_Compared], None]] = MappingProxyType(
    {"text": _as_text, "json": _as_json, "markdown": _as_markdown}
)
