"""rules/scoring.yaml is read strictly, and what indicators say of their scores is held against it."""

from pathlib import Path
from typing import get_type_hints

import attrs
import pytest
import yaml
from projects import HOUSE, department, indicator, programme, read_project, write_project

from scorecard.problems import catalogue
from scorecard.rules.loading import load_rules, mentions_of
from scorecard.rules.scoring.checking import parameters_of, sourced, with_parameter
from scorecard.rules.scoring.models import Parameter, ScoringRules, Series, WeightKind
from scorecard.rules.together import Mentions, check_each
from scorecard.targets.loading import load_book

SHIPPED = (HOUSE / "rules/scoring.yaml").read_text(encoding="utf-8")
END = {"as_of": "2026-12-31"}
Found = list[tuple[str, str, int, int]]


def problems(folder: Path, *indicators: str, scoring: str = SHIPPED, more: str = "") -> Found:
    """Tell code, file, line and column of all problems of a project of one programme."""
    text = department(programme("".join(indicators) or indicator())) + more
    write_project(folder, {"jobs": text}, office=END, rules={"scoring": scoring})
    return [(one.code, one.spot.file, one.spot.line, one.spot.column) for one in read_project(folder)[2]]


def line_of(words: str, text: str = SHIPPED) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def test_the_shipped_rules_have_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


def test_without_the_file_nothing_is_amiss(tmp_path: Path) -> None:
    write_project(tmp_path, {"jobs": department(programme(indicator()))}, rules={"scoring": None})
    _, rules, found = read_project(tmp_path)
    assert found == []
    assert rules is not None
    assert rules.scoring is None


def test_a_section_that_is_left_out_is_that_of_the_sources(tmp_path: Path) -> None:
    begins = SHIPPED.index("\nbase:") + 1
    without = SHIPPED[:begins] + SHIPPED[SHIPPED.index("\ntarget_band:") + 1 :]

    assert problems(tmp_path, scoring=without) == []


def shipped() -> ScoringRules:
    rules, _ = load_rules(HOUSE)
    assert rules is not None
    assert rules.scoring is not None
    return rules.scoring


def test_the_shipped_file_writes_every_parameter_as_the_models_have_it() -> None:
    """Whoever reads the file sees all there is, and the defaults cannot go their own way."""
    written = yaml.safe_load(SHIPPED)
    plain = ScoringRules(sources={}, methods=shipped().methods)
    assert [*parameters_of(shipped())] == [*parameters_of(plain)]
    assert {place for place, _ in parameters_of(plain)} == {
        (section, name) for section in written if section not in ("sources", "methods", "words", "grades", "grading")
        for name in written[section] if name != "kind"
    }  # fmt: skip
    assert shipped().words == plain.words


def test_everything_that_is_assumed_says_so() -> None:
    """What METHODS marks as not read in a source."""
    assumed = {place for place, one in parameters_of(shipped()) if one.assumed}
    assert assumed == {
        ("beta", "best"), ("beta", "last"), ("beta", "worst"), ("beta", "spread"),
        ("trend", "least_years"), ("trend", "outlier"), ("adjustments", "most"),
    }  # fmt: skip


def test_every_number_has_a_source_that_is_named() -> None:
    rules = shipped()
    assert {source.split(" ")[0] for _, source in sourced(rules)} == set(rules.sources)


def test_one_parameter_can_be_changed_as_data() -> None:
    changed = with_parameter(shipped(), ("target_band", "above"), 0.2)
    assert changed.target_band.above == Parameter(0.2, "K1 p.43")
    assert attrs.evolve(changed, target_band=shipped().target_band) == shipped()
    assert get_type_hints(Series)["values"] == tuple[float, ...]
    assert changed.weights.kind is WeightKind.RELATIVE


# ── problems of the file ──────────────────────────────────────────────────────────────────────

WRONG = (
    ("unknown-method", "up: target-ratio", "up: target-ration", 7),
    ("score-source-unknown", "least: {value: 20, source: K1 p.43}", "least: {value: 20, source: 편람 p.43}", 30),
    ("bad-score-parameter", "weight: {value: 0.5, source: K1 p.47}", "weight: {value: 50, source: K1 p.47}", 19),
    ("bad-score-parameter", "years: {value: 3, source: K1 p.47}", "years: {value: 2.5, source: K1 p.47}", 18),
    ("bad-score-parameter", "width: {value: 2,", "width: {value: 0,", 18),
    ("bad-score-parameter", "decimals: {value: 2,", "decimals: {value: 9,", 21),
    ("bad-score-parameter", "spread: {value: 6,", "spread: {value: 0,", 19),
    ("bad-score-parameter", "above: {value: 0.10,", "above: {value: -0.10,", 18),
    ("bad-score-parameter", "worth: {A+: 100,", "worth: {A+: 101,", 15),
    ("bad-score-parameter", "E0: 20}", "E0: -20}", 79),
    ("bad-grades", "cuts: {우수: 80, 보통: 60,", "cuts: {우수: 60, 보통: 80,", 11),
    ("bad-grades", "most: 0.2, worst", "most: 0.95, worst", 12),
    ("bad-score-parameter", "above: {value: 0.10,", "above: {value: 10,", 18),
    ("bad-score-parameter", "members: 10,", "members: 0,", 66),
    ("bad-score-parameter", "members: 10,", "members: -3,", 66),
    ("ambiguous-scalar", "least: {value: 20, source: K1 p.43}", "least: {value: .nan, source: K1 p.43}", 18),
    ("unknown-grade", "best: 우수, most", "best: 최우수, most", 5),
    ("unknown-grade-table", "department: institution", "department: institutions", 15),
    ("missing-key", "  least: {value: 20, source: K1 p.43}", "  least: {value: 20}", 10),
    ("unknown-key", "  least: {value: 20, source: K1 p.43}", "  least: {value: 20, source: K1 p.43, page: 4}", 39),
    ("not-a-number", "least: {value: 20, source: K1 p.43}", "least: {value: 20점, source: K1 p.43}", 18),
    ("unknown-word", "kind: relative", "kind: relativ", 9),
)  # fmt: skip


@pytest.mark.parametrize(("code", "old", "new", "column"), WRONG, ids=lambda one: str(one)[:24])
def test_a_mistake_in_the_file_is_told_at_its_place(
    code: str, old: str, new: str, column: int, tmp_path: Path
) -> None:
    assert SHIPPED.count(old) == 1
    text = SHIPPED.replace(old, new)
    found = problems(tmp_path, scoring=text)
    line = line_of("programme:" if code == "unknown-grade" else new, text) + (code == "unknown-grade")
    assert found == [(code, "rules/scoring.yaml", line, column)]


def test_ends_of_the_scale_must_not_cross(tmp_path: Path) -> None:
    text = SHIPPED.replace("least: {value: 20,", "least: {value: 120,")
    assert problems(tmp_path, scoring=text) == [
        ("bad-score-parameter", "rules/scoring.yaml", line_of("least: {value: 120", text), 3)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("-1.965, -1.650,", "-1.650, -1.965,"),
        ("5.556, 11.112,", "5.556,"),
        ("[80, 60, 40, 20]", "[20, 40, 60, 80]"),
    ],
)
def test_a_table_must_rise_or_fall_as_it_is_read(old: str, new: str, tmp_path: Path) -> None:
    text = SHIPPED.replace(old, new)
    (found,) = problems(tmp_path, scoring=text)
    assert found[:3] == ("bad-score-parameter", "rules/scoring.yaml", line_of(new, text))


def test_weights_of_a_beta_that_are_all_nought_are_refused(tmp_path: Path) -> None:
    text = SHIPPED
    for name, value in (("best", 1), ("last", 4), ("worst", 1)):
        text = text.replace(
            f"{name}: {{value: {value}, source: K1 p.51", f"{name}: {{value: 0, source: K1 p.51"
        )
    (found,) = problems(tmp_path, scoring=text)
    assert found[0] == "bad-score-parameter"


# ── problems of indicators ────────────────────────────────────────────────────────────────────

PAST = {"target": "{2026: 110명}", "actual": "{2024: 102명, 2025: 106명, 2026: 112명}"}
SAID = (
    ("unknown-method", "{method: trand}", 25),
    ("score-parameter-missing", "{method: peer-range}", 25),
    ("score-parameter-missing", "{method: medium-term}", 25),
    ("score-parameter-missing", "{method: band-floor}", 25),
    ("unit-mismatch", "{peers: {best: 50%, worst: 20명}}", 31),
    ("best-worse-than-worst", "{peers: {best: 20명, worst: 50명}}", 24),
    ("best-worse-than-worst", "{past: {best: 20명, worst: 50명}}", 23),
    ("bad-levels", "{levels: [120명, 110명]}", 25),
    ("bad-levels", "{levels: [100명, 110명, 120명]}", 25),
    ("bad-medium-term", "{medium_term: {since: 2029, start: 80명, until: 2024, goal: 100명}}", 30),
    ("bad-medium-term", "{medium_term: {since: 2024, start: 100명, until: 2029, goal: 80명}}", 30),
    (
        "bad-medium-term",
        "{medium_term: {since: 2024, start: 80명, until: 2029, goal: 100명, rebased: 2025}}",
        30,
    ),
    ("outlier-without-actual", "{outlier: {year: 2020, reason: 감염병}}", 33),
    ("outlier-without-actual", "{outlier: {year: 2026, reason: 감염병}}", 33),
    ("adjustment-too-large", "{adjustments: [{year: 2026, points: 30, reason: 비, approver: 위원회}]}", 52),
    ("adjustment-too-large", "{adjustments: [{year: 2026, points: 0, reason: 비, approver: 위원회}]}", 52),
    ("adjustment-ahead", "{adjustments: [{year: 2062, points: 3, reason: 비, approver: 위원회}]}", 38),
    ("missing-key", "{adjustments: [{year: 2026, points: 3, reason: 비}]}", 31),
    ("missing-key", "{adjustments: [{year: 2026, points: 3, approver: 위원회}]}", 31),
    ("missing-key", "{adjustments: [{year: 2026, reason: 비, approver: 위원회}]}", 31),
    ("not-a-figure", "{peers: {best: 많음, worst: 20명}}", 31),
)


@pytest.mark.parametrize(("code", "score", "column"), SAID, ids=lambda one: str(one)[:40])
def test_a_mistake_in_an_indicator_is_told_at_its_place(
    code: str, score: str, column: int, tmp_path: Path
) -> None:
    found = problems(tmp_path, indicator(f"score: {score}", **PAST))
    assert found == [(code, "targets/jobs.yaml", 13, column)]


@pytest.mark.parametrize(
    ("levels", "found"), [("[100명, 110명, 120명]", "100명, 110명, 120명"), ("[9명]", "9명")]
)
def test_levels_that_do_not_fit_are_repeated(levels: str, found: str, tmp_path: Path) -> None:
    write_project(tmp_path, {"jobs": department(programme(indicator(f"score: {{levels: {levels}}}", **PAST)))},
                  office=END, rules={"scoring": SHIPPED})  # fmt: skip
    [problem] = read_project(tmp_path)[2]
    assert (problem.code, problem.details) == ("bad-levels", {"found": found, "expected": "3"})


@pytest.mark.parametrize("levels", ["[120명, 110명, 100명, 90명]", "[120명]"])
def test_what_is_to_be_kept_has_no_levels(levels: str, tmp_path: Path) -> None:
    kept = indicator(f"score: {{levels: {levels}}}", **PAST, direction="keep")
    assert problems(tmp_path, kept) == [("levels-without-order", "targets/jobs.yaml", 13, 25)]


def test_a_year_is_adjusted_once(tmp_path: Path) -> None:
    one = "{year: 2026, points: 3, reason: 비, approver: 위원회}"
    found = problems(tmp_path, indicator(f"score: {{adjustments: [{one}, {one}]}}", **PAST))
    assert found == [("double-adjustment", "targets/jobs.yaml", 13, 82)]


def test_a_grade_must_be_one_of_those_that_are_worth_something(tmp_path: Path) -> None:
    words = {"aggregation": "judged", "target": "{2026: 운영}", "actual": "{2026: {value: 운영함, grade: B}}"}
    assert problems(tmp_path, indicator(**words)) == [("unknown-grade", "targets/jobs.yaml", 12, 44)]


def test_what_is_measured_has_no_grade(tmp_path: Path) -> None:
    figures = {"target": "{2026: 110명}", "actual": "{2026: {value: 112명, grade: A0}}"}
    assert problems(tmp_path, indicator(**figures)) == [("grade-not-judged", "targets/jobs.yaml", 12, 45)]


@pytest.mark.parametrize("weight", ["-1", "1000000"])
def test_a_weight_that_cannot_be_is_told_at_its_place(weight: str, tmp_path: Path) -> None:
    assert problems(tmp_path, indicator(f"weight: {weight}")) == [("bad-weight", "targets/jobs.yaml", 11, 17)]
    text = department(programme(indicator(), f"weight: {weight}")) + f"weight: {weight}\n"
    write_project(tmp_path, {"jobs": text}, rules={"scoring": SHIPPED})
    found = [(one.code, one.spot.line, one.spot.column) for one in read_project(tmp_path)[2]]
    assert found == [("bad-weight", 5, 13), ("bad-weight", 12, 9)]


# ── weights that are points ───────────────────────────────────────────────────────────────────

ABSOLUTE = SHIPPED.replace("kind: relative", "kind: absolute")


def test_points_of_a_department_add_up_to_the_total(tmp_path: Path) -> None:
    some = [indicator("weight: 60", id="a"), indicator("weight: 30", id="b")]
    assert problems(tmp_path, *some, scoring=ABSOLUTE) == [
        ("weights-do-not-add-up", "targets/jobs.yaml", 1, 13)
    ]
    assert problems(tmp_path, *some, indicator("weight: 10", id="c"), scoring=ABSOLUTE) == []
    assert problems(tmp_path, *some) == [], "relative weights add up to anything"


@pytest.mark.parametrize(("ends", "counts"), [("2024-12-31", False), ("2026-06-30", True)])
def test_what_was_over_before_the_year_has_no_points(ends: str, counts: bool, tmp_path: Path) -> None:
    over = programme(indicator("weight: 50"), f"ends: {ends}").replace("id: p\n", "id: q\n")
    text = department(programme(indicator("weight: 100")) + over)
    write_project(tmp_path, {"jobs": text}, rules={"scoring": ABSOLUTE})
    assert [p.code for p in read_project(tmp_path)[2]] == (["weights-do-not-add-up"] if counts else [])


def test_points_of_a_programme_are_those_of_its_indicators(tmp_path: Path) -> None:
    text = department(programme(indicator("weight: 100"), "weight: 90"))
    write_project(tmp_path, {"jobs": text}, rules={"scoring": ABSOLUTE})
    assert [(p.code, p.spot.line, p.spot.column) for p in read_project(tmp_path)[2]] == [
        ("weights-do-not-add-up", 5, 13)
    ]


def test_weights_of_departments_add_up_where_one_is_written(tmp_path: Path) -> None:
    found = problems(tmp_path, indicator("weight: 100"), scoring=ABSOLUTE, more="weight: 40\n")
    assert found == [("weights-do-not-add-up", "targets/jobs.yaml", 12, 9)]


# ── what the catalogue shows ──────────────────────────────────────────────────────────────────

OF_RULES = ("score-source-unknown", "bad-score-parameter", "bad-grades", "unknown-grade-table")
OF_INDICATORS = (
    "unknown-grade", "grade-not-judged", "score-parameter-missing", "best-worse-than-worst", "bad-levels",
    "levels-without-order", "bad-medium-term", "outlier-without-actual", "double-adjustment", "adjustment-ahead", "adjustment-too-large",
)  # fmt: skip


def with_piece(piece: str) -> str:
    """Put a piece of rules in its place of the shipped ones."""
    rules = yaml.load(SHIPPED, yaml.BaseLoader)
    for key, value in yaml.load(piece, yaml.BaseLoader).items():
        into = rules["grades"]["programme"] if key == "cuts" else rules
        into[key] = {**into[key], **value} if key != "cuts" else value
    rules["grades"]["programme"].pop("quota")
    rules["grades"]["programme"].pop("en")
    return yaml.safe_dump(rules, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("code", OF_RULES)
def test_a_piece_of_rules_is_wrong_in_the_way_its_page_says(code: str, tmp_path: Path) -> None:
    wrong, right = (str(catalogue()[code][which]) for which in ("wrong", "right"))
    assert {one[0] for one in problems(tmp_path, scoring=with_piece(wrong))} == {code}
    assert problems(tmp_path, scoring=with_piece(right)) == []


@pytest.mark.parametrize("code", OF_INDICATORS)
def test_a_piece_of_an_indicator_is_wrong_in_the_way_its_page_says(code: str, tmp_path: Path) -> None:
    wrong, right = (str(catalogue()[code][which]) for which in ("wrong", "right"))
    judged = {"aggregation": "judged"} if code == "unknown-grade" else {}
    for piece, expected in ((wrong, {code}), (right, set())):
        said = {line.partition(":")[0] for line in piece.splitlines()}
        usual = {"target": "{}", **judged, "direction": "up", "aggregation": "last", **judged}
        fields = {key: value for key, value in usual.items() if key not in said}
        lines = [
            f"{key}: {value}"
            for key, value in {"id": "i", "name": "지표", "level": "output", **fields}.items()
        ]
        text = "- " + "\n  ".join([*lines, *piece.splitlines()]) + "\n"
        assert {one[0] for one in problems(tmp_path, text)} == expected


def test_after_an_edit_of_one_file_its_scores_are_looked_at_again(tmp_path: Path) -> None:
    """What rules ask of scores is remembered, so that an edit is checked without reading them again."""
    text = department(programme(indicator("score: {method: trend}", **PAST)))
    write_project(tmp_path, {"jobs": text}, office=END, rules={"scoring": ABSOLUTE})
    _, rules, _ = read_project(tmp_path)
    assert rules is not None
    limits = mentions_of(rules).scoring
    book, _ = load_book(tmp_path)
    assert book is not None
    assert [one.code for one in check_each(book, Mentions(scoring=limits))] == ["weights-do-not-add-up"]
