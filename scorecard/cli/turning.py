"""Lines of the scorecard that read otherwise, told with their old and new words."""

from typing import TYPE_CHECKING

import click

from scorecard.problems import Language, in_one_line
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorecard.cards.changed import ChangedLine

MOST_SHOWN = 40  #: Changed lines told at once; a changed rule may change them all.


def tell_lines(lines: "Sequence[ChangedLine]", language: Language) -> None:
    """Print the changed lines, or that there are none."""
    for line in lines[:MOST_SHOWN]:
        at = f"  {line.id}" if line.id else ""
        click.echo(f"  {click.style(in_one_line(line.name), bold=True)}{in_one_line(at)}")
        for turn in line.turns:
            click.echo(f"      {turn.label}: {in_one_line(turn.old)} → {in_one_line(turn.new)}")
    if len(lines) > MOST_SHOWN:
        click.echo(phrase("changed-more", language, n=len(lines) - MOST_SHOWN))
    if not lines:
        click.echo(phrase("changed-nothing", language))
