"""Make the pictures of the served pages, with this machine's chromium: `python -m tools.make_screens`."""

import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from PIL import Image

from scorecard.cli.answering import Server
from scorecard.cli.project import Asked
from scorecard.cli.serving import Desk
from tools.make_pictures import OUT
from tools.pages.loops import SAVES
from tools.pages.runs import JOBS, apply, project

SIZE = (1180, 860)
COLOURS = 48  # Enough for text on white.
MORNING = datetime(2026, 3, 2, 9, 14, 5, tzinfo=UTC)


def main() -> None:
    """Show a department after a change and after a slip."""
    with project() as folder:
        desk = Desk(Asked(folder, None, None), lambda: MORNING)
        desk.take([])
        with Server(0, desk) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            for edit, name in zip(SAVES, ("serve-change", "serve-problem"), strict=False):
                apply(edit, folder)
                desk.take([JOBS])
                picture(f"{server.address}departments/jobs-policy.html", OUT / f"{name}.png")
            server.shutdown()


def picture(address: str, path: Path) -> None:
    """Take a picture of a page as a browser shows it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome") or "chromium-browser"
    with tempfile.TemporaryDirectory() as place:
        shot, size = Path(place, "shot.png"), f"{SIZE[0]},{SIZE[1]}"
        flags = (
            "--headless",
            "--no-sandbox",
            "--hide-scrollbars",
            f"--window-size={size}",
            f"--screenshot={shot}",
        )
        command = [browser, *flags, f"--user-data-dir={place}", address]
        subprocess.run(command, check=True, capture_output=True)
        shown = Image.open(shot).convert("RGB").crop((0, 0, *SIZE))
    shown.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
