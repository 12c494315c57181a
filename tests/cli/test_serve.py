"""`scorecard serve`: who is answered, what is shown while the text changes, and nothing outside the table."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from types import MappingProxyType

import attrs
import pytest
from conftest import Write

from scorecard.cli import answering
from scorecard.cli.answering import Server
from scorecard.cli.project import Asked
from scorecard.cli.serve import listen
from scorecard.cli.serving import Desk

from .running import interruptible, run, told
from .test_build import source_of
from .test_watch import writing

NOON = datetime(2026, 1, 31, 12, 0, 0, tzinfo=UTC)
NOTHING: Mapping[str, str] = MappingProxyType({})


@attrs.frozen
class Answered:
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8")


@attrs.frozen
class Served:
    """A project that is served, without the thread that looks at its files."""

    folder: Path
    desk: Desk
    server: Server

    def ask(self, target: str, headers: Mapping[str, str] = NOTHING, method: str = "GET") -> Answered:
        """Ask as no browser would: nothing is added to the target or the headers but a host."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=30)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": f"127.0.0.1:{self.server.server_port}", **headers}.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        found = Answered(answer.status, dict(answer.getheaders()), answer.read())
        connection.close()
        return found

    def save(self, old: str, new: str) -> None:
        """Edit the department and let it be read."""
        writing(self.folder / "targets/jobs.yaml", old, new)()
        self.desk.take(["targets/jobs.yaml"])


@pytest.fixture
def serve(project: Write) -> Iterator[Callable[..., Served]]:
    """Serve a small project, read once."""
    servers: list[Server] = []

    def do(programmes: str | None = None, lang: str | None = None, **office: str) -> Served:
        folder = project(programmes, **office) if programmes else project(**office)
        desk = Desk(Asked(folder, None, lang), lambda: NOON)  # type: ignore[arg-type]
        servers.append(Server(0, desk))
        Thread(target=servers[-1].serve_forever, args=(0.02,), daemon=True).start()
        desk.take(())
        return Served(folder, desk, servers[-1])

    yield do
    for server in servers:
        server.shutdown()
        server.server_close()


# ── what is shown ─────────────────────────────────────────────────────────────────────────────


def test_every_page_leads_to_pages_that_are_there(serve: Callable[..., Served]) -> None:
    served = serve()
    seen, left = set(), {"index.html"}
    while left:
        address = left.pop()
        seen.add(address)
        answer = served.ask(f"/{address}")
        assert answer.status == 200, address
        if answer.headers["Content-Type"].startswith("text/html"):
            links = re.findall(r'(?:href|src)="([^"#:]+)"', answer.text)
            left |= {
                os.path.normpath(f"{Path(address).parent}/{one.partition('?')[0]}") for one in links
            } - seen
    assert {"departments/jobs.html", "indicators/jobs/p/i.html", "print.html", "pages/jobs/1.svg"} <= seen
    assert {"look/screen.css", "look/live.js"} <= seen


def test_an_indicator_is_explained_as_the_command_does(serve: Callable[..., Served]) -> None:
    served = serve()
    page = served.ask("/indicators/jobs/p/i.html").text
    said = run("--project", served.folder, "explain", "i").stdout.splitlines()[2:]
    assert len(said) > 8
    for line in said:
        words = re.sub(r"^\S+( \S+)*  (?=\S)", "", line).strip()
        assert words.replace("'", "&#39;").replace(">", "&gt;") in page, line


def test_the_printed_pages_are_those_of_the_build(serve: Callable[..., Served]) -> None:
    """Drawing for drawing, also those that compare with a former edition."""
    served = serve()
    assert run("--project", served.folder, "build").exit_code == 0
    writing(served.folder / "targets/office.yaml", "2026-01-31", "2026-04-30")()
    served.save("100명", "90명")
    assert run("--project", served.folder, "build").exit_code == 0
    built = sorted((served.folder / "reports/2026Q2").glob("*.svg"))
    assert {"office.svg", "jobs.svg"} < {path.name for path in built}
    for path in built:
        name, _, place = path.stem.partition(".")
        assert served.ask(f"/pages/{name}/{place or 1}.svg").content == path.read_bytes(), path.name


def test_nothing_is_written_into_the_project(serve: Callable[..., Served]) -> None:
    served = serve()
    before = {path: path.stat().st_mtime_ns for path in served.folder.rglob("*")}
    for target in ("/", "/departments/jobs.html", "/pages/scorecards/1.svg"):
        assert served.ask(target).status == 200
    assert {path: path.stat().st_mtime_ns for path in served.folder.rglob("*")} == before


def test_an_edit_is_shown_with_old_and_new(serve: Callable[..., Served]) -> None:
    served = serve()
    before = served.ask("/live").text
    served.save("100명", "160명")

    page = served.ask("/departments/jobs.html").text
    assert served.ask("/live").text != before
    assert "12:00:00에 저장한 글로 달라진 줄" in page
    assert "목표: <del>100명</del> → <ins>160명</ins>" in page


def test_problems_are_shown_with_place_over_the_last_good_edition(serve: Callable[..., Served]) -> None:
    served = serve()
    served.save("100명", "<b>백명")

    page = served.ask("/departments/jobs.html").text
    assert "targets/jobs.yaml:11:24" in page
    assert "not-a-figure" in page
    assert "target: {2026: &lt;b&gt;백명}" in page
    assert "12:00:00에 읽은, 오류가 없던 글 그대로" in page
    assert '<td class="number">100명</td>' in page

    served.save("<b>백명", "170명")
    page = served.ask("/departments/jobs.html").text
    assert "not-a-figure" not in page
    assert '<td class="number">170명</td>' in page


def test_a_figure_that_is_not_proved_is_shown_as_a_problem(
    serve: Callable[..., Served], tmp_path: Path
) -> None:
    evidence = tmp_path / "자료"
    served = serve(**source_of("실적 80명 목표 100명\n", evidence))
    served.desk.evidence = evidence

    served.save("100명", "170명")
    assert "figure-not-on-line" in served.ask("/departments/jobs.html").text

    served.save("170명", "100명")
    assert "figure-not-on-line" not in served.ask("/departments/jobs.html").text
    assert "모두 원문의 그 줄에서 확인했습니다." in served.ask("/sheets/sources.html").text


def test_a_text_broken_from_the_first_is_waited_for(serve: Callable[..., Served]) -> None:
    served = serve("- {id: p, name: 사업, indicators: [{}]}")

    answer = served.ask("/")
    assert (answer.status, served.ask("/departments/jobs.html").status) == (200, 404)
    assert "아직 보일 스코어카드가 없음" in answer.text
    assert "targets/jobs.yaml:3" in answer.text


def test_a_page_that_is_gone_says_so_and_leads_back(serve: Callable[..., Served]) -> None:
    answer = serve().ask("/indicators/jobs/p/gone.html")
    assert answer.status == 404
    assert 'href="../../../index.html"' in answer.text


def test_pages_speak_the_language_asked_for(serve: Callable[..., Served]) -> None:
    page = serve(lang="en").ask("/departments/jobs.html").text
    assert '<html lang="en">' in page
    assert '<span lang="ko">지표</span>' in page
    # Whatever Korean is left is the office's own and marked as such, or stands in a title or link of its own.
    bare = re.sub(r'<span lang="ko">.*?</span>|<title>.*?</title>', "", page, flags=re.DOTALL)
    assert re.findall("[가-힣]+", bare) == []


HOSTILE = r"""<script>alert(1)</script>"'&{{7*7}}{% raw %}"""


def test_hostile_names_are_shown_as_text(serve: Callable[..., Served]) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    served = serve(
        f"""
        - id: p
          name: {quoted}
          note: {quoted}
          indicators:
            - id: i
              name: {quoted}
              level: output
              aggregation: sum
              direction: up
              target: {{2026: 100명}}
              actual: {{2025: 120명}}
              note: "javascript:alert(1)"
              source: report#1
            - id: j
              name: "뒤집힌 \\u202Etxt.exe\\u202C 이름\\u200F"
              level: output
              aggregation: judged
              target: {{2026: {quoted}}}
              source: report#1
        """,
        office=quoted,
        sample=quoted,
    )
    for target in ("/", "/departments/jobs.html", "/indicators/jobs/p/i.html", "/indicators/jobs/p/j.html"):
        page = served.ask(target).text
        assert "<script>" not in page.replace('<script src="', "")
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "49" not in re.findall(r"&amp;(.{4})", page)
        assert not re.search("[\u202a-\u202e\u200e\u200f]", page)
        assert not re.search(r'(?:href|src)="?\s*javascript:', page)
    assert "뒤집힌 〓txt.exe〓 이름〓" in served.ask("/departments/jobs.html").text


# ── who is answered ───────────────────────────────────────────────────────────────────────────


def test_the_server_listens_on_this_computer_only(serve: Callable[..., Served]) -> None:
    assert serve().server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "localhost"]
)
def test_a_request_for_another_name_is_refused(serve: Callable[..., Served], host: str) -> None:
    served = serve()
    answer = served.ask("/", {"Host": host.format(port=served.server.server_port)})
    assert answer.status == 421
    assert "지표" not in answer.text


def test_this_computer_may_be_called_localhost(serve: Callable[..., Served]) -> None:
    served = serve()
    assert served.ask("/", {"Host": f"localhost:{served.server.server_port}"}).status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
    ],
)
def test_other_sites_are_refused(serve: Callable[..., Served], headers: dict[str, str], status: int) -> None:
    answer = serve().ask("/live", headers)
    assert answer.status == status
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "GETX"])
def test_only_reading_is_allowed(serve: Callable[..., Served], method: str) -> None:
    answer = serve().ask("/", method=method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_head_gives_the_headers_alone(serve: Callable[..., Served]) -> None:
    served = serve()
    head, get = served.ask("/", method="HEAD"), served.ask("/")
    assert (head.status, head.content) == (200, b"")
    assert head.headers["Content-Length"] == get.headers["Content-Length"] == str(len(get.content))


@pytest.mark.parametrize(
    "target",
    [
        "/../../etc/passwd", "/%2e%2e/targets/office.yaml", "/targets/office.yaml", "/look/../site.py", "/look/%2e%2e/site.py",
        "/look/", "/pages/jobs/0.svg", "/pages/jobs/9.svg", "/pages/jobs/-1.svg", "//etc/passwd", "/index.html%00", "/INDEX.HTML",
        "/..%5c..%5cwindows%5cwin.ini", "/C:/windows/win.ini", "/%ff%fe", "/" + "a" * 900,
    ],
)  # fmt: skip
def test_what_is_in_no_table_is_not_there(serve: Callable[..., Served], target: str) -> None:
    answer = serve().ask(target)
    assert answer.status == 404
    assert "시험실" in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    ("target", "headers", "status"),
    [
        ("/" + "a" * answering.LONGEST_TARGET, {}, 414),
        ("/" + "a" * 70_000, {}, 414),
        ("/", {"X": "x" * answering.LONGEST_HEADERS}, 431),
        ("/", {f"X-{number}": "x" for number in range(200)}, 431),
        ("/", {"Content-Length": "5"}, 400),
        ("/", {"Transfer-Encoding": "chunked"}, 400),
        ("http://evil.example/", {}, 400),
        ("*", {}, 400),
    ],
)  # fmt: skip
def test_what_is_too_long_or_no_plain_request_is_refused(
    serve: Callable[..., Served], target: str, headers: dict[str, str], status: int
) -> None:
    answer = serve().ask(target, headers)
    assert answer.status == status
    assert answer.headers["Connection"] == "close"


def test_a_host_named_twice_is_refused(serve: Callable[..., Served]) -> None:
    served = serve()
    with socket.create_connection(("127.0.0.1", served.server.server_port), timeout=30) as plug:
        host = f"Host: 127.0.0.1:{served.server.server_port}\r\n".encode()
        plug.sendall(b"GET / HTTP/1.1\r\n" + host + b"Host: evil.example\r\nConnection: close\r\n\r\n")
        assert plug.recv(100).startswith(b"HTTP/1.1 421 ")


def test_noise_is_answered_in_words_and_the_server_goes_on(serve: Callable[..., Served]) -> None:
    served = serve()
    for noise in (
        b"\x16\x03\x01\x02\x00\x01\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n",
        b"",
    ):
        with socket.create_connection(("127.0.0.1", served.server.server_port), timeout=30) as plug:
            plug.sendall(noise)
            plug.shutdown(socket.SHUT_WR)
            said = b"".join(iter(lambda: plug.recv(4096), b""))
            assert b"<html" not in said
    assert served.ask("/").status == 200


def test_every_answer_forbids_whatever_a_page_does_not_need(serve: Callable[..., Served]) -> None:
    served = serve()
    for target in ("/", "/live", "/gone", "/look/live.js"):
        headers = served.ask(target).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "http:" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "DENY"
        assert "Python" not in headers["Server"]
    assert "script-src" not in served.ask("/pages/jobs/1.svg").headers["Content-Security-Policy"]


def test_a_page_that_cannot_be_made_does_not_end_the_server(
    serve: Callable[..., Served], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served = serve()
    with monkeypatch.context() as patched:
        patched.setattr(served.desk.site, "find", lambda _: 1 // 0)
        assert served.ask("/").status == 500
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert served.ask("/").status == 200


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_no_file_outside_the_project_is_shown(
    serve: Callable[..., Served], tmp_path_factory: pytest.TempPathFactory
) -> None:
    served = serve()
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("geheim: [\n", encoding="utf-8")
    (served.folder / "targets/jobs.yaml").unlink()
    (served.folder / "targets/jobs.yaml").symlink_to(outside)
    served.desk.take(["targets/jobs.yaml"])

    page = served.ask("/").text
    assert "outside-project" in page
    assert "targets/jobs.yaml" in page
    assert "geheim" not in page


# ── how it begins and ends ────────────────────────────────────────────────────────────────────


def test_a_port_that_is_taken_is_told_and_another_used(
    serve: Callable[..., Served], capsys: pytest.CaptureFixture[str]
) -> None:
    served = serve()
    taken = served.server.server_port
    with listen(taken, served.desk) as other:
        assert other.server_port != taken
        assert f"포트 {taken}" in capsys.readouterr().err


def test_a_folder_without_a_project_is_refused(tmp_path: Path) -> None:
    result = run("--project", tmp_path, "serve", "--no-open")
    assert result.exit_code == 2
    assert [code for code, *_ in told(result)] == ["project-missing"]


@pytest.mark.parametrize("command", [("serve", "--no-open", "--port", "0"), ("watch", "--no-print")])
@pytest.mark.parametrize(
    ("day", "code"), [("내일", "bad-day"), ("2026-02-30", "bad-day"), ("2025-12-31", "as-of-before-year")]
)
@pytest.mark.parametrize("broken", [False, True])
def test_a_day_no_edit_can_mend_ends_the_command(
    project: Write, command: tuple[str, ...], day: str, code: str, broken: bool
) -> None:
    folder = project()
    if broken:
        (folder / "targets" / "jobs.yaml").write_text("[", encoding="utf-8")

    result = run("--project", folder, *command, "--as-of", day)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told(result) == [(code, "--as-of", 0, 0)]


@pytest.mark.parametrize("command", ["serve", "watch"])
def test_a_language_there_is_none_of_ends_the_command(project: Write, command: str) -> None:
    result = run("--project", project(), command, "--lang", "fr")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "ko | en" in result.stderr


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_that_is_none_is_refused(project: Write, port: str) -> None:
    assert run("--project", project(), "serve", "--port", port).exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_it_prints_its_address_and_an_interrupt_ends_it_with_0(project: Write) -> None:
    command = [
        sys.executable,
        "-u",
        "-X",
        "utf8",
        "-m",
        "scorecard",
        "--project",
        str(project()),
        "serve",
        "--port",
        "0",
    ]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ,
        preexec_fn=interruptible,  # noqa: PLW1509 - it only sets a signal
    ) as running:
        assert running.stdout is not None
        assert re.search(r"http://127\.0\.0\.1:\d+/ ", running.stdout.readline())
        assert any("읽음" in line for line in running.stdout)
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 0
