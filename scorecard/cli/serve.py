"""`scorecard serve`: the edition in a browser, renewed after every save."""

import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from scorecard.cli.build import hush
from scorecard.cli.evidence import evidence_option
from scorecard.cli.project import Asked, refuse_at_once
from scorecard.cli.watch import now
from scorecard.cli.watching import Watch
from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.cli.answering import Server
    from scorecard.cli.serving import Desk

PORT = 8026


@click.command("serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
    help="쓸 포트; 이미 쓰이고 있으면 빈 포트 (0: 빈 포트) · the port; if it is taken a free one (0: a free one)",
)  # fmt: skip
@click.option(
    "--open/--no-open", "opens", default=None,
    help="브라우저를 연다 (기본: 터미널에서만) · open the browser (default: on a terminal only)",
)  # fmt: skip
@evidence_option
@click.pass_obj
def command(asked: Asked, port: int, opens: bool | None, evidence: Path | None) -> None:
    """스코어카드를 브라우저에 보이고, 저장할 때마다 화면을 새로 고친다. Ctrl-C로 끝낸다.

    The edition as web pages, on this computer only, renewed after every save; printing from the
    browser gives the A4 pages of the edition. With --evidence a figure that is not proved is shown as a
    problem. Writes nothing. Ctrl-C ends it.
    """
    refuse_at_once(asked)
    hush()
    over = Event()
    try:
        watch = Watch(asked.project, over.wait)
        desk = _desk(asked, evidence)
        with listen(port, desk) as server:
            Thread(target=_keep, args=(watch, desk), daemon=True).start()
            click.echo(phrase("serving", asked.words, address=server.address))
            if sys.stdout.isatty() if opens is None else opens:
                # A browser for terminals would not return before it was answered.
                Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()
            server.serve_forever()
    except KeyboardInterrupt:
        click.echo(phrase("serve-over", asked.words))
    finally:
        over.set()


def _desk(asked: Asked, evidence: Path | None) -> "Desk":
    from scorecard.cli.serving import Desk

    return Desk(asked, now, evidence)


def _keep(watch: Watch, desk: "Desk") -> None:
    """Show the text as it is, then again after every edit."""
    _try(lambda: desk.take(()), desk)
    for files in watch.edits():
        _try(lambda files=files: desk.take(files), desk)  # type: ignore[misc]


def _try(take: Callable[[], None], desk: "Desk") -> None:
    try:
        take()
    except Exception as error:  # noqa: BLE001 - the next edit may be read without a fault of ours
        desk.tell_fault(error)


def listen(port: int, desk: "Desk") -> "Server":
    """Listen on a port, or on any free one where another program has it."""
    from scorecard.cli.answering import Server

    try:
        return Server(port, desk)
    except OSError:
        server = Server(0, desk)
    click.echo(phrase("serve-port-taken", desk.language, port=port, free=server.server_port), err=True)
    return server
