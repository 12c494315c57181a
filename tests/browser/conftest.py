"""The real edition, served as a person serves it, and a real browser that looks at it.

`make browser` installs what drives the browser and insists; elsewhere these tests are left out, with
the reason.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import attrs
import pytest
from projects import HOUSE

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 120_000  #: Milliseconds; a busy machine is no failure of the house.
FLAGS = ("--no-sandbox", "--disable-dev-shm-usage")  # A test machine runs as root, in a container.


def give_up(reason: str) -> NoReturn:
    """Leave the tests out, or fail them where a browser was promised."""
    if os.environ.get("SCORECARD_BROWSER") == "must":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start the browser of this machine, without a window."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        give_up("no chromium on this machine")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        give_up("playwright is not installed: make browser")
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=found, args=list(FLAGS))
        yield running
        running.close()


@attrs.define
class Page:
    """A page of the browser, and everything it complained of."""

    it: Any  #: As playwright has it.
    root: str
    complaints: list[str] = attrs.field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.it.set_default_timeout(PATIENCE)
        note = self.complaints.append
        self.it.on("console", lambda said: note(f"{said.type}: {said.text}"))
        self.it.on("pageerror", lambda error: note(f"error: {error}"))
        self.it.on(
            "requestfailed",
            lambda asked: None if self._is_left(asked) else note(f"failed: {asked.url} {asked.failure}"),
        )
        self.it.on(
            "response", lambda came: note(f"{came.status}: {came.url}") if came.status >= 400 else None
        )
        self.it.on(
            "request", lambda asked: None if self._is_ours(asked.url) else note(f"elsewhere: {asked.url}")
        )

    def _is_left(self, asked: Any) -> bool:
        """Tell a page's question for news that was under way when the page was left."""
        return bool(asked.url == f"{self.root}live" and asked.failure == "net::ERR_ABORTED")

    def _is_ours(self, url: str) -> bool:
        return url.startswith((self.root, "data:,"))

    def open(self, address: str) -> None:
        """Open a page with everything on it."""
        self.it.goto(self.root + address, wait_until="load")


def read_out(*options: str, project: Path) -> tuple["subprocess.Popen[str]", str]:
    """Serve a project on a free port, and read the address that is printed."""
    command = [
        sys.executable,
        "-u",
        "-X",
        "utf8",
        "-m",
        "scorecard",
        "serve",
        "--project",
        str(project),
        "--port",
        "0",
    ]
    cache = {"XDG_CACHE_HOME": str(project / "cache"), "LOCALAPPDATA": str(project / "cache")}
    running = subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", env={**os.environ, **cache}
    )  # fmt: skip
    assert running.stdout is not None
    found = re.search(r"http://\S+/", running.stdout.readline())
    assert found
    return running, found[0]


@pytest.fixture(scope="module")
def seoul(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the shipped project to where it may be edited."""
    folder = tmp_path_factory.mktemp("seoul")
    for name in ("targets", "rules"):
        shutil.copytree(HOUSE / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def root(seoul: Path, browser: Any) -> Iterator[str]:
    """Serve the copy."""
    running, address = read_out("--no-open", project=seoul)
    assert running.stdout is not None
    assert "읽음" in running.stdout.readline()
    yield address
    running.kill()
    running.wait()


@pytest.fixture
def page(browser: Any, root: str) -> Iterator[Page]:
    """Open an empty page; whatever it complains of fails the test."""
    new = browser.new_page(viewport={"width": 1280, "height": 900})
    page = Page(new, root)
    yield page
    new.close()
    assert page.complaints == []
