"""Exit codes, and the way out when something could not be judged."""

HOLDS, FAILS, UNJUDGED = 0, 1, 2


class Refused(Exception):
    """Ends a command whose problems were already told."""

    def __init__(self, code: int = UNJUDGED) -> None:
        super().__init__(code)
        self.code = code
