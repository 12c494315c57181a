"""`python -m scorecard`, and the command `scorecard`."""

import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def run() -> NoReturn:
    """Run the command line.

    One command makes little garbage and then ends: looking for it all the while takes a sixth of the
    time of `check`, and taking everything apart at the end, which the system does at once, a thirtieth.
    """
    gc.set_threshold(200_000, 50, 50)
    outcome: list[int] = []
    atexit.register(_leave, outcome)  # What is registered first is called last: all others have cleaned up.
    try:
        from scorecard.cli.main import run as run_commands

        run_commands()
    except KeyboardInterrupt:  # The program was still being loaded; its words were not.
        if sys.stderr is not None:
            sys.stderr.write("중단함 · aborted\n")
        outcome.append(2)
        sys.exit(2)
    except SystemExit as ended:
        outcome.append(ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1)
        raise


def _leave(outcome: list[int]) -> None:
    """Say what is still to be said, and leave; where no outcome is known Python ends as it sees fit."""
    if outcome:
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError, ValueError):
                stream.flush()
        os._exit(outcome[0])


if __name__ == "__main__":
    run()
