"""`python -m scorecard`."""

from scorecard.cli.main import run

if __name__ == "__main__":
    run()
