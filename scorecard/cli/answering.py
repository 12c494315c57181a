"""Answers browsers on this computer, and nobody else: the whole of what may be asked for is a table.

Whoever else has a page open in the same browser must neither read the scorecard nor find out that it
is there, so a request must name this very server and come from one of its own pages.
"""

import os
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from scorecard.wording.phrases import phrase

if TYPE_CHECKING:
    from scorecard.cli.serving import Desk
    from scorecard.reports.html.site import Resource

HERE = "127.0.0.1"  #: The loopback address; there is no way to ask for another.
LONGEST_TARGET = 1_000  #: Characters of an address; the longest of ours has some two hundred, escaped.
LONGEST_HEADERS = 16_000  #: Characters of all headers together.
PATIENCE = 15  #: Seconds a connection may say nothing.

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # A drawing has its few styles inside.
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
)
_OURS = ("same-origin", "none")  # Where a request may come from, as browsers say it; none: typed by a person.


class Server(ThreadingHTTPServer):
    """A server that is bound to this computer."""

    daemon_threads = True
    # Windows would let a second program listen on the same port, and take what is meant for this one.
    allow_reuse_address = os.name == "posix"

    def __init__(self, port: int, desk: "Desk") -> None:
        super().__init__((HERE, port), Answerer)
        self.desk = desk

    @property
    def address(self) -> str:
        """Tell what to type into a browser."""
        return f"http://{HERE}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that closed a connection is no fault."""


class Answerer(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "scorecard", ""
    timeout = PATIENCE

    def do_GET(self) -> None:
        """Answer with what lies at the address."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing: a terminal is for problems in the text."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse a request in plain words; its own are never repeated."""
        self.close_connection = True
        more = {}
        if code == HTTPStatus.NOT_IMPLEMENTED:
            code, more = HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "GET, HEAD"}
        refused = phrase("web-refused", self.server.desk.language)
        words = f"{int(code)} {HTTPStatus(code).phrase} · {refused}\n"
        self._send(HTTPStatus(code), "text/plain; charset=utf-8", words.encode(), more)

    def _answer(self) -> None:
        refusal = self._refusal()
        if refusal:
            self.send_error(refusal)
            return
        status, found = HTTPStatus.OK, None
        try:
            status, found = self.server.desk.answer(self._asked())
        except Exception as error:  # noqa: BLE001 - one page that cannot be made must not end the server
            self.server.desk.tell_fault(error)
        if found is None:
            self.send_error(HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        self._send(status, found.kind, found.content, _more(found))

    def _asked(self) -> str:
        """Read the address asked for, without its query; it is looked up and never opened."""
        return unquote(urlsplit(self.path).path, errors="replace").removeprefix("/")

    def _refusal(self) -> HTTPStatus | None:
        """Find out why a request is not answered."""
        headers = self.headers
        if len(self.path) > LONGEST_TARGET:
            return HTTPStatus.REQUEST_URI_TOO_LONG
        if sum(len(name) + len(value) for name, value in headers.items()) > LONGEST_HEADERS:
            return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        if not self.path.startswith("/") or "Content-Length" in headers or "Transfer-Encoding" in headers:
            return HTTPStatus.BAD_REQUEST
        port = self.server.server_port
        hosts = (f"{HERE}:{port}", f"localhost:{port}")
        if headers.get_all("Host", []) not in ([host] for host in hosts):
            # Another site's name may be made to lead to this computer (DNS rebinding).
            return HTTPStatus.MISDIRECTED_REQUEST
        origin, site = headers.get("Origin"), headers.get("Sec-Fetch-Site", "none")
        if site not in _OURS or (origin is not None and origin not in (f"http://{host}" for host in hosts)):
            return HTTPStatus.FORBIDDEN
        return None

    def _send(self, status: HTTPStatus, kind: str, content: bytes, more: Mapping[str, str]) -> None:
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(content)), "Cache-Control": "no-store",
                   "Content-Security-Policy": _POLICY, **HEADERS, **more}  # fmt: skip
        if self.close_connection:
            headers["Connection"] = "close"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def _more(found: "Resource") -> dict[str, str]:
    more = {"Cache-Control": "private, max-age=3600"} if found.is_lasting else {}
    if found.kind.startswith("image/svg"):
        more["Content-Security-Policy"] = _DRAWING_POLICY
    return more
