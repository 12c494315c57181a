"""The worked sample of the tutorial: what stands in its files, and what the program says of it, day by day."""

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.pages.markdown import fenced, table
from tools.pages.runs import HOUSE, Edit, Ran, apply, run

SAMPLE = "examples/quarters"
QUARTERS = ("2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31")
_BANDS = " · achieved:"  #: Begins the bands, which every answer tells alike; the tutorial leaves them out.
_CLASSES = "          2026Q1: 12학급\n"

#: Slips in the sample by the code of the problem each must lead to, and only to that.
SLIPS: dict[str, Edit] = {
    "actual-in-future": Edit("targets/libraries.yaml", _CLASSES, f"{_CLASSES}          2027Q1: 20학급\n"),
    "parts-of-year-disagree": Edit(
        "targets/libraries.yaml", _CLASSES, f"{_CLASSES}          2026H1: 60학급\n"
    ),
    "done-before-planned": Edit("targets/works.yaml", "done: 2026-03-20", "done: 2025-03-20"),
}

#: What the tutorial tells of indicators: which, on which day, and what it keeps of the answer.
TOLD: dict[str, tuple[str, ...]] = {
    "early": ("schools/classes", "2026-03-31", "Actual", "Due", "Pace", "Forecast", "Status"),
    "few": ("lending/festivals", "2026-03-31", "Due", "Pace", "Status"),
    "event before": ("lending/readers", "2026-03-31", "Later actual", "Due", "Status"),
    "late": ("schools/classes", "2026-06-30", "Due", "Pace", "Forecast", "Required rate", "Status", "Findings"),
    "season": ("lending/loans", "2026-06-30", "Due", "Pace", "Forecast", "Status"),
    "increment": ("hall/progress", "2026-06-30", "Attainment", "Due", "Pace", "Status"),
    "override": ("visits/households", "2026-06-30", "Set by hand", "Status"),
    "event after": ("lending/readers", "2026-09-30", "Attainment", "Status"),
    "corrected": ("schools/pupils", "2026-09-30", "Actual", "Forecast", "Restated", "Status"),
    "as known": ("schools/pupils", "2026-06-30", "Actual", "Forecast", "Status"),
    "steps": ("hall/progress", "2026-09-30", "Pace", "Step", "Status"),
    "silent": ("visits/households", "2026-09-30", "Actual", "Due", "Pace", "Status"),
    "provisional": ("schools/pupils", "2026-12-31", "Actual", "Attainment", "Status"),
    "hole": ("visits/households", "2026-12-31", "Actual", "Attainment", "Status"),
    "milestone": ("hall/opening", "2026-09-30", "Attainment", "Step", "Status"),
    "fewer": ("streets/accidents", "2026-09-30", "Attainment", "Due", "Forecast", "Status"),
    "zero": ("streets/deaths", "2026-12-31", "Attainment", "Status"),
    "years": (
        "workshop/placed", "2026-03-31", "Ambition", "Process limits", "Trajectory", "Needed a year", "Status",
    ),
}  # fmt: skip

#: Pieces of the sample's files that the tutorial shows: the file, and what its first and last line hold.
TYPED: dict[str, tuple[str, str, str]] = {
    "plan": ("libraries", "id: classes", "target:"),
    "correction": ("libraries", "2026Q1: 640명", "restated:"),
    "override": ("welfare", "overrides:", "until:"),
    "provisional": ("libraries", "provisional: true", "provisional: true"),
    "increment": ("works", "id: progress", "준공"),
    "milestone": ("works", "id: opening", "협약 체결"),
    "years": ("welfare", "id: placed", "2026: 34.5%"),
}


@contextlib.contextmanager
def sample(*edits: Edit, home: str = SAMPLE) -> Iterator[Path]:
    """Copy a sample to where a reader has it, below the folder commands are typed in."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(
            HOUSE / home, Path(folder, home), ignore=shutil.ignore_patterns("reports"), symlinks=True
        )
        for edit in edits:
            apply(edit, Path(folder, home))
        yield Path(folder)


def asked(command: str, *edits: Edit, home: str = SAMPLE) -> Ran:
    """Run a command as it is typed in the tutorial: `scorecard check --project examples/quarters`."""
    with sample(*edits, home=home) as folder:
        return run(folder, *command.split()[1:])


def explained(indicator: str, day: str, *labels: str) -> str:
    """Print the command that explains an indicator on a day, and of its answer what stands under some labels."""
    command = f"scorecard explain {indicator} --project {SAMPLE} --as-of {day} --lang en"
    return f"{fenced(command, 'sh')}\n\n{fenced(under(labels, asked(command).stdout.splitlines()))}"


def under(labels: Sequence[str], lines: Sequence[str]) -> str:
    """Keep the lines that begin with a label, with the indented ones that belong to them, but for the bands."""
    kept, missing, keeping = [], set(labels), False
    for line in lines:
        if not line.startswith(" "):
            label = next((one for one in labels if line.startswith(f"{one}  ")), None)
            keeping = label is not None
            missing.discard(label or "")
        if keeping:
            kept.append(line.partition(_BANDS)[0])
    if missing:
        raise SystemExit(f"tools/pages/quarters.py: nothing is printed under {sorted(missing)}")
    return "\n".join(kept)


def slip(code: str) -> str:
    """Print what a slip in the sample leads to."""
    return fenced(asked(f"scorecard check --project {SAMPLE} --lang en", SLIPS[code]).stderr)


def typed(department: str, begin: str, end: str) -> str:
    """Show the lines of a department's file from one that holds `begin` to the next that holds `end`."""
    lines = (HOUSE / SAMPLE / "targets" / f"{department}.yaml").read_text(encoding="utf-8").splitlines()
    first = next(place for place, line in enumerate(lines) if begin in line)
    last = next(place for place in range(first, len(lines)) if end in lines[place])
    return fenced("\n".join(lines[first : last + 1]), "yaml")


def year_of(department: str) -> str:
    """List the status of a department's indicators at the end of each quarter."""
    results = [_rows_on(day, department) for day in QUARTERS]
    heads = ("지표", *(f"{day[:4]}Q{number}" for number, day in enumerate(QUARTERS, 1)))
    return table(
        heads,
        ([name, *(rows[id_][1] for rows in results)] for id_, (name, _) in results[0].items()),
    )


def _rows_on(day: str, department: str) -> dict[str, tuple[str, str]]:
    command = f"scorecard export --format json --project {SAMPLE} --as-of {day}"
    rows = json.loads(asked(command).stdout)["rows"]
    return {
        row["id"]: (row["name"], row["status_word"]) for row in rows if row["id"].startswith(f"{department}/")
    }
