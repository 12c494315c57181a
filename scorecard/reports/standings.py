"""How things stood in an edition, read back from its `coverage.json` and `results.json`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scorecard.cards.revisions import Record
from scorecard.cards.standings import Bit, Standing
from scorecard.problems import Language, Problem, Spot
from scorecard.reports.records import read_results
from scorecard.reports.rereading import LARGEST_NUMBER, read_json
from scorecard.rules.demands import Share
from scorecard.targets.measures import OFFICE_ID
from scorecard.wording.phrases import phrase

COVERAGE, RESULTS = "coverage.json", "results.json"

#: The numbers of coverage.json whose quotient is a share.
_QUOTIENTS: Mapping[Share, tuple[str, str]] = {
    Share.COUNT: ("programmes_with_target", "programmes"),
    Share.WEIGHT: ("weight_with_target", "weight"),
    Share.BUDGET: ("budget_with_target", "budget"),
    Share.PREVIOUS: ("indicators_with_previous", "indicators"),
    Share.ACTUAL: ("indicators_with_actual", "indicators_due"),
    Share.FRESH: ("indicators_fresh", "indicators_told"),
}
_COMPARABLE = ("same", "similar")


def read_standing(folder: Path, language: Language) -> tuple[Standing | None, list[Problem]]:
    """Read how things stood in an edition; None when its records are damaged or of another version."""
    record, problems = read_results(folder / RESULTS)
    told, more = _read_coverage(folder / COVERAGE)
    if record is None or told is None:
        return None, [*problems, *more]
    places = {OFFICE_ID: told, **told["departments"]}
    bare = {one["id"]: float(one.get("budget") or 0.0) for one in told["programmes_without_target"]}
    found = {place: counts["findings"] for place, counts in places.items() if "findings" in counts}
    return Standing(
        label=record.edition,
        told=record,
        totals={place: dict(_shares(counts)) for place, counts in places.items()},
        units=_units(record, bare),
        found=found if len(found) == len(places) else None,
        caught=frozenset(_caught(record)),
        texts=_texts(record, language),
        at=f"{record.edition}: ",
        spots=_spots(record),
    ), []


def newest_edition(reports: Path, day: str) -> Path | None:
    """Find the edition printed last for a day not after this one; None where there is none."""
    found = []
    for path in sorted(reports.glob(f"*/{COVERAGE}")):
        record, _ = read_results(path.with_name(RESULTS))
        # What is damaged is not passed over in silence: it is taken for the newest, and told when read.
        found.append((record.as_of if record else day, path.parent))
    return max((one for one in found if one[0] <= day), default=(day, None))[1]


def _read_coverage(path: Path) -> tuple[dict[str, Any] | None, list[Problem]]:
    record, problems = read_json(path)
    wrong = "" if problems else _wrong_in(record)
    if wrong:
        problems = [Problem("results-broken", Spot(path.as_posix(), 0, 0), {"reason": wrong})]
    return (None, problems) if problems else (record, [])


def _wrong_in(record: Any) -> str:
    """Name the first thing that is not what the contract of coverage.json says; empty: none."""
    if not isinstance(record, dict) or not isinstance(record.get("departments"), dict):
        return "departments"
    bare = record.get("programmes_without_target")
    if not isinstance(bare, list) or not all(_is_gap(one) for one in bare):
        return "programmes_without_target"
    return next(
        (
            wrong
            for one in {OFFICE_ID: record, **record["departments"]}.items()
            for wrong in _wrong_counts(*one)
        ),
        "",
    )


def _is_gap(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("id"), str) and _is_number(one.get("budget") or 0)


def _wrong_counts(place: str, counts: Any) -> Iterator[str]:
    if not isinstance(counts, dict):
        yield place
        return
    numbers = {name for both in _QUOTIENTS.values() for name in both} & counts.keys()
    yield from (f"{place}.{name}" for name in sorted(numbers) if not _is_number(counts[name]))
    found = counts.get("findings", {})
    if not isinstance(found, dict) or not all(_is_number(n) for n in found.values()):
        yield f"{place}.findings"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < LARGEST_NUMBER


def _shares(counts: Mapping[str, Any]) -> Iterator[tuple[Share, Bit]]:
    for share, (part, whole) in _QUOTIENTS.items():
        if part in counts and whole in counts:
            yield share, (float(counts[part]), float(counts[whole]))


def _units(record: Record, bare: Mapping[str, float]) -> dict[Share, dict[str, Bit]]:
    """Tell what each programme and indicator brought, as far as rows and gaps tell: enough to name who lost what."""
    budgets = {_programme(row): float(row.get("budget") or 0.0) for row in record.rows}
    rows = [row for row in record.rows if row["target_kind"] == "measured" and not row["part_of"]]
    measured = {_programme(row) for row in rows} - bare.keys()
    count = {**dict.fromkeys(measured, (1.0, 1.0)), **dict.fromkeys(bare, (0.0, 1.0))}
    money = {one: (budgets[one], budgets[one]) for one in measured}
    comparable = {
        row["id"]: (
            float(row.get("start") is not None and row.get("previous_comparability") in _COMPARABLE),
            1.0,
        )
        for row in rows
    }
    told = {row["id"]: (1.0, 1.0) for row in rows if row["actual_text"]}
    return {
        Share.COUNT: count,
        Share.WEIGHT: count,
        Share.BUDGET: {**money, **{one: (0.0, budget) for one, budget in bare.items()}},
        Share.PREVIOUS: comparable,
        Share.ACTUAL: told,
        Share.FRESH: told,
    }


def _programme(row: Mapping[str, Any]) -> str:
    return "/".join(row["id"].split("/")[:2])


def _caught(record: Record) -> Iterator[tuple[str, str]]:
    """List what the rules had found; a programme's finding stands on each of its rows."""
    for row in record.rows:
        for rule in row.get("findings") or ():
            yield rule, row["id"]
            yield rule, _programme(row)


def _texts(record: Record, language: Language) -> dict[Share, dict[str, str]]:
    targets: dict[str, list[str]] = defaultdict(list)
    for row in record.rows:
        if row["target_text"] and not row["part_of"]:
            words = {"name": row["name"], "period": row["period"], "text": row["target_text"]}
            targets[_programme(row)].append(phrase("cause-target", language, **words))
    promised = {one: ", ".join(texts) for one, texts in targets.items()}
    reported = {row["id"]: row["actual_text"] or "" for row in record.rows}
    return {
        **dict.fromkeys((Share.COUNT, Share.WEIGHT, Share.BUDGET), promised),
        Share.PREVIOUS: {row["id"]: row["previous_text"] or "" for row in record.rows},
        Share.ACTUAL: reported,
        Share.FRESH: reported,
    }


def _spots(record: Record) -> dict[str, str]:
    return {row["id"]: f"{record.edition}: {row.get('file')}:{row.get('line')}" for row in record.rows}
