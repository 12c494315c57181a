"""An edition's folder, written to the side and moved into place whole.

An interrupted build leaves the former edition as it was: nothing in it is opened for writing.
"""

import errno
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import attrs

from scorecard.cards.assemble import assemble, edition_name
from scorecard.cards.auditing import audit_record
from scorecard.cards.card import Edition
from scorecard.cards.coverage import measure_coverage
from scorecard.cards.covered import coverage_record
from scorecard.cards.recording import record_of
from scorecard.cards.results import results
from scorecard.keeping import cache_folder
from scorecard.problems import Problem
from scorecard.reports.former import read_former
from scorecard.reports.printing import print_edition
from scorecard.reports.summary import summary_text
from scorecard.reports.tables import csv_text, record_text, results_text
from scorecard.rules.assess import Assessment
from scorecard.targets.evidence import Proof
from scorecard.wording.phrases import phrase

Progress = Callable[[str], None]
MARK = "results.json"  #: By this file an edition is known.


@attrs.frozen
class Published:
    """What a build left behind."""

    folder: Path
    edition: Edition
    warnings: tuple[str, ...]
    problems: tuple[Problem, ...]  #: Of former editions that could not be read.


def publish(
    assessment: Assessment,
    reports: Path,
    progress: Progress | None = None,
    proof: Proof | None = None,
    *,
    html: bool = False,
) -> Published:
    """Print an edition into `reports/<edition>/`, replacing the former one in a single move.

    With `html` its web pages are written too, into a folder of that name.

    Raises OSError if the folder cannot be written or holds something else than an edition; what
    was there is then still there.
    """
    edition, problems = assemble_after(assessment, reports, proof)
    folder = reports / edition.name
    _check_replaceable(folder, edition)
    reports.mkdir(parents=True, exist_ok=True)
    prefix = f".{edition.name}-"
    with tempfile.TemporaryDirectory(prefix=prefix, dir=reports, ignore_cleanup_errors=True) as place:
        side = Path(place)
        fresh = side / "new"
        fresh.mkdir()
        write_records(assessment, edition, fresh)
        kept = cache_folder("pages", folder)
        warnings = print_edition(edition, fresh, progress=progress, kept=kept)
        if html:
            _save_site(assessment, edition, fresh / "html")
        _swap(fresh, folder, side / "old")
    return Published(folder, edition, tuple(warnings), tuple(problems))


def assemble_after(
    assessment: Assessment, reports: Path, proof: Proof | None = None
) -> tuple[Edition, list[Problem]]:
    """Assemble an edition as it follows on the former ones in a folder; problems are those of former ones."""
    as_of = assessment.facts.book.office.as_of.isoformat()
    former, problems = read_former(reports, edition_name(assessment), as_of)
    return assemble(assessment, proof, former), problems


def _save_site(assessment: Assessment, edition: Edition, folder: Path) -> None:
    from scorecard.reports.html.saving import save_site
    from scorecard.reports.html.site import show

    save_site(show(assessment, edition), folder)


def _check_replaceable(folder: Path, edition: Edition) -> None:
    """Let nothing but an edition be replaced: `--output .` and `edition: targets` would take the text."""
    if folder.is_dir():
        replaceable = (folder / MARK).is_file() or not any(folder.iterdir())
    else:
        replaceable = not (folder.exists() or folder.is_symlink())
    if not replaceable:
        words = phrase("not-an-edition", edition.language, name=edition.name)
        raise FileExistsError(errno.EEXIST, words, str(folder))


def write_records(assessment: Assessment, edition: Edition, folder: Path) -> None:
    """Write the parts of an edition that are data."""
    rows = results(assessment)
    record = coverage_record(measure_coverage(assessment), assessment)
    _write(folder / "results.csv", csv_text(rows))
    _write(folder / MARK, results_text(edition.name, edition.as_of.isoformat(), rows, record_of(assessment)))
    _write(folder / "coverage.json", record_text(record))
    audit = audit_record(assessment)
    if audit is not None:
        _write(folder / "audit.json", record_text(audit))
    _write(folder / "summary.md", summary_text(edition))


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


def _swap(fresh: Path, folder: Path, aside: Path) -> None:
    """Put a folder in another's place; if that fails the old one goes back."""
    if not folder.exists():
        fresh.rename(folder)
        return
    try:
        folder.rename(aside)
        fresh.rename(folder)
    except BaseException:
        if aside.exists() and not folder.exists():
            aside.rename(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)
