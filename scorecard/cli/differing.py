"""What changed between two sides, told for people, programs and reviews."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

import click

from scorecard.cards.changes import Change
from scorecard.cards.revisions import Comparison
from scorecard.cards.saying import say_change, say_unaccounted
from scorecard.cards.unaccounted import OF_TARGETS, Unaccounted
from scorecard.cli.console import write_for_programs
from scorecard.cli.history import Key, Step
from scorecard.cli.sides import SHORT
from scorecard.frozen import frozen
from scorecard.problems import Language
from scorecard.wording.numbers import NOTHING
from scorecard.wording.phrases import phrase
from scorecard.wording.terms import term


@frozen
class Traced:
    """The commits between two revisions that changed targets."""

    steps: Mapping[Key, Sequence[Step]]
    is_cut: bool  #: There were more commits than are looked at.


@frozen
class Compared:
    """A comparison with the names of its sides and the commits between them."""

    old: str
    new: str
    comparison: Comparison
    traced: Traced | None  #: None: there is no history between the sides.
    language: Language

    def say(self, key: str, **details: object) -> str:
        """Say a phrase in the language asked for."""
        return phrase(key, self.language, **details)

    def headline(self) -> str:
        """Name both sides with their days."""
        told = self.comparison
        days = {"old_day": told.old_as_of, "new_day": told.new_as_of}
        return shown(self.say("diff-sides", old=self.old, new=self.new, **days))

    def by_kind(self) -> Iterator[tuple[str, list[Change]]]:
        """Gather the changes under the heading of their kind."""
        for kind, found in groupby(self.comparison.changes, key=lambda change: change.kind):
            changes = list(found)
            yield self.say("diff-heading", words=self.say(f"diff-{kind.value}"), n=len(changes)), changes

    def findings(self) -> tuple[str, tuple[Unaccounted, ...]]:
        """Head what nobody accounts for; an empty heading where there is nothing."""
        found = self.comparison.findings
        return (self.say("unaccounted-heading", n=len(found)) if found else ""), found

    def said(self, change: Change) -> str:
        """Put a change into one line, its id apart."""
        one = say_change(change, self.language)
        parts = (one.what, f"{one.old} → {one.new}", f"({one.why})" if one.why else "")
        return shown(" ".join(part for part in parts if part))

    def missing(self, finding: Unaccounted) -> str:
        """Say in one line what changed without a word, its id apart."""
        one = say_unaccounted(finding, self.language)
        return shown(f"{one.what} {one.old} → {one.new} · {one.why}")

    def severity(self, finding: Unaccounted) -> str:
        """Name how grave a finding is."""
        return term(finding.severity, self.language)

    def commits(self, one: Change | Unaccounted) -> list[str]:
        """Name the commits in which a target changed, one a line."""
        steps = self.traced.steps.get((one.id, one.what), ()) if self.traced else ()
        return [self._step(step) for step in steps]

    def notes(self) -> Iterator[str]:
        """Tell what could not be compared, and that nothing changed."""
        told = self.comparison
        if not told.changes:
            yield self.say("diff-nothing")
        if not told.rules_compared:
            yield self.say("diff-no-rules")
        if not told.accounted:
            yield self.say("diff-no-ledgers")
        if told.moved and self.traced is None:
            yield self.say("diff-no-history")
        if self.traced and self.traced.is_cut:
            yield self.say("diff-history-cut")

    def _step(self, step: Step) -> str:
        was, now = step.old or NOTHING, step.new or NOTHING
        if not step.commit:
            return shown(self.say("diff-uncommitted", old=was, new=now))
        details = {"commit": step.commit[:SHORT], "day": step.day, "subject": step.subject}
        return shown(self.say("diff-commit", old=was, new=now, **details))


def shown(text: str) -> str:
    """Make what a file holds fit for a terminal, and keep it whole: the new value stands at its end."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def tell(compared: Compared, speak: str) -> None:
    """Print a comparison in one of the formats."""
    _TELL[speak](compared)


def _named(one: Change | Unaccounted) -> str:
    return shown(f"{one.id} {one.name}".rstrip())


def _as_text(compared: Compared) -> None:
    click.echo(click.style(compared.headline(), bold=True))
    heading, findings = compared.findings()
    if heading:
        click.echo(f"\n{click.style(heading, bold=True)}")
    for finding in findings:
        click.echo(f"  [{compared.severity(finding)}] {_named(finding)}: {compared.missing(finding)}")
        _echo_commits(compared, finding)
    told = {(finding.id, finding.what) for finding in findings}
    for heading, changes in compared.by_kind():
        click.echo(f"\n{click.style(heading, bold=True)}")
        for change in changes:
            click.echo(f"  {_named(change)}: {compared.said(change)}")
            if change.kind in OF_TARGETS and (change.id, change.what) not in told:
                _echo_commits(compared, change)
    for note in compared.notes():
        click.echo(f"\n{note}")


def _echo_commits(compared: Compared, one: Change | Unaccounted) -> None:
    for line in compared.commits(one):
        click.echo(f"    {line}")


def _as_json(compared: Compared) -> None:
    told = compared.comparison
    changes = [
        {"kind": one.kind.value, "id": one.id, "name": one.name, "what": one.what, "old": one.old or None,
         "new": one.new or None, "why": [why.value for why in one.why],
         "because": [{"on": entry.on, "reason": entry.reason, "approver": entry.approver or None} for entry in one.because],
         "commits": _steps(compared, one) if one.kind in OF_TARGETS else []}
        for one in told.changes
    ]  # fmt: skip
    findings = [
        {"lack": one.lack.value, "severity": one.severity.value, "id": one.id, "name": one.name, "what": one.what,
         "old": one.old or None, "new": one.new or None, "eased": one.is_eased, "commits": _steps(compared, one)}
        for one in told.findings
    ]  # fmt: skip
    record = {
        "old": {"side": compared.old, "as_of": told.old_as_of},
        "new": {"side": compared.new, "as_of": told.new_as_of},
        "rules_compared": told.rules_compared,
        "accounted": told.accounted,
        "history": "none" if compared.traced is None else "cut" if compared.traced.is_cut else "whole",
        "findings": findings,
        "changes": changes,
    }
    write_for_programs(json.dumps(record, ensure_ascii=False, indent=1))


def _steps(compared: Compared, one: Change | Unaccounted) -> list[dict[str, str | None]]:
    steps = compared.traced.steps.get((one.id, one.what), ()) if compared.traced else ()
    return [
        {"commit": step.commit or None, "day": step.day or None, "subject": step.subject, "old": step.old or None,
         "new": step.new or None}
        for step in steps
    ]  # fmt: skip


def _as_markdown(compared: Compared) -> None:
    from scorecard.reports.summary import plain

    lines = [f"# {plain(compared.headline())}"]
    heading, findings = compared.findings()
    if heading:
        lines += ["", f"## {heading}", ""]
    for finding in findings:
        severity, said = plain(compared.severity(finding)), plain(compared.missing(finding))
        lines.append(f"- ({severity}) {plain(finding.id)} **{plain(finding.name)}**: {said}")
        lines += [f"  - {plain(line)}" for line in compared.commits(finding)]
    told = {(finding.id, finding.what) for finding in findings}
    for heading, changes in compared.by_kind():
        lines += ["", f"## {heading}", ""]
        for change in changes:
            name = f" **{plain(change.name)}**" if change.name else ""
            lines.append(f"- {plain(change.id)}{name}: {plain(compared.said(change))}")
            if change.kind in OF_TARGETS and (change.id, change.what) not in told:
                lines += [f"  - {plain(line)}" for line in compared.commits(change)]
    for note in compared.notes():
        lines += ["", note]
    write_for_programs("\n".join(lines))


_TELL: Mapping[str, Callable[[Compared], None]] = MappingProxyType(
    {"text": _as_text, "json": _as_json, "markdown": _as_markdown}
)
