"""A file that comes from outside → grids, or why it is not read; what kind it is its first bytes tell."""

from pathlib import Path

from scorecard.problems import Problem, Spot
from scorecard.targets.grids import LARGEST_FILE, Grid, read_csv
from scorecard.targets.workbooks import read_workbook


def read_grids(path: Path, file: str) -> tuple[list[Grid], list[Problem]]:
    """Read whatever table a file holds; too large a file is not opened at all."""
    spot = Spot(file, 0, 0)
    try:
        size, content = path.stat().st_size, b""
        if size <= LARGEST_FILE:
            with path.open("rb") as opened:  # What is no file tells no size, and may never end.
                content = opened.read(LARGEST_FILE + 1)
        if max(size, len(content)) > LARGEST_FILE:
            return [], [Problem("form-too-large", spot, {"size": f"{size:,}", "limit": f"{LARGEST_FILE:,}"})]
    except OSError as error:
        return [], [Problem("file-unreadable", spot, {"reason": error.strerror or "?"})]
    if content.startswith(b"PK"):
        return read_workbook(content, file)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        return [], [Problem("form-encrypted" if locked else "form-old-excel", spot)]
    if path.suffix.lower() not in (".csv", ".tsv", ".txt") or content.lstrip()[:1] == b"<":
        return [], [Problem("form-unreadable", spot, {"reason": path.suffix or "?"})]
    return read_csv(content, file)
