"""An edition's folder, written to the side and moved into place whole.

An interrupted build leaves the former edition as it was: nothing in it is opened for writing.
"""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import attrs

from scorecard.cards.assemble import assemble
from scorecard.cards.card import Edition
from scorecard.cards.coverage import measure_coverage
from scorecard.cards.results import coverage_record, results
from scorecard.reports.printing import print_edition
from scorecard.reports.summary import summary_text
from scorecard.reports.tables import csv_text, record_text, results_text
from scorecard.rules.assess import Assessment

Progress = Callable[[str], None]


@attrs.frozen
class Published:
    """What a build left behind."""

    folder: Path
    edition: Edition
    warnings: tuple[str, ...]


def publish(assessment: Assessment, reports: Path, progress: Progress | None = None) -> Published:
    """Print an edition into `reports/<edition>/`, replacing the former one in a single move.

    Raises OSError if the folder cannot be written; the former edition is then still there.
    """
    edition = assemble(assessment)
    folder = reports / edition.name
    reports.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{edition.name}-", dir=reports, ignore_cleanup_errors=True) as side:
        fresh = Path(side) / "new"
        fresh.mkdir()
        write_records(assessment, edition, fresh)
        warnings = print_edition(edition, fresh, progress=progress)
        _swap(fresh, folder, Path(side) / "old")
    return Published(folder, edition, tuple(warnings))


def write_records(assessment: Assessment, edition: Edition, folder: Path) -> None:
    """Write the parts of an edition that are data."""
    rows = results(assessment)
    record = coverage_record(measure_coverage(assessment), assessment)
    _write(folder / "results.csv", csv_text(rows))
    _write(folder / "results.json", results_text(edition.name, edition.as_of.isoformat(), rows))
    _write(folder / "coverage.json", record_text(record))
    _write(folder / "summary.md", summary_text(edition))


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def _swap(fresh: Path, folder: Path, aside: Path) -> None:
    """Put a folder in another's place; if that fails the old one goes back."""
    if not folder.exists():
        fresh.rename(folder)
        return
    folder.rename(aside)
    try:
        fresh.rename(folder)
    except OSError:
        aside.rename(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)
