"""JSON that some edition wrote, read back: only a plain file of a bearable size is opened."""

import json
import stat
from pathlib import Path
from typing import Any, NoReturn

from scorecard.problems import Mistake, Problem, Spot

LARGEST_RECORD = 300_000_000  #: Bytes; more than the results of 100,000 indicators.
LARGEST_NUMBER = 1e300  #: Above it a number of JSON may be infinite, or no float at all.


def read_json(path: Path) -> tuple[Any, list[Problem]]:
    """Read a file of JSON; None and the reason when it is none."""
    spot = Spot(path.as_posix(), 0, 0)
    try:
        return json.loads(_content(path).decode("utf-8-sig"), parse_constant=_refuse), []
    except Mistake as mistake:
        return None, [mistake.at(spot)]
    except json.JSONDecodeError as error:
        place = Spot(path.as_posix(), error.lineno, error.colno)
        return None, [Problem("results-broken", place, {"reason": error.msg})]
    except RecursionError:
        return None, [Problem("results-too-deep", spot)]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return None, [Problem("results-broken", spot, {"reason": reason})]


def _content(path: Path) -> bytes:
    """Read a plain file, no more of it than may be; raises a Mistake for what is none, or is too large."""
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise Mistake("folder-for-file" if stat.S_ISDIR(state.st_mode) else "no-plain-file")
    if state.st_size > LARGEST_RECORD:
        raise Mistake("results-too-large", size=f"{state.st_size:,}", limit=f"{LARGEST_RECORD:,}")
    return path.read_bytes()


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
